package wordscan

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// A pattern is what a rule looks for: a tree of the kinds below.
type pattern interface{}

type (
	// lexeme is one word, one beginning of a word (stem), or one kind of value.
	lexeme struct {
		text   string
		stem   bool
		value  bool // text is the name of a value: "email"
		quoted bool
		part   bool // of a word with a hyphen or an apostrophe
	}
	sequence []pattern
	choice   []pattern
	optional struct{ inner pattern }
	// gap lets words stand between its neighbours.
	gap struct {
		words  int
		across bool // over the limit of a sentence
	}
	// before looks back from the next word: whether the pattern ended within
	// the given number of words before it, in the same sentence. Either it
	// must have, or it mustn't.
	before struct {
		pattern pattern
		words   int
		must    bool
	}
	// place demands of the next word that it opens a sentence or stands in a
	// heading.
	place struct{ opening, heading bool }
)

// parser reads one pattern.
type parser struct {
	rest  string
	names map[string]definition
}

// parsePattern reads a pattern; names are the patterns defined before it.
func parsePattern(text string, names map[string]definition) (pattern, error) {
	p := &parser{rest: text, names: names}
	tree, err := p.choice()
	if err != nil {
		return nil, err
	}
	if p.rest != "" {
		return nil, fmt.Errorf("unexpected %q", p.rest)
	}
	return tree, nil
}

func (p *parser) choice() (pattern, error) {
	var all choice
	for {
		one, err := p.sequence()
		if err != nil {
			return nil, err
		}
		all = append(all, one)
		if !p.take("|") {
			break
		}
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return all, nil
}

func (p *parser) sequence() (pattern, error) {
	var all sequence
	for {
		p.rest = strings.TrimLeft(p.rest, " \t")
		if p.rest == "" || strings.ContainsRune(")|]", rune(p.rest[0])) {
			break
		}
		one, err := p.item()
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	switch {
	case len(all) == 0:
		return nil, fmt.Errorf("nothing before %q", p.rest)
	case len(all) == 1:
		return all[0], nil
	}
	return all, nil
}

func (p *parser) item() (pattern, error) {
	switch {
	case p.take("("):
		return p.group(")")
	case p.take("["):
		inner, err := p.group("]")
		return optional{inner}, err
	case p.take("~("):
		return p.before(false)
	case p.take("&("):
		return p.before(true)
	case p.take(".."):
		words, err := p.number()
		return gap{words: words}, err
	case p.take(">>"):
		words, err := p.number()
		return gap{words: words, across: true}, err
	case p.take("^"):
		return place{opening: true}, nil
	case p.take("#"):
		return place{heading: true}, nil
	case p.take("<"):
		name, _, found := strings.Cut(p.rest, ">")
		if !found || !isValue(name) {
			return nil, fmt.Errorf("no value <%s", p.rest)
		}
		p.rest = p.rest[len(name)+1:]
		return lexeme{text: name, value: true}, nil
	}
	return p.word()
}

func (p *parser) before(must bool) (pattern, error) {
	inner, err := p.group(")")
	if err != nil {
		return nil, err
	}
	words, err := p.number()
	return before{inner, words, must}, err
}

func (p *parser) group(end string) (pattern, error) {
	inner, err := p.choice()
	if err != nil {
		return nil, err
	}
	if !p.take(end) {
		return nil, fmt.Errorf("missing %q before %q", end, p.rest)
	}
	return inner, nil
}

func (p *parser) number() (int, error) {
	end := 0
	for end < len(p.rest) && '0' <= p.rest[end] && p.rest[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(p.rest[:end])
	if err != nil || n > maxGap {
		return 0, fmt.Errorf("want a number of words up to %d before %q", maxGap, p.rest)
	}
	p.rest = p.rest[end:]
	return n, nil
}

// word reads a word, a stem, a quoted word or the name of a pattern.
func (p *parser) word() (pattern, error) {
	end := strings.IndexFunc(p.rest, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`"*'_-`, r)
	})
	if end < 0 {
		end = len(p.rest)
	}
	text := p.rest[:end]
	p.rest = p.rest[end:]
	if text == "" {
		return nil, fmt.Errorf("unexpected %q", p.rest)
	}
	if name := strings.ToUpper(text); name == text && unicode.IsUpper([]rune(text)[0]) {
		named, known := p.names[name]
		if !known {
			return nil, fmt.Errorf("no pattern is named %s", name)
		}
		p.names[name] = definition{named.pattern, true}
		return named.pattern, nil
	}
	var all sequence
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '\'' || r == '-' })
	for _, part := range parts {
		word := lexeme{text: part, part: len(parts) > 1}
		if inner, found := strings.CutPrefix(part, `"`); found {
			word.text, word.quoted = strings.TrimSuffix(inner, `"`), true
		}
		word.text, word.stem = strings.CutSuffix(word.text, "*")
		var written choice
		for _, spelling := range spellings(word.text) {
			if spelling == "" || strings.ContainsAny(spelling, `"*_`) {
				return nil, fmt.Errorf("%q is no word", text)
			}
			word.text = spelling
			written = append(written, word)
		}
		if len(written) > 1 {
			all = append(all, written)
			continue
		}
		all = append(all, word)
	}
	switch len(all) {
	case 0:
		return nil, fmt.Errorf("%q is no word", text)
	case 1:
		return all[0], nil
	}
	return all, nil
}

func (p *parser) take(token string) bool {
	trimmed := strings.TrimLeft(p.rest, " \t")
	rest, found := strings.CutPrefix(trimmed, token)
	if found {
		p.rest = rest
	}
	return found
}

package informativa

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/b58db29f/gdpr/internal/wordscan"
)

// Between an article and the act that it is of, or the other way round, there
// are so many bytes at most.
const (
	actAfter  = 160
	actBefore = 24
	mostCited = 40 // articles cited at once: "artt. 12-22" are eleven
)

// actName is a place where the text names an act, by its number in actNames.
type actName struct {
	wordscan.Span
	act uint8
}

// actNames are the acts whose articles are read; of the others, none is.
var actNames = [...]string{"GDPR", "Codice", ""}

// citations attributes each article to the act that the text names next, or
// has just named.
func (v values[Text]) citations() []Citation {
	acts := v.acts()
	articles := apart(v.spans("article"))
	all := v.notes.citations[:0]
	next := 0
	for i := 0; i < len(articles); i++ {
		article := articles[i]
		for next < len(acts) && acts[next].Start < article.End {
			next++
		}
		last := i // of a range that names it: "dall'art. 15 all'art. 22"
		if i+1 < len(articles) && v.ranges(article.End, articles[i+1].Start) {
			last = i + 1
		}
		c := cited{end: min(articles[last].End+actAfter, uint32(len(v.text)))}
		switch {
		case next < len(acts) && acts[next].Start <= c.end && !v.interrupted(articles[last].End, acts[next].Start):
			c.act, c.known, c.end = actNames[acts[next].act], true, acts[next].Start
		case next > 0 && acts[next-1].End+actBefore >= article.Start && !v.interrupted(acts[next-1].End, article.Start):
			c.act, c.known, c.strict = actNames[acts[next-1].act], true, true
		}
		if last+1 < len(articles) {
			c.end = min(c.end, articles[last+1].Start)
		}
		i = last
		if c.known && c.act != "" {
			c.means = v.rules.signs
			all = v.cite(all, c, v.at(wordscan.Span{Start: article.Start, End: max(c.end, articles[last].End)}), place(article))
		}
	}
	v.notes.citations = all
	return append([]Citation(nil), all...)
}

// cited is what one citation is of: an act, named before or after; where it ends;
// and whether a word that is none of a citation's ends it.
type cited struct {
	act           string
	known, strict bool
	end           uint32
	means         map[string][]byte // the signs of another language as Italian ones
}

// cite adds what text cites to all.
func (n *notes) cite(all []Citation, c cited, text []byte, at Span) []Citation {
	for i := range n.cited.read(text, c.strict, c.means) {
		n.place = paragraphed(append(n.place[:0], c.act...), n.cited.at(i))
		if p, known := n.provision(n.place); known {
			all = append(all, Citation{p, at})
		}
	}
	return all
}

// onlyLetters are the paragraphs of the GDPR's articles that alone have letters:
// "art. 6, lett. a)" is 6(1)(a).
var onlyLetters = map[string]string{"5": "1", "6": "1", "9": "2", "15": "1", "18": "1", "20": "1"}

// paragraphed appends a place to its act, with the paragraph that a citation leaves
// out; where it can't be told, the letter goes.
func paragraphed(act, place []byte) []byte {
	article, rest, found := bytes.Cut(place, []byte("("))
	all := append(act, ' ')
	if !found || string(act) != "GDPR" || digit(rest[0]) {
		return append(all, place...)
	}
	all = append(all, article...)
	if paragraph, known := onlyLetters[string(article)]; known {
		all = append(all, '(')
		all = append(all, paragraph...)
		all = append(all, ")("...)
		all = append(all, rest...)
	}
	return all
}

// ranges reports whether what stands between two articles makes them the first
// and the last of a range: "all'", "al", "fino all'".
func (v values[Text]) ranges(start, end uint32) bool {
	if end < start || end-start > 16 {
		return false
	}
	words := v.piecesAt(wordscan.Span{Start: start, End: end})
	for _, word := range words {
		switch string(word) {
		case "a", "al", "all", "allo", "fino", "sino", "bis", "zum", "inklusive", "einschließlich":
		default:
			return false
		}
	}
	return len(words) > 0
}

// acts returns where acts are named, in the order of the text; of two names
// that overlap the one that says more.
func (v values[Text]) acts() []actName {
	outputs := [...][]wordscan.Span{v.spans("act.gdpr"), v.spans("act.codice"), v.spans("act.other")}
	all := v.notes.acts[:0]
	for act, spans := range outputs {
		for _, s := range spans {
			all = append(all, actName{s, uint8(act)})
		}
	}
	v.notes.acts = all
	slices.SortFunc(all, func(a, b actName) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), int(a.act)-int(b.act), cmp.Compare(a.End, b.End))
	})
	kept := all[:0]
	for _, a := range all {
		if n := len(kept); n > 0 && a.Start < kept[n-1].End {
			if a.End-a.Start > kept[n-1].End-kept[n-1].Start {
				kept[n-1] = a
			}
			continue
		}
		kept = append(kept, a)
	}
	return kept
}

// interrupted reports whether a paragraph or an item ends between two places.
func (v values[Text]) interrupted(start, end uint32) bool {
	line := false // nothing but blanks since the end of a line
	for i := start; i < end; i++ {
		switch c := v.text[i]; {
		case c == ';' || c == '|' || c == '\n' && line:
			return true
		case c == '\n':
			line = true
		case c != ' ' && c != '\t' && c != '\r':
			line = false
		}
	}
	return false
}

// signs yields the runs of letters in text, the runs of digits, and the single
// marks.
func signs(text []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(text) > 0 {
			r, size := utf8.DecodeRune(text)
			kind, end := kindOf(r), size
			for end < len(text) && kind != aMark {
				r, size := utf8.DecodeRune(text[end:])
				if kindOf(r) != kind {
					break
				}
				end += size
			}
			if !unicode.IsSpace(r) && !yield(text[:end]) {
				return
			}
			text = text[end:]
		}
	}
}

const aMark, aDigit, someLetter = 0, 1, 2

func kindOf(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return aDigit
	case unicode.IsLetter(r):
		return someLetter
	}
	return aMark
}

package wordscan

import (
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"
)

// A Result is what a machine found in a text.
type Result struct {
	// Found holds, by output, where its patterns matched, in the order of
	// the ends. Spans of one output may overlap.
	Found [][]Span
	// Words counts the words of the text, those of no width too, and Marked,
	// by mark, those that bear a mark.
	Words  int
	Marked []int
	// Invalid counts the bytes that are no UTF-8, Control the control
	// characters that no text holds.
	Invalid, Control int
}

// A Span is a place in the text, in bytes: from Start to before End.
type Span struct{ Start, End int }

// Scan reads text once and returns what m finds in it. It takes time linear
// in the length of the text, and memory for what it returns.
func Scan[Text ~string | ~[]byte](m *Machine, text Text) Result {
	if len(m.next) == 0 {
		return Result{}
	}
	r := newRun(m)
	reader := reader[Text]{machine: m, text: text, fresh: true, tick: firstTick, began: firstTick}
	for more := true; more; {
		more = reader.read()
		r.run(reader.tokens[:reader.n])
	}
	words := 0
	for _, n := range reader.marked {
		words += n
	}
	found := make([][]Span, len(r.heard))
	for i := range found {
		found[i] = r.heard[i].found
	}
	marked := reader.marked[1 : len(m.marks)+1]
	return Result{Found: found, Words: words, Marked: slices.Clone(marked), Invalid: reader.invalid, Control: reader.control}
}

// A token is a word of the text that patterns know, or what stands between
// words. Time is counted in words that have a width; the limit of a sentence,
// and what parts words, takes one tick too.
type token struct {
	start, end int
	tick       int
	word       wordInfo
	kind       tokenKind
}

type tokenKind uint8

const (
	tokenWord    tokenKind = iota // or where what was announced begins
	tokenLimit                    // of a sentence
	tokenHeading                  // what follows is a heading
	tokenBody                     // what follows is none
)

// maxTokens is a power of two, and atOnce more than one place gives.
const maxTokens, atOnce = 512, 8

// reader reads the tokens of a text, a number of them at once: to read words
// and to follow patterns in turns, word by word, is slower.
type reader[Text ~string | ~[]byte] struct {
	machine *Machine
	text    Text
	at      int // how far it has been read
	tokens  [maxTokens]token
	n       uint // how many of the tokens are read

	invalid, control int
	marked           [1 + maxMarks]int // by mark, 0 for the words that bear none

	tick    int
	began   int  // the tick at which the sentence began
	last    int  // where the last word ended
	open    bool // a stop behind it ends no sentence
	heading bool
	fresh   bool // the line before is empty, a heading, or ended by a stop
}

// read reads the next tokens, and reports whether there are more. It leaves
// room for those that one place of the text may give.
func (s *reader[Text]) read() bool {
	s.n = 0
	if s.at == 0 {
		s.line(0)
	}
	text, next, words := s.text, s.machine.next, s.machine.words
	i := s.at
	for i < len(text) && s.n <= maxTokens-atOnce {
		c := text[i]
		switch kind := byteKinds[c]; kind {
		default:
			start, state := i, next[0][kind&(symbols-1)]
			for i++; i < len(text); i++ {
				if kind = byteKinds[text[i]]; kind >= symbols {
					break
				}
				state = next[state][kind&(symbols-1)]
			}
			if i == len(text) || !simpleEnds[text[i]] {
				i = s.word(start, i, state)
				continue
			}
			s.take(words[state], start, i, false) // no initial: no stop follows
			if text[i] == ' ' {
				i++ // most often a blank follows
			}
		case kindDigit:
			i = s.number(i)
		case kindLine:
			s.fresh = s.heading || s.closed(i)
			i++
			s.line(i)
		case kindStop:
			i++
			if s.stops(c, i) {
				s.limit()
			}
		case kindAt:
			i = s.email(i)
		case kindOther:
			if c == ']' && i+1 < len(text) && text[i+1] == '(' {
				i = s.link(i + 2)
				continue
			}
			switch {
			case c == ';':
				s.tick++
			case c == ':' && i+1 < len(text) && text[i+1] <= ' ', c == '|' && s.cell(i+1):
				s.item(i)
			case c < ' ' || c == 0x7f:
				s.control++
			}
			i++
		case kindSpace, kindApostrophe, kindHyphen, kindSlash:
			i++
		case kindHigh:
			r, size := s.rune(i)
			if fold(r).glyph == glyphLetters {
				i = s.word(i, i, 0)
				continue
			}
			if r == utf8.RuneError && size == 1 {
				s.invalid++
			}
			i += size
		}
	}
	s.at = i
	return i < len(text)
}

// emit hands a token over.
func (s *reader[Text]) emit(t token) {
	s.tokens[s.n%maxTokens] = t
	s.n++
}

// limit ends the sentence, if it has words.
func (s *reader[Text]) limit() {
	if s.began != s.tick {
		s.tick++
		s.began = s.tick
		s.emit(token{tick: s.tick, kind: tokenLimit})
	}
}

// rune decodes the rune at i.
func (s *reader[Text]) rune(i int) (rune, int) {
	var buffer [utf8.UTFMax]byte
	n := copy(buffer[:], s.text[i:min(i+utf8.UTFMax, len(s.text))])
	return utf8.DecodeRune(buffer[:n])
}

// word reads on the word that began at start, from i on, and returns where it
// ends. A word broken by a hyphen at the end of a line is one.
func (s *reader[Text]) word(start, i int, state uint16) int {
	next, text := s.machine.next, s.text
	marks, accent := 0, false
	for {
		for i < len(text) {
			symbol := byteKinds[text[i]]
			if symbol >= symbols {
				break
			}
			state = next[state][symbol]
			i++
		}
		if i == len(text) {
			break
		}
		switch byteKinds[text[i]] {
		case kindHyphen:
			if on := s.broken(i + 1); on > 0 {
				i = on // to a letter: the word is longer than one, however marks count
				continue
			}
		case kindHigh:
			r, size := s.rune(i)
			f := fold(r)
			switch f.glyph {
			case glyphNothing:
				accent = accent || r != softHyphen
				on := i + size
				if next := s.broken(on); r == softHyphen && next > 0 {
					on = next
				}
				marks += on - i
				i = on
				continue
			case glyphLetters:
				accent = true
				for _, symbol := range f.letters[:f.n] {
					state = next[state][symbol]
				}
				marks += size - int(f.n)
				i += size
				continue
			}
		}
		break
	}
	if i < len(text) && s.scheme(start, i) {
		return s.url(start, i)
	}
	one := i-start-marks == 1
	if one && state == next[0]['e'-'a'] && (accent || s.apostropheAccent(i)) {
		state = next[0][symbolVerb]
	}
	s.take(s.machine.words[state], start, i, one)
	return i
}

// take notes a word; of a single letter a stop makes an initial. What no pattern
// knows is written as a token too, and then overwritten: a branch costs more.
func (s *reader[Text]) take(word wordInfo, start, end int, single bool) {
	s.marked[word.mark]++
	s.tick += word.width()
	s.last, s.open = end, single || word.flag&flagAbbreviation != 0
	t := &s.tokens[s.n%maxTokens]
	t.start, t.end, t.tick = start, end, s.tick
	t.word, t.kind = word, tokenWord
	known := uint(0)
	if word.list != 0 {
		known = 1
	}
	s.n += known
}

// broken returns where a word goes on that a line's end at i breaks, or zero.
func (s *reader[Text]) broken(i int) int {
	if i < len(s.text) && s.text[i] == '\r' {
		i++
	}
	if i >= len(s.text) || s.text[i] != '\n' {
		return 0
	}
	for i++; i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t'); i++ {
	}
	if s.letter(i) {
		return i
	}
	return 0
}

// letter reports whether a letter stands at i.
func (s *reader[Text]) letter(i int) bool {
	if i >= len(s.text) {
		return false
	}
	kind := byteKinds[s.text[i]]
	if kind != kindHigh {
		return kind < symbols
	}
	r, _ := s.rune(i)
	return fold(r).glyph == glyphLetters
}

// apostropheAccent reports whether an apostrophe stands at i for the accent
// of the letter before: no letter follows it.
func (s *reader[Text]) apostropheAccent(i int) bool {
	if i >= len(s.text) {
		return false
	}
	switch byteKinds[s.text[i]] {
	case kindApostrophe:
		return !s.letter(i + 1)
	case kindHigh:
		r, size := s.rune(i)
		return fold(r).glyph == glyphApostrophe && !s.letter(i+size)
	}
	return false
}

// number takes the digits at i.
func (s *reader[Text]) number(i int) int {
	start, n := i, 0
	for i < len(s.text) && byteKinds[s.text[i]] == kindDigit {
		n = min(n*10+int(s.text[i]-'0'), 1<<20)
		i++
	}
	word := s.machine.number
	if s.text[start] != '0' {
		if known := s.machine.numbers; n < len(known) {
			word = known[n]
		}
	}
	s.take(word, start, i, s.tick == s.began)
	return i
}

// stops reports whether the stop before i ends a sentence: a blank or a mark
// follows it, and it closes neither an abbreviation, an initial nor the
// number of an item.
func (s *reader[Text]) stops(c byte, i int) bool {
	if i < len(s.text) {
		switch kind := byteKinds[s.text[i]]; {
		case kind < symbols, kind == kindDigit, kind == kindStop:
			return false
		case kind == kindHigh && s.letter(i):
			return false
		}
	}
	return c != '.' || s.last != i-1 || !s.open
}

// The parts of an address of mail have so many bytes at most (RFC 5321 4.5.3.1).
const maxLocal, maxDomain = 64, 255

// email takes the address whose at sign stands at i.
func (s *reader[Text]) email(i int) int {
	start := i
	for start > 0 && i-start < maxLocal && local(s.text[start-1]) {
		start--
	}
	end, dot, pec := i+1, false, false
	for end < len(s.text) && end-i <= maxDomain+1 {
		c := s.text[end]
		kind := byteKinds[c]
		if kind >= symbolOther && kind != kindDigit && kind != kindHyphen && c != '.' {
			break
		}
		end++
	}
	long := end-(i+1) > maxDomain
	if end < len(s.text) && end > i+1 {
		// A letter with an accent is none of an address, composed or not.
		if r, _ := s.rune(end); unicode.Is(unicode.Mn, r) {
			end--
		}
	}
	for end > i+1 && (s.text[end-1] == '.' || s.text[end-1] == '-') {
		end--
	}
	for k := i + 1; k < end; k++ {
		dot = dot || s.text[k] == '.'
		pec = pec || s.certified(k, end)
	}
	if !dot || start == i || long {
		return i + 1
	}
	kind := valueEmail
	if pec {
		kind = valuePEC
	}
	s.take(s.machine.values[kind], start, end, false)
	return end
}

// local reports whether c may stand in the local part of an address.
func local(c byte) bool {
	kind := byteKinds[c]
	return kind < symbols || kind == kindDigit || kind == kindHyphen || c == '.' || c == '_' || c == '+' || c == '%' || c == '\''
}

// certified reports whether the domain at i names certified mail: its
// providers use names such as pec, legalmail and postacert.
func (s *reader[Text]) certified(i, end int) bool {
	for _, name := range [...]string{"pec", "legalmail", "cert"} {
		if len(name) > end-i {
			continue
		}
		k := 0
		for k < len(name) && byteKinds[s.text[i+k]] == name[k]-'a' {
			k++
		}
		if k == len(name) {
			return true
		}
	}
	return false
}

// scheme reports whether text[start:i] opens an address of the web.
func (s *reader[Text]) scheme(start, i int) bool {
	switch c := s.text[i]; c {
	case ':':
		return i+2 < len(s.text) && s.text[i+1] == '/' && s.text[i+2] == '/'
	case '.':
		const w = 'w' - 'a'
		return i-start == 3 && byteKinds[s.text[start]] == w && byteKinds[s.text[start+1]] == w && byteKinds[s.text[start+2]] == w && s.letter(i+1)
	}
	return false
}

// url takes the address of the web from start on, up to a blank or a bracket.
func (s *reader[Text]) url(start, i int) int {
	for i < len(s.text) {
		c := s.text[i]
		if c <= ' ' || c == ')' || c == '<' || c == '>' || c == '"' || c == ']' || c == '|' || c >= utf8.RuneSelf {
			break
		}
		i++
	}
	s.take(s.machine.values[valueURL], start, i, false)
	return i
}

// link takes the target of a Markdown link; an address of mail is read as text.
func (s *reader[Text]) link(i int) int {
	const mail = "mailto:"
	if len(s.text)-i >= len(mail) && string(s.text[i:i+len(mail)]) == mail {
		return i + len(mail)
	}
	start := i
	for i < len(s.text) && s.text[i] > ' ' && s.text[i] != ')' && s.text[i] < utf8.RuneSelf {
		i++
	}
	if i > start {
		s.take(s.machine.values[valueURL], start, i, false)
	}
	return i
}

// closed reports whether the line that ends at i ends with a stop, a colon or
// the like.
func (s *reader[Text]) closed(i int) bool {
	for i > 0 {
		i--
		switch c := s.text[i]; c {
		case ' ', '\t', '\r', '*', '_', ')':
		case '.', ':', ';', '?', '!', '\n':
			return true
		default:
			return false
		}
	}
	return true
}

// Headings have few words: up to headingWords on a line alone, up to
// leadWords on a line that others follow at once.
const headingWords, leadWords = 12, 6

// line looks at the line that begins at i: whether it is a heading, and
// whether a sentence begins with it.
func (s *reader[Text]) line(i int) {
	text, was := s.text, s.heading
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r' || text[i] == '>') {
		i++
	}
	if i >= len(text) || text[i] == '\n' {
		s.fresh = true
		s.head(false)
		s.limit()
		return
	}
	numbered, item := s.marker(i)
	s.head(text[i] == '#' || !item && (s.fresh || numbered) && s.title(i, numbered))
	if was || item || numbered || s.heading {
		s.limit()
	}
	if !s.heading && (was || item || numbered) && text[i] != '|' {
		s.item(i)
	}
}

// head notes whether a heading follows.
func (s *reader[Text]) head(heading bool) {
	if heading == s.heading {
		return
	}
	s.heading = heading
	kind := tokenBody
	if heading {
		kind = tokenHeading
	}
	s.emit(token{kind: kind})
}

// title reports whether the line at i is as short and plain as a heading; its
// number is no word of it.
func (s *reader[Text]) title(i int, numbered bool) bool {
	words, next, plain := s.measure(i)
	if numbered {
		words--
	}
	return plain && (words <= leadWords || words <= headingWords && s.blank(next))
}

// item tells the patterns that an item, a cell or the text below a heading
// begins at i.
func (s *reader[Text]) item(i int) {
	if word := s.machine.values[valueItem]; word.list != 0 {
		_, size := s.rune(i)
		s.emit(token{start: i, end: i + size, tick: s.tick, word: word})
	}
}

// cell reports whether a cell of a table begins at i, and has words.
func (s *reader[Text]) cell(i int) bool {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '*') {
		i++
	}
	return s.letter(i) || i < len(s.text) && byteKinds[s.text[i]] == kindDigit
}

// marker reports whether a numbered or another item of a list begins at i.
func (s *reader[Text]) marker(i int) (numbered, item bool) {
	text, start := s.text, i
	for i < len(text) && byteKinds[text[i]] == kindDigit {
		i++
	}
	space := func(i int) bool { return i < len(text) && (text[i] == ' ' || text[i] == '\t') }
	switch c := text[start]; {
	case i > start:
		return i < len(text) && (text[i] == '.' || text[i] == ')'), false
	case c == '-' || c == '*' || c == '+' || c == '|':
		return false, space(start+1) || c == '|'
	case byteKinds[c] < symbols:
		return false, start+1 < len(text) && text[start+1] == ')'
	case c >= utf8.RuneSelf:
		r, size := s.rune(start)
		return false, fold(r).glyph == glyphBreak && space(start+size)
	}
	return false, false
}

// measure counts the words of the line at i and returns where the next line
// begins; the line isn't plain if it has more words than a heading, or a
// colon, an at sign or a closing stop, which headings lack.
func (s *reader[Text]) measure(i int) (words, next int, plain bool) {
	text, start := s.text, i
	words = 1
	blank := uint64(0) // the top bit of the lowest byte: the byte before is blank
	for i+8 <= len(text) {
		eight := load(text, i)
		if hasByte(eight, '\n') || hasByte(eight, ':') || hasByte(eight, '@') {
			break
		}
		blanks := blanks(eight)
		words += bits.OnesCount64((blanks<<8 | blank) &^ blanks)
		if words > headingWords {
			return words, i, false
		}
		blank = blanks >> 56
		i += 8
	}
	if blank != 0 {
		i--
	}
	for ; i < len(text) && text[i] != '\n'; i++ {
		switch c := text[i]; {
		case c > '@': // most often a letter
		case c == ':' || c == '@':
			return words, i, false
		case (c == ' ' || c == '\t') && i+1 < len(text) && text[i+1] > ' ':
			if words++; words > headingWords {
				return words, i, false
			}
		}
	}
	end := i
	for end > start && (text[end-1] <= ' ' || text[end-1] == '*' || text[end-1] == '_') {
		end--
	}
	return words, i + 1, end == start || text[end-1] != '.' && text[end-1] != ';' && text[end-1] != ','
}

// load returns eight bytes of text, the first as the lowest.
func load[Text ~string | ~[]byte](text Text, i int) uint64 {
	b := text[i : i+8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

const lows, tops = 0x0101010101010101, 0x8080808080808080

// hasByte reports whether one of eight bytes is c.
func hasByte(eight uint64, c byte) bool {
	x := eight ^ lows*uint64(c)
	return (x-lows)&^x&tops != 0
}

// blanks returns the top bit of each of eight bytes that is a blank or a
// control character.
func blanks(eight uint64) uint64 {
	return ^((eight&^tops + lows*(0x7f-' ')) | eight) & tops
}

// blank reports whether the line at i is empty, or the text ends there.
func (s *reader[Text]) blank(i int) bool {
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t' || s.text[i] == '\r') {
		i++
	}
	return i >= len(s.text) || s.text[i] == '\n'
}

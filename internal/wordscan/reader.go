package wordscan

import "unicode/utf8"

// A token is a word of the text that patterns know, or what stands between
// words. Time is counted in words that have a width; the limit of a sentence,
// and what parts words, takes one tick too.
type token struct {
	start, end uint32
	tick       uint32
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
	*work
	n uint // how many of the tokens are read

	invalid, control int

	tick    uint32
	began   uint32 // the tick at which the sentence began
	last    int    // where the last word ended
	open    bool   // a stop behind it ends no sentence
	heading bool
	titled  int  // how far a heading of two lines goes
	fresh   bool // the line before is empty, a heading, or ended by a stop
}

// read reads the next tokens, and reports whether there are more. It leaves
// room for those that one place of the text may give.
func (s *reader[Text]) read() bool {
	s.n = 0
	if s.at == 0 {
		s.line(0)
	}
	text, i := s.text, s.at
	for i < len(text) && s.n <= maxTokens-atOnce {
		c := text[i]
		switch kind := byteKinds[c]; kind {
		default:
			i = s.words(i)
		case kindDigit:
			i = s.number(i)
		case kindLine:
			s.fresh = s.heading || s.closed(i)
			i++
			s.line(i)
		case kindStop:
			i = s.stop(c, i)
		case kindAt:
			i = s.email(i, i+1)
		case kindOther:
			i = s.mark(c, i)
		case kindSpace, kindApostrophe, kindHyphen, kindSlash:
			i++
		case kindHigh:
			i = s.high(i)
		}
	}
	s.at = i
	return i < len(text)
}

// words takes the words from i on, the first letter of one, as long as they are
// plain and nothing parts them that means more; it returns where to go on.
func (s *reader[Text]) words(i int) int {
	text := s.text
	for i+20 <= len(text) && s.n <= maxTokens-atOnce {
		low, high, n := letters(load(text, i), load(text, i+8))
		if n == 0 {
			return i
		}
		if n == 16 {
			break
		}
		state, word := s.recent.read(s.machine, low, high)
		end := i + n
		switch plainEnds[text[end]] {
		case endOther:
			return s.word(i, end, state)
		case endApostrophe:
			if text[end+1] != apostrophe[1] || text[end+2] != apostrophe[2] || byteKinds[text[end+3]] >= symbols {
				return s.word(i, end, state)
			}
			s.take(word, i, end, n == 1)
			i = end + len(apostrophe)
			continue
		case endStop:
			if text[end+1] > ' ' {
				return s.word(i, end, state)
			}
			s.take(word, i, end, n == 1)
			if !s.open {
				s.limit()
			}
		case endLine:
			s.take(word, i, end, false)
			return end
		case endNothing:
			s.take(word, i, end, false) // no initial: no stop follows
		}
		if i = end + 1; text[i] == ' ' {
			i++
		}
	}
	if !s.letter(i) {
		return i
	}
	return s.word(i, i, 0)
}

// What may stand behind a word of plain letters.
const (
	endOther      = iota
	endNothing    // a mark that means nothing to it, and nothing else
	endLine       // one that means something, but nothing to the word
	endStop       // a full stop, perhaps of a sentence
	endApostrophe // the first byte of a typographic one, perhaps
)

const apostrophe = "’"

var plainEnds = [256]uint8{' ': endNothing, ',': endNothing, ')': endNothing, '\r': endNothing, '/': endNothing,
	'\n': endLine, ';': endLine, '.': endStop, 0xe2: endApostrophe}

// stop takes the stop c at i.
func (s *reader[Text]) stop(c byte, i int) int {
	if i+1 < len(s.text) && s.text[i+1] == '.' {
		if end := s.skipBlank(i); end > i {
			return end
		}
	}
	i++
	if s.stops(c, i) {
		s.limit()
	}
	return i
}

// high takes the rune outside ASCII at i.
func (s *reader[Text]) high(i int) int {
	r, size := s.rune(i)
	if fold(r).glyph == glyphLetters {
		return s.word(i, i, 0)
	}
	if r == utf8.RuneError && size == 1 {
		s.invalid++
	}
	if end := s.skipBlank(i); end > i {
		return end
	}
	return i + size
}

// mark takes the mark c at i, which is none of those that end sentences, and
// returns where to go on.
func (s *reader[Text]) mark(c byte, i int) int {
	switch {
	case c == ']' && i+1 < len(s.text) && s.text[i+1] == '(':
		return s.link(i + 2)
	case c == ';':
		s.tick++
	case c == ':':
		return s.colon(i)
	case c == '|':
		return s.cell(i)
	case c == '[' || c == '(':
		if end := s.domain(i); end > i {
			return s.email(i, end)
		}
		fallthrough
	case c == '_' || c == '{' || c == '<' || c == '%':
		if end := s.skipBlank(i); end > i {
			return end
		}
	case c < ' ' || c == 0x7f:
		s.control++
	}
	return i + 1
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

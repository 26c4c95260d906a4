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
	tokens  [maxTokens]token
	n       uint // how many of the tokens are read

	invalid, control int
	marked           [1 + maxMarks]int // by mark, 0 for the words that bear none

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
			if i+1 < len(text) && text[i+1] == '.' {
				if end := s.skipBlank(i); end > i {
					i = end
					continue
				}
			}
			i++
			if s.stops(c, i) {
				s.limit()
			}
		case kindAt:
			i = s.email(i, i+1)
		case kindOther:
			if c == ']' && i+1 < len(text) && text[i+1] == '(' {
				i = s.link(i + 2)
				continue
			}
			i = s.mark(c, i)
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
			if end := s.skipBlank(i); end > i {
				i = end
				continue
			}
			i += size
		}
	}
	s.at = i
	return i < len(text)
}

// mark takes the mark c at i, which is none of those that end sentences, and
// returns where to go on.
func (s *reader[Text]) mark(c byte, i int) int {
	switch {
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

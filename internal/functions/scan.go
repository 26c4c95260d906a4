package functions

import (
	"encoding"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// scanner reads the plain JSON that programs write, without reflection: objects
// whose fields each stand once, texts of printable ASCII without escapes, whole
// numbers. Of anything else, right or wrong, it says no, and [gdpr.Decode] reads it
// from the beginning and tells what is wrong: what the scanner takes, Decode takes,
// and makes the same of it.
type scanner struct {
	text []byte
	at   int
}

// space passes over white space.
func (s *scanner) space() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\r', '\n':
			s.at++
		default:
			return
		}
	}
}

// take passes over a byte, after white space, if it is there.
func (s *scanner) take(c byte) bool {
	s.space()
	if s.at < len(s.text) && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

// word passes over null, true or false.
func (s *scanner) word(w string) bool {
	s.space()
	if len(s.text)-s.at < len(w) || string(s.text[s.at:s.at+len(w)]) != w {
		return false
	}
	s.at += len(w)
	return true
}

// end reports whether nothing follows.
func (s *scanner) end() bool {
	s.space()
	return s.at == len(s.text)
}

// raw reads a text.
func (s *scanner) raw() ([]byte, bool) {
	if !s.take('"') {
		return nil, false
	}
	from := s.at
	for ; s.at < len(s.text); s.at++ {
		switch c := s.text[s.at]; {
		case c == '"':
			s.at++
			return s.text[from : s.at-1], true
		case c == '\\' || c < ' ' || c > '~':
			return nil, false
		}
	}
	return nil, false
}

// object reads an object: field reads the value of a name, and returns its number
// from 0, by which one that stands twice is seen.
func (s *scanner) object(field func(s *scanner, name []byte) (int, bool)) bool {
	if s.word("null") {
		return true
	}
	if !s.take('{') {
		return false
	}
	if s.take('}') {
		return true
	}
	var seen uint32
	for {
		name, ok := s.raw()
		if !ok || !s.take(':') {
			return false
		}
		i, ok := field(s, name)
		if !ok || seen>>i&1 == 1 {
			return false
		}
		seen |= 1 << i
		if s.take(',') {
			continue
		}
		return s.take('}')
	}
}

// list reads a list, of which item reads one.
func (s *scanner) list(item func(s *scanner) bool) bool {
	if s.word("null") {
		return true
	}
	if !s.take('[') {
		return false
	}
	if s.take(']') {
		return false // an empty list isn't nil: Decode makes it
	}
	for {
		if !item(s) {
			return false
		}
		if s.take(',') {
			continue
		}
		return s.take(']')
	}
}

func (s *scanner) string(to *string) bool {
	if s.word("null") {
		return true
	}
	text, ok := s.raw()
	*to = string(text)
	return ok
}

func (s *scanner) date(to *date.Date) bool {
	if s.word("null") {
		return true
	}
	text, ok := s.raw()
	if !ok {
		return false
	}
	d, err := gdpr.ParseDate(string(text))
	*to = d
	return err == nil
}

func (s *scanner) answer(to *gdpr.Answer) bool {
	switch {
	case s.word("null"):
		*to = gdpr.Unknown
	case s.word("true"):
		*to = gdpr.Yes
	case s.word("false"):
		*to = gdpr.No
	default:
		return false
	}
	return true
}

// whole reads a whole number of nine digits at most.
func (s *scanner) whole(to *int) bool {
	if s.word("null") {
		return true
	}
	s.space()
	from, n := s.at, 0
	for ; s.at < len(s.text) && s.text[s.at] >= '0' && s.text[s.at] <= '9'; s.at++ {
		if s.at-from >= 9 {
			return false
		}
		n = 10*n + int(s.text[s.at]-'0')
	}
	*to = n
	return s.at > from && (s.text[from] != '0' || s.at == from+1)
}

// enum reads a word of an enumeration.
func (s *scanner) enum(to encoding.TextUnmarshaler) bool {
	if s.word("null") {
		return true
	}
	text, ok := s.raw()
	return ok && to.UnmarshalText(text) == nil
}

package informativa

import (
	"unicode"
	"unicode/utf8"

	"github.com/b58db29f/gdpr"
)

// notes are what values are read with, one text after the other: to make them
// anew for each would take more memory than what is read.
type notes struct {
	text       []byte   // the place at hand, in small letters
	pieces     [][]byte // its words and numbers
	acts       []actName
	cited      citation // the one at hand
	place      []byte   // the place at hand that it cites
	citations  []Citation
	provisions [1 << noted]struct {
		text  string // of a citation
		valid bool   // is it a provision?
	}
}

// noted is how many bits of a hash number the strings that are noted.
const noted = 7

// provision returns the provision that text is, and whether it is one. A text
// cites the same few over and over.
func (n *notes) provision(text []byte) (gdpr.Provision, bool) {
	known := &n.provisions[noteOf(text)]
	if known.text != string(text) {
		known.text = string(text)
		_, err := gdpr.ParseProvision(known.text)
		known.valid = err == nil
	}
	return gdpr.Provision(known.text), known.valid
}

// said are strings that a text says, perhaps over and over.
type said [1 << noted]string

// text returns text as a string.
func (s *said) text(text []byte) string {
	known := &s[noteOf(text)]
	if *known != string(text) {
		*known = string(text)
	}
	return *known
}

// noteOf returns the number of the note for text: its hash, by FNV-1a.
func noteOf(text []byte) uint32 {
	hash := uint32(2166136261)
	for _, c := range text {
		hash = (hash ^ uint32(c)) * 16777619
	}
	return hash >> (32 - noted)
}

// lower appends text in small letters.
func lower[Text ~string | ~[]byte](b []byte, text Text) []byte {
	for i := 0; i < len(text); {
		c := text[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(string(text[i:min(i+utf8.UTFMax, len(text))]))
			b = utf8.AppendRune(b, unicode.ToLower(r))
			i += size
			continue
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
		i++
	}
	return b
}

// unbroken puts together the words of text that a line or a syllable breaks. It
// writes over text.
func unbroken(text []byte) []byte {
	const hyphen = "\u00ad"
	kept := text[:0]
	for i := 0; i < len(text); {
		on := i
		soft := begins(text[i:], hyphen)
		if soft {
			on += len(hyphen)
		} else if text[i] == '-' {
			on++
		}
		switch {
		case on > i && begins(text[on:], "\r\n"):
			i = on + 2
		case on > i && begins(text[on:], "\n"):
			i = on + 1
		case soft:
			i = on
		default:
			kept = append(kept, text[i])
			i++
		}
	}
	return kept
}

// begins reports whether text begins with start.
func begins(text []byte, start string) bool {
	return len(text) >= len(start) && string(text[:len(start)]) == start
}

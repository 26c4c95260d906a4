package wordscan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The symbols of a word: the letters a to z, then what the other letters are
// folded to. è, the verb, is told from e, the conjunction, by a symbol of its
// own; no other accent matters.
const (
	symbolOther = 26 // a letter outside a-z
	symbolVerb  = 27 // è as a word
	symbols     = 32 // a power of two, to index by shifting
)

// Kinds of byte beside the symbols.
const (
	kindDigit = symbols + iota
	kindSpace
	kindLine
	kindApostrophe
	kindStop
	kindHyphen
	kindAt
	kindSlash
	kindOther
	kindHigh // a byte of a rune outside ASCII
)

// byteKinds gives the symbol of each letter and the kind of each other byte.
var byteKinds = func() (kinds [256]uint8) {
	for b := range kinds {
		switch c := byte(b); {
		case 'a' <= c && c <= 'z':
			kinds[b] = c - 'a'
		case 'A' <= c && c <= 'Z':
			kinds[b] = c - 'A'
		case '0' <= c && c <= '9':
			kinds[b] = kindDigit
		case c >= utf8.RuneSelf:
			kinds[b] = kindHigh
		case c == '\n':
			kinds[b] = kindLine
		case c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f':
			kinds[b] = kindSpace
		case c == '\'' || c == '`':
			kinds[b] = kindApostrophe
		case c == '.' || c == '?' || c == '!':
			kinds[b] = kindStop
		case c == '-':
			kinds[b] = kindHyphen
		case c == '@':
			kinds[b] = kindAt
		case c == '/':
			kinds[b] = kindSlash
		default:
			kinds[b] = kindOther
		}
	}
	return kinds
}()

const softHyphen = '\u00ad'

// A glyph is what a rune outside ASCII is to the reader of words.
type glyph uint8

const (
	glyphLetters    glyph = iota // letters, in the symbols that come with it
	glyphNothing                 // a combining mark or a soft hyphen: unseen
	glyphApostrophe              // an apostrophe or a quotation mark like it
	glyphSpace
	glyphBreak // anything else
)

// folded is what a rune is, and the symbols of its letters.
type folded struct {
	glyph   glyph
	n       uint8
	letters [4]uint8
}

// latin holds the runes of Italian, and the marks of its typography.
var latin, marks = func() (latin [0x180]folded, marks [0x70]folded) {
	for r := range latin {
		latin[r] = foldSlowly(rune(r))
	}
	for r := range marks {
		marks[r] = foldSlowly(marksFrom + rune(r))
	}
	return latin, marks
}()

const marksFrom = 0x2000

// fold says what r is and, for letters, their symbols: compatible forms are
// taken apart (ﬁ is f and i), accents dropped, case ignored.
func fold(r rune) folded {
	switch {
	case 0 <= r && int(r) < len(latin):
		return latin[r]
	case marksFrom <= r && int(r-marksFrom) < len(marks):
		return marks[r-marksFrom]
	}
	return foldSlowly(r)
}

func foldSlowly(r rune) folded {
	g, letters, n := unfold(r)
	return folded{g, uint8(n), letters}
}

func unfold(r rune) (g glyph, letters [4]uint8, n int) {
	switch r {
	case '’', '‘', 'ʼ', '´', '′', '‛', 'ʹ':
		return glyphApostrophe, letters, 0
	case softHyphen, '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return glyphNothing, letters, 0
	}
	if unicode.IsSpace(r) {
		return glyphSpace, letters, 0
	}
	var buffer [utf8.UTFMax]byte
	parts := buffer[:utf8.EncodeRune(buffer[:], r)]
	if whole := norm.NFKD.Properties(parts).Decomposition(); whole != nil {
		parts = whole
	}
	seen := glyphNothing
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		part = unicode.ToLower(unicode.ToUpper(part))
		switch {
		case unicode.Is(unicode.Mn, part):
		case unicode.IsLetter(part):
			seen = glyphLetters
			if n == len(letters) {
				n-- // more letters than any Latin ligature: no known word
			}
			letters[n] = symbolOther
			if 'a' <= part && part <= 'z' {
				letters[n] = uint8(part - 'a')
			}
			n++
		case part == '\u02bc':
			return glyphApostrophe, letters, 0
		case n == 0:
			return glyphBreak, letters, 0
		}
	}
	return seen, letters, n
}

// foldWord returns the word of a pattern as the scanner sees it: small ASCII
// letters and digits; è stands as it is.
func foldWord(word string) string {
	if word == "è" || word == "é" {
		return "è"
	}
	var small strings.Builder
	for _, r := range word {
		if r < utf8.RuneSelf {
			small.WriteRune(unicode.ToLower(r))
			continue
		}
		f := fold(r)
		for _, letter := range f.letters[:f.n] {
			small.WriteByte('a' + letter)
		}
	}
	return small.String()
}

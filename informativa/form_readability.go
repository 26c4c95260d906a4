package informativa

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Legibility counts what makes a text easy or hard to read. It is a comparable
// value; the zero value is that of a text without words.
//
// Law: Regolamento 23(1); GDPR 12(1).
type Legibility struct {
	Letters   int `json:"letters"`   // letters and digits in the words
	Words     int `json:"words"`     // by the rules of Unicode, and an elided article is a word
	Sentences int `json:"sentences"` // by the rules of Unicode; a heading and the item of a list are sentences
}

// Schooling is the least schooling with which a text of some readability is read
// with ease. The zero value is that of a text without words.
//
// Law: Regolamento 23(1); GDPR 12(1).
type Schooling uint8

// The bands of the Gulpease index.
//
//words:label informativa.schooling
const (
	Elementary       Schooling = iota + 1 // elementary: 80 or more: with elementary school
	MiddleSchool                          // middle: 60 to 80
	HighSchool                            // high: 40 to 60
	BeyondHighSchool                      // beyond: below 40: hard even for anyone who finished high school
)

// Gulpease returns the readability index of Italian text of the Gruppo
// universitario linguistico pedagogico, from 0 to 100, higher being easier:
// 89 + (300 sentences - 10 letters) / words. Of a text without words it is 0.
//
// Law: Regolamento 23(1); GDPR 12(1).
func (l Legibility) Gulpease() float64 {
	if l.Words == 0 {
		return 0
	}
	index := 89 + (300*float64(l.Sentences)-10*float64(l.Letters))/float64(l.Words)
	return max(0, min(100, index))
}

// Schooling returns the band of the index.
//
// Law: Regolamento 23(1); GDPR 12(1).
func (l Legibility) Schooling() Schooling {
	switch g := l.Gulpease(); {
	case l.Words == 0:
		return 0
	case g >= 80:
		return Elementary
	case g >= 60:
		return MiddleSchool
	case g >= 40:
		return HighSchool
	}
	return BeyondHighSchool
}

// Measure counts the letters, words and sentences of an Italian text, plain or
// Markdown, in one pass.
//
// It follows the default rules of Unicode text segmentation (UAX #29), with the
// changes that it advises for Italian: an apostrophe ends a word ("l'ufficio"
// has two), the stop of a common abbreviation ("art. 13") ends no sentence. A
// mark inside a number or a name ("1.000", "comune.it") doesn't part it, and a
// stop before a small letter ends no sentence. Where one paragraph, heading or
// item of a list ends, its sentence does.
//
// Law: Regolamento 23(1); GDPR 12(1).
func Measure(text string) Legibility {
	var m measure
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		rest := text[i+size:]
		switch {
		case inWord(r):
			m.letter(text[i:i+size], r)
		case m.word > 0 && joins(r, rest):
		case r == '\n':
			m.endWord()
			if newBlock(rest) {
				m.endSentence()
			}
		default:
			m.stop = r == '.' && m.word > 0 && m.abbreviation()
			m.endWord()
			if ends(r) && !m.stop && !goesOn(rest) {
				m.endSentence()
			}
		}
		i += size
	}
	m.endWord()
	m.endSentence()
	return m.Legibility
}

// measure is the state of counting.
type measure struct {
	Legibility
	word    int // letters of the word that is open
	stop    bool
	start   [8]byte // the word in small letters, for the abbreviations
	length  int
	pending bool // words since the last sentence ended
}

func (m *measure) letter(bytes string, r rune) {
	if !unicode.IsMark(r) {
		m.word++
		m.Letters++
	}
	if m.length+len(bytes) <= len(m.start) {
		copy(m.start[m.length:], bytes)
	}
	m.length += len(bytes)
}

func (m *measure) endWord() {
	if m.word > 0 {
		m.Words++
		m.pending = true
	}
	m.word, m.length = 0, 0
}

func (m *measure) endSentence() {
	if m.pending {
		m.Sentences++
		m.pending = false
	}
}

func (m *measure) abbreviation() bool {
	if m.length > len(m.start) {
		return false
	}
	word := string(m.start[:m.length])
	// A single letter is an initial: "G. Verdi", "D. Lgs."
	if m.word == 1 && unicode.IsLetter([]rune(word)[0]) {
		return true
	}
	return abbreviations[strings.ToLower(word)]
}

var abbreviations = map[string]bool{
	"art": true, "artt": true, "par": true, "lett": true, "co": true, "nr": true, "num": true,
	"reg": true, "lgs": true, "dlgs": true, "dl": true, "dpr": true, "dott": true, "sig": true,
	"avv": true, "ing": true, "prof": true, "tel": true, "pag": true, "es": true, "ecc": true, "cfr": true,
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// joins reports whether a mark inside a word belongs to it: a letter or digit
// follows, and the mark isn't the apostrophe of an elision.
func joins(mark rune, rest string) bool {
	switch mark {
	case '\u00ad', '\u200d':
		return true
	case '.', ':', ',', '·':
		next, _ := utf8.DecodeRuneInString(rest)
		return mark == '.' && unicode.IsLetter(next) || mark != ':' && unicode.IsDigit(next)
	}
	return false
}

func ends(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

// goesOn reports whether the sentence goes on after a stop: a small letter
// follows it, or another stop.
func goesOn(rest string) bool {
	for _, r := range rest {
		switch {
		case r == '\n':
			return false
		case ends(r), unicode.IsLower(r):
			return true
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return false
		}
	}
	return false
}

// newBlock reports whether a line that begins with rest begins a paragraph, a
// heading, a row of a table or the item of a list.
func newBlock(rest string) bool {
	line, _, _ := strings.Cut(rest, "\n")
	line = strings.TrimSpace(line)
	if line == "" {
		return true
	}
	switch line[0] {
	case '#', '|', '>':
		return true
	case '-', '*', '+':
		return len(line) > 1 && line[1] == ' '
	}
	digits := 0
	for digits < len(line) && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	return digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')')
}

package informativa

import (
	"github.com/b58db29f/gdpr/internal/wordscan"
)

// Language is what a text is written in, as far as scanning tells. The zero
// value is not given.
type Language uint8

// The languages, and what isn't one.
//
//words:label informativa.language
const (
	Italian       Language = iota + 1 // italian
	English                           // english: the commonest language of notices that aren't Italian
	French                            // french: told from Italian by its own articles and verbs
	German                            // german: as above
	Spanish                           // spanish: as above
	OtherLanguage                     // other: words of none of these
	NoText                            // no_text: nothing, or nothing with a word in it
	Binary                            // binary: no text at all: a file of another kind
)

// In running text of a language, one word in five or more is an article, a
// preposition or an auxiliary verb that marks it; in another language, hardly
// any. A text that mixes two is of the one with more marks.
const wordsPerMark = 12

// tell returns the language that the marks in r speak for. The rules name the
// marks in the order of the languages above.
func tell(r wordscan.Result, length int) Language {
	switch {
	case r.Control+r.Invalid > length/10:
		return Binary
	case r.Words == 0:
		return NoText
	}
	told, most := OtherLanguage, 0
	for i, marks := range r.Marked {
		if marks > most {
			told, most = Language(i+1), marks
		}
	}
	if most*wordsPerMark < r.Words {
		return OtherLanguage
	}
	return told
}

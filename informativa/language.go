package informativa

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/wordscan"
	"golang.org/x/text/language"
)

// Language is what a text is written in, as far as scanning tells. The zero
// value is not given.
type Language uint8

// The languages, and what isn't one.
const (
	Italian       Language = iota + 1
	English                // the commonest language of notices that aren't Italian
	French                 // told from Italian by its own articles and verbs
	German                 // as above
	Spanish                // as above
	OtherLanguage          // words of none of these
	NoText                 // nothing, or nothing with a word in it
	Binary                 // no text at all: a file of another kind
)

var languageNames = gdpr.Names{"", "italian", "english", "french", "german", "spanish", "other", "no text", "binary"}

var languageLabels = [...]gdpr.Text{
	Italian:       {IT: "italiano", EN: "Italian"},
	English:       {IT: "inglese", EN: "English"},
	French:        {IT: "francese", EN: "French"},
	German:        {IT: "tedesco", EN: "German"},
	Spanish:       {IT: "spagnolo", EN: "Spanish"},
	OtherLanguage: {IT: "altra lingua", EN: "another language"},
	NoText:        {IT: "nessun testo", EN: "no text"},
	Binary:        {IT: "non è un testo", EN: "not a text"},
}

// String returns the word of the language: "italian".
func (l Language) String() string { return languageNames.String(int(l)) }

// MarshalText returns the word of the language. A value that is none is an
// [*gdpr.InputError] with [gdpr.FaultName].
func (l Language) MarshalText() ([]byte, error) { return languageNames.Text(int(l)) }

// UnmarshalText reads the word of a language. Any other word is an
// [*gdpr.InputError] with [gdpr.FaultName] that lists the valid ones.
func (l *Language) UnmarshalText(text []byte) error {
	i, err := languageNames.Parse(string(text))
	if err != nil {
		return err
	}
	*l = Language(i)
	return nil
}

// Label returns what a person reads for l, in Italian or English; "" if l is
// none.
func (l Language) Label(tag language.Tag) string {
	if int(l) >= len(languageLabels) {
		return ""
	}
	return languageLabels[l].In(tag)
}

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

package gdpr

import "golang.org/x/text/language"

// Text is a short text in the two languages of the library. The zero value is
// the empty text.
type Text struct {
	IT string `json:"it"` // Italian
	EN string `json:"en"` // English
}

// In returns the text in the language that best matches tag: Italian for
// Italian and its dialects, English for English, and Italian for every other
// language, because the readers of this library's results work in Italian
// public bodies. [Match] tells which of the two a tag gets.
func (t Text) In(tag language.Tag) string {
	if Match(tag) == language.English {
		return t.EN
	}
	return t.IT
}

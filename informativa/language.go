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

// Readable reports whether [Scan] has rules for notices in that language, so that
// what it doesn't find in one is missing: Italian and German.
//
// Law: GDPR 13(1); GDPR 14(1).
func (l Language) Readable() bool { return l == Italian || l == German }

// In running text of a language, one word in five or more is an article, a
// preposition or an auxiliary verb that marks it; in another language, hardly
// any. In tables and in banners there are fewer.
const (
	wordsPerMark  = 12 // at most, in a text that is of the language
	wordsInTables = 40 // at most, in one that says enough in its words
	shortText     = 60 // words that are too few to count marks
)

// ownElements are the elements whose rules match words of one language alone: "GDPR",
// "cookie" and an address are the same in any language.
var ownElements = [...]Element{Purposes, LegalBasis, DataCategories, Source, Recipients, Transfers, Retention, RightAccess, RightRectification,
	RightErasure, RightRestriction, RightObjection, ConsentWithdrawal, Complaint, Exercise, Provision, Consequences, Methods, Security}

// enoughElements is how many of them show that a text says in Italian what it
// says.
const enoughElements = 4

// tell returns the language of a text, and that which it is written in besides,
// if it is bilingual. Italian marks alone make a text Italian, whatever else is
// in it; of the others the one with most marks. German is also told by what its
// rules find, in a table or in a text of few words. The rules name the marks in the
// order of the languages.
//
// own and german are how many of ownElements the rules of Italian and of German find.
func tell(r wordscan.Result, length, own, german int) (told, also Language) {
	switch {
	case r.Control+r.Invalid > length/10:
		return Binary, 0
	case r.Words == 0:
		return NoText, 0
	}
	most, italian := 0, 0
	other := OtherLanguage
	for i, marks := range r.Marked {
		switch {
		case Language(i+1) == Italian:
			italian = marks
		case marks > most:
			other, most = Language(i+1), marks
		}
	}
	spoken := most*wordsPerMark >= r.Words // the other language is running text too
	inTables := other == German && most*wordsInTables >= r.Words && german >= enoughElements
	switch {
	case italian*wordsPerMark >= r.Words && (italian*2 >= most || own >= enoughElements),
		italian*wordsInTables >= r.Words && own >= enoughElements,
		italian > 0 && italian >= most && r.Words <= shortText && own > 0:
	case spoken, inTables:
		return other, 0
	case r.Words <= shortText && german > 0 && most >= italian && (other == German || most == 0):
		return German, 0
	default:
		return OtherLanguage, 0
	}
	if spoken || inTables {
		also = other
	}
	return Italian, also
}

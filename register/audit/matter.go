package audit

import (
	"iter"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Matter is one of the nine that are checked every six months. The zero value is
// not given.
//
// Law: Regolamento 35(1).
type Matter uint8

// The nine matters, in the order of the regulation.
const (
	Electronic        Matter = iota + 1 // use of electronic tools: passwords, accesses, sensitive data
	Paper                               // use of paper archives, sensitive data above all
	Training                            // training of staff, by what they do
	Minimisation                        // minimisation, accuracy, periods of keeping
	Breaches                            // after a breach, measures against its effects
	Rights                              // requests, objections and complaints of data subjects
	Notices                             // notices up to date and fit for each office
	Publications                        // web: notice board and transparency, with their periods
	VideoSurveillance                   // measures on video surveillance
)

var matterNames = gdpr.Names{"", "electronic", "paper", "training", "minimisation", "breaches", "rights", "notices", "publications", "video surveillance"}

// Matters yields the nine in their order.
//
// Law: Regolamento 35(1).
func Matters() iter.Seq[Matter] {
	return func(yield func(Matter) bool) {
		for m := Electronic; m <= VideoSurveillance; m++ {
			if !yield(m) {
				return
			}
		}
	}
}

// String returns the matter's word: "training".
func (m Matter) String() string { return matterNames.String(int(m)) }

// Label returns the matter's name in the language that [gdpr.Match] picks for
// tag.
func (m Matter) Label(tag language.Tag) string { return label(tag, "matter", m.String()) }

// MarshalText returns the matter's word.
func (m Matter) MarshalText() ([]byte, error) { return matterNames.Text(int(m)) }

// UnmarshalText reads the matter's word. An unknown word is a
// [*gdpr.InputError].
func (m *Matter) UnmarshalText(text []byte) error {
	i, err := matterNames.Parse(string(text))
	*m = Matter(i)
	return err
}

func (m Matter) known() bool { return m >= Electronic && m <= VideoSurveillance }

// label returns what a person reads for a word of an enumeration.
func label(tag language.Tag, enumeration, word string) string {
	if word == "" {
		return ""
	}
	return catalog.Text(tag, "audit."+enumeration+"."+word)
}

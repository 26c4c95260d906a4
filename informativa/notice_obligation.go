package informativa

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Obligation tells whether data must be given. The zero value is not given.
//
// Law: GDPR 13(2)(e).
type Obligation uint8

// The obligations to give data.
const (
	Free       Obligation = iota + 1 // whoever wants to gives them
	ByStatute                        // a law wants them
	ForService                       // a contract or a service can't do without them
)

var obligations = gdpr.Names{"", "free", "statute", "service"}

// String returns the word of the obligation: "free".
func (o Obligation) String() string { return obligations.String(int(o)) }

// MarshalText returns the word of the obligation.
func (o Obligation) MarshalText() ([]byte, error) { return obligations.Text(int(o)) }

// UnmarshalText reads the word of the obligation. An unknown word is a
// [*gdpr.InputError].
func (o *Obligation) UnmarshalText(text []byte) error {
	i, err := obligations.Parse(string(text))
	*o = Obligation(i)
	return err
}

// Label names the obligation in the language that [gdpr.Match] picks for tag.
func (o Obligation) Label(tag language.Tag) string {
	return catalog.Text(tag, "informativa.obligation."+o.String())
}

package pdnd

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Kind is the kind of body as the platform knows it; it decides which family of
// forms is used. The words are the platform's own: "PA", "PRIVATE", "GSP", "SCP".
// The zero value is not given.
type Kind uint8

// The kinds of bodies. PA has forms of its own, the others share theirs.
const (
	PA      Kind = iota + 1 // public administration
	Private                 // private body
	GSP                     // manager of public services
	SCP                     // company under public control
)

var kinds = words{"", "PA", "PRIVATE", "GSP", "SCP"}

// Family returns the kind whose forms the kind uses: PA for PA, Private for the
// other three, and zero for none.
//
// Law: GDPR 5(2).
func (k Kind) Family() Kind {
	switch k {
	case PA:
		return PA
	case Private, GSP, SCP:
		return Private
	}
	return 0
}

// String returns the kind's word: "PA".
func (k Kind) String() string { return kinds.text("Kind", int(k)) }

// Label returns the kind's name in the language that [gdpr.Match] picks for tag.
func (k Kind) Label(tag language.Tag) string { return catalog.Label(tag, "pdnd.kind."+k.String()) }

// MarshalText returns the kind's word.
func (k Kind) MarshalText() ([]byte, error) { return kinds.marshal(int(k)) }

// UnmarshalText reads the kind's word. An unknown word is a [*gdpr.InputError].
func (k *Kind) UnmarshalText(text []byte) error {
	i, err := kinds.parse(text)
	*k = Kind(i)
	return err
}

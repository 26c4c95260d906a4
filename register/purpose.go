package register

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Purpose is one purpose of an activity, with what makes it lawful.
//
// Law: Regolamento 1(2); Regolamento 16(2); GDPR 30(1)(b); GDPR 6(1).
type Purpose struct {
	Text     string   `json:"text"`
	Function Function `json:"function,omitempty"` // the institutional function that it serves
	Basis    Basis    `json:"basis,omitempty"`    // what makes it lawful
	Norm     string   `json:"norm,omitempty"`     // the law, regulation, agreement or contract: "L. 1228/1954"
}

// Function is the institutional function that a purpose serves. The zero value
// is not given.
//
// Law: Regolamento 1(2).
type Function uint8

// The institutional functions, in the order of the regulation.
const (
	ByLaw       Function = iota + 1 // laid down by law, the statute or regulations
	ByAgreement                     // by conventions, agreements, planning
	ByAutonomy                      // the Comune's own organisation, administration and finance
	ByContract                      // performing a contract with the person
	ByConsent                       // another specific purpose, to which the person consents
)

var functions = gdpr.Names{"", "law", "agreement", "autonomy", "contract", "consent"}

// NeedsConsent reports whether the processing rests on the person's consent.
// Only the last of the five functions does; for the others consent is neither
// needed nor, as a rule, free, since the Comune has power over who gives it.
//
// Law: Regolamento 1(2); GDPR 6(1)(a); GDPR recital 43.
func (f Function) NeedsConsent() bool { return f == ByConsent }

// String returns the function's word: "law".
func (f Function) String() string { return functions.String(int(f)) }

// Label returns the function's name in the language that [gdpr.Match] picks for
// tag.
func (f Function) Label(tag language.Tag) string { return label(tag, "function", f.String()) }

// MarshalText returns the function's word.
func (f Function) MarshalText() ([]byte, error) { return functions.Text(int(f)) }

// UnmarshalText reads the function's word. An unknown word is a
// [*gdpr.InputError].
func (f *Function) UnmarshalText(text []byte) error {
	i, err := functions.Parse(string(text))
	*f = Function(i)
	return err
}

// Basis is the legal basis of a purpose. The zero value is not given.
//
// Law: GDPR 6(1).
type Basis uint8

// The legal bases, in the order of the GDPR.
const (
	Consent             Basis = iota + 1 // letter a
	Contract                             // letter b
	LegalObligation                      // letter c
	VitalInterests                       // letter d
	PublicTask                           // letter e
	LegitimateInterests                  // letter f, closed to a public authority in its tasks
)

var bases = gdpr.Names{"", "consent", "contract", "legal obligation", "vital interests", "public task", "legitimate interests"}

// Provision returns the letter of GDPR 6(1), or "" for the zero value.
//
// Law: GDPR 6(1).
func (b Basis) Provision() gdpr.Provision {
	if b < Consent || b > LegitimateInterests {
		return ""
	}
	return "GDPR 6(1)(" + gdpr.Provision('a'+rune(b-Consent)) + ")"
}

// String returns the basis's word: "public task".
func (b Basis) String() string { return bases.String(int(b)) }

// Label returns the basis's name in the language that [gdpr.Match] picks for
// tag.
func (b Basis) Label(tag language.Tag) string { return label(tag, "basis", b.String()) }

// MarshalText returns the basis's word.
func (b Basis) MarshalText() ([]byte, error) { return bases.Text(int(b)) }

// UnmarshalText reads the basis's word. An unknown word is a
// [*gdpr.InputError].
func (b *Basis) UnmarshalText(text []byte) error {
	i, err := bases.Parse(string(text))
	*b = Basis(i)
	return err
}

// label returns the name of an enumeration's value from the catalogue, or
// nothing for the value that says nothing.
func label(tag language.Tag, enumeration, word string) string {
	if word == "" {
		return ""
	}
	return catalog.Text(tag, "register."+enumeration+"."+word)
}

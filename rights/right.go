package rights

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Right is what a request asks for. The zero value is not given.
//
// Law: Regolamento 17(1); Regolamento 18(1); Regolamento 19(1); Regolamento 20(1); Regolamento 21(1); Regolamento 25(4); GDPR 15; GDPR 16; GDPR 17; GDPR 18; GDPR 20; GDPR 21; GDPR 22; GDPR 7(3).
type Right uint8

// The rights of the data subject.
const (
	ToAccess        Right = iota + 1 // accesso
	ToRectification                  // rettifica e integrazione
	ToErasure                        // cancellazione
	ToRestriction                    // limitazione
	ToPortability                    // portabilità
	ToObject                         // opposizione
	ToHumanDecision                  // not to be subject to automated decisions
	ToWithdraw                       // revoca del consenso
)

var rightNames = gdpr.Names{"", "access", "rectification", "erasure", "restriction", "portability", "objection", "human decision", "withdrawal"}

// String returns the right's word: "access".
func (r Right) String() string { return rightNames.String(int(r)) }

// Label returns the right's name in the language that [gdpr.Match] picks for
// tag: "diritto di accesso".
func (r Right) Label(tag language.Tag) string {
	return catalog.Text(tag, "rights.right."+r.String())
}

// MarshalText returns the right's word. A value that isn't a right is a
// [*gdpr.InputError] with [gdpr.FaultName].
func (r Right) MarshalText() ([]byte, error) { return rightNames.Text(int(r)) }

// UnmarshalText reads the right's word. An unknown word is a
// [*gdpr.InputError] with [gdpr.FaultName] that lists the valid ones.
func (r *Right) UnmarshalText(text []byte) error {
	i, err := rightNames.Parse(string(text))
	*r = Right(i)
	return err
}

// sources are the provisions that set the terms of a right: in the municipal
// regulation for the reply and its extension, and in the GDPR.
type sources struct{ reply, extension, gdpr gdpr.Provision }

// setBy has the sources of each right. The regulation has no comma on automated
// decisions, save that its objection covers profiling, and none on the term of
// portability, which it treats with access.
var setBy = [...]sources{
	0:               {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
	ToAccess:        {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
	ToRectification: {"Regolamento 20(2)", "Regolamento 20(2)", "GDPR 12(3)"},
	ToErasure:       {"Regolamento 19(2)", "Regolamento 19(2)", "GDPR 12(3)"},
	ToRestriction:   {"Regolamento 18(2)", "Regolamento 18(2)", "GDPR 12(3)"},
	ToPortability:   {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
	ToObject:        {"Regolamento 21(2)", "Regolamento 21(3)", "GDPR 12(3)"},
	ToHumanDecision: {"Regolamento 21(2)", "Regolamento 21(3)", "GDPR 12(3)"},
	ToWithdraw:      {"Regolamento 25(4)", "Regolamento 25(4)", "GDPR 7(3)"},
}

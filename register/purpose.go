package register

import (
	"github.com/b58db29f/gdpr"
)

// Purpose is one purpose of an activity, with what makes it lawful.
//
// Law: Regolamento 1(2); Regolamento 16(2); GDPR 30(1)(b); GDPR 6(1).
type Purpose struct {
	Text     string   `json:"text"`
	Function Function `json:"function,omitempty"`  // the institutional function that it serves
	Basis    Basis    `json:"basis,omitempty"`     // what makes it lawful
	Norm     string   `json:"norm,omitempty"`      // the law, regulation, agreement or contract: "L. 1228/1954"
	NormKind NormKind `json:"norm_kind,omitempty"` // which of them it is, where a task in the public interest rests on it
}

// Function is the institutional function that a purpose serves. The zero value
// is not given.
//
// Law: Regolamento 1(2).
type Function uint8

// The institutional functions, in the order of the regulation.
//
//words:label register.function
const (
	ByLaw       Function = iota + 1 // law: laid down by law, the statute or regulations
	ByAgreement                     // agreement: by conventions, agreements, planning
	ByAutonomy                      // autonomy: the Comune's own organisation, administration and finance
	ByContract                      // contract: performing a contract with the person
	ByConsent                       // consent: another specific purpose, to which the person consents
)

// NeedsConsent reports whether the processing rests on the person's consent.
// Only the last of the five functions does; for the others consent is neither
// needed nor, as a rule, free, since the Comune has power over who gives it.
//
// Law: Regolamento 1(2); GDPR 6(1)(a); GDPR recital 43.
func (f Function) NeedsConsent() bool { return f == ByConsent }

// institutional reports whether the function is a task of the body: the first
// three are.
func (f Function) institutional() bool { return f == ByLaw || f == ByAgreement || f == ByAutonomy }

// Basis is the legal basis of a purpose. The zero value is not given.
//
// Law: GDPR 6(1).
type Basis uint8

// The legal bases, in the order of the GDPR.
//
//words:label register.basis
const (
	Consent             Basis = iota + 1 // consent: letter a
	Contract                             // contract: letter b
	LegalObligation                      // legal_obligation: letter c
	VitalInterests                       // vital_interests: letter d
	PublicTask                           // public_task: letter e
	LegitimateInterests                  // legitimate_interests: letter f, closed to a public authority in its tasks
)

// Provision returns the letter of GDPR 6(1), or "" for the zero value.
//
// Law: GDPR 6(1).
func (b Basis) Provision() gdpr.Provision {
	if !b.Valid() {
		return ""
	}
	return basisLaw[b]
}

var basisLaw = [basisCount]gdpr.Provision{
	Consent: "GDPR 6(1)(a)", Contract: "GDPR 6(1)(b)", LegalObligation: "GDPR 6(1)(c)",
	VitalInterests: "GDPR 6(1)(d)", PublicTask: "GDPR 6(1)(e)", LegitimateInterests: "GDPR 6(1)(f)",
}

package register

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
)

// DPIA is what the register knows of an activity's impact assessment: the facts
// that tell whether one is due, what relieves of it, and when it was made.
//
// Law: Regolamento 27(1); GDPR 35(1).
type DPIA struct {
	Facts     dpia.Facts         `json:"facts,omitzero"`
	Law       dpia.LawAssessment `json:"law,omitzero"`       // claimed: assessed when its law was made
	Similar   dpia.Similar       `json:"similar,omitzero"`   // claimed: covered by a similar processing's
	Exception dpia.Exception     `json:"exception,omitzero"` // claimed: not of high risk after all
	Done      date.Date          `json:"done,omitzero"`      // day on which the assessment was approved
	Document  string             `json:"document,omitempty"` // where it is kept
}

// empty reports whether nothing is known.
func (d *DPIA) empty() bool { return *d == (DPIA{}) }

// Screen tells by [dpia.Screen] whether the activity needs an impact assessment.
// Special, judicial, genetic and biometric data among those that it lists are
// facts that nobody has to answer again; to deny them is a contradiction. The
// errors are those of [dpia.Screen].
//
// Law: Regolamento 27(1); Regolamento 27(3); Regolamento 27(5); GDPR 35(1); GDPR 35(3).
func (a *Activity) Screen(p dpia.Policy) (dpia.Screening, error) {
	facts := a.DPIA.Facts
	kinds := a.Kinds()
	for _, known := range [...]struct {
		field string
		has   bool
		fact  *gdpr.Answer
	}{
		{"special_data", kinds.Special(), &facts.SpecialData},
		{"biometric_data", kinds.Has(Biometric), &facts.BiometricData},
		{"genetic_data", kinds.Has(Genetic), &facts.GeneticData},
		{"criminal_data", kinds.Has(Criminal), &facts.CriminalData},
	} {
		switch {
		case !known.has:
		case *known.fact == gdpr.No:
			return dpia.Screening{}, &gdpr.InputError{Field: known.field, Value: "false", Fault: gdpr.FaultContradiction, Other: "data"}
		default:
			*known.fact = gdpr.Yes
		}
	}
	s, err := dpia.Screen(facts, p)
	if err != nil {
		return dpia.Screening{}, err
	}
	if a.DPIA.Law != (dpia.LawAssessment{}) {
		s = s.AssessedByLaw(a.DPIA.Law)
	}
	if a.DPIA.Similar != (dpia.Similar{}) {
		s = s.AssessedBefore(a.DPIA.Similar)
	}
	if a.DPIA.Exception != (dpia.Exception{}) {
		s = s.Excepted(a.DPIA.Exception)
	}
	return s, nil
}

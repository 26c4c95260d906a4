package register

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
)

// Policy is what a Comune sets for itself where the law leaves it a choice. The
// zero value is the library's default.
//
// Law: Regolamento 16(1); Regolamento 27(5).
type Policy struct {
	Regime gdpr.Regime `json:"regime,omitzero"` // whose law binds the body; the screening of impact assessments follows it
	Record bool        `json:"record,omitzero"` // check what art. 30 wants in the record, and no more

	Review gdpr.Term   `json:"review,omitzero"` // how long an entry may go unreviewed: 12 months if zero; the law says "up to date" and no figure
	DPIA   dpia.Policy `json:"dpia,omitzero"`
}

// screening returns the policy of the screening, under the regime.
func (p *Policy) screening() dpia.Policy {
	screening := p.DPIA
	screening.Regime = max(screening.Regime, p.Regime)
	return screening
}

// review returns the term of review, or an error for one that isn't a term in
// days or longer.
func (p *Policy) review() (gdpr.Term, error) {
	t := p.Review
	if t == (gdpr.Term{}) {
		return gdpr.Term{N: 12, Unit: gdpr.Months}, nil
	}
	// The term must be one that can be counted from any day.
	if _, err := t.After(1, gdpr.Calendar{}); err != nil {
		return t, gdpr.At("review", err)
	}
	return t, nil
}

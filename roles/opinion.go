package roles

import (
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Opinion is the record of the data protection officer's opinion (parere del
// RPD) on one matter: a breach, an impact assessment, a new processing. The zero
// value is a matter on which nobody asked.
//
// Law: Regolamento 9(1); Regolamento 9(2); GDPR 38(1).
type Opinion struct {
	Asked    date.Date   `json:"asked,omitzero"`    // the day it was asked for
	Given    date.Date   `json:"given,omitzero"`    // the day it was given
	Departed gdpr.Answer `json:"departed"`          // does the decision depart from it?
	Reasons  string      `json:"reasons,omitempty"` // why it departs
}

// The findings of [Opinion.Check].
const (
	CodeOpinionNotAsked   gdpr.Code = "roles.opinion.not-asked"
	CodeOpinionNotGiven   gdpr.Code = "roles.opinion.not-given"
	CodeOpinionLate       gdpr.Code = "roles.opinion.late"
	CodeOpinionUnresolved gdpr.Code = "roles.opinion.unresolved"
	CodeOpinionUnreasoned gdpr.Code = "roles.opinion.unreasoned"
)

// Check tells what is missing of the officer's part in a decision taken on the
// day decided; 0 stands for a decision still to come. The opinion doesn't bind
// the Comune, but it is asked for in time, which is before the decision, and a
// decision that departs from it says why.
//
// Law: Regolamento 9(1); Regolamento 9(2); GDPR 38(1); GDPR 39(1); WP243.
func (o Opinion) Check(decided date.Date) gdpr.Findings {
	var fs gdpr.Findings
	if o.Asked == 0 && o.Given == 0 {
		return append(fs, gdpr.Finding{Code: CodeOpinionNotAsked, Severity: gdpr.Violation, Where: "asked",
			Provisions: []gdpr.Provision{"Regolamento 9(1)", "GDPR 38(1)"}})
	}
	if decided == 0 {
		return nil
	}
	switch {
	case o.Given == 0:
		fs = append(fs, gdpr.Finding{Code: CodeOpinionNotGiven, Severity: gdpr.Violation, Where: "given",
			Provisions: []gdpr.Provision{"Regolamento 9(1)", "GDPR 38(1)"}})
	case o.Given > decided:
		fs = append(fs, gdpr.Finding{Code: CodeOpinionLate, Severity: gdpr.Violation, Where: "given",
			Provisions: []gdpr.Provision{"Regolamento 9(1)", "GDPR 38(1)"}, Args: []any{o.Given.String(), decided.String()}})
	case o.Departed == gdpr.Unknown:
		fs = append(fs, gdpr.Finding{Code: CodeOpinionUnresolved, Severity: gdpr.Warning, Where: "departed",
			Provisions: []gdpr.Provision{"Regolamento 9(2)"}})
	case o.Departed == gdpr.Yes && strings.TrimSpace(o.Reasons) == "":
		fs = append(fs, gdpr.Finding{Code: CodeOpinionUnreasoned, Severity: gdpr.Violation, Where: "reasons",
			Provisions: []gdpr.Provision{"Regolamento 9(2)"}})
	}
	return fs
}

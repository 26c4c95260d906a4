package roles

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Opinion is the record of the data protection officer's opinion (parere del
// RPD) on one matter: a breach, an impact assessment, a new processing. The zero
// value is a matter on which nobody asked.
//
// Law: Regolamento 9(1); Regolamento 9(2); GDPR 38(1).
type Opinion struct {
	Asked    date.Date   `json:"asked,omitzero"`    // the day it was asked for
	Given    date.Date   `json:"given,omitzero"`    // the day it was given
	Text     string      `json:"text,omitempty"`    // what it says, or where it is kept
	Favours  gdpr.Answer `json:"favours,omitzero"`  // is it in favour? With conditions: no, until they are met
	Departed gdpr.Answer `json:"departed"`          // does the decision depart from it?
	Reasons  string      `json:"reasons,omitempty"` // why it departs
}

// The findings of [Opinion.Check].
const (
	CodeOpinionNotAsked   gdpr.Code = "roles.opinion.not-asked"  // violation: the data protection officer's opinion wasn't asked for
	CodeOpinionNotGiven   gdpr.Code = "roles.opinion.not-given"  // violation: the decision was taken before the data protection officer gave an opinion
	CodeOpinionLate       gdpr.Code = "roles.opinion.late"       // violation: the data protection officer's opinion is of …, after the decision of …
	CodeOpinionUnresolved gdpr.Code = "roles.opinion.unresolved" // warning: it isn't said whether the decision follows the data protection officer's opinion or departs from it
	CodeOpinionUnreasoned gdpr.Code = "roles.opinion.unreasoned" // violation: the decision departs from the data protection officer's opinion without saying why
)

// The rows of an opinion. That a departure is explained is a comma of the template
// and good practice elsewhere.
var (
	opinionNotAsked   = find.Violation(CodeOpinionNotAsked, "GDPR 38(1)", "Regolamento 9(1)")
	opinionNotGiven   = find.Violation(CodeOpinionNotGiven, "GDPR 38(1)", "Regolamento 9(1)")
	opinionLate       = find.Violation(CodeOpinionLate, "GDPR 38(1)", "Regolamento 9(1)")
	opinionUnresolved = find.Warning(CodeOpinionUnresolved, "Regolamento 9(2)")
	opinionUnreasoned = find.Violation(CodeOpinionUnreasoned, "Regolamento 9(2)")
)

// Check tells what is missing of the officer's part in a decision taken on the
// day decided; 0 stands for a decision still to come. The opinion doesn't bind
// the Comune, but it is asked for in time, which is before the decision, and a
// decision that departs from it says why.
//
// Law: Regolamento 9(1); Regolamento 9(2); GDPR 38(1); GDPR 39(1); WP243.
func (o Opinion) Check(decided date.Date) gdpr.Findings {
	var fs find.Collector
	if o.Asked == 0 && o.Given == 0 {
		fs.Add(opinionNotAsked, "asked")
		return fs.Findings()
	}
	if decided == 0 {
		return nil
	}
	switch {
	case o.Given == 0:
		fs.Add(opinionNotGiven, "given")
	case o.Given > decided:
		fs.Add(opinionLate, "given", o.Given, decided)
	case o.Departed == gdpr.Unknown:
		fs.Add(opinionUnresolved, "departed")
	case o.Departed == gdpr.Yes && blank(o.Reasons):
		fs.Add(opinionUnreasoned, "reasons")
	}
	return fs.Findings()
}

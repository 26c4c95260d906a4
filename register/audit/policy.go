package audit

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Policy is whose law binds the body, and how often it checks. The zero value is
// the template's. A figure beyond the template's six months is a finding, and the
// six months hold; without the template no law has a figure, and the body's own
// holds, if it has one.
//
// Law: Regolamento 35(1); GDPR 32(1)(d).
type Policy struct {
	Regime gdpr.Regime    `json:"regime,omitzero"`
	Months int            `json:"months,omitempty"` // between two checks of a matter in an office; by the template 6 at most
	By     gdpr.Provision `json:"by,omitempty"`     // where the body's own figure stands: "Own 12(2)"
}

const legalMonths = 6

// CodePolicyMonths is the finding of [Policy.Check].
const (
	CodePolicyMonths gdpr.Code = "audit.policy.months" // violation: the body checks every … months: the regulation wants a check every … at least
)

var policyMonths = find.Violation(CodePolicyMonths, "Regolamento 35(1)")

// Check tells whether the body checks less often than the template wants, if that
// binds it.
//
// The error is a [*gdpr.InputError]: a regime that doesn't exist
// ([gdpr.FaultName]), a negative figure ([gdpr.FaultRange]).
//
// Law: Regolamento 35(1).
func (p Policy) Check() (gdpr.Findings, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	c := find.In(p.Regime)
	if p.Months > legalMonths {
		c.Add(policyMonths, "policy.months", p.Months, legalMonths)
	}
	return c.Findings(), nil
}

func (p Policy) check() error {
	switch {
	case !p.Regime.Valid():
		return &gdpr.InputError{Field: "policy.regime", Value: strconv.Itoa(int(p.Regime)), Fault: gdpr.FaultName, Other: "template, public, italy, union"}
	case p.Months < 0:
		return &gdpr.InputError{Field: "policy.months", Value: strconv.Itoa(p.Months), Fault: gdpr.FaultRange, Other: "0-"}
	}
	return nil
}

// term returns the months that hold, and where they are written; 0 for none. The
// comma is the template's that sets six.
func (p Policy) term(comma gdpr.Provision) (months int, by gdpr.Provision) {
	switch template := p.Regime.Has(gdpr.Template); {
	case template && (p.Months == 0 || p.Months >= legalMonths):
		return legalMonths, comma
	case template && p.By == "":
		return p.Months, comma
	}
	return p.Months, p.By
}

// next returns the day by which the next check is made after the last, or none
// where there is no last one or no term.
func (p Policy) next(last date.Date, cal gdpr.Calendar, comma gdpr.Provision) (gdpr.Deadline, error) {
	months, by := p.term(comma)
	if err := p.check(); err != nil || last == 0 || months == 0 {
		return gdpr.Deadline{}, err
	}
	return after(last, months, cal, by)
}

// legal reports whether the template's six months from a check are over on a day.
func (p Policy) legal(last, on date.Date, cal gdpr.Calendar) bool {
	if !p.Regime.Has(gdpr.Template) {
		return false
	}
	d, _ := after(last, legalMonths, cal, "") // what the calendar doesn't reach was an error before
	return on > d.Due
}

// after counts months as Italian terms are: a last day that is a Sunday or a
// holiday moves on, a Saturday doesn't.
func after(last date.Date, months int, cal gdpr.Calendar, by gdpr.Provision) (gdpr.Deadline, error) {
	d, err := gdpr.Term{N: months, Unit: gdpr.Months, Counting: gdpr.Italian}.After(last, cal)
	if err != nil {
		return gdpr.Deadline{}, err
	}
	return d.By(by), nil
}

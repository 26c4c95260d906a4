package audit

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Policy is what a Comune sets for itself: more often than the regulation, never
// less. The zero value is the regulation's.
//
// Law: Regolamento 35(1).
type Policy struct {
	Months int `json:"months,omitempty"` // between two checks of a matter in an office: 1 to 6; 0: 6
}

const legalMonths = 6

func (p Policy) check() error {
	if p.Months < 0 || p.Months > legalMonths {
		return &gdpr.InputError{Field: "policy.months", Value: strconv.Itoa(p.Months), Fault: gdpr.FaultRange, Other: "1-" + strconv.Itoa(legalMonths)}
	}
	return nil
}

// next returns the day by which the next check is made after the last, or none
// where there is no last one.
func (p Policy) next(last date.Date, cal gdpr.Calendar, by gdpr.Provision) (gdpr.Deadline, error) {
	if err := p.check(); err != nil || last == 0 {
		return gdpr.Deadline{}, err
	}
	t := gdpr.Term{N: p.Months, Unit: gdpr.Months}
	if t.N == 0 {
		t.N = legalMonths
	}
	d, err := t.After(last, cal)
	if err != nil {
		return gdpr.Deadline{}, err
	}
	return d.By(by), nil
}

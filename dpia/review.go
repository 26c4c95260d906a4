package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Change is a change of the processing after its assessment.
//
// Law: GDPR 35(11).
type Change struct {
	On         date.Date   `json:"on"`
	What       string      `json:"what,omitempty"`
	AltersRisk gdpr.Answer `json:"alters_risk"` // does it change the risk?
}

// Review is the state of the duty to review an assessment on a day.
//
// Law: GDPR 35(11).
type Review struct {
	Needed    gdpr.Answer    `json:"needed"`
	By        date.Date      `json:"by"`                 // the day by which it is to be done; the day of the change that calls for it, if one does
	Provision gdpr.Provision `json:"provision,omitzero"` // GDPR 35(11), where a change of the risk asks for it; none where only the interval that the controller set itself does
}

// ReviewOn tells whether the assessment is to be reviewed on a day: the risk has
// changed since its approval, or the next review of the policy, or an earlier
// one that the assessment sets, has come. It is [gdpr.Unknown] while it isn't
// known whether a change touches the risk. Changes before the approval, and
// those still to come on that day, play no part.
//
// The law sets no interval and the municipal regulation no review at all: the GDPR
// asks for one where the risk changes, and is cited there alone. An interval that
// has passed is the controller's own plan.
//
// The error is an [*gdpr.InputError]: [gdpr.FaultMissing] for an assessment
// without a day of approval, [gdpr.FaultRange] for a policy without meaning or a
// date outside the years 1 to 9999.
//
// Law: GDPR 35(11); WP248.
func (a Assessment) ReviewOn(on date.Date, p Policy) (Review, error) {
	if err := p.validate(); err != nil {
		return Review{}, gdpr.At("policy", err)
	}
	if a.Approval.On == 0 {
		return Review{}, &gdpr.InputError{Field: "approval.on", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	next, err := gdpr.Term{N: p.reviewMonths(), Unit: gdpr.Months}.After(a.Approval.On, gdpr.Calendar{})
	if err != nil {
		return Review{}, gdpr.At("approval.on", err)
	}
	// A review is the controller's plan and no term of law: it doesn't move.
	r := Review{By: next.Nominal}
	if a.Review != 0 {
		r.By = min(r.By, a.Review)
	}
	r.Needed = gdpr.Is(on >= r.By)
	for _, c := range a.Changes {
		if c.On < a.Approval.On || c.On > on {
			continue
		}
		r.Needed = r.Needed.Or(c.AltersRisk)
		if c.AltersRisk == gdpr.Yes {
			r.By, r.Provision = min(r.By, c.On), "GDPR 35(11)"
		}
	}
	return r, nil
}

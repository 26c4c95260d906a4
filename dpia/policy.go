package dpia

import (
	"strconv"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Policy is what a body sets for itself, and whose law binds it. The zero value is
// the template's. A figure of its own is never an error: where it asks less than
// the law, the law binds all the same, and [Policy.Check] says so.
//
// The six indices and the wider first trigger are the template's own: under
// another regime two of WP248's nine criteria count in their place. The Garante's
// list and the Italian statutes bind in Italy alone; a body elsewhere gives the
// types of its own authority's list as criteria of Own.
//
// Law: Regolamento 27(5); Regolamento 27(6); GDPR 35(4); GDPR 35(11).
type Policy struct {
	Regime       gdpr.Regime    `json:"regime,omitzero"`
	Threshold    int            `json:"threshold,omitempty"`     // indices or criteria that make an assessment due: 2 (as is 0), or 1; more count as 2
	Own          []gdpr.Text    `json:"own,omitempty"`           // criteria of high risk beyond those of the law; one is enough
	By           gdpr.Provision `json:"by,omitempty"`            // what sets them: "Own 12(2)"; none: Regolamento 27(6), or GDPR 35(1) under another regime
	ReviewMonths int            `json:"review_months,omitempty"` // months from the approval to the next review; 0: 12, for the law sets none
}

const (
	legalThreshold    = 2
	usualReviewMonths = 12
	longReviewMonths  = 60   // beyond them a review is hardly regular; the figure is this library's
	centuryMonths     = 1200 // above it a figure has no meaning
)

// The findings of [Policy.Check].
const (
	CodePolicyThreshold gdpr.Code = "dpia.policy.threshold" // warning: the body wants … criteria for an impact assessment: … are enough, and bind all the same
	CodePolicyReview    gdpr.Code = "dpia.policy.review"    // advice: the impact assessments are reviewed every … months: the law sets no interval, but so rare a review is hardly a regular one
)

var (
	policyThreshold = find.Warning(CodePolicyThreshold, "WP248", "Regolamento 27(5)")
	policyReview    = find.Advice(CodePolicyReview, "WP248")
)

// Check tells where the body's own figures go beyond the law: a threshold of more
// than the two indices or criteria that make an assessment due, which bind all the
// same; a review so rare (more than five years) that it is hardly one, though the
// law sets no interval.
//
// The error is an [*gdpr.InputError]: [gdpr.FaultRange] for a figure without
// meaning (below 0, or a century), [gdpr.FaultMissing] for a criterion of the
// body's own without words, [gdpr.FaultName] for a regime that isn't one.
//
// Law: Regolamento 27(5); Regolamento 27(6); GDPR 35(11); WP248.
func (p Policy) Check() (gdpr.Findings, error) {
	if err := p.validate(); err != nil {
		return nil, err
	}
	c := find.In(p.Regime)
	if p.Threshold > legalThreshold {
		c.Add(policyThreshold, "threshold", p.Threshold, legalThreshold)
	}
	if p.ReviewMonths > longReviewMonths {
		c.Add(policyReview, "review_months", p.ReviewMonths)
	}
	return c.Findings(), nil
}

// validate returns the error of a policy that has no meaning.
func (p Policy) validate() error {
	if !p.Regime.Valid() {
		return &gdpr.InputError{Field: "regime", Value: p.Regime.String(), Fault: gdpr.FaultName, Other: "template, public, italy, union"}
	}
	if p.Threshold < 0 {
		return &gdpr.InputError{Field: "threshold", Value: strconv.Itoa(p.Threshold), Fault: gdpr.FaultRange, Other: "0-"}
	}
	if p.ReviewMonths < 0 || p.ReviewMonths > centuryMonths {
		return &gdpr.InputError{Field: "review_months", Value: strconv.Itoa(p.ReviewMonths), Fault: gdpr.FaultRange, Other: "0-" + strconv.Itoa(centuryMonths)}
	}
	for i, own := range p.Own {
		if blank(own.IT) && blank(own.EN) {
			return &gdpr.InputError{Field: "own[" + strconv.Itoa(i) + "]", Fault: gdpr.FaultMissing, Other: "it, en"}
		}
	}
	if p.By != "" {
		return gdpr.At("by", p.By.Check())
	}
	return nil
}

// by returns what sets the body's own criteria.
func (p Policy) by() gdpr.Provision {
	switch {
	case p.By != "":
		return p.By
	case p.Regime == gdpr.Template:
		return "Regolamento 27(6)"
	}
	return "GDPR 35(1)"
}

// threshold is how many criteria bind: the law's two, or fewer.
func (p Policy) threshold() int {
	if p.Threshold == 0 {
		return legalThreshold
	}
	return min(p.Threshold, legalThreshold)
}

func (p Policy) reviewMonths() int {
	if p.ReviewMonths == 0 {
		return usualReviewMonths
	}
	return p.ReviewMonths
}

package dpia

import (
	"strconv"

	"github.com/b58db29f/gdpr"
)

// Policy is what a body sets for itself, and whose law binds it. It can be
// stricter than the law and never milder. The zero value is the template's.
//
// The six indices and the wider first trigger are the template's own: under
// another regime two of WP248's nine criteria count in their place. The Garante's
// list and the Italian statutes bind in Italy alone; a body elsewhere gives the
// types of its own authority's list as criteria of Own.
//
// Law: Regolamento 27(5); Regolamento 27(6); GDPR 35(4); GDPR 35(11).
type Policy struct {
	Regime       gdpr.Regime    `json:"regime,omitzero"`
	Threshold    int            `json:"threshold,omitempty"`     // indices or criteria that make an assessment due: 2 (as is 0), or 1
	Own          []gdpr.Text    `json:"own,omitempty"`           // criteria of high risk beyond those of the law; one is enough
	By           gdpr.Provision `json:"by,omitempty"`            // what sets them: "Own 12(2)"; none: Regolamento 27(6), or GDPR 35(1) under another regime
	ReviewMonths int            `json:"review_months,omitempty"` // months from the approval to the next review; 0: 12, for the law sets none; at most 60
}

const (
	legalThreshold    = 2
	usualReviewMonths = 12
	maxReviewMonths   = 60
)

// Check returns an [*gdpr.InputError]: [gdpr.FaultRange] for a policy that is
// milder than the law, or of no meaning, [gdpr.FaultMissing] for a criterion of
// the body's own without words.
//
// Law: Regolamento 27(5); Regolamento 27(6).
func (p Policy) Check() error {
	if !p.Regime.Valid() {
		return &gdpr.InputError{Field: "regime", Value: p.Regime.String(), Fault: gdpr.FaultName, Other: "template, public, italy, union"}
	}
	if p.Threshold < 0 || p.Threshold > legalThreshold {
		return &gdpr.InputError{Field: "threshold", Value: strconv.Itoa(p.Threshold), Fault: gdpr.FaultRange, Other: "1-2"}
	}
	if p.ReviewMonths < 0 || p.ReviewMonths > maxReviewMonths {
		return &gdpr.InputError{Field: "review_months", Value: strconv.Itoa(p.ReviewMonths), Fault: gdpr.FaultRange, Other: "1-" + strconv.Itoa(maxReviewMonths)}
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

func (p Policy) threshold() int {
	if p.Threshold == 0 {
		return legalThreshold
	}
	return p.Threshold
}

func (p Policy) reviewMonths() int {
	if p.ReviewMonths == 0 {
		return usualReviewMonths
	}
	return p.ReviewMonths
}

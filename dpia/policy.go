package dpia

import (
	"strconv"

	"github.com/b58db29f/gdpr"
)

// Policy is what a Comune sets for itself. It can be stricter than the law and
// never milder. The zero value is the regulation's.
//
// Law: Regolamento 27(5); Regolamento 27(6); GDPR 35(11).
type Policy struct {
	Threshold    int         `json:"threshold,omitempty"`     // indices that make an assessment due: 2 (as is 0), or 1
	Own          []gdpr.Text `json:"own,omitempty"`           // criteria of high risk beyond those of the law; one is enough
	ReviewMonths int         `json:"review_months,omitempty"` // months from the approval to the next review; 0: 12, for the law sets none; at most 60
}

const (
	legalThreshold    = 2
	usualReviewMonths = 12
	maxReviewMonths   = 60
)

// Check returns an [*gdpr.InputError] with [gdpr.FaultRange] for a policy that
// is milder than the law, or of no meaning.
//
// Law: Regolamento 27(5); Regolamento 27(6).
func (p Policy) Check() error {
	if p.Threshold < 0 || p.Threshold > legalThreshold {
		return &gdpr.InputError{Field: "threshold", Value: strconv.Itoa(p.Threshold), Fault: gdpr.FaultRange, Other: "1-2"}
	}
	if p.ReviewMonths < 0 || p.ReviewMonths > maxReviewMonths {
		return &gdpr.InputError{Field: "review_months", Value: strconv.Itoa(p.ReviewMonths), Fault: gdpr.FaultRange, Other: "1-" + strconv.Itoa(maxReviewMonths)}
	}
	return nil
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

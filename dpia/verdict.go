package dpia

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Verdict is what the controller decides on the assessment, and why: part 6 of the
// EDPB's template. The act that approves is [Approval], who bears what is left is
// [Acceptance].
//
// Law: GDPR 5(2); GDPR 36(1).
type Verdict struct {
	Decision   Decision `json:"decision,omitzero"`
	Conditions string   `json:"conditions,omitempty"` // under which it may begin
	Why        string   `json:"why,omitempty"`
}

// Decision is what becomes of the processing. The zero value is not given.
//
// Law: GDPR 36(1); GDPR 36(5).
type Decision uint8

// The decisions.
//
//words:label dpia.decision
const (
	Rejected    Decision = iota + 1 // rejected: it isn't done
	Consult                         // consultation: the Garante is asked first
	Approved                        // approved: it may begin
	Conditional                     // conditional: it may begin under conditions
)

// The findings on a verdict.
const (
	CodeConditions gdpr.Code = "dpia.verdict.conditions" // warning: the processing is approved under conditions, but they aren't given
	CodeOverridden gdpr.Code = "dpia.verdict.overridden" // warning: the processing is approved though a high risk is left, and it isn't said why, nor what the authority answered
)

var (
	rowConditions = find.Warning(CodeConditions, "GDPR 5(2)")
	rowOverridden = find.Warning(CodeOverridden, "GDPR 36(1)", "GDPR 5(2)")
)

// checkVerdict: an approval with a high risk left may rest on the consultation of
// the Garante, which is [Consultation]'s matter; then its reasons say so.
func (a *Assessment) checkVerdict(c *find.Collector) {
	v := &a.Verdict
	if v.Decision == Conditional && blank(v.Conditions) {
		c.Add(rowConditions, "verdict.conditions")
	}
	if (v.Decision == Approved || v.Decision == Conditional) && blank(v.Why) && a.Consultation() == gdpr.Yes {
		c.Add(rowOverridden, "verdict.decision")
	}
}

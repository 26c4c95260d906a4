package breach

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Policy is what a body sets for itself on breaches, and whose law binds it. The
// zero value is the template's: no term in hours for the report to the controller.
//
// Under a regime without the template its own demands fall away: the fields that
// the regulation has the register keep, the manager's report, the contents of the
// officer's opinion.
//
// Law: Regolamento 37(1); GDPR 24(2).
type Policy struct {
	// ReportHours are the hours within which an office reports a breach to the
	// controller, by a rule of the body's own; 0 if it has none. The time to notify
	// the authority runs all the same from when the office knew.
	ReportHours int            `json:"report_hours,omitempty"`
	By          gdpr.Provision `json:"by,omitempty"` // the rule that sets it: "Own 16(3)"
	Regime      gdpr.Regime    `json:"regime,omitzero"`
}

// CodePolicyReport is the finding of [Policy.Check].
const CodePolicyReport gdpr.Code = "breach.policy.report" // warning: the internal term of … hours to report to the controller is no shorter than the … hours to notify

var policyReport = find.Warning(CodePolicyReport, "GDPR 33(1)")

// Check tells where the body's own figures go beyond the law of a day: a term to
// report that is no shorter than the one to notify leaves no time for it.
//
// Law: GDPR 24(2); GDPR 33(1).
func (p Policy) Check(on date.Date) gdpr.Findings {
	c := find.In(p.Regime)
	if n := Hours(on); n > 0 && p.ReportHours >= n {
		c.Add(policyReport, "report_hours", p.ReportHours, n)
	}
	return c.Findings()
}

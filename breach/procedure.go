package breach

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/roles"
)

// Procedure is the record of the steps inside the body: the manager (dirigente
// or responsabile del servizio) learns of the breach, tells the controller and
// asks the data protection officer, and the controller decides.
//
// The manager's office is the body: what it knows, the body is aware of, and the
// hours run from then, not from the report to the mayor.
//
// Law: Regolamento 37(1); Regolamento 37(2); Regolamento 37(3); Regolamento 9(2); GDPR 39(1).
type Procedure struct {
	Learned    time.Time     `json:"learned,omitzero"`     // when the manager learned of it
	Reported   time.Time     `json:"reported,omitzero"`    // when he told the controller
	Report     string        `json:"report,omitempty"`     // what he reported
	Categories []string      `json:"categories,omitempty"` // of data, in the report
	Opinion    roles.Opinion `json:"opinion"`
	Advised    Advised       `json:"advised"` // what the officer said
	Decided    time.Time     `json:"decided,omitzero"`
	By         string        `json:"by,omitempty"`      // who decided for the controller
	Notify     gdpr.Answer   `json:"notify"`            // the controller's decision: notify the authority?
	Reasons    string        `json:"reasons,omitempty"` // why not
}

// Advised is what the data protection officer's opinion on a breach says.
//
// Law: Regolamento 37(1).
type Advised struct {
	Harmless gdpr.Answer `json:"harmless"` // do the measures in place make the breach harmless?
	Level    Level       `json:"level"`    // is there a risk, and of what degree?
	Measures string      `json:"measures,omitempty"`
	Text     string      `json:"text,omitempty"` // the opinion itself, for the sheet
}

// The findings of [Procedure.Check], beside those of roles.Opinion.
const (
	CodeLearned            gdpr.Code = "breach.procedure.learned"             // warning: when the office learned of the breach isn't given
	CodeReportMissing      gdpr.Code = "breach.procedure.report"              // violation: the manager's report is missing
	CodeReportTime         gdpr.Code = "breach.procedure.report-time"         // violation: nothing shows that the manager told the controller
	CodeReportOrder        gdpr.Code = "breach.procedure.report-order"        // warning: the report to the controller comes before the discovery
	CodeReportLate         gdpr.Code = "breach.procedure.report-late"         // violation: the manager told the controller … hours after the discovery, when the time was over
	CodeReportOwn          gdpr.Code = "breach.procedure.report-own"          // warning: the report to the controller exceeds the body's own term of … hours, late by …
	CodeReportCategories   gdpr.Code = "breach.procedure.categories"          // violation: the report doesn't name the categories of data
	CodeAdviceHarmless     gdpr.Code = "breach.procedure.advice-harmless"     // warning: the opinion doesn't say whether measures make the breach harmless
	CodeAdviceLevel        gdpr.Code = "breach.procedure.advice-level"        // warning: the opinion doesn't say whether there is a risk, and of what degree
	CodeAdviceMeasures     gdpr.Code = "breach.procedure.advice-measures"     // warning: the opinion doesn't name measures to take
	CodeDecisionMissing    gdpr.Code = "breach.procedure.decision"            // violation: the controller's decision on the notification is missing
	CodeDecisionOrder      gdpr.Code = "breach.procedure.decision-order"      // warning: the decision comes before the report
	CodeDecisionLate       gdpr.Code = "breach.procedure.decision-late"       // warning: the decision came … hours after the discovery, when the time was over
	CodeDecisionUnreasoned gdpr.Code = "breach.procedure.decision-unreasoned" // violation: the decision not to notify gives no reasons
	CodeDepartureHidden    gdpr.Code = "breach.procedure.departure-hidden"    // violation: the data protection officer sees a risk and there is no notification: the departure must be noted, with its reasons
)

var (
	learned            = find.Warning(CodeLearned, "Regolamento 37(1)")
	reportMissing      = find.Violation(CodeReportMissing, "Regolamento 37(2)", "Regolamento 40(1)")
	reportTime         = find.Violation(CodeReportTime, "Regolamento 37(1)")
	reportOrder        = find.Warning(CodeReportOrder, "Regolamento 37(1)")
	reportLate         = find.Violation(CodeReportLate, "Regolamento 37(1)")
	reportOwn          = find.Warning(CodeReportOwn)
	reportCategories   = find.Violation(CodeReportCategories, "Regolamento 37(2)")
	adviceHarmless     = find.Warning(CodeAdviceHarmless, "Regolamento 37(1)")
	adviceLevel        = find.Warning(CodeAdviceLevel, "Regolamento 37(1)")
	adviceMeasures     = find.Warning(CodeAdviceMeasures, "Regolamento 37(1)")
	decisionMissing    = find.Violation(CodeDecisionMissing, "Regolamento 37(3)")
	decisionOrder      = find.Warning(CodeDecisionOrder, "Regolamento 37(3)")
	decisionLate       = find.Warning(CodeDecisionLate, "Regolamento 37(3)")
	decisionUnreasoned = find.Violation(CodeDecisionUnreasoned, "GDPR 33(5)", "WP250")
	departureHidden    = find.Violation(CodeDepartureHidden, "Regolamento 37(1)", "Regolamento 9(2)")
)

// Check tells which steps are missing, out of order or late. The law has no
// number of hours for 'without undue delay'; what came after the end of the
// window, counted from when the manager learned, can't be anything else. A
// departure from the officer's opinion without reasons is a finding of
// roles.Opinion, at "opinion"; one that is denied, though the officer sees a risk
// and the authority isn't notified, is a finding here.
//
// Law: Regolamento 37(1); Regolamento 37(2); Regolamento 37(3); Regolamento 9(1); Regolamento 9(2); GDPR 33(5).
func (p Procedure) Check() gdpr.Findings { return p.CheckUnder(Policy{}) }

// CheckUnder is Check under a body's own policy: what the template asks falls
// away without it, and a report later than the body's own hours is found.
//
// Law: Regolamento 37(1); Regolamento 37(2); Regolamento 37(3); Regolamento 9(1); Regolamento 9(2); GDPR 33(5).
func (p Procedure) CheckUnder(policy Policy) gdpr.Findings {
	c := find.In(policy.Regime)
	w, err := Awareness{Aware: p.Learned}.Window()
	known := err == nil
	if p.Learned.IsZero() {
		c.Add(learned, "learned")
	}
	switch {
	case p.Reported.IsZero():
		c.Add(reportTime, "reported")
	case p.Reported.Before(p.Learned):
		c.Add(reportOrder, "reported")
	case known && w.Late(p.Reported):
		c.Add(reportLate, "reported", whole(w.Elapsed(p.Reported)))
	}
	if own := time.Duration(policy.ReportHours) * time.Hour; own > 0 && known && !p.Reported.IsZero() && w.Elapsed(p.Reported) > own {
		c.Add(reportOwn.By(policy.By), "reported", policy.ReportHours, spell(w.Elapsed(p.Reported)-own))
	}
	if blank(p.Report) {
		c.Add(reportMissing, "report")
	}
	if allBlank(p.Categories) {
		c.Add(reportCategories, "categories")
	}
	p.checkOpinion(c, policy)
	p.checkDecision(c, w)
	return c.Findings()
}

// checkOpinion looks at the officer's part. A body that isn't under the template
// may have no officer: there only an opinion that was asked for is looked at.
func (p Procedure) checkOpinion(c *find.Collector, policy Policy) {
	var decided date.Date
	if !p.Decided.IsZero() {
		decided = date.NewAt(p.Decided)
	}
	if policy.Regime.Has(gdpr.PublicLaw) || p.Opinion.Asked != 0 || p.Opinion.Given != 0 {
		c.Below("opinion", p.Opinion.Check(decided))
	}
	if p.Opinion.Given == 0 {
		return
	}
	if p.Advised.Harmless == gdpr.Unknown {
		c.Add(adviceHarmless, "advised.harmless")
	}
	if p.Advised.Level == Undetermined {
		c.Add(adviceLevel, "advised.level")
	}
	if blank(p.Advised.Measures) {
		c.Add(adviceMeasures, "advised.measures")
	}
}

func (p Procedure) checkDecision(c *find.Collector, w Window) {
	switch {
	case p.Decided.IsZero():
		c.Add(decisionMissing.As(gdpr.Warning), "decided")
		return
	case p.Decided.Before(p.Reported):
		c.Add(decisionOrder, "decided")
	case !w.IsZero() && w.Late(p.Decided):
		c.Add(decisionLate, "decided", whole(w.Elapsed(p.Decided)))
	}
	switch {
	case p.Notify == gdpr.Unknown:
		c.Add(decisionMissing, "notify")
	case p.Notify == gdpr.No && blank(p.Reasons):
		c.Add(decisionUnreasoned, "reasons")
	}
	if p.Notify == gdpr.No && p.Advised.Level.risky() && p.Opinion.Departed == gdpr.No {
		c.Add(departureHidden, "opinion.departed")
	}
}

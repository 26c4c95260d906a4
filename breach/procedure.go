package breach

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

// Procedure is the record of the steps inside the Comune: the manager (dirigente
// or responsabile di settore) learns of the breach, tells the controller and
// asks the data protection officer, and the controller decides.
//
// The manager's office is the Comune: what it knows, the Comune is aware of, and
// the 72 hours run from then, not from the report to the mayor.
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
	Notify     gdpr.Answer   `json:"notify"`            // the controller's decision: notify the Garante?
	Reasons    string        `json:"reasons,omitempty"` // why not
}

// Advised is what the data protection officer's opinion on a breach says.
//
// Law: Regolamento 37(1).
type Advised struct {
	Harmless gdpr.Answer `json:"harmless"` // do the measures in place make the breach harmless?
	Level    Level       `json:"level"`    // is there a risk, and of what degree?
	Measures string      `json:"measures,omitempty"`
}

// The findings of [Procedure.Check], beside those of roles.Opinion.
const (
	CodeLearned            gdpr.Code = "breach.procedure.learned"
	CodeReportMissing      gdpr.Code = "breach.procedure.report"
	CodeReportTime         gdpr.Code = "breach.procedure.report-time"
	CodeReportOrder        gdpr.Code = "breach.procedure.report-order"
	CodeReportLate         gdpr.Code = "breach.procedure.report-late"
	CodeReportCategories   gdpr.Code = "breach.procedure.categories"
	CodeAdviceHarmless     gdpr.Code = "breach.procedure.advice-harmless"
	CodeAdviceLevel        gdpr.Code = "breach.procedure.advice-level"
	CodeAdviceMeasures     gdpr.Code = "breach.procedure.advice-measures"
	CodeDecisionMissing    gdpr.Code = "breach.procedure.decision"
	CodeDecisionOrder      gdpr.Code = "breach.procedure.decision-order"
	CodeDecisionLate       gdpr.Code = "breach.procedure.decision-late"
	CodeDecisionUnreasoned gdpr.Code = "breach.procedure.decision-unreasoned"
	CodeDepartureHidden    gdpr.Code = "breach.procedure.departure-hidden"
)

// Check tells which steps are missing, out of order or late. The law has no
// number of hours for 'without undue delay'; what came after the end of the
// window, counted from when the manager learned, can't be anything else. A
// departure from the officer's opinion without reasons is a finding of
// roles.Opinion, at "opinion"; one that is denied, though the officer sees a risk
// and the Garante isn't notified, is a finding here.
//
// Law: Regolamento 37(1); Regolamento 37(2); Regolamento 37(3); Regolamento 9(1); Regolamento 9(2); GDPR 33(5).
func (p Procedure) Check() gdpr.Findings {
	var fs gdpr.Findings
	w, err := Awareness{Aware: p.Learned}.Window()
	known := err == nil
	if p.Learned.IsZero() {
		fs = append(fs, warning(CodeLearned, "learned", "Regolamento 37(1)", "GDPR 33(1)"))
	}
	switch {
	case p.Reported.IsZero():
		fs = append(fs, violation(CodeReportTime, "reported", "Regolamento 37(1)"))
	case p.Reported.Before(p.Learned):
		fs = append(fs, warning(CodeReportOrder, "reported", "Regolamento 37(1)"))
	case known && w.Late(p.Reported):
		fs = append(fs, with(violation(CodeReportLate, "reported", "Regolamento 37(1)", "GDPR 33(1)"), whole(w.Elapsed(p.Reported))))
	}
	if blank(p.Report) {
		fs = append(fs, violation(CodeReportMissing, "report", "Regolamento 37(2)", "Regolamento 40(1)"))
	}
	if allBlank(p.Categories) {
		fs = append(fs, violation(CodeReportCategories, "categories", "Regolamento 37(2)"))
	}
	var decided date.Date
	if !p.Decided.IsZero() {
		decided = date.NewAt(p.Decided)
	}
	fs = append(fs, p.Opinion.Check(decided).Below("opinion")...)
	if p.Opinion.Given != 0 {
		fs = append(fs, p.Advised.check().Below("advised")...)
	}
	switch {
	case p.Decided.IsZero():
		fs = append(fs, warning(CodeDecisionMissing, "decided", "Regolamento 37(3)"))
		return fs
	case p.Decided.Before(p.Reported):
		fs = append(fs, warning(CodeDecisionOrder, "decided", "Regolamento 37(3)"))
	case known && w.Late(p.Decided):
		fs = append(fs, with(warning(CodeDecisionLate, "decided", "Regolamento 37(3)", "GDPR 33(1)"), whole(w.Elapsed(p.Decided))))
	}
	switch {
	case p.Notify == gdpr.Unknown:
		fs = append(fs, violation(CodeDecisionMissing, "notify", "Regolamento 37(3)"))
	case p.Notify == gdpr.No && blank(p.Reasons):
		fs = append(fs, violation(CodeDecisionUnreasoned, "reasons", "GDPR 33(5)", "WP250"))
	}
	if p.Notify == gdpr.No && p.Advised.Level >= Risk && p.Opinion.Departed == gdpr.No {
		fs = append(fs, violation(CodeDepartureHidden, "opinion.departed", "Regolamento 37(1)", "Regolamento 9(2)"))
	}
	return fs
}

func (a Advised) check() gdpr.Findings {
	var fs gdpr.Findings
	if a.Harmless == gdpr.Unknown {
		fs = append(fs, warning(CodeAdviceHarmless, "harmless", "Regolamento 37(1)"))
	}
	if a.Level == Undetermined {
		fs = append(fs, warning(CodeAdviceLevel, "level", "Regolamento 37(1)"))
	}
	if blank(a.Measures) {
		fs = append(fs, warning(CodeAdviceMeasures, "measures", "Regolamento 37(1)"))
	}
	return fs
}

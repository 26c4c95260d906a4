package audit

import (
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Action is a corrective action: what is to be done, by whom, by when, and what
// came of it.
//
// Law: Regolamento 33(2); Regolamento 33(3); Regolamento 34(3); Regolamento 35(2).
type Action struct {
	Text     string      `json:"text"`
	Owner    string      `json:"owner,omitempty"` // who does it
	Officer  gdpr.Answer `json:"officer"`         // made with the data protection officer?
	Due      date.Date   `json:"due,omitzero"`
	Done     date.Date   `json:"done,omitzero"`
	Verified date.Date   `json:"verified,omitzero"` // day on which its effect was checked
	Effect   gdpr.Answer `json:"effect"`            // did it put things right?
}

// Overdue reports whether the action should have been done before a day.
//
// Law: Regolamento 33(3); Regolamento 35(2).
func (a Action) Overdue(on date.Date) bool {
	return a.Due != 0 && a.Due < on && (a.Done == 0 || a.Done > on)
}

// The findings on an action.
const (
	CodeActionText      gdpr.Code = "audit.action.text"
	CodeActionOwner     gdpr.Code = "audit.action.owner"
	CodeActionOfficer   gdpr.Code = "audit.action.officer"
	CodeActionDue       gdpr.Code = "audit.action.due"
	CodeActionOverdue   gdpr.Code = "audit.action.overdue"
	CodeActionVerified  gdpr.Code = "audit.action.verified"
	CodeActionNoEffect  gdpr.Code = "audit.action.no-effect"
	CodeActionPremature gdpr.Code = "audit.action.premature"
)

// check finds what is wrong with the action on a day. The provision by is the
// one that asks for it.
func (a Action) check(on date.Date, by gdpr.Provision) gdpr.Findings {
	var fs gdpr.Findings
	if blank(a.Text) {
		fs = append(fs, finding(CodeActionText, gdpr.Violation, "text", by))
	}
	if blank(a.Owner) {
		fs = append(fs, finding(CodeActionOwner, gdpr.Warning, "owner", by))
	}
	switch a.Officer {
	case gdpr.No:
		fs = append(fs, finding(CodeActionOfficer, gdpr.Violation, "officer", "Regolamento 35(2)", "GDPR 38(1)"))
	case gdpr.Unknown:
		fs = append(fs, finding(CodeActionOfficer, gdpr.Warning, "officer", "Regolamento 35(2)", "GDPR 38(1)"))
	}
	switch {
	case a.Due == 0 && a.Done == 0:
		fs = append(fs, finding(CodeActionDue, gdpr.Warning, "due", by))
	case a.Overdue(on):
		f := finding(CodeActionOverdue, gdpr.Violation, "due", by, "GDPR 24(1)")
		f.Args = []any{a.Due.String()}
		fs = append(fs, f)
	}
	switch {
	case a.Done == 0 && a.Verified == 0:
	case a.Verified == 0:
		fs = append(fs, finding(CodeActionVerified, gdpr.Warning, "verified", "Regolamento 33(2)"))
	case a.Done == 0 || a.Verified < a.Done:
		fs = append(fs, finding(CodeActionPremature, gdpr.Warning, "verified", "Regolamento 33(2)"))
	case a.Effect == gdpr.No:
		fs = append(fs, finding(CodeActionNoEffect, gdpr.Violation, "effect", "Regolamento 33(2)", "Regolamento 35(2)"))
	}
	return fs
}

// checkAll finds what is wrong with a list of actions.
func checkAll(actions []Action, on date.Date, by gdpr.Provision) gdpr.Findings {
	var fs gdpr.Findings
	for i, a := range actions {
		if below := a.check(on, by); below != nil {
			fs = append(fs, below.Below("actions["+strconv.Itoa(i)+"]")...)
		}
	}
	return fs
}

func finding(code gdpr.Code, s gdpr.Severity, where string, law ...gdpr.Provision) gdpr.Finding {
	return gdpr.Finding{Code: code, Severity: s, Where: where, Provisions: law}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

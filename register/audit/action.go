package audit

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	is "github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
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
	CodeActionText      gdpr.Code = "audit.action.text"      // violation: the corrective action doesn't say what is to be done
	CodeActionOwner     gdpr.Code = "audit.action.owner"     // warning: the corrective action doesn't say who does it
	CodeActionOfficer   gdpr.Code = "audit.action.officer"   // violation: the corrective action is to be made with the data protection officer
	CodeActionDue       gdpr.Code = "audit.action.due"       // warning: the corrective action has no day by which it is due
	CodeActionOverdue   gdpr.Code = "audit.action.overdue"   // violation: the corrective action had to be done by …
	CodeActionVerified  gdpr.Code = "audit.action.verified"  // warning: the effect of the corrective action wasn't checked
	CodeActionNoEffect  gdpr.Code = "audit.action.no-effect" // violation: the corrective action had no effect: another one is needed
	CodeActionPremature gdpr.Code = "audit.action.premature" // warning: the effect was checked before the action was done
)

var (
	actionText      = find.Violation(CodeActionText, "Regolamento 33(3)", "Regolamento 35(2)")
	actionOwner     = find.Warning(CodeActionOwner, "Regolamento 33(3)", "Regolamento 35(2)")
	actionOfficer   = find.Violation(CodeActionOfficer, "Regolamento 33(2)", "Regolamento 35(2)")
	actionDue       = find.Warning(CodeActionDue, "Regolamento 33(3)", "Regolamento 35(2)")
	actionOverdue   = find.Violation(CodeActionOverdue, "Regolamento 33(3)", "Regolamento 35(2)")
	actionVerified  = find.Warning(CodeActionVerified, "Regolamento 33(2)")
	actionNoEffect  = find.Violation(CodeActionNoEffect, "GDPR 24(1)", "Regolamento 33(2)", "Regolamento 35(2)")
	actionPremature = find.Warning(CodeActionPremature, "Regolamento 33(2)")
)

// source is what asks for an action: the comma for the action itself, and the one
// by which the officer takes part in it.
type source struct{ action, officer gdpr.Provision }

var (
	ofAudit      = source{"Regolamento 33(3)", "Regolamento 33(2)"}
	ofMonitoring = source{"Regolamento 35(2)", "Regolamento 35(2)"}
)

// check finds what is wrong with the action on a day. An action without effect
// that another one follows is put right.
func (a Action) check(fs *find.Collector, where string, on date.Date, by source, followed bool) {
	if blank(a.Text) {
		fs.Add(actionText.By(by.action), where+".text")
	}
	if blank(a.Owner) {
		fs.Add(actionOwner.By(by.action), where+".owner")
	}
	fs.Unless(a.Officer, actionOfficer.By(by.officer), where+".officer")
	switch {
	case a.Due == 0 && a.Done == 0:
		fs.Add(actionDue.By(by.action), where+".due")
	case a.Overdue(on):
		fs.Add(actionOverdue.By(by.action), where+".due", a.Due)
	}
	switch {
	case a.Done == 0 && a.Verified == 0:
	case a.Verified == 0:
		fs.Add(actionVerified, where+".verified")
	case a.Done == 0 || a.Verified < a.Done:
		fs.Add(actionPremature, where+".verified")
	case a.Effect == gdpr.No && !followed:
		fs.Add(actionNoEffect, where+".effect")
	}
}

// checkAll finds what is wrong with a list of actions.
func checkAll(fs *find.Collector, actions []Action, where string, on date.Date, by source) {
	for i, a := range actions {
		followed := slices.ContainsFunc(actions, func(b Action) bool { return a.Verified != 0 && max(b.Due, b.Done) > a.Verified })
		a.check(fs, where+find.Index("actions", i), on, by, followed)
	}
}

// blank reports whether a text says nothing: a placeholder is no content.
func blank(s string) bool { return is.Is(s) }

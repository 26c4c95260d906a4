package dpia

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

// Assessment is a data protection impact assessment (valutazione d'impatto) as a
// document: what it must contain, who took part, and what proves when it was
// approved. The municipal regulation asks for four contents; the GDPR adds that
// the description be systematic and that the measures include how compliance is
// shown, and both are asked for here.
//
// A manager or a processor may carry it out; the controller answers for it, and
// so approves it.
//
// An EU template and one method for all assessments are part of COM(2025) 837,
// which was not law on [gdpr.LawAsOf]; the EDPB's template is optional.
//
// Law: Regolamento 27(1); Regolamento 28(1); Regolamento 28(2); Regolamento 28(3); GDPR 35(7).
type Assessment struct {
	Controller string `json:"controller"`
	Processing string `json:"processing"`       // its name; several similar ones may share the assessment
	Author     string `json:"author,omitempty"` // who carried it out

	Operations      string `json:"operations,omitempty"`      // systematic description: nature, scope, context, data, people, recipients, periods, means
	Purposes        string `json:"purposes,omitempty"`        // and the basis in law
	Necessity       string `json:"necessity,omitempty"`       // why the purpose needs it
	Proportionality string `json:"proportionality,omitempty"` // why it doesn't go too far
	Demonstration   string `json:"demonstration,omitempty"`   // mechanisms that demonstrate compliance
	Codes           string `json:"codes,omitempty"`           // codes of conduct taken into account, or why none

	Risks        []Risk      `json:"risks,omitempty"`
	ResidualHigh gdpr.Answer `json:"residual_high"` // does the controller judge that a high risk is left? see [Assessment.Consultation]

	Opinion  roles.Opinion `json:"opinion"`  // the data protection officer's
	Subjects Subjects      `json:"subjects"` // what the people concerned say
	Approval Approval      `json:"approval"`

	Begins  date.Date `json:"begins,omitzero"`   // the day on which the processing begins
	Review  date.Date `json:"review,omitzero"`   // the next review, if set earlier than the policy does
	Changes []Change  `json:"changes,omitempty"` // of the processing, since
}

// Subjects is how the people concerned, or who represents them, were heard.
//
// Law: Regolamento 28(1); GDPR 35(9).
type Subjects struct {
	Heard    gdpr.Answer `json:"heard"`
	Views    string      `json:"views,omitempty"`   // what they said
	Departed gdpr.Answer `json:"departed"`          // does the decision depart from it?
	Reasons  string      `json:"reasons,omitempty"` // why it departs, or why they weren't heard
}

// Approval is the controller's act. An assessment without a date that can be
// proved counts for nothing when the authority asks what came first.
//
// Law: Regolamento 28(3); GDPR 5(2); GDPR 35(1).
type Approval struct {
	By    string    `json:"by,omitempty"`
	On    date.Date `json:"on,omitzero"`
	Proof string    `json:"proof,omitempty"` // what proves the day: protocol number, act, time stamp, dated signature
}

// The findings of [Assessment.Check], beside those of [Risk.Check] under "risks"
// and of [roles.Opinion.Check] under "opinion".
const (
	CodeController             gdpr.Code = "dpia.controller"
	CodeAuthor                 gdpr.Code = "dpia.author"
	CodeOperations             gdpr.Code = "dpia.operations"
	CodePurposes               gdpr.Code = "dpia.purposes"
	CodeNecessity              gdpr.Code = "dpia.necessity"
	CodeProportionality        gdpr.Code = "dpia.proportionality"
	CodeDemonstration          gdpr.Code = "dpia.demonstration"
	CodeConduct                gdpr.Code = "dpia.conduct"
	CodeRisks                  gdpr.Code = "dpia.risks"
	CodeUnassessedAccess       gdpr.Code = "dpia.unassessed.access"
	CodeUnassessedModification gdpr.Code = "dpia.unassessed.modification"
	CodeUnassessedLoss         gdpr.Code = "dpia.unassessed.loss"
	CodeDenied                 gdpr.Code = "dpia.residual.denied"
	CodeConsult                gdpr.Code = "dpia.residual.consult"
	CodeSubjectsUnasked        gdpr.Code = "dpia.subjects.unresolved"
	CodeSubjectsUnheard        gdpr.Code = "dpia.subjects.unheard"
	CodeSubjectsViews          gdpr.Code = "dpia.subjects.views"
	CodeSubjectsDeparted       gdpr.Code = "dpia.subjects.departed"
	CodeApproval               gdpr.Code = "dpia.approval"
	CodeApprovalUndated        gdpr.Code = "dpia.approval.undated"
	CodeApprovalUnproved       gdpr.Code = "dpia.approval.unproved"
	CodeLate                   gdpr.Code = "dpia.late"
)

// Check tells what the assessment lacks, in the order of its contents.
//
// Law: Regolamento 28(1); Regolamento 28(2); Regolamento 28(3); Regolamento 28(4); GDPR 35(1); GDPR 35(2); GDPR 35(7)(a); GDPR 35(7)(b); GDPR 35(7)(c); GDPR 35(7)(d); GDPR 35(8); GDPR 35(9); WP248 annex 2.
func (a Assessment) Check() gdpr.Findings {
	var fs gdpr.Findings
	for _, c := range [...]struct {
		text  string
		where string
		code  gdpr.Code
		laws  []gdpr.Provision
	}{
		{a.Controller, "controller", CodeController, []gdpr.Provision{"Regolamento 28(3)", "GDPR 35(1)"}},
		{a.Author, "author", CodeAuthor, []gdpr.Provision{"Regolamento 28(3)", "GDPR 5(2)"}},
		{a.Operations, "operations", CodeOperations, []gdpr.Provision{"GDPR 35(7)(a)", "Regolamento 28(2)"}},
		{a.Purposes, "purposes", CodePurposes, []gdpr.Provision{"GDPR 35(7)(a)", "Regolamento 28(2)"}},
		{a.Necessity, "necessity", CodeNecessity, []gdpr.Provision{"GDPR 35(7)(b)", "Regolamento 28(2)"}},
		{a.Proportionality, "proportionality", CodeProportionality, []gdpr.Provision{"GDPR 35(7)(b)", "Regolamento 28(2)"}},
		{a.Demonstration, "demonstration", CodeDemonstration, []gdpr.Provision{"GDPR 35(7)(d)"}},
	} {
		if blank(c.text) {
			fs = append(fs, violation(c.code, c.where, c.laws...))
		}
	}
	if blank(a.Codes) {
		fs = append(fs, gdpr.Finding{Code: CodeConduct, Severity: gdpr.Advice, Where: "codes", Provisions: []gdpr.Provision{"GDPR 35(8)"}})
	}
	fs = append(fs, a.checkRisks()...)
	fs = append(fs, a.Opinion.Check(a.Approval.On).Below("opinion")...)
	fs = append(fs, a.Subjects.check().Below("subjects")...)
	return append(fs, a.checkApproval()...)
}

func (a *Assessment) checkRisks() gdpr.Findings {
	var fs gdpr.Findings
	if len(a.Risks) == 0 {
		fs = append(fs, violation(CodeRisks, "risks", "GDPR 35(7)(c)", "Regolamento 28(2)"))
	}
	seen := [Loss + 1]bool{}
	for i, r := range a.Risks {
		if r.Event <= Loss {
			seen[r.Event] = true
		}
		fs = append(fs, r.Check().Below("risks["+strconv.Itoa(i)+"]")...)
	}
	for e, code := range [...]gdpr.Code{Access: CodeUnassessedAccess, Modification: CodeUnassessedModification, Loss: CodeUnassessedLoss} {
		if code != "" && len(a.Risks) > 0 && !seen[e] {
			fs = append(fs, warning(code, "risks", "GDPR 35(7)(c)", "WP248 annex 2"))
		}
	}
	switch {
	case a.highLeft() == gdpr.Yes && a.ResidualHigh == gdpr.No:
		fs = append(fs, violation(CodeDenied, "residual_high", "GDPR 36(1)", "Regolamento 28(4)"))
	case a.Consultation() == gdpr.Yes:
		fs = append(fs, warning(CodeConsult, "residual_high", "GDPR 36(1)", "Regolamento 28(4)", "Regolamento 29(1)"))
	}
	return fs
}

func (s *Subjects) check() gdpr.Findings {
	switch {
	case s.Heard == gdpr.No && blank(s.Reasons):
		return gdpr.Findings{warning(CodeSubjectsUnheard, "reasons", "GDPR 35(9)", "WP248")}
	case s.Heard == gdpr.No:
		return nil
	case s.Heard != gdpr.Yes:
		return gdpr.Findings{warning(CodeSubjectsUnasked, "heard", "GDPR 35(9)", "Regolamento 28(1)")}
	case blank(s.Views):
		return gdpr.Findings{warning(CodeSubjectsViews, "views", "GDPR 35(9)")}
	case s.Departed == gdpr.Yes && blank(s.Reasons):
		return gdpr.Findings{warning(CodeSubjectsDeparted, "reasons", "GDPR 35(9)", "WP248")}
	}
	return nil
}

func (a *Assessment) checkApproval() gdpr.Findings {
	var fs gdpr.Findings
	if blank(a.Approval.By) {
		fs = append(fs, violation(CodeApproval, "approval.by", "Regolamento 28(3)", "GDPR 35(1)"))
	}
	switch {
	case a.Approval.On == 0:
		fs = append(fs, violation(CodeApprovalUndated, "approval.on", "GDPR 5(2)", "GDPR 35(1)"))
	case blank(a.Approval.Proof):
		fs = append(fs, violation(CodeApprovalUnproved, "approval.proof", "GDPR 5(2)", "GDPR 35(1)"))
	}
	if a.Begins != 0 && (a.Approval.On == 0 || a.Approval.On > a.Begins) {
		fs = append(fs, gdpr.Finding{Code: CodeLate, Severity: gdpr.Violation, Where: "begins",
			Provisions: []gdpr.Provision{"GDPR 35(1)"}, Args: []any{a.Begins.String()}})
	}
	return fs
}

// Consultation tells whether the Garante must be consulted before the processing
// begins: a high risk is left after the measures, by the ratings or because the
// controller judges so. A controller can't judge away what the ratings show. It
// is [gdpr.Unknown] while a risk isn't rated or none is told.
//
// That an assessment is required doesn't mean that consultation is.
//
// Law: Regolamento 28(4); Regolamento 29(1); GDPR 36(1).
func (a Assessment) Consultation() gdpr.Answer {
	if a.ResidualHigh == gdpr.Yes {
		return gdpr.Yes
	}
	return a.highLeft()
}

// highLeft tells whether the ratings leave a high risk.
func (a *Assessment) highLeft() gdpr.Answer {
	if len(a.Risks) == 0 {
		return gdpr.Unknown
	}
	left := gdpr.No
	for _, r := range a.Risks {
		left = left.Or(r.Residual().High())
	}
	return left
}

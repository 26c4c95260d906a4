package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
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

	Record      Record      `json:"record,omitzero"`      // who took part, versions, scope
	Description Description `json:"description,omitzero"` // the description part by part
	Guarantees  []Guarantee `json:"guarantees,omitempty"` // how principles and rights are kept
	Method      string      `json:"method,omitempty"`     // levels and their meaning, how risks are accepted
	Common      []Measure   `json:"common,omitempty"`     // measures that meet no single risk
	Verdict     Verdict     `json:"verdict,omitzero"`     // what the controller decides

	Accepted Acceptance  `json:"accepted,omitzero"` // of the risk that is left
	Regime   gdpr.Regime `json:"regime,omitzero"`   // whose law binds the controller
}

// Subjects is how the people concerned, or who represents them, were heard.
//
// Law: Regolamento 28(1); GDPR 35(9).
type Subjects struct {
	Heard    gdpr.Answer `json:"heard"`
	Who      string      `json:"who,omitempty"`     // who was heard, and how
	Views    string      `json:"views,omitempty"`   // what they said
	Favours  gdpr.Answer `json:"favours,omitzero"`  // do they think that it may be done?
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

// Acceptance is who took the risk that is left upon themselves, and why. The law
// doesn't ask for it; authorities' templates do.
//
// Law: GDPR 5(2); WP248 annex 2.
type Acceptance struct {
	By      string    `json:"by,omitempty"`
	On      date.Date `json:"on,omitzero"`
	Reasons string    `json:"reasons,omitempty"`
}

// The findings of [Assessment.Check], beside those of [Risk.Check] under "risks"
// and of [roles.Opinion.Check] under "opinion".
const (
	CodeController             gdpr.Code = "dpia.controller"              // violation: the controller, who answers for the assessment, is missing
	CodeAuthor                 gdpr.Code = "dpia.author"                  // violation: it isn't said who carried out the assessment
	CodeOperations             gdpr.Code = "dpia.operations"              // violation: the systematic description of the processing is missing
	CodePurposes               gdpr.Code = "dpia.purposes"                // violation: the purposes of the processing are missing
	CodeNecessity              gdpr.Code = "dpia.necessity"               // violation: the assessment of necessity is missing
	CodeProportionality        gdpr.Code = "dpia.proportionality"         // violation: the assessment of proportionality is missing
	CodeDemonstration          gdpr.Code = "dpia.demonstration"           // violation: the mechanisms that demonstrate compliance are missing
	CodeConduct                gdpr.Code = "dpia.conduct"                 // advice: it isn't said whether codes of conduct were taken into account
	CodeRisks                  gdpr.Code = "dpia.risks"                   // violation: the assessment of the risks to rights and freedoms is missing
	CodeUnassessedAccess       gdpr.Code = "dpia.unassessed.access"       // warning: the risk of illegitimate access to the data isn't assessed
	CodeUnassessedModification gdpr.Code = "dpia.unassessed.modification" // warning: the risk of an unwanted change of the data isn't assessed
	CodeUnassessedLoss         gdpr.Code = "dpia.unassessed.loss"         // warning: the risk that the data disappear isn't assessed
	CodeDenied                 gdpr.Code = "dpia.residual.denied"         // violation: a high residual risk that the ratings show is denied
	CodeConsult                gdpr.Code = "dpia.residual.consult"        // warning: a high risk is left: the Garante must be consulted before the processing begins
	CodeSubjectsUnasked        gdpr.Code = "dpia.subjects.unresolved"     // warning: it isn't said whether the people concerned were heard
	CodeSubjectsUnheard        gdpr.Code = "dpia.subjects.unheard"        // warning: it isn't said why the people concerned weren't heard
	CodeSubjectsViews          gdpr.Code = "dpia.subjects.views"          // warning: the people concerned were heard, but what they said is missing
	CodeSubjectsDeparted       gdpr.Code = "dpia.subjects.departed"       // warning: the decision departs from the views of the people concerned without saying why
	CodeApproval               gdpr.Code = "dpia.approval"                // violation: the controller's approval is missing
	CodeApprovalUndated        gdpr.Code = "dpia.approval.undated"        // violation: the date of approval is missing
	CodeApprovalUnproved       gdpr.Code = "dpia.approval.unproved"       // violation: nothing proves the date of approval (protocol number, act, time stamp)
	CodeLate                   gdpr.Code = "dpia.late"                    // violation: the processing begins on …, before the assessment is approved
	CodeMeasureLate            gdpr.Code = "dpia.measure.late"            // warning: the measure on which the residual risk hangs is neither in place nor due before the processing begins (…): until then the risk isn't lowered
)

var (
	rowController             = find.Violation(CodeController, "GDPR 35(1)", "Regolamento 28(3)")
	rowAuthor                 = find.Violation(CodeAuthor, "GDPR 5(2)", "Regolamento 28(3)")
	rowOperations             = find.Violation(CodeOperations, "GDPR 35(7)(a)", "Regolamento 28(2)")
	rowPurposes               = find.Violation(CodePurposes, "GDPR 35(7)(a)", "Regolamento 28(2)")
	rowNecessity              = find.Violation(CodeNecessity, "GDPR 35(7)(b)", "Regolamento 28(2)")
	rowProportionality        = find.Violation(CodeProportionality, "GDPR 35(7)(b)", "Regolamento 28(2)")
	rowDemonstration          = find.Violation(CodeDemonstration, "GDPR 35(7)(d)")
	rowConduct                = find.Advice(CodeConduct, "GDPR 35(8)")
	rowRisks                  = find.Violation(CodeRisks, "GDPR 35(7)(c)", "Regolamento 28(2)")
	rowUnassessedAccess       = find.Warning(CodeUnassessedAccess, "GDPR 35(7)(c)", "WP248 annex 2")
	rowUnassessedModification = find.Warning(CodeUnassessedModification, "GDPR 35(7)(c)", "WP248 annex 2")
	rowUnassessedLoss         = find.Warning(CodeUnassessedLoss, "GDPR 35(7)(c)", "WP248 annex 2")
	rowDenied                 = find.Violation(CodeDenied, "GDPR 36(1)", "Regolamento 28(4)")
	rowConsult                = find.Warning(CodeConsult, "GDPR 36(1)", "Regolamento 28(4)", "Regolamento 29(1)")
	rowSubjectsUnasked        = find.Warning(CodeSubjectsUnasked, "GDPR 35(9)", "Regolamento 28(1)")
	rowSubjectsUnheard        = find.Warning(CodeSubjectsUnheard, "GDPR 35(9)", "WP248")
	rowSubjectsViews          = find.Warning(CodeSubjectsViews, "GDPR 35(9)")
	rowSubjectsDeparted       = find.Warning(CodeSubjectsDeparted, "GDPR 35(9)", "WP248")
	rowApproval               = find.Violation(CodeApproval, "GDPR 35(1)", "Regolamento 28(3)")
	rowApprovalUndated        = find.Violation(CodeApprovalUndated, "GDPR 5(2)", "GDPR 35(1)")
	rowApprovalUnproved       = find.Violation(CodeApprovalUnproved, "GDPR 5(2)", "GDPR 35(1)")
	rowLate                   = find.Violation(CodeLate, "GDPR 35(1)")
	rowMeasureLate            = find.Warning(CodeMeasureLate, "GDPR 36(1)", "GDPR 35(7)(d)", "WP248 annex 2")
)

// Check tells what the assessment lacks, in the order of its contents.
//
// Law: Regolamento 28(1); Regolamento 28(2); Regolamento 28(3); Regolamento 28(4); GDPR 35(1); GDPR 35(2); GDPR 35(7)(a); GDPR 35(7)(b); GDPR 35(7)(c); GDPR 35(7)(d); GDPR 35(8); GDPR 35(9); WP248 annex 2.
func (a Assessment) Check() gdpr.Findings {
	c := find.In(a.Regime)
	for _, part := range [...]struct {
		text  string
		where string
		row   find.Row
	}{
		{a.Controller, "controller", rowController},
		{a.Author, "author", rowAuthor},
		{a.Operations, "operations", rowOperations},
		{a.Purposes, "purposes", rowPurposes},
		{a.Necessity, "necessity", rowNecessity},
		{a.Proportionality, "proportionality", rowProportionality},
		{a.Demonstration, "demonstration", rowDemonstration},
		{a.Codes, "codes", rowConduct},
	} {
		if blank(part.text) {
			c.Add(part.row, part.where)
		}
	}
	a.checkGuarantees(c)
	a.checkRisks(c)
	c.Below("opinion", a.Opinion.Check(a.Approval.On))
	a.Subjects.check(c)
	a.checkApproval(c)
	a.checkVerdict(c)
	return c.Findings()
}

func (a *Assessment) checkRisks(c *find.Collector) {
	if len(a.Risks) == 0 {
		c.Add(rowRisks, "risks")
	}
	seen := [eventCount]bool{}
	for i, r := range a.Risks {
		if r.Event < eventCount {
			seen[r.Event] = true
		}
		c.Below(find.Index("risks", i), r.Check())
		for j, m := range r.Measures {
			if r.hangsOn(m) && a.Begins != 0 && (m.Due == 0 || m.Due > a.Begins) {
				c.Add(rowMeasureLate, find.Index(find.Index("risks", i)+".measures", j)+".due", a.Begins)
			}
		}
	}
	for e, row := range [eventCount]find.Row{Access: rowUnassessedAccess, Modification: rowUnassessedModification, Loss: rowUnassessedLoss} {
		if row.Code != "" && len(a.Risks) > 0 && !seen[e] {
			c.Add(row, "risks")
		}
	}
	switch {
	case a.highLeft() == gdpr.Yes && a.ResidualHigh == gdpr.No:
		c.Add(rowDenied, "residual_high")
	case a.Consultation() == gdpr.Yes:
		c.Add(rowConsult, "residual_high")
	}
}

func (s *Subjects) check(c *find.Collector) {
	switch {
	case s.Heard == gdpr.No && blank(s.Reasons):
		c.Add(rowSubjectsUnheard, "subjects.reasons")
	case s.Heard == gdpr.No:
	case s.Heard != gdpr.Yes:
		c.Add(rowSubjectsUnasked, "subjects.heard")
	case blank(s.Views):
		c.Add(rowSubjectsViews, "subjects.views")
	case s.Departed == gdpr.Yes && blank(s.Reasons):
		c.Add(rowSubjectsDeparted, "subjects.reasons")
	}
}

func (a *Assessment) checkApproval(c *find.Collector) {
	if blank(a.Approval.By) {
		c.Add(rowApproval, "approval.by")
	}
	switch {
	case a.Approval.On == 0:
		c.Add(rowApprovalUndated, "approval.on")
	case blank(a.Approval.Proof):
		c.Add(rowApprovalUnproved, "approval.proof")
	}
	if a.Begins != 0 && (a.Approval.On == 0 || a.Approval.On > a.Begins) {
		c.Add(rowLate, "begins", a.Begins)
	}
}

// Consultation tells whether the Garante must be consulted before the processing
// begins: a high risk is left after the measures, by the ratings or because the
// controller judges so. A controller can't judge away what the ratings show. A
// measure counts if it is in place, or planned for the day on which the processing
// begins or before. It is [gdpr.Unknown] while a risk isn't rated or none is told,
// and while it hangs on a measure that is planned and nobody has said when the
// processing begins.
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

// ConsultationOn tells on a day what [Assessment.Consultation] tells before the
// processing begins. Once it has begun, a measure that was planned for the beginning
// and isn't in place lowers no risk.
//
// Law: Regolamento 28(4); Regolamento 29(1); GDPR 36(1).
func (a Assessment) ConsultationOn(on date.Date) gdpr.Answer {
	before := a.Consultation()
	if a.Begins == 0 || on < a.Begins || before == gdpr.Yes {
		return before
	}
	left := before
	for i := range a.Risks {
		left = left.Or(a.Risks[i].Residual().High())
	}
	return left
}

// highLeft tells whether the ratings leave a high risk.
func (a *Assessment) highLeft() gdpr.Answer {
	if len(a.Risks) == 0 {
		return gdpr.Unknown
	}
	left := gdpr.No
	for i := range a.Risks {
		r := &a.Risks[i]
		high := a.residual(r).High()
		if a.Begins == 0 && high != r.planned().High() {
			high = gdpr.Unknown
		}
		left = left.Or(high)
	}
	return left
}

// residual returns what is left of a risk when the processing begins; while that day
// isn't given, what is left with the measures in place.
func (a *Assessment) residual(r *Risk) Rating {
	if a.Begins == 0 {
		return r.Residual()
	}
	return r.ResidualBy(a.Begins)
}

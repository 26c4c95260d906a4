package pdnd

import (
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Case.Check] on the impact assessment and the prior
// consultation.
const (
	CodeAssessmentDenied       gdpr.Code = "pdnd.dpia.denied"          // violation: the analysis says that no impact assessment was made, but for this processing one is due
	CodeAssessmentUndetermined gdpr.Code = "pdnd.dpia.undetermined"    // warning: the analysis says that no impact assessment was made, and whether one is due can't be told: … missing
	CodeAssessmentDiscretion   gdpr.Code = "pdnd.dpia.discretion"      // advice: the impact assessment is discretionary: it is wise to note why it isn't made
	CodeAssessmentClaimed      gdpr.Code = "pdnd.dpia.claimed"         // violation: the analysis claims an impact assessment of which no approval is on record
	CodeAssessmentOther        gdpr.Code = "pdnd.dpia.other"           // warning: the impact assessment is of … and the processing changed on …: somebody has to see whether it is covered
	CodeConsultationDenied     gdpr.Code = "pdnd.consultation.denied"  // violation: a high risk remains and the Garante wasn't consulted
	CodeConsultationEarly      gdpr.Code = "pdnd.consultation.early"   // violation: the term of the prior consultation still runs: the processing can't begin
	CodeConsultationSkipped    gdpr.Code = "pdnd.consultation.skipped" // violation: the analysis denies the impact assessment, and so doesn't ask about the prior consultation, which is due
)

var (
	assessmentDenied       = find.Violation(CodeAssessmentDenied, "GDPR 35(1)", "Regolamento 27(1)")
	assessmentUndetermined = find.Warning(CodeAssessmentUndetermined, "GDPR 35(1)", "Regolamento 27(1)")
	assessmentDiscretion   = find.Advice(CodeAssessmentDiscretion, "WP248", "Regolamento 27(6)")
	assessmentClaimed      = find.Violation(CodeAssessmentClaimed, "GDPR 5(2)", "GDPR 35(1)")
	assessmentOther        = find.Warning(CodeAssessmentOther, "GDPR 35(11)")
	consultationDenied     = find.Violation(CodeConsultationDenied, "GDPR 36(1)", "Regolamento 29(1)")
	consultationEarly      = find.Violation(CodeConsultationEarly, "GDPR 36(2)", "Regolamento 29(5)")
	consultationSkipped    = find.Violation(CodeConsultationSkipped, "GDPR 36(1)", "Regolamento 29(1)")
)

// assessment: what the form says of the impact assessment against the screening
// of the activity. That one was made although the form denies it is no breach.
func (c *checker) assessment() {
	const question = "doneDpia"
	if c.says(question, "YES") {
		c.claimed(question)
	}
	if !c.says(question, "NO") || c.assessed() {
		return
	}
	s, err := c.Activity.Screen(c.Policy)
	switch {
	case err != nil:
		c.Add(assessmentUndetermined, at(question), err.Error())
	case s.Outcome == dpia.Required && c.requiredByGDPR():
		c.Add(assessmentDenied, at(question))
	case s.Outcome == dpia.Required:
		c.Add(assessmentDenied.By("Regolamento 27(1)"), at(question))
	case s.Outcome == dpia.Undetermined:
		var fields []string
		for q := range s.Missing() {
			fields = append(fields, q.Field)
		}
		c.Add(assessmentUndetermined, at(question), strings.Join(fields, ", "))
	case s.Outcome == dpia.Discretionary:
		c.Add(assessmentDiscretion, at(question))
	}
}

// requiredByGDPR reports whether the assessment is due without the template too.
func (c *checker) requiredByGDPR() bool {
	p := c.Policy
	p.Regime = max(p.Regime, gdpr.PublicLaw)
	s, err := c.Activity.Screen(p)
	return err == nil && s.Outcome == dpia.Required
}

// claimed: an assessment that nobody approved by the day, or one that a change of
// the processing left behind; that the register was looked through since is no
// change. Where it wasn't due, to claim it isn't a breach of the duty
// to make one, but nothing proves what the form says.
func (c *checker) claimed(question string) {
	if !c.assessed() {
		row := assessmentClaimed
		if !c.requiredByGDPR() {
			row = row.By("GDPR 5(2)")
		}
		c.Add(row, at(question))
		return
	}
	if c.Assessment == nil {
		return
	}
	approved := c.Assessment.Approval.On
	for _, change := range c.Assessment.Changes {
		if change.On > approved && change.On <= c.on && change.AltersRisk != gdpr.No {
			c.Add(assessmentOther, at(question), approved, change.On)
			return
		}
	}
}

// consultation: a high risk that is left goes to the authority first, and the
// processing waits for its term.
func (c *checker) consultation() {
	const question = "confirmedDoneDpia"
	due := c.Assessment != nil && c.Assessment.ConsultationOn(c.on) == gdpr.Yes
	if due && !c.received() {
		switch {
		case c.says(question, "NO"):
			c.Add(consultationDenied, at(question))
		case c.says("doneDpia", "NO"):
			c.Add(consultationSkipped, at("doneDpia"))
		}
	}
	if !c.says(question, "YES") || c.Consultation == nil {
		return
	}
	line, err := c.Consultation.On(c.on, gdpr.Italy())
	if err != nil {
		return
	}
	switch line.State {
	case dpia.Draft, dpia.Submitted, dpia.Suspended, dpia.Extended:
		c.Add(consultationEarly, at(question))
	}
}

// received reports whether the authority had received the consultation by the
// day.
func (m *matter) received() bool {
	return m.Consultation != nil && m.Consultation.Received != 0 && m.Consultation.Received <= m.on
}

package dpia

import (
	"slices"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Request is the request for prior consultation (consultazione preventiva),
// which the Comune sends to the Garante through its data protection officer.
//
// Law: Regolamento 29(2); GDPR 36(3); GDPR 39(1)(e).
type Request struct {
	Controller string      `json:"controller,omitempty"` // the Comune and its contact data
	Officer    string      `json:"officer,omitempty"`    // the officer's contact data
	ByOfficer  gdpr.Answer `json:"by_officer"`           // is it sent through the officer?

	Shared           gdpr.Answer `json:"shared"`                     // do joint controllers or processors take part?
	Responsibilities string      `json:"responsibilities,omitempty"` // who of them answers for what

	Purposes   string `json:"purposes,omitempty"`
	Means      string `json:"means,omitempty"`
	Measures   string `json:"measures,omitempty"`   // measures and safeguards for people's rights and freedoms
	Assessment string `json:"assessment,omitempty"` // the assessment enclosed, by its reference
	Complete   bool   `json:"complete"`             // it is the full text, not a summary

	Asked    []string `json:"asked,omitempty"`    // further information that the Garante asked for
	Provided []string `json:"provided,omitempty"` // what of it is enclosed, in the same words

	Regime gdpr.Regime `json:"regime,omitzero"` // whose law binds the controller
}

// The findings of [Request.Check].
const (
	CodeRequestController       gdpr.Code = "dpia.request.controller"       // violation: the controller's data are missing
	CodeRequestOfficer          gdpr.Code = "dpia.request.officer"          // violation: the data protection officer's contact data are missing
	CodeRequestSender           gdpr.Code = "dpia.request.sender"           // warning: the request isn't shown to be sent through the data protection officer
	CodeRequestShared           gdpr.Code = "dpia.request.shared"           // warning: it isn't said whether joint controllers or processors take part
	CodeRequestResponsibilities gdpr.Code = "dpia.request.responsibilities" // violation: the responsibilities of joint controllers and processors are missing
	CodeRequestPurposes         gdpr.Code = "dpia.request.purposes"         // violation: the purposes of the processing are missing
	CodeRequestMeans            gdpr.Code = "dpia.request.means"            // violation: the means of the processing are missing
	CodeRequestMeasures         gdpr.Code = "dpia.request.measures"         // violation: the measures and safeguards for people are missing
	CodeRequestAssessment       gdpr.Code = "dpia.request.assessment"       // violation: the impact assessment is missing
	CodeRequestSummary          gdpr.Code = "dpia.request.summary"          // violation: the impact assessment isn't shown to be the full text
	CodeRequestAsked            gdpr.Code = "dpia.request.asked"            // violation: information that the Garante asked for is missing: …
)

var (
	rowRequestController       = find.Violation(CodeRequestController, "GDPR 36(3)(a)", "Regolamento 29(2)")
	rowRequestOfficer          = find.Violation(CodeRequestOfficer, "GDPR 36(3)(d)", "Regolamento 29(2)")
	rowRequestSender           = find.Warning(CodeRequestSender, "Regolamento 29(2)", "Regolamento 28(4)")
	rowRequestResponsibilities = find.Violation(CodeRequestResponsibilities, "GDPR 36(3)(a)")
	rowRequestShared           = find.Warning(CodeRequestShared, "GDPR 36(3)(a)")
	rowRequestPurposes         = find.Violation(CodeRequestPurposes, "GDPR 36(3)(b)", "Regolamento 29(2)")
	rowRequestMeans            = find.Violation(CodeRequestMeans, "GDPR 36(3)(b)", "Regolamento 29(2)")
	rowRequestMeasures         = find.Violation(CodeRequestMeasures, "GDPR 36(3)(c)", "Regolamento 29(2)")
	rowRequestAssessment       = find.Violation(CodeRequestAssessment, "GDPR 36(3)(e)", "Regolamento 29(2)")
	rowRequestSummary          = find.Violation(CodeRequestSummary, "GDPR 36(3)(e)", "Regolamento 29(2)")
	rowRequestAsked            = find.Violation(CodeRequestAsked, "GDPR 36(3)(f)", "Regolamento 29(2)")
)

// Check tells what the request lacks: the regulation's five contents, and the
// responsibilities of joint controllers and processors that the GDPR adds.
//
// Law: Regolamento 29(2); Regolamento 28(4); GDPR 36(3)(a); GDPR 36(3)(b); GDPR 36(3)(c); GDPR 36(3)(d); GDPR 36(3)(e); GDPR 36(3)(f).
func (r Request) Check() gdpr.Findings {
	c := find.In(r.Regime)
	if blank(r.Controller) {
		c.Add(rowRequestController, "controller")
	}
	if blank(r.Officer) {
		c.Add(rowRequestOfficer, "officer")
	}
	if r.ByOfficer != gdpr.Yes {
		c.Add(rowRequestSender, "by_officer")
	}
	switch {
	case r.Shared == gdpr.Yes && blank(r.Responsibilities):
		c.Add(rowRequestResponsibilities, "responsibilities")
	case !r.Shared.Known():
		c.Add(rowRequestShared, "shared")
	}
	if blank(r.Purposes) {
		c.Add(rowRequestPurposes, "purposes")
	}
	if blank(r.Means) {
		c.Add(rowRequestMeans, "means")
	}
	if blank(r.Measures) {
		c.Add(rowRequestMeasures, "measures")
	}
	switch {
	case blank(r.Assessment):
		c.Add(rowRequestAssessment, "assessment")
	case !r.Complete:
		c.Add(rowRequestSummary, "complete")
	}
	for _, asked := range r.Asked {
		if !slices.Contains(r.Provided, asked) {
			c.Add(rowRequestAsked, "provided", asked)
		}
	}
	return c.Findings()
}

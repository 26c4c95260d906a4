package dpia

import (
	"slices"

	"github.com/b58db29f/gdpr"
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
}

// The findings of [Request.Check].
const (
	CodeRequestController       gdpr.Code = "dpia.request.controller"
	CodeRequestOfficer          gdpr.Code = "dpia.request.officer"
	CodeRequestSender           gdpr.Code = "dpia.request.sender"
	CodeRequestShared           gdpr.Code = "dpia.request.shared"
	CodeRequestResponsibilities gdpr.Code = "dpia.request.responsibilities"
	CodeRequestPurposes         gdpr.Code = "dpia.request.purposes"
	CodeRequestMeans            gdpr.Code = "dpia.request.means"
	CodeRequestMeasures         gdpr.Code = "dpia.request.measures"
	CodeRequestAssessment       gdpr.Code = "dpia.request.assessment"
	CodeRequestSummary          gdpr.Code = "dpia.request.summary"
	CodeRequestAsked            gdpr.Code = "dpia.request.asked"
)

// Check tells what the request lacks: the regulation's five contents, and the
// responsibilities of joint controllers and processors that the GDPR adds.
//
// Law: Regolamento 29(2); Regolamento 28(4); GDPR 36(3)(a); GDPR 36(3)(b); GDPR 36(3)(c); GDPR 36(3)(d); GDPR 36(3)(e); GDPR 36(3)(f).
func (r Request) Check() gdpr.Findings {
	var fs gdpr.Findings
	if blank(r.Controller) {
		fs = append(fs, violation(CodeRequestController, "controller", "GDPR 36(3)(a)", "Regolamento 29(2)"))
	}
	if blank(r.Officer) {
		fs = append(fs, violation(CodeRequestOfficer, "officer", "GDPR 36(3)(d)", "Regolamento 29(2)"))
	}
	if r.ByOfficer != gdpr.Yes {
		fs = append(fs, warning(CodeRequestSender, "by_officer", "Regolamento 29(2)", "Regolamento 28(4)"))
	}
	switch {
	case r.Shared == gdpr.Yes && blank(r.Responsibilities):
		fs = append(fs, violation(CodeRequestResponsibilities, "responsibilities", "GDPR 36(3)(a)"))
	case !r.Shared.Known():
		fs = append(fs, warning(CodeRequestShared, "shared", "GDPR 36(3)(a)"))
	}
	if blank(r.Purposes) {
		fs = append(fs, violation(CodeRequestPurposes, "purposes", "GDPR 36(3)(b)", "Regolamento 29(2)"))
	}
	if blank(r.Means) {
		fs = append(fs, violation(CodeRequestMeans, "means", "GDPR 36(3)(b)", "Regolamento 29(2)"))
	}
	if blank(r.Measures) {
		fs = append(fs, violation(CodeRequestMeasures, "measures", "GDPR 36(3)(c)", "Regolamento 29(2)"))
	}
	switch {
	case blank(r.Assessment):
		fs = append(fs, violation(CodeRequestAssessment, "assessment", "GDPR 36(3)(e)", "Regolamento 29(2)"))
	case !r.Complete:
		fs = append(fs, violation(CodeRequestSummary, "complete", "Regolamento 29(2)", "GDPR 36(3)(e)"))
	}
	for _, asked := range r.Asked {
		if !slices.Contains(r.Provided, asked) {
			fs = append(fs, gdpr.Finding{Code: CodeRequestAsked, Severity: gdpr.Violation, Where: "provided",
				Provisions: []gdpr.Provision{"GDPR 36(3)(f)", "Regolamento 29(2)"}, Args: []any{asked}})
		}
	}
	return fs
}

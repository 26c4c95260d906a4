package rights

import (
	"iter"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Remedy holds the facts on whether someone can complain to the Garante.
//
// Law: Regolamento 42(1); GDPR 77(1); Codice 140-bis; Codice 141.
type Remedy struct {
	Concerned gdpr.Answer `json:"concerned"` // are the data that he holds to be misused his own?
	Court     gdpr.Answer `json:"court"`     // has he gone to court with the same matter already?
	Protected gdpr.Answer `json:"protected"` // would it harm an interest that Codice 2-undecies protects, actually and concretely?
}

// Decide tells whether he can complain to the Garante. Where Codice 2-undecies
// stands in the way, the Garante can still look into the matter on his behalf.
//
// Law: Regolamento 42(1); GDPR 77(1); Codice 2-undecies(1); Codice 140-bis(2); Codice 141(1).
func (r Remedy) Decide() Decision { return remedy.decide(r.Concerned, r.Court, r.Protected) }

var remedy = rule{
	facts: []fact{
		{"rights.remedy.concerned", "Regolamento 42(1)", false},
		{"rights.remedy.court", "Codice 140-bis(2)", true},
		protected,
	},
	holds: kleene.Rule{kleene.Of(0, 1, 2)},
	no:    gdpr.Reason{Code: "rights.remedy.no", Provision: "GDPR 77(1)"},
}

// Complaint is a complaint to the Garante. It is written, and needs no form. The
// Garante inquires into it, and can order the Comune to comply.
//
// Law: Regolamento 42(1); Regolamento 42(2); Regolamento 42(3); Codice 142.
type Complaint struct {
	Lodged     date.Date   `json:"lodged,omitzero"`      // the day it reached the Garante
	Subject    string      `json:"subject,omitempty"`    // who complains, with an address
	Controller string      `json:"controller,omitempty"` // the Comune
	Manager    string      `json:"manager,omitempty"`    // the manager of the processing, if known
	Facts      string      `json:"facts,omitempty"`      // what happened
	Provisions string      `json:"provisions,omitempty"` // what is held to be infringed
	Measures   string      `json:"measures,omitempty"`   // what the Garante is asked to do
	Documents  []string    `json:"documents,omitempty"`  // what is enclosed
	Signed     bool        `json:"signed"`
	Inquiry    gdpr.Answer `json:"inquiry"` // has the Garante asked the Comune for information?
	Ordered    gdpr.Answer `json:"ordered"` // has it ordered the Comune to do something?
}

// The findings of [Complaint.Check].
const (
	CodeComplaintSubject    gdpr.Code = "rights.complaint.subject"
	CodeComplaintController gdpr.Code = "rights.complaint.controller"
	CodeComplaintManager    gdpr.Code = "rights.complaint.manager"
	CodeComplaintFacts      gdpr.Code = "rights.complaint.facts"
	CodeComplaintProvisions gdpr.Code = "rights.complaint.provisions"
	CodeComplaintMeasures   gdpr.Code = "rights.complaint.measures"
	CodeComplaintDocuments  gdpr.Code = "rights.complaint.documents"
	CodeComplaintSigned     gdpr.Code = "rights.complaint.signed"
)

// Check tells what the complaint lacks. The manager and the documents are
// warnings, since they are owed only if there are any to name or to enclose.
//
// Law: Regolamento 42(2); Codice 142(1); Codice 142(2).
func (c Complaint) Check() gdpr.Findings {
	var fs gdpr.Findings
	for _, part := range [...]struct {
		text  string
		code  gdpr.Code
		where string
		law   []gdpr.Provision
		grave gdpr.Severity
	}{
		{c.Subject, CodeComplaintSubject, "subject", []gdpr.Provision{"Regolamento 42(2)", "Codice 142(2)"}, gdpr.Violation},
		{c.Controller, CodeComplaintController, "controller", []gdpr.Provision{"Regolamento 42(2)", "Codice 142(1)"}, gdpr.Violation},
		{c.Manager, CodeComplaintManager, "manager", []gdpr.Provision{"Regolamento 42(2)", "Codice 142(1)"}, gdpr.Warning},
		{c.Facts, CodeComplaintFacts, "facts", []gdpr.Provision{"Codice 142(1)"}, gdpr.Violation},
		{c.Provisions, CodeComplaintProvisions, "provisions", []gdpr.Provision{"Codice 142(1)"}, gdpr.Violation},
		{c.Measures, CodeComplaintMeasures, "measures", []gdpr.Provision{"Codice 142(1)"}, gdpr.Violation},
		{strings.Join(c.Documents, ""), CodeComplaintDocuments, "documents", []gdpr.Provision{"Regolamento 42(2)", "Codice 142(2)"}, gdpr.Warning},
	} {
		if strings.TrimSpace(part.text) == "" {
			fs = append(fs, gdpr.Finding{Code: part.code, Severity: part.grave, Where: part.where, Provisions: part.law})
		}
	}
	if !c.Signed {
		fs = append(fs, violation(CodeComplaintSigned, "signed", "Codice 142(2)"))
	}
	return fs
}

// Duties yields what the complaint asks of the Comune, each with the decision
// whether it does.
//
// Law: Regolamento 42(3); GDPR 31; GDPR 58(1); GDPR 58(2); Codice 157(1).
func (c Complaint) Duties() iter.Seq2[Duty, Decision] {
	return func(yield func(Duty, Decision) bool) {
		if yield(AnswerGarante, answerGarante.decide(c.Inquiry)) {
			yield(ObeyGarante, obeyGarante.decide(c.Ordered))
		}
	}
}

var (
	answerGarante = rule{
		facts: []fact{{"rights.duty.inquiry", "Regolamento 42(3)", false}},
		holds: kleene.Rule{kleene.Of(0)},
		no:    gdpr.Reason{Code: "rights.duty.inquiry.no", Provision: "Codice 157(1)"},
	}
	obeyGarante = rule{
		facts: []fact{{"rights.duty.ordered", "Regolamento 42(3)", false}},
		holds: kleene.Rule{kleene.Of(0)},
		no:    gdpr.Reason{Code: "rights.duty.ordered.no", Provision: "GDPR 58(2)"},
	}
)

// Proceedings are the terms of the Garante for a complaint. They don't run while
// it works on the case with the authorities of other States.
//
// Law: Regolamento 42(4); GDPR 78(2); Codice 143(3).
type Proceedings struct {
	News     gdpr.Deadline `json:"news"`     // for telling the state or the outcome; after it one can go to court
	Decision gdpr.Deadline `json:"decision"` // for the decision
	Reasoned gdpr.Deadline `json:"reasoned"` // for the decision, if the Garante has told why it takes longer
}

// Proceedings computes the terms from the day of the lodging: three months for
// news, nine for the decision, twelve if it takes longer for a reason. Whether
// the two of Italian law move off a Saturday is disputed, since the national rule
// moves them off Sundays and holidays alone: Due follows the European rule, Safe
// doesn't move at all.
//
// The error is a [*gdpr.InputError]: no day of lodging ([gdpr.FaultMissing]), or
// one outside the calendar ([gdpr.FaultRange]).
//
// Law: Regolamento 42(4); GDPR 78(2); Codice 143(3); Reg. 1182/71 3(4); c.p.c. 155.
func (c Complaint) Proceedings(cal gdpr.Calendar) (Proceedings, error) {
	if c.Lodged == 0 {
		return Proceedings{}, &gdpr.InputError{Field: "lodged", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	var p Proceedings
	for _, term := range [...]struct {
		months int
		law    gdpr.Provision
		to     *gdpr.Deadline
	}{
		{3, "GDPR 78(2)", &p.News},
		{9, "Codice 143(3)", &p.Decision},
		{12, "Codice 143(3)", &p.Reasoned},
	} {
		d, err := gdpr.Term{N: term.months, Unit: gdpr.Months}.After(c.Lodged, cal)
		if err != nil {
			return Proceedings{}, in("lodged", err)
		}
		*term.to = d.By(term.law)
	}
	return p, nil
}

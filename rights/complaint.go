package rights

import (
	"iter"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Remedy holds the facts on the ways of someone who holds that his data are
// misused: the complaint to the Garante, the court, and the report that anyone
// can make.
//
// In Italy he has to choose: the court, once seized of the same object between
// the same parties, bars the complaint, and the complaint bars the court, save
// where the Garante lets its terms pass.
//
// Law: Regolamento 42(1); GDPR 77(1); GDPR 79(1); Codice 140-bis; Codice 141; Codice 144.
//
//facts:bits rights.remedy remedy
//facts:not court complained same_parties about_rights
type Remedy struct {
	Regime      gdpr.Regime `json:"regime,omitzero"`
	Concerned   gdpr.Answer `json:"concerned"`    // are the data that he holds to be misused his own?
	Court       gdpr.Answer `json:"court"`        // has a court been seized of the same object already?
	Complained  gdpr.Answer `json:"complained"`   // has the Garante been seized of the same object already?
	SameParties gdpr.Answer `json:"same_parties"` // between the same parties?
	Silent      gdpr.Answer `json:"silent"`       // has the Garante let its terms pass, for news or for the decision?
	AboutRights gdpr.Answer `json:"about_rights"` // is the complaint about the rights of articles 15 to 22, and not about a breach, a publication, a missing notice?
	Limit       Limit       `json:"limit"`        // what Codice 2-undecies sets against these rights, if anything
}

// Decide tells whether he can complain to the Garante. Codice 2-undecies stands
// in the way only of a complaint about the rights of articles 15 to 22, and then
// the Garante can look into the matter on his behalf.
//
// Law: Regolamento 42(1); GDPR 77(1); Codice 2-undecies(1); Codice 140-bis(1); Codice 140-bis(2); Codice 141(1); Codice 160.
func (r Remedy) Decide() Decision {
	if !r.Regime.Has(gdpr.ItalianLaw) {
		return remedyOfUnion.decide(r.said())
	}
	return remedy.under(&r.Limit, r.said())
}

// ToCourt tells whether he can go to court: not if he complained to the Garante
// of the same object against the same party, unless the Garante let its terms
// pass.
//
// Law: GDPR 79(1); Codice 140-bis(3); Codice 152(1); D.Lgs. 150/2011 10(4).
func (r Remedy) ToCourt() Decision {
	if !r.Regime.Has(gdpr.ItalianLaw) {
		return courtOfUnion.decide(r.said())
	}
	return toCourt.decide(r.said())
}

// Report tells whether he can report the matter to the Garante, which may act of
// its own motion: anyone can, whoever's data they are, but has no right to an
// answer. Only Italian law knows it.
//
// Law: Codice 144(1).
func (r Remedy) Report() gdpr.Answer { return gdpr.Is(r.Regime.Has(gdpr.ItalianLaw)) }

var remedy = rule{
	questions: remedyQuestions[:],
	holds: kleene.And(
		kleene.And(kleene.Rule{kleene.Of(remedyConcerned)}, kleene.AtLeast(1, kleene.Of(remedyNotCourt, remedyNotSameParties))),
		kleene.Or(kleene.Rule{kleene.Of(remedyNotAboutRights)}, unlimited(remedyLimit)),
	),
	grounds: []ground{{remedyConcerned, "rights.remedy.concerned", "GDPR 77(1)"}},
	excepts: []ground{
		{remedyNotCourt, "rights.remedy.court", "Codice 140-bis(2)"},
		{remedyNotSameParties, "rights.remedy.same_parties", "Codice 140-bis(2)"},
	},
	limit:   remedyLimit,
	limited: []ground{{remedyNotAboutRights, "rights.remedy.about_rights", "Codice 2-undecies(1)"}},
	no:      gdpr.Reason{Code: "rights.remedy.no", Provision: "GDPR 77(1)"},
}

var toCourt = rule{
	questions: remedyQuestions[:],
	holds:     kleene.And(kleene.Rule{kleene.Of(remedyConcerned)}, kleene.AtLeast(1, kleene.Of(remedyNotComplained, remedyNotSameParties, remedySilent))),
	grounds: []ground{
		{remedyConcerned, "rights.remedy.concerned", "GDPR 79(1)"},
		{remedySilent, "rights.remedy.silent", "D.Lgs. 150/2011 10(4)"},
	},
	excepts: []ground{
		{remedyNotComplained, "rights.remedy.complained", "Codice 140-bis(3)"},
		{remedyNotSameParties, "rights.remedy.same_parties", "Codice 140-bis(3)"},
	},
	no: gdpr.Reason{Code: "rights.remedy.nocourt", Provision: "GDPR 79(1)"},
}

var remedyOfUnion = rule{
	questions: remedyQuestions[:],
	holds:     kleene.Rule{kleene.Of(remedyConcerned)},
	grounds:   []ground{{remedyConcerned, "rights.remedy.concerned", "GDPR 77(1)"}},
	no:        gdpr.Reason{Code: "rights.remedy.no", Provision: "GDPR 77(1)"},
}

var courtOfUnion = rule{
	questions: remedyQuestions[:],
	holds:     kleene.Rule{kleene.Of(remedyConcerned)},
	grounds:   []ground{{remedyConcerned, "rights.remedy.concerned", "GDPR 79(1)"}},
	no:        gdpr.Reason{Code: "rights.remedy.nocourt", Provision: "GDPR 79(1)"},
}

// Complaint is a complaint to the Garante. It is written, and the Garante has a
// form for it. The Garante inquires into it, and can order the controller to
// comply. A body of the third sector that is active in the field can sign and
// lodge it on the person's mandate.
//
// That the person should have turned to the controller first, for a complaint
// about the rights of articles 15 to 22, is a rule of the Garante's own procedure
// whose text wasn't read: it is an advice here.
//
// Law: Regolamento 42(1); Regolamento 42(2); Regolamento 42(3); GDPR 80(1); Codice 142.
//
//facts:bits rights.duty complaint
//facts:only inquiry ordered
type Complaint struct {
	Regime      gdpr.Regime `json:"regime,omitzero"`
	Lodged      date.Date   `json:"lodged,omitzero"`      // the day it reached the Garante
	Subject     string      `json:"subject,omitempty"`    // who complains
	Address     string      `json:"address,omitempty"`    // where communications reach him, an e-mail address too
	Controller  string      `json:"controller,omitempty"` // the controller, or the processor, where known
	Manager     string      `json:"manager,omitempty"`    // the manager of the processing, if known
	Facts       string      `json:"facts,omitempty"`      // what happened
	Provisions  string      `json:"provisions,omitempty"` // what is held to be infringed
	Measures    string      `json:"measures,omitempty"`   // what the Garante is asked to do
	Documents   []string    `json:"documents,omitempty"`  // what is enclosed
	Signed      bool        `json:"signed"`               // by the person, or by the body that acts for him
	Body        string      `json:"body,omitempty"`       // the body that lodges it on mandate, if one does
	Mandate     bool        `json:"mandate,omitzero"`     // is the mandate enclosed?
	Active      gdpr.Answer `json:"active"`               // is that body of the third sector, not for profit, with aims in the public interest, and active in data protection?
	AboutRights gdpr.Answer `json:"about_rights"`         // is it about the rights of articles 15 to 22?
	AskedFirst  gdpr.Answer `json:"asked_first"`          // has the person asked the controller first?
	Inquiry     gdpr.Answer `json:"inquiry"`              // has the Garante asked the controller for information?
	Ordered     gdpr.Answer `json:"ordered"`              // has it ordered the controller to do something?
}

// The findings of [Complaint.Check].
const (
	CodeComplaintSubject    gdpr.Code = "rights.complaint.subject"    // violation: the complainant isn't named
	CodeComplaintAddress    gdpr.Code = "rights.complaint.address"    // violation: the address for communications is missing
	CodeComplaintController gdpr.Code = "rights.complaint.controller" // warning: the controller or processor isn't named, if known
	CodeComplaintManager    gdpr.Code = "rights.complaint.manager"    // warning: the manager isn't named, if known
	CodeComplaintFacts      gdpr.Code = "rights.complaint.facts"      // violation: the facts are missing
	CodeComplaintProvisions gdpr.Code = "rights.complaint.provisions" // violation: the provisions held to be infringed are missing
	CodeComplaintMeasures   gdpr.Code = "rights.complaint.measures"   // violation: the measures asked of the Garante are missing
	CodeComplaintDocuments  gdpr.Code = "rights.complaint.documents"  // warning: no document is enclosed
	CodeComplaintSigned     gdpr.Code = "rights.complaint.signed"     // violation: the signature is missing
	CodeComplaintMandate    gdpr.Code = "rights.complaint.mandate"    // violation: the mandate of the body that lodges the complaint isn't enclosed
	CodeComplaintBody       gdpr.Code = "rights.complaint.body"       // violation: it isn't shown that the body is of the third sector, not for profit and active in data protection
	CodeComplaintFirst      gdpr.Code = "rights.complaint.first"      // advice: better ask the controller first: the complaint is about the rights of articles 15 to 22
)

var (
	complaintSubject    = find.Violation(CodeComplaintSubject, "Codice 142(1)", "Regolamento 42(2)")
	complaintAddress    = find.Violation(CodeComplaintAddress, "Codice 142(3)")
	complaintController = find.Warning(CodeComplaintController, "Codice 142(1)", "Regolamento 42(2)")
	complaintManager    = find.Warning(CodeComplaintManager, "Regolamento 42(2)")
	complaintFacts      = find.Violation(CodeComplaintFacts, "Codice 142(1)")
	complaintProvisions = find.Violation(CodeComplaintProvisions, "Codice 142(1)")
	complaintMeasures   = find.Violation(CodeComplaintMeasures, "Codice 142(1)")
	complaintDocuments  = find.Warning(CodeComplaintDocuments, "Codice 142(3)", "Regolamento 42(2)")
	complaintSigned     = find.Violation(CodeComplaintSigned, "Codice 142(2)")
	complaintMandate    = find.Violation(CodeComplaintMandate, "GDPR 80(1)", "Codice 142(3)")
	complaintBody       = find.Violation(CodeComplaintBody, "GDPR 80(1)", "Codice 142(2)")
	complaintFirst      = find.Advice(CodeComplaintFirst)
)

// Check tells what the complaint lacks. The controller or processor, the manager and
// the documents are warnings, since they are owed only if they are known, or if
// there are any to enclose.
//
// Law: Regolamento 42(2); GDPR 80(1); Codice 142(1); Codice 142(2); Codice 142(3).
func (c Complaint) Check() gdpr.Findings {
	fs := find.In(c.Regime)
	if !c.Regime.Has(gdpr.ItalianLaw) {
		c.checkMandate(fs)
		return fs.Findings()
	}
	for _, part := range [...]struct {
		text  string
		row   find.Row
		where string
	}{
		{c.Subject, complaintSubject, "subject"},
		{c.Address, complaintAddress, "address"},
		{c.Controller, complaintController, "controller"},
		{c.Manager, complaintManager, "manager"},
		{c.Facts, complaintFacts, "facts"},
		{c.Provisions, complaintProvisions, "provisions"},
		{c.Measures, complaintMeasures, "measures"},
		{strings.Join(c.Documents, ""), complaintDocuments, "documents"},
	} {
		if blank.Is(part.text) {
			fs.Add(part.row, part.where)
		}
	}
	if !c.Signed {
		fs.Add(complaintSigned, "signed")
	}
	c.checkMandate(fs)
	if c.AboutRights.And(c.AskedFirst.Not()) == gdpr.Yes {
		fs.Add(complaintFirst, "asked_first")
	}
	return fs.Findings()
}

// checkMandate tells what a body lacks that acts for the person.
func (c *Complaint) checkMandate(fs *find.Collector) {
	if blank.Is(c.Body) {
		return
	}
	if !c.Mandate {
		fs.Add(complaintMandate, "mandate")
	}
	fs.Unless(c.Active, complaintBody, "active")
}

// Duties yields what the complaint asks of the controller, each with the
// decision whether it does. For the terms, see [Inquiry].
//
// Law: Regolamento 42(3); GDPR 31; GDPR 58(1); GDPR 58(2); Codice 157(1).
func (c Complaint) Duties() iter.Seq2[Duty, Decision] {
	return func(yield func(Duty, Decision) bool) {
		if yield(AnswerGarante, answerGarante.decide(c.said())) {
			yield(ObeyGarante, obeyGarante.decide(c.said()))
		}
	}
}

var (
	answerGarante = rule{
		questions: complaintQuestions[:],
		holds:     kleene.Rule{kleene.Of(complaintInquiry)},
		grounds:   []ground{{complaintInquiry, "rights.duty.inquiry", "GDPR 58(1)(a)"}},
		no:        gdpr.Reason{Code: "rights.duty.inquiry.no", Provision: "GDPR 58(1)(a)"},
	}
	obeyGarante = rule{
		questions: complaintQuestions[:],
		holds:     kleene.Rule{kleene.Of(complaintOrdered)},
		grounds:   []ground{{complaintOrdered, "rights.duty.ordered", "GDPR 58(2)"}},
		no:        gdpr.Reason{Code: "rights.duty.ordered.no", Provision: "GDPR 58(2)"},
	}
)

// Proceedings are the terms of the Garante for a complaint, and those of the
// court for whoever waits in vain. They don't run while it works on the case with
// the authorities of other States, which for the public tasks of a public body it
// never does: there the Garante alone is competent (GDPR 55(2)).
//
// Law: Regolamento 42(4); GDPR 55(2); GDPR 77(2); GDPR 78(2); Codice 143(3); D.Lgs. 150/2011 10(4).
type Proceedings struct {
	News     gdpr.Deadline `json:"news"`              // for telling the state or the outcome; after it one can go to court
	Decision gdpr.Deadline `json:"decision,omitzero"` // for the decision
	Reasoned gdpr.Deadline `json:"reasoned,omitzero"` // for the decision, if the Garante has told why it takes longer

	NoNews     gdpr.Deadline `json:"no_news,omitzero"`     // to go to court if no news came
	NoDecision gdpr.Deadline `json:"no_decision,omitzero"` // to go to court if no decision came, and none was said to take longer
	NoReasoned gdpr.Deadline `json:"no_reasoned,omitzero"` // to go to court if none came in the longer term either
}

// Proceedings computes the terms from the day of the lodging: three months for
// news, by the GDPR and so by European counting; nine for the decision, twelve if
// it takes longer for a reason, by the Codice and so by Italian counting, by
// which a Saturday moves nothing. Safe doesn't move at all. The person has thirty
// days from the end of the term that passed in vain to go to court, which stand
// still from 1 to 31 August and are counted as the procedure's: the three months
// from whose end they run are those of the Codice, counted nationally.
//
// Where Italian law doesn't bind, only News is counted.
//
// The error is a [*gdpr.InputError]: no day of lodging ([gdpr.FaultMissing]), or
// one outside the calendar ([gdpr.FaultRange]).
//
// Law: Regolamento 42(4); GDPR 78(2); Codice 143(3); D.Lgs. 150/2011 10(4); Reg. 1182/71 3(4); c.c. 2963; L. 742/1969 1.
func (c Complaint) Proceedings(cal gdpr.Calendar) (p Proceedings, err error) {
	if c.Lodged == 0 {
		return Proceedings{}, &gdpr.InputError{Field: "lodged", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	court := judicial(30, gdpr.Days)
	var news gdpr.Deadline // the three months as national law has them, from whose end the court's term runs
	steps := [...]struct {
		from *date.Date
		term gdpr.Term
		law  gdpr.Provision
		to   *gdpr.Deadline
	}{
		{&c.Lodged, gdpr.Term{N: 3, Unit: gdpr.Months}, "GDPR 78(2)", &p.News},
		{&c.Lodged, italian(9, gdpr.Months), "Codice 143(3)", &p.Decision},
		{&c.Lodged, italian(12, gdpr.Months), "Codice 143(3)", &p.Reasoned},
		{&c.Lodged, italian(3, gdpr.Months), "Codice 143(3)", &news},
		{&news.Due, court, "D.Lgs. 150/2011 10(4)", &p.NoNews},
		{&p.Decision.Due, court, "D.Lgs. 150/2011 10(4)", &p.NoDecision},
		{&p.Reasoned.Due, court, "D.Lgs. 150/2011 10(4)", &p.NoReasoned},
	}
	held := steps[:]
	if !c.Regime.Has(gdpr.ItalianLaw) {
		held = steps[:1]
	}
	for _, s := range held {
		d, err := s.term.After(*s.from, cal)
		if err != nil {
			return Proceedings{}, in("lodged", err)
		}
		*s.to = d.By(s.law)
	}
	if len(held) > 1 {
		for _, s := range [...]struct{ start, to *gdpr.Deadline }{{&news, &p.NoNews}, {&p.Decision, &p.NoDecision}, {&p.Reasoned, &p.NoReasoned}} {
			sooner, err := court.After(s.start.Safe, cal) // from the earliest end of the term before
			if err != nil {
				return Proceedings{}, in("lodged", err)
			}
			s.to.Safe = min(s.to.Safe, sooner.Safe)
		}
	}
	return p, nil
}

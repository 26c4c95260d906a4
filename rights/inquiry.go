package rights

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Inquiry is what happens to a controller or a processor before the Garante: the
// request of information, the notice of alleged violations, the decision, the
// appeal. Dates that are 0 haven't come.
//
// Law: GDPR 58(1)(a); GDPR 78(1); GDPR 83(8); Codice 157(1); Codice 166(5); Codice 166(6); Codice 166(8); D.Lgs. 150/2011 10(3).
type Inquiry struct {
	Regime   gdpr.Regime `json:"regime,omitzero"`
	Asked    date.Date   `json:"asked,omitzero"`    // the day the request of information was received
	Within   gdpr.Term   `json:"within,omitzero"`   // the term that the Garante set in it: the law has none of its own
	Answered date.Date   `json:"answered,omitzero"` // the day it was answered
	Notice   date.Date   `json:"notice,omitzero"`   // the day the notice of alleged violations was received
	Defence  date.Date   `json:"defence,omitzero"`  // the day the defences, or the request to be heard, were sent
	Decision date.Date   `json:"decision,omitzero"` // the day the decision was communicated
	Fined    gdpr.Answer `json:"fined"`             // does it impose a fine?
	Abroad   gdpr.Answer `json:"abroad"`            // does whoever appeals live abroad?
	Complied gdpr.Answer `json:"complied"`          // were the orders of the decision complied with?
	Paid     date.Date   `json:"paid,omitzero"`     // the day half of the fine was paid
	Appealed date.Date   `json:"appealed,omitzero"` // the day the appeal was lodged with the court
}

// Steps are the deadlines of an [Inquiry]. Those whose event hasn't come are
// zero.
//
// Law: Codice 157(1); Codice 166(6); Codice 166(8); D.Lgs. 150/2011 10(3).
type Steps struct {
	Answer  gdpr.Deadline `json:"answer,omitzero"`  // to answer the request of information
	Defence gdpr.Deadline `json:"defence,omitzero"` // to send defences and documents, or to ask to be heard
	Half    gdpr.Deadline `json:"half,omitzero"`    // to settle: comply with the orders and pay half of the fine
	Appeal  gdpr.Deadline `json:"appeal,omitzero"`  // to appeal to the court
}

// Steps counts the deadlines, as national terms are counted: a last day that is a
// Sunday or a holiday moves, a Saturday doesn't, save for the appeal, whose term is
// before a court and moves off a Saturday too.
//
//   - Answer: the term that the Garante set.
//   - Defence: thirty days from the receipt of the notice.
//   - Appeal: thirty days from the communication of the decision, sixty for
//     whoever lives abroad; it stands still from 1 to 31 August, since an appeal
//     of this kind follows the rite of labour disputes but isn't one.
//   - Half: by the day for the appeal, both with the payment and with what the
//     decision orders. Whether August counts here is not settled: Due and Safe
//     count it, which is the earlier day and so the one that loses nothing.
//
// Where Italian law doesn't bind the body, only Answer is counted.
//
// The error is a [*gdpr.InputError]: a request without its term
// ([gdpr.FaultMissing]), a date before one that it follows ([gdpr.FaultOrder]),
// one outside the calendar ([gdpr.FaultRange]).
//
// Law: GDPR 58(1)(a); GDPR 78(1); Codice 157(1); Codice 166(6); Codice 166(8); D.Lgs. 150/2011 10(3); L. 742/1969 1; L. 742/1969 3; c.c. 2963.
func (i Inquiry) Steps(cal gdpr.Calendar) (Steps, error) {
	if err := i.validate(); err != nil {
		return Steps{}, err
	}
	days := 30
	if i.Abroad == gdpr.Yes {
		days = 60
	}
	italy := i.Regime.Has(gdpr.ItalianLaw)
	asked := gdpr.Provision("Codice 157(1)")
	if !italy {
		asked = "GDPR 58(1)(a)"
	}
	within := i.Within
	if italy { // the Garante's terms are national ones: a Saturday moves none
		within.Counting = gdpr.Italian
	}
	var s Steps
	for _, step := range [...]struct {
		of    bool
		from  date.Date
		field string
		term  gdpr.Term
		law   gdpr.Provision
		to    *gdpr.Deadline
	}{
		{true, i.Asked, "asked", within, asked, &s.Answer},
		{italy, i.Notice, "notice", italian(30, gdpr.Days), "Codice 166(6)", &s.Defence},
		{italy && i.Fined != gdpr.No, i.Decision, "decision", italian(days, gdpr.Days), "Codice 166(8)", &s.Half},
		{italy, i.Decision, "decision", judicial(days, gdpr.Days), "D.Lgs. 150/2011 10(3)", &s.Appeal},
	} {
		if !step.of || step.from == 0 {
			continue
		}
		d, err := step.term.After(step.from, cal)
		if err != nil {
			return Steps{}, in(step.field, err)
		}
		*step.to = d.By(step.law)
	}
	return s, nil
}

func (i *Inquiry) validate() error {
	if i.Asked != 0 && i.Within == (gdpr.Term{}) {
		return &gdpr.InputError{Field: "within", Fault: gdpr.FaultMissing, Other: `{"n": 20, "unit": "days"}`}
	}
	return inOrder(
		follows{i.Answered, "answered", i.Asked, "asked"},
		follows{i.Defence, "defence", i.Notice, "notice"},
		follows{i.Paid, "paid", i.Decision, "decision"},
		follows{i.Appealed, "appealed", i.Decision, "decision"},
	)
}

// The findings of [Inquiry.Check].
const (
	CodeInquiryUnanswered gdpr.Code = "rights.inquiry.unanswered" // violation: the Garante's request of information was to be answered by …
	CodeInquiryDefence    gdpr.Code = "rights.inquiry.defence"    // warning: the term for defences and for asking to be heard ran out on …
	CodeInquiryHalf       gdpr.Code = "rights.inquiry.half"       // warning: half of the fine was paid after …: the dispute is not settled
	CodeInquiryOrders     gdpr.Code = "rights.inquiry.orders"     // warning: half of the fine settles the dispute only if the orders are complied with, and it isn't shown that they were
	CodeInquiryAppeal     gdpr.Code = "rights.inquiry.appeal"     // warning: the term for the appeal to the court ran out on …
)

var (
	inquiryUnanswered = find.Violation(CodeInquiryUnanswered, "GDPR 58(1)(a)", "Codice 157(1)")
	inquiryDefence    = find.Warning(CodeInquiryDefence, "Codice 166(6)")
	inquiryHalf       = find.Warning(CodeInquiryHalf, "Codice 166(8)")
	inquiryOrders     = find.Warning(CodeInquiryOrders, "Codice 166(8)")
	inquiryAppeal     = find.Warning(CodeInquiryAppeal, "D.Lgs. 150/2011 10(3)")
)

// Check tells, on a day, which terms have passed: a request that wasn't answered
// is an infringement with a fine of its own; defences, the half payment and the
// appeal that come too late, or not at all, are chances lost. Half of the fine
// settles nothing if the orders weren't complied with.
//
// The error is that of [Inquiry.Steps].
//
// Law: GDPR 58(1)(a); GDPR 58(2); Codice 157(1); Codice 166(6); Codice 166(8); D.Lgs. 150/2011 10(3).
func (i Inquiry) Check(on date.Date, cal gdpr.Calendar) (gdpr.Findings, error) {
	s, err := i.Steps(cal)
	if err != nil {
		return nil, err
	}
	fs := find.In(i.Regime)
	for _, step := range [...]struct {
		due  gdpr.Deadline
		done date.Date
		owed bool
		row  find.Row
		at   string
	}{
		{s.Answer, i.Answered, true, inquiryUnanswered, "answered"},
		{s.Defence, i.Defence, true, inquiryDefence, "defence"},
		{s.Half, i.Paid, i.Paid != 0, inquiryHalf, "paid"},
		{s.Appeal, i.Appealed, i.Appealed != 0 || i.Paid == 0, inquiryAppeal, "appealed"},
	} {
		done := step.done
		if done == 0 {
			done = on
		}
		if step.owed && step.due.Due != 0 && done > step.due.Due {
			fs.Add(step.row, step.at, step.due.Due)
		}
	}
	if i.Paid != 0 {
		fs.Unless(i.Complied, inquiryOrders, "complied")
	}
	return fs.Findings(), nil
}

// Forum is a court before which an appeal against the Garante, or an action for
// damages, can be brought. The zero value is not given.
//
// Law: Codice 152(1); D.Lgs. 150/2011 10(2).
type Forum uint8

// The courts: either will do.
//
//words:label rights.forum
const (
	ControllerSeat   Forum = iota + 1 // controller_seat: the tribunal of the place where the controller has its seat
	SubjectResidence                  // subject_residence: the tribunal of the place where the data subject lives
)

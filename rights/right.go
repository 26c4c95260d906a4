package rights

import (
	"github.com/b58db29f/gdpr"
)

// Right is what a request asks for. The zero value is not given.
//
// Law: Regolamento 17(1); Regolamento 18(1); Regolamento 19(1); Regolamento 20(1); Regolamento 21(1); Regolamento 25(4); GDPR 15; GDPR 16; GDPR 17; GDPR 18; GDPR 20; GDPR 21; GDPR 22; GDPR 7(3).
type Right uint8

// The rights of the data subject.
//
//words:label rights.right
const (
	ToAccess        Right = iota + 1 // access: accesso
	ToRectification                  // rectification: rettifica e integrazione
	ToErasure                        // erasure: cancellazione
	ToRestriction                    // restriction: limitazione
	ToPortability                    // portability: portabilità
	ToObject                         // objection: opposizione
	ToHumanDecision                  // human_decision: not to be subject to automated decisions
	ToWithdraw                       // withdrawal: revoca del consenso
)

// terms are the terms of a right, and what sets them: the GDPR's reply, by how much
// it can be extended, in the same unit, and in the template regulation the days of
// the reply and the commas of it and of its extension. Another law on a right, or a
// right with terms of its own, is one row.
type terms struct {
	reply, more          gdpr.Term
	by                   gdpr.Provision
	days                 int // 0: the regulation sets no term
	municipal, extension gdpr.Provision
}

// termsOf has the terms of each right. The regulation has none for portability,
// which it treats with access, and no comma on automated decisions:
// the GDPR's month alone binds there. (That its objection covers profiling doesn't
// make a request under article 22 an objection.) The withdrawal of consent is no
// request under articles 15 to 22, and nothing sets a term for it.
var termsOf = [rightCount]terms{
	0:               {oneMonth, twoMonths, "GDPR 12(3)", regulationDays, "Regolamento 17(3)", "Regolamento 17(3)"},
	ToAccess:        {oneMonth, twoMonths, "GDPR 12(3)", regulationDays, "Regolamento 17(3)", "Regolamento 17(3)"},
	ToRectification: {oneMonth, twoMonths, "GDPR 12(3)", regulationDays, "Regolamento 20(2)", "Regolamento 20(2)"},
	ToErasure:       {oneMonth, twoMonths, "GDPR 12(3)", regulationDays, "Regolamento 19(2)", "Regolamento 19(2)"},
	ToRestriction:   {oneMonth, twoMonths, "GDPR 12(3)", regulationDays, "Regolamento 18(2)", "Regolamento 18(2)"},
	ToPortability:   {oneMonth, twoMonths, "GDPR 12(3)", regulationDays, "Regolamento 17(3)", "Regolamento 17(3)"},
	ToObject:        {oneMonth, twoMonths, "GDPR 12(3)", regulationDays, "Regolamento 21(2)", "Regolamento 21(3)"},
	ToHumanDecision: {reply: oneMonth, more: twoMonths, by: "GDPR 12(3)"},
	ToWithdraw:      {},
}

var (
	oneMonth  = gdpr.Term{N: 1, Unit: gdpr.Months}
	twoMonths = gdpr.Term{N: 2, Unit: gdpr.Months}
)

// identified reports whether the law lets the controller ask who the requester of
// a right is, and so stops the clock: for articles 15 to 21, not for 22.
func (r Right) identified() bool { return r != ToHumanDecision && r != ToWithdraw }

// passedOn reports whether recipients are told of what is granted.
func (r Right) passedOn() bool {
	return r == ToRectification || r == ToErasure || r == ToRestriction
}

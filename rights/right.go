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

// sources are the provisions that set the terms of a right: in the template
// regulation for the reply and its extension, and in the GDPR.
type sources struct{ reply, extension, gdpr gdpr.Provision }

// setBy has the sources of each right. The regulation has none on the term of
// portability, which it treats with access, and no comma on automated decisions:
// the GDPR's month alone binds there. (That its objection covers profiling doesn't
// make a request under article 22 an objection.) The withdrawal of consent is no
// request under articles 15 to 22, and nothing sets a term for it.
var setBy = [rightCount]sources{
	0:               {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
	ToAccess:        {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
	ToRectification: {"Regolamento 20(2)", "Regolamento 20(2)", "GDPR 12(3)"},
	ToErasure:       {"Regolamento 19(2)", "Regolamento 19(2)", "GDPR 12(3)"},
	ToRestriction:   {"Regolamento 18(2)", "Regolamento 18(2)", "GDPR 12(3)"},
	ToPortability:   {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
	ToObject:        {"Regolamento 21(2)", "Regolamento 21(3)", "GDPR 12(3)"},
	ToHumanDecision: {"", "", "GDPR 12(3)"},
	ToWithdraw:      {},
}

// identified reports whether the law lets the controller ask who the requester of
// a right is, and so stops the clock: for articles 15 to 21, not for 22.
func (r Right) identified() bool { return r != ToHumanDecision && r != ToWithdraw }

// passedOn reports whether recipients are told of what is granted.
func (r Right) passedOn() bool {
	return r == ToRectification || r == ToErasure || r == ToRestriction
}

package rights

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Duty is something that a request or a complaint brings with it, beside the
// reply. The zero value is not given.
//
// Law: Regolamento 18(4); Regolamento 19(4); Regolamento 19(5); Regolamento 21(4); Regolamento 42(3); GDPR 17(2); GDPR 18(3); GDPR 19.
type Duty uint8

// The duties.
//
//words:label rights.duty
const (
	Cooperate         Duty = iota + 1 // cooperate: the managers help to verify the right
	StopProcessing                    // stop_processing: the processing objected to, or that rested on the consent, stops
	TellRestricted                    // tell_restricted: the data subject is told that the restriction is in place
	TellBeforeLifting                 // tell_before_lifting: and told before it is lifted
	TellControllers                   // tell_controllers: other controllers who process published data are told of the erasure
	TellRecipients                    // tell_recipients: who received the data is told
	NameRecipients                    // name_recipients: the data subject is told who they are
	AnswerGarante                     // answer_garante: the Garante's questions are answered
	ObeyGarante                       // obey_garante: the Garante's order is carried out
	EraseWithdrawn                    // erase_withdrawn: what rested on the withdrawn consent alone is erased
	Transmit                          // transmit: the data are sent straight to the other controller
)

// FollowUp holds the facts on what follows from a request that is granted.
//
// Law: Regolamento 18(4); Regolamento 19(4); Regolamento 19(5); GDPR 7(3); GDPR 17(1)(b); GDPR 17(2); GDPR 18(3); GDPR 19; GDPR 20(2).
//
//facts:bits rights.duty follow
//facts:not impossible disproportionate unreasonable basis kept
type FollowUp struct {
	Regime           gdpr.Regime `json:"regime,omitzero"`
	Right            Right       `json:"right,omitzero"`
	Disclosed        gdpr.Answer `json:"disclosed"`        // were the data disclosed to someone?
	Impossible       gdpr.Answer `json:"impossible"`       // is it impossible to tell them?
	Disproportionate gdpr.Answer `json:"disproportionate"` // would it be a disproportionate effort?
	Asked            gdpr.Answer `json:"asked"`            // does the data subject ask who they are?
	Public           gdpr.Answer `json:"public"`           // has the controller made the data public?
	Unreasonable     gdpr.Answer `json:"unreasonable"`     // is no step reasonable, for its cost and the technology there is?
	Lifted           gdpr.Answer `json:"lifted"`           // is a restriction about to be lifted?
	Basis            gdpr.Answer `json:"basis"`            // does the processing rest on another legal basis beside the withdrawn consent?
	Kept             gdpr.Answer `json:"kept"`             // does an exception of article 17(3) hold for the data?
	Transfer         gdpr.Answer `json:"transfer"`         // does the data subject want them sent to another controller?
	Feasible         gdpr.Answer `json:"feasible"`         // is it technically feasible?
}

// Duties yields the duties that the right can bring with it, in the order in
// which they fall due, each with the decision whether it does. Without a right
// it yields none.
//
// The municipal regulation is narrower than the GDPR in three places, and yields
// to it: it has recipients told of an erasure only if the data weren't public,
// of a rectification not at all, and has the data subject told before a
// restriction is lifted in two cases out of four. That the managers help to
// verify is its own duty alone.
//
// Law: Regolamento 17(4); Regolamento 18(3); Regolamento 18(4); Regolamento 19(3); Regolamento 19(4); Regolamento 19(5); Regolamento 20(3); Regolamento 21(4); GDPR 7(3); GDPR 17(1)(b); GDPR 17(2); GDPR 18(3); GDPR 19; GDPR 20(2); GDPR 21(1); GDPR 21(3).
func (f FollowUp) Duties() iter.Seq2[Duty, Decision] {
	return func(yield func(Duty, Decision) bool) {
		if f.Right == 0 || !f.Right.Valid() {
			return
		}
		helped := f.Regime.Has(gdpr.Template) && cooperate[f.Right].holds != nil
		said := f.said()
		for _, d := range [...]struct {
			of      bool
			duty    Duty
			decided Decision
		}{
			{helped, Cooperate, cooperate[f.Right].decide(said)},
			{f.Right == ToObject, StopProcessing, stopObjected.decide(said)},
			{f.Right == ToWithdraw, StopProcessing, stopWithdrawn.decide(said)},
			{f.Right == ToWithdraw, EraseWithdrawn, eraseWithdrawn.decide(said)},
			{f.Right == ToPortability, Transmit, transmit.decide(said)},
			{f.Right == ToRestriction, TellRestricted, tellRestricted.decide(said)},
			{f.Right == ToRestriction, TellBeforeLifting, tellBeforeLifting.decide(said)},
			{f.Right == ToErasure, TellControllers, tellControllers.decide(said)},
			{f.Right.passedOn(), TellRecipients, tellRecipients.decide(said)},
			{f.Right.passedOn(), NameRecipients, nameRecipients.decide(said)},
		} {
			if d.of && !yield(d.duty, d.decided) {
				return
			}
		}
	}
}

var always = kleene.Rule{0}

// cooperate has the comma by which the managers help to verify each right. There
// is none for withdrawal and for automated decisions.
var cooperate = [rightCount]rule{
	ToAccess:        helped("Regolamento 17(4)"),
	ToRectification: helped("Regolamento 20(3)"),
	ToErasure:       helped("Regolamento 19(3)"),
	ToRestriction:   helped("Regolamento 18(3)"),
	ToPortability:   helped("Regolamento 17(4)"),
	ToObject:        helped("Regolamento 21(4)"),
}

func helped(by gdpr.Provision) rule {
	return rule{holds: always, yes: gdpr.Reason{Code: "rights.duty.cooperate.yes", Provision: by}}
}

var (
	stopObjected   = rule{holds: always, yes: gdpr.Reason{Code: "rights.duty.stop.yes", Provision: "GDPR 21(1)"}}
	stopWithdrawn  = rule{holds: always, yes: gdpr.Reason{Code: "rights.duty.withdrawn.yes", Provision: "GDPR 7(3)"}}
	tellRestricted = rule{holds: always, yes: gdpr.Reason{Code: "rights.duty.restricted.yes", Provision: "GDPR 12(3)"}}

	eraseWithdrawn = rule{
		questions: followQuestions[:],
		holds:     kleene.Rule{kleene.Of(followNotBasis, followNotKept)},
		excepts: []ground{
			{followNotBasis, "rights.duty.basis", "GDPR 17(1)(b)"},
			{followNotKept, "rights.duty.kept", "GDPR 17(3)"},
		},
		yes: gdpr.Reason{Code: "rights.duty.erase.yes", Provision: "GDPR 17(1)(b)"},
	}
	transmit = rule{
		questions: followQuestions[:],
		holds:     kleene.Rule{kleene.Of(followTransfer, followFeasible)},
		grounds: []ground{
			{followTransfer, "rights.duty.transfer", "GDPR 20(2)"},
			{followFeasible, "rights.duty.feasible", "GDPR 20(2)"},
		},
		no: gdpr.Reason{Code: "rights.duty.transfer.no", Provision: "GDPR 20(2)"},
	}
	tellBeforeLifting = rule{
		questions: followQuestions[:],
		holds:     kleene.Rule{kleene.Of(followLifted)},
		grounds:   []ground{{followLifted, "rights.duty.lifted", "GDPR 18(3)"}},
		no:        gdpr.Reason{Code: "rights.duty.lifted.no", Provision: "GDPR 18(3)"},
	}
	tellControllers = rule{
		questions: followQuestions[:],
		holds:     kleene.Rule{kleene.Of(followPublic, followNotUnreasonable)},
		grounds:   []ground{{followPublic, "rights.duty.public", "GDPR 17(2)"}},
		excepts:   []ground{{followNotUnreasonable, "rights.duty.unreasonable", "GDPR 17(2)"}},
		no:        gdpr.Reason{Code: "rights.duty.public.no", Provision: "GDPR 17(2)"},
	}
	tellRecipients = rule{
		questions: followQuestions[:],
		holds:     kleene.Rule{kleene.Of(followDisclosed, followNotImpossible, followNotDisproportionate)},
		grounds:   []ground{{followDisclosed, "rights.duty.disclosed", "GDPR 19"}},
		excepts: []ground{
			{followNotImpossible, "rights.duty.impossible", "GDPR 19"},
			{followNotDisproportionate, "rights.duty.disproportionate", "GDPR 19"},
		},
		no: gdpr.Reason{Code: "rights.duty.disclosed.no", Provision: "GDPR 19"},
	}
	nameRecipients = rule{
		questions: followQuestions[:],
		holds:     kleene.Rule{kleene.Of(followDisclosed, followAsked)},
		grounds: []ground{
			{followDisclosed, "rights.duty.disclosed", "GDPR 19"},
			{followAsked, "rights.duty.asked", "GDPR 19"},
		},
		no: gdpr.Reason{Code: "rights.duty.asked.no", Provision: "GDPR 19"},
	}
)

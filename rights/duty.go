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
)

// FollowUp holds the facts on what follows from a request that is granted.
//
// Law: Regolamento 18(4); Regolamento 19(4); Regolamento 19(5); GDPR 17(2); GDPR 18(3); GDPR 19.
type FollowUp struct {
	Right            Right       `json:"right,omitzero"`
	Disclosed        gdpr.Answer `json:"disclosed"`        // were the data disclosed to someone?
	Impossible       gdpr.Answer `json:"impossible"`       // is it impossible to tell them?
	Disproportionate gdpr.Answer `json:"disproportionate"` // would it be a disproportionate effort?
	Asked            gdpr.Answer `json:"asked"`            // does the data subject ask who they are?
	Public           gdpr.Answer `json:"public"`           // has the Comune made the data public?
	Unreasonable     gdpr.Answer `json:"unreasonable"`     // is no step reasonable, for its cost and the technology there is?
	Lifted           gdpr.Answer `json:"lifted"`           // is a restriction about to be lifted?
}

// Duties yields the duties that the right can bring with it, in the order in
// which they fall due, each with the decision whether it does. Without a right
// it yields none.
//
// The municipal regulation is narrower than the GDPR in three places, and yields
// to it: it has recipients told of an erasure only if the data weren't public,
// of a rectification not at all, and has the data subject told before a
// restriction is lifted in two cases out of four.
//
// Law: Regolamento 17(4); Regolamento 18(3); Regolamento 18(4); Regolamento 19(3); Regolamento 19(4); Regolamento 19(5); Regolamento 20(3); Regolamento 21(4); GDPR 7(3); GDPR 17(2); GDPR 18(3); GDPR 19; GDPR 21(1); GDPR 21(3).
func (f FollowUp) Duties() iter.Seq2[Duty, Decision] {
	return func(yield func(Duty, Decision) bool) {
		if !f.Right.Valid() {
			return
		}
		passedOn := f.Right == ToRectification || f.Right == ToErasure || f.Right == ToRestriction
		for _, d := range [...]struct {
			of      bool
			duty    Duty
			decided Decision
		}{
			{true, Cooperate, cooperate.decide()},
			{f.Right == ToObject || f.Right == ToWithdraw, StopProcessing, stop.decide()},
			{f.Right == ToRestriction, TellRestricted, tellRestricted.decide()},
			{f.Right == ToRestriction, TellBeforeLifting, tellBeforeLifting.decide(f.Lifted)},
			{f.Right == ToErasure, TellControllers, tellControllers.decide(f.Public, f.Unreasonable)},
			{passedOn, TellRecipients, tellRecipients.decide(f.Disclosed, f.Impossible, f.Disproportionate)},
			{passedOn, NameRecipients, nameRecipients.decide(f.Disclosed, f.Asked)},
		} {
			if d.of && !yield(d.duty, d.decided) {
				return
			}
		}
	}
}

var (
	always = kleene.Rule{0}

	cooperate      = rule{holds: always, yes: gdpr.Reason{Code: "rights.duty.cooperate.yes", Provision: "Regolamento 21(4)"}}
	stop           = rule{holds: always, yes: gdpr.Reason{Code: "rights.duty.stop.yes", Provision: "GDPR 21(1)"}}
	tellRestricted = rule{holds: always, yes: gdpr.Reason{Code: "rights.duty.restricted.yes", Provision: "Regolamento 18(4)"}}

	tellBeforeLifting = rule{
		facts: []fact{{"rights.duty.lifted", "GDPR 18(3)", false}},
		holds: kleene.Rule{kleene.Of(0)},
		no:    gdpr.Reason{Code: "rights.duty.lifted.no", Provision: "GDPR 18(3)"},
	}
	tellControllers = rule{
		facts: []fact{
			{"rights.duty.public", "Regolamento 19(4)", false},
			{"rights.duty.unreasonable", "GDPR 17(2)", true},
		},
		holds: kleene.Rule{kleene.Of(0, 1)},
		no:    gdpr.Reason{Code: "rights.duty.public.no", Provision: "GDPR 17(2)"},
	}
	tellRecipients = rule{
		facts: []fact{
			{"rights.duty.disclosed", "GDPR 19", false},
			{"rights.duty.impossible", "GDPR 19", true},
			{"rights.duty.disproportionate", "GDPR 19", true},
		},
		holds: kleene.Rule{kleene.Of(0, 1, 2)},
		no:    gdpr.Reason{Code: "rights.duty.disclosed.no", Provision: "GDPR 19"},
	}
	nameRecipients = rule{
		facts: []fact{
			{"rights.duty.disclosed", "GDPR 19", false},
			{"rights.duty.asked", "GDPR 19", false},
		},
		holds: kleene.Rule{kleene.Of(0, 1)},
		no:    gdpr.Reason{Code: "rights.duty.asked.no", Provision: "GDPR 19"},
	}
)

package rights

import (
	"iter"

	"github.com/b58db29f/gdpr"
)

// Part is one content of a letter: the law that asks for it, and the item that a
// person has to give for it, if any.
//
// Law: GDPR 12(1); GDPR 12(3); GDPR 12(4).
type Part struct {
	Code       gdpr.Code        `json:"code"`          // names its sentence
	Item       Item             `json:"item,omitzero"` // what a person gives
	Provisions []gdpr.Provision `json:"provisions"`    // as far as they bind under the regime
	field      bool             // it is a line with a label
	args       string           // what its sentence takes, a letter each
}

// part is a row of the tables below.
type part struct {
	key   string
	item  Item
	args  string // r receipt, n right, q what is asked for, w whose data, d last day, t the letter's day, g authority
	field bool
	when  func(*Letter) bool // nil: always
	law   []gdpr.Provision
}

type laws = []gdpr.Provision

// Parts yields the contents of the letter, in their order.
//
// Law: GDPR 12(1); GDPR 12(3); GDPR 12(4); GDPR 15(1); GDPR 15(2); GDPR 15(3); GDPR 11(2); GDPR 17(2); GDPR 18(3); GDPR 19; GDPR 20(1); GDPR 21(1); GDPR 22(3); GDPR 26(3); GDPR 28(3)(e); Codice 2-undecies(3); Codice 157(1); L. 241/1990 18-bis(1); D.Lgs. 51/2018 9(3); D.Lgs. 51/2018 9(4); D.Lgs. 51/2018 11; D.Lgs. 51/2018 12; D.Lgs. 51/2018 13.
func (l Letter) Parts() iter.Seq[Part] {
	return func(yield func(Part) bool) {
		for _, table := range l.tables() {
			for i := range table {
				p := &table[i]
				if p.when != nil && !p.when(&l) {
					continue
				}
				law := cited(l.Regime, p.law)
				if len(law) == 0 && len(p.law) > 0 {
					continue
				}
				if !yield(Part{gdpr.Code("rights.part." + p.key), p.item, law, p.field, p.args}) {
					return
				}
			}
		}
	}
}

// cited returns what the regime cites for the law of a part.
func cited(regime gdpr.Regime, law []gdpr.Provision) (held []gdpr.Provision) {
	for _, p := range law {
		if q, ok := regime.Cite(p); ok {
			held = append(held, q)
		}
	}
	return held
}

// tables returns the tables of the letter's parts.
func (l *Letter) tables() [][]part {
	if l.Timeline.Police {
		if tables := l.policeTables(); tables != nil {
			return tables
		}
	}
	granted := []part(nil)
	if l.Request.Right.Valid() {
		granted = grantedParts[l.Request.Right]
	}
	switch l.Kind {
	case Granted:
		return [][]part{opening, outcomeParts(laws{"GDPR 12(3)"}), granted, free, contact}
	case GrantedInPart:
		return [][]part{opening, outcomeParts(laws{"GDPR 12(3)"}), granted, leftOut, remedies, free, contact}
	case Denied:
		return [][]part{opening, deniedParts, remedies, contact}
	case CantIdentify:
		return [][]part{opening, cantParts, remedies, contact}
	case NothingFound:
		return [][]part{opening, nothingParts, remedies, free, contact}
	case Acknowledgement:
		return [][]part{opening, acknowledgedParts, contact}
	case AskIdentity:
		return [][]part{opening, identityParts, contact}
	case AskClarification:
		return [][]part{opening, clarificationParts, contact}
	case NoticeOfExtension:
		return [][]part{opening, extensionParts, contact}
	case FeeAsked:
		return [][]part{opening, feeParts, remedies, contact}
	case Forwarded:
		return [][]part{opening, forwardedParts, contact}
	case LiftingNotice:
		return [][]part{liftingParts, contact}
	case ForwardedTo:
		return [][]part{forwardedToParts, contact}
	case ToldRecipient:
		return [][]part{recipientParts, contact}
	case ToldController:
		return [][]part{controllerParts, contact}
	case AnswerToGarante:
		return [][]part{garanteParts, contact}
	}
	return nil
}

// What more than one letter has.
var (
	opening = []part{{key: "received", args: "rq", law: laws{"GDPR 12(3)"}}}
	free    = []part{{key: "free", law: laws{"GDPR 12(5)"}}}
	contact = []part{
		{key: "officer", when: func(l *Letter) bool { return !marked(l.From.Officer) && l.toPerson() }, law: laws{"GDPR 38(4)"}},
	}
	remedies = []part{
		{key: "complaint", args: "g", law: laws{"GDPR 12(4)", "GDPR 77(1)", "Codice 140-bis(1)", "Regolamento 42(1)"}},
		{key: "court", when: italianLetter, law: laws{"GDPR 12(4)", "GDPR 79(1)", "Codice 152(1)", "D.Lgs. 150/2011 10(2)"}},
		{key: "court_of_union", when: func(l *Letter) bool { return !italianLetter(l) }, law: laws{"GDPR 12(4)", "GDPR 79(1)"}},
		{key: "choice", when: italianLetter, law: laws{"Codice 140-bis(2)", "Codice 140-bis(3)"}},
		{key: "through_garante", when: func(l *Letter) bool {
			return italianLetter(l) && l.Request.Refusal.Ground == ByLimit && l.Request.Refusal.Limit.Interest != Parliament
		}, law: laws{"Codice 2-undecies(3)", "Codice 160"}},
	}
)

// What single letters have.
var (
	acknowledgedParts = []part{
		{key: "due", args: "d", when: (*Letter).timed, law: laws{"GDPR 12(3)", "EDPB 01/2022", "L. 241/1990 18-bis(1)"}},
		{key: "withdrawn_now", args: "r", when: func(l *Letter) bool { return l.Request.Right == ToWithdraw }, law: laws{"GDPR 7(3)"}},
		{key: "silence", args: "g", when: (*Letter).timed, law: laws{"GDPR 12(4)", "GDPR 77(1)", "GDPR 79(1)"}},
		{key: "notice", item: NoticePlace, law: laws{"GDPR 13(1)"}},
	}
	identityParts = []part{
		{key: "doubts", item: Doubts, law: laws{"GDPR 12(6)"}},
		{key: "needed", item: Needed, law: laws{"GDPR 12(6)", "GDPR 5(1)(c)"}},
		{key: "power", item: Power, when: func(l *Letter) bool { return l.To.As != 0 }, law: laws{"GDPR 12(6)"}},
		{key: "stands_still", args: "t", law: laws{"EDPB 01/2022"}},
		{key: "unanswered", law: laws{"GDPR 12(2)", "GDPR 12(6)"}},
	}
	clarificationParts = []part{
		{key: "which", item: Which, law: laws{"GDPR recital 63"}},
		{key: "all", law: laws{"GDPR recital 63"}},
		{key: "stands_still", args: "t", law: laws{"EDPB 01/2022"}},
	}
	extensionParts = []part{
		{key: "longer", args: "e", law: laws{"GDPR 12(3)", "Regolamento 17(3)"}},
		{key: "why_longer", item: Why, law: laws{"GDPR 12(3)"}},
		{key: "silence", args: "g", law: laws{"GDPR 77(1)", "GDPR 79(1)"}},
	}
	leftOut = []part{
		{key: "left_out", item: LeftOut, when: about(ToAccess), law: laws{"GDPR 12(4)", "GDPR 15(4)"}},
		{key: "left_out", item: LeftOut, when: about(ToErasure), law: laws{"GDPR 12(4)", "GDPR 17(3)"}},
		{key: "left_out", item: LeftOut, when: func(l *Letter) bool { return l.Request.Right != ToAccess && l.Request.Right != ToErasure }, law: laws{"GDPR 12(4)"}},
	}
	deniedParts = []part{
		{key: "denied", law: laws{"GDPR 12(4)"}},
		{key: "denied_why", item: Why, law: laws{"GDPR 12(4)"}},
		{key: "too_much", when: func(l *Letter) bool { return l.Request.Refusal.Ground == TooMuch }, law: laws{"GDPR 12(5)"}},
		{key: "deferred", when: func(l *Letter) bool {
			return l.Request.Refusal.Ground == ByLimit && l.Request.Refusal.Limit.Decide().Extent == Deferred
		}, law: laws{"Codice 2-undecies(3)"}},
		{key: "limited", when: func(l *Letter) bool { return italianLetter(l) && l.Request.Refusal.Ground == ByLimit }, law: laws{"Codice 2-undecies(3)"}},
	}
	cantParts = []part{
		{key: "cant", law: laws{"GDPR 11(2)", "GDPR 12(2)"}},
		{key: "what_more", item: WhatMore, law: laws{"GDPR 11(2)"}},
	}
	nothingParts = []part{{key: "nothing", args: "w", law: laws{"GDPR 15(1)"}}}
	feeParts     = []part{
		{key: "amount", item: Amount, law: laws{"GDPR 12(5)(a)", "GDPR 15(3)"}},
		{key: "amount_why", item: Why, law: laws{"GDPR 12(5)"}},
	}
	forwardedParts = []part{
		{key: "not_ours", item: OtherBody, when: func(l *Letter) bool { return l.Capacity == NoController || !l.Capacity.Valid() }, law: laws{"GDPR 12(2)"}},
		{key: "on_behalf", item: OtherBody, when: func(l *Letter) bool { return l.Capacity == OnBehalf }, law: laws{"GDPR 28(3)(e)"}},
		{key: "jointly", item: OtherBody, when: func(l *Letter) bool { return l.Capacity == Jointly }, law: laws{"GDPR 26(3)"}},
		{key: "passed_on", when: func(l *Letter) bool { return l.Capacity != Jointly }, law: laws{"GDPR 12(2)"}},
		{key: "due", args: "d", when: func(l *Letter) bool { return l.Capacity == Jointly && l.timed() }, law: laws{"GDPR 12(3)"}},
	}
	forwardedToParts = []part{
		{key: "for_you", args: "rn", law: laws{"GDPR 28(3)(e)", "GDPR 12(2)"}},
		{key: "only_this", law: laws{"GDPR 5(1)(c)"}},
	}
	recipientParts = []part{
		{key: "to_recipient", law: laws{"GDPR 19"}},
		{key: "about_whom", item: AboutWhom, field: true, law: laws{"GDPR 19"}},
		{key: "done_for_recipient", item: Done, law: laws{"GDPR 19", "Regolamento 19(5)", "Regolamento 18(4)"}},
		{key: "please_do", law: laws{"GDPR 19"}},
	}
	controllerParts = []part{
		{key: "to_controller", law: laws{"GDPR 17(2)"}},
		{key: "about_whom", item: AboutWhom, field: true, law: laws{"GDPR 17(2)"}},
		{key: "done_for_controller", item: Done, law: laws{"GDPR 17(2)", "Regolamento 19(4)"}},
		{key: "please_erase", law: laws{"GDPR 17(2)"}},
	}
	liftingParts = []part{
		{key: "lifting", item: EndsOn, args: "w", law: laws{"GDPR 18(3)"}},
		{key: "lifting_why", item: Why, law: laws{"GDPR 18(3)"}},
	}
	garanteParts = []part{
		{key: "answers", item: Answers, law: laws{"GDPR 31", "GDPR 58(1)(a)", "Codice 157(1)", "Regolamento 42(3)"}},
	}
)

// disclosed are the parts on who was told of what was done.
var disclosed = part{key: "told", item: WhoWasTold, when: func(l *Letter) bool { return l.Follow.Disclosed != gdpr.No }, law: laws{"GDPR 19"}}

// grantedParts are what the grant of each right says.
var grantedParts = [rightCount][]part{
	ToAccess: {
		{key: "processed", args: "w", law: laws{"GDPR 15(1)", "Regolamento 17(1)"}},
		{key: "aims", item: Aims, field: true, law: laws{"GDPR 15(1)(a)", "Regolamento 17(1)"}},
		{key: "data_kinds", item: DataKinds, field: true, law: laws{"GDPR 15(1)(b)", "Regolamento 17(1)"}},
		{key: "receivers", item: Receivers, field: true, law: laws{"GDPR 15(1)(c)", "CJEU C-154/21", "Regolamento 17(1)"}},
		{key: "kept_for", item: KeptFor, field: true, law: laws{"GDPR 15(1)(d)", "Regolamento 17(1)"}},
		{key: "origin", item: Origin, field: true, when: func(l *Letter) bool { return l.Reply.Indirect != gdpr.No }, law: laws{"GDPR 15(1)(g)"}},
		{key: "reasoning", item: Reasoning, field: true, when: func(l *Letter) bool { return l.Reply.Automated != gdpr.No }, law: laws{"GDPR 15(1)(h)", "CJEU C-203/22"}},
		{key: "transfer_guards", item: TransferGuards, field: true, when: func(l *Letter) bool { return l.Reply.Transfers != gdpr.No }, law: laws{"GDPR 15(2)"}},
		{key: "log", item: LogOfUse, field: true, when: func(l *Letter) bool { return l.Reply.LogsAsked == gdpr.Yes }, law: laws{"GDPR 15(1)", "CJEU C-579/21"}},
		{key: "copy", item: CopyOfData, field: true, law: laws{"GDPR 15(3)", "CJEU C-487/21", "Regolamento 17(4)"}},
		{key: "other_rights", args: "w", law: laws{"GDPR 15(1)(e)", "Regolamento 17(1)"}},
		{key: "may_complain", args: "g", law: laws{"GDPR 15(1)(f)"}},
	},
	ToRectification: {{key: "rectified", item: Done, law: laws{"GDPR 16", "GDPR 12(3)"}}, disclosed},
	ToErasure: {
		{key: "erased", item: Done, law: laws{"GDPR 17(1)", "GDPR 12(3)"}},
		{key: "left", item: LeftThere, when: whole, law: laws{"GDPR 17(3)", "GDPR 12(3)"}},
		disclosed,
		{key: "controllers_told", when: func(l *Letter) bool { return l.Follow.Public == gdpr.Yes }, law: laws{"GDPR 17(2)", "Regolamento 19(4)"}},
	},
	ToRestriction: {
		{key: "restricted", item: Done, law: laws{"GDPR 18(1)", "GDPR 12(3)", "Regolamento 18(4)"}},
		{key: "before_it_ends", law: laws{"GDPR 18(3)"}},
		disclosed,
	},
	ToPortability: {{key: "ported", item: Done, law: laws{"GDPR 20(1)", "GDPR 20(2)"}}},
	ToObject:      {{key: "objected", item: Done, law: laws{"GDPR 21(1)", "GDPR 21(3)"}}},
	ToHumanDecision: {
		{key: "reviewed", item: Reviewer, law: laws{"GDPR 22(3)"}},
		{key: "review_done", item: Done, law: laws{"GDPR 22(3)"}},
	},
	ToWithdraw: {
		{key: "stopped", args: "r", item: Done, law: laws{"GDPR 7(3)"}},
		{key: "before_lawful", law: laws{"GDPR 7(3)"}},
	},
}

// outcomeParts say that what follows grants the request, or a part of it; a copy
// of the data, a review and a withdrawal say it by themselves.
func outcomeParts(law laws) []part {
	return []part{
		{key: "granted", when: func(l *Letter) bool {
			return whole(l) && l.Request.Right != ToAccess && l.Request.Right != ToHumanDecision && l.Request.Right != ToWithdraw
		}, law: law},
		{key: "granted_in_part", when: func(l *Letter) bool { return !whole(l) }, law: law},
	}
}

// about reports whether a letter is about a right.
func about(right Right) func(*Letter) bool {
	return func(l *Letter) bool { return l.Request.Right == right }
}

// whole reports whether nothing is left out: what stays of an erasure that is
// granted in part, the part on what is left out tells.
func whole(l *Letter) bool { return l.Kind != GrantedInPart }

func italianLetter(l *Letter) bool { return l.Regime.Has(gdpr.ItalianLaw) }

// timed reports whether the reply has a term.
func (l *Letter) timed() bool { return l.Timeline.Reply.Due != 0 && l.Request.Right != ToWithdraw }

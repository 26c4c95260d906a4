package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Standing holds the facts on who makes a request, and for whom.
//
// Minors. Under 18 the parents act, each of them alone for a request such as
// these. No provision says at what age a minor uses the rights of articles 15 to
// 22 alone; the reading here is that whoever may consent alone to a processing
// may also see to it alone: from 14 for an online service offered to him directly
// and for artificial intelligence. The parents may always act too.
//
// The dead. The GDPR doesn't protect their data; Italian law does, for whoever
// has an interest of his own, acts for the dead person or has family reasons, and
// lets them forbid it. Nobody acts for them as for someone alive: Self, Parent and
// Agent are of a living person, and can't be yes beside Deceased. Whoever was
// charged by the deceased has Mandate, and a parent has Family; of somebody's lawyer
// the facts are those of whom he acts for. Where Italian law doesn't bind the body,
// nobody has standing for a dead person.
//
// Law: Regolamento 2(3); Codice 2-terdecies(1); Codice 2-terdecies(2); Codice 2-terdecies(5); Codice 2-quinquies(1); c.c. 2(1); c.c. 316(1); c.c. 320(1); L. 132/2025 4(4); GDPR 8(3); GDPR 12(2); GDPR recital 27.
//
//facts:bits rights.standing standing
//facts:not minor forbidden barred
type Standing struct {
	Regime    gdpr.Regime `json:"regime,omitzero"`
	Self      gdpr.Answer `json:"self"`      // are the data the requester's own?
	Minor     gdpr.Answer `json:"minor"`     // is the person whose data they are under 18?
	Alone     gdpr.Answer `json:"alone"`     // is he 14 or older, and is it about an online service offered to him directly or about artificial intelligence, to which he can consent alone?
	Parent    gdpr.Answer `json:"parent"`    // does the requester hold parental responsibility for the minor whose data they are?
	Agent     gdpr.Answer `json:"agent"`     // does he act for the living person whose data they are, with a proven power: by proxy, as a guardian or administrator?
	Deceased  gdpr.Answer `json:"deceased"`  // are the data a deceased person's?
	Interest  gdpr.Answer `json:"interest"`  // has he an interest of his own?
	Mandate   gdpr.Answer `json:"mandate"`   // does he protect the deceased, who charged him with it?
	Family    gdpr.Answer `json:"family"`    // has he family reasons worth protecting?
	Forbidden gdpr.Answer `json:"forbidden"` // did the deceased forbid it, in writing, beyond doubt and freely, for an online service offered directly, without taking it back?
	Estate    gdpr.Answer `json:"estate"`    // does he need it for property rights that the death gave him, or for his defence in court?
	Barred    gdpr.Answer `json:"barred"`    // does a law exclude it?
}

// Decide tells whether the requester may use the right: for himself, for whom he
// acts for, or for a deceased person. What the deceased forbade doesn't stop
// someone's own property rights and defence. That he acts for someone alive and
// that the data are a dead person's contradict each other: see [Decision.Err].
//
// Law: Regolamento 2(3); Codice 2-terdecies(1); Codice 2-terdecies(2); Codice 2-terdecies(3); Codice 2-terdecies(4); Codice 2-terdecies(5); Codice 2-quinquies(1); c.c. 316(1); c.c. 320(1); GDPR 8(3); GDPR recital 27.
func (s Standing) Decide() Decision {
	if !s.Regime.Has(gdpr.ItalianLaw) {
		return standingOfTheLiving.decide(s.said())
	}
	return standing.decide(s.said())
}

// living are the ways to act for someone alive.
var living = kleene.Rule{
	kleene.Of(standingSelf, standingNotMinor), kleene.Of(standingSelf, standingAlone), kleene.Of(standingParent), kleene.Of(standingAgent),
}

var standing = rule{
	questions: standingQuestions[:],
	holds: kleene.Or(
		living,
		kleene.And(
			kleene.And(kleene.Rule{kleene.Of(standingDeceased, standingNotBarred)}, kleene.AtLeast(1, kleene.Of(standingInterest, standingMandate, standingFamily))),
			kleene.AtLeast(1, kleene.Of(standingNotForbidden, standingEstate)),
		),
	),
	grounds: []ground{
		{standingSelf, "rights.standing.self", "GDPR 12(2)"},
		{standingAlone, "rights.standing.alone", "Codice 2-quinquies(1)"},
		{standingParent, "rights.standing.parent", "c.c. 320(1)"},
		{standingAgent, "rights.standing.agent", "GDPR 12(2)"},
		{standingDeceased, "rights.standing.deceased", "Codice 2-terdecies(1)"},
		{standingInterest, "rights.standing.interest", "Codice 2-terdecies(1)"},
		{standingMandate, "rights.standing.mandate", "Codice 2-terdecies(1)"},
		{standingFamily, "rights.standing.family", "Codice 2-terdecies(1)"},
		{standingEstate, "rights.standing.estate", "Codice 2-terdecies(5)"},
	},
	excepts: []ground{
		{standingNotMinor, "rights.standing.minor", "c.c. 2(1)"},
		{standingNotForbidden, "rights.standing.forbidden", "Codice 2-terdecies(2)"},
		{standingNotBarred, "rights.standing.barred", "Codice 2-terdecies(2)"},
	},
	clashes: aliveOrDead[:],
	no:      gdpr.Reason{Code: "rights.standing.no", Provision: "GDPR 12(2)"},
}

// aliveOrDead keep the ways to act for someone alive from the dead, whose own
// article tells who acts for them, and what they can forbid.
var aliveOrDead = [...]clash{
	{sign{standingSelf, gdpr.Yes}, sign{standingDeceased, gdpr.Yes}},
	{sign{standingParent, gdpr.Yes}, sign{standingDeceased, gdpr.Yes}},
	{sign{standingAgent, gdpr.Yes}, sign{standingDeceased, gdpr.Yes}},
}

var standingOfTheLiving = rule{
	questions: standingQuestions[:],
	holds:     living,
	grounds: []ground{
		{standingSelf, "rights.standing.self", "GDPR 12(2)"},
		{standingAlone, "rights.standing.alone", "GDPR 8(1)"},
		{standingParent, "rights.standing.parent", "GDPR 8(3)"},
		{standingAgent, "rights.standing.agent", "GDPR 12(2)"},
	},
	excepts: []ground{{standingNotMinor, "rights.standing.minor", "GDPR 8(3)"}},
	clashes: aliveOrDead[:],
	no:      gdpr.Reason{Code: "rights.standing.no", Provision: "GDPR 12(2)"},
}

package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Erasure holds the facts of a request for erasure. The municipal regulation
// names three of the grounds (Unneeded, Objected, Unlawful) and none of the
// exceptions; the GDPR has the others, and binds. Papers that are missing, such as
// the record of article 30 or the arrangement of article 26, are no unlawful
// processing by themselves: only where they show that the controller can't answer
// for it.
//
// Law: Regolamento 19(1); GDPR 17(1); GDPR 17(3); CJEU C-60/22.
type Erasure struct {
	Unneeded   gdpr.Answer `json:"unneeded"`   // are the data no longer needed for their purposes?
	Withdrawn  gdpr.Answer `json:"withdrawn"`  // was the consent withdrawn on which the processing rested?
	Basis      gdpr.Answer `json:"basis"`      // is there another legal basis for it?
	Objected   gdpr.Answer `json:"objected"`   // has the requester objected on grounds of his situation?
	Overriding gdpr.Answer `json:"overriding"` // are overriding legitimate grounds proven?
	Marketing  gdpr.Answer `json:"marketing"`  // has the requester objected to direct marketing?
	Unlawful   gdpr.Answer `json:"unlawful"`   // were the data processed unlawfully? That a register or an arrangement of joint controllers is missing doesn't make it so by itself
	Duty       gdpr.Answer `json:"duty"`       // does a law oblige the controller to erase them?
	Child      gdpr.Answer `json:"child"`      // were they collected for an online service offered to a child?

	Expression gdpr.Answer `json:"expression"` // is the processing necessary for freedom of expression and information?
	Obligation gdpr.Answer `json:"obligation"` // is it necessary for a legal obligation, or a task in the public interest or of official authority?
	Health     gdpr.Answer `json:"health"`     // is it necessary for public health?
	Archiving  gdpr.Answer `json:"archiving"`  // would erasure make archiving in the public interest, research or statistics impossible, or seriously impair them?
	Claims     gdpr.Answer `json:"claims"`     // is it necessary for legal claims?
	Limit      Limit       `json:"limit"`      // what Codice 2-undecies sets against it, if anything
}

// Decide tells whether the data are to be erased: on one ground at least, and
// where no exception is established.
//
// Law: Regolamento 19(1); GDPR 17(1); GDPR 17(3); Codice 2-undecies(1).
func (e Erasure) Decide() Decision {
	return erasure.under(limitation{e.Limit}, e.Unneeded, e.Withdrawn, e.Basis, e.Objected, e.Overriding, e.Marketing, e.Unlawful, e.Duty, e.Child,
		e.Expression, e.Obligation, e.Health, e.Archiving, e.Claims)
}

var erasure = rule{
	facts: []fact{
		0:  {"rights.erasure.unneeded", "GDPR 17(1)(a)", false},
		1:  {"rights.erasure.withdrawn", "GDPR 17(1)(b)", false},
		2:  {"rights.erasure.basis", "GDPR 17(1)(b)", true},
		3:  {"rights.erasure.objected", "GDPR 17(1)(c)", false},
		4:  {"rights.erasure.overriding", "GDPR 17(1)(c)", true},
		5:  {"rights.erasure.marketing", "GDPR 17(1)(c)", false},
		6:  {"rights.erasure.unlawful", "GDPR 17(1)(d)", false},
		7:  {"rights.erasure.duty", "GDPR 17(1)(e)", false},
		8:  {"rights.erasure.child", "GDPR 17(1)(f)", false},
		9:  {"rights.erasure.expression", "GDPR 17(3)(a)", true},
		10: {"rights.erasure.obligation", "GDPR 17(3)(b)", true},
		11: {"rights.erasure.health", "GDPR 17(3)(c)", true},
		12: {"rights.erasure.archiving", "GDPR 17(3)(d)", true},
		13: {"rights.erasure.claims", "GDPR 17(3)(e)", true},
	},
	holds: kleene.And(
		kleene.Rule{kleene.Of(0), kleene.Of(1, 2), kleene.Of(3, 4), kleene.Of(5), kleene.Of(6), kleene.Of(7), kleene.Of(8)},
		kleene.Rule{kleene.Of(9, 10, 11, 12, 13)},
	),
	limited: true,
	no:      gdpr.Reason{Code: "rights.erasure.no", Provision: "GDPR 17(1)"},
}

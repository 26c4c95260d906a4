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
//
//facts:bits rights.erasure erasure
//facts:not basis overriding expression obligation health archiving claims
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
	return erasure.under(&e.Limit, e.said())
}

var erasure = rule{
	questions: erasureQuestions[:],
	holds: kleene.And(
		kleene.Rule{
			kleene.Of(erasureUnneeded), kleene.Of(erasureWithdrawn, erasureNotBasis), kleene.Of(erasureObjected, erasureNotOverriding),
			kleene.Of(erasureMarketing), kleene.Of(erasureUnlawful), kleene.Of(erasureDuty), kleene.Of(erasureChild),
		},
		kleene.And(
			kleene.Rule{kleene.Of(erasureNotExpression, erasureNotObligation, erasureNotHealth, erasureNotArchiving, erasureNotClaims)},
			unlimited(erasureLimit),
		),
	),
	grounds: []ground{
		{erasureUnneeded, "rights.erasure.unneeded", "GDPR 17(1)(a)"},
		{erasureWithdrawn, "rights.erasure.withdrawn", "GDPR 17(1)(b)"},
		{erasureObjected, "rights.erasure.objected", "GDPR 17(1)(c)"},
		{erasureMarketing, "rights.erasure.marketing", "GDPR 17(1)(c)"},
		{erasureUnlawful, "rights.erasure.unlawful", "GDPR 17(1)(d)"},
		{erasureDuty, "rights.erasure.duty", "GDPR 17(1)(e)"},
		{erasureChild, "rights.erasure.child", "GDPR 17(1)(f)"},
	},
	excepts: []ground{
		{erasureNotBasis, "rights.erasure.basis", "GDPR 17(1)(b)"},
		{erasureNotOverriding, "rights.erasure.overriding", "GDPR 17(1)(c)"},
		{erasureNotExpression, "rights.erasure.expression", "GDPR 17(3)(a)"},
		{erasureNotObligation, "rights.erasure.obligation", "GDPR 17(3)(b)"},
		{erasureNotHealth, "rights.erasure.health", "GDPR 17(3)(c)"},
		{erasureNotArchiving, "rights.erasure.archiving", "GDPR 17(3)(d)"},
		{erasureNotClaims, "rights.erasure.claims", "GDPR 17(3)(e)"},
	},
	limit: erasureLimit,
	no:    gdpr.Reason{Code: "rights.erasure.no", Provision: "GDPR 17(1)"},
}

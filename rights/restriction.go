package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Restriction holds the facts of a request for restriction. The municipal
// regulation names three cases; that of legal claims is the GDPR's.
//
// Law: Regolamento 18(1); GDPR 18(1); CJEU C-60/22.
//
//facts:bits rights.restriction restriction
type Restriction struct {
	Contested gdpr.Answer `json:"contested"` // does the requester contest the accuracy, and is it still being verified?
	Unlawful  gdpr.Answer `json:"unlawful"`  // is the processing unlawful? That a register or an arrangement of joint controllers is missing doesn't make it so by itself
	Opposed   gdpr.Answer `json:"opposed"`   // does the requester want restriction instead of erasure?
	Unneeded  gdpr.Answer `json:"unneeded"`  // does the controller no longer need the data?
	Claims    gdpr.Answer `json:"claims"`    // does the requester need them for legal claims?
	Pending   gdpr.Answer `json:"pending"`   // is an objection still being weighed?
	Limit     Limit       `json:"limit"`     // what Codice 2-undecies sets against it, if anything
}

// Decide tells whether the processing is to be restricted.
//
// Law: Regolamento 18(1); GDPR 18(1); Codice 2-undecies(1).
func (r Restriction) Decide() Decision {
	return restriction.under(&r.Limit, r.said())
}

var restriction = rule{
	questions: restrictionQuestions[:],
	holds: kleene.And(kleene.Rule{
		kleene.Of(restrictionContested), kleene.Of(restrictionUnlawful, restrictionOpposed),
		kleene.Of(restrictionUnneeded, restrictionClaims), kleene.Of(restrictionPending),
	}, unlimited(restrictionLimit)),
	grounds: []ground{
		{restrictionContested, "rights.restriction.contested", "GDPR 18(1)(a)"},
		{restrictionUnlawful, "rights.restriction.unlawful", "GDPR 18(1)(b)"},
		{restrictionOpposed, "rights.restriction.opposed", "GDPR 18(1)(b)"},
		{restrictionUnneeded, "rights.restriction.unneeded", "GDPR 18(1)(c)"},
		{restrictionClaims, "rights.restriction.claims", "GDPR 18(1)(c)"},
		{restrictionPending, "rights.restriction.pending", "GDPR 18(1)(d)"},
	},
	limit: restrictionLimit,
	no:    gdpr.Reason{Code: "rights.restriction.no", Provision: "GDPR 18(1)"},
}

// RestrictedUse holds the facts of one use of data whose processing is
// restricted.
//
// Law: GDPR 18(2).
//
//facts:bits rights.use use
type RestrictedUse struct {
	Storage  gdpr.Answer `json:"storage"`  // are the data only stored?
	Consent  gdpr.Answer `json:"consent"`  // does the data subject consent to the use?
	Claims   gdpr.Answer `json:"claims"`   // does it serve legal claims?
	Others   gdpr.Answer `json:"others"`   // does it protect the rights of another natural or legal person?
	Interest gdpr.Answer `json:"interest"` // does it serve an important public interest of the Union or of Italy?
}

// Decide tells whether the use is allowed while the restriction lasts.
//
// Law: GDPR 18(2).
func (u RestrictedUse) Decide() Decision {
	return restrictedUse.decide(u.said())
}

var restrictedUse = rule{
	questions: useQuestions[:],
	holds:     kleene.AtLeast(1, kleene.Of(useStorage, useConsent, useClaims, useOthers, useInterest)),
	grounds: []ground{
		{useStorage, "rights.use.storage", "GDPR 18(2)"},
		{useConsent, "rights.use.consent", "GDPR 18(2)"},
		{useClaims, "rights.use.claims", "GDPR 18(2)"},
		{useOthers, "rights.use.others", "GDPR 18(2)"},
		{useInterest, "rights.use.interest", "GDPR 18(2)"},
	},
	no: gdpr.Reason{Code: "rights.use.no", Provision: "GDPR 18(2)"},
}

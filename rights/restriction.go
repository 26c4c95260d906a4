package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Restriction holds the facts of a request for restriction. The municipal
// regulation names three cases; that of legal claims is the GDPR's.
//
// Law: Regolamento 18(1); GDPR 18(1); CJEU C-60/22.
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
	return restriction.under(limitation{r.Limit}, r.Contested, r.Unlawful, r.Opposed, r.Unneeded, r.Claims, r.Pending)
}

var restriction = rule{
	facts: []fact{
		0: {"rights.restriction.contested", "GDPR 18(1)(a)", false},
		1: {"rights.restriction.unlawful", "GDPR 18(1)(b)", false},
		2: {"rights.restriction.opposed", "GDPR 18(1)(b)", false},
		3: {"rights.restriction.unneeded", "GDPR 18(1)(c)", false},
		4: {"rights.restriction.claims", "GDPR 18(1)(c)", false},
		5: {"rights.restriction.pending", "GDPR 18(1)(d)", false},
	},
	holds:   kleene.Rule{kleene.Of(0), kleene.Of(1, 2), kleene.Of(3, 4), kleene.Of(5)},
	limited: true,
	no:      gdpr.Reason{Code: "rights.restriction.no", Provision: "GDPR 18(1)"},
}

// RestrictedUse holds the facts of one use of data whose processing is
// restricted.
//
// Law: GDPR 18(2).
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
	return restrictedUse.decide(u.Storage, u.Consent, u.Claims, u.Others, u.Interest)
}

var restrictedUse = rule{
	facts: []fact{
		{"rights.use.storage", "GDPR 18(2)", false},
		{"rights.use.consent", "GDPR 18(2)", false},
		{"rights.use.claims", "GDPR 18(2)", false},
		{"rights.use.others", "GDPR 18(2)", false},
		{"rights.use.interest", "GDPR 18(2)", false},
	},
	holds: kleene.AtLeast(1, kleene.Of(0, 1, 2, 3, 4)),
	no:    gdpr.Reason{Code: "rights.use.no", Provision: "GDPR 18(2)"},
}

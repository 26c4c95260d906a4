package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Abuse holds the facts on a request that asks too much.
//
// Law: GDPR 12(5).
type Abuse struct {
	Unfounded gdpr.Answer `json:"unfounded"` // is the request manifestly unfounded?
	Excessive gdpr.Answer `json:"excessive"` // is it manifestly excessive, as by its repetition?
	Proven    gdpr.Answer `json:"proven"`    // can the Comune prove it?
}

// Decide tells whether the Comune may refuse the request, or ask a fee for it.
// Why someone wants his data doesn't matter, as the Court of Justice holds; the
// pending digital omnibus would have it matter.
//
// Law: GDPR 12(5); CJEU C-307/22.
func (a Abuse) Decide() Decision { return abuse.decide(a.Unfounded, a.Excessive, a.Proven) }

var abuse = rule{
	facts: []fact{
		{"rights.abuse.unfounded", "GDPR 12(5)", false},
		{"rights.abuse.excessive", "GDPR 12(5)", false},
		{"rights.abuse.proven", "GDPR 12(5)", false},
	},
	holds: kleene.Rule{kleene.Of(0, 2), kleene.Of(1, 2)},
	no:    gdpr.Reason{Code: "rights.abuse.no", Provision: "GDPR 12(5)"},
}

// Fee holds the facts on what a reply costs.
//
// Law: Regolamento 17(4bis); GDPR 12(5); GDPR 15(3).
type Fee struct {
	Further gdpr.Answer `json:"further"` // does the requester ask for a further copy of what he already got?
	Abusive gdpr.Answer `json:"abusive"` // is the request abusive, as [Abuse] decides?
}

// Decide tells whether the Comune may ask a fee: a reasonable one, that covers
// its administrative costs and no more. The first copy and everything else is
// free.
//
// Law: Regolamento 17(4bis); GDPR 12(5); GDPR 15(3); CJEU C-307/22.
func (f Fee) Decide() Decision { return fee.decide(f.Further, f.Abusive) }

var fee = rule{
	facts: []fact{
		{"rights.fee.further", "Regolamento 17(4bis)", false},
		{"rights.fee.abusive", "GDPR 12(5)", false},
	},
	holds: kleene.Rule{kleene.Of(0), kleene.Of(1)},
	no:    gdpr.Reason{Code: "rights.fee.no", Provision: "Regolamento 17(4bis)"},
}

package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Abuse holds the facts on a request that asks too much.
//
// A request is excessive not by its number alone: even a first one may be, if
// the controller proves by all the circumstances an abusive intent, made of an
// objective and a subjective element, as where someone asks only to build up a
// claim for damages. It is a narrow exception, and the burden is the
// controller's; that someone has sent the like to many isn't enough alone. That
// he doesn't say why, or wants his data for another end than data protection,
// such as to sue, is no abuse.
//
// Whether to refuse or to ask a fee is the controller's to choose.
//
// Law: GDPR 12(5); CJEU C-526/24; CJEU C-307/22.
//
//facts:bits rights.abuse abuse
type Abuse struct {
	Unfounded gdpr.Answer `json:"unfounded"` // is the request manifestly unfounded?
	Excessive gdpr.Answer `json:"excessive"` // is it manifestly excessive, in particular because of its repetitive character?
	Misuse    gdpr.Answer `json:"misuse"`    // do all the circumstances show that it doesn't serve to know of the processing and to check its lawfulness, though its form is that of a request?
	Intent    gdpr.Answer `json:"intent"`    // do they show an abusive intention, such as to make a claim for damages out of the request?
	Proven    gdpr.Answer `json:"proven"`    // can the controller prove it, with more than public reports of other requests?
}

// Decide tells whether the controller may refuse the request, or ask a fee for
// it.
//
// Law: GDPR 12(5); CJEU C-526/24; CJEU C-307/22.
func (a Abuse) Decide() Decision {
	return abuse.decide(a.said())
}

var abuse = rule{
	questions: abuseQuestions[:],
	holds: kleene.And(
		kleene.Rule{kleene.Of(abuseUnfounded), kleene.Of(abuseExcessive), kleene.Of(abuseMisuse, abuseIntent)},
		kleene.Rule{kleene.Of(abuseProven)},
	),
	grounds: []ground{
		{abuseUnfounded, "rights.abuse.unfounded", "GDPR 12(5)"},
		{abuseExcessive, "rights.abuse.excessive", "GDPR 12(5)"},
		{abuseMisuse, "rights.abuse.misuse", "CJEU C-526/24"},
		{abuseIntent, "rights.abuse.intent", "CJEU C-526/24"},
		{abuseProven, "rights.abuse.proven", "GDPR 12(5)"},
	},
	no: gdpr.Reason{Code: "rights.abuse.no", Provision: "GDPR 12(5)"},
}

// Fee holds the facts on what a reply costs.
//
// Law: Regolamento 17(4bis); GDPR 12(5); GDPR 15(3).
//
//facts:bits rights.fee fee
type Fee struct {
	Further gdpr.Answer `json:"further"` // does the requester ask for a further copy of what he already got?
	Abusive gdpr.Answer `json:"abusive"` // is the request abusive, as [Abuse] decides?
}

// Decide tells whether the controller may ask a fee: a reasonable one, that
// covers its administrative costs and no more. The first copy and everything else
// is free, whatever the copy is for; a national law can't put its cost on the
// person to spare the controller's purse.
//
// Law: Regolamento 17(4bis); GDPR 12(5); GDPR 15(3); CJEU C-307/22.
func (f Fee) Decide() Decision { return fee.decide(f.said()) }

var fee = rule{
	questions: feeQuestions[:],
	holds:     kleene.AtLeast(1, kleene.Of(feeFurther, feeAbusive)),
	grounds: []ground{
		{feeFurther, "rights.fee.further", "GDPR 15(3)"},
		{feeAbusive, "rights.fee.abusive", "GDPR 12(5)"},
	},
	no: gdpr.Reason{Code: "rights.fee.no", Provision: "GDPR 12(5)"},
}

package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Portability holds the facts of a request for portability.
//
// Law: Regolamento 17(5); GDPR 20.
type Portability struct {
	Consent   gdpr.Answer `json:"consent"`   // does the processing rest on consent?
	Contract  gdpr.Answer `json:"contract"`  // does it rest on a contract with the requester?
	Automated gdpr.Answer `json:"automated"` // is it carried out by automated means?
	Provided  gdpr.Answer `json:"provided"`  // did the requester provide the data?
	Task      gdpr.Answer `json:"task"`      // is it necessary for a task in the public interest or of official authority?
	Others    gdpr.Answer `json:"others"`    // would all of the data harm the rights and freedoms of others?
	Limit     Limit       `json:"limit"`     // what Codice 2-undecies sets against it, if anything
}

// Decide tells whether the requester gets the data in a structured form, or has
// them sent to another controller. For what a public body does in its tasks he
// doesn't. That others are in the data too is no refusal: what would harm them is
// left out (see [Portability.Whole]).
//
// Law: Regolamento 17(5); GDPR 20(1); GDPR 20(2); GDPR 20(3); Codice 2-undecies(1).
func (p Portability) Decide() Decision {
	return portability.under(limitation{p.Limit}, p.Consent, p.Contract, p.Automated, p.Provided, p.Task)
}

// Whole tells whether he gets all of the data that he provided, or without what
// would harm the rights and freedoms of others.
//
// Law: GDPR 20(1); GDPR 20(4); Codice 2-undecies(1).
func (p Portability) Whole() Decision {
	return portable.under(limitation{p.Limit}, p.Consent, p.Contract, p.Automated, p.Provided, p.Task, p.Others)
}

var portability = rule{
	facts:   portableFacts[:5],
	holds:   kleene.Rule{kleene.Of(0, 2, 3, 4), kleene.Of(1, 2, 3, 4)},
	limited: true,
	no:      gdpr.Reason{Code: "rights.portability.no", Provision: "GDPR 20(1)"},
}

var portable = rule{
	facts:   portableFacts[:],
	holds:   kleene.Rule{kleene.Of(0, 2, 3, 4, 5), kleene.Of(1, 2, 3, 4, 5)},
	limited: true,
	no:      gdpr.Reason{Code: "rights.portability.no", Provision: "GDPR 20(1)"},
}

var portableFacts = [...]fact{
	0: {"rights.portability.consent", "GDPR 20(1)(a)", false},
	1: {"rights.portability.contract", "GDPR 20(1)(a)", false},
	2: {"rights.portability.automated", "GDPR 20(1)(b)", false},
	3: {"rights.portability.provided", "GDPR 20(1)", false},
	4: {"rights.portability.task", "GDPR 20(3)", true},
	5: {"rights.portability.others", "GDPR 20(4)", true},
}

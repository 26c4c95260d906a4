package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Portability holds the facts of a request for portability.
//
// Law: Regolamento 17(5); GDPR 20.
//
//facts:bits rights.portability portability
//facts:not task others
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
	return portability.under(&p.Limit, p.said())
}

// Whole tells whether he gets all of the data that he provided, or without what
// would harm the rights and freedoms of others.
//
// Law: GDPR 20(1); GDPR 20(4); Codice 2-undecies(1).
func (p Portability) Whole() Decision {
	return portable.under(&p.Limit, p.said())
}

var portability = rule{
	questions: portabilityQuestions[:],
	holds:     portableRule,
	grounds:   portableGrounds[:],
	excepts:   portableExcepts[:1],
	limit:     portabilityLimit,
	no:        gdpr.Reason{Code: "rights.portability.no", Provision: "GDPR 20(1)"},
}

var portable = rule{
	questions: portabilityQuestions[:],
	holds:     kleene.And(portableRule, kleene.Rule{kleene.Of(portabilityNotOthers)}),
	grounds:   portableGrounds[:],
	excepts:   portableExcepts[:],
	limit:     portabilityLimit,
	no:        gdpr.Reason{Code: "rights.portability.no", Provision: "GDPR 20(1)"},
}

var portableRule = kleene.And(
	kleene.And(kleene.AtLeast(1, kleene.Of(portabilityConsent, portabilityContract)), unlimited(portabilityLimit)),
	kleene.Rule{kleene.Of(portabilityAutomated, portabilityProvided, portabilityNotTask)},
)

var portableGrounds = [...]ground{
	{portabilityConsent, "rights.portability.consent", "GDPR 20(1)(a)"},
	{portabilityContract, "rights.portability.contract", "GDPR 20(1)(a)"},
	{portabilityAutomated, "rights.portability.automated", "GDPR 20(1)(b)"},
	{portabilityProvided, "rights.portability.provided", "GDPR 20(1)"},
}

var portableExcepts = [...]ground{
	{portabilityNotTask, "rights.portability.task", "GDPR 20(3)"},
	{portabilityNotOthers, "rights.portability.others", "GDPR 20(4)"},
}

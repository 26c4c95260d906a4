package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// AutomatedDecision holds the facts of a decision about a person that is taken
// by automated means.
//
// Law: GDPR 22; WP251.
type AutomatedDecision struct {
	Solely    gdpr.Answer `json:"solely"`    // does no human being really take part in it?
	Effect    gdpr.Answer `json:"effect"`    // has it legal effects on the person, or ones as grave?
	Contract  gdpr.Answer `json:"contract"`  // is it necessary for a contract with the person?
	Law       gdpr.Answer `json:"law"`       // does a law allow it that safeguards the person?
	Consent   gdpr.Answer `json:"consent"`   // does it rest on explicit consent?
	Special   gdpr.Answer `json:"special"`   // does it rest on special categories of data?
	Ground    gdpr.Answer `json:"ground"`    // with explicit consent or a substantial public interest for these, and safeguards?
	Protected gdpr.Answer `json:"protected"` // would it harm an interest that Codice 2-undecies protects, actually and concretely?
}

// Decide tells whether the person can refuse to be subject to the decision. Even
// where not, he can ask for a human being, say his view and contest the decision
// if it rests on a contract or on consent. The pending digital omnibus would
// rewrite the article.
//
// Law: GDPR 22(1); GDPR 22(2); GDPR 22(3); GDPR 22(4); Codice 2-undecies(1).
func (a AutomatedDecision) Decide() Decision {
	return automated.decide(a.Solely, a.Effect, a.Contract, a.Law, a.Consent, a.Special, a.Ground, a.Protected)
}

var automated = rule{
	facts: []fact{
		0: {"rights.automated.solely", "GDPR 22(1)", false},
		1: {"rights.automated.effect", "GDPR 22(1)", false},
		2: {"rights.automated.contract", "GDPR 22(2)(a)", true},
		3: {"rights.automated.law", "GDPR 22(2)(b)", true},
		4: {"rights.automated.consent", "GDPR 22(2)(c)", true},
		5: {"rights.automated.special", "GDPR 22(4)", false},
		6: {"rights.automated.ground", "GDPR 22(4)", true},
		7: protected,
	},
	holds: kleene.Rule{kleene.Of(0, 1, 2, 3, 4, 7), kleene.Of(0, 1, 5, 6, 7)},
	no:    gdpr.Reason{Code: "rights.automated.no", Provision: "GDPR 22(1)"},
}

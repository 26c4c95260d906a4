package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Objection holds the facts of an objection. It needs no form: the municipal
// regulation asks for writing, the GDPR doesn't, and binds.
//
// Law: Regolamento 21(1); Regolamento 21(2); GDPR 21.
type Objection struct {
	Marketing  gdpr.Answer `json:"marketing"`  // is it to direct marketing, or to profiling for it?
	Basis      gdpr.Answer `json:"basis"`      // does the processing rest on a public task or on legitimate interests?
	Research   gdpr.Answer `json:"research"`   // is the processing for research or statistics?
	Situation  gdpr.Answer `json:"situation"`  // does the requester give grounds that lie in his situation?
	Overriding gdpr.Answer `json:"overriding"` // does the Comune prove compelling grounds, based on law, that override his interests?
	Claims     gdpr.Answer `json:"claims"`     // is the processing for legal claims?
	Task       gdpr.Answer `json:"task"`       // is the research necessary for a task in the public interest?
	Protected  gdpr.Answer `json:"protected"`  // would it harm an interest that Codice 2-undecies protects, actually and concretely?
}

// Decide tells whether the objection is upheld, so that the processing stops.
// One to direct marketing always is. Any other is upheld unless the Comune
// proves its overriding grounds: that there might be some is not enough.
//
// Law: Regolamento 21(1); Regolamento 21(2); GDPR 21(1); GDPR 21(2); GDPR 21(3); GDPR 21(6); Codice 2-undecies(1).
func (o Objection) Decide() Decision {
	return objection.decide(o.Marketing, o.Basis, o.Research, o.Situation, o.Overriding, o.Claims, o.Task, o.Protected)
}

var objection = rule{
	facts: []fact{
		0: {"rights.objection.marketing", "GDPR 21(3)", false},
		1: {"rights.objection.basis", "GDPR 21(1)", false},
		2: {"rights.objection.research", "GDPR 21(6)", false},
		3: {"rights.objection.situation", "Regolamento 21(1)", false},
		4: {"rights.objection.overriding", "Regolamento 21(2)", true},
		5: {"rights.objection.claims", "Regolamento 21(2)", true},
		6: {"rights.objection.task", "GDPR 21(6)", true},
		7: protected,
	},
	holds: kleene.Rule{kleene.Of(0), kleene.Of(1, 3, 4, 5, 7), kleene.Of(2, 3, 6, 7)},
	no:    gdpr.Reason{Code: "rights.objection.no", Provision: "Regolamento 21(1)"},
}

// Communication is a communication to a data subject, as far as it tells of the
// right to object.
//
// Law: Regolamento 21(5); GDPR 21(4).
type Communication struct {
	Objection bool        `json:"objection"` // does it tell of the right to object?
	Clear     gdpr.Answer `json:"clear"`     // does it do so clearly?
	Separate  gdpr.Answer `json:"separate"`  // does it do so apart from the rest?
}

// The findings of [Communication.Check].
const (
	CodeObjectionUntold   gdpr.Code = "rights.communication.objection"
	CodeObjectionUnclear  gdpr.Code = "rights.communication.clear"
	CodeObjectionSeparate gdpr.Code = "rights.communication.separate"
)

// Check tells whether the communication tells of the right to object as it must.
// The GDPR asks for it at the first communication, the municipal regulation at
// every one.
//
// Law: Regolamento 21(5); GDPR 21(4).
func (c Communication) Check() gdpr.Findings {
	if !c.Objection {
		return gdpr.Findings{violation(CodeObjectionUntold, "objection", "Regolamento 21(5)", "GDPR 21(4)")}
	}
	fs := unmet(nil, c.Clear, CodeObjectionUnclear, "clear", "Regolamento 21(5)", "GDPR 21(4)")
	return unmet(fs, c.Separate, CodeObjectionSeparate, "separate", "Regolamento 21(5)", "GDPR 21(4)")
}

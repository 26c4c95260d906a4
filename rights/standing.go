package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Standing holds the facts on who makes a request, and for whom.
//
// Law: Regolamento 2(3); Codice 2-terdecies; GDPR 12(2).
type Standing struct {
	Self      gdpr.Answer `json:"self"`      // are the data the requester's own?
	Agent     gdpr.Answer `json:"agent"`     // does he act for a living person, with a proven power?
	Deceased  gdpr.Answer `json:"deceased"`  // are the data a deceased person's?
	Interest  gdpr.Answer `json:"interest"`  // has he an interest of his own?
	Mandate   gdpr.Answer `json:"mandate"`   // does he protect the deceased, who charged him with it?
	Family    gdpr.Answer `json:"family"`    // has he family reasons worth protecting?
	Forbidden gdpr.Answer `json:"forbidden"` // did the deceased forbid it, in writing and beyond doubt, for an online service?
	Estate    gdpr.Answer `json:"estate"`    // does he need it for property rights that the death gave him, or for his defence in court?
	Barred    gdpr.Answer `json:"barred"`    // does a law exclude it?
}

// Decide tells whether the requester may use the right: for himself, for whom he
// acts for, or for a deceased person. What the deceased forbade doesn't stop
// someone's own property rights and defence.
//
// Law: Regolamento 2(3); Codice 2-terdecies(1); Codice 2-terdecies(2); Codice 2-terdecies(3); Codice 2-terdecies(5).
func (s Standing) Decide() Decision {
	return standing.decide(s.Self, s.Agent, s.Deceased, s.Interest, s.Mandate, s.Family, s.Forbidden, s.Estate, s.Barred)
}

var standing = rule{
	facts: []fact{
		0: {"rights.standing.self", "GDPR 12(2)", false},
		1: {"rights.standing.agent", "GDPR 12(2)", false},
		2: {"rights.standing.deceased", "Regolamento 2(3)", false},
		3: {"rights.standing.interest", "Regolamento 2(3)", false},
		4: {"rights.standing.mandate", "Regolamento 2(3)", false},
		5: {"rights.standing.family", "Regolamento 2(3)", false},
		6: {"rights.standing.forbidden", "Codice 2-terdecies(2)", true},
		7: {"rights.standing.estate", "Codice 2-terdecies(5)", false},
		8: {"rights.standing.barred", "Codice 2-terdecies(2)", true},
	},
	holds: kleene.Or(
		kleene.Rule{kleene.Of(0), kleene.Of(1)},
		kleene.And(
			kleene.And(kleene.Rule{kleene.Of(2, 8)}, kleene.AtLeast(1, kleene.Of(3, 4, 5))),
			kleene.AtLeast(1, kleene.Of(6, 7)),
		),
	),
	no: gdpr.Reason{Code: "rights.standing.no", Provision: "Regolamento 2(3)"},
}

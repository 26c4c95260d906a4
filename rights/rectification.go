package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Rectification holds the facts of a request for rectification.
//
// Law: Regolamento 20(1); GDPR 16.
type Rectification struct {
	Inaccurate gdpr.Answer `json:"inaccurate"` // are the data inaccurate?
	Incomplete gdpr.Answer `json:"incomplete"` // are they incomplete for the purpose of the processing?
	Protected  gdpr.Answer `json:"protected"`  // would it harm an interest that Codice 2-undecies protects, actually and concretely?
}

// Decide tells whether the data are to be corrected or completed, without undue
// delay; a statement of the requester can complete them.
//
// Law: Regolamento 20(1); GDPR 16; Codice 2-undecies(1).
func (r Rectification) Decide() Decision {
	return rectification.decide(r.Inaccurate, r.Incomplete, r.Protected)
}

var rectification = rule{
	facts: []fact{
		{"rights.rectification.inaccurate", "Regolamento 20(1)", false},
		{"rights.rectification.incomplete", "Regolamento 20(1)", false},
		protected,
	},
	holds: kleene.Rule{kleene.Of(0, 2), kleene.Of(1, 2)},
	no:    gdpr.Reason{Code: "rights.rectification.no", Provision: "GDPR 16"},
}

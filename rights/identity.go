package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Identity holds the facts on who the requester is. The municipal regulation
// lets the managers ask for information whenever they verify a right; the GDPR
// only where there are reasonable doubts, and binds.
//
// Law: Regolamento 17(4); Regolamento 18(3); Regolamento 19(3); Regolamento 20(3); GDPR 12(6).
type Identity struct {
	Doubt    gdpr.Answer `json:"doubt"`    // are there reasonable doubts who he is?
	Verified gdpr.Answer `json:"verified"` // has he proven it: in person, by SPID or CIE, by his own PEC or digital signature?
}

// Decide tells whether the Comune may ask the requester for more information to
// identify him. If it does so without undue delay, the clock stops (see
// [Pause]).
//
// Law: Regolamento 17(4); Regolamento 18(3); Regolamento 19(3); Regolamento 20(3); GDPR 12(6); GDPR recital 64.
func (i Identity) Decide() Decision { return identity.decide(i.Doubt, i.Verified) }

var identity = rule{
	facts: []fact{
		{"rights.identity.doubt", "Regolamento 17(4)", false},
		{"rights.identity.verified", "GDPR 12(6)", true},
	},
	holds: kleene.Rule{kleene.Of(0, 1)},
	no:    gdpr.Reason{Code: "rights.identity.no", Provision: "GDPR 12(6)"},
}

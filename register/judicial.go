package register

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Judicial is what is known of the ground on which judicial data (dati
// giudiziari) are processed: those on convictions, offences and security
// measures. They are not special data, although the municipal regulation lists
// them among these.
//
// Law: Regolamento 11(4); GDPR 10; Codice 2-octies(1).
type Judicial struct {
	Control    gdpr.Answer `json:"control"`    // under the control of a public authority?
	Norm       Norm        `json:"norm"`       // the act that provides for the processing
	Authorised gdpr.Answer `json:"authorised"` // does a law, or a regulation where a law says so, authorise it with safeguards for the person?
	Safeguards gdpr.Answer `json:"safeguards"` // are there appropriate and specific safeguards, whatever the ground?
}

// Decide tells whether judicial data may be processed: under the control of a
// public authority, and then by an act that tells what the Code wants told; or
// where the law authorises it with safeguards. Without judicial data among kinds
// it is [Allowed].
//
// The municipal regulation and the GDPR name the control of a public authority
// alone as enough; the Code adds what the act must tell, and is followed.
//
// Law: Regolamento 11(4); Regolamento 10(2); GDPR 10; Codice 2-octies(1); Codice 2-octies(5).
func (j Judicial) Decide(kinds Kinds) Decision {
	if !kinds.Has(Criminal) {
		return decide(onNothing, kleene.Facts{})
	}
	var f kleene.Facts
	for i, a := range [...]gdpr.Answer{
		j.Control, j.Norm.Exists, j.Norm.Data, j.Norm.Operations, j.Norm.Reason, j.Norm.Safeguards,
		j.Authorised, j.Safeguards,
	} {
		f = f.Put(i, a)
	}
	return decide(onJudicial, f)
}

var judicialRule = rule{
	name: "judicial",
	facts: []string{
		"control", "norm.exists", "norm.data", "norm.operations", "norm.reason", "norm.safeguards",
		"authorised", "safeguards",
	},
	grounds: []ground{
		{kleene.Of(0, 1, 2, 3, 4, 5, 7), Allowed, gdpr.Reason{Code: "register.judicial.control", Provision: "Codice 2-octies(5)"}},
		{kleene.Of(6, 7), Allowed, gdpr.Reason{Code: "register.judicial.authorised", Provision: "Codice 2-octies(1)"}},
	},
	wants: []want{
		{7, gdpr.Reason{Code: "register.judicial.unsafe", Provision: "Regolamento 10(2)"}},
	},
	otherwise: gdpr.Reason{Code: "register.judicial.none", Provision: "GDPR 10"},
}

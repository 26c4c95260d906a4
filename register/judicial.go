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
//
//facts:bits register.judicial judicial
type Judicial struct {
	Regime     gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
	Control    gdpr.Answer `json:"control"`         // under the control of a public authority?
	Norm       Norm        `json:"norm"`            // the act that provides for the processing
	Authorised gdpr.Answer `json:"authorised"`      // does a law, or a regulation where a law says so, authorise it with safeguards for the person?
	Safeguards gdpr.Answer `json:"safeguards"`      // are there appropriate and specific safeguards, whatever the ground?
}

// Decide tells whether judicial data may be processed: under the control of a
// public authority, and then by an act that tells what the Code wants told; or
// where the law authorises it with safeguards. Without judicial data among kinds
// it is [Allowed].
//
// The municipal regulation and the GDPR name the control of a public authority
// alone as enough; the Code adds what the act must tell, and is followed. Under
// the GDPR alone the control is enough. Safeguards beside those of the act are
// asked by the municipal regulation alone.
//
// Law: Regolamento 11(4); Regolamento 10(2); GDPR 10; Codice 2-octies(1); Codice 2-octies(5).
func (j Judicial) Decide(kinds Kinds) Decision {
	if !kinds.Has(Criminal) {
		return decide(onInnocent, j.Regime, kleene.Facts{})
	}
	f := j.said()
	if !j.Regime.Has(gdpr.Template) {
		f = f.With(kleene.Of(judicialSafeguards), gdpr.Yes)
	}
	if !j.Regime.Has(gdpr.ItalianLaw) {
		f = f.With(theNorm, gdpr.Yes)
	}
	return decide(onJudicial, j.Regime, f)
}

// theNorm is all that is asked of the act that provides for the processing.
var theNorm = kleene.Of(judicialNormExists, judicialNormData, judicialNormOperations, judicialNormReason, judicialNormSafeguards)

var judicialRule = rule{
	questions: judicialQuestions[:],
	grounds: []ground{
		{kleene.Of(judicialControl, judicialNormExists, judicialNormData, judicialNormOperations, judicialNormReason, judicialNormSafeguards, judicialSafeguards), Allowed, why{"register.judicial.control", laws{"Codice 2-octies(5)", "GDPR 10"}}},
		{kleene.Of(judicialAuthorised, judicialSafeguards), Allowed, why{"register.judicial.authorised", laws{"Codice 2-octies(1)", "GDPR 10"}}},
	},
	wants: []want{
		{judicialSafeguards, why{"register.judicial.unsafe", laws{"Regolamento 10(2)"}}},
	},
	otherwise: why{"register.judicial.none", laws{"GDPR 10"}},
}

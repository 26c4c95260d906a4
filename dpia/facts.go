package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Facts are what is known of one processing before anyone assesses it. Each is
// an answer that a person gives: nothing is guessed from names or texts, and
// what counts as large scale is not a number here, since no authority has set
// one. The zero value knows nothing.
//
// [gdpr.Decode] reads them from JSON, where a fact that isn't named is unknown and
// a misspelt one an error.
//
// Measures are no facts of the screening: a processing that needs an assessment
// needs it however well it is protected.
//
// Law: Regolamento 27(3); Regolamento 27(5); GDPR 35(3); WP248; Garante 467/2018; D.Lgs. 24/2023 13(6); CJEU C-634/21.
//
//facts:bits dpia.screening
type Facts struct {
	// The criteria of high risk, whose bits are those of a Set[Criterion]. Three facts make the one of sensitive data and
	// two that of vulnerable people, because the law treats them apart elsewhere.

	Scoring            gdpr.Answer `json:"scoring"`              // people are evaluated or scored; profiling and predicting are parts of it
	AutomatedDecision  gdpr.Answer `json:"automated_decision"`   // software alone takes decisions with legal or similarly significant effect, or makes the score on which the decision heavily draws
	Monitoring         gdpr.Answer `json:"monitoring"`           // people are systematically observed or controlled, on networks too
	SpecialData        gdpr.Answer `json:"special_data"`         // data of art. 9 GDPR, biometric and genetic ones among them
	LargeScale         gdpr.Answer `json:"large_scale"`          // by people, volume, duration and area, weighed together
	Matching           gdpr.Answer `json:"matching"`             // sets of data of different purposes or controllers are linked or compared
	Vulnerable         gdpr.Answer `json:"vulnerable"`           // it is directed at minors, elderly, disabled, sick, asylum seekers, others in a weak position; staff apart
	NewTechnology      gdpr.Answer `json:"new_technology"`       // new technology, or a new use of a known one
	PreventsRight      gdpr.Answer `json:"prevents_right"`       // the processing itself lets people have a right, service or contract, or keeps them from it
	CriminalData       gdpr.Answer `json:"criminal_data"`        // data of art. 10 GDPR: convictions, offences, security measures
	HighlyPersonalData gdpr.Answer `json:"highly_personal_data"` // location, communications, finances that can be used for fraud, diaries, family life
	Employees          gdpr.Answer `json:"employees"`            // it is directed at staff, who are vulnerable towards their employer

	// What the mandatory triggers, the Garante's list and statutes ask beside.

	Profiling            gdpr.Answer `json:"profiling"`             // people are profiled: aspects of a person evaluated by automated means
	Predicting           gdpr.Answer `json:"predicting"`            // the conduct or situation of people is predicted
	AutomatedEvaluation  gdpr.Answer `json:"automated_evaluation"`  // the evaluation rests on automated processing
	SystematicEvaluation gdpr.Answer `json:"systematic_evaluation"` // the evaluation follows a system, a method or a plan
	ExtensiveEvaluation  gdpr.Answer `json:"extensive_evaluation"`  // the evaluation is extensive: the GDPR asks this, the municipal regulation doesn't
	SignificantDecisions gdpr.Answer `json:"significant_decisions"` // decisions with legal or similar effect rest on the evaluation, a person's too
	PublicArea           gdpr.Answer `json:"public_area"`           // the monitored area is open to anyone: street, square, park, library
	BiometricData        gdpr.Answer `json:"biometric_data"`        // processed to identify a person uniquely; a photograph alone isn't
	GeneticData          gdpr.Answer `json:"genetic_data"`          // genetic data
	Exchange             gdpr.Answer `json:"exchange"`              // controllers exchange the data electronically
	RemoteControl        gdpr.Answer `json:"remote_control"`        // cameras, GPS or other systems make it possible to control staff from a distance

	// Own is whether one of the body's own criteria, those of [Policy], holds.
	Own gdpr.Answer `json:"own"`

	// Whistleblowing declares that the processing is the internal channel by which
	// breaches of law are reported: no fact to be found out, but what it is.
	Whistleblowing bool `json:"whistleblowing,omitempty"`

	// On is the day whose law is asked; the zero value is [gdpr.LawAsOf].
	On date.Date `json:"on,omitzero"`
}

// whistleblowing is what the facts declare, and nobody is asked.
const whistleblowing = factsCount

// implications are the facts that say more of another one: where a part holds
// the whole does, and where the whole doesn't no part can.
var implications = [...]struct {
	parts kleene.Set
	whole int
}{
	{1<<profiling | 1<<predicting | 1<<automatedEvaluation | 1<<systematicEvaluation | 1<<extensiveEvaluation | 1<<significantDecisions, scoring},
	{1 << publicArea, monitoring},
	{1<<biometricData | 1<<geneticData, specialData},
	{1 << remoteControl, employees},
}

// known returns the facts as bitsets, with what they imply.
func (f *Facts) known() (kleene.Facts, error) {
	k := f.said()
	if f.Whistleblowing {
		k.Yes |= 1 << whistleblowing
	} else {
		k.No |= 1 << whistleblowing
	}
	for i := range implications {
		parts, whole := implications[i].parts, kleene.Set(1)<<implications[i].whole
		if k.Yes&parts != 0 {
			if k.No&whole != 0 {
				return kleene.Facts{}, contradiction(k.Yes&parts, implications[i].whole)
			}
			k.Yes |= whole
		}
		if k.No&whole != 0 {
			k.No |= parts
		}
	}
	return k, nil
}

// contradiction returns the error for the first of parts, which holds though
// the whole doesn't.
func contradiction(parts kleene.Set, whole int) error {
	var part int
	for !parts.Has(part) {
		part++
	}
	return &gdpr.InputError{Field: factsQuestions[part].Field, Value: "true", Fault: gdpr.FaultContradiction, Other: factsQuestions[whole].Field + ": false"}
}

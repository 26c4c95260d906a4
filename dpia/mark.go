package dpia

import "strconv"

// Criterion is one of the nine criteria of WP248, by its number. There are nine:
// transfers outside the Union were a tenth in a draft only. The zero value is
// not given.
//
// Law: WP248.
type Criterion uint8

// The criteria of WP248.
//
//words:label dpia.criterion
const (
	CriterionScoring           Criterion = iota + 1 // scoring
	CriterionAutomatedDecision                      // automated_decision
	CriterionMonitoring                             // monitoring
	CriterionSensitiveData                          // sensitive_data
	CriterionLargeScale                             // large_scale
	CriterionMatching                               // matching
	CriterionVulnerable                             // vulnerable
	CriterionNewTechnology                          // new_technology
	CriterionPreventsRight                          // prevents_right
)

// Index is one of the six indices of the municipal regulation, by its number.
// They hold seven of WP248's nine criteria, of which the last two make one index:
// see [Reading]. The zero value is not given.
//
// Law: Regolamento 27(5).
type Index uint8

// The indices of the regulation.
//
//words:label dpia.index
const (
	IndexScoring       Index = iota + 1 // scoring
	IndexSensitiveData                  // sensitive_data
	IndexLargeScale                     // large_scale
	IndexMatching                       // matching
	IndexVulnerable                     // vulnerable
	IndexInnovation                     // innovation
)

// Trigger is one of the three cases in which the assessment is always due, by
// its letter in the GDPR. The zero value is not given.
//
// Law: Regolamento 27(3); GDPR 35(3).
type Trigger uint8

// The mandatory triggers.
//
//words:label dpia.trigger
const (
	TriggerEvaluation  Trigger = iota + 1 // evaluation: letter a, evaluation on which decisions rest
	TriggerSpecialData                    // special_data: letter b, special or criminal data on a large scale
	TriggerPublicArea                     // public_area: letter c, public areas monitored on a large scale
)

// Type is one of the twelve types of processing that the Garante lists as
// needing an assessment, by its number. The zero value is not given.
//
// One EU-wide list in place of the national ones is part of COM(2025) 837, which
// was not law on [gdpr.LawAsOf].
//
// Law: Garante 467/2018; GDPR 35(4).
type Type uint8

// The types of the Garante's list.
//
//words:label dpia.type
const (
	TypeEvaluation        Type = iota + 1 // evaluation: evaluation or scoring on a large scale, profiling, predicting
	TypeAutomatedDecision                 // automated_decision: automated decisions with legal or similar effect
	TypeMonitoring                        // monitoring: systematic observation or control
	TypeHighlyPersonal                    // highly_personal: highly personal data on a large scale
	TypeStaffControl                      // staff_control: systems that allow control of staff from a distance
	TypeVulnerable                        // vulnerable: vulnerable people on a large scale; staff apart
	TypeNewTechnology                     // new_technology: new technology with one more criterion
	TypeExchange                          // exchange: exchange between controllers on a large scale
	TypeMatching                          // matching: linking, combining or comparing data
	TypeSpecialMatching                   // special_matching: special or criminal data linked with data of other purposes
	TypeBiometric                         // biometric: biometric data on a large scale
	TypeGenetic                           // genetic: genetic data on a large scale
)

// number returns the type's number in the list.
func (t Type) number() string { return strconv.Itoa(int(t)) }

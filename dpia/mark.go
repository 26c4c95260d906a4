package dpia

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Criterion is one of the nine criteria of WP248, by its number. There are nine:
// transfers outside the Union were a tenth in a draft only. The zero value is
// not given.
//
// Law: WP248.
type Criterion uint8

// The criteria of WP248.
const (
	CriterionScoring Criterion = iota + 1
	CriterionAutomatedDecision
	CriterionMonitoring
	CriterionSensitiveData
	CriterionLargeScale
	CriterionMatching
	CriterionVulnerable
	CriterionNewTechnology
	CriterionPreventsRight
)

var criterionNames = gdpr.Names{"", "scoring", "automated-decision", "monitoring", "sensitive-data",
	"large-scale", "matching", "vulnerable", "new-technology", "prevents-right"}

// String returns the criterion's word.
func (c Criterion) String() string { return criterionNames.String(int(c)) }

// Label returns the criterion's name in the language that [gdpr.Match] picks.
func (c Criterion) Label(tag language.Tag) string {
	return label(tag, "dpia.criterion.", criterionNames, int(c))
}

// MarshalText returns the criterion's word.
func (c Criterion) MarshalText() ([]byte, error) { return criterionNames.Text(int(c)) }

// UnmarshalText reads the criterion's word. An unknown word is an
// [*gdpr.InputError].
func (c *Criterion) UnmarshalText(text []byte) error {
	i, err := criterionNames.Parse(string(text))
	*c = Criterion(i)
	return err
}

// Index is one of the six indices of the municipal regulation, by its number.
// They hold seven of WP248's nine criteria, of which the last two make one index:
// see [Reading]. The zero value is not given.
//
// Law: Regolamento 27(5).
type Index uint8

// The indices of the regulation.
const (
	IndexScoring Index = iota + 1
	IndexSensitiveData
	IndexLargeScale
	IndexMatching
	IndexVulnerable
	IndexInnovation
)

var indexNames = gdpr.Names{"", "scoring", "sensitive-data", "large-scale", "matching", "vulnerable", "innovation"}

// String returns the index's word.
func (i Index) String() string { return indexNames.String(int(i)) }

// Label returns the index's name in the language that [gdpr.Match] picks.
func (i Index) Label(tag language.Tag) string { return label(tag, "dpia.index.", indexNames, int(i)) }

// MarshalText returns the index's word.
func (i Index) MarshalText() ([]byte, error) { return indexNames.Text(int(i)) }

// UnmarshalText reads the index's word. An unknown word is an
// [*gdpr.InputError].
func (i *Index) UnmarshalText(text []byte) error {
	n, err := indexNames.Parse(string(text))
	*i = Index(n)
	return err
}

// Trigger is one of the three cases in which the assessment is always due, by
// its letter in the GDPR. The zero value is not given.
//
// Law: Regolamento 27(3); GDPR 35(3).
type Trigger uint8

// The mandatory triggers.
const (
	TriggerEvaluation  Trigger = iota + 1 // letter a: evaluation on which decisions rest
	TriggerSpecialData                    // letter b: special or criminal data on a large scale
	TriggerPublicArea                     // letter c: public areas monitored on a large scale
)

var triggerNames = gdpr.Names{"", "evaluation", "special-data", "public-area"}

// String returns the trigger's word.
func (t Trigger) String() string { return triggerNames.String(int(t)) }

// Label returns the trigger's name in the language that [gdpr.Match] picks.
func (t Trigger) Label(tag language.Tag) string {
	return label(tag, "dpia.trigger.", triggerNames, int(t))
}

// MarshalText returns the trigger's word.
func (t Trigger) MarshalText() ([]byte, error) { return triggerNames.Text(int(t)) }

// UnmarshalText reads the trigger's word. An unknown word is an
// [*gdpr.InputError].
func (t *Trigger) UnmarshalText(text []byte) error {
	i, err := triggerNames.Parse(string(text))
	*t = Trigger(i)
	return err
}

// Type is one of the twelve types of processing that the Garante lists as
// needing an assessment, by its number. The zero value is not given.
//
// One EU-wide list in place of the national ones is part of COM(2025) 837, which
// was not law on [gdpr.LawAsOf].
//
// Law: Garante 467/2018; GDPR 35(4).
type Type uint8

// The types of the Garante's list.
const (
	TypeEvaluation        Type = iota + 1 // evaluation or scoring on a large scale
	TypeAutomatedDecision                 // automated decisions with legal or similar effect
	TypeMonitoring                        // systematic observation or control
	TypeHighlyPersonal                    // highly personal data on a large scale
	TypeStaffControl                      // systems that allow control of staff from a distance
	TypeVulnerable                        // vulnerable people on a large scale; staff apart
	TypeNewTechnology                     // new technology with one more criterion
	TypeExchange                          // exchange between controllers on a large scale
	TypeMatching                          // linking, combining or comparing data
	TypeSpecialMatching                   // special or criminal data linked with data of other purposes
	TypeBiometric                         // biometric data on a large scale
	TypeGenetic                           // genetic data on a large scale
)

var typeNames = gdpr.Names{"", "evaluation", "automated-decision", "monitoring", "highly-personal",
	"staff-control", "vulnerable", "new-technology", "exchange", "matching", "special-matching",
	"biometric", "genetic"}

// String returns the type's word.
func (t Type) String() string { return typeNames.String(int(t)) }

// Label returns the type's name in the language that [gdpr.Match] picks.
func (t Type) Label(tag language.Tag) string { return label(tag, "dpia.type.", typeNames, int(t)) }

// MarshalText returns the type's word.
func (t Type) MarshalText() ([]byte, error) { return typeNames.Text(int(t)) }

// UnmarshalText reads the type's word. An unknown word is an [*gdpr.InputError].
func (t *Type) UnmarshalText(text []byte) error {
	i, err := typeNames.Parse(string(text))
	*t = Type(i)
	return err
}

// label returns the catalogue's name of a value, or "" if it has none.
func label(tag language.Tag, prefix string, words gdpr.Names, i int) string {
	word := words.String(i)
	if word == "" {
		return ""
	}
	return catalog.Text(tag, prefix+word)
}

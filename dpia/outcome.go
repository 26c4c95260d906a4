package dpia

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Outcome is what a screening comes to. A greater one is stricter. The zero
// value is [Undetermined].
//
// Law: Regolamento 27(1); Regolamento 27(6); GDPR 35(1).
type Outcome uint8

// The outcomes.
const (
	Undetermined  Outcome = iota // a fact is missing that could change it
	NotRequired                  // no assessment is due
	Discretionary                // the controller may carry one out: one index holds
	Required                     // an assessment is due before the processing begins
)

var outcomeNames = gdpr.Names{"undetermined", "not-required", "discretionary", "required"}

// String returns the outcome's word.
func (o Outcome) String() string { return outcomeNames.String(int(o)) }

// Label returns the outcome's name in the language that [gdpr.Match] picks.
func (o Outcome) Label(tag language.Tag) string {
	return label(tag, "dpia.outcome.", outcomeNames, int(o))
}

// MarshalText returns the outcome's word.
func (o Outcome) MarshalText() ([]byte, error) { return outcomeNames.Text(int(o)) }

// UnmarshalText reads the outcome's word; none is [Undetermined]. An unknown
// word is an [*gdpr.InputError].
func (o *Outcome) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*o = Undetermined
		return nil
	}
	i, err := outcomeNames.Parse(string(text))
	*o = Outcome(i)
	return err
}

// Rule is the rule that decided a screening: the first that applies, in the
// order of the law. The zero value stands for none, of a screening that is
// undetermined.
//
// Two of WP248's nine criteria never decide alone: automated decisions and
// monitoring, which the regulation's indices lack, are on the Garante's list by
// themselves, and new technology is with any other criterion.
//
// Law: Regolamento 27(4); Regolamento 27(5); Regolamento 27(6); GDPR 35(10).
type Rule uint8

// The rules, in their order.
const (
	ByTrigger    Rule = iota + 1 // one of the three mandatory cases
	ByType                       // a type of the Garante's list, which needs no second criterion
	ByOwn                        // a criterion that the Comune has set itself
	ByIndices                    // two of the regulation's six indices, and so of WP248's nine criteria
	ByDiscretion                 // one index or criterion only
	ByLaw                        // assessed when its law was made
	BySimilar                    // covered by the assessment of a similar processing
	ByException                  // judged not to be of high risk, with reasons and the DPO's view
	ByNone                       // nothing points to a high risk
)

var ruleNames = gdpr.Names{"", "trigger", "type", "own", "indices", "discretion",
	"law", "similar", "exception", "none"}

// String returns the rule's word.
func (r Rule) String() string { return ruleNames.String(int(r)) }

// Label returns the rule's name in the language that [gdpr.Match] picks.
func (r Rule) Label(tag language.Tag) string { return label(tag, "dpia.rule.", ruleNames, int(r)) }

// MarshalText returns the rule's word.
func (r Rule) MarshalText() ([]byte, error) { return ruleNames.Text(int(r)) }

// UnmarshalText reads the rule's word. An unknown word is an [*gdpr.InputError].
func (r *Rule) UnmarshalText(text []byte) error {
	i, err := ruleNames.Parse(string(text))
	*r = Rule(i)
	return err
}

// Reading is how the sixth index of the regulation is read. Its sentence names
// the new technology "when" the processing keeps people from a right: WP248 has
// two criteria there. The zero value reads it as [Separate].
//
// Law: Regolamento 27(5); WP248 criterion 8; WP248 criterion 9.
type Reading uint8

// The readings of the sixth index.
const (
	Separate Reading = iota // either is enough for the index: the wider reading, which binds
	Fused                   // only both together: the words as they stand
)

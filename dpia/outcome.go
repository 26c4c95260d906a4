package dpia

// Outcome is what a screening comes to. A greater one is stricter. The zero
// value is [Undetermined].
//
// Law: Regolamento 27(1); Regolamento 27(6); GDPR 35(1).
type Outcome uint8

// The outcomes.
//
//words:label dpia.outcome
const (
	Undetermined  Outcome = iota // undetermined: a fact is missing that could change it
	NotRequired                  // not_required: no assessment is due
	Discretionary                // discretionary: the controller may carry one out: one index holds
	Required                     // required: an assessment is due before the processing begins
)

// asked is how much each outcome asks of the controller.
var asked = [outcomeCount]int{NotRequired: 1, Discretionary: 2, Required: 3}

// asksMore reports whether the outcome asks more than another.
func (o Outcome) asksMore(than Outcome) bool { return asked[o] > asked[than] }

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
//
//words:label dpia.rule
const (
	ByTrigger    Rule = iota + 1 // trigger: one of the three mandatory cases
	ByType                       // type: a type of the Garante's list, which needs no second criterion
	ByOwn                        // own: a criterion that the body has set itself
	ByIndices                    // indices: two of the regulation's six indices, and so of WP248's nine criteria
	ByDiscretion                 // discretion: one index or criterion only
	ByLaw                        // law: assessed when its law was made
	BySimilar                    // similar: covered by the assessment of a similar processing
	ByException                  // exception: judged not to be of high risk, with reasons and the DPO's view
	ByNone                       // none: nothing points to a high risk
	ByStatute                    // statute: a law asks for it by itself
	ByCriteria                   // criteria: two of WP248's nine criteria, where the template's indices don't bind
)

// Reading is how the sixth index of the regulation is read. Its sentence names
// the new technology "when" the processing keeps people from a right: WP248 has
// two criteria there. The zero value reads it as [Separate].
//
// Law: Regolamento 27(5); WP248 criterion 8; WP248 criterion 9.
type Reading uint8

// The readings of the sixth index.
//
//words:label dpia.reading
const (
	Separate Reading = iota // separate: either is enough for the index: the wider reading, which binds
	Fused                   // fused: only both together: the words as they stand
)

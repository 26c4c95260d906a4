package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Screening is the result of asking whether a processing needs an impact
// assessment. It is a small comparable value, which keeps what was known and
// derives the rest: [Screening.Reasons] and [Screening.Missing]. The zero value
// is undetermined and of no use; [Screen] makes one.
//
// In JSON it is what it came to: outcome, rule, marks and the fields that are
// missing. That isn't read back: keep the facts and the policy, which make it
// again.
//
// Beside the binding outcome the municipal regulation's own is told by
// [Screening.Regulation]: the regulation is a floor, never an exemption from
// what the GDPR asks.
//
// Law: Regolamento 27(1); Regolamento 27(5); GDPR 35(1); GDPR 35(3); WP248.
type Screening struct {
	Outcome Outcome
	Rule    Rule // the rule that decided, or 0

	held      kleene.Facts
	on        date.Date
	by        gdpr.Provision // what sets the body's own criteria
	threshold uint8
	regime    gdpr.Regime
	claims    claims
}

// claims are the reliefs that the controller has claimed.
type claims uint8

const (
	claimLaw claims = 1 << iota
	claimSimilar
	claimException
)

// Screen tells whether a processing needs an impact assessment, by the first of
// these that applies:
//
//  1. one of the three mandatory triggers holds: required;
//  2. the processing is of one of the twelve types of the Garante's list, some
//     of which need no second criterion: required;
//  3. a statute asks for it, as for the channel of whistleblowing: required;
//  4. one of the body's own criteria holds: required;
//  5. two of the regulation's six indices hold, or two of WP248's nine criteria:
//     required;
//  6. one index or criterion holds: the controller's discretion;
//  7. none does: not required.
//
// What binds is what the regime of the policy has: the list and the statutes are
// Italian, the six indices the template's. With facts missing the outcome is
// [Undetermined] unless no answer to them could change it. What relieves of an
// assessment that is due is claimed afterwards, on the result:
// [Screening.AssessedByLaw], [Screening.AssessedBefore], [Screening.Excepted].
//
// Before 15 July 2023 no statute asked for an assessment of the channel. One
// European list in place of the national ones is proposed in COM(2025) 837.
//
// The errors are [*gdpr.InputError]s: [gdpr.FaultContradiction] for facts that
// can't both be, naming the two (biometric data without special data), or for a
// criterion of the body's own where the policy has none; [gdpr.FaultRange] for
// a policy without meaning.
//
// Law: Regolamento 27(1); Regolamento 27(3); Regolamento 27(4); Regolamento 27(5); Regolamento 27(6); GDPR 35(1); GDPR 35(3); GDPR 35(4); WP248; Garante 467/2018; D.Lgs. 24/2023 13(6).
func Screen(f Facts, p Policy) (Screening, error) {
	if err := p.validate(); err != nil {
		return Screening{}, gdpr.At("policy", err)
	}
	if len(p.Own) == 0 && f.Own == gdpr.Yes {
		return Screening{}, &gdpr.InputError{Field: factsQuestions[own].Field, Value: "true", Fault: gdpr.FaultContradiction, Other: "policy.own"}
	}
	held, err := f.known()
	if err != nil {
		return Screening{}, err
	}
	if len(p.Own) == 0 {
		held.No |= 1 << own
	}
	s := Screening{held: held, on: f.On, threshold: uint8(p.threshold()), regime: p.Regime, by: p.by()}
	if s.on == 0 {
		s.on = gdpr.LawAsOf()
	}
	s.decide()
	return s, nil
}

// decide sets the outcome and the rule. Every fact makes the outcome stricter
// and every condition of a relief milder, so that the outcome is decided where
// the mildest way to fill what is unknown comes to the same as the strictest.
func (s *Screening) decide() {
	s.Outcome, s.Rule = s.outcome(s.held.Yes, ^s.held.No)
	if s.Outcome == Required {
		return
	}
	switch strictest, _ := s.outcome(^s.held.No, s.held.Yes); {
	case strictest != s.Outcome:
		s.Outcome, s.Rule = Undetermined, 0
	case s.claims != 0: // by what is established, not by what may be
		_, s.Rule = s.outcome(s.held.Yes, s.held.Yes)
	}
}

// outcome returns the outcome where exactly the facts of held hold, and the
// conditions of a relief in met; and the first rule that leads to it. What a
// statute or the body itself has ordered no relief lifts: GDPR 35(10) speaks of
// the first seven paragraphs of its own article.
func (s *Screening) outcome(held, met kleene.Set) (Outcome, Rule) {
	if s.claims != 0 {
		if relief := s.relieved(met); relief != 0 {
			switch {
			case s.byStatute(held):
				return Required, ByStatute
			case held.Has(own):
				return Required, ByOwn
			}
			return NotRequired, relief
		}
	}
	switch n := criteria(held).Len(); {
	case quickTriggers[s.regime].holds(held, s.on):
		return Required, ByTrigger
	case quickTypes[s.regime].holds(held, s.on):
		return Required, ByType
	case s.byStatute(held):
		return Required, ByStatute
	case held.Has(own):
		return Required, ByOwn
	case n == 0:
		return NotRequired, ByNone
	case s.claims&claimException != 0:
		return NotRequired, ByException
	case n < int(s.threshold):
		return Discretionary, ByDiscretion
	case s.regime == gdpr.Template:
		// What the nine criteria have and the six indices lack is of a listed
		// type by itself, so that here the indices reach the threshold too.
		return Required, ByIndices
	}
	return Required, ByCriteria
}

func (s *Screening) byStatute(held kleene.Set) bool {
	return quickStatutes[s.regime].holds(held, s.on)
}

// Triggers returns the mandatory cases that are established.
//
// Law: Regolamento 27(3); Regolamento 27(4); GDPR 35(3).
func (s Screening) Triggers() Set[Trigger] {
	return marks[Trigger](triggers[:], s.held.Yes, s.regime, s.on)
}

// Types returns the types of the Garante's list that are established.
//
// Law: Garante 467/2018; GDPR 35(4).
func (s Screening) Types() Set[Type] {
	return marks[Type](types, s.held.Yes, s.regime, s.on)
}

// Indices returns which of the regulation's six indices are established, its
// sixth read as r. Its length is the score.
//
// Law: Regolamento 27(5).
func (s Screening) Indices(r Reading) Set[Index] { return indices(s.Criteria(), r) }

// Criteria returns which of WP248's nine criteria are established. Its length is
// the score: one fact moves it by one at most.
//
// Law: WP248.
func (s Screening) Criteria() Set[Criterion] { return criteria(s.held.Yes) }

// Regulation returns what the municipal regulation alone would come to, its
// sixth index read as r, before any relief. It is never stricter than the
// screening's own outcome before relief. Where it is milder, the GDPR, WP248 or
// the Garante's list bind, and the reasons say so. Under a regime without the
// template it is [Undetermined]: there is no such regulation.
//
// Law: Regolamento 27(3); Regolamento 27(4); Regolamento 27(5); Regolamento 27(6).
func (s Screening) Regulation(r Reading) Outcome {
	mildest := s.regulation(s.held.Yes, r)
	if s.regime != gdpr.Template || mildest != s.regulation(^s.held.No, r) {
		return Undetermined
	}
	return mildest
}

func (s *Screening) regulation(held kleene.Set, r Reading) Outcome {
	n := indices(criteria(held), r).Len()
	switch {
	case quickTriggers[gdpr.Template].holds(held, s.on) || held.Has(own) || n >= int(s.threshold):
		return Required
	case n > 0:
		return Discretionary
	}
	return NotRequired
}

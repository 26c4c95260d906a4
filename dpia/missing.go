package dpia

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Missing yields the questions whose answers could still change the outcome, and
// no others. It yields none where the outcome is decided.
//
// Law: Regolamento 27(1); Regolamento 27(5); GDPR 35(1).
func (s Screening) Missing() iter.Seq[gdpr.Question] {
	return factsAsk(s.open())
}

// open returns the facts and conditions that could change the outcome.
//
// Being required and being at least discretionary are two rules, of which the
// second holds where the first does. A fact that turns either one turns the
// outcome, so long as no relief is sure; one that no relief lifts does so long as
// a relief may be; a condition that turns the relief does, so long as there may
// be something to be relieved of.
func (s *Screening) open() kleene.Set {
	if s.Outcome != Undetermined {
		return 0
	}
	var room [256]kleene.Set
	ordered := s.ordered(room[:0])
	required := s.required(ordered)
	atLeastDiscretionary := required
	if s.claims&claimException == 0 {
		atLeastDiscretionary = append(required, oneCriterion...)
	}
	var relief kleene.Rule
	if s.claims != 0 {
		relief = s.relief(make(kleene.Rule, 0, 2))
	}
	relieved := relief.Decide(s.held)
	var open kleene.Set
	if relieved != gdpr.Yes {
		open = s.missing(required) | s.missing(atLeastDiscretionary)
	}
	if relieved != gdpr.No { // then what no relief lifts decides
		open |= s.missing(ordered)
	}
	// A relief matters where an assessment may be due that nobody has ordered. What
	// is ordered for sure leaves nothing undetermined.
	unordered := s.held
	for _, c := range ordered {
		unordered.No |= c &^ unordered.Yes
	}
	if atLeastDiscretionary.Decide(unordered) != gdpr.No {
		open |= relief.Missing(s.held)
	}
	return open
}

// relief appends the rule that one of the claims is met.
func (s *Screening) relief(rule kleene.Rule) kleene.Rule {
	if s.claims&claimLaw != 0 {
		rule = append(rule, lawConditions)
	}
	if s.claims&claimSimilar != 0 {
		rule = append(rule, similarConditions)
	}
	return rule
}

// ordered appends the rule that a statute, or the body itself, asks for an
// assessment, which no relief lifts.
func (s *Screening) ordered(rule kleene.Rule) kleene.Rule {
	return s.binding(append(rule, 1<<own), statutes[:])
}

// required appends to the rule of what is ordered that an assessment is due,
// before any relief.
func (s *Screening) required(rule kleene.Rule) kleene.Rule {
	rule = s.binding(s.binding(rule, triggers[:]), types)
	switch {
	case s.claims&claimException != 0:
		return rule
	case s.threshold == 1:
		return append(rule, oneCriterion...)
	}
	return append(rule, twoCriteria...)
}

// binding appends to the rule the clauses that bind the body on the day.
func (s *Screening) binding(rule kleene.Rule, clauses []clause) kleene.Rule {
	for i := range clauses {
		if clauses[i].binds(s.regime, s.on) {
			rule = append(rule, clauses[i].facts)
		}
	}
	return rule
}

// That one criterion holds, or that two do.
var oneCriterion, twoCriteria = criteriaRules()

func criteriaRules() (one, two kleene.Rule) {
	for i, first := range alternatives {
		one = append(one, kleene.AtLeast(1, first)...)
		for _, second := range alternatives[i+1:] {
			two = append(two, kleene.And(kleene.AtLeast(1, first), kleene.AtLeast(1, second))...)
		}
	}
	return one, two
}

// missing returns the facts that could change what the rule decides. A fact that
// implies another one can change alone only where that one holds, and the other
// only where none that implies it does. Each clause of the rule has with a fact
// what it implies, so that the rest is as for facts that don't.
func (s *Screening) missing(rule kleene.Rule) kleene.Set {
	open := rule.Missing(s.held)
	for i := range implications {
		parts, whole := implications[i].parts, kleene.Set(1)<<implications[i].whole
		if (s.held.Yes|s.held.No)&whole != 0 {
			continue
		}
		without, with := s.held, s.held
		without.No |= parts
		with.Yes |= whole
		open &^= parts | whole
		open |= rule.MissingOf(without, whole) | rule.MissingOf(with, parts)
	}
	return open
}

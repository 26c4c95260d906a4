package register

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Outcome is what a decision comes to. The zero value is [Undetermined].
type Outcome uint8

// The outcomes.
//
//words:label register.outcome
const (
	Undetermined Outcome = iota // undetermined: facts are missing that could change it; see [Decision.Missing]
	Allowed                     // allowed: it may be done
	Unlisted                    // unlisted: the GDPR allows it, on a condition that the municipal regulation doesn't list
	ForCourt                    // for_the_court: not for the Comune to say: the rules of the trial decide
	Forbidden                   // forbidden: it may not be done
)

// Decision is what [Special.Decide], [Judicial.Decide] and their like return: an
// outcome, why, and what is still to be asked. It is a comparable value and
// costs no allocation; reasons and questions are worked out when they are read.
type Decision struct {
	Outcome Outcome `json:"outcome"`
	of      matter
	regime  gdpr.Regime
	facts   kleene.Facts
}

// Reasons yields why the outcome is what it is, in the order of the law; nothing
// while it is undetermined. Each cites what binds the body under its regime: the
// template's comma, or the general law that says the same.
//
// Law: Regolamento 10(1); Regolamento 11(2); Regolamento 11(4); Regolamento 13(3); Regolamento 14(2).
func (d Decision) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		rule := &rules[d.of]
		switch d.Outcome {
		case Undetermined:
		case Forbidden:
			told := false
			for _, w := range rule.wants {
				if d.facts.No.Has(w.fact) {
					told = true
					if !yield(w.reason.under(d.regime)) {
						return
					}
				}
			}
			if !told || rule.some {
				yield(rule.otherwise.under(d.regime))
			}
		default:
			for _, g := range rule.grounds {
				if g.outcome == d.Outcome && g.facts&^d.facts.Yes == 0 && !yield(g.reason.under(d.regime)) {
					return
				}
			}
		}
	}
}

// Missing yields the facts that are still unknown and could change the outcome;
// nothing once it is decided.
//
// Law: Regolamento 10(1); Regolamento 11(2); Regolamento 11(4); Regolamento 13(3); Regolamento 14(2).
func (d Decision) Missing() iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) { kleene.Ask(rules[d.of].questions, d.open(), yield) }
}

func (d *Decision) open() kleene.Set {
	if d.Outcome != Undetermined {
		return 0
	}
	rule := &rules[d.of]
	return rule.first.Missing(d.facts) | rule.all.Missing(d.facts)
}

// matter is what a decision is about: an index into rules.
type matter uint8

const (
	onNothing matter = iota // no question arises, and the outcome stands
	onInnocent
	onSpecial
	onSpecialWide
	onJudicial
	onMatching
	onFreeMatching
	onUse
	onDatum
	onAccess
	matters = iota
)

// rule is one rule of law on the facts of a struct.
type rule struct {
	questions []gdpr.Question
	grounds   []ground // each alone is enough
	wants     []want   // what to say where one of these is lacking
	some      bool     // do some grounds alone want them? Then otherwise is told too
	otherwise why

	// What the grounds come to: where the outcome is [Allowed], where it is that or
	// second, and [Forbidden] elsewhere.
	first, all kleene.Rule
	second     Outcome
}

type ground struct {
	facts   kleene.Set
	outcome Outcome
	reason  why
}

type want struct {
	fact   int
	reason why
}

// why is a reason with the provisions that say it, the template's first.
type why struct {
	code gdpr.Code
	law  laws
}

type laws [3]gdpr.Provision

// under returns the reason with the first provision that binds under the regime,
// or with none.
func (w why) under(r gdpr.Regime) gdpr.Reason {
	for _, p := range w.law {
		if p != "" && r.Binds(p) {
			return gdpr.Reason{Code: w.code, Provision: p}
		}
	}
	return gdpr.Reason{Code: w.code}
}

// decided returns the rules with what their grounds come to.
func decided(rules [matters]rule) [matters]rule {
	for i := range rules {
		r := &rules[i]
		for _, g := range r.grounds {
			r.all = append(r.all, g.facts)
			if g.outcome == Allowed {
				r.first = append(r.first, g.facts)
			} else {
				r.second = g.outcome
			}
		}
	}
	return rules
}

func decide(of matter, regime gdpr.Regime, facts kleene.Facts) Decision {
	d := Decision{of: of, regime: regime, facts: facts}
	rule := &rules[of]
	switch rule.first.Decide(facts) {
	case gdpr.Yes:
		d.Outcome = Allowed
	case gdpr.No:
		switch rule.all.Decide(facts) {
		case gdpr.Yes:
			d.Outcome = rule.second
		case gdpr.No:
			d.Outcome = Forbidden
		}
	}
	return d
}

// rules is read and never written.
var rules = decided([matters]rule{
	onNothing:      {grounds: []ground{{outcome: Allowed, reason: why{"register.nothing.special", laws{"Regolamento 10(1)", "GDPR 9(1)"}}}}},
	onInnocent:     {grounds: []ground{{outcome: Allowed, reason: why{"register.nothing.special", laws{"GDPR 10"}}}}},
	onSpecial:      specialRule,
	onSpecialWide:  wide(specialRule),
	onJudicial:     judicialRule,
	onMatching:     matchingRule,
	onFreeMatching: {grounds: []ground{{outcome: Allowed, reason: why{"register.matching.free", laws{"GDPR 5(1)(b)"}}}}},
	onUse:          useRule,
	onDatum:        datumRule,
	onAccess:       accessRule,
})

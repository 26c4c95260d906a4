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
	facts   kleene.Facts
}

// Reasons yields why the outcome is what it is, in the order of the law; nothing
// while it is undetermined.
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
					if !yield(w.reason) {
						return
					}
				}
			}
			if !told {
				yield(rule.otherwise)
			}
		default:
			for _, g := range rule.grounds {
				if g.outcome == d.Outcome && g.facts&^d.facts.Yes == 0 && !yield(g.reason) {
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
	return func(yield func(gdpr.Question) bool) {
		if d.Outcome != Undetermined {
			return
		}
		rule := &rules[d.of]
		first, all := rule.split()
		open := first.Missing(d.facts) | all.Missing(d.facts)
		last := ""
		for i, field := range rule.facts {
			if !open.Has(i) || field == last {
				continue
			}
			last = field
			if !yield(gdpr.Question{Field: field, Code: gdpr.Code("register.ask." + rule.name + "." + field)}) {
				return
			}
		}
	}
}

// matter is what a decision is about: an index into rules.
type matter uint8

const (
	onNothing matter = iota // no question arises, and the outcome stands
	onSpecial
	onSpecialWide
	onJudicial
	onMatching
	onUse
	onDatum
	onAccess
)

// rule is one rule of law. Its facts are numbered by their place in facts; two
// that stand beside each other under one name are a fact and its opposite.
type rule struct {
	name      string
	facts     []string // paths in the input
	grounds   []ground // each alone is enough
	wants     []want   // what to say where one of these is lacking
	otherwise gdpr.Reason
}

type ground struct {
	facts   kleene.Set
	outcome Outcome
	reason  gdpr.Reason
}

type want struct {
	fact   int
	reason gdpr.Reason
}

// split returns the rule of the first outcome, [Allowed], and that of all
// grounds, which also gives the second.
func (r *rule) split() (first, all kleene.Rule) {
	for _, g := range r.grounds {
		all = append(all, g.facts)
		if g.outcome == Allowed {
			first = append(first, g.facts)
		}
	}
	return first, all
}

func decide(of matter, facts kleene.Facts) Decision {
	d := Decision{of: of, facts: facts}
	allowed, other := gdpr.No, gdpr.No
	second := Forbidden
	for _, g := range rules[of].grounds {
		holds := gdpr.Unknown
		switch {
		case g.facts&^facts.Yes == 0:
			holds = gdpr.Yes
		case g.facts&facts.No != 0:
			holds = gdpr.No
		}
		if g.outcome == Allowed {
			allowed = allowed.Or(holds)
		} else {
			other = other.Or(holds)
			second = g.outcome
		}
	}
	switch {
	case allowed == gdpr.Yes:
		d.Outcome = Allowed
	case allowed == gdpr.No && other == gdpr.Yes:
		d.Outcome = second
	case allowed == gdpr.No && other == gdpr.No:
		d.Outcome = Forbidden
	}
	return d
}

// rules is read and never written.
var rules = [...]rule{
	onNothing:     {name: "nothing", grounds: []ground{{outcome: Allowed, reason: gdpr.Reason{Code: "register.nothing.special", Provision: "Regolamento 10(1)"}}}},
	onSpecial:     specialRule,
	onSpecialWide: wide(specialRule),
	onJudicial:    judicialRule,
	onMatching:    matchingRule,
	onUse:         useRule,
	onDatum:       datumRule,
	onAccess:      accessRule,
}

// Package kleene decides rules on facts of which some are unknown, exactly: a
// rule is decided as soon as no value of the unknown facts could change it, and
// the facts that still could are told, no more and no fewer.
//
// Rules are monotone: each fact counts for one side only. Such a rule is a list
// of clauses, and holds where all facts of one clause do. A fact that counts by
// its absence ("the data are not encrypted") is a fact of its own, which a
// package gives as the opposite of what its user said.
package kleene

import (
	"math/bits"

	"github.com/b58db29f/gdpr"
)

// Set is a set of up to 64 facts: bit i is the fact i.
type Set uint64

// Of returns the set of the facts.
func Of(facts ...int) Set {
	var s Set
	for _, f := range facts {
		s |= 1 << f
	}
	return s
}

// Len returns how many facts are in the set.
func (s Set) Len() int { return bits.OnesCount64(uint64(s)) }

// Has reports whether the fact is in the set.
func (s Set) Has(fact int) bool { return s>>fact&1 == 1 }

// Facts is what is known: the facts that hold and those that don't. A fact in
// neither set is unknown. The zero value knows nothing.
type Facts struct{ Yes, No Set }

// Answer returns what is known of a fact.
func (f Facts) Answer(fact int) gdpr.Answer {
	switch {
	case f.Yes.Has(fact):
		return gdpr.Yes
	case f.No.Has(fact):
		return gdpr.No
	}
	return gdpr.Unknown
}

// With returns the facts with the answer for a set of them, whatever they were.
func (f Facts) With(set Set, a gdpr.Answer) Facts {
	f.Yes &^= set
	f.No &^= set
	switch a {
	case gdpr.Yes:
		f.Yes |= set
	case gdpr.No:
		f.No |= set
	}
	return f
}

// Join returns the facts of both.
func (f Facts) Join(other Facts) Facts { return Facts{f.Yes | other.Yes, f.No | other.No} }

// Put returns the facts with one more.
func (f Facts) Put(fact int, a gdpr.Answer) Facts {
	switch a {
	case gdpr.Yes:
		f.Yes |= 1 << fact
	case gdpr.No:
		f.No |= 1 << fact
	}
	return f
}

// Rule is a monotone rule: it holds where every fact of one of its clauses does.
// The rule without clauses never holds, and the one with an empty clause always.
type Rule []Set

// Decide tells whether the rule holds.
func (r Rule) Decide(f Facts) gdpr.Answer {
	decided := gdpr.No
	for _, clause := range r {
		if clause&^f.Yes == 0 {
			return gdpr.Yes
		}
		if clause&f.No == 0 {
			decided = gdpr.Unknown
		}
	}
	return decided
}

// Missing returns the unknown facts that could change what the rule decides. It
// is empty exactly where the rule is decided.
//
// What the known facts leave of each clause is the set of its unknown facts. A
// clause that contains another one adds nothing to the rule; each fact of the
// others decides it in some case: where the rest of its clause holds and no
// fact outside that clause does.
func (r Rule) Missing(f Facts) Set { return r.MissingOf(f, ^Set(0)) }

// MissingOf returns those of Missing that are in of, sooner where they are few.
func (r Rule) MissingOf(f Facts, of Set) Set {
	var room [160]Set
	left, open := room[:0], Set(0)
	for _, clause := range r {
		if clause&f.No != 0 {
			continue
		}
		rest := clause &^ f.Yes
		switch {
		case rest == 0:
			return 0
		case rest&(rest-1) == 0: // one fact alone absorbs every other clause with it
			open |= rest
		default:
			left = append(left, rest)
		}
	}
	kept := 0
	for _, rest := range left {
		if rest&open == 0 {
			left[kept] = rest
			kept++
		}
	}
	left = left[:kept]
	for _, rest := range left {
		if rest&of&^open != 0 && !absorbed(rest, left) {
			open |= rest
		}
	}
	return open & of
}

// absorbed reports whether some other clause is a proper part of rest.
func absorbed(rest Set, clauses []Set) bool {
	for _, other := range clauses {
		if other&^rest == 0 && other != rest {
			return true
		}
	}
	return false
}

// AtLeast returns the rule that n or more of the facts hold, with a clause for
// each choice of n of them.
func AtLeast(n int, facts Set) Rule {
	if n <= 0 {
		return Rule{0}
	}
	var rule Rule
	var choose func(from Set, left int, chosen Set)
	choose = func(from Set, left int, chosen Set) {
		if left == 0 {
			rule = append(rule, chosen)
			return
		}
		for rest := from; rest.Len() >= left; {
			first := rest & -rest
			rest &^= first
			choose(rest, left-1, chosen|first)
		}
	}
	choose(facts, n, 0)
	return rule
}

// And returns the rule that both a and b hold.
func And(a, b Rule) Rule {
	both := make(Rule, 0, len(a)*len(b))
	for _, x := range a {
		for _, y := range b {
			both = append(both, x|y)
		}
	}
	return both
}

// Or returns the rule that one of the rules holds.
func Or(rules ...Rule) Rule {
	var one Rule
	for _, r := range rules {
		one = append(one, r...)
	}
	return one
}

// Ask yields the questions of the facts in open, by bit; of facts beside each
// other that hang on one field, one.
func Ask(questions []gdpr.Question, open Set, yield func(gdpr.Question) bool) {
	for last := ""; open != 0; open &= open - 1 {
		q := &questions[bits.TrailingZeros64(uint64(open))]
		if q.Field != last && !yield(*q) {
			return
		}
		last = q.Field
	}
}

// Ground is a reason and the facts on which it stands: those of Yes hold, and
// those of No don't.
type Ground struct {
	Yes, No Set
	Reason  gdpr.Reason
}

// Stands reports whether the facts of the ground are established.
func (g *Ground) Stands(f Facts) bool { return g.Yes&^f.Yes|g.No&^f.No == 0 }

// IsYes returns the set of the fact 0 for yes, and the empty set else.
func IsYes(a gdpr.Answer) Set { return Set(yesBit[a]) }

// IsNo returns the set of the fact 0 for no, and the empty set else.
func IsNo(a gdpr.Answer) Set { return Set(noBit[a]) }

var (
	yesBit = [256]uint8{gdpr.Yes: 1}
	noBit  = [256]uint8{gdpr.No: 1}
)

package dpia

import (
	"math/bits"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// quick is a table of clauses in a form that is asked in a few steps: whether one
// of them holds. It is made from the table, which stays the only place of the law.
type quick struct {
	alone kleene.Set                 // facts that are enough by themselves
	first kleene.Set                 // facts that are with one other
	other [whistleblowing]kleene.Set // by the first fact: the others, any of which will do
	more  []kleene.Set               // clauses of three facts or more
	dated []clause                   // those that count from a day
}

// quickly returns the clauses that bind a body under each regime.
func quickly(clauses []clause) (byRegime [4]quick) {
	for r := range byRegime {
		q := &byRegime[r]
		for _, c := range clauses {
			if !gdpr.Regime(r).Has(c.layer) {
				continue
			}
			facts := implied(c.facts)
			first := bits.TrailingZeros64(uint64(facts & -facts))
			switch {
			case c.from != 0:
				q.dated = append(q.dated, c)
			case facts.Len() == 1:
				q.alone |= facts
			case facts.Len() == 2:
				q.first |= 1 << first
				q.other[first] |= facts &^ (1 << first)
			default:
				q.more = append(q.more, facts)
			}
		}
	}
	return byRegime
}

// implied returns the facts without those that another of them implies.
func implied(facts kleene.Set) kleene.Set {
	for _, i := range implications {
		if facts&i.parts != 0 {
			facts &^= 1 << i.whole
		}
	}
	return facts
}

// holds reports whether a clause does where exactly the facts of held do, which
// have with each fact what it implies.
func (q *quick) holds(held kleene.Set, on date.Date) bool {
	if held&q.alone != 0 {
		return true
	}
	for rest := held & q.first; rest != 0; rest &= rest - 1 {
		if q.other[bits.TrailingZeros64(uint64(rest))]&held != 0 {
			return true
		}
	}
	for _, facts := range q.more {
		if facts&^held == 0 {
			return true
		}
	}
	for i := range q.dated {
		if c := &q.dated[i]; c.facts&^held == 0 && c.from <= on {
			return true
		}
	}
	return false
}

var (
	quickTriggers = quickly(triggers[:])
	quickTypes    = quickly(types)
	quickStatutes = quickly(statutes[:])
)

package rights

import (
	"iter"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Decision is what a rule comes to on the facts that are known: a yes or a no
// that no unknown fact could change, or [gdpr.Unknown] with the questions that
// are still to be asked. It is a small comparable value, and costs no memory
// until someone asks it why. The zero value decides nothing.
//
// A fact that is possible isn't established: an exception that nobody has looked
// at leaves a decision open, it doesn't turn it into a no. It is for the
// controller to prove what it decides, so keep the facts: a Decision writes as
// JSON only its outcome, and the facts make it again.
//
// Facts that can't both be true decide nothing: the outcome is unknown,
// [Decision.Err] tells which they are, and there is nothing to ask.
//
// Law: GDPR 5(2).
type Decision struct {
	Outcome gdpr.Answer `json:"outcome"`
	rule    *rule
	facts   kleene.Facts
	limit   limitation
	clash   uint8 // the pair of facts that contradict each other, from 1
}

// Err returns a [*gdpr.InputError] with [gdpr.FaultContradiction] if two of the
// facts can't both be true, and nil if all can.
//
// Law: GDPR 5(1)(d); GDPR 5(2).
func (d Decision) Err() error {
	if d.clash == 0 {
		return nil
	}
	c := d.rule.clashes[d.clash-1]
	return &gdpr.InputError{Field: c.field, Value: c.one.is.String(), Fault: gdpr.FaultContradiction, Other: c.against + " " + c.other.is.String()}
}

// Reasons yields why the decision is so, in the order of the law: for a yes the
// facts that carry it, for a no the exceptions that are established, or that the
// conditions aren't met. It yields nothing while the decision is open.
//
// Law: GDPR 5(2).
func (d Decision) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		if d.rule == nil || !d.Outcome.Known() {
			return
		}
		carried, excepted := d.rule.carried(d.facts), false
		limited := d.barred() == gdpr.Yes
		for i, f := range d.rule.facts {
			told := !f.against && carried.Has(i)
			switch {
			case d.Outcome == gdpr.No && i+1 == d.rule.limitedIf:
				told = limited
			case d.Outcome == gdpr.No:
				told = f.against && d.facts.No.Has(i)
				excepted = excepted || told
			}
			if told && !yield(gdpr.Reason{Code: f.code, Provision: f.law}) {
				return
			}
		}
		switch {
		case d.Outcome == gdpr.No && limited:
			yield(d.limit.reason())
		case d.Outcome == gdpr.No && !excepted:
			yield(d.rule.no)
		case d.Outcome == gdpr.Yes && d.rule.yes.Code != "":
			yield(d.rule.yes)
		}
	}
}

// Missing yields the questions whose answer could still change the decision, and
// no other. It yields nothing once the decision is made.
//
// Law: GDPR 5(2).
func (d Decision) Missing() iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) {
		if d.rule == nil || d.Outcome.Known() || d.clash != 0 {
			return
		}
		open, limits := d.open()
		for i, f := range d.rule.facts {
			if open.Has(i) && !yield(gdpr.Question{Field: f.field(), Code: f.code + ".ask"}) {
				return
			}
		}
		if limits {
			for q := range d.limit.missing() {
				if !yield(q) {
					return
				}
			}
		}
	}
}

// open returns the facts that could change the decision, and whether those of
// the limit could. The parts of a rule have no fact in common, so a fact of one
// part decides wherever the other parts let it.
func (d *Decision) open() (facts kleene.Set, limits bool) {
	r := d.rule
	base, barred := r.holds.Decide(d.facts), d.barred()
	if barred != gdpr.Yes {
		facts = r.holds.Missing(d.facts)
	}
	if r.free != nil && base.And(barred.Not()) != gdpr.Yes {
		facts |= r.free.Missing(d.facts)
	}
	if base == gdpr.No || !r.limited {
		return facts, false
	}
	if d.bites() == gdpr.Unknown && d.limit.bars() != gdpr.No {
		facts |= kleene.Of(r.limitedIf - 1)
	}
	return facts, d.bites() != gdpr.No
}

// bites tells whether a limit would count at all.
func (d *Decision) bites() gdpr.Answer {
	switch i := d.rule.limitedIf - 1; {
	case i < 0 || d.facts.Yes.Has(i):
		return gdpr.Yes
	case d.facts.No.Has(i):
		return gdpr.No
	}
	return gdpr.Unknown
}

// barred tells whether a limit leaves nothing of what the rule gives.
func (d *Decision) barred() gdpr.Answer {
	if !d.rule.limited {
		return gdpr.No
	}
	return d.bites().And(d.limit.bars())
}

// rule is a rule of law on a list of facts.
type rule struct {
	facts     []fact
	holds     kleene.Rule
	free      kleene.Rule // it holds too where this does, whatever holds and the limit say
	limited   bool        // a law under GDPR 23 can stand against it: see [Limit]
	limitedIf int         // only if this fact holds, counted from 1, which isn't one of holds; 0: always
	clashes   []clash
	yes       gdpr.Reason // why it holds, if its facts are exceptions alone
	no        gdpr.Reason // why it doesn't hold, if no exception says so
}

// fact is what a rule looks at. Its code is that of the reason, the code with
// ".ask" that of the question, and the last word of the code the field.
type fact struct {
	code    gdpr.Code
	law     gdpr.Provision
	against bool // an exception: it counts by its absence
}

// clash is a pair of facts that can't both be as it says. Where one of them is
// so and the other unknown, the other is known to be the opposite.
type clash struct {
	one, other sign
	field      string // the field of one, which is named
	against    string // the field of the other
}

// sign is a fact and an answer to it.
type sign struct {
	fact int
	is   gdpr.Answer
}

func (f *fact) field() string {
	return string(f.code[strings.LastIndexByte(string(f.code), '.')+1:])
}

// decide applies the rule to the answers, one for each of its facts.
func (r *rule) decide(answers ...gdpr.Answer) Decision { return r.under(limitation{}, answers...) }

// under applies the rule to the answers and to a limit that stands against it.
func (r *rule) under(l limitation, answers ...gdpr.Answer) Decision {
	d := Decision{rule: r, limit: l}
	for i := range r.clashes {
		if !r.clashes[i].settle(answers) {
			d.clash = uint8(i + 1)
			return d
		}
	}
	for i, a := range answers {
		if r.facts[i].against {
			a = a.Not()
		}
		d.facts = d.facts.Put(i, a)
	}
	d.Outcome = r.holds.Decide(d.facts).And(d.barred().Not())
	if r.free != nil {
		d.Outcome = d.Outcome.Or(r.free.Decide(d.facts))
	}
	return d
}

// settle fills what one fact says of the other, and reports whether the two go
// together.
func (c *clash) settle(answers []gdpr.Answer) bool {
	one, other := answers[c.one.fact] == c.one.is, answers[c.other.fact] == c.other.is
	switch {
	case one && other:
		return false
	case one && !answers[c.other.fact].Known():
		answers[c.other.fact] = c.other.is.Not()
	case other && !answers[c.one.fact].Known():
		answers[c.one.fact] = c.one.is.Not()
	}
	return true
}

// carried returns the facts of the clauses that hold.
func (r *rule) carried(known kleene.Facts) (set kleene.Set) {
	for _, rule := range [...]kleene.Rule{r.holds, r.free} {
		for _, clause := range rule {
			if clause&^known.Yes == 0 {
				set |= clause
			}
		}
	}
	return set
}

package rights

import (
	"iter"
	"slices"

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
	r := d.rule
	c := &r.clashes[d.clash-1]
	return &gdpr.InputError{Field: r.field(c.one), Value: r.said(c.one), Fault: gdpr.FaultContradiction, Other: r.field(c.other) + " " + r.said(c.other)}
}

// Reasons yields why the decision is so, in the order of the law: for a yes the
// facts that carry it, for a no the exceptions that are established, or that the
// conditions aren't met. It yields nothing while the decision is open.
//
// Law: GDPR 5(2).
func (d Decision) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		switch d.Outcome {
		case gdpr.Yes:
			carried := d.rule.carried(d.facts)
			if tell(d.rule.grounds, carried, yield) && d.rule.yes.Code != "" {
				yield(d.rule.yes)
			}
		case gdpr.No:
			d.refused(yield)
		}
	}
}

// refused tells why the rule doesn't hold: the exceptions, and the limit, or else
// that its conditions aren't met.
func (d *Decision) refused(yield func(gdpr.Reason) bool) {
	r := d.rule
	if !tell(r.excepts, d.facts.No, yield) {
		return
	}
	switch {
	case r.limit != 0 && r.barred()&^d.facts.No == 0:
		if tell(r.limited, d.facts.No, yield) {
			yield(d.limit.reason())
		}
	case !among(r.excepts, d.facts.No):
		yield(r.no)
	}
}

// Missing yields the questions whose answer could still change the decision, and
// no other. It yields nothing once the decision is made.
//
// Law: GDPR 5(2).
func (d Decision) Missing() iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) {
		if d.rule != nil && d.Outcome == gdpr.Unknown && d.clash == 0 {
			d.limit.ask(d.rule.questions, d.rule.limit, d.rule.holds.Missing(d.facts), yield)
		}
	}
}

// rule is a rule of law on the facts of a struct, by the bits that are generated of
// it.
type rule struct {
	questions []gdpr.Question
	holds     kleene.Rule
	grounds   []ground    // what carries it, told where it holds by them
	excepts   []ground    // what stands against it, told where it doesn't hold
	limit     int         // the first bit of a law under GDPR 23 that can stand against it, see [unlimited]; 0: none can
	limited   []ground    // told beside such a law, which stands against it only where none of these facts holds
	yes       gdpr.Reason // told last where it holds
	no        gdpr.Reason // told where it doesn't hold and nothing stands against it
	against   kleene.Set  // the bits that are opposites, for clashes
	clashes   []clash
}

// ground is a reason that rests on a fact: of those that carry a rule that it holds,
// of those that stand against one that it doesn't.
type ground struct {
	fact int
	code gdpr.Code
	law  gdpr.Provision
}

// tell yields the reasons of the facts in the set, and reports whether more may
// follow.
func tell(grounds []ground, facts kleene.Set, yield func(gdpr.Reason) bool) bool {
	for i := range grounds {
		if g := &grounds[i]; facts.Has(g.fact) && !yield(gdpr.Reason{Code: g.code, Provision: g.law}) {
			return false
		}
	}
	return true
}

// among reports whether some ground rests on a fact in the set.
func among(grounds []ground, facts kleene.Set) bool {
	return slices.ContainsFunc(grounds, func(g ground) bool { return facts.Has(g.fact) })
}

// clash is a pair of facts that can't both be as it says. Where one of them is
// so and the other unknown, the other is known to be the opposite.
type clash struct{ one, other sign }

// sign is a fact and what its bit is.
type sign struct {
	fact int
	is   gdpr.Answer
}

func (r *rule) field(s sign) string { return r.questions[s.fact].Field }

// said returns the answer that the bit stands for.
func (r *rule) said(s sign) string {
	if r.against.Has(s.fact) {
		return s.is.Not().String()
	}
	return s.is.String()
}

// decide applies the rule to the facts.
func (r *rule) decide(facts kleene.Facts) Decision {
	for i := range r.clashes {
		settled, ok := r.clashes[i].settle(facts)
		if !ok {
			return Decision{rule: r, clash: uint8(i + 1)}
		}
		facts = settled
	}
	return Decision{rule: r, facts: facts, Outcome: r.holds.Decide(facts)}
}

// under applies the rule to the facts, the last of which are those of a limit that
// stands against it.
func (r *rule) under(l *Limit, facts kleene.Facts) Decision {
	d := r.decide(l.own(facts, r.limit))
	d.limit = limitation{l.Regime, l.Interest}
	return d
}

// settle fills what one fact says of the other, and reports whether the two go
// together.
func (c *clash) settle(facts kleene.Facts) (kleene.Facts, bool) {
	one, other := facts.Answer(c.one.fact), facts.Answer(c.other.fact)
	switch {
	case one == c.one.is && other == c.other.is:
		return facts, false
	case one == c.one.is && !other.Known():
		facts = facts.Put(c.other.fact, c.other.is.Not())
	case other == c.other.is && !one.Known():
		facts = facts.Put(c.one.fact, c.one.is.Not())
	}
	return facts, true
}

// carried returns the facts of the clauses that hold.
func (r *rule) carried(known kleene.Facts) (set kleene.Set) {
	for _, clause := range r.holds {
		if clause&^known.Yes == 0 {
			set |= clause
		}
	}
	return set
}

// barred returns the facts that are all lacking where a limit leaves nothing.
func (r *rule) barred() kleene.Set {
	set := bars(r.limit)
	for i := range r.limited {
		set |= 1 << r.limited[i].fact
	}
	return set
}

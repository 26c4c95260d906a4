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
// at leaves a decision open, it doesn't turn it into a no. It is for the Comune
// to prove what it decides, so keep the facts: a Decision writes as JSON only its
// outcome, and the facts make it again.
//
// Law: GDPR 5(2).
type Decision struct {
	Outcome gdpr.Answer `json:"outcome"`
	rule    *rule
	facts   kleene.Facts
}

// Reasons yields why the decision is so, in the order of the law: for a yes the
// facts that carry it, for a no the exceptions that are established, or that the
// conditions aren't met. It yields nothing while the decision is open.
//
// Law: GDPR 5(2).
func (d Decision) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		if d.rule == nil || d.Outcome == gdpr.Unknown {
			return
		}
		carried, excepted := d.rule.carried(d.facts), false
		for i, f := range d.rule.facts {
			told := !f.against && carried.Has(i)
			if d.Outcome == gdpr.No {
				told = f.against && d.facts.No.Has(i)
				excepted = excepted || told
			}
			if told && !yield(gdpr.Reason{Code: f.code, Provision: f.law}) {
				return
			}
		}
		switch {
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
		if d.rule == nil {
			return
		}
		open := d.rule.holds.Missing(d.facts)
		for i, f := range d.rule.facts {
			if open.Has(i) && !yield(gdpr.Question{Field: f.field(), Code: f.code + ".ask"}) {
				return
			}
		}
	}
}

// rule is a rule of law on a list of facts.
type rule struct {
	facts []fact
	holds kleene.Rule
	yes   gdpr.Reason // why it holds, if its facts are exceptions alone
	no    gdpr.Reason // why it doesn't hold, if no exception says so
}

// fact is what a rule looks at. Its code is that of the reason, the code with
// ".ask" that of the question, and the last word of the code the field.
type fact struct {
	code    gdpr.Code
	law     gdpr.Provision
	against bool // an exception: it counts by its absence
}

func (f *fact) field() string {
	return string(f.code[strings.LastIndexByte(string(f.code), '.')+1:])
}

// decide applies the rule to the answers, one for each of its facts.
func (r *rule) decide(answers ...gdpr.Answer) Decision {
	var known kleene.Facts
	for i, a := range answers {
		if r.facts[i].against {
			a = a.Not()
		}
		known = known.Put(i, a)
	}
	return Decision{r.holds.Decide(known), r, known}
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

package rights

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Limit holds the facts of a limit that Italian law sets to the rights of
// articles 15 to 22. It is a test of prejudice, not a class of data: that a file
// has to do with a whistleblower, an inspection or a lawsuit isn't enough, there
// must be an actual and concrete prejudice to the interest if this right of this
// person is exercised now.
//
// The law lets the controller delay, limit or exclude the exercise, for the time
// and within the bounds in which that is necessary and proportionate. So the
// mildest of the three that will do is the lawful one: [Limit.Decide] tells
// which. The person is told why, without delay, save where the notice itself
// would defeat the purpose; and is told that the rights can be exercised through
// the Garante.
//
// Where Italian law doesn't bind the body, the facts are those of whichever law
// restricts the rights under article 23 of the GDPR. For data that D.Lgs. 51/2018
// rules, Prejudice is whether a law or a regulation limits the right for one of the
// interests of its article 14: crime, public security, national security, the
// rights of others; the interests of the Codice aren't asked.
//
// Law: D.Lgs. 51/2018 14(2); Codice 2-undecies(1); Codice 2-undecies(2); Codice 2-undecies(3); Codice 160; GDPR 23(1).
//
//facts:bits rights.limit limit
//facts:only prejudice proportionate part passing
//facts:not prejudice proportionate
type Limit struct {
	Regime        gdpr.Regime `json:"regime,omitzero"`
	Interest      Interest    `json:"interest,omitzero"` // which interest is at stake
	Prejudice     gdpr.Answer `json:"prejudice"`         // would the exercise of the right prejudice, actually and concretely, an interest that Codice 2-undecies(1) names?
	Proportionate gdpr.Answer `json:"proportionate"`     // is it necessary and proportionate, in a democratic society, to limit the right for that?
	Part          gdpr.Answer `json:"part"`              // can a part of what is asked be given without that prejudice?
	Passing       gdpr.Answer `json:"passing"`           // will the prejudice cease, as when an inspection ends?
	Defeats       gdpr.Answer `json:"defeats"`           // would telling the person that, and why, the right is limited defeat the purpose of the limit?
}

// Extent is how far a right can be exercised while a limit stands. The zero
// value is not determined.
//
// Law: Codice 2-undecies(3); GDPR 23(1).
type Extent uint8

// The extents, from the widest.
//
//words:label rights.extent
const (
	Full     Extent = iota + 1 // full: nothing stands in the way
	Partial                    // partial: a part is given, the rest is limited
	Deferred                   // deferred: nothing now, all of it once the prejudice has ceased
	Excluded                   // excluded: nothing
)

// Interest is an interest that Codice 2-undecies(1) protects. The zero value is
// not given.
//
// Law: Codice 2-undecies(1).
type Interest uint8

// The interests, in the order of the letters of the comma.
//
//words:label rights.interest
const (
	MoneyLaundering Interest = iota + 1 // money_laundering: letter a: the rules on money laundering
	Extortion                           // extortion: letter b: support of the victims of extortion
	Parliament                          // parliament: letter c: inquiry committees of Parliament, whose own rules apply
	Markets                             // markets: letter d: public bodies by express law, for monetary policy, payments, control of markets
	Defence                             // defence: letter e: defensive investigations, or the exercise of a right in court
	Whistleblower                       // whistleblower: letter f: the identity of whoever reports breaches (segnalante)
	Tax                                 // tax: letter f-bis: tax interests and the fight against evasion
)

// Provision returns the letter of the comma that protects the interest. Letter
// f-bis is cited with its comma alone.
//
// Law: Codice 2-undecies(1).
func (i Interest) Provision() gdpr.Provision {
	switch i {
	case MoneyLaundering:
		return "Codice 2-undecies(1)(a)"
	case Extortion:
		return "Codice 2-undecies(1)(b)"
	case Parliament:
		return "Codice 2-undecies(1)(c)"
	case Markets:
		return "Codice 2-undecies(1)(d)"
	case Defence:
		return "Codice 2-undecies(1)(e)"
	case Whistleblower:
		return "Codice 2-undecies(1)(f)"
	}
	return "Codice 2-undecies(1)"
}

// Limited is what a [Limit] comes to. The zero value is not determined.
//
// Law: Codice 2-undecies(3); GDPR 23(1).
type Limited struct {
	Extent Extent `json:"extent"`
	facts  Limit
}

// Decide tells how far the right can be exercised: in full if there is no
// prejudice or limiting the right isn't necessary and proportionate; else as
// much of it as does no harm; else later, if the prejudice will cease; else not
// at all. For the inquiries of Parliament (letter c) its own rules apply, and
// neither delay nor part is this controller's to choose.
//
// Law: Codice 2-undecies(1); Codice 2-undecies(2); Codice 2-undecies(3); GDPR 23(1).
func (l Limit) Decide() Limited {
	d := Limited{facts: l}
	facts := l.known()
	for _, e := range extents {
		switch e.atLeast.Decide(facts) {
		case gdpr.Yes:
			d.Extent = e.extent
			return d
		case gdpr.Unknown:
			return d
		}
	}
	return d
}

// extents are the rules by which a right can be exercised at least so far, from the
// widest.
var extents = [...]struct {
	extent  Extent
	atLeast kleene.Rule
}{
	{Full, harmless},
	{Partial, unlimited(0)},
	{Deferred, kleene.Or(unlimited(0), kleene.Rule{kleene.Of(limitPassing)})},
	{Excluded, kleene.Rule{0}},
}

// harmless is the rule that there is no prejudice for which a right may be limited.
var harmless = kleene.AtLeast(1, kleene.Of(limitNotPrejudice, limitNotProportionate))

// unlimited is the rule that a limit leaves something of a right, where the facts of
// the limit begin at the bit first.
func unlimited(first int) kleene.Rule { return kleene.AtLeast(1, bars(first)) }

// bars returns the facts without any of which a limit leaves nothing of a right.
func bars(first int) kleene.Set {
	return kleene.Of(limitNotPrejudice, limitNotProportionate, limitPart) << first
}

// known returns the facts of the limit as they count.
func (l *Limit) known() kleene.Facts { return l.own(l.said(), 0) }

// own returns the facts, those of the limit from the bit first on, by the rules of
// its interest: the comma that asks for necessity and proportion, and that leaves the
// controller to choose part or delay, doesn't name letter c, which goes by the rules
// of Parliament.
func (l *Limit) own(facts kleene.Facts, first int) kleene.Facts {
	if l.Interest != Parliament {
		return facts
	}
	return facts.With(kleene.Of(limitNotProportionate, limitPart, limitPassing)<<first, gdpr.No)
}

// harm tells whether there is a prejudice for which the right may be limited.
func (l *Limit) harm() gdpr.Answer { return harmless.Decide(l.known()).Not() }

// bars tells whether the limit leaves nothing of the right for now.
func (l *Limit) bars() gdpr.Answer { return unlimitedAlone.Decide(l.known()).Not() }

var unlimitedAlone = unlimited(0)

// Missing yields the questions whose answer could still change the extent.
//
// Law: GDPR 5(2).
func (d Limited) Missing() iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) {
		if d.Extent != 0 {
			return
		}
		facts, open := d.facts.known(), kleene.Set(0)
		for i := range extents {
			open |= extents[i].atLeast.Missing(facts)
		}
		d.facts.law().ask(limitQuestions[:], 0, open, yield)
	}
}

// Reasons yields why the right goes so far and no farther.
//
// Law: GDPR 5(2).
func (d Limited) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		by := d.facts.law()
		switch {
		case d.Extent == 0:
		case d.Extent == Full && d.facts.Prejudice == gdpr.No:
			yield(gdpr.Reason{Code: "rights.limit.none", Provision: by.reason().Provision})
		case d.Extent == Full:
			yield(gdpr.Reason{Code: "rights.limit.disproportionate", Provision: by.how()})
		default:
			if yield(by.reason()) {
				yield(gdpr.Reason{Code: gdpr.Code("rights.limit." + d.Extent.String()), Provision: by.how()})
			}
		}
	}
}

// Garante tells whether the person must be told that the rights can be exercised
// through the Garante, which checks and tells only that it did: wherever the
// right is limited, save for the inquiries of Parliament.
//
// Law: Codice 2-undecies(3); Codice 160.
func (d Limited) Garante() gdpr.Answer {
	if !d.facts.Regime.Has(gdpr.ItalianLaw) || d.facts.Interest == Parliament {
		return gdpr.No
	}
	return d.facts.harm()
}

// Notice tells whether the person must be told, with reasons and without delay,
// that the right is limited. A notice that would defeat the purpose of the limit
// is withheld, and the reasons are kept for the Garante.
//
// Law: Codice 2-undecies(3); GDPR 12(4); GDPR 23(2).
func (d Limited) Notice() gdpr.Answer {
	return d.facts.harm().And(d.facts.Defeats.Not())
}

func (l *Limit) italian() bool { return l.Regime.Has(gdpr.ItalianLaw) }

func (l *Limit) law() limitation { return limitation{l.Regime, l.Interest} }

// limitation is the law of a limit: where Italian law doesn't bind, the article of
// the GDPR on restrictions by law.
type limitation struct {
	regime   gdpr.Regime
	interest Interest
}

func (l limitation) italian() bool { return l.regime.Has(gdpr.ItalianLaw) }

// reason tells of the prejudice.
func (l limitation) reason() gdpr.Reason {
	if !l.italian() {
		return gdpr.Reason{Code: "rights.limit.restricted", Provision: "GDPR 23(1)"}
	}
	return gdpr.Reason{Code: "rights.limit.prejudice", Provision: l.interest.Provision()}
}

// how returns the provision by which the right is limited.
func (l limitation) how() gdpr.Provision {
	switch {
	case !l.italian():
		return "GDPR 23(1)"
	case l.interest == Parliament:
		return "Codice 2-undecies(2)"
	}
	return "Codice 2-undecies(3)"
}

// ask yields the questions of the facts in open. That on the prejudice, at the bit
// first, names the Codice only where it binds.
func (l limitation) ask(questions []gdpr.Question, first int, open kleene.Set, yield func(gdpr.Question) bool) {
	if l.italian() {
		kleene.Ask(questions, open, yield)
		return
	}
	kleene.Ask(questions, open, func(q gdpr.Question) bool {
		if q.Field == questions[first].Field {
			q.Code = "rights.restricted.prejudice.ask"
		}
		return yield(q)
	})
}

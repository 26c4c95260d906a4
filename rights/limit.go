package rights

import (
	"iter"

	"github.com/b58db29f/gdpr"
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
	harm := l.harm()
	switch {
	case harm == gdpr.No:
		d.Extent = Full
	case harm == gdpr.Unknown:
	case l.Interest == Parliament:
		d.Extent = Excluded
	case l.Part == gdpr.Yes:
		d.Extent = Partial
	case l.Part == gdpr.No && l.Passing == gdpr.Yes:
		d.Extent = Deferred
	case l.Part == gdpr.No && l.Passing == gdpr.No:
		d.Extent = Excluded
	}
	return d
}

// harm tells whether there is a prejudice for which the right may be limited. The
// comma that asks for necessity and proportion doesn't name letter c, which goes by
// the rules of Parliament.
func (l *Limit) harm() gdpr.Answer {
	if l.Interest == Parliament {
		return l.Prejudice
	}
	return l.Prejudice.And(l.Proportionate)
}

// Missing yields the questions whose answer could still change the extent.
//
// Law: GDPR 5(2).
func (d Limited) Missing() iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) {
		l := &d.facts
		if d.Extent != 0 {
			return
		}
		chosen := l.Interest != Parliament
		for _, q := range [...]struct {
			open  bool
			field string
		}{
			{!l.Prejudice.Known(), "prejudice"},
			{chosen && !l.Proportionate.Known(), "proportionate"},
			{chosen && !l.Part.Known(), "part"},
			{chosen && l.Part != gdpr.Yes && !l.Passing.Known(), "passing"},
		} {
			if q.open && !yield(gdpr.Question{Field: q.field, Code: l.code(q.field) + ".ask"}) {
				return
			}
		}
	}
}

// Reasons yields why the right goes so far and no farther.
//
// Law: GDPR 5(2).
func (d Limited) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		l := &d.facts
		how := l.law("Codice 2-undecies(3)")
		if l.Interest == Parliament {
			how = l.law("Codice 2-undecies(2)")
		}
		switch {
		case d.Extent == 0:
			return
		case d.Extent == Full && l.Prejudice == gdpr.No:
			yield(gdpr.Reason{Code: "rights.limit.none", Provision: l.law(l.Interest.Provision())})
		case d.Extent == Full:
			yield(gdpr.Reason{Code: "rights.limit.disproportionate", Provision: how})
		default:
			if yield(gdpr.Reason{Code: l.code("prejudice"), Provision: l.law(l.Interest.Provision())}) {
				yield(gdpr.Reason{Code: gdpr.Code("rights.limit." + d.Extent.String()), Provision: how})
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

// law returns p where Italian law binds, and else the article of the GDPR on
// restrictions by law.
func (l *Limit) law(p gdpr.Provision) gdpr.Provision {
	if l.italian() {
		return p
	}
	return "GDPR 23(1)"
}

// code returns the code of a fact: that of prejudice names the Codice only
// where it binds.
func (l *Limit) code(field string) gdpr.Code {
	if field == "prejudice" && !l.italian() {
		return "rights.limit.restricted"
	}
	return gdpr.Code("rights.limit." + field)
}

// limitation is a limit as far as it bears on a yes or no: whether something is
// given at all.
type limitation struct{ facts Limit }

// bars tells whether the limit leaves nothing of the right for now.
func (l limitation) bars() gdpr.Answer {
	part := l.facts.Part
	if l.facts.Interest == Parliament {
		part = gdpr.No
	}
	return l.facts.harm().And(part.Not())
}

func (l limitation) reason() gdpr.Reason {
	return gdpr.Reason{Code: l.facts.code("prejudice"), Provision: l.facts.law(l.facts.Interest.Provision())}
}

// missing yields the open questions of the limit, below the field that holds it.
func (l limitation) missing() iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) {
		if l.bars().Known() {
			return
		}
		chosen := l.facts.Interest != Parliament
		for _, q := range [...]struct {
			open  bool
			field string
		}{
			{!l.facts.Prejudice.Known(), "prejudice"},
			{chosen && !l.facts.Proportionate.Known(), "proportionate"},
			{chosen && !l.facts.Part.Known(), "part"},
		} {
			if q.open && !yield(gdpr.Question{Field: "limit." + q.field, Code: l.facts.code(q.field) + ".ask"}) {
				return
			}
		}
	}
}

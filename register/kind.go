package register

import (
	"iter"
)

// Kind is what the law makes of a datum. The zero value is not given.
//
// Law: Regolamento 10(1); GDPR 9(1); GDPR 10.
type Kind uint8

// The kinds of data.
//
//words:label register.kind
const (
	Ordinary  Kind = iota + 1 // ordinary: neither special nor judicial
	Origin                    // origin: racial or ethnic origin
	Politics                  // politics: political opinions and memberships
	Belief                    // belief: religious, philosophical or other beliefs and memberships
	Union                     // union: trade union membership
	Genetic                   // genetic: inherited characteristics, from a sample
	Biometric                 // biometric: features processed to identify one person uniquely; a photograph alone is none
	Health                    // health: physical or mental health, care received
	Sexual                    // sexual: sex life and orientation
	Criminal                  // judicial: convictions, offences, security measures: the judicial data (dati giudiziari)
)

// Special reports whether data of this kind are special (dati particolari).
// Judicial data are not: they have a rule of their own, although the municipal
// regulation speaks of both together.
//
// Law: Regolamento 10(1); GDPR 9(1); GDPR 10.
func (k Kind) Special() bool { return special.Has(k) }

// Guarded reports whether the data are genetic, biometric or about health:
// those that also need the Garante's safeguards and are never disseminated.
//
// Law: Regolamento 10(3); Codice 2-septies(1); Codice 2-septies(8).
func (k Kind) Guarded() bool { return guarded.Has(k) }

// Kinds is a set of kinds; the zero value is the empty one.
type Kinds uint16

const (
	special Kinds = 1<<Origin | 1<<Politics | 1<<Belief | 1<<Union | 1<<Genetic | 1<<Biometric | 1<<Health | 1<<Sexual
	guarded Kinds = 1<<Genetic | 1<<Biometric | 1<<Health
)

// KindSet returns the set of the kinds. What isn't a kind is left out.
//
// Law: Regolamento 10(1); GDPR 9(1); GDPR 10.
func KindSet(kinds ...Kind) Kinds {
	var set Kinds
	for _, k := range kinds {
		if k.Valid() {
			set |= 1 << k
		}
	}
	return set
}

// Has reports whether the kind is in the set.
func (ks Kinds) Has(k Kind) bool { return k < kindCount && ks>>k&1 == 1 }

// Special reports whether some kind in the set is special.
//
// Law: Regolamento 10(1); GDPR 9(1).
func (ks Kinds) Special() bool { return ks&special != 0 }

// Guarded reports whether some kind in the set is genetic, biometric or about
// health.
//
// Law: Codice 2-septies(1).
func (ks Kinds) Guarded() bool { return ks&guarded != 0 }

// All yields the kinds in the set, in their order.
func (ks Kinds) All() iter.Seq[Kind] {
	return func(yield func(Kind) bool) {
		for k := range Kind(0).Values() {
			if ks.Has(k) && !yield(k) {
				return
			}
		}
	}
}

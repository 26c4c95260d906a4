package gdpr

import (
	"iter"
	"sync"
)

// Kind tells what a comma of the regulation does, and so what a library can
// encode of it. The zero value is not given.
type Kind uint8

// The kinds of comma.
//
//words:plain
const (
	Declaration Kind = iota + 1 // declaration: says what the text is or intends; there is no rule in it
	Definition                  // definition: gives a word or a list of values its meaning
	Check                       // check: says what a document or an organisation must have
	Duty                        // duty: says who must do what
	Decision                    // decision: says what follows from the facts of a case
	Calculation                 // calculation: says how long or until when
)

// Comma is a numbered paragraph of the municipal regulation, or a section of
// the web notice: the unit in which this library accounts for what it encodes.
// It is a plain value; it round-trips through JSON.
type Comma struct {
	Provision Provision `json:"provision"` // "Regolamento 17(3)", "Web notice 6"
	Kind      Kind      `json:"kind"`
	Package   string    `json:"package"` // the package of this library that encodes it: "rights"
	Title     Text      `json:"title"`   // a few words, without a full stop
	Summary   Text      `json:"summary"` // what it says, in the words of this library
}

// Regulation yields the commas of the municipal data protection regulation that
// this library encodes, in the order of the document, and after them the twelve
// sections of the web notice of a public body.
//
// The regulation is the one that the Comune of Ramacca adopted to apply the
// GDPR. Its text is a national template: it fills in for one Comune a model made
// for all, as its notes to whoever adopts it show, so that what is said
// here of "the Comune" holds for any Comune that adopted the same model. The web
// notice is a Provincia's, given under GDPR 13, and has the parts that such
// notices commonly have.
//
// A summary says what the source says, and names an error of the source only
// where it would mislead; the package documentation lists the source's flaws
// and how the library reads each. It says nothing of the GDPR where that asks
// for more: the rules do, and they cite both. The text itself isn't reproduced.
//
// Law: Regolamento; Web notice.
func Regulation() iter.Seq[Comma] {
	return func(yield func(Comma) bool) {
		for i := range regulation {
			if !yield(regulation[i]) {
				return
			}
		}
	}
}

// LookupComma returns the comma that p cites, or the section of the web notice,
// and whether there is one: there is none for a whole article, for a letter of a
// comma, or for another act.
//
// Law: Regolamento; Web notice.
func LookupComma(p Provision) (Comma, bool) {
	i, ok := commas()[p]
	if !ok {
		return Comma{}, false
	}
	return regulation[i], true
}

// commas finds the place of a provision in the table; it is made at the first
// lookup, so that a program that makes none doesn't pay for it.
var commas = sync.OnceValue(func() map[Provision]int {
	m := make(map[Provision]int, len(regulation))
	for i := range regulation {
		m[regulation[i].Provision] = i
	}
	return m
})

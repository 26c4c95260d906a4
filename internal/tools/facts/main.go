// Command facts writes what a package needs of its structs of facts, one
// facts_gen.go a package. It runs in the root of the module.
//
// A struct of facts is an exported struct with fields of the type gdpr.Answer
// that a decision is made of: a method of it, or a function that takes it,
// returns a type with a method Missing. It gets a method Set, by which a host
// sets the fact that a question names; facts of structs within it are set by
// their path, "norm.exists".
//
// A directive in the comment of the struct asks for the tables of the decision
// too:
//
//	//facts:bits dpia.screening
//	type Facts struct { … }
//
//	//facts:more Facts dpia.screening
//	type LawAssessment struct { … }
//
// They are a constant a fact, its bit in a kleene.Set, named as the field is in
// JSON; the method said, which returns the facts as bits; and the table of
// questions by bit, whose code is "dpia.screening.FIELD.ask". Those of the struct
// after "more" follow the ones of the struct that it names. The order of the
// fields is the order in which facts are asked for. Further directives:
//
//	//facts:bits register.datum datum         the constants begin with datum
//	//facts:not excluded encrypted            the bits are the opposite: notExcluded
//	//facts:both unlawful                     a bit for each answer: notUnlawful, unlawful
//	//facts:from kind ordinary open           bits that hang on a field that is no answer
//	//facts:only consent law                  the others have no bit: no decision hangs on them
//
// A struct with bits of its own that is a field of another one keeps its questions
// there: its facts are a block of bits, which begins at the constant that is named
// as the field.
//
// Where the package speaks of it, the set of the bits that are opposites is written
// too: datumAgainst.
package main

import (
	"log"
	"os"
)

func main() {
	files, err := generate(".")
	if err != nil {
		log.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

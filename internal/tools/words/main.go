// Command words writes the methods of the library's enumerations, one
// words_gen.go a package. It runs in the root of the module.
//
// An enumeration is a block of constants of one type under a directive, and the
// word of each constant begins its comment:
//
//	// The levels, from the least.
//	//
//	//words:label breach.level
//	//words:also extreme very_high
//	const (
//		Undetermined Level = iota // undetermined: a fact is missing that could change it
//		HighRisk                  // high_risk: the persons are told too
//	)
//
// Words are lower case with underscores. The directive is //words:label with the
// catalogue's key of the names for people (whose last part is the word), or
// //words:plain where nobody reads them; //words:set for constants that are bits
// of a set, with the key of its members. //words:also has an older word that is
// still read, and the word that took its place; spaces and hyphens in place of
// underscores are read without it.
//
// The methods are String, Label, MarshalText, UnmarshalText, Scan, Value, Valid
// and Values, for a set MarshalJSON and UnmarshalJSON with All; a constant
// levelCount is the length of an array by value.
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

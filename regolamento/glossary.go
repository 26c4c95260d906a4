package regolamento

import (
	_ "embed"
	"iter"
	"slices"
	"sync"

	"github.com/b58db29f/gdpr"
)

// Gloss is a term of art of the regulation, its name in both languages, and what
// it means, in our own words.
//
// Law: Regolamento 3(1); GDPR 4.
type Gloss struct {
	Name      gdpr.Text      `json:"name"`
	Meaning   gdpr.Text      `json:"meaning"`
	Provision gdpr.Provision `json:"provision"`
}

// Glossary yields the terms that the template regulation defines, then those that
// it and this library use besides.
//
// Law: Regolamento 3(1); GDPR 4.
func Glossary() iter.Seq[Gloss] { return slices.Values(glossary()) }

//go:embed glossary.tsv
var glossaryTSV string

var glossary = sync.OnceValue(func() []Gloss {
	var all []Gloss
	for _, r := range rowsOf(glossaryTSV) {
		all = append(all, Gloss{Provision: gdpr.Provision(r[0]), Name: gdpr.Text{IT: r[1], EN: r[2]}, Meaning: gdpr.Text{IT: r[3], EN: r[4]}})
	}
	return all
})

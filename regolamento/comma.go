package regolamento

import (
	_ "embed"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/b58db29f/gdpr"
)

// Comma is a numbered paragraph of the template regulation, or a section of the
// web notice: the unit in which this library accounts for what it encodes. It is
// a plain value; it round-trips through JSON.
//
// Law: Regolamento; Web notice.
type Comma struct {
	Provision gdpr.Provision `json:"provision"` // "Regolamento 17(3)", "Web notice 6"
	Kind      Kind           `json:"kind"`
	Package   string         `json:"package"`       // the package of this library that encodes it: "rights"
	State     State          `json:"state"`         // how far
	Title     gdpr.Text      `json:"title"`         // a few words, without a full stop
	Summary   gdpr.Text      `json:"summary"`       // what it says, in the words of this library
	Left      gdpr.Text      `json:"left,omitzero"` // of one encoded in part or cited alone: what isn't computed, and why
}

// Commas yields the 164 commas of the template regulation in the order of the
// document, and after them the twelve sections of the web notice of a public
// body.
//
// Law: Regolamento; Web notice.
func Commas() iter.Seq[Comma] { return slices.Values(table().commas) }

// Lookup returns the comma that p cites, or the section of the web notice, and
// whether there is one: there is none for a whole article, for a letter of a
// comma, or for another act.
//
// Law: Regolamento; Web notice.
func Lookup(p gdpr.Provision) (Comma, bool) {
	t := table()
	i, ok := t.places[p]
	if !ok {
		return Comma{}, false
	}
	return t.commas[i], true
}

//go:embed commas.tsv
var commasTSV string

//go:embed left.tsv
var leftTSV string

type commas struct {
	commas []Comma
	places map[gdpr.Provision]int
}

// table reads the embedded table at its first use, so that a program that shows
// no comma doesn't pay for it.
var table = sync.OnceValue(func() commas {
	var t commas
	left := map[gdpr.Provision]gdpr.Text{}
	for _, r := range rowsOf(leftTSV) {
		left[gdpr.Provision(r[0])] = gdpr.Text{IT: r[1], EN: r[2]}
	}
	rows := rowsOf(commasTSV)
	t.commas, t.places = make([]Comma, 0, len(rows)), make(map[gdpr.Provision]int, len(rows))
	for _, r := range rows {
		c := Comma{Provision: gdpr.Provision(r[0]), Package: r[2], Title: gdpr.Text{IT: r[4], EN: r[5]}, Summary: gdpr.Text{IT: r[6], EN: r[7]}}
		// The words are those of the table; a test reads each.
		_ = c.Kind.UnmarshalText([]byte(r[1]))
		_ = c.State.UnmarshalText([]byte(r[3]))
		c.Left = left[c.Provision]
		t.places[c.Provision] = len(t.commas)
		t.commas = append(t.commas, c)
	}
	return t
})

// rowsOf returns the rows of an embedded table, without the line of names.
func rowsOf(tsv string) [][]string {
	lines := strings.Split(strings.TrimRight(tsv, "\n"), "\n")
	rows := make([][]string, 0, len(lines))
	for _, line := range lines[1:] {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows
}

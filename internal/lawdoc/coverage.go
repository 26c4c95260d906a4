package lawdoc

import (
	"fmt"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
)

// Covered is one row of coverage.tsv: a paragraph of the GDPR or a comma of
// Italian law, how far the library has it, and what is to be said of that.
type Covered struct {
	Provision gdpr.Provision
	State     string // one of states
	Why       string // what is missing, or why it doesn't concern a body of this kind
}

// states are the words of a row's state: a rule computes it, a part of it only,
// nothing yet, or it doesn't bind a body that this library serves.
var states = []string{"encoded", "in part", "not yet", "not relevant"}

// Coverage reads coverage.tsv: a heading, and three columns a line. Two rows of
// one provision, a state that isn't one, a row that gives no reason for not being
// encoded are errors.
func Coverage(tsv string) ([]Covered, error) {
	lines := strings.Split(strings.TrimRight(tsv, "\n"), "\n")
	var rows []Covered
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != 3 {
			return nil, fmt.Errorf("coverage.tsv:%d: %d columns, not 3", i+2, len(cells))
		}
		p, err := gdpr.ParseProvision(cells[0])
		switch {
		case err != nil:
			return nil, fmt.Errorf("coverage.tsv:%d: %w", i+2, err)
		case !slices.Contains(states, cells[1]):
			return nil, fmt.Errorf("coverage.tsv:%d: %q is none of %q", i+2, cells[1], states)
		case cells[1] != states[0] && cells[2] == "":
			return nil, fmt.Errorf("coverage.tsv:%d: %s is %s, and nothing says why", i+2, p, cells[1])
		case slices.ContainsFunc(rows, func(c Covered) bool { return c.Provision == p }):
			return nil, fmt.Errorf("coverage.tsv:%d: %s stands twice", i+2, p)
		}
		rows = append(rows, Covered{p, cells[1], cells[2]})
	}
	return rows, nil
}

// Covering returns the paths of the symbols that cite the provision, a place in
// it or the article that it is in, in the order of the symbols.
func Covering(symbols []Symbol, p gdpr.Provision) []string {
	article, _, _ := strings.Cut(string(p), "(")
	covers := func(c string) bool {
		return c == string(p) || c == article || strings.HasPrefix(c, string(p)+"(")
	}
	var paths []string
	for _, s := range symbols {
		if slices.ContainsFunc(s.Law, covers) && !slices.Contains(paths, s.Path()) {
			paths = append(paths, s.Path())
		}
	}
	return paths
}

// CoveragePage returns COVERAGE.md: the rows with the symbols that cite each.
func CoveragePage(rows []Covered, symbols []Symbol) string {
	var b strings.Builder
	b.WriteString("# How far the library has the GDPR and Italian law\n\n")
	b.WriteString("Written by `go generate` from coverage.tsv and the `Law:` paragraphs of the doc comments; a test asserts that it is current, and that\n")
	b.WriteString("what is called encoded, wholly or in part, is cited by an exported symbol. The municipal regulation has a table of its own, PROVISIONS.md.\n\n")
	for _, state := range states {
		n := 0
		for _, r := range rows {
			if r.State == state {
				n++
			}
		}
		fmt.Fprintf(&b, "- %s: %d\n", state, n)
	}
	b.WriteString("\n| provision | state | what is missing, or why | symbols |\n|---|---|---|---|\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", r.Provision, r.State, r.Why, cell(Covering(symbols, r.Provision)))
	}
	return b.String()
}

// cell returns the first symbols, and how many there are beside them.
func cell(paths []string) string {
	const most = 6
	if len(paths) == 0 {
		return ""
	}
	more := ""
	if len(paths) > most {
		more = fmt.Sprintf(" and %d more", len(paths)-most)
		paths = paths[:most]
	}
	return "`" + strings.Join(paths, "`, `") + "`" + more
}

package gdpr_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/internal/lawdoc"
)

// paragraphs is how many numbered paragraphs each article of the GDPR has that
// concerns a controller, a processor or a remedy; 0 is an article without numbers.
var paragraphs = map[int]int{
	5: 2, 6: 4, 7: 4, 8: 3, 9: 4, 10: 0, 11: 2, 12: 8, 13: 4, 14: 5, 15: 4, 16: 0, 17: 3, 18: 3, 19: 0, 20: 4, 21: 6, 22: 4, 23: 2,
	24: 3, 25: 3, 26: 3, 27: 5, 28: 10, 29: 0, 30: 5, 31: 0, 32: 4, 33: 5, 34: 4, 35: 11, 36: 5, 37: 7, 38: 6, 39: 2, 40: 11, 41: 6, 42: 8, 43: 9,
	44: 0, 45: 9, 46: 5, 47: 3, 48: 0, 49: 6, 77: 2, 78: 4, 79: 2, 80: 2, 81: 3, 82: 6, 83: 9, 84: 2,
}

// TestCoverage: each paragraph of those articles has a row, what is called
// encoded is cited by a symbol, what isn't relevant by none that computes it, and
// COVERAGE.md is current.
func TestCoverage(t *testing.T) {
	tsv, err := os.ReadFile("coverage.tsv")
	require.NoError(t, err)
	rows, err := lawdoc.Coverage(string(tsv))
	require.NoError(t, err)
	symbols := lawdoc.Symbols(library(t))
	state := map[string]string{}
	for _, r := range rows {
		state[string(r.Provision)] = r.State
		if r.State == "encoded" || r.State == "in part" {
			assert.NotEmpty(t, lawdoc.Covering(symbols, r.Provision), "%s is called %s, and no symbol cites it", r.Provision, r.State)
		}
	}
	for article, n := range paragraphs {
		if n == 0 {
			require.NotEmpty(t, state["GDPR "+strconv.Itoa(article)], article)
		}
		for i := range n {
			p := "GDPR " + strconv.Itoa(article) + "(" + strconv.Itoa(i+1) + ")"
			require.NotEmpty(t, state[p], p)
		}
	}
	page, err := os.ReadFile("COVERAGE.md")
	require.NoError(t, err)
	require.Equal(t, lawdoc.CoveragePage(rows, symbols), string(page), "run go generate")
}

// TestCoverageErrors: a table that says nothing isn't one.
func TestCoverageErrors(t *testing.T) {
	for _, bad := range []string{
		"GDPR 5(1)\tencoded",
		"GDPR five\tencoded\t",
		"GDPR 5(1)\tperhaps\twhy",
		"GDPR 5(1)\tnot yet\t",
		"GDPR 5(1)\tencoded\t\nGDPR 5(1)\tencoded\t",
	} {
		_, err := lawdoc.Coverage("provision\tstate\twhy\n" + bad)
		require.Error(t, err, bad)
	}
}

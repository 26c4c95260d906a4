package gdpr_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/internal/lawdoc"
)

// TestEveryCodeHasACase: each code that a check can find stands in a test of its
// own package, by its constant or its word; one that no test provokes is a rule
// that nobody has tried.
func TestEveryCodeHasACase(t *testing.T) {
	tests := map[string]string{}
	var untried []string
	for _, c := range lawdoc.Codes(library(t)) {
		if c.Weight == 0 {
			continue // a reason, or a code that a table makes
		}
		if _, read := tests[c.Dir]; !read {
			files, err := filepath.Glob(filepath.Join(c.Dir, "*_test.go"))
			require.NoError(t, err)
			for _, file := range files {
				source, err := os.ReadFile(file)
				require.NoError(t, err)
				tests[c.Dir] += string(source)
			}
		}
		_, word, _ := strings.Cut(string(c.Code), ".")
		if !strings.Contains(tests[c.Dir], c.Name) && !strings.Contains(tests[c.Dir], strconv.Quote(string(c.Code))) && !strings.Contains(tests[c.Dir], word) {
			untried = append(untried, c.Dir+"."+c.Name)
		}
	}
	require.Empty(t, untried)
}

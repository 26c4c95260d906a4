package gdpr_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// TestSources: every act that the library cites says what was read of it, where,
// and when to look again; go run ./internal/tools/sources lists what is due.
func TestSources(t *testing.T) {
	table := func(file string, columns int) map[string][]string {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		rows := map[string][]string{}
		for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
			row := strings.Split(line, "\t")
			require.Len(t, row, columns, "%s:%d", file, i+1)
			require.Nil(t, rows[row[0]], "%s: %s stands twice", file, row[0])
			rows[row[0]] = row
		}
		return rows
	}
	acts, sources := table("acts.tsv", 5), table("law/sources.tsv", 6)
	delete(acts, "name")
	delete(sources, "act")
	for act := range acts {
		require.NotNil(t, sources[act], "law/sources.tsv: no row for %s", act)
	}
	for act, row := range sources {
		require.NotNil(t, acts[act], "law/sources.tsv: %s isn't cited", act)
		require.Contains(t, []string{"primary", "secondary", "first edition"}, row[2], act)
		require.NotEmpty(t, row[3], act)
		_, err := gdpr.ParseDate(row[4])
		require.NoError(t, err, act)
	}
}

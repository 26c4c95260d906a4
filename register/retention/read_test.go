package retention_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/register/retention"
)

var shared = flag.String("shared", "", "folder with the tables of what was read")

// Every row of the plan whose source was read is in it, and none that wasn't: what
// was only recalled, or found in a forum, stays out. Rows of statutory.tsv that set
// no time for keeping (a term of limitation, "no term in law") are no rows of a plan.
func TestWhatWasRead(t *testing.T) {
	if *shared == "" {
		t.Skip("without -shared there are no tables to compare with")
	}
	plan := map[string]bool{}
	for s := range retention.KnownPlan().Rows() {
		plan[s.ID] = true
	}
	for _, table := range []struct {
		name      string
		certainty int
		read      []string
	}{
		{"retention.tsv", 12, []string{"plan_read", "massimario_read"}},
		{"statutory.tsv", 9, []string{"law_read", "law_verified_in_audit", "guidance_verified_in_audit"}},
	} {
		data, err := os.ReadFile(filepath.Join(*shared, "law", "plan", table.name))
		require.NoError(t, err)
		_, body, _ := strings.Cut(string(data), "\n")
		for line := range strings.Lines(body) {
			f := strings.Split(strings.TrimRight(line, "\n"), "\t")
			require.Equal(t, slices.Contains(table.read, f[table.certainty]), plan[f[0]], "%s: %s", f[0], f[table.certainty])
			delete(plan, f[0])
		}
	}
	require.Empty(t, plan)
}

package audit_test

import (
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/audit"
)

// TestLateByMatter: an office that checked nothing is told each of the nine
// matters, and one that checked all of them in time none.
func TestLateByMatter(t *testing.T) {
	start := date.New(2025, time.January, 7)
	on := date.New(2025, time.August, 1)
	p := audit.Programme{Start: start, Offices: []audit.Office{{ID: "anagrafe"}}}
	none, err := p.Check(on, audit.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	for matter := range audit.Matters() {
		p.Checks = append(p.Checks, audit.Check{Office: "anagrafe", Matter: matter, On: date.New(2025, time.July, 1), By: "anagrafe", Correct: gdpr.Yes})
	}
	all, err := p.Check(on, audit.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	rows := 0
	for row := range gdpr.Rows() {
		if strings.HasPrefix(string(row.Code), "audit.late.") {
			rows++
			require.True(t, none.Has(row.Code), row.Code)
			require.False(t, all.Has(row.Code), row.Code)
		}
	}
	require.Equal(t, 9, rows)
	// By their constants, so that none is taken away unseen.
	for _, code := range []gdpr.Code{
		audit.CodeLateElectronic, audit.CodeLatePaper, audit.CodeLateTraining, audit.CodeLateMinimisation, audit.CodeLateBreaches,
		audit.CodeLateRights, audit.CodeLateNotices, audit.CodeLatePublications, audit.CodeLateVideoSurveillance,
	} {
		require.True(t, none.Has(code), code)
	}
}

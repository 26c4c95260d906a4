package register_test

import (
	"flag"
	"os"
	"strconv"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// day reads a date that a test writes.
func day(t testing.TB, s string) date.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := gdpr.ParseDate(s)
	require.NoError(t, err)
	return d
}

// sample returns the register of the invented Comune di Roccasilvana.
func sample(t testing.TB) register.Register {
	t.Helper()
	data, err := os.ReadFile("testdata/comune.json")
	require.NoError(t, err)
	r, err := register.Parse(data)
	require.NoError(t, err)
	return r
}

// clean returns the sample without what was planted in it.
func clean(t testing.TB) register.Register {
	t.Helper()
	r := sample(t)
	r.Offices[10].Manager = "Elisa Fonte"
	a := r.Activities
	a[20].Matter, a[20].Sector = 0, register.SocialCare
	a[23].DPIA.Done, a[23].DPIA.Document = day(t, "2026-09-01"), "prot. 12001/2026"
	a[24].Transfers[0].Documents = "clausole del 12 gennaio 2026, prot. 410/2026"
	a[25].Purposes[1].Basis, a[25].Purposes[1].Norm = register.PublicTask, "D.Lgs. 82/2005, art. 7"
	a[26].Retention.Criterion = "massimario di selezione e scarto"
	a[26].Processors = a[26].Processors[:1]
	a[27].Reviewed = day(t, "2026-06-30")
	require.Empty(t, register.Check(r, today(t)))
	return r
}

// today is the day on which the tests check the sample.
func today(t testing.TB) date.Date { return day(t, "2026-11-15") }

// many returns the clean sample's register with n activities, each under an id
// and a name of its own.
func many(t testing.TB, n int) register.Register {
	r := clean(t)
	activities := make([]register.Activity, n)
	for i := range activities {
		activities[i] = r.Activities[i%len(r.Activities)]
		activities[i].ID += "-" + strconv.Itoa(i)
		activities[i].Name += " " + strconv.Itoa(i)
	}
	r.Activities = activities
	return r
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}

package desk_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/examples/scadenzario/book"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

// TestSample: what the desk keeps is the file of the Comune and nothing else: its
// deadlines and findings are those of the deadline book.
func TestSample(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "desk.db"))
	require.NoError(t, err)
	defer s.Close()
	real := time.Date(2027, time.March, 1, 10, 0, 0, 0, time.UTC)
	keys, err := desk.Open(t.Context(), s, true, "", real)
	require.NoError(t, err)
	require.Len(t, keys, 4)
	again, err := desk.Open(t.Context(), s, true, "", real)
	require.NoError(t, err)
	require.Empty(t, again, "a desk in use is left alone")

	clock, sample, err := desk.Clock(t.Context(), s, func() time.Time { return real.Add(90 * time.Minute) })
	require.NoError(t, err)
	require.True(t, sample)
	d := desk.New(s, clock)
	require.Equal(t, "2026-11-23 10:30", d.Now().Format("2006-01-02 15:04"))
	a, err := d.Agenda(t.Context(), language.Italian)
	require.NoError(t, err)

	c, err := comune.Parse(comune.Sample)
	require.NoError(t, err)
	want, err := book.New(c, d.Now(), language.Italian)
	require.NoError(t, err)
	type line struct{ what, state, due string }
	var wanted, got []line
	for _, r := range want.Rows {
		if !strings.HasPrefix(r.Ref, "keeping.items") { // the desk goes through these in the database
			wanted = append(wanted, line{r.What, r.State, r.Due.String()})
		}
	}
	for _, r := range a.Rows {
		got = append(got, line{r.What, r.State, r.Due.String()})
		if strings.HasPrefix(r.Ref, "requests") {
			require.NotZero(t, r.Link.ID)
			require.NotEmpty(t, r.Office)
		}
	}
	require.Equal(t, wanted, got)
	for _, f := range want.Findings {
		if !strings.HasPrefix(f.Where, "keeping.items") && !strings.HasPrefix(f.Where, "keeping.discards") {
			require.Contains(t, a.Findings, f)
		}
	}
	lines, err := s.Verify(t.Context())
	require.NoError(t, err)
	require.Positive(t, lines)
}

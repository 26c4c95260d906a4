package audit_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/audit"
)

func TestWords(t *testing.T) {
	require.Equal(t, "non conformità", audit.NonConformity.Label(language.Italian))
}

func TestJSON(t *testing.T) {
	a, g := whole(), programme()
	for _, v := range []any{&a, &g, &audit.Audit{}, &audit.Programme{}, &audit.Policy{Months: 3}, &audit.Tally{Open: 2}} {
		data, err := json.Marshal(v)
		require.NoError(t, err)
		back := reflect.New(reflect.TypeOf(v).Elem())
		require.NoError(t, gdpr.Decode(data, back.Interface()), string(data))
		require.Equal(t, v, back.Interface())
	}
	for c, err := range g.Coverage(today, audit.Policy{}, gdpr.Italy()) {
		require.NoError(t, err)
		data, err := json.Marshal(c)
		require.NoError(t, err)
		var back audit.Cell
		require.NoError(t, gdpr.Decode(data, &back))
		require.Equal(t, c, back)
	}
}

// FuzzAudit and FuzzProgramme: whatever the JSON, nothing panics, and the
// findings are the same twice.
func FuzzAudit(f *testing.F) {
	data, err := json.Marshal(whole())
	require.NoError(f, err)
	f.Add(data, int64(today))
	f.Add([]byte(`{"examination":"2026-01-31","points":[{"outcome":"non_conformity"}]}`), int64(today))
	f.Fuzz(func(t *testing.T, data []byte, on int64) {
		var a audit.Audit
		if gdpr.Decode(data, &a) != nil {
			return
		}
		fs := a.Check(date.Date(on))
		require.Equal(t, fs, a.Check(date.Date(on)))
		requireSound(t, fs)
		tally := a.Tally()
		require.Equal(t, len(a.Points), tally.Conformities+tally.Recommendations+tally.NonConformities+tally.Open)
		_, _ = a.Monitoring(audit.Policy{}, gdpr.Italy())
	})
}

func FuzzProgramme(f *testing.F) {
	data, err := json.Marshal(programme())
	require.NoError(f, err)
	f.Add(data, int64(today), 0)
	f.Add([]byte(`{"start":"2026-01-31","offices":[{"id":"a","without":["paper"]}],"checks":[{"office":"a","matter":"paper","on":"2026-03-31"}]}`), int64(today), 3)
	f.Fuzz(func(t *testing.T, data []byte, on int64, months int) {
		var g audit.Programme
		if gdpr.Decode(data, &g) != nil {
			return
		}
		fs, err := g.Check(date.Date(on), audit.Policy{Months: months}, gdpr.Italy())
		again, err2 := g.Check(date.Date(on), audit.Policy{Months: months}, gdpr.Italy())
		require.Equal(t, fs, again)
		require.Equal(t, err, err2)
		requireSound(t, fs)
		if err != nil {
			return
		}
		n := 0
		for c := range g.Coverage(date.Date(on), audit.Policy{Months: months}, gdpr.Italy()) {
			n++
			require.LessOrEqual(t, c.Next.Safe, c.Next.Due)
			require.Equal(t, c.State == audit.Overdue, !c.Next.IsZero() && date.Date(on) > c.Next.Due)
		}
		require.Equal(t, 9*len(g.Offices), n)
	})
}

func requireSound(t *testing.T, fs gdpr.Findings) {
	for _, f := range fs {
		require.NotEmpty(t, f.Where)
		if f.Severity != gdpr.Advice { // a figure of the body's own has no law but its source
			require.NotEmpty(t, f.Provisions)
		}
		require.NotContains(t, f.Message(language.Italian), "%!")
	}
}

func BenchmarkAudit(b *testing.B) {
	a := whole()
	b.ReportAllocs()
	for b.Loop() {
		a.Check(today)
	}
}

func BenchmarkCoverage(b *testing.B) {
	g := programme()
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range g.Coverage(today, audit.Policy{}, gdpr.Italy()) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

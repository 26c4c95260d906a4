package register_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// crowded is the clean register with an activity that has n of each thing.
func crowded(t testing.TB, n int) register.Register {
	r := clean(t)
	a := &r.Activities[0]
	purpose := a.Purposes[0]
	for range n {
		a.Purposes = append(a.Purposes, purpose)
		a.Data = append(a.Data, register.Data{Text: "referti", Kind: register.Health, Retention: register.Retention{Period: gdpr.Term{N: 10, Unit: gdpr.Years}, From: "chiusura"}})
		a.Recipients = append(a.Recipients, register.Recipient{Name: "azienda sanitaria"})
		a.Transfers = append(a.Transfers, register.Transfer{Country: "CH", Safeguard: register.Adequacy})
	}
	return r
}

// Everything that is done with a register grows with it and no faster, however much
// one activity holds: sixteen times as much costs sixteen times as long, or, on a
// machine that does other things too, some more. Quadratic growth would be 256.
func TestGrowthWithinAnActivity(t *testing.T) {
	small, large := crowded(t, 250), crowded(t, 4000)
	smallText, err := small.JSON()
	require.NoError(t, err)
	largeText, err := large.JSON()
	require.NoError(t, err)
	for name, do := range map[string]func(r register.Register, text []byte) error{
		"JSON":   func(r register.Register, _ []byte) error { _, err := r.JSON(); return err },
		"Parse":  func(_ register.Register, text []byte) error { _, err := register.Parse(text); return err },
		"JSONLD": func(r register.Register, _ []byte) error { _, err := r.JSONLD("https://comune.example/r"); return err },
		"Check":  func(r register.Register, _ []byte) error { register.Check(r, today(t)); return nil },
		"Diff":   func(r register.Register, _ []byte) error { register.Diff(r, r); return nil },
		"Sheets": func(r register.Register, _ []byte) error { r.Sheets(language.Italian); return nil },
	} {
		best := func(r register.Register, text []byte) time.Duration {
			least := time.Hour
			for range 3 {
				begin := time.Now()
				require.NoError(t, do(r, text))
				least = min(least, time.Since(begin))
			}
			return least
		}
		require.Less(t, best(large, largeText), 80*best(small, smallText), name)
	}
}

package retention_test

import (
	"iter"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

// million is a million items of three rules, some expired, some held; longer
// sequences go through them again and again.
func million(t testing.TB) []retention.Item {
	rules := []retention.RuleName{"contracts", "residents", "history", "requests"}
	items := make([]retention.Item, 1_000_000)
	hold := []retention.Hold{{Kind: retention.Order, From: day(2026, 1, 1), Reference: "R.G.N.R. 1/2026"}}
	for i := range items {
		items[i] = retention.Item{ID: "item", Rule: rules[i%4], Event: day(2008, 1, 1) + date.Date(i*7919%6900)}
		if i%97 == 0 {
			items[i].Holds = hold
		}
	}
	return items
}

func times(n int, items []retention.Item) iter.Seq[retention.Item] {
	return func(yield func(retention.Item) bool) {
		for i, j := 0, 0; i < n; i++ {
			if !yield(items[j]) {
				return
			}
			if j++; j == len(items) {
				j = 0
			}
		}
	}
}

func BenchmarkExpired(b *testing.B) {
	items := million(b)
	const n = 10_000_000
	w := sweep(b, sample(b), day(2026, 11, 22))
	b.ReportAllocs()
	expired := 0
	for b.Loop() {
		for range w.Expired(times(n, items)) {
			expired++
		}
	}
	require.NotZero(b, expired)
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "items/s")
}

func BenchmarkState(b *testing.B) {
	w := sweep(b, sample(b), day(2026, 11, 22))
	it := retention.Item{Rule: "contracts", Event: day(2016, 11, 21)}
	b.ReportAllocs()
	for b.Loop() {
		w.State(it)
	}
}

func BenchmarkExpiry(b *testing.B) {
	r := retention.Rule{Period: term(10, gdpr.Years)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Expiry(day(2026, 3, 5)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRecording(b *testing.B) {
	r := retention.Recording{Recorded: time.Date(2026, 5, 4, 10, 0, 0, 0, rome(b)), Purpose: retention.UrbanSecurity}
	i := r.Recorded.Add(200 * time.Hour)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.State(i, retention.Policy{}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	items := million(t)[:1000]
	w := sweep(t, sample(t), day(2026, 11, 22))
	expired := 0
	for name, f := range map[string]func(){
		"sweep": func() {
			for range w.Expired(times(5000, items)) {
				expired++
			}
		},
		"expiry": func() { _, _ = retention.Rule{Period: term(10, gdpr.Years)}.Expiry(day(2026, 3, 5)) },
		"recording": func() {
			r := retention.Recording{Recorded: time.Date(2026, 5, 4, 10, 0, 0, 0, time.UTC), Purpose: retention.UrbanSecurity}
			_, _ = r.State(r.Recorded, retention.Policy{})
		},
	} {
		require.Zero(t, testing.AllocsPerRun(100, f), name)
	}
	require.NotZero(t, expired)
}

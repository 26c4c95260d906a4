package gdpr_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/rights"
)

func screening(f dpia.Facts) iter.Seq[gdpr.Question] {
	s, err := dpia.Screen(f, dpia.Policy{})
	if err != nil {
		return nil
	}
	return s.Missing()
}

func assessing(f breach.Facts) iter.Seq[gdpr.Question] { return f.Assess().Missing() }

func erasing(e rights.Erasure) iter.Seq[gdpr.Question] { return e.Decide().Missing() }

// inOrder is the order of the law.
func inOrder[F any](f F, missing func(F) iter.Seq[gdpr.Question]) (gdpr.Question, bool) {
	if open := missing(f); open != nil {
		for q := range open {
			return q, true
		}
	}
	return gdpr.Question{}, false
}

// asked counts the questions until nothing is missing, in both orders, on random
// facts of which one in share holds. A yes that contradicts what was said is a no.
func asked[F any, P interface {
	*F
	Set(string, gdpr.Answer) error
}](t *testing.T, missing func(F) iter.Seq[gdpr.Question], p float64) (law, soonest float64) {
	const cases = 10
	for seed := range uint64(cases) {
		for _, order := range []struct {
			next func(F) (gdpr.Question, bool)
			n    *float64
		}{
			{func(f F) (gdpr.Question, bool) { return inOrder(f, missing) }, &law},
			{func(f F) (gdpr.Question, bool) { return gdpr.Next[F, P](f, missing) }, &soonest},
		} {
			var facts F
			for q, ok := order.next(facts); ok; q, ok = order.next(facts) {
				h := uint64(0)
				for _, c := range q.Field {
					h = h*31 + uint64(c)
				}
				before := facts
				require.NoError(t, P(&facts).Set(q.Field, gdpr.Is(rand.New(rand.NewPCG(seed, h)).Float64() < p)))
				if missing(facts) == nil {
					facts = before
					require.NoError(t, P(&facts).Set(q.Field, gdpr.No))
				}
				*order.n++
			}
		}
	}
	return law / cases, soonest / cases
}

// TestNext: the order that decides soonest needs fewer questions than that of the
// law, over the shares of yes that cases have.
func TestNext(t *testing.T) {
	var law, soonest float64
	for _, p := range []float64{0.15, 0.30} {
		for _, of := range []struct {
			name string
			run  func() (float64, float64)
		}{
			{"dpia", func() (float64, float64) { return asked[dpia.Facts](t, screening, p) }},
			{"breach", func() (float64, float64) { return asked[breach.Facts](t, assessing, p) }},
			{"erasure", func() (float64, float64) { return asked[rights.Erasure](t, erasing, p) }},
		} {
			l, s := of.run()
			t.Logf("%s, %.2f yes: %.1f in the order of the law, %.1f in this", of.name, p, l, s)
			require.LessOrEqual(t, s, l+1, of.name)
			law, soonest = law+l, soonest+s
		}
	}
	require.Less(t, soonest, law)
}

// Each question that is asked could change the outcome, and in the end it is
// decided as if all were known.
func TestNextDecides(t *testing.T) {
	var f dpia.Facts
	n := 0
	for q, ok := gdpr.Next(f, screening); ok; q, ok = gdpr.Next(f, screening) {
		require.True(t, slices.ContainsFunc(slices.Collect(screening(f)), func(m gdpr.Question) bool { return m == q }))
		require.NoError(t, f.Set(q.Field, gdpr.No))
		n++
	}
	s, err := dpia.Screen(f, dpia.Policy{})
	require.NoError(t, err)
	require.Equal(t, dpia.NotRequired, s.Outcome)
	require.Equal(t, 12, n)
	_, ok := gdpr.Next(dpia.Facts{BiometricData: gdpr.Yes, SpecialData: gdpr.No}, screening)
	require.False(t, ok, "facts that contradict each other")
}

// A questionnaire asks one question at a time, the one that decides soonest.
func ExampleNext() {
	missing := func(f dpia.Facts) iter.Seq[gdpr.Question] {
		s, err := dpia.Screen(f, dpia.Policy{})
		if err != nil {
			return nil
		}
		return s.Missing()
	}
	facts := dpia.Facts{LargeScale: gdpr.Yes}
	q, _ := gdpr.Next(facts, missing)
	fmt.Println(q.Field)
	answer, _ := gdpr.ParseAnswer("sì") // what the clerk says
	if err := facts.Set(q.Field, answer); err != nil {
		fmt.Println(err)
	}
	s, _ := dpia.Screen(facts, dpia.Policy{})
	fmt.Println(s.Outcome)
	// Output:
	// scoring
	// required
}

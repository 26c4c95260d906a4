package kleenetest

import (
	"errors"
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

type facts struct {
	A     gdpr.Answer `json:"a"`
	Inner struct {
		B gdpr.Answer `json:"b,omitempty"`
	} `json:"inner"`
	C      gdpr.Answer
	hidden gdpr.Answer
	N      int
}

func questions(fields ...string) func(facts) iter.Seq[gdpr.Question] {
	return func(facts) iter.Seq[gdpr.Question] {
		return func(yield func(gdpr.Question) bool) {
			for _, f := range fields {
				if !yield(gdpr.Question{Field: f}) {
					return
				}
			}
		}
	}
}

// TestCheck plants one lie after the other into the decision "a and b".
func TestCheck(t *testing.T) {
	and := func(f facts) (gdpr.Answer, bool, error) {
		a := f.A.And(f.Inner.B)
		return a, a.Known(), nil
	}
	open := questions("a", "inner.b")
	for _, c := range []struct {
		name   string
		decide func(facts) (gdpr.Answer, bool, error)
		miss   func(facts) iter.Seq[gdpr.Question]
		ok     bool
	}{
		{"the truth", and, open, true},
		{"a fact that matters isn't missing", and, questions("a"), false},
		{"a fact that doesn't matter is missing", and, questions("a", "inner.b", "C"), false},
		{"a fact that isn't one is missing", and, questions("a", "inner.b", "d"), false},
		{"a fact is missing twice", and, questions("a", "inner.b", "a"), false},
		{"decided too early", func(f facts) (gdpr.Answer, bool, error) { return gdpr.No, !f.A.Known(), nil }, open, false},
		{"never decided", func(f facts) (gdpr.Answer, bool, error) { return gdpr.No, false, nil }, open, false},
		{"undetermined for nothing", func(f facts) (gdpr.Answer, bool, error) { return gdpr.No, f.A.Known(), nil }, questions(), false},
		{"contradictory facts are passed over", func(f facts) (gdpr.Answer, bool, error) { return 0, false, errors.New("no") }, open, true},
	} {
		err := Decision[facts, gdpr.Answer]{Decide: c.decide, Missing: c.miss}.check(facts{})
		require.Equal(t, c.ok, err == nil, "%s: %v", c.name, err)
	}
	Decision[facts, gdpr.Answer]{Decide: and, Missing: open}.Check(t, facts{})
}

func TestFacts(t *testing.T) {
	var f facts
	var names []string
	for _, fact := range All(&f) {
		names = append(names, fact.Name)
	}
	require.Equal(t, []string{"a", "inner.b", "C"}, names)
	require.Len(t, Unknown(&f), 3)

	seen := map[facts]bool{}
	for seed := range uint64(500) {
		Fill(&f, seed)
		seen[f] = true
	}
	require.Len(t, seen, 27, "every combination is reached")
	for seed := range uint64(100) {
		Partial(&f, seed, 2)
		require.LessOrEqual(t, len(Unknown(&f)), 2)
	}
	Partial(&f, 1, 0)
	require.Empty(t, Unknown(&f))
	require.Zero(t, f.hidden)
}

package kleene_test

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// holds tells whether the rule holds where exactly the facts of yes do.
func holds(r kleene.Rule, yes kleene.Set) bool {
	return r.Decide(kleene.Facts{Yes: yes, No: ^yes}) == gdpr.Yes
}

// TestExact fills the unknown facts of random rules in every way: a rule is
// decided exactly where all ways agree, and a fact is missing exactly where it
// alone flips the rule in one of them.
func TestExact(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	const facts = 7
	for range 4000 {
		rule := make(kleene.Rule, random.IntN(6))
		for i := range rule {
			rule[i] = kleene.Set(random.Uint64N(1<<facts) & random.Uint64N(1<<facts))
		}
		known := kleene.Set(random.Uint64N(1 << facts))
		yes := known & kleene.Set(random.Uint64N(1<<facts))
		f := kleene.Facts{Yes: yes, No: known &^ yes}
		open := kleene.Set(1<<facts-1) &^ known
		seen := map[bool]bool{}
		var flips kleene.Set
		for way := range kleene.Set(1 << facts) {
			if way&^open != 0 {
				continue
			}
			seen[holds(rule, yes|way)] = true
			for i := range facts {
				if open.Has(i) && holds(rule, yes|way) != holds(rule, yes|way^kleene.Of(i)) {
					flips |= kleene.Of(i)
				}
			}
		}
		want := gdpr.Unknown
		if len(seen) == 1 {
			want = gdpr.Is(seen[true])
		}
		require.Equal(t, want, rule.Decide(f), "%b %+v", rule, f)
		require.Equal(t, flips, rule.Missing(f), "%b %+v", rule, f)
		require.Equal(t, want == gdpr.Unknown, flips != 0)
	}
}

func TestRules(t *testing.T) {
	require.Equal(t, gdpr.No, kleene.Rule{}.Decide(kleene.Facts{}), "no clause: never")
	require.Equal(t, gdpr.Yes, kleene.Rule{0}.Decide(kleene.Facts{}), "the empty clause: always")
	require.Zero(t, kleene.Rule{0}.Missing(kleene.Facts{}))

	six := kleene.Of(0, 1, 2, 3, 4, 5)
	require.Len(t, kleene.AtLeast(2, six), 15)
	for n := -1; n <= 7; n++ {
		rule := kleene.AtLeast(n, six)
		for yes := range kleene.Set(64) {
			require.Equal(t, bits.OnesCount64(uint64(yes)) >= n, holds(rule, yes), "%d of %b", n, yes)
		}
	}
	a, b := kleene.AtLeast(1, kleene.Of(0, 1)), kleene.AtLeast(2, kleene.Of(1, 2, 3))
	for yes := range kleene.Set(16) {
		require.Equal(t, holds(a, yes) && holds(b, yes), holds(kleene.And(a, b), yes))
		require.Equal(t, holds(a, yes) || holds(b, yes), holds(kleene.Or(a, b), yes))
	}
	require.Equal(t, kleene.Facts{Yes: 1, No: 4}, kleene.Facts{}.Put(0, gdpr.Yes).Put(1, gdpr.Unknown).Put(2, gdpr.No))
	f := kleene.Facts{Yes: 1, No: 4}
	require.Equal(t, []gdpr.Answer{gdpr.Yes, gdpr.Unknown, gdpr.No}, []gdpr.Answer{f.Answer(0), f.Answer(1), f.Answer(2)})
	require.Equal(t, kleene.Facts{Yes: 6}, f.With(1, gdpr.Unknown).With(6, gdpr.Yes))
	require.Equal(t, kleene.Facts{Yes: 2, No: 5}, f.With(1, gdpr.No).Join(kleene.Facts{Yes: 2}))
	require.Equal(t, 3, kleene.Of(1, 5, 63).Len())
	require.True(t, kleene.Of(63).Has(63))
}

func TestAsk(t *testing.T) {
	questions := []gdpr.Question{{Field: "a"}, {Field: "b"}, {Field: "b"}, {Field: "c"}}
	asked := func(open kleene.Set, most int) (fields string) {
		kleene.Ask(questions, open, func(q gdpr.Question) bool {
			fields += q.Field
			return len(fields) < most
		})
		return fields
	}
	require.Equal(t, "abc", asked(0b1111, 9), "of bits beside each other that hang on one field, one")
	require.Equal(t, "bc", asked(0b1100, 9))
	require.Equal(t, "a", asked(0b1111, 1))
	require.Empty(t, asked(0, 9))
}

func TestGround(t *testing.T) {
	g := kleene.Ground{Yes: 1, No: 6}
	require.True(t, g.Stands(kleene.Facts{Yes: 9, No: 6}))
	require.False(t, g.Stands(kleene.Facts{Yes: 9, No: 2}))
	require.False(t, g.Stands(kleene.Facts{No: 6}))
}

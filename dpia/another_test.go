package dpia

import (
	"slices"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// TestAnotherType adds one row to the Garante's list, which isn't law: data of
// vulnerable people that controllers exchange count from 1 June 2027. From that day on, and not before,
// the outcome, the rule, the reasons and the missing facts follow it.
func TestAnotherType(t *testing.T) {
	before, quick := types, quickTypes
	defer func() { types, quickTypes = before, quick }()
	day := date.New(2027, time.June, 1)
	types = append(slices.Clone(before), listedAs(13, "vulnerable", vulnerable, exchange).since(day))
	quickTypes = quickly(types)

	f := none()
	f.Vulnerable, f.Exchange = gdpr.Yes, gdpr.Unknown
	whole := f
	whole.Exchange = gdpr.Yes
	for _, c := range []struct {
		on     date.Date
		listed bool
	}{{day - 1, false}, {day, true}, {day + 4000, true}, {0, false}} {
		whole.On = c.on
		s, err := Screen(whole, Policy{Regime: gdpr.ItalianLaw})
		require.NoError(t, err)
		require.Equal(t, c.listed, s.Types().Has(13), c.on)
		cited := false
		for r := range s.Reasons() {
			cited = cited || r.Provision == "Garante 467/2018 type 13"
		}
		require.Equal(t, c.listed, cited, c.on)
		if c.listed {
			require.Equal(t, Required, s.Outcome)
			require.Equal(t, ByType, s.Rule)
		}
		union, err := Screen(whole, Policy{Regime: gdpr.UnionLaw})
		require.NoError(t, err)
		require.False(t, union.Types().Has(13), "the list is Italian")

		f.On = c.on
		open, err := Screen(f, Policy{Regime: gdpr.ItalianLaw})
		require.NoError(t, err)
		asked := false
		for q := range open.Missing() {
			asked = asked || q.Field == "exchange"
		}
		require.Equal(t, c.listed, asked, c.on)
		require.Equal(t, c.listed, open.Outcome == Undetermined, c.on)
	}
}

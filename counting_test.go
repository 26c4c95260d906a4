package gdpr_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// The national rule, c.c. 2963 and c.p.c. 155(4): only a Sunday or a public
// holiday moves the end (Cass. 5114/2009 on Saturdays).
func TestItalianTerms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		term                gdpr.Term
		event, nominal, due string
		steps               gdpr.Steps
	}{
		{gdpr.Term{N: 3, Unit: gdpr.Months}, "2026-06-05", "2026-09-05", "2026-09-05", 0}, // a Saturday
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2027-01-07", "2027-02-06", "2027-02-06", 0},  // a Saturday
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-01-30", "2026-03-01", "2026-03-02", gdpr.Rolled},
		{gdpr.Term{N: 1, Unit: gdpr.Months}, "2026-01-31", "2026-02-28", "2026-02-28", gdpr.Clamped},
		{gdpr.Term{N: 2, Unit: gdpr.Days}, "2026-12-24", "2026-12-26", "2026-12-28", gdpr.Rolled}, // no rule of two working days
		{gdpr.Term{N: 1, Unit: gdpr.WorkingDays}, "2026-11-06", "2026-11-07", "2026-11-07", 0},    // a Saturday
		{gdpr.Term{N: 1, Unit: gdpr.Years}, "2025-08-15", "2026-08-15", "2026-08-17", gdpr.Rolled},
	} {
		c.term.Counting = gdpr.Italian
		d, err := c.term.After(day(c.event), gdpr.Italy())
		require.NoError(t, err)
		want := gdpr.Deadline{Event: day(c.event), Term: c.term, Nominal: day(c.nominal), Safe: day(c.nominal), Due: day(c.due), Steps: c.steps}
		require.Equal(t, want, d, "%s from %s", c.term, c.event)
	}
	back, err := gdpr.Term{N: 1, Unit: gdpr.Days, Counting: gdpr.Italian}.Before(day("2026-11-08"), gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, day("2026-11-07"), back.Safe, "a Saturday is a working day")
}

// D.Lgs. 150/2011 10(3): thirty days for an appeal against the Garante, which the
// suspension of 1 to 31 August stops (Cass. 22389/2015). The first day after it
// counts (Cass. 6679/2005); the days are added to terms of months (Cass.
// 24571/2015, then 46); until 2014 it lasted to 15 September (Cass. 20866/2017).
func TestJudicialTerms(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		term                gdpr.Term
		event, nominal, due string
		steps               gdpr.Steps
	}{
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-06-10", "2026-07-10", "2026-07-10", 0},
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-07-01", "2026-07-31", "2026-07-31", 0},
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-07-02", "2026-09-01", "2026-09-01", gdpr.Suspended},
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-07-20", "2026-09-19", "2026-09-21", gdpr.Suspended | gdpr.Rolled}, // a Saturday
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-07-31", "2026-09-30", "2026-09-30", gdpr.Suspended},
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-08-01", "2026-09-30", "2026-09-30", gdpr.Suspended},
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-08-31", "2026-09-30", "2026-09-30", gdpr.Suspended},
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-09-01", "2026-10-01", "2026-10-01", 0},
		{gdpr.Term{N: 60, Unit: gdpr.Days}, "2026-07-15", "2026-10-14", "2026-10-14", gdpr.Suspended},
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "2014-07-20", "2014-10-04", "2014-10-06", gdpr.Suspended | gdpr.Rolled},
		{gdpr.Term{N: 6, Unit: gdpr.Months}, "2026-03-31", "2026-10-31", "2026-11-02", gdpr.Clamped | gdpr.Suspended | gdpr.Rolled},
		{gdpr.Term{N: 1, Unit: gdpr.Years}, "2025-07-20", "2026-09-20", "2026-09-21", gdpr.Suspended | gdpr.Rolled}, // two suspensions
		{gdpr.Term{N: 3, Unit: gdpr.WorkingDays}, "2026-07-30", "2026-09-02", "2026-09-02", gdpr.Suspended},
		{gdpr.Term{N: 5, Unit: gdpr.Days}, "2026-11-02", "2026-11-07", "2026-11-09", gdpr.Rolled},
	} {
		c.term.Counting = gdpr.Judicial
		d, err := c.term.After(day(c.event), gdpr.Italy())
		require.NoError(t, err)
		want := gdpr.Deadline{Event: day(c.event), Term: c.term, Nominal: day(c.nominal), Safe: day(c.nominal), Due: day(c.due), Steps: c.steps}
		require.Equal(t, want, d, "%s from %s", c.term, c.event)
	}
	for event, want := range map[string]string{"2026-09-10": "2026-07-11", "2026-08-10": "2026-07-02", "2026-09-01": "2026-07-02", "2026-10-01": "2026-09-01"} {
		d, err := gdpr.Term{N: 30, Unit: gdpr.Days, Counting: gdpr.Judicial}.Before(day(event), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, day(want), d.Due, event)
	}
}

func TestSkippedByCounting(t *testing.T) {
	t.Parallel()
	laws := func(term gdpr.Term, event string) (ls []gdpr.Provision) {
		d, err := term.After(day(event), gdpr.Italy())
		require.NoError(t, err)
		for h := range d.Skipped(gdpr.Italy()) {
			ls = append(ls, h.Law)
		}
		return ls
	}
	term := gdpr.Term{N: 5, Unit: gdpr.Days}
	require.Equal(t, []gdpr.Provision{"Reg. 1182/71 2(2)", "Reg. 1182/71 2(2)"}, laws(term, "2026-11-02"))
	term.Counting = gdpr.Italian
	require.Empty(t, laws(term, "2026-11-02"))
	require.Equal(t, []gdpr.Provision{"L. 260/1949 2"}, laws(term, "2026-11-03"))
	term.Counting = gdpr.Judicial
	require.Equal(t, []gdpr.Provision{"c.p.c. 155(5)", "L. 260/1949 2"}, laws(term, "2026-11-02"))
}

// A term of days before a court ends on the day that a walker reaches who leaves
// out the days of each suspension.
func TestJudicialWalk(t *testing.T) {
	t.Parallel()
	still := func(d date.Date) bool {
		until := date.New(d.Year(), time.September, 1)
		if d.Year() < 2015 {
			until = date.New(d.Year(), time.September, 16)
		}
		return d >= date.New(d.Year(), time.August, 1) && d < until
	}
	for event := day("2011-05-01"); event < day("2018-02-01"); event += 3 {
		for _, n := range []int{1, 10, 30, 60, 400} {
			term := gdpr.Term{N: n, Unit: gdpr.Days, Counting: gdpr.Judicial}
			after, err := term.After(event, gdpr.Italy())
			require.NoError(t, err)
			before, err := term.Before(event, gdpr.Italy())
			require.NoError(t, err)
			forth, back := event, event
			for left := n; left > 0; {
				if forth++; !still(forth) {
					left--
				}
			}
			for left := n; left > 0; {
				if back--; !still(back) {
					left--
				}
			}
			require.Equal(t, []date.Date{forth, back}, []date.Date{after.Nominal, before.Nominal}, "%d from %s", n, event)
		}
	}
}

func TestCountingWords(t *testing.T) {
	t.Parallel()
	plain, err := json.Marshal(gdpr.Term{N: 1, Unit: gdpr.Months})
	require.NoError(t, err)
	require.JSONEq(t, `{"n":1,"unit":"months"}`, string(plain))
	term := gdpr.Term{N: 30, Unit: gdpr.Days, Counting: gdpr.Judicial}
	data, err := json.Marshal(term)
	require.NoError(t, err)
	require.JSONEq(t, `{"n":30,"unit":"days","counting":"judicial"}`, string(data))
	var back gdpr.Term
	require.NoError(t, gdpr.Decode(data, &back))
	require.Equal(t, term, back)
	require.ErrorIs(t, gdpr.Decode([]byte(`{"n":1,"unit":"days","counting":"roman"}`), &back), gdpr.FaultName)
	term.Counting = 3
	require.ErrorIs(t, second(term.After(day("2026-11-02"), gdpr.Italy())), gdpr.FaultName)
	require.ErrorIs(t, second(term.Before(day("2026-11-02"), gdpr.Italy())), gdpr.FaultName)
}

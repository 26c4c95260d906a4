package retention_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

func schedule(t testing.TB, rules ...retention.Rule) retention.Schedule {
	s, err := retention.NewSchedule(rules...)
	require.NoError(t, err)
	return s
}

func sweep(t testing.TB, s retention.Schedule, on date.Date) retention.Sweep {
	w, err := s.On(on)
	require.NoError(t, err)
	return w
}

func sample(t testing.TB) retention.Schedule {
	return schedule(t,
		retention.Rule{ID: "contracts", Period: term(10, gdpr.Years), Event: "end of the contract"},
		retention.Rule{ID: "residents", Event: "end of residence"},
		retention.Rule{ID: "history", Criterion: "historical interest"},
		retention.Rule{ID: "requests", Period: term(30, gdpr.Days), Event: "reply"},
	)
}

func TestNewSchedule(t *testing.T) {
	s := sample(t)
	r, ok := s.Rule("requests")
	require.True(t, ok)
	require.Equal(t, term(30, gdpr.Days), r.Period)
	r, ok = s.Rule("#0")
	require.True(t, ok, "the place that files of the first edition have")
	require.Equal(t, "contracts", r.ID)
	_, ok = s.Rule("no such rule")
	require.False(t, ok)
	ids := []string{}
	for i, r := range s.Rules() {
		require.Equal(t, len(ids), i)
		ids = append(ids, r.ID)
	}
	require.Equal(t, []string{"contracts", "residents", "history", "requests"}, ids)

	for _, c := range []struct {
		rules []retention.Rule
		fault gdpr.Fault
		field string
	}{
		{[]retention.Rule{{ID: "a"}, {ID: " "}}, gdpr.FaultMissing, "[1].id"},
		{[]retention.Rule{{ID: "a"}, {ID: "b"}, {ID: "a"}}, gdpr.FaultDuplicate, "[2].id"},
		{[]retention.Rule{{ID: "a", Period: term(24, gdpr.Hours)}}, gdpr.FaultName, "[0].period.unit"},
		{[]retention.Rule{{ID: "a", Period: term(24, gdpr.WorkingDays)}}, gdpr.FaultName, "[0].period.unit"},
		{[]retention.Rule{{ID: "a", Period: term(-1, gdpr.Days)}}, gdpr.FaultRange, "[0].period.n"},
	} {
		_, err := retention.NewSchedule(c.rules...)
		require.ErrorIs(t, err, c.fault)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field)
	}
}

// TestScheduleKeepsItsRules: who made it can't change it afterwards.
func TestScheduleKeepsItsRules(t *testing.T) {
	rules := []retention.Rule{{ID: "a", Period: term(1, gdpr.Days)}}
	s := schedule(t, rules...)
	rules[0].Period = term(10, gdpr.Years)
	d, err := s.Expiry(retention.Item{Rule: "a", Event: day(2026, 1, 1)})
	require.NoError(t, err)
	require.Equal(t, day(2026, 1, 2), d.Due)
	for _, name := range []retention.RuleName{"", "b", "#1", "#-1"} {
		_, err = s.Expiry(retention.Item{Rule: name})
		require.ErrorIs(t, err, gdpr.FaultReference)
	}
}

func TestState(t *testing.T) {
	on := day(2026, 11, 22)
	w := sweep(t, sample(t), on)
	order := retention.Hold{Kind: retention.Order, From: day(2026, 11, 1), Reference: "R.G.N.R. 12/2026"}
	over := retention.Hold{Kind: retention.Order, From: day(2026, 1, 1), Until: day(2026, 11, 21), Reference: "R.G.N.R. 11/2026"}
	for _, c := range []struct {
		name  string
		item  retention.Item
		state retention.State
		why   []gdpr.Code
	}{
		{"last day", retention.Item{Rule: "contracts", Event: day(2016, 11, 22)}, retention.Running, []gdpr.Code{retention.ReasonRunning}},
		{"the day after", retention.Item{Rule: "contracts", Event: day(2016, 11, 21)}, retention.Expired, []gdpr.Code{retention.ReasonOver}},
		{"contract still running", retention.Item{Rule: "contracts"}, retention.Running, []gdpr.Code{retention.ReasonOpen}},
		{"ended today", retention.Item{Rule: "residents", Event: on}, retention.Running, []gdpr.Code{retention.ReasonRunning}},
		{"ended yesterday", retention.Item{Rule: "residents", Event: on - 1}, retention.Expired, []gdpr.Code{retention.ReasonOver}},
		{"criterion", retention.Item{Rule: "history", Event: 1}, retention.Unjudged, []gdpr.Code{retention.ReasonUnjudged}},
		{"criterion, judged", retention.Item{Rule: "history", Unneeded: true}, retention.Expired, []gdpr.Code{retention.ReasonUnneeded}},
		{"unneeded before its time", retention.Item{Rule: "contracts", Unneeded: true}, retention.Expired, []gdpr.Code{retention.ReasonUnneeded}},
		{"no rule", retention.Item{Rule: "none4", Event: 1}, retention.Unjudged, []gdpr.Code{retention.ReasonUnjudged}},
		{"no rule", retention.Item{Rule: "", Event: 1}, retention.Unjudged, []gdpr.Code{retention.ReasonUnjudged}},
		{"held", retention.Item{Rule: "contracts", Event: 1, Holds: []retention.Hold{over, order}}, retention.Held, []gdpr.Code{retention.ReasonOver, "retention.hold.order"}},
		{"held and unneeded", retention.Item{Rule: "contracts", Unneeded: true, Holds: []retention.Hold{order}}, retention.Held, []gdpr.Code{retention.ReasonUnneeded, "retention.hold.order"}},
		{"released yesterday", retention.Item{Rule: "contracts", Event: 1, Holds: []retention.Hold{over}}, retention.Expired, []gdpr.Code{retention.ReasonOver}},
		{"hold on what still runs", retention.Item{Rule: "contracts", Event: on, Holds: []retention.Hold{order}}, retention.Running, []gdpr.Code{retention.ReasonRunning}},
		{"before the year 1", retention.Item{Rule: "contracts", Event: -5}, retention.Unjudged, []gdpr.Code{retention.ReasonUnjudged}},
	} {
		require.Equal(t, c.state, w.State(c.item), c.name)
		var why []gdpr.Code
		for r := range w.Reasons(c.item) {
			require.NotEmpty(t, r.Provision)
			why = append(why, r.Code)
		}
		require.Equal(t, c.why, why, c.name)
		for range w.Reasons(c.item) {
			break
		}
	}
	two := retention.Item{Rule: "contracts", Event: 1, Holds: []retention.Hold{order, order}}
	n := 0
	for range w.Reasons(two) {
		if n++; n == 2 {
			break
		}
	}
	require.Equal(t, 2, n)
	require.Equal(t, retention.Unjudged, retention.Sweep{}.State(retention.Item{Rule: "contracts", Event: 1}), "the zero sweep has no rules")
}

func TestOnAnotherDay(t *testing.T) {
	for _, on := range []date.Date{-1, day(9999, 12, 31) + 1} {
		_, err := sample(t).On(on)
		require.ErrorIs(t, err, gdpr.FaultRange)
	}
	_, err := sample(t).On(0)
	require.ErrorIs(t, err, gdpr.FaultMissing, "nobody said which day")
	w := sweep(t, sample(t), 1)
	for _, r := range sample(t).Rules() {
		require.NotEqual(t, retention.Expired, w.State(retention.Item{Rule: retention.RuleName(r.ID), Event: 1}))
	}
	w = sweep(t, sample(t), day(9999, 12, 31))
	require.Equal(t, retention.Expired, w.State(retention.Item{Rule: "contracts", Event: 1}))
	require.Equal(t, retention.Running, w.State(retention.Item{Rule: "contracts", Event: day(9995, 1, 1)}))
}

// TestSweepAgreesWithExpiry: the shortcut of the sweep is the rule itself, for
// every event around the edge.
func TestSweepAgreesWithExpiry(t *testing.T) {
	rules := []retention.Rule{}
	for i, p := range []gdpr.Term{
		term(1, gdpr.Days), term(30, gdpr.Days), term(2, gdpr.Weeks), term(1, gdpr.Months), term(6, gdpr.Months),
		term(12, gdpr.Months), term(13, gdpr.Months), term(1, gdpr.Years), term(10, gdpr.Years), {},
	} {
		rules = append(rules, retention.Rule{ID: string(rune('a' + i)), Period: p, Event: "end"})
	}
	s := schedule(t, rules...)
	for on := day(2023, 12, 25); on < day(2025, 3, 10); on++ {
		w := sweep(t, s, on)
		for _, r := range s.Rules() {
			last, err := r.Expiry(on)
			require.NoError(t, err)
			length := last.Due - on
			for event := on - length - 6; event <= on-length+6; event++ {
				d, err := r.Expiry(event)
				require.NoError(t, err)
				require.Equal(t, d.Due < on, w.State(retention.Item{Rule: retention.RuleName(r.ID), Event: event}) == retention.Expired, "%s from %s on %s", r.Period, event, on)
			}
		}
	}
}

func TestExpired(t *testing.T) {
	w := sweep(t, sample(t), day(2026, 11, 22))
	items := []retention.Item{{ID: "a", Rule: "contracts", Event: day(2016, 1, 1)}, {ID: "b", Rule: "contracts", Event: day(2020, 1, 1)}, {ID: "c", Rule: "requests", Event: day(2026, 1, 1)}}
	ids := func(seq iter.Seq[retention.Item]) (ids []string) {
		for it := range seq {
			ids = append(ids, it.ID)
		}
		return ids
	}
	require.Equal(t, []string{"a", "c"}, ids(w.Expired(slices.Values(items))))
	for it := range w.Expired(slices.Values(items)) {
		require.Equal(t, "a", it.ID)
		break
	}
	require.Nil(t, ids(w.Expired(slices.Values([]retention.Item(nil)))))
}

func TestExpiring(t *testing.T) {
	s := sample(t)
	items := []retention.Item{
		{ID: "before", Rule: "requests", Event: day(2026, 1, 1)},
		{ID: "first", Rule: "requests", Event: day(2026, 1, 2)},
		{ID: "last", Rule: "requests", Event: day(2026, 1, 31)},
		{ID: "after", Rule: "requests", Event: day(2026, 2, 1)},
		{ID: "open", Rule: "contracts"},
		{ID: "criterion", Rule: "history", Event: day(2026, 2, 10)},
		{ID: "no rule", Rule: "none", Event: day(2026, 2, 10)},
		{ID: "until", Rule: "residents", Event: day(2026, 2, 10)},
	}
	got := map[string]date.Date{}
	for it, d := range s.Expiring(slices.Values(items), day(2026, 2, 1), day(2026, 3, 2)) {
		got[it.ID] = d.Due
	}
	require.Equal(t, map[string]date.Date{"first": day(2026, 2, 1), "last": day(2026, 3, 2), "until": day(2026, 2, 10)}, got)
	for it := range s.Expiring(slices.Values(items), 0, day(2026, 1, 31)) {
		require.Equal(t, "before", it.ID, "what has no day has none that is early")
	}
	n := 0
	for range s.Expiring(slices.Values(items), day(2026, 2, 1), day(2026, 3, 2)) {
		n++
		break
	}
	require.Equal(t, 1, n)
}

func TestCheckItems(t *testing.T) {
	w := sweep(t, sample(t), day(2026, 11, 22))
	fs := w.Check(slices.Values([]retention.Item{{ID: "a", Rule: "contracts", Event: day(2016, 1, 1)}, {ID: "b", Rule: "contracts"}, {ID: "c", Rule: "history"}}))
	require.Equal(t, `2 findings
  violation [0]: a is still kept beyond its time [retention.item.late; GDPR 5(1)(e), Regolamento 13(9)]
  warning [2]: c has no term: nobody has judged whether it is still needed [retention.item.unjudged; GDPR 5(1)(e), Regolamento 13(9)]`, fs.String())
	require.Empty(t, w.Check(slices.Values([]retention.Item{{ID: "b", Rule: "contracts"}})))

	// Past a minimum somebody must judge; of what has no day nobody can.
	books := sweep(t, schedule(t, retention.Rule{ID: "books", Period: term(10, gdpr.Years), Event: "chiusura", Bound: retention.AtLeast}), day(2026, 11, 22))
	require.Equal(t, []string{"advice retention.item.review [0]"}, lines(books.Check(slices.Values([]retention.Item{{Rule: "books", Event: day(2010, 1, 1)}}))))
	require.Empty(t, books.Check(slices.Values([]retention.Item{{Rule: "books"}})), "it still runs")
	require.Equal(t, []string{"warning retention.item.unjudged [0]"}, lines(books.Check(slices.Values([]retention.Item{{Rule: "books", Event: -1}}))))
	require.Equal(t, []string{"warning retention.item.unjudged [0]"}, lines(w.Check(slices.Values([]retention.Item{{Rule: "history", Event: day(2010, 1, 1)}}))))
}

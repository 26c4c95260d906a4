package retention_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

func lines(fs gdpr.Findings) []string {
	var ls []string
	for _, f := range fs {
		ls = append(ls, f.Severity.String()+" "+string(f.Code)+" "+f.Where)
	}
	return ls
}

// archive is a schedule of a town's archive: ten years for accounts, which c.c. 2220
// wants at least; deliberations for ever; logs of a year.
func archive(t testing.TB) retention.Schedule {
	return schedule(t,
		retention.Rule{ID: "mandati", Period: term(10, gdpr.Years), Bound: retention.AtLeast, Event: "registrazione", Basis: "c.c. 2220", Fate: retention.Erase, Archival: gdpr.Yes},
		retention.Rule{ID: "delibere", Bound: retention.Permanent, Period: term(40, gdpr.Years), Event: "chiusura", Fate: retention.Archive, Archival: gdpr.Yes},
		retention.Rule{ID: "fatture di un'impresa", Period: term(10, gdpr.Years), Bound: retention.AtLeast, Event: "registrazione", Basis: "c.c. 2220", Fate: retention.Erase, Archival: gdpr.No},
		retention.Rule{ID: "segnalazioni", Period: term(1, gdpr.Years), Bound: retention.AtLeast, Most: term(5, gdpr.Years), Event: "esito", Fate: retention.Erase, Archival: gdpr.No},
		retention.Rule{ID: "serie storiche", Period: term(1, gdpr.Years), Event: "chiusura", Fate: retention.Archive},
	)
}

// A minimum is not a ceiling (GDPR 17(3)(b)), and what is in a public archive isn't
// destroyed without leave (D.Lgs. 42/2004 10(2)(b), 21(1)(d)).
func TestMinimumAndArchive(t *testing.T) {
	on := day(2026, 11, 22)
	w := sweep(t, archive(t), on)
	claim := []retention.Hold{{Kind: retention.Claim, From: 1, Reference: "R.G. 1/2020"}}
	for _, c := range []struct {
		name string
		item retention.Item
		want retention.State
		why  []gdpr.Code
	}{
		{"unneeded within the minimum", retention.Item{Rule: "mandati", Event: day(2026, 1, 1), Unneeded: true}, retention.Running, []gdpr.Code{retention.ReasonMinimum}},
		{"last day of the minimum", retention.Item{Rule: "mandati", Event: day(2016, 11, 22), Unneeded: true}, retention.Running, []gdpr.Code{retention.ReasonMinimum}},
		{"past the minimum", retention.Item{Rule: "mandati", Event: day(2016, 11, 21)}, retention.Discardable, []gdpr.Code{retention.ReasonOver, retention.ReasonLeave}},
		{"with leave", retention.Item{Rule: "mandati", Event: day(2010, 11, 21), Leave: on}, retention.Expired, []gdpr.Code{retention.ReasonOver}},
		{"with leave from tomorrow", retention.Item{Rule: "mandati", Event: day(2010, 11, 21), Leave: on + 1}, retention.Discardable, []gdpr.Code{retention.ReasonOver, retention.ReasonLeave}},
		{"leave doesn't end a minimum", retention.Item{Rule: "mandati", Event: day(2020, 1, 1), Leave: on}, retention.Running, []gdpr.Code{retention.ReasonMinimum}},
		{"held", retention.Item{Rule: "mandati", Event: day(2010, 1, 1), Leave: on, Holds: claim}, retention.Held, []gdpr.Code{retention.ReasonOver, "retention.hold.claim"}},
		{"deliberation of 2010", retention.Item{Rule: "delibere", Event: day(2010, 1, 1), Unneeded: true}, retention.Running, []gdpr.Code{retention.ReasonPermanent}},
		{"deliberation of 1980", retention.Item{Rule: "delibere", Event: day(1980, 1, 1)}, retention.Transferable, []gdpr.Code{retention.ReasonPermanent, retention.ReasonHistory}},
		{"series for the archive", retention.Item{Rule: "serie storiche", Event: day(2010, 1, 1), Holds: claim}, retention.Transferable, []gdpr.Code{retention.ReasonOver, retention.ReasonHistory}},
		{"a firm's invoice past the minimum", retention.Item{Rule: "fatture di un'impresa", Event: day(2010, 1, 1)}, retention.Unjudged, []gdpr.Code{retention.ReasonPast}},
		{"that nobody needs", retention.Item{Rule: "fatture di un'impresa", Event: day(2010, 1, 1), Unneeded: true}, retention.Expired, []gdpr.Code{retention.ReasonUnneeded}},
		{"between the bounds", retention.Item{Rule: "segnalazioni", Event: day(2023, 1, 1)}, retention.Unjudged, []gdpr.Code{retention.ReasonPast}},
		{"past the ceiling", retention.Item{Rule: "segnalazioni", Event: day(2021, 11, 21)}, retention.Expired, []gdpr.Code{retention.ReasonOver}},
		{"last day of the ceiling", retention.Item{Rule: "segnalazioni", Event: day(2021, 11, 22)}, retention.Unjudged, []gdpr.Code{retention.ReasonPast}},
		{"no such rule, and unneeded", retention.Item{Rule: "nessuna", Unneeded: true}, retention.Unjudged, []gdpr.Code{retention.ReasonUnjudged}},
	} {
		require.Equal(t, c.want, w.State(c.item), c.name)
		var why []gdpr.Code
		for r := range w.Reasons(c.item) {
			why = append(why, r.Code)
		}
		require.Equal(t, c.why, why, c.name)
	}
	require.Equal(t, []string{
		"advice retention.item.discard [0]", "advice retention.item.transfer [1]", "advice retention.item.review [2]",
		"warning retention.item.rule [3]", "violation retention.item.late [4]",
	}, lines(w.Check(slices.Values([]retention.Item{
		{Rule: "mandati", Event: day(2010, 1, 1)}, {Rule: "delibere", Event: day(1980, 1, 1)}, {Rule: "fatture di un'impresa", Event: day(2010, 1, 1)},
		{Rule: "nessuna"}, {Rule: "segnalazioni", Event: day(2010, 1, 1)}, {Rule: "mandati", Event: day(2026, 1, 1)},
	}))))
}

// Nothing that is archival is ever Expired without leave, whatever else is so; and
// nothing within a minimum is anything but Running.
func TestNothingArchivalMustGo(t *testing.T) {
	s := archive(t)
	for on := day(2026, 1, 1); on < day(2026, 1, 10); on++ {
		w := sweep(t, s, on)
		for _, rule := range []retention.RuleName{"mandati", "delibere", "serie storiche"} {
			for event := day(1975, 1, 1); event < on; event += 97 {
				for _, unneeded := range []bool{false, true} {
					require.NotEqual(t, retention.Expired, w.State(retention.Item{Rule: rule, Event: event, Unneeded: unneeded}))
				}
			}
		}
	}
}

func TestBounds(t *testing.T) {
	s := archive(t)
	d, err := s.Expiry(retention.Item{Rule: "mandati", Event: day(2016, 2, 29)})
	require.NoError(t, err)
	require.Equal(t, day(2026, 2, 28), d.Due)
	require.Equal(t, gdpr.Provision("c.c. 2220"), d.Provision, "the law that sets it")
	d, err = s.Expiry(retention.Item{Rule: "delibere", Event: day(1980, 1, 1)})
	require.NoError(t, err)
	require.True(t, d.IsZero())
	rule, _ := s.Rule("segnalazioni")
	d, err = rule.Ceiling(day(2026, 1, 1))
	require.NoError(t, err)
	require.Equal(t, day(2031, 1, 1), d.Due)
	rule, _ = s.Rule("mandati")
	d, err = rule.Ceiling(day(2026, 1, 1))
	require.NoError(t, err)
	require.True(t, d.IsZero(), "a minimum has none")

	for _, r := range []retention.Rule{
		{ID: "a", Period: term(2, gdpr.Years), Bound: retention.AtLeast, Most: term(1, gdpr.Years)},
		{ID: "a", Period: term(1, gdpr.Years), Most: term(2, gdpr.Years)}, // a ceiling has no ceiling
	} {
		_, err := retention.NewSchedule(r)
		require.ErrorIs(t, err, gdpr.FaultOrder)
	}
	_, err = retention.NewSchedule(retention.Rule{ID: "a", Most: term(24, gdpr.Hours)})
	require.ErrorIs(t, err, gdpr.FaultName)
	_, err = retention.NewSchedule(retention.Rule{ID: "[nome]"})
	require.ErrorIs(t, err, gdpr.FaultMissing)
}

// A rule put before the others moves no item.
func TestItemsNameTheirRule(t *testing.T) {
	rules := []retention.Rule{{ID: "log", Period: term(12, gdpr.Months), Event: "e"}, {ID: "contratti", Period: term(10, gdpr.Years), Event: "e"}}
	it := retention.Item{Rule: "contratti", Event: day(2024, 1, 1)}
	require.Equal(t, retention.Running, sweep(t, schedule(t, rules...), day(2026, 11, 22)).State(it))
	moved := append([]retention.Rule{{ID: "nuova", Period: term(1, gdpr.Days), Event: "e"}}, rules...)
	require.Equal(t, retention.Running, sweep(t, schedule(t, moved...), day(2026, 11, 22)).State(it))
	require.Equal(t, retention.Unjudged, sweep(t, schedule(t, rules...), day(2026, 11, 22)).State(retention.Item{Event: day(2024, 1, 1)}), "no name, no judgment")

	var items []retention.Item
	require.NoError(t, gdpr.Decode([]byte(`[{"id":"a","rule":1},{"id":"b","rule":"log"},{"id":"c","rule":null}]`), &items))
	require.Equal(t, retention.RuleName("#1"), items[0].Rule)
	require.Equal(t, retention.RuleName("log"), items[1].Rule)
	require.Empty(t, items[2].Rule)
	require.Error(t, gdpr.Decode([]byte(`[{"id":"a","rule":true}]`), &items))
	require.NoError(t, gdpr.Decode([]byte(`[{"rule":"I\/6"},{"rule":"\ud83d\udcc2 a"}]`), &items), "as any program may write a text")
	require.Equal(t, []retention.RuleName{"I/6", "\U0001F4C2 a"}, []retention.RuleName{items[0].Rule, items[1].Rule})
	data, err := json.Marshal(retention.Item{ID: "a", Rule: `x"y`})
	require.NoError(t, err)
	var back retention.Item
	require.NoError(t, gdpr.Decode(data, &back))
	require.Equal(t, retention.RuleName(`x"y`), back.Rule)
}

func TestCheckBounds(t *testing.T) {
	permanent := retention.Rule{ID: "a", Text: "delibere", Bound: retention.Permanent, Basis: "piano", Fate: retention.Archive}
	require.Empty(t, retention.Check([]retention.Rule{permanent}))
	permanent.Fate = retention.Erase
	require.Equal(t, []string{"violation retention.rule.permanent [0].fate"}, lines(retention.Check([]retention.Rule{permanent})))
	least := retention.Rule{ID: "a", Text: "mandati", Bound: retention.AtLeast, Period: term(10, gdpr.Years), Event: "e", Basis: "c.c. 2220", Fate: retention.Erase}
	require.Equal(t, []string{"advice retention.rule.archival [0].archival"}, lines(retention.Check([]retention.Rule{least})))
	require.Empty(t, retention.Check([]retention.Rule{least}).Under(gdpr.UnionLaw), "public archives are Italian law")
	least.Archival = gdpr.Yes
	require.Empty(t, retention.Check([]retention.Rule{least}))
	vague := retention.Rule{ID: "a", Text: "dati", Criterion: "per il tempo necessario alle finalità", Basis: "x", Fate: retention.Erase}
	require.Equal(t, []string{"violation retention.rule.term [0].period"}, lines(retention.Check([]retention.Rule{vague})))
}

// The procedure of a discard: list, leave, record (D.Lgs. 42/2004 21(1)(d)).
func TestDiscard(t *testing.T) {
	on := day(2026, 11, 22)
	w := sweep(t, archive(t), on)
	items := []retention.Item{
		{ID: "mandati 2010", Rule: "mandati", Event: day(2010, 12, 31)},
		{ID: "mandati 2011", Rule: "mandati", Event: day(2011, 12, 31), Holds: []retention.Hold{{Kind: retention.Disposal, From: day(2026, 9, 1), Reference: "prot. 7/2026"}}},
		{ID: "mandati 2012", Rule: "mandati", Event: day(2012, 12, 31), Holds: []retention.Hold{{Kind: retention.Claim, From: day(2020, 9, 1), Reference: "R.G. 7/2020"}}},
		{ID: "mandati 2024", Rule: "mandati", Event: day(2024, 12, 31)},
		{ID: "delibere 1980", Rule: "delibere", Event: day(1980, 12, 31)},
	}
	proposed := w.Propose("scarto 2026", slices.Values(items))
	require.Equal(t, retention.Discard{ID: "scarto 2026", Items: []string{"mandati 2010"}, Listed: on}, proposed)
	require.Empty(t, w.Propose("x", slices.Values(items[3:])).Items)

	whole := retention.Discard{ID: "scarto 2026", Items: []string{"mandati 2010", "mandati 2011"}, Listed: day(2026, 3, 1), Asked: day(2026, 3, 10),
		Leave: day(2026, 6, 1), Reference: "Soprintendenza, prot. 812/2026", Destroyed: day(2026, 7, 1), Record: "verbale 3/2026"}
	require.Empty(t, whole.Check(w, slices.Values(items)))
	whole.Listed, whole.Asked, whole.Leave, whole.Destroyed = on, on, on, on
	require.Empty(t, whole.Check(w, slices.Values(items)), "all on one day, and today")
	whole.Listed, whole.Asked, whole.Leave, whole.Destroyed = day(2026, 3, 1), day(2026, 3, 10), day(2026, 6, 1), day(2026, 7, 1)
	for name, begun := range map[string]retention.Discard{"asked": {Asked: day(2026, 3, 10)}, "leave": {Leave: day(2026, 6, 1)}, "destroyed": {Destroyed: day(2026, 7, 1)}} {
		require.Contains(t, lines(begun.Check(w, slices.Values(items))), "warning retention.discard.list items", "%s, and no list", name)
	}
	require.Empty(t, retention.Discard{ID: "scarto"}.Check(w, slices.Values(items)), "not begun")
	require.Empty(t, retention.Discard{Items: []string{"mandati 2010"}}.Check(w, slices.Values(items)), "a list that isn't drawn up yet")
	for _, c := range []struct {
		want   string
		change func(*retention.Discard)
	}{
		{"warning retention.discard.list items", func(d *retention.Discard) { d.Listed = 0 }},
		{"warning retention.discard.list items", func(d *retention.Discard) { d.Items = nil }},
		{"violation retention.discard.leave leave", func(d *retention.Discard) { d.Leave, d.Reference = 0, "" }},
		{"violation retention.discard.early destroyed", func(d *retention.Discard) { d.Destroyed = d.Leave - 1 }},
		{"warning retention.discard.reference reference", func(d *retention.Discard) { d.Reference = "n. ____" }},
		{"warning retention.discard.record record", func(d *retention.Discard) { d.Record = "-" }},
		{"warning retention.discard.order asked", func(d *retention.Discard) { d.Asked = d.Listed - 1 }},
		{"warning retention.discard.future destroyed", func(d *retention.Discard) { d.Destroyed = on + 1 }},
		{"warning retention.discard.unknown items[0]", func(d *retention.Discard) { d.Items = []string{"mandati 1990"} }},
		{"violation retention.discard.running items[0]", func(d *retention.Discard) { d.Items = []string{"mandati 2024"} }},
		{"violation retention.discard.held items[0]", func(d *retention.Discard) { d.Items = []string{"mandati 2012"} }},
		{"violation retention.discard.history items[0]", func(d *retention.Discard) { d.Items = []string{"delibere 1980"} }},
	} {
		d := whole
		c.change(&d)
		require.Equal(t, []string{c.want}, lines(d.Check(w, slices.Values(items))), c.want)
	}
	steps := []retention.Step{}
	for _, d := range []retention.Discard{
		{}, {Items: []string{"a"}, Listed: 1}, {Items: []string{"a"}, Listed: 1, Asked: 2}, {Items: []string{"a"}, Listed: 1, Asked: 2, Leave: 3},
		{Items: []string{"a"}, Listed: 1, Asked: 2, Leave: 3, Destroyed: 4}, whole,
	} {
		steps = append(steps, d.Next())
	}
	require.Equal(t, []retention.Step{retention.StepList, retention.StepAsk, retention.StepWait, retention.StepDestroy, retention.StepRecord, retention.StepDone}, steps)
	require.Equal(t, retention.StepList, retention.Discard{Items: []string{"a"}}.Next(), "no day")
	require.Equal(t, retention.StepList, retention.Discard{Listed: 1}.Next(), "an empty list")
	require.Equal(t, retention.StepWait, retention.Discard{Listed: 1, Items: []string{"a"}, Asked: date.Date(1)}.Next(), "no silence is leave")
}

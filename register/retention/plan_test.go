package retention_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

// assumed are the rows whose event their source doesn't give.
var assumed = []string{"plan-iv.12-02", "plan-v.2-02", "oth-iii.12-01", "oth-iii.12-02", "oth-iv.10-01", "oth-iv.10-02", "oth-iv.10-03", "oth-ii.3-01", "oth-iii.1-02", "oth-iii.4-01", "oth-iv.10-04", "oth-iv.10-05", "oth-iv.10-06", "oth-iii.1-03", "oth-iii.12-03", "oth-iii.12-04", "oth-iii.12-05", "oth-i.6-07", "oth-i.6-08", "oth-xi.2-01", "oth-iv.10-07", "oth-iv.10-08", "oth-iv.10-09", "oth-iv.10-10", "oth-iv.10-11", "oth-iv.10-12", "oth-i.6-09", "oth-i.6-10", "oth-ii.3-02", "oth-xi.2-02", "oth-iv.4-01", "oth-vii.1-01"}

// Each row of the library is whole, and was read: none is recalled.
func TestKnownPlan(t *testing.T) {
	counts := map[retention.Certainty]int{}
	for s := range retention.KnownPlan().Rows() {
		require.NotEmpty(t, s.Name.IT, s.ID)
		require.NotEmpty(t, s.Name.EN, s.ID)
		require.True(t, s.Keeping.Valid() && s.Certainty.Valid() && s.Status.Valid(), s.ID)
		require.NotEqual(t, retention.OwnPlan, s.Certainty, s.ID)
		require.NotEmpty(t, s.Source, s.ID)
		_, err := gdpr.ParseProvision(string(s.Provision))
		require.NoError(t, err, s.ID)
		if s.Keeping == retention.KeepAtLeast || s.Keeping == retention.KeepAtMost {
			require.Positive(t, s.Period.N, s.ID)
			require.True(t, s.Period.Unit.Valid(), s.ID)
			require.NotEmpty(t, s.Event.IT, s.ID)
		}
		require.Equal(t, slices.Contains(assumed, s.ID), s.Assumed, s.ID)
		counts[s.Certainty]++
	}
	require.Equal(t, map[retention.Certainty]int{retention.PlanRead: 17, retention.SelectionRead: 63, retention.LawRead: 30, retention.LawVerified: 2, retention.GuidanceVerified: 5}, counts)
	_, err := retention.NewPlan(slices.Collect(retention.KnownPlan().Rows())...)
	require.NoError(t, err)

	for id, want := range map[string]struct {
		keeping retention.Keeping
		n       int
		law     gdpr.Provision
	}{
		"acc-books": {retention.KeepAtLeast, 10, "c.c. 2220"}, "wb": {retention.KeepAtMost, 5, "D.Lgs. 24/2023 14(1)"},
		"vid-urb": {retention.KeepAtMost, 7, "D.L. 11/2009 6(8)"}, "mail-meta": {retention.KeepAtMost, 21, "Garante 364/2024"},
		"acc-presc": {retention.Limitation, 10, "c.c. 2946"}, "dam-presc": {retention.Limitation, 5, "c.c. 2947(1)"}, "hist40": {retention.KeepAtLeast, 40, "D.Lgs. 42/2004 30(4)"},
		"plan-iv.12-02": {retention.KeepAtLeast, 10, "D.P.R. 445/2000 68"}, "plan-v.1-01": {retention.KeepPermanent, 0, "D.P.R. 445/2000 68"},
	} {
		s, ok := retention.KnownPlan().Find(id)
		require.True(t, ok, id)
		require.Equal(t, want.keeping, s.Keeping, id)
		require.Equal(t, want.n, s.Period.N, id)
		require.Equal(t, want.law, s.Provision, id)
	}
	_, ok := retention.KnownPlan().Find("none")
	require.False(t, ok)
}

// A schedule from the plan in one call: what is archival is never to be destroyed.
func TestPlanSchedule(t *testing.T) {
	s, err := retention.KnownPlan().Schedule(language.Italian)
	require.NoError(t, err)
	w := sweep(t, s, day(2026, 11, 22))
	for _, c := range []struct {
		item retention.Item
		want retention.State
	}{
		{retention.Item{Rule: "plan-iv.12-02", Event: day(2010, 1, 1)}, retention.Discardable},
		{retention.Item{Rule: "plan-iv.12-02", Event: day(2020, 1, 1), Unneeded: true}, retention.Running},
		{retention.Item{Rule: "oth-i.6-01", Event: day(1950, 1, 1)}, retention.Running},
		{retention.Item{Rule: "wb", Event: day(2021, 11, 21)}, retention.Expired},
		{retention.Item{Rule: "wb", Event: day(2021, 11, 22)}, retention.Running},
		{retention.Item{Rule: "acc-presc", Event: day(1950, 1, 1)}, retention.Unjudged}, // a limitation is no rule
	} {
		require.Equal(t, c.want, w.State(c.item), c.item.Rule)
	}
	for _, f := range retention.Check(retention.KnownPlan().Rules(language.English)) {
		require.Contains(t, []gdpr.Code{retention.CodeRuleCriterion, retention.CodeRuleFate, retention.CodeRuleArchival}, f.Code, f.Where)
	}
}

const ownPlan = `id;class;series;keeping;period;unit;event;fate
mandati;IV/12;mandati quietanzati;at_least;15;years;registrazione;discard
delibere;I/6;deliberazioni;permanent;;;;keep
log;;log degli accessi;at_most;6;months;accesso;erase
`

func TestImportPlan(t *testing.T) {
	p, err := retention.ImportPlan("\ufeff" + ownPlan)
	require.NoError(t, err)
	s, ok := p.Find("mandati")
	require.True(t, ok)
	require.Equal(t, term(15, gdpr.Years).N, s.Period.N)
	require.Equal(t, retention.StatusAdopted, s.Status)

	over := p.Over(retention.KnownPlan())
	_, ok = over.Find("plan-iv.12-02")
	require.False(t, ok, "the body's own row on the same series stands")
	_, ok = over.Find("wb")
	require.True(t, ok)
	_, err = over.Schedule(language.Italian)
	require.NoError(t, err)

	_, err = retention.ImportPlan("id,series,keeping,period,unit,fate\na,x,for_ever,,,\n,y,permanent,,,burn\nb,z,at_least,,,\nc,z,at_least,ten,years,\nd,z,at_least,10,hours,\nd,z,permanent,,,\ne,z\nf,z,at_least,10,,\ng,z\n")
	require.Error(t, err)
	for _, want := range []string{"lines[2].keeping", "lines[3].id", "lines[3].fate", "lines[4].period", "lines[5].period", "lines[6].unit", "lines[7].id", "lines[8]", "lines[9].unit", "lines[10]"} {
		require.Contains(t, err.Error(), want)
	}
	for _, bad := range []string{"", "id,series\n", "id,series,keeping,colour\n", "id,id,series,keeping\n"} {
		_, err := retention.ImportPlan(bad)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in, bad)
		require.True(t, strings.HasPrefix(in.Field, "lines[1]"))
	}
}

func TestNewPlan(t *testing.T) {
	good := retention.Series{ID: "a", Keeping: retention.KeepPermanent}
	for _, c := range []struct {
		rows  []retention.Series
		fault gdpr.Fault
		field string
	}{
		{[]retention.Series{{Keeping: retention.KeepPermanent}}, gdpr.FaultMissing, "[0].id"},
		{[]retention.Series{good, good}, gdpr.FaultDuplicate, "[1].id"},
		{[]retention.Series{{ID: "a"}}, gdpr.FaultMissing, "[0].keeping"},
		{[]retention.Series{{ID: "a", Keeping: retention.KeepAtMost}}, gdpr.FaultMissing, "[0].period"},
		{[]retention.Series{{ID: "a", Keeping: retention.KeepAtMost, Period: term(-1, gdpr.Years)}}, gdpr.FaultRange, "[0].period.n"},
		{[]retention.Series{{ID: "a", Keeping: retention.KeepAtMost, Period: term(5, gdpr.WorkingDays)}}, gdpr.FaultName, "[0].period.unit"},
		{[]retention.Series{{ID: "a", Keeping: retention.KeepAtMost, Period: term(0, gdpr.Hours)}}, gdpr.FaultName, "[0].period.unit"},
	} {
		_, err := retention.NewPlan(c.rows...)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.ErrorIs(t, err, c.fault)
		require.Equal(t, c.field, in.Field)
	}
}

// A schedule is held against the plan: law and the adopted plan bind, what others
// do is advised.
func TestPlanCheck(t *testing.T) {
	own, err := retention.ImportPlan(ownPlan)
	require.NoError(t, err)
	p := own.Over(retention.KnownPlan())
	years := func(n int) gdpr.Term { return term(n, gdpr.Years) }
	for _, c := range []struct {
		want string
		rule retention.Rule
	}{
		{"", retention.Rule{ID: "mandati", Period: years(15), Bound: retention.AtLeast}},
		{"", retention.Rule{ID: "x", Series: "log", Period: term(6, gdpr.Months)}},
		{"", retention.Rule{ID: "x", Series: "delibere", Bound: retention.Permanent}},
		{"", retention.Rule{ID: "x", Series: "acc-books", Event: "chiusura"}},                                      // a criterion, not a time
		{"", retention.Rule{ID: "x", Series: "log", Period: years(9), Bound: retention.Permanent, Most: years(9)}}, // never destroyed
		{"", retention.Rule{ID: "x", Series: "delibere", Period: years(40), Fate: retention.Archive}},
		{"violation retention.plan.short [0].period", retention.Rule{ID: "mandati", Period: years(10)}},
		{"advice retention.plan.differs [0].period", retention.Rule{ID: "mandati", Period: years(20)}},
		{"violation retention.plan.long [0].period", retention.Rule{ID: "x", Series: "log", Period: years(1)}},
		{"advice retention.plan.differs [0].period", retention.Rule{ID: "x", Series: "log", Period: term(3, gdpr.Months)}},
		{"violation retention.plan.long [0].period", retention.Rule{ID: "x", Series: "wb", Period: years(6)}},
		{"violation retention.plan.long [0].period", retention.Rule{ID: "x", Series: "wb", Period: years(1), Bound: retention.AtLeast, Most: years(6)}},
		{"violation retention.plan.short [0].period", retention.Rule{ID: "x", Series: "acc-books", Period: years(9)}},
		{"violation retention.plan.fate [0].fate", retention.Rule{ID: "x", Series: "delibere", Period: years(40), Fate: retention.Erase}},
		{"advice retention.plan.fate [0].fate", retention.Rule{ID: "x", Series: "plan-v.1-01", Period: years(40), Fate: retention.Erase}},
		{"advice retention.plan.short [0].period", retention.Rule{ID: "x", Series: "oth-iii.12-01", Period: years(5)}},
		{"advice retention.plan.none [0].series", retention.Rule{ID: "x", Period: years(5)}},
		{"warning retention.plan.unknown [0].series", retention.Rule{ID: "x", Series: "nessuna", Period: years(5)}},
	} {
		require.Equal(t, c.want, strings.Join(lines(p.Check([]retention.Rule{c.rule})), " "), "%+v", c.rule)
	}
	event, err := retention.NewPlan(retention.Series{ID: "e", Keeping: retention.KeepUntilEvent, Status: retention.StatusLaw})
	require.NoError(t, err)
	require.Empty(t, event.Check([]retention.Rule{{ID: "e", Period: years(1)}}), "an event bounds no time")
	require.Empty(t, p.Check([]retention.Rule{{ID: "a", Series: "acc-presc", Period: years(1)}}), "a limitation bounds nothing")
	require.Empty(t, p.Check(nil))
}

func FuzzImportPlan(f *testing.F) {
	f.Add(ownPlan)
	f.Add("id,series,keeping\n\"a")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := retention.ImportPlan(text)
		if err != nil {
			return
		}
		_, err = p.Schedule(language.Italian)
		if err != nil {
			require.ErrorIs(t, err, gdpr.FaultMissing) // an id that says nothing
		}
	})
}

// A rule rests on the law where its row does, and on what was read elsewhere.
func TestPlanBasis(t *testing.T) {
	for _, c := range []struct {
		row  retention.Series
		want string
	}{
		{retention.Series{Status: retention.StatusLaw, Provision: "c.c. 2220", Source: "codice civile"}, "c.c. 2220"},
		{retention.Series{Status: retention.StatusAdopted, Provision: "D.P.R. 445/2000 68", Source: "D.G.C. 4/2026"}, "D.G.C. 4/2026"},
		{retention.Series{Status: retention.StatusAdopted, Provision: "D.P.R. 445/2000 68"}, "D.P.R. 445/2000 68"},
	} {
		c.row.ID, c.row.Keeping = "a", retention.KeepPermanent
		r, ok := c.row.Rule(language.Italian)
		require.True(t, ok)
		require.Equal(t, c.want, r.Basis)
	}
}

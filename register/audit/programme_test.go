package audit_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/audit"
)

// programme is a monitoring with nothing to find.
func programme() audit.Programme {
	g := audit.Programme{
		Start:   day(2026, 3, 2),
		Offices: []audit.Office{{ID: "anagrafe", Without: []audit.Matter{audit.VideoSurveillance}}, {ID: "polizia"}},
	}
	for _, o := range g.Offices {
		for m := range audit.Matters() {
			if !slices.Contains(o.Without, m) {
				g.Checks = append(g.Checks, audit.Check{Office: o.ID, Matter: m, On: day(2026, 9, 1), By: "Bianca Neri", Correct: gdpr.Yes})
			}
		}
	}
	return g
}

func cells(t *testing.T, g audit.Programme, on date.Date, p audit.Policy) map[string]audit.Cell {
	t.Helper()
	all := map[string]audit.Cell{}
	for c, err := range g.Coverage(on, p, gdpr.Italy()) {
		require.NoError(t, err)
		all[c.Office+" "+c.Matter.String()] = c
	}
	require.Len(t, all, 9*len(g.Offices))
	return all
}

func TestMatters(t *testing.T) {
	all := slices.Collect(audit.Matters())
	require.Len(t, all, 9, "the nine dashes of art. 35(1)")
	for range audit.Matters() {
		break
	}
}

func TestCoverage(t *testing.T) {
	g := programme()
	all := cells(t, g, today, audit.Policy{})
	require.Equal(t, audit.Unconcerned, all["anagrafe video_surveillance"].State)
	require.True(t, all["anagrafe video_surveillance"].Next.IsZero())
	c := all["polizia video_surveillance"]
	require.Equal(t, audit.Current, c.State)
	require.Equal(t, day(2026, 9, 1), c.Last)
	require.Equal(t, day(2027, 3, 1), c.Next.Due)
	require.Equal(t, gdpr.Provision("Regolamento 35(1)"), c.Next.Provision)

	for _, c := range []struct {
		name  string
		on    date.Date
		p     audit.Policy
		state audit.State
		last  date.Date
		due   date.Date
	}{
		{"last day", day(2027, 3, 1), audit.Policy{}, audit.Current, day(2026, 9, 1), day(2027, 3, 1)},
		{"a day later", day(2027, 3, 2), audit.Policy{}, audit.Overdue, day(2026, 9, 1), day(2027, 3, 1)},
		{"the day of the check itself", day(2026, 9, 1), audit.Policy{Months: 6}, audit.Current, day(2026, 9, 1), day(2027, 3, 1)},
		{"every month", today, audit.Policy{Months: 1}, audit.Overdue, day(2026, 9, 1), day(2026, 10, 1)},
		{"before the check: from the start", day(2026, 8, 31), audit.Policy{}, audit.Awaited, 0, day(2026, 9, 2)},
		{"every month, before the check", day(2026, 8, 31), audit.Policy{Months: 1}, audit.Overdue, 0, day(2026, 4, 2)},
		{"a Sunday moves Due", day(2026, 3, 15), audit.Policy{Months: 1}, audit.Awaited, 0, day(2026, 4, 2)},
	} {
		got := cells(t, g, c.on, c.p)["polizia training"]
		require.Equal(t, c.state, got.State, c.name)
		require.Equal(t, c.last, got.Last, c.name)
		require.Equal(t, c.due, got.Next.Due, c.name)
	}

	// The latest check counts, whatever their order; an office that began later counts from then.
	g.Checks = append(g.Checks, audit.Check{Office: "polizia", Matter: audit.Training, On: day(2026, 4, 1)})
	require.Equal(t, day(2026, 9, 1), cells(t, g, today, audit.Policy{})["polizia training"].Last)
	g.Offices = append(g.Offices, audit.Office{ID: "biblioteca", Since: day(2026, 10, 5)})
	got := cells(t, g, today, audit.Policy{})["biblioteca paper"]
	require.Equal(t, audit.Awaited, got.State)
	require.Equal(t, day(2027, 4, 5), got.Next.Due)
}

func TestCoverageErrors(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*audit.Programme)
		policy audit.Policy
		fault  gdpr.Fault
		field  string
	}{
		{"an office twice", func(g *audit.Programme) { g.Offices[1].ID = "anagrafe" }, audit.Policy{}, gdpr.FaultDuplicate, "offices[1].id"},
		{"no such office", func(g *audit.Programme) { g.Checks[2].Office = "x" }, audit.Policy{}, gdpr.FaultReference, "checks[2].office"},
		{"no matter", func(g *audit.Programme) { g.Checks[2].Matter = 0 }, audit.Policy{}, gdpr.FaultName, "checks[2].matter"},
		{"no such matter", func(g *audit.Programme) { g.Checks[2].Matter = 10 }, audit.Policy{}, gdpr.FaultName, "checks[2].matter"},
		{"a negative figure", func(*audit.Programme) {}, audit.Policy{Months: -1}, gdpr.FaultRange, "policy.months"},
		{"no start", func(g *audit.Programme) { g.Start, g.Checks = 0, nil }, audit.Policy{}, gdpr.FaultMissing, "start"},
		{"outside the calendar", func(g *audit.Programme) { g.Start, g.Checks = 5, nil }, audit.Policy{}, gdpr.FaultRange, "offices[0].event"},
	} {
		g := programme()
		c.change(&g)
		_, err := g.Check(today, c.policy, gdpr.Italy())
		require.ErrorIs(t, err, c.fault, c.name)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field, c.name)
		n := 0 // of errors
		for _, err := range g.Coverage(today, c.policy, gdpr.Italy()) {
			n++
			require.Error(t, err)
		}
		require.Equal(t, 1, n, "it ends with the error")
	}
}

func TestProgrammeCheck(t *testing.T) {
	g := programme()
	_, err := g.Check(0, audit.Policy{}, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultMissing, "no day")
	fs, err := g.Check(today, audit.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Empty(t, fs)

	fs, err = g.Check(day(2026, 9, 1), audit.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Empty(t, fs, "checks of the day itself")

	fs, err = (&audit.Programme{Start: today}).Check(today, audit.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	requireOne(t, fs, "no offices", audit.CodeMonitoringOffices, "offices", gdpr.Violation)

	for m := range audit.Matters() {
		g := programme()
		g.Checks = slices.DeleteFunc(g.Checks, func(c audit.Check) bool { return c.Office == "polizia" && c.Matter == m })
		fs, err := g.Check(today, audit.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		requireOne(t, fs, m.String(), gdpr.Code("audit.late."+strings.ReplaceAll(m.String(), "_", "-")), "offices[1]", gdpr.Violation)
		require.Equal(t, gdpr.Args{"polizia", "2026-09-02"}, fs[0].Args)
	}

	for _, c := range []struct {
		name   string
		change func(*audit.Check)
		code   gdpr.Code
		where  string
		weight gdpr.Severity
	}{
		{"no day", func(c *audit.Check) { c.On = 0 }, audit.CodeMonitoringUndated, "on", gdpr.Violation},
		{"who", func(c *audit.Check) { c.By = "" }, audit.CodeMonitoringBy, "by", gdpr.Warning},
		{"outcome", func(c *audit.Check) { c.Correct = gdpr.Unknown }, audit.CodeMonitoringOutcome, "correct", gdpr.Warning},
		{"no action", func(c *audit.Check) { c.Correct = gdpr.No }, audit.CodeMonitoringAction, "actions", gdpr.Violation},
		{"future", func(c *audit.Check) { c.On, c.By, c.Correct = today+1, "", gdpr.Unknown }, audit.CodeMonitoringFuture, "on", gdpr.Warning},
	} {
		g := programme()
		extra := g.Checks[0]
		c.change(&extra)
		g.Checks = append(g.Checks, extra)
		fs, err := g.Check(today, audit.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		requireOne(t, fs, c.name, c.code, "checks[17]."+c.where, c.weight)
	}
}

// A figure beyond the template's is a finding, and the six months hold; without
// the template no half-year is owed (GDPR 32(1)(d) says regularly), and what is
// late by the body's own figure is advice by its own rule.
func TestProgrammeUnderPolicies(t *testing.T) {
	g := audit.Programme{Start: day(2025, 1, 7), Offices: []audit.Office{{ID: "segreteria"}}}
	fs, err := g.Check(today, audit.Policy{Months: 12}, gdpr.Italy())
	require.NoError(t, err)
	require.Len(t, fs, 10)
	require.Equal(t, gdpr.Finding{Code: audit.CodePolicyMonths, Severity: gdpr.Violation, Where: "policy.months", Provisions: []gdpr.Provision{"Regolamento 35(1)"}, Args: gdpr.Args{12, 6}}, fs[0])
	require.Equal(t, []gdpr.Provision{"Regolamento 35(1)"}, fs[1].Provisions, "the regulation alone")
	for _, r := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		for _, empty := range []audit.Programme{{}, g} {
			fs, err := empty.Check(today, audit.Policy{Regime: r}, gdpr.Italy())
			require.NoError(t, err)
			require.Empty(t, fs, r)
		}
		fs, err = g.Check(today, audit.Policy{Regime: r, Months: 12, By: "Own 9(1)"}, gdpr.Italy())
		require.NoError(t, err)
		require.Len(t, fs, 9, r)
		for _, f := range fs {
			require.Equal(t, gdpr.Advice, f.Severity)
			require.Equal(t, []gdpr.Provision{"Own 9(1)"}, f.Provisions)
		}
	}
	// Italian terms: 5 September 2026 is a Saturday.
	g.Start = day(2026, 3, 5)
	for on, late := range map[date.Date]bool{day(2026, 9, 5): false, day(2026, 9, 6): true} {
		fs, err := g.Check(on, audit.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, late, fs.Has(audit.CodeLateTraining))
	}
}

// Six months are the regulation's (35(1)), whoever else writes them; fewer are where
// they are written; and beyond the body's own term there is advice until the
// regulation's is over.
func TestWhereTheMonthsAreWritten(t *testing.T) {
	for _, c := range []struct {
		p   audit.Policy
		law gdpr.Provision
	}{
		{audit.Policy{}, "Regolamento 35(1)"},
		{audit.Policy{Months: 6, By: "Own 9(1)"}, "Regolamento 35(1)"},
		{audit.Policy{Months: 5}, "Regolamento 35(1)"},
		{audit.Policy{Months: 5, By: "Own 9(1)"}, "Own 9(1)"},
		{audit.Policy{Regime: gdpr.UnionLaw, Months: 5, By: "Own 9(1)"}, "Own 9(1)"},
	} {
		g := audit.Programme{Start: day(2026, 3, 5), Offices: []audit.Office{{ID: "segreteria"}}}
		for _, cell := range cells(t, g, today, c.p) {
			require.Equal(t, c.law, cell.Next.Provision, "%+v", c.p)
		}
	}
	fs, err := audit.Policy{Months: 6}.Check()
	require.NoError(t, err)
	require.Empty(t, fs)

	g := audit.Programme{Start: day(2026, 3, 4), Offices: []audit.Office{{ID: "segreteria"}}}
	for on, weight := range map[date.Date]gdpr.Severity{day(2026, 9, 4): gdpr.Advice, day(2026, 9, 5): gdpr.Violation} {
		fs, err := g.Check(on, audit.Policy{Months: 3, By: "Own 9(1)"}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, weight, fs.Worst(), on)
	}

	// Without a term nothing is late, and what was never checked still awaits it.
	g.Checks = []audit.Check{{Office: "segreteria", Matter: audit.Training, On: day(2026, 5, 5), Correct: gdpr.Yes}}
	for _, cell := range cells(t, g, today, audit.Policy{Regime: gdpr.UnionLaw}) {
		want := audit.Awaited
		if cell.Matter == audit.Training {
			want = audit.Current
		}
		require.Equal(t, want, cell.State, cell.Matter)
	}
}

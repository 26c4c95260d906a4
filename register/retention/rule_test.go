package retention_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

func day(year int, month time.Month, d int) date.Date { return date.New(year, month, d) }

func term(n int, u gdpr.Unit) gdpr.Term { return gdpr.Term{N: n, Unit: u} }

func TestRuleExpiry(t *testing.T) {
	for _, c := range []struct {
		name    string
		rule    retention.Rule
		event   date.Date
		last    date.Date
		clamped bool
	}{
		{"ten years", retention.Rule{Period: term(10, gdpr.Years)}, day(2026, 3, 5), day(2036, 3, 5), false},
		{"leap day", retention.Rule{Period: term(1, gdpr.Years)}, day(2024, 2, 29), day(2025, 2, 28), true},
		{"short month", retention.Rule{Period: term(1, gdpr.Months)}, day(2026, 1, 31), day(2026, 2, 28), true},
		{"a Sunday: a ceiling doesn't move", retention.Rule{Period: term(7, gdpr.Days)}, day(2026, 12, 20), day(2026, 12, 27), false},
		{"one day: no rule of two working days", retention.Rule{Period: term(2, gdpr.Days)}, day(2026, 12, 24), day(2026, 12, 26), false},
		{"weeks", retention.Rule{Period: term(2, gdpr.Weeks)}, day(2026, 5, 4), day(2026, 5, 18), false},
		{"until the event", retention.Rule{Event: "end of residence"}, day(2026, 5, 3), day(2026, 5, 3), false},
		{"event still to come", retention.Rule{Period: term(1, gdpr.Years), Event: "end of the contract"}, 0, 0, false},
		{"until an event still to come", retention.Rule{Event: "end of residence"}, 0, 0, false},
		{"criterion alone", retention.Rule{Criterion: "as long as useful"}, day(2026, 5, 3), 0, false},
		{"nothing", retention.Rule{}, day(2026, 5, 3), 0, false},
	} {
		d, err := c.rule.Expiry(c.event)
		require.NoError(t, err, c.name)
		require.Equal(t, c.last, d.Due, c.name)
		require.Equal(t, d.Due, d.Safe, c.name)
		require.Equal(t, d.Due, d.Nominal, c.name)
		require.Equal(t, c.clamped, d.Steps == gdpr.Clamped, c.name)
		require.Equal(t, c.last == 0, d.IsZero(), c.name)
		if c.last != 0 {
			require.Equal(t, gdpr.Provision("GDPR 5(1)(e)"), d.Provision, c.name)
			require.Equal(t, c.event, d.Event, c.name)
		}
	}
}

// What is never destroyed has no last day, whatever happens.
func TestPermanentRule(t *testing.T) {
	d, err := retention.Rule{Bound: retention.Permanent, Event: "fine della pratica"}.Expiry(day(2026, 1, 1))
	require.NoError(t, err)
	require.Zero(t, d)
}

func TestRuleErrors(t *testing.T) {
	for _, c := range []struct {
		period gdpr.Term
		event  date.Date
		fault  gdpr.Fault
		field  string
	}{
		{term(24, gdpr.Hours), day(2026, 1, 1), gdpr.FaultName, "period.unit"},
		{term(5, gdpr.WorkingDays), day(2026, 1, 1), gdpr.FaultName, "period.unit"},
		{term(5, 0), day(2026, 1, 1), gdpr.FaultName, "period.unit"},
		{term(0, gdpr.Days), day(2026, 1, 1), gdpr.FaultRange, "period.n"},
		{term(-3, gdpr.Years), day(2026, 1, 1), gdpr.FaultRange, "period.n"},
		{term(9000, gdpr.Years), day(2026, 1, 1), gdpr.FaultRange, "period.n"},
		{term(1, gdpr.Years), -1, gdpr.FaultRange, "event"},
	} {
		_, err := retention.Rule{Period: c.period}.Expiry(c.event)
		require.ErrorIs(t, err, c.fault, c.period.String())
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field)
	}
}

func TestCheckRules(t *testing.T) {
	whole := retention.Rule{ID: "contracts", Text: "contracts", Period: term(10, gdpr.Years), Event: "end of the contract", Basis: "c.c. 2946", Fate: retention.Erase}
	require.Empty(t, retention.Check([]retention.Rule{whole}))
	for _, c := range []struct {
		name   string
		change func(*retention.Rule)
		code   gdpr.Code
		where  string
		weight gdpr.Severity
	}{
		{"no text", func(r *retention.Rule) { r.Text = " " }, retention.CodeRuleText, "[1].text", gdpr.Warning},
		{"no event", func(r *retention.Rule) { r.Event = "" }, retention.CodeRuleEvent, "[1].event", gdpr.Violation},
		{"nothing said", func(r *retention.Rule) { r.Period, r.Event = gdpr.Term{}, "" }, retention.CodeRuleTerm, "[1].period", gdpr.Violation},
		{"criterion alone", func(r *retention.Rule) { r.Period, r.Event, r.Criterion = gdpr.Term{}, "", "while useful" }, retention.CodeRuleCriterion, "[1].criterion", gdpr.Advice},
		{"no basis", func(r *retention.Rule) { r.Basis = "" }, retention.CodeRuleBasis, "[1].basis", gdpr.Warning},
		{"no fate", func(r *retention.Rule) { r.Fate = 0 }, retention.CodeRuleFate, "[1].fate", gdpr.Warning},
	} {
		r := whole
		c.change(&r)
		fs := retention.Check([]retention.Rule{whole, r})
		require.Len(t, fs, 1, c.name)
		require.Equal(t, c.code, fs[0].Code, c.name)
		require.Equal(t, c.where, fs[0].Where, c.name)
		require.Equal(t, c.weight, fs[0].Severity, c.name)
		require.NotEmpty(t, fs[0].Provisions, c.name)
	}
	until := whole
	until.Period = gdpr.Term{}
	require.Empty(t, retention.Check([]retention.Rule{until}), "until the event is a term")
	require.Nil(t, retention.Check(nil))
}

package informativa_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
)

func day(month time.Month, d int) date.Date { return date.New(2026, month, d) }

func TestNoticeDeadline(t *testing.T) {
	for name, c := range map[string]struct {
		c         Collection
		branch    Branch
		due, safe date.Date
		by        gdpr.Provision
	}{
		"data from the person: at collection": {
			Collection{Elsewhere: gdpr.No, Day: day(time.March, 10)},
			AtCollection, day(time.March, 10), day(time.March, 10), "GDPR 13(1)"},
		"data from the person on a Sunday: no day moves": {
			Collection{Elsewhere: gdpr.No, Day: day(time.March, 8), Contact: day(time.April, 1)},
			AtCollection, day(time.March, 8), day(time.March, 8), "GDPR 13(1)"},
		// GDPR 14(3)(a) with Reg. 1182/71 3(4): one month from 15 July is
		// Ferragosto, a Saturday, and rolls to Monday.
		"a month that ends on a holiday": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.July, 15)},
			WithinMonth, day(time.August, 17), day(time.August, 15), "GDPR 14(3)(a)"},
		"a month that February cuts short": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.January, 31)},
			WithinMonth, day(time.March, 2), day(time.February, 28), "GDPR 14(3)(a)"},
		"the person is written to first": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.March, 10), Contact: day(time.March, 20)},
			FirstContact, day(time.March, 20), day(time.March, 20), "GDPR 14(3)(b)"},
		"others get the data first": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.March, 10), Contact: day(time.March, 20), Disclosed: day(time.March, 12)},
			FirstDisclosure, day(time.March, 12), day(time.March, 12), "GDPR 14(3)(c)"},
		"contact and disclosure on one day: the first rule of the law": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.March, 10), Contact: day(time.March, 12), Disclosed: day(time.March, 12)},
			FirstContact, day(time.March, 12), day(time.March, 12), "GDPR 14(3)(b)"},
		"a contact after the month: the month is the most": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.March, 10), Contact: day(time.June, 1), Disclosed: day(time.June, 1)},
			WithinMonth, day(time.April, 10), day(time.April, 10), "GDPR 14(3)(a)"},
		"a contact between the end of the month and the day it rolled to": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.July, 15), Contact: day(time.August, 16)},
			FirstContact, day(time.August, 16), day(time.August, 15), "GDPR 14(3)(b)"},
		"a contact on the very day on which the month ends": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.July, 15), Contact: day(time.August, 17)},
			WithinMonth, day(time.August, 17), day(time.August, 15), "GDPR 14(3)(a)"},
		// 4 October is a holiday from 2026.
		"a month that ends on the day of Saint Francis": {
			Collection{Elsewhere: gdpr.Yes, Day: date.New(2027, time.September, 4)},
			WithinMonth, date.New(2027, time.October, 5), date.New(2027, time.October, 4), "GDPR 14(3)(a)"},
		"before it was one": {
			Collection{Elsewhere: gdpr.Yes, Day: date.New(2024, time.September, 4)},
			WithinMonth, date.New(2024, time.October, 4), date.New(2024, time.October, 4), "GDPR 14(3)(a)"},
		"a leap day": {
			Collection{Elsewhere: gdpr.Yes, Day: date.New(2024, time.January, 31)},
			WithinMonth, date.New(2024, time.February, 29), date.New(2024, time.February, 29), "GDPR 14(3)(a)"},
		"data from the person who was in touch before": {
			Collection{Elsewhere: gdpr.No, Day: day(time.March, 10), Contact: day(time.March, 1), Disclosed: day(time.March, 1)},
			AtCollection, day(time.March, 10), day(time.March, 10), "GDPR 13(1)"},
		"a contact on the day of obtaining": {
			Collection{Elsewhere: gdpr.Yes, Day: day(time.March, 10), Contact: day(time.March, 10)},
			FirstContact, day(time.March, 10), day(time.March, 10), "GDPR 14(3)(b)"},
	} {
		t.Run(name, func(t *testing.T) {
			m, err := c.c.Deadline(gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, c.branch, m.Branch)
			require.Equal(t, c.due, m.Deadline.Due)
			require.Equal(t, c.safe, m.Deadline.Safe)
			require.Equal(t, c.by, m.Deadline.Provision)
			require.NotEmpty(t, m.Branch.Label(language.English))
		})
	}
}

func TestNoticeDeadlineErrors(t *testing.T) {
	ok := Collection{Elsewhere: gdpr.Yes, Day: day(time.March, 10)}
	for _, c := range []struct {
		change func(*Collection)
		field  string
		fault  gdpr.Fault
	}{
		{func(c *Collection) { c.Elsewhere = gdpr.Unknown }, "elsewhere", gdpr.FaultMissing},
		{func(c *Collection) { c.Elsewhere = 9 }, "elsewhere", gdpr.FaultMissing},
		{func(c *Collection) { c.Day = 0 }, "day", gdpr.FaultMissing},
		{func(c *Collection) { c.Contact = day(time.March, 9) }, "contact", gdpr.FaultOrder},
		{func(c *Collection) { c.Disclosed = day(time.March, 9) }, "disclosed", gdpr.FaultOrder},
		{func(c *Collection) { c.Reused = day(time.March, 9) }, "reused", gdpr.FaultOrder},
	} {
		bad := ok
		c.change(&bad)
		_, err := bad.Deadline(gdpr.Italy())
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field)
		require.ErrorIs(t, err, c.fault)
		_, again, err := bad.Reuse()
		require.False(t, again)
		require.ErrorIs(t, err, c.fault)
	}
	for _, a := range []gdpr.Answer{gdpr.Yes, gdpr.No} {
		_, err := Collection{Elsewhere: a, Day: date.New(1950, time.March, 1)}.Deadline(gdpr.Italy())
		require.ErrorIs(t, err, gdpr.FaultRange)
		require.ErrorContains(t, err, "day: \"1950-03-01\"")
	}
}

// TestNoMoment finds nothing by a rule that isn't known.
func TestNoMoment(t *testing.T) {
	require.Empty(t, Moment{}.Check(day(time.March, 10), day(time.March, 11)))
	require.Empty(t, Moment{}.Check(0, day(time.March, 11)))
}

func TestReuse(t *testing.T) {
	_, ok, err := Collection{Elsewhere: gdpr.No, Day: day(time.March, 10)}.Reuse()
	require.NoError(t, err)
	require.False(t, ok)
	m, ok, err := Collection{Elsewhere: gdpr.No, Day: day(time.March, 10), Reused: day(time.June, 7)}.Reuse()
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, BeforeReuse, m.Branch)
	require.Equal(t, day(time.June, 7), m.Deadline.Due)
	require.Equal(t, gdpr.Provision("GDPR 13(3)"), m.Deadline.Provision)
	m, _, err = Collection{Elsewhere: gdpr.Yes, Day: day(time.March, 10), Reused: day(time.March, 10)}.Reuse()
	require.NoError(t, err)
	require.Equal(t, gdpr.Provision("GDPR 14(4)"), m.Deadline.Provision)
	require.Equal(t, []gdpr.Provision{"GDPR 14(4)"}, m.Check(day(time.March, 11), day(time.March, 12))[0].Provisions)
}

func TestMomentCheck(t *testing.T) {
	m, err := Collection{Elsewhere: gdpr.Yes, Day: day(time.July, 15)}.Deadline(gdpr.Italy())
	require.NoError(t, err)
	for _, c := range []struct {
		given, on date.Date
		code      gdpr.Code
		severity  gdpr.Severity
	}{
		{0, day(time.August, 17), "", 0},
		{0, day(time.August, 18), CodeNotGiven, gdpr.Violation},
		{day(time.August, 15), day(time.September, 1), "", 0},
		{day(time.August, 16), day(time.September, 1), CodeSafeMissed, gdpr.Advice},
		{day(time.August, 17), day(time.September, 1), CodeSafeMissed, gdpr.Advice},
		{day(time.August, 18), day(time.September, 1), CodeLate, gdpr.Violation},
	} {
		fs := m.Check(c.given, c.on)
		if c.code == "" {
			require.Empty(t, fs)
			continue
		}
		require.Len(t, fs, 1)
		require.Equal(t, c.code, fs[0].Code)
		require.Equal(t, c.severity, fs[0].Severity)
		require.Equal(t, []gdpr.Provision{"GDPR 14(3)(a)", "Regolamento 22(3)"}, fs[0].Provisions)
		require.NotContains(t, fs.String(), "%!")
	}
}

func TestNoticeDeadlineAllocatesNothing(t *testing.T) {
	c := Collection{Elsewhere: gdpr.Yes, Day: day(time.July, 15), Contact: day(time.August, 1)}
	cal := gdpr.Italy()
	require.Zero(t, testing.AllocsPerRun(100, func() { _, _ = c.Deadline(cal) }))
}

func BenchmarkNoticeDeadline(b *testing.B) {
	c := Collection{Elsewhere: gdpr.Yes, Day: day(time.July, 15), Contact: day(time.August, 1)}
	cal := gdpr.Italy()
	b.ReportAllocs()
	for b.Loop() {
		_, _ = c.Deadline(cal)
	}
}

// FuzzNoticeDeadline looks at what must hold whatever the days: Safe is never
// after Due, Due never after the month, and an earlier contact never makes the
// deadline later.
func FuzzNoticeDeadline(f *testing.F) {
	f.Add(int64(20649), uint8(2), uint16(5), uint16(0))
	f.Add(int64(20649), uint8(1), uint16(40), uint16(3))
	f.Fuzz(func(t *testing.T, on int64, elsewhere uint8, contact, disclosed uint16) {
		c := Collection{Elsewhere: gdpr.Answer(elsewhere % 3), Day: date.Date(on)}
		month, err := c.Deadline(gdpr.Italy())
		if err != nil {
			return
		}
		c.Contact, c.Disclosed = c.Day+date.Date(contact), c.Day+date.Date(disclosed)
		m, err := c.Deadline(gdpr.Italy())
		require.NoError(t, err)
		require.LessOrEqual(t, m.Deadline.Safe, m.Deadline.Due)
		require.LessOrEqual(t, m.Deadline.Due, month.Deadline.Due)
		require.GreaterOrEqual(t, m.Deadline.Safe, c.Day)
		c.Contact++
		later, err := c.Deadline(gdpr.Italy())
		require.NoError(t, err)
		require.LessOrEqual(t, m.Deadline.Due, later.Deadline.Due)
		again, err := c.Deadline(gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, later, again)
	})
}

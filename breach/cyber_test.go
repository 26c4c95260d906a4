package breach_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

// L. 90/2024, art. 1(1): Comuni of more than 100,000 inhabitants and capitals of
// regions, metropolitan cities, local health authorities, some companies.
func TestBodyReports(t *testing.T) {
	for _, c := range []struct {
		body Body
		want gdpr.Answer
	}{
		{Body{}, gdpr.Unknown},
		{Body{Kind: ComuneBody}, gdpr.Unknown},
		{Body{Kind: ComuneBody, Capital: gdpr.No}, gdpr.Unknown},
		{Body{Kind: ComuneBody, Capital: gdpr.Yes}, gdpr.Yes},
		{Body{Kind: ComuneBody, Inhabitants: 100_001}, gdpr.Yes},
		{Body{Kind: ComuneBody, Inhabitants: 100_000}, gdpr.Unknown},
		{Body{Kind: ComuneBody, Inhabitants: 100_000, Capital: gdpr.No}, gdpr.No},
		{Body{Kind: MetropolitanBody}, gdpr.Yes},
		{Body{Kind: HealthBody}, gdpr.Yes},
		{Body{Kind: CompanyBody}, gdpr.Unknown},
		{Body{Kind: CompanyBody, Qualified: gdpr.No}, gdpr.No},
		{Body{Kind: OtherBody}, gdpr.No},
	} {
		require.Equal(t, c.want, c.body.Reports(), "%+v", c.body)
	}
	require.Empty(t, Parallel(100_000, gdpr.No))
	require.True(t, Parallel(0, gdpr.No).Has(CodeParallel), "a population that isn't known isn't small")
}

// The terms of L. 90/2024 1(2) and D.Lgs. 138/2024 25(5): exact hours, and a month
// by the day of its number that moves off Sundays and holidays alone (c.c. 2963).
func TestCyberTerms(t *testing.T) {
	known := instant(t, "2026-10-23T16:40:00+02:00").In(rome(t))
	y := Cyber{Body: Body{Kind: HealthBody, Listed: gdpr.Yes, ListedFrom: date.New(2026, time.January, 1)}, Incident: gdpr.Yes, Significant: gdpr.Yes, Known: known, Notified: known.Add(time.Hour)}
	terms, err := y.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Len(t, terms, 5)
	for i, want := range []string{"2026-10-24T16:40:00+02:00", "2026-10-26T15:40:00+01:00", "2026-10-24T16:40:00+02:00", "2026-10-26T15:40:00+01:00"} {
		require.Equal(t, want, terms[i].Hours.Due.Format(time.RFC3339), i)
		require.Equal(t, terms[i].Hours.Due, terms[i].Hours.Safe)
	}
	require.Equal(t, gdpr.Provision("L. 90/2024 1(2)"), terms[0].Hours.Provision)
	require.Equal(t, gdpr.Provision("D.Lgs. 138/2024 25(5)"), terms[2].Hours.Provision)
	require.Equal(t, FinalReport, terms[4].Step)
	require.Equal(t, date.New(2026, 11, 23), terms[4].Day.Due)
	y.Notified = instant(t, "2026-10-28T10:00:00+01:00")
	terms, err = y.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, date.New(2026, 11, 28), terms[4].Day.Due, "a Saturday is a working day")
	require.True(t, terms[1].Sent && terms[1].Late)
	y.Ongoing = gdpr.Yes
	terms, err = y.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, MonthlyReport, terms[4].Step)
	y.Monthly = date.New(2026, 11, 28)
	terms, err = y.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, date.New(2026, 12, 28), terms[4].Day.Due)
	y.Ended = date.New(2026, 12, 10)
	terms, err = y.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, FinalReport, terms[4].Step)
	require.Equal(t, date.New(2027, 1, 11), terms[4].Day.Due, "10 January is a Sunday")
	y.Ongoing = gdpr.Unknown
	terms, err = y.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, date.New(2027, 1, 11), terms[4].Day.Due, "it ended after the month in which a final report was due: it went on")

	// An end within the month: one month from the notice, whatever was said of the incident.
	y.Ongoing, y.Monthly, y.Ended = gdpr.Yes, 0, date.New(2026, 11, 10)
	terms, err = y.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, FinalReport, terms[4].Step)
	require.Equal(t, date.New(2026, 11, 28), terms[4].Day.Due)

	_, err = Cyber{}.Terms(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultMissing)
	narrow, err := gdpr.NewCalendar(1999, 2000)
	require.NoError(t, err)
	_, err = y.Terms(narrow)
	require.ErrorIs(t, err, gdpr.FaultRange)
	terms, err = Cyber{Incident: gdpr.No}.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Empty(t, terms)
}

func TestCyberCheck(t *testing.T) {
	known := instant(t, "2026-09-14T09:20:00+02:00")
	whole := Cyber{Body: Body{Kind: ComuneBody, Inhabitants: 200_000, Listed: gdpr.Yes, ListedFrom: date.New(2026, time.January, 1)}, Incident: gdpr.Yes, Significant: gdpr.Yes, Known: known,
		Warned: known.Add(20 * time.Hour), Notified: known.Add(70 * time.Hour), Final: date.New(2026, 10, 15), Users: gdpr.No}
	for _, c := range []struct {
		why    string
		change func(*Cyber)
		at     time.Duration
		want   []string
	}{
		{"all sent", func(y *Cyber) {}, 5000, nil},
		{"nothing said", func(y *Cyber) { *y = Cyber{Known: known} }, 5000, []string{"breach.parallel "}},
		{"not known whether the law reaches it", func(y *Cyber) { y.Body = Body{Listed: gdpr.No} }, 5000, []string{"breach.parallel "}},
		{"no incident", func(y *Cyber) { *y = Cyber{Incident: gdpr.No} }, 5000, nil},
		{"to report", func(y *Cyber) { y.Warned, y.Notified, y.Body.Listed = time.Time{}, time.Time{}, gdpr.No }, 23, []string{"breach.cyber.to-send warned", "breach.cyber.to-send notified"}},
		{"at the end of the hours", func(y *Cyber) { y.Warned, y.Notified, y.Body.Listed = time.Time{}, time.Time{}, gdpr.No }, 24, []string{"breach.cyber.to-send warned", "breach.cyber.to-send notified"}},
		{"after them", func(y *Cyber) { y.Warned, y.Notified, y.Body.Listed = time.Time{}, time.Time{}, gdpr.No }, 25, []string{"breach.cyber.not-sent warned", "breach.cyber.to-send notified"}},
		{"sent late", func(y *Cyber) { y.Warned, y.Body.Listed = known.Add(25*time.Hour), gdpr.No }, 100, []string{"breach.cyber.sent-late warned"}},
		{"final report to send", func(y *Cyber) { y.Final, y.Body.Inhabitants, y.Body.Capital = 0, 5, gdpr.No }, 100, []string{"breach.cyber.to-send final"}},
		{"final report on its last day", func(y *Cyber) { y.Final, y.Body.Kind = 0, OtherBody }, 33*24 - 1, []string{"breach.cyber.to-send final"}},
		{"and on the day after", func(y *Cyber) { y.Final, y.Body.Kind = 0, OtherBody }, 34*24 - 1, []string{"breach.cyber.not-sent final"}},
		{"not known whether the other law reaches it", func(y *Cyber) { y.Body.Listed = gdpr.Unknown }, 100, []string{"breach.parallel "}},
		{"final report not sent", func(y *Cyber) { y.Final, y.Body.Kind = 0, OtherBody }, 5000, []string{"breach.cyber.not-sent final"}},
		{"interim report asked for", func(y *Cyber) { y.Asked = date.New(2026, 9, 20) }, 5000, []string{"breach.cyber.interim interim"}},
		{"users not told", func(y *Cyber) { y.Users = gdpr.Yes }, 5000, []string{"breach.cyber.users users_told"}},
		{"users told", func(y *Cyber) { y.Users, y.UsersTold = gdpr.Yes, date.New(2026, 9, 20) }, 5000, nil},
		{"nobody knows whether users can be told", func(y *Cyber) { y.Users = gdpr.Unknown }, 5000, []string{"breach.cyber.users users_told"}},
		{"interim report sent", func(y *Cyber) { y.Asked, y.Interim = date.New(2026, 9, 20), date.New(2026, 9, 22) }, 5000, nil},
	} {
		y := whole
		c.change(&y)
		fs, err := y.Check(known.Add(c.at*time.Hour), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, c.want, found(fs), c.why)
	}
	_, err := Cyber{Body: whole.Body, Incident: gdpr.Yes}.Check(known, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultMissing)

	e := wholeEntry(t)
	e.Cyber = Cyber{Body: whole.Body, Incident: gdpr.Yes, Significant: gdpr.No}
	require.Equal(t, []string{"breach.cyber.not-sent cyber.warned", "breach.cyber.not-sent cyber.notified"}, found(e.Check(afterwards)), "the hours run from the awareness of the breach")
	e.Cyber.Body.Kind = OtherBody
	require.Empty(t, e.Check(afterwards))
	e.Cyber.Body.Kind, e.Awareness = HealthBody, Awareness{}
	require.Contains(t, found(e.Check(afterwards)), "breach.entry.awareness cyber.known")
}

// D.Lgs. 138/2024 25 is first applied by acts of the agency: a listed body isn't
// bound before the day of its own.
func TestCyberListedFrom(t *testing.T) {
	y := Cyber{Body: Body{Kind: OtherBody, Listed: gdpr.Yes}, Incident: gdpr.Yes, Significant: gdpr.Yes, Known: instant(t, "2025-02-01T10:00:00+01:00")}
	for from, want := range map[date.Date]gdpr.Answer{
		0: gdpr.Unknown, date.New(2025, time.February, 2): gdpr.Unknown, date.New(2025, time.February, 1): gdpr.Yes,
	} {
		y.Body.ListedFrom = from
		_, nis := y.Owed()
		require.Equal(t, want, nis, "%s", from)
		found, err := y.Check(y.Known.Add(100*time.Hour), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, want == gdpr.Yes, found.Has(CodeCyberNotSent))
	}
}

// The final report is due one month after the notice, its last day included; an
// incident that ended on that day didn't go on after it (D.Lgs. 138/2024 25(5)).
func TestCyberMonth(t *testing.T) {
	known := instant(t, "2026-09-14T09:20:00+02:00")
	last := date.New(2026, time.October, 15)
	for _, c := range []struct {
		why          string
		ended, final date.Date
		due          date.Date
		late         bool
	}{
		{"sent on the last day", 0, last, last, false},
		{"sent on the day after", 0, last + 1, last, true},
		{"ended on the last day", last, last, last, false},
		{"ended on the day after", last + 1, last + 1, date.New(2026, time.November, 16), false},
	} {
		y := Cyber{Body: Body{Kind: OtherBody, Listed: gdpr.Yes, ListedFrom: date.New(2026, time.January, 1)}, Incident: gdpr.Yes, Significant: gdpr.Yes,
			Known: known, Warned: known, Notified: known.Add(24 * time.Hour), Ended: c.ended, Final: c.final}
		terms, err := y.Terms(gdpr.Italy())
		require.NoError(t, err)
		require.Len(t, terms, 3)
		require.Equal(t, FinalReport, terms[2].Step, c.why)
		require.Equal(t, c.due, terms[2].Day.Due, c.why)
		require.Equal(t, c.late, terms[2].Late, c.why)
	}
}

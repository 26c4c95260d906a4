package gdpr_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // the tests load Europe/Rome on any machine

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// shared is the folder with the official tables that aren't part of the
// project: go test . -args -shared DIR.
var shared = flag.String("shared", "", "folder with the shared tables")

var calendars = map[string]gdpr.Calendar{
	"Italy":    gdpr.Italy(),
	"Rome":     gdpr.Rome(),
	"Bolzano":  gdpr.Bolzano(),
	"weekends": {},
}

var units = map[string]gdpr.Unit{"days": gdpr.Days, "weeks": gdpr.Weeks, "months": gdpr.Months, "years": gdpr.Years}

// TestTerms holds the terms against the worked cases of authorities, courts and
// guidelines, and against cases derived from the regulation's own words.
func TestTerms(t *testing.T) {
	rows := table(t, "terms.tsv")
	require.Len(t, rows, 68)
	for _, row := range rows {
		t.Run(row["id"], func(t *testing.T) {
			n, err := strconv.Atoi(row["n"])
			require.NoError(t, err)
			cal, ok := calendars[row["calendar"]]
			require.True(t, ok)
			count := gdpr.Term.After
			if n < 0 {
				n, count = -n, gdpr.Term.Before
			}
			d, err := count(gdpr.Term{N: n, Unit: units[row["unit"]]}, day(row["event"]), cal)
			require.NoError(t, err, row["source"])
			require.Equal(t, row["nominal"], d.Nominal.String(), row["source"])
			if row["due"] != "-" {
				require.Equal(t, row["due"], d.Due.String(), row["source"])
			}
			require.LessOrEqual(t, d.Safe, d.Due)
			require.Equal(t, d.Due > d.Nominal, d.Steps&(gdpr.Rolled|gdpr.TwoWorkingDays) != 0)
		})
	}
}

func TestTermLabels(t *testing.T) {
	for _, c := range []struct {
		term   gdpr.Term
		it, en string
	}{
		{gdpr.Term{N: 72, Unit: gdpr.Hours}, "72 ore", "72 hours"},
		{gdpr.Term{N: 1, Unit: gdpr.Days}, "1 giorno", "1 day"},
		{gdpr.Term{N: 30, Unit: gdpr.Days}, "30 giorni", "30 days"},
		{gdpr.Term{N: 5, Unit: gdpr.WorkingDays}, "5 giorni lavorativi", "5 working days"},
		{gdpr.Term{N: 1, Unit: gdpr.Weeks}, "1 settimana", "1 week"},
		{gdpr.Term{N: 2, Unit: gdpr.Months}, "2 mesi", "2 months"},
		{gdpr.Term{N: 1, Unit: gdpr.Years}, "1 anno", "1 year"},
		{gdpr.Term{N: 3}, "", ""},
		{gdpr.Term{N: 3, Unit: 99}, "", ""},
	} {
		require.Equal(t, c.it, c.term.Label(language.Italian))
		require.Equal(t, c.en, c.term.Label(language.English))
	}
}

// TestTermsBackwards pins the working day before the end of a backward term, the
// prudent day, which Reg. 1182/71 3(4) doesn't require.
func TestTermsBackwards(t *testing.T) {
	for _, c := range []struct {
		event     string
		term      gdpr.Term
		due, safe string
	}{
		{"2027-01-05", gdpr.Term{N: 10, Unit: gdpr.Days}, "2026-12-26", "2026-12-24"},
		{"2026-08-30", gdpr.Term{N: 4, Unit: gdpr.Weeks}, "2026-08-02", "2026-07-31"},
		{"2026-03-31", gdpr.Term{N: 1, Unit: gdpr.Months}, "2026-02-28", "2026-02-27"}, // clamped backwards too; a Saturday
		{"2026-01-12", gdpr.Term{N: 5, Unit: gdpr.WorkingDays}, "2026-01-02", "2026-01-02"},
	} {
		d, err := c.term.Before(day(c.event), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, c.due, d.Due.String())
		require.Equal(t, c.safe, d.Safe.String())
		require.NotZero(t, d.Steps&gdpr.Backwards)
		require.Zero(t, d.Steps&gdpr.Rolled)
	}
}

// TestHours holds the terms in hours against the worked cases, on each reading.
func TestHours(t *testing.T) {
	rows := table(t, "hours.tsv")
	require.Len(t, rows, 8)
	for _, row := range rows {
		t.Run(row["id"], func(t *testing.T) {
			at := instant(t, row["aware"])
			if loc, err := time.LoadLocation(row["location"]); err == nil {
				at = at.In(loc)
			}
			d, err := gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(at)
			require.NoError(t, err)
			require.Equal(t, row["safe"], d.Safe.Format(time.RFC3339))
			require.Equal(t, row["due"], d.Due.Format(time.RFC3339))
			for r, want := range map[gdpr.Reading]string{gdpr.NotApplied: row["due"], gdpr.DaysTouched: row["touched"], gdpr.WholeDays: row["whole"]} {
				got, err := d.Reading(r, gdpr.Italy())
				require.NoError(t, err)
				require.Equal(t, want, got.Due.Format(time.RFC3339), "reading %d", r)
				require.Equal(t, d.Safe, got.Safe, "no reading moves Safe")
				require.Equal(t, got.Due != d.Due, got.Steps&gdpr.TwoWorkingDays != 0)
			}
		})
	}
}

// TestHoursByDay holds the 72 hours against the last days that authorities
// stated: neither a weekend nor a holiday moves them.
func TestHoursByDay(t *testing.T) {
	for _, c := range []struct{ id, aware, latest string }{
		{"off-argon: Datatilsynet (NO), Argon", "2021-07-19", "2021-07-22"},
		{"off-booking: AP (NL), aware on a Sunday", "2019-01-13", "2019-01-16"},
		{"off-pvv: AP (NL), Friday to Monday", "2019-01-11", "2019-01-14"},
		{"off-twitter: DPC (IE), ends on a Sunday, 6 January", "2019-01-03", "2019-01-06"},
	} {
		for hour := range 24 {
			at := day(c.aware).MidnightUTC().Add(time.Duration(hour) * time.Hour)
			d, err := gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(at)
			require.NoError(t, err)
			require.Equal(t, c.latest, date.NewAt(d.Safe).String(), c.id)
			require.Equal(t, c.latest, date.NewAt(d.Due.Add(-1)).String(), c.id)
		}
	}
}

func TestHoursLeftIsExact(t *testing.T) {
	d, err := gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(instant(t, "2026-09-14T09:20:00+02:00"))
	require.NoError(t, err)
	require.Equal(t, time.Second, d.Left(d.Due.Add(-time.Second)))
	require.Zero(t, d.Left(d.Due))
	require.Equal(t, -time.Second, d.Left(d.Due.Add(time.Second)))
	require.Equal(t, gdpr.Provision("GDPR 33(1)"), d.By("GDPR 33(1)").Provision)

	exact, err := gdpr.Term{N: 1, Unit: gdpr.Hours}.AfterInstant(instant(t, "2026-09-14T09:59:59.999999999+02:00"))
	require.NoError(t, err)
	require.Equal(t, "2026-09-14T11:00:00+02:00", exact.Due.Format(time.RFC3339Nano), "to the nanosecond")

	for _, c := range []struct {
		reading gdpr.Reading
		cal     gdpr.Calendar
		fault   gdpr.Fault
	}{{3, gdpr.Italy(), gdpr.FaultName}, {gdpr.WholeDays, must(gdpr.NewCalendar(2020, 2025)), gdpr.FaultRange}} {
		_, err := d.Reading(c.reading, c.cal)
		require.ErrorIs(t, err, c.fault)
	}

	short, err := gdpr.Term{N: 47, Unit: gdpr.Hours}.AfterInstant(instant(t, "2026-09-11T16:30:00+02:00"))
	require.NoError(t, err)
	same, err := short.Reading(gdpr.WholeDays, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, short, same, "a term of less than two days has no two working days to hold")
	two, err := gdpr.Term{N: 48, Unit: gdpr.Hours}.AfterInstant(instant(t, "2026-09-11T16:30:00+02:00"))
	require.NoError(t, err)
	longer, err := two.Reading(gdpr.WholeDays, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2026-09-16T00:00:00+02:00", longer.Due.Format(time.RFC3339))
}

// TestReceiptIsTheLocalDay: half past eleven at night in Greenwich is the next
// day in Rome.
func TestReceiptIsTheLocalDay(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	require.NoError(t, err)
	for _, c := range []struct{ id, at, day string }{
		{"ts-local-late", "2026-03-31T23:59:59+02:00", "2026-03-31"},
		{"ts-utc-shift-2", "2026-01-30T23:30:00+00:00", "2026-01-31"},
	} {
		require.Equal(t, c.day, date.NewAt(instant(t, c.at).In(rome)).String(), c.id)
	}
}

func TestTermSteps(t *testing.T) {
	for _, c := range []struct {
		event string
		term  gdpr.Term
		due   string
		steps string
	}{
		{"2026-07-01", gdpr.Term{N: 30, Unit: gdpr.Days}, "2026-07-31", ""},
		{"2026-08-31", gdpr.Term{N: 1, Unit: gdpr.Months}, "2026-09-30", "clamped"},
		{"2026-01-31", gdpr.Term{N: 1, Unit: gdpr.Months}, "2026-03-02", "clamped, rolled"},
		{"2026-09-11", gdpr.Term{N: 2, Unit: gdpr.Days}, "2026-09-15", "rolled, two_working_days"},
		{"2026-09-11", gdpr.Term{N: 1, Unit: gdpr.Days}, "2026-09-14", "rolled"}, // less than two days
		{"2026-12-24", gdpr.Term{N: 4, Unit: gdpr.Days}, "2026-12-29", "two_working_days"},
		{"2026-12-24", gdpr.Term{N: 1, Unit: gdpr.Weeks}, "2026-12-31", ""},
		{"2026-12-24", gdpr.Term{N: 2, Unit: gdpr.WorkingDays}, "2026-12-29", ""},
		{"2019-09-24", gdpr.Term{N: 1, Unit: gdpr.WorkingDays}, "2019-09-25", ""}, // not two days long
		{"2028-02-29", gdpr.Term{N: 1, Unit: gdpr.Years}, "2029-02-28", "clamped"},
		{"2028-02-29", gdpr.Term{N: 4, Unit: gdpr.Years}, "2032-03-01", "rolled"}, // 29 February 2032 is a Sunday
	} {
		d, err := c.term.After(day(c.event), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, c.due, d.Due.String(), "%s from %s", c.term, c.event)
		require.Equal(t, c.steps, d.Steps.String(), "%s from %s", c.term, c.event)
	}
}

// TestEveryVectorIsTested: with -shared, each worked case of the shared tables
// is named in a test of this module or in its data.
func TestEveryVectorIsTested(t *testing.T) {
	if *shared == "" {
		t.Log("not held against the shared tables: pass -args -shared DIR")
		return
	}
	var tests strings.Builder
	require.NoError(t, filepath.WalkDir(".", func(p string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && (strings.HasSuffix(p, "_test.go") || strings.HasSuffix(p, ".tsv") || strings.Contains(p, "testdata")) {
			data, err := os.ReadFile(p)
			require.NoError(t, err)
			tests.Write(data)
		}
		return err
	}))
	data, err := os.ReadFile(filepath.Join(*shared, "law", "time-limits.json"))
	require.NoError(t, err)
	var cases []struct{ ID string }
	require.NoError(t, json.Unmarshal(data, &cases))
	require.NotEmpty(t, cases)
	for _, c := range cases {
		if !strings.Contains(tests.String(), c.ID) {
			t.Errorf("no test names %s", c.ID)
		}
	}
}

func TestTermErrors(t *testing.T) {
	it := gdpr.Italy()
	event := day("2026-01-31")
	at := instant(t, "2026-09-14T09:20:00+02:00")
	for _, c := range []struct {
		name  string
		err   error
		fault gdpr.Fault
		field string
	}{
		{"zero term", second(gdpr.Term{}.After(event, it)), gdpr.FaultRange, "n"},
		{"no unit", second(gdpr.Term{N: 1}.After(event, it)), gdpr.FaultName, "unit"},
		{"hours", second(gdpr.Term{N: 1, Unit: gdpr.Hours}.After(event, it)), gdpr.FaultName, "unit"},
		{"unknown unit", second(gdpr.Term{N: 1, Unit: 99}.After(event, it)), gdpr.FaultName, "unit"},
		{"negative", second(gdpr.Term{N: -1, Unit: gdpr.Days}.After(event, it)), gdpr.FaultRange, "n"},
		{"too many days", second(gdpr.Term{N: 9999*366 + 1, Unit: gdpr.Days}.After(event, it)), gdpr.FaultRange, "n"},
		{"too many working days", second(gdpr.Term{N: 10_001, Unit: gdpr.WorkingDays}.After(event, it)), gdpr.FaultRange, "n"},
		{"too many years", second(gdpr.Term{N: 9000, Unit: gdpr.Years}.After(event, it)), gdpr.FaultRange, "n"},
		{"before the calendar", second(gdpr.Term{N: 1, Unit: gdpr.Days}.After(day("1985-12-31"), it)), gdpr.FaultRange, "event"},
		{"back before the calendar", second(gdpr.Term{N: 1, Unit: gdpr.Days}.Before(day("1986-01-01"), it)), gdpr.FaultRange, "due"},
		{"after the calendar", second(gdpr.Term{N: 1, Unit: gdpr.Days}.After(day("9999-12-31"), it)), gdpr.FaultRange, "due"},
		{"two working days after the calendar", second(gdpr.Term{N: 2, Unit: gdpr.Days}.After(day("9999-12-29"), it)), gdpr.FaultRange, ""},
		{"hours in days", second(gdpr.Term{N: 1, Unit: gdpr.Days}.AfterInstant(at)), gdpr.FaultName, "unit"},
		{"no hours", second(gdpr.Term{Unit: gdpr.Hours}.AfterInstant(at)), gdpr.FaultRange, "n"},
		{"too many hours", second(gdpr.Term{N: 87_601, Unit: gdpr.Hours}.AfterInstant(at)), gdpr.FaultRange, "n"},
		{"zero instant", second(gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(time.Time{})), gdpr.FaultMissing, "event"},
		{"far instant", second(gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(at.AddDate(9000, 0, 0))), gdpr.FaultRange, "event"},
	} {
		if c.name == "two working days after the calendar" {
			// 31 December 9999 is a Friday: the term ends there, on the second working day.
			require.NoError(t, c.err)
			continue
		}
		require.ErrorIs(t, c.err, c.fault, c.name)
		var in *gdpr.InputError
		require.ErrorAs(t, c.err, &in, c.name)
		require.Equal(t, c.field, in.Field, c.name)
	}
	for _, edge := range []gdpr.Term{{N: 10_000, Unit: gdpr.WorkingDays}, {N: 1, Unit: gdpr.Days}} {
		require.NoError(t, second(edge.After(event, it)))
	}
	require.NoError(t, second(gdpr.Term{N: 87_600, Unit: gdpr.Hours}.AfterInstant(at)))
}

func TestPause(t *testing.T) {
	month := gdpr.Term{N: 1, Unit: gdpr.Months}
	for _, c := range []struct {
		id, receipt, asked string
		days               date.Date
		nominal, due, safe string
	}{
		{"sus-1", "2026-03-02", "2026-03-04", 12, "2026-04-14", "2026-04-14", "2026-04-14"},
		{"sus-2", "2026-01-31", "2026-02-03", 7, "2026-03-07", "2026-03-09", "2026-03-07"},
		{"sus-4", "2026-01-30", "2026-02-02", 10, "2026-03-10", "2026-03-10", "2026-03-09"},
		{"on the day of the event", "2026-03-02", "2026-03-02", 12, "2026-04-14", "2026-04-14", "2026-04-14"},
		{"on the nominal last day", "2026-01-29", "2026-02-28", 5, "2026-03-05", "2026-03-05", "2026-03-03"},
		{"before the moved last day", "2026-01-29", "2026-03-01", 5, "2026-03-06", "2026-03-06", "2026-02-28"},
		{"on the moved last day", "2026-01-29", "2026-03-02", 3, "2026-03-05", "2026-03-05", "2026-02-28"},
		{"after the moved last day", "2026-01-29", "2026-03-03", 3, "2026-02-28", "2026-03-02", "2026-02-28"},
	} {
		d, err := month.After(day(c.receipt), gdpr.Italy())
		require.NoError(t, err)
		asked := day(c.asked)
		d, err = d.Pause(asked, asked+c.days, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, []string{c.nominal, c.due, c.safe}, []string{d.Nominal.String(), d.Due.String(), d.Safe.String()}, c.id)
		require.Equal(t, d.Paused != 0, d.Steps&gdpr.Paused != 0)
		twice, err := month.After(day(c.receipt), gdpr.Italy())
		require.NoError(t, err)
		twice, err = twice.Pause(asked, asked+c.days-1, gdpr.Italy())
		require.NoError(t, err)
		twice, err = twice.Pause(asked+c.days-1, asked+c.days, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, d.Due, twice.Due, "two pauses are as good as one: %s", c.id)
	}

	event := day("2026-03-02")
	d, err := month.After(event, gdpr.Italy())
	require.NoError(t, err)
	same, err := d.Pause(event+5, event+5, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, d, same)
	require.ErrorIs(t, second(d.Pause(event+5, event+4, gdpr.Italy())), gdpr.FaultOrder)
	require.ErrorIs(t, second(d.Pause(event-1, event+4, gdpr.Italy())), gdpr.FaultOrder)
	require.ErrorIs(t, second(d.Pause(event+1, 9999*366, gdpr.Italy())), gdpr.FaultRange)
	require.ErrorIs(t, second(d.Pause(event+1, day("9999-12-31"), gdpr.Italy())), gdpr.FaultRange)
	back, err := month.Before(event, gdpr.Italy())
	require.NoError(t, err)
	require.ErrorIs(t, second(back.Pause(event+1, event+2, gdpr.Italy())), gdpr.FaultContradiction)
	require.ErrorIs(t, second(gdpr.Deadline{}.Pause(0, 1, gdpr.Italy())), gdpr.FaultRange)
	few := must(gdpr.NewCalendar(2026, 2026))
	d = must(month.After(day("2026-11-24"), few))
	require.ErrorIs(t, second(d.Pause(day("2026-12-01"), day("2026-12-09"), few)), gdpr.FaultRange, "the end of the pause lies outside the calendar")
	require.ErrorIs(t, second(d.Pause(day("2026-12-01"), day("2027-01-09"), few)), gdpr.FaultRange)
	holidays := must(gdpr.NewCalendar(2026, 2026, gdpr.HolidayRule{Month: time.December, Day: 31}))
	require.ErrorIs(t, second(gdpr.Term{N: 1, Unit: gdpr.Days}.After(day("2026-12-30"), holidays)), gdpr.FaultRange, "rolled out of the calendar")
}

// A term of working days loses in a pause only the working days of it.
func TestPauseOfWorkingDays(t *testing.T) {
	for _, c := range []struct{ from, to, due string }{
		{"2026-11-07", "2026-11-09", "2026-11-12"}, // Saturday and Sunday
		{"2026-11-06", "2026-11-09", "2026-11-13"},
		{"2026-11-12", "2026-11-19", "2026-11-19"}, // from the last day on
		{"2026-11-05", "2026-11-09", "2026-11-16"}, // Thursday, the day of the event, and Friday
	} {
		d := must(gdpr.Term{N: 5, Unit: gdpr.WorkingDays}.After(day("2026-11-05"), gdpr.Italy()))
		d = must(d.Pause(day(c.from), day(c.to), gdpr.Italy()))
		require.Equal(t, []date.Date{day(c.due), day(c.due), day(c.due)}, []date.Date{d.Nominal, d.Due, d.Safe}, c.from)
	}
}

// A pause of a term before a court takes no day that the summer takes already.
func TestPauseOfJudicialTerms(t *testing.T) {
	d := must(gdpr.Term{N: 30, Unit: gdpr.Days, Counting: gdpr.Judicial}.After(day("2026-07-20"), gdpr.Italy()))
	paused := must(d.Pause(day("2026-07-30"), day("2026-09-03"), gdpr.Italy()))
	require.Equal(t, 4, paused.Paused) // 30 and 31 July, 1 and 2 September
	require.Equal(t, "2026-09-23", paused.Nominal.String())
	same := must(d.Pause(day("2026-08-03"), day("2026-08-20"), gdpr.Italy()))
	require.Equal(t, d.Due, same.Due)
}

// Reg. 1182/71 3(2)(d): a month is thirty days where a term has parts of months.
func TestPartsOfMonths(t *testing.T) {
	for _, c := range []struct {
		term               gdpr.Term
		event, nominal     string
		italian, english   string
		backwards, written string
	}{
		{gdpr.Term{N: 1, Unit: gdpr.Months, Part: 15}, "2026-01-31", "2026-03-15", "1 mese e 15 giorni", "1 month and 15 days", "2025-12-16", `{"n":1,"unit":"months","part":15}`},
		{gdpr.Term{Unit: gdpr.Months, Part: 15}, "2026-01-31", "2026-02-15", "15 giorni", "15 days", "2026-01-16", `{"n":0,"unit":"months","part":15}`},
		{gdpr.Term{N: 2, Unit: gdpr.Years, Part: 10}, "2026-01-31", "2028-02-10", "2 anni e 10 giorni", "2 years and 10 days", "2024-01-21", `{"n":2,"unit":"years","part":10}`},
	} {
		d := must(c.term.After(day(c.event), gdpr.Italy()))
		require.Equal(t, c.nominal, d.Nominal.String())
		require.Equal(t, c.backwards, must(c.term.Before(day(c.event), gdpr.Italy())).Due.String())
		require.Equal(t, c.italian, c.term.Label(language.Italian))
		require.Equal(t, c.english, c.term.Label(language.English))
		data, err := json.Marshal(c.term)
		require.NoError(t, err)
		require.JSONEq(t, c.written, string(data))
		var back gdpr.Term
		require.NoError(t, gdpr.Decode(data, &back))
		require.Equal(t, c.term, back)
	}
	require.Equal(t, "1 months and 15 days", gdpr.Term{N: 1, Unit: gdpr.Months, Part: 15}.String())
	require.ErrorIs(t, second(gdpr.Term{N: 1, Unit: gdpr.Months, Part: 30}.After(day("2026-01-31"), gdpr.Italy())), gdpr.FaultRange)
	require.ErrorIs(t, second(gdpr.Term{N: 1, Unit: gdpr.Weeks, Part: 3}.After(day("2026-01-31"), gdpr.Italy())), gdpr.FaultContradiction)
	require.ErrorIs(t, second(gdpr.Term{N: -1, Unit: gdpr.Months, Part: 3}.After(day("2026-01-31"), gdpr.Italy())), gdpr.FaultRange)
}

// Backwards, Safe leaves two working days to whoever applies Reg. 1182/71 3(5) to
// such terms too, since only 3(4) excepts them.
func TestSafeBackwards(t *testing.T) {
	d := must(gdpr.Term{N: 2, Unit: gdpr.Days}.Before(day("2026-09-14"), gdpr.Italy())) // a Monday
	require.Equal(t, []string{"2026-09-12", "2026-09-10"}, []string{d.Due.String(), d.Safe.String()})
	d = must(gdpr.Term{N: 1, Unit: gdpr.Days}.Before(day("2026-09-14"), gdpr.Italy()))
	require.Equal(t, []string{"2026-09-13", "2026-09-11"}, []string{d.Due.String(), d.Safe.String()})
	d = must(gdpr.Term{N: 2, Unit: gdpr.Days}.Before(day("2026-09-16"), gdpr.Italy()))
	require.Equal(t, []string{"2026-09-14", "2026-09-14"}, []string{d.Due.String(), d.Safe.String()})
	few := must(gdpr.NewCalendar(2027, 2027))
	require.ErrorIs(t, second(gdpr.Term{N: 2, Unit: gdpr.Days}.Before(day("2027-01-03"), few)), gdpr.FaultRange)
}

// Whether Whit Monday is a holiday for European terms in Bolzano is unsettled:
// Safe never counts on it.
func TestSafeOfUnsettledHolidays(t *testing.T) {
	for _, c := range []struct {
		term      gdpr.Term
		event     string
		due, safe string
	}{
		{gdpr.Term{N: 1, Unit: gdpr.WorkingDays}, "2026-05-22", "2026-05-26", "2026-05-25"},
		{gdpr.Term{N: 3, Unit: gdpr.WorkingDays}, "2026-05-22", "2026-05-28", "2026-05-27"},
		{gdpr.Term{N: 5, Unit: gdpr.Days}, "2026-05-20", "2026-05-26", "2026-05-25"},
	} {
		d := must(c.term.After(day(c.event), gdpr.Bolzano()))
		require.Equal(t, []string{c.due, c.safe}, []string{d.Due.String(), d.Safe.String()})
	}
	d := must(gdpr.Term{N: 3, Unit: gdpr.WorkingDays}.After(day("2026-05-22"), gdpr.Bolzano()))
	d = must(d.Pause(day("2026-05-24"), day("2026-05-27"), gdpr.Bolzano()))
	require.Equal(t, []string{"2026-05-29", "2026-05-29"}, []string{d.Due.String(), d.Safe.String()}, "26 May is lost, and 25 and 26 without the holiday")
}

// A day that a place left out, as Apia did with 30 December 2011, is none of the
// two working days that some want to lie wholly in a term of hours.
func TestReadingOverADayThatNeverCame(t *testing.T) {
	apia, err := time.LoadLocation("Pacific/Apia")
	require.NoError(t, err)
	d, err := gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(time.Date(2011, time.December, 28, 12, 0, 0, 0, apia))
	require.NoError(t, err)
	d, err = d.Reading(gdpr.WholeDays, gdpr.Calendar{})
	require.NoError(t, err)
	require.Equal(t, "2012-01-03T00:00:00+14:00", d.Due.Format(time.RFC3339), "Thursday 29 December, and Monday 2 January")
}

func TestEnd(t *testing.T) {
	rome, err := time.LoadLocation("Europe/Rome")
	require.NoError(t, err)
	d := must(gdpr.Term{N: 1, Unit: gdpr.Months}.After(day("2026-02-25"), gdpr.Italy()))
	require.Equal(t, "2026-03-25", d.Due.String())
	require.Equal(t, "2026-03-26T00:00:00+01:00", d.End(rome).Format(time.RFC3339))
	require.Equal(t, "2026-03-26T00:00:00Z", d.End(nil).Format(time.RFC3339))
	require.Equal(t, d.Due, gdpr.LastDay(d.End(rome)))
	require.Equal(t, d.Due+1, gdpr.LastDay(d.End(rome).Add(1)))
	d = must(gdpr.Term{N: 4, Unit: gdpr.Weeks}.After(day("2026-03-01"), gdpr.Calendar{}))
	require.Equal(t, "2026-03-30", d.Due.String())
	require.Equal(t, "2026-03-31T00:00:00+02:00", d.End(rome).Format(time.RFC3339), "summer time began on the 29th")

	// Places where the clocks are changed at midnight.
	for _, c := range []struct{ place, last, end string }{
		{"America/Havana", "2025-03-08", "2025-03-09T01:00:00-04:00"},    // midnight is jumped over
		{"America/Havana", "2025-11-01", "2025-11-02T00:00:00-04:00"},    // and comes twice
		{"America/Sao_Paulo", "2018-11-03", "2018-11-04T01:00:00-02:00"}, // jumped over
		{"America/Sao_Paulo", "2019-02-16", "2019-02-17T00:00:00-03:00"}, // the hour before it comes twice
		{"Pacific/Apia", "2011-12-29", "2011-12-31T00:00:00+14:00"},      // the 30th never came
		{"Asia/Beirut", "2024-03-30", "2024-03-31T01:00:00+03:00"},
	} {
		place, err := time.LoadLocation(c.place)
		require.NoError(t, err)
		end := gdpr.Deadline{Due: day(c.last)}.End(place)
		require.Equal(t, c.end, end.Format(time.RFC3339), c.place)
		require.Equal(t, day(c.last), gdpr.LastDay(end))
	}
}

func TestSkipped(t *testing.T) {
	d, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(day("2027-07-15"), gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2027-08-16", d.Due.String())
	var names []string
	for h := range d.Skipped(gdpr.Italy()) {
		names = append(names, h.Date.String()+" "+h.Name.IT+" "+string(h.Law))
	}
	require.Equal(t, []string{"2027-08-15 Assunzione (Ferragosto) L. 260/1949 2"}, names)

	d, err = gdpr.Term{N: 1, Unit: gdpr.Months}.After(day("2026-11-25"), gdpr.Italy())
	require.NoError(t, err)
	names = nil
	for h := range d.Skipped(gdpr.Italy()) {
		names = append(names, h.Name.EN)
	}
	require.Equal(t, []string{"Christmas Day", "Saint Stephen", "Sunday"}, names)

	for range d.Skipped(gdpr.Italy()) {
		break
	}
	d = must(gdpr.Term{N: 3, Unit: gdpr.Days}.After(day("2026-12-22"), must(gdpr.NewCalendar(2026, 2026,
		gdpr.HolidayRule{Month: time.December, Day: 23}, gdpr.HolidayRule{Month: time.December, Day: 24}))))
	require.Equal(t, "2026-12-28", d.Due.String(), "25 December, the first working day after, and Monday, the second")
	require.Empty(t, slices.Collect(func(yield func(gdpr.Holiday) bool) {
		for h := range d.Skipped(gdpr.Calendar{}) {
			if h.Name.EN != "Saturday" && h.Name.EN != "Sunday" && !yield(h) {
				return
			}
		}
	}), "a working day over which the term was made longer is no day off")
	d, err = gdpr.Term{N: 1, Unit: gdpr.Days}.After(day("2026-09-11"), gdpr.Italy())
	require.NoError(t, err)
	names = nil
	for h := range d.Skipped(gdpr.Italy()) {
		names = append(names, h.Name.EN+" "+string(h.Law))
	}
	require.Equal(t, []string{"Saturday Reg. 1182/71 2(2)", "Sunday Reg. 1182/71 2(2)"}, names)
}

// TestNonsense takes deadlines that no term gives, as a host may decode them, and
// terms that lead back before a calendar that begins with the year 1.
func TestNonsense(t *testing.T) {
	ever := must(gdpr.NewCalendar(1, 9999, gdpr.HolidayRule{Easter: 1}))
	for _, cal := range []gdpr.Calendar{ever, gdpr.Italy(), {}} {
		for _, start := range []date.Date{math.MinInt64, -1_000_000, -1, 3_652_059, math.MaxInt64} {
			d := gdpr.Deadline{Event: start, Term: gdpr.Term{N: 1, Unit: gdpr.Months}, Paused: -int(start), Nominal: start, Due: math.MaxInt64, Safe: math.MaxInt64}
			require.Empty(t, slices.Collect(d.Skipped(cal)), "a day outside the calendar is no holiday")
			require.Error(t, second(d.Pause(start, start+1000, cal)))
			require.Error(t, second(d.Pause(day("2026-03-02"), day("2026-04-02"), cal)))
		}
		for year := range 400 {
			_, ok := cal.Holiday(date.New(-year, time.March, 30))
			require.False(t, ok)
		}
	}
	for event := date.Date(0); event < 1000; event++ {
		require.ErrorIs(t, second(gdpr.Term{N: 3000, Unit: gdpr.WorkingDays}.Before(event, ever)), gdpr.FaultRange)
	}
}

func TestDeadlineLeft(t *testing.T) {
	d, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(day("2026-07-01"), gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, 1, d.Left(d.Due-1))
	require.Zero(t, d.Left(d.Due))
	require.Equal(t, -1, d.Left(d.Due+1))
	require.False(t, d.IsZero())
	require.True(t, gdpr.Deadline{}.IsZero())
}

func TestDeadlineJSON(t *testing.T) {
	d, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(day("2026-01-31"), gdpr.Italy())
	require.NoError(t, err)
	d = d.By("GDPR 12(3)")
	data, err := json.Marshal(d)
	require.NoError(t, err)
	require.JSONEq(t, `{"event":"2026-01-31","term":{"n":1,"unit":"months"},"nominal":"2026-02-28",
		"due":"2026-03-02","safe":"2026-02-28","steps":["clamped","rolled"],"provision":"GDPR 12(3)"}`, string(data))
	var back gdpr.Deadline
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, d, back)

	var s gdpr.Steps
	require.ErrorIs(t, json.Unmarshal([]byte(`["jumped"]`), &s), gdpr.FaultName)
	require.ErrorIs(t, json.Unmarshal([]byte(`{}`), &s), gdpr.FaultSyntax)
	var u gdpr.Unit
	require.ErrorIs(t, json.Unmarshal([]byte(`"fortnights"`), &u), gdpr.FaultName)
	_, err = gdpr.Unit(99).MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
}

func TestStepsAll(t *testing.T) {
	var all []gdpr.Steps
	for s := range (gdpr.Extended | gdpr.Clamped | gdpr.Rolled).All() {
		all = append(all, s)
	}
	require.Equal(t, []gdpr.Steps{gdpr.Clamped, gdpr.Rolled, gdpr.Extended}, all)
	for range gdpr.Clamped.All() {
		break
	}
}

// TestMonthsNeverDecrease: the naive month arithmetic of date libraries gives
// 31 January a later end (3 March) than 1 February (1 March); ours never does.
func TestMonthsNeverDecrease(t *testing.T) {
	require.Equal(t, "2026-03-03", date.New(2026, time.January, 31).AddDate(0, 1, 0).String(), "go-adddate-trap")
	for _, months := range []int{1, 2, 3, 12} {
		last := date.Date(0)
		for d := day("2024-01-01"); d < day("2032-01-01"); d++ {
			got, err := gdpr.Term{N: months, Unit: gdpr.Months}.After(d, gdpr.Italy())
			require.NoError(t, err)
			require.GreaterOrEqual(t, got.Due, last)
			last = got.Due
		}
	}
	for _, d := range []string{"2026-01-28", "2026-01-29", "2026-01-30", "2026-01-31"} {
		got, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(day(d), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, "2026-02-28", got.Nominal.String(), "dc-noninjective")
	}
}

// TestChain counts terms one from the end of the other, as the Commission did in
// its plea in the Confindustria case (party-confindustria): in a leap year.
func TestChain(t *testing.T) {
	end := day("2000-02-15")
	for _, step := range []struct {
		term gdpr.Term
		end  string
	}{
		{gdpr.Term{N: 14, Unit: gdpr.Days}, "2000-02-29"},
		{gdpr.Term{N: 2, Unit: gdpr.Months}, "2000-04-29"},
		{gdpr.Term{N: 10, Unit: gdpr.Days}, "2000-05-09"},
	} {
		d, err := step.term.After(end, gdpr.Calendar{})
		require.NoError(t, err)
		require.Equal(t, step.end, d.Nominal.String())
		end = d.Nominal
	}
}

// slow counts a term by walking day by day over a list of holidays written out
// by hand, as an independent check.
func slow(event date.Date, n int, unit gdpr.Unit) (nominal, due date.Date) {
	off := func(d date.Date) bool {
		if wd := d.Weekday(); wd == time.Saturday || wd == time.Sunday {
			return true
		}
		switch d.Format("01-02") {
		case "01-01", "01-06", "04-25", "05-01", "08-15", "11-01", "12-08", "12-25", "12-26":
			return true
		case "06-02":
			return d.Year() >= 2001
		case "10-04":
			return d.Year() >= 2026
		}
		return slowEasterMondays[d.String()]
	}
	switch unit {
	case gdpr.Days:
		nominal = event + date.Date(n)
	case gdpr.Weeks:
		nominal = event + date.Date(7*n)
	case gdpr.WorkingDays:
		for nominal = event; n > 0; {
			nominal++
			if !off(nominal) {
				n--
			}
		}
		return nominal, nominal
	case gdpr.Months:
		for nominal = event; n > 0; n-- {
			first := date.New(nominal.Year(), nominal.Month(), 1)
			nominal = first + date.Date(first.LastDayOfMonth())
		}
		nominal = date.New(nominal.Year(), nominal.Month(), 1)
		nominal += date.Date(min(event.Day(), nominal.LastDayOfMonth()) - 1)
	}
	for due = nominal; off(due); due++ {
	}
	if unit == gdpr.Days && n < 2 {
		return nominal, due
	}
	for {
		held := 0
		for d := event + 1; d <= due; d++ {
			if !off(d) {
				held++
			}
		}
		if held >= 2 {
			return nominal, due
		}
		for due++; off(due); due++ {
		}
	}
}

// slowEasterMondays are the dates that the Church published.
var slowEasterMondays = map[string]bool{
	"2019-04-22": true, "2020-04-13": true, "2021-04-05": true, "2022-04-18": true, "2023-04-10": true, "2024-04-01": true,
	"2025-04-21": true, "2026-04-06": true, "2027-03-29": true, "2028-04-17": true, "2029-04-02": true, "2030-04-22": true,
}

func FuzzTerm(f *testing.F) {
	f.Add(uint16(0), uint8(1), uint8(gdpr.Months))
	f.Add(uint16(2588), uint8(30), uint8(gdpr.Days))
	f.Fuzz(func(t *testing.T, after uint16, n, u uint8) {
		event := day("2019-01-02") + date.Date(after)%3900
		term := gdpr.Term{N: int(n), Unit: gdpr.Unit(u)}
		d, err := term.After(event, gdpr.Italy())
		if err != nil {
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			require.True(t, n == 0 || term.Unit < gdpr.Days || term.Unit > gdpr.Years, "an error for %s from %s: %v", term, event, err)
			return
		}
		require.LessOrEqual(t, d.Safe, d.Due)
		require.LessOrEqual(t, d.Nominal, d.Due)
		working, err := gdpr.Italy().WorkingDay(d.Due)
		require.NoError(t, err)
		require.True(t, working, "due on a day off: %v", d)
		later, err := term.After(event+1, gdpr.Italy())
		require.NoError(t, err)
		require.LessOrEqual(t, d.Due, later.Due, "a later event never has an earlier due date")
		paused, err := d.Pause(event, event+date.Date(n), gdpr.Italy())
		require.NoError(t, err)
		require.LessOrEqual(t, d.Due, paused.Due, "a pause never shortens")
		require.LessOrEqual(t, paused.Safe, paused.Due)
		if term.Unit != gdpr.Years && d.Due < day("2030-12-01") {
			nominal, due := slow(event, term.N, term.Unit)
			require.Equal(t, nominal, d.Nominal, "%s from %s", term, event)
			require.Equal(t, due, d.Due, "%s from %s", term, event)
		}
	})
}

func FuzzHours(f *testing.F) {
	f.Add(int64(1_789_000_000), uint16(72), uint8(0))
	f.Fuzz(func(t *testing.T, unix int64, hours uint16, reading uint8) {
		rome, err := time.LoadLocation("Europe/Rome")
		require.NoError(t, err)
		at := time.Unix(unix%4_000_000_000, 0).In(rome)
		d, err := gdpr.Term{N: int(hours), Unit: gdpr.Hours}.AfterInstant(at)
		if err != nil {
			require.True(t, hours == 0 || at.IsZero(), err)
			return
		}
		require.Equal(t, time.Duration(hours)*time.Hour, d.Safe.Sub(at))
		require.True(t, d.Due.After(d.Safe) && d.Due.Sub(d.Safe) <= time.Hour)
		require.Zero(t, d.Due.Minute()+d.Due.Second())
		read, err := d.Reading(gdpr.Reading(reading), gdpr.Italy())
		if err != nil {
			return
		}
		require.False(t, read.Due.Before(d.Due), "no reading shortens")
		require.LessOrEqual(t, read.Due.Sub(d.Due), 15*24*time.Hour)
	})
}

func TestTermDoesNotAllocate(t *testing.T) {
	event, at := day("2026-01-31"), instant(t, "2026-09-14T09:20:00+02:00")
	require.Zero(t, testing.AllocsPerRun(100, func() {
		d, _ := gdpr.Term{N: 1, Unit: gdpr.Months}.After(event, gdpr.Italy())
		sink, _ = d.Pause(event, event+3, gdpr.Italy())
		hourSink, _ = gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(at)
	}))
}

var (
	sink     gdpr.Deadline
	hourSink gdpr.HourDeadline
)

func BenchmarkTerm(b *testing.B) {
	event := day("2026-01-31")
	for _, term := range []gdpr.Term{{N: 30, Unit: gdpr.Days}, {N: 1, Unit: gdpr.Months}, {N: 8, Unit: gdpr.Weeks}, {N: 5, Unit: gdpr.WorkingDays}} {
		b.Run(term.String(), func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				sink, _ = term.After(event+date.Date(i&1023), gdpr.Italy())
			}
		})
	}
	b.Run("72 hours", func(b *testing.B) {
		at := time.Date(2026, 9, 14, 9, 20, 0, 0, time.UTC)
		b.ReportAllocs()
		for range b.N {
			hourSink, _ = gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(at)
		}
	})
}

func day(s string) date.Date {
	d, err := gdpr.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func instant(t testing.TB, s string) time.Time {
	at, err := time.Parse(time.RFC3339, s)
	require.NoError(t, err)
	return at
}

// second drops a value, to look at its error.
func second[T any](_ T, err error) error { return err }

// table reads a file of testdata: tab-separated, the first line that isn't a
// comment names the columns.
func table(t testing.TB, name string) []map[string]string {
	f, err := os.Open(filepath.Join("testdata", name))
	require.NoError(t, err)
	defer f.Close()
	var header []string
	var rows []map[string]string
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		cells := strings.Split(s.Text(), "\t")
		if header == nil {
			header = cells
			continue
		}
		require.Len(t, cells, len(header), s.Text())
		row := map[string]string{}
		for i, cell := range cells {
			row[header[i]] = cell
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		t.Fatal(errors.New("no rows in " + name))
	}
	return rows
}

package breach_test

import (
	"encoding/json"
	"errors"
	"testing"
	"time"
	_ "time/tzdata" // the tests load Europe/Rome on any machine

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

func instant(t testing.TB, s string) time.Time {
	t.Helper()
	at, err := ParseInstant(s)
	require.NoError(t, err)
	return at
}

func rome(t testing.TB) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation("Europe/Rome")
	require.NoError(t, err)
	return loc
}

// The 72 hours: elapsed, to the end of the hour, and on the two readings of the
// rule of two working days. The instants are computed from the regulation; that
// of December 2020 is a law firm's worked example
// (mkm-datenschutz.de, 72 Stunden sind 72 Stunden - oder doch laenger).
var windows = []struct{ why, aware, safe, due, touched, whole string }{
	{"clocks back on 25 October", "2026-10-23T16:40:00+02:00", "2026-10-26T15:40:00+01:00", "2026-10-26T16:00:00+01:00", "2026-10-26T16:00:00+01:00", "2026-10-28T00:00:00+01:00"},
	{"clocks forward on Easter Sunday", "2027-03-26T15:00:00+01:00", "2027-03-29T16:00:00+02:00", "2027-03-29T17:00:00+02:00", "2027-03-31T00:00:00+02:00", "2027-04-01T00:00:00+02:00"},
	{"Good Friday to Easter Monday", "2026-04-03T16:30:00+02:00", "2026-04-06T16:30:00+02:00", "2026-04-06T17:00:00+02:00", "2026-04-08T00:00:00+02:00", "2026-04-09T00:00:00+02:00"},
	{"Friday to Monday", "2026-09-11T16:30:00+02:00", "2026-09-14T16:30:00+02:00", "2026-09-14T17:00:00+02:00", "2026-09-14T17:00:00+02:00", "2026-09-16T00:00:00+02:00"},
	{"New Year's Eve", "2026-12-31T23:59:00+01:00", "2027-01-03T23:59:00+01:00", "2027-01-04T00:00:00+01:00", "2027-01-06T00:00:00+01:00", "2027-01-06T00:00:00+01:00"},
	{"Monday to Thursday", "2026-09-14T09:20:00+02:00", "2026-09-17T09:20:00+02:00", "2026-09-17T10:00:00+02:00", "2026-09-17T10:00:00+02:00", "2026-09-17T10:00:00+02:00"},
	{"Christmas", "2026-12-24T18:05:00+01:00", "2026-12-27T18:05:00+01:00", "2026-12-27T19:00:00+01:00", "2026-12-29T00:00:00+01:00", "2026-12-30T00:00:00+01:00"},
	{"a holiday at the end", "2020-12-22T12:17:00+01:00", "2020-12-25T12:17:00+01:00", "2020-12-25T13:00:00+01:00", "2020-12-25T13:00:00+01:00", "2020-12-25T13:00:00+01:00"},
}

func TestWindow(t *testing.T) {
	for _, c := range windows {
		t.Run(c.why, func(t *testing.T) {
			aware := instant(t, c.aware).In(rome(t))
			w, err := Awareness{Aware: aware}.Window()
			require.NoError(t, err)
			require.Equal(t, c.safe, w.Safe.Format(time.RFC3339))
			require.Equal(t, c.due, w.Due.Format(time.RFC3339))
			require.Equal(t, gdpr.Provision("GDPR 33(1)"), w.Provision)
			for reading, want := range map[gdpr.Reading]string{gdpr.NotApplied: c.due, gdpr.DaysTouched: c.touched, gdpr.WholeDays: c.whole} {
				read, err := w.Reading(reading, gdpr.Italy())
				require.NoError(t, err)
				require.Equal(t, want, read.Due.Format(time.RFC3339), reading)
				require.Equal(t, w.Safe, read.Safe)
			}

			// In any location the instants are the same.
			for _, loc := range []*time.Location{time.UTC, time.FixedZone("", -8*3600)} {
				there, err := Awareness{Aware: aware.In(loc)}.Window()
				require.NoError(t, err)
				require.True(t, there.Safe.Equal(w.Safe))
				require.True(t, there.Due.Equal(w.Due))
			}
		})
	}
}

// Authorities that computed the last day: Datatilsynet on Argon (21/03126),
// the Dutch AP on Booking.com (10 December 2020) and on PVV Overijssel (16 June
// 2020, over a weekend), the Irish DPC on Twitter (EDPB binding decision 1/2020;
// a Sunday). None grants a longer time for a weekend.
func TestOfficialLastDays(t *testing.T) {
	for aware, last := range map[string]string{"2021-07-19": "2021-07-22", "2019-01-13": "2019-01-16", "2019-01-11": "2019-01-14", "2019-01-03": "2019-01-06"} {
		for _, hour := range []string{"T00:00:00+01:00", "T10:18:00+01:00", "T22:59:59+01:00"} {
			w, err := Awareness{Aware: instant(t, aware+hour)}.Window()
			require.NoError(t, err)
			require.Equal(t, last, w.Safe.Format(time.DateOnly))
			require.Equal(t, last, w.Due.Format(time.DateOnly))
		}
	}
}

// Clocks that change inside the 72 hours.
func TestWindowAcrossTheChangesOfTheClocks(t *testing.T) {
	loc := rome(t)
	for aware, safe := range map[time.Time]time.Time{
		time.Date(2026, 3, 27, 12, 0, 0, 0, loc):  time.Date(2026, 3, 30, 13, 0, 0, 0, loc),
		time.Date(2026, 10, 23, 12, 0, 0, 0, loc): time.Date(2026, 10, 26, 11, 0, 0, 0, loc),
	} {
		w, err := Awareness{Aware: aware}.Window()
		require.NoError(t, err)
		require.Equal(t, safe, w.Safe)
		require.Equal(t, 72*time.Hour, w.Elapsed(w.Safe))
	}
}

// Durations are exact, and have the right sign a second either side.
func TestElapsedAndLeft(t *testing.T) {
	w, err := Awareness{Aware: instant(t, "2026-09-14T09:20:00+02:00")}.Window()
	require.NoError(t, err)
	require.Equal(t, 72*time.Hour+30*time.Minute, w.Elapsed(w.Safe.Add(30*time.Minute)), "not '72 hours, exceeded by 0'")
	require.Equal(t, time.Second, w.Left(w.Due.Add(-time.Second)))
	require.Equal(t, -time.Second, w.Left(w.Due.Add(time.Second)))
	require.Equal(t, time.Second, w.SafeLeft(w.Safe.Add(-time.Second)))
	require.Equal(t, -time.Second, w.SafeLeft(w.Safe.Add(time.Second)))
	require.False(t, w.Late(w.Due))
	require.True(t, w.Late(w.Due.Add(time.Nanosecond)))
	require.False(t, w.Late(w.Safe.Add(time.Second)), "before the end of the hour it isn't late on the reading held")
	require.True(t, Window{}.IsZero())
	require.False(t, w.IsZero())
}

// The processor's notice makes the controller aware, at the latest.
func TestStart(t *testing.T) {
	before, noon, later := instant(t, "2026-09-14T09:00:00+02:00"), instant(t, "2026-09-14T12:00:00+02:00"), instant(t, "2026-09-15T09:00:00+02:00")
	for _, c := range []struct {
		a    Awareness
		want time.Time
	}{
		{Awareness{Aware: noon}, noon},
		{Awareness{Processor: noon}, noon},
		{Awareness{Aware: later, Processor: noon}, noon},
		{Awareness{Aware: noon, Processor: later}, noon},
		{Awareness{Aware: noon, Processor: noon, Occurred: noon}, noon},
		{Awareness{Aware: noon, Occurred: before}, noon}, // not from the event
	} {
		got, err := c.a.Start()
		require.NoError(t, err)
		require.Equal(t, c.want, got)
	}
}

func TestAwarenessErrors(t *testing.T) {
	noon, before := instant(t, "2026-09-14T12:00:00+02:00"), instant(t, "2026-09-14T11:59:59+02:00")
	// Package time reads a zone that it doesn't know as one at UTC.
	nowhere, err := time.ParseInLocation("2006-01-02 15:04 MST", "2026-09-14 12:00 XEST", time.UTC)
	require.NoError(t, err)
	for _, c := range []struct {
		a     Awareness
		field string
		fault gdpr.Fault
	}{
		{Awareness{}, "aware", gdpr.FaultMissing},
		{Awareness{Occurred: noon}, "aware", gdpr.FaultMissing},
		{Awareness{Occurred: noon, Aware: before}, "aware", gdpr.FaultOrder},
		{Awareness{Occurred: noon, Aware: noon, Processor: before}, "processor", gdpr.FaultOrder},
		{Awareness{Aware: nowhere}, "aware", gdpr.FaultSyntax},
		{Awareness{Aware: noon, Processor: nowhere}, "processor", gdpr.FaultSyntax},
		{Awareness{Aware: noon, Occurred: nowhere}, "occurred", gdpr.FaultSyntax},
		{Awareness{Aware: instant(t, "2018-05-24T23:59:59+02:00")}, "aware", gdpr.FaultRange},
		{Awareness{Aware: time.Date(9995, 1, 1, 0, 0, 0, 0, time.UTC)}, "aware.event", gdpr.FaultRange},
	} {
		w, err := c.a.Window()
		var in *gdpr.InputError
		require.True(t, errors.As(err, &in), "%+v", c.a)
		require.Equal(t, c.field, in.Field)
		require.ErrorIs(t, err, c.fault)
		require.Equal(t, Window{}, w)
	}
	for _, loc := range []*time.Location{time.UTC, time.FixedZone("", 0), time.FixedZone("GMT", 0), time.FixedZone("WET", 0), time.FixedZone("CET", 3600), rome(t)} {
		_, err := Awareness{Aware: noon.In(loc)}.Start()
		require.NoError(t, err, loc)
	}
}

func TestParseInstant(t *testing.T) {
	at, err := ParseInstant("2026-09-14T09:20:00+02:00")
	require.NoError(t, err)
	require.Equal(t, int64(1789370400), at.Unix())
	for _, naive := range []string{"2026-09-14T09:20:00", "2026-09-14 09:20", "2026-02-30T09:20:00+01:00", ""} {
		_, err := ParseInstant(naive)
		require.ErrorIs(t, err, gdpr.FaultSyntax, naive)
	}
	var a Awareness
	require.ErrorIs(t, gdpr.Decode([]byte(`{"aware": "2026-09-14T09:20:00"}`), &a), gdpr.FaultSyntax)
}

func TestHours(t *testing.T) {
	require.Equal(t, 0, Hours(date.New(2018, 5, 24)))
	require.Equal(t, 72, Hours(date.New(2018, 5, 25)))
	require.Equal(t, 72, Hours(gdpr.LawAsOf()))
}

func TestReadingErrors(t *testing.T) {
	w, err := Awareness{Aware: instant(t, "2026-09-11T16:30:00+02:00")}.Window()
	require.NoError(t, err)
	_, err = w.Reading(gdpr.WholeDays+1, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultName)
	narrow, err := gdpr.NewCalendar(1999, 2000)
	require.NoError(t, err)
	_, err = w.Reading(gdpr.WholeDays, narrow)
	require.ErrorIs(t, err, gdpr.FaultRange)
}

func TestWindowRoundTrip(t *testing.T) {
	w, err := Awareness{Aware: instant(t, "2026-09-14T09:20:00+02:00")}.Window()
	require.NoError(t, err)
	text, err := json.Marshal(w)
	require.NoError(t, err)
	require.Contains(t, string(text), `"term":{"n":72,"unit":"hours"}`)
	var back Window
	require.NoError(t, gdpr.Decode(text, &back))
	again, err := json.Marshal(back)
	require.NoError(t, err)
	require.Equal(t, string(text), string(again))
}

func FuzzWindow(f *testing.F) {
	f.Add(int64(1789370400), 7200, int64(0), int64(60))
	f.Add(int64(1792766400), -39600, int64(-3600), int64(0))
	f.Fuzz(func(t *testing.T, unix int64, offset int, occurred, processor int64) {
		loc := time.FixedZone("", offset%50400)
		a := Awareness{Aware: time.Unix(unix, 0).In(loc)}
		if occurred != 0 {
			a.Occurred = time.Unix(occurred, 0).In(loc)
		}
		if processor != 0 {
			a.Processor = time.Unix(processor, 0).In(loc)
		}
		w, err := a.Window()
		if err != nil {
			var in *gdpr.InputError
			require.True(t, errors.As(err, &in))
			return
		}
		require.False(t, w.Event.Before(a.Occurred))
		require.False(t, a.Aware.Before(w.Event))
		require.Equal(t, 72*time.Hour, w.Elapsed(w.Safe))
		require.True(t, w.Safe.Before(w.Due) && !w.Due.After(w.Safe.Add(time.Hour)))
		require.False(t, w.Late(w.Safe))
		again, err := a.Window()
		require.NoError(t, err)
		require.Equal(t, w, again)
	})
}

func TestWindowAllocatesNothing(t *testing.T) {
	a := Awareness{Aware: instant(t, "2026-09-14T09:20:00+02:00").In(rome(t))}
	require.Zero(t, testing.AllocsPerRun(100, func() {
		w, err := a.Window()
		if err != nil || w.Late(a.Aware) {
			t.Error(err)
		}
	}))
}

func BenchmarkWindow(b *testing.B) {
	a := Awareness{Aware: instant(b, "2026-09-14T09:20:00+02:00").In(rome(b))}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := a.Window(); err != nil {
			b.Fatal(err)
		}
	}
}

package gdpr_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

func TestWorkingDay(t *testing.T) {
	for _, c := range []struct {
		id, day string
		cal     gdpr.Calendar
		working bool
	}{
		{"easter-2025: computus", "2025-04-21", gdpr.Italy(), false},
		{"easter-2026", "2026-04-06", gdpr.Italy(), false},
		{"easter-2027", "2027-03-29", gdpr.Italy(), false},
		{"easter-2049", "2049-04-19", gdpr.Italy(), false},
		{"the day after Easter Monday", "2026-04-07", gdpr.Italy(), true},
		{"hol-1986-01-06-IT: D.P.R. 792/1985", "1986-01-06", gdpr.Italy(), false},
		{"hol-2000-06-02-IT: before L. 336/2000", "2000-06-02", gdpr.Italy(), true},
		{"hol-2001-06-02-IT", "2001-06-02", gdpr.Italy(), false},
		{"2 June 1986, forty years of the Republic", "1986-06-02", gdpr.Italy(), false},
		{"2 June 1987", "1987-06-02", gdpr.Italy(), true},
		{"2 June from 2001 on a weekday", "2003-06-02", gdpr.Italy(), false},
		{"17 March 2010", "2010-03-17", gdpr.Italy(), true},
		{"17 March 2011, D.L. 5/2011", "2011-03-17", gdpr.Italy(), false},
		{"17 March 2012", "2014-03-17", gdpr.Italy(), true},
		{"hol-2026-05-25 outside Bolzano", "2026-05-25", gdpr.Italy(), true},
		{"hol-2026-05-25-IT+BZ", "2026-05-25", gdpr.Bolzano(), false},
		{"hol-2026-10-04-IT: a Sunday anyhow", "2026-10-04", gdpr.Italy(), false},
		{"4 October 2024, a Friday: not yet", "2024-10-04", gdpr.Italy(), true},
		{"hol-2027-10-04-IT: L. 151/2025, a Monday", "2027-10-04", gdpr.Italy(), false},
		{"hol-2026-11-02-IT", "2026-11-02", gdpr.Italy(), true},
		{"hol-2026-12-24-IT", "2026-12-24", gdpr.Italy(), true},
		{"hol-2026-12-26-IT", "2026-12-26", gdpr.Italy(), false},
		{"31 December", "2026-12-31", gdpr.Italy(), true},
		{"Good Friday", "2026-04-03", gdpr.Italy(), true},
		{"4 November", "2026-11-04", gdpr.Italy(), true},
		{"29 June outside Rome", "2026-06-29", gdpr.Italy(), true},
		{"29 June in Rome: Cass. 17079/2007", "2026-06-29", gdpr.Rome(), false},
		{"15 August on a weekday", "2025-08-15", gdpr.Italy(), false},
		{"a Saturday", "2026-11-21", gdpr.Italy(), false},
		{"a Sunday", "2026-11-22", gdpr.Calendar{}, false},
		{"1 January without a list", "2026-01-01", gdpr.Calendar{}, true},
	} {
		working, err := c.cal.WorkingDay(day(c.day))
		require.NoError(t, err, c.id)
		require.Equal(t, c.working, working, c.id)
	}
}

// TestEaster holds Easter against the dates that the churches publish.
func TestEaster(t *testing.T) {
	monday := gdpr.HolidayRule{Name: gdpr.Text{IT: "Pasqua", EN: "Easter"}}
	cal, err := gdpr.NewCalendar(1583, 9999, monday)
	require.NoError(t, err)
	for _, want := range []string{
		"1700-04-11", "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27",
		"2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
	} {
		var got []string
		holidays, err := cal.Holidays(day(want).Year())
		require.NoError(t, err)
		for h := range holidays {
			got = append(got, h.Date.String())
		}
		require.Equal(t, []string{want}, got)
	}
}

// TestEasterByButcher holds Easter against another algorithm, that of Butcher's
// Ecclesiastical Calendar (1876), for every year of the Gregorian calendar.
func TestEasterByButcher(t *testing.T) {
	cal, err := gdpr.NewCalendar(1583, 9999, gdpr.HolidayRule{})
	require.NoError(t, err)
	for year := 1583; year <= 9999; year++ {
		a, b, c := year%19, year/100, year%100
		h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
		l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
		m := (a + 11*h + 22*l) / 451
		month, dayOfMonth := (h+l-7*m+114)/31, (h+l-7*m+114)%31+1
		holiday, ok := cal.Holiday(date.New(year, time.Month(month), dayOfMonth))
		require.True(t, ok, "%d: Easter isn't on %d-%d", year, month, dayOfMonth)
		require.Equal(t, time.Sunday, holiday.Date.Weekday())
	}
}

func TestHolidays(t *testing.T) {
	for year, want := range map[int]int{1986: 11, 1990: 10, 2000: 10, 2001: 11, 2011: 12, 2025: 11, 2026: 12, 9999: 12} {
		holidays, err := gdpr.Italy().Holidays(year)
		require.NoError(t, err)
		last, n := date.Date(0), 0
		for h := range holidays {
			require.True(t, h.Date > last || h.Date == day("2011-04-25"), "%s: Liberation Day and Easter Monday in one", h.Date)
			require.Equal(t, year, h.Date.Year())
			require.NotEmpty(t, h.Name.IT)
			require.NotEmpty(t, h.Name.EN)
			_, err := gdpr.ParseProvision(string(h.Law))
			require.NoError(t, err, h.Name.EN)
			last = h.Date
			n++
		}
		require.Equal(t, want, n, year)
	}
	for range must(gdpr.Italy().Holidays(2026)) {
		break
	}
	_, err := gdpr.Italy().Holidays(1985)
	require.ErrorIs(t, err, gdpr.FaultRange)
	_, err = gdpr.Italy().Holidays(10000)
	require.ErrorIs(t, err, gdpr.FaultRange)
	none, err := gdpr.Calendar{}.Holidays(2026)
	require.NoError(t, err)
	require.Empty(t, slices.Collect(none))
}

// TestPatronSaint: the day is listed, and no term moves off it.
func TestPatronSaint(t *testing.T) {
	name := gdpr.Text{IT: "Sant'Agata", EN: "Saint Agatha"}
	town, err := gdpr.Italy().With(gdpr.PatronSaint(name, time.February, 5))
	require.NoError(t, err)
	working, err := town.WorkingDay(day("2026-02-05"))
	require.NoError(t, err)
	require.True(t, working)
	h, ok := town.Holiday(day("2026-02-05"))
	require.True(t, ok)
	require.True(t, h.Local)
	require.Equal(t, name, h.Name)
	d, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(day("2026-01-05"), town)
	require.NoError(t, err)
	require.Equal(t, "2026-02-05", d.Due.String())

	// A patron's day that is a public holiday anyhow is one.
	same, err := gdpr.Italy().With(gdpr.PatronSaint(name, time.December, 8))
	require.NoError(t, err)
	working, err = same.WorkingDay(day("2026-12-08"))
	require.NoError(t, err)
	require.False(t, working)
	h, ok = same.Holiday(day("2026-12-08"))
	require.True(t, ok)
	require.False(t, h.Local, "the public holiday is told before the local one")
	first, err := gdpr.NewCalendar(2026, 2026, gdpr.PatronSaint(name, time.December, 8), gdpr.HolidayRule{Name: gdpr.Text{IT: "x", EN: "x"}, Month: time.December, Day: 8})
	require.NoError(t, err)
	h, ok = first.Holiday(day("2026-12-08"))
	require.True(t, ok)
	require.False(t, h.Local, "whatever the order of the rules")

	_, ok = gdpr.Italy().Holiday(day("2026-02-05"))
	require.False(t, ok, "Italy itself is not changed")
	_, ok = gdpr.Calendar{}.Holiday(day("2026-12-25"))
	require.False(t, ok)

	d, err = gdpr.Term{N: 1, Unit: gdpr.Days}.After(day("2026-02-06"), must(gdpr.Italy().With(gdpr.PatronSaint(name, time.February, 7))))
	require.NoError(t, err)
	for h := range d.Skipped(must(gdpr.Italy().With(gdpr.PatronSaint(name, time.February, 7)))) {
		require.Contains(t, []string{"Saturday", "Sunday"}, h.Name.EN, "a local holiday is not why a term moves")
	}
}

func TestCalendarOfAnotherCountry(t *testing.T) {
	france, err := gdpr.NewCalendar(2020, 2030,
		gdpr.HolidayRule{Name: gdpr.Text{IT: "Festa nazionale", EN: "Bastille Day"}, Month: time.July, Day: 14},
		gdpr.HolidayRule{Name: gdpr.Text{IT: "Ascensione", EN: "Ascension"}, Easter: 39},
		gdpr.HolidayRule{Name: gdpr.Text{IT: "Venerdì santo", EN: "Good Friday"}, Easter: -2, From: 2025})
	require.NoError(t, err)
	for _, c := range []struct {
		day     string
		working bool
	}{{"2026-07-14", false}, {"2026-05-14", false}, {"2024-03-29", true}, {"2026-04-03", false}, {"2026-06-02", true}} {
		working, err := france.WorkingDay(day(c.day))
		require.NoError(t, err)
		require.Equal(t, c.working, working, c.day)
	}
	first, last := france.Years()
	require.Equal(t, []int{2020, 2030}, []int{first, last})
	// A year that the host's list doesn't know is an error, not a guess.
	_, err = france.WorkingDay(day("2031-01-02"))
	require.ErrorIs(t, err, gdpr.FaultRange)
	_, err = france.Next(day("2019-12-31"))
	require.ErrorIs(t, err, gdpr.FaultRange)
	_, err = gdpr.Term{N: 1, Unit: gdpr.Months}.After(day("2030-12-15"), france)
	require.ErrorIs(t, err, gdpr.FaultRange)
}

func TestNextAndPrevious(t *testing.T) {
	it := gdpr.Italy()
	for _, c := range []struct{ day, next, previous string }{
		{"2026-11-23", "2026-11-23", "2026-11-23"},
		{"2026-12-25", "2026-12-28", "2026-12-24"},
		{"2026-04-05", "2026-04-07", "2026-04-03"},
		{"2027-01-01", "2027-01-04", "2026-12-31"},
	} {
		next, err := it.Next(day(c.day))
		require.NoError(t, err)
		require.Equal(t, c.next, next.String())
		previous, err := it.Previous(day(c.day))
		require.NoError(t, err)
		require.Equal(t, c.previous, previous.String())
	}
	_, err := it.Previous(day("1986-01-01"))
	require.ErrorIs(t, err, gdpr.FaultRange)
	_, err = gdpr.Calendar{}.WorkingDay(-1)
	require.ErrorIs(t, err, gdpr.FaultRange)
	_, err = gdpr.Calendar{}.WorkingDay(day("9999-12-31") + 1)
	require.ErrorIs(t, err, gdpr.FaultRange)
	_, err = gdpr.Calendar{}.WorkingDay(day("9999-12-31"))
	require.NoError(t, err)
	_, err = gdpr.Calendar{}.WorkingDay(0)
	require.NoError(t, err)
}

func TestNewCalendarErrors(t *testing.T) {
	ok := gdpr.HolidayRule{Month: time.May, Day: 31}
	for _, c := range []struct {
		first, last int
		rules       []gdpr.HolidayRule
		field       string
		fault       gdpr.Fault
	}{
		{0, 9999, nil, "first", gdpr.FaultRange},
		{10000, 10000, nil, "first", gdpr.FaultRange},
		{2026, 2025, nil, "last", gdpr.FaultRange},
		{2026, 10000, nil, "last", gdpr.FaultRange},
		{1, 9999, slices.Repeat([]gdpr.HolidayRule{ok}, 65), "rules", gdpr.FaultRange},
		{1, 9999, []gdpr.HolidayRule{ok, {Month: 13, Day: 1}}, "rules[1].month", gdpr.FaultRange},
		{1, 9999, []gdpr.HolidayRule{{Month: -1, Day: 1}}, "rules[0].month", gdpr.FaultRange},
		{1, 9999, []gdpr.HolidayRule{{Month: time.June, Day: 31}}, "rules[0].day", gdpr.FaultRange},
		{1, 9999, []gdpr.HolidayRule{{Month: time.June}}, "rules[0].day", gdpr.FaultRange},
		{1, 9999, []gdpr.HolidayRule{{Easter: -49}}, "rules[0].easter", gdpr.FaultRange},
		{1, 9999, []gdpr.HolidayRule{{Easter: 61}}, "rules[0].easter", gdpr.FaultRange},
		{1, 9999, []gdpr.HolidayRule{{Month: time.June, Day: 1, Easter: 1}}, "rules[0].easter", gdpr.FaultContradiction},
		{1, 9999, []gdpr.HolidayRule{{Month: time.June, Day: 1, From: 2026, Until: 2025}}, "rules[0].until", gdpr.FaultOrder},
		{1, 9999, []gdpr.HolidayRule{{Month: time.June, Day: 1, Law: "L. 54/1977 1("}}, "rules[0].law", gdpr.FaultSyntax},
	} {
		_, err := gdpr.NewCalendar(c.first, c.last, c.rules...)
		require.ErrorIs(t, err, c.fault, c.field)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field)
	}
	for _, good := range [][]gdpr.HolidayRule{slices.Repeat([]gdpr.HolidayRule{ok}, 64), {{Easter: -48}}, {{Easter: 60}}, {{Month: time.February, Day: 29}}, {{Month: time.June, Day: 1, From: 2026, Until: 2026}}} {
		_, err := gdpr.NewCalendar(1, 9999, good...)
		require.NoError(t, err)
	}
	_, err := gdpr.NewCalendar(9999, 9999)
	require.NoError(t, err)
	one, err := gdpr.NewCalendar(2026, 2026)
	require.NoError(t, err)
	_, err = one.WorkingDay(day("2026-12-31"))
	require.NoError(t, err)
	leap, err := gdpr.NewCalendar(2027, 2028, gdpr.HolidayRule{Month: time.February, Day: 29})
	require.NoError(t, err)
	require.False(t, must(leap.WorkingDay(day("2028-02-29"))))
	require.True(t, must(leap.WorkingDay(day("2027-03-01"))))

	zero, err := gdpr.Calendar{}.With(ok)
	require.NoError(t, err)
	first, last := zero.Years()
	require.Equal(t, []int{1, 9999}, []int{first, last})
	require.False(t, must(zero.WorkingDay(day("2027-05-31"))))
}

// TestCalendarIsShared uses one calendar from many goroutines, for the race
// detector.
func TestCalendarIsShared(t *testing.T) {
	town, err := gdpr.Italy().With(gdpr.PatronSaint(gdpr.Text{IT: "San Nicola", EN: "Saint Nicholas"}, time.December, 6))
	require.NoError(t, err)
	done := make(chan date.Date)
	for range 8 {
		go func() {
			d, _ := gdpr.Term{N: 1, Unit: gdpr.Months}.After(day("2026-11-06"), town)
			_, _ = town.Holiday(d.Due)
			_ = gdpr.Finding{Code: "findings.none"}.Message(language.Italian)
			done <- d.Due
		}()
	}
	for range 8 {
		require.Equal(t, "2026-12-07", (<-done).String())
	}
}

func FuzzCalendar(f *testing.F) {
	f.Add(2026, 2027, 12, 25, 0)
	f.Fuzz(func(t *testing.T, first, last, month, dayOfMonth, easter int) {
		cal, err := gdpr.NewCalendar(first, last, gdpr.HolidayRule{Month: time.Month(month), Day: dayOfMonth, Easter: easter})
		if err != nil {
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			return
		}
		holidays, err := cal.Holidays(first)
		require.NoError(t, err)
		n := 0
		for h := range holidays {
			n++
			require.False(t, must(cal.WorkingDay(h.Date)))
			_, err := cal.Next(h.Date)
			if err != nil {
				require.Equal(t, last, h.Date.Year())
			}
		}
		require.LessOrEqual(t, n, 2) // 60 days after Easter never reaches the next one
	})
}

func BenchmarkWorkingDay(b *testing.B) {
	it := gdpr.Italy()
	d := day("2026-01-01")
	b.ReportAllocs()
	for i := range b.N {
		boolSink, _ = it.WorkingDay(d + date.Date(i&4095))
	}
}

var boolSink bool

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Movable holidays other than Easter's: the early May and the late summer bank
// holidays of England, Thanksgiving, the second Monday in October.
func TestNthWeekday(t *testing.T) {
	cal := must(gdpr.NewCalendar(2000, 2100,
		gdpr.HolidayRule{Month: time.May, Nth: 1, Weekday: time.Monday},
		gdpr.HolidayRule{Month: time.August, Nth: -1, Weekday: time.Monday},
		gdpr.HolidayRule{Month: time.November, Nth: 4, Weekday: time.Thursday},
		gdpr.HolidayRule{Month: time.February, Nth: 5, Weekday: time.Sunday},
		gdpr.HolidayRule{Month: time.October, Nth: -5, Weekday: time.Saturday},
	))
	days := func(year int) (ds []string) {
		for h := range must(cal.Holidays(year)) {
			ds = append(ds, h.Date.String())
		}
		return ds
	}
	require.Equal(t, []string{"2026-05-04", "2026-08-31", "2026-10-03", "2026-11-26"}, days(2026))
	require.Equal(t, []string{"2032-02-29", "2032-05-03", "2032-08-30", "2032-10-02", "2032-11-25"}, days(2032))
	working, err := cal.WorkingDay(day("2026-05-04"))
	require.NoError(t, err)
	require.False(t, working)
	working, err = cal.WorkingDay(day("2026-05-11"))
	require.NoError(t, err)
	require.True(t, working)

	for _, r := range []gdpr.HolidayRule{
		{Month: time.May, Nth: 6}, {Month: time.May, Nth: -6}, {Nth: 1}, {Month: time.May, Nth: 1, Day: 2},
		{Month: time.May, Day: 1, Weekday: time.Monday}, {Month: time.May, Nth: 1, Weekday: 7}, {Month: time.May, Nth: 1, Weekday: -1},
	} {
		require.Error(t, second(gdpr.NewCalendar(2000, 2100, r)), r)
	}
}

// A calendar of single days, as that of a government which names them from year
// to year, has any number of them.
func TestSingleDays(t *testing.T) {
	var rules []gdpr.HolidayRule
	for year := 1990; year < 2090; year++ {
		for _, month := range []time.Month{time.January, time.April, time.July, time.October} {
			rules = append(rules, gdpr.HolidayRule{Month: month, Day: 1 + year%28, From: year, Until: year, Name: gdpr.Text{IT: strconv.Itoa(year)}})
		}
	}
	rules = append(rules,
		gdpr.HolidayRule{Month: time.March, Day: 2, From: 2026, Until: 2026, Local: true},
		gdpr.HolidayRule{Month: time.February, Day: 29, From: 2026, Until: 2026}, // there is no such day
		gdpr.HolidayRule{Month: time.March, Day: 3, From: 3026, Until: 3026},     // outside the calendar
	)
	cal := must(gdpr.NewCalendar(1990, 2089, rules...))
	for year := 1990; year < 2090; year++ {
		var days []date.Date
		for h := range must(cal.Holidays(year)) {
			if !h.Local {
				require.Equal(t, strconv.Itoa(year), h.Name.IT)
				days = append(days, h.Date)
				working, err := cal.WorkingDay(h.Date)
				require.NoError(t, err)
				require.False(t, working)
			}
		}
		require.Equal(t, []date.Date{
			date.New(year, time.January, 1+year%28), date.New(year, time.April, 1+year%28), date.New(year, time.July, 1+year%28), date.New(year, time.October, 1+year%28),
		}, days)
	}
	working, err := cal.WorkingDay(day("2026-03-02"))
	require.NoError(t, err)
	require.True(t, working, "a local day")
	h, ok := cal.Holiday(day("2026-03-02"))
	require.True(t, ok)
	require.True(t, h.Local)
	more := must(gdpr.Italy().With(rules...))
	working, err = more.WorkingDay(day("2026-04-11"))
	require.NoError(t, err)
	require.False(t, working)

	yearly := make([]gdpr.HolidayRule, 65)
	for i := range yearly {
		yearly[i] = gdpr.HolidayRule{Month: time.May, Day: 1 + i%31}
	}
	require.ErrorIs(t, second(gdpr.NewCalendar(2000, 2100, yearly...)), gdpr.FaultRange)
	require.NoError(t, second(gdpr.NewCalendar(2000, 2100, yearly[:64]...)))
}

// L.P. Bolzano 36/1992 is of October 1992: no Whit Monday before 1993 is one.
func TestWhitMondayFromItsLaw(t *testing.T) {
	for on, holiday := range map[string]bool{"1990-06-04": false, "1992-06-08": false, "1993-05-31": true, "2026-05-25": true} {
		_, ok := gdpr.Bolzano().Holiday(day(on))
		require.Equal(t, holiday, ok, on)
	}
}

// A host may cite its own law.
func TestHolidayOfAnotherLaw(t *testing.T) {
	cal := must(gdpr.NewCalendar(2000, 2100, gdpr.HolidayRule{Name: gdpr.Text{IT: "festa nazionale francese", EN: "Bastille Day"}, Law: "Code du travail L3133-1", Month: time.July, Day: 14}))
	h, ok := cal.Holiday(day("2026-07-14"))
	require.True(t, ok)
	require.Equal(t, gdpr.Provision("Code du travail L3133-1"), h.Law)
}

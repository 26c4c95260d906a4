package gdpr

import (
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // a zone of other machines

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// What binds under a regime is cited, each once; what rests on other law alone is
// left out, and what rests on none stays.
func TestFindingsUnderARegime(t *testing.T) {
	fs := Findings{
		{Code: "a", Provisions: []Provision{"Regolamento 13(9)", "GDPR 5(1)(e)", "GDPR 5(1)(e)"}},
		{Code: "b", Provisions: []Provision{"D.L. 11/2009 6(8)"}},
		{Code: "c"},
	}
	require.Equal(t, Findings{{Code: "a", Provisions: []Provision{"GDPR 5(1)(e)"}}, {Code: "c"}}, fs.Under(UnionLaw))
	require.Equal(t, fs, fs.Under(Template))
}

func TestFindingsOfASeverity(t *testing.T) {
	fs := Findings{{Code: "a", Severity: Warning}, {Code: "b", Severity: Violation}, {Code: "c", Severity: Warning}}
	require.Equal(t, []Finding{fs[0], fs[2]}, slices.Collect(fs.Of(Warning)))
	for f := range fs.Of(Warning) {
		require.Equal(t, fs[0], f)
		break
	}
	require.Greater(t, len(slices.Collect(Rows())), 100)
}

func TestDatedNamesTheRow(t *testing.T) {
	_, err := NewDated(Effect[int]{From: date.New(2026, time.June, 1)}, Effect[int]{From: date.New(2026, time.May, 1)})
	var in *InputError
	require.ErrorAs(t, err, &in)
	require.Equal(t, []string{"rows[1].from", "2026-05-01", "2026-06-01"}, []string{in.Field, in.Value, in.Other})
}

// Terms as people write them, and what isn't one.
func TestTermsAtTheEdges(t *testing.T) {
	for text, want := range map[string]Term{
		"19gg": {N: 19, Unit: Days}, "9 mesi": {N: 9, Unit: Months}, "un biennio": {N: 2, Unit: Years}, "5 working days": {N: 5, Unit: WorkingDays}, "P1D": {N: 1, Unit: Days},
	} {
		got, err := ParseTerm(text)
		require.NoError(t, err, text)
		require.Equal(t, want, got, text)
	}
	for _, text := range []string{"due biennio", "un altro biennio", "un altro bel biennio", "5 working hours", "5 good days", "P0D", "PxD", "P-1D", "P1xD"} {
		_, err := ParseTerm(text)
		require.ErrorIs(t, err, FaultSyntax, text)
	}
}

// Hours are counted from the year 1 to 9989.
func TestInstantsAtTheEdges(t *testing.T) {
	term := Term{N: 72, Unit: Hours}
	for year, ok := range map[int]bool{0: false, 1: true, 9989: true, 9990: false} {
		_, err := term.AfterInstant(time.Date(year, time.June, 1, 12, 0, 0, 0, time.UTC))
		require.Equal(t, ok, err == nil, year)
	}
}

// The days of a pause are added to a procedural term as it counts them: those of August
// stand still (L. 742/1969 1).
func TestPauseOfAProceduralTerm(t *testing.T) {
	d, err := Term{N: 10, Unit: Days, Counting: Judicial}.After(date.New(2026, time.July, 20), Italy())
	require.NoError(t, err)
	require.Equal(t, date.New(2026, time.July, 30), d.Due)
	d, err = d.Pause(date.New(2026, time.July, 22), date.New(2026, time.July, 27), Italy())
	require.NoError(t, err)
	require.Equal(t, date.New(2026, time.September, 4), d.Due, "five days from 30 July: 31 July, and four of September")
}

// A term of working days holds them by itself: counted backwards it moves no further for
// the two working days of Reg. 1182/71 3(5).
func TestOneWorkingDayBack(t *testing.T) {
	d, err := Term{N: 1, Unit: WorkingDays}.Before(date.New(2026, time.June, 10), Italy())
	require.NoError(t, err)
	require.Equal(t, d.Due, d.Safe)
}

// A day may have two midnights: it begins with the first.
func TestTwoMidnights(t *testing.T) {
	loc, err := time.LoadLocation("America/St_Johns") // until 2011 the clocks went back at one minute past
	require.NoError(t, err)
	start := dayStart(date.New(2010, time.November, 7), loc)
	require.Equal(t, "2010-11-07T02:30:00Z", start.UTC().Format(time.RFC3339))
	require.Equal(t, "2010-11-06T02:30:00Z", dayStart(date.New(2010, time.November, 6), loc).UTC().Format(time.RFC3339))
	loc, err = time.LoadLocation("Asia/Amman") // until 2022 they went back from one to midnight
	require.NoError(t, err)
	require.Equal(t, "2019-10-24T21:00:00Z", dayStart(date.New(2019, time.October, 25), loc).UTC().Format(time.RFC3339))
	require.Equal(t, "0001-01-01T00:00:00Z", dayStart(date.New(1, time.January, 1), nil).Format(time.RFC3339))
}

// Rules of one day hold on it, on the last of a month too, and beyond their last year
// others hold no longer.
func TestRulesOfOneDay(t *testing.T) {
	name := Text{IT: "x", EN: "x"}
	cal, err := NewCalendar(2020, 2026,
		HolidayRule{Name: name, Month: time.March, Day: 31, From: 2026, Until: 2026},
		HolidayRule{Name: name, Month: time.March, Day: 30, From: 2019, Until: 2019},
		HolidayRule{Name: name, Month: time.March, Day: 30, From: 2027, Until: 2027},
		HolidayRule{Name: name, Month: time.February, Day: 29, From: 2023, Until: 2023},
		HolidayRule{Name: name, Month: time.May, Nth: 1, Weekday: time.Tuesday, From: 2020, Until: 2022},
	)
	require.NoError(t, err)
	for day, want := range map[date.Date]bool{
		date.New(2026, time.March, 31): true, date.New(2026, time.March, 30): false, date.New(2023, time.March, 1): false,
		date.New(2022, time.May, 3): true, date.New(2023, time.May, 2): false,
	} {
		_, ok := cal.Holiday(day)
		require.Equal(t, want, ok, day)
	}
	require.Equal(t, Calendar{}, Calendar{}.settled())
}

// Signs at the ends of their ranges.
func TestSigns(t *testing.T) {
	require.True(t, isLower("az"))
	require.False(t, isLower("a{"))
	require.True(t, isToken("AZaz09.-/"))
	for _, s := range []string{"", "[", "@", "a b", "`", "{"} {
		require.False(t, isToken(s), s)
	}
	require.Equal(t, "par. 0", documentPlace("0", false))
	require.Equal(t, "par. 9", documentPlace("9", false))
	require.Equal(t, "x", documentPlace("x", false))
	long := Provision("Statuto " + strings.Repeat("x", 192))
	require.NoError(t, long.Check())
	require.Error(t, (long + "x").Check())
	require.True(t, strings.HasPrefix(actNames(), acts[0].name+", "+acts[1].name), actNames()[:60])
	_, err := NewDate(2026, 13, 1)
	require.ErrorContains(t, err, "0001-01-01 - 9999-12-31")
	for _, year := range []int{1, 9999} {
		for _, month := range []time.Month{time.January, time.December} {
			_, err := NewDate(year, month, 32)
			require.ErrorContains(t, err, pad(int(month), 2)+"-31")
		}
	}
}

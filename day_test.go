package gdpr

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
)

// TestCivil holds the arithmetic of days against the date library, for every day
// of the years that a calendar covers, and of the cycle before them.
func TestCivil(t *testing.T) {
	for d := date.Date(-cycle + 1); d < 0; d++ {
		year, month, day := civil(d)
		if y, m, n := d.Date(); year != y || month != m || day != n || weekday(d) != (int(d.Weekday())+6)%7 {
			t.Fatalf("civil(%d) = %d-%d-%d", d, year, month, day)
		}
	}
	want := date.New(1, time.January, 1).MidnightUTC()
	for d := date.Date(0); d < yearStart(10000); d++ {
		year, month, day := civil(d)
		y, m, n := want.Date()
		if year != y || month != m || day != n {
			t.Fatalf("civil(%s) = %d-%d-%d", d, year, month, day)
		}
		if got := dayOf(year, month, day); got != d {
			t.Fatalf("dayOf(%d, %d, %d) = %s", year, month, day, got)
		}
		want = want.AddDate(0, 0, 1)
	}
	for year := 1; year <= 10000; year++ {
		require.Equal(t, date.New(year, time.January, 1), yearStart(year))
	}
}

func TestMonthDays(t *testing.T) {
	for year := 1899; year <= 2101; year++ {
		for month := time.January; month <= time.December; month++ {
			require.Equal(t, date.New(year, month, 1).LastDayOfMonth(), monthDays(year, month), "%d-%d", year, month)
		}
	}
}

func TestAddMonthsStaysInRange(t *testing.T) {
	first, last := dayOf(1, time.January, 31), dayOf(9999, time.December, 31)
	_, _, ok := addMonths(first, -1)
	require.False(t, ok)
	_, _, ok = addMonths(last, 1)
	require.False(t, ok)
	back, clamped, ok := addMonths(last, -9998*12-10)
	require.True(t, ok)
	require.True(t, clamped)
	require.Equal(t, "0001-02-28", back.String())
	same, clamped, ok := addMonths(first, 0)
	require.True(t, ok)
	require.False(t, clamped)
	require.Equal(t, first, same)
}

func TestParseDate(t *testing.T) {
	for _, s := range []string{"2026-01-31", "0001-01-01", "9999-12-31", "2028-02-29"} {
		d, err := ParseDate(s)
		require.NoError(t, err)
		require.Equal(t, s, d.String())
	}
	for s, fault := range map[string]Fault{
		"2026-02-30": FaultRange, "2026-02-29": FaultRange, "2026-13-01": FaultRange, "2026-00-10": FaultRange,
		"2026-01-00": FaultRange, "0000-01-01": FaultRange, "2026-04-31": FaultRange,
		"": FaultSyntax, "2026-1-31": FaultSyntax, "2026-01-31T00:00": FaultSyntax, "20260131": FaultSyntax, "2026/01/31": FaultSyntax,
		"2026-01/31": FaultSyntax, "x026-01-31": FaultSyntax, "2026-x1-31": FaultSyntax, "2026-01-3x": FaultSyntax,
	} {
		_, err := ParseDate(s)
		require.ErrorIs(t, err, fault, s)
	}
	_, err := NewDate(2026, time.February, 30)
	require.EqualError(t, err, `gdpr: "2026-02-30": outside the allowed values (2026-02-01 - 2026-02-28)`)
	// The date library alone would take it for 2 March.
	require.Equal(t, "2026-03-02", date.New(2026, time.February, 30).String())
	_, err = NewDate(10000, time.January, 1)
	require.ErrorIs(t, err, FaultRange)
}

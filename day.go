package gdpr

import (
	"strconv"
	"time"

	"github.com/rickb777/date/v2"
)

// NewDate returns the day of a month of a year from 1 to 9999. A day that the
// month doesn't have, such as 30 February, is an [*InputError]: the date library
// alone would make it 2 March.
func NewDate(year int, month time.Month, day int) (date.Date, error) {
	if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > monthDays(year, month) {
		valid := "0001-01-01 - 9999-12-31"
		if month >= 1 && month <= 12 && year >= 1 && year <= 9999 {
			inYear := pad(year, 4) + "-" + pad(int(month), 2) + "-"
			valid = inYear + "01 - " + inYear + pad(monthDays(year, month), 2)
		}
		return 0, &InputError{Value: pad(year, 4) + "-" + pad(int(month), 2) + "-" + pad(day, 2), Fault: FaultRange, Other: valid}
	}
	return dayOf(year, month, day), nil
}

// ParseDate reads a date of the form 2026-01-31. Anything else, and a day that
// doesn't exist, is an [*InputError] with [FaultSyntax] or [FaultRange].
//
// The date of an instant is date.NewAt(instant), in the instant's own location:
// a request that reached the Comune at half past midnight was received on that
// day in Rome, whatever day it was in Greenwich.
func ParseDate(s string) (date.Date, error) {
	year, ok1 := digits(s, 0, 4)
	month, ok2 := digits(s, 5, 7)
	day, ok3 := digits(s, 8, 10)
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !ok1 || !ok2 || !ok3 {
		return 0, &InputError{Value: s, Fault: FaultSyntax, Other: "2026-01-31"}
	}
	return NewDate(year, time.Month(month), day)
}

func digits(s string, from, to int) (n int, ok bool) {
	if len(s) < to {
		return 0, false
	}
	for i := from; i < to; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

// monthDays returns how many days the month of the year has.
func monthDays(year int, month time.Month) int {
	switch month {
	case time.February:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	}
	return 31
}

// addMonths returns the day of the same number n months later (earlier if
// negative), or the month's last day if it has none, and whether that was so.
// The result lies in the years 1 to 9999, or ok is false.
func addMonths(d date.Date, n int) (later date.Date, clamped, ok bool) {
	year, month, day := civil(d)
	months := 12*year + int(month) - 1 + n
	if months < 12 || months >= 12*10000 {
		return 0, false, false
	}
	year, month = int(uint32(months)/12), time.Month(uint32(months)%12+1)
	if last := monthDays(year, month); day > last {
		day, clamped = last, true
	}
	return dayOf(year, month, day), clamped, true
}

// cycle is how many days the calendar takes to repeat itself: 400 years, which
// are whole weeks too.
const cycle = 146097

// civil returns the year, month and day of d, which lies in the years 1 to 9999,
// or before them by less than a cycle. It is what d.Date() returns, without the
// detour by way of an instant: a deadline looks at four or five days. Counting a
// cycle ahead keeps the numbers positive, and their divisions quick.
//
// Years here begin with March, so that a leap day is the last of its year.
// Counting in quarters of a day spreads the leap days over years and centuries,
// as counting in fifths spreads the days over months.
func civil(d date.Date) (year int, month time.Month, day int) {
	days := 4*uint32(d+306+cycle) + 3 // from 1 March of the year -400
	century := days / cycle
	days = days%cycle | 3 // of the century
	years := days / 1461
	days = 5*(days%1461/4) + 2
	months := days / 153
	day = int(days%153/5) + 1
	year = int(100*century+years) - 400
	if months >= 10 {
		return year + 1, time.Month(months - 9), day
	}
	return year, time.Month(months + 3), day
}

// dayOf returns the day of a month of a year from 1 to 9999; it undoes civil.
func dayOf(year int, month time.Month, day int) date.Date {
	y, m := uint32(year), uint32(month)+9 // March is 12
	if m >= 12 {
		m -= 12
	} else {
		y--
	}
	return date.Date(365*y+y/4-y/100+y/400+(153*m+2)/5) + date.Date(day-1-306)
}

// yearStart returns 1 January of a year from 1 to 10000.
func yearStart(year int) date.Date {
	y := year - 1
	return date.Date(365*y + y/4 - y/100 + y/400)
}

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
		return 0, &InputError{Value: pad(year, 4) + "-" + pad(int(month), 2) + "-" + pad(day, 2), Fault: FaultRange, Other: "0001-01-01 - 9999-12-31"}
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
	year, month = months/12, time.Month(months%12+1)
	if months < 12 || year > 9999 {
		return 0, false, false
	}
	if last := monthDays(year, month); day > last {
		day, clamped = last, true
	}
	return dayOf(year, month, day), clamped, true
}

// civil returns the year, month and day of d, which lies in the years 1 to 9999.
// It is what d.Date() returns, without the detour by way of an instant: a
// deadline looks at four or five days.
//
// Years here begin with March, so that a leap day is the last of its year; and
// 400 years, 146,097 days, are the cycle of the calendar.
func civil(d date.Date) (year int, month time.Month, day int) {
	days := int(d) + 306 // from 1 March of the year 0
	cycle := days / 146097
	days %= 146097
	years := (days - days/1460 + days/36524 - days/146096) / 365
	days -= 365*years + years/4 - years/100
	months := (5*days + 2) / 153
	day = days - (153*months+2)/5 + 1
	year = 400*cycle + years
	if months >= 10 {
		return year + 1, time.Month(months - 9), day
	}
	return year, time.Month(months + 3), day
}

// dayOf returns the day of a month of a year from 1 to 9999; it undoes civil.
func dayOf(year int, month time.Month, day int) date.Date {
	months := int(month) - 3
	if months < 0 {
		months += 12
		year--
	}
	return date.Date(365*year + year/4 - year/100 + year/400 + (153*months+2)/5 + day - 1 - 306)
}

// yearStart returns 1 January of a year from 1 to 10000.
func yearStart(year int) date.Date {
	y := year - 1
	return date.Date(365*y + y/4 - y/100 + y/400)
}

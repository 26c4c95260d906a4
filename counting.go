package gdpr

import (
	"strconv"
	"time"

	"github.com/rickb777/date/v2"
)

// Counting is the law by which a [Term] is counted, and that is the order of law
// of the act that sets it: a term of the GDPR is European, one of the Codice or
// of a municipal regulation is Italian, one to be kept before a court is
// Judicial. The zero value is European.
//
//	           moves off                        besides
//	European   Saturdays, Sundays, holidays     holds two working days at least
//	Italian    Sundays, holidays                a Saturday is a working day
//	Judicial   Saturdays, Sundays, holidays     stands still from 1 to 31 August
//
// All three leave out the day of the event, end with the last instant of the
// last day, and count months by the number of the day, or to the last day of a
// month that lacks it.
//
// In an Italian term Saturday is a working day, since the rule that moves it is
// one for acts of procedure out of the hearing, and such are the Judicial ones:
// an appeal against a measure of the Garante. These stand still in August (until
// 2014 to 15 September). One that would begin in August begins at its end, and 1
// September is its first day; the days of the suspension are added to a term of
// months as to one of days. Judicial isn't for disputes that the suspension
// leaves out, as those of labour: their terms are Italian, with a Saturday to
// look at by hand.
//
// Law: Reg. 1182/71 1; c.c. 2963; c.p.c. 155; L. 742/1969 1; L. 742/1969 3; Cass. 6679/2005; Cass. 24571/2015; Cass. 20866/2017; Cass. 22389/2015.
type Counting uint8

// The ways of counting a term.
//
//words:label counting
const (
	European Counting = iota // european: that of acts of the Council and the Commission, and so of the GDPR
	Italian                  // italian: that of Italian law, outside the courts
	Judicial                 // judicial: that of a term before an Italian court
)

func (c Counting) unknown() error {
	return &InputError{Field: "counting", Value: strconv.Itoa(int(c)), Fault: FaultName, Other: countingWords.Valid()}
}

// ends reports whether a term so counted can end on d, which the calendar covers
// or nearly so.
func (c Counting) ends(cal Calendar, d date.Date) bool {
	w := weekday(d)
	return (w < 5 || w == 5 && c == Italian) && !cal.public(d, w)
}

// walk returns d if a term can end on it, or the first day after it (step 1) or
// before it (-1) on which one can.
func (c Counting) walk(cal Calendar, d, step date.Date) (date.Date, error) {
	if err := cal.covers(d); err != nil {
		return 0, err
	}
	for !c.ends(cal, d) {
		d += step
	}
	return d, cal.covers(d)
}

// step returns the n-th working day after d, or before it if n is negative: the
// days on which a term can end, and that no suspension takes out. It stops at
// the first day outside the calendar.
func (c Counting) step(cal Calendar, d date.Date, n int) date.Date {
	sign := date.Date(1)
	if n < 0 {
		sign, n = -1, -n
	}
	for n > 0 && cal.covers(d) == nil {
		d += sign
		if c.ends(cal, d) && !c.still(d) {
			n--
		}
	}
	return d
}

// still reports whether the counting suspends its terms on d.
func (c Counting) still(d date.Date) bool {
	if c != Judicial {
		return false
	}
	in, _, _, _ := inRecess(d)
	return in
}

// weekend returns a Saturday or a Sunday that moved the end of a term, with the
// rule that makes it do so.
func (c Counting) weekend(d date.Date) Holiday {
	h := Holiday{Date: d, Name: sunday, Law: "L. 260/1949 2"}
	if weekday(d) == 5 {
		h.Name, h.Law = saturday, "c.p.c. 155(5)"
	}
	if c == European {
		h.Law = "Reg. 1182/71 2(2)"
	}
	return h
}

var (
	saturday = Text{"sabato", "Saturday"}
	sunday   = Text{"domenica", "Sunday"}
)

// recess returns the first and the last day of a year's suspension of the terms
// before the courts: until 2014 it lasted to 15 September.
func recess(year int) (first, last date.Date) {
	if year < 2015 {
		return dayOf(year, time.August, 1), dayOf(year, time.September, 15)
	}
	return dayOf(year, time.August, 1), dayOf(year, time.August, 31)
}

// inRecess reports whether the terms before the courts stand still on d, and
// when they do so in its year.
func inRecess(d date.Date) (in bool, year int, first, last date.Date) {
	year, _, _ = civil(d)
	first, last = recess(year)
	return d >= first && d <= last, year, first, last
}

// overRecess counts a term before a court: one that begins in the suspension
// begins at its end, and each suspension that it meets puts off its end by its
// days, whether it is one of days or of months.
func (t Term) overRecess(event date.Date, sign int, cal Calendar) (end date.Date, steps Steps, err error) {
	in, year, first, last := inRecess(event)
	if in {
		steps = Suspended
		event = last
		if sign < 0 {
			event = first
		}
	}
	end, counted, err := t.plain(event, sign, cal)
	steps |= counted
	if err != nil {
		return 0, 0, err
	}
	for ; cal.coversYear(year) == nil; year += sign {
		first, last = recess(year)
		met, over := event < first && end >= first, end < first
		if sign < 0 {
			met, over = event > last && end <= last, end > last
		}
		if over {
			break
		}
		if met && t.Unit != WorkingDays { // step has counted these without it
			end += date.Date(sign) * (last - first + 1)
		}
		if met {
			steps |= Suspended
		}
	}
	return end, steps, nil
}

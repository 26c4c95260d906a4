package gdpr

import (
	"iter"
	"strconv"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"
)

// Deadline is the end of a term in days or longer, and how it was reached. A
// host that shows one date shows Safe to the clerk, and counts lateness from
// Due. It is a plain comparable value; the zero value is no deadline.
//
// Law: Reg. 1182/71 3(4).
type Deadline struct {
	Event     date.Date `json:"event"`               // the day from which the term was counted
	Term      Term      `json:"term"`                // what was counted
	Paused    int       `json:"paused,omitempty"`    // days of pause that were added
	Nominal   date.Date `json:"nominal"`             // the last day before any moving
	Due       date.Date `json:"due"`                 // the last lawful day, on the reading that the library holds
	Safe      date.Date `json:"safe"`                // the earliest last day on any defensible reading; never after Due
	Steps     Steps     `json:"steps,omitempty"`     // what was done to reach Due
	Provision Provision `json:"provision,omitempty"` // the rule that sets the term
}

// IsZero reports whether d is no deadline.
func (d Deadline) IsZero() bool { return d == Deadline{} }

// Left returns the days from a day to Due: 0 on the last lawful day itself, -1
// on the day after.
func (d Deadline) Left(on date.Date) int { return int(d.Due - on) }

// By returns the deadline with the provision that sets the term.
func (d Deadline) By(p Provision) Deadline {
	d.Provision = p
	return d
}

// Pause returns the deadline made longer by so many more days of pause, as when
// the Comune waits for the requester to prove who he is: the days are added to
// the end of the term as counted from its event, and then the end moves off a
// holiday. Safe takes the earlier of this and of a term counted from an event
// put off by the pause, which can end a day or two sooner in short months.
//
// A negative number, or a pause of a backward term, is an [*InputError] with
// [FaultRange] or [FaultContradiction].
//
// Law: GDPR 12(6); EDPB 01/2022; Reg. 1182/71 3(4).
func (d Deadline) Pause(days int, cal Calendar) (Deadline, error) {
	switch {
	case days < 0 || days > maxDays:
		return Deadline{}, &InputError{Field: "days", Value: strconv.Itoa(days), Fault: FaultRange, Other: "0-" + strconv.Itoa(maxDays)}
	case d.Steps&Backwards != 0:
		return Deadline{}, &InputError{Field: "days", Value: strconv.Itoa(days), Fault: FaultContradiction, Other: "backwards"}
	case days == 0:
		return d, nil
	}
	if err := cal.covers(d.Event); err != nil {
		return Deadline{}, At("event", err)
	}
	d.Paused += days
	d.Nominal += date.Date(days)
	d.Steps |= Paused
	later, _, err := d.Term.from(d.Event+date.Date(d.Paused), 1, cal)
	if err != nil {
		return Deadline{}, err
	}
	d.Safe = min(d.Nominal, later)
	if err := d.roll(cal); err != nil {
		return Deadline{}, err
	}
	return d, nil
}

// roll moves the end of a term that was counted forwards from Nominal to Due.
func (d *Deadline) roll(cal Calendar) (err error) {
	d.Steps &^= Rolled | TwoWorkingDays
	if d.Due, err = d.Term.Counting.walk(cal, d.Nominal, 1); err != nil {
		return At("due", err)
	}
	if d.Due != d.Nominal {
		d.Steps |= Rolled
	}
	if d.Term.Counting != European || d.Term.Unit == WorkingDays || d.Term.Unit == Days && d.Term.N < 2 || cal.workingBetween(d.Event, d.Due) {
		return nil
	}
	d.Steps |= TwoWorkingDays
	d.Due, err = cal.Next(d.Due + 1)
	return At("due", err)
}

// workingBetween reports whether there is a working day after event and before
// due, which the calendar covers.
func (c Calendar) workingBetween(event, due date.Date) bool {
	for d := event + 1; d < due; d++ {
		if c.working(d) {
			return true
		}
	}
	return false
}

// Skipped yields the days off over which the end of the term moved, from Nominal
// to Due: holidays with the law that makes them so, Sundays, and Saturdays where
// the term's [Counting] moves it off them. It stops at a day outside the calendar.
//
// Law: Reg. 1182/71 3(4); c.c. 2963; c.p.c. 155.
func (d Deadline) Skipped(cal Calendar) iter.Seq[Holiday] {
	return func(yield func(Holiday) bool) {
		for day := d.Nominal; day < d.Due && cal.covers(day) == nil; day++ {
			if d.Term.Counting.ends(cal, day) {
				continue
			}
			h, ok := cal.Holiday(day)
			if !ok || h.Local {
				h = d.Term.Counting.weekend(day)
			}
			if !yield(h) {
				return
			}
		}
	}
}

// Steps says what was done to reach a deadline. It is a set; the zero value is
// the empty one: the term ended on a working day by plain counting.
type Steps uint8

// The steps to a deadline.
//
//words:set step
const (
	Clamped        Steps = 1 << iota // clamped: ended on the last day of a month that lacks the event's number
	Rolled                           // rolled: moved off a holiday, a Saturday or a Sunday
	TwoWorkingDays                   // two_working_days: made longer to hold two working days
	Backwards                        // backwards: counted backwards, and so not moved
	Paused                           // paused: made longer by pauses
	Extended                         // extended: made longer by an extension in due time
	Suspended                        // suspended: made longer by the summer suspension of the courts' terms
)

// Text says in the language that [Match] picks for tag what was done.
func (s Steps) Text(tag language.Tag) string {
	return stepsWords.Labels(tag, uint64(s), "; ")
}

// HourDeadline is the end of a term in hours. The zero value is no deadline.
//
// Law: Reg. 1182/71 3(1); Reg. 1182/71 3(2)(a).
type HourDeadline struct {
	Event     time.Time `json:"event"`               // the instant from which the term was counted
	Term      Term      `json:"term"`                // what was counted
	Safe      time.Time `json:"safe"`                // so many elapsed hours after the event
	Due       time.Time `json:"due"`                 // the end of the last hour
	Steps     Steps     `json:"steps,omitempty"`     // TwoWorkingDays, or nothing
	Provision Provision `json:"provision,omitempty"` // the rule that sets the term
}

// Left returns the time from an instant to Due, exact and with its sign: it is
// negative one nanosecond after Due.
func (d HourDeadline) Left(at time.Time) time.Duration { return d.Due.Sub(at) }

// By returns the deadline with the provision that sets the term.
func (d HourDeadline) By(p Provision) HourDeadline {
	d.Provision = p
	return d
}

// Reading is how the rule that a term of two days or more holds two working days
// is read for a term in hours. The zero value, [NotApplied], is what the
// authorities hold.
type Reading uint8

// The readings of the rule of two working days, for terms in hours.
//
//words:plain
const (
	NotApplied  Reading = iota // not_applied: terms in hours are what they are
	DaysTouched                // days_touched: two working days, of which a part lies in the term, are enough
	WholeDays                  // whole_days: two working days must lie wholly in the term
)

// Reading returns the deadline with the rule of two working days read as r: Due
// moves to the end of the second working day if the term holds fewer. This is
// the view of a few authors, and the authorities whose decisions are known grant
// it to nobody: it is here for who must argue it, and Safe doesn't move. A term
// of fewer than 48 hours stays as it is.
//
// A day outside the calendar is an [*InputError] with [FaultRange], an unknown
// reading one with [FaultName].
//
// Law: Reg. 1182/71 3(5).
func (d HourDeadline) Reading(r Reading, cal Calendar) (HourDeadline, error) {
	switch {
	case r == NotApplied || d.Term.N < 48:
		return d, nil
	case !r.Valid():
		return HourDeadline{}, &InputError{Field: "reading", Value: strconv.Itoa(int(r)), Fault: FaultName, Other: readingWords.Valid()}
	}
	// The first hour counted begins with the end of the hour of the event.
	start := d.Due.Add(-time.Duration(d.Term.N) * time.Hour)
	day := date.NewAt(start)
	if r == WholeDays && !midnight(day, start).Equal(start) {
		day++
	}
	for held := 0; ; day++ {
		working, err := cal.WorkingDay(day)
		if err != nil {
			return HourDeadline{}, At("due", err)
		}
		if working {
			held++
		}
		if held == 2 {
			break
		}
	}
	first := midnight(day, d.Due)
	end := midnight(day+1, d.Due)
	if r == WholeDays && !d.Due.Before(end) || r == DaysTouched && d.Due.After(first) {
		return d, nil
	}
	d.Due = end
	d.Steps |= TwoWorkingDays
	return d, nil
}

// midnight returns the first instant of a day in the location of t.
func midnight(day date.Date, t time.Time) time.Time {
	year, month, d := day.Date()
	return time.Date(year, month, d, 0, 0, 0, 0, t.Location())
}

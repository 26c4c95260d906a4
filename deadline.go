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

// End returns the instant at which the deadline ends in a place, which is the
// first one of the day after Due there: what is done before it is in time, and
// at it late. A nil location is UTC.
//
// As an end it belongs to the day that it closes: whoever shows a day shows
// [LastDay] of it.
//
// Law: Reg. 1182/71 3(2)(c); Reg. 1182/71 3(4); c.c. 2963.
func (d Deadline) End(loc *time.Location) time.Time { return dayStart(d.Due+1, loc) }

// Pause returns the deadline made longer by a pause, as when the requester is
// asked to prove who he is: the clock stands still from the day from, and goes on
// on the day to, which is the first that counts again.
//
// The days of the pause are added to the end of the term as counted from its
// event, and then the end moves off a holiday: calendar days, for a term in
// working days those alone, and for a [Judicial] term none of the summer
// suspension. A pause that begins between Nominal and Due stops the clock as
// well, since until Due the term runs: it then ends when the pause does. One that
// begins after Due stops nothing, and the deadline comes back as it is.
//
// Safe takes the earlier of this and of a term counted from an event put off by
// the pause, which can end a day or two sooner in short months; and it stays
// where it is if the pause begins after it, for whoever holds that the term was
// over.
//
// Pauses are told in the order of their beginning, and without the days that an
// earlier one has told. Paused is the number of days that were added.
//
// An end before its beginning, or a beginning before the event, is an
// [*InputError] with [FaultOrder]; a pause of a backward term one with
// [FaultContradiction]; a date outside the calendar one with [FaultRange].
//
// Law: GDPR 12(6); EDPB 01/2022; Reg. 1182/71 3(4).
func (d Deadline) Pause(from, to date.Date, cal Calendar) (Deadline, error) {
	switch {
	case d.Steps&Backwards != 0:
		return Deadline{}, &InputError{Field: "from", Value: from.String(), Fault: FaultContradiction, Other: "backwards"}
	case from < d.Event:
		return Deadline{}, &InputError{Field: "from", Value: from.String(), Fault: FaultOrder, Other: "event " + d.Event.String()}
	case to < from:
		return Deadline{}, &InputError{Field: "to", Value: to.String(), Fault: FaultOrder, Other: "from " + from.String()}
	case to == from || from > d.Due:
		return d, nil
	}
	if err := cal.covers(d.Event); err != nil {
		return Deadline{}, At("event", err)
	}
	if err := cal.covers(to); err != nil {
		return Deadline{}, At("to", err)
	}
	days := d.Term.counted(cal, from, to)
	d.Steps |= Paused
	d.Paused += days
	d.Nominal = d.Term.add(cal, max(d.Nominal, from), days)
	if from <= d.Safe {
		if err := d.pauseSafe(from, to, cal); err != nil {
			return Deadline{}, err
		}
	}
	if err := d.roll(cal); err != nil {
		return Deadline{}, err
	}
	return d, nil
}

// pauseSafe makes Safe longer by a pause whose days Nominal has already.
func (d *Deadline) pauseSafe(from, to date.Date, cal Calendar) error {
	if settled := cal.settled(); d.Term.Unit == WorkingDays && settled != cal {
		d.Safe = d.Term.add(settled, d.Safe, d.Term.counted(settled, from, to))
		return nil
	}
	later, _, err := d.Term.from(d.Term.add(cal, d.Event, d.Paused), 1, cal)
	d.Safe = min(d.Nominal, later)
	return err
}

// roll moves the end of a term that was counted forwards from Nominal to Due.
func (d *Deadline) roll(cal Calendar) (err error) {
	d.Steps &^= Rolled | TwoWorkingDays
	if d.Due = d.Nominal; cal.covers(d.Nominal) != nil || !d.Term.Counting.ends(cal, d.Nominal) {
		if d.Due, err = d.Term.Counting.walk(cal, d.Nominal, 1); err != nil {
			return At("due", err)
		}
		d.Steps |= Rolled
	}
	if d.Term.Counting != European || d.Term.Unit == WorkingDays || d.Term.Unit == Days && d.Term.N < 2 || cal.workingBetween(d.Event, d.Due) {
		return nil
	}
	d.Steps |= TwoWorkingDays
	d.Due, err = cal.Next(d.Due + 1)
	return At("due", err)
}

// hold moves Safe of a European term that was counted backwards to where it holds
// two working days, for whoever applies that rule to such terms too.
func (d *Deadline) hold(cal Calendar) (err error) {
	if d.Term.Counting != European || d.Term.Unit == WorkingDays || d.Term.Unit == Days && d.Term.N < 2 || cal.workingBetween(d.Safe, d.Event) {
		return nil
	}
	d.Safe, err = cal.Previous(d.Safe - 1)
	return err
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
//words:label hours-reading
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
	if r == WholeDays && !dayStart(day, start.Location()).Equal(start) {
		day++
	}
	for held := 0; ; day++ {
		working, err := cal.WorkingDay(day)
		if err != nil {
			return HourDeadline{}, At("due", err)
		}
		if working && dayStart(day, start.Location()).Before(dayStart(day+1, start.Location())) { // a day that exists there
			held++
		}
		if held == 2 {
			break
		}
	}
	first := dayStart(day, d.Due.Location())
	end := dayStart(day+1, d.Due.Location())
	if r == WholeDays && !d.Due.Before(end) || r == DaysTouched && d.Due.After(first) {
		return d, nil
	}
	d.Due = end
	d.Steps |= TwoWorkingDays
	return d, nil
}

// LastDay returns the day, in its own location, to which an instant belongs that
// ends a term: that of midnight is the day before it, which it closes.
//
// Law: Reg. 1182/71 3(2)(a); c.c. 2963.
func LastDay(end time.Time) date.Date { return date.NewAt(end.Add(-1)) }

// dayStart returns the first instant of a day in a location: not always midnight,
// where the clocks are changed at that hour.
func dayStart(day date.Date, loc *time.Location) time.Time {
	if loc == nil {
		loc = time.UTC
	}
	year, month, number := day.Date()
	t := time.Date(year, month, number, 0, 0, 0, 0, loc)
	from, to := t.ZoneBounds()
	switch before := from.Add(-1); {
	case date.NewAt(t) < day && !to.IsZero(): // there is no midnight: the clocks jump over it
		return to
	case !from.IsZero() && date.NewAt(before) == day: // there are two
		hour, minute, second := before.Clock()
		return from.Add(-time.Duration(hour)*time.Hour - time.Duration(minute)*time.Minute - time.Duration(second+1)*time.Second)
	}
	return t
}

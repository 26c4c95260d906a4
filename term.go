package gdpr

import (
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Unit is what a [Term] is counted in. The zero value is not given.
type Unit uint8

// The units of a term.
//
//words:label unit
const (
	Hours       Unit = iota + 1 // hours: elapsed hours, for [Term.AfterInstant] alone
	Days                        // days: calendar days, holidays included
	WorkingDays                 // working_days: days that are neither holidays, Saturdays nor Sundays
	Weeks                       // weeks: from a day to the same day of the week
	Months                      // months: from a day to the day of the same number
	Years                       // years: from a day to the same day of the year
)

// Term is a length of time as the law writes it: 30 days, one month, 72 hours.
// It becomes a date when it is counted from an event, by [Term.After],
// [Term.Before] or [Term.AfterInstant]. The zero value is no term, and an error
// wherever it is counted.
type Term struct {
	N        int      `json:"n"` // 1 or more; 0 only for a part of a month
	Unit     Unit     `json:"unit"`
	Counting Counting `json:"counting,omitzero"` // by which law it is counted: that of the act that sets it
	Part     int      `json:"part,omitempty"`    // days of a part of a month beyond N months or years, 30 to the month: 15 in a month and a half
}

// String returns the term: "30 days", "1 months and 15 days". It leaves out the
// counting.
func (t Term) String() string {
	s := strconv.Itoa(t.N) + " " + strings.ReplaceAll(t.Unit.String(), "_", " ")
	if t.Part != 0 {
		s += " and " + strconv.Itoa(t.Part) + " days"
	}
	return s
}

// Label returns the term as a person reads it, in the language that [Match] picks
// for tag: "30 giorni", "1 month", "1 mese e 15 giorni". It is "" for a term without a unit.
func (t Term) Label(tag language.Tag) string {
	if !t.Unit.Valid() {
		return ""
	}
	label := catalog.Text(tag, "term."+t.Unit.String(), t.N)
	if t.Part == 0 {
		return label
	}
	part := catalog.Text(tag, "term.days", t.Part)
	if t.N == 0 {
		return part
	}
	return catalog.Text(tag, "term.and", label, part)
}

// After counts the term from the day of an event, which itself isn't counted.
//
//   - Days, weeks, months and years are calendar ones, holidays included. Weeks
//     end on the event's day of the week; months and years on the day of its
//     number, or on the month's last day where there is none: one month after
//     31 January is 28 or 29 February.
//   - If the last day is a holiday or a Sunday, the term ends with the next day
//     that is none; a Saturday moves it as well in a [European] and in a
//     [Judicial] term, and not in an [Italian] one.
//   - A European term of two days or more holds two working days at least.
//   - Parts of a month are parts of thirty days, counted after the months.
//   - A term in working days counts these alone.
//   - A Judicial term stands still in the summer recess of the courts.
//
// [Deadline.Due] is the last lawful day by these rules, [Deadline.Safe] the day
// before any moving. The error is an [*InputError]: a term in hours, without a
// unit, or with an unknown counting ([FaultName]), one shorter than 1 or of more than 10,000 working days, a
// date outside the calendar ([FaultRange]).
//
// Law: Reg. 1182/71 3(1); Reg. 1182/71 3(2)(c); Reg. 1182/71 3(2)(d); Reg. 1182/71 3(3); Reg. 1182/71 3(4); Reg. 1182/71 3(5); CJEU C-171/03; c.c. 2963; c.p.c. 155; L. 742/1969 1.
func (t Term) After(event date.Date, cal Calendar) (d Deadline, err error) {
	end, steps, err := t.from(event, 1, cal)
	if err != nil {
		return Deadline{}, err
	}
	d.Event, d.Term, d.Nominal, d.Safe, d.Steps = event, t, end, end, steps
	if t.Unit == WorkingDays {
		if settled := cal.settled(); settled != cal {
			d.Safe = t.add(settled, event, t.N)
		}
	}
	if err := d.roll(cal); err != nil {
		return Deadline{}, err
	}
	return d, nil
}

// Before counts the term backwards from the day of an event, which itself isn't
// counted: "four weeks before the hearing". The last day doesn't move, whatever
// day it is. Safe is the working day before it, for whoever reads the rule of
// holidays the other way round, and leaves two working days in a European term of
// two days or more, for whoever applies that rule here too: no authority has
// decided either.
//
// The errors are those of [Term.After].
//
// Law: Reg. 1182/71 3(4); c.p.c. 155(4); L. 742/1969 1.
func (t Term) Before(event date.Date, cal Calendar) (Deadline, error) {
	end, steps, err := t.from(event, -1, cal)
	if err != nil {
		return Deadline{}, err
	}
	d := Deadline{Event: event, Term: t, Nominal: end, Due: end, Steps: Backwards | steps}
	if d.Safe, err = t.Counting.walk(cal, end, -1); err != nil {
		return Deadline{}, At("safe", err)
	}
	if err = d.hold(cal); err != nil {
		return Deadline{}, At("safe", err)
	}
	return d, nil
}

// AfterInstant counts a term in hours from an instant. Safe is the instant after
// so many elapsed hours; Due is the end of the last hour, since the hour in
// which the event falls isn't counted. Both are elapsed time, which a change of
// the clocks doesn't alter, in the location of event. Holidays don't move them;
// for the disputed rule of the two working days see [HourDeadline.Reading].
//
// The error is an [*InputError]: a unit other than hours ([FaultName]), less
// than 1 or more than 87,600 hours ([FaultRange]), a zero instant
// ([FaultMissing]), one outside the years 1 to 9989 ([FaultRange]).
//
// Law: Reg. 1182/71 3(1); Reg. 1182/71 3(2)(a); Reg. 1182/71 3(4).
func (t Term) AfterInstant(event time.Time) (HourDeadline, error) {
	year := event.Year()
	switch {
	case t.Unit != Hours:
		return HourDeadline{}, &InputError{Field: "unit", Value: t.Unit.String(), Fault: FaultName, Other: "hours"}
	case t.N < 1 || t.N > maxHours:
		return HourDeadline{}, t.outside(maxHours)
	case event.IsZero():
		return HourDeadline{}, &InputError{Field: "event", Fault: FaultMissing, Other: time.RFC3339}
	case year < 1 || year > 9989:
		return HourDeadline{}, &InputError{Field: "event", Value: event.String(), Fault: FaultRange, Other: "1-9989"}
	}
	length := time.Duration(t.N) * time.Hour
	_, minute, second := event.Clock()
	intoHour := time.Duration(minute)*time.Minute + time.Duration(second)*time.Second + time.Duration(event.Nanosecond())
	return HourDeadline{
		Event: event,
		Term:  t,
		Safe:  event.Add(length),
		Due:   event.Add(length + time.Hour - intoHour),
	}, nil
}

const (
	maxHours       = 24 * 3650
	maxDays        = 9999 * 366
	maxWorkingDays = 10_000
)

func (t Term) outside(most int) error {
	return &InputError{Field: "n", Value: strconv.Itoa(t.N), Fault: FaultRange, Other: "1-" + strconv.Itoa(most)}
}

// from counts the term from a day of the calendar, forwards (sign 1) or
// backwards (-1), before any moving for holidays.
func (t Term) from(event date.Date, sign int, cal Calendar) (end date.Date, steps Steps, err error) {
	most := maxDays
	if t.Unit == WorkingDays {
		most = maxWorkingDays
	}
	switch {
	case t.N > most || t.N < 1 && (t.N < 0 || t.Part == 0):
		return 0, 0, t.outside(most)
	case t.Part != 0 && (t.Part >= 30 || t.Unit != Months && t.Unit != Years):
		return 0, 0, t.badPart()
	case !t.Counting.Valid():
		return 0, 0, t.Counting.unknown()
	}
	if err := cal.covers(event); err != nil {
		return 0, 0, At("event", err)
	}
	if t.Counting == Judicial {
		end, steps, err = t.overRecess(event, sign, cal)
	} else {
		end, steps, err = t.plain(event, sign, cal)
	}
	if err != nil {
		return 0, 0, err
	}
	return end, steps, At("due", cal.covers(end))
}

// plain counts the term as if nothing ever suspended it.
func (t Term) plain(event date.Date, sign int, cal Calendar) (end date.Date, steps Steps, err error) {
	n, clamped, ok := sign*t.N, false, true
	switch t.Unit {
	case Days:
		end = event + date.Date(n)
	case WorkingDays:
		end = t.Counting.step(cal, event, n)
	case Weeks:
		end = event + date.Date(7*n)
	case Months:
		end, clamped, ok = addMonths(event, n)
	case Years:
		end, clamped, ok = addMonths(event, 12*n)
	default:
		return 0, 0, &InputError{Field: "unit", Value: t.Unit.String(), Fault: FaultName, Other: strings.TrimPrefix(unitWords.Valid(), "hours, ")}
	}
	if !ok {
		return 0, 0, &InputError{Field: "n", Value: strconv.Itoa(t.N), Fault: FaultRange, Other: "0001-01-01 - 9999-12-31"}
	}
	if clamped {
		steps = Clamped
	}
	return end + date.Date(sign*t.Part), steps, nil
}

func (t Term) badPart() error {
	e := &InputError{Field: "part", Value: strconv.Itoa(t.Part), Fault: FaultRange, Other: "0-29"}
	if t.Part < 30 {
		e.Fault, e.Other = FaultContradiction, "unit "+t.Unit.String()
	}
	return e
}

// counted returns how many days of a pause the term would have counted.
func (t Term) counted(cal Calendar, from, to date.Date) int {
	if t.Unit != WorkingDays && t.Counting != Judicial {
		return int(to - from)
	}
	n := 0
	for d := from; d < to; d++ {
		if (t.Unit != WorkingDays || t.Counting.ends(cal, d)) && !t.Counting.still(d) {
			n++
		}
	}
	return n
}

// add returns the day so many days later, of those that the term counts.
func (t Term) add(cal Calendar, d date.Date, days int) date.Date {
	switch {
	case t.Unit == WorkingDays:
		return t.Counting.step(cal, d, days)
	case t.Counting == Judicial && days > 0:
		end, _, _ := Term{N: days, Unit: Days, Counting: Judicial}.overRecess(d, 1, cal)
		return end
	}
	return d + date.Date(days)
}

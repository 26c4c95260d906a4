package breach

import (
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Awareness is when a breach happened and when the body became aware of it. All
// instants carry their location. A time whose zone package time didn't know is
// refused; one that was read without any is taken for UTC by package time, and
// can't be told from it: read instants with [ParseInstant].
//
// Law: GDPR 33(1); GDPR 33(2); WP250; EDPB 9/2022.
type Awareness struct {
	// Occurred is when the breach happened or began; zero if that isn't known.
	// The clock doesn't run from it.
	Occurred time.Time `json:"occurred,omitzero"`
	// Aware is when someone of the body, whichever office, was reasonably
	// certain that a security incident had compromised personal data. A short
	// inquiry may come first; a complete one, or a legal opinion, may not.
	Aware time.Time `json:"aware,omitzero"`
	// Processor is when the processor's notice reached the body, if one did: it
	// makes the body aware, whatever it knew before.
	Processor time.Time `json:"processor,omitzero"`
}

// Start returns the instant from which the time to notify runs: the earlier of
// Aware and Processor. The error is a *gdpr.InputError: no instant given
// (gdpr.FaultMissing), one before Occurred (gdpr.FaultOrder), one without a
// known location (gdpr.FaultSyntax).
//
// Law: Regolamento 37(3); GDPR 33(1); GDPR 33(2).
func (a Awareness) Start() (time.Time, error) {
	if err := a.place("occurred", a.Occurred); err != nil {
		return time.Time{}, err
	}
	if err := a.place("aware", a.Aware); err != nil {
		return time.Time{}, err
	}
	if err := a.place("processor", a.Processor); err != nil {
		return time.Time{}, err
	}
	switch {
	case a.Aware.IsZero() && a.Processor.IsZero():
		return time.Time{}, &gdpr.InputError{Field: "aware", Fault: gdpr.FaultMissing, Other: time.RFC3339}
	case a.Aware.IsZero() || !a.Processor.IsZero() && a.Processor.Before(a.Aware):
		return a.Processor, nil
	}
	return a.Aware, nil
}

// place returns the error of an instant that has no known location or comes
// before the breach.
func (a Awareness) place(field string, at time.Time) error {
	switch {
	case at.IsZero():
	case !located(at):
		return &gdpr.InputError{Field: field, Value: at.String(), Fault: gdpr.FaultSyntax, Other: time.RFC3339}
	case at.Before(a.Occurred):
		return &gdpr.InputError{Field: field, Value: at.Format(time.RFC3339), Fault: gdpr.FaultOrder, Other: "occurred " + a.Occurred.Format(time.RFC3339)}
	}
	return nil
}

// ParseInstant reads an instant of the form 2026-01-31T09:20:00+01:00. A time
// without its distance from UTC says nothing across a change of the clocks, and
// is a *gdpr.InputError with gdpr.FaultSyntax like anything else.
//
// Law: Reg. 1182/71 3(1).
func ParseInstant(s string) (time.Time, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, &gdpr.InputError{Value: s, Fault: gdpr.FaultSyntax, Other: "2026-01-31T09:20:00+01:00"}
	}
	return t, nil
}

// located reports whether t has a real location. Package time reads a zone's
// abbreviation that it doesn't know ("CEST") as a place of that name that is at
// UTC, which is wrong by hours.
func located(t time.Time) bool {
	name, offset := t.Zone()
	if offset != 0 || t.Location().String() != name {
		return true
	}
	switch name {
	case "", "UTC", "GMT", "WET":
		return true
	}
	return false
}

// Window is the time to notify the Garante. Safe is the end of the elapsed
// hours, and what a clerk should see; Due is the end of the hour in which they
// end, since the hour of the event isn't counted. Holidays, nights and changes
// of the clocks don't stop it. The zero value is no window.
//
// Law: Regolamento 37(3); GDPR 33(1); Reg. 1182/71 3(1); Reg. 1182/71 3(2)(a); Reg. 1182/71 3(4).
type Window struct{ gdpr.HourDeadline }

// Window counts the time to notify. The error is that of [Awareness.Start], or a
// *gdpr.InputError with gdpr.FaultRange for a day before 25 May 2018 or a year
// after 9989.
//
// Law: Regolamento 37(3); GDPR 33(1); Reg. 1182/71 3(1).
func (a Awareness) Window() (Window, error) {
	start, err := a.Start()
	if err != nil {
		return Window{}, err
	}
	owed, ok := duties.On(date.NewAt(start))
	if !ok {
		return Window{}, &gdpr.InputError{Field: "aware", Value: start.Format(time.RFC3339), Fault: gdpr.FaultRange, Other: duties.Days()[0].String() + " -"}
	}
	d, err := owed.within.AfterInstant(start)
	if err != nil {
		return Window{}, gdpr.At("aware", err)
	}
	return Window{d.By(owed.law)}, nil
}

// Elapsed returns the time from the awareness to an instant, exact.
//
// Law: GDPR 33(1).
func (w Window) Elapsed(at time.Time) time.Duration { return at.Sub(w.Event) }

// SafeLeft returns the time from an instant to Safe, exact and with its sign.
//
// Law: GDPR 33(1).
func (w Window) SafeLeft(at time.Time) time.Duration { return w.Safe.Sub(at) }

// Late reports whether a notification sent at an instant comes after Due: then
// it must give the reasons for the delay. At Due itself it is not late.
//
// Law: Regolamento 37(3); GDPR 33(1).
func (w Window) Late(at time.Time) bool { return w.Left(at) < 0 }

// Reading returns the window with the rule of two working days read as r: see
// gdpr.HourDeadline.Reading, also for the errors. The authorities whose
// decisions are known grant it to nobody.
//
// Law: Reg. 1182/71 3(5).
func (w Window) Reading(r gdpr.Reading, cal gdpr.Calendar) (Window, error) {
	d, err := w.HourDeadline.Reading(r, cal)
	if err != nil {
		return Window{}, err
	}
	return Window{d}, nil
}

// whole returns a number of hours for a message, rounded towards zero.
func whole(d time.Duration) string { return strconv.FormatInt(int64(d/time.Hour), 10) }

// spell returns a time for a message, with unit signs that both languages share:
// "26 h 30 min". A part of a second counts as one.
func spell(d time.Duration) string {
	left := int64(d / time.Second)
	if d%time.Second > 0 {
		left++
	}
	var parts []string
	for _, unit := range [...]struct {
		seconds int64
		sign    string
	}{{3600, " h"}, {60, " min"}, {1, " s"}} {
		if n := left / unit.seconds; n > 0 {
			parts = append(parts, strconv.FormatInt(n, 10)+unit.sign)
		}
		left %= unit.seconds
	}
	return strings.Join(parts, " ")
}

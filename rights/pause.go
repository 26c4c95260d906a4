package rights

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Pause is a wait for the requester: the body has asked who he is, or what
// exactly he wants, and can't go on without the answer. It stops the clock from
// the day of the question to the day of an answer that is enough, and then the
// clock goes on; it doesn't start again.
//
// A pause counts only if the question was put without undue delay and its cause
// is given. While Prompt is [gdpr.Unknown] it doesn't count, which is the safe
// reading, and [Request.Check] asks. Pauses may overlap: a day counts once. While
// one is open no notice and no reply is late.
//
// It stops the clock of each rule whose term still runs, up to its last lawful
// day, and so also one that begins when the days have run out and their end moved
// off a holiday: a question on the last day of the GDPR's month stops that, though
// the template's 30 days or a shorter term of the body's own were over. That a
// term which has moved still runs is a reading that nobody has decided: Safe
// doesn't follow it.
//
// Who the requester is may be asked for a request under articles 15 to 21 alone:
// for one under article 22 [Identification] stops nothing.
//
// Law: Regolamento 17(4); Regolamento 18(3); Regolamento 19(3); Regolamento 20(3); GDPR 12(6); GDPR recital 63; EDPB 01/2022; Reg. 1182/71 3(4).
type Pause struct {
	Cause    Cause       `json:"cause,omitzero"`
	Asked    date.Date   `json:"asked,omitzero"`    // the day the question was sent
	Answered date.Date   `json:"answered,omitzero"` // the day enough information came; 0: not yet
	Prompt   gdpr.Answer `json:"prompt"`            // was it asked without undue delay?
}

// stops reports whether the pause stops the clock of a request for the right.
func (p *Pause) stops(r Right) bool {
	return p.Prompt == gdpr.Yes && p.Cause != 0 && (p.Cause != Identification || r.identified())
}

// Cause is why the body waits. The zero value is not given, and such a pause
// doesn't count.
//
// Law: GDPR 12(6); GDPR recital 63.
type Cause uint8

// The causes of a pause.
//
//words:label rights.cause
const (
	Identification Cause = iota + 1 // identification: there are reasonable doubts who the requester is
	Clarification                   // clarification: much data: the requester is asked which are meant
)

// clock lets the pauses of a request pass by a deadline.
type clock struct {
	request *Request
	closed  date.Date // the day on which it was dealt with: from then on it waits no more
	cal     gdpr.Calendar
}

// run makes the deadline of one rule longer by each pause that begins while its
// term runs, and not after the day until. It returns the day since which the
// clock stands still, or 0.
func (c *clock) run(d *gdpr.Deadline, until date.Date) (open date.Date, err error) {
	var from, to date.Date // the pauses that overlap, as one
	for i := range c.request.Pauses {
		asked, answered := c.span(i, to)
		switch {
		case asked == 0:
			continue
		case to != 0 && asked == to: // it overlaps, or follows at once
			if answered == 0 {
				return to, add(d, from, to, c.cal)
			}
			to = max(to, answered)
			continue
		}
		if err := add(d, from, to, c.cal); err != nil {
			return 0, err
		}
		if asked > min(d.Due, until) {
			return 0, nil
		}
		if answered == 0 {
			return asked, nil
		}
		from, to = asked, max(asked, answered)
	}
	return 0, add(d, from, to, c.cal)
}

// span returns the days of the i-th pause that no earlier one has: its first, and
// the first that counts again, or 0 if it is open. A pause that doesn't stop the
// clock has none.
func (c *clock) span(i int, counted date.Date) (from, to date.Date) {
	p := &c.request.Pauses[i]
	if !p.stops(c.request.Right) {
		return 0, 0
	}
	to = p.Answered
	if c.closed != 0 && (to == 0 || to > c.closed) {
		to = c.closed
	}
	return max(p.Asked, counted), to
}

// add makes a deadline longer by a pause, also where its event is the end of
// another term, of which the pause may have stopped the days.
func add(d *gdpr.Deadline, from, to date.Date, cal gdpr.Calendar) (err error) {
	if from == to {
		return nil
	}
	late := max(0, d.Event-from)
	*d, err = d.Pause(from+late, to+late, cal)
	return err
}

// stood returns how many days before a day the clock of a deadline, with all its
// pauses, stood still.
func (c *clock) stood(due, before date.Date) (days int) {
	var counted date.Date
	for i := range c.request.Pauses {
		from, to := c.span(i, counted)
		if from == 0 || c.request.Pauses[i].Asked > due {
			continue
		}
		if to == 0 {
			to = before
		}
		counted = max(from, min(to, before))
		days += int(counted - from)
	}
	return days
}

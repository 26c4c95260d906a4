package retention

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Recording is a piece of footage of the Comune's video surveillance, short
// enough to be deleted whole.
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8); Garante 8-4-2010 section 3.4.
type Recording struct {
	ID       string    `json:"id,omitempty"`
	Recorded time.Time `json:"recorded"` // its first instant, in the location of the camera
	Purpose  Purpose   `json:"purpose"`
	Case     Case      `json:"case,omitzero"`   // of a camera for fines: what became of what it took
	Closed   Closure   `json:"closed,omitzero"` // closure of the office that its hours run into
	Holds    []Hold    `json:"holds,omitempty"` // suspend the deletion; days of the camera's location
}

// Purpose is what a camera is for, so far as it makes a difference to how long
// footage is kept. The zero value is not given.
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8).
type Purpose uint8

// The purposes.
//
//words:label retention.purpose
const (
	UrbanSecurity Purpose = iota + 1 // urban_security: sicurezza urbana: up to seven days
	OtherPurpose                     // other: any other one but fines: the policy's hours
	Sanctions                        // sanctions: fines, for dumped waste or traffic: until the case is closed
)

// Case is what became of footage that a camera took to find infringements. The
// zero value is that nobody has looked.
//
// Law: GDPR 5(1)(c); GDPR 5(1)(e).
type Case struct {
	Infringement gdpr.Answer `json:"infringement"`    // does it show one?
	Closed       date.Date   `json:"closed,omitzero"` // day on which its case was closed: paid, decided without appeal, collected
}

// Closure is a time in which the office is closed for holidays or otherwise, for
// a day at least: the night is none. The zero value is no closure.
//
// Law: Garante 8-4-2010 section 3.4.
type Closure struct {
	From  time.Time `json:"from,omitzero"`
	Until time.Time `json:"until,omitzero"` // the office is open again
}

// Expiry tells by when the recording must be deleted. It never moves off a
// holiday.
//
//   - For urban security, seven days or fewer by the policy: Due is the end of
//     the last day, with that of the recording left out, Safe as many times 24
//     hours after it.
//   - For fines: at once if no infringement is in it; the hours of the policy
//     while nobody has looked; to the end of the day on which the case is closed if
//     there is one, and no deadline while it is open. The seven days aren't for it.
//   - For any other purpose, 24 hours or what the policy says. Safe is as many
//     elapsed hours after the recording. Due leaves out the hours in which the
//     office was closed, and is a week after the recording at the most.
//
// Holds are not in it: see [Recording.State]. The error is a [*gdpr.InputError]:
// no instant or no purpose ([gdpr.FaultMissing]), an instant outside
// the years 1 to 9989, a closure of less than 24 hours, a policy without meaning
// ([gdpr.FaultRange]), a closure that ends before it begins ([gdpr.FaultOrder]).
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8); Garante 8-4-2010 section 3.4; GDPR 5(1)(e).
func (r Recording) Expiry(p Policy) (gdpr.HourDeadline, error) {
	if err := p.check(); err != nil {
		return gdpr.HourDeadline{}, gdpr.At("policy", err)
	}
	if err := r.check(); err != nil {
		return gdpr.HourDeadline{}, err
	}
	if r.Purpose == UrbanSecurity {
		days := p.videoDays()
		year, month, day := r.Recorded.Date()
		return gdpr.HourDeadline{
			Event:     r.Recorded,
			Term:      gdpr.Term{N: days, Unit: gdpr.Days},
			Safe:      r.Recorded.Add(time.Duration(days) * day24),
			Due:       time.Date(year, month, day+days+1, 0, 0, 0, 0, r.Recorded.Location()),
			Provision: "D.L. 11/2009 6(8)",
		}, nil
	}
	if r.Purpose == Sanctions && r.Case.Infringement != gdpr.Unknown {
		return r.sanction(), nil
	}
	hours, by := p.videoHours()
	safe := r.Recorded.Add(time.Duration(hours) * time.Hour)
	return gdpr.HourDeadline{
		Event:     r.Recorded,
		Term:      gdpr.Term{N: hours, Unit: gdpr.Hours},
		Safe:      safe,
		Due:       r.Closed.extend(r.Recorded, safe),
		Provision: by,
	}, nil
}

// sanction returns the deadline of footage that was looked at for infringements.
func (r Recording) sanction() gdpr.HourDeadline {
	const by gdpr.Provision = "GDPR 5(1)(e)"
	switch {
	case r.Case.Infringement == gdpr.No:
		return gdpr.HourDeadline{Event: r.Recorded, Safe: r.Recorded, Due: r.Recorded, Provision: by}
	case r.Case.Closed == 0:
		return gdpr.HourDeadline{}
	}
	year, month, day := r.Case.Closed.Date()
	end := time.Date(year, month, day+1, 0, 0, 0, 0, r.Recorded.Location())
	return gdpr.HourDeadline{Event: r.Recorded, Safe: end, Due: end, Provision: by}
}

const day24 = 24 * time.Hour

func (c Closure) none() bool { return c.From.IsZero() && c.Until.IsZero() }

// extend returns end, or as much later as the closure took from the time between
// start and end: a week after start at the most, which the Garante allows in
// special cases alone.
func (c Closure) extend(start, end time.Time) time.Time {
	from := c.From
	if from.Before(start) {
		from = start
	}
	if c.none() || !from.Before(end) || !c.Until.After(from) {
		return end
	}
	due := c.Until.Add(end.Sub(from)).In(start.Location())
	if week := start.Add(maxVideoHours * time.Hour); due.After(week) {
		if end.After(week) { // the policy's own hours are more than a week
			return end
		}
		return week
	}
	return due
}

// State tells what is to be done with the recording at an instant. It is
// [Expired] once its time is over, [Held] while a hold suspends that, [Running]
// before. For urban security that is from Safe on, the earlier reading; for other
// purposes from Due on, which differs by the closure alone. The errors are those
// of [Recording.Expiry].
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8); GDPR 5(1)(e); GDPR 17(3)(e).
func (r Recording) State(at time.Time, p Policy) (State, error) {
	d, err := r.Expiry(p)
	if err != nil {
		return Unjudged, err
	}
	if d.Provision == "" {
		return Running, nil // a case that is still open
	}
	end := d.Safe
	if r.Purpose != UrbanSecurity {
		end = d.Due // Safe only differs by the closure, which the host has told
	}
	if at.Before(end) {
		return Running, nil
	}
	on := date.NewAt(at.In(r.Recorded.Location()))
	for _, h := range r.Holds {
		if h.On(on) {
			return Held, nil
		}
	}
	return Expired, nil
}

func (r Recording) check() error {
	c := r.Closed
	switch {
	case r.Recorded.IsZero():
		return &gdpr.InputError{Field: "recorded", Fault: gdpr.FaultMissing, Other: time.RFC3339}
	case r.Recorded.Year() < 1 || r.Recorded.Year() > 9989:
		return &gdpr.InputError{Field: "recorded", Value: r.Recorded.String(), Fault: gdpr.FaultRange, Other: "1-9989"}
	case !r.Purpose.Valid():
		return &gdpr.InputError{Field: "purpose", Value: r.Purpose.String(), Fault: gdpr.FaultMissing, Other: "urban_security, other, sanctions"}
	case r.Case.Closed < 0 || r.Case.Closed > date.New(9989, time.December, 31):
		return &gdpr.InputError{Field: "case.closed", Value: r.Case.Closed.String(), Fault: gdpr.FaultRange, Other: "0001-01-01 - 9989-12-31"}
	case c.none():
		return nil
	case c.From.IsZero():
		return &gdpr.InputError{Field: "closed.from", Fault: gdpr.FaultMissing, Other: time.RFC3339}
	case c.Until.Before(c.From):
		return &gdpr.InputError{Field: "closed.until", Value: c.Until.Format(time.RFC3339), Fault: gdpr.FaultOrder, Other: "from " + c.From.Format(time.RFC3339)}
	case c.Until.Sub(c.From) < day24:
		return &gdpr.InputError{Field: "closed.until", Value: c.Until.Format(time.RFC3339), Fault: gdpr.FaultRange, Other: "24h-"}
	}
	return nil
}

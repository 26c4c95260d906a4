package rights

import (
	"github.com/rickb777/date/v2"
)

// Status is where a request stands on a day.
//
// Law: GDPR 12(3); GDPR 12(4).
type Status struct {
	State State `json:"state"`

	// Days is what is left of the deadline in force, in days: 0 on the last
	// lawful day, -1 on the day after. While the request is paused it is the days
	// of the term that remain once the answer comes; once it is closed, what was
	// left on that day, of the deadline for a refusal if it was refused.
	Days int `json:"days"`

	// Counted is how many days of the term have run, pauses left out: up to the
	// day on which it was closed, or to the day that is asked about.
	Counted int `json:"counted"`
}

// State is what has become of a request. The zero value is not given.
//
// Law: GDPR 12(3); GDPR 12(4).
type State uint8

// The states of a request.
//
//words:label rights.state
const (
	NotReceived  State = iota + 1 // not_received: it comes later than the day asked about
	Running                       // running: the first term runs
	Prolonged                     // extended: the term runs, made longer by an extension
	Paused                        // paused: the clock stands still
	Overdue                       // overdue: no reply, and the term is over
	Answered                      // answered: answered in time
	AnsweredLate                  // answered_late: answered too late
	Refused                       // refused: refused in time
	RefusedLate                   // refused_late: refused too late
	Closed                        // closed: ended without a reply: taken back, sent on, said twice
)

// Open reports whether the request still waits for its reply.
//
// Law: GDPR 12(3).
func (s State) Open() bool {
	switch s {
	case Running, Prolonged, Paused, Overdue:
		return true
	}
	return false
}

// Status tells where the request stands on a day, by all that it records. To
// look back at a day before some of that happened, take the timeline of
// [Request.AsOf] that day.
//
// A request that was granted in part and refused in part counts as answered. A
// withdrawal of consent is answered when what rested on the consent has stopped,
// late after the day of its receipt.
//
// Law: Regolamento 17(3); GDPR 12(3); GDPR 12(4); GDPR 7(3).
func (t Timeline) Status(on date.Date) Status {
	due := t.inForce()
	s := Status{Days: int(due.Due - on), Counted: max(0, int(on-t.Received)-t.Paused)}
	switch {
	case t.Police:
		return t.untimed(on)
	case t.Ended != 0 && t.Ended <= on:
		return Status{State: Closed, Days: int(due.Due - t.Ended), Counted: t.Counted}
	case due.Term.N == 0:
		return t.withdrawal(on)
	case on < t.Received:
		return Status{State: NotReceived, Days: s.Days}
	case t.Replied != 0 && t.Replied <= on:
		s.State = Answered
		s.Days, s.Counted = int(due.Due-t.Replied), t.Counted
		if s.Days < 0 && !t.Deferred {
			s.State = AnsweredLate
		}
	case (t.Replied == 0 || t.Deferred) && t.Refused != 0 && t.Refused <= on:
		s.State = Refused
		s.Days, s.Counted = int(t.Refusal.Due-t.Refused), t.Counted
		if s.Days < 0 {
			s.State = RefusedLate
		}
	case t.Waiting != 0 && t.Waiting <= on && t.Waiting <= due.Due:
		s.State = Paused
		s.Days, s.Counted = max(0, int(due.Nominal-t.Waiting)), t.Counted
	case s.Days < 0:
		s.State = Overdue
	case t.Told != 0:
		s.State = Prolonged
	default:
		s.State = Running
	}
	return s
}

// untimed tells where a request stands that has no term.
func (t *Timeline) untimed(on date.Date) Status {
	s := Status{State: Running, Counted: max(0, int(on-t.Received))}
	switch {
	case on < t.Received:
		return Status{State: NotReceived}
	case t.Ended != 0 && t.Ended <= on:
		s.State = Closed
	case t.Replied != 0 && t.Replied <= on:
		s.State = Answered
	case t.Refused != 0 && t.Refused <= on:
		s.State = Refused
	}
	return s
}

// withdrawal tells where a withdrawal stands, which has the day of its receipt.
func (t *Timeline) withdrawal(on date.Date) Status {
	switch {
	case on < t.Received:
		return Status{State: NotReceived, Days: int(t.Received - on)}
	case t.Stopped != 0 && t.Stopped <= on:
		if t.Stopped > t.Received {
			return Status{State: AnsweredLate, Days: int(t.Received - t.Stopped)}
		}
		return Status{State: Answered}
	case on > t.Received:
		return Status{State: Overdue, Days: int(t.Received - on)}
	}
	return Status{State: Running}
}

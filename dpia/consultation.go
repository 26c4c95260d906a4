package dpia

import (
	"iter"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Consultation is what happened in a prior consultation, day by day. The zero
// value is a request that is still a draft.
//
// Law: Regolamento 29(3); Regolamento 29(4); GDPR 36(2).
type Consultation struct {
	Submitted   date.Date    `json:"submitted,omitzero"`    // sent by the Comune
	Received    date.Date    `json:"received,omitzero"`     // received by the Garante: its terms run from here
	Extended    date.Date    `json:"extended,omitzero"`     // the Garante's notice of the six weeks more, with reasons
	Suspensions []Suspension `json:"suspensions,omitempty"` // in order of their beginning
	Opinion     date.Date    `json:"opinion,omitzero"`      // the Garante's written opinion
	Regime      gdpr.Regime  `json:"regime,omitzero"`       // whose law binds the controller
}

// Suspension is the time in which the Garante waits for information that it
// asked for.
//
// Law: Regolamento 29(4); GDPR 36(2).
type Suspension struct {
	From date.Date `json:"from"`        // the day on which the Garante suspends its terms
	To   date.Date `json:"to,omitzero"` // the day on which it has what it asked for; 0: not yet
}

// State is how far a consultation has come. There is no state of approval: the
// Garante gives an opinion where it sees an infringement, and its silence clears
// nothing. The zero value is not given.
//
// Law: Regolamento 29(5); GDPR 36(2).
type State uint8

// The states.
//
//words:label dpia.state
const (
	Draft           State = iota + 1 // draft: not sent
	Submitted                        // submitted: sent; once received, the eight weeks run
	Suspended                        // suspended: the Garante waits for information
	Extended                         // extended: the fourteen weeks run
	OpinionReceived                  // opinion_received: the Garante has given its opinion
	TermExpired                      // term_expired: the term ended without an opinion
)

// Timeline is a consultation as it stands on a day. It is a plain comparable
// value. Before the Garante has received the request there are no terms, and the
// deadlines are zero.
//
// Law: Regolamento 29(3); Regolamento 29(4); Regolamento 29(5); GDPR 36(2).
type Timeline struct {
	State  State         `json:"state"`
	Advice gdpr.Deadline `json:"advice,omitzero"` // the last day for the opinion; while suspended, if the information came that day
	Notice gdpr.Deadline `json:"notice,omitzero"` // the last day on which the Garante can tell of the extension

	// Start is the day after the term, with its extension and suspensions: the
	// first on which the template regulation lets the Comune go on without an
	// opinion. Under another regime no rule says so; the term of the Garante is
	// over all the same. It is 0 while the end isn't known, and where there is an
	// opinion, which then rules.
	Start date.Date `json:"start,omitzero"`
	// Cautious is the same on the reading that waits longest: it counts an
	// extension told too late, since it is open whether a suspension puts off the
	// month for telling, and the last day of each suspension. It is never before
	// Start.
	Cautious date.Date `json:"cautious,omitzero"`
	// LateNotice: the extension was told after its month, and is not in Advice.
	LateNotice bool `json:"late_notice,omitempty"`

	Regime gdpr.Regime `json:"regime,omitzero"` // as in the consultation
}

const (
	adviceWeeks    = 8
	extensionWeeks = 6
	noticeMonths   = 1
)

// On returns the consultation as it stands on a day. What happens later plays no
// part in it: the answer is that which was right on that day.
//
// The Garante has eight weeks from receipt, and six more if it tells so with
// reasons within one month of receipt; a later notice doesn't make the term
// longer. The days of a suspension, from its beginning to the day before its
// end, are added to the term; days on which two of them run count once. One that
// begins when the weeks are over, on a last day that moved off a holiday, still
// suspends it, so that the term never ends before the day on which the Garante has
// what it asked for; one that begins after that counts for nothing. Whether the month for
// the notice is suspended too is open: it isn't here, and see [Timeline].Cautious.
//
// The errors are [*gdpr.InputError]s: [gdpr.FaultOrder] for events before the
// receipt, an end before its beginning, or suspensions out of order;
// [gdpr.FaultMissing] for an event without a receipt, or a suspension without a
// beginning; [gdpr.FaultRange] for a date outside the calendar.
//
// Law: Regolamento 29(3); Regolamento 29(4); Regolamento 29(5); GDPR 36(2); Reg. 1182/71 3(2)(c); Reg. 1182/71 3(4).
func (c Consultation) On(on date.Date, cal gdpr.Calendar) (Timeline, error) {
	if err := c.check(); err != nil {
		return Timeline{}, err
	}
	switch {
	case c.Received != 0 && c.Received <= on:
	case c.Submitted != 0 && c.Submitted <= on:
		return Timeline{State: Submitted, Regime: c.Regime}, nil
	default:
		return Timeline{State: Draft, Regime: c.Regime}, nil
	}
	t := Timeline{Regime: c.Regime}
	var err error
	if t.Notice, err = (gdpr.Term{N: noticeMonths, Unit: gdpr.Months}).After(c.Received, cal); err != nil {
		return Timeline{}, gdpr.At("received", err)
	}
	t.Notice = t.Notice.By("GDPR 36(2)")
	told := c.Extended != 0 && c.Extended <= on
	t.LateNotice = told && c.Extended > t.Notice.Due

	var open bool
	if t.Advice, open, err = c.advice(on, told && !t.LateNotice, 0, cal); err != nil {
		return Timeline{}, err
	}
	cautious, _, err := c.advice(on, told, 1, cal)
	if err != nil {
		return Timeline{}, err
	}
	switch {
	case c.Opinion != 0 && c.Opinion <= on:
		t.State = OpinionReceived
		return t, nil
	case open:
		t.State = Suspended
		return t, nil
	case on > t.Advice.Due:
		t.State = TermExpired
	case t.Advice.Steps&gdpr.Extended != 0:
		t.State = Extended
	default:
		t.State = Submitted
	}
	t.Start, t.Cautious = t.Advice.Due+1, cautious.Due+1
	return t, nil
}

// advice returns the term for the opinion as it stands on a day, and whether it
// is suspended on it. Each suspension counts so many days more.
func (c *Consultation) advice(on date.Date, extended bool, more date.Date, cal gdpr.Calendar) (d gdpr.Deadline, open bool, err error) {
	term := gdpr.Term{N: adviceWeeks, Unit: gdpr.Weeks}
	if extended {
		term.N += extensionWeeks
	}
	if d, err = term.After(c.Received, cal); err != nil {
		return d, false, gdpr.At("received", err)
	}
	if extended {
		d.Steps |= gdpr.Extended
	}
	d = d.By("GDPR 36(2)")
	var counted date.Date // the first day that no suspension has counted yet
	for i, s := range c.Suspensions {
		if s.From > on || s.From > d.Due {
			break
		}
		end := s.To + more
		if s.To == 0 || s.To > on {
			end, open = on, true
		}
		from := max(s.From, counted)
		counted = max(end, from)
		if d, err = d.Pause(from, counted, cal); err != nil {
			return d, false, gdpr.At("suspensions["+strconv.Itoa(i)+"]", err)
		}
	}
	return d, open, nil
}

// check returns an error for days that can't follow each other.
func (c *Consultation) check() error {
	if c.Submitted != 0 && c.Received != 0 && c.Received < c.Submitted {
		return order("received", c.Received, "submitted", c.Submitted)
	}
	if err := c.afterReceipt("extended", c.Extended); err != nil {
		return err
	}
	if err := c.afterReceipt("opinion", c.Opinion); err != nil {
		return err
	}
	if len(c.Suspensions) > 0 && c.Received == 0 {
		return &gdpr.InputError{Field: "received", Fault: gdpr.FaultMissing, Other: "suspensions"}
	}
	for i := range c.Suspensions {
		if err := c.checkSuspension(i); err != nil {
			return gdpr.At("suspensions["+strconv.Itoa(i)+"]", err)
		}
	}
	return nil
}

func (c *Consultation) checkSuspension(i int) error {
	s := c.Suspensions[i]
	switch {
	case s.From == 0:
		return &gdpr.InputError{Field: "from", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case s.To != 0 && s.To < s.From:
		return order("to", s.To, "from", s.From)
	case i > 0 && s.From < c.Suspensions[i-1].From:
		return order("from", s.From, "suspensions["+strconv.Itoa(i-1)+"].from", c.Suspensions[i-1].From)
	case s.From < c.Received:
		return order("from", s.From, "received", c.Received)
	}
	return nil
}

func (c *Consultation) afterReceipt(field string, on date.Date) error {
	switch {
	case on == 0:
		return nil
	case c.Received == 0:
		return &gdpr.InputError{Field: "received", Fault: gdpr.FaultMissing, Other: field + " " + on.String()}
	case on < c.Received:
		return order(field, on, "received", c.Received)
	}
	return nil
}

func order(field string, on date.Date, other string, than date.Date) error {
	return &gdpr.InputError{Field: field, Value: on.String(), Fault: gdpr.FaultOrder, Other: other + " " + than.String()}
}

// Reasons yields what holds in the consultation's state: which term runs, and,
// where one has ended in silence, that the template regulation lets the Comune go
// on and that silence clears nothing. Each cites what binds under the regime.
//
// Law: Regolamento 29(3); Regolamento 29(4); Regolamento 29(5); GDPR 36(2); GDPR 58(2).
func (t Timeline) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		for _, r := range t.reasons() {
			if !yield(r) {
				return
			}
		}
	}
}

func (t *Timeline) reasons() []gdpr.Reason {
	var rs []gdpr.Reason
	say := func(code gdpr.Code, p gdpr.Provision) { rs = append(rs, gdpr.Reason{Code: code, Provision: p}) }
	ours := t.Regime == gdpr.Template
	term, stands := gdpr.Provision("GDPR 36(2)"), gdpr.Provision("GDPR 36(2)")
	if ours {
		term, stands = "Regolamento 29(3)", "Regolamento 29(4)"
	}
	switch {
	case t.State == Draft:
		say("dpia.consultation.draft", "GDPR 36(1)")
	case t.State == Submitted && t.Advice.IsZero():
		say("dpia.consultation.not-received", "GDPR 36(2)")
	case t.State == Submitted:
		say("dpia.consultation.running", term)
	case t.State == Suspended:
		say("dpia.consultation.suspended", stands)
	case t.State == OpinionReceived:
		say("dpia.consultation.opinion", "GDPR 36(2)")
	case t.State == TermExpired:
		if ours {
			say("dpia.consultation.expired", "Regolamento 29(5)")
		} else {
			say("dpia.consultation.lapsed", "GDPR 36(2)")
		}
		say("dpia.consultation.silence", "GDPR 36(2)")
		say("dpia.consultation.powers", "GDPR 58(2)")
	}
	if t.Advice.Steps&gdpr.Extended != 0 {
		say("dpia.consultation.extended", term)
	}
	if t.LateNotice {
		say("dpia.consultation.late-notice", "GDPR 36(2)")
	}
	return rs
}

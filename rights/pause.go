package rights

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Pause is a wait for the requester: the Comune has asked who he is, or what
// exactly he wants, and can't go on without the answer. It stops the clock from
// the day of the question to the day of an answer that is enough, and then the
// clock goes on; it doesn't start again.
//
// A pause counts only if the question was put without undue delay and its cause
// is given. While Prompt is [gdpr.Unknown] it doesn't count, which is the safe
// reading, and [Request.Check] asks. Pauses may overlap: a day counts once. One
// that begins when the days of the term have run out adds nothing, even if their
// end then moved off a holiday. While one is open no notice and no reply is late.
//
// Law: Regolamento 17(4); Regolamento 18(3); Regolamento 19(3); Regolamento 20(3); GDPR 12(6); GDPR recital 63; EDPB 01/2022.
type Pause struct {
	Cause    Cause       `json:"cause,omitzero"`
	Asked    date.Date   `json:"asked,omitzero"`    // the day the question was sent
	Answered date.Date   `json:"answered,omitzero"` // the day enough information came; 0: not yet
	Prompt   gdpr.Answer `json:"prompt"`            // was it asked without undue delay?
}

// stops reports whether the pause stops the clock.
func (p *Pause) stops() bool { return p.Prompt == gdpr.Yes && p.Cause != 0 }

// Cause is why the Comune waits. The zero value is not given, and such a pause
// doesn't count.
//
// Law: GDPR 12(6); GDPR recital 63.
type Cause uint8

// The causes of a pause.
//
//words:plain
const (
	Identification Cause = iota + 1 // identification: there are reasonable doubts who the requester is
	Clarification                   // clarification: much data: the requester is asked which are meant
)

// clock adds up the days of pause, each once.
type clock struct {
	paused int       // days added so far
	until  date.Date // the last pause added ends here
	open   date.Date // the day from which it stands still, or 0
	next   int       // the first pause that wasn't looked at
}

// run adds the pauses that begin while a term runs whose days end on the day
// end, pauses left out. A request that is closed waits no more.
func (c *clock) run(pauses []Pause, end, closed date.Date) {
	for ; c.next < len(pauses) && c.open == 0; c.next++ {
		p := &pauses[c.next]
		if !p.stops() {
			continue
		}
		if p.Asked > end+date.Date(c.paused) {
			return
		}
		from, to := max(p.Asked, c.until), p.Answered
		if closed != 0 && (to == 0 || to > closed) {
			to = closed
		}
		switch {
		case to == 0:
			c.open = from
		case to > from:
			c.paused += int(to - from)
			c.until = to
		}
	}
}

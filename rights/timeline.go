package rights

import (
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Timeline is what the law makes of the dates of a [Request]: when the reply,
// the notice of an extension and a refusal are due. It is a plain comparable
// value, made by [Request.Timeline].
//
// Law: Regolamento 17(3); Regolamento 18(2); Regolamento 19(2); Regolamento 20(2); Regolamento 21(2); Regolamento 21(3); GDPR 12(3); GDPR 12(4).
type Timeline struct {
	Reply    Deadline      `json:"reply"`            // for the reply, without an extension
	Notice   gdpr.Deadline `json:"notice"`           // for the notice that the reply takes longer
	Refusal  gdpr.Deadline `json:"refusal"`          // for telling that, and why, nothing is done: no extension moves it
	Extended Deadline      `json:"extended"`         // for the reply, with an extension; in force only if Told isn't 0
	Told     date.Date     `json:"told,omitzero"`    // the day of the notice of extension that has effect, or 0
	Received date.Date     `json:"received"`         // as in the request
	Replied  date.Date     `json:"replied,omitzero"` // as in the request
	Refused  date.Date     `json:"refused,omitzero"` // as in the request
	Paused   int           `json:"paused,omitempty"` // days of pause, without those of one that is still open
	Waiting  date.Date     `json:"waiting,omitzero"` // the day since which the clock stands still, or 0
}

// Deadline is a deadline that two rules set to the same act, and the Comune is
// bound by both: the municipal regulation counts days, the GDPR months. The one
// that ends first binds, and it is the [gdpr.Deadline] embedded here, whose
// Provision tells which it is; if both end together it is the one whose days run
// out first, and the GDPR if these are the same too.
//
// Safe is the earliest last day of both. It never moves off a holiday.
//
// Law: Regolamento 17(3); GDPR 12(3); Reg. 1182/71 3(4).
type Deadline struct {
	gdpr.Deadline
	Municipal gdpr.Deadline `json:"municipal"`
	GDPR      gdpr.Deadline `json:"gdpr"`
}

// Timeline computes the deadlines of the request, by what the Comune promises
// and on its calendar.
//
//   - Reply: 30 days from the receipt by the regulation, one month by the GDPR.
//   - Notice of an extension: one month from the receipt, by both.
//   - Refusal: as the reply, and no extension moves it.
//   - Extended: by the regulation two months after the 30 days, by the GDPR
//     three months from the receipt, counted at once. Safe counts also the
//     month and then the two months, which ends sooner after a short month.
//   - An extension has effect if the notice is in time and gives reasons, and
//     only once. Any other leaves the reply where it was.
//   - Pauses make each of these longer by their days (see [Pause]). While one is
//     open the deadlines are as if it had ended on the day it began.
//
// The withdrawal of consent takes effect at once; its terms are only those for
// telling the person that it did.
//
// The error is a [*gdpr.InputError]: no receipt ([gdpr.FaultMissing]), a value
// that its enumeration doesn't have ([gdpr.FaultName]), a date before one that it
// follows, such as an extension before the receipt ([gdpr.FaultOrder]), a
// question or a notice after the request was dealt with
// ([gdpr.FaultContradiction]), a policy beyond the regulation or a date outside
// the calendar ([gdpr.FaultRange]).
//
// Law: Regolamento 17(3); Regolamento 18(2); Regolamento 19(2); Regolamento 20(2); Regolamento 21(2); Regolamento 21(3); GDPR 12(3); GDPR 12(4); Reg. 1182/71 3(2)(c); Reg. 1182/71 3(4); EDPB 01/2022.
func (r Request) Timeline(p Policy, cal gdpr.Calendar) (Timeline, error) {
	t := Timeline{Received: r.Received, Replied: r.Replied, Refused: r.Refusal.Sent}
	if err := t.count(&r, p, cal); err != nil {
		return Timeline{}, err
	}
	return t, nil
}

// count fills the timeline in place, since it is a large value to hand around.
func (t *Timeline) count(r *Request, p Policy, cal gdpr.Calendar) error {
	promised, err := p.term()
	if err != nil {
		return gdpr.At("policy", err)
	}
	if err := r.validate(); err != nil {
		return err
	}
	if err := t.terms(promised, cal); err != nil {
		return in("received", err)
	}
	month, end := t.Reply.GDPR.Nominal, t.Extended.end()
	law, closed := setBy[r.Right], r.closed()

	var c clock
	c.run(r.Pauses, t.Reply.end(), closed)
	if err := t.Reply.pause(c.paused, cal); err != nil {
		return in("pauses", err)
	}
	t.Reply.bind(law.reply, law.gdpr)
	t.Refusal = t.Reply.Deadline
	if t.Refusal.Provision == "GDPR 12(3)" {
		t.Refusal.Provision = "GDPR 12(4)"
	}
	t.Notice = t.Reply.GDPR
	t.Notice.Safe = t.Reply.Safe

	for i := range r.Extensions {
		if r.Extensions[i].holds(t.Notice, c.open) {
			t.Told = r.Extensions[i].Told
			c.run(r.Pauses, end, closed)
			break
		}
	}
	if err := t.Extended.pause(c.paused, cal); err != nil {
		return in("pauses", err)
	}
	if err := t.chain(month, c.paused); err != nil {
		return in("received", err)
	}
	t.Extended.bind(law.extension, law.gdpr)
	t.Paused, t.Waiting = c.paused, c.open
	return nil
}

var (
	oneMonth    = gdpr.Term{N: 1, Unit: gdpr.Months}
	twoMonths   = gdpr.Term{N: 2, Unit: gdpr.Months}
	threeMonths = gdpr.Term{N: 3, Unit: gdpr.Months}
)

// terms counts the terms of the reply and of the extended one, without pauses.
func (t *Timeline) terms(promised gdpr.Term, cal gdpr.Calendar) (err error) {
	if t.Reply.Municipal, err = promised.After(t.Received, cal); err != nil {
		return err
	}
	if t.Reply.GDPR, err = oneMonth.After(t.Received, cal); err != nil {
		return err
	}
	if t.Extended.Municipal, err = twoMonths.After(t.Reply.Municipal.Nominal, cal); err != nil {
		return err
	}
	if t.Extended.GDPR, err = threeMonths.After(t.Received, cal); err != nil {
		return err
	}
	t.Extended.Municipal.Steps |= gdpr.Extended
	t.Extended.GDPR.Steps |= gdpr.Extended
	return nil
}

// chain puts into Safe the reading that counts the months of the GDPR one after
// the other. It can end sooner than three months only after a month that was
// cut short, or where a pause comes between. Safe doesn't look at holidays, so
// the calendar is the one without any.
func (t *Timeline) chain(month date.Date, paused int) error {
	if paused == 0 && t.Reply.GDPR.Steps&gdpr.Clamped == 0 {
		return nil
	}
	chained, err := twoMonths.After(month, gdpr.Calendar{})
	if err != nil {
		return err
	}
	if chained, err = chained.Pause(paused, gdpr.Calendar{}); err != nil {
		return err
	}
	t.Extended.GDPR.Safe = min(t.Extended.GDPR.Safe, chained.Safe)
	return nil
}

// InForce returns the deadline for the reply that holds: Extended if an
// extension has effect, else Reply.
//
// Law: Regolamento 17(3); GDPR 12(3).
func (t Timeline) InForce() Deadline {
	if t.Told != 0 {
		return t.Extended
	}
	return t.Reply
}

// holds reports whether the extension has effect: told in time, with reasons.
func (e *Extension) holds(notice gdpr.Deadline, waiting date.Date) bool {
	return e.timely(notice, waiting) && e.reasoned()
}

// timely reports whether the extension was told in time. While the clock stands
// still nothing can be late.
func (e *Extension) timely(notice gdpr.Deadline, waiting date.Date) bool {
	return e.Told <= notice.Due || waiting != 0 && e.Told >= waiting
}

func (e *Extension) reasoned() bool { return strings.TrimSpace(e.Reasons) != "" }

// end returns the day on which the days of the earlier rule run out.
func (d *Deadline) end() date.Date { return min(d.Municipal.Nominal, d.GDPR.Nominal) }

// pause makes both rules' terms longer by so many days.
func (d *Deadline) pause(days int, cal gdpr.Calendar) (err error) {
	if days == 0 {
		return nil
	}
	if d.Municipal, err = d.Municipal.Pause(days, cal); err != nil {
		return err
	}
	d.GDPR, err = d.GDPR.Pause(days, cal)
	return err
}

// bind makes the rule that ends first the one that binds, and tells which
// provisions set the two.
func (d *Deadline) bind(municipal, union gdpr.Provision) {
	d.Municipal.Provision, d.GDPR.Provision = municipal, union
	d.Deadline = d.GDPR
	if m := &d.Municipal; m.Due < d.Due || m.Due == d.Due && m.Nominal < d.Nominal {
		d.Deadline = *m
	}
	d.Safe = min(d.Municipal.Safe, d.GDPR.Safe)
}

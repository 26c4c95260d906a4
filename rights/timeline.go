package rights

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Timeline is what the law makes of the dates of a [Request]: when the reply,
// the notice of an extension and a refusal are due. It is a plain comparable
// value, made by [Request.Timeline]. That of a withdrawal of consent has no
// deadline.
//
// Law: Regolamento 17(3); Regolamento 18(2); Regolamento 19(2); Regolamento 20(2); Regolamento 21(2); Regolamento 21(3); GDPR 12(3); GDPR 12(4).
type Timeline struct {
	Reply    Deadline      `json:"reply"`             // for the reply, without an extension
	Notice   gdpr.Deadline `json:"notice"`            // for the notice that the reply takes longer
	Refusal  gdpr.Deadline `json:"refusal"`           // for telling that, and why, nothing is done: no extension moves it
	Extended Deadline      `json:"extended"`          // for the reply, with an extension; in force only if Told isn't 0
	Promise  gdpr.Deadline `json:"promise,omitzero"`  // what the body promised, if it did: it binds nobody
	Told     date.Date     `json:"told,omitzero"`     // the day of the notice of extension that has effect, or 0
	Received date.Date     `json:"received"`          // as in the request
	Replied  date.Date     `json:"replied,omitzero"`  // as in the request
	Refused  date.Date     `json:"refused,omitzero"`  // as in the request
	Stopped  date.Date     `json:"stopped,omitzero"`  // as in the request
	Ended    date.Date     `json:"ended,omitzero"`    // the day on which it ended without a reply, or 0
	Police   bool          `json:"police,omitempty"`  // it is under D.Lgs. 51/2018, which has no term
	Deferred bool          `json:"deferred,omitzero"` // a limit of the law, invoked in time, put off the reply, which isn't late
	Paused   int           `json:"paused,omitempty"`  // days of pause of the deadline in force, without those of one that is still open
	Waiting  date.Date     `json:"waiting,omitzero"`  // the day since which a clock stands still, or 0: that of each rule whose Due it isn't after
	Counted  int           `json:"counted,omitempty"` // days of the term that had run when it was dealt with, or when the clock stopped
}

// Deadline is a deadline that more than one rule sets to the same act, and the
// body is bound by each: the GDPR counts months, the template regulation and the
// body's own count days. The one that ends first binds, and it is the
// [gdpr.Deadline] embedded here, whose Provision tells which it is; of two that
// end together it is the one whose days run out first, and the GDPR if these are
// the same too.
//
// Each rule has a clock of its own: a pause stops those that still run. A rule
// that isn't the body's law by its [Policy] is zero.
//
// The days of the template and of the body's own regulation are Italian terms,
// which a Saturday doesn't move. Some count them as European ones, since they
// carry out the GDPR: that ends never earlier. Safe is the earliest last day of
// all, and never moves off a holiday.
//
// Law: Regolamento 17(3); GDPR 12(3); Reg. 1182/71 3(4); c.c. 2963.
type Deadline struct {
	gdpr.Deadline
	Own       gdpr.Deadline `json:"own,omitzero"`       // by the body's own regulation
	Municipal gdpr.Deadline `json:"municipal,omitzero"` // by the template regulation
	GDPR      gdpr.Deadline `json:"gdpr"`
}

// Timeline computes the deadlines of the request, by the rules that bind the
// body and on its calendar. They are outer limits: the law wants the reply, a
// rectification and an erasure without undue delay (GDPR 12(3), 16, 17(1)), so that
// a simple request which lies still until the last day can be late before it.
//
//   - Reply: one month from the receipt by the GDPR; under [gdpr.Template] also
//     30 days, save for automated decisions, of which it says nothing; where the
//     body's own regulation has a figure, also that.
//   - Notice of an extension: one month from the receipt.
//   - Refusal: as the reply, and no extension moves it.
//   - Extended: by the GDPR three months from the receipt, counted at once, by the
//     template two months after the 30 days. Safe counts also the month and then
//     the two months, which ends sooner after a short month, and two months after
//     the days of the body's own regulation, of whose extension the library knows
//     nothing.
//   - An extension has effect if the notice is in time and gives reasons, and
//     only once. Any other leaves the reply where it was.
//   - Pauses make each of these longer by their days (see [Pause]). While one is
//     open the deadlines are as if it had ended on the day it began. Whether they
//     put off the notice and the refusal too is open, since their month is one of
//     receipt: Safe of these two has no pause.
//   - Promise: what the policy promises. It moves nothing.
//
// The withdrawal of consent has no term, extension or pause: what rested on the
// consent stops at once. Its deadlines are zero. So are those of a request about
// processing under D.Lgs. 51/2018, which is answered without undue delay: the
// law gives no month, and so no extension of it.
//
// The error is a [*gdpr.InputError]: no receipt ([gdpr.FaultMissing]), a value
// that its enumeration doesn't have ([gdpr.FaultName]), a date before one that it
// follows, such as an extension before the receipt ([gdpr.FaultOrder]), a
// question or a notice after the request was dealt with, or a policy by an act
// that doesn't bind the body ([gdpr.FaultContradiction]), a date outside the
// calendar ([gdpr.FaultRange]).
//
// Law: Regolamento 17(3); Regolamento 18(2); Regolamento 19(2); Regolamento 20(2); Regolamento 21(2); Regolamento 21(3); GDPR 12(3); GDPR 12(4); GDPR 7(3); D.Lgs. 51/2018 9(3); Reg. 1182/71 3(2)(c); Reg. 1182/71 3(4); c.c. 2963; EDPB 01/2022.
func (r Request) Timeline(p Policy, cal gdpr.Calendar) (t Timeline, err error) {
	t.Received, t.Replied, t.Refused, t.Stopped, t.Ended = r.Received, r.Replied, r.Refusal.day(), r.Stopped, r.End.On
	if err = t.count(&r, &p, cal); err != nil {
		t = Timeline{}
	}
	return t, err
}

// count fills the timeline in place, since it is a large value to hand around.
func (t *Timeline) count(r *Request, p *Policy, cal gdpr.Calendar) error {
	if err := p.validate(); err != nil {
		return gdpr.At("policy", err)
	}
	if err := r.validate(); err != nil {
		return err
	}
	t.Police = r.Police == gdpr.Yes && p.Regime.Has(gdpr.PublicLaw)
	if r.Right == ToWithdraw || t.Police {
		return nil
	}
	if err := t.terms(r, p, cal); err != nil {
		return in("received", err)
	}
	month, first := t.Reply.GDPR.Nominal, t.Reply.nominal()
	c := clock{request: r, closed: r.closed(), cal: cal}
	if err := t.pause(&c); err != nil {
		return in("pauses", err)
	}
	if err := t.chain(month, &c); err != nil {
		return in("received", err)
	}
	union := t.Reply.bind()
	t.Extended.bind()
	t.Extended.Safe = min(t.Extended.Safe, t.chainOwn(r.Right))
	t.Refusal = t.Reply.Deadline
	if union {
		t.Refusal.Provision = "GDPR 12(4)"
	}
	t.Notice = t.Reply.GDPR
	t.Notice.Safe, t.Refusal.Safe = first, first
	t.Deferred = t.Replied != 0 && t.putOff(r) == gdpr.Yes
	t.tally(&c)
	return nil
}

// putOff tells whether a limit of the law, invoked within the term, puts off the
// reply.
func (t *Timeline) putOff(r *Request) gdpr.Answer {
	day := r.Refusal.day()
	if day == 0 || day > t.inForce().Due {
		return gdpr.No
	}
	return r.Refusal.putsOff()
}

// ever is after all days.
const ever = date.Date(1 << 62)

// terms counts the terms of the reply and of the extended one, without pauses.
func (t *Timeline) terms(r *Request, p *Policy, cal gdpr.Calendar) (err error) {
	law := &termsOf[r.Right]
	if err = set(&t.Reply.GDPR, law.reply, t.Received, law.by, cal); err != nil {
		return err
	}
	whole := gdpr.Term{N: law.reply.N + law.more.N, Unit: law.reply.Unit}
	if err = set(&t.Extended.GDPR, whole, t.Received, law.by, cal); err != nil {
		return err
	}
	t.Extended.GDPR.Steps |= gdpr.Extended
	if law.days != 0 && p.Regime.Has(gdpr.Template) {
		if err = set(&t.Reply.Municipal, p.days(law.days), t.Received, law.municipal, cal); err != nil {
			return err
		}
		more := law.more
		more.Counting = p.counting()
		if err = set(&t.Extended.Municipal, more, t.Reply.Municipal.Nominal, law.extension, cal); err != nil {
			return err
		}
		t.Extended.Municipal.Steps |= gdpr.Extended
	}
	switch {
	case p.Days == 0:
		return nil
	case p.By == "":
		return set(&t.Promise, p.days(p.Days), t.Received, "", cal)
	}
	return set(&t.Reply.Own, p.days(p.Days), t.Received, p.By, cal)
}

func set(d *gdpr.Deadline, term gdpr.Term, event date.Date, by gdpr.Provision, cal gdpr.Calendar) (err error) {
	if *d, err = term.After(event, cal); err == nil {
		d.Provision = by
	}
	return err
}

// pause lets the pauses pass by each rule, and finds the extension that has
// effect.
func (t *Timeline) pause(c *clock) (err error) {
	if len(c.request.Pauses) == 0 {
		t.extend(c.request.Extensions, 0)
		return nil
	}
	reply := [...]*gdpr.Deadline{&t.Reply.GDPR, &t.Reply.Municipal, &t.Reply.Own, &t.Promise}
	extended := [...]*gdpr.Deadline{&t.Extended.GDPR, &t.Extended.Municipal}
	var open [len(reply)]date.Date
	for i, d := range reply {
		if d.Term.N == 0 {
			continue
		}
		if open[i], err = c.run(d, ever); err != nil {
			return err
		}
	}
	t.extend(c.request.Extensions, open[0])
	for i, d := range extended {
		if d.Term.N == 0 {
			continue
		}
		stands, err := c.run(d, t.until(reply[i]))
		if err != nil {
			return err
		}
		if t.Told != 0 {
			open[i], open[2] = stands, 0
		}
	}
	for _, since := range open[:3] {
		if t.Waiting == 0 {
			t.Waiting = since
		}
	}
	return nil
}

// until returns the last day on which a pause of the extended term can begin, by
// the rule that sets the first: only an extension that has effect lets it go on.
func (t *Timeline) until(reply *gdpr.Deadline) date.Date {
	if t.Told != 0 {
		return ever
	}
	return reply.Due
}

// extend finds the notice of extension that has effect.
func (t *Timeline) extend(extensions []Extension, waiting date.Date) {
	for i := range extensions {
		if extensions[i].holds(&t.Reply.GDPR, waiting) {
			t.Told = extensions[i].Told
			return
		}
	}
}

// chain puts into Safe the readings that count the terms of the GDPR one after
// the other, from the receipt or from a receipt put off by the pauses. They can
// end sooner than three months only after a month that was cut short, or where a
// pause comes between. Safe doesn't look at holidays, so the calendar is the one
// without any.
func (t *Timeline) chain(month date.Date, c *clock) error {
	d, paused := &t.Extended.GDPR, t.Reply.GDPR.Paused
	if d.Paused == 0 && t.Reply.GDPR.Steps&gdpr.Clamped == 0 {
		return nil
	}
	bare, law := clock{request: c.request, closed: c.closed}, &termsOf[c.request.Right]
	chained, err := law.more.After(month, gdpr.Calendar{})
	if err != nil {
		return err
	}
	if _, err := bare.run(&chained, t.until(&t.Reply.GDPR)); err != nil {
		return err
	}
	d.Safe = min(d.Safe, chained.Safe)
	if paused == 0 {
		return nil
	}
	one, err := law.reply.After(t.Received+date.Date(paused), gdpr.Calendar{})
	if err != nil {
		return err
	}
	if chained, err = law.more.After(one.Nominal, gdpr.Calendar{}); err != nil {
		return err
	}
	d.Safe = min(d.Safe, chained.Nominal+date.Date(d.Paused-paused))
	return nil
}

// chainOwn returns the day of the extension after the days of the body's own
// regulation, with what pauses came later, for Safe.
func (t *Timeline) chainOwn(r Right) date.Date {
	own := &t.Reply.Own
	if own.Term.N == 0 {
		return ever
	}
	chained, err := termsOf[r].more.After(own.Safe, gdpr.Calendar{})
	if err != nil {
		return ever
	}
	return chained.Nominal + date.Date(max(0, t.Extended.Paused-own.Paused))
}

// tally tells how many days the clock of the deadline in force ran and stood.
func (t *Timeline) tally(c *clock) {
	d := t.inForce()
	t.Paused = d.Paused
	at := t.Replied
	if at == 0 {
		at = max(t.Refused, t.Ended)
	}
	if at == 0 && t.Waiting <= d.Due {
		at = t.Waiting
	}
	if at != 0 {
		t.Counted = int(at-t.Received) - c.stood(d.Due, at)
	}
}

// InForce returns the deadline for the reply that holds: Extended if an
// extension has effect, else Reply.
//
// Law: Regolamento 17(3); GDPR 12(3).
func (t Timeline) InForce() Deadline { return *t.inForce() }

func (t *Timeline) inForce() *Deadline {
	if t.Told != 0 {
		return &t.Extended
	}
	return &t.Reply
}

// nominal returns the day on which the days of the first rule run out.
func (d *Deadline) nominal() date.Date {
	first := d.GDPR.Nominal
	if d.Municipal.Term.N != 0 {
		first = min(first, d.Municipal.Nominal)
	}
	if d.Own.Term.N != 0 {
		first = min(first, d.Own.Nominal)
	}
	return first
}

// bind makes the rule that ends first the one that binds, and reports whether it
// is the GDPR.
func (d *Deadline) bind() (union bool) {
	first, safe := &d.GDPR, d.GDPR.Safe
	for _, m := range [...]*gdpr.Deadline{&d.Municipal, &d.Own} {
		if m.Term.N == 0 {
			continue
		}
		safe = min(safe, m.Safe)
		if m.Due < first.Due || m.Due == first.Due && m.Nominal < first.Nominal {
			first = m
		}
	}
	d.Deadline = *first
	d.Deadline.Safe = safe
	return first == &d.GDPR
}

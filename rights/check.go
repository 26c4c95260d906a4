package rights

import (
	"iter"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Request.Check].
const (
	CodeRightMissing        gdpr.Code = "rights.request.right"        // warning: it isn't said which right the request is about
	CodeFuture              gdpr.Code = "rights.request.future"       // warning: the day of receipt, …, is in the future
	CodePoliceSlow          gdpr.Code = "rights.police.slow"          // warning: … days have passed without an answer: D.Lgs. 51/2018 wants it without undue delay
	CodePoliceTerm          gdpr.Code = "rights.police.term"          // warning: D.Lgs. 51/2018 sets no term that could be extended
	CodePoliceRight         gdpr.Code = "rights.police.right"         // advice: articles 11 and 12 of D.Lgs. 51/2018 don't have this right: check which law rules the processing
	CodePoliceProcedure     gdpr.Code = "rights.police.procedure"     // advice: in judicial acts and investigations the rights are used by the rules of procedure: terms, letters and what a refusal says aren't judged here
	CodePauseLate           gdpr.Code = "rights.pause.late"           // warning: the pause has no effect: the question wasn't put without undue delay
	CodePausePrompt         gdpr.Code = "rights.pause.prompt"         // warning: the pause isn't counted: it isn't said whether the question was put without undue delay
	CodePauseCause          gdpr.Code = "rights.pause.cause"          // warning: the pause isn't counted: it isn't said whether it was to identify the requester or to clarify the request
	CodePauseRight          gdpr.Code = "rights.pause.right"          // warning: there is no pause to identify the requester for this right: it doesn't count
	CodePauseOutside        gdpr.Code = "rights.pause.outside"        // warning: the pause from … has no effect: the term had run out on …
	CodePauseOpen           gdpr.Code = "rights.pause.open"           // advice: the pause since … has been open for … days: check whether the requester was reminded, or whether the request is to be closed
	CodePauseClarification  gdpr.Code = "rights.pause.clarification"  // warning: a pause for clarification is recognised for access: for other rights it is doubtful
	CodeExtensionLate       gdpr.Code = "rights.extension.late"       // violation: the extension has no effect: it was told on …, after the term of …
	CodeExtensionUnreasoned gdpr.Code = "rights.extension.unreasoned" // violation: the extension has no effect: the notice gives no reasons
	CodeExtensionNumber     gdpr.Code = "rights.extension.number"     // warning: the extension is for the number of requests: the regulation has it for complexity alone
	CodeExtensionAgain      gdpr.Code = "rights.extension.again"      // violation: the second extension has no effect: the term can be extended once
	CodeOverdue             gdpr.Code = "rights.reply.overdue"        // violation: the reply is … days overdue: it was due by …
	CodeReplyLate           gdpr.Code = "rights.reply.late"           // violation: the reply of … is … days late: it was due by …
	CodePromiseLate         gdpr.Code = "rights.promise.late"         // advice: the body's promise to reply within … days wasn't kept: that was by …
	CodeRefusalLate         gdpr.Code = "rights.refusal.late"         // violation: the refusal of … is … days late: it was due by …, without extension
	CodeRefusalPartly       gdpr.Code = "rights.refusal.partly"       // warning: the partial refusal of … comes … days after the term of …, which no extension moves: whether that term binds who grants the request in part is disputed
	CodeWithdrawalIgnored   gdpr.Code = "rights.withdrawal.ignored"   // violation: for … days the processing that rested on consent has gone on after its withdrawal, received on …: it must stop at once
	CodeWithdrawalLate      gdpr.Code = "rights.withdrawal.late"      // violation: the processing that rested on consent stopped on …, … days after its withdrawal was received on …
	CodeWithdrawalPaused    gdpr.Code = "rights.withdrawal.paused"    // violation: the withdrawal of consent allows no pause: it takes effect on receipt
	CodeWithdrawalExtended  gdpr.Code = "rights.withdrawal.extended"  // violation: the withdrawal of consent allows no extension: it takes effect on receipt
	CodeWithdrawalReply     gdpr.Code = "rights.withdrawal.reply"     // advice: the withdrawal of consent wasn't answered: it is good practice to confirm it (a month was over on …)
)

// The terms of a reply are each a rule of its own: what is late is found once for
// each of them whose own day has passed, and cites that rule.
var (
	rightMissing        = find.Warning(CodeRightMissing, "GDPR 12(2)")
	requestFuture       = find.Warning(CodeFuture, "GDPR 5(2)")
	policeSlow          = find.Warning(CodePoliceSlow, "D.Lgs. 51/2018 9(3)")
	policeTerm          = find.Warning(CodePoliceTerm, "D.Lgs. 51/2018 9(3)")
	policeRight         = find.Advice(CodePoliceRight)
	policeProcedure     = find.Advice(CodePoliceProcedure, "D.Lgs. 51/2018 14(1)")
	pauseLate           = find.Warning(CodePauseLate, "GDPR 12(6)", "EDPB 01/2022")
	pausePrompt         = find.Warning(CodePausePrompt, "GDPR 12(6)", "EDPB 01/2022")
	pauseCause          = find.Warning(CodePauseCause, "GDPR 12(6)")
	pauseRight          = find.Warning(CodePauseRight, "GDPR 12(6)")
	pauseOutside        = find.Warning(CodePauseOutside, "GDPR 12(6)")
	pauseOpen           = find.Advice(CodePauseOpen)
	pauseClarification  = find.Warning(CodePauseClarification, "GDPR recital 63")
	extensionLate       = find.Violation(CodeExtensionLate, "GDPR 12(3)", "Regolamento 17(3)")
	extensionUnreasoned = find.Violation(CodeExtensionUnreasoned, "GDPR 12(3)")
	extensionNumber     = find.Warning(CodeExtensionNumber, "Regolamento 17(3)")
	extensionAgain      = find.Violation(CodeExtensionAgain, "GDPR 12(3)", "Regolamento 17(3)")
	overdue             = find.Violation(CodeOverdue, "GDPR 12(3)", "Regolamento 17(3)")
	replyLate           = find.Violation(CodeReplyLate, "GDPR 12(3)", "Regolamento 17(3)")
	promiseLate         = find.Advice(CodePromiseLate)
	refusalLate         = find.Violation(CodeRefusalLate, "GDPR 12(4)", "Regolamento 17(3)")
	refusalPartly       = find.Warning(CodeRefusalPartly, "GDPR 12(4)", "Regolamento 17(3)")
	withdrawalIgnored   = find.Violation(CodeWithdrawalIgnored, "GDPR 7(3)", "GDPR 6(1)(a)")
	withdrawalLate      = find.Violation(CodeWithdrawalLate, "GDPR 7(3)", "GDPR 6(1)(a)")
	withdrawalPaused    = find.Violation(CodeWithdrawalPaused, "GDPR 7(3)")
	withdrawalExtended  = find.Violation(CodeWithdrawalExtended, "GDPR 7(3)")
	withdrawalReply     = find.Advice(CodeWithdrawalReply)
)

// Check tells what went wrong with the request, by all that it records: pauses
// and extensions without effect, a reply or a refusal too late, a refusal that
// doesn't say what it must. A reply that isn't there yet is judged on the day on.
// To check what was known on an earlier day, check [Request.AsOf] that day.
//
// What is late is held against each rule by itself: the GDPR is cited only where
// its own month has passed, the regulation where its days have, and a promise
// that wasn't kept is an advice without a provision. Two rules that end on
// different days make two findings.
//
// A refusal of a part that comes after the term of refusals, but within that of an
// extension which has effect, is a warning where the rest was granted: article
// 12(4) speaks of who takes no action, and whether it reaches a part is disputed.
//
// What a limit of the law puts off isn't late: a reply after the term, where the
// person had been told in time that the right is limited for now, and a letter that
// is sent once its prejudice has ceased. Where it isn't known whether the limit
// holds, these are warnings.
//
// Data that D.Lgs. 51/2018 rules are held to its articles; in judicial acts and
// investigations to nothing here, and while nobody says whether they are in such,
// what its articles ask is a warning.
//
// The error is that of [Request.Timeline].
//
// Law: Regolamento 17(3); Regolamento 21(3); GDPR 12(3); GDPR 12(4); GDPR 12(6); GDPR 7(3); GDPR 23(1); Codice 2-undecies(3); D.Lgs. 51/2018 9(3); D.Lgs. 51/2018 14(1).
func (r Request) Check(on date.Date, p Policy, cal gdpr.Calendar) (gdpr.Findings, error) {
	t, err := r.Timeline(p, cal)
	if err != nil {
		return nil, err
	}
	c := find.In(p.Regime)
	if r.Right == 0 {
		c.Add(rightMissing, "right")
	}
	if r.Received > on {
		c.Add(requestFuture, "received", r.Received)
	}
	r.End.check(c)
	switch {
	case t.Police:
		r.checkPolice(c, on, p.Regime)
	case r.Right == ToWithdraw:
		r.checkWithdrawal(c, on, cal)
	default:
		r.checkPauses(c, &t, on)
		r.checkExtensions(c, &t, p.Regime)
		r.checkReply(c, &t, on)
		r.checkRefusal(c, &t)
	}
	if !t.Police {
		c.Below("refusal", r.Refusal.check(p.Regime, false, r.Right))
		r.checkUntold(c, false, p.Regime)
	}
	if err := r.checkAlso(c, on, p, cal); err != nil {
		return nil, err
	}
	return c.Findings(), nil
}

// checkUntold reminds of a limit that was kept silent and will cease.
func (r *Request) checkUntold(c *find.Collector, police bool, regime gdpr.Regime) {
	if !r.Refusal.untold() || r.Replied != 0 || r.Refusal.silent(police) == gdpr.No {
		return
	}
	row := refusalCeased
	switch {
	case police:
		row = row.By("D.Lgs. 51/2018 14(2)")
	case !regime.Has(gdpr.ItalianLaw):
		row = row.By("GDPR 23(2)")
	}
	c.Add(row, "refusal.sent")
}

// checkAlso checks the other rights that the letter uses, each by its own terms.
// What the first has too, such as a question that was put late, isn't said again.
func (r *Request) checkAlso(c *find.Collector, on date.Date, p Policy, cal gdpr.Calendar) error {
	for i, right := range r.Also {
		other := *r
		other.Right, other.Also, other.Refusal, other.End = right, nil, Refusal{}, End{}
		if r.closed() != 0 {
			on = min(on, r.closed())
		}
		fs, err := other.Check(on, p, cal)
		if err != nil {
			return gdpr.At(find.Index("also", i), err)
		}
		for _, f := range fs {
			if f.Where == "replied" || f.Where == "stopped" {
				c.Below(find.Index("also", i), gdpr.Findings{f})
			}
		}
	}
	return nil
}

// checkPolice tells what goes against a law that has no term but its own words,
// without undue delay: an answer that takes more than a month, and pauses or
// extensions of a term that there isn't; and a refusal without what its articles
// ask.
func (r *Request) checkPolice(c *find.Collector, on date.Date, regime gdpr.Regime) {
	if r.Judicial == gdpr.Yes {
		c.Add(policeProcedure, "judicial")
		return
	}
	if r.Right != 0 && policeArticles[r.Right] == "" {
		c.Add(policeRight, "right")
	}
	if r.closed() != 0 {
		on = r.closed()
	}
	if on-r.Received > monthDays {
		c.Add(policeSlow, "replied", int(on-r.Received))
	}
	for i := range r.Extensions {
		c.Add(policeTerm, find.Index("extensions", i))
	}
	refusal := r.Refusal.check(regime, true, r.Right)
	for i := range refusal {
		if r.Judicial == gdpr.Unknown && refusal[i].Severity == gdpr.Violation {
			refusal[i].Severity = gdpr.Warning
		}
	}
	c.Below("refusal", refusal)
	r.checkUntold(c, true, regime)
}

// checkReply holds the reply against each rule in force.
func (r *Request) checkReply(c *find.Collector, t *Timeline, on date.Date) {
	due := t.inForce()
	late := replyLate
	if r.Replied != 0 && t.putOff(r) != gdpr.No {
		if t.Deferred {
			return
		}
		late = late.As(gdpr.Warning)
	}
	switch {
	case r.Replied != 0:
		for day, law := range due.passed(r.Replied, 0) {
			c.Add(late.By(law...), "replied", r.Replied, int(r.Replied-day), day)
		}
	case r.Refusal.Sent != 0:
		return
	default:
		if end := max(r.End.On, r.Refusal.Withheld); end != 0 {
			on = min(on, end)
		}
		for day, law := range due.passed(on, t.Waiting) {
			c.Add(overdue.By(law...), "replied", int(on-day), day)
		}
	}
	kept := max(r.Replied, on)
	if r.Replied != 0 {
		kept = r.Replied
	}
	waits := t.Waiting != 0 && t.Waiting <= t.Promise.Due
	if t.Promise.Term.N != 0 && t.Told == 0 && !waits && kept > t.Promise.Due {
		c.Add(promiseLate, "replied", t.Promise.Term.N, t.Promise.Due)
	}
}

// checkRefusal holds the refusal against each rule, without an extension.
func (r *Request) checkRefusal(c *find.Collector, t *Timeline) {
	sent := r.Refusal.Sent
	if sent == 0 {
		return
	}
	row, where := refusalLate, "refusal.sent"
	if r.Refusal.waited() {
		switch r.Refusal.silent(false) {
		case gdpr.Yes:
			sent, where = r.Refusal.Withheld, "refusal.withheld"
		case gdpr.Unknown:
			row = row.As(gdpr.Warning)
		}
	}
	if r.Replied != 0 && t.Told != 0 && sent <= t.Extended.Due {
		row = refusalPartly
	}
	terms := t.Reply
	terms.GDPR.Provision = "GDPR 12(4)" // whose month is the same
	for day, law := range terms.passed(sent, 0) {
		c.Add(row.By(law...), where, sent, int(sent-day), day)
	}
}

// passed yields the last days that had passed by a day, the earlier ones first if
// the rules end on different days, each with the provisions of the rules that end
// on it, the GDPR before others. The clock of a rule that stands still since a
// day can't pass.
func (d *Deadline) passed(on, waiting date.Date) iter.Seq2[date.Date, []gdpr.Provision] {
	return func(yield func(date.Date, []gdpr.Provision) bool) {
		rules := [...]*gdpr.Deadline{&d.GDPR, &d.Municipal, &d.Own}
		for last := date.Date(0); ; {
			var law []gdpr.Provision
			next := ever
			for _, m := range rules {
				stands := waiting != 0 && waiting <= m.Due
				if m.Term.N == 0 || m.Due <= last || m.Due >= on || stands || m.Due > next {
					continue
				}
				if m.Due < next {
					next, law = m.Due, nil
				}
				law = append(law, m.Provision)
			}
			if law == nil || !yield(next, law) {
				return
			}
			last = next
		}
	}
}

// checkWithdrawal holds a withdrawal of consent to the day of its receipt, and
// advises to answer it in the time of a request.
func (r *Request) checkWithdrawal(c *find.Collector, on date.Date, cal gdpr.Calendar) {
	switch {
	case r.Stopped > r.Received:
		c.Add(withdrawalLate, "stopped", r.Stopped, int(r.Stopped-r.Received), r.Received)
	case r.Stopped == 0 && on > r.Received:
		c.Add(withdrawalIgnored, "stopped", int(on-r.Received), r.Received)
	}
	for i := range r.Pauses {
		c.Add(withdrawalPaused, find.Index("pauses", i))
	}
	for i := range r.Extensions {
		c.Add(withdrawalExtended, find.Index("extensions", i))
	}
	month, err := oneMonth.After(r.Received, cal)
	if err == nil && r.closed() == 0 && on > month.Due {
		c.Add(withdrawalReply, "replied", month.Due)
	}
}

func (r *Request) checkPauses(c *find.Collector, t *Timeline, on date.Date) {
	end := t.inForce().last()
	for i := range r.Pauses {
		p, where := &r.Pauses[i], find.Index("pauses", i)
		if p.Cause == 0 {
			c.Add(pauseCause, where+".cause")
		}
		switch p.Prompt {
		case gdpr.No:
			c.Add(pauseLate, where+".asked")
		case gdpr.Unknown:
			c.Add(pausePrompt, where+".prompt")
		}
		switch {
		case p.Cause == Identification && !r.Right.identified():
			c.Add(pauseRight, where+".cause")
		case p.Asked > end && t.Waiting == 0:
			c.Add(pauseOutside, where+".asked", p.Asked, end)
		case p.Asked == t.Waiting && p.Answered == 0 && on-p.Asked > monthDays:
			c.Add(pauseOpen, where+".answered", p.Asked, int(on-p.Asked))
		}
		if p.Cause == Clarification && r.Right != ToAccess && r.Right != 0 {
			c.Add(pauseClarification, where+".cause")
		}
	}
}

// last returns the last day of the rule that ends last; that of a rule which isn't
// the body's law is 0.
func (d *Deadline) last() date.Date {
	return max(d.GDPR.Due, d.Municipal.Due, d.Own.Due)
}

func (r *Request) checkExtensions(c *find.Collector, t *Timeline, regime gdpr.Regime) {
	held := false
	by := t.Extended.Municipal.Provision
	for i := range r.Extensions {
		e, where := &r.Extensions[i], find.Index("extensions", i)
		switch {
		case held:
			c.Add(extensionAgain.By("GDPR 12(3)", by), where)
		case e.holds(&t.Notice, t.Waiting):
			held = true
			if e.Ground == Number && by != "" && regime.Has(gdpr.Template) {
				c.Add(extensionNumber.By(by), where+".ground")
			}
		default:
			if !e.timely(&t.Notice, t.Waiting) {
				c.Add(extensionLate.By("GDPR 12(3)", by), where+".told", e.Told, t.Notice.Due)
			}
			if !e.reasoned() {
				c.Add(extensionUnreasoned, where+".reasons")
			}
		}
	}
}

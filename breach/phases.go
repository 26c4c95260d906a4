package breach

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [CheckPhases], beside those of each notification.
const (
	CodePhasesOrder    gdpr.Code = "breach.phases.order"    // warning: the notifications are out of order
	CodePhasesFirst    gdpr.Code = "breach.phases.first"    // violation: a supplement without a first notification
	CodePhasesOpen     gdpr.Code = "breach.phases.open"     // warning: this element hasn't been told to the supervisory authority yet
	CodePhasesExpected gdpr.Code = "breach.phases.expected" // violation: an element announced and not told, expected by …
)

var (
	phasesOrder    = find.Warning(CodePhasesOrder, "GDPR 33(4)")
	phasesFirst    = find.Violation(CodePhasesFirst, "GDPR 33(4)", "Regolamento 38(4)")
	phasesOpen     = find.Warning(CodePhasesOpen, "GDPR 33(4)", "Regolamento 38(4)")
	phasesExpected = find.Violation(CodePhasesExpected, "GDPR 33(4)", "Regolamento 38(4)")
)

// CheckPhases checks the notifications of one breach together, at an instant:
// each of them; that a first one comes before the supplements and all in the
// order of their sending; and what none of those sent has told yet, which is owed
// without undue further delay. The one that was sent first is held against the
// window, under whatever name it was sent. What a later one brings isn't missing
// of an earlier one: information may come in phases. The law has no number of days
// for that; a day that the body itself announced and let pass is a finding.
//
// After a withdrawal nothing is owed any more.
//
// Law: Regolamento 38(4); GDPR 33(4).
func CheckPhases(all []Notification, w Window, at time.Time) gdpr.Findings {
	c := find.In(gdpr.Template)
	told, earliest, withdrawn := history(all)
	var last time.Time
	for i, n := range all {
		part := find.In(gdpr.Template)
		switch follows := n.Phase == Supplement || n.Phase == Withdrawal; {
		case i == 0 && follows:
			part.Add(phasesFirst, "phase")
		case i > 0 && !follows:
			part.Add(phasesOrder, "phase")
		}
		n.checkPhase(part)
		n.checkElements(part, told)
		n.checkSending(part, w, i == earliest)
		if !n.Sent.IsZero() {
			if n.Sent.Before(last) {
				part.Add(phasesOrder, "sent")
			}
			last = n.Sent
		}
		c.Below(find.Index("", i), part.Findings())
	}
	if earliest < 0 || withdrawn {
		return c.Findings()
	}
	open := everyElement &^ told
	for e := range open.all() {
		c.Add(phasesOpen, contents[e].where)
	}
	expected(c, all, open, date.NewAt(at))
	return c.Findings()
}

// history returns what the notifications that were sent have told, the index of
// the one sent first, -1 if there is none, and whether the last was a withdrawal.
func history(all []Notification) (told elementSet, earliest int, withdrawn bool) {
	earliest = -1
	for i, n := range all {
		if n.Sent.IsZero() {
			continue
		}
		if n.Phase == Withdrawal {
			withdrawn = true
			continue
		}
		withdrawn = false
		told |= everyElement &^ n.lacks()
		if earliest < 0 || n.Sent.Before(all[earliest].Sent) {
			earliest = i
		}
	}
	return told, earliest, withdrawn
}

// expected tells the days announced for an open element that have passed.
func expected(c *find.Collector, all []Notification, open elementSet, on date.Date) {
	for i, n := range all {
		for j, p := range n.Pending {
			if open>>p.Element&1 == 1 && p.Expected != 0 && p.Expected < on {
				c.Add(phasesExpected, find.Index("", i)+"."+find.Index("pending", j)+".expected", p.Expected)
			}
		}
	}
}

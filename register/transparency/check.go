package transparency

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Entry is what the body did about one duty, for one person, act or period.
//
// Law: D.Lgs. 33/2013 8(1); Regolamento 13(2).
type Entry struct {
	Duty      string      `json:"duty"`               // id of the duty
	Event     date.Date   `json:"event,omitzero"`     // day on which it arose: the appointment, the act
	Published date.Date   `json:"published,omitzero"` // first day online
	Renewed   date.Date   `json:"renewed,omitzero"`   // last time that it was renewed; that of publication if it isn't given
	Removed   date.Date   `json:"removed,omitzero"`
	Linked    gdpr.Answer `json:"linked"`         // is it met by a link to the national database?
	Effective gdpr.Answer `json:"effective"`      // does the act still have effects?
	Ended     date.Date   `json:"ended,omitzero"` // day on which the office or engagement ended
}

// The findings of [Check].
const (
	CodeDutyUnknown   gdpr.Code = "transparency.duty.unknown"   // warning: the duty of publication … isn't one of those known
	CodeDutyMissing   gdpr.Code = "transparency.duty.missing"   // violation: …: publication was due by … and isn't known
	CodeDutyLate      gdpr.Code = "transparency.duty.late"      // violation: …: published on …, after the term of …
	CodeDutyStale     gdpr.Code = "transparency.duty.stale"     // violation: …: it was to be renewed by …
	CodeDutyBanned    gdpr.Code = "transparency.duty.banned"    // violation: …: these are data that aren't published
	CodeDutySuspended gdpr.Code = "transparency.duty.suspended" // warning: …: the duty is of other bodies, and what is published is to be anonymous
	CodeDutyKept      gdpr.Code = "transparency.duty.kept"      // violation: …: the page had to be off by …
	CodeDutyEarly     gdpr.Code = "transparency.duty.early"     // violation: …: the page had to stay until …
)

var (
	dutyUnknown   = find.Warning(CodeDutyUnknown, "GDPR 5(2)")
	dutyMissing   = find.Violation(CodeDutyMissing, "D.Lgs. 33/2013 8(1)")
	dutyLate      = find.Violation(CodeDutyLate, "D.Lgs. 33/2013 14(2)")
	dutyStale     = find.Violation(CodeDutyStale, "D.Lgs. 33/2013 8(1)")
	dutyBanned    = find.Violation(CodeDutyBanned, "D.Lgs. 33/2013 26(4)")
	dutySuspended = find.Warning(CodeDutySuspended, "D.Lgs. 33/2013 7-bis(3)")
	dutyKept      = find.Violation(CodeDutyKept, "GDPR 5(1)(e)", "D.Lgs. 33/2013 8(3)")
	dutyEarly     = find.Violation(CodeDutyEarly, "D.Lgs. 33/2013 8(3)")
)

// Check tells what is wrong with what was published on a day: a duty that the
// library doesn't have, one that nobody met, met late or hasn't renewed, data that
// may not be published, or that are though their duty is of others, pages kept beyond
// their time or taken off before its end. A duty that says promptly, or before, is
// missing from the day after its event on, and never late: that is a warning, since the
// law has no number of days to hold it against. A duty that is said to be suspended is
// a warning too, where it is missing, late or not renewed.
//
// Law: D.Lgs. 33/2013 8(1); D.Lgs. 33/2013 8(3); D.Lgs. 33/2013 14(2); D.Lgs. 33/2013 15(4); D.Lgs. 33/2013 26(4); D.Lgs. 33/2013 7-bis(3); Regolamento 13(2); Regolamento 13(7).
func Check(entries []Entry, on date.Date, cal gdpr.Calendar) gdpr.Findings {
	duties := map[string]Duty{}
	for d := range Duties() {
		duties[d.ID] = d
	}
	var c find.Collector
	for i, e := range entries {
		at := "[" + strconv.Itoa(i) + "]"
		d, ok := duties[e.Duty]
		if !ok {
			c.Add(dutyUnknown, at+".duty", e.Duty)
			continue
		}
		online := e.Published != 0 && e.Published <= on && (e.Removed == 0 || e.Removed > on)
		switch {
		case d.By == Never && online:
			c.Add(dutyBanned.By(d.Provision), at+".published", what(d.ID))
			continue
		case d.By == Never:
			continue
		case d.State == NotOwed:
			if online {
				c.Add(dutySuspended, at+".published", what(d.ID))
			}
			continue
		case d.State == ByLink && e.Linked == gdpr.Yes:
			continue
		}
		e.met(&c, d, at, on, cal)
		e.stays(&c, d, at, on)
	}
	return c.Findings()
}

// met finds what was published late, or not at all, or not renewed.
func (e Entry) met(c *find.Collector, d Duty, at string, on date.Date, cal gdpr.Calendar) {
	due, _ := d.Deadline(e.Event, cal) // without an event there is none
	missing, late, stale := dutyMissing, dutyLate, dutyStale
	if d.State == Suspended {
		late, stale = late.As(gdpr.Warning), stale.As(gdpr.Warning)
	}
	if d.State == Suspended || d.By != Within {
		missing = missing.As(gdpr.Warning)
	}
	switch {
	case due.Due == 0:
	case e.Published == 0 && on > due.Due:
		c.Add(missing.By(d.Provision), at+".published", what(d.ID), due.Due)
	case d.By == Within && e.Published > due.Due:
		c.Add(late.By(d.Provision), at+".published", what(d.ID), e.Published, due.Due)
	}
	if e.Removed != 0 || e.Ended != 0 {
		return
	}
	if next, _ := d.Renewal(max(e.Renewed, e.Published), cal); !next.IsZero() && on > next.Due {
		c.Add(stale.By(d.Provision), at+".renewed", what(d.ID), next.Due)
	}
}

// stays finds what is online after its time, or left before its end.
func (e Entry) stays(c *find.Collector, d Duty, at string, on date.Date) {
	if e.Published == 0 || d.Stays == 0 {
		return
	}
	period, err := d.Publication(e).Period()
	if err != nil || period.Open != gdpr.No {
		return
	}
	switch {
	case e.Removed == 0 && on > period.Safe:
		c.Add(dutyKept.By("GDPR 5(1)(e)", period.Provision), at+".removed", what(d.ID), period.Last+1)
	case e.Removed != 0 && e.Removed <= period.Last:
		c.Add(dutyEarly.By(period.Provision), at+".removed", what(d.ID), period.Last)
	}
}

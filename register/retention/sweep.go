package retention

import (
	"iter"
	"math"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Sweep is a schedule on one day: it tells what must go, what may be proposed for
// discard, and what goes to the historical archive. It holds for each rule the
// latest event whose data have expired, so that an item costs one look-up of its
// rule and one comparison of dates. It is immutable, and made by [Schedule.On].
//
// Law: GDPR 5(1)(e); Regolamento 13(9); D.Lgs. 42/2004 21(1)(d); D.Lgs. 42/2004 30(4).
type Sweep struct {
	day date.Date
	at  map[RuleName]int
	cut []cut
}

// cut is a rule on the sweep's day.
type cut struct {
	over     date.Date // data are past the period whose event was on this day or before
	ceiling  date.Date // beside a minimum: past the ceiling
	bound    Bound
	archival bool
	transfer bool
}

const (
	never      date.Date = 0             // no event: nothing has expired
	unjudgable date.Date = math.MinInt64 // the rule has no term
)

// On returns the schedule on a day, in the years 1 to 9999; another one is a
// [*gdpr.InputError] with [gdpr.FaultRange], and the zero day one with
// [gdpr.FaultMissing].
//
// Law: Regolamento 13(9); GDPR 5(1)(e).
func (s Schedule) On(day date.Date) (Sweep, error) {
	if day == 0 {
		return Sweep{}, &gdpr.InputError{Field: "day", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	if _, err := (gdpr.Calendar{}).WorkingDay(day); err != nil {
		return Sweep{}, gdpr.At("day", err)
	}
	cuts := make([]cut, len(s.rules))
	for i, r := range s.rules {
		cuts[i] = cut{over: r.cutoff(day), bound: r.Bound, archival: r.Archival == gdpr.Yes, transfer: r.Fate == Archive}
		if r.Most != (gdpr.Term{}) {
			r.Period = r.Most
			cuts[i].ceiling = r.cutoff(day)
		}
	}
	return Sweep{day, s.at, cuts}, nil
}

// cutoff returns the latest event whose data have expired on a day.
//
// A later event never expires sooner, so the end of the period can be counted
// backwards from the day before. Months clamp, so up to three events more than
// that one can end on the same day: 28 to 31 January, one month, 28 February.
func (r Rule) cutoff(day date.Date) date.Date {
	last := day - 1
	if r.Period == (gdpr.Term{}) {
		switch {
		case r.Bound == Permanent:
			return never
		case r.untilEvent():
			return max(last, never)
		}
		return unjudgable
	}
	back, err := r.Period.Before(max(last, 0), gdpr.Calendar{})
	if err != nil {
		return never // the period is longer than the calendar goes back
	}
	event := back.Nominal
	for {
		next, err := r.end(event+1, "")
		if err != nil || next.Due > last {
			return max(event, never)
		}
		event++
	}
}

// State is what is to be done with an item on a day.
//
// Law: GDPR 5(1)(e); Regolamento 13(9); GDPR 17(1)(a); D.Lgs. 42/2004 21(1)(d); D.Lgs. 42/2004 30(4).
type State uint8

// The states.
//
//words:label retention.state
const (
	Unjudged     State = iota // unjudged: no rule with a term, or a minimum that is over: somebody must say whether it is still needed
	Running                   // running: its time isn't over, or never will be
	Held                      // held: its time is over, but a hold suspends the deletion
	Expired                   // expired: it must go
	Discardable               // discardable: its time is over, and it may be proposed for discard: without leave nothing is destroyed
	Transferable              // transferable: it goes to the historical archive, and is never destroyed
)

// State tells what is to be done with the item on the sweep's day.
//
//   - What isn't needed any more goes before the end of a ceiling, and never
//     before that of a minimum, which a law sets for others than the office.
//   - Past a minimum that has no ceiling somebody must judge whether it is still
//     needed: Unjudged.
//   - A document of a public archive is Discardable and not Expired until the
//     leave to discard is recorded; what is for the historical archive is
//     Transferable.
//   - A permanent rule with a period is one whose documents pass to the historical
//     archive when the period is over: 40 years, by the code of cultural heritage.
//
// An item whose rule the schedule doesn't have, or with an event before the year
// 1, is Unjudged, even where nobody needs it: nobody has said by which rule it may
// go.
//
// Law: GDPR 5(1)(e); Regolamento 13(9); GDPR 17(1)(a); GDPR 17(3)(b); GDPR 17(3)(e); D.Lgs. 42/2004 10(2)(b); D.Lgs. 42/2004 21(1)(d); D.Lgs. 42/2004 30(4).
func (s Sweep) State(it Item) State {
	i, ok := s.at[it.Rule]
	if !ok || it.Event < 0 {
		return Unjudged
	}
	c := &s.cut[i]
	past := it.Event > 0 && it.Event <= c.over
	switch {
	case c.bound == Permanent:
		if past && c.transfer {
			return Transferable
		}
		return Running
	case c.over == unjudgable:
		if !it.Unneeded {
			return Unjudged
		}
	case c.bound == AtLeast:
		switch {
		case !past:
			return Running
		case it.Unneeded || c.archival || c.transfer || c.ceiling != never && it.Event <= c.ceiling:
		default:
			return Unjudged
		}
	case !past && !it.Unneeded:
		return Running
	}
	return s.end(it, c)
}

// end returns the state of an item whose time is over.
func (s Sweep) end(it Item, c *cut) State {
	if c.transfer {
		return Transferable
	}
	for i := range it.Holds {
		if it.Holds[i].On(s.day) {
			return Held
		}
	}
	if c.archival && (it.Leave == 0 || it.Leave > s.day) {
		return Discardable
	}
	return Expired
}

// Expired yields those of the items that must go. It keeps nothing of them, so
// they may be any number; slices.Values makes a sequence of a slice.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 17(1)(a).
func (s Sweep) Expired(items iter.Seq[Item]) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for it := range items {
			if s.State(it) == Expired && !yield(it) {
				return
			}
		}
	}
}

// Reasons yields why the item is in its state, in the order of the law: the need
// for it, its term, what holds it or wants leave.
//
// Law: GDPR 5(1)(e); Regolamento 13(9); GDPR 17(3)(b); GDPR 17(3)(e); D.Lgs. 42/2004 21(1)(d); D.Lgs. 42/2004 30(4).
func (s Sweep) Reasons(it Item) iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		state := s.State(it)
		if !yield(s.term(it, state)) {
			return
		}
		switch state {
		case Discardable:
			yield(gdpr.Reason{Code: ReasonLeave, Provision: "D.Lgs. 42/2004 21(1)(d)"})
		case Transferable:
			yield(gdpr.Reason{Code: ReasonHistory, Provision: "D.Lgs. 42/2004 30(4)"})
		case Held:
			for _, h := range it.Holds {
				if h.On(s.day) && !yield(h.reason()) {
					return
				}
			}
		}
	}
}

// The reasons of a state.
const (
	ReasonUnneeded  gdpr.Code = "retention.reason.unneeded"     // the data aren't needed any more
	ReasonUnjudged  gdpr.Code = "retention.reason.unjudged"     // no term is set: somebody must judge whether the data are still needed
	ReasonOpen      gdpr.Code = "retention.reason.open"         // the event that the term depends on hasn't happened yet
	ReasonRunning   gdpr.Code = "retention.reason.running"      // the period of keeping isn't over yet
	ReasonMinimum   gdpr.Code = "retention.reason.minimum"      // the minimum time of keeping isn't over
	ReasonPast      gdpr.Code = "retention.reason.past-minimum" // the minimum time is over: somebody must judge whether the data are still needed
	ReasonPermanent gdpr.Code = "retention.reason.permanent"    // the keeping is permanent
	ReasonOver      gdpr.Code = "retention.reason.over"         // the period of keeping is over
	ReasonLeave     gdpr.Code = "retention.reason.leave"        // documents of a public archive aren't destroyed without leave
	ReasonHistory   gdpr.Code = "retention.reason.history"      // the documents are for the historical archive
)

func (s Sweep) term(it Item, state State) gdpr.Reason {
	i, ok := s.at[it.Rule]
	if !ok || it.Event < 0 {
		return gdpr.Reason{Code: ReasonUnjudged, Provision: "GDPR 5(1)(e)"}
	}
	c := &s.cut[i]
	switch least := c.bound == AtLeast; {
	case c.bound == Permanent:
		return gdpr.Reason{Code: ReasonPermanent, Provision: "D.Lgs. 42/2004 30(4)"}
	case state == Running && it.Event == 0:
		return gdpr.Reason{Code: ReasonOpen, Provision: "GDPR 5(1)(e)"}
	case state == Running && least:
		return gdpr.Reason{Code: ReasonMinimum, Provision: "GDPR 17(3)(b)"}
	case state == Running:
		return gdpr.Reason{Code: ReasonRunning, Provision: "GDPR 5(1)(e)"}
	case state == Unjudged && least:
		return gdpr.Reason{Code: ReasonPast, Provision: "GDPR 5(1)(e)"}
	case state == Unjudged:
		return gdpr.Reason{Code: ReasonUnjudged, Provision: "GDPR 5(1)(e)"}
	case it.Unneeded:
		return gdpr.Reason{Code: ReasonUnneeded, Provision: "GDPR 5(1)(e)"}
	}
	return gdpr.Reason{Code: ReasonOver, Provision: "GDPR 5(1)(e)"}
}

// The findings of [Sweep.Check].
const (
	CodeItemLate     gdpr.Code = "retention.item.late"     // violation: … is still kept beyond its time
	CodeItemUnjudged gdpr.Code = "retention.item.unjudged" // warning: … has no term: nobody has judged whether it is still needed
	CodeItemRule     gdpr.Code = "retention.item.rule"     // warning: … names no rule of the schedule: nobody can tell when it expires
	CodeItemReview   gdpr.Code = "retention.item.review"   // advice: the minimum time of … is over: somebody must judge whether it is still needed
	CodeItemDiscard  gdpr.Code = "retention.item.discard"  // advice: the time of … is over: it may be proposed for discard, and isn't destroyed without leave
	CodeItemTransfer gdpr.Code = "retention.item.transfer" // advice: the time of … is over: it passes to the historical archive
)

var (
	itemLate     = find.Violation(CodeItemLate, "GDPR 5(1)(e)", "Regolamento 13(9)")
	itemUnjudged = find.Warning(CodeItemUnjudged, "GDPR 5(1)(e)", "Regolamento 13(9)")
	itemRule     = find.Warning(CodeItemRule, "GDPR 5(1)(e)", "Regolamento 13(9)")
	itemReview   = find.Advice(CodeItemReview, "GDPR 5(1)(e)")
	itemDiscard  = find.Advice(CodeItemDiscard, "D.Lgs. 42/2004 21(1)(d)", "D.P.R. 445/2000 68")
	itemTransfer = find.Advice(CodeItemTransfer, "D.Lgs. 42/2004 30(4)")
)

// Check finds the items that should have gone by the sweep's day, those that
// nobody has judged, those that name no rule of the schedule, and, as advice, those
// that may be proposed for discard or pass to the historical archive. Their places
// are their numbers in the sequence: "[3]".
//
// Under a regime without Italian public law, [gdpr.Findings.Under] leaves out what
// only that law asks.
//
// Law: GDPR 5(1)(e); Regolamento 13(9); D.Lgs. 42/2004 21(1)(d); D.Lgs. 42/2004 30(4); D.P.R. 445/2000 68.
func (s Sweep) Check(items iter.Seq[Item]) gdpr.Findings {
	var c find.Collector
	n := 0
	for it := range items {
		state := s.State(it)
		if state != Running && state != Held {
			c.Add(s.row(it, state), "["+strconv.Itoa(n)+"]", it.ID)
		}
		n++
	}
	return c.Findings()
}

func (s Sweep) row(it Item, state State) find.Row {
	switch state {
	case Expired:
		return itemLate
	case Discardable:
		return itemDiscard
	case Transferable:
		return itemTransfer
	}
	i, ok := s.at[it.Rule]
	switch {
	case !ok:
		return itemRule
	case s.cut[i].bound == AtLeast && it.Event > 0:
		return itemReview
	}
	return itemUnjudged
}

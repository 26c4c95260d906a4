package retention

import (
	"iter"
	"math"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Sweep is a schedule on one day: it tells what must go. It holds for each rule
// the latest event whose data have expired, so that an item costs one
// comparison of dates. It is immutable, and made by [Schedule.On].
//
// Law: Regolamento 13(9); GDPR 5(1)(e).
type Sweep struct {
	day     date.Date
	cutoffs []date.Date // by rule: data expired whose event was on this day or before
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
	cutoffs := make([]date.Date, len(s.rules))
	for i, r := range s.rules {
		cutoffs[i] = r.cutoff(day)
	}
	return Sweep{day, cutoffs}, nil
}

// cutoff returns the latest event whose data have expired on a day.
//
// A later event never expires sooner, so the end of the period can be counted
// backwards from the day before. Months clamp, so up to three events more than
// that one can end on the same day: 28 to 31 January, one month, 28 February.
func (r Rule) cutoff(day date.Date) date.Date {
	last := day - 1
	if r.Period == (gdpr.Term{}) {
		if r.untilEvent() {
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
		next, err := r.Expiry(event + 1)
		if err != nil || next.Due > last {
			return max(event, never)
		}
		event++
	}
}

// State is what is to be done with an item on a day.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 17(1)(a).
type State uint8

// The states.
//
//words:label retention.state
const (
	Unjudged State = iota // unjudged: no rule with a term, or a day that is none: somebody must say whether it is still needed
	Running               // running: its time isn't over
	Held                  // held: its time is over, but a hold suspends the deletion
	Expired               // expired: it must go
)

// State tells what is to be done with the item on the sweep's day. What isn't
// needed any more goes whatever its rule says; an item of no rule, or with an
// event before the year 1, is Unjudged.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 17(1)(a); GDPR 17(3)(e).
func (s Sweep) State(it Item) State {
	if !it.Unneeded {
		if uint(it.Rule) >= uint(len(s.cutoffs)) || s.cutoffs[it.Rule] == unjudgable {
			return Unjudged
		}
		if it.Event <= 0 || it.Event > s.cutoffs[it.Rule] {
			if it.Event < 0 {
				return Unjudged
			}
			return Running
		}
	}
	for i := range it.Holds {
		if it.Holds[i].On(s.day) {
			return Held
		}
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
// for it, its term, what holds it.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 17(3)(e).
func (s Sweep) Reasons(it Item) iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		state := s.State(it)
		if !yield(s.term(it, state)) || state != Held {
			return
		}
		for _, h := range it.Holds {
			if h.On(s.day) && !yield(h.reason()) {
				return
			}
		}
	}
}

// The reasons of a state.
const (
	ReasonUnneeded gdpr.Code = "retention.reason.unneeded"
	ReasonUnjudged gdpr.Code = "retention.reason.unjudged"
	ReasonOpen     gdpr.Code = "retention.reason.open"
	ReasonRunning  gdpr.Code = "retention.reason.running"
	ReasonOver     gdpr.Code = "retention.reason.over"
)

func (s Sweep) term(it Item, state State) gdpr.Reason {
	switch {
	case it.Unneeded:
		return gdpr.Reason{Code: ReasonUnneeded, Provision: "Regolamento 13(9)"}
	case state == Unjudged:
		return gdpr.Reason{Code: ReasonUnjudged, Provision: "Regolamento 13(9)"}
	case it.Event == 0:
		return gdpr.Reason{Code: ReasonOpen, Provision: "GDPR 5(1)(e)"}
	case state == Running:
		return gdpr.Reason{Code: ReasonRunning, Provision: "GDPR 5(1)(e)"}
	}
	return gdpr.Reason{Code: ReasonOver, Provision: "GDPR 5(1)(e)"}
}

// Check finds the items that should have gone by the sweep's day, and those that
// nobody has judged. Their places are their numbers in the sequence: "[3]".
//
// Law: Regolamento 13(9); GDPR 5(1)(e).
func (s Sweep) Check(items iter.Seq[Item]) gdpr.Findings {
	var fs gdpr.Findings
	n := 0
	for it := range items {
		where := "[" + strconv.Itoa(n) + "]"
		n++
		switch s.State(it) {
		case Expired:
			fs = append(fs, gdpr.Finding{Code: CodeItemLate, Severity: gdpr.Violation, Where: where,
				Provisions: []gdpr.Provision{"Regolamento 13(9)", "GDPR 5(1)(e)"}, Args: []any{it.ID}})
		case Unjudged:
			fs = append(fs, gdpr.Finding{Code: CodeItemUnjudged, Severity: gdpr.Warning, Where: where,
				Provisions: []gdpr.Provision{"Regolamento 13(9)"}, Args: []any{it.ID}})
		}
	}
	return fs
}

package retention

import (
	"iter"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
)

// Discard is one discard (scarto) of documents of a public archive: the list of
// what is proposed, the leave of the archival authority (the Soprintendenza
// archivistica), the destruction and its record. Archives of public bodies are
// cultural property: nothing of them is destroyed without leave.
//
// The zero value is a discard that nobody has begun.
//
// Law: D.Lgs. 42/2004 10(2)(b); D.Lgs. 42/2004 21(1)(d); D.P.R. 445/2000 68; c.p. 518-duodecies.
type Discard struct {
	ID        string    `json:"id,omitempty"`
	Items     []string  `json:"items,omitempty"`     // ids of the items on the list
	Listed    date.Date `json:"listed,omitzero"`     // day of the list
	Asked     date.Date `json:"asked,omitzero"`      // day on which leave was asked
	Leave     date.Date `json:"leave,omitzero"`      // day of the leave
	Reference string    `json:"reference,omitempty"` // of the leave: "prot. 812/2026 della Soprintendenza"
	Destroyed date.Date `json:"destroyed,omitzero"`  // day of the destruction
	Record    string    `json:"record,omitempty"`    // the record (verbale) of the destruction
}

// Step is where a discard is: what is to be done next.
//
// Law: D.Lgs. 42/2004 21(1)(d); D.P.R. 445/2000 68.
type Step uint8

// The steps, in their order.
//
//words:label retention.step
const (
	StepList    Step = iota // list: the list of what is proposed is to be made
	StepAsk                 // ask: leave is to be asked of the archival authority
	StepWait                // wait: its answer is awaited; no day of its silence stands for leave in the article that wants it
	StepDestroy             // destroy: leave was given, and the documents may be destroyed
	StepRecord              // record: the record of the destruction is to be drawn up
	StepDone                // done: nothing is left to do
)

// Next returns the next step of the discard.
//
// Some archival authorities say that they answer within sixty days; the article of
// the code has no term, and silence is no leave by it.
//
// Law: D.Lgs. 42/2004 21(1)(d); D.P.R. 445/2000 68.
func (d Discard) Next() Step {
	switch {
	case d.Destroyed != 0 && !blank.Is(d.Record):
		return StepDone
	case d.Destroyed != 0:
		return StepRecord
	case d.Leave != 0:
		return StepDestroy
	case d.Asked != 0:
		return StepWait
	case len(d.Items) > 0 && d.Listed != 0:
		return StepAsk
	}
	return StepList
}

// The findings of [Discard.Check].
const (
	CodeDiscardList      gdpr.Code = "retention.discard.list"      // warning: the list of the documents to discard is missing or empty
	CodeDiscardLeave     gdpr.Code = "retention.discard.leave"     // violation: the documents were destroyed on …, and no leave to discard them is known
	CodeDiscardEarly     gdpr.Code = "retention.discard.early"     // violation: the documents were destroyed on …, before the leave of …
	CodeDiscardReference gdpr.Code = "retention.discard.reference" // warning: the reference of the leave to discard isn't given
	CodeDiscardRecord    gdpr.Code = "retention.discard.record"    // warning: the record of the destruction isn't given
	CodeDiscardOrder     gdpr.Code = "retention.discard.order"     // warning: the day … comes before that of the step before it, …
	CodeDiscardUnknown   gdpr.Code = "retention.discard.unknown"   // warning: … is on the list for discard, but not among what is kept
	CodeDiscardRunning   gdpr.Code = "retention.discard.running"   // violation: … is on the list for discard, but its time isn't over or isn't set
	CodeDiscardHeld      gdpr.Code = "retention.discard.held"      // violation: … is on the list for discard, but a hold forbids its destruction
	CodeDiscardHistory   gdpr.Code = "retention.discard.history"   // violation: … is on the list for discard, but is for the historical archive
	CodeDiscardFuture    gdpr.Code = "retention.discard.future"    // warning: the discard has the day …, which is still to come
)

var (
	discardList      = find.Warning(CodeDiscardList, "D.Lgs. 42/2004 21(1)(d)", "D.P.R. 445/2000 68")
	discardLeave     = find.Violation(CodeDiscardLeave, "D.Lgs. 42/2004 21(1)(d)", "c.p. 518-duodecies")
	discardEarly     = find.Violation(CodeDiscardEarly, "D.Lgs. 42/2004 21(1)(d)", "c.p. 518-duodecies")
	discardReference = find.Warning(CodeDiscardReference, "D.Lgs. 42/2004 21(1)(d)", "GDPR 5(2)")
	discardRecord    = find.Warning(CodeDiscardRecord, "GDPR 5(2)", "D.P.R. 445/2000 68")
	discardOrder     = find.Warning(CodeDiscardOrder, "GDPR 5(2)")
	discardUnknown   = find.Warning(CodeDiscardUnknown, "GDPR 5(2)")
	discardRunning   = find.Violation(CodeDiscardRunning, "D.P.R. 445/2000 68", "GDPR 17(3)(b)")
	discardHeld      = find.Violation(CodeDiscardHeld, "GDPR 17(3)(e)")
	discardHistory   = find.Violation(CodeDiscardHistory, "D.Lgs. 42/2004 30(4)")
	discardFuture    = find.Warning(CodeDiscardFuture, "GDPR 5(2)")
)

// Check tells what is wrong with the discard on the sweep's day: documents
// destroyed without leave or before it, no record, days out of order or to come;
// and of the items of the list, those that nobody has, whose time isn't over,
// which a hold keeps, or which are for the historical archive. Items are those
// that the sweep's schedule rules; their holds and events decide, whatever leave
// they carry.
//
// Law: D.Lgs. 42/2004 10(2)(b); D.Lgs. 42/2004 21(1)(d); D.Lgs. 42/2004 30(4); D.P.R. 445/2000 68; c.p. 518-duodecies; GDPR 5(2).
func (d Discard) Check(s Sweep, items iter.Seq[Item]) gdpr.Findings {
	var c find.Collector
	if d.Listed == 0 && (d.Asked != 0 || d.Leave != 0 || d.Destroyed != 0) || d.Listed != 0 && len(d.Items) == 0 {
		c.Add(discardList, "items")
	}
	switch {
	case d.Destroyed == 0:
	case d.Leave == 0:
		c.Add(discardLeave, "leave", d.Destroyed)
	case d.Destroyed < d.Leave:
		c.Add(discardEarly, "destroyed", d.Destroyed, d.Leave)
	}
	if d.Leave != 0 && blank.Is(d.Reference) {
		c.Add(discardReference, "reference")
	}
	if d.Destroyed != 0 && blank.Is(d.Record) {
		c.Add(discardRecord, "record")
	}
	d.order(&c, s.day)
	d.listed(&c, s, items)
	return c.Findings()
}

// order finds days that run backwards, or are still to come.
func (d Discard) order(c *find.Collector, on date.Date) {
	var before date.Date
	for _, step := range [...]struct {
		field string
		day   date.Date
	}{{"listed", d.Listed}, {"asked", d.Asked}, {"leave", d.Leave}} {
		switch {
		case step.day == 0:
			continue
		case step.day < before:
			c.Add(discardOrder, step.field, step.day, before)
		}
		before = max(before, step.day)
	}
	if last := max(before, d.Destroyed); last > on {
		c.Add(discardFuture, "destroyed", last)
	}
}

// listed finds what of the list mustn't be discarded.
func (d Discard) listed(c *find.Collector, s Sweep, items iter.Seq[Item]) {
	place := make(map[string]int, len(d.Items))
	for i, id := range d.Items {
		place[id] = i
	}
	state := make([]State, len(d.Items))
	found := make([]bool, len(d.Items))
	for it := range items {
		if i, ok := place[it.ID]; ok {
			state[i], found[i] = s.listed(it), true
		}
	}
	for i, id := range d.Items {
		at := "items[" + strconv.Itoa(i) + "]"
		switch {
		case !found[i]:
			c.Add(discardUnknown, at, id)
		case state[i] == Running || state[i] == Unjudged:
			c.Add(discardRunning, at, id)
		case state[i] == Held:
			c.Add(discardHeld, at, id)
		case state[i] == Transferable:
			c.Add(discardHistory, at, id)
		}
	}
}

// Propose returns a discard with those of the items that may be proposed on the
// sweep's day, under the id, its list dated that day. It holds none if there is
// nothing to propose.
//
// Law: D.Lgs. 42/2004 21(1)(d); D.P.R. 445/2000 68.
func (s Sweep) Propose(id string, items iter.Seq[Item]) Discard {
	d := Discard{ID: id}
	for it := range items {
		if s.State(it) == Discardable {
			d.Items = append(d.Items, it.ID)
			d.Listed = s.day
		}
	}
	return d
}

// listed returns the state of an item that is on a list, for which the hold that
// awaits leave is no obstacle.
func (s Sweep) listed(it Item) State {
	state := s.State(it)
	if state != Held {
		return state
	}
	for _, h := range it.Holds {
		if h.Kind != Disposal && h.On(s.day) {
			return Held
		}
	}
	return Discardable
}

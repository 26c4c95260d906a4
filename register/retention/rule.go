package retention

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/rickb777/date/v2"
)

// Rule says how long one kind of data is kept:
//
//   - a Period from an Event, which is a ceiling, or a minimum, by its Bound: ten
//     years from the end of the contract; Most is a ceiling beside a minimum;
//   - until an Event, where there is no Period: as long as the person is resident;
//   - by a Criterion, where there is neither: somebody must apply it.
//
// The zero value says nothing; [Check] finds that.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 30(1)(f).
type Rule struct {
	ID        string    `json:"id"`                  // names the rule in its schedule
	Text      string    `json:"text,omitempty"`      // what is kept: "service contracts"
	Series    string    `json:"series,omitempty"`    // id of its series in the plan of conservation, for [Plan.Check]
	Period    gdpr.Term `json:"period,omitzero"`     // in days, weeks, months or years
	Bound     Bound     `json:"bound,omitzero"`      // which end of the keeping the period is
	Most      gdpr.Term `json:"most,omitzero"`       // beside a minimum: the ceiling, from the same event
	Event     string    `json:"event,omitempty"`     // what the period runs from, or what ends it
	Criterion string    `json:"criterion,omitempty"` // how long, where no period can be told
	Basis     string    `json:"basis,omitempty"`     // the act or plan that sets it: "c.c. 2220"
	Fate      Fate      `json:"fate,omitempty"`      // what becomes of the data then

	// Are these documents of a public body's archive, which only the archival
	// authority's leave lets it destroy? Of logs, footage, copies the answer is no.
	Archival gdpr.Answer `json:"archival"`
}

// Expiry tells until when data are kept whose event happened on a day. Due and
// Safe are the last day, and never move off a holiday. The day of the event isn't
// counted. Of a minimum it is the last day on which the data mustn't go; where a
// ceiling stands beside it, [Rule.Ceiling] has that.
//
// Its provision is the rule's Basis, if that is one ("c.c. 2220"), and otherwise
// the principle that data are kept no longer than necessary.
//
// While the event is still to come (0), where the rule has no term at all, and
// where the keeping is permanent, the deadline is zero: nothing expires. The
// errors are those of [gdpr.Term.After], and a [*gdpr.InputError] with
// [gdpr.FaultName] for a period in hours or working days.
//
// Law: GDPR 5(1)(e); Regolamento 13(9); GDPR 17(1)(a).
func (r Rule) Expiry(event date.Date) (gdpr.Deadline, error) {
	if r.Bound == Permanent {
		return gdpr.Deadline{}, nil
	}
	return r.end(event, r.by())
}

// Ceiling tells by when data go whatever anybody thinks of them: the end of the
// period, or of Most beside a minimum. It is zero for a minimum without one.
//
// Law: GDPR 5(1)(e); Regolamento 13(9); GDPR 17(1)(a).
func (r Rule) Ceiling(event date.Date) (gdpr.Deadline, error) {
	if r.Bound == AtLeast {
		if r.Most == (gdpr.Term{}) {
			return gdpr.Deadline{}, nil
		}
		r.Period = r.Most
	}
	return r.Expiry(event)
}

// by returns the provision that sets the rule's term.
func (r Rule) by() gdpr.Provision {
	if r.Basis != "" {
		if p, err := gdpr.ParseProvision(r.Basis); err == nil {
			return p
		}
	}
	return "GDPR 5(1)(e)"
}

// end returns the end of the period, whatever its bound, by a provision.
func (r Rule) end(event date.Date, by gdpr.Provision) (gdpr.Deadline, error) {
	if err := wrongUnit("period", r.Period); err != nil {
		return gdpr.Deadline{}, err
	}
	switch {
	case r.Period == gdpr.Term{}:
		if event == 0 || !r.untilEvent() {
			return gdpr.Deadline{}, nil
		}
		return gdpr.Deadline{Event: event, Nominal: event, Due: event, Safe: event, Provision: by}, nil
	case event < 0:
		return gdpr.Deadline{}, &gdpr.InputError{Field: "event", Value: event.String(), Fault: gdpr.FaultRange, Other: "0001-01-01 - 9999-12-31"}
	case event == 0:
		return gdpr.Deadline{}, nil
	}
	d, err := r.Period.After(event, gdpr.Calendar{})
	if err != nil {
		return gdpr.Deadline{}, gdpr.At("period", err)
	}
	d.Due, d.Safe = d.Nominal, d.Nominal
	d.Steps &= gdpr.Clamped
	return d.By(by), nil
}

// untilEvent reports whether the data of a rule without a period go when the
// event happens.
func (r Rule) untilEvent() bool {
	return r.Bound != Permanent && !blank.Is(r.Event)
}

// check returns the error of a period that can't be counted, or of bounds that
// leave no day between them.
func (r Rule) check() error {
	for _, t := range [...]struct {
		field string
		term  gdpr.Term
	}{{"period", r.Period}, {"most", r.Most}} {
		if t.term == (gdpr.Term{}) {
			continue
		}
		if err := wrongUnit(t.field, t.term); err != nil {
			return err
		}
		if _, err := t.term.After(1, gdpr.Calendar{}); err != nil {
			return gdpr.At(t.field, err)
		}
	}
	if r.Most == (gdpr.Term{}) {
		return nil
	}
	least, err := r.end(1, "")
	most, _ := r.Ceiling(1)
	if r.Bound != AtLeast || err != nil || most.Due < least.Due {
		return &gdpr.InputError{Field: "most", Value: r.Most.String(), Fault: gdpr.FaultOrder, Other: "period " + r.Period.String()}
	}
	return nil
}

// wrongUnit returns the error of a period in what no data are kept by, or nil.
func wrongUnit(field string, t gdpr.Term) error {
	if u := t.Unit; u != gdpr.Hours && u != gdpr.WorkingDays {
		return nil
	}
	return &gdpr.InputError{Field: field + ".unit", Value: t.Unit.String(), Fault: gdpr.FaultName, Other: "days, weeks, months, years"}
}

// Fate is what becomes of data whose time is over. The zero value is not given.
//
// Law: GDPR 5(1)(e); GDPR 17(1)(a).
type Fate uint8

// The fates of data.
//
//words:label retention.fate
const (
	Erase     Fate = iota + 1 // erase: deleted, with their copies
	Anonymise                 // anonymise: made to point to nobody
	Archive                   // archive: handed to the historical archive: never destroyed
)

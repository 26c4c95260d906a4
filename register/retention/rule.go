package retention

import (
	"strings"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Rule says how long one kind of data is kept:
//
//   - a Period from an Event: ten years from the end of the contract;
//   - until an Event, where there is no Period: as long as the person is resident;
//   - by a Criterion, where there is neither: somebody must apply it.
//
// The zero value says nothing; [Check] finds that.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 30(1)(f).
type Rule struct {
	ID        string    `json:"id"`                  // names the rule in its schedule
	Text      string    `json:"text,omitempty"`      // what is kept: "service contracts"
	Period    gdpr.Term `json:"period,omitzero"`     // in days, weeks, months or years
	Event     string    `json:"event,omitempty"`     // what the period runs from, or what ends it
	Criterion string    `json:"criterion,omitempty"` // how long, where no period can be told
	Basis     string    `json:"basis,omitempty"`     // the act or plan that sets it
	Fate      Fate      `json:"fate,omitempty"`      // what becomes of the data then
}

// Expiry tells until when data are kept whose event happened on a day. Due and
// Safe are the last day, and never move off a holiday: the period is a ceiling.
// The day of the event isn't counted.
//
// While the event is still to come (0), and where the rule has no term at all,
// the deadline is zero: nothing expires. The errors are those of
// [gdpr.Term.After], and a [*gdpr.InputError] with [gdpr.FaultName] for a period
// in hours or working days.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 17(1)(a).
func (r Rule) Expiry(event date.Date) (gdpr.Deadline, error) {
	const by gdpr.Provision = "Regolamento 13(9)"
	if err := r.wrongUnit(); err != nil {
		return gdpr.Deadline{}, err
	}
	switch {
	case r.Period == gdpr.Term{}:
		if event == 0 || !r.untilEvent() {
			return gdpr.Deadline{}, nil
		}
		return gdpr.Deadline{Event: event, Nominal: event, Due: event, Safe: event, Provision: by}, nil
	case event == 0:
		return gdpr.Deadline{}, nil
	case event < 0:
		return gdpr.Deadline{}, &gdpr.InputError{Field: "event", Value: event.String(), Fault: gdpr.FaultRange, Other: "0001-01-01 - 9999-12-31"}
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
func (r Rule) untilEvent() bool { return r.Period == gdpr.Term{} && !blank(r.Event) }

// check returns the error of a period that can't be counted.
func (r Rule) check() error {
	if r.Period == (gdpr.Term{}) {
		return nil
	}
	if err := r.wrongUnit(); err != nil {
		return err
	}
	_, err := r.Period.After(1, gdpr.Calendar{})
	return gdpr.At("period", err)
}

// wrongUnit returns the error of a period in what no data are kept by, or nil.
func (r Rule) wrongUnit() error {
	if u := r.Period.Unit; u != gdpr.Hours && u != gdpr.WorkingDays {
		return nil
	}
	return &gdpr.InputError{Field: "period.unit", Value: r.Period.Unit.String(), Fault: gdpr.FaultName, Other: "days, weeks, months, years"}
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
	Archive                   // archive: handed to the historical archive
)

// label returns what a person reads for a word of an enumeration.
func label(tag language.Tag, enumeration, word string) string {
	if word == "" {
		return ""
	}
	return catalog.Text(tag, "retention."+enumeration+"."+word)
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

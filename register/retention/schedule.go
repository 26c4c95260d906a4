package retention

import (
	"iter"
	"slices"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Schedule is a set of rules (piano di conservazione) ready to be applied. It is
// an immutable value; the zero value has no rules.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 30(1)(f).
type Schedule struct{ rules []Rule }

// NewSchedule returns the schedule of the rules. The error is a
// [*gdpr.InputError] with the rule's place: no id ([gdpr.FaultMissing]), the id of
// another rule ([gdpr.FaultDuplicate]), a period that isn't one in days, weeks,
// months or years ([gdpr.FaultName], [gdpr.FaultRange]). That a rule says
// nothing is no error but a finding of [Check].
//
// Law: Regolamento 13(9); GDPR 30(1)(f).
func NewSchedule(rules ...Rule) (Schedule, error) {
	seen := make(map[string]int, len(rules))
	for i, r := range rules {
		at := "[" + strconv.Itoa(i) + "]"
		if blank(r.ID) {
			return Schedule{}, &gdpr.InputError{Field: at + ".id", Fault: gdpr.FaultMissing, Other: "id"}
		}
		if first, ok := seen[r.ID]; ok {
			return Schedule{}, &gdpr.InputError{Field: at + ".id", Value: r.ID, Fault: gdpr.FaultDuplicate, Other: "[" + strconv.Itoa(first) + "]"}
		}
		seen[r.ID] = i
		if err := r.check(); err != nil {
			return Schedule{}, gdpr.At(at, err)
		}
	}
	return Schedule{slices.Clone(rules)}, nil
}

// Rule returns the number by which an [Item] names the rule with the id, and
// whether there is one.
//
// Law: GDPR 30(1)(f).
func (s Schedule) Rule(id string) (number int, ok bool) {
	number = slices.IndexFunc(s.rules, func(r Rule) bool { return r.ID == id })
	return number, number >= 0
}

// Rules yields the rules with their numbers.
//
// Law: GDPR 30(1)(f).
func (s Schedule) Rules() iter.Seq2[int, Rule] { return slices.All(s.rules) }

// Item is one thing that is kept: a file, a row, a dossier.
//
// Law: Regolamento 13(9); GDPR 5(1)(e).
type Item struct {
	ID       string    `json:"id"`
	Rule     int       `json:"rule"`               // number of its rule in the schedule
	Event    date.Date `json:"event,omitzero"`     // day of the rule's event; 0: it hasn't happened
	Unneeded bool      `json:"unneeded,omitempty"` // somebody found that it isn't needed any more
	Holds    []Hold    `json:"holds,omitempty"`
}

// Expiry tells until when the item is kept by its rule, holds aside: see
// [Rule.Expiry]. An item of no rule is a [*gdpr.InputError] with
// [gdpr.FaultReference].
//
// Law: Regolamento 13(9); GDPR 5(1)(e).
func (s Schedule) Expiry(it Item) (gdpr.Deadline, error) {
	if it.Rule < 0 || it.Rule >= len(s.rules) {
		return gdpr.Deadline{}, &gdpr.InputError{Field: "rule", Value: strconv.Itoa(it.Rule), Fault: gdpr.FaultReference, Other: "schedule"}
	}
	return s.rules[it.Rule].Expiry(it.Event)
}

// Expiring yields the items whose last day is first, last or between them, each
// with it: what a diary of deadlines shows. Holds are not looked at, and items
// whose day can't be told are left out.
//
// Law: Regolamento 13(9); GDPR 5(1)(e).
func (s Schedule) Expiring(items iter.Seq[Item], first, last date.Date) iter.Seq2[Item, gdpr.Deadline] {
	return func(yield func(Item, gdpr.Deadline) bool) {
		for it := range items {
			d, err := s.Expiry(it)
			if err != nil || d.IsZero() || d.Due < first || d.Due > last {
				continue
			}
			if !yield(it, d) {
				return
			}
		}
	}
}

package retention

import (
	"iter"
	"slices"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
)

// Schedule is a set of rules (piano di conservazione) ready to be applied. It is
// an immutable value; the zero value has no rules.
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 30(1)(f).
type Schedule struct {
	rules []Rule
	at    map[RuleName]int
	law   []gdpr.Provision // by rule: what sets its term
}

// NewSchedule returns the schedule of the rules. The error is a
// [*gdpr.InputError] with the rule's place: no id ([gdpr.FaultMissing]), the id of
// another rule ([gdpr.FaultDuplicate]), a period that isn't one in days, weeks,
// months or years ([gdpr.FaultName], [gdpr.FaultRange]). That a rule says
// nothing is no error but a finding of [Check].
//
// Law: Regolamento 13(9); GDPR 30(1)(f).
func NewSchedule(rules ...Rule) (Schedule, error) {
	at := make(map[RuleName]int, len(rules))
	law := make([]gdpr.Provision, len(rules))
	for i, r := range rules {
		where := "[" + strconv.Itoa(i) + "]"
		if blank.Is(r.ID) {
			return Schedule{}, &gdpr.InputError{Field: where + ".id", Value: r.ID, Fault: gdpr.FaultMissing, Other: "id"}
		}
		if first, ok := at[RuleName(r.ID)]; ok {
			return Schedule{}, &gdpr.InputError{Field: where + ".id", Value: r.ID, Fault: gdpr.FaultDuplicate, Other: "[" + strconv.Itoa(first) + "]"}
		}
		at[RuleName(r.ID)] = i
		if err := r.check(); err != nil {
			return Schedule{}, gdpr.At(where, err)
		}
		law[i] = r.by()
	}
	for i := range rules { // the places that files of the first edition have
		place := RuleName("#" + strconv.Itoa(i))
		if _, ok := at[place]; !ok {
			at[place] = i
		}
	}
	return Schedule{slices.Clone(rules), at, law}, nil
}

// Rule returns the rule that an [Item] names, and whether there is one.
//
// Law: GDPR 30(1)(f).
func (s Schedule) Rule(name RuleName) (rule Rule, ok bool) {
	i, ok := s.at[name]
	if !ok {
		return Rule{}, false
	}
	return s.rules[i], true
}

// Rules yields the rules with their places.
//
// Law: GDPR 30(1)(f).
func (s Schedule) Rules() iter.Seq2[int, Rule] { return slices.All(s.rules) }

// Item is one thing that is kept: a file, a row, a dossier. It names its rule by
// the id, so that a rule put before the others moves nothing; an item whose rule
// the schedule doesn't have is [Unjudged].
//
// Law: Regolamento 13(9); GDPR 5(1)(e); D.Lgs. 42/2004 21(1)(d).
type Item struct {
	ID       string    `json:"id"`
	Rule     RuleName  `json:"rule"`               // id of its rule in the schedule
	Event    date.Date `json:"event,omitzero"`     // day of the rule's event; 0: it hasn't happened
	Unneeded bool      `json:"unneeded,omitempty"` // somebody found that it isn't needed any more
	Leave    date.Date `json:"leave,omitzero"`     // archival documents: day of the leave to discard it; 0: none was given
	Holds    []Hold    `json:"holds,omitempty"`
}

// Expiry tells until when the item is kept by its rule, holds aside: see
// [Rule.Expiry]. An item of no rule is a [*gdpr.InputError] with
// [gdpr.FaultReference].
//
// Law: Regolamento 13(9); GDPR 5(1)(e).
func (s Schedule) Expiry(it Item) (gdpr.Deadline, error) {
	i, ok := s.at[it.Rule]
	if !ok {
		return gdpr.Deadline{}, &gdpr.InputError{Field: "rule", Value: string(it.Rule), Fault: gdpr.FaultReference, Other: "schedule"}
	}
	if s.rules[i].Bound == Permanent {
		return gdpr.Deadline{}, nil
	}
	return s.rules[i].end(it.Event, s.law[i])
}

// Expiring yields the items whose last day is first, last or between them, each
// with it: what a diary of deadlines shows. Holds are not looked at, and items
// whose day can't be told are left out.
//
// Law: Regolamento 13(9); GDPR 5(1)(e).
func (s Schedule) Expiring(items iter.Seq[Item], first, last date.Date) iter.Seq2[Item, gdpr.Deadline] {
	return func(yield func(Item, gdpr.Deadline) bool) {
		for it := range items {
			d, _ := s.Expiry(it) // of what can't be told there is none
			if d.IsZero() || d.Due < first || d.Due > last {
				continue
			}
			if !yield(it, d) {
				return
			}
		}
	}
}

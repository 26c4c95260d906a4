package informativa

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Collection is when data were collected and what is done with them: what
// decides until when the person must be informed. A notice on data of two
// sources has two of them. The zero value lacks its day.
//
// Law: Regolamento 22(1); Regolamento 22(3); GDPR 13(1); GDPR 14(3).
type Collection struct {
	Elsewhere   gdpr.Answer `json:"elsewhere"`            // obtained from someone other than the data subject?
	Day         date.Date   `json:"day,omitzero"`         // collected, or obtained; not the day of recording
	Contact     date.Date   `json:"contact,omitzero"`     // first communication with the person, 0: none; counts for data from elsewhere
	Disclosed   date.Date   `json:"disclosed,omitzero"`   // first disclosure to another recipient, 0: none; counts for data from elsewhere
	Reused      date.Date   `json:"reused,omitzero"`      // first day of processing for a further purpose, 0: none
	Spontaneous gdpr.Answer `json:"spontaneous,omitzero"` // a curriculum that somebody sent unasked, to be employed
	Regime      gdpr.Regime `json:"regime,omitzero"`      // whose law binds the controller
}

// Moment is until when a notice must be given, and by which of the rules.
//
// Law: Regolamento 22(3); GDPR 14(3).
type Moment struct {
	Branch   Branch        `json:"branch"`          // the rule that binds: the one that ends first
	Deadline gdpr.Deadline `json:"deadline"`        // Due is the last lawful day; Safe never rolls off a holiday
	Regime   gdpr.Regime   `json:"regime,omitzero"` // that of the collection
}

// Branch is a rule on when a notice is given. The zero value is not given.
//
// Law: Regolamento 22(3); GDPR 13(1); GDPR 13(3); GDPR 14(3); GDPR 14(4).
type Branch uint8

// The rules on when a notice is given, in the order of the law.
//
//words:label informativa.branch
const (
	AtCollection    Branch = iota + 1 // collection: data from the person: when they are collected
	WithinMonth                       // month: other data: one month from obtaining them, at the latest
	FirstContact                      // contact: other data: with the first communication to the person
	FirstDisclosure                   // disclosure: other data: when they are first disclosed
	BeforeReuse                       // reuse: all data, of a further purpose: before that processing
	UsefulContact                     // useful_contact: a curriculum sent unasked: at the first useful contact; Italian law
)

// branchLaw is the rule of law that each branch is, and whether the template has
// it too.
var branchLaw = [branchCount]struct {
	law      gdpr.Provision
	template bool
}{
	AtCollection:    {"GDPR 13(1)", true},
	WithinMonth:     {"GDPR 14(3)(a)", true},
	FirstContact:    {"GDPR 14(3)(b)", true},
	FirstDisclosure: {"GDPR 14(3)(c)", true},
	BeforeReuse:     {"GDPR 13(3)", false}, // 14(4) for data from elsewhere
	UsefulContact:   {"Codice 111-bis", false},
}

// Deadline returns the last moment at which the notice is in time:
//
//   - for data from the data subject, the day of their collection, before it
//     begins;
//   - for other data, the earliest of one month from obtaining them, the first
//     communication with the person and the first disclosure. A month is the
//     most: where informing sooner is reasonable, sooner is due.
//
// Who sends a curriculum unasked, to be employed, is told at the first useful
// contact: until there is one nothing is due, and the Moment is the zero one. That
// rule is Italian.
//
// The regulation wants the notice before any processing (22.1) and yet gives a
// month for data from elsewhere (22.3): the special rule is held. Only the month
// is a term, and moves off a holiday; the others are days on which something
// happens, and the person is told before it does. Safe is the earliest day by
// all of the rules, unmoved.
//
// The error is a [*gdpr.InputError]: [gdpr.FaultMissing] for Elsewhere or Day,
// [gdpr.FaultOrder] for a reuse, or a contact or disclosure that counts, before Day, and
// [gdpr.FaultRange] for a day outside the calendar.
//
// Law: Regolamento 22(1); Regolamento 22(3); GDPR 13(1); GDPR 14(3)(a); GDPR 14(3)(b); GDPR 14(3)(c); Codice 111-bis; WP260.
func (c Collection) Deadline(cal gdpr.Calendar) (Moment, error) {
	if err := c.check(); err != nil {
		return Moment{}, err
	}
	// The month is counted in either case, so that a day outside the calendar
	// is an error in either.
	month, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(c.Day, cal)
	switch {
	case err != nil:
		return Moment{}, &gdpr.InputError{Field: "day", Value: c.Day.String(), Fault: gdpr.FaultRange}
	case c.unasked() && c.Contact == 0:
		return Moment{}, nil
	case c.unasked():
		return UsefulContact.moment(onDay(c.Contact), c.Regime), nil
	case c.Elsewhere == gdpr.No:
		return AtCollection.moment(onDay(c.Day), c.Regime), nil
	}
	m := WithinMonth.moment(month, c.Regime)
	m.meet(FirstContact, c.Contact)
	m.meet(FirstDisclosure, c.Disclosed)
	return m, nil
}

// Reuse returns the last moment at which the person can be told of the further
// purpose, and whether there is one: the day on which that processing begins,
// whatever was told before. The error is that of [Collection.Deadline] for facts
// that have no meaning.
//
// Law: GDPR 13(3); GDPR 14(4).
func (c Collection) Reuse() (m Moment, ok bool, err error) {
	if err := c.check(); err != nil || c.Reused == 0 {
		return Moment{}, false, err
	}
	m = BeforeReuse.moment(onDay(c.Reused), c.Regime)
	if c.Elsewhere == gdpr.Yes {
		m.Deadline.Provision = "GDPR 14(4)"
	}
	return m, true, nil
}

// The findings of [Moment.Check].
const (
	CodeLate       gdpr.Code = "informativa.timing.late"        // violation: the notice was given on …, after its term of …
	CodeNotGiven   gdpr.Code = "informativa.timing.not-given"   // violation: the notice was due by …
	CodeSafeMissed gdpr.Code = "informativa.timing.safe-missed" // advice: the notice of … is in time, but after …, the safe day
)

// Each is of the rule that sets the day.
var (
	rowLate       = find.Violation(CodeLate, "GDPR 13(1)", "GDPR 13(3)", "GDPR 14(3)", "GDPR 14(4)", "Codice 111-bis", "Regolamento 22(3)")
	rowNotGiven   = find.Violation(CodeNotGiven, "GDPR 13(1)", "GDPR 13(3)", "GDPR 14(3)", "GDPR 14(4)", "Codice 111-bis", "Regolamento 22(3)")
	rowSafeMissed = find.Advice(CodeSafeMissed, "GDPR 14(3)", "Regolamento 22(3)")
)

// Check tells whether a notice was given in time. Given is the day on which it
// was, 0 if it wasn't yet; on is the day of the check. The zero Moment, of which
// no rule is known, finds nothing.
//
// Law: Regolamento 22(1); Regolamento 22(3); GDPR 13(1); GDPR 13(3); GDPR 14(3); GDPR 14(4).
func (m Moment) Check(given, on date.Date) gdpr.Findings {
	last := m.Deadline
	c := find.In(m.Regime)
	by := []gdpr.Provision{last.Provision}
	if m.Branch.Valid() && branchLaw[m.Branch].template {
		by = append(by, "Regolamento 22(3)")
	}
	switch {
	case m.Branch == 0:
	case given == 0 && on > last.Due:
		c.Add(rowNotGiven.By(by...), "given", last.Due)
	case given > last.Due:
		c.Add(rowLate.By(by...), "given", given, last.Due)
	case given > last.Safe:
		c.Add(rowSafeMissed.By(by...), "given", given, last.Safe)
	}
	return c.Findings()
}

// unasked reports whether the rule on curricula sent unasked binds.
func (c Collection) unasked() bool {
	return c.Elsewhere == gdpr.No && c.Spontaneous == gdpr.Yes && c.Regime.Has(gdpr.ItalianLaw)
}

// check returns an error for facts that have no meaning together.
func (c Collection) check() error {
	switch {
	case !c.Elsewhere.Known():
		return &gdpr.InputError{Field: "elsewhere", Fault: gdpr.FaultMissing, Other: "false, true"}
	case c.Day == 0:
		return &gdpr.InputError{Field: "day", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	for _, later := range [...]struct {
		field  string
		day    date.Date
		counts bool
	}{{"contact", c.Contact, c.Elsewhere == gdpr.Yes || c.unasked()}, {"disclosed", c.Disclosed, c.Elsewhere == gdpr.Yes}, {"reused", c.Reused, true}} {
		if later.counts && later.day != 0 && later.day < c.Day {
			return &gdpr.InputError{Field: later.field, Value: later.day.String(), Fault: gdpr.FaultOrder, Other: "day " + c.Day.String()}
		}
	}
	return nil
}

// moment is the moment by the branch, with its law.
func (b Branch) moment(d gdpr.Deadline, r gdpr.Regime) Moment {
	return Moment{b, d.By(branchLaw[b].law), r}
}

// meet takes the day of another rule, if there is one. The earlier Due binds,
// and on the same day the rule that comes first in the law.
func (m *Moment) meet(b Branch, day date.Date) {
	if day == 0 {
		return
	}
	safe := min(m.Deadline.Safe, day)
	if day < m.Deadline.Due {
		*m = b.moment(onDay(day), m.Regime)
	}
	m.Deadline.Safe = safe
}

// onDay is the deadline of what must be done on a day at the latest, where no
// term is counted and nothing moves.
func onDay(day date.Date) gdpr.Deadline {
	return gdpr.Deadline{Event: day, Nominal: day, Due: day, Safe: day}
}

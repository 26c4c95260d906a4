package roles

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Adherence is what a body, or a processor, has adhered to or been certified
// for, as an element by which to show that it complies. It takes away no duty.
// The zero value isn't given.
//
// Law: GDPR 24(3); GDPR 28(5); GDPR 32(3); GDPR 40(5); GDPR 42(4); GDPR 42(7); Regolamento 26(3).
type Adherence struct {
	Kind     AdherenceKind `json:"kind"`
	Name     string        `json:"name"`               // of the code or scheme
	Approved gdpr.Answer   `json:"approved"`           // the supervisory authority, or the Board, approved the code or the criteria
	Monitor  string        `json:"monitor,omitempty"`  // body that monitors the code, or that issued the certificate
	From     date.Date     `json:"from,omitzero"`      // day of the adherence or of the issue
	Until    date.Date     `json:"until,omitzero"`     // last day of effect; a certificate has one
	Evidence string        `json:"evidence,omitempty"` // where it can be shown
}

// AdherenceKind tells a code of conduct from a certification. The zero value is
// not given.
type AdherenceKind uint8

// The kinds of adherence.
//
//words:label roles.adherence
const (
	CodeOfConduct AdherenceKind = iota + 1 // code: a code of conduct
	Certification                          // certification: a certificate, seal or mark
)

// The findings on an [Adherence].
const (
	CodeAdherenceApproved gdpr.Code = "roles.adherence.approved" // warning: …: no approval by the supervisory authority or the Board is known
	CodeAdherenceMonitor  gdpr.Code = "roles.adherence.monitor"  // warning: …: the body that monitors the code, or that issued the certificate, isn't given
	CodeAdherenceUntil    gdpr.Code = "roles.adherence.until"    // warning: …: the certificate has no end
	CodeAdherenceLong     gdpr.Code = "roles.adherence.long"     // warning: …: the certificate runs for more than … years
	CodeAdherenceExpired  gdpr.Code = "roles.adherence.expired"  // warning: …: the adherence or certificate ended on …
)

var (
	adherenceApproved = find.Warning(CodeAdherenceApproved, "GDPR 40(5)", "GDPR 42(5)")
	adherenceMonitor  = find.Warning(CodeAdherenceMonitor, "GDPR 41(1)", "GDPR 42(5)")
	adherenceUntil    = find.Warning(CodeAdherenceUntil, "GDPR 42(7)")
	adherenceLong     = find.Warning(CodeAdherenceLong, "GDPR 42(7)")
	adherenceExpired  = find.Warning(CodeAdherenceExpired, "GDPR 24(3)", "GDPR 28(5)")
)

// longest is how long a certificate holds at most.
const longest = 3 // years

// Check tells what keeps an adherence from showing anything on a day, or, with
// the day 0, on any: an approval or a monitoring body that isn't known, a
// certificate without an end or for more than three years, one that has ended.
// All are warnings: nobody is bound to adhere. A code of public bodies needs no
// monitoring body.
//
// The error is a [*gdpr.InputError]: a kind that isn't given ([gdpr.FaultMissing])
// or doesn't exist ([gdpr.FaultName]), an end before the beginning
// ([gdpr.FaultOrder]), a date outside the years 1 to 9999 ([gdpr.FaultRange]).
//
// Law: GDPR 24(3); GDPR 28(5); GDPR 40(5); GDPR 41(1); GDPR 41(6); GDPR 42(5); GDPR 42(7).
func (a Adherence) Check(on date.Date, public gdpr.Answer) (gdpr.Findings, error) {
	if err := a.validate(); err != nil {
		return nil, err
	}
	var c find.Collector
	a.check(&c, place{"", -1, ""}, on, public)
	return c.Findings(), nil
}

func (a *Adherence) validate() error {
	if !a.Kind.Valid() {
		return unknownWord("kind", a.Kind)
	}
	if err := span(a.From, a.Until); err != nil {
		return err
	}
	return nil
}

func (a *Adherence) check(c *find.Collector, p place, on date.Date, public gdpr.Answer) {
	approval, monitoring := gdpr.Provision("GDPR 40(5)"), gdpr.Provision("GDPR 41(1)")
	if a.Kind == Certification {
		approval, monitoring = "GDPR 42(5)", "GDPR 42(5)"
	}
	if a.Approved != gdpr.Yes {
		c.Add(adherenceApproved.By(approval), p.at("approved"), a.Name)
	}
	if blank(a.Monitor) && (a.Kind == Certification || public != gdpr.Yes) {
		c.Add(adherenceMonitor.By(monitoring), p.at("monitor"), a.Name)
	}
	if a.Kind == Certification {
		switch {
		case a.Until == 0:
			c.Add(adherenceUntil, p.at("until"), a.Name)
		case a.From != 0 && a.Until > anniversary(a.From, longest):
			c.Add(adherenceLong, p.at("until"), a.Name, longest)
		}
	}
	if on != 0 && a.Until != 0 && a.Until < on {
		c.Add(adherenceExpired, p.at("until"), a.Name, a.Until)
	}
}

// anniversary returns the same day years later, or the day before a leap day's.
func anniversary(d date.Date, years int) date.Date {
	due, err := gdpr.Term{N: years, Unit: gdpr.Years}.After(d, gdpr.Calendar{})
	if err != nil {
		return lastDay
	}
	return due.Nominal
}

// adherences adds what keeps the body's adherences, and its processors', from
// showing anything.
func (c *checker) adherences() {
	for i := range c.o.Adherences {
		c.o.Adherences[i].check(c.Collector, place{"adherences", i, ""}, c.on, c.o.public())
	}
	for i := range c.o.Processors {
		for j := range c.o.Processors[i].Adherences {
			p := place{"processors", i, find.Index("adherences", j)}
			c.o.Processors[i].Adherences[j].check(c.Collector, p, c.on, gdpr.No)
		}
	}
}

func (o *Organisation) validAdherences(*index) error {
	for i := range o.Adherences {
		if err := o.Adherences[i].validate(); err != nil {
			return gdpr.At(find.Index("adherences", i), err)
		}
	}
	for i := range o.Processors {
		for j := range o.Processors[i].Adherences {
			if err := o.Processors[i].Adherences[j].validate(); err != nil {
				return gdpr.At(place{"processors", i, find.Index("adherences", j)}.at(""), err)
			}
		}
	}
	return nil
}

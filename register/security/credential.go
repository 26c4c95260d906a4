package security

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Credential is a user's code and password for one tool. Dates are of the last
// such event; 0 is an event that didn't happen.
//
// Law: Regolamento 30(1).
type Credential struct {
	ID           string      `json:"id"`                // of the credential; never the password
	Length       int         `json:"length,omitempty"`  // characters of the password; 0: not known
	Limit        int         `json:"limit,omitempty"`   // the most that the tool allows; 0: no limit that matters
	SecondFactor gdpr.Answer `json:"second_factor"`     // is there another factor beside the password?
	Issued       date.Date   `json:"issued"`            // day of its assignment
	Used         date.Date   `json:"used,omitzero"`     // last use
	Changed      date.Date   `json:"changed,omitzero"`  // last change by its user
	Lost         date.Date   `json:"lost,omitzero"`     // day from which the user has no longer the role that it was given for
	Disabled     date.Date   `json:"disabled,omitzero"` // day from which it is disabled
}

// Condition is what a credential is or needs on a day. The zero value is not
// given.
//
// Law: Regolamento 30(1).
type Condition uint8

// The conditions of a credential.
//
//words:label security.condition
const (
	Valid     Condition = iota + 1 // valid: nothing to do
	Fresh                          // fresh: never used: to be changed at its first use
	Unchanged                      // unchanged: used, and never changed by its user
	Outdated                       // outdated: to be changed: too long without a change
	Disused                        // disused: to be disabled: too long without use
	Lost                           // lost: to be disabled: the user lost the role
	Disabled                       // disabled: disabled
)

// Status is a credential on a day, and what is due next. The deadlines don't
// move off holidays: a machine asks for a new password on any day. A
// disabled credential has none.
//
// Law: Regolamento 30(1).
type Status struct {
	Condition Condition     `json:"condition"`
	Change    gdpr.Deadline `json:"change,omitzero"` // last day for the next change; zero before the first one
	Disuse    gdpr.Deadline `json:"disuse,omitzero"` // last day without use; on the next it is to be disabled
	Length    int           `json:"length"`          // characters that its password must have
}

// Status tells what the credential is or needs on a day: the gravest thing that
// is so, in the order disabled, lost, disused, unchanged, outdated. Under the
// template one that has never been used is fresh for six months, and then
// disused. Without it nothing lapses but by the body's own figures.
//
// The error is a [*gdpr.InputError]: no day of issue ([gdpr.FaultMissing]), a
// use, change or disabling before the issue, or issue, use or change after the
// day asked for ([gdpr.FaultOrder]), a negative length or figure, a date outside
// the years 1 to 9999 ([gdpr.FaultRange]), an unknown regime ([gdpr.FaultName]).
//
// Law: Regolamento 30(1); GDPR 32(1)(b).
func (c Credential) Status(on date.Date, p Policy) (Status, error) {
	if err := p.check(); err != nil {
		return Status{}, err
	}
	if err := c.check(on); err != nil {
		return Status{}, err
	}
	s := Status{Condition: Valid, Length: c.required(p.length())}
	if c.Disabled != 0 && c.Disabled <= on {
		s.Condition = Disabled
		return s, nil
	}
	var err error
	if s.Disuse, err = lapse(max(c.Issued, c.Used), p.term, p.DisuseMonths); err != nil {
		return Status{}, gdpr.At("used", err)
	}
	if c.Changed != 0 {
		if s.Change, err = lapse(c.Changed, func(int) (int, gdpr.Provision) { return p.change() }, 0); err != nil {
			return Status{}, gdpr.At("changed", err)
		}
	}
	switch {
	case c.Lost != 0 && c.Lost <= on:
		s.Condition = Lost
	case over(s.Disuse, on):
		s.Condition = Disused
	case p.template() && c.Changed == 0 && c.Used != 0:
		s.Condition = Unchanged
	case p.template() && c.Changed == 0:
		s.Condition = Fresh
	case over(s.Change, on):
		s.Condition = Outdated
	}
	return s, nil
}

// over reports whether a deadline, if there is one, has passed by the day.
func over(d gdpr.Deadline, on date.Date) bool { return !d.IsZero() && on > d.Due }

// required returns how many characters of those wanted the tool allows.
func (c Credential) required(least int) int {
	if c.Limit > 0 {
		return min(least, c.Limit)
	}
	return least
}

// lapse returns the last of the months after a day, on whatever day it falls, or
// none if there is no term.
func lapse(from date.Date, term func(int) (int, gdpr.Provision), own int) (gdpr.Deadline, error) {
	n, by := term(own)
	if n == 0 {
		return gdpr.Deadline{}, nil
	}
	d, err := gdpr.Term{N: n, Unit: gdpr.Months, Counting: gdpr.Italian}.After(from, gdpr.Calendar{})
	if err != nil {
		return gdpr.Deadline{}, err
	}
	d.Due, d.Safe = d.Nominal, d.Nominal
	d.Steps &= gdpr.Clamped
	return d.By(by), nil
}

func (c Credential) check(on date.Date) error {
	for _, n := range [...]struct {
		field string
		n     int
	}{{"length", c.Length}, {"limit", c.Limit}} {
		if n.n < 0 {
			return &gdpr.InputError{Field: n.field, Value: strconv.Itoa(n.n), Fault: gdpr.FaultRange, Other: "0-"}
		}
	}
	switch {
	case c.Issued == 0:
		return &gdpr.InputError{Field: "issued", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case c.Issued > on:
		return after("issued", c.Issued, on)
	case c.Used != 0 && c.Used < c.Issued:
		return before("used", c.Used, c.Issued)
	case c.Changed != 0 && c.Changed < c.Issued:
		return before("changed", c.Changed, c.Issued)
	case c.Disabled != 0 && c.Disabled < c.Issued:
		return before("disabled", c.Disabled, c.Issued)
	case c.Used > on:
		return after("used", c.Used, on)
	case c.Changed > on:
		return after("changed", c.Changed, on)
	}
	return nil
}

func before(field string, d, issued date.Date) error {
	return &gdpr.InputError{Field: field, Value: d.String(), Fault: gdpr.FaultOrder, Other: "issued " + issued.String()}
}

func after(field string, d, on date.Date) error {
	return &gdpr.InputError{Field: "on", Value: on.String(), Fault: gdpr.FaultOrder, Other: field + " " + d.String()}
}

// The findings of [Check].
const (
	CodeCredentialShort     gdpr.Code = "security.credential.short"     // violation: …: the password has fewer than … characters
	CodeCredentialLength    gdpr.Code = "security.credential.length"    // warning: …: the length of the password isn't known
	CodeCredentialModern    gdpr.Code = "security.credential.modern"    // advice: …: today's practice advises at least … characters
	CodeCredentialUnchanged gdpr.Code = "security.credential.unchanged" // violation: …: the password wasn't changed at first use
	CodeCredentialOutdated  gdpr.Code = "security.credential.outdated"  // violation: …: the password was to be changed by …
	CodeCredentialDisused   gdpr.Code = "security.credential.disused"   // violation: …: unused beyond …, it is to be disabled
	CodeCredentialLost      gdpr.Code = "security.credential.lost"      // violation: …: the user no longer has the role since …, it is to be disabled
	CodeCredentialAlive     gdpr.Code = "security.credential.alive"     // violation: …: said to be disabled from … on, but used on …
)

var (
	credentialShort     = find.Violation(CodeCredentialShort, "Regolamento 30(1)")
	credentialLength    = find.Warning(CodeCredentialLength, "Regolamento 30(1)")
	credentialModern    = find.Advice(CodeCredentialModern, "NIST SP 800-63B section 3.1.1.2")
	credentialUnchanged = find.Violation(CodeCredentialUnchanged, "Regolamento 30(1)")
	credentialOutdated  = find.Violation(CodeCredentialOutdated, "Regolamento 30(1)")
	credentialDisused   = find.Violation(CodeCredentialDisused, "Regolamento 30(1)")
	credentialLost      = find.Violation(CodeCredentialLost, "GDPR 32(1)(b)", "Regolamento 30(1)")
	credentialAlive     = find.Violation(CodeCredentialAlive, "GDPR 32(1)(b)", "Regolamento 30(1)")
)

// Check finds what is wrong with the credentials on a day, one that was used
// after it was disabled too. Their places are "[3].changed". What breaks a figure
// that the body set for itself, and not the template's, is advice by its own
// rule; that a password is shorter than today's practice advises is advice too.
//
// The errors are those of [Credential.Status].
//
// Law: Regolamento 30(1); GDPR 32(1)(b); NIST SP 800-63B section 3.1.1.2.
func Check(credentials []Credential, on date.Date, p Policy) (gdpr.Findings, error) {
	fs := find.In(p.Regime)
	for i, c := range credentials {
		s, err := c.Status(on, p)
		if err != nil {
			return nil, gdpr.At("["+strconv.Itoa(i)+"]", err)
		}
		c.findings(fs, s, "["+strconv.Itoa(i)+"]", on, p)
	}
	return fs.Findings(), nil
}

// findings adds what is wrong with the credential, whose status it is.
func (c *Credential) findings(fs *find.Collector, s Status, where string, on date.Date, p Policy) {
	switch s.Condition {
	case Disabled:
		if c.Used > c.Disabled {
			fs.Add(credentialAlive, where+".disabled", c.ID, c.Disabled, c.Used)
		}
		return
	case Lost:
		fs.Add(credentialLost, where+".lost", c.ID, c.Lost)
		return
	case Disused:
		fs.Add(p.weigh(credentialDisused, s.Disuse, max(c.Issued, c.Used), on), where+".used", c.ID, s.Disuse.Due)
		return
	case Unchanged:
		fs.Add(credentialUnchanged, where+".changed", c.ID)
	case Outdated:
		fs.Add(p.weigh(credentialOutdated, s.Change, c.Changed, on), where+".changed", c.ID, s.Change.Due)
	}
	modern := modernLength
	if c.SecondFactor == gdpr.Yes {
		modern = c.required(factorLength)
	}
	switch {
	case c.Length == 0:
		fs.Add(credentialLength, where+".length", c.ID)
	case c.Length < c.required(p.legal(legalLength)):
		fs.Add(credentialShort, where+".length", c.ID, c.required(legalLength))
	case c.Length < s.Length:
		fs.Add(credentialShort.As(gdpr.Advice).By(p.By), where+".length", c.ID, s.Length)
	case c.Length < modern:
		fs.Add(credentialModern, where+".length", c.ID, modern)
	}
}

// weigh returns the row as it is if the template's months are over, or else as
// advice by the body's own term.
func (p Policy) weigh(row find.Row, d gdpr.Deadline, from, on date.Date) find.Row {
	legal, _ := lapse(from, Policy{}.term, 0)
	if p.template() && over(legal, on) {
		return row
	}
	return row.As(gdpr.Advice).By(p.By)
}

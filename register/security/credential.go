package security

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
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
// is so, in the order disabled, lost, disused, unchanged, outdated. A
// credential that has never been used is fresh for six months, and then disused.
//
// The error is a [*gdpr.InputError]: no day of issue ([gdpr.FaultMissing]), a
// use, change or disabling before the issue, or issue, use or change after the
// day asked for ([gdpr.FaultOrder]), a negative length, a date outside the years 1 to 9999, a
// policy milder than the regulation ([gdpr.FaultRange]).
//
// Law: Regolamento 30(1); GDPR 32(1)(b).
func (c Credential) Status(on date.Date, p Policy) (Status, error) {
	if err := p.check(); err != nil {
		return Status{}, err
	}
	if err := c.check(on); err != nil {
		return Status{}, err
	}
	s := Status{Condition: Valid, Length: c.required(p)}
	if c.Disabled != 0 && c.Disabled <= on {
		s.Condition = Disabled
		return s, nil
	}
	var err error
	if s.Disuse, err = lapse(max(c.Issued, c.Used), p.DisuseMonths); err != nil {
		return Status{}, gdpr.At("used", err)
	}
	if c.Changed != 0 {
		if s.Change, err = lapse(c.Changed, p.ChangeMonths); err != nil {
			return Status{}, gdpr.At("changed", err)
		}
	}
	switch {
	case c.Lost != 0 && c.Lost <= on:
		s.Condition = Lost
	case on > s.Disuse.Due:
		s.Condition = Disused
	case c.Changed == 0 && c.Used != 0:
		s.Condition = Unchanged
	case c.Changed == 0:
		s.Condition = Fresh
	case on > s.Change.Due:
		s.Condition = Outdated
	}
	return s, nil
}

// required returns how many characters the password must have.
func (c Credential) required(p Policy) int {
	least := or(p.MinLength, legalLength)
	if c.Limit > 0 {
		return min(least, c.Limit)
	}
	return least
}

// lapse returns the last of the months after a day, on whatever day it falls.
func lapse(from date.Date, n int) (gdpr.Deadline, error) {
	d, err := months(n).After(from, gdpr.Calendar{})
	if err != nil {
		return gdpr.Deadline{}, err
	}
	d.Due, d.Safe = d.Nominal, d.Nominal
	d.Steps &= gdpr.Clamped
	return d.By("Regolamento 30(1)"), nil
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
	CodeCredentialShort     gdpr.Code = "security.credential.short"
	CodeCredentialLength    gdpr.Code = "security.credential.length"
	CodeCredentialModern    gdpr.Code = "security.credential.modern"
	CodeCredentialUnchanged gdpr.Code = "security.credential.unchanged"
	CodeCredentialOutdated  gdpr.Code = "security.credential.outdated"
	CodeCredentialDisused   gdpr.Code = "security.credential.disused"
	CodeCredentialLost      gdpr.Code = "security.credential.lost"
	CodeCredentialAlive     gdpr.Code = "security.credential.alive"
)

// Check finds what is wrong with the credentials on a day, one that was used
// after it was disabled too. Their places are "[3].changed". That a password is shorter than today's practice advises is
// advice on top of the regulation.
//
// The errors are those of [Credential.Status].
//
// Law: Regolamento 30(1); GDPR 32(1)(b); NIST SP 800-63B section 3.1.1.2.
func Check(credentials []Credential, on date.Date, p Policy) (gdpr.Findings, error) {
	var fs gdpr.Findings
	for i, c := range credentials {
		where := "[" + strconv.Itoa(i) + "]"
		s, err := c.Status(on, p)
		if err != nil {
			return nil, gdpr.At(where, err)
		}
		add := func(code gdpr.Code, weight gdpr.Severity, field string, law gdpr.Provision, args ...any) {
			f := finding(code, weight, where+"."+field, law)
			f.Args = append([]any{c.ID}, args...)
			fs = append(fs, f)
		}
		switch s.Condition {
		case Disabled:
			if c.Used > c.Disabled {
				add(CodeCredentialAlive, gdpr.Violation, "disabled", "Regolamento 30(1)", c.Disabled.String(), c.Used.String())
			}
			continue
		case Lost:
			add(CodeCredentialLost, gdpr.Violation, "lost", "Regolamento 30(1)", c.Lost.String())
			continue
		case Disused:
			add(CodeCredentialDisused, gdpr.Violation, "used", "Regolamento 30(1)", s.Disuse.Due.String())
			continue
		case Unchanged:
			add(CodeCredentialUnchanged, gdpr.Violation, "changed", "Regolamento 30(1)")
		case Outdated:
			add(CodeCredentialOutdated, gdpr.Violation, "changed", "Regolamento 30(1)", s.Change.Due.String())
		}
		switch {
		case c.Length == 0:
			add(CodeCredentialLength, gdpr.Warning, "length", "Regolamento 30(1)")
		case c.Length < s.Length:
			add(CodeCredentialShort, gdpr.Violation, "length", "Regolamento 30(1)", s.Length)
		case c.Length < modernLength && c.SecondFactor != gdpr.Yes:
			add(CodeCredentialModern, gdpr.Advice, "length", "NIST SP 800-63B section 3.1.1.2", modernLength)
		}
	}
	return fs, nil
}

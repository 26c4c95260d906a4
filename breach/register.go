package breach

import (
	"encoding/json"
	"errors"
	"iter"
	"time"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Register is the register of breaches (registro delle violazioni), which the
// Comune keeps for the Garante: every breach, notified or not, in the order in
// which they were recorded. The zero value is an empty register.
//
// Law: Regolamento 40(1); Regolamento 40(2); Regolamento 40(3); GDPR 33(5).
type Register struct {
	Controller string  `json:"controller"`
	Entries    []Entry `json:"entries"`
}

// The findings of [Register.Check], beside those of each entry.
const (
	CodeRegisterController gdpr.Code = "breach.register.controller" // warning: the register's controller is missing
	CodeRegisterGap        gdpr.Code = "breach.register.gap"        // violation: gap in the numbering: expected …, found …
	CodeRegisterNumber     gdpr.Code = "breach.register.number"     // violation: number repeated or out of order: …
	CodeRegisterOrder      gdpr.Code = "breach.register.order"      // warning: recorded before the entry that precedes it
)

var (
	registerController = find.Warning(CodeRegisterController, "GDPR 33(5)")
	registerGap        = find.Violation(CodeRegisterGap, "Regolamento 40(2)")
	registerNumber     = find.Violation(CodeRegisterNumber, "Regolamento 40(2)")
	registerOrder      = find.Warning(CodeRegisterOrder, "Regolamento 40(2)")
)

// Check checks the register at an instant: the numbering, which runs from 1
// without gaps or repetitions; the order in time of the recordings; and each
// entry. The cost grows with the number of entries alone.
//
// Law: Regolamento 40(1); Regolamento 40(2); Regolamento 40(3); GDPR 33(5).
func (r Register) Check(at time.Time) gdpr.Findings { return r.CheckUnder(Policy{}, at) }

// CheckUnder is Check under a body's own policy and regime.
//
// Law: Regolamento 40(1); Regolamento 40(2); Regolamento 40(3); GDPR 33(5).
func (r Register) CheckUnder(p Policy, at time.Time) gdpr.Findings {
	c := find.In(p.Regime)
	if blank(r.Controller) {
		c.Add(registerController, "controller")
	}
	next := 1
	var last time.Time
	for i, e := range r.Entries {
		part := find.In(p.Regime)
		switch {
		case e.Number > next:
			part.Add(registerGap, "number", next, e.Number)
		case e.Number >= 1 && e.Number < next:
			part.Add(registerNumber, "number", e.Number)
		}
		next = max(next, e.Number+1)
		if !e.Recorded.IsZero() {
			if e.Recorded.Before(last) {
				part.Add(registerOrder, "recorded")
			}
			last = e.Recorded
		}
		part.Below("", e.CheckUnder(p, at))
		c.Below(find.Index("entries", i), part.Findings())
	}
	return c.Findings()
}

// Awaiting yields the open breaches that no notification has been sent for and
// that need one, or may need one, by the law of the day on which the body became
// aware, with the window of each. A window may be over: see [Window.Late]. An
// entry whose awareness makes no sense isn't yielded; Check finds it. The entries
// share nothing with the register.
//
// Law: Regolamento 37(3); GDPR 33(1).
func (r Register) Awaiting() iter.Seq2[Entry, Window] {
	return func(yield func(Entry, Window) bool) {
		for _, e := range r.Entries {
			if !e.Closed.IsZero() {
				continue
			}
			w, err := e.Awareness.Window()
			if err == nil && e.awaits(w) && !yield(e.clone(), w) {
				return
			}
		}
	}
}

// Export returns the whole register as JSON, for the Garante or for another
// program: indented, its fields always in the same order, and the same bytes for
// the same register. [Import] reads it back. The error is that of an enumeration
// value or a time that has no text.
//
// Law: Regolamento 40(3); GDPR 33(5).
func (r Register) Export() ([]byte, error) {
	if r.Entries == nil {
		r.Entries = []Entry{}
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return nil, exportError(err)
	}
	return append(text, '\n'), nil
}

func exportError(err error) error {
	var in *gdpr.InputError
	if errors.As(err, &in) {
		return in
	}
	return &gdpr.InputError{Value: err.Error(), Fault: gdpr.FaultRange, Other: "JSON"}
}

// Import reads a register from JSON, as strictly as gdpr.Decode: a field that the
// register doesn't have, an unknown word of an enumeration, a time without its
// distance from UTC and anything after the end are a *gdpr.InputError.
//
// Law: Regolamento 40(3); GDPR 33(5).
func Import(data []byte) (Register, error) {
	var r Register
	err := gdpr.Decode(data, &r)
	return r, err
}

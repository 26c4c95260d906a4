package gdpr

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Fault says what is wrong with an input. Each fault is itself an error, so
// that errors.Is(err, gdpr.FaultOrder) tells the kind of an [*InputError].
type Fault string

// The faults of an input.
const (
	FaultRange         Fault = "range"         // outside the values that have a meaning
	FaultOrder         Fault = "order"         // earlier than something that must come before it
	FaultName          Fault = "name"          // not one of the valid names
	FaultSyntax        Fault = "syntax"        // not of the form that is read
	FaultMissing       Fault = "missing"       // needed and not given
	FaultContradiction Fault = "contradiction" // against another field
	FaultDuplicate     Fault = "duplicate"     // given before
	FaultReference     Fault = "reference"     // refers to something that isn't there
	FaultCycle         Fault = "cycle"         // refers to itself in the end
)

// Error returns the fault's name.
func (f Fault) Error() string { return string(f) }

// InputError is the error for an input that has no meaning: a date out of
// range, a reply before the receipt, an unknown name. A document that lacks
// something is not an error but a [Finding], and a fact that nobody knows is
// [Unknown].
//
// Use errors.As to reach it and errors.Is with a [Fault] to tell its kind.
type InputError struct {
	Field string `json:"field,omitempty"` // path of the field in the input: "requests[3].receipt"; empty if the input is one value
	Value string `json:"value,omitempty"` // the value as it was given; empty if there is none
	Fault Fault  `json:"fault"`           // what is wrong with it
	Other string `json:"other,omitempty"` // what it was held against: a limit, another field, the valid names, a form
	Line  int    `json:"line,omitempty"`  // line in the text that [Decode] read, from 1; 0 elsewhere
}

// Error returns the message in English.
func (e *InputError) Error() string { return "gdpr: " + e.Message(language.English) }

// Message returns the message in the language that [Match] picks for tag.
func (e *InputError) Message(tag language.Tag) string {
	var b strings.Builder
	if e.Field != "" {
		b.WriteString(e.Field)
		b.WriteString(": ")
	}
	if e.Value != "" {
		fmt.Fprintf(&b, "%q: ", e.Value)
	}
	b.WriteString(catalog.Text(tag, "fault."+string(e.Fault), catalog.Verbatim(valid(tag, e.Other))))
	return b.String()
}

// What is valid, where it is a kind of value: [InputError.Message] says it in the
// reader's language.
const (
	validJSON    = "JSON"
	validText    = "text"
	validWhole   = "whole number"
	validNumber  = "number"
	validAnswer  = "true or false"
	validList    = "list"
	validObject  = "object"
	validNothing = "end"
	instantForm  = "2026-01-31T10:00:00+01:00"
)

// valid returns what is valid in the language that [Match] picks for tag.
func valid(tag language.Tag, other string) string {
	if other == time.RFC3339 {
		return instantForm
	}
	if named := catalog.Label(tag, "valid."+strings.ReplaceAll(other, " ", "_")); named != "" {
		return named
	}
	return other
}

// Unwrap returns the fault, for errors.Is.
func (e *InputError) Unwrap() error { return e.Fault }

// InputErrors are several errors of one input, in its order, as [Decode] returns
// them. errors.As reaches the first of them, and [Errors] all.
type InputErrors []*InputError

// Error returns the messages in English, a line each.
func (es InputErrors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Message returns the messages in the language that [Match] picks for tag, a line
// each.
func (es InputErrors) Message(tag language.Tag) string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Message(tag)
	}
	return strings.Join(lines, "\n")
}

// Unwrap returns the errors, for errors.As and errors.Is.
func (es InputErrors) Unwrap() []error {
	all := make([]error, len(es))
	for i, e := range es {
		all[i] = e
	}
	return all
}

// joined returns one error as it is, and several as InputErrors.
func joined(es InputErrors) error {
	if len(es) == 1 {
		return es[0]
	}
	return es
}

// Errors returns the errors of an input that err holds: those of [InputErrors],
// the one that is an [*InputError], or none.
func Errors(err error) []*InputError {
	var several InputErrors
	if errors.As(err, &several) {
		return several
	}
	var one *InputError
	if errors.As(err, &one) {
		return []*InputError{one}
	}
	return nil
}

// At returns err with its field put below path: an [*InputError] of the field
// "receipt" at "requests[3]" is one of "requests[3].receipt", and so is each of
// several. An error of another kind, or nil, comes back as it is.
func At(path string, err error) error {
	if err == nil {
		return nil // before anything that allocates: deadlines pass here
	}
	return at(path, err)
}

func at(path string, err error) error {
	in := Errors(err)
	if len(in) == 0 {
		return err
	}
	below := make(InputErrors, len(in))
	for i, e := range in {
		located := *e
		switch {
		case located.Field == "":
			located.Field = path
		case path == "":
		case strings.HasPrefix(located.Field, "["):
			located.Field = path + located.Field
		default:
			located.Field = path + "." + located.Field
		}
		below[i] = &located
	}
	return joined(below)
}

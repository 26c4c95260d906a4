package rights

import (
	"encoding"
	"errors"
	"slices"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Request is a request of a data subject, as the body records it: when it came
// and what was done about it. [Request.Timeline] computes its deadlines,
// [Request.Check] tells what went wrong. The zero value is a request that hasn't
// come.
//
// Dates are local ones: a request that comes at half past midnight in Rome is
// received on that day (see [gdpr.ParseDate]). A request is received when it
// reaches the body, at any of its public addresses, whoever reads it and
// whenever it is entered in the register of correspondence.
//
// Read requests that people typed with [gdpr.Decode]: package encoding/json alone
// takes the impossible date 2026-02-30 for 2 March.
//
// Law: Regolamento 17(2); GDPR 12(3); EDPB 01/2022.
type Request struct {
	ID         string      `json:"id,omitempty"`         // the host's own, such as the protocol number
	Right      Right       `json:"right,omitzero"`       // what it asks for
	Also       []Right     `json:"also,omitempty"`       // what the same letter asks for beside: see [Request.Each]
	Received   date.Date   `json:"received,omitzero"`    // the day it reached the body
	Channel    Channel     `json:"channel,omitzero"`     // how it came
	Asked      Form        `json:"asked,omitzero"`       // the form of reply that it asks for, if any
	Identified gdpr.Answer `json:"identified"`           // is the requester's identity established?
	Pauses     []Pause     `json:"pauses,omitempty"`     // in the order of their beginning
	Extensions []Extension `json:"extensions,omitempty"` // notices of extension, in their order: one alone can have effect
	Replied    date.Date   `json:"replied,omitzero"`     // the day the reply was sent that does what was asked, wholly or in part
	Refusal    Refusal     `json:"refusal,omitzero"`     // what was refused, wholly or in part
	Stopped    date.Date   `json:"stopped,omitzero"`     // of a withdrawal: the day on which what rested on the consent stopped; 0: not yet
	End        End         `json:"end,omitzero"`         // how it ended without a reply, if it did
	Police     gdpr.Answer `json:"police,omitzero"`      // does D.Lgs. 51/2018 rule the processing, as [Police.Decide] tells? Then there is no month
	Judicial   gdpr.Answer `json:"judicial,omitzero"`    // and are they in judicial acts or an investigation, as [Police.ByProcedure] tells? Then nothing is computed, no letter is due
}

// AsOf returns the request as it stood at the end of a day, without what
// happened later: a pause that ended later is open. It lets a host look back.
//
// A refusal after which the request went on, with a question or a notice of
// extension, until a later reply was one in part. Before that reply it is left
// out, since alone it would say that the request was dealt with.
//
// Law: GDPR 5(2).
func (r Request) AsOf(day date.Date) Request {
	r.Pauses = slices.DeleteFunc(slices.Clone(r.Pauses), func(p Pause) bool { return p.Asked > day })
	for i := range r.Pauses {
		if r.Pauses[i].Answered > day {
			r.Pauses[i].Answered = 0
		}
	}
	r.Extensions = slices.DeleteFunc(slices.Clone(r.Extensions), func(e Extension) bool { return e.Told > day })
	if r.Refusal.Sent > day && r.Refusal.Withheld != 0 {
		r.Refusal.Sent = 0
	}
	if r.Refusal.day() > day || r.Replied > day && r.goesOn() {
		r.Refusal = Refusal{}
	}
	if r.Replied > day {
		r.Replied = 0
	}
	if r.Stopped > day {
		r.Stopped = 0
	}
	if r.End.On > day {
		r.End = End{}
	}
	return r
}

// goesOn reports whether a question or a notice came after the refusal.
func (r *Request) goesOn() bool {
	return slices.ContainsFunc(r.Pauses, func(p Pause) bool { return p.Asked > r.Refusal.day() }) ||
		slices.ContainsFunc(r.Extensions, func(e Extension) bool { return e.Told > r.Refusal.day() })
}

// closed returns the day on which the request was dealt with in full, or 0.
func (r *Request) closed() date.Date { return max(r.Replied, r.Refusal.day(), r.End.On) }

// validate returns an error for what can't be: a value that no enumeration has,
// a date that is missing, or before what it follows.
func (r *Request) validate() error {
	closed := r.closed()
	switch {
	case r.Right >= rightCount:
		return unknown("right", r.Right)
	case r.Channel >= channelCount:
		return unknown("channel", r.Channel)
	case r.Asked >= formCount:
		return unknown("asked", r.Asked)
	case r.Judicial == gdpr.Yes && r.Police == gdpr.No:
		return &gdpr.InputError{Field: "judicial", Value: gdpr.Yes.String(), Fault: gdpr.FaultContradiction, Other: "police " + gdpr.No.String()}
	case r.Received == 0:
		return &gdpr.InputError{Field: "received", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case r.Replied != 0 && r.Replied < r.Received:
		return order("replied", r.Replied, "received", r.Received)
	case r.Refusal.day() == 0 && r.Refusal != Refusal{}:
		return &gdpr.InputError{Field: "refusal.sent", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case r.Refusal.Sent != 0 && r.Refusal.Sent < r.Received:
		return order("refusal.sent", r.Refusal.Sent, "received", r.Received)
	case r.Refusal.Withheld != 0 && r.Refusal.Withheld < r.Received:
		return order("refusal.withheld", r.Refusal.Withheld, "received", r.Received)
	}
	for i, right := range r.Also {
		switch {
		case right == 0:
			return &gdpr.InputError{Field: find.Index("also", i), Fault: gdpr.FaultMissing, Other: "access"}
		case right >= rightCount:
			return unknown(find.Index("also", i), right)
		}
	}
	if err := r.End.validate(r); err != nil {
		return err
	}
	if err := r.validatePauses(closed); err != nil {
		return err
	}
	return r.validateExtensions(closed)
}

func (r *Request) validatePauses(closed date.Date) error {
	last := r.Received
	for i := range r.Pauses {
		p := &r.Pauses[i]
		switch {
		case p.Cause >= causeCount:
			return at("pauses", i, unknown("cause", p.Cause))
		case p.Asked == 0:
			return at("pauses", i, &gdpr.InputError{Field: "asked", Fault: gdpr.FaultMissing, Other: "2026-01-31"})
		case p.Asked < r.Received:
			return at("pauses", i, order("asked", p.Asked, "received", r.Received))
		case p.Asked < last:
			return at("pauses", i, order("asked", p.Asked, "pauses["+strconv.Itoa(i-1)+"].asked", last))
		case p.Answered != 0 && p.Answered < p.Asked:
			return at("pauses", i, order("answered", p.Answered, "asked", p.Asked))
		case closed != 0 && p.Asked > closed:
			return at("pauses", i, afterClosing("asked", p.Asked, closed))
		}
		last = p.Asked
	}
	return nil
}

func (r *Request) validateExtensions(closed date.Date) error {
	last := r.Received
	for i := range r.Extensions {
		e := &r.Extensions[i]
		switch {
		case e.Ground >= extensionGroundCount:
			return at("extensions", i, unknown("ground", e.Ground))
		case e.Told == 0:
			return at("extensions", i, &gdpr.InputError{Field: "told", Fault: gdpr.FaultMissing, Other: "2026-01-31"})
		case e.Told < r.Received:
			return at("extensions", i, order("told", e.Told, "received", r.Received))
		case e.Told < last:
			return at("extensions", i, order("told", e.Told, "extensions["+strconv.Itoa(i-1)+"].told", last))
		case closed != 0 && e.Told > closed:
			return at("extensions", i, afterClosing("told", e.Told, closed))
		}
		last = e.Told
	}
	return nil
}

func afterClosing(field string, day, closed date.Date) error {
	return &gdpr.InputError{Field: field, Value: day.String(), Fault: gdpr.FaultContradiction, Other: "replied, refusal.sent " + closed.String()}
}

func unknown(field string, value encoding.TextMarshaler) error {
	_, err := value.MarshalText()
	return gdpr.At(field, err)
}

func order(field string, day date.Date, before string, earlier date.Date) error {
	return &gdpr.InputError{Field: field, Value: day.String(), Fault: gdpr.FaultOrder, Other: before + " " + earlier.String()}
}

func at(list string, i int, err error) error {
	return gdpr.At(list+"["+strconv.Itoa(i)+"]", err)
}

// in returns err as one of the field, whatever it was inside.
func in(field string, err error) error {
	var e *gdpr.InputError
	if !errors.As(err, &e) {
		return err
	}
	of := *e
	of.Field = field
	return &of
}

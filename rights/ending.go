package rights

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
)

// End is how a request ended without a reply and without a refusal. The zero
// value is a request that didn't end so.
//
// A requester who never gives what is needed to identify him doesn't end his
// request: that is a refusal, with its reasons and remedies (GDPR 12(4)).
//
// Law: GDPR 5(2); GDPR 12(3).
type End struct {
	On  date.Date `json:"on,omitzero"`  // the day
	How Ending    `json:"how,omitzero"` // how
	By  string    `json:"by,omitempty"` // what shows it: the letter that takes it back, the body that it was sent on to, the number of the request that it repeats
}

// Ending is a way in which a request ends without a reply. The zero value is not
// given.
//
// Law: GDPR 12(3); GDPR 28(3)(e).
type Ending uint8

// The ways.
//
//words:label rights.ending
const (
	TakenBack Ending = iota + 1 // taken_back: the requester withdrew it
	SentOn                      // sent_on: another body is the controller of these data, and has it now
	Repeated                    // repeated: it says again what an open request asks, and is answered with that
)

// The findings on the end of a request.
const (
	CodeEndHow gdpr.Code = "rights.end.how" // warning: it isn't told how the request ended
	CodeEndBy  gdpr.Code = "rights.end.by"  // warning: it isn't told what shows that the request ended
)

var (
	endHow = find.Warning(CodeEndHow, "GDPR 5(2)")
	endBy  = find.Warning(CodeEndBy, "GDPR 5(2)")
)

// validate returns an error for an end that can't be: before the receipt, or
// beside a reply or a refusal of the whole.
func (e *End) validate(r *Request) error {
	switch {
	case e.How >= endingCount:
		return gdpr.At("end", unknown("how", e.How))
	case e.On == 0 && *e != End{}:
		return &gdpr.InputError{Field: "end.on", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case e.On != 0 && e.On < r.Received:
		return gdpr.At("end", order("on", e.On, "received", r.Received))
	case e.On != 0 && r.Replied != 0:
		return &gdpr.InputError{Field: "end.on", Value: e.On.String(), Fault: gdpr.FaultContradiction, Other: "replied " + r.Replied.String()}
	case e.On != 0 && r.Refusal.Sent != 0:
		return &gdpr.InputError{Field: "end.on", Value: e.On.String(), Fault: gdpr.FaultContradiction, Other: "refusal.sent " + r.Refusal.Sent.String()}
	case e.On != 0 && r.Refusal.Withheld != 0:
		return &gdpr.InputError{Field: "end.on", Value: e.On.String(), Fault: gdpr.FaultContradiction, Other: "refusal.withheld " + r.Refusal.Withheld.String()}
	}
	return nil
}

// check tells what isn't on record of the end.
func (e *End) check(c *find.Collector) {
	if e.On == 0 {
		return
	}
	if e.How == 0 {
		c.Add(endHow, "end.how")
	}
	if blank.Is(e.By) {
		c.Add(endBy, "end.by")
	}
}

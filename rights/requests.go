package rights

import (
	"iter"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Requests are the requests that a body has on record, in the order of its
// register.
//
// Law: GDPR 5(2); GDPR 12(3).
type Requests []Request

// CodeRequestTwice is the finding of [Requests.Check] on one request that stands
// twice.
const CodeRequestTwice gdpr.Code = "rights.request.twice" // warning: the request … stands twice for the same right

var requestTwice = find.Warning(CodeRequestTwice, "GDPR 5(1)(d)")

// Each yields the request once for each right that its letter uses: with the
// first, and then with each of the others, which have its dates. One letter can
// ask for access and for erasure; each right has its own terms, and is answered
// or refused by itself. Where they were answered on different days, record them
// as requests of their own under the same number.
//
// Law: GDPR 12(3).
func (r Request) Each() iter.Seq[Request] {
	return func(yield func(Request) bool) {
		also := r.Also
		r.Also = nil
		if !yield(r) {
			return
		}
		for _, right := range also {
			r.Right = right
			if !yield(r) {
				return
			}
		}
	}
}

// Check checks each request as [Request.Check] does, and tells which one stands
// twice: under the same number, for the same right. The places are those of the
// list: "[3].replied".
//
// The error is that of the first request that has one, at its place.
//
// Law: GDPR 5(1)(d); GDPR 5(2); GDPR 12(3); GDPR 12(4).
func (rs Requests) Check(on date.Date, p Policy, cal gdpr.Calendar) (gdpr.Findings, error) {
	type letter struct {
		id    string
		right Right
	}
	c := find.In(p.Regime)
	seen := map[letter]bool{}
	for i := range rs {
		at := find.Index("", i)
		fs, err := rs[i].Check(on, p, cal)
		if err != nil {
			return nil, gdpr.At(at, err)
		}
		c.Below(at, fs)
		for r := range rs[i].Each() {
			l := letter{r.ID, r.Right}
			if l.id != "" && seen[l] {
				c.Add(requestTwice, at+".id", l.id)
			}
			seen[l] = true
		}
	}
	return c.Findings(), nil
}

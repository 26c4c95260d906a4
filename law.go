package gdpr

import (
	"time"

	"github.com/rickb777/date/v2"
)

// LawAsOf is the day up to which the law in this library was read. What was
// published later is not in it; what was pending on that day, and which rule it
// would change, is told in the doc of that rule and in the package's.
func LawAsOf() date.Date { return date.New(2026, time.November, 22) }

// Resolution is the act of the council that adopts the municipal regulation.
type Resolution struct {
	Posted    date.Date `json:"posted"`    // first day on the notice board (albo pretorio)
	Immediate Answer    `json:"immediate"` // declared immediately executive by a separate vote; then Adopted counts
	Adopted   date.Date `json:"adopted,omitzero"`
}

// InForce tells from which day the municipal regulation is in force: the day on
// which its resolution becomes executive. That is the day of its adoption if the
// council declared it immediately executive, else the day after the tenth from
// its posting.
type InForce struct {
	Day    date.Date `json:"day"`    // on the reading held: ten days from the start of the posting
	Latest date.Date `json:"latest"` // on the strictest: ten days from the end of the fifteen of posting
}

// InForce computes the day. While Immediate is [Unknown] both cases are
// possible, so the day is not known either: the error is an [*InputError] with
// [FaultMissing], as for a missing date. A posting before the adoption is one
// with [FaultOrder].
//
// Law: Regolamento 43(1); D.Lgs. 267/2000 124(1); D.Lgs. 267/2000 134(3); D.Lgs. 267/2000 134(4).
func (r Resolution) InForce() (InForce, error) {
	switch {
	case r.Posted != 0 && r.Adopted != 0 && r.Posted < r.Adopted:
		return InForce{}, &InputError{Field: "posted", Value: r.Posted.String(), Fault: FaultOrder, Other: "adopted " + r.Adopted.String()}
	case r.Immediate == Unknown:
		return InForce{}, &InputError{Field: "immediate", Fault: FaultMissing, Other: "false, true"}
	case r.Immediate == Yes && r.Adopted == 0:
		return InForce{}, &InputError{Field: "adopted", Fault: FaultMissing, Other: "2026-01-31"}
	case r.Immediate == Yes:
		return InForce{r.Adopted, r.Adopted}, nil
	case r.Posted == 0:
		return InForce{}, &InputError{Field: "posted", Fault: FaultMissing, Other: "2026-01-31"}
	}
	tenth := r.Posted + 10 // the day of posting isn't counted
	// The fifteen days of posting count their first day, and on the strictest
	// reading the next day is the first that they don't.
	posted := r.Posted + 15
	return InForce{Day: tenth + 1, Latest: posted + 10 + 1}, nil
}

package regolamento

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Resolution is the act of the council that adopts the municipal regulation.
type Resolution struct {
	Posted    date.Date   `json:"posted"`    // first day on the notice board (albo pretorio)
	Immediate gdpr.Answer `json:"immediate"` // declared immediately executive by a separate vote; then Adopted counts
	Adopted   date.Date   `json:"adopted,omitzero"`
}

// InForce tells from which day the municipal regulation is in force: the day on
// which its resolution becomes executive. That is the day of its adoption if the
// council declared it immediately executive, else the day after the tenth from
// its posting.
type InForce struct {
	Day    date.Date `json:"day"`    // on the reading held: ten days from the start of the posting
	Latest date.Date `json:"latest"` // on the strictest: ten days from the end of the fifteen of posting
}

// InForce computes the day. While Immediate is [gdpr.Unknown] both cases are
// possible, so the day is not known either: the error is an [*gdpr.InputError] with
// [gdpr.FaultMissing], as for a missing date. A posting before the adoption is one
// with [gdpr.FaultOrder].
//
// Law: Regolamento 43(1); D.Lgs. 267/2000 124(1); D.Lgs. 267/2000 134(3); D.Lgs. 267/2000 134(4).
func (r Resolution) InForce() (InForce, error) {
	switch {
	case r.Posted != 0 && r.Posted < r.Adopted:
		return InForce{}, &gdpr.InputError{Field: "posted", Value: r.Posted.String(), Fault: gdpr.FaultOrder, Other: "adopted " + r.Adopted.String()}
	case r.Immediate == gdpr.Unknown:
		return InForce{}, &gdpr.InputError{Field: "immediate", Fault: gdpr.FaultMissing, Other: "false, true"}
	case r.Immediate == gdpr.Yes && r.Adopted == 0:
		return InForce{}, &gdpr.InputError{Field: "adopted", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	case r.Immediate == gdpr.Yes:
		return InForce{r.Adopted, r.Adopted}, nil
	case r.Posted == 0:
		return InForce{}, &gdpr.InputError{Field: "posted", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	tenth := r.Posted + 10 // the day of posting isn't counted
	// The fifteen days of posting count their first day, and on the strictest
	// reading the next day is the first that they don't.
	posted := r.Posted + 15
	return InForce{Day: tenth + 1, Latest: posted + 10 + 1}, nil
}

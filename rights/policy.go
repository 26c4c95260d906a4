package rights

import (
	"strconv"

	"github.com/b58db29f/gdpr"
)

// Policy is what a Comune promises on the time of its replies. The zero value is
// the municipal regulation: 30 days.
//
// Law: Regolamento 17(3); GDPR 12(3).
type Policy struct {
	Days int `json:"days,omitempty"` // days to reply, 1 to 30; 0: 30
}

// regulationDays is how long the municipal regulation gives for a reply: a
// ceiling for any promise, since a Comune can't give itself more.
const regulationDays = 30

// term returns the promised time. A promise of less than a day or of more than
// the regulation's time is a [*gdpr.InputError] with [gdpr.FaultRange].
func (p Policy) term() (gdpr.Term, error) {
	switch {
	case p.Days == 0:
		return gdpr.Term{N: regulationDays, Unit: gdpr.Days}, nil
	case p.Days < 1 || p.Days > regulationDays:
		return gdpr.Term{}, &gdpr.InputError{Field: "days", Value: strconv.Itoa(p.Days), Fault: gdpr.FaultRange, Other: "1-" + strconv.Itoa(regulationDays)}
	}
	return gdpr.Term{N: p.Days, Unit: gdpr.Days}, nil
}

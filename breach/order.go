package breach

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Order is an order of the Garante after a breach: to take measures, or to tell
// the persons. The second is a ruling too, see [Exemptions].
//
// Law: Regolamento 38(5); GDPR 34(4); GDPR 58(2)(e).
type Order struct {
	Received date.Date `json:"received"`
	Until    date.Date `json:"until,omitzero"` // the day that it sets; 0 if none
	Done     date.Date `json:"done,omitzero"`  // the day on which it was carried out
	Text     string    `json:"text"`           // what is ordered
	Tell     bool      `json:"tell,omitempty"` // it orders the communication to the persons
}

// The findings of [Order.Check].
const (
	CodeOrderText    gdpr.Code = "breach.order.text"
	CodeOrderReceipt gdpr.Code = "breach.order.receipt"
	CodeOrderOpen    gdpr.Code = "breach.order.open"
	CodeOrderLate    gdpr.Code = "breach.order.late"
)

// Check tells how the order stands on a day: open, or carried out or let lie
// beyond the day that it sets. That day itself is in time.
//
// Law: Regolamento 38(5); GDPR 34(4); GDPR 58(2)(e).
func (o Order) Check(on date.Date) gdpr.Findings {
	var fs gdpr.Findings
	if o.Received == 0 {
		fs = append(fs, warning(CodeOrderReceipt, "received", "Regolamento 38(5)"))
	}
	if blank(o.Text) && !o.Tell {
		fs = append(fs, warning(CodeOrderText, "text", "Regolamento 38(5)"))
	}
	done := o.Done
	if done == 0 {
		done = on
	}
	switch {
	case o.Until != 0 && done > o.Until:
		fs = append(fs, with(violation(CodeOrderLate, "done", "Regolamento 38(5)", "GDPR 58(2)(e)"), o.Until.String()))
	case o.Done == 0:
		fs = append(fs, warning(CodeOrderOpen, "done", "Regolamento 38(5)"))
	}
	return fs
}

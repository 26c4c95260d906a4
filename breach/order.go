package breach

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Order is an order of the Garante after a breach: to take measures, or to tell
// the persons. The second is a ruling too, see [Exemptions].
//
// Law: Regolamento 38(5); GDPR 34(4); GDPR 58(2)(d); GDPR 58(2)(e).
type Order struct {
	Received date.Date `json:"received"`
	Until    date.Date `json:"until,omitzero"` // the day that it sets; 0 if none
	Done     date.Date `json:"done,omitzero"`  // the day on which it was carried out
	Text     string    `json:"text"`           // what is ordered
	Tell     bool      `json:"tell,omitempty"` // it orders the communication to the persons
}

// The findings of [Order.Check].
const (
	CodeOrderText    gdpr.Code = "breach.order.text"    // warning: the content of the authority's order is missing
	CodeOrderReceipt gdpr.Code = "breach.order.receipt" // warning: the day of receipt of the order is missing
	CodeOrderOpen    gdpr.Code = "breach.order.open"    // warning: the authority's order is still to be carried out
	CodeOrderLate    gdpr.Code = "breach.order.late"    // violation: the authority's order wasn't carried out by …
)

var (
	orderText    = find.Warning(CodeOrderText, "GDPR 58(2)(d)", "Regolamento 38(5)")
	orderReceipt = find.Warning(CodeOrderReceipt, "GDPR 58(2)(d)", "Regolamento 38(5)")
	orderOpen    = find.Warning(CodeOrderOpen, "GDPR 58(2)(d)", "Regolamento 38(5)")
	orderLate    = find.Violation(CodeOrderLate, "GDPR 58(2)(d)", "Regolamento 38(5)")
)

// Check tells how the order stands on a day: open, or carried out or let lie
// beyond the day that it sets. That day itself is in time. An order to tell the
// persons rests on GDPR 58(2)(e), one to take measures on 58(2)(d).
//
// Law: Regolamento 38(5); GDPR 34(4); GDPR 58(2)(d); GDPR 58(2)(e).
func (o Order) Check(on date.Date) gdpr.Findings {
	c := find.In(gdpr.Template)
	add := func(r find.Row, where string, args ...any) {
		if o.Tell {
			r = r.By("GDPR 58(2)(e)", "Regolamento 38(5)")
		}
		c.Add(r, where, args...)
	}
	if o.Received == 0 {
		add(orderReceipt, "received")
	}
	if blank(o.Text) && !o.Tell {
		add(orderText, "text")
	}
	done := o.Done
	if done == 0 {
		done = on
	}
	switch {
	case o.Until != 0 && done > o.Until:
		add(orderLate, "done", o.Until)
	case o.Done == 0:
		add(orderOpen, "done")
	}
	return c.Findings()
}

package retention

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
)

// Hold suspends the deletion of data whose time is over, from a day to another,
// both included. When it ends they must go at once.
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8); GDPR 17(3)(b); GDPR 17(3)(e); GDPR 18(2).
type Hold struct {
	Kind      HoldKind  `json:"kind"`
	From      date.Date `json:"from,omitzero"`       // first day
	Until     date.Date `json:"until,omitzero"`      // last day; 0: nobody has released it yet
	Reference string    `json:"reference,omitempty"` // the order, the file, the reasons
}

// HoldKind is what a hold rests on. The zero value is not given, and holds
// nothing.
//
// Law: Regolamento 15(2); GDPR 17(3)(b); GDPR 17(3)(e); GDPR 18(2).
type HoldKind uint8

// The kinds of hold.
//
//words:label retention.hold
const (
	Order         HoldKind = iota + 1 // order: an order of a judicial authority
	Investigation                     // investigation: a request of the police for an investigation under way
	Need                              // need: a concrete security need, with written reasons and an end
	Claim                             // claim: needed for a legal claim
	Restriction                       // restriction: the data subject asked that the data be kept, not erased
	Disposal                          // disposal: waiting for the archival authority's leave to discard
	Sanction                          // sanction: proof of an infringement whose case isn't closed: payment, appeal, collection
)

// holdLaw is what each kind rests on.
var holdLaw = [holdKindCount]gdpr.Provision{
	Order: "Regolamento 15(2)", Investigation: "Regolamento 15(2)", Need: "D.L. 11/2009 6(8)", Claim: "GDPR 17(3)(e)",
	Restriction: "GDPR 18(2)", Disposal: "D.Lgs. 42/2004 21(1)(d)", Sanction: "GDPR 17(3)(e)",
}

func (k HoldKind) known() bool { return k.Valid() }

// On reports whether the hold suspends deletion on a day. A need without written
// reasons or without an end suspends nothing: the ceiling is the law's, and what
// goes beyond it must be said. The other kinds do even if their reference is
// missing, which is a finding: evidence that is gone doesn't come back.
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8); GDPR 17(3)(e); GDPR 18(2).
func (h Hold) On(day date.Date) bool {
	if !h.Kind.known() || day < h.From || h.Until != 0 && day > h.Until {
		return false
	}
	return h.Kind != Need || h.Until != 0 && !blank.Is(h.Reference)
}

func (h Hold) reason() gdpr.Reason {
	return gdpr.Reason{Code: gdpr.Code("retention.hold." + h.Kind.String()), Provision: holdLaw[h.Kind]}
}

// The findings of [CheckHolds].
const (
	CodeHoldKind      gdpr.Code = "retention.hold.missing-kind"      // violation: the hold has no known ground, and no effect
	CodeHoldStart     gdpr.Code = "retention.hold.missing-start"     // warning: the hold has no first day
	CodeHoldReference gdpr.Code = "retention.hold.missing-reference" // violation: the hold doesn't say which act or reasons it rests on
	CodeHoldEnd       gdpr.Code = "retention.hold.missing-end"       // violation: the hold for a security need has no last day, and no effect
	CodeHoldOrder     gdpr.Code = "retention.hold.reversed"          // violation: the hold ends on …, before it begins on …
	CodeHoldOld       gdpr.Code = "retention.hold.old"               // advice: the hold has stood since …: it is well to ask whether it is still needed
)

var (
	holdKind      = find.Violation(CodeHoldKind, "GDPR 5(2)")
	holdStart     = find.Warning(CodeHoldStart, "GDPR 5(2)")
	holdReference = find.Violation(CodeHoldReference, "GDPR 5(2)")
	holdEnd       = find.Violation(CodeHoldEnd, "GDPR 5(2)", "D.L. 11/2009 6(8)")
	holdOrder     = find.Violation(CodeHoldOrder, "GDPR 5(2)")
	holdOld       = find.Advice(CodeHoldOld, "GDPR 5(2)")
)

// CheckHolds finds what is wrong with the holds on a day: no kind, no start, no
// reference, an end before the start, a need without an end, and those that
// nobody has released for over a year. Their places are "[0].reference".
//
// Law: Regolamento 15(2); D.L. 11/2009 6(8); GDPR 5(2).
func CheckHolds(holds []Hold, on date.Date) gdpr.Findings {
	var c find.Collector
	for i, h := range holds {
		at := "[" + strconv.Itoa(i) + "]."
		if !h.Kind.known() {
			c.Add(holdKind, at+"kind")
			continue
		}
		law := []gdpr.Provision{holdLaw[h.Kind], "GDPR 5(2)"}
		if h.From == 0 {
			c.Add(holdStart.By(law...), at+"from")
		}
		if blank.Is(h.Reference) {
			c.Add(holdReference.By(law...), at+"reference")
		}
		switch {
		case h.Until != 0 && h.Until < h.From:
			c.Add(holdOrder.By(law...), at+"until", h.Until, h.From)
		case h.Kind == Need && h.Until == 0:
			c.Add(holdEnd.By(law...), at+"until")
		case h.Until == 0 && h.From != 0 && on > h.From+longHold:
			c.Add(holdOld.By(law...), at+"until", h.From)
		}
	}
	return c.Findings()
}

// longHold is how many days a hold may stand before somebody is advised to ask
// whether it still has to. No law says so: it is good practice.
const longHold = 365

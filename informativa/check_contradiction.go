package informativa

import (
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/register"
)

// The findings of [Notice.Check] on what can't be true together.
const (
	CodeFreeAndOwed      gdpr.Code = "informativa.contradiction.supply"      // violation: the same data are called optional and due
	CodeNoPortability    gdpr.Code = "informativa.contradiction.portability" // warning: portability is offered, but no processing rests on consent or a contract
	CodeNothingWithdrawn gdpr.Code = "informativa.contradiction.withdrawal"  // warning: withdrawal of consent is offered, but no processing rests on consent
	CodePublicInterest   gdpr.Code = "informativa.contradiction.interest"    // violation: a public body can't rest its tasks on legitimate interests
	CodeDPOIsController  gdpr.Code = "informativa.contradiction.dpo"         // violation: the data protection officer and the controller are one
	CodeDPOShares        gdpr.Code = "informativa.contradiction.dpo-mailbox" // warning: the data protection officer and the controller share a mailbox: who writes to the one is read by the other
	CodeUntrue           gdpr.Code = "informativa.contradiction.untrue"      // violation: the notice says other than what happens
	CodeNoneAndSome      gdpr.Code = "informativa.contradiction.none"        // violation: it is said that there are none, and then there are some
	CodeRepealed         gdpr.Code = "informativa.repealed"                  // violation: repealed law is cited: …, not in force since … (…)
)

var (
	rowRepealed         = find.Violation(CodeRepealed, "GDPR 13(1)(c)", "GDPR 12(1)")
	rowNoneAndSome      = find.Violation(CodeNoneAndSome, "GDPR 12(1)")
	rowUntrue           = find.Violation(CodeUntrue, "GDPR 5(1)(a)")
	rowNoPortability    = find.Warning(CodeNoPortability, "GDPR 20(1)", "GDPR 20(3)", "Regolamento 17(5)")
	rowNothingWithdrawn = find.Warning(CodeNothingWithdrawn, "GDPR 13(2)(c)")
	rowPublicInterest   = find.Violation(CodePublicInterest, "GDPR 6(1)(f)", "GDPR recital 47")
	rowDPOIsController  = find.Violation(CodeDPOIsController, "GDPR 38(6)", "GDPR 13(1)(b)")
	rowDPOShares        = find.Warning(CodeDPOShares, "GDPR 38(4)", "GDPR 38(5)", "GDPR 13(1)(b)")
	rowFreeAndOwed      = find.Violation(CodeFreeAndOwed, "GDPR 13(2)(e)", "GDPR 12(1)", "Web notice 9")
)

// contradictions says what the notice affirms and denies at once, what it says
// against the context, and the law that it cites although it is repealed.
func (c *checker) contradictions(n Notice) {
	c.supplies(n)
	if n.Rights.Portability && portability(c.in) == gdpr.No {
		c.Add(rowNoPortability, "rights.portability")
	}
	if n.Rights.Withdrawal && c.in.Consent == gdpr.No {
		c.Add(rowNothingWithdrawn, "rights.withdrawal")
	}
	for i, p := range n.Purposes {
		if p.Basis == register.LegitimateInterests && c.in.PublicBody != gdpr.No {
			c.owed(c.in.PublicBody, rowPublicInterest, path("purposes", i)+".basis")
		}
	}
	switch {
	case alike(n.Controller.Name, n.DPO.Name):
		c.Add(rowDPOIsController, "dpo")
	case n.Controller.shares(n.DPO):
		c.Add(rowDPOShares, "dpo")
	}
	c.untrue(n)
	c.repealed(n)
}

// supplies says the data that the notice calls free in one place and obligatory
// in another. What it says of all data it says of each.
func (c *checker) supplies(n Notice) {
	type said struct{ free, owed bool }
	var some, all said
	each := map[string]said{}
	for i, y := range n.Supplies {
		if !y.Obligation.Valid() {
			continue
		}
		what := strings.ToLower(strings.Join(strings.Fields(y.What), " "))
		before := some
		if what != "" {
			before = said{all.free || each[what].free, all.owed || each[what].owed}
		}
		free := y.Obligation == Free
		if free && before.owed || !free && before.free {
			c.Add(rowFreeAndOwed, path("supplies", i))
		}
		add := func(s said) said { return said{s.free || free, s.owed || !free} }
		some = add(some)
		if what == "" {
			all = add(all)
		} else {
			each[what] = add(each[what])
		}
	}
}

// same reports whether two parties are one: by name, or by a mailbox of both.
func (p Party) same(q Party) bool { return alike(p.Name, q.Name) || p.shares(q) }

// shares reports whether a mailbox reaches both parties.
func (p Party) shares(q Party) bool { return alike(p.Email, q.Email) || alike(p.PEC, q.PEC) }

// alike reports whether two texts are given and the same, whatever the case.
func alike(a, b string) bool {
	return given(a) && strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// untrue holds what the notice says against what is so, and against itself.
func (c *checker) untrue(n Notice) {
	var cookies gdpr.Answer
	var kinds int
	if s := n.Site; s != nil {
		kinds = len(s.Cookies)
		if s.CookieUse != 0 {
			cookies = gdpr.Is(s.CookieUse == WithCookies)
		}
	}
	for _, s := range [...]struct {
		field  string
		says   gdpr.Answer
		is     gdpr.Answer
		listed int // how many the notice names
		by     gdpr.Provision
	}{
		{"disclosed", n.Disclosed, c.in.Disclosed, len(n.Recipients), "GDPR 13(1)(e)"},
		{"transferred", n.Transferred, c.in.Transferred, len(n.Destinations), "GDPR 13(1)(f)"},
		{"automated", n.Automated, c.in.Automated, 0, "GDPR 13(2)(f)"},
		{"site.cookie_use", cookies, c.in.Cookies, kinds, "Codice 122(1)"},
	} {
		switch {
		case s.says == gdpr.No && s.listed > 0:
			c.Add(rowNoneAndSome.By(s.by, "GDPR 12(1)"), s.field)
		case s.says == gdpr.No && s.is == gdpr.Yes:
			c.Add(rowUntrue.By(s.by, "GDPR 5(1)(a)"), s.field)
		case (s.says == gdpr.Yes || s.listed > 0) && s.is == gdpr.No:
			c.Add(rowUntrue.By(s.by, "GDPR 5(1)(a)").As(gdpr.Warning), s.field)
		}
	}
}

// repealed says where the notice cites law that is no longer in force.
func (c *checker) repealed(n Notice) {
	for i, a := range n.Articles {
		c.repealedIn(string(a), path("articles", i))
	}
	for i, p := range n.Purposes {
		c.repealedIn(p.Law, path("purposes", i)+".law")
	}
	for i, s := range n.Storage {
		c.repealedIn(s.Law, path("storage", i)+".law")
	}
	for i, m := range n.More {
		c.repealedIn(m.Text, path("more", i)+".text")
	}
}

func (c *checker) repealedIn(text, where string) {
	c.repealedAs(rowRepealed, text, where)
}

func (c *checker) repealedAs(row find.Row, text, where string) {
	for r := range Repealed(text, c.day()) {
		c.Add(row, where, r.Law, r.From, string(r.By))
	}
}

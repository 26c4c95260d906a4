package informativa

import (
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// The findings of [Notice.Check] on what can't be true together.
const (
	CodeFreeAndOwed      gdpr.Code = "informativa.contradiction.supply"
	CodeNoPortability    gdpr.Code = "informativa.contradiction.portability"
	CodeNothingWithdrawn gdpr.Code = "informativa.contradiction.withdrawal"
	CodePublicInterest   gdpr.Code = "informativa.contradiction.interest"
	CodeDPOIsController  gdpr.Code = "informativa.contradiction.dpo"
	CodeUntrue           gdpr.Code = "informativa.contradiction.untrue"
	CodeNoneAndSome      gdpr.Code = "informativa.contradiction.none"
	CodeRepealed         gdpr.Code = "informativa.repealed"
)

// contradictions says what the notice affirms and denies at once, what it says
// against the context, and the law that it cites although it is repealed.
func (c *checker) contradictions(n Notice) {
	c.supplies(n)
	if n.Rights.Portability && portability(c.in) == gdpr.No {
		c.say(CodeNoPortability, gdpr.Warning, "rights.portability", "GDPR 20(1)", "GDPR 20(3)", "Regolamento 17(5)")
	}
	if n.Rights.Withdrawal && c.in.Consent == gdpr.No {
		c.say(CodeNothingWithdrawn, gdpr.Warning, "rights.withdrawal", "GDPR 13(2)(c)")
	}
	for i, p := range n.Purposes {
		if p.Basis == register.LegitimateInterests && c.in.PublicBody != gdpr.No {
			c.owed(c.in.PublicBody, CodePublicInterest, path("purposes", i)+".basis", "GDPR 6(1)(f)", "GDPR recital 47")
		}
	}
	if n.Controller.same(n.DPO) {
		c.say(CodeDPOIsController, gdpr.Violation, "dpo", "GDPR 38(6)", "GDPR 13(1)(b)")
	}
	c.untrue(n)
	c.repealed(n)
}

// supplies says the data that the notice calls free in one place and obligatory
// in another.
func (c *checker) supplies(n Notice) {
	first := map[string]Obligation{}
	for i, y := range n.Supplies {
		if y.Obligation == 0 {
			continue
		}
		what := strings.ToLower(strings.Join(strings.Fields(y.What), " "))
		was, seen := first[what]
		if !seen {
			first[what] = y.Obligation
			continue
		}
		if (was == Free) != (y.Obligation == Free) {
			c.say(CodeFreeAndOwed, gdpr.Violation, path("supplies", i), "GDPR 13(2)(e)", "GDPR 12(1)", "Web notice 9")
		}
	}
}

// same reports whether two parties are one: by name, or by an address of mail
// that reaches both.
func (p Party) same(q Party) bool {
	alike := func(a, b string) bool {
		return given(a) && strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
	}
	return alike(p.Name, q.Name) || alike(p.Email, q.Email) || alike(p.PEC, q.PEC)
}

// untrue holds what the notice says against what is so, and against itself.
func (c *checker) untrue(n Notice) {
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
	} {
		switch {
		case s.says == gdpr.No && s.listed > 0:
			c.say(CodeNoneAndSome, gdpr.Violation, s.field, s.by, "GDPR 12(1)")
		case s.says == gdpr.No && s.is == gdpr.Yes:
			c.say(CodeUntrue, gdpr.Violation, s.field, s.by, "GDPR 5(1)(a)")
		case (s.says == gdpr.Yes || s.listed > 0) && s.is == gdpr.No:
			c.say(CodeUntrue, gdpr.Warning, s.field, s.by, "GDPR 5(1)(a)")
		}
	}
	if s := n.Site; s != nil && s.CookieUse == NoCookies && (len(s.Cookies) > 0 || c.in.Cookies == gdpr.Yes) {
		c.say(CodeNoneAndSome, gdpr.Violation, "site.cookie_use", "Codice 122(1)", "GDPR 12(1)")
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
	on := c.in.On
	if on == 0 {
		on = gdpr.LawAsOf()
	}
	for r := range Repealed(text, on) {
		c.found = append(c.found, gdpr.Finding{Code: CodeRepealed, Severity: gdpr.Violation, Where: where,
			Provisions: []gdpr.Provision{"GDPR 13(1)(c)", "GDPR 12(1)"}, Args: []any{r.Law, r.From.String(), string(r.By)}})
	}
}

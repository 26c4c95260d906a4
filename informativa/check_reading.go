package informativa

import (
	"strconv"

	"github.com/b58db29f/gdpr"
)

// The findings of [Reading.Check] on a text as such.
const (
	CodeNoText     gdpr.Code = "informativa.text.empty"
	CodeBinary     gdpr.Code = "informativa.text.binary"
	CodeNotItalian gdpr.Code = "informativa.text.not-italian"
	CodeNotUTF8    gdpr.Code = "informativa.text.invalid"
)

// Check tells what a notice that was read lacks in a context, by the same rules
// as [Notice.Check]: each missing element, the portability or withdrawal offered
// for nothing, browsing data kept beyond a year, legitimate interests cited by a
// public body, and repealed law cited. Such things are warnings here, for a text
// may also deny them or tell of the past.
//
// A text that can't be read (empty, binary, not Italian) has that one finding.
//
// What a place in the text is about is given in bytes: "text[120:140]". Elements
// that are missing have no place; their Where is the element's word.
//
// Law: Regolamento 15(1); Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2); Web notice 6.
func (r Reading) Check(in Context) gdpr.Findings {
	c := checker{in: in}
	switch r.Language {
	case Italian:
	case NoText, 0:
		c.say(CodeNoText, gdpr.Violation, "", "Regolamento 23(2)", "GDPR 13(1)")
		return c.found
	case Binary:
		c.say(CodeBinary, gdpr.Warning, "", "Regolamento 23(1)", "GDPR 12(1)")
		return c.found
	default:
		c.say(CodeNotItalian, gdpr.Warning, "", "Regolamento 23(1)", "GDPR 12(1)")
		return c.found
	}
	if r.Invalid > 0 {
		c.say(CodeNotUTF8, gdpr.Warning, "")
	}
	c.missing(r.Has, Element.String)
	for s := range r.Evidence(RightPortability) {
		c.idle(portability(in), CodeNoPortability, s, "GDPR 20(1)", "GDPR 20(3)", "Regolamento 17(5)")
		break
	}
	for s := range r.Evidence(ConsentWithdrawal) {
		c.idle(in.Consent, CodeNothingWithdrawn, s, "GDPR 13(2)(c)")
		break
	}
	for _, p := range r.Periods {
		if p.Matter == OfBrowsing && !withinYear(p.Term) {
			c.say(CodeBrowsingLong, gdpr.Warning, p.Span.path(), "Web notice 6", "GDPR 5(1)(e)")
		}
	}
	for _, cited := range r.Citations {
		if in.PublicBody == gdpr.Yes && cited.Provision == "GDPR 6(1)(f)" {
			c.say(CodePublicInterest, gdpr.Warning, cited.Span.path(), "GDPR 6(1)(f)", "GDPR recital 47")
		}
		before := len(c.found)
		c.repealedIn(string(cited.Provision), cited.Span.path())
		for i := before; i < len(c.found); i++ {
			c.found[i].Severity = gdpr.Warning
		}
	}
	return c.found
}

// idle says that a right is offered for nothing, where its ground is not there.
func (c *checker) idle(ground gdpr.Answer, code gdpr.Code, s Span, by ...gdpr.Provision) {
	if ground == gdpr.No {
		c.say(code, gdpr.Warning, s.path(), by...)
	}
}

func (s Span) path() string { return "text[" + strconv.Itoa(s.Start) + ":" + strconv.Itoa(s.End) + "]" }

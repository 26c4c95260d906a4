package informativa

import (
	"strconv"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Reading.Check] on a text as such.
const (
	CodeNoText     gdpr.Code = "informativa.text.empty"
	CodeBinary     gdpr.Code = "informativa.text.binary"
	CodeNotItalian gdpr.Code = "informativa.text.not-italian"
	CodeNotUTF8    gdpr.Code = "informativa.text.invalid"
	CodeBlanks     gdpr.Code = "informativa.text.blank"
	CodeByArticle  gdpr.Code = "informativa.rights.by-article"
)

var (
	rowNoText     = find.Violation(CodeNoText, "Regolamento 23(2)", "GDPR 13(1)")
	rowBinary     = find.Warning(CodeBinary, "Regolamento 23(1)", "GDPR 12(1)")
	rowNotItalian = find.Warning(CodeNotItalian, "Regolamento 23(1)", "GDPR 12(1)")
	rowNotUTF8    = find.Warning(CodeNotUTF8)
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
	c := checking(in)
	in = c.in
	switch r.Language {
	case Italian:
	case NoText, 0:
		c.Add(rowNoText, "")
		return c.Findings()
	case Binary:
		c.Add(rowBinary, "")
		return c.Findings()
	default:
		c.Add(rowNotItalian, "")
		return c.Findings()
	}
	if r.Invalid > 0 {
		c.Add(rowNotUTF8, "")
	}
	c.missing(r.Has, Element.String)
	for s := range r.Evidence(RightPortability) {
		c.idle(portability(in), rowNoPortability, s)
		break
	}
	for s := range r.Evidence(ConsentWithdrawal) {
		c.idle(in.Consent, rowNothingWithdrawn, s)
		break
	}
	for _, p := range r.Periods {
		if p.Matter == OfBrowsing && !withinYear(p.Term) {
			c.Add(rowBrowsingLong.As(gdpr.Warning), p.Span.path())
		}
	}
	for _, cited := range r.Citations {
		if in.PublicBody == gdpr.Yes && cited.Provision == "GDPR 6(1)(f)" {
			c.Add(rowPublicInterest.As(gdpr.Warning), cited.Span.path())
		}
		c.repealedAs(rowRepealed.As(gdpr.Warning), string(cited.Provision), cited.Span.path())
	}
	return c.Findings()
}

// idle says that a right is offered for nothing, where its ground is not there.
func (c *checker) idle(ground gdpr.Answer, row find.Row, s Span) {
	if ground == gdpr.No {
		c.Add(row, s.path())
	}
}

func (s Span) path() string { return "text[" + strconv.Itoa(s.Start) + ":" + strconv.Itoa(s.End) + "]" }

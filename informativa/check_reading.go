package informativa

import (
	"strconv"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Reading.Check] on a text as such.
const (
	CodeNoText     gdpr.Code = "informativa.text.empty"        // violation: there is no text to read
	CodeBinary     gdpr.Code = "informativa.text.binary"       // warning: this isn't text: it is binary data
	CodeNotItalian gdpr.Code = "informativa.text.not-italian"  // warning: the text is neither Italian nor German: what it holds can't be told
	CodeNotUTF8    gdpr.Code = "informativa.text.invalid"      // warning: the text isn't UTF-8: some words may not have been read
	CodeBlanks     gdpr.Code = "informativa.text.blank"        // warning: … blanks are left in the text: what is to stand there isn't told
	CodeByArticle  gdpr.Code = "informativa.rights.by-article" // warning: … rights are named by their articles alone: the person isn't told what they are
)

var (
	rowNoText     = find.Violation(CodeNoText, "Regolamento 23(2)", "GDPR 13(1)")
	rowBinary     = find.Warning(CodeBinary, "Regolamento 23(1)", "GDPR 12(1)")
	rowNotItalian = find.Warning(CodeNotItalian, "Regolamento 23(1)", "GDPR 12(1)")
	rowNotUTF8    = find.Warning(CodeNotUTF8)
	rowBlanks     = find.Warning(CodeBlanks, "GDPR 12(1)", "GDPR 13(1)")
	rowByArticle  = find.Warning(CodeByArticle, "GDPR 12(1)", "GDPR 13(2)(b)", "GDPR 14(2)(c)", "WP260")
)

// Check tells what a notice that was read lacks in a context, by the same rules
// as [Notice.Check]: each missing element, the portability or withdrawal offered
// for nothing, browsing data kept beyond a year, legitimate interests cited by a
// public body, repealed law cited, and blanks left. Such things are warnings
// here, for a text may also deny them or tell of the past.
//
// Rights that the text names by their articles alone ("artt. 15-22 GDPR") don't
// lack: that they aren't told in words is one warning. A notice that the data
// subject can't understand without the law at hand isn't intelligible, and the
// guidance on transparency asks for a summary of each right; but the law doesn't
// say how the rights are told, so that a violation would be one reading of two.
//
// Of a first layer ([Context.Layer]) only what a first layer owes is asked: the
// controller, the purposes, that there are rights, and where the rest is told.
//
// A text that can't be read (empty, binary, neither Italian nor German) has that one
// finding.
//
// What a place in the text is about is given in bytes: "text[120:140]". Elements
// that are missing have no place; their Where is the element's word.
//
// Law: Regolamento 15(1); Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2); Web notice 6.
func (r Reading) Check(in Context) gdpr.Findings {
	c := checking(in)
	in = c.in
	switch {
	case r.Language.Readable():
	case r.Language == NoText || r.Language == 0:
		c.Add(rowNoText, "")
		return c.Findings()
	case r.Language == Binary:
		c.Add(rowBinary, "")
		return c.Findings()
	default:
		c.Add(rowNotItalian, "")
		return c.Findings()
	}
	if r.Invalid > 0 {
		c.Add(rowNotUTF8, "")
	}
	if in.Layer == WholeNotice {
		c.missing(c.named(r), Element.String)
	} else {
		c.layered(r)
	}
	if len(r.Blanks) > 0 {
		c.Add(rowBlanks, r.Blanks[0].path(), len(r.Blanks))
	}
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
	for _, old := range r.Repeals {
		if old.From <= c.day() {
			c.Add(rowRepealed.As(gdpr.Warning), old.Span.path(), old.Law, old.From, string(old.By))
		}
	}
	return c.Findings()
}

// rightsOf are the articles of the GDPR that give each right.
var rightsOf = [...]struct {
	article string
	right   Element
}{{"15", RightAccess}, {"16", RightRectification}, {"17", RightErasure}, {"18", RightRestriction}, {"20", RightPortability}, {"21", RightObjection}}

// rightsByArticle returns the rights that the text cites by their articles, and
// where it cites the first.
func (r Reading) rightsByArticle() map[Element]Span {
	named := map[Element]Span{}
	for _, c := range r.Citations {
		if c.Provision.Act() != "GDPR" {
			continue
		}
		for _, of := range rightsOf {
			if _, known := named[of.right]; !known && (c.Provision.Article() == of.article || of.article > "15" && c.Provision == "GDPR 15" && r.following) {
				named[of.right] = c.Span
			}
		}
	}
	return named
}

// named returns which elements a text has, those of the rights by their articles
// too, on which it says that they aren't told in words.
func (c *checker) named(r Reading) func(Element) bool {
	byArticle := r.rightsByArticle()
	first, n := Span{}, 0
	for _, of := range rightsOf {
		at, cited := byArticle[of.right]
		needed := of.right.Required(c.in)
		if !cited || r.Has(of.right) || needed == gdpr.No {
			continue
		}
		if n == 0 || at.Start < first.Start {
			first = at
		}
		n++
	}
	if n > 0 {
		c.Add(rowByArticle, first.path(), n)
	}
	return func(e Element) bool {
		_, cited := byArticle[e]
		return cited || r.Has(e)
	}
}

// idle says that a right is offered for nothing, where its ground is not there.
func (c *checker) idle(ground gdpr.Answer, row find.Row, s Span) {
	if ground == gdpr.No {
		c.Add(row, s.path())
	}
}

func (s Span) path() string { return "text[" + strconv.Itoa(s.Start) + ":" + strconv.Itoa(s.End) + "]" }

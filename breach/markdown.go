package breach

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/page"
)

// Markdown renders the communication as a letter to a person concerned, or as a
// public notice if its manner is Publicly, in the language that gdpr.Match picks
// for tag. What is missing is said to be missing.
//
// Law: Regolamento 39(2); GDPR 34(2); GDPR recital 86.
func (c Communication) Markdown(tag language.Tag) string {
	p := newPaper(tag)
	kind := "letter"
	if c.Manner == Publicly {
		kind = "public"
	}
	p.title(1, kind)
	p.optional("protocol-number", c.Protocol)
	opening := kind + "-opening"
	if kind == "letter" && c.Guardians {
		opening = "letter-opening-guardians"
	}
	p.Text(p.text(opening, p.or(c.From)))
	for _, part := range [...]struct{ label, text string }{
		{"letter-nature", c.Nature},
		{kind + "-consequences", c.Consequences},
		{"letter-measures", c.Measures},
		{kind + "-advice", c.Advice},
		{"letter-contact", c.Contact.line()},
	} {
		p.title(2, part.label)
		p.Text(p.or(part.text))
	}
	p.Text(p.text("letter-closing"))
	p.Text(p.or(c.From))
	if !c.Sent.IsZero() {
		p.Text(gdpr.FormatDate(date.NewAt(c.Sent), tag))
	}
	return p.String()
}

func (c Contact) line() string {
	var parts []string
	for _, part := range [...]string{c.Name, c.Role, c.Email, c.Phone} {
		if !blank(part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// paper is a page with the labels of this package.
type paper struct {
	*page.Page
	spare bool // the template's own fields are left out where they say nothing
}

func newPaper(tag language.Tag) paper { return paper{Page: page.New(tag)} }

// text returns the text of a label.
func (p paper) text(key string, args ...any) string {
	return catalog.Text(p.Tag, "breach.label."+key, args...)
}

// unwritten reports whether a page has nothing to show: no letter and no digit. A
// page shows "da determinare", which is a word of ours too.
func unwritten(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// or returns s, or the words for something missing.
func (p paper) or(s string) string {
	if unwritten(s) {
		return p.text("missing")
	}
	return s
}

func (p paper) title(depth int, label string) { p.Title(depth, p.text(label)) }

func (p paper) section(e Element, text string) {
	p.Title(2, e.Label(p.Tag))
	p.Text(p.or(text))
}

func (p paper) field(label, text string) { p.Field(p.text(label), p.or(text)) }

func (p paper) optional(label, text string) {
	if !unwritten(text) {
		p.field(label, text)
	}
}

// own writes a field that the template alone has.
func (p paper) own(label, text string) {
	if !p.spare || !unwritten(text) {
		p.field(label, text)
	}
}

func (p paper) answer(a gdpr.Answer) string { return p.text("answer-" + a.String()) }

func (p paper) number(g Group) string {
	switch {
	case g.Number <= 0:
		return ""
	case g.Approximate:
		return p.text("about", strconv.Itoa(g.Number))
	}
	return strconv.Itoa(g.Number)
}

func (p paper) instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return p.text("instant", gdpr.FormatDate(date.NewAt(t), p.Tag), t.Format("15:04 (-07:00)"))
}

func (p paper) day(d date.Date) string {
	if d == 0 {
		return ""
	}
	return gdpr.FormatDate(d, p.Tag)
}

package informativa

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	markdown "github.com/b58db29f/gdpr/internal/page"
)

// Render writes the notice as Markdown in plain words, in the language that
// [gdpr.Match] picks for tag: the first layer, as [Notice.Summary], and then the
// full text, section by section. It writes what the notice says and nothing
// else; a section of which the notice says nothing is left out.
//
// What a host puts into the fields is written as it is given, in whatever
// language, on one line and with the marks of Markdown made harmless; the texts
// of the sections in More are Markdown and stay as they are.
//
// Law: Regolamento 22(2); Regolamento 23(1); Regolamento 23(2); Regolamento 23(3); GDPR 12(1); WP260.
func (n Notice) Render(tag language.Tag) string {
	p := newPage(tag)
	p.title(n)
	p.summary(n)
	p.parties(n)
	p.purposes(n)
	p.data(n)
	p.flows(n)
	p.storage(n)
	p.supplies(n)
	p.rights(n)
	p.site(n.Site)
	p.more(n)
	return p.String()
}

// Summary writes the first layer of the notice as Markdown, in the language that
// [gdpr.Match] picks for tag: who, why, what may surprise (that data come from
// elsewhere, leave the Union, or feed decisions by machine), the rights, and
// where the full text is.
//
// Law: Regolamento 23(1); GDPR 12(1); WP260.
func (n Notice) Summary(tag language.Tag) string {
	p := newPage(tag)
	p.title(n)
	p.summary(n)
	return p.String()
}

// page is a notice being written. What it is given is plain text.
type page struct{ *markdown.Page }

func newPage(tag language.Tag) *page { return &page{markdown.New(gdpr.Match(tag))} }

func (p *page) say(what string, args ...any) string {
	return catalog.Text(p.Tag, "informativa.render."+what, args...)
}

// heading begins a section, para is a paragraph of the catalogue, list a list.
func (p *page) heading(what string) { p.Title(2, p.say(what)) }

func (p *page) para(what string, args ...any) { p.Line(p.say(what, args...)) }

func (p *page) list(items []string) {
	for _, item := range items {
		p.Item(item)
	}
}

package dpia

import (
	"golang.org/x/text/language"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	markdown "github.com/b58db29f/gdpr/internal/page"
)

// page is a paper in the making, with the catalogue's sentences for sheets.
type page struct{ *markdown.Page }

func newPage(tag language.Tag, title string) *page {
	p := &page{markdown.New(tag)}
	p.Title(1, p.say(title))
	return p
}

// say returns a sentence of the catalogue's part for sheets.
func (p *page) say(key string, args ...any) string {
	return catalog.Text(p.Tag, "dpia.sheet."+key, args...)
}

func (p *page) section(key string) { p.Title(2, p.say(key)) }

func (p *page) part(key string) { p.Title(3, p.say(key)) }

// item adds a sentence of the catalogue to a list.
func (p *page) item(key string, args ...any) { p.Item(p.say(key, args...)) }

// or returns what a person wrote, or what stands for nothing.
func (p *page) or(text string) string {
	if blank(text) {
		return p.say("none")
	}
	return text
}

// head begins a table under the headings of the catalogue.
func (p *page) head(keys ...string) {
	heads := make([]string, len(keys))
	for i, key := range keys {
		heads[i] = p.say(key)
	}
	p.Head(heads...)
}

// row adds a row of the table at the head of a paper: what is said of something.
func (p *page) row(key, text string) { p.Row(p.say(key), text) }

// reason adds a reason with its citation to a list.
func (p *page) reason(r gdpr.Reason) {
	p.Item(r.Text(p.Tag) + " (" + r.Provision.Cite(p.Tag) + ")")
}

func (p *page) answer(a gdpr.Answer) string { return p.say("answer." + a.String()) }

// date returns a day, or what stands for none.
func (p *page) date(d date.Date) string {
	if d == 0 {
		return p.say("none")
	}
	return gdpr.FormatDate(d, p.Tag)
}

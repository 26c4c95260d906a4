package dpia

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	markdown "github.com/b58db29f/gdpr/internal/page"
)

// page is a Markdown document in the making.
type page struct {
	strings.Builder
	tag language.Tag
}

// say returns a sentence of the catalogue's part for sheets.
func (p *page) say(key string, args ...any) string {
	return catalog.Text(p.tag, "dpia.sheet."+key, args...)
}

func (p *page) title(key string) { p.WriteString("# " + p.say(key) + "\n") }

func (p *page) section(key string) { p.WriteString("\n## " + p.say(key) + "\n\n") }

func (p *page) paragraph(text string) { p.WriteString("\n" + p.or(text) + "\n") }

// or returns text fit for Markdown, or what stands for none.
func (p *page) or(text string) string {
	if blank(text) {
		return p.say("none")
	}
	return escape(text)
}

func (p *page) item(text string) { p.WriteString("- " + text + "\n") }

// table begins a table under the headings of the catalogue.
func (p *page) table(keys ...string) {
	for _, key := range keys {
		p.WriteString("| " + p.say(key) + " ")
	}
	p.WriteString("|\n" + strings.Repeat("|---", len(keys)) + "|\n")
}

// row adds a row of texts that are fit for Markdown already.
func (p *page) row(cells ...string) {
	p.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// reason returns a reason with its citation.
func (p *page) reason(r gdpr.Reason) string {
	return r.Text(p.tag) + " (" + r.Provision.Cite(p.tag) + ")"
}

func (p *page) answer(a gdpr.Answer) string { return p.say("answer." + a.String()) }

// escape returns text on one line, with the characters that Markdown reads as
// marks shown as they are: what a host puts in stays text.
func escape(text string) string { return markdown.Inline(text) }

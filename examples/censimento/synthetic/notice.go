// Package synthetic makes privacy notices of invented bodies, of which it is known
// what they say: the notice of a number is always the same for the same seed, so
// that any part of a million of them can be made anywhere.
package synthetic

import (
	"html"
	"math/rand/v2"
	"strings"

	"github.com/b58db29f/gdpr/informativa"
)

// Notice is a notice and the truth about it.
type Notice struct {
	Body   Body
	Number int
	Format string // txt, md or html
	Text   string
	Says   []informativa.Element // what it says, in the order of the elements
	Maybe  []informativa.Element // of which readers may think either
	Others []string              // the other findings on it, by their codes
}

// NoticeOf returns the notice of that number, of one of so many bodies.
func NoticeOf(seed uint64, n, bodies int) Notice {
	b := BodyOf(seed, n%bodies)
	r := rand.New(rand.NewPCG(seed, uint64(n)<<1))
	t := Notice{Body: b, Number: n, Format: []string{"txt", "md", "html"}[r.IntN(3)]}
	// A supplier's template leaves the same things out of all its notices; an office
	// leaves out others by chance.
	template := rand.New(rand.NewPCG(seed^0x7e3a, uint64(b.supplier)))
	p := parts{format: t.Format, body: b}
	p.heading(1, "Informativa sul trattamento dei dati personali")
	p.say(r, opening)
	var said, maybe uint64
	note := func(c clause) {
		for _, e := range c.says {
			said |= 1 << e
		}
		for _, e := range c.maybe {
			maybe |= 1 << e
		}
		t.Others = append(t.Others, c.other...)
	}
	note(p.last)
	for i, s := range sections {
		left := template.IntN(100) < 12 // by the supplier
		if i > 1 && (left && r.IntN(10) > 0 || r.IntN(100) < 8) || i <= 1 && r.IntN(100) < 4 {
			continue
		}
		p.heading(2, s.heading)
		p.say(r, s.ways)
		note(p.last)
		for range r.IntN(4) {
			p.paragraph(fillers[r.IntN(len(fillers))])
		}
	}
	t.Text = p.end()
	for e := range informativa.Elements() {
		switch {
		case said>>e&1 == 1:
			t.Says = append(t.Says, e)
		case maybe>>e&1 == 1:
			t.Maybe = append(t.Maybe, e)
		}
	}
	return t
}

// parts writes a notice in a format.
type parts struct {
	strings.Builder
	format string
	body   Body
	last   clause
}

func (p *parts) say(r *rand.Rand, ways []clause) {
	p.last = ways[r.IntN(len(ways))]
	p.paragraph(p.body.fill(p.last.text))
}

func (p *parts) heading(level int, text string) {
	switch p.format {
	case "html":
		if level == 1 {
			p.WriteString("<!DOCTYPE html>\n<html lang=\"it\"><head><meta charset=\"utf-8\"><title>Informativa</title></head>\n<body><nav><a href=\"/\">Home</a> <a href=\"/uffici\">Uffici</a></nav>\n<main>\n")
		}
		tag := []string{"h1", "h2"}[level-1]
		p.WriteString("<" + tag + ">" + html.EscapeString(text) + "</" + tag + ">\n")
	case "md":
		p.WriteString("##"[:level] + " " + text + "\n\n")
	default:
		p.WriteString(text + "\n\n")
	}
}

func (p *parts) paragraph(text string) {
	if p.format != "html" {
		p.WriteString(text + "\n\n")
		return
	}
	head, items, list := strings.Cut(text, "\n\n- ")
	p.WriteString("<p>" + html.EscapeString(head) + "</p>\n")
	if list {
		p.WriteString("<ul>\n")
		for item := range strings.SplitSeq(items, "\n- ") {
			p.WriteString("<li>" + html.EscapeString(item) + "</li>\n")
		}
		p.WriteString("</ul>\n")
	}
}

func (p *parts) end() string {
	if p.format == "html" {
		p.WriteString("</main>\n<footer>Orari e contatti degli uffici</footer></body></html>\n")
	}
	return p.String()
}

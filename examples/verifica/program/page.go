package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

//go:embed page.html
var pageSource string

//go:embed page.css
var pageStyle string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// writePage writes the report as one page that needs nothing else: the tables,
// and the text with what says each element marked and linked.
func writePage(w io.Writer, r report, _ bool) error {
	v := view{Lang: r.tag.String(), Title: say(r.tag, "Verifica delle informative", "Check of privacy notices"),
		Style: template.CSS(pageStyle), tag: r.tag}
	if len(r.Notices) == 1 {
		v.Title = say(r.tag, "Verifica dell’informativa", "Check of a privacy notice")
	}
	for _, f := range r.unknown() {
		v.Unknown = append(v.Unknown, f.label.In(r.tag))
	}
	for i, n := range r.Notices {
		v.Notices = append(v.Notices, n.view(i+1, r.tag))
	}
	out := bufio.NewWriter(w)
	if err := pageTemplate.Execute(out, v); err != nil {
		return err
	}
	return out.Flush()
}

// view is what the page shows. Its text is as it was read: the template escapes
// it.
type view struct {
	Lang, Title string
	Style       template.CSS
	Unknown     []string
	Notices     []noticeView
	tag         language.Tag
}

// Say picks the language of the page.
func (v view) Say(it, en string) string { return say(v.tag, it, en) }

type noticeView struct {
	N                           int
	Name, Error, Summary, State string
	Groups                      []groupView
	Rows                        []rowView
	Values                      []value
	Segments                    []segment
}

type groupView struct {
	Heading  string
	Severity gdpr.Severity
	Findings []findingView
}

type findingView struct {
	finding
	Law  string
	ID   string
	Link string // id of the mark in the text, if it is about a place
}

type rowView struct {
	element
	ID, Class, Has, Must string
	First                *placeView
	Rest                 []placeView
}

type placeView struct {
	ID, Before, Quote, After string
	Line                     int
}

// segment is a piece of the text; within a place that is marked, or not.
type segment struct {
	Text   string
	In     bool
	Starts []start // the places that begin with it
}

// start is where the text begins to say an element, or what a finding is about.
type start struct {
	ID, Row, Kind, Label string
	Sign                 string // the number of the element, or !
	at                   int
}

func (n notice) view(number int, tag language.Tag) noticeView {
	v := noticeView{N: number, Name: printable(n.Name), Error: n.Error, State: n.state(tag)}
	if n.Error != "" {
		return v
	}
	v.Summary, v.Values = n.summary(tag), n.list(tag)
	var starts []start
	count := 0
	for _, s := range severities {
		g := groupView{Heading: s.heading.In(tag), Severity: s.Severity}
		for _, f := range n.of(s.Severity) {
			fv := findingView{finding: f, Law: f.law(tag), ID: fmt.Sprintf("n%d-f%d", number, count+1)}
			if f.place != nil {
				fv.Link = fv.ID + "-1"
				starts = append(starts, start{fv.Link, fv.ID, s.Label(tag), f.Message, "!", f.place.Start})
			}
			g.Findings = append(g.Findings, fv)
			count++
		}
		if g.Findings != nil {
			v.Groups = append(v.Groups, g)
		}
	}
	lines := newLines(n.text)
	for _, e := range n.Elements {
		row := rowView{element: e, ID: fmt.Sprintf("n%d-e%d", number, e.Number), Has: yes(tag, gdpr.Is(e.Found)), Must: yes(tag, e.Required), Class: "no"}
		switch {
		case e.Found:
			row.Class = "yes"
		case e.Required == gdpr.Yes:
			row.Class, row.Has = "lacks", strings.ToUpper(row.Has)
		}
		best := e.best(lines)
		for i, p := range e.Places {
			pv := placeView{ID: fmt.Sprintf("%s-%d", row.ID, i+1), Line: p.Line, Quote: p.Quote}
			starts = append(starts, start{pv.ID, row.ID, say(tag, "elemento", "element"), e.Label, fmt.Sprint(e.Number), p.Start})
			if i == best {
				pv.Before, pv.After = lines.around(p, 160)
				row.First = &pv
			} else if p.Line != e.Places[best].Line && (len(row.Rest) == 0 || p.Line != row.Rest[len(row.Rest)-1].Line) {
				row.Rest = append(row.Rest, pv)
			}
		}
		v.Rows = append(v.Rows, row)
	}
	if len(v.Rows) > 0 {
		v.Segments = n.segments(starts)
	}
	return v
}

// segments cuts the text where a place begins or ends: places overlap, and marks
// can't.
func (n notice) segments(starts []start) []segment {
	slices.SortStableFunc(starts, func(a, b start) int { return a.at - b.at })
	depth := map[int]int{0: 0, len(n.text): 0} // how many places more, or fewer, from a byte on
	for _, e := range n.Elements {
		for _, p := range e.Places {
			depth[p.Start]++
			depth[p.End]--
		}
	}
	for _, f := range n.Findings {
		if f.place != nil {
			depth[f.place.Start]++
			depth[f.place.End]--
		}
	}
	cuts := slices.Sorted(maps.Keys(depth))
	var all []segment
	open := 0
	for i, from := range cuts[:len(cuts)-1] {
		open += depth[from]
		s := segment{Text: shown(n.text[from:cuts[i+1]]), In: open > 0}
		for len(starts) > 0 && starts[0].at == from {
			s.Starts, starts = append(s.Starts, starts[0]), starts[1:]
		}
		if last := len(all) - 1; len(s.Starts) == 0 && last >= 0 && all[last].In == s.In {
			all[last].Text += s.Text
			continue
		}
		all = append(all, s)
	}
	return all
}

// shown returns text as a page can hold it: lines end as lines do in HTML, and
// what isn't a character, or would turn the text around, is seen.
func shown(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return utf8.RuneError
		}
		return r
	}, text)
}

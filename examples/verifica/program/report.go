package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/verifica/program/source"
	"github.com/b58db29f/gdpr/informativa"
)

// report is what the program found in all files.
type report struct {
	Context informativa.Context `json:"context"`
	Notices []notice            `json:"notices"`

	tag language.Tag
}

// notice is what it found in one.
type notice struct {
	Name       string               `json:"name"`
	Error      string               `json:"error,omitempty"`    // why it can't be read
	Encoding   string               `json:"encoding,omitempty"` // from which it was converted, if it wasn't all UTF-8
	Language   informativa.Language `json:"language,omitempty"`
	Also       informativa.Language `json:"also,omitempty"` // the other language of a bilingual text
	Words      int                  `json:"words"`
	Gulpease   float64              `json:"gulpease,omitempty"` // readability, of 100; of Italian alone
	Violations int                  `json:"violations"`
	Findings   []finding            `json:"findings"`           // from the gravest
	Elements   []element            `json:"elements,omitempty"` // all of them; none if the text is in a language that isn't read
	Values     values               `json:"values,omitzero"`
	Text       string               `json:"text,omitempty"` // to which lines and bytes refer, where it isn't the file's own

	text      string
	schooling informativa.Schooling
}

// finding is a finding of the library with the line of what it is about.
type finding struct {
	Code       gdpr.Code        `json:"code"`
	Severity   gdpr.Severity    `json:"severity"`
	Line       int              `json:"line,omitempty"` // from 1
	Where      string           `json:"where,omitempty"`
	Message    string           `json:"message"`
	Provisions []gdpr.Provision `json:"provisions,omitempty"`

	place *place // of what it is about
}

// element tells of an element whether it is there, where, and whether it must be.
type element struct {
	Element  informativa.Element `json:"element"`
	Number   int                 `json:"number"` // by which the page marks it in the text
	Label    string              `json:"label"`
	Found    bool                `json:"found"`
	Required gdpr.Answer         `json:"required"`
	Places   []place             `json:"places,omitempty"`
}

// place is a place in the text.
type place struct {
	informativa.Span
	Line  int    `json:"line"`
	Quote string `json:"quote"`
}

// values are what the text gives besides.
type values struct {
	Mailboxes []informativa.Mailbox    `json:"mailboxes,omitempty"`
	Phones    []informativa.Phone      `json:"phones,omitempty"`
	Periods   []informativa.Period     `json:"periods,omitempty"`
	Citations []informativa.Citation   `json:"citations,omitempty"`
	Updates   []informativa.Update     `json:"updates,omitempty"`
	Repeals   []informativa.RepealedAt `json:"repeals,omitempty"`
	Blanks    []informativa.Span       `json:"blanks,omitempty"`
}

// add reads a file and puts what is found in it into the report.
func (r *report) add(name string, data []byte, err error) {
	n := notice{Name: name, Findings: []finding{}}
	if name == "-" {
		n.Name = say(r.tag, "ingresso standard", "standard input")
	}
	var text source.Text
	if err == nil {
		text, err = source.Decode(name, data)
	}
	if err != nil {
		n.Error = explain(err, r.tag)
	} else {
		n.read(text, r.Context, r.tag)
	}
	r.Notices = append(r.Notices, n)
}

func explain(err error, tag language.Tag) string {
	if p, ok := err.(source.Problem); ok {
		return gdpr.Text(p).In(tag)
	}
	return err.Error()
}

func (n *notice) read(s source.Text, in informativa.Context, tag language.Tag) {
	reading := informativa.Scan(s.Text)
	lines := newLines(s.Text)
	n.text, n.Encoding, n.Language, n.Also, n.Words = s.Text, s.Encoding, reading.Language, reading.Also, reading.Words
	if s.Page {
		n.Text = s.Text
	}
	for _, f := range reading.Check(in).ByWeight() {
		n.Findings = append(n.Findings, finding{f.Code, f.Severity, 0, f.Where, f.Message(tag), f.Provisions, lines.about(f.Where)})
		last := &n.Findings[len(n.Findings)-1]
		if last.place != nil {
			last.Line = last.place.Line
		}
		if f.Severity == gdpr.Violation {
			n.Violations++
		}
	}
	if !n.Language.Readable() {
		return
	}
	if n.Language == informativa.Italian {
		legibility := informativa.Measure(s.Text)
		n.Gulpease, n.schooling = float64(int(legibility.Gulpease()*10))/10, legibility.Schooling()
	}
	for e := range informativa.Elements() {
		row := element{Element: e, Number: len(n.Elements) + 1, Label: e.Label(tag), Found: reading.Has(e), Required: e.Required(in)}
		for span := range reading.Evidence(e) {
			row.Places = append(row.Places, lines.place(span))
		}
		n.Elements = append(n.Elements, row)
	}
	n.Values = values{reading.Mailboxes, reading.Phones, reading.Periods, reading.Citations, reading.Updates, reading.Repeals, reading.Blanks}
}

// found counts the elements that are there.
func (n notice) found() int {
	count := 0
	for _, e := range n.Elements {
		if e.Found {
			count++
		}
	}
	return count
}

// best returns the number of the place to quote: the first that isn't a heading,
// which only promises.
func (e element) best(l lines) int {
	for i, p := range e.Places {
		if !strings.HasPrefix(l.text[l.starts[p.Line-1]:], "#") {
			return i
		}
	}
	return 0
}

// of returns the findings of a severity.
func (n notice) of(s gdpr.Severity) []finding {
	return slices.DeleteFunc(slices.Clone(n.Findings), func(f finding) bool { return f.Severity != s })
}

// severities are those of findings, from the gravest, and their headings.
var severities = [...]struct {
	gdpr.Severity
	heading gdpr.Text
}{
	{gdpr.Violation, gdpr.Text{IT: "Violazioni", EN: "Violations"}},
	{gdpr.Warning, gdpr.Text{IT: "Avvisi", EN: "Warnings"}},
	{gdpr.Advice, gdpr.Text{IT: "Consigli", EN: "Advice"}},
}

// lines tells on which line of a text a byte is.
type lines struct {
	text   string
	starts []int
}

func newLines(text string) lines {
	l := lines{text, []int{0}}
	for i := range len(text) {
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			l.starts = append(l.starts, i+1)
		}
	}
	return l
}

func (l lines) of(offset int) int { return sort.SearchInts(l.starts, offset+1) }

func (l lines) place(s informativa.Span) place {
	return place{s, l.of(s.Start), strings.Join(strings.Fields(l.text[s.Start:s.End]), " ")}
}

// about reads the place in a finding, "text[120:140]"; nil if it isn't one of
// the text.
func (l lines) about(where string) *place {
	var s informativa.Span
	if n, _ := fmt.Sscanf(where, "text[%d:%d]", &s.Start, &s.End); n != 2 || s.Start < 0 || s.Start > s.End || s.End > len(l.text) {
		return nil
	}
	p := l.place(s)
	return &p
}

// around returns what stands before and after a place on its lines, so that the
// whole is about as long as width.
func (l lines) around(p place, width int) (before, after string) {
	from := max(strings.LastIndexAny(l.text[:p.Start], "\r\n")+1, p.Start-4*width)
	to := len(l.text)
	if i := strings.IndexAny(l.text[p.End:], "\r\n"); i >= 0 {
		to = p.End + i
	}
	to = min(to, p.End+4*width)
	before, after = words(strings.TrimLeft(l.text[from:p.Start], "#-*+|> ")), words(l.text[p.End:to])
	room := max(0, width-utf8.RuneCountInString(p.Quote))
	if n := utf8.RuneCountInString(after); n < 2*room/3 {
		before = lastWords(before, room-n)
	} else {
		before = lastWords(before, room/3)
	}
	return before, firstWords(after, room-utf8.RuneCountInString(before))
}

// words returns text on one line, with a blank at an end that has any.
func words(text string) string {
	all := strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
	if all == "" {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsSpace(r) {
		all = " " + all
	}
	if r, _ := utf8.DecodeLastRuneInString(text); unicode.IsSpace(r) {
		all += " "
	}
	return all
}

const ellipsis = "…"

// firstWords cuts a text after so many letters at the most, between words.
func firstWords(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	for n = max(0, n-1); n > 0 && !unicode.IsSpace(runes[n]); n-- {
	}
	return string(runes[:n]) + ellipsis
}

// lastWords cuts it before its last words.
func lastWords(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	i := len(runes) - max(0, n-1)
	for ; i < len(runes) && !unicode.IsSpace(runes[i-1]); i++ {
	}
	return ellipsis + string(runes[i:])
}

// printable returns text without the control characters that would move a
// terminal's cursor or turn the text around.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r), r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return utf8.RuneError
		}
		return r
	}, text)
}

func say(tag language.Tag, it, en string) string { return gdpr.Text{IT: it, EN: en}.In(tag) }

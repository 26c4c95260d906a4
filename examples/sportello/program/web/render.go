package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

//go:embed static
var static embed.FS

//go:embed pages
var sources embed.FS

// pages are the templates by language and name.
type pages map[language.Tag]map[string]*template.Template

func newPages() pages {
	all := pages{}
	names, err := sources.ReadDir("pages")
	if err != nil {
		panic(err) // they are linked in
	}
	for _, tag := range []language.Tag{language.Italian, language.English} {
		all[tag] = map[string]*template.Template{}
		layout := template.Must(template.New("layout.html").Funcs(funcs(tag)).ParseFS(sources, "pages/layout.html", "pages/parts.html"))
		for _, name := range names {
			if name.Name() != "layout.html" && name.Name() != "parts.html" {
				page := template.Must(template.Must(layout.Clone()).ParseFS(sources, path.Join("pages", name.Name())))
				all[tag][strings.TrimSuffix(name.Name(), ".html")] = page
			}
		}
	}
	return all
}

// page is what a template is given.
type page struct {
	*visit
	Title string
	Flash string
	Data  any
}

// Today is the day of the desk.
func (p page) Today() date.Date { return date.NewAt(p.desk.Now()) }

// Now is the instant of the desk.
func (p page) Now() time.Time { return p.desk.Now() }

// Lang is the language of the page.
func (p page) Lang() string { return p.Tag.String() }

// Path is the address of the page.
func (p page) Path() string { return p.r.URL.RequestURI() }

// At reports whether the page belongs to a part of the desk.
func (p page) At(part string) bool {
	return p.r.URL.Path == part || part != "/" && strings.HasPrefix(p.r.URL.Path, part)
}

// IsSample reports whether the body is invented.
func (p page) IsSample() bool { return p.options.Sample }

// Problem is something wrong with the form.
type Problem struct{ Field, Text string }

// Problems are what is wrong with the form, in order.
func (p page) Problems() []Problem {
	if p.form == nil {
		return nil
	}
	var all []Problem
	for _, field := range p.form.order {
		all = append(all, Problem{field, p.form.problems[field]})
	}
	return all
}

// Body is the name of the body.
func (p page) Body() string {
	s, err := p.desk.State(p.ctx())
	if err != nil {
		return ""
	}
	return s.Body.Name
}

// show answers with a page.
func (v *visit) show(status int, name, title string, data any) error {
	p := page{visit: v, Title: title, Data: data}
	if v.Who.ID != 0 && status == http.StatusOK {
		p.Flash = v.sessions.PopString(v.ctx(), flashKey)
	}
	var out bytes.Buffer
	if err := v.pages[v.Tag][name].ExecuteTemplate(&out, "layout.html", p); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	v.w.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.w.Header().Set("Content-Language", v.Tag.String())
	v.w.WriteHeader(status)
	_, err := out.WriteTo(v.w)
	return ignoreClosed(err)
}

// ignoreClosed leaves the error of a browser that went away.
func ignoreClosed(error) error { return nil }

// field is one field of a form as a template shows it.
type field struct {
	Name, Label, Kind, Value, Hint, Problem string
	Required                                bool
	Options                                 []option
}

// option is a value to choose.
type option struct {
	Value, Label string
	Chosen       bool
}

// newField makes a field with the value that was typed, or else the one given.
func newField(p page, name, label, kind string, value any) field {
	f := field{Name: name, Label: label, Kind: kind, Value: valueOf(value)}
	f.Kind, f.Required = strings.CutSuffix(kind, "!")
	if p.form != nil {
		if typed, ok := p.form.values[name]; ok && len(typed) > 0 && f.Kind != "password" {
			f.Value = typed[0]
		}
		f.Problem = p.form.problems[name]
	}
	return f
}

// valueOf writes a value as the fields of a form want it.
func valueOf(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case date.Date:
		if v == 0 {
			return ""
		}
		return v.String()
	case time.Time:
		if v.IsZero() {
			return ""
		}
		return v.In(desk.Rome).Format("2006-01-02T15:04")
	case []string:
		return strings.Join(v, "\n")
	case int, int64:
		if s := fmt.Sprint(v); s != "0" {
			return s
		}
		return ""
	}
	return fmt.Sprint(value)
}

// say picks the text of a language.
func say(tag language.Tag, it, en string) string { return gdpr.Text{IT: it, EN: en}.In(tag) }

// funcs are what the templates of a language can call.
func funcs(tag language.Tag) template.FuncMap {
	t := func(it, en string) string { return say(tag, it, en) }
	return template.FuncMap{
		"t":       t,
		"day":     func(d date.Date) string { return shortDay(d) },
		"long":    func(d date.Date) string { return gdpr.FormatDate(d, tag) },
		"instant": func(at time.Time) string { return clock(at) },
		"label":   func(v any) string { return label(v, tag) },
		"cite":    func(p gdpr.Provision) string { return p.Cite(tag) },
		"message": func(f gdpr.Finding) string { return f.Message(tag) },
		"fine":    func(f gdpr.Finding) string { return f.Fine().Label(tag) },
		"text":    func(v interface{ Text(language.Tag) string }) string { return v.Text(tag) },
		"field":   newField,
		"hint":    func(hint string, f field) field { f.Hint = hint; return f },
		"choose": func(options []option, f field) field {
			f.Kind, f.Options = "select", chosen(options, f.Value)
			return f
		},
		"words":   func(name string) []option { return words(name, tag) },
		"answers": func() []option { return answers(tag) },
		"names":   names,
		"html":    markdown,
		"days":    func(n int) string { return days(n, tag) },
		"hours":   func(d time.Duration) string { return hours(d, tag) },
		"do":      func(action string) string { return actionLabel(action, tag) },
		"kind":    func(k any) string { return kindLabel(fmt.Sprint(k), tag) },
		"add":     func(a, b int) int { return a + b },
		"map":     pairs,
		"link":    link,
		"linkTo":  linkTo,
		"left":    func(r desk.Row, p page) string { return left(r, p.visit) },
		"changes": store.Changes,
		"list":    func(all ...any) []any { return all },
	}
}

func chosen(options []option, value string) []option {
	all := make([]option, len(options))
	for i, o := range options {
		o.Chosen = o.Value == value
		all[i] = o
	}
	return all
}

// names are texts to choose from, none of them too.
func names(all []string) []option {
	options := []option{{"", "—", false}}
	for _, name := range all {
		options = append(options, option{name, name, false})
	}
	return options
}

func answers(tag language.Tag) []option {
	var all []option
	for _, a := range []gdpr.Answer{gdpr.Unknown, gdpr.Yes, gdpr.No} {
		all = append(all, option{a.String(), a.Label(tag), false})
	}
	return all
}

// pairs makes a map of names and values.
func pairs(all ...any) map[string]any {
	m := map[string]any{}
	for i := 0; i+1 < len(all); i += 2 {
		m[fmt.Sprint(all[i])] = all[i+1]
	}
	return m
}

func shortDay(d date.Date) string {
	if d == 0 {
		return ""
	}
	return d.Format("02/01/2006")
}

// clock prints an instant in the time of the body.
func clock(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.In(desk.Rome).Format("02/01/2006 15:04")
}

// days says how many days are left, or how many it is late.
func days(n int, tag language.Tag) string {
	switch {
	case n == 0:
		return say(tag, "oggi", "today")
	case n == 1:
		return say(tag, "domani", "tomorrow")
	case n == -1:
		return say(tag, "da ieri", "since yesterday")
	case n < 0:
		return fmt.Sprintf(say(tag, "da %d giorni", "%d days ago"), -n)
	}
	return fmt.Sprintf(say(tag, "tra %d giorni", "in %d days"), n)
}

// hours says how much time is left, or by how much it is over.
func hours(d time.Duration, tag language.Tag) string {
	over := d < 0
	if over {
		d = -d
	}
	text := fmt.Sprintf("%d h %02d min", int(d.Hours()), int(d.Minutes())%60)
	if over {
		return say(tag, "scaduto da ", "over by ") + text
	}
	return text
}

// converter turns Markdown into HTML: what people wrote stays text, since raw HTML isn't passed on.
var converter = goldmark.New(goldmark.WithExtensions(extension.Table))

// markdown shows a paper of the library as HTML.
func markdown(text string) template.HTML {
	var out bytes.Buffer
	if err := converter.Convert([]byte(text), &out); err != nil {
		return template.HTML("<pre>" + template.HTMLEscapeString(text) + "</pre>")
	}
	return template.HTML(out.String())
}

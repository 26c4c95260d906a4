package register

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Sheet is a table of the register for people: a host writes it as CSV, or as
// one sheet of a workbook. Each cell is safe in a spreadsheet as it stands (see
// [Cell]). For Italian Excel a CSV begins with a byte order mark and separates
// cells with semicolons.
//
// Law: Regolamento 16(2); Regolamento 16(3).
type Sheet struct {
	ID      string     `json:"id"`   // "header", "activities", "services"
	Name    string     `json:"name"` // as it is shown
	Columns []Column   `json:"columns"`
	Rows    [][]string `json:"rows"` // of as many cells as there are columns
}

// Column is a column of a sheet.
type Column struct {
	ID      string `json:"id"`      // stable, for programs
	Heading string `json:"heading"` // as it is shown
}

// Sheets returns the whole register for the authority, which may ask for it at
// any time and must have it at once: the header with the number of entries, the
// controller's activities in the eight columns of the Garante's model, and what
// the Comune does as a processor. Headings and words are in the language that [gdpr.Match] picks for
// tag; what the Comune wrote stays as it is.
//
// Law: Regolamento 16(1); Regolamento 16(2); Regolamento 16(3); GDPR 30(1); GDPR 30(2); GDPR 30(4).
func (r Register) Sheets(tag language.Tag) []Sheet {
	return []Sheet{r.headerSheet(tag), r.activitySheet(tag), r.serviceSheet(tag)}
}

func sheet(tag language.Tag, id string, columns ...string) Sheet {
	s := Sheet{ID: id, Name: catalog.Text(tag, "register.sheet."+id), Columns: make([]Column, len(columns))}
	for i, c := range columns {
		s.Columns[i] = Column{c, catalog.Text(tag, "register.column."+c)}
	}
	return s
}

func (r *Register) headerSheet(tag language.Tag) Sheet {
	s := sheet(tag, "header", "item", "content")
	row := func(item string, values ...string) {
		s.Rows = append(s.Rows, []string{catalog.Text(tag, "register.item."+item), Cell(values...)})
	}
	row("controller", r.Controller.lines()...)
	for i := range r.Joint {
		row("joint", r.Joint[i].lines()...)
	}
	row("officer", r.Officer.lines()...)
	row("created", day(r.Created))
	row("updated", day(r.Updated))
	row("dating", day(r.Dating.Date), r.Dating.Means)
	for i := range r.Processors {
		row("processor", r.Processors[i].lines()...)
	}
	for _, o := range r.Offices {
		row("office", o.Name, o.Manager)
	}
	row("activities", strconv.Itoa(len(r.Activities)))
	row("services", strconv.Itoa(len(r.Services)))
	return s
}

func (r *Register) activitySheet(tag language.Tag) Sheet {
	s := sheet(tag, "activities", "activity", "purposes", "subjects", "data", "recipients", "transfers", "retention", "measures")
	processors, joint := names(r.Processors), names(r.Joint)
	for i := range r.Activities {
		a := &r.Activities[i]
		var purposes, data, recipients, retention []string
		for _, p := range a.Purposes {
			purposes = append(purposes, detail(p.Text, p.Basis.Label(tag), p.Norm))
		}
		for c := range a.Special.Conditions() {
			purposes = append(purposes, detail(c.Label(tag), c.Provision().Cite(tag)))
		}
		if !blank(a.Norm) {
			purposes = append(purposes, a.Norm)
		}
		if term := a.Retention.text(tag); term != "" {
			retention = append(retention, term)
		}
		for _, d := range a.Data {
			kind := ""
			if d.Kind != Ordinary {
				kind = d.Kind.Label(tag)
			}
			data = append(data, detail(d.Text, kind))
			if term := d.Retention.text(tag); term != "" {
				retention = append(retention, d.Text+": "+term)
			}
		}
		for _, p := range a.Recipients {
			recipients = append(recipients, detail(p.Name, p.Country))
		}
		for _, id := range a.Processors {
			recipients = append(recipients, detail(named(processors, id), catalog.Text(tag, "register.item.processor")))
		}
		for _, id := range a.Joint {
			recipients = append(recipients, detail(named(joint, id), catalog.Text(tag, "register.item.joint")))
		}
		s.Rows = append(s.Rows, []string{
			Cell(a.Name, a.Office),
			Cell(purposes...),
			Cell(a.Subjects...),
			Cell(data...),
			Cell(orNone(tag, recipients, a.Disclosed)...),
			Cell(orNone(tag, transferLines(tag, a.Transfers), a.Abroad)...),
			Cell(retention...),
			Cell(a.Measures...),
		})
	}
	return s
}

func (r *Register) serviceSheet(tag language.Tag) Sheet {
	s := sheet(tag, "services", "controller", "representative", "officer", "processing", "transfers", "measures", "subprocessors")
	processors := names(r.Processors)
	for i := range r.Services {
		v := &r.Services[i]
		subs := make([]string, len(v.Subcontract))
		for j, id := range v.Subcontract {
			subs[j] = named(processors, id)
		}
		s.Rows = append(s.Rows, []string{
			Cell(v.Controller.lines()...),
			Cell(v.Representative.lines()...),
			Cell(v.Officer.lines()...),
			Cell(v.Processing...),
			Cell(orNone(tag, transferLines(tag, v.Transfers), v.Abroad)...),
			Cell(v.Measures...),
			Cell(subs...),
		})
	}
	return s
}

// Cell returns the values as one cell of a table: one to a line, blank ones left
// out. Line breaks and other control characters inside a value become spaces, so
// that the lines can be told apart again. A cell that a spreadsheet would take
// for a formula, because it begins with one of = + - @, gets an apostrophe
// before it: the register holds what people wrote, and some of it comes from
// outside.
//
// Law: Regolamento 16(1); Regolamento 16(3).
func Cell(values ...string) string {
	var b strings.Builder
	for _, v := range values {
		v = strings.TrimSpace(strings.Map(printable, strings.ToValidUTF8(v, "�")))
		if v == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		} else if strings.ContainsRune(formulas, []rune(v)[0]) {
			b.WriteByte('\'')
		}
		b.WriteString(v)
	}
	return b.String()
}

// formulas are the characters that begin a formula.
const formulas = "=+-@＝＋－＠"

// printable maps what can't stand in a cell to a space, and drops what nobody
// sees but could hide what stands first.
func printable(r rune) rune {
	switch {
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsControl(r), unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r):
		return ' '
	}
	return r
}

// lines says who a party is and how to reach it.
func (p *Party) lines() []string {
	return []string{p.Name, p.Address, p.Email, p.PEC, p.Phone, p.Act}
}

func names(ps []Party) map[string]string {
	m := make(map[string]string, len(ps))
	for _, p := range ps {
		m[p.ID] = p.Name
	}
	return m
}

// named returns the name of a party, or its id where there is none.
func named(m map[string]string, id string) string { return first(m[id], id) }

// detail returns a text with what is to be known of it in brackets.
func detail(text string, details ...string) string {
	var known []string
	for _, d := range details {
		if !blank(d) {
			known = append(known, d)
		}
	}
	if known == nil {
		return text
	}
	return text + " (" + strings.Join(known, "; ") + ")"
}

// orNone returns the lines, or the word for "none" where there are said to be
// none.
func orNone(tag language.Tag, lines []string, listed Listed) []string {
	if len(lines) == 0 && listed == gdpr.No {
		return []string{catalog.Text(tag, "register.none")}
	}
	return lines
}

func transferLines(tag language.Tag, ts []Transfer) []string {
	lines := make([]string, len(ts))
	for i, t := range ts {
		safeguard := t.Safeguard.Label(tag)
		if p := t.Safeguard.Provision(); p != "" {
			safeguard += ", " + p.Cite(tag)
		}
		lines[i] = detail(first(t.Country, t.Organisation), safeguard, t.Documents)
	}
	return lines
}

// text says how long data are kept.
func (r *Retention) text(tag language.Tag) string {
	var parts []string
	if r.Period.N > 0 && r.Period.Unit != 0 {
		period := r.Period.Label(tag)
		if !blank(r.From) {
			period = catalog.Text(tag, "register.term.from", period, r.From)
		}
		parts = append(parts, period)
	}
	if !blank(r.Criterion) {
		parts = append(parts, r.Criterion)
	}
	return strings.Join(parts, "; ")
}

// day writes a date as people do, or nothing for none.
func day(d date.Date) string {
	if d == 0 {
		return ""
	}
	return d.Format("02/01/2006")
}

package register

import (
	"iter"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/page"
)

// All yields the sheet row by row, its headings first, as [encoding/csv] writes
// them. Each row is the caller's own.
//
//	for row := range s.All() {
//		w.Write(row)
//	}
//
// Law: Regolamento 16(3); GDPR 30(3).
func (s Sheet) All() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		if !yield(s.headings()) {
			return
		}
		for _, row := range s.Rows {
			if !yield(append([]string(nil), row...)) {
				return
			}
		}
	}
}

func (s *Sheet) headings() []string {
	head := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		head[i] = c.Heading
	}
	return head
}

// Markdown renders the sheet: its name as a title, and one table. A sheet without
// rows says so. Whatever people wrote stays plain text. The language is that of
// the sheet; tag is for the word that stands for no rows.
//
// Law: Regolamento 16(3); GDPR 30(3).
func (s Sheet) Markdown(tag language.Tag) string {
	p := page.New(tag)
	s.write(p, 1)
	return p.String()
}

// write adds the sheet to a page, its title at a depth.
func (s *Sheet) write(p *page.Page, depth int) {
	p.Title(depth, s.Name)
	if len(s.Rows) == 0 {
		p.Text(catalog.Text(p.Tag, "register.none"))
		return
	}
	rows := make([][]string, len(s.Rows))
	for i, row := range s.Rows {
		rows[i] = make([]string, len(row))
		for j, cell := range row {
			rows[i][j] = unguarded(cell)
		}
	}
	p.Table(s.headings(), rows)
}

// unguarded drops the apostrophe that keeps a spreadsheet from taking the cell for
// a formula: a page has none.
func unguarded(cell string) string {
	rest, ok := strings.CutPrefix(cell, "'")
	if ok && rest != "" && strings.ContainsRune(formulas, []rune(rest)[0]) {
		return rest
	}
	return cell
}

// Markdown renders the whole register on one page, as the Garante's model has it:
// the header, the controller's activities, and what the body does as a processor,
// with who that is and its data protection officer before it. Headings are in the
// language that [gdpr.Match] picks for tag; whatever people wrote stays as it is,
// and plain text.
//
// Law: Regolamento 16(1); Regolamento 16(2); Regolamento 16(3); GDPR 30(1); GDPR 30(2); GDPR 30(3).
func (r Register) Markdown(tag language.Tag) string {
	tag = gdpr.Match(tag)
	p := page.New(tag)
	p.Title(1, catalog.Text(tag, "register.sheet.title"))
	for _, s := range r.Sheets(tag) {
		if s.ID == "services" && len(s.Rows) > 0 {
			p.Title(2, s.Name)
			for _, who := range [...]struct {
				label string
				party *Party
			}{{"processor", &r.Controller}, {"officer", &r.Officer}} {
				p.Field(catalog.Text(tag, "register.item."+who.label), strings.ReplaceAll(unguarded(Cell(who.party.lines()...)), "\n", ", "))
			}
			s.write(p, 3)
			continue
		}
		s.write(p, 2)
	}
	return p.String()
}

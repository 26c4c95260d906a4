// Package page writes the papers of the library as Markdown (CommonMark with
// tables): titles, paragraphs, lists of fields, tables, in which whatever a
// person wrote stays plain text.
package page

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Page is a paper in one language, written from top to bottom. Labels and titles
// are the library's own text; what it is given as a value is escaped.
type Page struct {
	Tag language.Tag
	out strings.Builder
	in  block // what the last line is of
}

// block is what a line is of, which goes on until a blank line.
type block uint8

const (
	none block = iota
	list
	table
)

// New returns an empty page in the language of tag.
func New(tag language.Tag) *Page { return &Page{Tag: tag} }

// String returns the page, which ends with one line end.
func (p *Page) String() string {
	if p.out.Len() == 0 {
		return ""
	}
	return strings.TrimRight(p.out.String(), "\n") + "\n"
}

// Title writes a title of a depth from 1 to 6.
func (p *Page) Title(depth int, text string) {
	p.end()
	p.out.WriteString(strings.Repeat("#", min(max(depth, 1), 6)) + " " + Inline(text) + "\n\n")
}

// Text writes what a person wrote, its paragraphs kept.
func (p *Page) Text(text string) { p.Markup(Block(text)) }

// Line writes a paragraph of plain text on one line.
func (p *Page) Line(text string) { p.Markup(Inline(text)) }

// Markup writes a paragraph that is Markdown already.
func (p *Page) Markup(text string) {
	p.end()
	p.out.WriteString(text + "\n\n")
}

// Field writes one line of a list: a label in bold, and its value.
func (p *Page) Field(label, value string) { p.item("**" + Inline(label) + "**: " + Inline(value)) }

// Item writes one line of a list.
func (p *Page) Item(text string) { p.item(Inline(text)) }

func (p *Page) item(markup string) {
	p.begin(list)
	p.out.WriteString("- " + markup + "\n")
}

// Table writes a table: a row of headings, and the rows under it, each cell one
// line; a line end in a cell is a break.
func (p *Page) Table(head []string, rows [][]string) {
	p.Head(head...)
	for _, r := range rows {
		p.Row(r...)
	}
	p.end()
}

// Head begins a table with its row of headings.
func (p *Page) Head(cells ...string) {
	p.end()
	p.Row(cells...)
	p.out.WriteString("|" + strings.Repeat("---|", len(cells)) + "\n")
}

// Row writes one row of a table, each cell as in [Page.Table].
func (p *Page) Row(cells ...string) {
	p.begin(table)
	p.out.WriteString("|")
	for _, c := range cells {
		lines := strings.Split(strings.TrimSpace(c), "\n")
		for i, line := range lines {
			lines[i] = plain(line)
		}
		p.out.WriteString(" " + strings.Join(lines, "<br>") + " |")
	}
	p.out.WriteString("\n")
}

// begin begins or goes on with a list or a table.
func (p *Page) begin(b block) {
	if p.in != b {
		p.end()
	}
	p.in = b
}

// end ends a list or a table, which a blank line does.
func (p *Page) end() {
	if p.in != none {
		p.out.WriteString("\n")
		p.in = none
	}
}

// Inline returns what a person wrote as plain text on one line.
func Inline(text string) string { return opening(plain(text)) }

// plain is Inline for a place that isn't the start of a line.
func plain(text string) string {
	return marks.Replace(strings.Join(strings.Fields(visible(text)), " "))
}

// Block returns what a person wrote as plain text, its lines kept.
func Block(text string) string {
	lines := strings.Split(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")), "\n")
	for i, line := range lines {
		lines[i] = Inline(line)
	}
	return strings.Join(lines, "\n")
}

// marks are the characters that Markdown or HTML may take for more than text.
var marks = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "{", `\{`, "}", `\}`, "[", `\[`, "]", `\]`,
	"<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`, "!", `\!`, "&", `\&`, "$", `\$`,
)

// opening escapes what would make a list, a rule or a title of the line.
func opening(line string) string {
	if line == "" {
		return line
	}
	number := strings.TrimLeft(line, "0123456789")
	switch {
	case strings.ContainsRune("-+=", rune(line[0])):
		return `\` + line
	case number != line && number != "" && (number[0] == '.' || number[0] == ')'):
		return line[:len(line)-len(number)] + `\` + number
	}
	return line
}

// visible drops what can't be seen and changes what can: control characters, and
// those that turn the direction of the text around.
func visible(text string) string {
	hidden := func(r rune) bool {
		return unicode.IsControl(r) && !unicode.IsSpace(r) ||
			r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0xFEFF
	}
	if !strings.ContainsFunc(text, hidden) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if hidden(r) {
			return -1
		}
		return r
	}, text)
}

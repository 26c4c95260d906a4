package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

const (
	width      = 100 // columns of the text
	labelWidth = 34
	quoteWidth = 41
)

// writeText writes the report for people, in at most 100 columns, in colours on
// a terminal.
func writeText(w io.Writer, r report, colours bool) error {
	out := &page{Writer: bufio.NewWriter(w), tag: r.tag, colours: colours}
	for i, n := range r.Notices {
		if i > 0 {
			out.line("", "")
		}
		out.notice(n)
	}
	if facts := r.unknown(); len(facts) > 0 {
		var missing []string
		for _, f := range facts {
			missing = append(missing, f.label.In(r.tag)+" (-"+f.flag+")")
		}
		out.line("", "")
		out.paragraph("", say(r.tag, "Non si sa, e perciò ciò che ne dipende è un avviso e non una violazione: ",
			"Not known, so that what hangs on it is a warning and no violation: ")+strings.Join(missing, ", ")+".")
	}
	if len(r.Notices) > 1 {
		out.summary(r)
	}
	return out.Flush()
}

// page is text that is written in columns.
type page struct {
	*bufio.Writer
	tag     language.Tag
	colours bool
}

func (p *page) line(colour, text string) {
	text = strings.TrimRight(text, " ")
	if p.colours && colour != "" {
		text = "\x1b[" + colour + "m" + text + "\x1b[0m"
	}
	fmt.Fprintln(p, text)
}

func (p *page) paragraph(colour, text string) {
	for _, l := range wrap(text, width) {
		p.line(colour, l)
	}
}

func (p *page) say(it, en string) string { return say(p.tag, it, en) }

func (p *page) notice(n notice) {
	p.paragraph(bold, printable(n.Name))
	if n.Error != "" {
		p.paragraph(red, printable(n.Error))
		return
	}
	p.paragraph("", n.summary(p.tag))
	p.findings(n)
	p.table(n)
	p.values(n)
}

func (p *page) table(n notice) {
	if len(n.Elements) == 0 {
		return
	}
	p.line("", "")
	p.row(bold, " N", [5]string{p.say("ELEMENTO", "ELEMENT"), p.say("C'È", "THERE"), p.say("DOVUTO", "DUE"), p.say("RIGA", "LINE"), p.say("TESTO", "TEXT")})
	lines := newLines(n.text)
	for _, e := range n.Elements {
		cells := [5]string{e.Label, yes(p.tag, gdpr.Is(e.Found)), yes(p.tag, e.Required)}
		colour := ""
		switch {
		case e.Found:
			at := e.Places[e.best(lines)]
			before, after := lines.around(at, 2*quoteWidth-6)
			cells[3] = fmt.Sprint(at.Line)
			cells[4] = "«" + printable(before+at.Quote+after) + "»"
		case e.Required == gdpr.Yes:
			cells[1] = strings.ToUpper(cells[1]) // seen without colours too
			colour = red
		}
		p.row(colour, fmt.Sprintf("%2d", e.Number), cells)
	}
}

// row writes the cells of the table, on as many lines as they take, but of a
// quotation no more than three.
func (p *page) row(colour, number string, cells [5]string) {
	label, quote := wrap(cells[0], labelWidth), wrap(cells[4], quoteWidth)
	if len(quote) > 3 {
		quote = append(quote[:2], firstWords(quote[2]+" "+quote[3], quoteWidth-1)+"»")
	}
	for i := range max(len(label), len(quote)) {
		text, middle := "", ""
		if i < len(label) {
			text = label[i]
		}
		text += strings.Repeat(" ", labelWidth-utf8.RuneCountInString(text))
		if i == 0 {
			middle = fmt.Sprintf("%-5s %-6s %5s", cells[1], cells[2], cells[3])
		} else {
			number = "  "
		}
		text = fmt.Sprintf("%s %s  %-18s  ", number, text, middle)
		if i < len(quote) {
			text += quote[i]
		}
		p.line(colour, text)
	}
}

func (p *page) findings(n notice) {
	for _, s := range severities {
		of := n.of(s.Severity)
		if len(of) == 0 {
			continue
		}
		p.line("", "")
		p.line(bold, fmt.Sprintf("%s (%d)", s.heading.In(p.tag), len(of)))
		for _, f := range of {
			colour := ""
			if s.Severity == gdpr.Violation {
				colour = red
			}
			for i, l := range wrap(f.sentence(p.tag), width-4) {
				if i == 0 {
					p.line(colour, "  - "+l)
				} else {
					p.line(colour, "    "+l)
				}
			}
		}
	}
	if len(n.Findings) == 0 {
		p.line("", "")
		p.line(bold, p.say("Nessun rilievo", "No findings"))
	}
}

// sentence is a finding with its place and law.
func (f finding) sentence(tag language.Tag) string {
	s := printable(f.Message)
	if f.Line > 0 {
		s = fmt.Sprintf("%s %d: ", say(tag, "riga", "line"), f.Line) + s
	}
	if law := f.law(tag); law != "" {
		s += " (" + law + ")"
	}
	return s + " [" + string(f.Code) + "]"
}

// law lists the provisions as a jurist cites them.
func (f finding) law(tag language.Tag) string {
	var all []string
	for _, p := range f.Provisions {
		all = append(all, p.Cite(tag))
	}
	return strings.Join(all, "; ")
}

func (p *page) values(n notice) {
	for i, v := range n.list(p.tag) {
		if i == 0 {
			p.line("", "")
			p.line(bold, p.say("Valori trovati", "Values found"))
		}
		text := v.Text
		if v.Note != "" {
			text += " (" + v.Note + ")"
		}
		for j, l := range wrap(printable(text), width-26) {
			head := strings.Repeat(" ", 26)
			if j == 0 {
				head = fmt.Sprintf("  %-11s %s %5d  ", v.Kind, p.say("riga", "line"), v.Line)
			}
			p.line("", head+l)
		}
	}
}

// summary is a line for each of many files.
func (p *page) summary(r report) {
	p.line("", "")
	p.line(bold, fmt.Sprintf("%s: %d", p.say("Informative verificate", "Notices checked"), len(r.Notices)))
	for _, n := range r.Notices {
		state, colour := n.state(p.tag), ""
		if n.Violations > 0 || n.Error != "" {
			colour = red
		}
		name := []rune(printable(n.Name))
		if room := width - 2 - 44; len(name) > room {
			name = append([]rune(ellipsis), name[len(name)-room+1:]...) // the end of a path tells more
		}
		p.line(colour, fmt.Sprintf("  %-*s%s", width-2-42, string(name), state))
	}
}

// state tells in few words how a notice is.
func (n notice) state(tag language.Tag) string {
	switch {
	case n.Error != "":
		return say(tag, "non letta", "not read")
	case !n.Language.Readable():
		return say(tag, "non verificata: ", "not checked: ") + n.Language.Label(tag)
	}
	return fmt.Sprintf(say(tag, "violazioni %d, avvisi %d, elementi %d/%d", "violations %d, warnings %d, elements %d/%d"),
		n.Violations, len(n.of(gdpr.Warning)), n.found(), len(n.Elements))
}

// summary tells what kind of text a notice is.
func (n notice) summary(tag language.Tag) string {
	parts := []string{fmt.Sprintf(say(tag, "%d parole", "%d words"), n.Words)}
	if n.Language.Readable() {
		parts = append(parts, fmt.Sprintf(say(tag, "elementi %d su %d", "elements %d of %d"), n.found(), len(n.Elements)))
		if n.Language == informativa.Italian {
			parts = append(parts, fmt.Sprintf(say(tag, "leggibilità (Gulpease) %.0f su 100: %s", "readability (Gulpease) %.0f of 100: %s"), n.Gulpease, n.schooling.Label(tag)))
		} else {
			parts = append(parts, say(tag, "scritta in ", "written in ")+n.Language.Label(tag))
		}
		if n.Also != 0 {
			parts = append(parts, say(tag, "scritta anche in ", "written in ")+n.Also.Label(tag)+say(tag, "", " too"))
		}
	} else {
		parts = append(parts, say(tag, "lingua: ", "language: ")+n.Language.Label(tag))
	}
	switch n.Encoding {
	case "":
	case "utf-8":
		parts = append(parts, say(tag, "il file ha byte che non sono UTF-8", "the file has bytes that aren't UTF-8"))
	default:
		parts = append(parts, fmt.Sprintf(say(tag, "il file non è in UTF-8: letto come %s", "the file isn't UTF-8: read as %s"), n.Encoding))
	}
	if n.Text != "" {
		parts = append(parts, say(tag, "righe del testo estratto dalla pagina", "lines of the text drawn from the page"))
	}
	return strings.Join(parts, " · ")
}

// yes writes an answer.
func yes(tag language.Tag, a gdpr.Answer) string {
	switch a {
	case gdpr.Yes:
		return say(tag, "sì", "yes")
	case gdpr.No:
		return "no"
	}
	return "?"
}

// wrap breaks a text into lines of at most so many columns, between words where
// it can.
func wrap(text string, columns int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for {
			room := columns - utf8.RuneCountInString(line)
			if line != "" {
				room--
			}
			length := utf8.RuneCountInString(word)
			if length <= room {
				if line != "" {
					line += " "
				}
				line += word
				break
			}
			if line != "" {
				lines = append(lines, line)
				line = ""
				continue
			}
			runes := []rune(word)
			lines = append(lines, string(runes[:columns]))
			word = string(runes[columns:])
		}
	}
	return append(lines, line)
}

const (
	bold = "1"
	red  = "31"
)

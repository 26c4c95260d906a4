package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/scadenzario/book"
)

const (
	width  = 100 // columns of the text
	states = 16  // columns of the state: no word of one is broken
	indent = 54  // columns before the last one of the table
)

// writeText writes the book for people, in at most 100 columns, in colours on a
// terminal.
func writeText(w io.Writer, b book.Book, colours bool) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, paint(colours, bold, fit(b.Comune+say(b.Tag, " · scadenze al ", " · deadlines on ")+longDate(b.On, b.Tag))))
	fmt.Fprintln(out)
	if len(b.Rows) > 0 {
		fmt.Fprintf(out, "%-10s  %-10s  %10s  %-16s  %s\n", say(b.Tag, "SCADE", "DUE"), say(b.Tag, "PRUDENTE", "SAFE"),
			say(b.Tag, "MANCANO", "LEFT"), say(b.Tag, "STATO", "STATE"), say(b.Tag, "CHE COSA", "WHAT"))
	}
	for _, r := range b.Rows {
		lines := wrap(r.What+"  ["+r.Ref+"]", width-indent)
		state := wrap(r.State, states)
		for _, note := range append(r.Notes, r.Law.Cite(b.Tag)) {
			lines = append(lines, wrap(note, width-indent)...)
		}
		for i := range max(len(lines), len(state)) {
			var head string
			if i == 0 {
				head = fmt.Sprintf("%s  %s  %10s  ", day(r.Due), day(r.Safe), left(r, b.Tag))
			} else {
				head = strings.Repeat(" ", 36)
			}
			line := head + column(state, i, states) + "  " + column(lines, i, 0)
			switch {
			case i == 0 && r.Late:
				line = paint(colours, red, line)
			case i == 0 && r.Left <= 7:
				line = paint(colours, yellow, line)
			}
			fmt.Fprintln(out, strings.TrimRight(line, " "))
		}
	}
	if len(b.Rows) > 0 {
		fmt.Fprintln(out)
	}
	writeFindings(out, b, colours)
	return out.Flush()
}

func writeFindings(out *bufio.Writer, b book.Book, colours bool) {
	fmt.Fprintln(out, paint(colours, bold, capital(findingsTitle(b))))
	for _, f := range b.Findings.ByWeight() {
		violation := f.Severity == gdpr.Violation
		if name := b.Subject(f.Where); name != "" {
			f.Where = name + " (" + f.Where + ")"
		}
		for j, part := range wrap(f.Line(b.Tag), width-4) {
			if j == 0 {
				part = "- " + part
			} else {
				part = "  " + part
			}
			if j == 0 && violation {
				part = paint(colours, red, part)
			}
			fmt.Fprintln(out, "  "+part)
		}
	}
}

// findingsTitle says how many findings there are.
func findingsTitle(b book.Book) string {
	title, _, _ := strings.Cut(b.Findings.Report(b.Tag), "\n")
	return title
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// left says how much time is left: days, or hours where the term is in hours.
func left(r book.Row, tag language.Tag) string {
	if r.LeftHours != nil {
		if *r.LeftHours > -1 && *r.LeftHours < 1 {
			return fmt.Sprintf("%+.0f min", *r.LeftHours*60)
		}
		return fmt.Sprintf("%+.1f %s", *r.LeftHours, say(tag, "ore", "h"))
	}
	return fmt.Sprintf("%+d %s", r.Left, say(tag, "gg", "d"))
}

func column(lines []string, i, width int) string {
	line := ""
	if i < len(lines) {
		line = lines[i]
	}
	return line + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(line)))
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

// fit cuts a line to the width.
func fit(line string) string {
	if utf8.RuneCountInString(line) <= width {
		return line
	}
	return string([]rune(line)[:width-1]) + "…"
}

// day prints a day in the columns of a table, as clerks write it.
func day(d date.Date) string { return d.Format("02/01/2006") }

// say picks the text of the language.
func say(tag language.Tag, it, en string) string { return gdpr.Text{IT: it, EN: en}.In(tag) }

func longDate(d date.Date, tag language.Tag) string { return gdpr.FormatDate(d, tag) }

const (
	bold   = "1"
	red    = "31"
	yellow = "33"
)

func paint(colours bool, code, text string) string {
	if !colours {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

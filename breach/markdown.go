package breach

import (
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Markdown renders the notification as a summary to file and to copy into the
// Garante's form, in the language that gdpr.Match picks for tag. What is missing
// is said to be missing.
//
// Law: Regolamento 38(3); GDPR 33(3).
func (n Notification) Markdown(tag language.Tag) string {
	p := page{tag: tag}
	p.title(1, "notification")
	p.field("phase", p.word("breach.phase.", n.Phase.String()))
	p.field("sent", p.instant(n.Sent))
	p.field("channel", p.word("breach.channel.", n.Channel.String()))
	p.optional("reference", n.Reference)
	p.field("acts", n.Acts.Label(tag))
	p.field("kinds", n.Acts.Kinds().Label(tag))
	p.optional("delay", n.Delay)
	p.section(Nature, n.Nature)
	p.section(SubjectCategories, strings.Join(n.Subjects.Categories, "; "))
	p.section(SubjectNumber, p.number(n.Subjects))
	p.section(RecordCategories, strings.Join(n.Records.Categories, "; "))
	p.section(RecordNumber, p.number(n.Records))
	p.section(ContactPoint, n.Contact.line())
	p.section(Consequences, n.Consequences)
	p.section(Measures, n.Measures)
	if len(n.Pending) > 0 {
		p.title(2, "pending")
		for _, pending := range n.Pending {
			line := pending.Element.Label(tag) + ": " + p.or(pending.Why)
			if pending.Expected != 0 {
				line += " (" + p.text("expected", p.day(pending.Expected)) + ")"
			}
			p.item(line)
		}
	}
	return p.String()
}

// Markdown renders the communication as a letter to a person concerned, or as a
// public notice if its manner is Publicly, in the language that gdpr.Match picks
// for tag. What is missing is said to be missing.
//
// Law: Regolamento 39(2); GDPR 34(2); GDPR recital 86.
func (c Communication) Markdown(tag language.Tag) string {
	p := page{tag: tag}
	kind := "letter"
	if c.Manner == Publicly {
		kind = "public"
	}
	p.title(1, kind)
	p.paragraph(p.text(kind+"-opening", escape(p.or(c.From))))
	for _, part := range [...]struct{ label, text string }{
		{"letter-nature", c.Nature},
		{kind + "-consequences", c.Consequences},
		{"letter-measures", c.Measures},
		{kind + "-advice", c.Advice},
		{"letter-contact", c.Contact.line()},
	} {
		p.title(2, part.label)
		p.paragraph(escape(p.or(part.text)))
	}
	p.paragraph(p.text("letter-closing"))
	p.paragraph(escape(p.or(c.From)))
	if sent := p.instant(c.Sent); sent != "" {
		p.paragraph(sent)
	}
	return p.String()
}

// Markdown renders the entry as the technical sheet of the breach, in the
// language that gdpr.Match picks for tag, with the reasons of the assessment.
//
// Law: Regolamento 40(1); Regolamento 40(2); GDPR 33(5).
func (e Entry) Markdown(tag language.Tag) string {
	p := page{tag: tag}
	assessed := e.Facts.Assess()
	p.heading(1, p.text("sheet", strconv.Itoa(e.Number)))
	p.field("recorded", p.instant(e.Recorded))
	p.field("occurred", p.instant(e.Awareness.Occurred))
	p.field("aware", p.instant(e.Awareness.Aware))
	if !e.Awareness.Processor.IsZero() {
		p.field("processor", p.instant(e.Awareness.Processor))
	}
	if w, err := e.Awareness.Window(); err == nil {
		p.field("notify-by", p.instant(w.Safe))
	}
	p.field("office", e.Office)
	p.field("description", e.Description)
	p.field("devices", strings.Join(e.Devices, "; "))
	p.field("data", strings.Join(e.Data, "; "))
	p.field("subjects", strings.Join(e.Subjects.Categories, "; "))
	p.field("number", p.number(e.Subjects))
	p.field("recipients", strings.Join(e.Recipients, "; "))
	p.field("measures-before", e.MeasuresBefore)
	p.field("measures-after", e.MeasuresAfter)
	p.field("effects", e.Effects)

	p.title(2, "assessment")
	p.field("acts", assessed.Acts().Label(tag))
	p.field("kinds", assessed.Acts().Kinds().Label(tag))
	p.field("assessed", assessed.Level.Label(tag))
	p.field("level", e.Level.Label(tag))
	p.optional("reasons", e.Reasons)
	p.endList()
	for r := range assessed.Reasons() {
		p.item(r.Text(tag) + " (" + r.Provision.Cite(tag) + ")")
	}

	p.title(2, "procedure")
	p.field("learned", p.instant(e.Procedure.Learned))
	p.field("reported", p.instant(e.Procedure.Reported))
	p.field("report", e.Procedure.Report)
	p.field("categories", strings.Join(e.Procedure.Categories, "; "))
	p.field("opinion-asked", p.day(e.Procedure.Opinion.Asked))
	p.field("opinion-given", p.day(e.Procedure.Opinion.Given))
	p.field("advised-level", e.Procedure.Advised.Level.Label(tag))
	p.field("advised-measures", e.Procedure.Advised.Measures)
	if e.Procedure.Opinion.Departed == gdpr.Yes {
		p.field("departure", e.Procedure.Opinion.Reasons)
	}
	p.field("decided", p.instant(e.Procedure.Decided))
	p.field("notify", p.answer(e.Procedure.Notify))
	p.optional("not-notified", e.Procedure.Reasons)

	p.title(2, "duties")
	for _, n := range e.Notifications {
		p.item(p.text("notified", p.or(p.word("breach.phase.", n.Phase.String())), p.or(p.instant(n.Sent))))
	}
	for _, c := range e.Communications {
		p.item(p.text("communicated", c.Manner.Label(tag), p.or(p.instant(c.Sent)), c.Informed))
	}
	for _, o := range e.Orders {
		p.item(p.text("ordered", p.or(p.day(o.Received)), p.or(o.Text)))
	}
	p.field("telling", e.owed().Label(tag))
	p.optional("not-told", e.NotTold)
	if !e.Closed.IsZero() {
		p.title(2, "end")
		p.field("closed", p.instant(e.Closed))
		p.field("seal", e.Seal)
		for _, a := range e.Amendments {
			p.item(p.or(p.instant(a.At)) + ", " + p.or(a.By) + ": " + p.or(a.Text))
		}
	}
	return p.String()
}

func (c Contact) line() string {
	var parts []string
	for _, part := range [...]string{c.Name, c.Role, c.Email, c.Phone} {
		if !blank(part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// page writes Markdown with labels in one language.
type page struct {
	strings.Builder
	tag  language.Tag
	list bool // the last line is of a list
}

// text returns the text of a label.
func (p *page) text(key string, args ...any) string {
	return catalog.Text(p.tag, "breach.label."+key, args...)
}

// or returns s, or the words for something missing.
func (p *page) or(s string) string {
	if blank(s) {
		return p.text("missing")
	}
	return s
}

func (p *page) title(depth int, label string) { p.heading(depth, p.text(label)) }

func (p *page) heading(depth int, text string) {
	p.endList()
	p.WriteString(strings.Repeat("#", depth) + " " + text + "\n\n")
}

func (p *page) section(e Element, text string) {
	p.heading(2, e.Label(p.tag))
	p.paragraph(escape(p.or(text)))
}

func (p *page) paragraph(text string) {
	p.endList()
	p.WriteString(text + "\n\n")
}

func (p *page) field(label, text string) {
	p.list = true
	p.WriteString("- **" + p.text(label) + "**: " + inline(p.or(text)) + "\n")
}

func (p *page) optional(label, text string) {
	if !blank(text) {
		p.field(label, text)
	}
}

func (p *page) item(text string) {
	p.list = true
	p.WriteString("- " + inline(text) + "\n")
}

// endList ends a list.
func (p *page) endList() {
	if p.list {
		p.WriteString("\n")
		p.list = false
	}
}

func (p *page) word(prefix, word string) string {
	if word == "" {
		return ""
	}
	return catalog.Text(p.tag, prefix+word)
}

func (p *page) answer(a gdpr.Answer) string { return p.text("answer-" + a.String()) }

func (p *page) number(g Group) string {
	switch {
	case g.Number <= 0:
		return ""
	case g.Approximate:
		return p.text("about", strconv.Itoa(g.Number))
	}
	return strconv.Itoa(g.Number)
}

func (p *page) instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if gdpr.Match(p.tag) == language.English {
		return t.Format("2 January 2006, 15:04 (-07:00)")
	}
	return t.Format("02/01/2006, ore 15:04 (-07:00)")
}

func (p *page) day(d date.Date) string {
	switch {
	case d == 0:
		return ""
	case gdpr.Match(p.tag) == language.English:
		return d.Format("2 January 2006")
	}
	return d.Format("02/01/2006")
}

// markup are the characters that Markdown or HTML would take for more than text.
var markup = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "#", `\#`, "[", `\[`, "]", `\]`,
	"<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`, "!", `\!`, "&", `\&`,
	"\r\n", "\n", "\r", "\n",
)

// escape returns what someone wrote as plain text of Markdown, its paragraphs
// kept. A line that would begin a list, a rule or an underline is escaped.
func escape(s string) string {
	lines := strings.Split(markup.Replace(strings.TrimSpace(s)), "\n")
	for i, line := range lines {
		line = strings.TrimSpace(line)
		number := strings.TrimLeft(line, "0123456789")
		switch {
		case number == "":
		case strings.ContainsRune("-+=", rune(line[0])):
			line = `\` + line
		case number != line && (number[0] == '.' || number[0] == ')'):
			line = strings.TrimSuffix(line, number) + `\` + number
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

// inline returns what someone wrote as plain text on one line.
func inline(s string) string { return strings.Join(strings.Fields(markup.Replace(s)), " ") }

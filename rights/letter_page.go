package rights

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/page"
)

// Markdown renders the letter, in the language that gdpr.Match picks for tag,
// with a marked blank for each content that is missing. Whatever people wrote
// stays plain text.
//
// Law: GDPR 12(1); GDPR 12(3); GDPR 12(4).
func (l Letter) Markdown(tag language.Tag) string {
	w := letterWriter{Page: page.New(tag), l: &l}
	w.head()
	for p := range l.Parts() {
		w.part(p)
	}
	w.foot()
	return w.String()
}

// letterWriter writes one letter.
type letterWriter struct {
	*page.Page
	l *Letter
}

func (w *letterWriter) say(key string, args ...any) string {
	return catalog.Text(w.Tag, "rights.sheet."+key, args...)
}

// or returns the text, or a marked blank that names what is missing.
func (w *letterWriter) or(text, what string) string {
	if marked(text) {
		return "**[" + w.say("blank", what) + "]**"
	}
	return page.Block(text)
}

func (w *letterWriter) head() {
	l := w.l
	body := w.or(l.From.Body, w.say("body"))
	if !marked(l.From.Body) {
		body = "**" + body + "**"
	}
	w.Markup(body + "\\\n" + w.or(l.From.Office, w.say("office")) + w.below(l.From.Address))
	w.Markup(w.or(l.To.Name, w.say("name")) + w.acting() + w.below(l.To.Address))
	day := w.or("", w.say("day"))
	if l.Day != 0 {
		day = gdpr.FormatDate(l.Day, w.Tag)
	}
	if !marked(l.From.Place) {
		day = page.Inline(l.From.Place) + ", " + day
	}
	number := page.Inline(w.say("protocol") + " " + l.Protocol)
	if marked(l.Protocol) {
		number = w.or("", w.say("protocol"))
	}
	w.Markup(number + "\\\n" + day)
	subject := l.Kind.Label(w.Tag)
	if r := l.Request.Right.Label(w.Tag); r != "" && l.Kind != AnswerToGarante && l.Kind != LiftingNotice {
		subject += " (" + r + ")"
	}
	if l.Request.ID != "" && l.toPerson() {
		subject += ", " + w.say("yours", l.Request.ID)
	}
	w.Markup("**" + w.say("subject") + ": " + page.Inline(subject) + "**")
	if l.toPerson() {
		w.Markup(w.say("dear", w.or(l.To.Name, w.say("name"))))
	}
}

// below returns what stands under a line, if there is something.
func (w *letterWriter) below(text string) string {
	if marked(text) {
		return ""
	}
	return "\\\n" + strings.ReplaceAll(page.Block(text), "\n", "\\\n")
}

// acting says for whom the addressee acts.
func (w *letterWriter) acting() string {
	if !w.l.To.As.Valid() {
		return ""
	}
	return "\\\n" + w.say("acting."+w.l.To.As.String(), w.or(w.l.To.For, w.say("name")))
}

// toPerson reports whether the letter goes to the requester.
func (l *Letter) toPerson() bool {
	switch l.Kind {
	case ForwardedTo, ToldRecipient, ToldController, AnswerToGarante:
		return false
	}
	return true
}

func (w *letterWriter) part(p Part) {
	text := ""
	if p.Item != 0 {
		text = w.or(w.l.Says[p.Item], p.Item.Label(w.Tag))
	}
	if p.field {
		value := w.l.Says[p.Item]
		if marked(value) {
			value = "[" + w.say("blank", p.Item.Label(w.Tag)) + "]"
		}
		w.Field(p.Item.Label(w.Tag), value)
		return
	}
	said := catalog.Text(w.Tag, string(p.Code), w.args(p.args)...)
	if text != "" {
		said += " " + ended(text, p.Item)
	}
	said = strings.TrimSpace(said)
	if p.Code == "rights.part.officer" {
		said += " " + page.Inline(w.l.From.Officer)
	}
	w.Markup(said)
	if p.Code == "rights.part.denied" || p.Code == "rights.part.left_out" {
		w.reasons()
	}
}

// ended returns a text with a full stop, if it has no end of its own; an address
// of the web stays as it is.
func ended(text string, item Item) string {
	if item == NoticePlace || strings.HasSuffix(text, "**") || strings.ContainsRune(".!?:;)", rune(text[len(text)-1])) {
		return text
	}
	return text + "."
}

// args returns what a sentence takes: each letter stands for one thing.
func (w *letterWriter) args(letters string) (args []any) {
	l := w.l
	for _, letter := range letters {
		switch letter {
		case 'r':
			args = append(args, l.Request.Received)
		case 'q':
			asks := ""
			if l.Request.Right.Valid() {
				asks = w.say("asks." + l.Request.Right.String())
			}
			args = append(args, asks)
		case 'n':
			args = append(args, l.Request.Right.Label(w.Tag))
		case 'd':
			args = append(args, l.Timeline.InForce().Safe)
		case 'e':
			args = append(args, l.Timeline.Extended.Safe)
		case 't':
			args = append(args, l.Day)
		case 'g':
			args = append(args, w.authority())
		case 'w':
			args = append(args, w.whose())
		}
	}
	return args
}

// authority names the authority that one complains to.
func (w *letterWriter) authority() string {
	if italianLetter(w.l) {
		return w.say("garante")
	}
	return w.say("authority")
}

// whose says whose data the letter is about.
func (w *letterWriter) whose() string {
	switch {
	case w.l.To.As != 0:
		return w.say("of", w.or(w.l.To.For, w.say("name")))
	}
	return w.say("yours_data")
}

// reasons lists why the decision is so, each with its provision.
func (w *letterWriter) reasons() {
	for _, r := range w.l.Reasons {
		if r, ok := r.Under(w.l.Regime); ok {
			w.Item(r.Text(w.Tag) + " (" + r.Provision.Cite(w.Tag) + ")")
		}
	}
}

// law lists the provisions that the letter rests on, each once.
func (w *letterWriter) law() string {
	var law []string
	for p := range w.l.Parts() {
		for _, provision := range p.Provisions {
			if name := provision.Cite(w.Tag); !slices.Contains(law, name) {
				law = append(law, name)
			}
		}
	}
	return strings.Join(law, "; ")
}

func (w *letterWriter) foot() {
	w.Markup(w.say("regards"))
	w.Markup(w.or(w.l.From.Signed, w.say("signed")))
	if law := w.law(); law != "" {
		w.Markup(page.Inline(w.say("law", law)))
	}
}

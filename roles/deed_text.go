package roles

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Blank is what a deed's text has in the place of what is missing.
const Blank = "__________"

// The words of the deeds, a file for each role and language, for a jurist to
// edit: paragraphs with {names} in them, some of which begin with conditions in
// brackets that must all hold, "[template !board]".
//
//go:embed deeds/*.txt
var deeds embed.FS

// In writes the deed as a skeleton, in the language that [gdpr.Match] picks for
// tag: headings, premises, what is disposed, tasks, instructions, end,
// communications. What is missing is a [Blank]. It says and cites only what binds
// the body: the Mayor, the Giunta and the municipal regulation are the template's.
// A role without a deed gives "".
//
// Law: Regolamento 5(1); Regolamento 5(3); Regolamento 5(4); Regolamento 6(1); Regolamento 6(2); Regolamento 7(1); Regolamento 8(1); Regolamento 9(1); GDPR 28(3); GDPR 29; Codice 2-quaterdecies(1); Codice 2-quaterdecies(2).
func (d Deed) In(tag language.Tag) string {
	if !d.Role.Valid() || deedForms[d.Role] == nil {
		return ""
	}
	tag = gdpr.Match(tag)
	page, err := deeds.ReadFile("deeds/" + d.Role.String() + "." + tag.String() + ".txt")
	if err != nil {
		return ""
	}
	p := printer{&d, tag}
	var b strings.Builder
	for paragraph := range strings.SplitSeq(strings.TrimSpace(string(page)), "\n\n") {
		if text, holds := p.condition(paragraph); holds {
			p.fill(&b, text)
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// printer prints a deed in a language.
type printer struct {
	d   *Deed
	tag language.Tag
}

// condition returns a paragraph without its conditions, and whether they hold.
func (p printer) condition(paragraph string) (text string, holds bool) {
	if !strings.HasPrefix(paragraph, "[") {
		return paragraph, true
	}
	conditions, text, _ := strings.Cut(paragraph[1:], "] ")
	for c := range strings.FieldsSeq(conditions) {
		name, not := strings.CutPrefix(c, "!")
		if p.holds(name) == not {
			return "", false
		}
	}
	return text, true
}

// holds tells whether a condition does. What the template wants is printed, or a
// blank for it; without the template what isn't given isn't printed.
func (p printer) holds(name string) bool {
	d, template := p.d, p.d.template()
	switch name {
	case "template":
		return template
	case "italy":
		return d.Regime.Has(gdpr.ItalianLaw)
	case "board":
		return d.board()
	case "basis":
		return !blank(d.Basis)
	case "contact":
		return !blank(d.Contact)
	case "number":
		if d.Role == AsProcessor {
			return !blank(d.Contract.Number)
		}
		return template || !blank(d.Act.Number)
	case "date":
		return template || d.Role == AsAuthorised || d.Role == AsOfficer || d.Act.Date != 0
	case "reasons":
		return template && d.Role == AsManager || !blank(d.Act.Reasons)
	case "scope":
		return template || !blank(d.Act.Scope) || len(d.Act.Tasks) == 0 && d.Regime.Has(gdpr.ItalianLaw)
	case "tasks":
		return len(d.Act.Tasks) > 0 || template && d.Role != AsAuthorised
	case "until":
		return d.Act.Until != 0
	case "end":
		return d.Regime.Has(gdpr.PublicLaw) || d.Act.Until != 0
	case "signer":
		return !blank(d.Signer)
	case "modes":
		return template || !blank(d.Contract.Modes)
	case "duties":
		return template || !blank(d.Contract.Duties)
	}
	return false
}

// fill writes a text with its names put in.
func (p printer) fill(b *strings.Builder, text string) {
	for {
		before, rest, _ := strings.Cut(text, "{")
		b.WriteString(before)
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			return
		}
		b.WriteString(p.value(name))
		text = after
	}
}

// value returns what a name stands for. One that ends with a point is a whole
// sentence, with one stop; one that ends with a semicolon goes on after it.
func (p printer) value(name string) string {
	if bare, ok := strings.CutSuffix(name, "."); ok {
		return sentence(p.value(bare))
	}
	if bare, ok := strings.CutSuffix(name, ";"); ok {
		return clause(p.value(bare))
	}
	d, c := p.d, &p.d.Contract
	switch name {
	case "body":
		return given(d.Comune)
	case "the body":
		return withArticle(given(d.Comune))
	case "The body":
		return capital(withArticle(given(d.Comune)))
	case "form":
		return p.form()
	case "number":
		if d.Role == AsProcessor {
			return given(c.Number)
		}
		return given(d.Act.Number)
	case "date":
		if d.Role == AsProcessor {
			return p.date(c.Date)
		}
		return p.date(d.Act.Date)
	case "until":
		return p.date(d.Act.Until)
	case "HEAD":
		return strings.ToUpper(p.head())
	case "Head":
		return capital(p.head())
	case "BOARD":
		return strings.ToUpper(p.board())
	case "role":
		return p.role()
	case "basis":
		return given(d.Basis)
	case "appointee":
		return given(d.Appointee)
	case "contact":
		return given(d.Contact)
	case "signer":
		return given(d.Signer)
	case "reasons":
		return given(d.Act.Reasons)
	case "scope":
		return given(d.Act.Scope)
	case "ambit":
		return p.ambit()
	case "instructions":
		return given(d.Act.Instructions)
	case "tasks":
		return list(p.tasks())
	}
	return p.contract(name, c)
}

// contract returns what a name of a contract stands for.
func (p printer) contract(name string, c *Contract) string {
	switch name {
	case "subject":
		return given(c.Subject)
	case "duration":
		return p.duration(c)
	case "nature":
		return given(c.Nature)
	case "purpose":
		return given(c.Purpose)
	case "data":
		return givenList(c.Data)
	case "subjects":
		return givenList(c.Subjects)
	case "modes":
		return given(c.Modes)
	case "rights":
		return given(c.Rights)
	case "duties":
		return given(c.Duties)
	case "clauses":
		return list(p.clauses(c))
	}
	return Blank
}

// words returns a text of the deeds in the printer's language.
func (p printer) words(key string, args ...any) string {
	return catalog.Text(p.tag, "roles.deed."+key, args...)
}

// form names the form of the act, in capitals: the template's with the organ that
// takes it, which elsewhere stands in a line of its own.
func (p printer) form() string {
	d := p.d
	form := d.Act.Form
	if d.Role == AsProcessor {
		form = d.Contract.Form
	}
	switch {
	case !form.Valid(), d.Role == AsProcessor && form != ByContract && form != ByLegalAct,
		d.Role == AsOfficer && form != ByContract && (d.template() || form != ByLegalAct),
		d.template() && d.Role != AsAuthorised && d.Role != AsProcessor && !slices.Contains(deedForms[d.Role], form):
		return Blank
	case !d.template() && (form == ByDecree || form == ByResolution), form == ByLetter && d.Role != AsAuthorised:
		return strings.ToUpper(p.words("form." + form.String()))
	}
	return strings.ToUpper(form.Label(p.tag))
}

// head is the office that acts for the body.
func (p printer) head() string {
	if p.d.template() && blank(p.d.Head) {
		return p.words("mayor")
	}
	return given(p.d.Head)
}

// board is the board that resolves.
func (p printer) board() string {
	if p.d.template() && blank(p.d.Board) {
		return p.words("board")
	}
	return given(p.d.Board)
}

// role is what the appointed person is called.
func (p printer) role() string {
	switch {
	case !blank(p.d.Called):
		return p.d.Called
	case p.d.Regime.Has(gdpr.ItalianLaw):
		return p.words("designated")
	}
	return p.words("entrusted")
}

// ambit ends the sentence of an authorisation: with its scope, if it has one.
func (p printer) ambit() string {
	if !p.d.template() && blank(p.d.Act.Scope) {
		return "."
	}
	return p.words("ambit", sentence(p.d.Act.Scope))
}

// tasks lists the tasks of an act, with a blank for each that the template wants
// and is missing.
func (p printer) tasks() []string {
	d := p.d
	helps := make(map[Task]bool)
	for a := range d.Role.Assignments(0) {
		helps[a.Task] = a.Part == Helps
	}
	var items []string
	for _, t := range d.Act.Tasks {
		item := t.Label(p.tag)
		if helps[t] {
			item = p.words("help", item)
		}
		items = append(items, item)
	}
	for a := range d.Role.InAct() {
		if d.template() && !slices.Contains(d.Act.Tasks, a.Task) {
			items = append(items, Blank)
		}
	}
	return items
}

// clauses lists the clauses of a contract, with a blank for each that is missing.
func (p printer) clauses(c *Contract) []string {
	var items []string
	for one := range Clause(0).Values() {
		text := Blank
		if slices.Contains(c.Clauses, one) {
			text = one.Label(p.tag)
		}
		items = append(items, text)
	}
	return items
}

func (p printer) duration(c *Contract) string {
	if c.Until == 0 {
		return given(c.Duration)
	}
	until := p.words("until", p.date(c.Until))
	if blank(c.Duration) {
		return until
	}
	return until + "; " + c.Duration
}

// date writes a day as deeds do, or a blank for none.
func (p printer) date(d date.Date) string {
	if d == 0 {
		return Blank
	}
	return gdpr.FormatDate(d, p.tag)
}

// list numbers its items.
func list(items []string) string {
	var b strings.Builder
	for i, item := range items {
		stop := ";\n"
		if i == len(items)-1 {
			stop = "."
		}
		b.WriteString(strconv.Itoa(i+1) + ". " + item + stop)
	}
	return b.String()
}

// given returns the text, or a [Blank] if there is nothing to read.
func given(s string) string {
	if blank(s) {
		return Blank
	}
	return strings.TrimSpace(s)
}

// clause is given without a stop at the end, but for that of an abbreviation:
// "S.C.", "ecc.".
func clause(s string) string {
	s = strings.TrimRight(given(s), "; ")
	bare, stop := strings.CutSuffix(s, ".")
	if !stop || abbreviated(bare) {
		return s
	}
	return strings.TrimRight(bare, ".; ")
}

// abbreviated reports whether a text without its last point ends with an
// abbreviation: a word that has another point in it, or "ecc".
func abbreviated(s string) bool {
	last := s[strings.LastIndexAny(s, " \n\t'(")+1:]
	return strings.Contains(strings.TrimRight(last, "."), ".") || last == "ecc" || last == "etc"
}

// sentence is given with one stop at the end.
func sentence(s string) string {
	if s = clause(s); strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

func givenList(list []string) string {
	return given(strings.Join(slices.DeleteFunc(slices.Clone(list), blank), ", "))
}

// capital returns the text with a capital at its beginning.
func capital(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:n]) + s[n:]
}

// withArticle puts the Italian article before the name of a body, if it begins
// with a noun that the table knows; otherwise none, which is never wrong.
func withArticle(name string) string {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	table, err := deeds.ReadFile("deeds/articles.txt")
	if err != nil {
		return name
	}
	for row := range strings.Lines(string(table)) {
		article, nouns, _ := strings.Cut(strings.TrimSpace(row), " ")
		if article != "#" && slices.Contains(strings.Fields(nouns), first) {
			if strings.HasSuffix(article, "'") {
				return article + name
			}
			return article + " " + name
		}
	}
	return name
}

package dpia

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Markdown returns the assessment as Markdown in the language that [gdpr.Match]
// picks for tag: its contents in the order of the law, what the record, the
// description and the guarantees have, the register of risks with the ratings
// before and after, the officer's opinion, the views of the persons, the decision
// and who bears the risk that is left, and what [Assessment.Check] finds. Of the
// optional parts only those that are given stand there.
//
// Law: Regolamento 28(2); GDPR 35(7); GDPR 5(2); WP248 annex 2.
func (a Assessment) Markdown(tag language.Tag) string {
	p := newPage(tag, "assessment")
	p.head("item", "value")
	p.row("controller", p.or(a.Controller))
	p.row("processing", p.or(a.Processing))
	p.row("assessor", p.or(a.Author))
	p.row("begins", p.date(a.Begins))
	p.record(&a)
	for _, part := range [...]struct{ key, text string }{
		{"operations", a.Operations},
		{"purposes", a.Purposes},
		{"necessity", a.Necessity},
		{"proportionality", a.Proportionality},
		{"demonstration", a.Demonstration},
		{"codes", a.Codes},
	} {
		p.section(part.key)
		p.Line(p.or(part.text))
		if part.key == "operations" {
			p.description(&a.Description)
		}
	}
	p.guarantees(&a)
	p.risks(&a)
	p.section("opinion")
	p.opinion(a.Opinion)
	p.people(&a.Subjects)
	p.decided(&a)
	p.section("findings")
	fs := a.Check()
	for _, f := range fs {
		p.Item(f.Line(tag))
	}
	if len(fs) == 0 {
		p.Item(fs.Report(tag))
	}
	return p.String()
}

// given adds a row of the table at the head, if there is something to say.
func (p *page) given(key, text string) {
	if !blank(text) {
		p.row(key, p.listed(text))
	}
}

func (p *page) record(a *Assessment) {
	r := &a.Record
	p.given("offices", r.Offices)
	p.given("contact", r.Contact)
	p.given("officer", r.Officer)
	p.given("version", r.Version)
	p.given("ends", r.Ends)
	p.given("team", r.Team)
	p.given("evaluator", r.Evaluator)
	p.given("standards", r.Standards)
	p.given("left_out", r.LeftOut)
	if r.Completed != 0 {
		p.row("completed", p.date(r.Completed))
	}
	if r.Published.Known() {
		p.row("published", p.with(r.Published, r.How))
	}
	if len(r.Parties) > 0 {
		p.section("parties")
		p.head("party", "as", "tasks")
		for _, x := range r.Parties {
			p.Row(p.or(x.Name), p.or(x.As.Label(p.Tag)), p.listed(x.Tasks))
		}
	}
	p.grounds(r, a.Regime)
	if len(r.Log) > 0 {
		p.section("log")
		p.head("edition", "date", "by", "changed")
		for _, e := range r.Log {
			p.Row(p.or(e.Version), p.date(e.On), p.or(e.By), p.listed(e.What))
		}
	}
}

// grounds says why the assessment was made.
func (p *page) grounds(r *Record, regime gdpr.Regime) {
	if r.Screening == (Facts{}) && blank(r.Wished) {
		return
	}
	p.section("grounds")
	if s, err := Screen(r.Screening, Policy{Regime: regime}); err == nil && r.Screening != (Facts{}) {
		for reason := range s.Reasons() {
			p.reason(reason)
		}
	}
	if !blank(r.Wished) {
		p.Item(p.listed(r.Wished))
	}
}

// with returns an answer and what it is about.
func (p *page) with(a gdpr.Answer, text string) string {
	if blank(text) {
		return p.answer(a)
	}
	return p.answer(a) + ": " + p.listed(text)
}

func (p *page) description(d *Description) {
	for _, part := range [...]struct{ key, text string }{
		{"nature", d.Nature},
		{"extent", d.Extent},
		{"context", d.Context},
		{"responsibilities", d.Responsibilities},
		{"data", d.Data},
		{"lifecycle", d.Lifecycle},
		{"assets", d.Assets},
	} {
		if !blank(part.text) {
			p.part(part.key)
			p.Text(part.text)
		}
	}
	if d.CrossBorder.Known() || d.Abroad.Known() {
		p.part("where")
		p.item("cross_border", p.with(d.CrossBorder, d.Borders))
		p.item("abroad", p.with(d.Abroad, d.Countries))
	}
	if len(d.Items) > 0 {
		p.part("items")
		p.head("what", "persons", "special", "need", "recipients", "retention", "quality")
		for _, i := range d.Items {
			p.Row(p.or(i.What), p.listed(i.Persons), p.with(i.Special, i.Exception), p.listed(i.Need), p.listed(i.Recipients), p.listed(i.Retention), p.listed(i.Quality))
		}
	}
	if len(d.Uses) > 0 {
		p.part("uses")
		p.head("use", "further", "which", "basis", "ground")
		for _, u := range d.Uses {
			p.Row(p.or(u.Purpose), p.answer(u.Further), p.listed(u.Data), p.listed(u.Basis), p.listed(u.Why))
		}
	}
	if len(d.Phases) > 0 {
		p.part("phases")
		p.head("phase", "steps", "assets", "how")
		for _, f := range d.Phases {
			p.Row(p.or(f.Name), p.listed(f.Operations), p.listed(f.Assets), p.listed(f.How))
		}
	}
}

// guarantees lists what is given, and what annex 2 of WP248 still wants.
func (p *page) guarantees(a *Assessment) {
	p.section("guarantees")
	p.head("topic", "done", "effect", "state")
	for _, g := range a.Guarantees {
		p.Row(p.or(g.Topic.Label(p.Tag)), p.listed(g.Measures), p.listed(g.Effect), p.or(g.State.Label(p.Tag)))
	}
	for t := range a.Untreated() {
		if !a.lists(t) {
			p.Row(p.or(t.Label(p.Tag)), p.say("none"), p.say("none"), p.say("none"))
		}
	}
}

// lists reports whether the topic has a row of its own already.
func (a *Assessment) lists(t Topic) bool {
	return slices.ContainsFunc(a.Guarantees, func(g Guarantee) bool { return g.Topic == t })
}

func (p *page) risks(a *Assessment) {
	p.section("risks")
	if !blank(a.Method) {
		p.Text(a.Method)
	}
	p.head("event", "origin", "impacts", "before", "measure", "after", "high")
	for _, r := range a.Risks {
		p.Row(p.risk(r, a.residual(&r))...)
	}
	p.item("consultation", p.answer(a.Consultation()))
	if len(a.Common) > 0 {
		p.section("common")
		for _, m := range a.Common {
			p.Item(p.measure(m))
		}
	}
}

func (p *page) people(s *Subjects) {
	p.section("subjects")
	p.item("heard", p.answer(s.Heard))
	if !blank(s.Who) {
		p.item("who", p.listed(s.Who))
	}
	p.item("views", p.listed(s.Views))
	if s.Favours.Known() {
		p.item("agree", p.answer(s.Favours))
	}
	p.item("departed", p.answer(s.Departed))
	p.item("reasoned", p.or(s.Reasons))
}

func (p *page) decided(a *Assessment) {
	p.section("approval")
	if a.Verdict != (Verdict{}) {
		p.item("decision", p.or(a.Verdict.Decision.Label(p.Tag)))
		p.item("reasoned", p.listed(a.Verdict.Why))
		if a.Verdict.Decision == Conditional || !blank(a.Verdict.Conditions) {
			p.item("conditions", p.listed(a.Verdict.Conditions))
		}
	}
	p.item("approved", p.or(a.Approval.By), p.date(a.Approval.On))
	p.item("proof", p.or(a.Approval.Proof))
	p.item("accepted", p.or(a.Accepted.By), p.date(a.Accepted.On), p.or(a.Accepted.Reasons))
	p.item("review", p.date(a.Review))
	for _, c := range a.Changes {
		p.item("change", p.date(c.On), p.or(c.What), p.answer(c.AltersRisk))
	}
}

func (p *page) risk(r Risk, left Rating) []string {
	event := r.Event.Label(p.Tag)
	if !blank(r.Title) {
		event += ": " + r.Title
	}
	var measures strings.Builder
	for i, m := range r.Measures {
		if i > 0 {
			measures.WriteString("\n")
		}
		measures.WriteString(strconv.Itoa(i+1) + ". " + p.measure(m))
	}
	high := p.answer(left.High())
	if r.Acceptable.Known() {
		high += "\n" + p.say("acceptable", p.answer(r.Acceptable))
	}
	before := p.rating(r.Before)
	if r.Inherent != (Rating{}) {
		before += "\n" + p.say("inherent", p.rating(r.Inherent))
	}
	if why := join(r.WhySeverity, r.WhyLikelihood); !blank(why) {
		before += "\n" + p.listed(why)
	}
	return []string{event, p.listed(join(r.Sources, r.Threats)), p.listed(r.Impacts), before, measures.String(), p.rating(left), high}
}

// measure returns a measure in one line.
func (p *page) measure(m Measure) string {
	said := m.What
	if !blank(m.Detail) {
		said += ": " + p.listed(m.Detail)
	}
	if m.Partly && !m.InPlace {
		said += " (" + p.say("partly") + ")"
	}
	if !m.InPlace {
		said += " (" + p.say("planned", p.date(m.Due), p.or(m.Owner)) + ")"
	}
	return said
}

// listed returns a text of several lines in one, or what stands for none.
func (p *page) listed(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return p.or(strings.Join(lines, "; "))
}

func (p *page) rating(r Rating) string {
	return p.say("rating", p.level(r.Severity), p.level(r.Likelihood))
}

func (p *page) level(l Level) string {
	if text := l.Label(p.Tag); text != "" {
		return text
	}
	return p.say("none")
}

// join returns the texts that aren't blank, with a semicolon between them.
func join(a, b string) string {
	if blank(a) || blank(b) {
		return a + b
	}
	return a + "; " + b
}

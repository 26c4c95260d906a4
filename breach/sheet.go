package breach

import (
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Markdown renders the entry as the technical sheet of the breach, in the
// language that gdpr.Match picks for tag: what happened, the answers on which the
// assessment rests, its reasons and what is missing, who decided and what the
// officer advised, and what was sent. A sheet under the controller's name is
// [Register.Sheet].
//
// Law: Regolamento 40(1); Regolamento 40(2); GDPR 5(2); GDPR 33(5).
func (e Entry) Markdown(tag language.Tag) string { return e.sheet("", Policy{}, tag) }

// Sheet renders the technical sheet of the entry with a number, under the
// controller's name, and reports whether there is such an entry.
//
// Law: Regolamento 40(1); Regolamento 40(2); GDPR 5(2); GDPR 33(5).
func (r Register) Sheet(number int, tag language.Tag) (sheet string, ok bool) {
	return r.SheetUnder(Policy{}, number, tag)
}

// SheetUnder is Sheet under a body's own regime: it cites what binds there, and
// leaves out the fields of the template that say nothing.
//
// Law: Regolamento 40(1); Regolamento 40(2); GDPR 5(2); GDPR 33(5).
func (r Register) SheetUnder(p Policy, number int, tag language.Tag) (sheet string, ok bool) {
	for _, e := range r.Entries {
		if e.Number == number {
			return e.sheet(r.Controller, p, tag), true
		}
	}
	return "", false
}

func (e Entry) sheet(controller string, policy Policy, tag language.Tag) string {
	p := newPaper(tag)
	p.spare = policy.Regime != gdpr.Template
	p.Title(1, p.text("sheet", strconv.Itoa(e.Number)))
	p.optional("controller", controller)
	e.row(p)
	e.assessment(p, policy.Regime)
	e.procedure(p)
	e.duties(p)
	if !e.Closed.IsZero() {
		p.title(2, "end")
		p.field("closed", p.instant(e.Closed))
		p.field("seal", e.Seal)
		for _, a := range e.Amendments {
			p.Item(p.or(p.instant(a.At)) + ", " + p.or(a.By) + ": " + p.or(a.Text))
		}
	}
	return p.String()
}

func (e Entry) row(p paper) {
	p.field("recorded", p.instant(e.Recorded))
	p.field("occurred", p.instant(e.Awareness.Occurred))
	p.field("aware", p.instant(e.Awareness.Aware))
	p.optional("processor", p.instant(e.Awareness.Processor))
	if e.Shared.Role != AsController {
		p.field("role", both(e.Shared.Role.Label(p.Tag), e.Shared.With))
		p.field("shared-told", p.instant(e.Shared.Told))
	}
	if e.Law != GeneralLaw {
		p.field("law", e.Law.Label(p.Tag))
	}
	if w, err := e.Awareness.Window(); err == nil {
		p.field("notify-by", p.instant(w.Safe)+" ("+w.Term.Label(p.Tag)+")")
	}
	p.own("office", e.Office)
	p.field("description", e.Description)
	p.own("devices", strings.Join(e.Devices, "; "))
	p.own("data", strings.Join(e.Data, "; "))
	p.field("subjects", strings.Join(e.Subjects.Categories, "; "))
	p.field("number", p.number(e.Subjects))
	p.own("recipients", strings.Join(e.Recipients, "; "))
	p.own("measures-before", e.MeasuresBefore)
	p.field("measures-after", e.MeasuresAfter)
	p.field("effects", e.Effects)
}

func (e Entry) assessment(p paper, regime gdpr.Regime) {
	assessed := e.Facts.Assess()
	if w, err := e.Awareness.Window(); err == nil {
		assessed = assessed.AsOf(date.NewAt(w.Event))
	}
	p.title(2, "assessment")
	p.field("acts", assessed.Acts().Label(p.Tag))
	p.field("kinds", assessed.Acts().Kinds().Label(p.Tag))
	p.field("assessed", assessed.Level.Label(p.Tag))
	p.field("level", e.Level.Label(p.Tag))
	p.optional("reasons", e.Reasons)
	p.title(3, "grounds")
	for r := range assessed.Reasons() {
		if r, ok := r.Under(regime); ok {
			p.Item(r.Text(p.Tag) + " (" + r.Provision.Cite(p.Tag) + ")")
		}
	}
	missing := false
	for q := range assessed.Missing() {
		if !missing {
			p.title(3, "missing-facts")
			missing = true
		}
		p.Item(q.Text(p.Tag))
	}
	p.title(3, "answers")
	said := e.Facts.said()
	var rows [][]string
	for i := range notMitigated {
		a := said.Answer(i)
		if factsAgainst.Has(i) {
			a = a.Not()
		}
		rows = append(rows, []string{factsQuestions[i].Text(p.Tag), p.text("said-" + a.String())})
	}
	p.Table([]string{p.text("question"), p.text("said")}, rows)
}

func (e Entry) procedure(p paper) {
	p.title(2, "procedure")
	p.own("learned", p.instant(e.Procedure.Learned))
	p.own("reported", p.instant(e.Procedure.Reported))
	p.own("report", e.Procedure.Report)
	p.own("categories", strings.Join(e.Procedure.Categories, "; "))
	p.own("opinion-asked", p.day(e.Procedure.Opinion.Asked))
	p.own("opinion-given", p.day(e.Procedure.Opinion.Given))
	p.own("advised-level", e.Procedure.Advised.Level.Label(p.Tag))
	p.own("advised-measures", e.Procedure.Advised.Measures)
	p.optional("advised-text", e.Procedure.Advised.Text)
	if e.Procedure.Opinion.Departed == gdpr.Yes {
		p.field("departure", e.Procedure.Opinion.Reasons)
	}
	p.own("decided", p.instant(e.Procedure.Decided))
	p.optional("decided-by", e.Procedure.By)
	p.field("notify", p.answer(e.Procedure.Notify))
	p.optional("not-notified", e.Procedure.Reasons)
}

func (e Entry) duties(p paper) {
	p.title(2, "duties")
	for _, n := range e.Notifications {
		p.Item(p.text("notified", p.or(n.Phase.Label(p.Tag)), p.or(p.instant(n.Sent))))
	}
	for _, c := range e.Communications {
		p.Item(p.text("communicated", c.Manner.Label(p.Tag), p.or(p.instant(c.Sent)), c.Informed))
	}
	for _, o := range e.Orders {
		p.Item(p.text("ordered", p.or(p.day(o.Received)), p.or(o.Text)))
	}
	due, manner := e.toTell()
	p.field("telling-due", p.answer(due))
	if due != gdpr.No {
		p.field("telling-manner", manner.Label(p.Tag))
	}
	p.optional("planned", p.day(e.ToTell))
	p.optional("not-told", e.NotTold)
}

// toTell returns whether the persons are told, and how: the first may be known
// while the second is open.
func (e Entry) toTell() (gdpr.Answer, Manner) {
	manner := e.owed()
	switch {
	case manner == NotNeeded:
		return gdpr.No, manner
	case e.ordered() || e.Level == HighRisk && e.Exemptions.Mitigated == gdpr.No:
		return gdpr.Yes, manner
	}
	return gdpr.Unknown, manner
}

package breach

import (
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Markdown renders the notification as a paper to file, field by field in the order
// of the Garante's form, from which it is copied into its online procedure, in the
// language that gdpr.Match picks for tag. What is missing is said to be missing;
// what doesn't apply is left out.
//
// Law: Regolamento 38(3); GDPR 33(3); Garante 157/2019; Garante 209/2021.
func (n Notification) Markdown(tag language.Tag) string {
	p := newPaper(tag)
	p.title(1, "notification")
	n.kind(p)
	if !n.Form.IsZero() {
		n.Form.parties(p)
	}
	n.summary(p)
	p.section(Nature, n.Nature)
	n.categories(p)
	p.section(ContactPoint, n.Contact.line())
	if !n.Form.IsZero() {
		n.detail(p)
	}
	p.section(Consequences, n.Consequences)
	if !n.Form.IsZero() {
		n.effects(p)
	}
	p.section(Measures, n.Measures)
	if !n.Form.IsZero() {
		p.field("prevention", both(n.Form.Preventions.Label(tag), n.Form.Prevention))
		n.Form.Telling.write(p)
		n.Form.Abroad.write(p)
	}
	n.pending(p)
	return p.String()
}

func (n Notification) kind(p paper) {
	p.field("phase", n.Phase.Label(p.Tag))
	p.field("sent", p.instant(n.Sent))
	p.field("channel", n.Channel.Label(p.Tag))
	p.optional("reference", n.Reference)
	p.optional("withdrawn", n.Withdrawn)
	if n.Form.IsZero() {
		return
	}
	p.field("law", n.Form.Law.Label(p.Tag))
	if n.Phase == Supplement {
		p.field("completes", p.answer(n.Form.Completes))
	}
	p.optional("own", n.Form.Own)
}

func (f Form) parties(p paper) {
	p.title(2, "reporter")
	p.field("name", f.Reporter.Name)
	p.field("function", both(f.Reporter.Function.Label(p.Tag), f.Reporter.Role))
	p.field("mail", f.Reporter.Email)
	p.field("phone", f.Reporter.Phone)
	p.title(2, "controller")
	p.field("name", f.Controller.Name)
	p.field("tax-code", f.Controller.TaxCode)
	p.field("address", f.Controller.Address)
	p.field("phone", f.Controller.Phone)
	p.field("mail", f.Controller.Email)
	p.field("pec", f.Controller.PEC)
	p.field("designated", p.answer(f.Designated))
	if f.Designated == gdpr.Yes {
		p.field("officer", f.Officer.line())
		p.field("protocol", f.Protocol)
	}
	involved := f.Involved
	if len(f.Parties) > 0 {
		involved = gdpr.Yes
	}
	p.field("involved", p.answer(involved))
	for _, party := range f.Parties {
		p.Item(p.or(both(party.Role.Label(p.Tag), party.Name)) + optional(party.TaxCode) + optional(party.Contact))
	}
}

func (n Notification) summary(p paper) {
	f := n.Form
	p.title(2, "summary")
	p.field("acts", n.Acts.Label(p.Tag))
	p.field("kinds", n.Acts.Kinds().Label(p.Tag))
	if !f.IsZero() {
		when := both(f.Period.When.Label(p.Tag), strings.TrimSuffix(p.instant(f.Period.From)+" - "+p.instant(f.Period.To), " - "))
		if f.Period.Estimated {
			when += " (" + p.text("estimated") + ")"
		}
		p.field("period", when)
		p.optional("period-note", f.Period.Note)
		p.field("aware", p.instant(f.Aware))
		p.field("discovery", both(f.Discovery.By.Label(p.Tag), f.Discovery.Text))
		p.optional("discovery-day", p.day(f.Discovery.Told))
		p.field("incident", f.Incident.Label(p.Tag))
		p.field("cause", f.Cause.Label(p.Tag))
	}
	p.optional("delay", n.Delay)
}

func (n Notification) categories(p paper) {
	f := n.Form
	p.section(SubjectCategories, both(f.Persons.Label(p.Tag), strings.Join(n.Subjects.Categories, "; ")))
	p.section(SubjectNumber, both(f.SubjectCount.Label(p.Tag), p.number(n.Subjects)))
	p.section(RecordCategories, both(f.Data.Label(p.Tag), strings.Join(n.Records.Categories, "; ")))
	p.section(RecordNumber, both(f.RecordCount.Label(p.Tag), p.number(n.Records)))
}

func (n Notification) detail(p paper) {
	f, kinds := n.Form, n.Acts.Kinds()
	p.title(2, "detail")
	p.field("account", f.Account)
	p.field("content", f.Content)
	p.field("systems", f.Systems)
	p.field("measures-before", both(f.Safeguards.Label(p.Tag), f.SafeguardsText))
	if kinds&Confidentiality != 0 {
		p.field("leak", f.Leak.Label(p.Tag))
		p.field("legible", f.Legible.Label(p.Tag))
	}
	if kinds&Integrity != 0 {
		p.field("tampering", f.Tampering.Label(p.Tag))
	}
	if kinds&Availability != 0 {
		p.field("outage", f.Outage.Label(p.Tag))
	}
}

func (n Notification) effects(p paper) {
	f, kinds := n.Form, n.Acts.Kinds()
	if kinds&Confidentiality != 0 {
		p.field("exposure", f.Exposure.Label(p.Tag))
	}
	if kinds&Integrity != 0 {
		p.field("corruption", f.Corruption.Label(p.Tag))
	}
	if kinds&Availability != 0 {
		p.field("disruption", f.Disruption.Label(p.Tag))
	}
	p.field("impacts", both(f.Impacts.Label(p.Tag), f.OtherImpact))
	p.field("severity", both(f.Severity.Label(p.Tag), f.SeverityWhy))
	p.field("outcome", both(f.Level.Label(p.Tag), f.LevelWhy))
}

func (t TellingReport) write(p paper) {
	p.title(2, "telling")
	p.field("telling-state", t.State.Label(p.Tag))
	p.optional("told-on", p.day(t.On))
	p.optional("planned", p.day(t.Planned))
	p.optional("exemption", t.Exemption.Label(p.Tag))
	p.optional("why", t.Why)
	if t.State != Told {
		return
	}
	p.field("informed", strconv.Itoa(t.Informed))
	p.field("all-told", both(p.answer(t.All), t.NotAll))
	p.field("means", both(t.Means.Label(p.Tag), t.MeansText))
	p.field("letter-text", t.Text)
}

func (a Abroad) write(p paper) {
	p.title(2, "others")
	p.field("union", both(p.answer(a.Union), strings.Join(a.Countries, ", ")))
	p.field("third", both(p.answer(a.Third), strings.Join(a.Thirds, ", ")))
	p.field("cross-border", p.answer(a.CrossBorder))
	p.field("authorities", both(p.answer(a.Authorities), a.Which))
	p.field("bodies", both(p.answer(a.Bodies), a.WhichBodies))
	p.field("police", p.answer(a.Police))
}

func (n Notification) pending(p paper) {
	if len(n.Pending) == 0 {
		return
	}
	p.title(2, "pending")
	for _, pending := range n.Pending {
		line := p.or(pending.Element.Label(p.Tag)) + ": " + p.or(pending.Why)
		if pending.Expected != 0 {
			line += " (" + p.text("expected", p.day(pending.Expected)) + ")"
		}
		p.Item(line)
	}
}

// both returns two texts, or the one that there is.
func both(a, b string) string {
	switch {
	case blank(a):
		return b
	case blank(b):
		return a
	}
	return a + ": " + b
}

// optional returns a text after a comma, or nothing.
func optional(s string) string {
	if blank(s) {
		return ""
	}
	return ", " + s
}

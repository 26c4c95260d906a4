package informativa

import (
	"strings"

	"github.com/b58db29f/gdpr"
)

func (p *page) title(n Notice) {
	title := p.say("title")
	if given(n.Subject) {
		title += ": " + inline(n.Subject)
	}
	p.Title(1, title)
	p.norm(n.Articles)
	if n.Updated != 0 {
		p.para("updated", gdpr.FormatDate(n.Updated, p.Tag))
	}
}

// norm cites the articles under which the notice is given: those of the GDPR
// together, as a clerk writes them.
func (p *page) norm(articles []gdpr.Provision) {
	var union, others []string
	for _, a := range articles {
		if a.Act() == "GDPR" && a.Article() != "" {
			union = append(union, a.Article())
		} else if given(string(a)) {
			others = append(others, inline(a.Cite(p.Tag)))
		}
	}
	switch len(union) {
	case 0:
	case 1:
		p.para("norm.one", union[0])
	default:
		p.para("norm.many", p.and(union))
	}
	if len(others) > 0 {
		p.para("norm.others", p.and(others))
	}
}

// and joins a list with commas and "and".
func (p *page) and(list []string) string {
	last := len(list) - 1
	if last == 0 {
		return list[0]
	}
	return strings.Join(list[:last], ", ") + " " + p.say("and") + " " + list[last]
}

func (p *page) summary(n Notice) {
	var items []string
	add := func(what string, args ...any) { items = append(items, p.say("summary."+what, args...)) }
	if given(n.Controller.Name) {
		add("controller", inline(n.Controller.Name))
	}
	var why []string
	for _, purpose := range n.Purposes {
		if given(purpose.Text) {
			why = append(why, inline(purpose.Text))
		}
	}
	if len(why) > 0 {
		add("purposes", strings.Join(why, "; "))
	}
	if anyGiven(n.Origin.From) {
		add("source", strings.Join(inlineAll(n.Origin.From), ", "))
	}
	if n.Transferred == gdpr.Yes || len(n.Destinations) > 0 {
		add("transfers")
	}
	if n.Automated == gdpr.Yes {
		add("automated")
	}
	if rights := p.listed(n.Rights); len(rights) > 0 {
		add("rights", strings.Join(rights, ", "))
	}
	if given(n.FullText) {
		add("full-text", inline(n.FullText))
	}
	if len(items) > 0 {
		p.heading("summary")
		p.list(items)
	}
}

func (p *page) parties(n Notice) {
	switch c := n.Controller; {
	case given(c.Name):
		p.heading("controller")
		p.para("controller.name", inline(c.Name))
		if given(c.Representative) {
			p.para("controller.representative", inline(c.Representative))
		}
		if c.reachable() {
			p.para("controller.contact", p.contact(c))
		}
	case c.reachable():
		p.heading("contact")
		p.para("contact.text", p.contact(c))
	}
	if len(n.Joint) > 0 {
		p.para("controller.joint")
		p.list(p.named(n.Joint))
		p.told("arrangement", n.Arrangement)
	}
	if len(n.Managers) > 0 {
		p.heading("managers")
		p.list(p.named(n.Managers))
	}
	if given(n.DPO.Name) || n.DPO.reachable() {
		p.heading("dpo")
		if given(n.DPO.Name) {
			p.para("dpo.name", inline(n.DPO.Name))
		}
		if n.DPO.reachable() {
			p.para("dpo.contact", p.contact(n.DPO))
		}
	}
}

// named lists parties, each with the ways to reach it.
func (p *page) named(parties []Party) []string {
	var items []string
	for _, who := range parties {
		items = append(items, strings.Join(filled(inline(who.Name), p.contact(who)), ", "))
	}
	return filled(items...)
}

// contact lists the ways to reach a party on one line.
func (p *page) contact(who Party) string {
	var ways []string
	add := func(what, value string) {
		if given(value) {
			ways = append(ways, p.say("contact."+what, inline(value)))
		}
	}
	add("address", who.Address)
	add("email", who.Email)
	add("pec", who.PEC)
	add("phone", who.Phone)
	return strings.Join(ways, ", ")
}

func (p *page) purposes(n Notice) {
	if len(n.Purposes) == 0 {
		return
	}
	if n.said().has(LegalBasis) {
		p.heading("purposes.basis")
	} else {
		p.heading("purposes")
	}
	if n.said().has(Purposes) {
		p.para("purposes.list")
	}
	var items []string
	for _, purpose := range n.Purposes {
		var parts []string
		if given(purpose.Text) {
			parts = append(parts, inline(purpose.Text))
		}
		if basis := p.basis(purpose); basis != "" {
			parts = append(parts, basis)
		}
		if given(purpose.Interest) {
			parts = append(parts, p.say("purposes.interest", inline(purpose.Interest)))
		}
		if len(parts) > 0 {
			items = append(items, strings.Join(parts, ". ")+".")
		}
	}
	p.list(items)
}

// basis names the ground of a purpose, with its letter and the rule behind it.
func (p *page) basis(purpose Purpose) string {
	var grounds []string
	if purpose.Basis.Provision() != "" {
		grounds = append(grounds, purpose.Basis.Label(p.Tag)+" ("+purpose.Basis.Provision().Cite(p.Tag)+")")
	}
	if given(purpose.Law) {
		grounds = append(grounds, inline(purpose.Law))
	}
	if purpose.Condition != "" {
		grounds = append(grounds, purpose.Condition.Cite(p.Tag))
	}
	if len(grounds) == 0 {
		return ""
	}
	return p.say("purposes.ground", strings.Join(grounds, "; "))
}

// data says which data, from where, processed and protected how.
func (p *page) data(n Notice) {
	if anyGiven(n.Categories) {
		p.heading("categories")
		p.para("categories.text", strings.Join(inlineAll(n.Categories), ", "))
	}
	if anyGiven(n.Origin.From) {
		p.heading("source")
		p.para("source.text", strings.Join(inlineAll(n.Origin.From), ", "))
		switch n.Origin.Public {
		case gdpr.Yes:
			p.para("source.public")
		case gdpr.No:
			p.para("source.private")
		}
	}
	var methods []string
	for _, m := range n.Methods {
		means := "both"
		switch {
		case !m.Machine && !m.Paper:
			continue
		case !m.Paper:
			means = "machine"
		case !m.Machine:
			means = "paper"
		}
		text := p.say("methods." + means)
		if given(m.Office) {
			text = inline(m.Office) + ": " + text
		}
		methods = append(methods, text)
	}
	if len(methods) > 0 || given(n.Place) || given(n.Staff) {
		p.heading("methods")
		p.list(methods)
	}
	if given(n.Place) {
		p.para("place", inline(n.Place))
	}
	if given(n.Staff) {
		p.para("staff", inline(n.Staff))
	}
	if given(n.Security) {
		p.heading("security")
		p.para("security.text", inline(n.Security))
	}
}

// flows says to whom data go, where to, and what machines decide.
func (p *page) flows(n Notice) {
	switch {
	case anyGiven(n.Recipients):
		p.heading("recipients")
		p.para("recipients.some")
		p.list(inlineAll(n.Recipients))
	case n.Disclosed == gdpr.No:
		p.heading("recipients")
		p.para("recipients.none")
	}
	switch {
	case n.Transferred == gdpr.Yes || len(n.Destinations) > 0:
		p.heading("transfers")
		p.para("transfers.some")
		var items []string
		for _, d := range n.Destinations {
			item := inline(d.Where)
			if given(d.Safeguard) {
				item += ". " + p.say("transfers.safeguard", inline(d.Safeguard))
			}
			items = append(items, item)
		}
		p.list(items)
	case n.Transferred == gdpr.No:
		p.heading("transfers")
		p.para("transfers.none")
	}
	switch n.Automated {
	case gdpr.Yes:
		p.heading("automated")
		p.para("automated.some")
		if given(n.Logic) {
			p.para("automated.logic", inline(n.Logic))
		}
		if given(n.Outcome) {
			p.para("automated.effect", inline(n.Outcome))
		}
	case gdpr.No:
		p.heading("automated")
		p.para("automated.none")
	}
}

func (p *page) storage(n Notice) {
	var items []string
	for _, s := range n.Storage {
		if !s.said() {
			continue
		}
		var how []string
		switch {
		case !lasts(s.Term):
		case given(s.From):
			how = append(how, p.say("storage.from", s.Term.Label(p.Tag), inline(s.From)))
		default:
			how = append(how, p.say("storage.term", s.Term.Label(p.Tag)))
		}
		if given(s.Law) {
			how = append(how, p.say("storage.law", inline(s.Law)))
		}
		if given(s.Criterion) {
			how = append(how, inline(s.Criterion))
		}
		text := p.say("storage.text", strings.Join(how, "; "))
		if given(s.What) {
			text = inline(s.What) + ". " + text
		}
		items = append(items, text)
	}
	if len(items) > 0 {
		p.heading("storage")
		p.list(items)
	}
}

func (p *page) supplies(n Notice) {
	var items []string
	for _, s := range n.Supplies {
		var parts []string
		if s.Obligation.Valid() {
			what := p.say("supplies.all")
			if given(s.What) {
				what = inline(s.What)
			}
			parts = append(parts, p.say("supplies."+s.Obligation.String(), what))
		}
		if given(s.Consequence) {
			parts = append(parts, p.say("supplies.consequence", inline(s.Consequence)))
		}
		if len(parts) > 0 {
			items = append(items, strings.Join(parts, " "))
		}
	}
	if len(items) > 0 {
		p.heading("supplies")
		p.list(items)
	}
}

// listed names the rights to the data.
func (p *page) listed(r Rights) []string {
	var items []string
	add := func(has bool, what string) {
		if has {
			items = append(items, p.say("rights."+what))
		}
	}
	add(r.Access, "access")
	add(r.Rectification, "rectification")
	add(r.Erasure, "erasure")
	add(r.Restriction, "restriction")
	add(r.Portability, "portability")
	add(r.Objection, "objection")
	return items
}

func (p *page) rights(n Notice) {
	r := n.Rights
	apart := r
	apart.Objection = false // from all else: GDPR 21(4)
	if items := p.listed(apart); len(items) > 0 {
		p.heading("rights")
		p.para("rights.list")
		p.list(items)
	}
	if r.Objection {
		p.heading("objection")
		p.para("objection.text")
	}
	if r.Withdrawal {
		p.heading("withdrawal")
		p.para("withdrawal.text")
	}
	if given(n.Exercise) {
		p.heading("exercise")
		p.para("exercise.text", inline(n.Exercise))
	}
	if r.Complaint {
		p.heading("complaint")
		p.para("complaint.text")
	}
}

// site says what the notice of a web site says besides.
func (p *page) site(s *Site) {
	if s == nil {
		return
	}
	if given(s.Address) || s.Links {
		p.heading("site")
		if given(s.Address) {
			p.para("site.address", inline(s.Address))
		}
		if s.Links {
			p.para("site.links")
		}
	}
	if b := s.Browsing; b != nil {
		p.heading("browsing")
		p.para("browsing.text")
		if anyGiven(b.Data) {
			p.list(inlineAll(b.Data))
		}
		if given(b.Use) {
			p.para("browsing.use", inline(b.Use))
		}
		if lasts(b.Term) {
			p.para("browsing.term", b.Term.Label(p.Tag))
		}
		if b.Crimes {
			p.para("browsing.crimes")
		}
	}
	if given(s.Voluntary) {
		p.heading("voluntary")
		p.Line(inline(s.Voluntary) + ".")
	}
	p.cookies(s)
	if m := s.Mailing; m != nil {
		p.heading("mailing")
		if given(m.Use) {
			p.para("mailing.use", inline(m.Use))
		}
		if m.OptOut {
			p.para("mailing.opt-out")
		}
		if given(m.How) {
			p.para("mailing.how", inline(m.How))
		}
	}
}

func (p *page) cookies(s *Site) {
	switch {
	case len(s.Cookies) > 0:
		p.heading("cookies")
		p.para("cookies.some")
		var items []string
		for _, c := range s.Cookies {
			items = append(items, p.cookie(c))
		}
		p.list(items)
	case s.CookieUse == NoCookies:
		p.heading("cookies")
		p.para("cookies.none")
	case s.CookieUse == WithCookies:
		p.heading("cookies")
		p.para("cookies.some")
	}
}

func (p *page) cookie(c Cookie) string {
	var parts []string
	if c.Kind != 0 {
		parts = append(parts, c.Kind.Label(p.Tag))
	}
	if given(c.Use) {
		parts = append(parts, inline(c.Use))
	}
	if c.Persistent {
		if lasts(c.Term) {
			parts = append(parts, p.say("cookies.term", c.Term.Label(p.Tag)))
		} else {
			parts = append(parts, p.say("cookies.persistent"))
		}
	} else {
		parts = append(parts, p.say("cookies.session"))
	}
	if given(c.Third) {
		parts = append(parts, p.say("cookies.third", inline(c.Third)))
	}
	if c.Consent {
		parts = append(parts, p.say("cookies.consent"))
	}
	return strings.Join(parts, "; ")
}

// told writes a section of one text that the controller wrote.
func (p *page) told(what, text string) {
	if given(text) {
		p.heading(what)
		p.Line(inline(text) + ".")
	}
}

func (p *page) more(n Notice) {
	p.told("ai", n.AI)
	p.told("limits", n.Limits)
	for _, s := range n.More {
		if given(s.Title) {
			p.Title(2, inline(s.Title))
		}
		if given(s.Text) {
			p.Markup(strings.TrimSpace(s.Text))
		}
	}
}

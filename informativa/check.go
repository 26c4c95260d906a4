package informativa

import (
	"slices"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// Context is what is so of a processing, whatever its notice says of it. It
// decides which elements a notice must have: what a notice keeps silent can't be
// found in the notice. While a fact is [gdpr.Unknown] the elements that hang on
// it are warnings instead of violations.
//
// Law: GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2); Regolamento 23(2).
type Context struct {
	On          date.Date   `json:"on,omitzero"` // day of the check, for repealed law; 0: the day of [gdpr.LawAsOf]
	PublicBody  gdpr.Answer `json:"public_body"`
	Municipal   gdpr.Answer `json:"municipal"`   // is the controller bound by the municipal regulation?
	FromPerson  gdpr.Answer `json:"from_person"` // are data collected from the data subject?
	Elsewhere   gdpr.Answer `json:"elsewhere"`   // are data obtained from someone else?
	Consent     gdpr.Answer `json:"consent"`     // does some processing rest on consent?
	Contract    gdpr.Answer `json:"contract"`    // on a contract?
	Task        gdpr.Answer `json:"task"`        // on a public task?
	Interest    gdpr.Answer `json:"interest"`    // on legitimate interests?
	Disclosed   gdpr.Answer `json:"disclosed"`   // are data disclosed to anyone?
	Transferred gdpr.Answer `json:"transferred"` // do data leave the European Economic Area?
	Automated   gdpr.Answer `json:"automated"`   // are there decisions by machine alone?
	Special     gdpr.Answer `json:"special"`     // are there special categories of data?
	Video       gdpr.Answer `json:"video"`       // are images recorded, by video surveillance?
	Website     gdpr.Answer `json:"website"`     // is it the notice of a web site?
	Cookies     gdpr.Answer `json:"cookies"`     // does the site set cookies?
	Mailing     gdpr.Answer `json:"mailing"`     // do registered users get institutional e-mail?
}

// Comune is the context of an ordinary processing of a Comune: a public body
// bound by the municipal regulation, whose processing rests on its tasks and on
// the law, with data from the people themselves, and neither transfers, automated
// decisions nor a web site. A host changes what differs.
//
// Law: GDPR 6(1)(e); Codice 2-ter(1); Regolamento 25(1).
func Comune() Context {
	return Context{
		PublicBody: gdpr.Yes, Municipal: gdpr.Yes,
		FromPerson: gdpr.Yes, Elsewhere: gdpr.No,
		Consent: gdpr.No, Contract: gdpr.No, Task: gdpr.Yes, Interest: gdpr.No,
		Disclosed: gdpr.Yes, Transferred: gdpr.No, Automated: gdpr.No, Special: gdpr.No, Video: gdpr.No,
		Website: gdpr.No, Cookies: gdpr.No, Mailing: gdpr.No,
	}
}

// The findings of [Notice.Check] besides those of [Element.Missing], one for
// each thing that a notice can lack or get wrong within an element.
const (
	CodeArticle        gdpr.Code = "informativa.norm.article"
	CodeManager        gdpr.Code = "informativa.manager.missing"
	CodeRepresentative gdpr.Code = "informativa.representative.missing"
	CodePurposeText    gdpr.Code = "informativa.purpose.text"
	CodePurposeBasis   gdpr.Code = "informativa.purpose.basis"
	CodePurposeLaw     gdpr.Code = "informativa.purpose.law"
	CodePurposeSpecial gdpr.Code = "informativa.purpose.condition"
	CodeInterest       gdpr.Code = "informativa.purpose.interest"
	CodeOffice         gdpr.Code = "informativa.method.office"
	CodeMeans          gdpr.Code = "informativa.method.means"
	CodePlace          gdpr.Code = "informativa.method.place"
	CodeStaff          gdpr.Code = "informativa.method.staff"
	CodePublicSource   gdpr.Code = "informativa.origin.public"
	CodeSafeguard      gdpr.Code = "informativa.transfer.safeguard"
	CodeDestination    gdpr.Code = "informativa.transfer.destination"
	CodeLogic          gdpr.Code = "informativa.automated.logic"
	CodeEffect         gdpr.Code = "informativa.automated.effect"
	CodeScope          gdpr.Code = "informativa.site.scope"
	CodeLinks          gdpr.Code = "informativa.site.links"
	CodeVoluntary      gdpr.Code = "informativa.site.voluntary"
	CodeBrowsingTerm   gdpr.Code = "informativa.site.browsing-term"
	CodeBrowsingLong   gdpr.Code = "informativa.site.browsing-long"
	CodeCookieKind     gdpr.Code = "informativa.site.cookie-kind"
	CodeCookieConsent  gdpr.Code = "informativa.site.cookie-consent"
	CodeCookiePersists gdpr.Code = "informativa.site.cookie-persistent"
	CodeMailing        gdpr.Code = "informativa.site.mailing"
	CodeOptOut         gdpr.Code = "informativa.site.opt-out"
	CodeVideoTerm      gdpr.Code = "informativa.video.term"
)

// Check holds the notice against what the law asks of it in a context: a code
// for each element that is missing, for each detail within one, and for each
// contradiction. The findings come element by element, in the order of
// [Elements], then by detail, then the contradictions.
//
// What the notice itself says of its legal bases, once every purpose has one,
// answers what the context leaves unknown of them.
//
// Law: Regolamento 15(1); Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2); Web notice 1; Web notice 2; Web notice 3; Web notice 4; Web notice 5; Web notice 6; Web notice 7; Web notice 8; Web notice 9; Web notice 10; Web notice 11; Web notice 12.
func (n Notice) Check(in Context) gdpr.Findings {
	in = in.with(n)
	said := n.said() // and not what is told by the way
	c := checker{in: in}
	c.missing(said.has, func(e Element) string { return fields[e] })
	c.articles(n.Articles)
	c.parties(n)
	c.purposes(n)
	c.methods(n)
	c.flows(n)
	c.site(n)
	c.contradictions(n)
	return c.found
}

// with answers what is unknown of the legal bases by those that the notice
// declares, where it declares one for every purpose.
func (in Context) with(n Notice) Context {
	var declared [register.LegitimateInterests + 1]bool
	all := len(n.Purposes) > 0
	for _, p := range n.Purposes {
		if p.Basis == 0 || p.Basis > register.LegitimateInterests {
			all = false
			continue
		}
		declared[p.Basis] = true
		declared[register.Consent] = declared[register.Consent] || p.Condition == explicitConsent
	}
	answer := func(fact *gdpr.Answer, basis register.Basis) {
		if !fact.Known() && (declared[basis] || all) {
			*fact = gdpr.Is(declared[basis])
		}
	}
	answer(&in.Consent, register.Consent)
	answer(&in.Contract, register.Contract)
	answer(&in.Task, register.PublicTask)
	answer(&in.Interest, register.LegitimateInterests)
	return in
}

const explicitConsent gdpr.Provision = "GDPR 9(2)(a)"

// checker gathers findings.
type checker struct {
	in    Context
	found gdpr.Findings
}

func (c *checker) say(code gdpr.Code, s gdpr.Severity, where string, ps ...gdpr.Provision) {
	c.found = append(c.found, gdpr.Finding{Code: code, Severity: s, Where: where, Provisions: ps})
}

// owed says the finding with the weight of a duty that hangs on a fact: nothing
// if it is No, a warning while it is unknown, a violation if it is Yes.
func (c *checker) owed(fact gdpr.Answer, code gdpr.Code, where string, ps ...gdpr.Provision) {
	switch fact {
	case gdpr.Yes:
		c.say(code, gdpr.Violation, where, ps...)
	case gdpr.Unknown:
		c.say(code, gdpr.Warning, where, ps...)
	}
}

// articles says where the notice cites article 13 alone though data come from
// elsewhere too, or the other way round.
func (c *checker) articles(cited []gdpr.Provision) {
	if len(cited) == 0 {
		return
	}
	for _, a := range [...]struct {
		source  gdpr.Answer
		article string
	}{{c.in.FromPerson, "13"}, {c.in.Elsewhere, "14"}} {
		found := func(p gdpr.Provision) bool { return p.Act() == "GDPR" && p.Article() == a.article }
		if a.source == gdpr.Yes && !slices.ContainsFunc(cited, found) {
			c.found = append(c.found, gdpr.Finding{Code: CodeArticle, Severity: gdpr.Advice, Where: "articles",
				Provisions: law(gdpr.Provision("GDPR " + a.article)), Args: []any{a.article}})
		}
	}
}

func (c *checker) parties(n Notice) {
	if given(n.Controller.Name) && !given(n.Controller.Representative) {
		c.say(CodeRepresentative, gdpr.Advice, "controller.representative", "Web notice 2")
	}
	if len(n.Managers) == 0 {
		c.owed(c.in.Municipal, CodeManager, "managers", "Regolamento 23(2)")
	}
}

func (c *checker) purposes(n Notice) {
	for i, p := range n.Purposes {
		at := func(field string) string { return path("purposes", i) + "." + field }
		if !given(p.Text) {
			c.say(CodePurposeText, gdpr.Violation, at("text"), "GDPR 13(1)(c)")
		}
		switch p.Basis {
		case register.LegalObligation, register.PublicTask:
			if !given(p.Law) {
				s := gdpr.Advice // the GDPR wants the basis told, and the regulation the rule behind it
				switch c.in.Municipal {
				case gdpr.Yes:
					s = gdpr.Violation
				case gdpr.Unknown:
					s = gdpr.Warning
				}
				c.say(CodePurposeLaw, s, at("law"), "Regolamento 23(2)", "GDPR 6(3)", "Codice 2-ter(1)")
			}
		case register.LegitimateInterests:
			if !given(p.Interest) {
				c.say(CodeInterest, gdpr.Violation, at("interest"), "GDPR 13(1)(d)")
			}
		case register.Consent, register.Contract, register.VitalInterests:
		default:
			c.say(CodePurposeBasis, gdpr.Violation, at("basis"), "GDPR 13(1)(c)")
		}
		if c.in.Special == gdpr.Yes && p.Condition == "" {
			c.say(CodePurposeSpecial, gdpr.Warning, at("condition"), "GDPR 9(2)", "Codice 2-sexies(1)")
		}
	}
}

func (c *checker) methods(n Notice) {
	for i, m := range n.Methods {
		if !m.Machine && !m.Paper && n.said().has(Methods) {
			c.owed(c.in.Municipal, CodeMeans, path("methods", i), "Regolamento 23(2)")
		}
		if len(n.Methods) > 1 && !given(m.Office) {
			c.owed(c.in.Municipal, CodeOffice, path("methods", i)+".office", "Regolamento 23(2)")
		}
	}
}

// flows looks at where data come from and go to, and at what machines decide.
func (c *checker) flows(n Notice) {
	if len(n.Origin.From) > 0 && !n.Origin.Public.Known() {
		c.owed(c.in.Elsewhere, CodePublicSource, "origin.public", "GDPR 14(2)(f)")
	}
	if n.Transferred == gdpr.Yes && len(n.Destinations) == 0 {
		c.say(CodeDestination, gdpr.Violation, "destinations", "GDPR 13(1)(f)")
	}
	for i, d := range n.Destinations {
		if !given(d.Safeguard) {
			c.say(CodeSafeguard, gdpr.Violation, path("destinations", i)+".safeguard", "GDPR 13(1)(f)", "GDPR 14(1)(f)")
		}
	}
	if n.Automated == gdpr.Yes {
		if !given(n.Logic) {
			c.say(CodeLogic, gdpr.Violation, "logic", "GDPR 13(2)(f)", "Regolamento 23(2)")
		}
		if !given(n.Outcome) {
			c.say(CodeEffect, gdpr.Violation, "outcome", "GDPR 13(2)(f)")
		}
	}
}

func (c *checker) site(n Notice) {
	if c.in.Website == gdpr.No || c.in.Website == gdpr.Unknown && n.Site == nil {
		return
	}
	var s Site
	if n.Site != nil {
		s = *n.Site
	}
	if !given(n.Place) {
		c.say(CodePlace, gdpr.Advice, "place", "Web notice 5")
	}
	if !given(n.Staff) {
		c.say(CodeStaff, gdpr.Advice, "staff", "Web notice 5")
	}
	if !given(s.Address) {
		c.say(CodeScope, gdpr.Warning, "site.address", "Web notice 1")
	}
	if !s.Links {
		c.say(CodeLinks, gdpr.Advice, "site.links", "Web notice 1")
	}
	if !given(s.Voluntary) {
		c.say(CodeVoluntary, gdpr.Warning, "site.voluntary", "Web notice 7")
	}
	if b := s.Browsing; b != nil {
		switch {
		case !lasts(b.Term):
			c.say(CodeBrowsingTerm, gdpr.Violation, "site.browsing.term", "Web notice 6", "GDPR 13(2)(a)")
		case !withinYear(b.Term) && !b.Crimes:
			c.say(CodeBrowsingLong, gdpr.Violation, "site.browsing.term", "Web notice 6", "GDPR 5(1)(e)")
		}
	}
	for i, k := range s.Cookies {
		where := path("site.cookies", i)
		if k.Kind == 0 && !k.Consent {
			c.say(CodeCookieKind, gdpr.Warning, where+".kind", "Codice 122(1)", "Garante 231/2021")
		}
		if k.needsConsent() && !k.Consent {
			c.say(CodeCookieConsent, gdpr.Violation, where+".consent", "Codice 122(1)", "Garante 231/2021")
		}
		if k.Kind == Technical && k.Persistent {
			c.say(CodeCookiePersists, gdpr.Warning, where+".persistent", "Web notice 8")
		}
	}
	switch {
	case s.Mailing == nil:
		if c.in.Mailing == gdpr.Yes {
			c.say(CodeMailing, gdpr.Violation, "site.mailing", "Web notice 12", "GDPR 13(1)(c)")
		}
	case !s.Mailing.OptOut:
		c.say(CodeOptOut, gdpr.Violation, "site.mailing.opt_out", "Web notice 12", "GDPR 21(1)")
	}
}

// lasts reports whether a term is one: some time of a known unit.
func lasts(t gdpr.Term) bool { return t.N > 0 && t.Unit.Valid() }

// withinYear reports whether a term is of twelve months at the most.
//
// Law: Web notice 6.
func withinYear(t gdpr.Term) bool { return int(t.Unit) < len(year) && t.N <= year[t.Unit] }

// year is the longest that one is, and the shortest in working days.
var year = [...]int{gdpr.Hours: 366 * 24, gdpr.Days: 366, gdpr.WorkingDays: 250, gdpr.Weeks: 52, gdpr.Months: 12, gdpr.Years: 1}

func given(s string) bool { return strings.TrimSpace(s) != "" }

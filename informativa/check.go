package informativa

import (
	"slices"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/effect"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/register"
)

// Context is what is so of a processing, whatever its notice says of it. It
// decides which elements a notice must have: what a notice keeps silent can't be
// found in the notice. While a fact is [gdpr.Unknown] the elements that hang on
// it are warnings instead of violations.
//
// Profiled, AI, Joint and Whistleblowing, which most processing hasn't, find
// something only where they are Yes: whoever leaves them out isn't asked.
//
// Under a regime without the template nothing of it is asked. That a notice tells
// of artificial intelligence rests on L. 132/2025 4(3), which was read in one
// quotation alone: its lack is a warning.
//
// Law: GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2); GDPR 26(2); Regolamento 23(2); L. 132/2025 4(3); D.Lgs. 24/2023 13(3).
type Context struct {
	On          date.Date   `json:"on,omitzero"`     // day of the check, for the law of that day; 0: the day of [gdpr.LawAsOf]
	Regime      gdpr.Regime `json:"regime,omitzero"` // whose law binds the controller; beside it the two answers below may stay unknown
	Layer       Layer       `json:"layer,omitzero"`  // is the text that [Reading.Check] reads the whole notice, or a first layer?
	PublicBody  gdpr.Answer `json:"public_body"`     // is the controller a public body?
	Municipal   gdpr.Answer `json:"municipal"`       // is it bound by the template regulation? No is the same as a regime without the template
	FromPerson  gdpr.Answer `json:"from_person"`     // are data collected from the data subject?
	Elsewhere   gdpr.Answer `json:"elsewhere"`       // are data obtained from someone else?
	Consent     gdpr.Answer `json:"consent"`         // does some processing rest on consent?
	Contract    gdpr.Answer `json:"contract"`        // on a contract?
	Task        gdpr.Answer `json:"task"`            // on a public task?
	Interest    gdpr.Answer `json:"interest"`        // on legitimate interests?
	Disclosed   gdpr.Answer `json:"disclosed"`       // are data disclosed to anyone?
	Transferred gdpr.Answer `json:"transferred"`     // do data leave the European Economic Area?
	Automated   gdpr.Answer `json:"automated"`       // are there decisions by machine alone?
	Profiled    gdpr.Answer `json:"profiled"`        // are people profiled, even without such a decision?
	AI          gdpr.Answer `json:"ai"`              // do artificial-intelligence systems process the data?
	Minors      gdpr.Answer `json:"minors"`          // is it addressed to minors?
	Joint       gdpr.Answer `json:"joint"`           // are there joint controllers?

	// Whistleblowing: is it the channel by which breaches of law are reported?
	Whistleblowing gdpr.Answer `json:"whistleblowing"`
	Special        gdpr.Answer `json:"special"` // are there special categories of data?
	Video          gdpr.Answer `json:"video"`   // are images recorded, by video surveillance?
	Website        gdpr.Answer `json:"website"` // is it the notice of a web site?
	Cookies        gdpr.Answer `json:"cookies"` // does the site set cookies?
	Mailing        gdpr.Answer `json:"mailing"` // do registered users get institutional e-mail?
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
		Disclosed: gdpr.Yes, Transferred: gdpr.No, Automated: gdpr.No, Profiled: gdpr.No, AI: gdpr.No, Minors: gdpr.No, Joint: gdpr.No, Whistleblowing: gdpr.No,
		Special: gdpr.No, Video: gdpr.No,
		Website: gdpr.No, Cookies: gdpr.No, Mailing: gdpr.No,
	}
}

// Under returns the context of a body under another regime: whether it is public
// and bound by the template follows from the regime alone again.
//
// Law: GDPR 99(2).
func (in Context) Under(r gdpr.Regime) Context {
	in.Regime = r
	in.Municipal = gdpr.Is(r == gdpr.Template)
	switch r {
	case gdpr.Template, gdpr.PublicLaw:
		in.PublicBody = gdpr.Yes
	case gdpr.ItalianLaw:
		in.PublicBody = gdpr.No
	}
	return in
}

// regime returns whose law binds: that of Regime, or, where the answers say that
// the template doesn't bind or that the body is private, the one that they leave.
func (in Context) regime() gdpr.Regime {
	switch {
	case in.Municipal == gdpr.No && in.PublicBody == gdpr.No:
		return max(in.Regime, gdpr.ItalianLaw)
	case in.Municipal == gdpr.No:
		return max(in.Regime, gdpr.PublicLaw)
	}
	return in.Regime
}

// bound returns the context with what its regime answers.
func (in Context) bound() Context {
	if in.regime() != gdpr.Template {
		in.Municipal = gdpr.No
	}
	if in.Regime == gdpr.ItalianLaw {
		in.PublicBody = gdpr.No
	}
	return in
}

// The findings of [Notice.Check] besides those of [Element.Missing], one for
// each thing that a notice can lack or get wrong within an element.
const (
	CodeArticle        gdpr.Code = "informativa.norm.article"           // advice: by the source of the data the notice comes under Article … GDPR too, which isn't cited
	CodeManager        gdpr.Code = "informativa.manager.missing"        // violation: the head of the office is missing, whom the municipal regulation wants named
	CodeRepresentative gdpr.Code = "informativa.representative.missing" // advice: it is useful to say who represents the controller
	CodePurposeText    gdpr.Code = "informativa.purpose.text"           // violation: the purpose isn't described
	CodePurposeBasis   gdpr.Code = "informativa.purpose.basis"          // violation: the purpose has no legal basis
	CodePurposeLaw     gdpr.Code = "informativa.purpose.law"            // violation: the rule behind the task or duty is missing
	CodePurposeSpecial gdpr.Code = "informativa.purpose.condition"      // warning: special categories of data are processed, and the condition of Article 9 GDPR is missing
	CodeInterest       gdpr.Code = "informativa.purpose.interest"       // violation: it isn't said which legitimate interest is pursued
	CodeOffice         gdpr.Code = "informativa.method.office"          // violation: the means are told office by office, and here the office is missing
	CodeMeans          gdpr.Code = "informativa.method.means"           // violation: it isn't said whether the processing is by machine or on paper
	CodePlace          gdpr.Code = "informativa.method.place"           // advice: it is useful to say where the processing takes place
	CodeStaff          gdpr.Code = "informativa.method.staff"           // advice: it is useful to say who within the body sees the data
	CodePublicSource   gdpr.Code = "informativa.origin.public"          // violation: it isn't said whether the source is public
	CodeSafeguard      gdpr.Code = "informativa.transfer.safeguard"     // violation: the safeguards of the transfer, and how to get a copy, are missing
	CodeDestination    gdpr.Code = "informativa.transfer.destination"   // violation: it isn't said to which country data go
	CodeLogic          gdpr.Code = "informativa.automated.logic"        // violation: the logic of the automated decision isn't explained
	CodeEffect         gdpr.Code = "informativa.automated.effect"       // violation: it isn't said what the automated decision means for the data subject
	CodeScope          gdpr.Code = "informativa.site.scope"             // warning: it isn't said for which site the notice holds
	CodeLinks          gdpr.Code = "informativa.site.links"             // advice: it is useful to say that the notice doesn't hold for sites reached by links
	CodeVoluntary      gdpr.Code = "informativa.site.voluntary"         // warning: it isn't said what becomes of data sent by e-mail or forms
	CodeBrowsingTerm   gdpr.Code = "informativa.site.browsing-term"     // violation: it isn't said how long browsing data are kept
	CodeBrowsingLong   gdpr.Code = "informativa.site.browsing-long"     // warning: browsing data are kept for more than 12 months, without need to establish crimes against the site
	CodeCookieKind     gdpr.Code = "informativa.site.cookie-kind"       // warning: it isn't said what kind of cookie it is: unless it is technical it needs consent
	CodeCookieConsent  gdpr.Code = "informativa.site.cookie-consent"    // violation: this cookie needs consent
	CodeCookiePersists gdpr.Code = "informativa.site.cookie-persistent" // advice: the technical cookie is persistent: by the model notice persistent ones serve statistics alone
	CodeMailing        gdpr.Code = "informativa.site.mailing"           // violation: it isn't said that registered users get institutional e-mail
	CodeOptOut         gdpr.Code = "informativa.site.opt-out"           // violation: it isn't said that one can be taken off the mailing list at any time
	CodeVideoTerm      gdpr.Code = "informativa.video.term"             // violation: for video surveillance the time of storage is fixed beforehand, and here it isn't definite
	CodeProfiling      gdpr.Code = "informativa.profiling.logic"        // violation: the regulation wants the logic of profiling told even where no automated decision follows from it
	CodeJoint          gdpr.Code = "informativa.joint.missing"          // violation: the other joint controllers aren't named
	CodeArrangement    gdpr.Code = "informativa.joint.essence"          // warning: neither the essence of the joint controllers' arrangement nor where to find it is told
	CodeAI             gdpr.Code = "informativa.ai.missing"             // warning: it isn't told how artificial intelligence is used, with which risks and how to object
	CodeLimits         gdpr.Code = "informativa.limits.missing"         // warning: the limits of the rights that protect whoever reports aren't told
	CodePixels         gdpr.Code = "informativa.site.pixels"            // violation: the messages hold tracking pixels and no consent is asked for
	CodeCookieStats    gdpr.Code = "informativa.site.cookie-analytics"  // warning: it isn't told whether the statistics are aggregate and of one site alone: only then is no consent needed
)

var (
	rowRepresentative  = find.Advice(CodeRepresentative, "Web notice 2")
	rowManager         = find.Violation(CodeManager, "Regolamento 23(2)")
	rowPurposeText     = find.Violation(CodePurposeText, "GDPR 13(1)(c)")
	rowArticle         = find.Advice(CodeArticle, "GDPR 13", "GDPR 14")
	rowProfiling       = find.Violation(CodeProfiling, "Regolamento 23(2)")
	rowJoint           = find.Violation(CodeJoint, "GDPR 13(1)(a)", "GDPR 14(1)(a)")
	rowArrangement     = find.Warning(CodeArrangement, "GDPR 26(2)")
	rowAI              = find.Warning(CodeAI, "L. 132/2025 4(3)", "GDPR 12(1)")
	rowLimits          = find.Warning(CodeLimits, "Codice 2-undecies(3)", "D.Lgs. 24/2023 13(3)")
	rowPixels          = find.Violation(CodePixels, "Codice 122(1)", "Garante 284/2026")
	rowCookieAnalytics = find.Warning(CodeCookieStats, "Codice 122(1)", "Garante 231/2021")
	rowPurposeLaw      = find.Violation(CodePurposeLaw, "Regolamento 23(2)")
	rowInterest        = find.Violation(CodeInterest, "GDPR 13(1)(d)")
	rowPurposeBasis    = find.Violation(CodePurposeBasis, "GDPR 13(1)(c)")
	rowPurposeSpecial  = find.Warning(CodePurposeSpecial, "GDPR 9(2)", "Codice 2-sexies(1)")
	rowMeans           = find.Violation(CodeMeans, "Regolamento 23(2)")
	rowOffice          = find.Violation(CodeOffice, "Regolamento 23(2)")
	rowPublicSource    = find.Violation(CodePublicSource, "GDPR 14(2)(f)")
	rowDestination     = find.Violation(CodeDestination, "GDPR 13(1)(f)")
	rowSafeguard       = find.Violation(CodeSafeguard, "GDPR 13(1)(f)", "GDPR 14(1)(f)")
	rowLogic           = find.Violation(CodeLogic, "GDPR 13(2)(f)", "Regolamento 23(2)")
	rowEffect          = find.Violation(CodeEffect, "GDPR 13(2)(f)")
	rowPlace           = find.Advice(CodePlace, "Web notice 5")
	rowStaff           = find.Advice(CodeStaff, "Web notice 5")
	rowScope           = find.Warning(CodeScope, "Web notice 1")
	rowLinks           = find.Advice(CodeLinks, "Web notice 1")
	rowVoluntary       = find.Warning(CodeVoluntary, "Web notice 7")
	rowBrowsingTerm    = find.Violation(CodeBrowsingTerm, "GDPR 13(2)(a)", "Web notice 6")
	rowBrowsingLong    = find.Warning(CodeBrowsingLong, "Web notice 6")
	rowCookieKind      = find.Warning(CodeCookieKind, "Codice 122(1)", "Garante 231/2021")
	rowCookieConsent   = find.Violation(CodeCookieConsent, "Codice 122(1)", "Garante 231/2021")
	rowCookiePersists  = find.Advice(CodeCookiePersists, "Web notice 8")
	rowMailing         = find.Violation(CodeMailing, "Web notice 12", "GDPR 13(1)(c)")
	rowOptOut          = find.Violation(CodeOptOut, "Web notice 12", "GDPR 21(1)")
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
	c := checking(in)
	c.missing(said.has, func(e Element) string { return fields[e] })
	c.articles(n.Articles)
	c.parties(n)
	c.purposes(n)
	c.methods(n)
	c.flows(n)
	c.people(n)
	c.site(n)
	c.contradictions(n)
	return c.Findings()
}

// with answers what is unknown of the legal bases by those that the notice
// declares, where it declares one for every purpose.
func (in Context) with(n Notice) Context {
	declared := map[register.Basis]bool{}
	all := len(n.Purposes) > 0
	for _, p := range n.Purposes {
		if !p.Basis.Valid() {
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

// checker gathers the findings of one check in a context.
type checker struct {
	in Context
	*find.Collector
}

// checking begins a check: what is found is told as the context's regime binds.
func checking(in Context) checker { return checker{in.bound(), find.In(in.regime())} }

// owed says the finding with the weight of a duty that hangs on a fact: nothing
// if it is No, a warning while it is unknown, its own weight if it is Yes.
func (c *checker) owed(fact gdpr.Answer, r find.Row, where string, args ...any) {
	c.Unless(fact.Not(), r, where, args...)
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
			c.Add(rowArticle.By(gdpr.Provision("GDPR "+a.article)), "articles", a.article)
		}
	}
}

func (c *checker) parties(n Notice) {
	if given(n.Controller.Name) && !given(n.Controller.Representative) {
		c.Add(rowRepresentative, "controller.representative")
	}
	if !named(n.Managers) {
		c.owed(c.in.Municipal, rowManager, "managers")
	}
}

func (c *checker) purposes(n Notice) {
	for i, p := range n.Purposes {
		at := func(field string) string { return path("purposes", i) + "." + field }
		if !given(p.Text) {
			c.Add(rowPurposeText, at("text"))
		}
		switch p.Basis {
		case register.LegalObligation, register.PublicTask:
			if !given(p.Law) {
				// The GDPR wants the basis told, and the regulation the rule behind it.
				switch c.in.Municipal {
				case gdpr.Yes:
					c.Add(rowPurposeLaw, at("law"))
				case gdpr.Unknown:
					c.Add(rowPurposeLaw.As(gdpr.Warning), at("law"))
				default:
					c.Add(rowPurposeLaw.By("GDPR 6(3)", "Codice 2-ter(1)").As(gdpr.Advice), at("law"))
				}
			}
		case register.LegitimateInterests:
			if !given(p.Interest) {
				c.Add(rowInterest, at("interest"))
			}
		case register.Consent, register.Contract, register.VitalInterests:
		default:
			c.Add(rowPurposeBasis, at("basis"))
		}
		if p.Condition == "" {
			c.owed(c.in.Special, rowPurposeSpecial, at("condition"))
		}
	}
}

func (c *checker) methods(n Notice) {
	told := n.said().has(Methods)
	for i, m := range n.Methods {
		if !m.Machine && !m.Paper && told {
			c.owed(c.in.Municipal, rowMeans, path("methods", i))
		}
		if len(n.Methods) > 1 && !given(m.Office) {
			c.owed(c.in.Municipal, rowOffice, path("methods", i)+".office")
		}
	}
}

// flows looks at where data come from and go to, and at what machines decide.
func (c *checker) flows(n Notice) {
	if anyGiven(n.Origin.From) && !n.Origin.Public.Known() {
		c.owed(c.in.Elsewhere, rowPublicSource, "origin.public")
	}
	if n.Transferred == gdpr.Yes && !n.abroad() {
		c.Add(rowDestination, "destinations")
	}
	for i, d := range n.Destinations {
		if !given(d.Safeguard) {
			c.Add(rowSafeguard, path("destinations", i)+".safeguard")
		}
	}
	if n.Automated != gdpr.Yes && !given(n.Logic) && c.in.Profiled == gdpr.Yes {
		c.Add(rowProfiling, "logic")
	}
	if n.Automated == gdpr.Yes {
		if !given(n.Logic) {
			c.Add(rowLogic, "logic")
		}
		if !given(n.Outcome) {
			c.Add(rowEffect, "outcome")
		}
	}
}

// people looks at what some people are owed besides: of joint controllers the
// essence of their arrangement, of artificial intelligence how it is used, of the
// channel of whistleblowing the limits of the rights.
func (c *checker) people(n Notice) {
	if !named(n.Joint) && c.in.Joint == gdpr.Yes {
		c.Add(rowJoint, "joint")
	}
	if !given(n.Arrangement) && (len(n.Joint) > 0 || c.in.Joint == gdpr.Yes) {
		c.Add(rowArrangement, "arrangement")
	}
	if c.in.AI == gdpr.Yes && !given(n.AI) && c.day() >= effect.AI() {
		c.Add(rowAI, "ai")
	}
	if c.in.Whistleblowing == gdpr.Yes && !given(n.Limits) {
		c.Add(rowLimits, "limits")
	}
}

// pixelsFrom is the day by which mail was to be adapted; one source counts the day
// before.
var pixelsFrom = date.New(2026, time.October, 29)

// day returns the day whose law is asked.
func (c *checker) day() date.Date {
	if c.in.On == 0 {
		return gdpr.LawAsOf()
	}
	return c.in.On
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
		c.Add(rowPlace, "place")
	}
	if !given(n.Staff) {
		c.Add(rowStaff, "staff")
	}
	if !given(s.Address) {
		c.Add(rowScope, "site.address")
	}
	if !s.Links {
		c.Add(rowLinks, "site.links")
	}
	if !given(s.Voluntary) {
		c.Add(rowVoluntary, "site.voluntary")
	}
	if b := s.Browsing; b != nil {
		switch {
		case !lasts(b.Term):
			c.Add(rowBrowsingTerm, "site.browsing.term")
		case !withinYear(b.Term) && !b.Crimes:
			c.Add(rowBrowsingLong, "site.browsing.term")
		}
	}
	for i, k := range s.Cookies {
		where := path("site.cookies", i)
		if k.Kind == 0 && !k.Consent {
			c.Add(rowCookieKind, where+".kind")
		}
		if k.Kind == Analytics && !given(k.Third) && k.Aggregate == gdpr.Unknown && !k.Consent {
			c.Add(rowCookieAnalytics, where+".aggregate")
		}
		if k.needsConsent() && !k.Consent {
			c.Add(rowCookieConsent, where+".consent")
		}
		if k.Kind == Technical && k.Persistent && !lasts(k.Term) {
			c.Add(rowCookiePersists, where+".persistent")
		}
	}
	switch {
	case s.Mailing == nil:
		if c.in.Mailing == gdpr.Yes {
			c.Add(rowMailing, "site.mailing")
		}
	case s.Mailing.Pixels == gdpr.Yes && !s.Mailing.PixelConsent && c.day() >= pixelsFrom:
		c.Add(rowPixels, "site.mailing.pixel_consent")
	}
	switch {
	case s.Mailing == nil:
	case !s.Mailing.OptOut:
		c.Add(rowOptOut, "site.mailing.opt_out")
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

// given reports whether a text says something: a placeholder doesn't.
func given(s string) bool { return !blank.Is(s) }

package informativa_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/internal/kleenetest"
	"github.com/b58db29f/gdpr/register"
)

// codes returns the codes of findings with their weight and place.
func codes(fs gdpr.Findings) []string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Severity.String()+" "+f.Where+" "+strings.TrimPrefix(string(f.Code), "informativa."))
	}
	return out
}

// TestEveryElementIsAskedFor takes one element after the other from a notice that
// has all, in a context that needs all (bug N3: one right doesn't stand for the
// others).
func TestEveryElementIsAskedFor(t *testing.T) {
	without := map[Element]func(*Notice){
		Controller: func(n *Notice) { n.Controller.Name = " " },
		ControllerContact: func(n *Notice) {
			n.Controller = Party{Name: n.Controller.Name, Representative: n.Controller.Representative}
		},
		DPO:                func(n *Notice) { n.DPO = Party{Name: "Dario Verdi"} },
		Purposes:           func(n *Notice) { n.Purposes = nil },
		LegalBasis:         func(n *Notice) { n.Purposes = []Purpose{{Text: "iscrivere"}} },
		DataCategories:     func(n *Notice) { n.Categories = []string{""} },
		Source:             func(n *Notice) { n.Origin = Origin{} },
		Recipients:         func(n *Notice) { n.Recipients = nil },
		Transfers:          func(n *Notice) { n.Transferred, n.Destinations = gdpr.Unknown, nil },
		Retention:          func(n *Notice) { n.Storage = []Storage{{What: "tutto"}} },
		RetentionPeriod:    func(n *Notice) { n.Storage = []Storage{{Criterion: "fino alla fine del procedimento"}} },
		RightAccess:        func(n *Notice) { n.Rights.Access = false },
		RightRectification: func(n *Notice) { n.Rights.Rectification = false },
		RightErasure:       func(n *Notice) { n.Rights.Erasure = false },
		RightRestriction:   func(n *Notice) { n.Rights.Restriction = false },
		RightObjection:     func(n *Notice) { n.Rights.Objection = false },
		RightPortability:   func(n *Notice) { n.Rights.Portability = false },
		ConsentWithdrawal:  func(n *Notice) { n.Rights.Withdrawal = false },
		Complaint:          func(n *Notice) { n.Rights.Complaint = false },
		Exercise:           func(n *Notice) { n.Exercise = "\n" },
		Provision:          func(n *Notice) { n.Supplies = []Supply{{Consequence: "niente servizio"}} },
		Consequences:       func(n *Notice) { n.Supplies = []Supply{{Obligation: Free}} },
		AutomatedDecision:  func(n *Notice) { n.Automated = gdpr.Unknown },
		Methods:            func(n *Notice) { n.Methods = nil },
		Security:           func(n *Notice) { n.Security = "" },
		BrowsingData:       func(n *Notice) { n.Site.Browsing = nil },
		Cookies:            func(n *Notice) { n.Site.Cookies, n.Site.CookieUse = nil, 0 },
		Norm:               func(n *Notice) { n.Articles = nil },
	}
	for e := range Elements() {
		n := portal()
		site := *n.Site
		n.Site = &site
		take := without[e]
		require.NotNil(t, take, e)
		take(&n)
		fs := n.Check(online())
		require.True(t, fs.Has(e.Missing()), "%s: %s", e, fs)
		for other := range Elements() {
			if other != e && !(e == Purposes && other == LegalBasis) {
				require.False(t, fs.Has(other.Missing()), "%s without %s: %s", other, e, fs)
			}
		}
	}
}

// TestEveryElementHasARequirement holds the table against the elements, and its
// law against the grammar of citations (bug N4: what the documentation promises
// is in the code).
func TestEveryElementHasARequirement(t *testing.T) {
	var none Context
	for e := range Elements() {
		ps := e.Provisions()
		require.NotEmpty(t, ps, e)
		for _, p := range ps {
			_, err := gdpr.ParseProvision(string(p))
			require.NoError(t, err, e)
		}
		ps[0] = "changed"
		require.NotEqual(t, ps, e.Provisions())
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotEqual(t, string(e.Missing()), gdpr.Finding{Code: e.Missing()}.Message(tag))
		}
	}
	require.Nil(t, Element(0).Provisions())
	require.Empty(t, Element(0).Missing())
	require.Equal(t, gdpr.No, Element(0).Required(online()))
	require.Equal(t, gdpr.No, RetentionPeriod.Required(online()), "good practice is not required")
	require.Equal(t, gdpr.Yes, RightAccess.Required(none))
	require.Equal(t, gdpr.Yes, Exercise.Required(none), "guidance asks for it")
	require.Equal(t, gdpr.Unknown, DPO.Required(none))
}

// TestConditionalElements decides by the context, whatever the notice says (bug
// N2).
func TestConditionalElements(t *testing.T) {
	for _, c := range []struct {
		element Element
		fact    func(*Context) *gdpr.Answer
	}{
		{DPO, func(in *Context) *gdpr.Answer { return &in.PublicBody }},
		{DataCategories, func(in *Context) *gdpr.Answer { return &in.Elsewhere }},
		{Source, func(in *Context) *gdpr.Answer { return &in.Elsewhere }},
		{Recipients, func(in *Context) *gdpr.Answer { return &in.Disclosed }},
		{Transfers, func(in *Context) *gdpr.Answer { return &in.Transferred }},
		{RightObjection, func(in *Context) *gdpr.Answer { return &in.Task }},
		{RightObjection, func(in *Context) *gdpr.Answer { return &in.Interest }},
		{RightPortability, func(in *Context) *gdpr.Answer { return &in.Consent }},
		{RightPortability, func(in *Context) *gdpr.Answer { return &in.Contract }},
		{ConsentWithdrawal, func(in *Context) *gdpr.Answer { return &in.Consent }},
		{Provision, func(in *Context) *gdpr.Answer { return &in.FromPerson }},
		{Consequences, func(in *Context) *gdpr.Answer { return &in.FromPerson }},
		{AutomatedDecision, func(in *Context) *gdpr.Answer { return &in.Automated }},
		{Methods, func(in *Context) *gdpr.Answer { return &in.Municipal }},
		{BrowsingData, func(in *Context) *gdpr.Answer { return &in.Website }},
	} {
		var in Context
		for _, f := range kleenetest.All(&in) {
			f.Set(gdpr.No)
		}
		severity := func(a gdpr.Answer) gdpr.Severity {
			*c.fact(&in) = a
			for _, f := range (Notice{}).Check(in) {
				if f.Code == c.element.Missing() {
					return f.Severity
				}
			}
			return 0
		}
		require.Equal(t, gdpr.Severity(0), severity(gdpr.No), c.element)
		require.Equal(t, gdpr.Warning, severity(gdpr.Unknown), c.element)
		require.Equal(t, gdpr.Violation, severity(gdpr.Yes), c.element)
	}
	in := Context{Website: gdpr.Yes, Cookies: gdpr.No}
	require.Equal(t, gdpr.No, Cookies.Required(in))
	in.Cookies = gdpr.Yes
	require.Equal(t, gdpr.Yes, Cookies.Required(in))
}

// TestDeclaredBases answers what the context leaves open by the bases that the
// notice declares, once each purpose has one.
func TestDeclaredBases(t *testing.T) {
	in := Comune()
	in.Consent, in.Contract, in.Task, in.Interest = gdpr.Unknown, gdpr.Unknown, gdpr.Unknown, gdpr.Unknown
	n := nursery()
	require.Empty(t, n.Check(in), "every purpose has a basis, none is consent or contract")
	n.Purposes = append(n.Purposes, Purpose{Text: "inviare inviti", Basis: register.Consent})
	fs := n.Check(in)
	require.Equal(t, []string{
		"violation rights.portability right-portability.missing",
		"violation rights.withdrawal consent-withdrawal.missing",
	}, codes(fs))
	n.Purposes[2].Basis = 0
	require.Equal(t, []string{
		"warning rights.portability right-portability.missing",
		"warning rights.withdrawal consent-withdrawal.missing",
		"violation purposes[2].basis purpose.basis",
	}, codes(n.Check(in)))
	n = nursery()
	n.Purposes = []Purpose{{Text: "misurare la soddisfazione", Basis: register.LegitimateInterests, Interest: "migliorare"}}
	n.Rights.Objection = false
	require.Contains(t, codes(n.Check(in)), "violation rights.objection right-objection.missing", "the last basis is one")
	n = nursery()
	n.Purposes[0].Condition = "GDPR 9(2)(a)"
	require.True(t, n.Check(in).Has(ConsentWithdrawal.Missing()), "explicit consent is consent")
	in.Consent = gdpr.No
	require.False(t, n.Check(in).Has(ConsentWithdrawal.Missing()), "the context prevails")
}

// TestDetails has a failing notice for each code within an element; the passing
// ones are nursery and portal.
func TestDetails(t *testing.T) {
	for _, c := range []struct {
		want string
		in   func(*Context)
		n    func(*Notice)
	}{
		{"advice controller.representative representative.missing", nil, func(n *Notice) { n.Controller.Representative = "" }},
		{"violation managers manager.missing", nil, func(n *Notice) { n.Managers = nil }},
		{"warning managers manager.missing", func(in *Context) { in.Municipal = gdpr.Unknown }, func(n *Notice) { n.Managers = nil }},
		{"violation purposes[1].text purpose.text", nil, func(n *Notice) { n.Purposes[1].Text = "" }},
		{"violation purposes[1].basis purpose.basis", nil, func(n *Notice) { n.Purposes[1].Basis = 0 }},
		{"violation purposes[1].basis purpose.basis", nil, func(n *Notice) { n.Purposes[1].Basis = register.LegitimateInterests + 1 }},
		{"violation purposes[0].law purpose.law", nil, func(n *Notice) { n.Purposes[0].Law = "" }},
		{"warning purposes[0].law purpose.law", func(in *Context) { in.Municipal = gdpr.Unknown }, func(n *Notice) { n.Purposes[0].Law = "" }},
		{"advice purposes[0].law purpose.law", func(in *Context) { in.Municipal = gdpr.No }, func(n *Notice) { n.Purposes[0].Law = "" }},
		{"violation purposes[1].law purpose.law", nil, func(n *Notice) { n.Purposes[1].Law = "" }},
		{"violation purposes[2].interest purpose.interest", func(in *Context) { in.PublicBody = gdpr.No }, func(n *Notice) { n.Purposes[2].Basis = register.LegitimateInterests }},
		{"warning purposes[0].condition purpose.condition", func(in *Context) { in.Special = gdpr.Yes }, func(n *Notice) { n.Purposes[1].Condition, n.Purposes[2].Condition = "GDPR 9(2)(g)", "GDPR 9(2)(g)" }},
		{"violation methods[0] method.means", nil, func(n *Notice) { n.Methods = []Method{{Office: "Ufficio scuola"}, {Office: "Ragioneria", Paper: true}} }},
		{"violation methods[1].office method.office", nil, func(n *Notice) { n.Methods = []Method{{Office: "Ufficio scuola", Paper: true}, {Paper: true}} }},
		{"warning methods[1].office method.office", func(in *Context) { in.Municipal = gdpr.Unknown }, func(n *Notice) { n.Methods = []Method{{Office: "Ufficio scuola", Paper: true}, {Paper: true}} }},
		{"violation storage video.term", func(in *Context) { in.Video = gdpr.Yes }, func(n *Notice) { n.Storage = []Storage{{Criterion: "finché serve"}} }},
		{"warning storage video.term", func(in *Context) { in.Video = gdpr.Unknown }, func(n *Notice) { n.Storage = []Storage{{Criterion: "finché serve"}} }},
		{"advice place method.place", nil, func(n *Notice) { n.Place = "" }},
		{"advice staff method.staff", nil, func(n *Notice) { n.Staff = "" }},
		{"advice articles norm.article", nil, func(n *Notice) { n.Articles = []gdpr.Provision{"GDPR 13(1)"} }},
		{"advice articles norm.article", nil, func(n *Notice) { n.Articles = []gdpr.Provision{"GDPR 14"} }},
		{"violation origin.public origin.public", nil, func(n *Notice) { n.Origin.Public = gdpr.Unknown }},
		{"violation destinations transfer.destination", nil, func(n *Notice) { n.Destinations = nil }},
		{"violation destinations[0].safeguard transfer.safeguard", nil, func(n *Notice) { n.Destinations = []Destination{{Where: "Stati Uniti d'America"}} }},
		{"violation logic automated.logic", nil, func(n *Notice) { n.Logic = "" }},
		{"violation outcome automated.effect", nil, func(n *Notice) { n.Outcome = "" }},
		{"warning site.address site.scope", nil, func(n *Notice) { n.Site.Address = "" }},
		{"advice site.links site.links", nil, func(n *Notice) { n.Site.Links = false }},
		{"warning site.voluntary site.voluntary", nil, func(n *Notice) { n.Site.Voluntary = "" }},
		{"violation site.browsing.term site.browsing-term", nil, func(n *Notice) { n.Site.Browsing = &Browsing{Use: "statistiche"} }},
		{"warning site.browsing.term site.browsing-long", nil, func(n *Notice) { n.Site.Browsing = &Browsing{Term: gdpr.Term{N: 13, Unit: gdpr.Months}} }},
		{"violation site.cookies[1].consent site.cookie-consent", nil, func(n *Notice) { n.Site.Cookies[1].Consent = false }},
		{"violation site.cookies[0].consent site.cookie-consent", nil, func(n *Notice) { n.Site.Cookies = []Cookie{{Kind: Profiling}} }},
		{"advice site.cookies[0].persistent site.cookie-persistent", nil, func(n *Notice) { n.Site.Cookies[0].Persistent = true }},
		{"violation site.mailing site.mailing", nil, func(n *Notice) { n.Site.Mailing = nil }},
		{"violation site.mailing.opt_out site.opt-out", nil, func(n *Notice) { n.Site.Mailing = &Mailing{Use: "avvisi"} }},

		{"violation supplies[1] contradiction.supply", nil, func(n *Notice) {
			n.Supplies = []Supply{{What: "Nome e  cognome", Obligation: Free, Consequence: "nessuna"}, {What: "nome e cognome", Obligation: ByStatute}}
		}},
		{"violation supplies[1] contradiction.supply", nil, func(n *Notice) {
			n.Supplies = []Supply{{Obligation: Free, Consequence: "nessuna"}, {What: "nome", Obligation: ByStatute}}
		}},
		{"violation supplies[1] contradiction.supply", nil, func(n *Notice) {
			n.Supplies = []Supply{{What: "nome", Obligation: ForService, Consequence: "nessuna"}, {Obligation: Free}}
		}},
		{"violation supplies[1] contradiction.supply", nil, func(n *Notice) {
			n.Supplies = []Supply{{Obligation: ForService, Consequence: "nessuna"}, {Obligation: Free}}
		}},
		{"warning rights.portability contradiction.portability", func(in *Context) { in.Consent, in.Contract = gdpr.No, gdpr.No }, func(n *Notice) { n.Rights.Withdrawal = false }},
		{"warning rights.withdrawal contradiction.withdrawal", func(in *Context) { in.Consent, in.Contract = gdpr.No, gdpr.Yes }, nil},
		{"violation purposes[2].basis contradiction.interest", nil, func(n *Notice) { n.Purposes[2].Basis, n.Purposes[2].Interest = register.LegitimateInterests, "inviti" }},
		{"warning purposes[2].basis contradiction.interest", func(in *Context) { in.PublicBody = gdpr.Unknown }, func(n *Notice) { n.Purposes[2].Basis, n.Purposes[2].Interest = register.LegitimateInterests, "inviti" }},
		{"warning dpo contradiction.dpo-mailbox", nil, func(n *Notice) { n.DPO.Email = "PRIVACY@comune.roccasilvana.example " }},
		{"violation dpo contradiction.dpo", nil, func(n *Notice) { n.DPO.Name = n.Controller.Name }},
		{"warning dpo contradiction.dpo-mailbox", nil, func(n *Notice) { n.DPO.PEC = n.Controller.PEC }},
		{"violation disclosed contradiction.none", nil, func(n *Notice) { n.Disclosed = gdpr.No }},
		{"violation disclosed contradiction.untrue", nil, func(n *Notice) { n.Disclosed, n.Recipients = gdpr.No, nil }},
		{"warning disclosed contradiction.untrue", func(in *Context) { in.Disclosed = gdpr.No }, nil},
		{"violation transferred contradiction.untrue", nil, func(n *Notice) { n.Transferred, n.Destinations = gdpr.No, nil }},
		{"warning transferred contradiction.untrue", func(in *Context) { in.Transferred = gdpr.No }, nil},
		{"violation automated contradiction.untrue", nil, func(n *Notice) { n.Automated = gdpr.No }},
		{"violation site.cookie_use contradiction.none", nil, func(n *Notice) { n.Site.CookieUse = NoCookies }},
		{"violation site.cookie_use contradiction.untrue", nil, func(n *Notice) { n.Site.CookieUse, n.Site.Cookies = NoCookies, nil }},
		{"warning site.cookie_use contradiction.untrue", func(in *Context) { in.Cookies = gdpr.No }, nil},
		{"warning site.cookies[0].kind site.cookie-kind", nil, func(n *Notice) { n.Site.Cookies = []Cookie{{Third: "un fornitore"}} }},
		{"violation articles[0] repealed", nil, func(n *Notice) { n.Articles = []gdpr.Provision{"Codice 13"} }},
		{"violation purposes[0].law repealed", nil, func(n *Notice) { n.Purposes[0].Law = "artt. 18 e 2-ter del D.Lgs. 196/2003" }},
		{"violation storage[1].law repealed", nil, func(n *Notice) { n.Storage[1].Law = "art. 11, comma 1, d.lgs. 30 giugno 2003, n. 196" }},
		{"violation more[0].text repealed", nil, func(n *Notice) { n.More = []Section{{Text: "Secondo la direttiva 95/46/CE."}} }},
	} {
		n, in := portal(), online()
		site := *n.Site
		n.Site = &site
		n.Site.Cookies, n.Purposes = slices.Clone(site.Cookies), slices.Clone(n.Purposes)
		if c.in != nil {
			c.in(&in)
		}
		if c.n != nil {
			c.n(&n)
		}
		require.Contains(t, codes(n.Check(in)), c.want)
	}
}

func TestNoFalseAlarms(t *testing.T) {
	in := online()
	n := portal()
	n.Supplies = []Supply{
		{What: "nome", Obligation: ByStatute, Consequence: "sanzione"},
		{What: "nome", Obligation: ForService}, // obligatory twice is no contradiction
		{What: "telefono", Obligation: Free},
		{What: "telefono"},
	}
	site := *n.Site
	n.Site = &site
	n.Site.Browsing = &Browsing{Data: []string{"indirizzi IP"}, Term: gdpr.Term{N: 5, Unit: gdpr.Years}, Crimes: true}
	n.Site.Cookies = []Cookie{{Kind: Analytics, Third: "fornitore", Masked: true}, {Kind: Analytics, Persistent: true, Aggregate: gdpr.Yes}}
	require.Empty(t, n.Check(in))
	n.Methods, n.Origin = []Method{{Machine: true}}, Origin{}
	require.Equal(t, []string{"violation origin.from source.missing"}, codes(n.Check(in)), "one office needs no name, and no source no kind")
	n.Site = nil
	in.Website = gdpr.Unknown
	for _, f := range n.Check(in) {
		require.NotContains(t, f.Where, "site.address", "no site is known")
	}
}

func TestBrowsingCeiling(t *testing.T) {
	for term, long := range map[gdpr.Term]bool{
		{N: 12, Unit: gdpr.Months}: false, {N: 13, Unit: gdpr.Months}: true,
		{N: 366, Unit: gdpr.Days}: false, {N: 367, Unit: gdpr.Days}: true,
		{N: 1, Unit: gdpr.Years}: false, {N: 2, Unit: gdpr.Years}: true,
		{N: 52, Unit: gdpr.Weeks}: false, {N: 53, Unit: gdpr.Weeks}: true,
		{N: 8784, Unit: gdpr.Hours}: false, {N: 8785, Unit: gdpr.Hours}: true,
		{N: 250, Unit: gdpr.WorkingDays}: false, {N: 251, Unit: gdpr.WorkingDays}: true,
	} {
		n := portal()
		site := *n.Site
		n.Site = &site
		n.Site.Browsing = &Browsing{Term: term}
		require.Equal(t, long, n.Check(online()).Has(CodeBrowsingLong), term)
	}
}

// TestTermsWithoutUnit takes a number without a unit, which says nothing, for no
// term.
func TestTermsWithoutUnit(t *testing.T) {
	for _, term := range []gdpr.Term{{N: 3}, {N: 3, Unit: 99}, {N: -3, Unit: gdpr.Days}, {Unit: gdpr.Days}} {
		n := portal()
		site := *n.Site
		n.Site = &site
		n.Site.Browsing = &Browsing{Term: term}
		n.Site.Cookies = []Cookie{{Kind: Technical, Persistent: true, Term: term}}
		n.Storage = []Storage{{Term: term}}
		fs := n.Check(online())
		require.True(t, fs.Has(CodeBrowsingTerm))
		require.True(t, fs.Has(Retention.Missing()))
		require.NotContains(t, n.Render(language.Italian), "informativa.")
		require.NotContains(t, slices.Collect(n.Elements()), RetentionPeriod)
		s := park()
		s.Term = term
		require.True(t, s.Check(0).Has(CodeSignTerm))
		require.NotContains(t, s.SVG(language.Italian), "informativa.")
		require.Empty(t, s.Notice().Storage)
	}
}

func TestBrowsingTermIsNoStorage(t *testing.T) {
	n := portal()
	n.Storage = nil
	require.Contains(t, slices.Collect(n.Elements()), Retention, "the text gives a period")
	require.True(t, n.Check(online()).Has(Retention.Missing()), "but not for the processing as a whole")
}

func TestRepealed(t *testing.T) {
	today := gdpr.LawAsOf()
	for text, want := range map[string][]string{
		"Codice 13":                        {"art. 13 D.Lgs. 196/2003"},
		"Codice 13(1)":                     {"art. 13 D.Lgs. 196/2003"},
		"Codice 2-ter":                     nil,
		"Codice 2-quinquiesdecies":         {"art. 2-quinquiesdecies D.Lgs. 196/2003"},
		"Codice 2":                         nil,
		"Codice 3":                         {"art. 3 D.Lgs. 196/2003"},
		"Codice 45":                        {"art. 45 D.Lgs. 196/2003"},
		"Codice 46":                        nil,
		"Codice 166":                       nil,
		"GDPR 13":                          nil,
		"artt. 7 e 13 del D.Lgs. 196/2003": {"art. 7 D.Lgs. 196/2003", "art. 13 D.Lgs. 196/2003"},
		"articoli 7, comma 4, e 18 del decreto legislativo 30 giugno 2003, n. 196": {"art. 7 D.Lgs. 196/2003", "art. 18 D.Lgs. 196/2003"},
		"D.Lgs. 196/2003 come modificato dal D.Lgs. 101/2018":                      nil,
		"art. 13 del Regolamento (UE) 2016/679 e D.Lgs. 196/2003":                  nil,
		"art. 2-ter del D.Lgs. 196/03":                                             nil,
		"legge 31 dicembre 1996, n. 675":                                           {"L. 675/1996"},
		"L. 31 dicembre 1996 n. 675":                                               {"L. 675/1996"},
		"legge 675 del 1996":                                                       {"L. 675/1996"},
		"legge n. 675 del 31 dicembre 1996":                                        {"L. 675/1996"},
		"protocollo 675 del 2020":                                                  nil,
		"direttiva 46/95/CE":                                                       {"Direttiva 95/46/CE"},
		"art. 7 del Codice in materia di protezione dei dati personali":            {"art. 7 D.Lgs. 196/2003"},
		"ART. 7 DEL CODICE PRIVACY":                                                {"art. 7 D.Lgs. 196/2003"},
		"D.Lgs. 196/2003, art. 13":                                                 {"art. 13 D.Lgs. 196/2003"},
		"Codice privacy, artt. 7 e 13":                                             {"art. 7 D.Lgs. 196/2003", "art. 13 D.Lgs. 196/2003"},
		"D.Lgs. 196/2003, art. 13 GDPR":                                            nil,
		"D.Lgs. 196/2003. L'art. 13 del GDPR":                                      nil,
		"le garanzie del Privacy Shield":                                           {"Decisione (UE) 2016/1250 (Privacy Shield)"},
		"i principi del Safe Harbor":                                               {"Decisione 2000/520/CE (Safe Harbor)"},
		"legge 675/96 e direttiva 95/46/CE":                                        {"Direttiva 95/46/CE", "L. 675/1996"},
		"art. 13 D.Lgs. n. 196 del 30/06/2003":                                     {"art. 13 D.Lgs. 196/2003"},
		"art. 13 del d.lgs. 196 del 30 giugno 2003":                                {"art. 13 D.Lgs. 196/2003"},
		"art. 13, n. 196 del protocollo":                                           nil,
		"art. 13, n. 196 nel 2003":                                                 nil,
		"art. 9 D.Lgs. 196/2003":                                                   {"art. 9 D.Lgs. 196/2003"},
		"art. 13 RGPD e D.Lgs. 196/2003":                                           nil,
		"art. 13 del Regolamento europeo e del D.Lgs. 196/2003":                    nil,
		"Regolamento UE 679/2016, art. 13; D.Lgs. 196/2003":                        nil,
		"artt. 7, 8 e segg. d.lgs. 196/2003":                                       {"art. 7 D.Lgs. 196/2003", "art. 8 D.Lgs. 196/2003"},
		"art. 18, co. 2, lett. a) e art. 19 D.Lgs. n. 196/2003":                    {"art. 19 D.Lgs. 196/2003"},
		"art. 13 del Codice in materia di protezione dei dati personali (D.Lgs. 30 giugno 2003, n. 196)": {"art. 13 D.Lgs. 196/2003"},
		"n. 196 di protocollo": nil,
		"":                     nil,
	} {
		var got []string
		for r := range Repealed(text, today) {
			got = append(got, r.Law)
			_, err := gdpr.ParseProvision(string(r.By))
			require.NoError(t, err)
		}
		require.ElementsMatch(t, want, got, text)
	}
	for text, first := range map[string]date.Date{
		"art. 13 D.Lgs. 196/2003":              date.New(2018, time.September, 19),
		"Codice 13":                            date.New(2018, time.September, 19),
		"art. 2-quinquiesdecies D.Lgs. 196/03": date.New(2021, time.October, 8),
		"direttiva 95/46/CE":                   date.New(2018, time.May, 25),
		"legge 675/1996":                       date.New(2004, time.January, 1),
		"Privacy Shield":                       date.New(2020, time.July, 16),   // CJEU C-311/18
		"Safe Harbor":                          date.New(2015, time.October, 6), // CJEU C-362/14
	} {
		for day, n := range map[date.Date]int{first - 1: 0, first: 1, first + 1: 1} {
			got := 0
			for range Repealed(text, day) {
				got++
			}
			require.Equal(t, n, got, "%s on %s", text, day)
		}
	}
	for range Repealed("artt. 7 e 13 D.Lgs. 196/2003, direttiva 95/46, legge 675/96", today) {
		break
	}
	for range Repealed("artt. 7 e 13 D.Lgs. 196/2003", today) {
		break
	}
	require.Contains(t, gdpr.Finding{Code: CodeRepealed, Args: []any{"art. 13 D.Lgs. 196/2003", "2018-09-19", "D.Lgs. 101/2018 27(1)"}}.Message(language.Italian), "non più in vigore dal 19 settembre 2018")
}

func TestContextDay(t *testing.T) {
	n := nursery()
	n.Articles = []gdpr.Provision{"Codice 13"}
	in := Comune()
	in.On = date.New(2017, time.May, 2)
	require.False(t, n.Check(in).Has(CodeRepealed))
}

// TestReadingCheck reads texts: by the context what is missing is found, by the
// language what can't be judged is said once.
func TestReadingCheck(t *testing.T) {
	full := portal().Render(language.Italian)
	require.Empty(t, Scan(full).Check(online()))
	for text, want := range map[string]gdpr.Code{
		"":                         CodeNoText,
		" \n ":                     CodeNoText,
		"\x00\x01\x02\x03\xff\xfe": CodeBinary,
		"This notice tells you how we process your personal data and which rights you have under the law of the Union.": CodeNotItalian,
	} {
		fs := Scan(text).Check(online())
		require.Len(t, fs, 1, text)
		require.Equal(t, want, fs[0].Code)
	}
	// The acronym alone is found, and never inside a word (bug N1).
	require.False(t, Scan("Informativa sul trattamento dei dati personali. Il DPO si contatta a dpo@comune.roccasilvana.example per ogni domanda.").Check(online()).Has(DPO.Missing()))
	require.True(t, Scan("Informativa sul trattamento dei dati personali. L'endpoint del servizio è a disposizione del cittadino per i dati.").Check(online()).Has(DPO.Missing()))
	// One right doesn't stand for the others (bug N3).
	fs := Scan("L'interessato ha il diritto di accesso ai dati personali che lo riguardano e il diritto alla cancellazione dei dati.").Check(online())
	require.False(t, fs.Has(RightAccess.Missing()))
	require.False(t, fs.Has(RightErasure.Missing()))
	require.True(t, fs.Has(RightRestriction.Missing()))
	require.True(t, fs.Has(Source.Missing()), "bug N4")
	require.Equal(t, "source", fs[slices.IndexFunc(fs, func(f gdpr.Finding) bool { return f.Code == Source.Missing() })].Where)
}

func TestReadingContradictions(t *testing.T) {
	text := portal().Render(language.Italian) + "\nI dati di navigazione sono conservati per 24 mesi. Informativa ai sensi dell'art. 13 del D.Lgs. 196/2003.\n"
	in := online()
	in.Consent, in.Contract = gdpr.No, gdpr.No
	fs := Scan(text).Check(in)
	for _, code := range []gdpr.Code{CodeNoPortability, CodeNothingWithdrawn, CodeBrowsingLong, CodeRepealed} {
		require.True(t, fs.Has(code), "%s: %s", code, fs)
	}
	for _, f := range fs {
		require.Equal(t, gdpr.Warning, f.Severity)
		require.Contains(t, f.Where, "text[")
	}
	interest := "Informativa sul trattamento dei dati personali. La base giuridica del trattamento è il legittimo interesse (art. 6, par. 1, lett. f) del RGPD)."
	require.True(t, Scan(interest).Check(in).Has(CodePublicInterest))
	in.PublicBody = gdpr.No
	require.False(t, Scan(interest).Check(in).Has(CodePublicInterest))
	r := Scan(text + "\xff")
	require.True(t, r.Check(in).Has(CodeNotUTF8))
}

// TestCodesHaveSentences prints each code of the package in both languages.
func TestCodesHaveSentences(t *testing.T) {
	for _, code := range []gdpr.Code{
		CodeArticle, CodePlace, CodeStaff, CodeManager, CodeRepresentative, CodePurposeText, CodePurposeBasis, CodePurposeLaw, CodePurposeSpecial, CodeInterest, CodeOffice,
		CodeMeans, CodePublicSource, CodeSafeguard, CodeDestination, CodeLogic, CodeEffect, CodeScope, CodeLinks, CodeVoluntary,
		CodeVideoTerm, CodeBrowsingTerm, CodeBrowsingLong, CodeCookieKind, CodeCookieConsent, CodeCookiePersists, CodeMailing, CodeOptOut,
		CodeFreeAndOwed, CodeNoPortability, CodeNothingWithdrawn, CodePublicInterest, CodeDPOIsController, CodeDPOShares, CodeUntrue, CodeNoneAndSome,
		CodeNoText, CodeBinary, CodeNotItalian, CodeNotUTF8, CodeManner, CodeUnrequested, CodeRequest, CodeUnidentified, CodeCharged, CodeFullText,
		CodeSignController, CodeSignDPO, CodeSignPurpose, CodeSignGeneric, CodeSignRecorded, CodeSignTerm, CodeSignLive, CodeSignImpacts,
		CodeSignRights, CodeSignExercise, CodeSignFullText, CodeSignLong, CodeSignOtherController, CodeSignOtherTerm, CodeSignHidden,
		CodePlacementEntries, CodePlacementBefore, CodePlacementVisible, CodePlacementLit, CodePlacementOnline, CodePlacementOral,
	} {
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotEqual(t, string(code), gdpr.Finding{Code: code}.Message(tag))
		}
	}
}

// FuzzNoticeCheck reads notices from JSON: whatever they hold, checking and
// writing them doesn't panic, says the same twice, and an element that the notice
// has is not called missing.
func FuzzNoticeCheck(f *testing.F) {
	for _, n := range []Notice{{}, nursery(), portal()} {
		data, err := json.Marshal(n)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, uint64(0))
		f.Add(data, uint64(77))
	}
	f.Fuzz(func(t *testing.T, data []byte, seed uint64) {
		var n Notice
		if json.Unmarshal(data, &n) != nil {
			return
		}
		var in Context
		kleenetest.Fill(&in, seed)
		fs := n.Check(in)
		require.Equal(t, fs, n.Check(in))
		_ = fs.Report(language.Italian)
		for f := range fs.Of(gdpr.Violation) {
			for e := range Elements() {
				if f.Code == e.Missing() {
					require.NotEqual(t, gdpr.No, e.Required(in), "%s is not needed", e)
				}
			}
		}
		text := n.Render(language.Italian)
		require.Equal(t, text, n.Render(language.Italian))
		_ = n.Render(language.English)
		_ = Scan(text).Check(in)
	})
}

// FuzzRepealed looks at any text.
func FuzzRepealed(f *testing.F) {
	f.Add("artt. 7 e 13 del decreto legislativo 30 giugno 2003, n. 196")
	f.Add("art.\xff 196/03 95/46 675/96")
	f.Fuzz(func(t *testing.T, text string) {
		for r := range Repealed(text, gdpr.LawAsOf()) {
			require.NotEmpty(t, r.Law)
			require.LessOrEqual(t, r.From, gdpr.LawAsOf())
		}
	})
}

func BenchmarkNoticeCheck(b *testing.B) {
	n, in := portal(), online()
	b.ReportAllocs()
	for b.Loop() {
		n.Check(in)
	}
}

func BenchmarkReadingCheck(b *testing.B) {
	r, in := Scan(portal().Render(language.Italian)), online()
	b.ReportAllocs()
	for b.Loop() {
		r.Check(in)
	}
}

package informativa_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
)

var regimes = []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw}

// TestRegimeCites: whatever is checked, no finding cites law that doesn't bind the
// body: of empty documents and contexts, which lack all there is to lack.
func TestRegimeCites(t *testing.T) {
	for _, regime := range regimes {
		in := online().Under(regime)
		in.Profiled, in.AI, in.Minors, in.Joint, in.Whistleblowing, in.Special, in.Video = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
		var all gdpr.Findings
		all = append(all, Notice{}.Check(in)...)
		all = append(all, Notice{}.Check(Context{Regime: regime})...)
		all = append(all, portal().Check(in)...)
		all = append(all, Scan("Informativa ai sensi dell'art. 13 del D.Lgs. 196/2003. I dati di navigazione sono conservati per 24 mesi.").Check(in)...)
		all = append(all, Sign{Regime: regime}.Check(0)...)
		all = append(all, Placement{Regime: regime}.Check()...)
		all = append(all, Delivery{Regime: regime, Manner: Oral, Requested: gdpr.No, Charged: gdpr.Yes, Layered: gdpr.Yes}.Check()...)
		all = append(all, Banner{Regime: regime, Scroll: gdpr.Yes}.Check()...)
		require.NotEmpty(t, all)
		for _, f := range all {
			for _, p := range f.Provisions {
				require.True(t, regime.Binds(p), "%s under %s", f, regime)
			}
			require.True(t, regime == gdpr.Template || len(f.Provisions) > 0 || f.Code == CodeNotUTF8, f)
		}
	}
}

// TestMunicipalNoIsAsRegime: the answer of the first edition does what the regime
// does.
func TestMunicipalNoIsAsRegime(t *testing.T) {
	n := portal()
	n.Methods, n.Managers = nil, nil
	in := online()
	in.Municipal = gdpr.No
	require.Equal(t, n.Check(online().Under(gdpr.PublicLaw)), n.Check(in))
	for _, f := range n.Check(in) {
		require.NotContains(t, f.String(), "Regolamento")
		require.NotContains(t, f.String(), "Web notice")
	}
}

// TestCompleteUnderAnyRegime: a notice that is complete for the template is so for
// any body.
func TestCompleteUnderAnyRegime(t *testing.T) {
	for _, regime := range regimes {
		require.Empty(t, portal().Check(online().Under(regime)), regime)
		s := park()
		s.Regime = regime
		require.Empty(t, s.Check(0), regime)
	}
}

// TestOralSign: that somebody tells the sign's contents is the template's alone
// (24.3): a firm isn't asked.
func TestOralSign(t *testing.T) {
	p := Placement{Entries: gdpr.Yes, Before: gdpr.Yes, Visible: gdpr.Yes, Night: gdpr.No, Online: gdpr.Yes, Oral: gdpr.No}
	require.True(t, p.Check().Has(CodePlacementOral))
	p.Regime = gdpr.ItalianLaw
	require.Empty(t, p.Check())
}

// TestCurriculum: Codice 111-bis: who sends a curriculum unasked is told at the
// first useful contact after it.
func TestCurriculum(t *testing.T) {
	sent, contact := date.New(2026, time.November, 2), date.New(2026, time.November, 20)
	c := Collection{Elsewhere: gdpr.No, Day: sent, Contact: contact, Spontaneous: gdpr.Yes}
	m, err := c.Deadline(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, UsefulContact, m.Branch)
	require.Equal(t, contact, m.Deadline.Due)
	require.Equal(t, gdpr.Provision("Codice 111-bis"), m.Deadline.Provision)
	require.Empty(t, m.Check(contact, contact))
	late := m.Check(contact+1, contact+1)
	require.Equal(t, []gdpr.Provision{"Codice 111-bis"}, late[0].Provisions)

	c.Contact = 0
	m, err = c.Deadline(gdpr.Italy())
	require.NoError(t, err)
	require.Zero(t, m)
	require.Empty(t, m.Check(0, contact), "nobody was contacted: nothing is due")

	c.Contact, c.Regime = contact, gdpr.UnionLaw // the rule is Italian
	m, err = c.Deadline(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, sent, m.Deadline.Due)
	c.Regime, c.Contact = gdpr.Template, sent-1
	_, err = c.Deadline(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultOrder)
}

// TestSignOfTheAuthorities: the model sign has no line on impacts; its term,
// recipients or "watched live" are they (EDPB 3/2019 114).
func TestSignOfTheAuthorities(t *testing.T) {
	s := park()
	s.Impacts = ""
	require.Empty(t, s.Check(0))
	s.Term, s.Recorded = gdpr.Term{}, gdpr.No
	require.False(t, s.Check(0).Has(CodeSignImpacts))
}

// TestCookiesOfChoice: the cookie that remembers the choice for six months is the
// one that Garante 231/2021 wants; statistics across sites need consent.
func TestCookiesOfChoice(t *testing.T) {
	n, in := portal(), online()
	site := *n.Site
	n.Site = &site
	six := gdpr.Term{N: 6, Unit: gdpr.Months}
	n.Site.Cookies = []Cookie{{Kind: Technical, Use: "ricordare per sei mesi la scelta fatta nel banner", Persistent: true, Term: six}}
	require.Empty(t, n.Check(in))
	n.Site.Cookies = []Cookie{{Kind: Analytics, Use: "statistiche per utente su più siti", Aggregate: gdpr.No}}
	require.True(t, n.Check(in).Has(CodeCookieConsent))
	n.Site.Cookies[0].Aggregate = gdpr.Unknown
	require.True(t, n.Check(in).Has(CodeCookieStats))
	n.Site.Cookies[0].Aggregate = gdpr.Yes
	require.Empty(t, n.Check(in))
}

func TestBanner(t *testing.T) {
	good := Banner{Consent: gdpr.Yes, Before: gdpr.Yes, Close: gdpr.Yes, Accept: gdpr.Yes, Choose: gdpr.Yes, FullText: gdpr.Yes, Scroll: gdpr.No,
		Repeat: gdpr.Term{N: 6, Unit: gdpr.Months}, Revise: gdpr.Yes}
	require.Empty(t, good.Check())
	require.Empty(t, Banner{Consent: gdpr.No}.Check())
	require.Len(t, Banner{}.Check(), 7, "what nobody knows is a warning")
	require.Equal(t, gdpr.Warning, Banner{}.Check().Worst())
	for code, spoil := range map[gdpr.Code]func(*Banner){
		CodeBannerBefore: func(b *Banner) { b.Before = gdpr.No }, CodeBannerClose: func(b *Banner) { b.Close = gdpr.No },
		CodeBannerAccept: func(b *Banner) { b.Accept = gdpr.No }, CodeBannerChoose: func(b *Banner) { b.Choose = gdpr.No },
		CodeBannerFullText: func(b *Banner) { b.FullText = gdpr.No }, CodeBannerScroll: func(b *Banner) { b.Scroll = gdpr.Yes },
		CodeBannerRepeat: func(b *Banner) { b.Repeat = gdpr.Term{N: 5, Unit: gdpr.Months} }, CodeBannerRevise: func(b *Banner) { b.Revise = gdpr.No },
	} {
		b := good
		spoil(&b)
		fs := b.Check()
		require.Len(t, fs, 1, code)
		require.Equal(t, code, fs[0].Code)
		require.Equal(t, gdpr.Violation, fs[0].Severity)
	}
}

// TestPeople: what joint controllers, AI, profiling and the channel of
// whistleblowing add to a notice.
func TestPeople(t *testing.T) {
	for code, c := range map[gdpr.Code]struct {
		in   func(*Context)
		mend func(*Notice)
	}{
		CodeJoint:       {func(in *Context) { in.Joint = gdpr.Yes }, func(n *Notice) { n.Joint, n.Arrangement = []Party{{Name: "Comune di Borgo Lontano"}}, "sul sito" }},
		CodeArrangement: {func(in *Context) { in.Joint = gdpr.Yes }, func(n *Notice) { n.Joint, n.Arrangement = []Party{{Name: "Comune di Borgo Lontano"}}, "sul sito" }},
		CodeAI:          {func(in *Context) { in.AI = gdpr.Yes }, func(n *Notice) { n.AI = "un sistema ordina le domande; ci si può opporre" }},
		CodeProfiling:   {func(in *Context) { in.Profiled = gdpr.Yes }, func(n *Notice) { n.Logic = "per reddito" }},
		CodeLimits:      {func(in *Context) { in.Whistleblowing = gdpr.Yes }, func(n *Notice) { n.Limits = "chi segnala resta riservato" }},
	} {
		n, in := nursery(), Comune()
		require.False(t, n.Check(in).Has(code), code)
		c.in(&in)
		require.True(t, n.Check(in).Has(code), code)
		c.mend(&n)
		require.False(t, n.Check(in).Has(code), code)
	}
	in := Comune()
	in.AI, in.On = gdpr.Yes, date.New(2025, time.October, 9)
	require.False(t, nursery().Check(in).Has(CodeAI), "L. 132/2025 is in force from 10 October 2025")
	in.On++
	require.True(t, nursery().Check(in).Has(CodeAI))
}

// TestMinors: Codice 2-quinquies(2) wants the words of what minors read specially
// simple.
func TestMinors(t *testing.T) {
	text := "Il trattamento delle informazioni comunicate durante la procedura riguarda chi partecipa. I dati sono conservati secondo la normativa vigente in materia."
	require.Equal(t, HighSchool, Measure(text).Schooling())
	d := Delivery{Manner: OnPaper, Text: text}
	require.True(t, d.Check().Has(CodeNotPlain))
	d.Minors = gdpr.Yes
	require.True(t, d.Check().Has(CodeMinors))
	d.Text = "I dati sono letti da chi lavora qui. Si può dire di no."
	require.Empty(t, d.Check())
}

// TestCorpusUnderOtherRegimes: on the real notices of the corpus, a body that the
// template doesn't bind is told of nothing that rests on it.
func TestCorpusUnderOtherRegimes(t *testing.T) {
	if *corpusDir == "" {
		t.Log("not run: give the folder of the corpus with -args -corpus DIR")
		return
	}
	files, err := filepath.Glob(filepath.Join(*corpusDir, "texts", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, f := range Scan(string(text)).Check(Context{PublicBody: gdpr.Yes, Municipal: gdpr.No}) {
			for _, p := range f.Provisions {
				require.NotEqual(t, gdpr.Template, p.Layer(), "%s: %s", file, f)
			}
		}
	}
}

func ExampleContext_Under() {
	n := Notice{Controller: Party{Name: "Alfa S.r.l.", Email: "privacy@alfa.example"}}
	print := func(in Context) {
		for f := range n.Check(in).Of(gdpr.Violation) {
			if f.Code == Methods.Missing() || f.Code == DPO.Missing() {
				os.Stdout.WriteString(string(f.Code) + "\n")
			}
		}
	}
	print(Comune())
	print(Comune().Under(gdpr.ItalianLaw)) // a firm: neither an officer nor the template's methods
	// Output:
	// informativa.dpo.missing
	// informativa.methods.missing
}

// TestPixels: Garante 284/2026, to which mail was to be adapted by 29 October 2026.
func TestPixels(t *testing.T) {
	n, in := portal(), online()
	site := *n.Site
	mailing := *site.Mailing
	n.Site, site.Mailing = &site, &mailing
	mailing.Pixels = gdpr.Yes
	require.True(t, n.Check(in).Has(CodePixels))
	in.On = date.New(2026, time.October, 28)
	require.False(t, n.Check(in).Has(CodePixels))
	in.On = 0
	mailing.PixelConsent = true
	require.False(t, n.Check(in).Has(CodePixels))
}

// TestBannerNotKnownToBeOwed: while nobody has said that the site needs consent, a
// lack is no violation.
func TestBannerNotKnownToBeOwed(t *testing.T) {
	b := Banner{Close: gdpr.No, Accept: gdpr.No, Choose: gdpr.No, FullText: gdpr.No, Revise: gdpr.No, Before: gdpr.Yes, Scroll: gdpr.No}
	require.Equal(t, gdpr.Warning, b.Check().Worst())
	b.Consent = gdpr.Yes
	require.Equal(t, gdpr.Violation, b.Check().Worst())
}

package informativa_test

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

func TestRenderGoldens(t *testing.T) {
	golden(t, "notice-nido.it.md", nursery().Render(language.Italian))
	golden(t, "notice-nido.en.md", nursery().Render(language.English))
	golden(t, "notice-sito.it.md", portal().Render(language.Italian))
	golden(t, "notice-sito.en.md", portal().Render(language.English))
	golden(t, "notice-nido-breve.it.md", nursery().Summary(language.Italian))
}

// TestRenderedIsFound writes notices of which every part may be there or not, and
// reads them again: the elements found are those of the structure.
func TestRenderedIsFound(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 1000 {
		n := thinned(portal(), r)
		text := n.Render(language.Italian)
		require.Equal(t, slices.Collect(n.Elements()), slices.Collect(Scan(text).Found()), text)
	}
}

func TestRenderedIsReadable(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for range 200 {
		n := thinned(portal(), r)
		text := n.Render(language.Italian)
		require.GreaterOrEqual(t, Measure(text).Gulpease(), 40.0, text)
	}
}

// thinned takes parts of a notice away at random.
func thinned(n Notice, r *rand.Rand) Notice {
	drop := func() bool { return r.IntN(3) == 0 }
	for _, take := range []func(){
		func() { n.Subject = "" },
		func() { n.Articles = nil },
		func() { n.Updated = 0 },
		func() { n.Controller.Name, n.Controller.Representative = "", "" },
		func() { n.Controller = Party{Name: n.Controller.Name} },
		func() { n.Joint = nil },
		func() { n.Managers = nil },
		func() { n.DPO = Party{} },
		func() { n.Purposes = nil },
		func() { n.Categories = nil },
		func() { n.Origin = Origin{} },
		func() { n.Methods = nil },
		func() { n.Place = "" },
		func() { n.Staff = "" },
		func() { n.Security = "" },
		func() { n.Recipients, n.Disclosed = nil, gdpr.Unknown },
		func() { n.Recipients, n.Disclosed = nil, gdpr.No },
		func() { n.Destinations, n.Transferred = nil, gdpr.Unknown },
		func() { n.Destinations, n.Transferred = nil, gdpr.No },
		func() { n.Storage = nil },
		func() { n.Supplies = nil },
		func() { n.Rights.Access = false },
		func() { n.Rights.Rectification = false },
		func() { n.Rights.Erasure = false },
		func() { n.Rights.Restriction = false },
		func() { n.Rights.Objection = false },
		func() { n.Rights.Portability = false },
		func() { n.Rights.Withdrawal = false },
		func() { n.Rights.Complaint = false },
		func() { n.Exercise = "" },
		func() { n.Automated, n.Logic, n.Outcome = gdpr.Unknown, "", "" },
		func() { n.Automated, n.Logic, n.Outcome = gdpr.No, "", "" },
		func() { n.FullText = "" },
		func() { n.Site = nil },
	} {
		if drop() {
			take()
		}
	}
	if n.Site != nil {
		site := *n.Site
		for _, take := range []func(){
			func() { site.Address = "" },
			func() { site.Links = false },
			func() { site.Browsing = nil },
			func() { site.Voluntary = "" },
			func() { site.Cookies, site.CookieUse = nil, 0 },
			func() { site.Cookies, site.CookieUse = nil, NoCookies },
			func() { site.Cookies = nil },
			func() { site.Mailing = nil },
		} {
			if drop() {
				take()
			}
		}
		n.Site = &site
	}
	return n
}

func TestRenderLeavesMarksHarmless(t *testing.T) {
	n := Notice{Controller: Party{Name: "Ente *strano*\n# Titolo <script> [x](y) `z` | \\"}}
	require.Contains(t, n.Render(language.Italian), `Ente \*strano\* \# Titolo \<script\> \[x\](y) \`+"`z\\`"+` \| \\.`)
	require.NotContains(t, n.Render(language.Italian), "\n# Titolo")
	text := Notice{Recipients: []string{"# uno", "- due", "3. tre", "12) quattro", "5 enti", "> sei"}}.Render(language.Italian)
	require.Contains(t, text, "- \\# uno\n- \\- due\n- 3\\. tre\n- 12\\) quattro\n- 5 enti\n- \\> sei\n")
}

func TestRenderSaysNothingOfNothing(t *testing.T) {
	require.Equal(t, "# Informativa sul trattamento dei dati personali\n", Notice{}.Render(language.Italian))
	require.Equal(t, "# Privacy notice\n", Notice{Site: &Site{}}.Summary(language.English))
	require.Equal(t, "# Informativa sul trattamento dei dati personali\n", Notice{Purposes: []Purpose{{}}}.Summary(language.French))
}

// TestRenderDetails writes what the notices of the goldens don't have.
func TestRenderDetails(t *testing.T) {
	for _, c := range []struct {
		n      Notice
		it, en string
	}{
		{Notice{Articles: []gdpr.Provision{"Codice 2-ter", "GDPR 13(1)", "Web notice 1"}},
			"ai sensi dell'art. 13 del Regolamento", "Other rules: Article 2-ter Italian Data Protection Code (D.Lgs. 196/2003) and section 1 web notice."},
		{Notice{Articles: []gdpr.Provision{"GDPR"}}, "Altre norme: RGPD.", "Other rules: GDPR."},
		{Notice{Purposes: []Purpose{{Text: "vendere", Basis: register.LegitimateInterests, Interest: "farsi conoscere"}}},
			"- vendere. Base giuridica: legittimo interesse (art. 6, par. 1, lett. f), RGPD). Interesse perseguito: farsi conoscere.",
			"- vendere. Legal basis: legitimate interests (Article 6(1)(f) GDPR). Interest pursued: farsi conoscere."},
		{Notice{Purposes: []Purpose{{Text: "curare", Condition: "GDPR 9(2)(h)"}}},
			"- curare. Base giuridica: art. 9, par. 2, lett. h), RGPD.", "- curare. Legal basis: Article 9(2)(h) GDPR."},
		{Notice{Purposes: []Purpose{{Text: "curare"}, {}}}, "## Finalità del trattamento\n\nI dati personali sono trattati per le seguenti finalità:\n\n- curare.\n", "## Purposes of the processing\n"},
		{Notice{Origin: Origin{From: []string{"Albo"}, Public: gdpr.Yes}}, "Almeno una di queste fonti è accessibile al pubblico.", "At least one of these sources is public."},
		{Notice{Methods: []Method{{Machine: true}, {Paper: true}, {Office: "Archivio"}}},
			"- i dati sono trattati con strumenti informatici.\n- i dati sono trattati su supporto cartaceo.\n", "- data are processed by computer.\n- data are processed on paper.\n"},
		{Notice{Storage: []Storage{{}, {Criterion: "fino alla fine del procedimento"}}},
			"- Periodo di conservazione: fino alla fine del procedimento.", "- Kept fino alla fine del procedimento."},
		{Notice{Supplies: []Supply{{}, {What: "il telefono", Obligation: Free}, {Obligation: ByStatute}}},
			"- il telefono: il conferimento è facoltativo.\n- Tutti i dati: il conferimento è obbligatorio per legge.\n", "- il telefono: giving them is optional.\n"},
		{Notice{Site: &Site{Cookies: []Cookie{{Persistent: true}}}}, "- resta dopo la chiusura del browser\n", "- stays after the browser is closed\n"},
		{Notice{Controller: Party{Phone: "0999 123456"}}, "## Recapiti\n\nPer ogni domanda: telefono 0999 123456.", "For any question: telephone 0999 123456."},
		{Notice{Transferred: gdpr.Yes}, "I dati sono trasferiti fuori dall'Unione europea.", "Data are transferred outside the European Union."},
		{Notice{Storage: []Storage{{Term: gdpr.Term{N: 1, Unit: gdpr.Months}}}}, "Periodo di conservazione: 1 mese", "Kept for 1 month"},
	} {
		require.Contains(t, c.n.Render(language.Italian), c.it)
		require.Contains(t, c.n.Render(language.English), c.en)
	}
}

func TestRenderBlocksAreApart(t *testing.T) {
	text := portal().Render(language.Italian)
	require.NotContains(t, text, "\n\n\n")
	require.True(t, strings.HasSuffix(text, "\n"))
	for line := range strings.Lines(text) {
		require.NotContains(t, line, "..")
		require.NotContains(t, line, "%!")
	}
}

func BenchmarkRender(b *testing.B) {
	n := portal()
	b.ReportAllocs()
	for b.Loop() {
		n.Render(language.Italian)
	}
}

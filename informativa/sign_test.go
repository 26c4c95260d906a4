package informativa_test

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/internal/kleenetest"
)

// park is the sign of a filmed park.
func park() Sign {
	return Sign{
		Controller: Party{Name: "Comune di Roccasilvana", Email: "privacy@comune.roccasilvana.example"},
		DPO:        Party{Email: "rpd@comune.roccasilvana.example"},
		Purposes:   []string{"prevenire i danni al parco e accertarne gli autori"},
		Recorded:   gdpr.Yes,
		Term:       gdpr.Term{N: 72, Unit: gdpr.Hours},
		Impacts:    "Chi entra nel parco è riconoscibile nelle immagini.",
		Rights:     true,
		Exercise:   "privacy@comune.roccasilvana.example",
		FullText:   "www.comune.roccasilvana.example/privacy/video",
	}
}

// crossing is a sign with long names, many purposes and a recipient abroad.
func crossing() Sign {
	return Sign{
		Controller: Party{
			Name:    "Unione dei Comuni montani delle valli dell'Alto Roccasilvana, di San Bartolomeo e di Castelnuovo a Mare",
			Address: "piazza Martiri della Libertà 128/bis, 99999 Santa Maria di Roccasilvana Superiore (RS)",
			PEC:     "protocollo.generale@pec.unionedeicomunimontanidellevallidellaltoroccasilvanaedicastelnuovoamare.example",
		},
		DPO: Party{Name: "Dario Verdi", Email: "rpd@unione.example", Phone: "0999 123456"},
		Purposes: []string{
			"accertare l'abbandono di rifiuti fuori dai contenitori",
			"ricostruire la dinamica degli incidenti all'incrocio di via Roma",
		},
		Laws:       []string{"art. 6, commi 7 e 8, D.L. 11/2009"},
		Recorded:   gdpr.Yes,
		Term:       gdpr.Term{N: 7, Unit: gdpr.Days},
		Impacts:    "Il sistema legge le targhe e può ricostruire gli spostamenti di chi passa ogni giorno.",
		Recipients: []string{"il fornitore del sistema di lettura delle targhe, negli Stati Uniti d'America"},
		Rights:     true,
		FullText:   "www.unionedeicomunimontanidellevallidellaltoroccasilvana.example/amministrazione-trasparente/privacy/videosorveglianza",
	}
}

func live() Sign {
	s := park()
	s.Recorded, s.Term = gdpr.No, gdpr.Term{}
	return s
}

func TestSignCheck(t *testing.T) {
	for _, s := range []Sign{park(), crossing(), live()} {
		require.Empty(t, s.Check(0))
	}
	for _, c := range []struct {
		want string
		s    func(*Sign)
	}{
		{"violation controller sign.controller", func(s *Sign) { s.Controller.Name = "" }},
		{"warning dpo sign.dpo", func(s *Sign) { s.DPO = Party{Name: "Dario Verdi"} }},
		{"violation purposes sign.purpose", func(s *Sign) { s.Purposes = []string{" "} }},
		{"warning purposes sign.generic", func(s *Sign) { s.Purposes = []string{"Motivi di sicurezza."} }},
		{"warning recorded sign.recorded", func(s *Sign) { s.Recorded = gdpr.Unknown }},
		{"warning term sign.term", func(s *Sign) { s.Term = gdpr.Term{} }},
		{"violation term sign.live", func(s *Sign) { s.Recorded = gdpr.No }},
		{"advice impacts sign.impacts", func(s *Sign) { s.Impacts, s.Term, s.Recipients = "", gdpr.Term{}, nil }},
		{"violation rights sign.rights", func(s *Sign) { s.Rights = false }},
		{"warning exercise sign.exercise", func(s *Sign) { s.Exercise, s.Controller.Email, s.DPO.Email = "", "", "" }},
		{"violation full_text sign.full-text", func(s *Sign) { s.FullText = "" }},
		// Garante, Policoro: a sign that cites the article of 2003.
		{"violation laws[0] repealed", func(s *Sign) { s.Laws = []string{"art. 13 D.Lgs. 196/2003"} }},
		{"warning  sign.long", func(s *Sign) { s.Impacts = strings.Repeat("Le persone sono riconoscibili. ", 60) }},
	} {
		s := park()
		c.s(&s)
		require.Contains(t, codes(s.Check(0)), c.want)
	}
	s := park()
	s.Laws = []string{"art. 13 D.Lgs. 196/2003"}
	require.Empty(t, s.Check(date.New(2018, time.May, 1)))
	s = park()
	s.Exercise = ""
	require.Empty(t, s.Check(0), "whoever can be reached can be written to")
}

func TestPlacement(t *testing.T) {
	good := Placement{gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Template}
	require.Empty(t, good.Check())
	day := good
	day.Night, day.Lit = gdpr.No, gdpr.No
	require.Empty(t, day.Check(), "a system that sleeps at night needs no light")
	require.Equal(t, []string{
		"warning entries placement.entries", "warning before placement.before", "warning visible placement.visible",
		"warning lit placement.lit", "warning online placement.online", "warning oral placement.oral",
	}, codes(Placement{}.Check()))
	for _, f := range kleenetest.All(&good) {
		if f.Name == "night" {
			continue
		}
		f.Set(gdpr.No)
		require.Equal(t, []string{"violation " + f.Name + " placement." + f.Name}, codes(good.Check()))
		f.Set(gdpr.Yes)
	}
}

func TestSignBeginsTheFullText(t *testing.T) {
	n := crossing().Notice()
	require.Empty(t, crossing().Agrees(n))
	in := Comune()
	fs := n.Check(in)
	for _, e := range []Element{Controller, ControllerContact, DPO, Purposes, Retention, RetentionPeriod, Recipients} {
		require.False(t, fs.Has(e.Missing()), e)
	}
	for _, e := range []Element{LegalBasis, RightAccess, Complaint} {
		require.True(t, fs.Has(e.Missing()), e)
	}
	text := live().Notice().Render(language.Italian)
	require.Contains(t, text, "Periodo di conservazione: nessuno, perché le immagini sono solo viste in diretta.")
	require.Contains(t, text, "## Che cosa comporta\n\nChi entra nel parco è riconoscibile nelle immagini.\n")
	require.False(t, live().Notice().Check(in).Has(Retention.Missing()))
	unknown := park()
	unknown.Recorded, unknown.Impacts = gdpr.Unknown, ""
	require.Empty(t, unknown.Notice().Storage)
	require.Empty(t, unknown.Notice().More)
}

func TestSignAgreesWithTheFullText(t *testing.T) {
	full := crossing().Notice()
	other := crossing()
	other.Controller = Party{Name: "Comune di Borgo Lontano"}
	other.Term.N = 30
	other.Recipients = append(other.Recipients, "un altro")
	require.Equal(t, []string{
		"violation controller sign.other-controller", "violation term sign.other-term", "violation recipients[1] sign.hidden",
	}, codes(other.Agrees(full)))
	full.Storage = nil
	other.Recipients, other.Controller = nil, Party{}
	require.Empty(t, other.Agrees(full), "what one doesn't say can't contradict the other")
}

func TestSignGoldens(t *testing.T) {
	for name, s := range map[string]Sign{"sign-parco": park(), "sign-incrocio": crossing(), "sign-diretta": live(), "sign-vuoto": {}} {
		golden(t, name+".it.svg", s.SVG(language.Italian))
		golden(t, name+".en.svg", s.SVG(language.English))
	}
}

func TestSignSaysItInWordsToo(t *testing.T) {
	s := crossing()
	s.Exercise = "privacy@unione.example"
	for tag, state := range map[language.Tag]string{language.Italian: "Le immagini sono registrate", language.English: "Images are recorded"} {
		title, desc := words(t, s.SVG(tag))
		require.Contains(t, title, s.Controller.Name)
		for _, said := range []string{
			state, s.Controller.Name, s.Controller.Address, s.Controller.PEC, s.DPO.Name, s.DPO.Email, s.Purposes[0], s.Purposes[1],
			s.Laws[0], s.Recipients[0], s.FullText, s.Exercise, "7 ",
		} {
			require.Contains(t, desc, said)
		}
	}
}

// words returns the title and description of a picture that is well-formed XML.
func words(t require.TestingT, svg string) (title, desc string) {
	d := xml.NewDecoder(strings.NewReader(svg))
	in := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return title, desc
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
		case xml.EndElement:
			in = ""
		case xml.CharData:
			switch in {
			case "title":
				title += string(token)
			case "desc":
				desc += string(token)
			}
		}
	}
}

func TestSignRoundTrip(t *testing.T) {
	for _, s := range []Sign{{}, park(), crossing(), live()} {
		data, err := json.Marshal(s)
		require.NoError(t, err)
		var back Sign
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, s, back)
	}
}

func BenchmarkSignSVG(b *testing.B) {
	s := crossing()
	b.ReportAllocs()
	for b.Loop() {
		s.SVG(language.Italian)
	}
}

func FuzzSignSVG(f *testing.F) {
	f.Add("Comune di Roccasilvana", "www.comune.roccasilvana.example/privacy", 30)
	f.Add("<&>\"'\x00\xff\u2028", strings.Repeat("W", 300), -1)
	f.Fuzz(func(t *testing.T, name, text string, n int) {
		s := Sign{
			Controller: Party{Name: name, Email: text}, Purposes: []string{text, name}, Recorded: gdpr.Yes,
			Term: gdpr.Term{N: n, Unit: gdpr.Days}, Rights: true, Exercise: name, FullText: text,
		}
		svg := s.SVG(language.Italian)
		words(t, svg)
		require.Equal(t, svg, s.SVG(language.Italian))
		_ = s.Check(0).String()
	})
}

// The room for a code lies in the box that points to the full text, and no line of
// text reaches it.
func TestSignRoom(t *testing.T) {
	for _, tag := range []language.Tag{language.Italian, language.English} {
		s := park()
		svg, room := s.SVGWithRoom(tag)
		require.Equal(t, 184, room.Size)
		require.Greater(t, room.X, 840/2)
		require.LessOrEqual(t, room.X+room.Size, 840-48-16)
		require.Greater(t, room.Y, 1188/2)
		require.LessOrEqual(t, room.Y+room.Size, 1188-24)
		require.NotEqual(t, s.SVG(tag), svg)
		s.FullText = ""
		svg, room = s.SVGWithRoom(tag)
		require.Zero(t, room)
		require.Equal(t, s.SVG(tag), svg)
	}
}

package informativa_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
)

// TestLayers asks of a first layer what a first layer owes (WP260 36, EDPB 3/2019
// 114), and of a whole notice all.
func TestLayers(t *testing.T) {
	for _, c := range []struct {
		layer Layer
		text  string
		want  []gdpr.Code
	}{
		{FirstLayer, "Il Comune di Valverde, titolare del trattamento, usa i dati per gestire le iscrizioni. Può esercitare i diritti degli artt. 15-22 GDPR. L'informativa completa è su www.valverde.example.", nil},
		{FirstLayer, "Il Comune di Valverde, titolare del trattamento, usa i dati per gestire le iscrizioni.", []gdpr.Code{CodeLayerRights, CodeLayerWhole}},
		{FirstLayer, "Può chiedere la rettifica dei dati. Per maggiori informazioni vedi il sito.", []gdpr.Code{CodeLayerController, CodeLayerPurposes}},
		{AreaSign, "AREA VIDEOSORVEGLIATA. Titolare: Comune di Valverde. Le immagini sono raccolte per la sicurezza delle persone. Diritti dell'interessato e informativa completa presso il comando.", nil},
		{AreaSign, "Area sotto controllo: le immagini sono registrate.", []gdpr.Code{CodeLayerController, CodeLayerPurposes, CodeLayerRights, CodeLayerWhole}},
		{SiteBanner, "Questo sito usa solo cookie tecnici. Leggi la cookie policy.", nil},
		{SiteBanner, "Il Comune cura la tua esperienza. Nel sito si può navigare.", []gdpr.Code{CodeLayerCookies, CodeLayerWhole}},
		{FormNote, "Titolare del trattamento è il Comune di Valverde, che usa i dati per iscrivere al nido. I diritti degli interessati sono nell'informativa completa.", nil},
	} {
		in := Comune()
		in.Layer = c.layer
		r := Scan(c.text)
		require.Equal(t, Italian, r.Language, c.text)
		var got []gdpr.Code
		for _, f := range r.Check(in) {
			require.Equal(t, gdpr.Warning, f.Severity)
			got = append(got, f.Code)
		}
		require.Equal(t, c.want, got, c.text)
		in.Layer = WholeNotice
		require.True(t, r.Check(in).Has(Retention.Missing()), c.text)
	}
}

// TestRightsByArticle: rights that are named by their numbers alone don't lack,
// and a warning says so, once.
func TestRightsByArticle(t *testing.T) {
	in := Comune()
	for text, want := range map[string]int{
		"Gli interessati hanno i diritti di cui agli articoli dal 15 al 22 del GDPR.":                                      5, // portability hangs on consent or contract
		"Gli interessati hanno i diritti di cui agli artt. 15 e seguenti del GDPR.":                                        5,
		"Gli interessati hanno i diritti dell'art. 17 del GDPR, e quello di accesso ai dati.":                              1,
		"Gli interessati hanno diritto di accesso, rettifica, cancellazione, limitazione e di opporsi (artt. 15-21 GDPR).": 0,
	} {
		fs := Scan(text).Check(in)
		n := 0
		for _, f := range fs {
			if f.Code == CodeByArticle {
				require.Equal(t, gdpr.Warning, f.Severity)
				require.Equal(t, want, f.Args[0], text)
				n++
			}
		}
		require.Equal(t, min(want, 1), n, text)
		if want == 5 {
			require.False(t, fs.Has(RightErasure.Missing()), text)
		}
	}
}

func TestBlanksAreFound(t *testing.T) {
	in := Comune()
	fs := Scan("Titolare del trattamento: ______\n\nDestinatari: [INDICARE]\n\nI dati sono conservati per ___ anni.").Check(in)
	require.True(t, fs.Has(CodeBlanks))
	for _, e := range []Element{Controller, Recipients, Retention} {
		require.True(t, fs.Has(e.Missing()), e)
	}
	fs = Scan("Titolare del trattamento è il Comune di Valverde. Il sottoscritto ________ dichiara di aver letto. Data ______ Firma ____________").Check(in)
	require.False(t, fs.Has(CodeBlanks), "what the person fills in")
	require.False(t, fs.Has(Controller.Missing()))
}

// TestReadingJSON reads back what a reading writes, elements included.
func TestReadingJSON(t *testing.T) {
	want := Scan("Titolare del trattamento: Comune di Valverde, info [at] valverde.example, tel. 0123 456789. I dati si conservano un anno (legge 675/96). Diritti: artt. 15 e seguenti GDPR. Aggiornata a giugno 2026. Sede: ____")
	data, err := json.Marshal(want)
	require.NoError(t, err)
	require.Contains(t, string(data), `"controller":[{"start":0,"end":`)
	var got Reading
	require.NoError(t, json.Unmarshal(data, &got))
	require.Equal(t, want, got)
	require.Equal(t, want.Check(Comune()), got.Check(Comune()))
}

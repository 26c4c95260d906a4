package informativa_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
)

func TestDelivery(t *testing.T) {
	plain := "Il Comune tratta i dati. Li usa per il servizio. Chi vuole li vede."
	good := Delivery{Manner: OnPaper, Charged: gdpr.No, Layered: gdpr.No, Text: plain}
	require.Empty(t, good.Check())
	oral := Delivery{Manner: Oral, Requested: gdpr.Yes, Identified: gdpr.Yes}
	require.Empty(t, oral.Check())
	layered := Delivery{Manner: Electronic, Layered: gdpr.Yes, Reachable: gdpr.Yes}
	require.Empty(t, layered.Check())
	hard := "L'amministrazione comunale, relativamente all'espletamento delle procedure amministrativo-contabili conseguentemente instaurate, procederà all'acquisizione documentale."
	for _, c := range []struct {
		d    Delivery
		want []string
	}{
		{Delivery{}, []string{"warning manner form.manner"}},
		{Delivery{Manner: Oral + 1}, []string{"warning manner form.manner"}},
		{Delivery{Manner: Oral, Requested: gdpr.No, Identified: gdpr.Yes}, []string{"violation requested form.unrequested"}},
		{Delivery{Manner: Oral, Identified: gdpr.Yes}, []string{"warning requested form.request"}},
		{Delivery{Manner: Oral, Requested: gdpr.Yes}, []string{"warning identified form.unidentified"}},
		{Delivery{Manner: Oral, Requested: gdpr.Yes, Identified: gdpr.No}, []string{"warning identified form.unidentified"}},
		{Delivery{Manner: OnPaper, Charged: gdpr.Yes}, []string{"violation charged form.charged"}},
		{Delivery{Manner: OnPaper, Layered: gdpr.Yes}, []string{"warning reachable form.full-text"}},
		{Delivery{Manner: OnPaper, Layered: gdpr.Yes, Reachable: gdpr.No}, []string{"violation reachable form.full-text"}},
		{Delivery{Manner: OnPaper, Text: hard}, []string{"warning text form.hard"}},
		{Delivery{Manner: OnPaper, Text: "I dati raccolti servono soltanto per gestire la domanda di iscrizione al servizio comunale."}, []string{"advice text form.not-plain"}},
	} {
		fs := c.d.Check()
		require.Equal(t, c.want, codes(fs))
		require.NotContains(t, fs.String(), "%!")
	}
}

// TestGulpease holds the formula of the index (GULP, Roma 1988) against counts
// made by hand, and its bands at their edges.
func TestGulpease(t *testing.T) {
	require.InDelta(t, 64.0, Legibility{Letters: 55, Words: 10, Sentences: 1}.Gulpease(), 1e-9)
	require.InDelta(t, 100, Legibility{Letters: 3, Words: 1, Sentences: 1}.Gulpease(), 0)
	require.InDelta(t, 0, Legibility{Letters: 300, Words: 3, Sentences: 1}.Gulpease(), 0)
	require.InDelta(t, 0, Legibility{}.Gulpease(), 0)
	for _, c := range []struct {
		letters int // of 100 words in 10 sentences: 89 + 30 - letters/10
		want    Schooling
	}{
		{390, Elementary}, {391, MiddleSchool}, {590, MiddleSchool}, {591, HighSchool}, {790, HighSchool}, {791, BeyondHighSchool},
	} {
		require.Equal(t, c.want, Legibility{Letters: c.letters, Words: 100, Sentences: 10}.Schooling(), c.letters)
	}
	require.Equal(t, Schooling(0), Legibility{}.Schooling())
}

func TestMeasure(t *testing.T) {
	for text, want := range map[string]Legibility{
		"":                                      {},
		" .!? \n":                               {},
		"Ciao":                                  {4, 1, 1},
		"Ciao. Come va?":                        {10, 3, 2},
		"L'ufficio è aperto.":                   {15, 4, 1},
		"L’ufficio è aperto.":                   {15, 4, 1},
		"Vedi l'art. 13 del Regolamento.":       {24, 6, 1},
		"Il D.Lgs. 196/2003 vale.":              {17, 5, 1},
		"Scrive G. Verdi da Roma.":              {18, 5, 1},
		"Costa 1.000,50 euro. Poco.":            {19, 4, 2},
		"Sito www.comune.it aperto.":            {21, 3, 1},
		"Fine... poi riprende.":                 {15, 3, 1},
		"Fine… Poi riprende.":                   {15, 3, 2},
		"# Titolo\n\nPrimo testo\nsu due righe": {26, 6, 2},
		"Elenco:\n- uno\n- due\n* tre":          {15, 4, 4},
		"1. uno\n2. due\n3) tre":                {12, 6, 3},
		"a capo\n\n\n\nnuovo":                   {10, 3, 2},
		"voce\n0. zero\n9) nove":                {14, 5, 3},
		"voce\n10. dieci\n12":                   {13, 4, 2},
		"voce\n-\n+ due\n-tre":                  {10, 3, 2},
		"voce\n/. due\n:) tre":                  {10, 3, 1},
		"parola\u00adspezzata":                  {14, 1, 1},
		"**grassetto** e _corsivo_":             {17, 3, 1},
		"Sì! Davvero? Certo.":                   {14, 3, 3},
		"\xff\xfe Ciao \xff.":                   {4, 1, 1},
	} {
		require.Equal(t, want, Measure(text), "%q", text)
		require.Equal(t, want, Measure(strings.ReplaceAll(text, "\n", "\r\n")), "%q with CRLF", text)
	}
	require.Equal(t, Measure("perché è così"), Measure(norm.NFD.String("perché è così")))
}

func BenchmarkMeasure(b *testing.B) {
	text := strings.Repeat("Il Comune tratta i dati ai sensi dell'art. 13 del Regolamento. L'ufficio risponde.\n\n", 500)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Measure(text)
	}
}

func FuzzMeasure(f *testing.F) {
	f.Add("Il Comune, art. 13. L'ufficio!\n- uno\n\n2) due")
	f.Add("a.\xff'b...")
	f.Fuzz(func(t *testing.T, text string) {
		l := Measure(text)
		require.LessOrEqual(t, l.Sentences, l.Words)
		require.LessOrEqual(t, l.Words, l.Letters)
		require.LessOrEqual(t, l.Letters, len(text))
		require.Equal(t, l.Words == 0, l.Sentences == 0)
		require.GreaterOrEqual(t, l.Gulpease(), 0.0)
		require.LessOrEqual(t, l.Gulpease(), 100.0)
		require.Equal(t, l, Measure(text))
	})
}

package informativa_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

func TestScanLanguage(t *testing.T) {
	for text, want := range map[string]informativa.Language{
		"Il Comune tratta i dati personali dei cittadini per le finalità che sono indicate di seguito.":     informativa.Italian,
		"Titolare del trattamento: Comune di Prova":                                                         informativa.Italian,
		"IL COMUNE TRATTA I DATI DEI CITTADINI":                                                             informativa.Italian,
		"The controller processes your personal data on the basis of its legitimate interests.":             informativa.English,
		"Le responsable du traitement est la commune, qui traite les données avec votre consentement.":      informativa.French,
		"Der Verantwortliche ist die Gemeinde; die Daten werden nicht an Dritte weitergegeben.":             informativa.German,
		"El responsable del tratamiento es el municipio y los datos se conservan por el tiempo necesario.":  informativa.Spanish,
		"Adatkezelő: az önkormányzat, amely a személyes adatokat kezeli.":                                   informativa.OtherLanguage,
		"lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore magna": informativa.OtherLanguage,
		"":           informativa.NoText,
		" \n--- ***": informativa.NoText,
		"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00>\x00": informativa.Binary,
		strings.Repeat("\xff\xd8", 40):                                         informativa.Binary,
	} {
		require.Equal(t, want, informativa.Scan(text).Language, "%q", text)
	}
	// An older encoding is read in part, and said.
	r := informativa.Scan("Le finalit\xe0 del trattamento sono quelle di legge. L'autorit\xe0 \xe8 il Garante; il titolare \xe8 il Comune di Prova.")
	require.Equal(t, informativa.Italian, r.Language)
	require.Equal(t, 4, r.Invalid)
	require.Equal(t, 18, r.Words)
}

// TestBilingual reads notices in two languages, as bilingual provinces write them,
// one after the other or side by side, and those in tables, whose cells have few
// articles and verbs.
func TestBilingual(t *testing.T) {
	const (
		german  = "Der Verantwortliche ist die Gemeinde Tal. Die Daten werden für die Verwaltung der Anmeldungen verarbeitet und werden nicht an Dritte weitergegeben. Sie haben das Recht auf Auskunft und auf Löschung der Daten. Die Daten werden für zwei Jahre aufbewahrt."
		slovene = "Upravljavec podatkov je občina Dol. Podatki se uporabljajo za vpis v vrtec in se ne posredujejo tretjim osebam. Imate pravico do dostopa in izbrisa podatkov."
		italian = "Il titolare è il Comune di Valle. I dati sono trattati per gestire le iscrizioni e non sono comunicati a terzi. Lei ha diritto di accesso e di cancellazione dei dati. I dati sono conservati per due anni."
	)
	both := "| Verantwortlicher | Titolare: Comune di Valle |\n| Zweck der Verarbeitung der Daten | Finalità: iscrizione al nido |\n| Dauer der Aufbewahrung | conservazione: 5 anni |\n| Recht auf Auskunft | diritto di accesso |\n| Recht auf Löschung | cancellazione |\n| Empfänger | destinatari: Regione |\n"
	table := "| Titolare | Comune di Valverde |\n| Finalità | gestione mensa |\n| Base giuridica | obbligo legge |\n| Destinatari | INPS |\n| Conservazione | 5 anni |\n| Reclamo | Garante privacy |\n"
	for text, also := range map[string]informativa.Language{
		german + "\n\n" + italian: informativa.German, italian + "\n\n" + german: informativa.German,
		slovene + "\n\n" + italian: 0, both: informativa.German, table: 0, italian: 0,
		"Questo sito usa cookie tecnici. Accetta Rifiuta": 0,
	} {
		r := informativa.Scan(text)
		require.Equal(t, informativa.Italian, r.Language, text)
		require.Equal(t, also, r.Also, text)
	}
	r := informativa.Scan(german)
	require.Equal(t, informativa.German, r.Language)
	require.Zero(t, r.Also)
}

func TestLanguageOfNotices(t *testing.T) {
	for _, d := range readCorpus(t, "testdata/corpus") {
		require.Equal(t, informativa.Italian, informativa.Scan(d.text).Language, d.id)
	}
	if *corpusDir == "" {
		t.Log("not asked of real notices: no -corpus")
		return
	}
	for _, d := range readCorpus(t, *corpusDir) {
		require.Equal(t, informativa.Italian, informativa.Scan(d.text).Language, d.id)
	}
}

func TestLanguageWords(t *testing.T) {
	for l := informativa.Italian; l <= informativa.Binary; l++ {
		text, err := l.MarshalText()
		require.NoError(t, err)
		require.Equal(t, l.String(), string(text))
		var back informativa.Language
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, l, back)
		require.NotEmpty(t, l.Label(language.Italian))
		require.NotEmpty(t, l.Label(language.English))
	}
	require.Empty(t, informativa.Language(99).Label(language.Italian))
	_, err := informativa.Language(99).MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	var l informativa.Language
	require.ErrorIs(t, l.UnmarshalText([]byte("latino")), gdpr.FaultName)
}

package informativa_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

// TestScanGermanPhrases reads the phrases of testdata/phrases_de.txt one by one.
func TestScanGermanPhrases(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "phrases_de.txt"))
	require.NoError(t, err)
	n := 0
	for line := range strings.Lines(string(data)) {
		word, phrase, found := strings.Cut(strings.TrimSpace(line), ": ")
		if strings.HasPrefix(line, "#") || !found {
			continue
		}
		word, not := strings.CutPrefix(word, "!")
		var e informativa.Element
		require.NoError(t, e.UnmarshalText([]byte(word)))
		phrase = strings.ReplaceAll(phrase, `\n`, "\n")
		r := informativa.Scan(phrase)
		if r.Language != informativa.German { // too few words to tell
			r = informativa.Scan(phrase + "\n\nWir danken für die Aufmerksamkeit, die Sie dem Schreiben widmen.")
		}
		require.Equal(t, informativa.German, r.Language, phrase)
		if r.Has(e) == not {
			t.Errorf("%s in %q: found %v, language %s", e, phrase, not, r.Language)
		}
		n++
	}
	require.Greater(t, n, 500)
}

// TestGermanCitations reads citations in German as the provisions that they are.
func TestGermanCitations(t *testing.T) {
	const german = "Die Daten werden von der Gemeinde im Sinne der folgenden Bestimmungen verarbeitet: "
	for text, want := range map[string][]string{
		"Art. 6 Abs. 1 Buchst. e) der Verordnung (EU) 2016/679":                    {"GDPR 6(1)(e)"},
		"Artikel 6 Absatz 1 Buchstabe c DSGVO":                                     {"GDPR 6(1)(c)"},
		"Art. 6, Abs. 1, lit. a und b DSGVO":                                       {"GDPR 6(1)(a)", "GDPR 6(1)(b)"},
		"Art. 9 Abs. 2 Bst. g) DS-GVO":                                             {"GDPR 9(2)(g)"},
		"Art. 13 und 14 der Datenschutz-Grundverordnung":                           {"GDPR 13", "GDPR 14"},
		"Art. 13. und 14 der DSGVO Nr. 2016/679":                                   {"GDPR 13", "GDPR 14"},
		"Artikel 15 bis 18 der DSGVO":                                              {"GDPR 15", "GDPR 16", "GDPR 17", "GDPR 18"},
		"Art. 15 bis Art. 17 DSGVO":                                                {"GDPR 15", "GDPR 16", "GDPR 17"},
		"Art. 2-ter des GvD Nr. 196/2003":                                          {"Codice 2-ter"},
		"Art. 13 des gesetzesvertretenden Dekretes vom 30. Juni 2003, Nr. 196":     {"Codice 13"},
		"Art. 130 des Datenschutzkodex":                                            {"Codice 130"},
		"Art. 2 des Landesgesetzes vom 29. Juni 2000, Nr. 12":                      nil,
		"EU-Verordnung Nr. 679/2016, Art. 22":                                      {"GDPR 22"},
		"Art. 5 des Gesetzes Nr. 241/1990, Art. 6 der DSGVO":                       {"GDPR 6"},
		"Kodex der digitalen Verwaltung, Art. 50":                                  nil,
		"GvD vom 30.06.2003, Nr. 196, Art. 7":                                      {"Codice 7"},
		"Art. 6 Absätze 1 und 3 der Verordnung (EU) 2016/679":                      {"GDPR 6(1)", "GDPR 6(3)"},
		"Art. 12, 13 und 14 der DSGVO Nr. 679/2016":                                {"GDPR 12", "GDPR 13", "GDPR 14"},
		"Art. 6 Abs. 1 Buchst. c) und e) sowie Art. 9 Abs. 2 Buchst. g) der DSGVO": {"GDPR 6(1)(c)", "GDPR 6(1)(e)", "GDPR 9(2)(g)"},
	} {
		var got []string
		for _, c := range informativa.Scan(german + text + ".").Citations {
			got = append(got, string(c.Provision))
		}
		require.Equal(t, want, got, text)
	}
}

// TestGermanPeriods reads periods in German, in digits and in words, and days.
func TestGermanPeriods(t *testing.T) {
	for text, want := range map[string]string{
		"Die Daten werden zehn Jahre lang aufbewahrt.":                            "10 years storage",
		"Die Bilder werden nach 72 Stunden gelöscht.":                             "72 hours video",
		"Die Daten werden sechs Monate lang gespeichert.":                         "6 months storage",
		"Die Daten werden nach einem Jahr gelöscht.":                              "1 years storage",
		"Die Daten werden für 10 (zehn) Jahre aufbewahrt.":                        "10 years storage",
		"Die Daten werden achtundvierzig Stunden gespeichert.":                    "48 hours storage",
		"Die Daten werden fuenf Jahre aufbewahrt.":                                "5 years storage",
		"Die Zugriffe auf die Webseite, Logfiles, werden 7 Tage lang gespeichert": "7 days browsing",
		"Wir antworten auf Ihre Anfrage innerhalb von 30 Tagen.":                  "30 days reply",
		"Die Bewerbungen werden für zwei Jahre aufbewahrt.":                       "2 years applications",
		"Die Daten werden zwei Quartale aufbewahrt.":                              "6 months storage",
		"Die Daten werden fünf Arbeitstage aufbewahrt.":                           "5 working_days storage",
		"Die Aufbewahrung der Daten unterliegt einer zehnjährigen Frist.":         "10 years storage",
		"Die Daten werden hundertachtzig Tage gespeichert.":                       "180 days storage",
	} {
		r := informativa.Scan(text)
		require.Equal(t, informativa.German, r.Language, text)
		require.Len(t, r.Periods, 1, text)
		p := r.Periods[0]
		unit, err := p.Term.Unit.MarshalText()
		require.NoError(t, err)
		require.Equal(t, want, fmt.Sprintf("%d %s %s", p.Term.N, unit, p.Matter), text)
	}
	for text, want := range map[string]string{
		"Die Seite wurde am 6.12.2021 aktualisiert und wird geprüft.":                "2021-12-06",
		"Datenschutzerklärung der Gemeinde\n\nStand: 17. Oktober 2019":               "2019-10-17",
		"Letzte Aktualisierung der Information über die Daten: 3. Jänner 2024":       "2024-01-03",
		"Datenschutzerklärung der Gemeinde für die Verarbeitung, Stand: März 2025\n": "2025-03-01",
	} {
		r := informativa.Scan(text)
		require.Len(t, r.Updates, 1, text)
		require.Equal(t, want, r.Updates[0].Day.String(), text)
	}
}

// TestBilingualElements asserts that what a bilingual notice says in one of its
// languages is found, each value once.
func TestBilingualElements(t *testing.T) {
	const text = `Informativa sul trattamento dei dati / Information über die Verarbeitung der Daten

Verantwortlicher der Datenverarbeitung ist die Gemeinde Tal, E-Mail: info@tal.example. Die Daten werden zur Führung der Rangordnung verarbeitet und nach Abschluss des Verfahrens zehn Jahre lang aufbewahrt. Rechtsgrundlage ist Art. 6 Abs. 1 Buchst. e) der DSGVO. Sie haben das Recht auf Auskunft und können der Verarbeitung widersprechen.

Il titolare del trattamento è il Comune di Valle, info@tal.example. I dati sono conservati per dieci anni. La base giuridica è l'art. 6, par. 1, lett. e) del GDPR. Lei ha diritto di rettifica e può proporre reclamo al Garante.
`
	r := informativa.Scan(text)
	require.Equal(t, informativa.Italian, r.Language)
	require.Equal(t, informativa.German, r.Also)
	for _, e := range []informativa.Element{informativa.Controller, informativa.Purposes, informativa.LegalBasis, informativa.Retention, informativa.RetentionPeriod,
		informativa.RightAccess, informativa.RightObjection, informativa.RightRectification, informativa.Complaint, informativa.ControllerContact} {
		require.True(t, r.Has(e), e.String())
		end := 0
		for s := range r.Evidence(e) {
			require.LessOrEqual(t, end, s.Start, "%s: places in order, apart", e)
			end = s.End
		}
	}
	require.False(t, r.Has(informativa.RightErasure))
	require.Len(t, r.Mailboxes, 2)
	require.Len(t, r.Periods, 2)
	require.Len(t, r.Citations, 2)
	for _, c := range r.Citations {
		require.Equal(t, gdpr.Provision("GDPR 6(1)(e)"), c.Provision)
	}
	require.Empty(t, r.Blanks)
}

// TestGermanCheck asserts that a German notice is checked as an Italian one is, in
// the language of who reads the findings.
func TestGermanCheck(t *testing.T) {
	r := informativa.Scan("Verantwortlicher der Datenverarbeitung ist die Gemeinde Tal, E-Mail: ____. Die Daten werden zur Führung der Rangordnung verarbeitet. Sie können die Löschung Ihrer Daten im Sinne der Richtlinie 95/46/EG verlangen.")
	require.Equal(t, informativa.German, r.Language)
	require.Len(t, r.Blanks, 1)
	require.False(t, r.Has(informativa.ControllerContact))
	codes := map[gdpr.Code]string{}
	for _, f := range r.Check(informativa.Comune()) {
		codes[f.Code] = f.Message(language.Italian)
	}
	require.NotContains(t, codes, informativa.CodeNotItalian)
	require.Contains(t, codes, informativa.CodeBlanks)
	require.Contains(t, codes, informativa.CodeRepealed)
	require.NotContains(t, codes, informativa.CodeNoText)
	require.Greater(t, len(codes), 3)
}

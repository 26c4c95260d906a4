package informativa_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

// germanPhrase is a phrase of testdata/phrases_de.txt.
type germanPhrase struct {
	element informativa.Element
	not     bool
	text    string
}

func germanPhrases(t *testing.T) (all []germanPhrase) {
	data, err := os.ReadFile(filepath.Join("testdata", "phrases_de.txt"))
	require.NoError(t, err)
	for line := range strings.Lines(string(data)) {
		word, text, found := strings.Cut(strings.TrimSpace(line), ": ")
		if strings.HasPrefix(line, "#") || !found {
			continue
		}
		p := germanPhrase{text: strings.ReplaceAll(text, `\n`, "\n")}
		word, p.not = strings.CutPrefix(word, "!")
		require.NoError(t, p.element.UnmarshalText([]byte(word)))
		all = append(all, p)
	}
	require.Greater(t, len(all), 600)
	return all
}

// scanGerman scans a phrase, with a sentence more if its words are too few to tell
// the language.
func scanGerman(t *testing.T, text string) informativa.Reading {
	r := informativa.Scan(text)
	if r.Language != informativa.German {
		r = informativa.Scan(text + "\n\nWir danken für die Aufmerksamkeit, die Sie dem Schreiben widmen.")
	}
	require.Equal(t, informativa.German, r.Language, text)
	return r
}

// TestScanGermanPhrases reads the phrases of testdata/phrases_de.txt one by one.
func TestScanGermanPhrases(t *testing.T) {
	for _, p := range germanPhrases(t) {
		if scanGerman(t, p.text).Has(p.element) == p.not {
			t.Errorf("%s in %q: found %v", p.element, p.text, p.not)
		}
	}
}

// TestGermanForms reads them in capitals, with umlauts composed of two signs, and
// written apart: each is read as before.
func TestGermanForms(t *testing.T) {
	apart := strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss")
	for name, form := range map[string]func(string) string{"capitals": strings.ToUpper, "composed": norm.NFD.String, "apart": apart.Replace} {
		for _, p := range germanPhrases(t) {
			if strings.Contains(p.text, "\n") && name == "capitals" {
				continue // which lines are headings hangs on capitals
			}
			if scanGerman(t, form(p.text)).Has(p.element) == p.not {
				t.Errorf("%s in %s: %s in %q: found %v", name, p.text, p.element, form(p.text), p.not)
			}
		}
	}
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

// TestGermanNotice asserts that a notice of ours is found to hold the same in German
// as in Italian, and lacks nothing of what is asked of it; and that beside the
// Italian one it is read with it.
func TestGermanNotice(t *testing.T) {
	texts := map[string]string{}
	for _, tag := range [...]string{"it", "de"} {
		data, err := os.ReadFile(filepath.Join("testdata", "notice-nido."+tag+".md"))
		require.NoError(t, err)
		texts[tag] = string(data)
	}
	italian, german := informativa.Scan(texts["it"]), informativa.Scan(texts["de"])
	require.Equal(t, informativa.German, german.Language)
	require.Zero(t, german.Also)
	require.Equal(t, elementsOf(texts["it"]), elementsOf(texts["de"]))
	provisions := func(r informativa.Reading) (all []gdpr.Provision) {
		for _, c := range r.Citations {
			all = append(all, c.Provision)
		}
		return all
	}
	require.Equal(t, provisions(italian), provisions(german))
	require.Equal(t, italian.Updates[0].Day, german.Updates[0].Day)
	require.Equal(t, italian.Periods[0].Term, german.Periods[0].Term)
	require.Empty(t, german.Blanks)
	for _, f := range german.Check(informativa.Comune()) {
		require.NotEqual(t, gdpr.Violation, f.Severity, f.Message(language.English))
	}
	for _, text := range [...]string{texts["it"] + "\n\n" + texts["de"], texts["de"] + "\n\n" + texts["it"]} {
		both := informativa.Scan(text)
		require.Equal(t, informativa.Italian, both.Language)
		require.Equal(t, informativa.German, both.Also)
		require.Len(t, both.Citations, len(italian.Citations)+len(german.Citations))
		require.Len(t, both.Mailboxes, len(italian.Mailboxes)+len(german.Mailboxes))
		require.Equal(t, elementsOf(texts["it"]), elementsOf(text))
	}
}

package informativa_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/b58db29f/gdpr/informativa"
)

func elementsOf(text string) []string {
	var all []string
	for e := range informativa.Scan(text).Found() {
		all = append(all, e.String())
	}
	return all
}

// TestScanDistinctions holds pairs of phrases that look alike and aren't.
func TestScanDistinctions(t *testing.T) {
	for _, c := range []struct {
		element  informativa.Element
		yes, not string
	}{
		{informativa.RightAccess, "Hai diritto di accesso ai tuoi dati.", "Il diritto d'autore riguarda anche chi ha accesso al sito."},
		{informativa.RightAccess, "Può chiedere di accedere ai dati.", "Evitiamo l'accesso non autorizzato ai locali."},
		{informativa.RightRestriction, "Può ottenere la limitazione del trattamento.", "Limitazione di responsabilità: il Comune non risponde dei danni."},
		{informativa.RightErasure, "Puoi chiedere che i dati siano cancellati.", "Puoi cancellare i cookie dal browser."},
		{informativa.RightErasure, "Le persone possono chiedere di cancellarli.", "I registri sono cancellati ogni notte."},
		{informativa.RightRectification, "Ha diritto alla rettifica.", "Possiamo aggiornare questa informativa."},
		{informativa.RightObjection, "Può opporsi al trattamento.", "Può opporsi ai cookie con le impostazioni del browser."},
		{informativa.ConsentWithdrawal, "Il consenso può essere revocato.", "L'interessato revoca il consenso su cui si basa il trattamento."},
		{informativa.Complaint, "Può fare reclamo al Garante.", "Il Garante, con provvedimento del 2014, ha dettato linee guida."},
		{informativa.DPO, "Il responsabile della protezione dei dati risponde a rpd@ente.it.", "Il Comune ha nominato un responsabile della protezione dei dati."},
		{informativa.DPO, "RPD: tel. 06 123456.", "Non è stato nominato un RPD. Scrivere a info@ente.it."},
		{informativa.ControllerContact, "Il Comune risponde a info@ente.it.", "Il DPO risponde a dpo@ente.it."},
		{informativa.Transfers, "I dati non sono trasferiti fuori dall'Unione europea.", "I dati non sono trasferiti ad altri uffici."},
		{informativa.Transfers, "I dati restano in server situati nello Spazio economico europeo.", "Il Parlamento europeo ha approvato il Regolamento."},
		{informativa.Retention, "I dati sono conservati per il tempo necessario.", "Il cookie è conservato per 30 giorni."},
		{informativa.RetentionPeriod, "Conserviamo i dati per dieci anni.", "Conserviamo i dati per il tempo necessario."},
		{informativa.RetentionPeriod, "I dati sono cancellati dopo 24 mesi.", "Il servizio è per chi ha almeno 14 anni."},
		{informativa.Source, "I dati sono acquisiti da altre amministrazioni.", "Ha diritto di conoscere l'origine dei dati."},
		{informativa.AutomatedDecision, "Non è previsto alcun processo decisionale automatizzato.", "Ha diritto di non essere sottoposto a una decisione basata su un trattamento automatizzato."},
		{informativa.AutomatedDecision, "Non facciamo profilazione degli utenti.", "Il sito non usa cookie di profilazione."},
		{informativa.Consequences, "Il mancato conferimento comporta l'impossibilità di iscriversi.", "Disabilitare i cookie comporta l'impossibilità di entrare."},
		{informativa.Provision, "Il conferimento è facoltativo.", "I dati sono conservati per il tempo necessario."},
		{informativa.DataCategories, "Trattiamo nome, cognome e codice fiscale.", "Telefono 06 1234567, indirizzo e-mail info@ente.it."},
		{informativa.Methods, "I dati sono trattati con strumenti informatici.", "Può ricevere in formato strutturato i dati trattati con mezzi automatizzati."},
		{informativa.Security, "Misure tecniche e organizzative proteggono i dati.", "Il trattamento serve a misure precontrattuali."},
		{informativa.Norm, "Ai sensi del Regolamento (UE) 2016/679.", "Ai sensi dell'art. 13 del D.Lgs. 196/2003."},
		{informativa.Purposes, "I dati sono trattati per rispondere alle richieste.", "Finalità del trattamento"},
		{informativa.Cookies, "Questo sito non utilizza cookie.", "Vai alla pagina sui cookie."},
		{informativa.BrowsingData, "Il server registra gli indirizzi IP.", "Navigazione facile per tutti."},
		{informativa.LegalBasis, "La base giuridica è il consenso.", "Il contratto è affisso all'albo."},
		{informativa.Controller, "Titolare del trattamento è il Comune di Prova.", "Il titolare del trattamento è tenuto a rispondere."},
		{informativa.Recipients, "I dati non sono comunicati a terzi.", "Il destinatario della tassa è chi possiede l'immobile? No: basta il possesso."},
		{informativa.RightPortability, "Ha diritto alla portabilità dei dati.", "Il computer è portatile."},
		{informativa.Exercise, "Per esercitare i diritti scrivere al Comune.", "Il normale esercizio del sito è garantito."},
	} {
		require.True(t, informativa.Scan(c.yes).Has(c.element), "%s in %q", c.element, c.yes)
		if c.element == informativa.Recipients {
			continue // any "destinatari" counts: few texts speak of others
		}
		require.False(t, informativa.Scan(c.not).Has(c.element), "%s in %q", c.element, c.not)
	}
}

// TestScanPhrases reads the phrases of testdata/phrases.txt one by one.
func TestScanPhrases(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "phrases.txt"))
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
		if informativa.Scan(strings.ReplaceAll(phrase, `\n`, "\n")).Has(e) == not {
			t.Errorf("%s in %q: found %v", e, phrase, not)
		}
		n++
	}
	require.Greater(t, n, 100)
}

func TestScanRightsByAnyName(t *testing.T) {
	for _, text := range []string{
		"L'interessato ha diritto di accesso, rettifica, cancellazione, limitazione, opposizione e portabilità.",
		"Diritti dell'interessato\n\n- Accesso (art. 15)\n- Rettifica (art. 16)\n- Cancellazione (art. 17)\n- Limitazione (art. 18)\n- Portabilità (art. 20)\n- Opposizione (art. 21)\n",
		"Lei può chiedere di accedere ai Suoi dati, di correggerli, di cancellarli, di limitarne il trattamento, di opporsi al trattamento e di riceverli in un formato strutturato.",
		"Hai diritto di: sapere quali dati abbiamo; correggerli; farli cancellare; ottenere che il trattamento sia limitato; opporti; portarli altrove in formato leggibile.",
	} {
		r := informativa.Scan(text)
		for e := informativa.RightAccess; e <= informativa.RightPortability; e++ {
			require.True(t, r.Has(e), "%s in %q", e, text)
		}
	}
}

func TestScanNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n", "....", "Comune", "\x00\x01", "\xff\xfe"} {
		require.Empty(t, elementsOf(text), "%q", text)
	}
	var none informativa.Reading
	require.False(t, none.Has(informativa.Controller))
	require.False(t, none.Has(0))
	require.False(t, none.Has(200))
	require.Empty(t, slices.Collect(none.Evidence(informativa.Norm)))
	require.Empty(t, slices.Collect(none.Evidence(200)))
	require.Empty(t, slices.Collect(none.Found()))
}

func TestScanEvidence(t *testing.T) {
	text := "Il Regolamento (UE) 2016/679, o GDPR.\n\nGDPR!"
	var quotes []string
	for s := range informativa.Scan(text).Evidence(informativa.Norm) {
		quotes = append(quotes, text[s.Start:s.End])
	}
	require.Equal(t, []string{"2016/679", "GDPR", "GDPR"}, quotes)
	for range informativa.Scan(text).Evidence(informativa.Norm) {
		break
	}
	for range informativa.Scan(text).Found() {
		break
	}
}

func TestScanBytesAndStrings(t *testing.T) {
	for _, d := range readCorpus(t, filepath.Join("testdata", "corpus")) {
		require.Equal(t, informativa.Scan(d.text), informativa.Scan(string(d.text)))
	}
}

// sameElements lists texts that must have the same elements as the given one.
func sameElements(text string) map[string]string {
	forms := map[string]string{}
	unix := strings.ReplaceAll(text, "\r\n", "\n")
	if !strings.Contains(unix, "\r") {
		forms["LF"] = unix
		forms["CRLF"] = strings.ReplaceAll(unix, "\n", "\r\n")
	}
	if utf8.ValidString(text) {
		forms["NFC"] = norm.NFC.String(text)
		forms["NFD"] = norm.NFD.String(text)
		forms["upper case"] = capitals(text)
	}
	return forms
}

// capitals puts text in capitals, but for the first letter of each line: whether
// that is a capital tells a heading from a line that goes on.
func capitals(text string) string {
	var all strings.Builder
	first := true
	for _, r := range text {
		if !first {
			r = unicode.ToUpper(r)
		}
		all.WriteRune(r)
		first = r == '\n' || first && !unicode.IsLetter(r)
	}
	return all.String()
}

func TestScanForms(t *testing.T) {
	for _, d := range readCorpus(t, filepath.Join("testdata", "corpus")) {
		text := string(d.text)
		want := elementsOf(text)
		for form, other := range sameElements(text) {
			require.Equal(t, want, elementsOf(other), "%s in %s", d.id, form)
		}
		typed := strings.NewReplacer("’", "'", "à", "a'", "ù", "u'", "ò", "o'", "ì", "i'", "è", "e'", "é", "e'", "È", "E'", "\u00a0", " ", "\u00ad", "").Replace(text)
		require.Equal(t, want, elementsOf(typed), "%s typed without accents", d.id)
	}
}

func FuzzScan(f *testing.F) {
	for _, d := range readCorpus(f, filepath.Join("testdata", "corpus")) {
		f.Add(string(d.text))
	}
	f.Add("PriveMy\n\nFinalità del trTTTTattamlnto \x00\x00\x00spons\xd4rte\xd4lm \xd4ozea\xd4 \xd4doiabpel\xd4nae\x01dei \na|i")
	f.Add("# Conservazione\xd8\xd8\xd8\xd8a\xcf+sonosrvati per 10 an\x00\x00\x00@Diritti:")
	f.Add("art. 6, par. 1, lett. e) del GDPR, artt. 15-22; tel. +39 06/1234; per 10 (dieci) anni; u@pec.it\r\nE' così\u0300 ﬁne \xff")
	f.Fuzz(func(t *testing.T, text string) {
		r := informativa.Scan(text)
		require.Equal(t, r, informativa.Scan(text), "deterministic")
		valid := utf8.ValidString(text)
		check := func(s informativa.Span) {
			require.True(t, 0 <= s.Start && s.Start < s.End && s.End <= len(text), "%v", s)
			if valid {
				require.True(t, utf8.RuneStart(text[s.Start]), "%v", s)
				require.True(t, s.End == len(text) || utf8.RuneStart(text[s.End]), "%v", s)
			}
		}
		for e := range informativa.Elements() {
			last := 0
			for s := range r.Evidence(e) {
				check(s)
				require.LessOrEqual(t, last, s.Start, "in order, apart")
				last = s.End
			}
		}
		for _, v := range r.Mailboxes {
			check(v.Span)
		}
		for _, v := range r.Phones {
			check(v.Span)
		}
		for _, v := range r.Periods {
			check(v.Span)
			require.Positive(t, v.Term.N)
			require.NotZero(t, v.Term.Unit)
		}
		for _, v := range r.Citations {
			check(v.Span)
		}
		for _, v := range r.Updates {
			check(v.Span)
		}
		for form, other := range sameElements(text) {
			require.Equal(t, elementsOf(text), elementsOf(other), form)
		}
	})
}

// TestRulesAreCommented asserts that each file of rules says what it is about.
func TestRulesAreCommented(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("rules", "*.txt"))
	require.NoError(t, err)
	require.Greater(t, len(files), 10)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		require.True(t, strings.HasPrefix(string(data), "# "), "%s says at its head what it is about", file)
	}
}

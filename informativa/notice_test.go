package informativa_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
)

// nursery is the notice of an ordinary service of a Comune, with all that the
// law asks for.
func nursery() Notice {
	return Notice{
		Subject:  "iscrizione all'asilo nido",
		Articles: []gdpr.Provision{"GDPR 13"},
		Updated:  date.New(2026, time.November, 2),
		Controller: Party{
			Name: "Comune di Roccasilvana", Representative: "il Sindaco", Address: "piazza del Municipio 1, 99999 Roccasilvana",
			Email: "privacy@comune.roccasilvana.example", PEC: "protocollo@pec.comune.roccasilvana.example", Phone: "0999 123456",
		},
		Managers: []Party{{Name: "Bianca Neri", Email: "bianca.neri@comune.roccasilvana.example"}},
		DPO:      Party{Name: "Dario Verdi", Email: "rpd@comune.roccasilvana.example"},
		Purposes: []Purpose{
			{Text: "iscrivere i bambini e formare la graduatoria", Basis: register.PublicTask, Law: "D.Lgs. 65/2017"},
			{Text: "riscuotere le rette", Basis: register.LegalObligation, Law: "D.Lgs. 267/2000"},
		},
		Disclosed:  gdpr.Yes,
		Recipients: []string{"la cooperativa che gestisce la mensa", "il tesoriere comunale"},
		Storage: []Storage{
			{What: "domande di iscrizione", Term: gdpr.Term{N: 5, Unit: gdpr.Years}},
			{What: "ricevute delle rette", Law: "art. 2946 del codice civile"},
		},
		Supplies:  []Supply{{Obligation: ForService, Consequence: "la domanda non può essere accolta"}},
		Methods:   []Method{{Office: "Ufficio scuola", Machine: true, Paper: true}},
		Place:     "la sede del Comune",
		Staff:     "gli addetti dell'Ufficio scuola",
		Security:  "accessi personali, copie di riserva",
		Rights:    Rights{Access: true, Rectification: true, Erasure: true, Restriction: true, Objection: true, Complaint: true},
		Exercise:  "privacy@comune.roccasilvana.example",
		Automated: gdpr.No,
		FullText:  "www.comune.roccasilvana.example/privacy/nido",
	}
}

// portal is the notice of a web site, with every element.
func portal() Notice {
	n := nursery()
	n.Subject = "sito del Comune"
	n.Articles = []gdpr.Provision{"GDPR 13", "GDPR 14"}
	n.Joint = []Party{{Name: "Provincia di Valdombra"}}
	n.Purposes = append(n.Purposes, Purpose{Text: "inviare la newsletter", Basis: register.Consent})
	n.Categories = []string{"nome e cognome", "indirizzo e-mail", "recapito telefonico"}
	n.Origin = Origin{From: []string{"Anagrafe nazionale della popolazione residente"}, Public: gdpr.No}
	n.Transferred = gdpr.Yes
	n.Destinations = []Destination{{Where: "Stati Uniti d'America", Safeguard: "decisione di adeguatezza del 10 luglio 2023, pubblicata sul sito della Commissione europea"}}
	n.Automated = gdpr.Yes
	n.Logic = "il programma ordina le domande per reddito e data"
	n.Outcome = "la posizione in graduatoria dipende da questo calcolo"
	n.Rights.Portability, n.Rights.Withdrawal = true, true
	n.Site = &Site{
		Address:   "www.comune.roccasilvana.example",
		Links:     true,
		Browsing:  &Browsing{Data: []string{"indirizzi IP", "pagine chieste e orario"}, Use: "contare le visite e controllare che il sito funzioni", Term: gdpr.Term{N: 6, Unit: gdpr.Months}, Crimes: true},
		Voluntary: "Ogni messaggio porta con sé l'indirizzo di chi lo manda e ciò che vi aggiunge",
		CookieUse: WithCookies,
		Cookies: []Cookie{
			{Kind: Technical, Use: "tengono aperta la sessione"},
			{Kind: Analytics, Use: "contano le visite", Persistent: true, Term: gdpr.Term{N: 6, Unit: gdpr.Months}, Third: "il fornitore delle statistiche", Consent: true},
		},
		Mailing: &Mailing{Use: "avvisi su scadenze e servizi", OptOut: true, How: "con il collegamento in fondo a ogni messaggio"},
	}
	n.Arrangement = "L'accordo tra i due Comuni è sul sito, nella pagina della protezione dei dati"
	n.More = []Section{{Title: "Per saperne di più", Text: "Lo sportello al cittadino risponde alle domande su questo testo."}}
	return n
}

// online is the context of a Comune's web site with all that can occur.
func online() Context {
	in := Comune()
	in.Elsewhere, in.Consent, in.Transferred, in.Automated = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
	in.Website, in.Cookies, in.Mailing = gdpr.Yes, gdpr.Yes, gdpr.Yes
	return in
}

func TestCompleteNotices(t *testing.T) {
	require.Empty(t, nursery().Check(Comune()))
	require.Empty(t, portal().Check(online()))
}

func TestElementsOfANotice(t *testing.T) {
	require.Empty(t, slices.Collect(Notice{}.Elements()))
	require.Equal(t, slices.Collect(Elements()), slices.Collect(portal().Elements()))
	require.NotContains(t, slices.Collect(nursery().Elements()), Cookies)
	// Stopping early is honoured.
	for e := range portal().Elements() {
		require.Equal(t, Controller, e)
		break
	}
}

func TestNoticeRoundTrip(t *testing.T) {
	for _, n := range []Notice{{}, nursery(), portal()} {
		data, err := json.Marshal(n)
		require.NoError(t, err)
		var back Notice
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, n, back)
	}
	data, err := json.Marshal(online())
	require.NoError(t, err)
	var back Context
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, online(), back)
}

// TestFactsDecode reads with the strict decoder of the library what was written.
func TestFactsDecode(t *testing.T) {
	for _, c := range []struct{ v, back any }{
		{&Notice{}, new(Notice)}, {ref(portal()), new(Notice)},
		{ref(online()), new(Context)}, {&Context{On: date.New(2026, time.May, 1)}, new(Context)},
		{ref(crossing()), new(Sign)}, {&Placement{Entries: gdpr.Yes, Lit: gdpr.No}, new(Placement)},
		{&Delivery{Manner: Oral, Requested: gdpr.Yes, Text: "Il Comune informa."}, new(Delivery)},
		{&Exemption{Elsewhere: gdpr.Yes, LaidDown: gdpr.No}, new(Exemption)},
		{&Collection{Elsewhere: gdpr.Yes, Day: date.New(2024, time.February, 29), Contact: date.New(2024, time.March, 1)}, new(Collection)},
	} {
		data, err := json.Marshal(c.v)
		require.NoError(t, err)
		require.NoError(t, gdpr.Decode(data, c.back))
		require.Equal(t, c.v, c.back)
	}
}

func ref[T any](v T) *T { return &v }

// TestEnumerations writes and reads every word, and names each in both
// languages.
func TestEnumerations(t *testing.T) {
	type enum interface {
		String() string
		MarshalText() ([]byte, error)
	}
	labels := func(label func(language.Tag) string) []string {
		return []string{label(language.Italian), label(language.English)}
	}
	check := func(e enum, read func([]byte) (enum, error), label func(language.Tag) string) {
		text, err := e.MarshalText()
		require.NoError(t, err)
		require.Equal(t, e.String(), string(text))
		require.NotEmpty(t, e.String())
		back, err := read(text)
		require.NoError(t, err)
		require.Equal(t, e, back)
		_, err = read([]byte("?"))
		require.ErrorIs(t, err, gdpr.FaultName)
		if label != nil {
			for _, l := range labels(label) {
				require.NotEmpty(t, l)
				require.NotContains(t, l, "informativa.")
			}
		}
	}
	for v := Free; v <= ForService; v++ {
		check(v, func(b []byte) (enum, error) { var x Obligation; err := x.UnmarshalText(b); return x, err }, v.Label)
	}
	for v := NoCookies; v <= WithCookies; v++ {
		check(v, func(b []byte) (enum, error) { var x CookieUse; err := x.UnmarshalText(b); return x, err }, nil)
	}
	for v := Technical; v <= Profiling; v++ {
		check(v, func(b []byte) (enum, error) { var x CookieKind; err := x.UnmarshalText(b); return x, err }, v.Label)
	}
	for v := AtCollection; v <= BeforeReuse; v++ {
		check(v, func(b []byte) (enum, error) { var x Branch; err := x.UnmarshalText(b); return x, err }, v.Label)
	}
	for v := Undetermined; v <= Exempt; v++ {
		check(v, func(b []byte) (enum, error) { var x Outcome; err := x.UnmarshalText(b); return x, err }, v.Label)
	}
	for v := OnPaper; v <= Oral; v++ {
		check(v, func(b []byte) (enum, error) { var x Manner; err := x.UnmarshalText(b); return x, err }, v.Label)
	}
	for v := Elementary; v <= BeyondHighSchool; v++ {
		check(v, func(b []byte) (enum, error) { var x Schooling; err := x.UnmarshalText(b); return x, err }, v.Label)
	}
}

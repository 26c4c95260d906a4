package informativa_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
)

func TestScanMailboxes(t *testing.T) {
	r := informativa.Scan("Scrivi a Privacy@Ente.it, PEC protocollo@cert.ente.it o PEC: ente@postacomune.it; anche x@pec.ente.it.")
	type box struct {
		address   string
		certified bool
	}
	var got []box
	for _, m := range r.Mailboxes {
		got = append(got, box{m.Address, m.Certified})
	}
	require.Equal(t, []box{{"privacy@ente.it", false}, {"protocollo@cert.ente.it", true}, {"ente@postacomune.it", true}, {"x@pec.ente.it", true}}, got)
}

func TestScanPhones(t *testing.T) {
	for text, want := range map[string][]string{
		"tel. 06 5550101":                          {"065550101"},
		"Telefono: +39 0372/4061 - fax 0372 40655": {"+3903724061", "037240655"},
		"tel. (0372) 4061-22, x":                   {"0372406122"},
		"cell. 333.1234567.":                       {"3331234567"},
		"tel. 112":                                 nil,
		"telefono 1234567890 1234567890":           {"1234567890", "1234567890"},
		"numero 5550101":                           nil,
		"tel. 06":                                  nil,
	} {
		var got []string
		for _, p := range informativa.Scan(text).Phones {
			got = append(got, p.Number)
		}
		require.Equal(t, want, got, text)
	}
}

func TestScanPeriods(t *testing.T) {
	term := func(n int, u gdpr.Unit) gdpr.Term { return gdpr.Term{N: n, Unit: u} }
	for text, want := range map[string]informativa.Period{
		"I dati sono conservati per 10 (dieci) anni.":          {Term: term(10, gdpr.Years), Matter: informativa.OfStorage},
		"I log sono cancellati dopo dodici mesi.":              {Term: term(12, gdpr.Months), Matter: informativa.OfBrowsing},
		"Le immagini si conservano per 72 ore.":                {Term: term(72, gdpr.Hours), Matter: informativa.OfVideo},
		"Il cookie dura 2 settimane.":                          {Term: term(2, gdpr.Weeks), Matter: informativa.OfCookies},
		"Chi ha compiuto 14 anni può iscriversi.":              {Term: term(14, gdpr.Years), Matter: informativa.OfAge},
		"Risponderemo entro 30 giorni.":                        {Term: term(30, gdpr.Days), Matter: informativa.OfReply},
		"I curricula sono distrutti dopo due semestri.":        {Term: term(12, gdpr.Months), Matter: informativa.OfApplications},
		"Le fatture restano in archivio per 1 decennio.":       {Term: term(10, gdpr.Years), Matter: informativa.OfAccounting},
		"Gli indirizzi della newsletter restano per tre mesi.": {Term: term(3, gdpr.Months), Matter: informativa.OfMarketing},
		"Le cartelle cliniche si conservano trenta anni.":      {Term: term(30, gdpr.Years), Matter: informativa.OfHealth},
		"I messaggi sono conservati per 5 giorni lavorativi.":  {Term: term(5, gdpr.WorkingDays), Matter: informativa.OfRequests},
		"I messaggi sono conservati per 5 lavorativi giorni.":  {Term: term(5, gdpr.WorkingDays), Matter: informativa.OfRequests},
		"I dati sono conservati un anno.":                      {Term: term(1, gdpr.Years), Matter: informativa.OfStorage},
		"I dati sono conservati per una settimana.":            {Term: term(1, gdpr.Weeks), Matter: informativa.OfStorage},
		"I dati sono conservati per un quinquennio.":           {Term: term(5, gdpr.Years), Matter: informativa.OfStorage},
		"I dati sono conservati per due bienni.":               {Term: term(4, gdpr.Years), Matter: informativa.OfStorage},
		"I dati sono conservati per anni 10.":                  {Term: term(10, gdpr.Years), Matter: informativa.OfStorage},
		"I dati sono conservati per gg. 7.":                    {Term: term(7, gdpr.Days), Matter: informativa.OfStorage},
		"I dati sono conservati per trent'anni.":               {Term: term(30, gdpr.Years), Matter: informativa.OfStorage},
		"I dati sono conservati per ventuno giorni.":           {Term: term(21, gdpr.Days), Matter: informativa.OfStorage},
		"I dati sono conservati per tredici mesi.":             {Term: term(13, gdpr.Months), Matter: informativa.OfStorage},
		"I dati sono conservati per centottanta giorni.":       {Term: term(180, gdpr.Days), Matter: informativa.OfStorage},
		"Le immagini si conservano 72h.":                       {Term: term(72, gdpr.Hours), Matter: informativa.OfVideo},
		"Le immagini si conservano 24 h":                       {Term: term(24, gdpr.Hours), Matter: informativa.OfVideo},
		"Le immagini si conservano 7 gg.":                      {Term: term(7, gdpr.Days), Matter: informativa.OfVideo},
		"Le immagini si conservano giorni sette.":              {Term: term(7, gdpr.Days), Matter: informativa.OfVideo},
		"Le immagini si conservano per quaranta giorni.":       {Term: term(40, gdpr.Days), Matter: informativa.OfVideo},
		"Il concerto dura 24/48 ore.":                          {Term: term(48, gdpr.Hours)},
	} {
		got := informativa.Scan(text).Periods
		require.Len(t, got, 1, text)
		want.Span = got[0].Span
		require.Equal(t, want, got[0], text)
	}
	require.Empty(t, informativa.Scan("0 giorni, 12345678 anni").Periods)
}

func TestScanCitations(t *testing.T) {
	for text, want := range map[string][]gdpr.Provision{
		"ai sensi dell'art. 13 del GDPR":                       {"GDPR 13"},
		"artt. 13 e 14 del Regolamento (UE) 2016/679":          {"GDPR 13", "GDPR 14"},
		"articoli 15, 16, 17 e 18 RGPD":                        {"GDPR 15", "GDPR 16", "GDPR 17", "GDPR 18"},
		"artt. da 15 a 18 del Regolamento":                     {"GDPR 15", "GDPR 16", "GDPR 17", "GDPR 18"},
		"artt. 15-17 GDPR":                                     {"GDPR 15", "GDPR 16", "GDPR 17"},
		"artt. 13/14 GDPR":                                     {"GDPR 13", "GDPR 14"},
		"art. 6, par. 1, lett. e), del GDPR":                   {"GDPR 6(1)(e)"},
		"art. 6, comma 1, lettera c) e art. 9 del Regolamento": {"GDPR 6(1)(c)", "GDPR 9"},
		"art. 6.1.f GDPR":                                      {"GDPR 6(1)(f)"},
		"art. 6(1)(b) del GDPR":                                {"GDPR 6(1)(b)"},
		"GDPR, art. 13":                                        {"GDPR 13"},
		"articoli 15 e seguenti del GDPR":                      {"GDPR 15"},
		"art. 13 del Regolamento europeo, numero 679":          {"GDPR 13"},
		// A list after its act ends with the sentence, and at the first word that is none of it.
		"Nota resa ai sensi del Regolamento UE 2016/679 (GDPR), artt. 13 e 14. Il titolare è Alfa srl, con sede in Lodi, Piazza Verdi, 47": {"GDPR 13", "GDPR 14"},
		"Il GDPR, art. 13, in vigore dal 25 maggio 2018 nei Comuni, 9 dei quali":                                                           {"GDPR 13"},
		"GDPR artt. 13, 14 e 15; via Roma, 4":                                        {"GDPR 13", "GDPR 14", "GDPR 15"},
		"GDPR, art. 6, par. 1, lett. e). Corso Italia, 9":                            {"GDPR 6(1)(e)"},
		"articoli dal 20 al 22 del GDPR":                                             {"GDPR 20", "GDPR 21", "GDPR 22"},
		"dall'art. 20 all'art. 22 del GDPR":                                          {"GDPR 20", "GDPR 21", "GDPR 22"},
		"dall'articolo 20 al 22 del GDPR":                                            {"GDPR 20", "GDPR 21", "GDPR 22"},
		"articoli da n. 20 a n. 22 del GDPR":                                         {"GDPR 20", "GDPR 21", "GDPR 22"},
		"artt. 15 (accesso), 16 (rettifica) e 17 (cancellazione) del GDPR":           {"GDPR 15", "GDPR 16", "GDPR 17"},
		"art. 6, par. 1, lettere e) ed f), GDPR":                                     {"GDPR 6(1)(e)", "GDPR 6(1)(f)"},
		"art. 6, lettere c ed e del GDPR":                                            {"GDPR 6(1)(c)", "GDPR 6(1)(e)"},
		"art. 9, par. 2, lett. g) e i) del GDPR":                                     {"GDPR 9(2)(g)", "GDPR 9(2)(i)"},
		"artt. 6, par. 1, lett. c), e) ed f), e 9, par. 2, lett. g) del Regolamento": {"GDPR 6(1)(c)", "GDPR 6(1)(e)", "GDPR 6(1)(f)", "GDPR 9(2)(g)"},
		"art. 6 par. 1 lett. e) e par. 3 del GDPR":                                   {"GDPR 6(1)(e)", "GDPR 6(3)"},
		"art. 9, commi 1 e 2 del GDPR":                                               {"GDPR 9(1)", "GDPR 9(2)"},
		"art. 6, lett. a) GDPR":                                                      {"GDPR 6(1)(a)"},
		"art. 9, lett. g) GDPR":                                                      {"GDPR 9(2)(g)"},
		"art. 13, lett. a) GDPR":                                                     {"GDPR 13"}, // of paragraph 1 or 2
		"art. 2-sexies, comma 2, lett. bb) del Codice":                               {"Codice 2-sexies(2)(bb)"},
		"art. 2-ter, comma 1-bis, del Codice privacy":                                {"Codice 2-ter(1-bis)"},
		"art. 2-sexies del Codice privacy":                                           {"Codice 2-sexies"},
		"art. 7 del D.Lgs. 196/2003":                                                 {"Codice 7"},
		"art. 2220 del codice civile":                                                nil,
		"art. 50 del d.lgs. 82/2005":                                                 nil,
		"art. 13; il GDPR":                                                           nil,
		"art. 13\n\nGDPR":                                                            nil,
		"art. 13":                                                                    nil,
		"art. 900 del GDPR":                                                          nil,
		"art. 13, che è l'articolo di cui si parla più spesso quando si parla di informative e di tutto ciò che le riguarda da vicino o da lontano, nel bene e nel male, insomma sempre, GDPR": nil,
	} {
		var got []gdpr.Provision
		for _, c := range informativa.Scan(text).Citations {
			got = append(got, c.Provision)
		}
		require.Equal(t, want, got, text)
	}
}

func TestScanUpdates(t *testing.T) {
	for text, want := range map[string]date.Date{
		"Ultimo aggiornamento: 29 ottobre 2025":                         date.New(2025, time.October, 29),
		"Informativa aggiornata al 01/06/2026":                          date.New(2026, time.June, 1),
		"Data di redazione: 3 marzo 2025":                               date.New(2025, time.March, 3),
		"Aggiornamento: 1/3/25":                                         date.New(2025, time.March, 1),
		"Aggiornata a giugno 2026":                                      date.New(2026, time.June, 1),
		"Versione 1.2 del 3.4.2024":                                     date.New(2024, time.April, 3),
		"Rev. 2 - 01/02/2024":                                           date.New(2024, time.February, 1),
		"Informativa\n\n12 maggio 2024\n\nDati di chi visita il museo.": date.New(2024, time.May, 12),
		"Versione del 2024-02-29.":                                      date.New(2024, time.February, 29),
		"Pagina modificata in data 3 marzo 2025":                        date.New(2025, time.March, 3),
	} {
		got := informativa.Scan(text).Updates
		require.Len(t, got, 1, text)
		require.Equal(t, want, got[0].Day, text)
	}
	for _, text := range []string{"Aggiornata il 30/02/2025", "Aggiornata il 12/13/2025", "Nato il 3 marzo 2025", "Versione 1 2 3", "Versione 2.1"} {
		require.Empty(t, informativa.Scan(text).Updates, text)
	}
}

func TestMatterWords(t *testing.T) {
	data, err := json.Marshal(map[string]informativa.Matter{"m": informativa.OfVideo})
	require.NoError(t, err)
	require.JSONEq(t, `{"m":"video"}`, string(data))
	var back struct{ M informativa.Matter }
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, informativa.OfVideo, back.M)
	require.ErrorIs(t, back.M.UnmarshalText([]byte("gatti")), gdpr.FaultName)
	_, err = informativa.Matter(99).MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)

	seen := map[string]bool{"": true}
	for m := informativa.OfCookies; m <= informativa.OfStorage; m++ {
		for _, tag := range []language.Tag{language.Italian, language.English} {
			label := m.Label(tag)
			require.NotContains(t, label, ".", "a key without a sentence")
			require.False(t, seen[label+tag.String()], label)
			seen[label+tag.String()] = true
		}
	}
	require.Equal(t, "dati di navigazione", informativa.OfBrowsing.Label(language.Italian))
	require.Empty(t, informativa.Matter(0).Label(language.Italian))
	require.Empty(t, informativa.Matter(99).Label(language.English))
}

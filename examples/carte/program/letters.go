package main

import (
	"fmt"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/rights"
)

// letter is one of the ten letters: about which request of the file, to whom, and
// what the office knows.
type letter struct {
	kind rights.LetterKind
	id   string // of the request
	on   date.Date
	to   rights.Addressee
	says map[rights.Item]string
	with func(*rights.Letter)
}

func on(day string) date.Date { return date.MustParseISO(day) }

// ten are the letters that the invented Comune sends.
func ten() []letter {
	citizen := rights.Addressee{Name: "Maria Rossi", Address: "via dei Mille 14\n99010 Roccasilvana (RS)"}
	return []letter{
		{kind: rights.Acknowledgement, id: "prot. 8237/2026", on: on("2026-11-09"), to: citizen, says: map[rights.Item]string{
			rights.NoticePlace: "www.comune.roccasilvana.example/privacy"}},
		{kind: rights.AskIdentity, id: "prot. 8301/2026", on: on("2026-11-13"), to: rights.Addressee{Name: "Sergio Bianchi", Address: "sergio.b@posta.example"}, says: map[rights.Item]string{
			rights.Doubts: "la richiesta viene da un indirizzo di posta elettronica che non conosciamo, e non è firmata.",
			rights.Needed: "può telefonare dal numero che ha lasciato all'Ufficio tributi, oppure passare allo sportello con un documento. Non serve una copia del documento."}},
		{kind: rights.AskClarification, id: "prot. 8237/2026", on: on("2026-11-12"), to: citizen, says: map[rights.Item]string{
			rights.Which: "i dati dell'anagrafe, dei tributi, della mensa o della biblioteca"}},
		{kind: rights.NoticeOfExtension, id: "prot. 7910/2026", on: on("2026-11-20"), to: rights.Addressee{Name: "Carlo Verdi", Address: "piazza Garibaldi 3\n99010 Roccasilvana (RS)"}, says: map[rights.Item]string{
			rights.Why: "i dati sono in tre archivi, e due li tengono i nostri fornitori. Dobbiamo controllarli uno per uno."}},
		{kind: rights.Granted, id: "prot. 8020/2026", on: on("2026-11-23"), to: citizen, says: map[rights.Item]string{
			rights.Aims:       "riscossione della tassa sui rifiuti",
			rights.DataKinds:  "nome, codice fiscale, indirizzo, superficie della casa, pagamenti",
			rights.Receivers:  "Riscossioni Sud S.r.l.; Agenzia delle entrate",
			rights.KeptFor:    "dieci anni dall'ultimo pagamento",
			rights.Origin:     "anagrafe del Comune e catasto",
			rights.CopyOfData: "in allegato, in formato PDF",
		}, with: func(l *rights.Letter) {
			l.Reply = rights.AccessReply{Indirect: gdpr.Yes, Automated: gdpr.No, Transfers: gdpr.No, LogsAsked: gdpr.No}
		}},
		{kind: rights.Granted, id: "prot. 7842/2026", on: on("2026-11-16"), to: rights.Addressee{Name: "Luisa Gallo", Address: "via Roma 8\n99010 Roccasilvana (RS)", As: rights.AsParent, For: "Tommaso Gallo"}, says: map[rights.Item]string{
			rights.Done:       "la data di nascita di Tommaso negli elenchi della mensa: 12 aprile 2018. È giusta dal 16 novembre 2026.",
			rights.WhoWasTold: "la cooperativa Il Faro, il 16 novembre 2026"},
			with: func(l *rights.Letter) { l.Follow.Disclosed = gdpr.Yes }},
		{kind: rights.GrantedInPart, id: "prot. 7910/2026", on: on("2026-11-25"), to: rights.Addressee{Name: "Carlo Verdi", Address: "piazza Garibaldi 3\n99010 Roccasilvana (RS)"}, says: map[rights.Item]string{
			rights.Done:       "il Suo numero di telefono e il Suo indirizzo di posta elettronica, il 25 novembre 2026",
			rights.LeftOut:    "restano le ricevute dei pagamenti, perché la legge ci obbliga a tenerle per dieci anni",
			rights.WhoWasTold: "Riscossioni Sud S.r.l., il 25 novembre 2026"},
			with: func(l *rights.Letter) { l.Follow.Disclosed = gdpr.Yes }},
		{kind: rights.Denied, id: "prot. 7698/2026", on: on("2026-11-03"), to: rights.Addressee{Name: "Paola Serra", Address: "paola.serra@pec.example"}, says: map[rights.Item]string{
			rights.Why: "trattiamo questi dati per un compito che la legge dà al Comune. La portabilità vale solo per i dati trattati con il Suo consenso o per un contratto."}},
		{kind: rights.ToldRecipient, id: "prot. 7842/2026", on: on("2026-11-16"), to: rights.Addressee{Name: "Il Faro società cooperativa sociale", Address: "coop-faro@pec.example"}, says: map[rights.Item]string{
			rights.AboutWhom: "Tommaso Gallo, alunno iscritto alla mensa",
			rights.Done:      "corretta la data di nascita: 12 aprile 2018, dal 16 novembre 2026"}},
		{kind: rights.LiftingNotice, id: "prot. 8301/2026", on: on("2026-11-23"), to: rights.Addressee{Name: "Sergio Bianchi", Address: "via Vittorio Veneto 2\n99010 Roccasilvana (RS)"}, says: map[rights.Item]string{
			rights.EndsOn: "7 dicembre 2026",
			rights.Why:    "abbiamo controllato i dati della Sua pratica e sono esatti"}},
	}
}

// letters writes the ten letters.
func letters(c comune.Comune, tag language.Tag) ([]paper, error) {
	cal, err := c.WorkingDays()
	if err != nil {
		return nil, err
	}
	requests := map[string]rights.Request{}
	for _, r := range c.Requests {
		requests[r.ID] = r.Request
	}
	papers := make([]paper, 0, 10)
	for i, t := range ten() {
		r, ok := requests[t.id]
		if !ok {
			return nil, fmt.Errorf("the file has no request %q", t.id)
		}
		r = r.AsOf(t.on)
		line, err := r.Timeline(c.Policy.Rights, cal)
		if err != nil {
			return nil, err
		}
		l := rights.Letter{
			Kind: t.kind, Regime: c.Regime, Day: t.on, To: t.to, Request: r, Timeline: line, Says: t.says, Protocol: fmt.Sprintf("%d/2026", 8400+i),
			From: rights.Sender{Body: c.Name, Office: "Ufficio relazioni con il pubblico", Address: "Piazza della Repubblica 1, 99010 Roccasilvana (RS)\nprotocollo@comune.roccasilvana.example",
				Officer: "rpd@comune.roccasilvana.example", Place: "Roccasilvana", Signed: "Bianca Neri, responsabile del servizio"},
		}
		if t.with != nil {
			t.with(&l)
		}
		papers = append(papers, paper{name: fmt.Sprintf("lettera-%02d-%s", i+1, t.kind), title: t.kind.Label(tag), tag: tag, markdown: l.Markdown(tag)})
	}
	return papers, nil
}

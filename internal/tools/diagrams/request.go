package main

import (
	"fmt"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"
)

// requestLife draws the days of an access request: as it is, with a question for
// identification in between, with an extension.
func requestLife(l lang) (string, error) {
	cal, policy := gdpr.Italy(), rights.Policy{Regime: gdpr.PublicLaw}
	plain := rights.Request{Right: rights.ToAccess, Received: date.New(2026, 11, 2)}
	asked := plain
	asked.Pauses = []rights.Pause{{Cause: rights.Identification, Asked: date.New(2026, 11, 12), Answered: date.New(2026, 11, 20), Prompt: gdpr.Yes}}
	longer := plain
	longer.Extensions = []rights.Extension{{Told: date.New(2026, 11, 27), Reasons: "x", Ground: rights.Complexity}}
	c := newCanvas(900, 350, words{"I giorni di una richiesta di accesso", "The days of a request for access"}[l])
	c.text(20, 28, "start", "bold", words{"Una richiesta di accesso, ricevuta il 2 novembre 2026", "A request for access, received on 2 November 2026"}[l])
	c.text(20, 48, "start", "small", words{"RGPD 12(3), senza il regolamento tipo", "GDPR 12(3), without the template regulation"}[l])
	rows := []struct {
		request rights.Request
		title   words
	}{
		{plain, words{"Così com’è: un mese", "As it is: one month"}},
		{asked, words{"Chiesta l’identificazione: il termine si ferma", "Identification asked for: the term stands still"}},
		{longer, words{"Prorogata, con l’avviso entro il mese: due mesi in più", "Extended, told within the month: two months more"}},
	}
	for i, row := range rows {
		t, err := row.request.Timeline(policy, cal)
		if err != nil {
			return "", err
		}
		c.life(l, 90+90*i, row.title[l], row.request, t)
	}
	return c.String(), nil
}

// life draws the bar of one request.
func (c *canvas) life(l lang, y int, title string, r rights.Request, t rights.Timeline) {
	const left, day = 20, 7 // of the first day, of each day
	x := func(d date.Date) int { return left + day*int(d-r.Received) }
	tag := [...]language.Tag{language.Italian, language.English}[l]
	due := t.InForce()
	c.text(left, y, "start", "", title)
	c.rect(left, y+10, x(due.Safe)-left, 14, "bar")
	last := t.Reply
	for _, p := range r.Pauses {
		c.rect(x(p.Asked), y+10, x(p.Answered)-x(p.Asked), 14, "pause")
	}
	if t.Told != 0 {
		c.rect(x(last.Due), y+10, x(due.Safe)-x(last.Due), 14, "more")
		c.tick(x(t.Told), y, words{"avviso", "notice"}[l]+" "+gdpr.FormatDate(t.Told, tag))
	}
	for _, p := range r.Pauses {
		c.tick(x(p.Asked), y, words{"domanda", "asked"}[l]+" "+gdpr.FormatDate(p.Asked, tag))
	}
	until := gdpr.FormatDate(due.Safe, tag)
	if due.Due != due.Safe {
		until = fmt.Sprintf("%s (%s %s)", until, words{"in ritardo dopo il", "late after"}[l], gdpr.FormatDate(due.Due, tag))
	}
	c.text(x(due.Safe)+8, y+22, "start", "bold small", until)
}

// tick marks a day under a bar.
func (c *canvas) tick(x, y int, label string) {
	c.line(x, y+6, x, y+30, "thin")
	c.text(x+4, y+42, "start", "small", label)
}

package main

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/roles"
)

// sample returns the papers of the invented Comune.
func sample(c comune.Comune, tag language.Tag) ([]paper, error) {
	papers, err := letters(c, tag)
	if err != nil {
		return nil, err
	}
	add := func(name, title, markdown string) {
		papers = append(papers, paper{name: name, title: title, tag: tag, markdown: markdown})
	}
	for _, e := range c.Breaches.Entries {
		number := fmt.Sprintf("%02d", e.Number)
		sheet, _ := c.Breaches.SheetUnder(c.Policy.Breach, e.Number, tag)
		add("violazione-"+number, "Violazione n. "+number, sheet)
		add("notifica-"+number, "Notifica n. "+number, notification(c, e).Markdown(tag))
		for i, letter := range e.Communications {
			add(fmt.Sprintf("comunicazione-%s-%d", number, i+1), "Comunicazione agli interessati", letter.Markdown(tag))
		}
	}
	for i, a := range c.Assessments {
		if a.Assessment == nil {
			continue
		}
		s, err := dpia.Screen(a.Facts, c.Policy.DPIA)
		if err != nil {
			return nil, err
		}
		sheet := dpia.Sheet{Controller: c.Name, Processing: a.Assessment.Processing, Author: a.Assessment.Author, Date: a.Assessment.Opinion.Asked, Screening: s, Policy: c.Policy.DPIA}
		add(fmt.Sprintf("prevalutazione-%d", i+1), "Pre-valutazione", sheet.Markdown(tag))
		add(fmt.Sprintf("valutazione-%d", i+1), "Valutazione d'impatto", a.Assessment.Markdown(tag))
	}
	n := map[roles.Role]int{}
	for d := range c.Organisation.Deeds() {
		n[d.Role]++
		add(fmt.Sprintf("atto-%s-%d", d.Role, n[d.Role]), d.Role.Label(tag), paragraphs(d.Role.Label(tag), d.CompleteIn(tag).In(tag)))
	}
	papers = append(papers, paper{name: "registro", title: "Registro delle attività di trattamento", tag: tag, markdown: c.Register.Markdown(tag), wide: true})
	notice := gates()
	add("informativa-ztl", "Informativa", notice.Render(tag))
	svg, err := coded(camera(), tag)
	if err != nil {
		return nil, err
	}
	return append(papers, paper{name: "cartello", title: "Cartello di videosorveglianza", tag: tag, drawing: svg, a3: true}), nil
}

// notification is the draft of an entry, with what the register of processing knows
// of the controller and its officer; what nobody has noted stays to be filled in.
func notification(c comune.Comune, e breach.Entry) breach.Notification {
	n := e.Draft(breach.Complete)
	p, o := c.Register.Controller, c.Register.Officer
	n.Form.Controller = breach.Organisation{Name: p.Name, Address: p.Address, Email: p.Email, PEC: p.PEC, Phone: p.Phone}
	n.Form.Designated = gdpr.Yes
	n.Form.Officer = breach.Contact{Name: o.Name, Email: o.Email}
	return n
}

// gates is the full text to which the sign at the town gates sends.
func gates() informativa.Notice {
	n := camera().Notice()
	n.Subject = "Lettura delle targhe ai varchi della ZTL"
	n.Controller.Address, n.Controller.PEC = "Piazza della Repubblica 1, 99010 Roccasilvana (RS)", "comune.roccasilvana@pec.example"
	n.Purposes = []informativa.Purpose{{Text: camera().Purposes[0], Basis: register.PublicTask, Law: "D.Lgs. 285/1992, art. 7"}}
	n.Disclosed, n.Recipients = gdpr.Yes, []string{"Prefettura, per i ricorsi", "gestore dei varchi, responsabile del trattamento"}
	n.Transferred, n.Automated = gdpr.No, gdpr.No
	n.Supplies = []informativa.Supply{{Obligation: informativa.ForService, Consequence: "chi entra nella ZTL è ripreso"}}
	n.Rights = informativa.Rights{Access: true, Rectification: true, Erasure: true, Restriction: true, Objection: true, Complaint: true}
	n.Exercise = "Ufficio relazioni con il pubblico, protocollo@comune.roccasilvana.example"
	return n
}

package informativa_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/register"
)

func ExampleNotice_Check() {
	n := informativa.Notice{
		Controller: informativa.Party{Name: "Comune di Roccasilvana", Representative: "il Sindaco", Email: "privacy@comune.roccasilvana.example"},
		DPO:        informativa.Party{Name: "Comune di Roccasilvana", Email: "rpd@comune.roccasilvana.example"},
		Purposes: []informativa.Purpose{
			{Text: "iscrivere i bambini all'asilo nido", Basis: register.PublicTask, Law: "D.Lgs. 65/2017"},
		},
		Rights: informativa.Rights{Access: true, Rectification: true, Erasure: true, Objection: true, Portability: true},
	}
	for f := range n.Check(informativa.Comune()).Of(gdpr.Violation) {
		fmt.Println(f.Where+":", f.Message(language.English))
	}
	// Output:
	// recipients: it isn't said to whom data may be disclosed
	// storage: it isn't said for how long, or by what criterion, data are kept
	// rights.restriction: the right to restriction of processing is missing
	// rights.complaint: it isn't said that one can complain to the supervisory authority
	// supplies: it isn't said whether giving the data is obligatory, necessary or free
	// supplies: it isn't said what follows if the data aren't given
	// methods: it isn't said by what means data are processed
	// managers: the head of the office is missing, whom the municipal regulation wants named
	// dpo: the data protection officer and the controller are one
}

func ExampleNotice_Render() {
	n := informativa.Notice{
		Subject:    "asilo nido",
		Articles:   []gdpr.Provision{"GDPR 13"},
		Controller: informativa.Party{Name: "Comune di Roccasilvana", Email: "privacy@comune.roccasilvana.example"},
		Storage:    []informativa.Storage{{What: "domande di iscrizione", Term: gdpr.Term{N: 5, Unit: gdpr.Years}}},
	}
	fmt.Print(n.Render(language.Italian))
	// Output:
	// # Informativa sul trattamento dei dati personali: asilo nido
	//
	// Questa informativa è data ai sensi dell'art. 13 del Regolamento (UE) 2016/679 (RGPD).
	//
	// ## In breve
	//
	// - Chi tratta i dati: Comune di Roccasilvana.
	//
	// ## Titolare del trattamento
	//
	// Il titolare del trattamento è: Comune di Roccasilvana.
	//
	// Recapiti del titolare: e-mail privacy@comune.roccasilvana.example.
	//
	// ## Conservazione dei dati
	//
	// - domande di iscrizione. Periodo di conservazione: 5 anni.
}

func ExampleElement_Required() {
	in := informativa.Comune()
	fmt.Println(informativa.RightPortability.Required(in))
	in.Consent = gdpr.Yes // a newsletter
	fmt.Println(informativa.RightPortability.Required(in))
	// Output:
	// no
	// yes
}

func ExampleReading_Check() {
	text := "Il titolare del trattamento è il Comune di Roccasilvana, privacy@comune.roccasilvana.example. " +
		"I dati sono trattati ai sensi dell'art. 13 del D.Lgs. 196/2003."
	fs := informativa.Scan(text).Check(informativa.Comune())
	fmt.Println(fs.Has(informativa.Controller.Missing()), fs.Has(informativa.Complaint.Missing()), fs.Has(informativa.CodeRepealed))
	// Output: false true true
}

func ExampleCollection_Deadline() {
	c := informativa.Collection{
		Elsewhere: gdpr.Yes,
		Day:       date.New(2026, time.July, 15),
	}
	m, err := c.Deadline(gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Branch.Label(language.English))
	fmt.Println("by", m.Deadline.Safe, "and at the latest by", m.Deadline.Due)

	c.Contact = date.New(2026, time.July, 20) // a letter goes out before
	m, _ = c.Deadline(gdpr.Italy())
	fmt.Println(m.Branch.Label(language.English), m.Deadline.Due)
	// Output:
	// within one month of obtaining the data
	// by 2026-08-15 and at the latest by 2026-08-17
	// at the first communication with the data subject 2026-07-20
}

func ExampleExemption_Decide() {
	e := informativa.Exemption{
		Elsewhere:  gdpr.No, // the people filled in a form themselves
		Informed:   gdpr.No,
		Impossible: gdpr.Yes,
		Measures:   gdpr.Yes,
		Published:  gdpr.Yes,
	}
	d := e.Decide()
	fmt.Println(d.Outcome.Label(language.English))
	for r := range d.Reasons() {
		fmt.Println("-", r)
	}
	// Output:
	// the notice is owed
	// - no exemption of the GDPR applies [GDPR 13(4)]
	// - the municipal regulation would exempt, but the GDPR is stricter and prevails [Regolamento 22(4)]
}

func ExampleDelivery_Check() {
	d := informativa.Delivery{Manner: informativa.Oral, Requested: gdpr.No, Identified: gdpr.Yes}
	fmt.Println(d.Check())
	// Output:
	// 1 finding
	//   violation requested: the notice was given by word of mouth though nobody asked for that [informativa.form.unrequested; GDPR 12(1), Regolamento 22(2)]
}

func ExampleMeasure() {
	l := informativa.Measure("Il Comune usa i suoi dati per iscrivere i bambini. L'ufficio risponde entro un mese.")
	fmt.Println(l.Words, "words,", l.Sentences, "sentences, index", int(l.Gulpease()))
	fmt.Println(l.Schooling().Label(language.English))
	// Output:
	// 16 words, 2 sentences, index 84
	// easy with elementary schooling
}

func ExampleSign_Check() {
	s := informativa.Sign{
		Controller: informativa.Party{Name: "Comune di Roccasilvana"},
		DPO:        informativa.Party{Email: "rpd@comune.roccasilvana.example"},
		Purposes:   []string{"sicurezza"},
		Recorded:   gdpr.Yes,
		Laws:       []string{"art. 13 D.Lgs. 196/2003"},
		Rights:     true,
	}
	for _, f := range s.Check(0) {
		fmt.Println(f.Severity, f.Code)
	}
	// Output:
	// warning informativa.sign.generic
	// warning informativa.sign.term
	// advice informativa.sign.impacts
	// violation informativa.sign.full-text
	// violation informativa.repealed
}

func ExampleSign_SVG() {
	s := informativa.Sign{Controller: informativa.Party{Name: "Comune di Roccasilvana"}, Recorded: gdpr.No}
	for line := range strings.Lines(s.SVG(language.English)) {
		if strings.HasPrefix(line, "<title>") || strings.HasPrefix(line, "<desc>") {
			fmt.Print(line)
		}
	}
	// Output:
	// <title>Video surveillance: Comune di Roccasilvana</title>
	// <desc>Sign with the drawing of a camera. Images are watched live and not recorded. Controller: Comune di Roccasilvana.</desc>
}

func ExamplePlacement_Check() {
	p := informativa.Placement{
		Entries: gdpr.Yes, Before: gdpr.Yes, Visible: gdpr.Yes,
		Night: gdpr.Yes, Lit: gdpr.No,
		Online: gdpr.Yes, Oral: gdpr.Yes,
	}
	fmt.Println(p.Check())
	// Output:
	// 1 finding
	//   violation lit: the sign isn't known to be seen at night, with the system at work [informativa.placement.lit; EDPB 3/2019 113, GDPR 12(1), Regolamento 24(4)]
}

func ExampleRepealed() {
	for r := range informativa.Repealed("Informativa ai sensi dell'art. 13 del D.Lgs. 196/2003", gdpr.LawAsOf()) {
		fmt.Println(r.Law, "until", r.From-1, "by", r.By)
	}
	// Output: art. 13 D.Lgs. 196/2003 until 2018-09-18 by D.Lgs. 101/2018 27(1)
}

package informativa_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/informativa"
)

const shortNotice = `Privacy dello sportello

Titolare del trattamento è il Comune di Valdombra, piazza del Mercato 4, e-mail
privacy@valdombra.example. Usiamo nome e codice fiscale per gestire la pratica
(art. 6, par. 1, lett. e, del GDPR) e li conserviamo per dieci anni. Può chiedere
l'accesso ai dati e la rettifica, o fare reclamo al Garante.`

func ExampleScan() {
	r := informativa.Scan(shortNotice)
	for e := range r.Found() {
		for s := range r.Evidence(e) {
			fmt.Printf("%s: %q\n", e, shortNotice[s.Start:s.End])
			break // the first place will do
		}
	}
	// Output:
	// controller: "Titolare del trattamento è"
	// controller_contact: "piazza del Mercato 4"
	// purposes: "Usiamo nome e codice fiscale per"
	// legal_basis: "art. 6, par"
	// data_categories: "nome e codice fiscale"
	// retention: "conserviamo per dieci anni"
	// retention_period: "conserviamo per dieci anni"
	// right_access: "accesso ai dati"
	// right_rectification: "rettifica"
	// complaint: "reclamo al Garante"
	// norm: "GDPR"
}

func ExampleReading_Has() {
	r := informativa.Scan(shortNotice)
	for e := informativa.RightAccess; e <= informativa.RightPortability; e++ {
		fmt.Println(e.Label(language.English), r.Has(e))
	}
	// Output:
	// Right of access true
	// Right to rectification true
	// Right to erasure false
	// Right to restriction false
	// Right to object false
	// Right to portability false
}

func ExampleReading_values() {
	r := informativa.Scan(shortNotice)
	fmt.Println(r.Language, r.Mailboxes[0].Address)
	fmt.Println(r.Periods[0].Term, r.Periods[0].Matter)
	fmt.Println(r.Citations[0].Provision)
	// Output:
	// italian privacy@valdombra.example
	// 10 years storage
	// GDPR 6(1)(e)
}

func ExampleScan_anotherLanguage() {
	r := informativa.Scan("We process your personal data on the basis of our legitimate interests.")
	fmt.Println(r.Language)
	// Output: english
}

func ExampleElements() {
	n := 0
	for e := range informativa.Elements() {
		n++
		if e.String() == "dpo" {
			fmt.Println(e.Label(language.Italian))
		}
	}
	fmt.Println(n)
	// Output:
	// Recapiti del responsabile della protezione dei dati
	// 28
}

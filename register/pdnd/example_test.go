package pdnd_test

import (
	"fmt"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// The platform's verdict on a form, before it is sent.
func ExamplePlatform_Validate() {
	form, err := pdnd.Parse([]byte(`{"version": "3.1", "answers": {
		"purpose": ["OTHER"],
		"institutionalPurpose": ["iscrizioni all'asilo nido"],
		"usesPersonalData": ["NO"],
		"usesThirdPartyPersonalData": ["no"]
	}}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	verdict, err := pdnd.Platform{Kind: pdnd.PA}.Validate(form)
	fmt.Println(verdict.Valid(), err)
	for _, issue := range verdict.Issues {
		fmt.Println(issue.Code, "-", issue.Message(language.English))
	}
	// Output:
	// false <nil>
	// unexpectedDependencyValueError - institutionalPurpose: the question hangs on another answer than the one given (purpose = INSTITUTIONAL)
	// unexpectedFieldValueError - usesThirdPartyPersonalData: the value isn't among the allowed ones (YES, NO)
	// missingExpectedFieldError - otherPurpose: the answer is missing
	// missingExpectedFieldError - isRequestOnBehalfOfThirdParties: the answer is missing
}

// What an interface needs: the questions that are open, with words and values.
func ExampleModel_Missing() {
	answers := pdnd.Answers{}.With("purpose", "INSTITUTIONAL").With("usesPersonalData", "NO")
	for q := range pdnd.Newest(pdnd.PA, 0).Missing(answers) {
		fmt.Println(q.ID(), "-", q.Text(language.Italian))
		for v := range q.Offers(answers) {
			fmt.Println("  ", v, "=", q.Option(v, language.Italian))
		}
	}
	// Output:
	// institutionalPurpose - Qual è la finalità istituzionale?
	// usesThirdPartyPersonalData - Si accede a dati non personali che riguardano terzi?
	//    YES = sì
	//    NO = no
	// isRequestOnBehalfOfThirdParties - Si accede ai dati per conto di terzi?
	//    YES = sì
	//    NO = no
}

// Which forms live, and until when.
func ExampleModels() {
	for m := range pdnd.Models() {
		fmt.Println(m, m.Expires() != 0, m.FlagChecked())
	}
	// Output:
	// PA 1.0 true false
	// PA 2.0 true false
	// PA 3.0 true false
	// PA 3.1 false true
	// PRIVATE 1.0 true false
	// PRIVATE 2.0 false true
}

// nursery is an activity of a register: places in the municipal nursery.
var nursery = register.Activity{
	ID: "nido", Name: "Asilo nido",
	Purposes: []register.Purpose{{
		Text: "formare la graduatoria delle iscrizioni", Function: register.ByLaw,
		Basis: register.PublicTask, Norm: "D.Lgs. 65/2017", NormKind: register.Statute,
	}},
	Data:       []register.Data{{Text: "dati identificativi e reddito", Kind: register.Ordinary}},
	Sources:    []string{"INPS, tramite PDND"},
	Retention:  register.Retention{Period: gdpr.Term{N: 3, Unit: gdpr.Years}, From: "fine della frequenza"},
	Principles: register.Principles{Informed: gdpr.Yes, Anonymous: gdpr.No, Secured: gdpr.Yes},
	Measures:   []string{"registrazione degli accessi"},
}

// A draft from the register: what is on record, and what a person has to add.
func ExampleCase_Draft() {
	c := pdnd.Case{Kind: pdnd.PA, On: date.New(2026, time.November, 23), Activity: nursery}
	c.Access = pdnd.Access{PersonalData: gdpr.Yes, Identifying: gdpr.Yes, Minors: gdpr.Yes, Persons: 120}
	draft, err := c.Draft()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, id := range []string{"legalBasisPublicInterest", "ruleOfLawText", "dataQuantity", "deliveryMethod", "purposePursuit"} {
		e, _ := draft.Entry(id)
		fmt.Println(id, e.State, e.Values)
	}
	for q := range draft.Missing() {
		fmt.Println("?", q.Field, "-", q.Text(language.English))
	}
	for e := range draft.Declarations() {
		fmt.Println("!", e.Question.ID())
	}
	// Output:
	// legalBasisPublicInterest filled [RULE_OF_LAW]
	// ruleOfLawText filled [D.Lgs. 65/2017]
	// dataQuantity filled [QUANTITY_101_TO_500]
	// deliveryMethod suggested [CLEARTEXT]
	// purposePursuit asked []
	// ? delivery.manner - Is the notice given on paper or on line?
	// ? access.verifying - Is it enough to verify data that the body has, or are new ones needed?
	// ! confirmPricipleIntegrityAndDiscretion
	// ! declarationConfirmGDPR
}

// The platform takes this form; the register and the law don't.
func ExampleCase_Check() {
	c := pdnd.Case{Kind: pdnd.PA, On: date.New(2026, time.November, 23), Activity: nursery, Regime: gdpr.PublicLaw}
	form := pdnd.Form{Version: "3.1", Answers: pdnd.Answers{}.
		With("legalBasis", "CONSENT").
		With("dataDownload", "YES").
		With("dataRetentionPeriod", "10 anni").
		With("policyProvidedOnlineLink", "sul sito")}
	found, err := c.Check(form)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range found {
		fmt.Println(f.Severity, f.Code, f.Provisions)
	}
	// Output:
	// warning pdnd.basis.consent [GDPR recital 43]
	// violation pdnd.basis.differs [GDPR 5(2)]
	// warning pdnd.notice.link [GDPR 12(1)]
	// violation pdnd.retention.longer [GDPR 5(1)(e)]
}

// What the platform lets through.
func ExampleForm_Look() {
	form := pdnd.Form{Version: "3.1", Answers: pdnd.Answers{}.
		With("ruleOfLawText", "   ").
		With("declarationConfirmGDPR", "false")}
	for _, f := range form.Look(pdnd.PA, date.New(2026, time.November, 23)) {
		fmt.Println(f.Where, "-", f.Message(language.Italian))
	}
	// Output:
	// answers.ruleOfLawText - il testo è vuoto: passa al salvataggio e manca all'attivazione
	// answers.declarationConfirmGDPR - la conferma è lasciata al valore iniziale, che non è ammesso: va data od omessa
}

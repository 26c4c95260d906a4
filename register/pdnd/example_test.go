package pdnd_test

import (
	"fmt"

	"golang.org/x/text/language"

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

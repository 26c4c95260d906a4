package dpia_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/roles"
)

// The Comune di Roccasilvana wants GPS on the vehicles of its staff. By the
// regulation alone one index would be met.
func ExampleScreen() {
	s, err := dpia.Screen(dpia.Facts{Employees: gdpr.Yes, RemoteControl: gdpr.Yes}, dpia.Policy{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Outcome, "by", s.Rule)
	for r := range s.Reasons() {
		fmt.Println("-", r)
	}
	// Output:
	// required by type
	// - Garante's list, no. 5: systems that allow staff to be controlled from a distance [Garante 467/2018 type 5]
	// - fifth index: vulnerable people [Regolamento 27(5)]
	// - vulnerable people [WP248 criterion 7]
}

// While facts are missing that matter the screening says which.
func ExampleScreening_Missing() {
	var f dpia.Facts
	err := gdpr.Decode([]byte(`{
		"scoring": false, "automated_decision": false, "monitoring": false, "matching": false,
		"special_data": false, "criminal_data": false, "highly_personal_data": false,
		"employees": false, "new_technology": false, "prevents_right": false, "vulnerable": true
	}`), &f)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, _ := dpia.Screen(f, dpia.Policy{})
	fmt.Println(s.Outcome)
	for q := range s.Missing() {
		fmt.Println(q.Text(language.Italian))
	}
	// Output:
	// undetermined
	// Il trattamento è su larga scala? (numero di persone anche in rapporto agli abitanti, quantità di dati, durata, area)
}

// A doctor's practice meets two indices; the controller judges, with reasons and
// the officer's view, that the risk isn't high.
func ExampleScreening_Excepted() {
	s, _ := dpia.Screen(dpia.Facts{
		SpecialData: gdpr.Yes, Vulnerable: gdpr.Yes,
		Scoring: gdpr.No, AutomatedDecision: gdpr.No, Monitoring: gdpr.No, LargeScale: gdpr.No,
		Matching: gdpr.No, NewTechnology: gdpr.No, PreventsRight: gdpr.No, Employees: gdpr.No,
	}, dpia.Policy{})
	fmt.Println(s.Outcome)
	s = s.Excepted(dpia.Exception{
		Reasons: "un solo medico, pochi assistiti",
		Decided: date.New(2026, time.March, 10),
		Opinion: roles.Opinion{
			Asked:    date.New(2026, time.March, 2),
			Given:    date.New(2026, time.March, 6),
			Departed: gdpr.No,
		},
	})
	fmt.Println(s.Outcome, "by", s.Rule)
	// Output:
	// required
	// not_required by exception
}

// That a law tells the Comune to process the data is not enough: the impact must
// have been assessed with it.
func ExampleScreening_AssessedByLaw() {
	s, _ := dpia.Screen(dpia.Facts{Matching: gdpr.Yes}, dpia.Policy{})
	told := dpia.LawAssessment{PublicTask: gdpr.Yes, SpecificLaw: gdpr.Yes, AssessedWithLaw: gdpr.No}
	fmt.Println(s.AssessedByLaw(told).Outcome)
	// Output: required
}

func ExampleRisk_Residual() {
	r := dpia.Risk{
		Event:    dpia.Access,
		Before:   dpia.Rating{Severity: dpia.Maximum, Likelihood: dpia.Significant},
		Measures: []dpia.Measure{{What: "registro degli accessi", Likelihood: true, InPlace: true}},
		After:    dpia.Rating{Severity: dpia.Limited, Likelihood: dpia.Limited},
	}
	// No measure makes the consequences lighter, so that severity stays.
	fmt.Println(r.Residual().Severity, r.Residual().Likelihood, "high:", r.Residual().High())
	// Output: maximum limited high: yes
}

func ExampleAssessment_Check() {
	a := dpia.Assessment{
		Controller: "Comune di Roccasilvana",
		Processing: "Videosorveglianza delle piazze",
		Approval:   dpia.Approval{By: "Giunta comunale", On: date.New(2026, time.March, 2)},
		Begins:     date.New(2026, time.February, 1),
	}
	for _, f := range a.Check().ByWeight()[:3] {
		fmt.Println(f.Message(language.Italian))
	}
	fmt.Println(a.Check().Has(dpia.CodeLate))
	// Output:
	// non è indicato chi ha effettuato la valutazione
	// manca la descrizione sistematica dei trattamenti
	// mancano le finalità del trattamento
	// true
}

func ExampleAssessment_ReviewOn() {
	a := dpia.Assessment{
		Approval: dpia.Approval{On: date.New(2026, time.March, 2)},
		Changes:  []dpia.Change{{On: date.New(2026, time.June, 10), What: "riconoscimento delle targhe", AltersRisk: gdpr.Yes}},
	}
	r, _ := a.ReviewOn(date.New(2026, time.July, 1), dpia.Policy{})
	fmt.Println(r.Needed, r.By)
	// Output: yes 2026-06-10
}

// The Garante suspends the term for two weeks and then stays silent.
func ExampleConsultation_On() {
	c := dpia.Consultation{
		Submitted:   date.New(2026, time.October, 30),
		Received:    date.New(2026, time.November, 2),
		Suspensions: []dpia.Suspension{{From: date.New(2026, time.November, 9), To: date.New(2026, time.November, 23)}},
	}
	t, err := c.On(date.New(2027, time.January, 12), gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t.State, t.Advice.Due, t.Start)
	for r := range t.Reasons() {
		fmt.Println("-", r.Text(language.English))
	}
	// Output:
	// term_expired 2027-01-11 2027-01-12
	// - the term has ended without an opinion: the municipal regulation lets the Comune go on
	// - the Garante's silence is no clearance: the GDPR attaches no authorisation to the end of the term
	// - the controller's duties and the Garante's powers, a ban on the processing among them, stay as they are
}

func ExampleRequest_Check() {
	r := dpia.Request{Controller: "Comune di Roccasilvana", Officer: "rpd@pec.example", ByOfficer: gdpr.Yes, Shared: gdpr.Yes,
		Purposes: "sicurezza urbana", Means: "telecamere", Measures: "cifratura", Assessment: "prot. 2114", Complete: true}
	fmt.Println(r.Check())
	// Output:
	// 1 finding
	//   violation responsibilities: the responsibilities of joint controllers and processors are missing [dpia.request.responsibilities; GDPR 36(3)(a)]
}

func ExampleSheet_Markdown() {
	s, _ := dpia.Screen(dpia.Facts{Monitoring: gdpr.Yes}, dpia.Policy{})
	sheet := dpia.Sheet{Controller: "Comune di Roccasilvana", Processing: "Wi-fi pubblico", Author: "Bianca Neri", Date: date.New(2026, time.March, 2), Screening: s}
	fmt.Println(sheet.Markdown(language.English)[:39])
	// Output: # Screening sheet for an impact assessm
}

// A file of the CNIL's tool becomes an assessment, is filled in, and goes back.
func ExampleReadPIA() {
	file, err := dpia.ReadPIA([]byte(`{"pia": {"name": "Sportello sociale"}, "answers": [{"reference_to": 111, "data": {"text": "<p>Presa in carico</p>"}}]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	a := file.Assessment()
	a.Author = "Elena Riva"
	data, err := json.Marshal(file.With(a))
	fmt.Println(a.Operations, err)
	fmt.Println(string(data))
	// Output:
	// Presa in carico <nil>
	// {"answers":[{"data":{"text":"\u003cp\u003ePresa in carico\u003c/p\u003e"},"reference_to":111}],"comments":[],"evaluations":[],"measures":[],"pia":{"author_name":"Elena Riva","name":"Sportello sociale"}}
}

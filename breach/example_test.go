package breach_test

import (
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
)

// A clerk of the Comune di Roccasilvana sent the social worker's report on a
// family to the wrong citizen. What he hasn't found out yet is Unknown, and not
// all of it matters.
func ExampleFacts_Assess() {
	f := breach.Facts{
		PersonalData: gdpr.Yes, Security: gdpr.Yes,
		Disclosure: gdpr.Yes, Destruction: gdpr.No, Loss: gdpr.No, Alteration: gdpr.No, Access: gdpr.No,
		Excluded: gdpr.No, Encrypted: gdpr.No, Public: gdpr.No, Identifiable: gdpr.Yes,
		Private: gdpr.Yes, Minors: gdpr.Yes, Slight: gdpr.No, Current: gdpr.Yes, Trusted: gdpr.No,
	}
	a := f.Assess()
	fmt.Println(a.Level)
	for r := range a.Reasons() {
		fmt.Println("-", r)
	}
	fmt.Println("tell the persons:", a.Tell(breach.Exemptions{Mitigated: gdpr.No, Disproportionate: gdpr.No}).Manner)
	// Output:
	// high_risk
	// - data were disclosed [GDPR 4(12)]
	// - nothing excludes that the data were read or copied [EDPB 01/2021]
	// - the data hadn't been made unintelligible [WP250]
	// - whoever got the data isn't bound by the controller's instructions [WP250]
	// - the data show private life [WP250]
	// - the data are current [Regolamento 39(1)]
	// - there are children [WP250]
	// - there is a high risk to the persons [GDPR 34(1)]
	// tell the persons: personally
}

// While decisive facts are missing, the breach is treated as notifiable.
func ExampleAssessment_Missing() {
	a := breach.Facts{
		PersonalData: gdpr.Yes, Security: gdpr.Yes,
		Access: gdpr.Yes, Disclosure: gdpr.No, Destruction: gdpr.No, Loss: gdpr.No, Alteration: gdpr.No,
		Identifiable: gdpr.Yes, Public: gdpr.No, Excluded: gdpr.No, Hostile: gdpr.Yes,
		Special: gdpr.Yes, Slight: gdpr.No, Current: gdpr.Yes, Encrypted: gdpr.Yes,
	}.Assess()
	fmt.Println(a.Level, a.Notify())
	for q := range a.Missing() {
		fmt.Println(q.Text(language.Italian))
	}
	// Output:
	// undetermined unknown
	// La chiave, o altro mezzo per leggere i dati protetti, è fuori dalla portata di chi li ha avuti, e non è debole?
}

func ExampleAssessment_Tell() {
	a := breach.Facts{
		PersonalData: gdpr.Yes, Security: gdpr.Yes, Loss: gdpr.Yes, Harm: gdpr.Yes,
	}.Assess()
	t := a.Tell(breach.Exemptions{Mitigated: gdpr.No, Disproportionate: gdpr.Yes})
	fmt.Println(t.Manner)
	for r := range t.Reasons() {
		fmt.Println("-", r)
	}
	// Output:
	// publicly
	// - there is a high risk to the persons [GDPR 34(1)]
	// - telling each would be out of proportion: a public communication takes its place [GDPR 34(3)(c)]
}

// The clocks went back in the night to Sunday, 25 October 2026: the 72 hours end
// an hour earlier by the clock.
func ExampleAwareness_Window() {
	aware, err := breach.ParseInstant("2026-10-23T16:40:00+02:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	w, err := breach.Awareness{Aware: aware}.Window()
	if err != nil {
		fmt.Println(err)
		return
	}
	winter := time.FixedZone("CET", 3600)
	fmt.Println("show the clerk:", w.Safe.In(winter).Format(time.RFC3339))
	fmt.Println("last lawful:   ", w.Due.In(winter).Format(time.RFC3339))
	now := aware.Add(70*time.Hour + 15*time.Minute)
	fmt.Println("left:", w.SafeLeft(now), "late:", w.Late(now))
	// Output:
	// show the clerk: 2026-10-26T15:40:00+01:00
	// last lawful:    2026-10-26T16:00:00+01:00
	// left: 1h45m0s late: false
}

// A factor that isn't known gives a range.
func ExampleFactors_Score() {
	s, err := breach.Factors{
		Contexts:        []breach.Context{{Category: breach.FinancialData}},
		Identification:  breach.Maximum,
		Confidentiality: breach.PartExtent, Integrity: breach.LeastExtent, Availability: breach.LeastExtent,
	}.Score()
	if err != nil {
		fmt.Println(err)
		return
	}
	low, high := s.Bands()
	fmt.Println(s.Total, low, high)
	// Output:
	// 3.25-3.75 high high
}

func ExampleNotification_Check() {
	n := breach.Notification{
		Phase: breach.Preliminary, Channel: breach.OnlineProcedure,
		Nature:   "Elenco della mensa inviato all'indirizzo sbagliato.",
		Subjects: breach.Group{Categories: []string{"alunni"}, Number: 180, Approximate: true},
		Records:  breach.Group{Categories: []string{"iscrizioni"}, Number: 90},
		Measures: "Chiesta la cancellazione.",
		Pending:  []breach.Pending{{Element: breach.Consequences, Why: "parere del RPD atteso per domani"}},
	}
	fmt.Println(n.Check(breach.Window{}))
	// Output:
	// 1 finding
	//   violation contact: the name and contact of the data protection officer, or another point, are missing [breach.notification.contact; GDPR 33(3)(b), Regolamento 38(3)]
}

func ExampleRegister_Awaiting() {
	aware, err := breach.ParseInstant("2026-09-14T09:20:00+02:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	r := breach.Register{Controller: "Comune di Roccasilvana", Entries: []breach.Entry{
		{Number: 1, Level: breach.Unlikely, Awareness: breach.Awareness{Aware: aware}},
		{Number: 2, Level: breach.Risk, Awareness: breach.Awareness{Aware: aware}},
	}}
	for e, w := range r.Awaiting() {
		fmt.Printf("n. %d: %.1f hours left\n", e.Number, w.SafeLeft(aware.Add(30*time.Hour)).Hours())
	}
	// Output:
	// n. 2: 42.0 hours left
}

func ExampleCommunication_Markdown() {
	c := breach.Communication{
		From: "Comune di Roccasilvana", Manner: breach.Personally,
		Nature:       "Il Suo fascicolo è stato inviato per errore a un'altra persona.",
		Consequences: "Un'altra persona conosce il Suo reddito.",
		Measures:     "Ne abbiamo ottenuto la restituzione.",
		Advice:       "Diffidi di chi La chiama a nome del Comune.",
		Contact:      breach.Contact{Name: "Bianca Neri", Email: "rpd@comune.roccasilvana.example"},
	}
	fmt.Print(c.Markdown(language.Italian))
	// Output:
	// # Comunicazione di una violazione dei Suoi dati personali
	//
	// Il titolare del trattamento (Comune di Roccasilvana) Le scrive, ai sensi dell'art. 34 RGPD, perché una violazione della sicurezza ha coinvolto dati personali che La riguardano.
	//
	// ## Che cosa è successo
	//
	// Il Suo fascicolo è stato inviato per errore a un'altra persona.
	//
	// ## Che cosa può comportare per Lei
	//
	// Un'altra persona conosce il Suo reddito.
	//
	// ## Che cosa abbiamo fatto e faremo
	//
	// Ne abbiamo ottenuto la restituzione.
	//
	// ## Che cosa può fare Lei
	//
	// Diffidi di chi La chiama a nome del Comune.
	//
	// ## A chi rivolgersi
	//
	// Bianca Neri, rpd@comune.roccasilvana.example
	//
	// Ci scusiamo per l'accaduto.
	//
	// Comune di Roccasilvana
}

// A breach of high risk that nobody was told of, a day after an office learned of
// it. Under another regime what the template alone asks falls away.
func ExampleEntry_CheckUnder() {
	aware, err := breach.ParseInstant("2026-09-14T09:20:00+02:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	e := breach.Entry{
		Number: 1, Awareness: breach.Awareness{Aware: aware}, Level: breach.HighRisk,
		Description: "Elenco dei buoni pasto inviato a un indirizzo sbagliato.", MeasuresAfter: "Chiesta la cancellazione.", Effects: "Nessuno noto.",
		Subjects:   breach.Group{Categories: []string{"dipendenti"}, Number: 40},
		Exemptions: breach.Exemptions{Mitigated: gdpr.No, Disproportionate: gdpr.No},
	}
	fmt.Println(e.CheckUnder(breach.Policy{Regime: gdpr.UnionLaw}, aware.Add(24*time.Hour)))
	// Output:
	// 2 findings
	//   warning notifications: the breach must be notified to the supervisory authority: 48 hours left [breach.entry.to-notify; GDPR 33(1)]
	//   warning communications: the persons must be told, or the reason noted why not; days since the breach was known: 1 [breach.entry.to-tell; GDPR 34(1)]
}

// The breach of a processor's: it tells the controller, and nobody else.
func ExampleShared() {
	aware, err := breach.ParseInstant("2026-09-14T09:20:00+02:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	e := breach.Entry{Awareness: breach.Awareness{Aware: aware}, Shared: breach.Shared{Role: breach.AsProcessor, With: "Unione dei Comuni"}}
	fmt.Println(e.Check(aware.Add(30 * time.Hour)))
	// Output:
	// 1 finding
	//   warning shared.told: the controller, or the joint ones, must be told of the breach without undue delay (days since it was known: 1) [breach.shared.to-tell; GDPR 33(2)]
}

// A local health authority and an incident on its networks.
func ExampleCyber_Terms() {
	known, err := breach.ParseInstant("2026-09-14T09:20:00+02:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	y := breach.Cyber{Body: breach.Body{Kind: breach.HealthBody, Listed: gdpr.No}, Incident: gdpr.Yes, Known: known}
	terms, err := y.Terms(gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range terms {
		fmt.Println(t.Step, t.Hours.Due.Format(time.RFC3339), t.Hours.Provision)
	}
	// Output:
	// first_report 2026-09-15T09:20:00+02:00 L. 90/2024 1(2)
	// whole_notice 2026-09-17T09:20:00+02:00 L. 90/2024 1(2)
}

// What the register says of a breach is a draft of the notification; what the form
// needs beside it is told.
func ExampleEntry_Draft() {
	e := breach.Entry{Description: "Elenco inviato a un indirizzo sbagliato.", Facts: breach.Facts{Disclosure: gdpr.Yes, Encrypted: gdpr.No, Minors: gdpr.Yes}}
	n := e.Draft(breach.Preliminary)
	fmt.Println(n.Acts, n.Form.Persons, n.Form.Legible)
	fs := n.CheckForm()
	fmt.Println(len(fs), fs[0].Message(language.Italian))
	// Output:
	// disclosure minors intelligible
	// 13 non è indicato chi notifica, con un recapito
}

func ExampleFacts_Check() {
	err := breach.Facts{Disclosure: gdpr.Yes, Slight: gdpr.Yes, Credentials: gdpr.Yes}.Check()
	fmt.Println(err)
	// Output:
	// gdpr: slight: "true": contradicts credentials: true
}

package roles_test

import (
	"fmt"
	"os"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

func Example() {
	o := roles.Organisation{
		Controller: roles.Controller{Name: "Comune di Roccasilvana", Representative: "ferrante", Measures: "D.G.C. 31/2026", Supervised: date.New(2026, 9, 1)},
		People:     []roles.Person{{ID: "ferrante", Name: "Lucia Ferrante"}, {ID: "neri", Name: "Bianca Neri"}},
		Areas:      []roles.Area{{ID: "tributi", Name: "Area tributi"}},
	}
	found, err := o.Check(date.New(2026, 11, 22))
	fmt.Println(err)
	for f := range found.Of(gdpr.Violation) {
		fmt.Println(f.Line(language.Italian))
		break
	}
	// Output:
	// <nil>
	// violazione areas[0]: l'area non ha un Responsabile interno [roles.area.uncovered; Regolamento 5(1)]
}

func ExampleOrganisation_Check() {
	data, _ := os.ReadFile("testdata/organisation.json")
	var o roles.Organisation
	if err := gdpr.Decode(data, &o); err != nil {
		fmt.Println(err)
		return
	}
	found, _ := o.Check(date.New(2026, 11, 22))
	for f := range found.Of(gdpr.Warning) {
		fmt.Println(f.Where, f.Message(language.English))
	}
	// Output:
	// controller.supervised the last check on the instructions is of 8 May 2026, more than 6 months ago
	// staff[1].trained isn't known to have been trained
	// officer.designation.until the officer's designation and contract end on different days
}

func ExampleOrganisation_Expiries() {
	o := roles.Organisation{Processors: []roles.Processor{
		{ID: "nuvola", Name: "Nuvola Servizi S.r.l.", Contract: roles.Contract{Until: date.New(2026, 12, 31)}},
	}}
	for _, e := range o.Expiries(date.New(2026, 11, 22), date.New(2027, 1, 31)) {
		fmt.Println(e.Until, e.Where, e.Name)
	}
	// Output: 2026-12-31 processors[0].contract Nuvola Servizi S.r.l.
}

func ExampleTask_Assignments() {
	for a := range roles.NotifyGarante.Assignments() {
		fmt.Println(a.Role, a.Part, a.Provision)
	}
	fmt.Println(roles.NotifyGarante.Limit(language.English))
	// Output:
	// controller owns Regolamento 37(3)
	// manager helps Regolamento 5(4)
	// processor helps Regolamento 7(2)
	// without undue delay, within the term of GDPR art. 33 in force on the day of the breach
}

func ExampleRole_Assignments() {
	for a := range roles.AsManager.Assignments(roles.MatterBreach) {
		fmt.Printf("%-2s %s\n", a.Part.Letter(), a.Task.Label(language.Italian))
	}
	// Output:
	// A/R riferire senza ritardo al Titolare ogni violazione
	// R  chiedere subito al RPD il parere sulla violazione
	// S  valutare in via definitiva il rischio di una violazione
	// S  notificare la violazione al Garante
	// S  comunicare la violazione agli interessati
	// S  documentare ogni violazione nel registro
}

func ExampleMatrix() {
	for row := range roles.Matrix(roles.MatterRegister) {
		fmt.Printf("%-24s", row.Task)
		for _, role := range []roles.Role{roles.AsController, roles.AsManager, roles.AsProcessor, roles.AsOfficer} {
			fmt.Printf("|%-4s", row.Part(role).Letter())
		}
		fmt.Println("|")
	}
	// Output:
	// keep_register           |A   |R   |    |S   |
	// keep_processor_register |    |    |A/R |    |
	// show_register           |A/R |    |    |    |
}

func ExampleCarriesOver() {
	a, ok := roles.CarriesOver(roles.ReportBreach)
	fmt.Println(ok, a.Part, a.Also)
	_, ok = roles.CarriesOver(roles.AppointOfficer)
	fmt.Println(ok)
	// Output:
	// true does GDPR 33(2)
	// false
}

func ExampleAuthority_Decide() {
	p, _ := roles.Authority{Role: roles.AsManager, Action: roles.ToNotifyBreach, InScope: gdpr.Yes}.Decide()
	fmt.Println(p.May)
	for q := range p.Missing() {
		fmt.Println(q)
	}
	p, _ = roles.Authority{Role: roles.AsOfficer, Action: roles.ToSetPurposes}.Decide()
	fmt.Println(p.May)
	for r := range p.Reasons() {
		fmt.Println(r)
	}
	// Output:
	// unknown
	// delegated: Did whoever has the power delegate it in writing?
	// no
	// the power is another's, and this role can't be given it [Regolamento 4(1)]
	// the officer would be in a conflict of interest [GDPR 38(6)]
}

func ExampleDamage_Decide() {
	l := roles.Damage{
		Suffered: gdpr.Yes, Infringement: gdpr.Yes, Causal: gdpr.Yes, ComuneExempt: gdpr.No,
		ManagerDefault: gdpr.No, SubManagerDefault: gdpr.Yes, ProcessorDefault: gdpr.No, OfficerDefault: gdpr.No,
	}.Decide()
	for r := range l.Reasons() {
		fmt.Println(r)
	}
	// Output:
	// the controller answers for the damage [GDPR 82(1)]
	// the manager accounts to the Comune for the sub-manager; he pays only for his own intent or gross fault in choosing, instructing or supervising [Regolamento 6(3)]
	// the officer doesn't answer to the injured person [Regolamento 41(5)]
}

func ExampleOpinion_Check() {
	o := roles.Opinion{Asked: date.New(2026, 3, 2), Given: date.New(2026, 3, 4), Departed: gdpr.Yes}
	fmt.Println(o.Check(date.New(2026, 3, 5)))
	// Output:
	// 1 finding
	//   violation reasons: the decision departs from the data protection officer's opinion without saying why [roles.opinion.unreasoned; Regolamento 9(2)]
}

func ExampleAct_Check() {
	act := roles.Act{Form: roles.ByDetermination, Number: "31/2026", Date: date.New(2026, 3, 16), Signer: "neri",
		Scope: "protocollo", Instructions: "allegato A", Tasks: []roles.Task{roles.GiveNotice}}
	found, err := act.Check(roles.AsSubManager)
	fmt.Println(found, err)
	// Output:
	// 1 finding
	//   violation tasks: the act doesn't list, among the tasks: answer data subjects' requests [roles.act.task.answer_requests; Regolamento 6(1)] <nil>
}

func ExampleContract_Check() {
	c := roles.Contract{Form: roles.ByContract, Date: date.New(2026, 1, 20), Duration: "quanto il servizio", Subject: "protocollo informatico",
		Nature: "conservazione", Purpose: "protocollare", Data: []string{"dati anagrafici"}, Subjects: []string{"cittadini"},
		Rights: "istruisce e verifica", Duties: "tiene il proprio registro", Modes: "strumenti elettronici",
		Clauses: roles.Clauses()[:8]}
	found, err := c.Check()
	fmt.Println(found, err)
	// Output:
	// 1 finding
	//   violation clauses: the contract lacks the duty to warn the controller at once if an instruction seems unlawful [roles.contract.clause.warning; GDPR 28(3)] <nil>
}

func ExampleDeed_Text() {
	d := roles.Deed{Role: roles.AsAuthorised, Comune: "Comune di Roccasilvana", Appointee: "Luca Marino", Signer: "Bianca Neri",
		Act: roles.Act{Number: "1502/2026", Date: date.New(2026, 4, 1), Scope: "Area tributi", Instructions: "allegato A"}}.Complete()
	fmt.Print(d.Text())
	// Output:
	// Comune di Roccasilvana
	//
	// ATTO DI AUTORIZZAZIONE n. 1502/2026 del 1º aprile 2026
	//
	// Oggetto: autorizzazione al trattamento dei dati personali.
	//
	// Visti gli articoli 29 e 32, paragrafo 4, del Regolamento (UE) 2016/679 e l'articolo 2-quaterdecies, comma 2, del D.Lgs. 196/2003, si autorizza Luca Marino a trattare i dati personali necessari alle proprie mansioni, nel seguente ambito: Area tributi.
	//
	// Istruzioni: allegato A.
	//
	// L'incarico dura fino a revoca.
	//
	// Chi autorizza: Bianca Neri
}

func ExampleOrganisation_Deeds() {
	o := roles.Organisation{
		Controller: roles.Controller{Name: "Comune di Roccasilvana"},
		People:     []roles.Person{{ID: "neri", Name: "Bianca Neri"}},
		Areas:      []roles.Area{{ID: "tributi", Name: "Area tributi"}},
		Managers:   []roles.Manager{{Person: "neri", Area: "tributi", Act: roles.Act{Number: "5/2026"}}},
	}
	for d := range o.Deeds() {
		found, _ := d.Complete().Check()
		fmt.Println(d.Appointee, d.Act.Scope)
		for _, f := range found {
			fmt.Println(f.Where, f.Message(language.Italian))
		}
	}
	// Output:
	// Bianca Neri Area tributi
	// act.date l'atto non ha data
	// act.signer non è indicato chi firma l'atto
	// act.reasons l'atto non è motivato
}

func ExampleChart_Tree() {
	o := roles.Organisation{
		Controller: roles.Controller{Name: "Comune di Roccasilvana", Representative: "ferrante"},
		People:     []roles.Person{{ID: "ferrante", Name: "Lucia Ferrante"}},
		Areas:      []roles.Area{{ID: "tributi", Name: "Area tributi"}},
	}
	c, _ := o.Chart()
	fmt.Print(c.Tree(language.Italian))
	// Output:
	// Titolare del trattamento, Comune di Roccasilvana: Lucia Ferrante
	// ├─ Responsabile della protezione dei dati: nessuno
	// └─ Responsabile interno, Area tributi: nessuno
}

func ExampleChart_Mermaid() {
	o := roles.Organisation{Controller: roles.Controller{Name: "Comune di Roccasilvana"}}
	c, _ := o.Chart()
	fmt.Print(c.Mermaid(language.English))
	// Output:
	// flowchart TD
	//     n0["Controller, Comune di Roccasilvana: nobody"]
	//     n1["Data protection officer: nobody"]
	//     n0 -.- n1
}

func ExampleArrangement_Check() {
	a := roles.Arrangement{Partners: []string{"Comune di Valdisole"}, Purpose: "servizi sociali associati", Date: date.New(2026, 1, 12),
		Rights: "ciascuno per i propri residenti", Notices: "ciascuno alla raccolta", Duties: "Roccasilvana per la sicurezza", AgainstEach: gdpr.Yes}
	found, _ := a.Check()
	fmt.Println(found)
	// Output:
	// 2 findings
	//   advice contact: the arrangement names no contact point for people [roles.arrangement.contact; GDPR 26(1)]
	//   violation essence: the essence of the arrangement isn't at people's disposal [roles.arrangement.essence; GDPR 26(2)]
}

func ExampleRole_InAct() {
	for a := range roles.AsSubManager.InAct() {
		fmt.Println(a.Task, a.Provision)
	}
	// Output:
	// answer_requests Regolamento 6(1)
	// give_notice Regolamento 6(1)
}

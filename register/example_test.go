package register_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/roles"
)

func ExampleCheck() {
	r := register.Register{
		Controller: register.Party{Name: "Comune di Roccasilvana", PEC: "comune.roccasilvana@pec.example"},
		Officer:    register.Party{Name: "Bianca Neri", Email: "rpd@comune.roccasilvana.example"},
		Offices:    []register.Office{{Name: "Servizi sociali", Manager: "Marta Leone"}},
		Created:    date.New(2018, time.May, 25),
		Updated:    date.New(2026, time.October, 30),
		Dating:     register.Dating{Date: date.New(2026, time.November, 2), Means: "protocollo 15870/2026"},
		Activities: []register.Activity{{
			ID: "pasti", Name: "Pasti a domicilio", Office: "Servizi sociali",
			Purposes:   []register.Purpose{{Text: "consegna dei pasti", Function: register.ByLaw, Basis: register.PublicTask, Norm: "L. 328/2000"}},
			Subjects:   []string{"anziani"},
			Data:       []register.Data{{Text: "nome e indirizzo", Kind: register.Ordinary}, {Text: "diete", Kind: register.Health}},
			Retention:  register.Retention{Period: gdpr.Term{N: 2, Unit: gdpr.Years}, From: "fine del servizio"},
			Disclosed:  gdpr.No,
			Abroad:     gdpr.No,
			Measures:   []string{"archivio chiuso a chiave"},
			Principles: register.Principles{Informed: gdpr.Yes, Accurate: gdpr.Yes, Necessary: gdpr.Yes, Anonymous: gdpr.No, Secured: gdpr.Yes, Indispensable: gdpr.Yes, Renewed: gdpr.Yes},
			Design:     register.Design{Designed: gdpr.Yes, Default: gdpr.Yes, Pseudonymised: gdpr.Yes, Minimised: gdpr.Yes, Preventive: gdpr.Yes, Trained: gdpr.Yes},
			DPIA:       register.DPIA{Done: date.New(2026, time.April, 20)},
			Reviewed:   date.New(2026, time.June, 30),
		}},
	}
	fmt.Println(register.Check(r, date.New(2026, time.November, 15)).Report(language.Italian))
	// Output:
	// 1 rilievo
	//   violazione activities[0].special: non è indicata alcuna condizione per trattare dati particolari [register.special.missing; GDPR 9(2), Regolamento 10(1)]
}

func ExampleSpecial_Decide() {
	s := register.Special{
		Interest: gdpr.Yes,
		Norm:     register.Norm{Exists: gdpr.Yes, Data: gdpr.Yes, Operations: gdpr.Yes, Reason: gdpr.Yes, Safeguards: gdpr.Yes},
		Garante:  gdpr.Yes,
	}
	d := s.Decide(register.KindSet(register.Health))
	fmt.Println(d.Outcome == register.Undetermined)
	for q := range d.Missing() {
		fmt.Println(q)
	}
	s.Safeguards = gdpr.Yes
	d = s.Decide(register.KindSet(register.Health))
	fmt.Println(d.Outcome)
	for r := range d.Reasons() {
		fmt.Println(r)
	}
	// Output:
	// true
	// safeguards: Are there appropriate and specific safeguards for the persons?
	// allowed
	// substantial public interest [GDPR 9(2)(g)]
}

func ExampleJudicial_Decide() {
	j := register.Judicial{Control: gdpr.No, Authorised: gdpr.Yes, Safeguards: gdpr.Yes}
	fmt.Println(j.Decide(register.KindSet(register.Criminal)).Outcome)
	// Output: allowed
}

func ExampleMatching_Decide() {
	m := register.Matching{Sensitive: gdpr.Yes, Indispensable: gdpr.Yes, Reasons: gdpr.No}
	d := m.Decide()
	fmt.Println(d.Outcome)
	for r := range d.Reasons() {
		fmt.Println(r)
	}
	// Output:
	// forbidden
	// the reasons for the matching aren't written down [Regolamento 11(2)]
}

func ExampleUse_Decide() {
	fmt.Println(register.Use{Unlawful: gdpr.Yes, Trial: gdpr.Yes}.Decide().Outcome)
	// Output: for_the_court
}

func ExampleDatum_Publish() {
	d := register.Datum{Kind: register.Health, Duty: gdpr.Yes}.Publish()
	fmt.Println(d.Outcome)
	for r := range d.Reasons() {
		fmt.Println(r.Text(language.Italian))
	}
	// Output:
	// forbidden
	// dati di questo genere non possono mai essere diffusi
}

func ExampleRegister_CheckRoles() {
	r := register.Register{Offices: []register.Office{{Name: "Tributi", Manager: "Pietro Riva"}}}
	fmt.Println(r.CheckRoles(roles.Organisation{
		People:   []roles.Person{{ID: "neri", Name: "Bianca Neri"}},
		Areas:    []roles.Area{{ID: "tributi", Name: "Area tributi"}},
		Managers: []roles.Manager{{Person: "neri", Area: "tributi"}},
	}))
	// Output:
	// 1 finding
	//   warning offices[0].manager: Pietro Riva isn't designated for this office [register.roles.manager; Regolamento 16(1), Regolamento 5(1)]
}

func ExampleDisclosure_Show() {
	d := register.Disclosure{Kind: register.Ordinary, Own: gdpr.No, Pertinent: gdpr.No}.Show()
	fmt.Println(d.Outcome)
	// Output: forbidden
}

func ExamplePublication_Period() {
	p, _ := register.Publication{Content: register.Transparency, Duty: date.New(2021, time.December, 31), Effective: gdpr.No}.Period()
	removal, _ := p.Removal()
	fmt.Println(p.First, p.Last, removal)

	p, _ = register.Publication{Content: register.Notice, Posted: date.New(2026, time.October, 5)}.Period()
	fmt.Println(p.First, p.Last, p.Safe)
	// Output:
	// 2022-01-01 2026-12-31 2027-01-01
	// 2026-10-05 2026-10-19 2026-10-20
}

func ExamplePublishBy() {
	d, _ := register.PublishBy(date.New(2024, time.June, 9), gdpr.Italy())
	fmt.Println(d.Due)
	// Output: 2024-09-09
}

func ExampleSite_Check() {
	s := register.Site{Filtered: gdpr.Yes, Indexed: gdpr.No, Updated: gdpr.Yes}
	fmt.Println(s.Check(date.New(2026, time.November, 15)))
	// Output:
	// 1 finding
	//   violation filtered: search engines are kept from the transparency section [register.site.filtered; D.Lgs. 33/2013 9(1), Regolamento 14(1)]
}

func ExampleDiff() {
	before := register.Register{Activities: []register.Activity{{ID: "mensa", Name: "Mensa"}, {ID: "fax", Name: "Fax"}}}
	after := register.Register{Activities: []register.Activity{{ID: "mensa", Name: "Mensa scolastica"}}}
	for _, c := range register.Diff(before, after) {
		if c.Op == register.Changed {
			fmt.Println(c.Op, c.Where, c.Old, "->", c.New)
		} else {
			fmt.Println(c.Op, c.Where)
		}
	}
	// Output:
	// changed activities[mensa].name Mensa -> Mensa scolastica
	// removed activities[fax]
}

func ExampleRegister_Sheets() {
	r := register.Register{Activities: []register.Activity{{
		Name:     "Prestito di libri",
		Purposes: []register.Purpose{{Text: "prestito", Basis: register.Contract}},
		Abroad:   gdpr.No,
	}}}
	s := r.Sheets(language.Italian)[1]
	for i, c := range s.Columns {
		if cell := s.Rows[0][i]; cell != "" {
			fmt.Printf("%s: %s\n", c.Heading, cell)
		}
	}
	// Output:
	// Tipologia di trattamento: Prestito di libri
	// Finalità e basi legali: prestito (contratto)
	// Trasferimento dati verso paesi terzi: nessuno
}

func ExampleParse() {
	_, err := register.Parse([]byte(`{"schema": "gdpr.register/1", "register": {"activities": [{"reviewed": "2026-02-30"}]}}`))
	fmt.Println(err)
	// Output: gdpr: register.activities[0].reviewed: "2026-02-30": outside the allowed values (2026-02-01 - 2026-02-28)
}

func ExampleSummarize() {
	r := register.Register{Activities: []register.Activity{
		{Sector: register.Taxes, Data: []register.Data{{Kind: register.Ordinary}}},
		{Sector: register.SocialCare, Data: []register.Data{{Kind: register.Ordinary}, {Kind: register.Health}}},
	}}
	s := register.Summarize(r)
	fmt.Println(s.Activities, s.Special, s.Sectors[register.Taxes], s.Kinds[register.Ordinary])
	// Output: 2 1 1 2
}

func ExampleRegister_JSON() {
	data, _ := register.Register{Controller: register.Party{Name: "Comune di Roccasilvana"}}.JSON()
	fmt.Println(string(data))
	// Output:
	// {
	//   "schema": "gdpr.register/1",
	//   "register": {
	//     "controller": {
	//       "name": "Comune di Roccasilvana"
	//     },
	//     "officer": {
	//       "name": ""
	//     }
	//   }
	// }
}

func ExampleRegister_JSONLD() {
	data, _ := register.Register{Officer: register.Party{Name: "Bianca Neri"}}.JSONLD("https://comune.example/registro")
	var doc map[string]any
	_ = json.Unmarshal(data, &doc)
	fmt.Println(doc["@type"], doc["officer"])
	// Output: dpv:ROPA map[@id:https://comune.example/registro#officer @type:[dpv:DataProtectionOfficer] name:Bianca Neri]
}

func ExamplePlace_Indexable() {
	fmt.Println(register.TransparencySection.Indexable(register.KindSet(register.Ordinary)))
	fmt.Println(register.NoticeBoard.Indexable(register.KindSet(register.Ordinary)))
	// Output:
	// yes
	// no
}

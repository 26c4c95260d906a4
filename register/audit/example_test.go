package audit_test

import (
	"fmt"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/audit"
)

func ExampleProgramme_Coverage() {
	g := audit.Programme{
		Start:   date.New(2026, time.March, 2),
		Offices: []audit.Office{{ID: "biblioteca", Without: []audit.Matter{audit.VideoSurveillance}}},
		Checks: []audit.Check{
			{Office: "biblioteca", Matter: audit.Training, On: date.New(2026, time.July, 1), By: "Bianca Neri", Correct: gdpr.Yes},
		},
	}
	for cell, err := range g.Coverage(date.New(2026, time.November, 22), audit.Policy{}, gdpr.Italy()) {
		if err != nil {
			fmt.Println(err)
			return
		}
		if cell.Matter == audit.Paper || cell.Matter == audit.Training || cell.Matter == audit.VideoSurveillance {
			fmt.Printf("%s: %s (%s)\n", cell.Matter.Label(language.English), cell.State.Label(language.English), cell.Next.Due)
		}
	}
	// Output:
	// use of paper archives: overdue (2026-09-02)
	// training of staff: checked in time (2027-01-02)
	// video surveillance: doesn't concern the office (0001-01-01)
}

func ExampleAudit_Check() {
	a := audit.Audit{
		Officer: gdpr.Yes, Offices: []string{"anagrafe"},
		Mapping: date.New(2026, time.September, 1), Examination: date.New(2026, time.September, 20), Correction: date.New(2026, time.October, 20),
		Questionnaires: date.New(2026, time.September, 5), Interviews: date.New(2026, time.September, 10),
		DigitalArchives: date.New(2026, time.September, 15), PaperArchives: date.New(2026, time.September, 16),
		Points: []audit.Point{{Office: "anagrafe", Text: "cartellini", Matter: audit.Paper, Outcome: audit.NonConformity}},
		Report: audit.Report{Date: date.New(2026, time.October, 30), Means: true, Mapping: true, Results: true},
	}
	fmt.Println(a.Check(date.New(2026, time.November, 22)).Report(language.Italian))
	// Output:
	// 2 rilievi
	//   violazione points[0].actions: la non conformità non ha azioni correttive [audit.point.action; GDPR 24(1), Regolamento 33(3), Regolamento 34(3)]
	//   violazione report.correction: il rapporto non indica le azioni correttive [audit.report.correction; Regolamento 34(3)]
}

func ExampleAudit_Monitoring() {
	a := audit.Audit{Report: audit.Report{Date: date.New(2026, time.October, 30)}}
	d, err := a.Monitoring(audit.Policy{}, gdpr.Italy())
	fmt.Println(d.Due, err)
	// Output: 2027-04-30 <nil>
}

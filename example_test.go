package gdpr_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

func ExampleTerm_After() {
	received, _ := gdpr.ParseDate("2026-01-31")
	d, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(received, gdpr.Italy())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("due", d.Due, "safe", d.Safe)
	fmt.Println(d.Steps.Text(language.English))
	for day := range d.Skipped(gdpr.Italy()) {
		fmt.Println(day.Date, day.Name.EN)
	}
	// Output:
	// due 2026-03-02 safe 2026-02-28
	// ends on the month's last day, since the month lacks the day of the event; the last day isn't a working day: it moves to the next working day
	// 2026-02-28 Saturday
	// 2026-03-01 Sunday
}

func ExampleTerm_Before() {
	hearing, _ := gdpr.ParseDate("2026-08-30")
	d, _ := gdpr.Term{N: 4, Unit: gdpr.Weeks}.Before(hearing, gdpr.Italy())
	fmt.Println(d.Due.Weekday(), d.Due, "or, to be prudent,", d.Safe.Weekday(), d.Safe)
	// Output: Sunday 2026-08-02 or, to be prudent, Friday 2026-07-31
}

func ExampleTerm_AfterInstant() {
	rome := time.FixedZone("CEST", 2*60*60)
	aware := time.Date(2026, time.September, 11, 16, 30, 0, 0, rome)
	d, _ := gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(aware)
	fmt.Println("safe", d.Safe.Format(time.DateTime))
	fmt.Println("due ", d.Due.Format(time.DateTime))
	fmt.Println(d.Left(aware.Add(70 * time.Hour)))
	// Output:
	// safe 2026-09-14 16:30:00
	// due  2026-09-14 17:00:00
	// 2h30m0s
}

func ExampleDeadline_Pause() {
	received, _ := gdpr.ParseDate("2026-03-02")
	d, _ := gdpr.Term{N: 1, Unit: gdpr.Months}.After(received, gdpr.Italy())
	asked, _ := gdpr.ParseDate("2026-03-04")
	d, _ = d.Pause(asked, asked+12, gdpr.Italy())
	fmt.Println(d.Due, "-", d.Steps)
	// Output: 2026-04-14 - paused
}

func ExampleHourDeadline_Reading() {
	aware := time.Date(2026, time.September, 11, 16, 30, 0, 0, time.FixedZone("CEST", 2*60*60)) // a Friday
	d, _ := gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(aware)
	d, _ = d.Reading(gdpr.WholeDays, gdpr.Italy())
	fmt.Println("some would say", d.Due.Format(time.DateTime), "but safe is", d.Safe.Format(time.DateTime))
	// Output: some would say 2026-09-16 00:00:00 but safe is 2026-09-14 16:30:00
}

func ExampleItaly() {
	holidays, err := gdpr.Italy().Holidays(2027)
	if err != nil {
		fmt.Println(err)
		return
	}
	for h := range holidays {
		if h.Date.Month() == time.October {
			fmt.Println(h.Date, h.Name.IT, h.Law.Cite(language.Italian))
		}
	}
	// Output: 2027-10-04 San Francesco d'Assisi art. 1, L. 151/2025
}

func ExampleCalendar_With() {
	town, err := gdpr.Italy().With(gdpr.PatronSaint(gdpr.Text{IT: "San Gennaro", EN: "Saint Januarius"}, time.September, 19))
	if err != nil {
		fmt.Println(err)
		return
	}
	patron, _ := gdpr.ParseDate("2028-09-19")
	h, _ := town.Holiday(patron)
	working, _ := town.WorkingDay(patron)
	fmt.Println(h.Name.EN, "- a working day for legal terms:", working)
	// Output: Saint Januarius - a working day for legal terms: true
}

func ExampleNewCalendar() {
	cal, err := gdpr.NewCalendar(2025, 2030,
		gdpr.HolidayRule{Name: gdpr.Text{IT: "Festa nazionale francese", EN: "Bastille Day"}, Month: time.July, Day: 14})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = cal.WorkingDay(must(gdpr.ParseDate("2031-07-14")))
	fmt.Println(err)
	// Output: gdpr: "2031-07-14": outside the allowed values (2025-2030)
}

func ExampleParseProvision() {
	p, _ := gdpr.ParseProvision("GDPR 12(3)")
	fmt.Println(p.Act(), p.Article(), p.Paragraph())
	fmt.Println(p.Cite(language.Italian))
	_, err := gdpr.ParseProvision("GDPR art. 12")
	fmt.Println(errors.Is(err, gdpr.FaultSyntax))
	// Output:
	// GDPR 12 3
	// art. 12, par. 3, RGPD
	// true
}

func ExampleParseDate() {
	_, err := gdpr.ParseDate("2026-02-30")
	fmt.Println(err)
	// Output: gdpr: "2026-02-30": outside the allowed values (2026-02-01 - 2026-02-28)
}

func ExampleAnswer() {
	var facts struct {
		LargeScale gdpr.Answer `json:"largeScale"`
		Special    gdpr.Answer `json:"special"`
	}
	_ = json.Unmarshal([]byte(`{"largeScale": true}`), &facts)
	fmt.Println(facts.LargeScale.And(facts.Special), facts.LargeScale.Or(facts.Special))
	// Output: unknown yes
}

func ExampleAtLeast() {
	fmt.Println(gdpr.AtLeast(2, gdpr.Yes, gdpr.Unknown, gdpr.No))
	fmt.Println(gdpr.AtLeast(2, gdpr.Yes, gdpr.Unknown, gdpr.Yes))
	// Output:
	// unknown
	// yes
}

func ExampleFindings() {
	found := gdpr.Findings{{Code: "fault.missing", Severity: gdpr.Violation, Where: "requests[3].reply",
		Provisions: []gdpr.Provision{"GDPR 12(3)"}, Args: []any{"2026-01-31"}}}
	fmt.Println(found.Report(language.Italian))
	// Output:
	// 1 rilievo
	//   violazione requests[3].reply: manca, ed è necessario (per esempio 31 gennaio 2026) [fault.missing; GDPR 12(3)]
}

func ExampleInputError() {
	_, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(0, gdpr.Italy())
	var in *gdpr.InputError
	if errors.As(err, &in) {
		fmt.Println(in.Field, in.Value, in.Fault)
		fmt.Println(in.Message(language.Italian))
	}
	// Output:
	// event 0001-01-01 range
	// event: "0001-01-01": fuori dai valori ammessi (1986-9999)
}

func ExampleLawAsOf() {
	fmt.Println(gdpr.LawAsOf().Year())
	// Output: 2026
}

package retention_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

func Example() {
	schedule, err := retention.NewSchedule(
		retention.Rule{ID: "contracts", Period: gdpr.Term{N: 10, Unit: gdpr.Years}, Event: "end of the contract"},
		retention.Rule{ID: "residents", Event: "end of residence"},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	items := []retention.Item{
		{ID: "contract 12/2014", Rule: "contracts", Event: date.New(2016, time.March, 31)},
		{ID: "contract 7/2020", Rule: "contracts"}, // still running
		{ID: "contract 3/2010", Rule: "contracts", Event: date.New(2012, time.June, 30), Holds: []retention.Hold{
			{Kind: retention.Claim, From: date.New(2021, time.May, 4), Reference: "Tribunale, R.G. 812/2021"},
		}},
	}
	sweep, err := schedule.On(date.New(2026, time.November, 22))
	if err != nil {
		fmt.Println(err)
		return
	}
	for item := range sweep.Expired(slices.Values(items)) {
		fmt.Println("delete", item.ID)
	}
	for reason := range sweep.Reasons(items[2]) {
		fmt.Println("keep", items[2].ID+":", reason)
	}
	// Output:
	// delete contract 12/2014
	// keep contract 3/2010: the period of keeping is over [GDPR 5(1)(e)]
	// keep contract 3/2010: legal claim [GDPR 17(3)(e)]
}

func ExampleRule_Expiry() {
	canteen := retention.Rule{ID: "canteen", Period: gdpr.Term{N: 1, Unit: gdpr.Years}, Event: "end of the school year"}
	d, err := canteen.Expiry(date.New(2026, time.June, 6))
	fmt.Println(d.Due, d.Due.Weekday(), err) // a Sunday, and it stays
	// Output: 2027-06-06 Sunday <nil>
}

func ExampleRecording_Expiry() {
	rome := time.FixedZone("CET", 3600) // a host gives the location of its cameras
	r := retention.Recording{Recorded: time.Date(2026, 12, 20, 22, 30, 0, 0, rome), Purpose: retention.UrbanSecurity}
	d, err := r.Expiry(retention.Policy{})
	fmt.Println("safe:", d.Safe.Format(time.DateTime))
	fmt.Println("due: ", d.Due.Format(time.DateTime), err)
	// Output:
	// safe: 2026-12-27 22:30:00
	// due:  2026-12-28 00:00:00 <nil>
}

func ExampleRecording_State() {
	clip := retention.Recording{
		Recorded: time.Date(2026, 5, 4, 10, 0, 0, 0, time.UTC),
		Purpose:  retention.OtherPurpose,
		Holds: []retention.Hold{{Kind: retention.Order, From: date.New(2026, 5, 5), Until: date.New(2026, 5, 31),
			Reference: "Procura della Repubblica, R.G.N.R. 1234/2026"}},
	}
	for _, at := range []time.Time{
		time.Date(2026, 5, 5, 9, 0, 0, 0, time.UTC),
		time.Date(2026, 5, 5, 11, 0, 0, 0, time.UTC),
		time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC),
	} {
		state, err := clip.State(at, retention.Policy{})
		fmt.Println(state, err)
	}
	// Output:
	// running <nil>
	// held <nil>
	// expired <nil>
}

func ExampleCheck() {
	fmt.Println(retention.Check([]retention.Rule{{ID: "requests", Text: "requests of data subjects"}}).Report(language.Italian))
	// Output:
	// 3 rilievi
	//   violazione [0].period: la regola non indica né un termine né un criterio di conservazione [retention.rule.term; GDPR 5(1)(e), Regolamento 13(9)]
	//   avviso [0].basis: la regola non dice da quale atto deriva il termine [retention.rule.basis; GDPR 5(2)]
	//   avviso [0].fate: la regola non dice che cosa si fa dei dati alla scadenza [retention.rule.fate; GDPR 5(1)(e)]
}

func ExamplePolicy_SiteLogs() {
	logs, err := retention.Policy{}.SiteLogs(language.English)
	fmt.Println(logs.Text+":", logs.Period, err)
	// Output: browsing data of the site: 12 months <nil>
}

func ExamplePlan_Check() {
	own, err := retention.ImportPlan("id,series,keeping,period,unit,event,fate\nmandati,mandati di pagamento,at_least,10,years,registrazione,discard\n")
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := own.Over(retention.KnownPlan())
	schedule, err := plan.Schedule(language.Italian)
	if err != nil {
		fmt.Println(err)
		return
	}
	sweep, err := schedule.On(date.New(2026, time.November, 22))
	fmt.Println(sweep.State(retention.Item{ID: "mandati 2012", Rule: "mandati", Event: date.New(2012, time.December, 31)}), err)
	fmt.Println(plan.Check([]retention.Rule{{ID: "mandati", Period: gdpr.Term{N: 5, Unit: gdpr.Years}, Event: "registrazione"}}).Report(language.Italian))
	// Output:
	// discardable <nil>
	// 1 rilievo
	//   violazione [0].period: mandati: il termine è più breve del minimo del piano o della legge [retention.plan.short; GDPR 17(3)(b), D.P.R. 445/2000 68]
}

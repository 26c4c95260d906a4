package breach_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/roles"
)

func wholeProcedure(t testing.TB) Procedure {
	return Procedure{
		Learned:    instant(t, "2026-09-14T09:20:00+02:00"),
		Reported:   instant(t, "2026-09-14T10:00:00+02:00"),
		Report:     "Elenco inviato a un indirizzo sbagliato.",
		Categories: []string{"anagrafici", "salute (diete)"},
		Opinion:    roles.Opinion{Asked: date.New(2026, 9, 14), Given: date.New(2026, 9, 15), Departed: gdpr.No},
		Advised:    Advised{Harmless: gdpr.No, Level: HighRisk, Measures: "Informare i genitori."},
		Decided:    instant(t, "2026-09-15T12:00:00+02:00"),
		Notify:     gdpr.Yes,
	}
}

func TestProcedure(t *testing.T) {
	require.Empty(t, wholeProcedure(t).Check())
	due := instant(t, "2026-09-17T10:00:00+02:00")
	for _, c := range []struct {
		why    string
		change func(*Procedure)
		want   []gdpr.Code
	}{
		{"no report to the controller", func(p *Procedure) { p.Reported = time.Time{} }, []gdpr.Code{CodeReportTime}},
		{"report before the discovery", func(p *Procedure) { p.Reported = p.Learned.Add(-time.Second) }, []gdpr.Code{CodeReportOrder}},
		{"report at the discovery", func(p *Procedure) { p.Reported = p.Learned }, nil},
		{"report at the end of the window", func(p *Procedure) { p.Reported, p.Decided = due, due }, nil},
		{"report after the window", func(p *Procedure) { p.Reported, p.Decided = due.Add(time.Second), due.Add(time.Second) }, []gdpr.Code{CodeReportLate, CodeDecisionLate}},
		{"no text", func(p *Procedure) { p.Report = "" }, []gdpr.Code{CodeReportMissing}},
		{"no category of data", func(p *Procedure) { p.Categories = []string{" "} }, []gdpr.Code{CodeReportCategories}},
		{"officer not asked", func(p *Procedure) { p.Opinion = roles.Opinion{} }, []gdpr.Code{roles.CodeOpinionNotAsked}},
		{"decided before the opinion", func(p *Procedure) { p.Decided = instant(t, "2026-09-14T23:00:00+02:00") }, []gdpr.Code{roles.CodeOpinionLate}},
		{"departure without reasons", func(p *Procedure) { p.Opinion.Departed = gdpr.Yes }, []gdpr.Code{roles.CodeOpinionUnreasoned}},
		{"departure with reasons", func(p *Procedure) { p.Opinion.Departed, p.Opinion.Reasons = gdpr.Yes, "I dati erano pubblici." }, nil},
		{"opinion on harmlessness missing", func(p *Procedure) { p.Advised.Harmless = gdpr.Unknown }, []gdpr.Code{CodeAdviceHarmless}},
		{"opinion on the risk missing", func(p *Procedure) { p.Advised.Level = Undetermined }, []gdpr.Code{CodeAdviceLevel}},
		{"opinion on measures missing", func(p *Procedure) { p.Advised.Measures = "" }, []gdpr.Code{CodeAdviceMeasures}},
		{"no decision yet", func(p *Procedure) { p.Decided = time.Time{} }, []gdpr.Code{CodeDecisionMissing}},
		{"decision before the report", func(p *Procedure) { p.Reported = p.Decided.Add(time.Second) }, []gdpr.Code{CodeDecisionOrder}},
		{"decision with the report", func(p *Procedure) { p.Reported = p.Decided }, nil},
		{"decision after the window", func(p *Procedure) { p.Decided = due.Add(time.Second) }, []gdpr.Code{CodeDecisionLate}},
		{"decision on what", func(p *Procedure) { p.Notify = gdpr.Unknown }, []gdpr.Code{CodeDecisionMissing}},
		{"not to notify, without reasons", func(p *Procedure) { p.Notify, p.Advised.Level = gdpr.No, Unlikely }, []gdpr.Code{CodeDecisionUnreasoned}},
		{"not to notify, with reasons", func(p *Procedure) {
			p.Notify, p.Advised.Level, p.Reasons = gdpr.No, Unlikely, "Cifrati, chiave al sicuro."
		}, nil},
		{"not to notify, though the officer sees a risk", func(p *Procedure) {
			p.Notify, p.Advised.Level, p.Reasons = gdpr.No, Risk, "Cifrati, chiave al sicuro."
		}, []gdpr.Code{CodeDepartureHidden}},
		{"the same, without a word on departing", func(p *Procedure) {
			p.Notify, p.Advised.Level, p.Reasons, p.Opinion.Departed = gdpr.No, Risk, "Cifrati, chiave al sicuro.", gdpr.Unknown
		}, []gdpr.Code{roles.CodeOpinionUnresolved}},
		{"the same, as a departure with reasons", func(p *Procedure) {
			p.Notify, p.Reasons = gdpr.No, "Cifrati, chiave al sicuro."
			p.Opinion.Departed, p.Opinion.Reasons = gdpr.Yes, "Cifrati, chiave al sicuro."
		}, nil},
		{"to notify, though the officer sees no risk", func(p *Procedure) { p.Advised.Level = Unlikely }, nil},
		{"discovery not recorded", func(p *Procedure) { p.Learned = time.Time{} }, []gdpr.Code{CodeLearned}},
	} {
		p := wholeProcedure(t)
		c.change(&p)
		var got []gdpr.Code
		for _, f := range p.Check() {
			got = append(got, f.Code)
		}
		require.Equal(t, c.want, got, c.why)
	}
	fs := Procedure{}.Check()
	require.Equal(t, "opinion.asked", fs[4].Where)
	p := wholeProcedure(t)
	p.Reported = due.Add(time.Hour)
	p.Decided = p.Reported
	require.Contains(t, p.Check().String(), "73 hours after")
}

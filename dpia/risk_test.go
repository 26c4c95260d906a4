package dpia

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

func levels(yield func(Rating) bool) {
	for s := Level(0); s <= Maximum; s++ {
		for l := Level(0); l <= Maximum; l++ {
			if !yield(Rating{s, l}) {
				return
			}
		}
	}
}

func TestHigh(t *testing.T) {
	want := [4][4]bool{ // severity down, likelihood across
		{false, false, false, false},
		{false, false, false, true},
		{false, false, true, true},
		{false, true, true, true},
	}
	for r := range levels {
		switch {
		case r.Severity != 0 && r.Likelihood != 0:
			require.Equal(t, gdpr.Is(want[r.Severity-1][r.Likelihood-1]), r.High(), "%+v", r)
		case r.Severity == Negligible || r.Likelihood == Negligible:
			require.Equal(t, gdpr.No, r.High(), "%+v: nothing could make it high", r)
		default:
			require.Equal(t, gdpr.Unknown, r.High(), "%+v", r)
		}
	}
}

// TestResidualIsMonotone: a measure more never raises the risk, and no measure
// brings it below what is judged to be left, nor above what there was.
func TestResidualIsMonotone(t *testing.T) {
	kinds := []Measure{{}, {Severity: true, InPlace: true}, {Likelihood: true, InPlace: true}, {Severity: true, Likelihood: true, InPlace: true}}
	for before := range levels {
		for after := range levels {
			for _, first := range kinds {
				for _, second := range kinds {
					r := Risk{Before: before, After: after}
					none := r.Residual()
					require.Equal(t, before, none)
					r.Measures = []Measure{first}
					one := r.Residual()
					r.Measures = []Measure{first, second}
					two := r.Residual()
					for _, step := range [][2]Rating{{none, one}, {one, two}} {
						require.LessOrEqual(t, step[1].Severity, step[0].Severity)
						require.LessOrEqual(t, step[1].Likelihood, step[0].Likelihood)
					}
					if before.given() && after.given() {
						require.GreaterOrEqual(t, two.Severity, min(before.Severity, after.Severity))
						require.GreaterOrEqual(t, two.Likelihood, min(before.Likelihood, after.Likelihood))
						require.False(t, none.High() == gdpr.No && two.High() == gdpr.Yes)
					}
				}
			}
		}
	}
}

// TestOneMeasureRemovesNoRisk: however good it is called, a measure counts for
// what it acts on.
func TestOneMeasureRemovesNoRisk(t *testing.T) {
	r := Risk{Before: Rating{Maximum, Maximum}, After: Rating{Negligible, Negligible}, Measures: []Measure{{What: "cifratura", Likelihood: true, InPlace: true}}}
	require.Equal(t, Rating{Maximum, Negligible}, r.Residual())
}

// TestPlannedMeasuresLowerNothing: GDPR 36(1) looks at the risk that is left with the
// measures taken (recitals 84, 94): a measure that comes years after the processing
// begins leaves it as it was, whoever answers for it.
func TestPlannedMeasuresLowerNothing(t *testing.T) {
	r := Risk{Before: Rating{Maximum, Maximum}, After: Rating{Negligible, Negligible},
		Measures: []Measure{{What: "cifratura", Severity: true, Likelihood: true, Owner: "CED", Due: day("2030-12-31")}}}
	require.Equal(t, r.Before, r.Residual())
	require.Equal(t, r.Before, r.ResidualBy(day("2030-12-30")))
	require.Equal(t, r.After, r.ResidualBy(day("2030-12-31")))
	for _, c := range []struct {
		name   string
		begins string
		spoil  func(*Measure)
		want   gdpr.Answer
	}{
		{"begins four years before", "2026-01-01", nil, gdpr.Yes},
		{"begins the day before", "2030-12-30", nil, gdpr.Yes},
		{"begins on that day", "2030-12-31", nil, gdpr.No},
		{"nobody says when it begins", "", nil, gdpr.Unknown},
		{"planned for no day", "2026-01-01", func(m *Measure) { m.Due = 0 }, gdpr.Yes},
		{"in place", "2026-01-01", func(m *Measure) { m.InPlace = true }, gdpr.No},
		{"in place, and nobody says when it begins", "", func(m *Measure) { m.InPlace = true }, gdpr.No},
		{"a part of it is in place", "2026-01-01", func(m *Measure) { m.Partly = true }, gdpr.Yes},
	} {
		risk := r
		risk.Measures = []Measure{r.Measures[0]}
		if c.spoil != nil {
			c.spoil(&risk.Measures[0])
		}
		a := Assessment{Risks: []Risk{risk}}
		if c.begins != "" {
			a.Begins = day(c.begins)
		}
		require.Equal(t, c.want, a.Consultation(), c.name)
		a.ResidualHigh = gdpr.No
		require.Equal(t, c.want == gdpr.Yes, a.Check().Has(CodeDenied), c.name)
	}
}

func soundRisk(e Event) Risk {
	return Risk{
		Event:   e,
		Sources: "operatori non autorizzati",
		Threats: "credenziali sottratte",
		Impacts: "le persone riprese possono essere riconosciute e seguite",
		Before:  Rating{Significant, Significant},
		Measures: []Measure{
			{What: "accesso con doppio fattore e registro degli accessi", Likelihood: true, InPlace: true},
			{What: "oscuramento dei volti", Severity: true, Owner: "Comando di polizia locale", Due: day("2026-03-31")},
		},
		After: Rating{Limited, Limited},
	}
}

func TestRiskCheck(t *testing.T) {
	require.Empty(t, soundRisk(Access).Check())
	for _, c := range []struct {
		code  gdpr.Code
		where string
		spoil func(*Risk)
	}{
		{CodeRiskUnnamed, "event", func(r *Risk) { r.Event = 0 }},
		{CodeRiskUnnamed, "event", func(r *Risk) { r.Event = OtherRisk + 1 }},
		{CodeRiskUnnamed, "event", func(r *Risk) { r.Event = OtherRisk }},
		{CodeRiskSources, "sources", func(r *Risk) { r.Sources, r.Threats = " ", "" }},
		{CodeRiskImpacts, "impacts", func(r *Risk) { r.Impacts = "" }},
		{CodeRiskUnrated, "before", func(r *Risk) { r.Before.Severity = 0 }},
		{CodeRiskUnrated, "before", func(r *Risk) { r.Before.Likelihood = Maximum + 1 }},
		{CodeRiskUnrated, "after", func(r *Risk) { r.After.Likelihood = 0 }},
		{CodeRiskMeasures, "measures", func(r *Risk) { r.Measures, r.After = nil, Rating{} }},
		{CodeRiskRaised, "after", func(r *Risk) { r.After.Severity = Maximum }},
		{CodeRiskRaised, "after", func(r *Risk) { r.After.Likelihood = Maximum }},
		{CodeRiskUnlinked, "after", func(r *Risk) { r.Measures = r.Measures[:1] }},
		{CodeMeasureOwner, "measures[1]", func(r *Risk) { r.Measures[1].Owner = "" }},
		{CodeMeasureOwner, "measures[1]", func(r *Risk) { r.Measures[1].Due = 0 }},
	} {
		r := soundRisk(Access)
		c.spoil(&r)
		fs := r.Check()
		require.Len(t, fs, 1, "%s: %v", c.code, fs)
		require.Equal(t, c.code, fs[0].Code)
		require.Equal(t, c.where, fs[0].Where)
		require.Equal(t, weights[c.code], fs[0].Severity, "%s", c.code)
	}
	other := soundRisk(OtherRisk)
	other.Title = "errore di riconoscimento"
	require.Empty(t, other.Check())
	other.Threats, other.Sources = "", "il fornitore"
	require.Empty(t, other.Check(), "sources alone say where it comes from")
	for _, before := range []Rating{{Limited, Limited}, {Negligible, Negligible}} {
		low := Risk{Event: Loss, Sources: "guasto", Impacts: "nessuno di rilievo", Before: before}
		require.Empty(t, low.Check(), "a risk that isn't high needs no measure")
	}
}

func TestRiskJSON(t *testing.T) {
	data, err := json.Marshal(soundRisk(Loss))
	require.NoError(t, err)
	require.Contains(t, string(data), `"event":"loss"`)
	require.Contains(t, string(data), `"before":{"severity":"significant","likelihood":"significant"}`)
	var back Risk
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, soundRisk(Loss), back)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"event":"theft"}`), &back), gdpr.FaultName)
}

// TestRaisedWithoutMeasures: a risk that is rated higher afterwards hasn't gone down,
// whether or not there are measures.
func TestRaisedWithoutMeasures(t *testing.T) {
	r := soundRisk(Access)
	r.Before, r.Measures = Rating{Limited, Limited}, nil
	for after, want := range map[Rating]gdpr.Code{
		{Significant, Limited}: CodeRiskRaised, {Limited, Significant}: CodeRiskRaised, {Limited, Negligible}: CodeRiskUnlinked,
	} {
		r.After = after
		require.True(t, r.Check().Has(want), after)
		require.Len(t, r.Check(), 1)
	}
	r.After = r.Before
	require.Empty(t, r.Check())
}

// TestHangsOn: a rating hangs on a planned measure only where the measure acts on
// what went down (GDPR 36(1), recital 84).
func TestHangsOn(t *testing.T) {
	for _, c := range []struct {
		measure Measure
		after   Rating
		want    bool
	}{
		{Measure{Severity: true}, Rating{Limited, Significant}, true},
		{Measure{Severity: true}, Rating{Significant, Limited}, false},
		{Measure{Likelihood: true}, Rating{Significant, Limited}, true},
		{Measure{Likelihood: true}, Rating{Limited, Significant}, false},
		{Measure{Severity: true, Likelihood: true}, Rating{Significant, Significant}, false},
		{Measure{}, Rating{Limited, Limited}, false},
		{Measure{Severity: true, InPlace: true}, Rating{Limited, Significant}, false},
	} {
		r := Risk{Before: Rating{Significant, Significant}, After: c.after}
		require.Equal(t, c.want, r.hangsOn(c.measure), "%+v", c)
	}
}

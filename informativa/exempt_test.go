package informativa_test

import (
	"encoding/json"
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/internal/kleenetest"
)

// nothing is the exemption in which each fact is known not to be.
func nothing() Exemption {
	var e Exemption
	for _, f := range kleenetest.All(&e) {
		f.Set(gdpr.No)
	}
	return e
}

func TestExemption(t *testing.T) {
	for name, c := range map[string]struct {
		change              func(*Exemption)
		outcome, regulation Outcome
		reasons             []gdpr.Code
	}{
		"nothing exempts": {func(*Exemption) {}, Owed, Owed,
			[]gdpr.Code{"informativa.exempt.none"}},
		"who gave the data knows already": {func(e *Exemption) { e.Informed = gdpr.Yes }, Exempt, Exempt,
			[]gdpr.Code{"informativa.exempt.informed"}},
		// The regulation exempts (22.4), the GDPR knows this for data from
		// elsewhere alone (13(4), 14(5)(b)).
		"too burdensome, data from the person": {func(e *Exemption) { e.Impossible, e.Measures, e.Published = gdpr.Yes, gdpr.Yes, gdpr.Yes }, Owed, Exempt,
			[]gdpr.Code{"informativa.exempt.none", "informativa.exempt.wider"}},
		"an archive of others' letters": {func(e *Exemption) {
			e.Elsewhere, e.Impossible, e.Measures, e.Published = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
		}, Exempt, Exempt, []gdpr.Code{"informativa.exempt.impossible"}},
		"the same, told to nobody": {func(e *Exemption) { e.Elsewhere, e.Impossible, e.Measures = gdpr.Yes, gdpr.Yes, gdpr.Yes }, Owed, Exempt,
			[]gdpr.Code{"informativa.exempt.none", "informativa.exempt.wider"}},
		"the same, without measures": {func(e *Exemption) { e.Elsewhere, e.Impossible, e.Published = gdpr.Yes, gdpr.Yes, gdpr.Yes }, Owed, Owed,
			[]gdpr.Code{"informativa.exempt.none"}},
		"an inspection that the notice would defeat": {func(e *Exemption) {
			e.Elsewhere, e.Defeats, e.Measures, e.Published = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
		}, Exempt, Owed, []gdpr.Code{"informativa.exempt.defeats"}},
		"a register that the law lets the Comune read": {func(e *Exemption) { e.Elsewhere, e.LaidDown, e.Safeguarded = gdpr.Yes, gdpr.Yes, gdpr.Yes }, Exempt, Owed,
			[]gdpr.Code{"informativa.exempt.laid-down"}},
		"the same law, without safeguards": {func(e *Exemption) { e.Elsewhere, e.LaidDown = gdpr.Yes, gdpr.Yes }, Owed, Owed,
			[]gdpr.Code{"informativa.exempt.none"}},
		"a social worker's secret": {func(e *Exemption) { e.Elsewhere, e.Confidential = gdpr.Yes, gdpr.Yes }, Exempt, Exempt,
			[]gdpr.Code{"informativa.exempt.confidential"}},
		"a secret, data from the person": {func(e *Exemption) { e.Confidential = gdpr.Yes }, Owed, Exempt,
			[]gdpr.Code{"informativa.exempt.none", "informativa.exempt.wider"}},
	} {
		t.Run(name, func(t *testing.T) {
			e := nothing()
			c.change(&e)
			d := e.Decide()
			require.Equal(t, c.outcome, d.Outcome)
			require.Equal(t, c.regulation, d.Regulation)
			var codes []gdpr.Code
			for r := range d.Reasons() {
				codes = append(codes, r.Code)
				require.NotEqual(t, string(r.Code), r.Text(language.Italian))
				_, err := gdpr.ParseProvision(string(r.Provision))
				require.NoError(t, err)
			}
			require.Equal(t, c.reasons, codes)
			require.Empty(t, slices.Collect(d.Missing()))
		})
	}
}

func TestExemptionReasons(t *testing.T) {
	first := func(e Exemption) gdpr.Reason {
		for r := range e.Decide().Reasons() {
			return r
		}
		return gdpr.Reason{}
	}
	e := nothing()
	require.Equal(t, gdpr.Provision("GDPR 13(4)"), first(e).Provision)
	e.Elsewhere = gdpr.Yes
	require.Equal(t, gdpr.Provision("GDPR 14(5)"), first(e).Provision)
	e.Informed = gdpr.Yes
	require.Equal(t, gdpr.Provision("GDPR 14(5)(a)"), first(e).Provision)
	e.Elsewhere = gdpr.No
	require.Equal(t, gdpr.Provision("GDPR 13(4)"), first(e).Provision)
	require.Empty(t, first(Exemption{}))
	// What in the regulation alone would exempt.
	for by, change := range map[gdpr.Provision]func(*Exemption){
		"Regolamento 22(4)": func(e *Exemption) { e.Impossible, e.Measures = gdpr.Yes, gdpr.Yes },
		"Regolamento 22(5)": func(e *Exemption) { e.Confidential, e.Measures = gdpr.Yes, gdpr.Yes },
	} {
		e := nothing()
		change(&e)
		reasons := slices.Collect(e.Decide().Reasons())
		require.Equal(t, gdpr.Reason{Code: "informativa.exempt.wider", Provision: by}, reasons[len(reasons)-1])
	}
}

// TestExemptionIsThreeValued fills the unknown facts of partial inputs in every
// way.
func TestExemptionIsThreeValued(t *testing.T) {
	decision := kleenetest.Decision[Exemption, Outcome]{
		Decide: func(e Exemption) (Outcome, bool, error) {
			o := e.Decide().Outcome
			return o, o != Undetermined, nil
		},
		Missing: func(e Exemption) iter.Seq[gdpr.Question] { return e.Decide().Missing() },
	}
	for seed := range uint64(1500) {
		var e Exemption
		kleenetest.Partial(&e, seed, int(seed%10))
		decision.Check(t, e)
	}
}

func TestExemptionAsks(t *testing.T) {
	for q := range (Exemption{}).Decide().Missing() {
		require.NotEqual(t, string(q.Code), q.Text(language.English))
		require.NotEqual(t, string(q.Code), q.Text(language.Italian))
	}
	require.Len(t, slices.Collect((Exemption{}).Decide().Missing()), 9)
	for range (Exemption{}).Decide().Missing() {
		break
	}
	data, err := json.Marshal(Exempt)
	require.NoError(t, err)
	require.Equal(t, `"exempt"`, string(data))
}

func TestExemptionAllocatesNothing(t *testing.T) {
	e := Exemption{Elsewhere: gdpr.Yes, Impossible: gdpr.Yes}
	asked := 0
	require.Zero(t, testing.AllocsPerRun(100, func() {
		for range e.Decide().Missing() {
			asked++
		}
	}))
	require.NotZero(t, asked)
}

func BenchmarkExemption(b *testing.B) {
	e := Exemption{Elsewhere: gdpr.Yes, Impossible: gdpr.Yes}
	b.ReportAllocs()
	for b.Loop() {
		e.Decide()
	}
}

func FuzzExemption(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) {
		var e Exemption
		kleenetest.Fill(&e, seed)
		d := e.Decide()
		require.Equal(t, d, e.Decide())
		require.Equal(t, d.Outcome == Undetermined, len(slices.Collect(d.Missing())) > 0)
		if e.Elsewhere == gdpr.No && e.Informed == gdpr.No {
			require.Equal(t, Owed, d.Outcome, "data from the person have one exemption")
		}
	})
}

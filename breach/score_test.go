package breach_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

func TestOfficialComponents(t *testing.T) {
	require.Len(t, officialContexts, 55)
	for _, c := range officialContexts {
		s, err := Factors{Contexts: []Context{{Category: c.category, Step: c.step}}}.Score()
		require.NoError(t, err, c.data)
		require.True(t, s.Context.Known(), c.data)
		require.Equal(t, c.points, s.Context.Low.Points(), c.data)
	}
	require.Len(t, officialIdentifications, 20)
	for _, c := range officialIdentifications {
		s, err := Factors{Identification: c.degree}.Score()
		require.NoError(t, err, c.data)
		require.True(t, s.Identification.Known(), c.data)
		require.Equal(t, c.points, s.Identification.Low.Points(), c.data)
	}
	require.Len(t, officialCircumstances, 20)
	for _, c := range officialCircumstances {
		rest := c.factors
		known := 0
		s, err := rest.Score()
		require.NoError(t, err, c.breach)
		for _, r := range []Range{s.Confidentiality, s.Integrity, s.Availability, s.Malicious} {
			if r.Known() {
				known++
				require.Equal(t, c.points, r.Low.Points(), c.breach)
			} else {
				require.Equal(t, Range{Low: 0, High: 2}, r, c.breach)
			}
		}
		require.Equal(t, 1, known, c.breach)
	}
}

func TestDerivedScores(t *testing.T) {
	for _, c := range derivedScores {
		s, err := c.factors.Score()
		require.NoError(t, err)
		require.True(t, s.Total.Known(), c.breach)
		require.Equal(t, c.total, s.Total.Low.Points(), c.breach)
		low, high := s.Bands()
		require.Equal(t, c.band, low, c.breach)
		require.Equal(t, low, high, c.breach)
	}
}

// The bands begin at 2, 3 and 4, inclusive: not at 2, 4 and 6.
func TestBands(t *testing.T) {
	for q, want := range map[Quarters]Band{1: Low, 7: Low, 8: Medium, 11: Medium, 12: High, 15: High, 16: VeryHigh, 24: VeryHigh} {
		require.Equal(t, want, q.Band(), q)
	}
}

func TestUnknownFactorsGiveARange(t *testing.T) {
	s, err := Factors{}.Score()
	require.NoError(t, err)
	require.Equal(t, "0.25-6", s.Total.String())
	low, high := s.Bands()
	require.Equal(t, Low, low)
	require.Equal(t, VeryHigh, high)

	// An unknown context beside a known one can only be higher.
	s, err = Factors{Contexts: []Context{{Category: FinancialData}, {}}, Identification: Maximum}.Score()
	require.NoError(t, err)
	require.Equal(t, Range{Low: 12, High: 16}, s.Context)

	s, err = Factors{
		Contexts: []Context{{Category: SimpleData}, {Category: FinancialData, Step: -1}, {Category: BehaviouralData, Step: -1}}, Identification: Significant,
		Confidentiality: FullExtent, Integrity: LeastExtent, Availability: LeastExtent, Malicious: gdpr.No, Over100: gdpr.Yes, Unintelligible: gdpr.No,
	}.Score()
	require.NoError(t, err)
	require.Equal(t, "2", s.Context.String(), "the highest context counts")
	require.Equal(t, "2", s.Total.String())
	require.Equal(t, gdpr.Yes, s.Over100)
	require.Equal(t, gdpr.No, s.Unintelligible)
}

// Whatever stays unknown, the range holds exactly the scores that the values of
// the unknown factors can give.
func TestRangeIsExact(t *testing.T) {
	fill := func(f Factors, yield func(Factors)) {
		for _, category := range []Category{SimpleData, BehaviouralData, FinancialData, SensitiveData} {
			for _, i := range []Identification{Negligible, Limited, Significant, Maximum} {
				for _, e := range []Extent{LeastExtent, PartExtent, FullExtent} {
					for _, m := range []gdpr.Answer{gdpr.No, gdpr.Yes} {
						g := f
						if len(g.Contexts) == 0 {
							g.Contexts = []Context{{Category: category}}
						}
						if g.Identification == 0 {
							g.Identification = i
						}
						if g.Confidentiality == 0 {
							g.Confidentiality = e
						}
						if g.Integrity == 0 {
							g.Integrity = e
						}
						if g.Availability == 0 {
							g.Availability = e
						}
						if g.Malicious == gdpr.Unknown {
							g.Malicious = m
						}
						yield(g)
					}
				}
			}
		}
	}
	for mask := range 64 {
		f := Factors{}
		if mask&1 != 0 {
			f.Contexts = []Context{{Category: FinancialData, Step: -1}}
		}
		if mask&2 != 0 {
			f.Identification = Significant
		}
		if mask&4 != 0 {
			f.Confidentiality = PartExtent
		}
		if mask&8 != 0 {
			f.Integrity = FullExtent
		}
		if mask&16 != 0 {
			f.Availability = PartExtent
		}
		if mask&32 != 0 {
			f.Malicious = gdpr.Yes
		}
		s, err := f.Score()
		require.NoError(t, err)
		least, most := Quarters(99), Quarters(0)
		fill(f, func(g Factors) {
			full, err := g.Score()
			require.NoError(t, err)
			require.True(t, full.Total.Known())
			least, most = min(least, full.Total.Low), max(most, full.Total.Low)
		})
		require.Equal(t, Range{Low: least, High: most}, s.Total, "%+v", f)
	}
}

func TestScoreErrors(t *testing.T) {
	for _, c := range []struct {
		f     Factors
		field string
		fault gdpr.Fault
	}{
		{Factors{Contexts: []Context{{Category: SimpleData, Step: 4}}}, "contexts[0].step", gdpr.FaultRange},
		{Factors{Contexts: []Context{{Category: SimpleData, Step: -1}}}, "contexts[0].step", gdpr.FaultRange},
		{Factors{Contexts: []Context{{Category: SensitiveData}, {Category: SensitiveData, Step: 1}}}, "contexts[1].step", gdpr.FaultRange},
		{Factors{Contexts: []Context{{Step: 1}}}, "contexts[0].category", gdpr.FaultMissing},
		{Factors{Contexts: []Context{{Category: 5}}}, "contexts[0].category", gdpr.FaultName},
		{Factors{Identification: 5}, "identification", gdpr.FaultName},
		{Factors{Confidentiality: 4}, "confidentiality", gdpr.FaultName},
		{Factors{Integrity: 4}, "integrity", gdpr.FaultName},
		{Factors{Availability: 4}, "availability", gdpr.FaultName},
	} {
		s, err := c.f.Score()
		var in *gdpr.InputError
		require.True(t, errors.As(err, &in), "%+v", c.f)
		require.Equal(t, c.field, in.Field)
		require.ErrorIs(t, err, c.fault)
		require.Zero(t, s)
	}
	_, err := Factors{Contexts: []Context{{Category: BehaviouralData, Step: 3}}}.Score()
	require.ErrorContains(t, err, "-1 - 2")
}

func TestStepsAreExplained(t *testing.T) {
	f := Factors{Contexts: []Context{{Category: SimpleData}, {Category: SensitiveData, Step: -3, Why: " "}}}
	fs := f.Check()
	require.True(t, fs.Has(CodeScoreUnexplained))
	require.Equal(t, "contexts[1].why", fs[0].Where)
	f.Contexts[1].Why = "certifies good health alone"
	require.Empty(t, f.Check())
}

func TestFactorsRoundTrip(t *testing.T) {
	f := Factors{Contexts: []Context{{Category: FinancialData, Step: 1, Why: "a year of payments"}}, Identification: Limited, Confidentiality: FullExtent, Malicious: gdpr.Yes, Over100: gdpr.No}
	text, err := json.Marshal(f)
	require.NoError(t, err)
	var back Factors
	require.NoError(t, gdpr.Decode(text, &back))
	require.Equal(t, f, back)
	s, err := f.Score()
	require.NoError(t, err)
	text, err = json.Marshal(s)
	require.NoError(t, err)
	var again Score
	require.NoError(t, gdpr.Decode(text, &again))
	require.Equal(t, s, again)
}

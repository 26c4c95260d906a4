package dpia

import (
	"encoding"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleenetest"
)

func decodeFacts(s string) (Facts, error) {
	var f Facts
	err := gdpr.Decode([]byte(s), &f)
	return f, err
}

func TestFactsAreStrict(t *testing.T) {
	f, err := decodeFacts(`{"scoring": true, "large_scale": false, "matching": null}`)
	require.NoError(t, err)
	require.Equal(t, Facts{Scoring: gdpr.Yes, LargeScale: gdpr.No}, f)

	_, err = decodeFacts(`{"scoring": true, "large-scale": true}`)
	require.ErrorIs(t, err, gdpr.FaultName)
	require.ErrorContains(t, err, "large-scale")
	for _, name := range names[:factCount] {
		require.ErrorContains(t, err, name)
	}
	for _, s := range []string{
		`{"Scoring": true}`,     // a name in another case is another name
		`{"public_task": true}`, // a condition of a relief is no fact
		`{"scoring": "yes"}`,
		`{"own": 1}`,
	} {
		_, err = decodeFacts(s)
		require.ErrorIs(t, err, gdpr.FaultName, s)
	}
	for _, s := range []string{``, `[]`, `{"scoring"`, `"scoring"`} {
		_, err = decodeFacts(s)
		require.ErrorIs(t, err, gdpr.FaultSyntax, s)
	}
}

func TestFactsRoundTrip(t *testing.T) {
	for seed := range uint64(50) {
		var f Facts
		kleenetest.Fill(&f, seed)
		data, err := json.Marshal(f)
		require.NoError(t, err)
		back, err := decodeFacts(string(data))
		require.NoError(t, err)
		require.Equal(t, f, back)
	}
}

type enumeration interface {
	encoding.TextMarshaler
	encoding.TextUnmarshaler
	String() string
}

type labelled interface{ Label(language.Tag) string }

func checkNames[T ~uint8](t *testing.T, first, last T, as func(*T) enumeration) {
	t.Helper()
	for v := first; v <= last; v++ {
		e := as(&v)
		word, err := e.MarshalText()
		require.NoError(t, err)
		require.Equal(t, e.String(), string(word))
		require.NotEmpty(t, word)
		var back T
		require.NoError(t, as(&back).UnmarshalText(word))
		require.Equal(t, v, back)
		l := e.(labelled)
		require.NotEmpty(t, l.Label(language.Italian))
		require.NotContains(t, l.Label(language.English), "dpia.")
		require.NotEqual(t, l.Label(language.Italian), l.Label(language.English))
	}
	beyond := last + 1
	_, err := as(&beyond).MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	require.Empty(t, as(&beyond).(labelled).Label(language.English))
	var v T
	err = as(&v).UnmarshalText([]byte("approved"))
	require.ErrorIs(t, err, gdpr.FaultName)
	require.ErrorContains(t, err, as(&last).String())
	require.NoError(t, as(&v).UnmarshalText(nil))
	require.Zero(t, v)
}

func TestEnumerations(t *testing.T) {
	checkNames(t, Undetermined, Required, func(v *Outcome) enumeration { return v })
	checkNames(t, ByTrigger, ByCriteria, func(v *Rule) enumeration { return v })
	checkNames(t, TriggerEvaluation, TriggerPublicArea, func(v *Trigger) enumeration { return v })
	checkNames(t, TypeEvaluation, TypeGenetic, func(v *Type) enumeration { return v })
	checkNames(t, IndexScoring, IndexInnovation, func(v *Index) enumeration { return v })
	checkNames(t, CriterionScoring, CriterionPreventsRight, func(v *Criterion) enumeration { return v })
	checkNames(t, Access, OtherRisk, func(v *Event) enumeration { return v })
	checkNames(t, Draft, TermExpired, func(v *State) enumeration { return v })
	for v := Negligible; v <= Maximum; v++ {
		require.NotEmpty(t, v.Label(language.Italian))
	}
}

// TestNoApproval: silence is no clearance, so no state is called one.
func TestNoApproval(t *testing.T) {
	for s := Draft; s <= TermExpired; s++ {
		require.NotContains(t, s.String(), "appro")
		require.NotContains(t, s.Label(language.Italian), "approva")
	}
}

func TestSets(t *testing.T) {
	s := setOf(CriterionScoring, CriterionPreventsRight)
	require.Equal(t, 2, s.Len())
	require.True(t, s.Has(CriterionPreventsRight))
	require.False(t, s.Has(CriterionMonitoring))
	require.False(t, s.Has(0))
	require.Zero(t, setOf[Criterion](0), "not given is no mark")
	for range s.All() {
		break
	}
	data, err := json.Marshal(s)
	require.NoError(t, err)
	require.JSONEq(t, `["scoring", "prevents_right"]`, string(data))
	var back Set[Criterion]
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, s, back)
	err = json.Unmarshal([]byte(`["transfers"]`), &back)
	require.ErrorIs(t, err, gdpr.FaultName)
	require.ErrorContains(t, err, "prevents_right")
	require.ErrorIs(t, json.Unmarshal([]byte(`"scoring"`), &back), gdpr.FaultSyntax)
	var empty Set[Type]
	data, err = json.Marshal(empty)
	require.NoError(t, err)
	require.Equal(t, "[]", string(data))
	types := setOf(TypeGenetic)
	data, err = json.Marshal(types)
	require.NoError(t, err)
	var types2 Set[Type]
	require.NoError(t, json.Unmarshal(data, &types2))
	require.Equal(t, types, types2)
}

func TestScreeningJSON(t *testing.T) {
	data, err := json.Marshal(required(t))
	require.NoError(t, err)
	require.JSONEq(t, `{"outcome":"required","rule":"trigger","triggers":["public_area"],"types":["monitoring"],
		"indices":["large_scale"],"indices_fused":["large_scale"],"criteria":["monitoring","large_scale"]}`, string(data))
	data, err = json.Marshal(mustScreen(t, Facts{CriminalData: gdpr.Yes, LargeScale: gdpr.No}))
	require.NoError(t, err)
	require.Contains(t, string(data), `"missing":["scoring",`)
}

func FuzzNames(f *testing.F) {
	f.Add("scoring")
	f.Add("required")
	f.Fuzz(func(t *testing.T, word string) {
		for _, e := range []enumeration{new(Outcome), new(Rule), new(Trigger), new(Type), new(Index), new(Criterion), new(Level), new(Event), new(State)} {
			if err := e.UnmarshalText([]byte(word)); err == nil && word != "" && e.String() != word {
				t.Fatalf("%q became %q", word, e)
			}
		}
	})
}

package dpia

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
	"github.com/b58db29f/gdpr/internal/kleenetest"
)

// slow is the screening written again, from the law and not from the code: one
// sentence of the law, one line.
type slow struct {
	outcome     Outcome
	rule        Rule
	triggers    []Trigger
	types       []Type
	six, fused  int
	nine        int
	bySix       Outcome // the regulation alone
	bySixFused  Outcome
	contradicts bool
}

func slowScreen(f *Facts, threshold int) slow {
	yes := func(a gdpr.Answer) bool { return a == gdpr.Yes }
	count := func(holds ...bool) (n int) {
		for _, h := range holds {
			if h {
				n++
			}
		}
		return n
	}
	var s slow
	quality := yes(f.AutomatedEvaluation) || yes(f.SystematicEvaluation) || yes(f.ExtensiveEvaluation) || yes(f.SignificantDecisions)
	s.contradicts = quality && !yes(f.Scoring) ||
		yes(f.PublicArea) && !yes(f.Monitoring) ||
		(yes(f.BiometricData) || yes(f.GeneticData)) && !yes(f.SpecialData) ||
		yes(f.RemoteControl) && !yes(f.Employees)

	sensitive := yes(f.SpecialData) || yes(f.CriminalData) || yes(f.HighlyPersonalData)
	weak := yes(f.Vulnerable) || yes(f.Employees)
	either := yes(f.NewTechnology) || yes(f.PreventsRight)
	both := yes(f.NewTechnology) && yes(f.PreventsRight)
	s.nine = count(yes(f.Scoring), yes(f.AutomatedDecision), yes(f.Monitoring), sensitive, yes(f.LargeScale),
		yes(f.Matching), weak, yes(f.NewTechnology), yes(f.PreventsRight))
	s.six = count(yes(f.Scoring), sensitive, yes(f.LargeScale), yes(f.Matching), weak, either)
	s.fused = count(yes(f.Scoring), sensitive, yes(f.LargeScale), yes(f.Matching), weak, both)

	if yes(f.Scoring) && yes(f.AutomatedEvaluation) && yes(f.SystematicEvaluation) && yes(f.SignificantDecisions) {
		s.triggers = append(s.triggers, TriggerEvaluation)
	}
	if yes(f.LargeScale) && (yes(f.SpecialData) || yes(f.CriminalData)) {
		s.triggers = append(s.triggers, TriggerSpecialData)
	}
	if yes(f.LargeScale) && yes(f.Monitoring) && yes(f.PublicArea) {
		s.triggers = append(s.triggers, TriggerPublicArea)
	}
	for i, holds := range []bool{
		yes(f.Scoring) && yes(f.LargeScale),
		yes(f.AutomatedDecision),
		yes(f.Monitoring),
		yes(f.HighlyPersonalData) && yes(f.LargeScale),
		yes(f.Employees) && yes(f.RemoteControl),
		yes(f.Vulnerable) && yes(f.LargeScale),
		yes(f.NewTechnology) && s.nine >= 2,
		yes(f.Exchange) && yes(f.LargeScale),
		yes(f.Matching),
		yes(f.Matching) && (yes(f.SpecialData) || yes(f.CriminalData)),
		yes(f.BiometricData) && yes(f.LargeScale),
		yes(f.GeneticData) && yes(f.LargeScale),
	} {
		if holds {
			s.types = append(s.types, Type(i+1))
		}
	}
	regulation := func(n int) Outcome {
		if len(s.triggers) > 0 || n >= threshold || yes(f.Own) {
			return Required
		}
		if n == 1 {
			return Discretionary
		}
		return NotRequired
	}
	s.bySix, s.bySixFused = regulation(s.six), regulation(s.fused)

	switch {
	case len(s.triggers) > 0:
		s.outcome, s.rule = Required, ByTrigger
	case len(s.types) > 0:
		s.outcome, s.rule = Required, ByType
	case yes(f.Own):
		s.outcome, s.rule = Required, ByOwn
	case s.six >= threshold:
		s.outcome, s.rule = Required, ByIndices
	case s.nine >= threshold:
		s.outcome = Required // by a rule of its own, if this could be reached
	case s.nine == 1:
		s.outcome, s.rule = Discretionary, ByDiscretion
	default:
		s.outcome, s.rule = NotRequired, ByNone
	}
	return s
}

func equalSet[M Mark](s Set[M], marks []M) bool { return s == setOf(marks...) }

// TestTruthTable goes through every combination of the facts.
func TestTruthTable(t *testing.T) {
	for _, threshold := range []int{1, legalThreshold} {
		t.Run(strconv.Itoa(threshold), func(t *testing.T) { truthTable(t, threshold) })
	}
}

func truthTable(t *testing.T, threshold int) {
	var f Facts
	all := kleenetest.All(&f)
	fields := reflect.ValueOf(&f).Elem()
	require.Len(t, all, factCount)
	policy := Policy{Threshold: threshold, Own: []gdpr.Text{{IT: "x", EN: "x"}}}
	contradictions := 0
	byScore := 0
	stride := 1
	if testing.Short() {
		stride = 61 // the race detector has nothing to find here, and takes minutes over it
	}
	for way := 0; way < 1<<factCount; way += stride {
		for i := range factCount {
			// By reflect.Value.SetUint: four million ways, in a second.
			fields.Field(i).SetUint(uint64(1 + way>>i&1))
		}
		want := slowScreen(&f, threshold)
		got, err := Screen(f, policy)
		if want.contradicts {
			contradictions++
			if threshold == legalThreshold && err == nil {
				t.Fatalf("no error for contradictory facts %+v", f)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%v for %+v", err, f)
		}
		switch {
		case got.Outcome != want.outcome, got.Rule != want.rule,
			got.Criteria().Len() != want.nine,
			got.Indices(Separate).Len() != want.six, got.Indices(Fused).Len() != want.fused,
			!equalSet(got.Triggers(), want.triggers), !equalSet(got.Types(), want.types),
			got.Regulation(Separate) != want.bySix, got.Regulation(Fused) != want.bySixFused:
			t.Fatalf("%+v\ngot %v by %v, want %+v", f, got.Outcome, got.Rule, want)
		case want.bySix > got.Outcome, want.bySixFused > want.bySix:
			t.Fatalf("the regulation is stricter than the outcome: %+v", f)
		}
		if want.rule == ByIndices {
			byScore++
		}
	}
	t.Logf("%d combinations, %d of them contradictory, %d decided by the score alone", 1<<factCount, contradictions, byScore)
	require.Positive(t, byScore)
}

// TestScoreMovesByOne: one fact moves each score by one at most, up or not at
// all, and no fact makes the outcome milder.
func TestScoreMovesByOne(t *testing.T) {
	for seed := range uint64(3000) {
		var f Facts
		kleenetest.Partial(&f, seed, int(seed%8))
		before, err := Screen(f, Policy{})
		if err != nil {
			continue
		}
		for i, fact := range kleenetest.All(&f) {
			was := reflect.ValueOf(f).Field(i).Interface().(gdpr.Answer)
			if was == gdpr.Yes {
				continue
			}
			fact.Set(gdpr.Yes)
			after, err := Screen(f, Policy{})
			fact.Set(was)
			if err != nil {
				continue
			}
			for _, step := range []int{
				after.Criteria().Len() - before.Criteria().Len(),
				after.Indices(Separate).Len() - before.Indices(Separate).Len(),
				after.Indices(Fused).Len() - before.Indices(Fused).Len(),
			} {
				require.Contains(t, []int{0, 1}, step, "%s in %+v", fact.Name, f)
			}
			if before.Outcome != Undetermined && after.Outcome != Undetermined {
				require.GreaterOrEqual(t, after.Outcome, before.Outcome, "%s in %+v", fact.Name, f)
			}
		}
	}
}

// TestShortcuts holds the fast conditions to the tables that they shorten, on
// facts that needn't be consistent.
func TestShortcuts(t *testing.T) {
	for held := range kleene.Set(1) << factCount {
		if triggered(held) != (marks(triggers[:], held) != 0) {
			t.Fatalf("triggers: %b", held)
		}
		// Biometric and genetic data are special data wherever they are known.
		if held&(1<<biometricData|1<<geneticData) != 0 && !held.Has(specialData) {
			continue
		}
		if listed(held) != (marks(types[:], held) != 0) {
			t.Fatalf("types: %b", held)
		}
	}
}

func TestNineCriteriaAndNoPseudoScore(t *testing.T) {
	var most Facts
	for _, fact := range kleenetest.All(&most) {
		fact.Set(gdpr.Yes)
	}
	most.Own = gdpr.Unknown
	s := mustScreen(t, most)
	require.Equal(t, 9, s.Criteria().Len())
	require.Equal(t, 6, s.Indices(Separate).Len())
	require.Equal(t, 6, s.Indices(Fused).Len())
	require.Equal(t, 12, s.Types().Len())
	require.Equal(t, 3, s.Triggers().Len())
}

// TestFactsAreAnswers: no text to guess from, no number to compare with an
// invented threshold, and no measure, can enter a screening.
func TestFactsAreAnswers(t *testing.T) {
	facts := reflect.TypeFor[Facts]()
	for i := range facts.NumField() {
		require.Equal(t, reflect.TypeFor[gdpr.Answer](), facts.Field(i).Type, facts.Field(i).Name)
		require.Equal(t, names[i], facts.Field(i).Tag.Get("json"))
	}
	require.Equal(t, factCount, facts.NumField())
}

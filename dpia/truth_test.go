package dpia

import (
	"flag"
	"fmt"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
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

func slowScreen(f *Facts, threshold int, regime gdpr.Regime) slow {
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
	quality := yes(f.AutomatedEvaluation) || yes(f.SystematicEvaluation) || yes(f.ExtensiveEvaluation) || yes(f.SignificantDecisions) ||
		yes(f.Profiling) || yes(f.Predicting)
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

	if yes(f.Scoring) && yes(f.AutomatedEvaluation) && yes(f.SystematicEvaluation) && yes(f.SignificantDecisions) &&
		(regime == gdpr.Template || yes(f.ExtensiveEvaluation)) {
		s.triggers = append(s.triggers, TriggerEvaluation)
	}
	if yes(f.LargeScale) && (yes(f.SpecialData) || yes(f.CriminalData)) {
		s.triggers = append(s.triggers, TriggerSpecialData)
	}
	if yes(f.LargeScale) && yes(f.Monitoring) && yes(f.PublicArea) {
		s.triggers = append(s.triggers, TriggerPublicArea)
	}
	for i, holds := range []bool{
		yes(f.Scoring) && yes(f.LargeScale) || yes(f.Profiling) || yes(f.Predicting),
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
		if holds && regime != gdpr.UnionLaw {
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
	if regime == gdpr.Template {
		s.bySix, s.bySixFused = regulation(s.six), regulation(s.fused)
	}

	switch {
	case len(s.triggers) > 0:
		s.outcome, s.rule = Required, ByTrigger
	case len(s.types) > 0:
		s.outcome, s.rule = Required, ByType
	case f.Whistleblowing && regime != gdpr.UnionLaw:
		s.outcome, s.rule = Required, ByStatute
	case yes(f.Own):
		s.outcome, s.rule = Required, ByOwn
	case regime == gdpr.Template && s.six >= threshold:
		s.outcome, s.rule = Required, ByIndices
	case regime != gdpr.Template && s.nine >= threshold:
		s.outcome, s.rule = Required, ByCriteria
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

var whole = flag.Bool("whole", false, "go through every combination of the facts, which takes minutes")

// TestTruthTable goes through the combinations of the facts, one in 41 unless
// the flag asks for all of them.
func TestTruthTable(t *testing.T) {
	for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		for _, threshold := range []int{1, legalThreshold} {
			t.Run(fmt.Sprint(regime, " ", threshold), func(t *testing.T) { truthTable(t, threshold, regime) })
		}
	}
}

func truthTable(t *testing.T, threshold int, regime gdpr.Regime) {
	var f Facts
	all := kleenetest.All(&f)
	fields := reflect.ValueOf(&f).Elem()
	require.Len(t, all, factCount)
	policy := Policy{Regime: regime, Threshold: threshold, Own: []gdpr.Text{{IT: "x", EN: "x"}}}
	contradictions := 0
	byScore := 0
	stride := 41
	switch {
	case *whole:
		stride = 1
	case testing.Short():
		stride = 1999 // the race detector has nothing to find here, and takes minutes over it
	case regime != gdpr.Template:
		stride = 211
	}
	for way := 0; way < 1<<factCount; way += stride {
		for i := range factCount {
			// By reflect.Value.SetUint: millions of ways, in seconds.
			fields.Field(i).SetUint(uint64(1 + way>>i&1))
		}
		f.Whistleblowing = way%5 == 4
		want := slowScreen(&f, threshold, regime)
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
		case want.bySix > got.Outcome, want.bySixFused > want.bySix && regime == gdpr.Template:
			t.Fatalf("the regulation is stricter than the outcome: %+v", f)
		}
		if want.rule == ByIndices || want.rule == ByCriteria {
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
	for i := range factCount {
		require.Equal(t, reflect.TypeFor[gdpr.Answer](), facts.Field(i).Type, facts.Field(i).Name)
		require.Equal(t, names[i], facts.Field(i).Tag.Get("json"))
	}
	require.Equal(t, factCount+2, facts.NumField())
	require.Equal(t, "Whistleblowing", facts.Field(factCount).Name)
	require.Equal(t, "On", facts.Field(factCount+1).Name)
}

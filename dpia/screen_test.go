package dpia

import (
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleenetest"
	"github.com/b58db29f/gdpr/roles"
)

func mustScreen(t testing.TB, f Facts) Screening {
	t.Helper()
	s, err := Screen(f, Policy{})
	require.NoError(t, err)
	return s
}

// none returns facts of which none holds.
func none() Facts {
	var f Facts
	for _, fact := range kleenetest.All(&f) {
		fact.Set(gdpr.No)
	}
	return f
}

// claimed are facts with the claims of relief, under test together.
type claimed struct {
	Facts   Facts         `json:"facts"`
	Law     LawAssessment `json:"law"`
	Similar Similar       `json:"similar"`
}

func decision(p Policy, law, similar bool, e *Exception) kleenetest.Decision[claimed, Outcome] {
	screen := func(c claimed) (Screening, error) {
		s, err := Screen(c.Facts, p)
		if law {
			s = s.AssessedByLaw(c.Law)
		}
		if similar {
			s = s.AssessedBefore(c.Similar)
		}
		if e != nil {
			s = s.Excepted(*e)
		}
		return s, err
	}
	return kleenetest.Decision[claimed, Outcome]{
		Decide: func(c claimed) (Outcome, bool, error) {
			s, err := screen(c)
			return s.Outcome, s.Outcome != Undetermined, err
		},
		Missing: func(c claimed) iter.Seq[gdpr.Question] {
			return func(yield func(gdpr.Question) bool) {
				s, _ := screen(c)
				for q := range s.Missing() {
					switch i := slices.Index(names[:], q.Field); {
					case i >= similarOperations:
						q.Field = "similar." + q.Field
					case i >= publicTask:
						q.Field = "law." + q.Field
					default:
						q.Field = "facts." + q.Field
					}
					if !yield(q) {
						return
					}
				}
			}
		},
	}
}

func TestKleene(t *testing.T) {
	policies := map[string]Policy{
		"regulation": {},
		"one index":  {Threshold: 1},
		"own":        {Own: []gdpr.Text{{IT: "dati di minori nelle scuole", EN: "pupils' data"}}},
	}
	sound := soundException()
	for name, p := range policies {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(600) {
				d := decision(p, seed&1 == 1, seed&2 == 2, nil)
				if seed%5 == 0 {
					d = decision(p, seed&1 == 1, seed&2 == 2, &sound)
				}
				var c claimed
				kleenetest.Partial(&c, seed, int(seed%10))
				d.Check(t, c)
				// Few facts hold: what random answers leave undecided seldom.
				c = claimed{Facts: none()}
				var sparse claimed
				kleenetest.Partial(&sparse, seed+1e6, 9)
				for i, f := range kleenetest.All(&c) {
					if open := kleenetest.All(&sparse)[i]; slices.ContainsFunc(kleenetest.Unknown(&sparse), func(u kleenetest.Fact) bool { return u.Name == open.Name }) {
						f.Set(gdpr.Unknown)
					} else if (seed*2654435761+uint64(i)*40503)>>7%9 == 0 {
						f.Set(gdpr.Yes)
					} else {
						f.Set(gdpr.No)
					}
				}
				d.Check(t, c)
			}
		})
	}
}

func soundException() Exception {
	return Exception{
		Reasons: "un solo professionista, pochi assistiti",
		Decided: day("2026-03-10"),
		Opinion: roles.Opinion{Asked: day("2026-03-02"), Given: day("2026-03-06"), Departed: gdpr.No},
	}
}

func TestScreenSteps(t *testing.T) {
	yes := func(set func(*Facts)) Facts {
		f := none()
		set(&f)
		return f
	}
	for _, c := range []struct {
		name    string
		facts   Facts
		policy  Policy
		outcome Outcome
		rule    Rule
	}{
		{"nothing", none(), Policy{}, NotRequired, ByNone},
		{"one criterion", yes(func(f *Facts) { f.Vulnerable = gdpr.Yes }), Policy{}, Discretionary, ByDiscretion},
		{"one criterion, stricter policy", yes(func(f *Facts) { f.Vulnerable = gdpr.Yes }), Policy{Threshold: 1}, Required, ByIndices},
		{"two indices", yes(func(f *Facts) { f.Vulnerable, f.CriminalData = gdpr.Yes, gdpr.Yes }), Policy{}, Required, ByIndices},
		{"staff and minors are one criterion", yes(func(f *Facts) { f.Vulnerable, f.Employees = gdpr.Yes, gdpr.Yes }), Policy{}, Discretionary, ByDiscretion},
		{"three kinds of sensitive data are one criterion", yes(func(f *Facts) {
			f.SpecialData, f.CriminalData, f.HighlyPersonalData = gdpr.Yes, gdpr.Yes, gdpr.Yes
		}), Policy{}, Discretionary, ByDiscretion},
		{"monitoring is listed", yes(func(f *Facts) { f.Monitoring = gdpr.Yes }), Policy{}, Required, ByType},
		{"large scale alone", yes(func(f *Facts) { f.LargeScale = gdpr.Yes }), Policy{}, Discretionary, ByDiscretion},
		{"a camera that watches few", yes(func(f *Facts) { f.Monitoring, f.PublicArea = gdpr.Yes, gdpr.Yes }), Policy{}, Required, ByType},
		{"cameras on the squares", yes(func(f *Facts) { f.Monitoring, f.PublicArea, f.LargeScale = gdpr.Yes, gdpr.Yes, gdpr.Yes }), Policy{}, Required, ByTrigger},
		{"biometric data on a small scale", yes(func(f *Facts) { f.SpecialData, f.BiometricData = gdpr.Yes, gdpr.Yes }), Policy{}, Discretionary, ByDiscretion},
		{"evaluation without extension, for the regulation", yes(func(f *Facts) {
			f.Scoring, f.AutomatedEvaluation, f.SystematicEvaluation, f.SignificantDecisions = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
		}), Policy{}, Required, ByTrigger},
		{"exchange on a large scale", yes(func(f *Facts) { f.Exchange, f.LargeScale = gdpr.Yes, gdpr.Yes }), Policy{}, Required, ByType},
		{"own criterion", yes(func(f *Facts) { f.Own = gdpr.Yes }), Policy{Own: []gdpr.Text{{IT: "a", EN: "a"}}}, Required, ByOwn},
		{"both halves of the sixth index", yes(func(f *Facts) { f.NewTechnology, f.PreventsRight = gdpr.Yes, gdpr.Yes }), Policy{}, Required, ByType},
		{"the other half of the sixth index, stricter policy", yes(func(f *Facts) { f.PreventsRight = gdpr.Yes }), Policy{Threshold: 1}, Required, ByIndices},
		{"nobody knows anything", Facts{}, Policy{}, Undetermined, 0},
		{"two of the design", Facts{Scoring: gdpr.Yes, LargeScale: gdpr.Yes}, Policy{}, Required, ByType},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Screen(c.facts, c.policy)
			require.NoError(t, err)
			require.Equal(t, c.outcome, s.Outcome)
			require.Equal(t, c.rule, s.Rule)
		})
	}
}

func TestContradictions(t *testing.T) {
	for _, c := range []struct {
		facts        Facts
		field, other string
	}{
		{Facts{BiometricData: gdpr.Yes, SpecialData: gdpr.No}, "biometric_data", "special_data: false"},
		{Facts{GeneticData: gdpr.Yes, SpecialData: gdpr.No, LargeScale: gdpr.Yes}, "genetic_data", "special_data: false"},
		{Facts{ExtensiveEvaluation: gdpr.Yes, Scoring: gdpr.No}, "extensive_evaluation", "scoring: false"},
		{Facts{PublicArea: gdpr.Yes, Monitoring: gdpr.No}, "public_area", "monitoring: false"},
		{Facts{RemoteControl: gdpr.Yes, Employees: gdpr.No}, "remote_control", "employees: false"},
		{Facts{Own: gdpr.Yes}, "own", "policy.own"},
	} {
		_, err := Screen(c.facts, Policy{})
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.ErrorIs(t, err, gdpr.FaultContradiction)
		require.Equal(t, c.field, in.Field)
		require.Equal(t, c.other, in.Other)
	}
	s := mustScreen(t, Facts{BiometricData: gdpr.Yes, LargeScale: gdpr.Yes})
	require.Equal(t, setOf(TriggerSpecialData), s.Triggers(), "biometric data are special data without saying so")
}

func TestPolicy(t *testing.T) {
	for _, p := range []Policy{{Threshold: -1}, {ReviewMonths: -1}, {ReviewMonths: 1201}} {
		_, err := Screen(Facts{}, p)
		require.ErrorIs(t, err, gdpr.FaultRange, "%+v", p)
		_, err = p.Check()
		require.ErrorIs(t, err, gdpr.FaultRange, "%+v", p)
	}
	_, err := Screen(Facts{}, Policy{ReviewMonths: -1})
	require.EqualError(t, err, `gdpr: policy.review_months: "-1": outside the allowed values (0-1200)`)
	one, err := Screen(Facts{}, Policy{Threshold: 2, ReviewMonths: 60})
	require.NoError(t, err)
	require.Equal(t, mustScreen(t, Facts{}), one)

	// A stricter policy never makes an outcome milder.
	for seed := range uint64(2000) {
		var f Facts
		kleenetest.Partial(&f, seed, int(seed%6))
		f.Own = gdpr.No
		usual, err := Screen(f, Policy{})
		if err != nil {
			continue
		}
		strict, err := Screen(f, Policy{Threshold: 1})
		require.NoError(t, err)
		if usual.Outcome != Undetermined && strict.Outcome != Undetermined {
			require.GreaterOrEqual(t, strict.Outcome, usual.Outcome)
		}
	}
}

func TestUnknownIsNotNo(t *testing.T) {
	f := none()
	f.LargeScale = gdpr.Unknown
	f.Scoring = gdpr.Yes
	s := mustScreen(t, f)
	require.Equal(t, Undetermined, s.Outcome)
	require.Equal(t, []gdpr.Question{{Field: "large_scale", Code: "dpia.screening.large_scale.ask"}}, slices.Collect(s.Missing()))
	require.Equal(t, Undetermined, s.Regulation(Separate))

	for range s.Missing() {
		break // a host may stop asking
	}
	f.LargeScale = gdpr.Answer(9) // no answer at all is an unknown one
	require.Equal(t, s, mustScreen(t, f))
}

func reasonCodes(s Screening) []string {
	var codes []string
	for r := range s.Reasons() {
		codes = append(codes, string(r.Code)+" "+string(r.Provision))
	}
	return codes
}

func TestReasons(t *testing.T) {
	biometric := none()
	biometric.SpecialData, biometric.BiometricData, biometric.LargeScale, biometric.Employees = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
	require.Equal(t, []string{
		"dpia.reason.special-data GDPR 35(3)(b)",
		"dpia.reason.biometric-data GDPR 35(3)(b)",
		"dpia.reason.one-trigger Regolamento 27(4)",
		"dpia.type.biometric Garante 467/2018 type 11",
		"dpia.index.sensitive_data Regolamento 27(5)",
		"dpia.index.large_scale Regolamento 27(5)",
		"dpia.index.vulnerable Regolamento 27(5)",
		"dpia.reason.indices Regolamento 27(5)",
		"dpia.criterion.sensitive_data WP248 criterion 4",
		"dpia.criterion.large_scale WP248 criterion 5",
		"dpia.criterion.vulnerable WP248 criterion 7",
		"dpia.reason.criteria WP248",
	}, reasonCodes(mustScreen(t, biometric)))

	staff := none()
	staff.Monitoring, staff.Employees = gdpr.Yes, gdpr.Yes
	require.Equal(t, []string{
		"dpia.type.monitoring Garante 467/2018 type 3",
		"dpia.index.vulnerable Regolamento 27(5)",
		"dpia.criterion.monitoring WP248 criterion 3",
		"dpia.criterion.vulnerable WP248 criterion 7",
		"dpia.reason.criteria WP248",
		"dpia.reason.stricter GDPR 35(1)",
	}, reasonCodes(mustScreen(t, staff)))

	chatbot := none()
	chatbot.NewTechnology, chatbot.HighlyPersonalData = gdpr.Yes, gdpr.Yes
	require.Equal(t, []string{
		"dpia.type.new_technology Garante 467/2018 type 7",
		"dpia.index.sensitive_data Regolamento 27(5)",
		"dpia.index.innovation Regolamento 27(5)",
		"dpia.reason.indices Regolamento 27(5)",
		"dpia.criterion.sensitive_data WP248 criterion 4",
		"dpia.criterion.new_technology WP248 criterion 8",
		"dpia.reason.criteria WP248",
		"dpia.reason.sixth Regolamento 27(5)",
	}, reasonCodes(mustScreen(t, chatbot)))

	one := none()
	one.Vulnerable = gdpr.Yes
	require.Equal(t, []string{
		"dpia.index.vulnerable Regolamento 27(5)",
		"dpia.criterion.vulnerable WP248 criterion 7",
		"dpia.reason.discretion Regolamento 27(6)",
	}, reasonCodes(mustScreen(t, one)))

	unlikely := reasonCodes(mustScreen(t, none()))
	require.Equal(t, "dpia.reason.none GDPR 35(1)", unlikely[0])
	require.Equal(t, "dpia.reason.absent.scoring WP248 criterion 1", unlikely[1], "what carries a no is told")
	require.Len(t, unlikely, 10)
	require.Empty(t, reasonCodes(mustScreen(t, Facts{})))

	ownFacts := none()
	ownFacts.Own = gdpr.Yes
	s, err := Screen(ownFacts, Policy{Own: []gdpr.Text{{IT: "a", EN: "a"}}})
	require.NoError(t, err)
	require.Equal(t, []string{"dpia.reason.own Regolamento 27(6)"}, reasonCodes(s))
}

// TestReasonsStop: whoever stops listening hears no more, after any reason.
func TestReasonsStop(t *testing.T) {
	var f Facts
	for _, fact := range kleenetest.All(&f) {
		fact.Set(gdpr.Yes)
	}
	s, err := Screen(f, Policy{Own: []gdpr.Text{{IT: "a", EN: "a"}}})
	require.NoError(t, err)
	chatbot := none()
	chatbot.NewTechnology, chatbot.PreventsRight, chatbot.Employees = gdpr.Yes, gdpr.Yes, gdpr.Yes
	staff := none()
	staff.Monitoring, staff.NewTechnology = gdpr.Yes, gdpr.Yes
	e := soundException()
	for _, s := range []Screening{
		s, s.Excepted(e), mustScreen(t, chatbot), mustScreen(t, chatbot).Excepted(e),
		mustScreen(t, staff), mustScreen(t, staff).Excepted(e), mustScreen(t, none()),
	} {
		all := len(reasonCodes(s))
		for stop := 1; stop <= all; stop++ {
			heard := 0
			for range s.Reasons() {
				heard++
				if heard == stop {
					break
				}
			}
			require.Equal(t, stop, heard)
		}
	}
}

func TestScreenAllocatesNothing(t *testing.T) {
	f := Facts{Scoring: gdpr.Yes, Vulnerable: gdpr.Yes}
	p := Policy{Own: []gdpr.Text{{IT: "a", EN: "a"}}}
	require.Zero(t, testing.AllocsPerRun(200, func() {
		s, _ := Screen(f, p)
		s = s.AssessedByLaw(LawAssessment{}).AssessedBefore(Similar{})
		sinkScreening = s
		sinkLen = s.Indices(Fused).Len() + s.Criteria().Len() + s.Types().Len() + s.Triggers().Len() + int(s.Regulation(Fused))
	}))
}

func TestMissingAllocatesNothing(t *testing.T) {
	s, err := Screen(Facts{Vulnerable: gdpr.Yes}, Policy{Own: []gdpr.Text{{IT: "a", EN: "a"}}})
	require.NoError(t, err)
	s = s.AssessedByLaw(LawAssessment{}).AssessedBefore(Similar{})
	require.Zero(t, testing.AllocsPerRun(200, func() {
		for range s.Missing() {
			sinkLen++
		}
	}))
	require.NotZero(t, sinkLen)
}

// A figure that the body chose is no error: a finding, where it asks less than the
// law, which binds all the same.
func TestPolicyFigures(t *testing.T) {
	for _, c := range []struct {
		policy Policy
		want   []string
	}{
		{Policy{}, nil},
		{Policy{Threshold: 1, ReviewMonths: 6}, nil},
		{Policy{Threshold: 2, ReviewMonths: 60}, nil},
		{Policy{Threshold: 3}, []string{"warning dpia.policy.threshold threshold WP248 Regolamento 27(5)"}},
		{Policy{Regime: gdpr.UnionLaw, Threshold: 300}, []string{"warning dpia.policy.threshold threshold WP248"}},
		{Policy{ReviewMonths: 61}, []string{"advice dpia.policy.review review_months WP248"}},
		{Policy{Regime: gdpr.PublicLaw, Threshold: 9, ReviewMonths: 1200}, []string{"warning dpia.policy.threshold threshold WP248", "advice dpia.policy.review review_months WP248"}},
	} {
		fs, err := c.policy.Check()
		require.NoError(t, err)
		var got []string
		for _, f := range fs {
			line := f.Severity.String() + " " + string(f.Code) + " " + f.Where
			for _, p := range f.Provisions {
				line += " " + string(p)
			}
			got = append(got, line)
		}
		require.Equal(t, c.want, got, "%+v", c.policy)
	}
	fs, err := Policy{Threshold: 3}.Check()
	require.NoError(t, err)
	require.Equal(t, "per la valutazione d'impatto l'ente richiede 3 criteri: ne bastano 2, che vincolano comunque", fs[0].Message(language.Italian))

	two := Facts{Matching: gdpr.Yes, Vulnerable: gdpr.Yes}
	usual, err := Screen(two, Policy{Regime: gdpr.UnionLaw})
	require.NoError(t, err)
	mild, err := Screen(two, Policy{Regime: gdpr.UnionLaw, Threshold: 300})
	require.NoError(t, err)
	require.Equal(t, Required, usual.Outcome)
	require.Equal(t, usual, mild, "the two criteria bind")
}

func FuzzScreen(f *testing.F) {
	f.Add(uint64(1), uint8(0), uint8(0))
	f.Add(uint64(7), uint8(2), uint8(3))
	f.Fuzz(func(t *testing.T, seed uint64, threshold, relief uint8) {
		var c claimed
		kleenetest.Fill(&c, seed)
		p := Policy{Threshold: int(threshold)}
		s, err := Screen(c.Facts, p)
		if err != nil {
			if s != (Screening{}) {
				t.Fatalf("an error and a result: %v", err)
			}
			return
		}
		before := s
		if relief&1 != 0 {
			s = s.AssessedByLaw(c.Law)
		}
		if relief&2 != 0 {
			s = s.AssessedBefore(c.Similar)
		}
		if relief&4 != 0 {
			s = s.Excepted(soundException())
		}
		if s.Outcome > before.Outcome && before.Outcome != Undetermined {
			t.Fatalf("a relief made %v of %v", s.Outcome, before.Outcome)
		}
		missing := 0
		for q := range s.Missing() {
			missing++
			if !slices.Contains(names[:], q.Field) {
				t.Fatalf("no such fact: %s", q.Field)
			}
		}
		if (missing > 0) != (s.Outcome == Undetermined) || (s.Rule == 0) != (s.Outcome == Undetermined) {
			t.Fatalf("%v by %v with %d facts missing", s.Outcome, s.Rule, missing)
		}
		again, _ := Screen(c.Facts, p)
		if again != before {
			t.Fatal("not the same twice")
		}
	})
}

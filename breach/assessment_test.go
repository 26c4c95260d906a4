package breach_test

import (
	"encoding/json"
	"iter"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/internal/kleenetest"
)

func collect[T any](seq iter.Seq[T]) []T {
	var all []T
	for x := range seq {
		all = append(all, x)
	}
	return all
}

func codes(seq iter.Seq[gdpr.Reason]) []string {
	var all []string
	for r := range seq {
		all = append(all, string(r.Code))
	}
	return all
}

var assessment = kleenetest.Decision[Facts, Level]{
	Decide: func(f Facts) (Level, bool, error) {
		a := f.Assess()
		return a.Level, a.Level != Undetermined, f.Check()
	},
	Missing: func(f Facts) iter.Seq[gdpr.Question] { return f.Assess().Missing() },
}

// Filling the unknown facts in every way keeps what is decided, gives two
// levels at least to what isn't, and shows that what is missing is just what
// could change it. Random facts are seldom near an edge, so most partial facts
// come from the official cases, with some facts changed and some unknown.
func TestAssessmentIsExact(t *testing.T) {
	undetermined := 0
	check := func(f Facts) {
		assessment.Check(t, f)
		if f.Assess().Level == Undetermined {
			undetermined++
		}
	}
	for seed := range uint64(500) {
		var f Facts
		kleenetest.Partial(&f, seed, int(seed%10))
		check(f)
	}
	for i, c := range officialCases {
		for round := range 40 {
			f := c.facts
			facts := kleenetest.All(&f)
			for k := range round % 3 {
				facts[(i*5+round*13+k*7)%len(facts)].Set(gdpr.Is(round%2 == 0))
			}
			for k := range 8 {
				facts[(i*7+round*11+k*k*3+k)%len(facts)].Set(gdpr.Unknown)
			}
			if len(kleenetest.Unknown(&f)) <= 11 {
				check(f)
			}
		}
	}
	require.Greater(t, undetermined, 400, "too few cases near an edge")
}

// More of what speaks for a risk never lowers the level.
func TestAssessmentIsMonotone(t *testing.T) {
	raises := map[string]bool{"excluded": false, "encrypted": false, "key_safe": false, "public": false, "slight": false, "trusted": false, "recovered": false, "backup": false, "in_time": false}
	for seed := range uint64(3000) {
		var f Facts
		kleenetest.Partial(&f, seed, 0)
		if seed%2 == 0 {
			f = officialCases[seed%uint64(len(officialCases))].facts
			kleenetest.All(&f)[seed%31].Set(gdpr.Is(seed%4 == 0))
			for _, unknown := range kleenetest.Unknown(&f) {
				unknown.Set(gdpr.No)
			}
		}
		level := f.Assess().Level
		for i, fact := range kleenetest.All(&f) {
			g := f
			down, ok := raises[fact.Name]
			kleenetest.All(&g)[i].Set(gdpr.Is(!ok || down))
			require.GreaterOrEqual(t, g.Assess().Level, level, "%s in %+v", fact.Name, f)
		}
	}
}

func TestNothingKnown(t *testing.T) {
	a := Facts{}.Assess()
	require.Equal(t, Undetermined, a.Level)
	require.Equal(t, gdpr.Unknown, a.Notify())
	require.Equal(t, gdpr.Unknown, a.Document())
	require.Len(t, collect(a.Missing()), len(kleenetest.All(&Facts{})), "every fact counts")
	require.Equal(t, []string{"breach.reason.level-undetermined"}, codes(a.Reasons()))
	require.Zero(t, a.Acts())
	require.Equal(t, Assessment{}, a)
}

// The questions name the facts by their paths in JSON, each once, in the order
// of the fields.
func TestQuestionsNameTheFacts(t *testing.T) {
	questions := collect(Facts{}.Assess().Missing())
	asked := map[string]bool{}
	for _, q := range questions {
		require.False(t, asked[q.Field])
		asked[q.Field] = true
	}
	for _, f := range kleenetest.All(&Facts{}) {
		require.True(t, asked[f.Name], f.Name)
	}
}

func TestNotABreach(t *testing.T) {
	for code, f := range map[string]Facts{
		"breach.reason.no-personal-data": {PersonalData: gdpr.No, Disclosure: gdpr.Yes},
		"breach.reason.no-failure":       {Security: gdpr.No, Loss: gdpr.Yes},
		"breach.reason.no-act":           {PersonalData: gdpr.Yes, Security: gdpr.Yes, Destruction: gdpr.No, Loss: gdpr.No, Alteration: gdpr.No, Disclosure: gdpr.No, Access: gdpr.No},
	} {
		a := f.Assess()
		require.Equal(t, NotABreach, a.Level)
		require.Equal(t, gdpr.No, a.Notify())
		require.Equal(t, gdpr.No, a.Document())
		require.Equal(t, []string{code, "breach.reason.level-none"}, codes(a.Reasons()))
		require.Empty(t, collect(a.Missing()))
	}
}

// A breach whose risk is unlikely isn't notified, but goes into the register
// with the reason.
func TestUnlikelyIsDocumented(t *testing.T) {
	a := told(func(f *Facts) { yes(&f.Disclosure, &f.Trusted, &f.Recovered, &f.Special) }).Assess()
	require.Equal(t, Unlikely, a.Level)
	require.Equal(t, gdpr.No, a.Notify())
	require.Equal(t, gdpr.Yes, a.Document())
	require.Equal(t, []string{"breach.reason.disclosure", "breach.reason.contained", "breach.reason.special", "breach.reason.current", "breach.reason.no-harm", "breach.reason.level-unlikely"}, codes(a.Reasons()))
}

// Each way to a level, from a misdirected message of plain data to one of a few
// persons in known hands, which is unlikely to bring a risk.
func TestLevels(t *testing.T) {
	for _, c := range []struct {
		why   string
		facts func(*Facts)
		level Level
	}{
		{"plain data, few persons, known hands", func(f *Facts) {}, Unlikely},
		{"many persons", func(f *Facts) { yes(&f.Many) }, Risk},
		{"children", func(f *Facts) { yes(&f.Minors) }, Risk},
		{"vulnerable persons", func(f *Facts) { yes(&f.Vulnerable) }, Risk},
		{"out of hand", func(f *Facts) { yes(&f.Spread) }, Risk},
		{"out of hand, given back by some, none trusted", func(f *Facts) { yes(&f.Spread, &f.Recovered) }, Risk},
		{"trusted, but not given back", func(f *Facts) { yes(&f.Many, &f.Trusted) }, Risk},
		{"trusted and given back", func(f *Facts) { yes(&f.Many, &f.Trusted, &f.Recovered) }, Unlikely},
		{"too long to tell", func(f *Facts) { yes(&f.Prolonged) }, Risk},
		{"too long, trusted and given back", func(f *Facts) { yes(&f.Prolonged, &f.Trusted, &f.Recovered) }, Unlikely},
		{"ill intent", func(f *Facts) { yes(&f.Hostile) }, Risk},
		{"ill intent, whoever else gave it back", func(f *Facts) { yes(&f.Hostile, &f.Trusted, &f.Recovered) }, Risk},
		{"harm done", func(f *Facts) { yes(&f.Harm) }, HighRisk},
		{"harm done, though trusted and given back", func(f *Facts) { yes(&f.Harm, &f.Trusted, &f.Recovered) }, HighRisk},

		{"special data", func(f *Facts) { yes(&f.Special) }, HighRisk},
		{"special data in passing", func(f *Facts) { yes(&f.Special, &f.Slight) }, Unlikely},
		{"special data, trusted and given back", func(f *Facts) { yes(&f.Special, &f.Trusted, &f.Recovered) }, Unlikely},
		{"special data, out of date", func(f *Facts) { yes(&f.Special); no(&f.Current) }, HighRisk},
		{"special data of many, out of date, published", func(f *Facts) { yes(&f.Special, &f.Many, &f.Spread, &f.Minors); no(&f.Current) }, HighRisk},
		{"old secrets and ill intent", func(f *Facts) { yes(&f.Private, &f.Hostile); no(&f.Current) }, HighRisk},
		{"old identity data and ill intent", func(f *Facts) { yes(&f.Identity, &f.Hostile); no(&f.Current) }, HighRisk},
		{"judicial data", func(f *Facts) { yes(&f.Judicial) }, HighRisk},
		{"judicial data, out of date", func(f *Facts) { yes(&f.Judicial); no(&f.Current) }, HighRisk},
		{"financial data", func(f *Facts) { yes(&f.Financial) }, Risk},
		{"credentials", func(f *Facts) { yes(&f.Credentials) }, Risk},
		{"identity data", func(f *Facts) { yes(&f.Identity) }, Risk},
		{"location data", func(f *Facts) { yes(&f.Location) }, Risk},
		{"private life", func(f *Facts) { yes(&f.Private) }, Risk},
		{"private life of a child", func(f *Facts) { yes(&f.Private, &f.Minors) }, HighRisk},
		{"location of many", func(f *Facts) { yes(&f.Location, &f.Many) }, HighRisk},
		{"location of many, out of date", func(f *Facts) { yes(&f.Location, &f.Many); no(&f.Current) }, Risk},
		{"credentials and ill intent", func(f *Facts) { yes(&f.Credentials, &f.Hostile) }, HighRisk},
		{"expired cards and ill intent", func(f *Facts) { yes(&f.Financial, &f.Hostile); no(&f.Current) }, Risk},
		{"slight data and ill intent", func(f *Facts) { yes(&f.Financial, &f.Hostile, &f.Slight) }, Risk},
		{"identity and financial data", func(f *Facts) { yes(&f.Identity, &f.Financial) }, HighRisk},
		{"identity and credentials", func(f *Facts) { yes(&f.Identity, &f.Credentials) }, HighRisk},
		{"identity and location", func(f *Facts) { yes(&f.Identity, &f.Location) }, HighRisk},
		{"identity and private life", func(f *Facts) { yes(&f.Identity, &f.Private) }, HighRisk},
		{"identity and financial data, out of date", func(f *Facts) { yes(&f.Identity, &f.Financial); no(&f.Current) }, HighRisk},
		{"an income and a move in passing", func(f *Facts) { yes(&f.Location, &f.Financial, &f.Slight) }, Unlikely},
		{"financial data and private life", func(f *Facts) { yes(&f.Financial, &f.Private) }, Risk},

		{"evidence that nobody looked", func(f *Facts) { yes(&f.Special, &f.Hostile, &f.Excluded) }, Unlikely},
		{"unintelligible", func(f *Facts) { yes(&f.Special, &f.Hostile, &f.Encrypted, &f.KeySafe) }, Unlikely},
		{"encrypted, key known", func(f *Facts) { yes(&f.Special, &f.Hostile, &f.Encrypted) }, HighRisk},
		{"a key without encryption", func(f *Facts) { yes(&f.Special, &f.Hostile, &f.KeySafe) }, HighRisk},
		{"public before", func(f *Facts) { yes(&f.Private, &f.Spread, &f.Public) }, Unlikely},
		{"nobody can be identified", func(f *Facts) { yes(&f.Special, &f.Spread); no(&f.Identifiable) }, Unlikely},
	} {
		for _, act := range []string{"disclosure", "access"} {
			f := told(c.facts)
			if act == "disclosure" {
				yes(&f.Disclosure)
			} else {
				yes(&f.Access)
			}
			a := f.Assess()
			require.Equal(t, c.level, a.Level, "%s (%s)", c.why, act)
			require.Equal(t, Confidentiality, a.Acts().Kinds())
		}
	}
	for _, c := range []struct {
		why   string
		facts func(*Facts)
		level Level
	}{
		{"neither back nor in time", func(f *Facts) {}, Risk},
		{"back, but late", func(f *Facts) { yes(&f.Backup) }, Risk},
		{"in time, but not all", func(f *Facts) { yes(&f.InTime) }, Risk},
		{"back in time", func(f *Facts) { yes(&f.Backup, &f.InTime) }, Unlikely},
		{"back in time, but somebody suffered", func(f *Facts) { yes(&f.Backup, &f.InTime, &f.Harm) }, HighRisk},
		{"encryption doesn't help", func(f *Facts) { yes(&f.Encrypted, &f.KeySafe) }, Risk},
		{"nor that they were public, nor that nobody looked", func(f *Facts) { yes(&f.Public, &f.Excluded) }, Risk},
		{"special data of many that nobody saw", func(f *Facts) { yes(&f.Special, &f.Many, &f.Hostile) }, Risk},
		{"the same with harm", func(f *Facts) { yes(&f.Special, &f.Many, &f.Encrypted, &f.KeySafe, &f.Harm) }, HighRisk},
	} {
		for _, act := range []Acts{Destruction, Loss, Alteration} {
			f := told(c.facts)
			f.Destruction, f.Loss, f.Alteration = gdpr.Is(act == Destruction), gdpr.Is(act == Loss), gdpr.Is(act == Alteration)
			a := f.Assess()
			require.Equal(t, c.level, a.Level, "%s (%s)", c.why, act)
			require.Equal(t, act, a.Acts())
		}
	}
}

func TestReasons(t *testing.T) {
	f := told(func(f *Facts) {
		yes(&f.Loss, &f.Access, &f.Encrypted, &f.KeySafe, &f.Public, &f.Excluded)
		no(&f.Identifiable)
	})
	require.Equal(t, []string{
		"breach.reason.loss", "breach.reason.access", "breach.reason.excluded", "breach.reason.unintelligible", "breach.reason.public", "breach.reason.unidentifiable",
		"breach.reason.encryption-no-help", "breach.reason.no-backup", "breach.reason.not-in-time", "breach.reason.no-harm", "breach.reason.level-risk",
	}, codes(f.Assess().Reasons()))

	f = told(func(f *Facts) {
		yes(&f.Destruction, &f.Alteration, &f.Disclosure, &f.Special, &f.Judicial, &f.Financial, &f.Credentials, &f.Identity, &f.Location, &f.Private,
			&f.Many, &f.Vulnerable, &f.Minors, &f.Hostile, &f.Spread, &f.Prolonged, &f.Harm, &f.Backup, &f.InTime)
	})
	require.Equal(t, []string{
		"breach.reason.destruction", "breach.reason.alteration", "breach.reason.disclosure", "breach.reason.not-excluded", "breach.reason.not-encrypted", "breach.reason.not-trusted", "breach.reason.hostile",
		"breach.reason.special", "breach.reason.judicial", "breach.reason.financial", "breach.reason.credentials", "breach.reason.identity", "breach.reason.location", "breach.reason.private",
		"breach.reason.combined", "breach.reason.current", "breach.reason.spread", "breach.reason.many", "breach.reason.vulnerable", "breach.reason.minors", "breach.reason.prolonged",
		"breach.reason.restored", "breach.reason.harm", "breach.reason.level-high",
	}, codes(f.Assess().Reasons()))

	f = told(func(f *Facts) { yes(&f.Disclosure, &f.Financial, &f.Special, &f.Slight); no(&f.Current) })
	require.Equal(t, []string{"breach.reason.disclosure", "breach.reason.no-intent", "breach.reason.special", "breach.reason.financial", "breach.reason.slight", "breach.reason.known-recipients", "breach.reason.few", "breach.reason.no-weak-persons", "breach.reason.brief", "breach.reason.no-harm", "breach.reason.level-unlikely"}, codes(f.Assess().Reasons()))
	f = told(func(f *Facts) { yes(&f.Financial, &f.Disclosure, &f.Many); no(&f.Current) })
	require.Contains(t, codes(f.Assess().Reasons()), "breach.reason.outdated", "it keeps the risk from being high")
	f = told(func(f *Facts) { yes(&f.Special, &f.Disclosure, &f.Many); no(&f.Current) })
	require.NotContains(t, codes(f.Assess().Reasons()), "breach.reason.outdated", "it keeps nothing from being high")

	f = told(func(f *Facts) { yes(&f.Disclosure, &f.Financial); unknown(&f.Many) })
	require.Equal(t, []string{"breach.reason.disclosure", "breach.reason.not-excluded", "breach.reason.not-encrypted", "breach.reason.not-trusted", "breach.reason.financial", "breach.reason.current", "breach.reason.level-at-least-risk"}, codes(f.Assess().Reasons()))
	f = told(func(f *Facts) { yes(&f.Disclosure); unknown(&f.PersonalData); no(&f.Identifiable) })
	require.Equal(t, gdpr.No, f.Assess().Notify())
	require.Equal(t, gdpr.Unknown, f.Assess().Document())
	require.Equal(t, []string{"breach.reason.disclosure", "breach.reason.unidentifiable", "breach.reason.level-at-most-unlikely"}, codes(f.Assess().Reasons()))

	// Without the act, what would count for it is no reason; and a consumer may stop.
	f = told(func(f *Facts) { yes(&f.Loss, &f.Hostile, &f.Special, &f.Identity, &f.Financial, &f.Excluded) })
	require.Equal(t, []string{"breach.reason.loss", "breach.reason.no-backup", "breach.reason.not-in-time", "breach.reason.no-harm", "breach.reason.level-risk"}, codes(f.Assess().Reasons()))
	for range f.Assess().Reasons() {
		break
	}
	for range (Facts{}).Assess().Missing() {
		break
	}
}

// Every reason that can be given has its text, and its provision is canonical.
func TestEveryReasonReads(t *testing.T) {
	for seed := range uint64(300) {
		var f Facts
		kleenetest.Partial(&f, seed, int(seed%3))
		a := f.Assess()
		for r := range a.Reasons() {
			reads(t, r)
		}
		for q := range (Facts{}).Assess().Missing() {
			require.NotEqual(t, string(q.Code), q.Text(language.Italian))
		}
		for _, x := range []Exemptions{{}, {Ruling: MustTell}, {Ruling: NeedNotTell}, {Mitigated: gdpr.Yes}, {Disproportionate: gdpr.Yes, Mitigated: gdpr.No}} {
			tell := a.Tell(x)
			for r := range tell.Reasons() {
				reads(t, r)
			}
			for q := range tell.Missing() {
				require.NotEqual(t, string(q.Code), q.Text(language.Italian))
			}
		}
	}
}

func reads(t *testing.T, r gdpr.Reason) {
	t.Helper()
	require.NotEqual(t, string(r.Code), r.Text(language.Italian))
	require.NotEqual(t, r.Text(language.English), r.Text(language.Italian))
	_, err := gdpr.ParseProvision(string(r.Provision))
	require.NoError(t, err)
}

func TestFactsRoundTrip(t *testing.T) {
	for seed := range uint64(50) {
		var f Facts
		kleenetest.Partial(&f, seed, 7)
		text, err := json.Marshal(f)
		require.NoError(t, err)
		var back Facts
		require.NoError(t, gdpr.Decode(text, &back))
		require.Equal(t, f, back)
	}
	text, err := json.Marshal(Facts{}.Assess())
	require.NoError(t, err)
	require.JSONEq(t, `{"level":"undetermined"}`, string(text))
}

func TestUnauthorised(t *testing.T) {
	for _, c := range []struct{ authorised, within, want gdpr.Answer }{
		{gdpr.Yes, gdpr.Yes, gdpr.No},
		{gdpr.Yes, gdpr.No, gdpr.Yes},
		{gdpr.No, gdpr.Unknown, gdpr.Yes},
		{gdpr.Yes, gdpr.Unknown, gdpr.Unknown},
	} {
		require.Equal(t, c.want, Unauthorised(c.authorised, c.within))
	}
}

func TestKinds(t *testing.T) {
	for acts, kinds := range map[Acts]Kinds{
		0: 0, Destruction: Availability, Loss: Availability, Alteration: Integrity, Disclosure: Confidentiality, Access: Confidentiality,
		Loss | Access: Confidentiality | Availability, Destruction | Alteration | Disclosure: Confidentiality | Integrity | Availability,
	} {
		require.Equal(t, kinds, acts.Kinds(), acts)
	}
}

func FuzzAssess(f *testing.F) {
	f.Add(uint64(0))
	f.Add(uint64(1) << 40)
	f.Fuzz(func(t *testing.T, seed uint64) {
		var facts Facts
		kleenetest.Partial(&facts, seed, int(seed%8))
		assessment.Check(t, facts)
		a := facts.Assess()
		require.Equal(t, a, facts.Assess())
		if a.Level == HighRisk || a.Level == Risk {
			require.Equal(t, gdpr.Yes, a.Notify())
		}
		if a.Notify() == gdpr.Yes {
			require.Equal(t, gdpr.Yes, a.Document())
		}
		kleenetest.Fill(&facts, seed)
		a = facts.Assess()
		require.Equal(t, a.Level != Undetermined, len(collect(a.Missing())) == 0)
	})
}

func TestAssessAllocatesNothing(t *testing.T) {
	for _, c := range officialCases {
		f := c.facts
		require.Zero(t, testing.AllocsPerRun(20, func() {
			a := f.Assess()
			if a.Notify() == gdpr.Yes && a.Tell(Exemptions{}).Manner == Publicly {
				t.Error("not asked for")
			}
		}))
	}
}

func BenchmarkAssess(b *testing.B) {
	cases := map[string]Facts{"unlikely": officialCases[12].facts, "risk": officialCases[15].facts, "high": officialCases[13].facts, "nothing known": {}}
	for _, name := range []string{"unlikely", "risk", "high", "nothing known"} {
		f := cases[name]
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = f.Assess()
			}
		})
	}
}

func BenchmarkMissing(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		for range (Facts{}).Assess().Missing() {
		}
	}
}

func TestAssessmentAllocatesNothing(t *testing.T) {
	f := told(func(f *Facts) { yes(&f.Disclosure, &f.Financial); unknown(&f.Many, &f.Trusted) })
	asked := 0
	require.Zero(t, testing.AllocsPerRun(100, func() {
		a := f.Assess()
		for q := range a.Missing() {
			asked += len(q.Field)
		}
		for q := range a.Tell(Exemptions{}).Missing() {
			asked += len(q.Field)
		}
		if a.Notify() == gdpr.No {
			t.Error("not notified")
		}
	}))
	require.NotZero(t, asked)
}

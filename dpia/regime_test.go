package dpia

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
	"github.com/b58db29f/gdpr/internal/kleenetest"
)

var regimes = []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw}

// TestRegimeCites: whatever the facts, a screening gives no reason that doesn't
// bind the body.
func TestRegimeCites(t *testing.T) {
	for seed := range uint64(4000) {
		var f Facts
		kleenetest.Partial(&f, seed, int(seed%9))
		for _, regime := range regimes {
			s, err := Screen(f, Policy{Regime: regime, Own: []gdpr.Text{{IT: "x", EN: "x"}}, By: "Own 12(2)"})
			if err != nil {
				continue
			}
			for r := range s.Reasons() {
				require.True(t, regime.Binds(r.Provision), "%s under %s", r, regime)
			}
			if regime != gdpr.Template {
				require.Equal(t, Undetermined, s.Regulation(Separate))
				require.NotEqual(t, ByIndices, s.Rule)
			}
		}
	}
}

// TestRegimes: what the answer itself turns on.
func TestRegimes(t *testing.T) {
	evaluation := none()
	evaluation.Scoring, evaluation.AutomatedEvaluation, evaluation.SystematicEvaluation, evaluation.SignificantDecisions = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
	profiling := none()
	profiling.Scoring, profiling.Profiling = gdpr.Yes, gdpr.Yes
	channel := none()
	channel.Whistleblowing = true
	two := none()
	two.SpecialData, two.Vulnerable = gdpr.Yes, gdpr.Yes
	for name, c := range map[string]struct {
		f    Facts
		want string // rule by regime
	}{
		"an evaluation that isn't extensive: the template's trigger alone":  {evaluation, "trigger discretion discretion discretion"},
		"profiling without a large scale: the letter of the Garante's list": {profiling, "type type type discretion"},
		"the channel of whistleblowing: D.Lgs. 24/2023 13(6)":               {channel, "statute statute statute none"},
		"two criteria of WP248": {two, "indices criteria criteria criteria"},
		"nothing":               {none(), "none none none none"},
	} {
		var got []string
		for _, regime := range regimes {
			s, err := Screen(c.f, Policy{Regime: regime})
			require.NoError(t, err)
			got = append(got, s.Rule.String())
		}
		require.Equal(t, c.want, strings.Join(got, " "), name)
	}
}

// TestDay: the channel needs its assessment from 15 July 2023 on; a type more
// binds from its day and not before.
func TestDay(t *testing.T) {
	channel := none()
	channel.Whistleblowing = true
	for day, want := range map[date.Date]Outcome{date.New(2023, time.July, 14): NotRequired, date.New(2023, time.July, 15): Required, 0: Required} {
		channel.On = day
		s := mustScreen(t, channel)
		require.Equal(t, want, s.Outcome, day)
		told := slices.ContainsFunc(slices.Collect(s.Reasons()), func(r gdpr.Reason) bool { return r.Code == "dpia.reason.whistleblowing" })
		require.Equal(t, want == Required, told, day)
	}
	thirteenth := listedAs(TypeMatching, "matching", exchange)
	thirteenth.from = date.New(2027, time.June, 1)
	held := kleene.Of(exchange)
	table := quickly([]clause{thirteenth})
	require.False(t, table[gdpr.Template].holds(held, date.New(2027, time.May, 31)))
	require.True(t, table[gdpr.Template].holds(held, date.New(2027, time.June, 1)))
	require.False(t, table[gdpr.UnionLaw].holds(held, date.New(2027, time.June, 1)))
	for day := date.New(2018, time.May, 25); day <= date.New(2035, time.December, 31); day++ {
		require.Equal(t, 12, marks[Type](types, 1<<factCount-1, gdpr.Template, day).Len(), day)
	}
}

// TestReliefsStopAtOrders: GDPR 35(10) lifts the first seven paragraphs of its
// article, not what a statute or the body itself ordered.
func TestReliefsStopAtOrders(t *testing.T) {
	met := LawAssessment{PublicTask: gdpr.Yes, SpecificLaw: gdpr.Yes, AssessedWithLaw: gdpr.Yes}
	channel := none()
	channel.Whistleblowing, channel.Matching = true, gdpr.Yes
	s := mustScreen(t, channel).AssessedByLaw(met)
	require.Equal(t, Required, s.Outcome)
	require.Equal(t, ByStatute, s.Rule)

	ours := none()
	ours.Own, ours.Matching = gdpr.Yes, gdpr.Yes
	s, err := Screen(ours, Policy{Own: []gdpr.Text{{IT: "x", EN: "x"}}})
	require.NoError(t, err)
	s = s.AssessedByLaw(met).AssessedBefore(Similar{Operations: gdpr.Yes, Risks: gdpr.Yes})
	require.Equal(t, ByOwn, s.Rule)

	matching := none()
	matching.Matching = gdpr.Yes
	require.Equal(t, ByLaw, mustScreen(t, matching).AssessedByLaw(met).Rule)
}

// TestReliefByTheTemplate: nor do its words know the relief of GDPR 35(10), and the
// reasons say so wherever it would have an assessment made.
func TestReliefByTheTemplate(t *testing.T) {
	met := LawAssessment{PublicTask: gdpr.Yes, SpecificLaw: gdpr.Yes, AssessedWithLaw: gdpr.Yes}
	two, area, listed := none(), none(), none()
	two.SpecialData, two.Vulnerable = gdpr.Yes, gdpr.Yes
	area.Monitoring, area.LargeScale, area.PublicArea = gdpr.Yes, gdpr.Yes, gdpr.Yes
	listed.Matching = gdpr.Yes // of the Garante's list, and one index alone
	for _, regime := range regimes {
		for f, by := range map[Facts]gdpr.Provision{two: "Regolamento 27(5)", area: "Regolamento 27(4)", listed: ""} {
			s, err := Screen(f, Policy{Regime: regime})
			require.NoError(t, err)
			s = s.AssessedByLaw(met)
			var said gdpr.Provision
			for r := range s.Reasons() {
				if r.Code == "dpia.reason.law-template" {
					said = r.Provision
				}
			}
			if regime != gdpr.Template {
				by = ""
			}
			if s.Rule == ByLaw {
				require.Equal(t, by, said, "%v %v", regime, f)
			}
		}
	}
}

// TestExceptionByTheTemplate: the six indices know no exception, and the reasons
// say so; under another regime there is nothing to say.
func TestExceptionByTheTemplate(t *testing.T) {
	two := none()
	two.SpecialData, two.Vulnerable = gdpr.Yes, gdpr.Yes
	for _, regime := range regimes {
		s, err := Screen(two, Policy{Regime: regime})
		require.NoError(t, err)
		require.Contains(t, reasonCodes(s), "dpia.reason.may-except WP248")
		s = s.Excepted(soundException())
		require.Equal(t, ByException, s.Rule)
		says := false
		for r := range s.Reasons() {
			says = says || r.Code == "dpia.reason.exception-template"
		}
		require.Equal(t, regime == gdpr.Template, says)
	}
}

// TestQuick holds the quick form to the tables, on facts of all kinds.
func TestQuick(t *testing.T) {
	on := gdpr.LawAsOf()
	for _, regime := range regimes {
		for way := kleene.Set(0); way < 1<<factCount; way += 997 {
			held := way
			for _, i := range implications {
				if held&i.parts != 0 {
					held |= 1 << i.whole
				}
			}
			if quickTriggers[regime].holds(held, on) != (marks[Trigger](triggers[:], held, regime, on) != 0) ||
				quickTypes[regime].holds(held, on) != (marks[Type](types, held, regime, on) != 0) {
				t.Fatalf("%s: %b", regime, held)
			}
		}
	}
}

func TestPolicyCheck(t *testing.T) {
	for _, c := range []struct {
		policy Policy
		fault  gdpr.Fault
	}{{Policy{Regime: 9}, gdpr.FaultName}, {Policy{Own: []gdpr.Text{{}}}, gdpr.FaultMissing}, {Policy{By: "GDPR 12("}, gdpr.FaultSyntax}} {
		fs, err := c.policy.Check()
		require.Nil(t, fs)
		require.ErrorIs(t, err, c.fault)
	}
	fs, err := Policy{By: "Own 12(2)", Own: []gdpr.Text{{IT: "a"}}}.Check()
	require.NoError(t, err)
	require.Empty(t, fs)
}

package rights_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// TestWithheld: the notice that a right is limited is left out where it would defeat
// the purpose of the limit (Codice 2-undecies(3); GDPR 23(2)(h); D.Lgs. 51/2018
// 14(2)): then nothing is late, and the reasons are kept.
func TestWithheld(t *testing.T) {
	limit := rights.Limit{Interest: rights.Whistleblower, Prejudice: yes, Proportionate: yes, Part: no, Passing: no, Defeats: yes}
	silent := rights.Request{Right: rights.ToAccess, Received: day("2026-09-01"),
		Refusal: rights.Refusal{Withheld: day("2026-09-20"), Ground: rights.ByLimit, Reasons: "l'istante è la persona segnalata", Limit: limit}}
	on := day("2026-12-01")
	check := func(r rights.Request, p rights.Policy) gdpr.Findings {
		t.Helper()
		fs, err := r.Check(on, p, gdpr.Italy())
		require.NoError(t, err)
		requireTold(t, fs)
		return fs
	}
	for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		require.Empty(t, check(silent, rights.Policy{Regime: regime}), regime)
	}
	line, err := silent.Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, rights.Refused, line.Status(on).State)
	line, err = silent.AsOf(day("2026-09-19")).Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, rights.Running, line.Status(day("2026-09-19")).State)

	for _, c := range []struct {
		name  string
		spoil func(*rights.Request)
		want  []found
	}{
		{"telling would harm nothing", func(r *rights.Request) { r.Refusal.Limit.Defeats = no }, []found{{rights.CodeRefusalWithheld, gdpr.Violation, "refusal.withheld"}}},
		{"nobody knows whether it would", func(r *rights.Request) { r.Refusal.Limit.Defeats = 0 }, []found{{rights.CodeRefusalWithheld, gdpr.Warning, "refusal.withheld"}}},
		{"no prejudice", func(r *rights.Request) { r.Refusal.Limit.Prejudice = no }, []found{{rights.CodeRefusalWithheld, gdpr.Violation, "refusal.withheld"}}},
		{"another ground", func(r *rights.Request) { r.Refusal.Ground = rights.TooMuch }, []found{{rights.CodeRefusalWithheld, gdpr.Violation, "refusal.withheld"}}},
		{"no reasons kept", func(r *rights.Request) { r.Refusal.Reasons = " " }, []found{{rights.CodeRefusalReasons, gdpr.Violation, "refusal.reasons"}}},
		{"which interest", func(r *rights.Request) { r.Refusal.Limit.Interest = 0 }, []found{{rights.CodeRefusalInterest, gdpr.Warning, "refusal.limit.interest"}}},
		{"decided too late", func(r *rights.Request) { r.Refusal.Withheld = day("2026-10-02") }, []found{{rights.CodeOverdue, gdpr.Violation, "replied"}}},
		{"the police, whatever the Codice says", func(r *rights.Request) {
			r.Police, r.Refusal.Limit.Interest = yes, 0
		}, nil},
		{"the police, and no law limits the right", func(r *rights.Request) { r.Police, r.Judicial, r.Refusal.Limit.Prejudice = yes, no, no }, []found{{rights.CodeRefusalWithheld, gdpr.Violation, "refusal.withheld"}}},
		{"the police, and it isn't proportionate", func(r *rights.Request) { r.Police, r.Judicial, r.Refusal.Limit.Proportionate = yes, no, no }, []found{{rights.CodeRefusalWithheld, gdpr.Violation, "refusal.withheld"}}},
		{"the police, perhaps in an investigation", func(r *rights.Request) { r.Police, r.Refusal.Limit.Prejudice = yes, no }, []found{{rights.CodeRefusalWithheld, gdpr.Warning, "refusal.withheld"}}},
		{"the police, in an investigation", func(r *rights.Request) { r.Police, r.Judicial, r.Refusal.Limit.Prejudice = yes, yes, no }, []found{{rights.CodePoliceProcedure, gdpr.Advice, "judicial"}}},
		{"the police, and nobody knows", func(r *rights.Request) { r.Police, r.Refusal.Limit.Proportionate = yes, 0 }, []found{{rights.CodeRefusalWithheld, gdpr.Warning, "refusal.withheld"}}},
		{"the police, and telling harms nothing", func(r *rights.Request) { r.Police, r.Judicial, r.Refusal.Limit.Defeats = yes, no, no }, []found{{rights.CodeRefusalWithheld, gdpr.Violation, "refusal.withheld"}}},
	} {
		r := silent
		c.spoil(&r)
		require.Equal(t, c.want, summary(check(r, rights.Policy{})), c.name)
	}

	told := silent // once the prejudice has ceased
	told.Refusal.Sent, told.Refusal.Complaint, told.Refusal.Court, told.Refusal.Garante = day("2026-11-20"), true, true, true
	require.Empty(t, check(told, rights.Policy{}), "fifty days after the term")
	line, err = told.Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, rights.Refused, line.Status(on).State)
	for _, defeats := range []gdpr.Answer{no, gdpr.Unknown} {
		told.Refusal.Limit.Defeats = defeats
		weight := gdpr.Violation
		if defeats == gdpr.Unknown {
			weight = gdpr.Warning
		}
		for _, f := range check(told, rights.Policy{}) {
			require.Equal(t, found{rights.CodeRefusalLate, weight, "refusal.sent"}, found{f.Code, f.Severity, f.Where})
		}
		require.NotEmpty(t, check(told, rights.Policy{}))
	}
	told.Refusal.Limit.Defeats = yes
	early := told.AsOf(day("2026-09-25"))
	require.Equal(t, day("2026-09-20"), early.Refusal.Withheld)
	require.Zero(t, early.Refusal.Sent)

	silent.Refusal.Withheld = day("2026-08-31")
	_, err = silent.Timeline(rights.Policy{}, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultOrder)
	silent.Refusal.Withheld, silent.End = day("2026-09-20"), rights.End{On: day("2026-09-21")}
	_, err = silent.Timeline(rights.Policy{}, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultContradiction)
}

// TestPutOff: a limit that is told in time delays the exercise of the right for the
// time in which that is necessary (Codice 2-undecies(3); GDPR 23(1)): the reply that
// comes when the inspection is over isn't late.
func TestPutOff(t *testing.T) {
	limit := rights.Limit{Interest: rights.Tax, Prejudice: yes, Proportionate: yes, Part: no, Passing: yes, Defeats: no}
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-09-01"), Replied: day("2026-12-10"), Identified: yes,
		Refusal: rights.Refusal{Sent: day("2026-09-20"), Ground: rights.ByLimit, Reasons: "è in corso un'ispezione", Complaint: true, Court: true, Garante: true, Limit: limit}}
	for _, c := range []struct {
		name   string
		change func(*rights.Request)
		weight gdpr.Severity // 0: nothing is late
		state  rights.State
	}{
		{"told in time", func(*rights.Request) {}, 0, rights.Answered},
		{"untold, which is lawful", func(r *rights.Request) {
			r.Refusal.Sent, r.Refusal.Withheld, r.Refusal.Limit.Defeats = 0, r.Refusal.Sent, yes
		}, 0, rights.Answered},
		{"untold, which isn't", func(r *rights.Request) { r.Refusal.Sent, r.Refusal.Withheld = 0, r.Refusal.Sent }, gdpr.Violation, rights.AnsweredLate},
		{"told too late", func(r *rights.Request) { r.Refusal.Sent = day("2026-10-02") }, gdpr.Violation, rights.AnsweredLate},
		{"no prejudice", func(r *rights.Request) { r.Refusal.Limit.Prejudice = no }, gdpr.Violation, rights.AnsweredLate},
		{"nobody knows", func(r *rights.Request) { r.Refusal.Limit.Proportionate = 0 }, gdpr.Warning, rights.AnsweredLate},
		{"a part could be given at once", func(r *rights.Request) { r.Refusal.Limit.Part = yes }, gdpr.Violation, rights.AnsweredLate},
		{"another ground", func(r *rights.Request) { r.Refusal.Ground = rights.TooMuch }, gdpr.Violation, rights.AnsweredLate},
	} {
		r := r
		c.change(&r)
		fs, err := r.Check(day("2026-12-11"), rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		requireTold(t, fs)
		weights := map[gdpr.Severity]bool{}
		for _, f := range fs {
			if f.Code == rights.CodeReplyLate {
				weights[f.Severity] = true
			}
		}
		require.Equal(t, c.weight != 0, weights[c.weight], c.name)
		require.LessOrEqual(t, len(weights), 1, c.name)
		line, err := r.Timeline(rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, c.state, line.Status(day("2026-12-11")).State, c.name)
		if c.state == rights.Answered {
			require.Empty(t, fs, c.name)
			require.Equal(t, rights.Refused, line.Status(day("2026-11-01")).State, c.name)
		}
	}
}

// TestPoliceLimit: for data of the police a limit rests on a law or a regulation, and
// is necessary and proportionate (D.Lgs. 51/2018 14(2)).
func TestPoliceLimit(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-09-01"), Police: yes, Judicial: no,
		Refusal: rights.Refusal{Sent: day("2026-09-20"), Ground: rights.ByLimit, Reasons: "indagini in corso", Complaint: true, Garante: true,
			Limit: rights.Limit{Prejudice: yes, Proportionate: yes}}}
	for weight, change := range map[gdpr.Severity]func(*rights.Limit){
		0:              func(*rights.Limit) {},
		gdpr.Violation: func(l *rights.Limit) { l.Proportionate = no },
		gdpr.Warning:   func(l *rights.Limit) { l.Prejudice = gdpr.Unknown },
	} {
		r := r
		change(&r.Refusal.Limit)
		fs, err := r.Check(day("2026-09-21"), rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		requireTold(t, fs)
		if weight == 0 {
			require.Empty(t, fs)
			continue
		}
		require.Equal(t, []found{{rights.CodeRefusalLimit, weight, "refusal.limit"}}, summary(fs))
		require.Equal(t, []gdpr.Provision{"D.Lgs. 51/2018 14(2)"}, fs[0].Provisions)
	}
}

// TestUntold: a limit lasts for the time in which it is necessary (Codice
// 2-undecies(3); GDPR 23(2)(h); D.Lgs. 51/2018 14(2)): one that was kept silent is told
// once the prejudice has ceased.
func TestUntold(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-09-01"),
		Refusal: rights.Refusal{Withheld: day("2026-09-20"), Ground: rights.ByLimit, Reasons: "è in corso un'ispezione",
			Limit: rights.Limit{Interest: rights.Tax, Prejudice: yes, Proportionate: yes, Part: no, Passing: yes, Defeats: yes}}}
	on := day("2026-12-01")
	for _, c := range []struct {
		police gdpr.Answer
		regime gdpr.Regime
		law    gdpr.Provision
	}{{no, gdpr.Template, "Codice 2-undecies(3)"}, {no, gdpr.UnionLaw, "GDPR 23(2)"}, {yes, gdpr.Template, "D.Lgs. 51/2018 14(2)"}} {
		r.Police = c.police
		policy := rights.Policy{Regime: c.regime}
		fs, err := r.Check(on, policy, gdpr.Italy())
		require.NoError(t, err)
		requireTold(t, fs)
		if c.police == yes { // "slow" is judged up to the day of the decision
			require.Equal(t, []found{{rights.CodeRefusalCeased, gdpr.Advice, "refusal.sent"}}, summary(fs))
		}
		require.True(t, fs.Has(rights.CodeRefusalCeased))
		require.Len(t, fs, 1)
		require.Equal(t, []gdpr.Provision{c.law}, fs[0].Provisions)
		line, err := r.Timeline(policy, gdpr.Italy())
		require.NoError(t, err)
		letters := slices.Collect(r.Letters(line, on))
		for _, kind := range []rights.LetterKind{rights.Granted, rights.GrantedInPart, rights.Denied} {
			require.Contains(t, letters, kind)
		}
		require.NotContains(t, letters, rights.Acknowledgement)
		replied := r
		replied.Replied = on
		fs, err = replied.Check(on, policy, gdpr.Italy())
		require.NoError(t, err)
		require.False(t, fs.Has(rights.CodeRefusalCeased))
	}
}

// TestUnlawfulSilence: who keeps silent without a limit breaks the duty to tell (GDPR
// 12(4); D.Lgs. 51/2018 11 and 12), and the law of limits only where one was invoked.
func TestUnlawfulSilence(t *testing.T) {
	for _, c := range []struct {
		ground   rights.Ground
		interest rights.Interest
		police   gdpr.Answer
		right    rights.Right
		law      []gdpr.Provision
	}{
		{rights.TooMuch, 0, no, rights.ToAccess, []gdpr.Provision{"GDPR 12(4)"}},
		{rights.ByLimit, rights.Tax, no, rights.ToAccess, []gdpr.Provision{"GDPR 12(4)", "Codice 2-undecies(3)"}},
		{rights.ByLimit, rights.Parliament, no, rights.ToAccess, []gdpr.Provision{"GDPR 12(4)", "Codice 2-undecies(1)"}},
		{rights.TooMuch, 0, yes, rights.ToAccess, []gdpr.Provision{"D.Lgs. 51/2018 11"}},
		{rights.ByLimit, 0, yes, rights.ToErasure, []gdpr.Provision{"D.Lgs. 51/2018 12", "D.Lgs. 51/2018 14(2)"}},
	} {
		r := rights.Request{Right: c.right, Received: day("2026-09-01"), Police: c.police, Refusal: rights.Refusal{Withheld: day("2026-09-20"),
			Ground: c.ground, Reasons: "x", Limit: rights.Limit{Interest: c.interest, Prejudice: no, Proportionate: no, Passing: yes, Defeats: no}}}
		fs, err := r.Check(day("2026-09-21"), rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.Len(t, fs, 1)
		require.Equal(t, rights.CodeRefusalWithheld, fs[0].Code)
		require.Equal(t, c.law, fs[0].Provisions)
	}
}

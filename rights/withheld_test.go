package rights_test

import (
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
			r.Police, r.Refusal.Limit.Prejudice, r.Refusal.Limit.Interest = yes, 0, 0
		}, nil},
		{"the police, and telling harms nothing", func(r *rights.Request) { r.Police, r.Refusal.Limit.Defeats = yes, no }, []found{{rights.CodeRefusalWithheld, gdpr.Violation, "refusal.withheld"}}},
	} {
		r := silent
		c.spoil(&r)
		require.Equal(t, c.want, summary(check(r, rights.Policy{})), c.name)
	}

	told := silent // once the prejudice has ceased
	told.Refusal.Sent, told.Refusal.Complaint, told.Refusal.Court, told.Refusal.Garante = day("2026-10-01"), true, true, true
	require.Empty(t, check(told, rights.Policy{}))
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

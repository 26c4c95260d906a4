package breach_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
)

// Facts that can't be true together are an error, and are read as the stricter
// one says (GDPR 5(2) and recital 85: the controller shows that a risk is
// unlikely).
func TestContradictions(t *testing.T) {
	milder := []gdpr.Code{"breach.reason.excluded", "breach.reason.unintelligible", "breach.reason.public", "breach.reason.unidentifiable", "breach.reason.slight", "breach.reason.contained", "breach.reason.no-personal-data"}
	require.NoError(t, Facts{}.Check())
	for _, c := range officialCases {
		require.NoError(t, c.facts.Check(), c.title)
	}
	for _, c := range []struct {
		why          string
		facts        func(*Facts)
		field, value string
		other        string
		level        Level
	}{
		{"nobody read it, yet someone was harmed", func(f *Facts) { yes(&f.Disclosure, &f.Excluded, &f.Harm) }, "harm", "true", "excluded: true", HighRisk},
		{"unintelligible, yet someone was harmed", func(f *Facts) { yes(&f.Disclosure, &f.Encrypted, &f.KeySafe, &f.Harm) }, "harm", "true", "encrypted: true", HighRisk},
		{"public before, yet someone was harmed by it", func(f *Facts) { yes(&f.Disclosure, &f.Public, &f.Harm) }, "harm", "true", "public: true", HighRisk},
		{"nobody is meant, yet someone was harmed", func(f *Facts) { yes(&f.Disclosure, &f.Harm); no(&f.Identifiable) }, "harm", "true", "identifiable: false", HighRisk},
		{"nothing happened, yet someone was harmed", func(f *Facts) { yes(&f.Harm) }, "harm", "true", "disclosure: false", HighRisk},
		{"in passing, yet a password", func(f *Facts) { yes(&f.Disclosure, &f.Slight, &f.Credentials) }, "slight", "true", "credentials: true", Risk},
		{"in passing, yet an identity number", func(f *Facts) { yes(&f.Disclosure, &f.Slight, &f.Identity) }, "slight", "true", "identity: true", Risk},
		{"nobody can be told, yet a working password", func(f *Facts) { yes(&f.Disclosure, &f.Credentials, &f.Spread, &f.Many); no(&f.Identifiable) }, "identifiable", "false", "credentials: true", HighRisk},
		{"trusted, yet the public has it", func(f *Facts) { yes(&f.Disclosure, &f.Trusted, &f.Recovered, &f.Spread, &f.Special, &f.Many) }, "trusted", "true", "spread: true", HighRisk},
		{"trusted, yet ill-meaning", func(f *Facts) { yes(&f.Disclosure, &f.Trusted, &f.Recovered, &f.Hostile) }, "trusted", "true", "hostile: true", Risk},
		{"no persons, yet health data", func(f *Facts) {
			yes(&f.Disclosure, &f.Special, &f.Identity, &f.Harm)
			no(&f.PersonalData, &f.Identifiable)
		}, "personal_data", "false", "special: true", HighRisk},
	} {
		f := told(c.facts)
		err := f.Check()
		var in *gdpr.InputError
		require.True(t, errors.As(err, &in), c.why)
		require.ErrorIs(t, err, gdpr.FaultContradiction)
		require.Equal(t, []string{c.field, c.value, c.other}, []string{in.Field, in.Value, in.Other}, c.why)
		require.Equal(t, c.level, f.Assess().Level, c.why)
		require.NotEqual(t, gdpr.No, f.Assess().Document(), c.why)
		for r := range f.Assess().Reasons() {
			require.NotContains(t, milder, r.Code, "%s: a reason that another fact contradicts", c.why)
		}
		if f.Harm == gdpr.Yes && f.PersonalData == gdpr.Yes {
			require.Contains(t, reasonsOf(f.Assess()), gdpr.Reason{Code: "breach.reason.harm", Provision: "GDPR recital 85"}, c.why)
		}
	}
	require.NoError(t, told(func(f *Facts) { yes(&f.Access, &f.Credentials, &f.Encrypted, &f.KeySafe); no(&f.Identifiable) }).Check(), "hashed and salted (EDPB 01/2021 case 06)")
	require.NoError(t, told(func(f *Facts) { yes(&f.Loss, &f.Disclosure, &f.Excluded, &f.Harm) }).Check(), "the loss did it")
}

// Data that hurt though they are old are of high risk whatever their age: GDPR
// 34(1) knows no recency, and the regulation (39.1) can't lower it.
func TestRecencyLowersNothing(t *testing.T) {
	for name, sort := range map[string]func(*Facts){
		"special": func(f *Facts) { yes(&f.Special) }, "judicial": func(f *Facts) { yes(&f.Judicial) },
		"identity": func(f *Facts) { yes(&f.Identity) }, "private": func(f *Facts) { yes(&f.Private) },
	} {
		for _, current := range []gdpr.Answer{gdpr.Yes, gdpr.No, gdpr.Unknown} {
			f := told(func(f *Facts) { yes(&f.Disclosure, &f.Spread, &f.Many, &f.Minors); sort(f) })
			f.Current = current
			require.Equal(t, HighRisk, f.Assess().Level, "%s %s", name, current)
		}
	}
}

func reasonsOf(a Assessment) []gdpr.Reason { return slices.Collect(a.Reasons()) }

// Passwords that nobody could read name nobody: that the persons can't be identified
// contradicts nothing, and stays a ground (EDPB 01/2021 case 06).
func TestLockedPasswordsNameNobody(t *testing.T) {
	locked := told(func(f *Facts) { yes(&f.Access, &f.Credentials, &f.Encrypted, &f.KeySafe); no(&f.Identifiable) })
	require.Contains(t, codes(locked.Assess().Reasons()), "breach.reason.unidentifiable")
	open := locked
	open.Encrypted = gdpr.No
	require.NotContains(t, codes(open.Assess().Reasons()), "breach.reason.unidentifiable")
}

// Data that show in passing alone open nothing: once that is said nobody is asked
// for passwords and identity numbers.
func TestSlightDataOpenNothing(t *testing.T) {
	fields := func(f Facts) (all []string) {
		for q := range f.Assess().Missing() {
			all = append(all, q.Field)
		}
		return all
	}
	f := Facts{PersonalData: gdpr.Yes, Security: gdpr.Yes, Disclosure: gdpr.Yes}
	require.Subset(t, fields(f), []string{"credentials", "identity"})
	f.Slight = gdpr.Yes
	require.NotContains(t, fields(f), "credentials")
	require.NotContains(t, fields(f), "identity")
}

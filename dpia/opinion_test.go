package dpia

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// TestActOpinion: Codice 154(5) and (5-bis), D.L. 139/2021 9(7): forty-five days, one
// interruption and twenty days from the elements; thirty that nothing extends for
// the recovery plans.
func TestActOpinion(t *testing.T) {
	for _, c := range []struct {
		name string
		o    ActOpinion
		due  string
		law  gdpr.Provision
	}{
		{"forty-five days, to a Saturday", ActOpinion{Asked: day("2026-10-07")}, "2026-11-21", "Codice 154(5)"},
		{"off a Sunday", ActOpinion{Asked: day("2026-10-08")}, "2026-11-23", "Codice 154(5)"},
		{"interrupted", ActOpinion{Asked: day("2026-10-07"), Inquired: day("2026-10-20")}, "", ""},
		{"and answered", ActOpinion{Asked: day("2026-10-07"), Inquired: day("2026-10-20"), Got: day("2026-11-02")}, "2026-11-23", "Codice 154(5)"}, // 22 November is a Sunday
		{"on the last day", ActOpinion{Asked: day("2026-10-07"), Inquired: day("2026-11-21")}, "", ""},
		{"after the forty-five days", ActOpinion{Asked: day("2026-10-07"), Inquired: day("2026-11-22")}, "2026-11-21", "Codice 154(5)"},
		{"and answered", ActOpinion{Asked: day("2026-10-07"), Inquired: day("2026-11-22"), Got: day("2026-12-01")}, "2026-11-21", "Codice 154(5)"},
		{"the recovery plan", ActOpinion{Asked: day("2026-10-07"), Recovery: gdpr.Yes}, "2026-11-06", "D.L. 139/2021 9(7)"},
		{"which nothing interrupts", ActOpinion{Asked: day("2026-10-07"), Recovery: gdpr.Yes, Inquired: day("2026-10-20")}, "2026-11-06", "D.L. 139/2021 9(7)"},
		{"a firm", ActOpinion{Regime: gdpr.ItalianLaw, Asked: day("2026-10-07")}, "", ""},
	} {
		d, err := c.o.Term(gdpr.Italy())
		require.NoError(t, err, c.name)
		if c.due == "" {
			require.Zero(t, d, c.name)
			continue
		}
		require.Equal(t, c.due, d.Due.String(), c.name)
		require.Equal(t, c.law, d.Provision, c.name)
	}
	d, err := ActOpinion{Asked: day("2026-10-07"), Inquired: day("2026-10-07"), Got: day("2026-10-07"), Given: day("2026-10-07")}.Term(gdpr.Italy())
	require.NoError(t, err, "all on one day")
	require.Equal(t, "2026-10-27", d.Due.String(), "twenty days from the elements")
	for field, o := range map[string]ActOpinion{
		"asked":    {},
		"inquired": {Asked: day("2026-10-07"), Inquired: day("2026-10-06")},
		"got":      {Asked: day("2026-10-07"), Inquired: day("2026-10-08"), Got: day("2026-10-07")},
		"given":    {Asked: day("2026-10-07"), Given: day("2026-10-06")},
	} {
		_, err := o.Term(gdpr.Italy())
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, field, in.Field)
	}
	_, err = ActOpinion{Asked: day("2026-10-07"), Got: day("2026-10-08")}.Term(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultMissing)
	_, err = ActOpinion{Asked: day("9999-12-20")}.Term(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultRange)
}

// TestActOpinionDue: since 8 December 2021 only for acts that expressly rule how data
// are processed, or that let private parties do it (Codice 154(5-bis)).
func TestActOpinionDue(t *testing.T) {
	for _, c := range []struct {
		o    ActOpinion
		want gdpr.Answer
	}{
		{ActOpinion{}, gdpr.Unknown},
		{ActOpinion{Normative: gdpr.No, Rules: gdpr.Yes}, gdpr.No},
		{ActOpinion{Normative: gdpr.Yes, Rules: gdpr.Yes}, gdpr.Yes},
		{ActOpinion{Normative: gdpr.Yes, Rules: gdpr.No, Privates: gdpr.Yes}, gdpr.Yes},
		{ActOpinion{Normative: gdpr.Yes, Rules: gdpr.No, Privates: gdpr.No}, gdpr.No},
		{ActOpinion{Normative: gdpr.Yes, Rules: gdpr.No}, gdpr.Unknown},
		// GDPR 36(4): measures that relate to processing.
		{ActOpinion{Regime: gdpr.UnionLaw, Normative: gdpr.Yes, Rules: gdpr.No, Privates: gdpr.Yes}, gdpr.Yes},
		{ActOpinion{Regime: gdpr.UnionLaw, Normative: gdpr.Yes, Rules: gdpr.No, Privates: gdpr.No}, gdpr.Unknown},
		{ActOpinion{Regime: gdpr.UnionLaw, Normative: gdpr.No, Rules: gdpr.No, Privates: gdpr.No}, gdpr.No},
	} {
		require.Equal(t, c.want, c.o.Due(), c.o)
	}
}

// TestConsultationOn: GDPR 36(1): what isn't in place when the processing has begun
// mitigates nothing.
func TestConsultationOn(t *testing.T) {
	begins := day("2026-03-01")
	a := Assessment{Begins: begins, Risks: []Risk{{Before: Rating{Maximum, Maximum}, After: Rating{Negligible, Negligible},
		Measures: []Measure{{Severity: true, Likelihood: true, Due: begins}}}}}
	require.Equal(t, gdpr.No, a.Consultation())
	require.Equal(t, gdpr.No, a.ConsultationOn(begins-1))
	require.Equal(t, gdpr.Yes, a.ConsultationOn(begins))
	a.Risks[0].Measures[0].InPlace = true
	require.Equal(t, gdpr.No, a.ConsultationOn(begins+1))
	a.Begins = 0
	require.Equal(t, gdpr.No, a.ConsultationOn(begins))
	require.Equal(t, gdpr.Unknown, Assessment{}.ConsultationOn(begins))
}

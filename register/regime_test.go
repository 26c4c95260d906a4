package register_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// firm is the record of a private body that complies with the GDPR.
func firm(t testing.TB) register.Register {
	on := today(t)
	return register.Register{
		Controller: register.Party{Name: "Officine Rossi S.r.l.", Email: "privacy@rossi.example"},
		Created:    on - 100, Updated: on - 10, Dating: register.Dating{Date: on - 9, Means: "marca temporale"},
		Activities: []register.Activity{{
			ID: "clienti", Name: "Contatti commerciali", Office: "Vendite",
			Purposes: []register.Purpose{{Text: "proporre prodotti ai clienti", Basis: register.LegitimateInterests}},
			Subjects: []string{"clienti"}, Data: []register.Data{{Text: "recapiti", Kind: register.Ordinary}},
			Retention: register.Retention{Period: gdpr.Term{N: 2, Unit: gdpr.Years}, From: "ultimo ordine"},
			Disclosed: no, Abroad: no, Measures: []string{"cifratura"}, Reviewed: on - 10,
			Principles: register.Principles{Informed: yes, Accurate: yes, Necessary: yes, Anonymous: no, Secured: yes},
			Design:     register.Design{Designed: yes, Default: yes, Pseudonymised: yes, Minimised: yes, Preventive: yes, Trained: yes},
		}},
		Offices: []register.Office{{Name: "Vendite"}},
	}
}

// Whose law: a private body owes no officer by its nature and may have legitimate
// interests (GDPR 6(1), 37(1)(a)); nothing of another layer is asked or cited.
func TestRegimes(t *testing.T) {
	on := today(t)
	for _, g := range []gdpr.Regime{gdpr.ItalianLaw, gdpr.UnionLaw} {
		found, err := register.Policy{Regime: g}.Check(firm(t), on)
		require.NoError(t, err)
		for _, f := range found {
			require.Equal(t, register.CodeDPIAUndetermined, f.Code, "%v", f)
			require.Equal(t, gdpr.Advice, f.Severity)
		}
	}
	found, err := register.Policy{Regime: gdpr.PublicLaw}.Check(firm(t), on)
	require.NoError(t, err)
	require.Subset(t, lines(found), []string{
		"violation register.officer.name officer.name", "violation register.officer.contact officer",
		"violation register.purpose.interests activities[0].purposes[0].basis",
	})
	for g := gdpr.Template; g <= gdpr.UnionLaw; g++ {
		found, err := register.Policy{Regime: g}.Check(sample(t), on)
		require.NoError(t, err)
		for _, f := range found {
			for _, p := range f.Provisions {
				require.True(t, g.Binds(p), "%s under %s", p, g)
			}
		}
	}
	whole, err := register.Policy{Regime: gdpr.UnionLaw}.Check(clean(t), on)
	require.NoError(t, err)
	require.Empty(t, whole, "who complies with all complies with less")
}

// Care and claims: the template lists six conditions (10(1)), GDPR 9(2) has more.
func TestSpecialByRegime(t *testing.T) {
	care := register.Special{Care: yes, Secrecy: yes, Norm: register.Norm{Exists: yes}, Safeguards: yes, Garante: yes}
	health := register.KindSet(register.Health)
	require.Equal(t, register.Undetermined, care.Decide(health).Outcome, "listed or not, by the template")
	for _, g := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		care.Regime = g
		require.Equal(t, register.Allowed, care.Decide(health).Outcome)
	}
	claims := register.Special{Regime: gdpr.PublicLaw, Claims: yes, Safeguards: yes, Garante: yes}
	require.Equal(t, register.Allowed, claims.Decide(health).Outcome)
	interest := register.Special{Regime: gdpr.UnionLaw, Interest: yes, Norm: register.Norm{Exists: yes}, Safeguards: yes}
	require.Equal(t, register.Allowed, interest.Decide(health).Outcome, "the four things are the Codice's")
	interest.Regime = gdpr.ItalianLaw
	require.Equal(t, register.Undetermined, interest.Decide(health).Outcome)

	// What is settled isn't reported as open, even under the template.
	r := clean(t)
	for i := range r.Activities {
		if r.Activities[i].ID == "anagrafe" {
			r.Activities[i].Special = register.Special{Claims: yes, Safeguards: yes, Garante: yes}
		}
	}
	require.Empty(t, register.Check(r, today(t)))
}

// Art. 30 alone: nothing of the rest is asked.
func TestRecordAlone(t *testing.T) {
	on := today(t)
	found, err := register.Policy{Record: true}.Check(clean(t), on)
	require.NoError(t, err)
	require.Empty(t, found)
	bare := register.Register{
		Controller: register.Party{Name: "Comune di Roccasilvana", PEC: "a@pec.example"}, Officer: register.Party{Name: "Bianca Neri", PEC: "b@pec.example"},
		Processors: []register.Party{{ID: "p", Name: "Nuvola S.r.l."}}, Offices: []register.Office{{Name: "Anagrafe"}},
		Activities: []register.Activity{{ID: "a", Name: "Anagrafe", Office: "Anagrafe", Purposes: []register.Purpose{{Text: "tenuta dell'anagrafe"}}, Subjects: []string{"residenti"},
			Data: []register.Data{{Text: "salute", Kind: register.Health}}, Retention: register.Retention{Criterion: "permanente"}, Processors: []string{"p"}, Disclosed: no, Abroad: no, Measures: []string{"cifratura"}}},
	}
	found, err = register.Policy{Record: true}.Check(bare, on)
	require.NoError(t, err)
	require.Empty(t, found, "processors aren't denied by saying that the data go to nobody outside")
	bare.Activities[0].Subjects = nil
	found, err = register.Policy{Record: true}.Check(bare, on)
	require.NoError(t, err)
	require.Equal(t, []string{"violation register.subjects.missing activities[0].subjects"}, lines(found))
	full := register.Check(bare, on)
	require.Contains(t, lines(full), "advice register.dpia.undetermined activities[0].dpia.facts", "what no register holds is an advice")
	require.Contains(t, lines(full), "violation register.special.missing activities[0].special")
}

// A partial decision wants proof that it covers the recipient.
func TestPartialAdequacy(t *testing.T) {
	r := firm(t)
	r.Activities[0].Abroad, r.Activities[0].Transfers = yes, []register.Transfer{{Country: "US", Safeguard: register.Adequacy}}
	found, err := register.Policy{Regime: gdpr.UnionLaw}.Check(r, today(t))
	require.NoError(t, err)
	require.Contains(t, lines(found), "warning register.transfer.partial activities[0].transfers[0].safeguard")
	r.Activities[0].Transfers[0].Documents = "elenco dei certificati, consultato il 3 novembre 2026"
	found, err = register.Policy{Regime: gdpr.UnionLaw}.Check(r, today(t))
	require.NoError(t, err)
	require.NotContains(t, lines(found), "warning register.transfer.partial activities[0].transfers[0].safeguard")
}

// The decisions of adequacy by day.
func TestAdequate(t *testing.T) {
	for _, c := range []struct {
		country, on string
		want        gdpr.Answer
	}{
		{"CH", "2018-05-25", yes}, {"US", "2023-07-09", no}, {"US", "2023-07-10", gdpr.Unknown}, {"US", "2026-11-15", gdpr.Unknown},
		{"GB", "2021-06-27", no}, {"GB", "2021-06-28", yes}, {"GB", "2031-12-27", yes}, {"GB", "2031-12-28", no},
		{"BR", "2026-01-26", no}, {"BR", "2026-01-27", yes}, {"BR", "", yes}, {"RU", "", no}, {"SM", "", no}, {"VA", "", no}, {"", "", no}, {"CA", "", gdpr.Unknown},
	} {
		require.Equal(t, c.want, register.Adequate(c.country, day(t, c.on)), "%s %s", c.country, c.on)
	}
}

// Codice 2-ter(3): at least ten days before.
func TestDisseminateFrom(t *testing.T) {
	from, err := register.DisseminateFrom(day(t, "2026-11-02"))
	require.NoError(t, err)
	require.Equal(t, day(t, "2026-11-13"), from)
	for _, told := range []date.Date{0, day(t, "9989-12-31") + 1} {
		_, err = register.DisseminateFrom(told)
		require.ErrorIs(t, err, gdpr.FaultRange)
	}
	for _, told := range []date.Date{1, day(t, "9989-12-31")} {
		from, err := register.DisseminateFrom(told)
		require.NoError(t, err)
		require.Equal(t, told+11, from)
	}
}

// GDPR 9(2): letters a, c, e and f name no safeguards, and for h they are the
// secrecy of paragraph 3; Regolamento 10(2) wants them in every case.
func TestSafeguardsByRegime(t *testing.T) {
	kinds := register.KindSet(register.Politics)
	act := register.Norm{Exists: yes, Data: yes, Operations: yes, Reason: yes, Safeguards: yes}
	for name, c := range map[string]struct {
		special register.Special
		unsafe  register.Outcome // without the template and without safeguards
	}{
		"a": {register.Special{Consent: yes}, register.Allowed},
		"b": {register.Special{Employment: yes, Norm: act}, register.Undetermined},
		"c": {register.Special{Vital: yes, Incapable: yes}, register.Allowed},
		"e": {register.Special{Public: yes}, register.Allowed},
		"f": {register.Special{Claims: yes}, register.Allowed},
		"g": {register.Special{Interest: yes, Norm: act}, register.Undetermined},
		"h": {register.Special{Care: yes, Norm: act, Secrecy: yes}, register.Allowed},
		"i": {register.Special{PublicHealth: yes, Norm: act}, register.Undetermined},
		"j": {register.Special{Archiving: yes, Norm: act}, register.Undetermined},
	} {
		s := c.special
		s.Safeguards = no
		d := s.Decide(kinds)
		require.Equal(t, register.Forbidden, d.Outcome, "%s under the template", name)
		require.Equal(t, []gdpr.Reason{{Code: "register.special.unsafe", Provision: "Regolamento 10(2)"}}, slices.Collect(d.Reasons()))
		for _, g := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
			s.Regime = g
			require.Equal(t, c.unsafe, s.Decide(kinds).Outcome, "%s under %s", name, g)
		}
	}
	none := register.Special{
		Regime: gdpr.UnionLaw, Interest: no, Vital: no, Consent: no, Employment: no, Public: no, Archiving: no, Claims: no, Care: no, PublicHealth: no, Safeguards: no,
	}
	require.Equal(t, []gdpr.Reason{{Code: "register.special.unsafe", Provision: "GDPR 9(2)"}, {Code: "register.special.none", Provision: "GDPR 9(1)"}},
		slices.Collect(none.Decide(kinds).Reasons()), "without safeguards, and nothing else holds")
}

// GDPR 10 wants the control of a public authority, or a law with safeguards; the
// Codice, what the act tells; the template, safeguards beside.
func TestJudicialByRegime(t *testing.T) {
	kinds := register.KindSet(register.Criminal)
	control := register.Judicial{Control: yes, Authorised: no}
	act := control
	act.Norm = register.Norm{Exists: yes, Data: yes, Operations: yes, Reason: yes, Safeguards: yes}
	for g, want := range map[gdpr.Regime][2]register.Outcome{
		gdpr.Template:   {register.Undetermined, register.Undetermined},
		gdpr.PublicLaw:  {register.Undetermined, register.Allowed},
		gdpr.ItalianLaw: {register.Undetermined, register.Allowed},
		gdpr.UnionLaw:   {register.Allowed, register.Allowed},
	} {
		control.Regime, act.Regime = g, g
		require.Equal(t, want, [...]register.Outcome{control.Decide(kinds).Outcome, act.Decide(kinds).Outcome}, "%s", g)
	}
}

// What the template says alone isn't said to whom it doesn't bind; what general law
// says too is said by that law.
func TestReasonsByRegime(t *testing.T) {
	type decision interface {
		Reasons() iter.Seq[gdpr.Reason]
	}
	for g, want := range map[gdpr.Regime][]gdpr.Provision{
		gdpr.Template:   {"Regolamento 11(2)", "Regolamento 11(3)", "Regolamento 14(2)", "Regolamento 10(1)", "GDPR 10", "Codice 2-octies(1)"},
		gdpr.PublicLaw:  {"GDPR 5(1)(b)", "Codice 2-decies(1)", "L. 241/1990 24(7)", "GDPR 9(1)", "GDPR 10", "Codice 2-octies(1)"},
		gdpr.ItalianLaw: {"GDPR 5(1)(b)", "Codice 2-decies(1)", "", "GDPR 9(1)", "GDPR 10", "Codice 2-octies(1)"},
		gdpr.UnionLaw:   {"GDPR 5(1)(b)", "GDPR 5(1)(a)", "", "GDPR 9(1)", "GDPR 10", "GDPR 10"},
	} {
		var cited []gdpr.Provision
		for _, d := range []decision{
			register.Matching{Regime: g, Sensitive: no, Others: no}.Decide(),
			register.Use{Regime: g, Unlawful: yes, Trial: no}.Decide(),
			register.Disclosure{Regime: g, Own: yes}.Show(),
			register.Special{Regime: g}.Decide(0),
			register.Judicial{Regime: g}.Decide(0),
			register.Judicial{Regime: g, Authorised: yes, Safeguards: yes}.Decide(register.KindSet(register.Criminal)),
		} {
			for r := range d.Reasons() {
				cited = append(cited, r.Provision)
			}
		}
		require.Equal(t, want, cited, "%s", g)
	}
	free := register.Matching{Regime: gdpr.PublicLaw, Sensitive: no, Indispensable: no, Others: no}.Decide()
	require.Equal(t, register.Allowed, free.Outcome, "Regolamento 11(2) is the template's own")
	// Codice 2-ter(2) between controllers, 2-sexies(1) and 2-octies(1) for such data.
	for _, m := range []register.Matching{{Sensitive: yes, Others: no}, {Sensitive: no, Others: yes}, {Sensitive: no}, {}} {
		m.Regime = gdpr.PublicLaw
		d := m.Decide()
		require.Equal(t, register.Undetermined, d.Outcome, "%+v", m)
		require.Empty(t, slices.Collect(d.Reasons()), "%+v", m)
		require.Empty(t, fields(d), "%+v", m)
	}
	r := clean(t)
	r.Activities[0].Matching = register.Matching{Sensitive: yes, Indispensable: no, Reasons: no, Others: yes, Provided: no}
	found, err := register.Policy{Regime: gdpr.PublicLaw}.Check(r, today(t))
	require.NoError(t, err)
	require.NotContains(t, lines(found), "violation register.matching.forbidden activities[0].matching")
	require.NotContains(t, lines(found), "warning register.matching.undetermined activities[0].matching")
	require.Contains(t, lines(register.Check(r, today(t))), "violation register.matching.forbidden activities[0].matching")
}

// What a regime doesn't ask for decides nothing, whatever was said of it: the
// safeguards beside those of the act are the template's own, and what the act must
// tell is the Codice's.
func TestUnaskedFactsDecideNothing(t *testing.T) {
	j := register.Judicial{Control: gdpr.Yes, Norm: register.Norm{Exists: gdpr.Yes, Data: gdpr.Yes, Operations: gdpr.Yes, Reason: gdpr.Yes, Safeguards: gdpr.Yes}, Safeguards: gdpr.No}
	require.Equal(t, register.Forbidden, j.Decide(register.KindSet(register.Criminal)).Outcome)
	j.Regime = gdpr.PublicLaw
	require.Equal(t, register.Allowed, j.Decide(register.KindSet(register.Criminal)).Outcome)
	j.Regime, j.Norm, j.Control = gdpr.UnionLaw, register.Norm{Exists: gdpr.No, Reason: gdpr.No}, gdpr.Unknown
	d := j.Decide(register.KindSet(register.Criminal))
	require.Equal(t, register.Undetermined, d.Outcome)
	require.Equal(t, []string{"control", "authorised"}, fields(d))

	s := register.Special{Regime: gdpr.UnionLaw, Interest: gdpr.Yes, Norm: register.Norm{Data: gdpr.No}, Safeguards: gdpr.Yes}
	require.Contains(t, fields(s.Decide(register.KindSet(register.Health))), "norm.exists")
	s.Norm.Exists = gdpr.Yes
	require.Equal(t, register.Allowed, s.Decide(register.KindSet(register.Health)).Outcome)
}

package register_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/kleenetest"
	"github.com/b58db29f/gdpr/register"
)

const (
	yes = gdpr.Yes
	no  = gdpr.No
)

var fullNorm = register.Norm{Exists: yes, Data: yes, Operations: yes, Reason: yes, Safeguards: yes}

// decider makes a kleenetest decision of a decide function.
func decider[F any](decide func(F) register.Decision) kleenetest.Decision[F, register.Outcome] {
	return kleenetest.Decision[F, register.Outcome]{
		Decide: func(f F) (register.Outcome, bool, error) {
			d := decide(f)
			return d.Outcome, d.Outcome != register.Undetermined, nil
		},
		Missing: func(f F) iter.Seq[gdpr.Question] { return decide(f).Missing() },
	}
}

// checkAll holds a decision to its promise on many partial facts.
func checkAll[F any](t *testing.T, open int, rounds uint64, decide func(F) register.Decision) {
	t.Helper()
	d := decider(decide)
	for seed := range rounds {
		var f F
		kleenetest.Partial(&f, seed, open)
		d.Check(t, f)
		kleenetest.Fill(&f, seed*seed+17)
		if len(kleenetest.Unknown(&f)) <= open {
			d.Check(t, f)
		}
		// What a decision says, it says in both languages.
		for r := range decide(f).Reasons() {
			require.True(t, catalog.Has(string(r.Code)), r.Code)
			_, err := gdpr.ParseProvision(string(r.Provision))
			require.NoError(t, err)
		}
		for q := range decide(f).Missing() {
			require.True(t, catalog.Has(string(q.Code)), q.Code)
		}
	}
}

func TestDecisionsAreExact(t *testing.T) {
	for k := register.Ordinary; k <= register.Criminal; k++ {
		kinds := register.KindSet(k)
		checkAll(t, 10, 60, func(s register.Special) register.Decision { return s.Decide(kinds) })
		checkAll(t, 8, 300, func(j register.Judicial) register.Decision { return j.Decide(kinds) })
		checkAll(t, 4, 300, func(d register.Datum) register.Decision { d.Kind = k; return d.Publish() })
		checkAll(t, 5, 300, func(d register.Disclosure) register.Decision { d.Kind = k; return d.Show() })
	}
	checkAll(t, 5, 300, register.Matching.Decide)
	checkAll(t, 2, 50, register.Use.Decide)
}

func codes(d register.Decision) []gdpr.Code {
	var cs []gdpr.Code
	for r := range d.Reasons() {
		cs = append(cs, r.Code)
	}
	return cs
}

func fields(d register.Decision) []string {
	var fs []string
	for q := range d.Missing() {
		fs = append(fs, q.Field)
	}
	return fs
}

func TestSpecial(t *testing.T) {
	health, origin := register.KindSet(register.Ordinary, register.Health), register.KindSet(register.Origin)
	safe := func(s register.Special) register.Special {
		s.Safeguards, s.Garante = yes, yes
		return s
	}
	// Everything that isn't said is No.
	closed := func(s register.Special) register.Special {
		for _, f := range kleenetest.Unknown(&s) {
			f.Set(no)
		}
		return s
	}
	for _, c := range []struct {
		name    string
		facts   register.Special
		kinds   register.Kinds
		outcome register.Outcome
		reasons []gdpr.Code
	}{
		// Regolamento 10(1), its six conditions in their order.
		{"g: interest and norm", safe(register.Special{Interest: yes, Norm: fullNorm}), health, register.Allowed, []gdpr.Code{"register.condition.substantial_interest"}},
		{"c: vital interest", safe(register.Special{Vital: yes, Incapable: yes}), health, register.Allowed, []gdpr.Code{"register.condition.vital_interest"}},
		{"a: consent", safe(register.Special{Consent: yes}), health, register.Allowed, []gdpr.Code{"register.condition.explicit_consent"}},
		{"b: labour law", safe(register.Special{Employment: yes, Norm: register.Norm{Exists: yes}}), health, register.Allowed, []gdpr.Code{"register.condition.labour_law"}},
		{"e: manifestly public", safe(register.Special{Public: yes}), health, register.Allowed, []gdpr.Code{"register.condition.manifestly_public"}},
		{"j: archiving", safe(register.Special{Archiving: yes, Norm: register.Norm{Exists: yes}}), health, register.Allowed, []gdpr.Code{"register.condition.archiving"}},
		// What the GDPR has and the regulation leaves out.
		{"f: claims", closed(safe(register.Special{Claims: yes})), health, register.Unlisted, []gdpr.Code{"register.condition.legal_claims"}},
		{"h: care", closed(safe(register.Special{Care: yes, Secrecy: yes, Norm: register.Norm{Exists: yes}})), health, register.Unlisted, []gdpr.Code{"register.condition.care"}},
		{"i: public health", closed(safe(register.Special{PublicHealth: yes, Norm: register.Norm{Exists: yes}})), health, register.Unlisted, []gdpr.Code{"register.condition.public_health"}},
		// Not one of them.
		{"none", closed(safe(register.Special{})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"vital, but could consent", closed(safe(register.Special{Vital: yes})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"labour without law", closed(safe(register.Special{Employment: yes})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"archiving without law", closed(safe(register.Special{Archiving: yes})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"care without secrecy", closed(safe(register.Special{Care: yes, Norm: register.Norm{Exists: yes}})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"public health without law", closed(safe(register.Special{PublicHealth: yes})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		// Codice 2-sexies(1): the sector alone isn't enough.
		{"act without data", closed(safe(register.Special{Interest: yes, Norm: register.Norm{Exists: yes, Operations: yes, Reason: yes, Safeguards: yes}})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"act without operations", closed(safe(register.Special{Interest: yes, Norm: register.Norm{Exists: yes, Data: yes, Reason: yes, Safeguards: yes}})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"act without reason", closed(safe(register.Special{Interest: yes, Norm: register.Norm{Exists: yes, Data: yes, Operations: yes, Safeguards: yes}})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"act without safeguards", closed(safe(register.Special{Interest: yes, Norm: register.Norm{Exists: yes, Data: yes, Operations: yes, Reason: yes}})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		{"no act", closed(safe(register.Special{Interest: yes})), health, register.Forbidden, []gdpr.Code{"register.special.none"}},
		// Regolamento 10(2): safeguards in every case.
		{"unsafe", register.Special{Consent: yes, Safeguards: no, Garante: yes}, health, register.Forbidden, []gdpr.Code{"register.special.unsafe"}},
		// Codice 2-septies(1): for genetic, biometric and health data alone.
		{"Garante", register.Special{Consent: yes, Safeguards: yes, Garante: no}, health, register.Forbidden, []gdpr.Code{"register.special.garante"}},
		{"Garante, genetic", register.Special{Consent: yes, Safeguards: yes, Garante: no}, register.KindSet(register.Genetic), register.Forbidden, []gdpr.Code{"register.special.garante"}},
		{"Garante, biometric", register.Special{Consent: yes, Safeguards: yes, Garante: no}, register.KindSet(register.Biometric), register.Forbidden, []gdpr.Code{"register.special.garante"}},
		{"Garante, origin", register.Special{Consent: yes, Safeguards: yes, Garante: no}, origin, register.Allowed, []gdpr.Code{"register.condition.explicit_consent"}},
		// No special data.
		{"ordinary", register.Special{}, register.KindSet(register.Ordinary), register.Allowed, []gdpr.Code{"register.nothing.special"}},
		{"judicial isn't special", register.Special{}, register.KindSet(register.Criminal), register.Allowed, []gdpr.Code{"register.nothing.special"}},
		{"nothing known", register.Special{}, health, register.Undetermined, nil},
		{"consent, safeguards unknown", register.Special{Consent: yes}, origin, register.Undetermined, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.facts.Decide(c.kinds)
			require.Equal(t, c.outcome, d.Outcome)
			require.Equal(t, c.reasons, codes(d))
		})
	}
	require.Equal(t, []string{"safeguards"}, fields(register.Special{Consent: yes}.Decide(origin)))
	require.Equal(t, []string{"safeguards", "garante"}, fields(register.Special{Consent: yes}.Decide(health)))
}

func TestConditions(t *testing.T) {
	letters := map[register.Condition]gdpr.Provision{
		register.SubstantialInterest: "GDPR 9(2)(g)", register.VitalInterest: "GDPR 9(2)(c)", register.ExplicitConsent: "GDPR 9(2)(a)",
		register.LabourLaw: "GDPR 9(2)(b)", register.ManifestlyPublic: "GDPR 9(2)(e)", register.Archiving: "GDPR 9(2)(j)",
		register.LegalClaims: "GDPR 9(2)(f)", register.CareServices: "GDPR 9(2)(h)", register.PublicHealth: "GDPR 9(2)(i)",
	}
	for c, want := range letters {
		require.Equal(t, want, c.Provision(), c)
		require.Equal(t, c <= register.Archiving, c.Listed(), c)
	}
	require.Empty(t, register.Condition(0).Provision())
	require.Empty(t, register.Condition(10).Provision())
	require.False(t, register.Condition(0).Listed())

	all := register.Special{Interest: yes, Norm: fullNorm, Vital: yes, Incapable: yes, Consent: yes, Employment: yes, Public: yes, Archiving: yes, Claims: yes, Care: yes, Secrecy: yes, PublicHealth: yes}
	got := slices.Collect(all.Conditions())
	require.Equal(t, []register.Condition{1, 2, 3, 4, 5, 6, 7, 8, 9}, got)
	require.Equal(t, []register.Condition{register.ManifestlyPublic}, slices.Collect(register.Special{Public: yes, Safeguards: no}.Conditions()))
	require.Empty(t, slices.Collect(register.Special{}.Conditions()))
	for c := range all.Conditions() {
		require.Equal(t, register.SubstantialInterest, c)
		break
	}
}

func TestJudicial(t *testing.T) {
	convictions := register.KindSet(register.Criminal)
	for _, c := range []struct {
		name    string
		facts   register.Judicial
		kinds   register.Kinds
		outcome register.Outcome
		reasons []gdpr.Code
	}{
		{"authorised by law", register.Judicial{Authorised: yes, Safeguards: yes}, convictions, register.Allowed, []gdpr.Code{"register.judicial.authorised"}},
		{"control of an authority, by a full act", register.Judicial{Control: yes, Norm: fullNorm, Safeguards: yes}, convictions, register.Allowed, []gdpr.Code{"register.judicial.control"}},
		{"control of an authority, act silent on data", register.Judicial{Control: yes, Norm: register.Norm{Exists: yes, Data: no}, Authorised: no, Safeguards: yes}, convictions, register.Forbidden, []gdpr.Code{"register.judicial.none"}},
		{"neither", register.Judicial{Control: no, Authorised: no, Safeguards: yes}, convictions, register.Forbidden, []gdpr.Code{"register.judicial.none"}},
		{"unsafe", register.Judicial{Authorised: yes, Safeguards: no}, convictions, register.Forbidden, []gdpr.Code{"register.judicial.unsafe"}},
		{"unknown", register.Judicial{Control: yes}, convictions, register.Undetermined, nil},
		{"no judicial data", register.Judicial{}, register.KindSet(register.Health), register.Allowed, []gdpr.Code{"register.nothing.special"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.facts.Decide(c.kinds)
			require.Equal(t, c.outcome, d.Outcome)
			require.Equal(t, c.reasons, codes(d))
		})
	}
	require.Equal(t, []string{"authorised"}, fields(register.Judicial{Control: no, Safeguards: yes}.Decide(convictions)))
}

func TestMatching(t *testing.T) {
	for _, c := range []struct {
		name    string
		facts   register.Matching
		outcome register.Outcome
		reasons []gdpr.Code
	}{
		{"ordinary data", register.Matching{Sensitive: no}, register.Allowed, []gdpr.Code{"register.matching.ordinary"}},
		{"own data, verified, written", register.Matching{Sensitive: yes, Indispensable: yes, Reasons: yes, Others: no}, register.Allowed, []gdpr.Code{"register.matching.verified"}},
		{"with others, by law", register.Matching{Sensitive: yes, Indispensable: yes, Reasons: yes, Others: yes, Provided: yes}, register.Allowed, []gdpr.Code{"register.matching.provided"}},
		{"with others, no law", register.Matching{Sensitive: yes, Indispensable: yes, Reasons: yes, Others: yes, Provided: no}, register.Forbidden, []gdpr.Code{"register.matching.unprovided"}},
		{"not verified", register.Matching{Sensitive: yes, Indispensable: no, Reasons: yes, Others: no, Provided: no}, register.Forbidden, []gdpr.Code{"register.matching.dispensable"}},
		{"nothing written", register.Matching{Sensitive: yes, Indispensable: yes, Reasons: no, Others: no}, register.Forbidden, []gdpr.Code{"register.matching.unreasoned"}},
		{"unknown", register.Matching{}, register.Undetermined, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.facts.Decide()
			require.Equal(t, c.outcome, d.Outcome)
			require.Equal(t, c.reasons, codes(d))
		})
	}
}

func TestUse(t *testing.T) {
	for _, c := range []struct {
		facts   register.Use
		outcome register.Outcome
		reasons []gdpr.Code
		missing []string
	}{
		{register.Use{Unlawful: no}, register.Allowed, []gdpr.Code{"register.use.lawful"}, nil},
		{register.Use{Unlawful: yes, Trial: no}, register.Forbidden, []gdpr.Code{"register.use.unlawful"}, nil},
		{register.Use{Unlawful: yes, Trial: yes}, register.ForCourt, []gdpr.Code{"register.use.trial"}, nil},
		{register.Use{Unlawful: yes}, register.Undetermined, nil, []string{"trial"}},
		{register.Use{Trial: yes}, register.Undetermined, nil, []string{"unlawful"}},
		{register.Use{}, register.Undetermined, nil, []string{"unlawful", "trial"}},
	} {
		d := c.facts.Decide()
		require.Equal(t, c.outcome, d.Outcome, c)
		require.Equal(t, c.reasons, codes(d), c)
		require.Equal(t, c.missing, fields(d), c)
	}
}

func TestDatum(t *testing.T) {
	full := register.Datum{Duty: yes, Necessary: yes, Hardship: no, Indispensable: yes, Provided: yes}
	with := func(k register.Kind, change func(*register.Datum)) register.Datum {
		d := full
		d.Kind = k
		if change != nil {
			change(&d)
		}
		return d
	}
	for _, c := range []struct {
		name    string
		facts   register.Datum
		outcome register.Outcome
		reasons []gdpr.Code
	}{
		{"ordinary", with(register.Ordinary, nil), register.Allowed, []gdpr.Code{"register.datum.ordinary"}},
		{"ordinary needn't be indispensable", with(register.Ordinary, func(d *register.Datum) { d.Indispensable, d.Provided = no, no }), register.Allowed, []gdpr.Code{"register.datum.ordinary"}},
		{"ordinary, no duty", with(register.Ordinary, func(d *register.Datum) { d.Duty, d.Task = no, no }), register.Forbidden, []gdpr.Code{"register.datum.dutiless"}},
		{"ordinary, no duty, nobody says whether a task needs it", with(register.Ordinary, func(d *register.Datum) { d.Duty = no }), register.Undetermined, nil},
		{"ordinary, for a task, the Garante told", with(register.Ordinary, func(d *register.Datum) { d.Duty, d.Task, d.Told, d.Further = no, yes, yes, no }), register.Allowed, []gdpr.Code{"register.datum.task"}},
		{"ordinary, for a task, the Garante not told", with(register.Ordinary, func(d *register.Datum) { d.Duty, d.Task, d.Told, d.Further = no, yes, no, no }), register.Forbidden, []gdpr.Code{"register.datum.dutiless", "register.datum.untold"}},
		{"ordinary, beyond the duties of transparency", with(register.Ordinary, func(d *register.Datum) { d.Duty, d.Task, d.Told, d.Further = no, yes, yes, yes }), register.Forbidden, []gdpr.Code{"register.datum.dutiless", "register.datum.further"}},
		{"ordinary, not necessary", with(register.Ordinary, func(d *register.Datum) { d.Necessary = no }), register.Forbidden, []gdpr.Code{"register.datum.unnecessary"}},
		{"ordinary, hardship", with(register.Ordinary, func(d *register.Datum) { d.Hardship = yes }), register.Forbidden, []gdpr.Code{"register.datum.hardship"}},
		{"origin", with(register.Origin, nil), register.Allowed, []gdpr.Code{"register.datum.indispensable"}},
		{"politics", with(register.Politics, nil), register.Allowed, []gdpr.Code{"register.datum.indispensable"}},
		{"belief", with(register.Belief, nil), register.Allowed, []gdpr.Code{"register.datum.indispensable"}},
		{"union", with(register.Union, nil), register.Allowed, []gdpr.Code{"register.datum.indispensable"}},
		{"union, not indispensable", with(register.Union, func(d *register.Datum) { d.Indispensable = no }), register.Forbidden, []gdpr.Code{"register.datum.dispensable"}},
		{"judicial", with(register.Criminal, nil), register.Allowed, []gdpr.Code{"register.datum.indispensable"}},
		{"judicial, no law", with(register.Criminal, func(d *register.Datum) { d.Provided = no }), register.Forbidden, []gdpr.Code{"register.datum.unprovided"}},
		{"health", with(register.Health, nil), register.Forbidden, []gdpr.Code{"register.datum.banned"}},
		{"genetic", with(register.Genetic, nil), register.Forbidden, []gdpr.Code{"register.datum.banned"}},
		{"biometric", with(register.Biometric, nil), register.Forbidden, []gdpr.Code{"register.datum.banned"}},
		{"sex life", with(register.Sexual, nil), register.Forbidden, []gdpr.Code{"register.datum.intimate"}},
		{"health, nothing else known", register.Datum{Kind: register.Health}, register.Forbidden, []gdpr.Code{"register.datum.banned"}},
		{"no such kind", register.Datum{Kind: 99, Duty: yes, Necessary: yes, Hardship: no}, register.Forbidden, []gdpr.Code{"register.datum.banned"}},
		{"kind not given", full, register.Undetermined, nil},
		{"kind not given, no duty", register.Datum{Duty: no, Task: no}, register.Forbidden, []gdpr.Code{"register.datum.dutiless"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.facts.Publish()
			require.Equal(t, c.outcome, d.Outcome)
			require.Equal(t, c.reasons, codes(d))
		})
	}
	require.Equal(t, []string{"kind"}, fields(full.Publish()))
	require.Equal(t, []string{"duty", "task", "told", "further", "necessary", "hardship"}, fields(register.Datum{Kind: register.Ordinary}.Publish()))
	for range (register.Datum{Kind: register.Union}).Publish().Missing() {
		break
	}
	for range (register.Datum{Kind: register.Health, Duty: no}).Publish().Reasons() {
		break
	}
}

func TestIndexable(t *testing.T) {
	for _, c := range []struct {
		place register.Place
		kinds register.Kinds
		want  gdpr.Answer
	}{
		{register.TransparencySection, register.KindSet(register.Ordinary), yes},
		{register.TransparencySection, 0, yes},
		{register.TransparencySection, register.KindSet(register.Ordinary, register.Union), no},
		{register.TransparencySection, register.KindSet(register.Criminal), no},
		{register.NoticeBoard, register.KindSet(register.Ordinary), no},
		{0, register.KindSet(register.Ordinary), gdpr.Unknown},
		{0, register.KindSet(register.Health), no},
	} {
		require.Equal(t, c.want, c.place.Indexable(c.kinds), c)
	}
}

func TestShow(t *testing.T) {
	for _, c := range []struct {
		name    string
		facts   register.Disclosure
		outcome register.Outcome
		reasons []gdpr.Code
	}{
		{"own", register.Disclosure{Own: yes}, register.Allowed, []gdpr.Code{"register.access.own"}},
		{"pertinent", register.Disclosure{Kind: register.Ordinary, Own: no, Pertinent: yes, Excessive: no}, register.Allowed, []gdpr.Code{"register.access.pertinent"}},
		{"impertinent", register.Disclosure{Kind: register.Ordinary, Own: no, Pertinent: no, Excessive: no}, register.Forbidden, []gdpr.Code{"register.access.impertinent"}},
		{"excessive", register.Disclosure{Kind: register.Ordinary, Own: no, Pertinent: yes, Excessive: yes}, register.Forbidden, []gdpr.Code{"register.access.excessive"}},
		{"union, indispensable", register.Disclosure{Kind: register.Union, Own: no, Pertinent: yes, Excessive: no, Indispensable: yes}, register.Allowed, []gdpr.Code{"register.access.indispensable"}},
		{"union, dispensable", register.Disclosure{Kind: register.Union, Own: no, Pertinent: yes, Excessive: no, Indispensable: no}, register.Forbidden, []gdpr.Code{"register.access.dispensable"}},
		{"judicial, indispensable", register.Disclosure{Kind: register.Criminal, Own: no, Pertinent: yes, Excessive: no, Indispensable: yes}, register.Allowed, []gdpr.Code{"register.access.indispensable"}},
		{"health, equal rank", register.Disclosure{Kind: register.Health, Own: no, Pertinent: yes, Excessive: no, Indispensable: yes, EqualRank: yes}, register.Allowed, []gdpr.Code{"register.access.equal"}},
		{"health, lesser right", register.Disclosure{Kind: register.Health, Own: no, Pertinent: yes, Excessive: no, Indispensable: yes, EqualRank: no}, register.Forbidden, []gdpr.Code{"register.access.unequal"}},
		{"genetic, lesser right", register.Disclosure{Kind: register.Genetic, Own: no, Pertinent: yes, Excessive: no, Indispensable: yes, EqualRank: no}, register.Forbidden, []gdpr.Code{"register.access.unequal"}},
		{"sex life, lesser right", register.Disclosure{Kind: register.Sexual, Own: no, Pertinent: yes, Excessive: no, Indispensable: yes, EqualRank: no}, register.Forbidden, []gdpr.Code{"register.access.unequal"}},
		{"kind not given", register.Disclosure{Own: no, Pertinent: yes, Excessive: no}, register.Undetermined, nil},
		{"whatever kind", register.Disclosure{Own: no, Pertinent: yes, Excessive: no, Indispensable: yes, EqualRank: yes}, register.Allowed, []gdpr.Code{"register.access.equal"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := c.facts.Show()
			require.Equal(t, c.outcome, d.Outcome)
			require.Equal(t, c.reasons, codes(d))
		})
	}
	require.Equal(t, []string{"kind", "indispensable", "equal_rank"}, fields(register.Disclosure{Own: no, Pertinent: yes, Excessive: no}.Show()))
}

func TestKinds(t *testing.T) {
	var special, guarded []register.Kind
	for k := register.Kind(0); k < 20; k++ {
		if k.Special() {
			special = append(special, k)
			require.True(t, register.KindSet(k).Special())
		}
		if k.Guarded() {
			guarded = append(guarded, k)
			require.True(t, register.KindSet(k).Guarded())
		}
		require.Equal(t, k >= register.Ordinary && k <= register.Criminal, register.KindSet(k).Has(k))
	}
	require.Equal(t, []register.Kind{register.Origin, register.Politics, register.Belief, register.Union, register.Genetic, register.Biometric, register.Health, register.Sexual}, special)
	require.Equal(t, []register.Kind{register.Genetic, register.Biometric, register.Health}, guarded)
	require.Equal(t, []register.Kind{register.Ordinary, register.Criminal}, slices.Collect(register.KindSet(register.Criminal, register.Ordinary, 77).All()))
	for k := range register.KindSet(register.Ordinary, register.Health).All() {
		require.Equal(t, register.Ordinary, k)
		break
	}
	require.False(t, register.KindSet(register.Criminal).Special())
	require.False(t, register.KindSet(register.Belief).Guarded())
}

// The mapping of the nine sectors to the Code's letters, as the notes on the
// municipal regulation give it.
func TestSectors(t *testing.T) {
	want := map[register.Sector][]string{
		register.CivilStatus: {"b"}, register.Citizenship: {"e"}, register.PoliticalLife: {"f", "g", "h"},
		register.Employment: {"u", "dd"}, register.Taxes: {"i"}, register.Benefits: {"m", "n"},
		register.SocialCare: {"o", "s", "t", "aa"}, register.Access: {"a", "q"}, register.Worship: {"r"},
	}
	require.Len(t, want, 9)
	covered := map[string]register.Sector{}
	for s, letters := range want {
		var got []string
		for m := range s.Matters() {
			got = append(got, m.String())
			covered[m.String()] = s
			require.Equal(t, s, m.Sector())
		}
		require.Equal(t, letters, got, s)
	}
	for _, s := range []register.Sector{0, 10, 255} {
		require.Empty(t, slices.Collect(s.Matters()))
	}
	for m := range register.Employment.Matters() {
		require.Equal(t, "u", m.String())
		break
	}
	n := 0
	for m := range register.Matters() {
		n++
		_, err := gdpr.ParseProvision(string(m.Provision()))
		require.NoError(t, err)
		require.Equal(t, covered[m.String()], m.Sector())
		require.NotEmpty(t, m.Label(language.Italian))
	}
	require.Equal(t, 25, n)
	for range register.Matters() {
		break
	}
	require.Empty(t, register.Matter(0).Provision())
	require.Empty(t, register.Matter(26).Provision())
	require.Zero(t, register.Matter(26).Sector())
}

func TestNeedsConsent(t *testing.T) {
	for f := register.Function(0); f <= register.ByConsent+1; f++ {
		require.Equal(t, f == register.ByConsent, f.NeedsConsent(), f)
	}
}

// Each thing that is wanting is told, not the first alone.
func TestEveryWantIsTold(t *testing.T) {
	d := register.Special{Consent: yes, Safeguards: no, Garante: no}.Decide(register.KindSet(register.Health))
	require.Equal(t, register.Forbidden, d.Outcome)
	require.Len(t, codes(d), 2)
	for r := range d.Reasons() {
		require.Equal(t, codes(d)[0], r.Code)
		break
	}
}

// Each condition that holds is told.
func TestEveryGroundIsTold(t *testing.T) {
	d := register.Special{Consent: yes, Vital: yes, Incapable: yes, Safeguards: yes}.Decide(register.KindSet(register.Politics))
	require.Equal(t, register.Allowed, d.Outcome)
	require.Len(t, codes(d), 2)
}

// What isn't a kind is in no set, and what isn't a basis is counted nowhere.
func TestBeyondTheLast(t *testing.T) {
	kind, basis := register.Kind(0), register.Basis(0)
	for k := range register.Kind(0).Values() {
		kind = max(kind, k)
	}
	for b := range register.Basis(0).Values() {
		basis = max(basis, b)
	}
	all := ^register.Kinds(0)
	require.True(t, all.Has(kind))
	require.False(t, all.Has(kind+1))
	s := register.Summarize(register.Register{Activities: []register.Activity{{Purposes: []register.Purpose{{Basis: basis}, {Basis: basis + 1}}}}})
	require.Equal(t, 1, s.Bases[basis])
}

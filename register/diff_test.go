package register_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

func TestDiff(t *testing.T) {
	before := sample(t)
	require.Nil(t, register.Diff(before, sample(t)))

	after := sample(t)
	after.Updated = day(t, "2026-11-20")
	after.Officer.Phone = "+39 000 765432"
	after.Controller.Phone = ""
	after.Offices[10].Manager = "Elisa Fonte"
	a := after.Activities
	a[0].Purposes[0].Norm = "L. 1228/1954"
	a[0].Subjects = []string{"italiani residenti all'estero", "apolidi", "residenti"} // moved, and one more
	a[0].Data[1].Kind = register.Ordinary
	a[3].Disclosed = gdpr.Unknown
	a[23].DPIA.Done = day(t, "2026-11-18")
	a[27].Retention.Period.N = 20
	a[26].Processors = a[26].Processors[:1]
	after.Activities = slices.Concat(a[1:20], a[21:], a[:1], []register.Activity{{ID: "droni", Name: "Droni"}})

	require.Equal(t, []register.Change{
		{Op: register.Removed, Where: "controller.phone", Old: "+39 000 123456"},
		{Op: register.Added, Where: "officer.phone", New: "+39 000 765432"},
		{Op: register.Added, Where: "offices[Sistemi informativi].manager", New: "Elisa Fonte"},
		{Op: register.Changed, Where: "updated", Old: "2026-10-30", New: "2026-11-20"},
		{Op: register.Removed, Where: "activities[cittadinanza].disclosed", Old: "true"},
		{Op: register.Added, Where: "activities[videosorveglianza].dpia.done", New: "2026-11-18"},
		{Op: register.Removed, Where: "activities[protocollo].processors[conserva-pa]", Old: "conserva-pa"},
		{Op: register.Changed, Where: "activities[cimiteri].retention.period.n", Old: "10", New: "20"},
		{Op: register.Changed, Where: "activities[anagrafe].purposes[iscrizioni, variazioni e certificazioni anagrafiche].norm", Old: "L. 1228/1954; D.P.R. 223/1989", New: "L. 1228/1954"},
		{Op: register.Added, Where: "activities[anagrafe].subjects[apolidi]", New: "apolidi"},
		{Op: register.Changed, Where: "activities[anagrafe].data[origine desumibile dal luogo di nascita o dalla cittadinanza].kind", Old: "origin", New: "ordinary"},
		{Op: register.Added, Where: "activities[droni]", New: ""},
		{Op: register.Removed, Where: "activities[mensa]", Old: ""},
	}, short(register.Diff(before, after)))
	added := register.Diff(before, after)[11]
	require.Contains(t, added.New, `"name":"Droni"`)
}

// short leaves out the JSON of whole entries.
func short(cs []register.Change) []register.Change {
	for i := range cs {
		if len(cs[i].New) > 0 && cs[i].New[0] == '{' {
			cs[i].New = ""
		}
		if len(cs[i].Old) > 0 && cs[i].Old[0] == '{' {
			cs[i].Old = ""
		}
	}
	return cs
}

// Entries under one key are matched in their order, and no key is taken for
// another's second.
func TestDiffKeys(t *testing.T) {
	list := func(texts ...string) register.Register {
		return register.Register{Activities: []register.Activity{{ID: "a", Subjects: texts}}}
	}
	require.Nil(t, register.Diff(list("x", "x#2", "x"), list("x#2", "x", "x")))
	require.Equal(t, []register.Change{{Op: register.Removed, Where: "activities[a].subjects[x#2]", Old: "x"}}, register.Diff(list("x", "x"), list("x")))
	require.Equal(t, []register.Change{{Op: register.Added, Where: "activities[a].subjects[x##2]", New: "x#2"}}, register.Diff(list("x", "x"), list("x", "x#2", "x")))
	// A party without an id goes by its name, a service without one by whom it
	// serves, a transfer without a country by its organisation.
	before := register.Register{Joint: []register.Party{{Name: "Nord"}}, Services: []register.Service{{Controller: register.Party{Name: "Unione"}, Transfers: []register.Transfer{{Organisation: "UNHCR"}}}}}
	after := register.Register{Joint: []register.Party{{Name: "Nord", Act: "accordo"}}, Services: []register.Service{{Controller: register.Party{Name: "Unione"}, Transfers: []register.Transfer{{Organisation: "UNHCR", Safeguard: register.Adequacy}}}}}
	require.Equal(t, []register.Change{
		{Op: register.Added, Where: "joint[Nord].act", New: "accordo"},
		{Op: register.Added, Where: "services[Unione].transfers[UNHCR].safeguard", New: "adequacy"},
	}, register.Diff(before, after))
	// A value without a word shows as its number, an entry that can't be
	// written as the error.
	require.Equal(t, []register.Change{{Op: register.Added, Where: "activities[a].sector", New: "99"}},
		register.Diff(register.Register{Activities: []register.Activity{{ID: "a"}}}, register.Register{Activities: []register.Activity{{ID: "a", Sector: 99}}}))
	require.Contains(t, register.Diff(register.Register{}, register.Register{Activities: []register.Activity{{ID: "a", Sector: 99}}})[0].New, "unknown name")
}

// Whatever is shuffled, dropped and altered: nothing changed is no change, the
// way back undoes the way there, and the same input gives the same changes.
func TestDiffProperties(t *testing.T) {
	base := sample(t)
	alter := func(rng *rand.Rand) register.Register {
		r := sample(t)
		rng.Shuffle(len(r.Activities), func(i, j int) { r.Activities[i], r.Activities[j] = r.Activities[j], r.Activities[i] })
		for range rng.IntN(6) {
			a := &r.Activities[rng.IntN(len(r.Activities))]
			switch rng.IntN(5) {
			case 0:
				a.Name += "*"
			case 1:
				a.Subjects = append(a.Subjects, "altri")
			case 2:
				a.Abroad = gdpr.Answer(rng.IntN(3))
			case 3:
				a.Sector = register.Sector(rng.IntN(10))
			case 4:
				*a = r.Activities[len(r.Activities)-1]
				r.Activities = r.Activities[:len(r.Activities)-1]
			}
		}
		return r
	}
	opposite := map[register.Op]register.Op{register.Added: register.Removed, register.Removed: register.Added, register.Changed: register.Changed}
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 7))
		x, y := alter(rng), alter(rng)
		there, back := register.Diff(x, y), register.Diff(y, x)
		require.Equal(t, there, register.Diff(x, y))
		var undone []register.Change
		for _, c := range back {
			undone = append(undone, register.Change{Op: opposite[c.Op], Where: c.Where, Old: c.New, New: c.Old})
		}
		require.ElementsMatch(t, there, undone)
		shuffled := base
		shuffled.Activities = slices.Clone(base.Activities)
		rng.Shuffle(len(shuffled.Activities), func(i, j int) {
			shuffled.Activities[i], shuffled.Activities[j] = shuffled.Activities[j], shuffled.Activities[i]
		})
		require.Nil(t, register.Diff(base, shuffled))
	}
}

func TestSummarize(t *testing.T) {
	s := register.Summarize(sample(t))
	require.Equal(t, 28, s.Activities)
	require.Equal(t, 1, s.Services)
	require.Equal(t, 16, s.Special)
	require.Equal(t, 8, s.Judicial)
	require.Equal(t, 1, s.Transfers)
	require.Equal(t, map[string]int{"US": 1}, s.Countries)
	require.Equal(t, map[register.Basis]int{register.Consent: 1, register.Contract: 2, register.LegalObligation: 13, register.PublicTask: 14, register.LegitimateInterests: 1}, s.Bases)
	require.Equal(t, 10, s.DPIA)
	require.Equal(t, 9, s.Assessed)
	require.Equal(t, map[register.Condition]int{register.SubstantialInterest: 15, register.LabourLaw: 3, register.Archiving: 1}, s.Conditions)
	n := 0
	for _, c := range s.Offices {
		n += c
	}
	require.Equal(t, 28, n)
	require.Equal(t, 28, s.Kinds[register.Ordinary])
	require.Equal(t, 10, s.Kinds[register.Health])

	// One country twice is one activity that transfers there.
	twice := register.Summarize(register.Register{Activities: []register.Activity{{
		Purposes:  []register.Purpose{{Basis: register.Consent}, {Basis: register.Consent}},
		Transfers: []register.Transfer{{Country: "US"}, {Country: "CH"}, {Country: "US"}},
	}}})
	require.Equal(t, map[string]int{"US": 1, "CH": 1}, twice.Countries)
	require.Equal(t, map[register.Basis]int{register.Consent: 1}, twice.Bases)
}

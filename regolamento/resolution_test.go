package regolamento_test

import (
	"fmt"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/regolamento"
)

func day(s string) date.Date {
	d, err := gdpr.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// TestInForce: D.Lgs. 267/2000 124 and 134; the day of posting isn't counted
// among the ten, and the resolution is executive after the tenth.
func TestInForce(t *testing.T) {
	for _, c := range []struct {
		r           regolamento.Resolution
		day, latest string
	}{
		{regolamento.Resolution{Posted: day("2026-06-01"), Immediate: gdpr.No}, "2026-06-12", "2026-06-27"},
		{regolamento.Resolution{Posted: day("2026-12-24"), Immediate: gdpr.No, Adopted: day("2026-12-24")}, "2027-01-04", "2027-01-19"},
		{regolamento.Resolution{Posted: day("2026-06-01"), Immediate: gdpr.Yes, Adopted: day("2026-05-28")}, "2026-05-28", "2026-05-28"},
		{regolamento.Resolution{Immediate: gdpr.Yes, Adopted: day("2026-05-28")}, "2026-05-28", "2026-05-28"},
	} {
		got, err := c.r.InForce()
		require.NoError(t, err)
		require.Equal(t, []string{c.day, c.latest}, []string{got.Day.String(), got.Latest.String()})
	}
	for _, c := range []struct {
		r     regolamento.Resolution
		field string
		fault gdpr.Fault
	}{
		{regolamento.Resolution{Posted: day("2026-06-01")}, "immediate", gdpr.FaultMissing},
		{regolamento.Resolution{Immediate: gdpr.No}, "posted", gdpr.FaultMissing},
		{regolamento.Resolution{Posted: day("2026-06-01"), Immediate: gdpr.Yes}, "adopted", gdpr.FaultMissing},
		{regolamento.Resolution{Posted: day("2026-06-01"), Adopted: day("2026-06-02"), Immediate: gdpr.No}, "posted", gdpr.FaultOrder},
	} {
		_, err := c.r.InForce()
		require.ErrorIs(t, err, c.fault)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field)
	}
}

func TestGlossary(t *testing.T) {
	seen := map[string]bool{}
	n := 0
	for d := range regolamento.Glossary() {
		_, err := gdpr.ParseProvision(string(d.Provision))
		require.NoError(t, err, d.Name.EN)
		for _, s := range []string{d.Name.IT, d.Name.EN, d.Meaning.IT, d.Meaning.EN} {
			require.NotEmpty(t, s)
			require.False(t, seen[s], "%q stands twice", s)
			seen[s] = true
		}
		n++
	}
	require.Greater(t, n, 20)
	for range regolamento.Glossary() {
		break
	}
}

func ExampleResolution_InForce() {
	posted, _ := gdpr.ParseDate("2026-06-01")
	in, _ := regolamento.Resolution{Posted: posted, Immediate: gdpr.No}.InForce()
	fmt.Println("from", in.Day, "and from", in.Latest, "at the latest")
	// Output: from 2026-06-12 and from 2026-06-27 at the latest
}

func ExampleLookup() {
	c, ok := regolamento.Lookup("Regolamento 17(3)")
	share, same := gdpr.Concordance(c.Provision)
	fmt.Println(ok, c.Kind, c.Package, c.State, share, same)
	// Output: true calculation rights computed core GDPR 12(3)
}

func ExampleGlossary() {
	for d := range regolamento.Glossary() {
		fmt.Println(d.Name.IT, "=", d.Name.EN, "-", d.Provision)
		break
	}
	// Output: dati personali = personal data - GDPR 4(1)
}

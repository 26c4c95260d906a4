package register_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// Each tenfold register should cost tenfold: ns/activity and B/activity stay
// about the same.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			r := many(b, n)
			on := today(b)
			b.ReportAllocs()
			for b.Loop() {
				if fs := register.Check(r, on); len(fs) > 0 {
					b.Fatal(fs[0])
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/activity")
		})
	}
}

// A register in which everything is wrong costs more, and still in proportion.
func BenchmarkCheckEmptyActivities(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			r := register.Register{Activities: make([]register.Activity, n)}
			b.ReportAllocs()
			for b.Loop() {
				register.Check(r, 0)
			}
		})
	}
}

func BenchmarkSpecial(b *testing.B) {
	s := register.Special{Employment: gdpr.Yes, Norm: register.Norm{Exists: gdpr.Yes}, Safeguards: gdpr.Yes, Garante: gdpr.Yes}
	b.ReportAllocs()
	for b.Loop() {
		if s.Decide(register.KindSet(register.Health)).Outcome != register.Allowed {
			b.Fatal("not allowed")
		}
	}
}

func BenchmarkPeriod(b *testing.B) {
	p := register.Publication{Content: register.Transparency, Duty: day(b, "2024-02-29"), Effective: gdpr.No}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Period(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	data, err := many(b, 1_000).JSON()
	require.NoError(b, err)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := register.Parse(data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDiff(b *testing.B) {
	before, after := many(b, 10_000), many(b, 10_000)
	after.Activities[5_000].Norm = "D.P.R. 1/2026"
	b.ReportAllocs()
	for b.Loop() {
		if len(register.Diff(before, after)) != 1 {
			b.Fatal("one change")
		}
	}
}

func BenchmarkSheets(b *testing.B) {
	r := many(b, 1_000)
	b.ReportAllocs()
	for b.Loop() {
		r.Sheets(language.Italian)
	}
}

func TestDecisionsAllocateNothing(t *testing.T) {
	s := register.Special{Interest: gdpr.Yes}
	j := register.Judicial{Control: gdpr.Yes}
	m := register.Matching{Sensitive: gdpr.Yes}
	d := register.Datum{Kind: register.Union}
	p := register.Publication{Content: register.Notice, Posted: day(t, "2026-10-05")}
	kinds := register.KindSet(register.Health, register.Criminal)
	asked := 0
	require.Zero(t, testing.AllocsPerRun(100, func() {
		for _, d := range [...]register.Decision{s.Decide(kinds), j.Decide(kinds), m.Decide(), d.Publish(), register.Use{}.Decide(), register.Disclosure{}.Show()} {
			for range d.Missing() {
				asked++
			}
		}
		if _, err := p.Period(); err != nil {
			panic(err)
		}
	}))
}

// A check costs in proportion to the register: what it allocates for ten
// thousand clean activities is a map's growth and little else.
func TestCheckAllocatesLittle(t *testing.T) {
	const n = 10_000
	r := many(t, n)
	on := today(t)
	require.Less(t, testing.AllocsPerRun(2, func() { register.Check(r, on) }), 1.5*n)
}

package breach_test

import (
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/internal/kleenetest"
)

func TestTell(t *testing.T) {
	high := told(func(f *Facts) { yes(&f.Disclosure, &f.Special) }).Assess()
	risk := told(func(f *Facts) { yes(&f.Disclosure, &f.Financial) }).Assess()
	encrypted := told(func(f *Facts) { yes(&f.Access, &f.Special, &f.Hostile, &f.Encrypted, &f.KeySafe) }).Assess()
	open := Facts{}.Assess()
	settled := Exemptions{Mitigated: gdpr.No, Disproportionate: gdpr.No}
	for _, c := range []struct {
		why     string
		a       Assessment
		x       Exemptions
		manner  Manner
		reasons []string
	}{
		{"high_risk", high, settled, Personally, []string{"breach.reason.level-high"}},
		{"later measures", high, Exemptions{Mitigated: gdpr.Yes}, NotNeeded, []string{"breach.reason.mitigated"}},
		{"effort out of proportion", high, Exemptions{Mitigated: gdpr.No, Disproportionate: gdpr.Yes}, Publicly, []string{"breach.reason.level-high", "breach.reason.disproportionate"}},
		{"effort not known", high, Exemptions{Mitigated: gdpr.No}, Open, []string{"breach.reason.level-high", "breach.reason.manner-open"}},
		{"measures not known", high, Exemptions{Disproportionate: gdpr.No}, Open, []string{"breach.reason.level-high", "breach.reason.telling-open"}},
		{"a risk that isn't high", risk, Exemptions{}, NotNeeded, []string{"breach.reason.not-high"}},
		{"no duty to notify", encrypted, Exemptions{}, NotNeeded, []string{"breach.reason.no-duty-to-notify", "breach.reason.unintelligible"}},
		{"nothing known", open, settled, Open, []string{"breach.reason.telling-open"}},
		{"nothing known, but mitigated", open, Exemptions{Mitigated: gdpr.Yes}, NotNeeded, []string{"breach.reason.mitigated"}},
		{"at most a risk, perhaps none", told(func(f *Facts) { yes(&f.Disclosure); unknown(&f.Many) }).Assess(), settled, NotNeeded, []string{"breach.reason.not-high"}},
		{"an order", risk, Exemptions{Ruling: MustTell, Mitigated: gdpr.Yes, Disproportionate: gdpr.No}, Personally, []string{"breach.reason.ordered"}},
		{"an order, effort out of proportion", open, Exemptions{Ruling: MustTell, Disproportionate: gdpr.Yes}, Publicly, []string{"breach.reason.ordered", "breach.reason.disproportionate"}},
		{"an order, effort not known", high, Exemptions{Ruling: MustTell}, Open, []string{"breach.reason.ordered", "breach.reason.manner-open"}},
		{"exempted", high, Exemptions{Ruling: NeedNotTell, Disproportionate: gdpr.No}, NotNeeded, []string{"breach.reason.exempted"}},
	} {
		got := c.a.Tell(c.x)
		require.Equal(t, c.manner, got.Manner, c.why)
		require.Equal(t, c.reasons, codes(got.Reasons()), c.why)
		require.Equal(t, c.manner == Open, len(collect(got.Missing())) > 0, c.why)
	}
	for range high.Tell(settled).Reasons() {
		break
	}
	lost := told(func(f *Facts) { yes(&f.Loss, &f.Encrypted, &f.KeySafe, &f.Harm) }).Assess()
	require.Equal(t, Personally, lost.Tell(settled).Manner, "encryption doesn't exempt where data were lost")
}

func TestTellingIsExact(t *testing.T) {
	type facts struct {
		Facts
		Exemptions
	}
	for _, ruling := range []Ruling{0, MustTell, NeedNotTell} {
		decision := kleenetest.Decision[facts, Manner]{
			Decide: func(f facts) (Manner, bool, error) {
				f.Ruling = ruling
				tell := f.Assess().Tell(f.Exemptions)
				return tell.Manner, tell.Manner != Open, f.Facts.Check()
			},
			Missing: func(f facts) iter.Seq[gdpr.Question] {
				f.Ruling = ruling
				tell := f.Assess().Tell(f.Exemptions)
				return func(yield func(gdpr.Question) bool) {
					for q := range tell.Missing() {
						// The test names the facts by where they stand in its own type.
						q.Field = "Facts." + q.Field
						if q.Field == "Facts.mitigated" || q.Field == "Facts.disproportionate" {
							q.Field = "Exemptions." + q.Field[len("Facts."):]
						}
						if !yield(q) {
							return
						}
					}
				}
			},
		}
		for i, c := range officialCases {
			for round := range 12 {
				f := facts{Facts: c.facts, Exemptions: Exemptions{Mitigated: gdpr.Answer(round % 3), Disproportionate: gdpr.Answer(round / 3 % 3)}}
				all := kleenetest.All(&f)
				for k := range 7 {
					all[(i*7+round*11+k*k*3+k)%31].Set(gdpr.Unknown)
				}
				if len(kleenetest.Unknown(&f)) <= 11 {
					decision.Check(t, f)
				}
			}
		}
	}
}

package gdpr_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// recorder keeps what a failing test would print.
type recorder struct{ out string }

func (r *recorder) Errorf(format string, args ...any) { r.out += fmt.Sprintf(format, args...) }
func (r *recorder) FailNow()                          {}

var sample = gdpr.Findings{
	{Code: "fault.missing", Severity: gdpr.Warning, Where: "requests[3].reply", Provisions: []gdpr.Provision{"GDPR 12(3)", "Regolamento 17(3)"}, Args: []any{"2026-01-31"}},
	{Code: "findings.count", Severity: gdpr.Violation, Args: []any{1}},
	{Code: "findings.count", Severity: gdpr.Advice, Where: "[2]", Args: []any{3}},
}

// TestFindingsPrintInAFailingTest: the output of require.Empty reads like a
// report.
func TestFindingsPrintInAFailingTest(t *testing.T) {
	var r recorder
	require.Empty(&r, sample)
	for _, line := range []string{
		"3 findings",
		"warning requests[3].reply: is missing, and needed (for example 31 January 2026) [fault.missing; GDPR 12(3), Regolamento 17(3)]",
		"violation: 1 finding [findings.count]",
		"advice [2]: 3 findings [findings.count]",
	} {
		require.Contains(t, r.out, line)
	}
	r = recorder{}
	require.Empty(&r, gdpr.Findings(nil))
	require.Empty(t, r.out)
}

func TestFindingsInItalian(t *testing.T) {
	require.Equal(t, `3 rilievi
  avviso requests[3].reply: manca, ed è necessario (per esempio 31 gennaio 2026) [fault.missing; GDPR 12(3), Regolamento 17(3)]
  violazione: 1 rilievo [findings.count]
  consiglio [2]: 3 rilievi [findings.count]`, sample.Report(language.Italian))
	require.Equal(t, sample.Report(language.Italian), sample.Report(language.MustParse("it-CH")))
	require.Equal(t, sample.Report(language.Italian), sample.Report(language.French), "neither language matches: Italian")
	require.Equal(t, sample.String(), sample.Report(language.AmericanEnglish))
	require.Equal(t, "nessun rilievo", gdpr.Findings{}.Report(language.Italian))
	require.Equal(t, "no findings", gdpr.Findings{}.String())
	require.Equal(t, language.English, gdpr.Match(language.MustParse("en-IE")))
	require.Equal(t, language.Italian, gdpr.Match(language.Und))
}

func TestStrings(t *testing.T) {
	require.Equal(t, "violation: 1 finding [findings.count]", sample[1].String())
	require.Equal(t, "30 days", gdpr.Term{N: 30, Unit: gdpr.Days}.String())
}

func TestFindings(t *testing.T) {
	require.Equal(t, gdpr.Violation, sample.Worst())
	require.Zero(t, gdpr.Findings(nil).Worst())
	require.True(t, sample.Has("fault.missing"))
	require.False(t, sample.Has("fault.order"))
	require.Equal(t, []gdpr.Finding{sample[1]}, slices.Collect(sample.Of(gdpr.Violation)))
	for range sample.Of(gdpr.Advice) {
		break
	}
	sorted := sample.ByWeight()
	require.Equal(t, gdpr.Findings{sample[1], sample[0], sample[2]}, sorted)

	below := sample.Below("register")
	require.Equal(t, []string{"register.requests[3].reply", "register", "register[2]"}, []string{below[0].Where, below[1].Where, below[2].Where})
	require.Equal(t, "requests[3].reply", sample[0].Where, "the findings themselves stay")
	require.Equal(t, sample, sample.Below(""))
	require.Nil(t, gdpr.Findings(nil).Below("x"))
}

func TestFindingJSON(t *testing.T) {
	data, err := json.Marshal(sample)
	require.NoError(t, err)
	var back gdpr.Findings
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, sample, back)
	require.Equal(t, sample.String(), back.String())
	var f gdpr.Finding
	require.ErrorIs(t, json.Unmarshal([]byte(`{"code":"x","args":[1.5]}`), &f), gdpr.FaultSyntax)
	require.Error(t, json.Unmarshal([]byte(`{"code":1}`), &f))
	require.ErrorIs(t, json.Unmarshal([]byte(`{"severity":"grave"}`), &f), gdpr.FaultName)
	_, err = gdpr.Severity(7).MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	require.Equal(t, "Severity(7)", gdpr.Severity(7).String())
}

func TestReasonAndQuestion(t *testing.T) {
	r := gdpr.Reason{Code: "severity.advice", Provision: "GDPR 12(3)"}
	require.Equal(t, "consiglio", r.Text(language.Italian))
	require.Equal(t, "advice [GDPR 12(3)]", r.String())
	require.Equal(t, "advice", gdpr.Reason{Code: "severity.advice"}.String())
	q := gdpr.Question{Field: "data.special", Code: "severity.warning"}
	require.Equal(t, "data.special: warning", q.String())
	require.Equal(t, "avviso", q.Text(language.Italian))
}

func TestInputError(t *testing.T) {
	err := error(&gdpr.InputError{Field: "reply", Value: "2026-01-01", Fault: gdpr.FaultOrder, Other: "receipt 2026-01-31"})
	require.EqualError(t, err, `gdpr: reply: "2026-01-01": can't come before receipt 2026-01-31`)
	require.ErrorIs(t, err, gdpr.FaultOrder)
	require.NotErrorIs(t, err, gdpr.FaultRange)
	var in *gdpr.InputError
	require.ErrorAs(t, fmt.Errorf("reading: %w", err), &in)
	require.Equal(t, `reply: "2026-01-01": non può precedere receipt 2026-01-31`, in.Message(language.Italian))
	require.Equal(t, "order", gdpr.FaultOrder.Error())

	for _, c := range []struct{ path, field, want string }{
		{"requests[3]", "receipt", "requests[3].receipt"},
		{"requests", "[3].receipt", "requests[3].receipt"},
		{"requests", "", "requests"},
		{"", "receipt", "receipt"},
	} {
		require.ErrorAs(t, gdpr.At(c.path, &gdpr.InputError{Field: c.field}), &in)
		require.Equal(t, c.want, in.Field)
	}
	plain := errors.New("other")
	require.Equal(t, plain, gdpr.At("x", plain))
	require.NoError(t, gdpr.At("x", nil))
	for _, f := range []gdpr.Fault{gdpr.FaultRange, gdpr.FaultOrder, gdpr.FaultName, gdpr.FaultSyntax, gdpr.FaultMissing, gdpr.FaultContradiction, gdpr.FaultDuplicate, gdpr.FaultReference, gdpr.FaultCycle} {
		for _, tag := range []language.Tag{language.Italian, language.English} {
			m := (&gdpr.InputError{Fault: f, Other: "OTHER"}).Message(tag)
			require.Contains(t, m, "OTHER")
			require.NotContains(t, m, "fault.")
		}
	}
}

func TestParseWord(t *testing.T) {
	for text, want := range map[string]gdpr.Unit{
		"": 0, "months": gdpr.Months, " Months ": gdpr.Months, "working_days": gdpr.WorkingDays, "working days": gdpr.WorkingDays, "WORKING-DAYS": gdpr.WorkingDays,
	} {
		u, err := gdpr.ParseWord[gdpr.Unit](text)
		require.NoError(t, err, text)
		require.Equal(t, want, u, text)
	}
	for text, want := range map[string]gdpr.Severity{"violazione": gdpr.Violation, "Violation": gdpr.Violation, "avviso": gdpr.Warning} {
		s, err := gdpr.ParseWord[gdpr.Severity](text)
		require.NoError(t, err, text)
		require.Equal(t, want, s, text)
	}
	_, err := gdpr.ParseWord[gdpr.Severity]("grave")
	require.EqualError(t, err, `gdpr: "grave": unknown name; valid ones: advice (consiglio), warning (avviso), violation (violazione)`)
}

func TestText(t *testing.T) {
	require.Equal(t, "sì", gdpr.Text{IT: "sì", EN: "yes"}.In(language.Italian))
	require.Equal(t, "yes", gdpr.Text{IT: "sì", EN: "yes"}.In(language.English))
	require.Equal(t, "sì", gdpr.Text{IT: "sì", EN: "yes"}.In(language.Japanese))
}

func TestStepsText(t *testing.T) {
	for s := range gdpr.Steps(63).All() {
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotContains(t, s.Text(tag), "step.", "a step without a sentence")
		}
	}
	require.Equal(t, "prorogato", gdpr.Extended.Text(language.Italian))
	require.True(t, strings.HasPrefix((gdpr.Clamped|gdpr.Rolled).Text(language.English), "ends on the month's last day"))
	require.Contains(t, (gdpr.Clamped | gdpr.Rolled).Text(language.English), "; ")
}

func TestLawAsOf(t *testing.T) {
	require.Equal(t, time.November, gdpr.LawAsOf().Month())
	require.GreaterOrEqual(t, gdpr.LawAsOf(), day("2026-11-29"))
}

package breach

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// TestDutyOfEachDay: from the day on which the GDPR applies there is exactly one
// duty, with a term in hours, a level and a channel.
func TestDutyOfEachDay(t *testing.T) {
	_, ok := duties.On(date.New(2018, time.May, 24))
	require.False(t, ok)
	for day := date.New(2018, time.May, 25); day <= date.New(2035, time.December, 31); day++ {
		d, ok := duties.On(day)
		require.True(t, ok, day)
		require.Equal(t, gdpr.Hours, d.within.Unit)
		require.Positive(t, d.within.N)
		require.True(t, d.least.risky())
		require.True(t, d.channel.Valid())
		require.NotEmpty(t, d.law)
	}
	require.IsIncreasing(t, duties.Days())
}

// TestAnotherLaw adds one row, of a proposal that isn't law: 96 hours, and notice
// of a high risk alone, from 1 June 2027. From that day on, and not before, all
// that this package computes and says follows it.
func TestAnotherLaw(t *testing.T) {
	before := duties
	defer func() { duties = before }()
	var err error
	duties, err = duties.With(gdpr.Effect[duty]{From: date.New(2027, time.June, 1), Value: duty{gdpr.Term{N: 96, Unit: gdpr.Hours}, HighRisk, OnlineProcedure, "GDPR 33(1)"}})
	require.NoError(t, err)

	f := Facts{
		PersonalData: gdpr.Yes, Security: gdpr.Yes, Disclosure: gdpr.Yes, Destruction: gdpr.No, Loss: gdpr.No, Alteration: gdpr.No, Access: gdpr.No,
		Excluded: gdpr.No, Encrypted: gdpr.No, Public: gdpr.No, Identifiable: gdpr.Yes, Financial: gdpr.Yes,
		Special: gdpr.No, Judicial: gdpr.No, Credentials: gdpr.No, Identity: gdpr.No, Location: gdpr.No, Private: gdpr.No, Slight: gdpr.No, Current: gdpr.Yes,
		Many: gdpr.No, Vulnerable: gdpr.No, Minors: gdpr.No, Hostile: gdpr.No, Spread: gdpr.No, Trusted: gdpr.No, Prolonged: gdpr.No, Harm: gdpr.No,
	}
	require.Equal(t, Risk, f.Assess().Level)
	for _, c := range []struct {
		on     string
		hours  int
		notify gdpr.Answer
	}{{"2027-05-31T23:00:00+02:00", 72, gdpr.Yes}, {"2027-06-01T01:00:00+02:00", 96, gdpr.No}, {"2028-02-01T09:00:00+01:00", 96, gdpr.No}} {
		aware, err := ParseInstant(c.on)
		require.NoError(t, err)
		day := date.NewAt(aware)
		require.Equal(t, c.hours, Hours(day))
		a := f.Assess().AsOf(day)
		require.Equal(t, c.notify, a.Notify())
		require.Equal(t, gdpr.Yes, a.Document())
		require.Equal(t, NotNeeded, a.Tell(Exemptions{Mitigated: gdpr.No}).Manner)

		w, err := Awareness{Aware: aware}.Window()
		require.NoError(t, err)
		require.Equal(t, time.Duration(c.hours)*time.Hour, w.Elapsed(w.Safe))
		e := Entry{Number: 1, Awareness: Awareness{Aware: aware}, Facts: f, Level: Risk, Procedure: Procedure{Learned: aware.Add(-time.Hour), Reported: aware.Add(80 * time.Hour)}}
		late := e.Check(aware.Add(100 * time.Hour))
		require.Equal(t, c.notify == gdpr.Yes, late.Has(CodeEntryNotNotified))
		require.Equal(t, c.notify == gdpr.Yes, e.Check(aware).Has(CodeEntryToNotify))
		require.Equal(t, c.hours == 72, late.Has(CodeReportLate))
		awaiting := 0
		for range (Register{Entries: []Entry{e}}).Awaiting() {
			awaiting++
		}
		require.Equal(t, c.notify == gdpr.Yes, awaiting == 1)
		high := e
		high.Level = HighRisk
		require.True(t, high.Check(aware.Add(100*time.Hour)).Has(CodeEntryNotNotified))
		require.False(t, high.Check(aware.Add(time.Duration(c.hours)*time.Hour)).Has(CodeEntryNotNotified))

		text := late.Report(language.Italian) + late.Report(language.English) + e.Markdown(language.Italian) + e.Markdown(language.English)
		for r := range a.Reasons() {
			require.Contains(t, e.Markdown(language.Italian), r.Text(language.Italian), "the sheet tells the reasons by the law of that day")
			text += r.Text(language.Italian) + r.Text(language.English)
		}
		if c.hours == 96 {
			require.NotContains(t, text, "72")
			require.Contains(t, text, "96")
		}
	}
	// What isn't decided is treated as notifiable only where it may reach the level.
	f.Many, f.Trusted = gdpr.Unknown, gdpr.Unknown
	require.Equal(t, gdpr.Unknown, f.Assess().Notify())
	require.Equal(t, gdpr.Unknown, f.Assess().AsOf(date.New(2027, time.June, 1)).Notify())
	f.Financial = gdpr.No
	require.Equal(t, Undetermined, f.Assess().Level)
	a := f.Assess().AsOf(date.New(2027, time.June, 1))
	require.Equal(t, gdpr.No, a.Notify(), "at most a risk")
	var last gdpr.Reason
	for r := range a.Reasons() {
		last = r
	}
	require.Equal(t, gdpr.Code("breach.reason.level-no-notice"), last.Code)
}

// TestSentencesHaveNoTerm: sentences and papers print the term; none has its
// figure.
func TestSentencesHaveNoTerm(t *testing.T) {
	for _, file := range []string{"breach.it.txt", "breach.en.txt"} {
		text, err := os.ReadFile("../internal/catalog/sentences/" + file)
		require.NoError(t, err)
		require.NotRegexp(t, regexp.MustCompile(`\b(72|96|settantadue|seventy-two)\b`), string(text))
		require.False(t, strings.Contains(string(text), "non è detto"))
	}
}

package rights_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// TestInquiryIsNational: the Garante's terms are counted by c.c. 2963: one that
// ends on a Saturday ends there.
func TestInquiryIsNational(t *testing.T) {
	asked := date.New(2026, time.May, 3) // 20 days later it is Saturday 23 May
	i := rights.Inquiry{Asked: asked, Within: gdpr.Term{N: 20, Unit: gdpr.Days}}
	s, err := i.Steps(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, date.New(2026, time.May, 23), s.Answer.Due)
	i.Regime = gdpr.UnionLaw
	s, err = i.Steps(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, date.New(2026, time.May, 25), s.Answer.Due)
}

// TestCourtAfterSilence: D.Lgs. 150/2011 10(4): the thirty days run from the end of
// the terms of Codice 143(3), which are national, and no reading of them ends
// before Safe.
func TestCourtAfterSilence(t *testing.T) {
	for day := date.New(2026, time.January, 1); day < date.New(2027, time.January, 1); day++ {
		p, err := rights.Complaint{Lodged: day}.Proceedings(gdpr.Italy())
		require.NoError(t, err)
		three, err := gdpr.Term{N: 3, Unit: gdpr.Months, Counting: gdpr.Italian}.After(day, gdpr.Italy())
		require.NoError(t, err)
		court := gdpr.Term{N: 30, Unit: gdpr.Days, Counting: gdpr.Judicial}
		for _, c := range []struct{ start, to gdpr.Deadline }{{three, p.NoNews}, {p.Decision, p.NoDecision}, {p.Reasoned, p.NoReasoned}} {
			want, err := court.After(c.start.Due, gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, want.Due, c.to.Due, day)
			sooner, err := court.After(c.start.Safe, gdpr.Italy())
			require.NoError(t, err)
			require.LessOrEqual(t, c.to.Safe, sooner.Safe, day)
		}
	}
}

// TestPoliceRefusal: a refusal of police data is held to D.Lgs. 51/2018 11-13, and
// never to the GDPR.
func TestPoliceRefusal(t *testing.T) {
	for _, right := range []rights.Right{rights.ToAccess, rights.ToErasure} {
		r := rights.Request{Right: right, Received: date.New(2026, time.March, 2), Police: gdpr.Yes,
			Refusal: rights.Refusal{Sent: date.New(2026, time.March, 10)}}
		fs, err := r.Check(date.New(2026, time.March, 12), rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.True(t, fs.Has(rights.CodeRefusalReasons))
		require.True(t, fs.Has(rights.CodeRefusalGarante))
		for _, f := range fs {
			for _, p := range f.Provisions {
				require.NotEqual(t, gdpr.Provision("GDPR 12(4)"), p, f)
			}
		}
		r.Refusal.Reasons, r.Refusal.Complaint, r.Refusal.Court, r.Refusal.Garante = "indagini", true, true, true
		fs, err = r.Check(date.New(2026, time.March, 12), rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.False(t, fs.Has(rights.CodeRefusalReasons))
		require.False(t, fs.Has(rights.CodeRefusalGarante))
	}
}

// TestAIBeforeItsLaw: L. 132/2025 4(4) is in force from 10 October 2025.
func TestAIBeforeItsLaw(t *testing.T) {
	c := rights.Consent{Born: date.New(2014, time.May, 5), Given: date.New(2025, time.October, 9), AI: gdpr.Yes, Online: gdpr.No, Parent: gdpr.No}
	before, err := c.Check()
	require.NoError(t, err)
	c.Given++
	after, err := c.Check()
	require.NoError(t, err)
	require.NotEqual(t, before, after)
	for _, f := range before {
		require.NotContains(t, f.Provisions, gdpr.Provision("L. 132/2025 4(4)"))
	}
}

// TestParliament: letter c of 2-undecies has rules of its own; the proportion of
// comma 3 isn't asked of it.
func TestParliament(t *testing.T) {
	l := rights.Limit{Interest: rights.Parliament, Prejudice: gdpr.Yes, Proportionate: gdpr.No}
	require.Equal(t, rights.Excluded, l.Decide().Extent)
	l.Proportionate = gdpr.Unknown
	require.Equal(t, rights.Excluded, l.Decide().Extent)
	l.Prejudice = gdpr.No
	require.Equal(t, rights.Full, l.Decide().Extent)
}

// TestNumberForAutomatedDecisions: the template has no comma on article 22, and so
// no ground of an extension that could be too narrow.
func TestNumberForAutomatedDecisions(t *testing.T) {
	r := rights.Request{Right: rights.ToHumanDecision, Received: day("2026-09-01"), Extensions: []rights.Extension{{Told: day("2026-09-20"), Reasons: "molte richieste", Ground: rights.Number}}}
	fs, err := r.Check(day("2026-09-25"), rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Empty(t, fs)
	r.Right, r.Extensions = rights.ToHumanDecision, nil
	fs, err = r.Check(day("2026-10-05"), rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, []gdpr.Provision{"GDPR 12(3)"}, fs[0].Provisions)
	require.Len(t, fs, 1)
}

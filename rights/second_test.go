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

// TestPoliceComplaint: article 12 of D.Lgs. 51/2018 wants a refusal to tell of the
// complaint and the court; article 11 has the complaint among what an access gives,
// and no court, so that a refusal without them is something to look at.
func TestPoliceComplaint(t *testing.T) {
	r := rights.Request{Right: rights.ToErasure, Received: day("2026-03-02"), Police: yes, Judicial: no,
		Refusal: rights.Refusal{Sent: day("2026-03-10"), Ground: rights.NotDue, Reasons: "esattezza non accertabile", Garante: true}}
	for right, want := range map[rights.Right][]found{
		rights.ToErasure: {{rights.CodeRefusalComplaint, gdpr.Violation, "refusal.complaint"}, {rights.CodeRefusalCourt, gdpr.Violation, "refusal.court"}},
		rights.ToAccess:  {{rights.CodeRefusalComplaint, gdpr.Warning, "refusal.complaint"}},
	} {
		r.Right = right
		require.Equal(t, want, summary(checked(t, r, "2026-03-12")), right)
	}
}

// TestPoliceRights: articles 11 and 12 of D.Lgs. 51/2018 have access, rectification,
// erasure and restriction. What they ask of a refusal isn't asked of one of a right
// that they don't have, and nobody is held to have broken them by it.
func TestPoliceRights(t *testing.T) {
	for right := rights.ToAccess; right.Valid(); right++ {
		r := rights.Request{Right: right, Received: day("2026-03-02"), Police: yes, Judicial: no, Refusal: rights.Refusal{Sent: day("2026-03-10")}}
		fs := checked(t, r, "2026-03-12")
		switch right {
		case rights.ToAccess, rights.ToRectification, rights.ToErasure, rights.ToRestriction:
			require.False(t, fs.Has(rights.CodePoliceRight), right)
			require.True(t, fs.Has(rights.CodeRefusalReasons), right)
		default:
			require.Equal(t, []found{{rights.CodePoliceRight, gdpr.Advice, "right"}}, summary(fs), right)
			require.Empty(t, fs[0].Provisions)
		}
	}
	silent := rights.Request{Right: rights.ToObject, Received: day("2026-03-02"), Police: yes, Judicial: no,
		Refusal: rights.Refusal{Withheld: day("2026-03-10"), Ground: rights.NotDue}}
	fs := checked(t, silent, "2026-03-12")
	require.Equal(t, []found{{rights.CodePoliceRight, gdpr.Advice, "right"}, {rights.CodeRefusalWithheld, gdpr.Violation, "refusal.withheld"}}, summary(fs))
	require.Equal(t, []gdpr.Provision{"D.Lgs. 51/2018 9(3)"}, fs[1].Provisions, "the outcome of a request is told in writing")
}

// TestByProcedure: in judicial acts and investigations the rules of procedure decide
// (D.Lgs. 51/2018 14(1)), and the way through the Garante isn't open (13).
func TestByProcedure(t *testing.T) {
	file := rights.Police{Competent: yes, Crime: yes, Judicial: yes}
	require.Equal(t, why{yes, []string{"rights.police.competent", "rights.police.crime"}}, explain(file.Decide()))
	require.Equal(t, why{yes, []string{"rights.police.judicial"}}, explain(file.ByProcedure()))
	require.Equal(t, why{no, []string{"rights.police.judicial.no"}}, explain(rights.Police{Competent: yes, Crime: yes, Judicial: no}.ByProcedure()))
	require.Equal(t, why{0, []string{"judicial"}}, explain(rights.Police{Competent: yes, Crime: yes}.ByProcedure()))
	file.Regime = gdpr.ItalianLaw
	require.Zero(t, file.ByProcedure(), "of a private body")

	r := rights.Request{Right: rights.ToAccess, Received: day("2026-03-02"), Police: yes, Judicial: yes,
		Refusal: rights.Refusal{Sent: day("2026-06-10")}, Extensions: []rights.Extension{{Told: day("2026-03-20"), Reasons: "x"}}}
	require.Equal(t, []found{{rights.CodePoliceProcedure, gdpr.Advice, "judicial"}}, summary(checked(t, r, "2026-07-12")))
	r.Judicial = no
	require.False(t, checked(t, r, "2026-07-12").Has(rights.CodePoliceProcedure))

	r = rights.Request{Right: rights.ToAccess, Received: day("2026-03-02"), Police: yes, Judicial: yes}
	timeline, err := r.Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	for kind := range r.Letters(timeline, day("2026-03-02")) {
		require.Fail(t, "no letter is due", kind)
	}
	letter := policeLetter(t, rights.Denied, rights.ToAccess)
	require.False(t, letter.Check().Has(rights.CodeLetterUnfit))
	letter.Request.Judicial = yes
	require.True(t, letter.Check().Has(rights.CodeLetterUnfit))

	r.Police = no
	_, err = r.Timeline(rights.Policy{}, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultContradiction)
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

package rights_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleenetest"
	"github.com/b58db29f/gdpr/rights"
)

// TestLimit goes through Codice 2-undecies(3): as much as does no harm, else
// later, else not at all, and never more than is proportionate.
func TestLimit(t *testing.T) {
	for _, c := range []struct {
		name    string
		limit   rights.Limit
		extent  rights.Extent
		garante gdpr.Answer
		notice  gdpr.Answer
		codes   []string
	}{
		{"no prejudice", rights.Limit{Interest: rights.Tax, Prejudice: no}, rights.Full, no, no, []string{"rights.limit.none"}},
		{"out of proportion", rights.Limit{Interest: rights.Defence, Prejudice: yes, Proportionate: no}, rights.Full, no, no, []string{"rights.limit.disproportionate"}},
		{"a part", rights.Limit{Interest: rights.Whistleblower, Prejudice: yes, Proportionate: yes, Part: yes, Defeats: no}, rights.Partial, yes, yes, []string{"rights.limit.prejudice", "rights.limit.partial"}},
		{"an inspection that will end", rights.Limit{Interest: rights.Tax, Prejudice: yes, Proportionate: yes, Part: no, Passing: yes, Defeats: yes}, rights.Deferred, yes, no, []string{"rights.limit.prejudice", "rights.limit.deferred"}},
		{"for good", rights.Limit{Interest: rights.Whistleblower, Prejudice: yes, Proportionate: yes, Part: no, Passing: no}, rights.Excluded, yes, 0, []string{"rights.limit.prejudice", "rights.limit.excluded"}},
		{"an inquiry of Parliament", rights.Limit{Interest: rights.Parliament, Prejudice: yes, Proportionate: yes, Part: yes}, rights.Excluded, no, 0, []string{"rights.limit.prejudice", "rights.limit.excluded"}},
		{"an inquiry of Parliament, proportion never asked", rights.Limit{Interest: rights.Parliament, Prejudice: yes}, rights.Excluded, no, 0, []string{"rights.limit.prejudice", "rights.limit.excluded"}},
		{"an inquiry of Parliament, whatever the proportion", rights.Limit{Interest: rights.Parliament, Prejudice: yes, Proportionate: no, Defeats: no}, rights.Excluded, no, yes, []string{"rights.limit.prejudice", "rights.limit.excluded"}},
		{"an inquiry of Parliament, of which nobody knows", rights.Limit{Interest: rights.Parliament}, 0, no, 0, []string{"prejudice"}},
		{"under the GDPR alone", rights.Limit{Regime: gdpr.UnionLaw, Prejudice: yes, Proportionate: yes, Part: no, Passing: no}, rights.Excluded, no, 0, []string{"rights.limit.restricted", "rights.limit.excluded"}},
		{"nobody knows", rights.Limit{}, 0, 0, 0, []string{"prejudice", "proportionate", "part", "passing"}},
	} {
		d := c.limit.Decide()
		require.Equal(t, c.extent, d.Extent, c.name)
		require.Equal(t, c.garante, d.Garante(), c.name)
		require.Equal(t, c.notice, d.Notice(), c.name)
		var codes []string
		for r := range d.Reasons() {
			codes = append(codes, string(r.Code))
			require.True(t, c.limit.Regime.Binds(r.Provision), r)
			requireBoth(t, string(r.Code), r.Text)
		}
		for q := range d.Missing() {
			codes = append(codes, q.Field)
			requireBoth(t, string(q.Code), q.Text)
		}
		require.Equal(t, c.codes, codes, c.name)
	}
	check := kleenetest.Decision[rights.Limit, rights.Extent]{
		Decide: func(l rights.Limit) (rights.Extent, bool, error) {
			e := l.Decide().Extent
			return e, e != 0, nil
		},
		Missing: func(l rights.Limit) iter.Seq[gdpr.Question] { return l.Decide().Missing() },
	}
	for seed := range uint64(500) {
		var l rights.Limit
		kleenetest.Partial(&l, seed, 4)
		l.Interest = rights.Interest(seed % 8)
		check.Check(t, l)
	}
	require.Equal(t, gdpr.Provision("Codice 2-undecies(1)(f)"), rights.Whistleblower.Provision())
	require.Equal(t, gdpr.Provision("Codice 2-undecies(1)"), rights.Tax.Provision(), "f-bis")
	for i := rights.MoneyLaundering; i <= rights.Tax; i++ {
		_, err := gdpr.ParseProvision(string(i.Provision()))
		require.NoError(t, err)
	}
}

// TestRefusalUnderALimit: the letter names the way through the Garante, and a
// limit that doesn't stand is none (Codice 2-undecies(3)).
func TestRefusalUnderALimit(t *testing.T) {
	limited := rights.Limit{Interest: rights.Tax, Prejudice: yes, Proportionate: yes, Part: no, Passing: no}
	full := rights.Refusal{Sent: day("2026-03-02"), Ground: rights.ByLimit, Reasons: "accertamento in corso", Complaint: true, Court: true, Garante: true, Limit: limited}
	require.Empty(t, full.Check())
	for want, change := range map[found]func(*rights.Refusal){
		{rights.CodeRefusalGarante, gdpr.Violation, "garante"}:       func(r *rights.Refusal) { r.Garante = false },
		{rights.CodeRefusalLimit, gdpr.Violation, "limit"}:           func(r *rights.Refusal) { r.Limit.Prejudice = no },
		{rights.CodeRefusalLimit, gdpr.Warning, "limit"}:             func(r *rights.Refusal) { r.Limit.Prejudice = 0 },
		{rights.CodeRefusalInterest, gdpr.Warning, "limit.interest"}: func(r *rights.Refusal) { r.Limit.Interest = 0 },
	} {
		r := full
		change(&r)
		require.Equal(t, []found{want}, summary(r.Check()))
		requireTold(t, r.Check())
	}
	inquiry := full
	inquiry.Garante, inquiry.Limit = false, rights.Limit{Interest: rights.Parliament, Prejudice: yes}
	require.Empty(t, inquiry.Check(), "by the rules of Parliament: neither proportion nor the way through the Garante (2-undecies(2))")
	inquiry.Limit.Prejudice = no
	require.Equal(t, []gdpr.Provision{"Codice 2-undecies(1)"}, inquiry.Check()[0].Provisions)
	union := full
	union.Garante, union.Limit.Regime, union.Limit.Interest = false, gdpr.UnionLaw, 0
	require.Empty(t, union.Check(), "another State's law under article 23")
	union.Limit.Prejudice = no
	require.Equal(t, []gdpr.Provision{"GDPR 23(1)"}, union.Check()[0].Provisions)
	require.Empty(t, rights.Refusal{Limit: rights.Limit{Regime: gdpr.UnionLaw}}.Check(), "nothing refused")
}

// TestAccessReplyOfToday: names (CJEU C-154/21), faithful copies (C-487/21), the
// procedure actually applied (C-203/22).
func TestAccessReplyOfToday(t *testing.T) {
	full := rights.AccessReply{
		Processed: yes, Indirect: no, Automated: yes, Transfers: no, Named: yes, Faithful: yes, Essential: no, LogsAsked: no, Applied: yes,
		Confirmed: true, Copy: true, Purposes: true, Categories: true, Recipients: true, Retention: true, Rights: true, Complaint: true, Logic: true,
	}
	require.Empty(t, full.Check())
	for want, change := range map[found]func(*rights.AccessReply){
		{rights.CodeAccessNamed, gdpr.Warning, "named"}:         func(a *rights.AccessReply) { a.Named = no },
		{rights.CodeAccessNamed, gdpr.Violation, "named"}:       func(a *rights.AccessReply) { a.Named, a.Nameless = no, no },
		{rights.CodeAccessFaithful, gdpr.Violation, "faithful"}: func(a *rights.AccessReply) { a.Faithful = no },
		{rights.CodeAccessApplied, gdpr.Violation, "applied"}:   func(a *rights.AccessReply) { a.Applied = no },
	} {
		a := full
		change(&a)
		require.Equal(t, []found{want}, summary(a.Check()))
		requireTold(t, a.Check())
	}
	full.Named, full.Nameless = no, yes
	require.Empty(t, full.Check(), "categories will do where nobody can be named")
}

// TestCommunicationAfterTheFirst infringes the regulation alone: GDPR 21(4)
// speaks of the first communication.
func TestCommunicationAfterTheFirst(t *testing.T) {
	c := rights.Communication{First: no}
	require.Equal(t, []gdpr.Provision{"Regolamento 21(5)"}, c.Check()[0].Provisions)
	c.Regime = gdpr.PublicLaw
	require.Empty(t, c.Check())
	c.First = yes
	require.Equal(t, []gdpr.Provision{"GDPR 21(4)"}, c.Check()[0].Provisions)
}

func TestSafeguards(t *testing.T) {
	full := rights.Safeguards{Human: yes, View: yes, Contest: yes, Explained: yes, AI: yes, Traceable: yes, Answerable: yes}
	require.Empty(t, full.Check())
	for want, change := range map[found]func(*rights.Safeguards){
		{rights.CodeSafeguardHuman, gdpr.Violation, "human"}:           func(s *rights.Safeguards) { s.Human = no },
		{rights.CodeSafeguardView, gdpr.Violation, "view"}:             func(s *rights.Safeguards) { s.View = no },
		{rights.CodeSafeguardContest, gdpr.Violation, "contest"}:       func(s *rights.Safeguards) { s.Contest = no },
		{rights.CodeSafeguardExplained, gdpr.Warning, "explained"}:     func(s *rights.Safeguards) { s.Explained = no },
		{rights.CodeSafeguardTraceable, gdpr.Violation, "traceable"}:   func(s *rights.Safeguards) { s.Traceable = no },
		{rights.CodeSafeguardAnswerable, gdpr.Violation, "answerable"}: func(s *rights.Safeguards) { s.Answerable = no },
	} {
		s := full
		change(&s)
		require.Equal(t, []found{want}, summary(s.Check()))
		requireTold(t, s.Check())
	}
	require.Empty(t, rights.Safeguards{Regime: gdpr.ItalianLaw, Human: yes, View: yes, Contest: yes, Explained: yes, AI: yes}.Check(), "L. 132/2025 14 is for public bodies")
}

func TestFurtherUse(t *testing.T) {
	full := rights.FurtherUse{Compatible: yes, Link: "a", Context: "b", Nature: "c", Consequences: "d", Safeguards: "e", Informed: yes}
	require.Empty(t, full.Check())
	for want, change := range map[found]func(*rights.FurtherUse){
		{rights.CodeFurtherLink, gdpr.Violation, "link"}:                 func(f *rights.FurtherUse) { f.Link = " " },
		{rights.CodeFurtherContext, gdpr.Violation, "context"}:           func(f *rights.FurtherUse) { f.Context = "" },
		{rights.CodeFurtherNature, gdpr.Violation, "nature"}:             func(f *rights.FurtherUse) { f.Nature = "" },
		{rights.CodeFurtherConsequences, gdpr.Violation, "consequences"}: func(f *rights.FurtherUse) { f.Consequences = "" },
		{rights.CodeFurtherSafeguards, gdpr.Violation, "safeguards"}:     func(f *rights.FurtherUse) { f.Safeguards = "" },
		{rights.CodeFurtherInformed, gdpr.Violation, "informed"}:         func(f *rights.FurtherUse) { f.Informed = no },
		{rights.CodeFurtherUnlawful, gdpr.Violation, ""}:                 func(f *rights.FurtherUse) { f.Consent, f.Law, f.Archives, f.Compatible = no, no, no, no },
	} {
		f := full
		change(&f)
		require.Equal(t, []found{want}, summary(f.Check()))
		requireTold(t, f.Check())
	}
	require.Empty(t, rights.FurtherUse{Consent: yes, Informed: yes}.Check(), "nothing to weigh")
}

// TestInquiry: thirty days for the defences from the receipt of the notice
// (Codice 166(6)); thirty from the communication for the appeal, with August left
// out (D.Lgs. 150/2011 10(3), L. 742/1969), and for half of the fine (166(8)).
func TestInquiry(t *testing.T) {
	i := rights.Inquiry{
		Asked: day("2026-06-01"), Within: gdpr.Term{N: 20, Unit: gdpr.Days, Counting: gdpr.Italian}, Answered: day("2026-06-22"),
		Notice: day("2026-06-04"), Defence: day("2026-07-04"),
		Decision: day("2026-07-20"), Fined: yes,
	}
	s, err := i.Steps(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2026-06-22", s.Answer.Due.String(), "the twentieth day is a Sunday")
	require.Equal(t, "2026-07-04", s.Defence.Due.String(), "a Saturday moves nothing")
	require.Equal(t, "2026-08-19", s.Half.Due.String())
	require.Equal(t, "2026-09-21", s.Appeal.Due.String(), "eleven days in July, August left out, nineteen in September, and the nineteenth is a Saturday")
	require.Equal(t, []gdpr.Provision{"Codice 157(1)", "Codice 166(6)", "Codice 166(8)", "D.Lgs. 150/2011 10(3)"},
		[]gdpr.Provision{s.Answer.Provision, s.Defence.Provision, s.Half.Provision, s.Appeal.Provision})
	i.Abroad = yes
	abroad, err := i.Steps(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2026-10-19", abroad.Appeal.Due.String(), "sixty days")
	i.Abroad = no

	fs, err := i.Check(day("2026-09-21"), gdpr.Italy())
	require.NoError(t, err)
	require.Empty(t, fs)
	for _, c := range []struct {
		want   []found
		change func(*rights.Inquiry)
		on     string
	}{
		{[]found{{rights.CodeInquiryUnanswered, gdpr.Violation, "answered"}}, func(i *rights.Inquiry) { i.Answered++ }, "2026-07-01"},
		{[]found{{rights.CodeInquiryUnanswered, gdpr.Violation, "answered"}}, func(i *rights.Inquiry) { i.Answered = 0 }, "2026-06-23"},
		{nil, func(i *rights.Inquiry) { i.Answered = 0 }, "2026-06-22"},
		{[]found{{rights.CodeInquiryDefence, gdpr.Warning, "defence"}}, func(i *rights.Inquiry) { i.Defence++ }, "2026-07-05"},
		{[]found{{rights.CodeInquiryAppeal, gdpr.Warning, "appealed"}}, func(i *rights.Inquiry) {}, "2026-09-22"},
		{[]found{{rights.CodeInquiryHalf, gdpr.Warning, "paid"}}, func(i *rights.Inquiry) { i.Paid, i.Complied = day("2026-08-20"), yes }, "2026-09-22"},
		{[]found{{rights.CodeInquiryOrders, gdpr.Warning, "complied"}}, func(i *rights.Inquiry) { i.Paid, i.Complied = day("2026-08-19"), no }, "2026-09-22"},
		{nil, func(i *rights.Inquiry) { i.Paid, i.Complied = day("2026-08-19"), yes }, "2026-09-22"},
	} {
		changed := i
		c.change(&changed)
		fs, err := changed.Check(day(c.on), gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, c.want, summary(fs))
		requireTold(t, fs)
	}

	i.Regime = gdpr.UnionLaw
	s, err = i.Steps(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, gdpr.Provision("GDPR 58(1)(a)"), s.Answer.Provision)
	require.Zero(t, s.Defence)
	require.Zero(t, s.Half)
	require.Zero(t, s.Appeal)

	for field, bad := range map[string]rights.Inquiry{
		"within":   {Asked: day("2026-06-01")},
		"answered": {Asked: day("2026-06-02"), Within: gdpr.Term{N: 20, Unit: gdpr.Days}, Answered: day("2026-06-01")},
		"notice":   {Defence: day("2026-06-01")},
		"decision": {Decision: day("9999-12-20")},
	} {
		_, err := bad.Steps(gdpr.Italy())
		var input *gdpr.InputError
		require.ErrorAs(t, err, &input)
		require.Equal(t, field, input.Field)
		_, err = bad.Check(day("2026-06-01"), gdpr.Italy())
		require.Error(t, err)
	}
}

// TestProceedingsInVain: thirty days to go to court from the end of the three and
// of the nine months (D.Lgs. 150/2011 10(4)).
func TestProceedingsInVain(t *testing.T) {
	p, err := rights.Complaint{Lodged: day("2026-01-24")}.Proceedings(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2026-04-24", p.News.Due.String())
	require.Equal(t, "2026-05-25", p.NoNews.Due.String(), "the thirtieth day, 24 May, is a Sunday")
	require.Equal(t, "2026-11-23", p.NoDecision.Due.String())
	p, err = rights.Complaint{Regime: gdpr.UnionLaw, Lodged: day("2026-01-24")}.Proceedings(gdpr.Italy())
	require.NoError(t, err)
	require.Zero(t, p.Decision)
	require.Zero(t, p.NoNews)
}

// TestDoors: one letter, the ways to get what it asks for, their terms and what
// silence means.
func TestDoors(t *testing.T) {
	open := func(f rights.Triage) (doors []rights.Door) {
		for d, decided := range f.Doors() {
			if decided.Outcome == yes {
				doors = append(doors, d)
			}
		}
		return doors
	}
	require.Equal(t, []rights.Door{rights.PersonalData}, open(rights.Triage{Own: yes, Document: no, Published: no}))
	require.Equal(t, []rights.Door{rights.Documents}, open(rights.Triage{Own: no, Document: yes, Interest: yes, OnlyDocuments: yes, Published: no, Councillor: no}))
	require.Equal(t, []rights.Door{rights.Documents}, open(rights.Triage{Own: no, Document: yes, Interest: yes, Published: no, Councillor: no}), "nobody has read whether he means L. 241/1990 alone")
	require.Equal(t, []rights.Door{rights.Documents, rights.CivicGeneral}, open(rights.Triage{Own: no, Document: yes, Interest: yes, OnlyDocuments: no, Published: no, Councillor: no}), "D.Lgs. 33/2013 5(3): without reasons; who states one isn't shut out")
	require.Equal(t, []rights.Door{rights.CivicGeneral}, open(rights.Triage{Own: no, Document: yes, Interest: no, OnlyDocuments: no, Published: no, Councillor: no}))
	require.Equal(t, []rights.Door{rights.CivicSimple}, open(rights.Triage{Own: no, Document: yes, Interest: no, Published: yes, Councillor: no}))
	require.Equal(t, []rights.Door{rights.CouncilMember}, open(rights.Triage{Own: no, Document: yes, Published: no, Councillor: yes}))
	require.Equal(t, []rights.Door{rights.PersonalData, rights.Documents}, open(rights.Triage{Own: yes, Document: yes, Interest: yes, Councillor: no}))
	require.Equal(t, []rights.Door{rights.PersonalData}, open(rights.Triage{Regime: gdpr.ItalianLaw, Own: yes, Document: yes, Interest: yes, Councillor: no}))
	for range (rights.Triage{}).Doors() {
		break
	}

	for _, c := range []struct {
		door    rights.Door
		due     string
		silence rights.Silence
		law     gdpr.Provision
	}{
		{rights.PersonalData, "2026-12-07", rights.SilenceInfringes, "GDPR 12(4)"},
		{rights.Documents, "2026-12-05", rights.SilenceRefuses, "L. 241/1990 25(4)"},
		{rights.CivicSimple, "2026-12-05", rights.SilenceReview, "D.Lgs. 33/2013 5(7)"},
		{rights.CivicGeneral, "2026-12-05", rights.SilenceReview, "D.Lgs. 33/2013 5(7)"},
		{rights.CouncilMember, "", rights.SilenceNothing, "D.Lgs. 267/2000 43(2)"},
	} {
		due, err := c.door.Due(day("2026-11-05"), gdpr.Italy())
		require.NoError(t, err)
		if c.due == "" {
			require.Zero(t, due)
		} else {
			require.Equal(t, c.due, due.Due.String(), c.door)
		}
		silence, law := c.door.Silence()
		require.Equal(t, c.silence, silence)
		require.Equal(t, c.law, law)
		requireBoth(t, "", c.door.Label)
		requireBoth(t, "", silence.Label)
	}
	require.Empty(t, rights.Door(0).Label(language.Italian))
	require.Zero(t, rights.Door(0).Span())
	silence, _ := rights.Door(0).Silence()
	require.Zero(t, silence)
	_, err := rights.Documents.Due(day("9999-12-20"), gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultRange)
}

// TestCivicAccess: the thirty days stand still from the communication to the
// objection, whose ten days run from the receipt (D.Lgs. 33/2013 5(5)); documents
// wait for fifteen more where access is granted all the same (5(6)); the twenty of
// the review stand still for ten at most while the Garante is asked (5(7)).
func TestCivicAccess(t *testing.T) {
	for _, c := range []struct {
		name                        string
		c                           rights.CivicAccess
		objection, decision, review string
	}{
		{"alone", rights.CivicAccess{Received: day("2026-03-02")}, "", "2026-04-01", ""},
		{"objected after four days", rights.CivicAccess{Received: day("2026-03-02"), Told: day("2026-03-09"), Objected: day("2026-03-13")}, "", "2026-04-07", ""},
		{"objected late", rights.CivicAccess{Received: day("2026-03-02"), Told: day("2026-03-09"), Objected: day("2026-04-01")}, "", "2026-04-11", ""},
		{"silent", rights.CivicAccess{Received: day("2026-03-02"), Told: day("2026-03-09")}, "", "2026-04-11", ""},
		{"by registered letter", rights.CivicAccess{Received: day("2026-03-02"), Told: day("2026-03-09"), Got: day("2026-03-13"), Objected: day("2026-03-23")}, "2026-03-23", "2026-04-15", ""},
		{"by registered letter, no objection", rights.CivicAccess{Received: day("2026-03-02"), Told: day("2026-03-09"), Got: day("2026-03-12")}, "2026-03-23", "2026-04-14", ""}, // 22 March is a Sunday
		{"received the day it was sent", rights.CivicAccess{Received: day("2026-03-02"), Told: day("2026-03-09"), Got: day("2026-03-09"), Objected: day("2026-03-13")}, "2026-03-19", "2026-04-07", ""},
		{"reviewed", rights.CivicAccess{Received: day("2026-03-02"), Review: day("2026-04-08")}, "", "2026-04-01", "2026-04-28"},
		{"reviewed, the Garante asked", rights.CivicAccess{Received: day("2026-03-02"), Review: day("2026-04-08"), Garante: day("2026-04-10"), Opinion: day("2026-04-15")}, "", "2026-04-01", "2026-05-04"},
	} {
		terms, err := c.c.Terms(gdpr.Italy())
		require.NoError(t, err, c.name)
		for want, got := range map[string]date.Date{"d" + c.decision: terms.Decision.Due, "o" + c.objection: terms.Objection.Due, "r" + c.review: terms.Review.Due} {
			if len(want) > 1 {
				require.Equal(t, want[1:], got.String(), c.name)
			} else {
				require.Zero(t, got, c.name)
			}
		}
	}
	granted := rights.CivicAccess{Received: day("2026-03-02"), Told: day("2026-03-09"), Got: day("2026-03-10"), Objected: day("2026-03-13"), Granted: day("2026-04-02")}
	terms, err := granted.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2026-04-18", terms.Release.String(), "fifteen whole days after word of it was received")
	for field, bad := range map[string]rights.CivicAccess{
		"received": {},
		"got":      {Received: day("2026-03-02"), Told: day("2026-03-09"), Got: day("2026-03-08")},
		"objected": {Received: day("2026-03-02"), Told: day("2026-03-09"), Granted: day("2026-04-02")},
		"told":     {Received: day("2026-03-02"), Told: day("2026-03-01")},
		"review":   {Received: day("2026-03-02"), Garante: day("2026-04-01")},
	} {
		_, err := bad.Terms(gdpr.Italy())
		var input *gdpr.InputError
		require.ErrorAs(t, err, &input)
		require.Equal(t, field, input.Field)
	}
	// What ought to be published is communicated to nobody (5(5)), whichever door is
	// given the thirty days are the same.
	simple := rights.CivicAccess{Door: rights.CivicSimple, Received: day("2026-03-02"), Review: day("2026-04-08")}
	terms, err = simple.Terms(gdpr.Italy())
	require.NoError(t, err)
	simple.Door = rights.CivicGeneral
	general, err := simple.Terms(gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, general, terms)
	for field, bad := range map[string]rights.CivicAccess{
		"told":     {Told: day("2026-03-09")},
		"objected": {Objected: day("2026-03-13")},
		"granted":  {Granted: day("2026-04-02")},
	} {
		bad.Door, bad.Received = rights.CivicSimple, day("2026-03-02")
		_, err := bad.Terms(gdpr.Italy())
		require.ErrorIs(t, err, gdpr.FaultContradiction)
		var input *gdpr.InputError
		require.ErrorAs(t, err, &input)
		require.Equal(t, field, input.Field)
	}
	_, err = rights.CivicAccess{Door: rights.Documents, Received: day("2026-03-02")}.Terms(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultName)
	_, err = rights.CivicAccess{Received: day("9999-12-20")}.Terms(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultRange)
}

// TestPoliceSpans: D.Lgs. 51/2018 gives no month.
func TestPoliceSpans(t *testing.T) {
	spans := map[rights.Matter]rights.Span{}
	for m, s := range rights.PoliceSpans() {
		spans[m] = s
		_, err := gdpr.ParseProvision(string(s.Provision))
		require.NoError(t, err)
		requireBoth(t, "", m.Label)
	}
	require.Zero(t, spans[rights.PoliceReply].Term)
	require.Zero(t, spans[rights.PoliceRefusal].Term)
	require.Zero(t, spans[rights.PoliceCorrection].Term)
	require.Equal(t, gdpr.Term{N: 72, Unit: gdpr.Hours}, spans[rights.PoliceBreach].Term)
	require.Equal(t, gdpr.Term{N: 6, Unit: gdpr.Weeks}, spans[rights.PoliceConsultation].Term)
	for range rights.PoliceSpans() {
		break
	}
}

// TestContradictions: facts that can't both be true are an error, and one of them
// says that the other isn't.
func TestContradictions(t *testing.T) {
	d := rights.Standing{Self: yes, Deceased: yes}.Decide()
	require.ErrorIs(t, d.Err(), gdpr.FaultContradiction)
	require.ErrorContains(t, d.Err(), "self")
	require.Zero(t, d.Outcome)
	require.Empty(t, slices.Collect(d.Missing()))
	d = rights.Access{Processed: no, Others: yes}.Copy()
	require.ErrorIs(t, d.Err(), gdpr.FaultContradiction)
	require.NoError(t, rights.Access{Others: yes}.Copy().Err())
	require.NoError(t, rights.Decision{}.Err())
}

// TestRegimes: under a regime no reason cites a layer that doesn't bind.
func TestRegimes(t *testing.T) {
	for seed := range uint64(2000) {
		regime := gdpr.Regime(seed % 4)
		var (
			access   rights.Access
			erasure  rights.Erasure
			object   rights.Objection
			standing rights.Standing
			remedy   rights.Remedy
			purpose  rights.Purpose
			follow   rights.FollowUp
		)
		kleenetest.Partial(&access, seed, 0)
		kleenetest.Partial(&erasure, seed, 0)
		kleenetest.Partial(&object, seed, 0)
		kleenetest.Partial(&standing, seed, 0)
		kleenetest.Partial(&remedy, seed, 0)
		kleenetest.Partial(&purpose, seed, 0)
		kleenetest.Partial(&follow, seed, 0)
		access.Limit.Regime, erasure.Limit.Regime, object.Limit.Regime = regime, regime, regime
		standing.Regime, remedy.Regime, purpose.Regime, follow.Regime = regime, regime, regime, regime
		follow.Right = rights.Right(seed%8 + 1)
		decisions := []rights.Decision{access.Decide(), access.Copy(), erasure.Decide(), object.Decide(), standing.Decide(), remedy.Decide(), remedy.ToCourt(), purpose.NeedsConsent()}
		for _, d := range follow.Duties() {
			decisions = append(decisions, d)
		}
		for _, d := range decisions {
			for r := range d.Reasons() {
				require.True(t, regime.Binds(r.Provision), "%v: %v", regime, r)
			}
		}
	}
	require.Equal(t, yes, rights.Remedy{}.Report())
	require.Equal(t, no, rights.Remedy{Regime: gdpr.UnionLaw}.Report())
}

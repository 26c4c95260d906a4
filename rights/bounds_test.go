package rights_test

import (
	"slices"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// These tests hold the rules to their boundary days: the last lawful day, and the
// days before and after it. The request of most of them comes on Monday 2 March
// 2026: under public law alone its month is over on Thursday 2 April (GDPR 12(3)),
// three months on 2 June, a holiday, and so on 3 June (Reg. 1182/71 3(4)); the
// template's 30 days on 1 April (Regolamento 17(3)).
const (
	bornOf12 = "2013-03-03" // on 2 March 2026 these persons are as old as they say
	bornOf13 = "2012-03-03"
	bornOf14 = "2012-03-02"
)

var (
	arrived = day("2026-03-02")
	month   = day("2026-04-02")
	public  = rights.Policy{Regime: gdpr.PublicLaw}
)

func access(change func(*rights.Request)) rights.Request {
	r := rights.Request{Right: rights.ToAccess, Received: arrived}
	change(&r)
	return r
}

func asked(on, answered date.Date) rights.Pause {
	return rights.Pause{Cause: rights.Identification, Asked: on, Answered: answered, Prompt: yes}
}

// told is the finding of a code, with what it tells.
type told struct {
	code gdpr.Code
	args gdpr.Args
}

func TestBoundsOfCheck(t *testing.T) {
	police := func(replied date.Date) rights.Request {
		return access(func(r *rights.Request) { r.Police, r.Judicial, r.Replied = yes, no, replied })
	}
	waits := func(on date.Date) rights.Request {
		return access(func(r *rights.Request) { r.Pauses = []rights.Pause{asked(on, 0)} })
	}
	partly := func(sent date.Date) rights.Request {
		return access(func(r *rights.Request) {
			r.Extensions = []rights.Extension{{Told: arrived + 1, Reasons: "x"}}
			r.Replied = sent
			r.Refusal = rights.Refusal{Sent: sent, Reasons: "x", Complaint: true, Court: true}
		})
	}
	withdrawn := func(stopped date.Date) rights.Request {
		return rights.Request{Right: rights.ToWithdraw, Received: arrived, Stopped: stopped}
	}
	promise := rights.Policy{Regime: gdpr.PublicLaw, Days: 10} // up to 12 March
	own := rights.Policy{Regime: gdpr.PublicLaw, Days: 60, By: "Own 16(3)"}
	for _, c := range []struct {
		name    string
		request rights.Request
		on      date.Date
		policy  rights.Policy
		want    []told
	}{
		// Without undue delay (D.Lgs. 51/2018 9(3)): read as the longest month.
		{"police, 31 days", police(0), arrived + 31, public, nil},
		{"police, 32 days", police(0), arrived + 32, public, []told{{rights.CodePoliceSlow, gdpr.Args{32}}}},
		{"police, answered after 31 days", police(arrived + 31), arrived + 90, public, nil},
		{"police, answered after 32 days", police(arrived + 32), arrived + 90, public, []told{{rights.CodePoliceSlow, gdpr.Args{32}}}},

		// A promise binds nobody, and stands still as the terms do (GDPR 12(6)).
		{"promise, its last day", access(func(*rights.Request) {}), arrived + 10, promise, nil},
		{"promise, a day later", access(func(*rights.Request) {}), arrived + 11, promise, []told{{rights.CodePromiseLate, gdpr.Args{10, "2026-03-12"}}}},
		{"promise, a question on its last day", waits(arrived + 10), arrived + 18, promise, nil},
		{"promise, a question before it", waits(arrived + 9), arrived + 18, promise, nil},
		{"promise, a question after it", waits(arrived + 11), arrived + 18, promise, []told{{rights.CodePromiseLate, gdpr.Args{10, "2026-03-12"}}}},

		// Clarifying or identifying on the last day stops the month (GDPR 12(6)).
		{"question on the last day", waits(month), month + 8, public, nil},
		{"question a day later", waits(month + 1), month + 8, public,
			[]told{{rights.CodePauseOutside, gdpr.Args{"2026-04-03", "2026-04-02"}}, {rights.CodeOverdue, gdpr.Args{8, "2026-04-02"}}}},
		{"question answered on the last day", access(func(r *rights.Request) { r.Pauses = []rights.Pause{asked(month, month)} }), month, public, nil},
		{"open for 31 days", waits(arrived + 2), arrived + 33, public, nil},
		{"open for 32 days", waits(arrived + 2), arrived + 34, public, []told{{rights.CodePauseOpen, gdpr.Args{"2026-03-04", 32}}}},

		// The refusal of a part in the extended term (GDPR 12(3), 12(4)).
		{"partly, on the last extended day", partly(day("2026-06-03")), day("2026-07-01"), public, []told{{rights.CodeRefusalPartly, gdpr.Args{"2026-06-03", 62, "2026-04-02"}}}},
		{"partly, a day later", partly(day("2026-06-04")), day("2026-07-01"), public,
			[]told{{rights.CodeReplyLate, gdpr.Args{"2026-06-04", 1, "2026-06-03"}}, {rights.CodeRefusalLate, gdpr.Args{"2026-06-04", 63, "2026-04-02"}}}},

		// A withdrawal takes effect on receipt (GDPR 7(3)); to confirm it in a month is good practice.
		{"withdrawal, stopped on its day, the month's last", withdrawn(arrived), month, public, nil},
		{"withdrawal, not answered a day later", withdrawn(arrived), month + 1, public, []told{{rights.CodeWithdrawalReply, gdpr.Args{"2026-04-02"}}}},
		{"withdrawal, stopped on the third day", withdrawn(arrived + 3), month, public, []told{{rights.CodeWithdrawalLate, gdpr.Args{"2026-03-05", 3, "2026-03-02"}}}},
		{"withdrawal, not stopped", withdrawn(0), arrived + 5, public, []told{{rights.CodeWithdrawalIgnored, gdpr.Args{5, "2026-03-02"}}}},

		// The clock of each rule is its own: a question that comes after the month,
		// while longer days still run, isn't without effect.
		{"question in the body's own days", access(func(r *rights.Request) { r.Pauses = []rights.Pause{asked(month+9, month+9)} }), month + 9, own, []told{{rights.CodeOverdue, gdpr.Args{9, "2026-04-02"}}}},
		{"question in the template's days", rights.Request{Right: rights.ToAccess, Received: day("2028-01-31"), Pauses: []rights.Pause{asked(day("2028-03-01"), day("2028-03-01"))}},
			day("2028-03-01"), rights.Policy{}, []told{{rights.CodeOverdue, gdpr.Args{1, "2028-02-29"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			fs, err := c.request.Check(c.on, c.policy, gdpr.Italy())
			require.NoError(t, err)
			requireTold(t, fs)
			var got []told
			for _, f := range fs {
				got = append(got, told{f.Code, f.Args})
			}
			require.Equal(t, c.want, got)
		})
	}
}

// TestRulesThatEndTogether: two rules of one last day make one finding, of both
// (GDPR 12(3), Regolamento 17(3)): from 31 March both end on 30 April.
func TestRulesThatEndTogether(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-03-31")}
	fs, err := r.Check(day("2026-05-01"), rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Len(t, fs, 1)
	require.Equal(t, []gdpr.Provision{"GDPR 12(3)", "Regolamento 17(3)"}, fs[0].Provisions)
}

func TestBoundsOfRequest(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*rights.Request)
		fault  gdpr.Fault
		field  string
	}{
		{"ended on the day of receipt", func(r *rights.Request) { r.End = rights.End{On: arrived, How: rights.Repeated} }, "", ""},
		{"ended before", func(r *rights.Request) { r.End = rights.End{On: arrived - 1, How: rights.Repeated} }, gdpr.FaultOrder, "end.on"},
		{"ended in no known way", func(r *rights.Request) { r.End = rights.End{On: arrived, How: rights.Repeated + 1} }, gdpr.FaultName, "end.how"},
		{"withheld on the day of receipt", func(r *rights.Request) { r.Refusal.Withheld = arrived }, "", ""},
		{"withheld before", func(r *rights.Request) { r.Refusal.Withheld = arrived - 1 }, gdpr.FaultOrder, "refusal.withheld"},
		{"the last right beside", func(r *rights.Request) { r.Also = []rights.Right{rights.ToWithdraw} }, "", ""},
		{"an unknown one beside", func(r *rights.Request) { r.Also = []rights.Right{rights.ToErasure, rights.ToWithdraw + 1} }, gdpr.FaultName, "also[1]"},
		{"the last ground", func(r *rights.Request) {
			r.Extensions = []rights.Extension{{Told: arrived, Reasons: "x", Ground: rights.Number}}
		}, "", ""},
		{"an unknown ground", func(r *rights.Request) { r.Extensions = []rights.Extension{{Told: arrived, Ground: rights.Number + 1}} }, gdpr.FaultName, "extensions[0].ground"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := access(c.change).Timeline(public, gdpr.Italy())
			if c.field == "" {
				require.NoError(t, err)
				return
			}
			requireFault(t, err, c.fault, c.field)
		})
	}
	for days, fits := range map[int]bool{0: true, 10_000: true, 10_001: false, -1: false} {
		_, err := access(func(*rights.Request) {}).Timeline(rights.Policy{Days: days}, gdpr.Italy())
		require.Equal(t, fits, err == nil, days)
	}
}

// TestBoundsOfAsOf: what happened on a day is known at the end of it (GDPR 5(2)).
func TestBoundsOfAsOf(t *testing.T) {
	on := arrived + 9
	r := access(func(r *rights.Request) {
		r.Stopped, r.End = on, rights.End{On: on, How: rights.TakenBack, By: "x"}
		r.Refusal = rights.Refusal{Withheld: on - 3, Sent: on, Ground: rights.ByLimit}
	})
	require.Equal(t, r, r.AsOf(on))
	before := r.AsOf(on - 1)
	require.Zero(t, before.Stopped)
	require.Zero(t, before.End)
	require.Zero(t, before.Refusal.Sent)
	require.Equal(t, on-3, before.Refusal.Withheld)

	// A refusal stands until a reply, unless the request went on after its day.
	for _, c := range []struct {
		asked, told date.Date
		stands      bool
	}{{on, on, true}, {on + 1, on, false}, {on, on + 1, false}} {
		r := access(func(r *rights.Request) {
			r.Replied, r.Refusal = on+9, rights.Refusal{Sent: on, Reasons: "x"}
			r.Pauses = []rights.Pause{{Asked: c.asked}}
			r.Extensions = []rights.Extension{{Told: c.told, Reasons: "x"}}
		})
		require.Equal(t, c.stands, r.AsOf(on+2).Refusal == r.Refusal)
	}
}

func TestBoundsOfStatus(t *testing.T) {
	ended := access(func(r *rights.Request) { r.End = rights.End{On: arrived + 18, How: rights.TakenBack, By: "x"} })
	waits := access(func(r *rights.Request) { r.Pauses = []rights.Pause{asked(month, 0)} })
	police := func(change func(*rights.Request)) rights.Request {
		r := access(change)
		r.Police = yes
		return r
	}
	taken := police(func(r *rights.Request) { r.End = ended.End })
	refused := police(func(r *rights.Request) { r.Refusal.Sent = arrived + 18 })
	for _, c := range []struct {
		name    string
		request rights.Request
		on      date.Date
		want    rights.Status
	}{
		{"the day of the end", ended, arrived + 18, rights.Status{State: rights.Closed, Days: 13, Counted: 18}},
		{"the day before", ended, arrived + 17, rights.Status{State: rights.Running, Days: 14, Counted: 17}},
		{"waiting since the last day", waits, month + 40, rights.Status{State: rights.Paused, Days: 0, Counted: 31}},
		{"police, running", taken, arrived + 17, rights.Status{State: rights.Running, Counted: 17}},
		{"police, the day of the end", taken, arrived + 18, rights.Status{State: rights.Closed, Counted: 18}},
		{"police, the day before the refusal", refused, arrived + 17, rights.Status{State: rights.Running, Counted: 17}},
		{"police, the day of the refusal", refused, arrived + 18, rights.Status{State: rights.Refused, Counted: 18}},
	} {
		t.Run(c.name, func(t *testing.T) {
			line, err := c.request.Timeline(public, gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, c.want, line.Status(c.on))
		})
	}
}

// TestCountedWithPauses: the days on which the clock stood still don't count, those
// of a question that stops nothing do (GDPR 12(6)).
func TestCountedWithPauses(t *testing.T) {
	late := asked(arrived+2, arrived+7)
	late.Prompt = no
	for _, c := range []struct {
		name    string
		pauses  []rights.Pause
		counted int
	}{
		{"none", nil, 20},
		{"five days", []rights.Pause{asked(arrived+2, arrived+7)}, 15},
		{"not put promptly", []rights.Pause{late}, 20},
		{"not put promptly, and five days", []rights.Pause{late, asked(arrived+8, arrived+13)}, 15},
		{"overlapping", []rights.Pause{asked(arrived+2, arrived+7), asked(arrived+4, arrived+9)}, 13},
		{"one within the other", []rights.Pause{asked(arrived+2, arrived+9), asked(arrived+4, arrived+5), asked(arrived+8, arrived+10)}, 12},
		{"answered at once", []rights.Pause{asked(arrived+2, arrived+2), asked(arrived+2, arrived+7)}, 15},
		{"open on the reply", []rights.Pause{asked(arrived+18, 0)}, 18},
		{"asked on the day of the reply", []rights.Pause{asked(arrived+20, 0)}, 20},
		{"answered after the reply", []rights.Pause{asked(arrived+18, arrived+30)}, 18},
	} {
		t.Run(c.name, func(t *testing.T) {
			line, err := access(func(r *rights.Request) { r.Pauses, r.Replied = c.pauses, arrived+20 }).Timeline(public, gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, c.counted, line.Counted)
		})
	}
}

// TestPausesThatFollowAtOnce: pauses that overlap, or follow at once, are one. The
// month is over on 28 February, and Safe, by a month from 30 January put off by two
// days, on 1 March.
func TestPausesThatFollowAtOnce(t *testing.T) {
	from := day("2026-02-28")
	line := func(pauses ...rights.Pause) rights.Timeline {
		got, err := rights.Request{Right: rights.ToAccess, Received: day("2026-01-30"), Pauses: pauses}.Timeline(public, gdpr.Italy())
		require.NoError(t, err)
		return got
	}
	one := line(asked(from, from+2))
	require.Equal(t, "2026-03-01", one.Reply.GDPR.Safe.String())
	require.Equal(t, one, line(asked(from, from+1), asked(from+1, from+2)))
	require.Equal(t, one, line(asked(from, from+2), asked(from+1, from+2)))
}

// TestDeferredOnTheLastDay: a limit that is told within the term puts off the reply
// (Codice 2-undecies(3)); told a day later it doesn't.
func TestDeferredOnTheLastDay(t *testing.T) {
	for sent, deferred := range map[date.Date]bool{month - 1: true, month: true, month + 1: false} {
		line, err := access(func(r *rights.Request) {
			r.Replied = month + 60
			r.Refusal = rights.Refusal{Sent: sent, Ground: rights.ByLimit, Reasons: "x",
				Limit: rights.Limit{Interest: rights.Tax, Prejudice: yes, Proportionate: yes, Part: no, Passing: yes, Defeats: no}}
		}).Timeline(public, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, deferred, line.Deferred, sent)
	}
}

// TestSafeWithLaterPauses: each reading that counts one term after the other has
// the days of a pause that comes in the extended term too (GDPR 12(3), 12(6)).
func TestSafeWithLaterPauses(t *testing.T) {
	// A month from 31 January, two from 28 February, ten days.
	line, err := rights.Request{Right: rights.ToAccess, Received: day("2026-01-05"), Extensions: []rights.Extension{{Told: day("2026-02-20"), Reasons: "x"}},
		Pauses: []rights.Pause{asked(day("2026-01-20"), day("2026-02-15")), asked(day("2026-04-01"), day("2026-04-11"))}}.Timeline(public, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, 36, line.Extended.Paused)
	require.Equal(t, "2026-05-08", line.Extended.Safe.String())

	// Twenty days of the body's own and five of pause end on 27 March; two months
	// later is 27 May, and the ten days of the later pause end on 6 June.
	own := rights.Policy{Regime: gdpr.PublicLaw, Days: 20, By: "Own 16(3)"}
	line, err = access(func(r *rights.Request) {
		r.Extensions = []rights.Extension{{Told: arrived + 18, Reasons: "x"}}
		r.Pauses = []rights.Pause{asked(day("2026-03-10"), day("2026-03-15")), asked(day("2026-04-10"), day("2026-04-20"))}
	}).Timeline(own, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2026-03-27", line.Reply.Own.Safe.String())
	require.Equal(t, 15, line.Extended.Paused)
	require.Equal(t, "2026-06-06", line.Extended.Safe.String())
}

// TestBoundsOfAge: a State may set an age from 13 to 16 (GDPR 8(1)); Italy's is 14
// (Codice 2-quinquies(1)), below which the parents consent, and from which the
// information is fit for a child (Codice 2-quinquies(2), L. 132/2025 4(4)).
func TestBoundsOfAge(t *testing.T) {
	for age, fits := range map[int]bool{0: true, 12: false, 13: true, 16: true, 17: false} {
		c := validConsent
		c.Age = age
		_, err := c.Check()
		if fits {
			require.NoError(t, err, age)
			continue
		}
		requireFault(t, err, gdpr.FaultRange, "age")
	}
	for _, c := range []struct {
		name       string
		born       string
		online, ai gdpr.Answer
		clear      gdpr.Answer
		want       gdpr.Code
		law        []gdpr.Provision
	}{
		{"12, perhaps online", bornOf12, gdpr.Unknown, no, yes, rights.CodeConsentParent, []gdpr.Provision{"GDPR 8(1)", "Codice 2-quinquies(1)"}},
		{"13, perhaps online", bornOf13, gdpr.Unknown, no, yes, rights.CodeConsentParent, []gdpr.Provision{"GDPR 8(1)", "Codice 2-quinquies(1)"}},
		{"14, perhaps online", bornOf14, gdpr.Unknown, no, yes, rights.CodeConsentMinor, []gdpr.Provision{"GDPR 8(3)", "c.c. 2(1)", "c.c. 320(1)"}},
		{"14, online, unclear", bornOf14, yes, no, no, rights.CodeConsentChild, []gdpr.Provision{"Codice 2-quinquies(2)"}},
		{"14, artificial intelligence, unclear", bornOf14, no, yes, no, rights.CodeConsentChild, []gdpr.Provision{"L. 132/2025 4(4)"}},
		{"14, both, unclear", bornOf14, yes, yes, no, rights.CodeConsentChild, []gdpr.Provision{"Codice 2-quinquies(2)", "L. 132/2025 4(4)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			consent := validConsent
			consent.Given, consent.Born, consent.Parent = arrived, day(c.born), no
			consent.Online, consent.AI, consent.Clear = c.online, c.ai, c.clear
			fs, err := consent.Check()
			require.NoError(t, err)
			i := slices.IndexFunc(fs, func(f gdpr.Finding) bool { return f.Code == c.want })
			require.GreaterOrEqual(t, i, 0, fs)
			require.Equal(t, c.law, fs[i].Provisions)
		})
	}
}

// TestWeighingIsForCompatibility: the five elements are weighed where the use rests
// on its being compatible (GDPR 6(4)), not where consent or a law allows it, nor
// where nothing does.
func TestWeighingIsForCompatibility(t *testing.T) {
	require.Len(t, rights.FurtherUse{Compatible: yes, Informed: yes}.Check(), 5)
	for _, f := range []rights.FurtherUse{
		{Compatible: yes, Consent: yes, Informed: yes},
		{Compatible: yes, Law: yes, Informed: yes},
		{Compatible: yes, Archives: yes, Informed: yes},
	} {
		require.Empty(t, f.Check())
	}
	fs := rights.FurtherUse{Compatible: no, Consent: no, Law: no, Archives: no}.Check()
	require.Equal(t, []found{{rights.CodeFurtherUnlawful, gdpr.Violation, ""}}, summary(fs))
}

// TestQuestionOfARestriction: where the Codice doesn't bind, the question on the
// prejudice is that of GDPR 23(1), and the others stay.
func TestQuestionOfARestriction(t *testing.T) {
	codes := func(regime gdpr.Regime) (codes []gdpr.Code) {
		for q := range (rights.Limit{Regime: regime, Interest: rights.Tax}).Decide().Missing() {
			codes = append(codes, q.Code)
		}
		return codes
	}
	require.Equal(t, []gdpr.Code{"rights.limit.prejudice.ask", "rights.limit.proportionate.ask", "rights.limit.part.ask", "rights.limit.passing.ask"}, codes(gdpr.PublicLaw))
	require.Equal(t, []gdpr.Code{"rights.restricted.prejudice.ask", "rights.limit.proportionate.ask", "rights.limit.part.ask", "rights.limit.passing.ask"}, codes(gdpr.UnionLaw))
}

// TestLawOfALimit: each limit is held to the law that sets it (Codice 2-undecies;
// GDPR 23).
func TestLawOfALimit(t *testing.T) {
	for _, c := range []struct {
		interest rights.Interest
		regime   gdpr.Regime
		sent     []gdpr.Provision // of a refusal that shows no limit
		reasons  []gdpr.Provision // of one that was kept silent, without reasons
	}{
		{rights.Tax, gdpr.PublicLaw, []gdpr.Provision{"Codice 2-undecies(3)"}, []gdpr.Provision{"Codice 2-undecies(3)"}},
		{rights.Parliament, gdpr.PublicLaw, []gdpr.Provision{"Codice 2-undecies(1)"}, []gdpr.Provision{"Codice 2-undecies(1)"}},
		{rights.Tax, gdpr.UnionLaw, []gdpr.Provision{"GDPR 23(1)"}, []gdpr.Provision{"GDPR 5(2)"}},
		{rights.Parliament, gdpr.UnionLaw, []gdpr.Provision{"GDPR 23(1)"}, []gdpr.Provision{"GDPR 5(2)"}},
	} {
		refusal := rights.Refusal{Sent: arrived, Ground: rights.ByLimit, Reasons: "x", Complaint: true, Court: true, Garante: true,
			Limit: rights.Limit{Regime: c.regime, Interest: c.interest, Prejudice: no, Proportionate: no}}
		fs := refusal.Check()
		require.Len(t, fs, 1)
		require.Equal(t, rights.CodeRefusalLimit, fs[0].Code)
		require.Equal(t, c.sent, fs[0].Provisions)

		refusal.Sent, refusal.Withheld, refusal.Reasons = 0, arrived, ""
		refusal.Limit.Prejudice, refusal.Limit.Proportionate, refusal.Limit.Defeats = yes, yes, yes
		fs = refusal.Check()
		i := slices.IndexFunc(fs, func(f gdpr.Finding) bool { return f.Code == rights.CodeRefusalReasons })
		require.GreaterOrEqual(t, i, 0, fs)
		require.Equal(t, c.reasons, fs[i].Provisions)
	}
}

// TestSilenceOnce: only a limit that is still kept silent, and passes, is told later
// (Codice 2-undecies(3)): not one that was told, nor a silence for another reason.
func TestSilenceOnce(t *testing.T) {
	limit := rights.Limit{Interest: rights.Tax, Prejudice: yes, Proportionate: yes, Part: no, Passing: yes, Defeats: yes}
	for _, c := range []struct {
		name    string
		refusal rights.Refusal
		untold  bool
	}{
		{"silent", rights.Refusal{Withheld: arrived + 9, Ground: rights.ByLimit, Limit: limit}, true},
		{"told later", rights.Refusal{Withheld: arrived + 9, Sent: arrived + 90, Ground: rights.ByLimit, Limit: limit}, false},
		{"told at once", rights.Refusal{Sent: arrived + 9, Ground: rights.ByLimit, Limit: limit}, false},
		{"too much", rights.Refusal{Withheld: arrived + 9, Ground: rights.TooMuch, Limit: limit}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := access(func(r *rights.Request) {
				r.Refusal = c.refusal
				r.Refusal.Reasons, r.Refusal.Complaint, r.Refusal.Court, r.Refusal.Garante = "x", true, true, true
			})
			fs, err := r.Check(arrived+100, public, gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, c.untold, fs.Has(rights.CodeRefusalCeased))
			line, err := r.Timeline(public, gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, c.untold, slices.Contains(slices.Collect(r.Letters(line, arrived+100)), rights.Granted))
		})
	}
}

// TestSilenceAndLetterOnOneDay: a letter of the day of the decision wasn't put off
// by it, so that a late one is late whether or not the limit holds (GDPR 12(4)).
func TestSilenceAndLetterOnOneDay(t *testing.T) {
	for _, c := range []struct {
		prejudice gdpr.Answer
		withheld  date.Date
		severity  gdpr.Severity
		where     string
	}{
		{gdpr.Unknown, month + 1, gdpr.Violation, "refusal.sent"},
		{yes, month + 1, gdpr.Violation, "refusal.sent"},
		{gdpr.Unknown, month, gdpr.Warning, "refusal.sent"}, // if it holds, the decision was in time
	} {
		r := access(func(r *rights.Request) {
			r.Refusal = rights.Refusal{Withheld: c.withheld, Sent: month + 1, Ground: rights.ByLimit, Reasons: "x", Complaint: true, Court: true, Garante: true,
				Limit: rights.Limit{Interest: rights.Tax, Prejudice: c.prejudice, Proportionate: yes, Part: no, Passing: yes, Defeats: yes}}
		})
		fs, err := r.Check(month+9, public, gdpr.Italy())
		require.NoError(t, err)
		require.Contains(t, summary(fs), found{rights.CodeRefusalLate, c.severity, c.where})
	}
}

// TestSafeOfAStop: while it isn't known how long the days stand still, Safe has them
// run on; once it is, Safe stands still too (D.Lgs. 33/2013 5(5), 5(7)).
func TestSafeOfAStop(t *testing.T) {
	for _, c := range []struct {
		objected, opinion string
		decision, review  string
	}{
		{"", "", "2026-04-01", "2026-05-05"},
		{"2026-03-10", "2026-04-22", "2026-04-06", "2026-05-07"},
	} {
		access := rights.CivicAccess{Door: rights.CivicGeneral, Received: arrived, Told: day("2026-03-05"), Review: day("2026-04-15"), Garante: day("2026-04-20")}
		if c.objected != "" {
			access.Objected, access.Opinion = day(c.objected), day(c.opinion)
		}
		terms, err := access.Terms(gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, c.decision, terms.Decision.Safe.String())
		require.Equal(t, c.review, terms.Review.Safe.String())
	}
}

package rights_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// TestReplyInItaly has the dates on which other programs go wrong: a month taken
// for 30 days, a month that overflows, no moving off holidays. The Comune is
// bound by both rules, and Due and Provision are those of the one that ends
// first.
func TestReplyInItaly(t *testing.T) {
	for _, c := range []struct{ received, month, days, by string }{
		{"2026-01-31", "2026-03-02", "2026-03-02", "GDPR 12(3)"},        // both on Monday: the month was over on Saturday 28 February
		{"2027-01-29", "2027-03-01", "2027-03-01", "GDPR 12(3)"},        // 28 February is a Sunday; 30 days end that same day
		{"2028-01-31", "2028-02-29", "2028-03-01", "GDPR 12(3)"},        // leap year
		{"2026-03-31", "2026-04-30", "2026-04-30", "GDPR 12(3)"},        // the same day by both
		{"2026-05-02", "2026-06-03", "2026-06-01", "Regolamento 17(3)"}, // 2 June
		{"2026-03-06", "2026-04-07", "2026-04-07", "Regolamento 17(3)"}, // Easter Monday; 30 days were over on Easter Sunday
		{"2026-11-25", "2026-12-28", "2026-12-28", "GDPR 12(3)"},        // Christmas
		{"2026-12-01", "2027-01-04", "2026-12-31", "Regolamento 17(3)"}, // New Year
		{"2027-07-15", "2027-08-16", "2027-08-14", "Regolamento 17(3)"}, // Ferragosto; by c.c. 2963 a Saturday ends the 30 days
		{"2027-09-04", "2027-10-05", "2027-10-05", "GDPR 12(3)"},        // 4 October, again a holiday
	} {
		got := timeline(t, rights.Request{Right: rights.ToAccess, Received: day(c.received)}, gdpr.Italy())
		require.Equal(t, c.month, got.Reply.GDPR.Due.String(), c.received)
		require.Equal(t, c.days, got.Reply.Municipal.Due.String(), c.received)
		require.Equal(t, gdpr.Provision(c.by), got.Reply.Provision, c.received)
		require.Equal(t, min(day(c.month), day(c.days)), got.Reply.Due, c.received)
		require.Equal(t, min(got.Reply.GDPR.Nominal, got.Reply.Municipal.Nominal), got.Reply.Safe, c.received)
	}
}

func TestExtendedInItaly(t *testing.T) {
	for _, c := range []struct{ received, gdpr, municipal, safe string }{
		{"2026-01-31", "2026-04-30", "2026-05-02", "2026-04-28"}, // 2 May is a Saturday, which moves no Italian term; the chain would end on 28 April
		{"2028-01-31", "2028-05-02", "2028-05-02", "2028-04-29"}, // 30 April is a Sunday, 1 May a holiday
		{"2026-07-01", "2026-10-01", "2026-09-30", "2026-09-30"}, // 31 July and two months
		{"2026-11-30", "2027-03-01", "2027-03-01", "2027-02-28"}, // the last day of February is a Sunday
	} {
		got := timeline(t, rights.Request{Received: day(c.received)}, gdpr.Italy())
		require.Equal(t, c.gdpr, got.Extended.GDPR.Due.String(), c.received)
		require.Equal(t, c.municipal, got.Extended.Municipal.Due.String(), c.received)
		require.Equal(t, c.safe, got.Extended.Safe.String(), c.received)
		require.NotZero(t, got.Extended.GDPR.Steps&gdpr.Extended)
		require.NotZero(t, got.Extended.Municipal.Steps&gdpr.Extended)
		require.Zero(t, got.Told)
		require.Equal(t, got.Reply, got.InForce())
	}
}

// TestProvisionsOfEachRight pins who sets the terms of a right.
func TestProvisionsOfEachRight(t *testing.T) {
	for right, want := range map[rights.Right][3]gdpr.Provision{
		0:                      {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
		rights.ToAccess:        {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
		rights.ToRectification: {"Regolamento 20(2)", "Regolamento 20(2)", "GDPR 12(3)"},
		rights.ToErasure:       {"Regolamento 19(2)", "Regolamento 19(2)", "GDPR 12(3)"},
		rights.ToRestriction:   {"Regolamento 18(2)", "Regolamento 18(2)", "GDPR 12(3)"},
		rights.ToPortability:   {"Regolamento 17(3)", "Regolamento 17(3)", "GDPR 12(3)"},
		rights.ToObject:        {"Regolamento 21(2)", "Regolamento 21(3)", "GDPR 12(3)"},
		rights.ToHumanDecision: {"", "", "GDPR 12(3)"}, // no comma of the template on article 22
		rights.ToWithdraw:      {},                     // no term at all
	} {
		got := timeline(t, rights.Request{Right: right, Received: day("2026-03-02")}, gdpr.Italy())
		require.Equal(t, want, [3]gdpr.Provision{got.Reply.Municipal.Provision, got.Extended.Municipal.Provision, got.Reply.GDPR.Provision}, right)
		require.Equal(t, want[2], got.Extended.GDPR.Provision)
		require.Equal(t, want[2], got.Notice.Provision)
	}
}

// TestRefusalAndNotice: a refusal is due when the reply is, and the notice of an
// extension in one month from receipt, with the first day of both as the safe one.
func TestRefusalAndNotice(t *testing.T) {
	got := timeline(t, rights.Request{Received: day("2026-01-31")}, gdpr.Italy())
	require.Equal(t, got.Reply.Due, got.Refusal.Due)
	require.Equal(t, gdpr.Provision("GDPR 12(4)"), got.Refusal.Provision)
	require.Equal(t, gdpr.Provision("GDPR 12(3)"), got.Notice.Provision)

	got = timeline(t, rights.Request{Received: day("2026-07-01")}, gdpr.Italy())
	require.Equal(t, "2026-07-31", got.Refusal.Due.String())
	require.Equal(t, gdpr.Provision("Regolamento 17(3)"), got.Refusal.Provision)
	require.Equal(t, "2026-08-03", got.Notice.Due.String())
	require.Equal(t, "2026-07-31", got.Notice.Safe.String())
}

// TestExtensionInForce: an extension has effect if it is in time and reasoned,
// and the first such one alone.
func TestExtensionInForce(t *testing.T) {
	notice := day("2026-08-03") // a month from 1 July, off a Saturday
	for _, c := range []struct {
		name       string
		extensions []rights.Extension
		told       date.Date
	}{
		{"none", nil, 0},
		{"on the last day", []rights.Extension{{Told: notice, Reasons: "x"}}, notice},
		{"a day late", []rights.Extension{{Told: notice + 1, Reasons: "x"}}, 0},
		{"without reasons", []rights.Extension{{Told: notice - 9, Reasons: " \n"}}, 0},
		{"on the day of receipt", []rights.Extension{{Told: day("2026-07-01"), Reasons: "x"}}, day("2026-07-01")},
		{"the second with reasons", []rights.Extension{{Told: notice - 9}, {Told: notice - 1, Reasons: "x"}}, notice - 1},
		{"twice", []rights.Extension{{Told: notice - 9, Reasons: "x"}, {Told: notice - 1, Reasons: "y"}}, notice - 9},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := timeline(t, rights.Request{Received: day("2026-07-01"), Extensions: c.extensions}, gdpr.Italy())
			require.Equal(t, c.told, got.Told)
			want := got.Reply
			if c.told != 0 {
				want = got.Extended
			}
			require.Equal(t, want, got.InForce())
			require.Equal(t, "2026-07-31", got.Reply.Due.String())
			require.Equal(t, "2026-09-30", got.Extended.Due.String())
		})
	}
}

// TestPauses: only prompt pauses with a cause, each day once, begun while the
// days of the term run.
func TestPauses(t *testing.T) {
	pause := func(asked, answered string) rights.Pause {
		p := rights.Pause{Cause: rights.Identification, Asked: day(asked), Prompt: gdpr.Yes}
		if answered != "" {
			p.Answered = day(answered)
		}
		return p
	}
	late := pause("2026-03-04", "2026-03-16")
	late.Prompt = gdpr.No
	unsaid := pause("2026-03-04", "2026-03-16")
	unsaid.Prompt = gdpr.Unknown
	causeless := pause("2026-03-04", "2026-03-16")
	causeless.Cause = 0
	extension := []rights.Extension{{Told: day("2026-03-20"), Reasons: "x"}}

	// Received on 2 March 2026: both rules end in April, the 30 days on the 1st,
	// the month on the 2nd, both working days.
	for _, c := range []struct {
		name     string
		pauses   []rights.Pause
		extended bool
		replied  string
		paused   int
		waiting  string
		due      string
	}{
		{"none", nil, false, "", 0, "", "2026-04-01"},
		{"one", []rights.Pause{pause("2026-03-04", "2026-03-16")}, false, "", 12, "", "2026-04-13"},
		{"answered the same day", []rights.Pause{pause("2026-03-04", "2026-03-04")}, false, "", 0, "", "2026-04-01"},
		{"not prompt", []rights.Pause{late}, false, "", 0, "", "2026-04-01"},
		{"prompt or not, nobody says", []rights.Pause{unsaid}, false, "", 0, "", "2026-04-01"},
		{"without cause", []rights.Pause{causeless}, false, "", 0, "", "2026-04-01"},
		{"after one that doesn't count", []rights.Pause{late, pause("2026-03-10", "2026-03-12")}, false, "", 2, "", "2026-04-03"},
		{"two", []rights.Pause{pause("2026-03-04", "2026-03-06"), pause("2026-03-10", "2026-03-13")}, false, "", 5, "", "2026-04-07"}, // 6 April is Easter Monday
		{"overlapping", []rights.Pause{pause("2026-03-04", "2026-03-10"), pause("2026-03-06", "2026-03-13")}, false, "", 9, "", "2026-04-10"},
		{"one inside another", []rights.Pause{pause("2026-03-04", "2026-03-13"), pause("2026-03-06", "2026-03-08")}, false, "", 9, "", "2026-04-10"},
		{"touching", []rights.Pause{pause("2026-03-04", "2026-03-08"), pause("2026-03-08", "2026-03-13")}, false, "", 9, "", "2026-04-10"},
		{"open", []rights.Pause{pause("2026-03-04", "")}, false, "", 0, "2026-03-04", "2026-04-01"},
		{"open after a closed one", []rights.Pause{pause("2026-03-04", "2026-03-06"), pause("2026-03-10", "")}, false, "", 2, "2026-03-10", "2026-04-03"},
		{"open inside a closed one", []rights.Pause{pause("2026-03-04", "2026-03-10"), pause("2026-03-06", "")}, false, "", 6, "2026-03-10", "2026-04-07"},
		{"closed inside an open one", []rights.Pause{pause("2026-03-04", ""), pause("2026-03-06", "2026-03-10")}, false, "", 0, "2026-03-04", "2026-04-01"},
		{"open, then answered", []rights.Pause{pause("2026-03-04", "")}, false, "2026-05-20", 77, "", "2026-06-17"},
		{"closed after the reply", []rights.Pause{pause("2026-03-04", "2026-03-30")}, false, "2026-03-24", 20, "", "2026-04-21"},
		{"on the last day", []rights.Pause{pause("2026-04-01", "2026-04-11")}, false, "", 10, "", "2026-04-11"}, // a Saturday, by the 30 days
		{"a day after the last", []rights.Pause{pause("2026-04-02", "2026-04-11")}, false, "", 0, "", "2026-04-01"},
		{"on the last day, put off by another", []rights.Pause{pause("2026-03-04", "2026-03-16"), pause("2026-04-13", "2026-04-14")}, false, "", 13, "", "2026-04-14"},
		{"a day after the last, put off by another", []rights.Pause{pause("2026-03-04", "2026-03-16"), pause("2026-04-14", "2026-04-15")}, false, "", 12, "", "2026-04-13"},
		{"in the extended term", []rights.Pause{pause("2026-04-20", "2026-04-30")}, true, "", 10, "", "2026-06-11"},
		{"in both terms", []rights.Pause{pause("2026-03-04", "2026-03-16"), pause("2026-04-20", "2026-04-30")}, true, "", 22, "", "2026-06-23"},
		{"on the last day of the extended term", []rights.Pause{pause("2026-06-01", "2026-06-02")}, true, "", 1, "", "2026-06-03"}, // 2 June
		{"a day after the extended term", []rights.Pause{pause("2026-06-02", "2026-06-12")}, true, "", 0, "", "2026-06-01"},
		{"open in the extended term", []rights.Pause{pause("2026-04-20", "")}, true, "", 0, "2026-04-20", "2026-06-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := rights.Request{Received: day("2026-03-02"), Pauses: c.pauses}
			if c.extended {
				r.Extensions = extension
			}
			if c.replied != "" {
				r.Replied = day(c.replied)
			}
			got := timeline(t, r, gdpr.Italy())
			require.Equal(t, c.paused, got.Paused)
			require.Equal(t, c.due, got.InForce().Due.String())
			var waiting date.Date
			if c.waiting != "" {
				waiting = day(c.waiting)
			}
			require.Equal(t, waiting, got.Waiting)
		})
	}
}

// TestExtensionInAPause: while the clock stands still a notice isn't late, and it
// is told the same way once the answer has come.
func TestExtensionInAPause(t *testing.T) {
	r := rights.Request{
		Right:      rights.ToAccess,
		Received:   day("2026-03-02"),
		Pauses:     []rights.Pause{{Cause: rights.Identification, Asked: day("2026-03-10"), Answered: day("2026-06-10"), Prompt: gdpr.Yes}},
		Extensions: []rights.Extension{{Told: day("2026-06-01"), Reasons: "x"}},
	}
	for _, on := range []string{"2026-06-01", "2026-06-09", "2026-06-10"} {
		got := timeline(t, r.AsOf(day(on)), gdpr.Italy())
		require.Equal(t, day("2026-06-01"), got.Told, on)
		fs, err := r.AsOf(day(on)).Check(day(on), rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		for _, f := range fs {
			require.Equal(t, rights.CodePauseOpen, f.Code)
		}
	}
	// On the very day of a question that comes at the end of the days, but not
	// the day before one that comes too late to count.
	r.Pauses[0] = rights.Pause{Cause: rights.Identification, Asked: day("2026-04-01"), Prompt: gdpr.Yes}
	r.Extensions[0].Told = day("2026-04-03")
	require.NotZero(t, timeline(t, r, gdpr.Italy()).Told)
	r.Pauses[0].Asked = day("2026-04-02") // the last day of the month of the GDPR
	require.NotZero(t, timeline(t, r, gdpr.Italy()).Told)
	r.Pauses[0].Asked = day("2026-04-03")
	require.Zero(t, timeline(t, r, gdpr.Italy()).Told)
	// A month that ends on a Saturday: the notice is due on Monday 3 August; one
	// of Tuesday isn't late if the clock stands still since the last of the 30 days.
	r.Received = day("2026-07-01")
	r.Pauses[0].Asked, r.Extensions[0].Told = day("2026-07-31"), day("2026-08-04")
	require.NotZero(t, timeline(t, r, gdpr.Italy()).Told)
}

// TestPauseOnceTheDaysHaveRunOut: a term whose end moved off a weekend runs until
// its last lawful day (Reg. 1182/71 3(4)), and a pause that begins in between
// stops it: it then ends when the pause does.
func TestPauseOnceTheDaysHaveRunOut(t *testing.T) {
	r := rights.Request{Received: day("2026-01-31")} // the month is over on Saturday 28 February, Due is Monday
	for asked, due := range map[string]string{"2026-02-28": "2026-03-05", "2026-03-01": "2026-03-06", "2026-03-02": "2026-03-09", "2026-03-03": "2026-03-02"} {
		r.Pauses = []rights.Pause{{Cause: rights.Identification, Asked: day(asked), Answered: day(asked) + 5, Prompt: gdpr.Yes}}
		got := timeline(t, r, gdpr.Italy())
		require.Equal(t, due, got.Reply.GDPR.Due.String(), asked)
		fs, err := r.Check(day("2026-03-03"), rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, asked == "2026-03-03", len(fs) > 1, asked)
	}
}

// TestTwoClocks: a question put after the term of the body's own has run out, or
// the 30 days of the template, stops the GDPR's month all the same (12(6); the
// arithmetic of the Berlin authority), and an extension within it is in time.
func TestTwoClocks(t *testing.T) {
	r := rights.Request{
		Right: rights.ToAccess, Received: day("2026-03-02"),
		Pauses:     []rights.Pause{{Cause: rights.Identification, Asked: day("2026-03-20"), Answered: day("2026-04-11"), Prompt: gdpr.Yes}},
		Extensions: []rights.Extension{{Told: day("2026-04-16"), Reasons: "pratica complessa"}},
	}
	for _, p := range []rights.Policy{{Days: 15}, {Days: 15, By: "Own 16(3)"}, {Days: 15, By: "Own 16(3)", Regime: gdpr.PublicLaw}} {
		got, err := r.Timeline(p, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, "2026-04-24", got.Reply.GDPR.Due.String())
		require.Equal(t, "2026-04-24", got.Notice.Due.String())
		require.Equal(t, day("2026-04-16"), got.Told)
		fs, err := r.Check(day("2026-04-17"), p, gdpr.Italy())
		require.NoError(t, err)
		require.Empty(t, fs, "an extension that has effect")
	}
	r.Pauses[0].Asked, r.Pauses[0].Answered, r.Extensions = day("2026-04-02"), day("2026-04-12"), nil
	got := timeline(t, r, gdpr.Italy())
	require.Equal(t, "2026-04-01", got.Reply.Due.String(), "the 30 days were over")
	require.Equal(t, "2026-04-13", got.Reply.GDPR.Due.String(), "the month was not: a Sunday, and Monday")
}

// TestSafeOfPausesAndChains: Safe is the earliest day of all readings: the
// start put off by the pause, the month and then the two months.
func TestSafeOfPausesAndChains(t *testing.T) {
	pause := []rights.Pause{{Cause: rights.Identification, Asked: day("2026-01-20"), Answered: day("2026-02-15"), Prompt: gdpr.Yes}}
	got := timeline(t, rights.Request{Received: day("2026-01-05"), Pauses: pause}, gdpr.Italy())
	require.Equal(t, "2026-05-01", got.Extended.GDPR.Nominal.String()) // 5 April and 26 days
	require.Equal(t, "2026-05-04", got.Extended.GDPR.Due.String())
	require.Equal(t, "2026-04-28", got.Extended.GDPR.Safe.String()) // a month from 31 January, and two from 28 February
	require.Equal(t, "2026-04-30", got.Extended.Municipal.Nominal.String())
	require.Equal(t, "2026-04-28", got.Extended.Safe.String())
	// Whether a pause puts off what is due within a month of receipt is open.
	require.Equal(t, []string{"2026-02-04", "2026-02-04"}, []string{got.Notice.Safe.String(), got.Refusal.Safe.String()})

	pause = []rights.Pause{{Cause: rights.Identification, Asked: day("2026-01-31"), Answered: day("2026-02-01"), Prompt: gdpr.Yes}}
	got = timeline(t, rights.Request{Received: day("2026-01-30"), Pauses: pause}, gdpr.Italy())
	require.Equal(t, "2026-04-28", got.Extended.GDPR.Safe.String()) // the same, both readings together

	// No month is cut short, and still the chain ends first: 1 July and 30 days
	// are 31 July, and two months later is 30 September.
	pause = []rights.Pause{{Cause: rights.Identification, Asked: day("2026-06-06"), Answered: day("2026-07-06"), Prompt: gdpr.Yes}}
	got = timeline(t, rights.Request{Received: day("2026-06-01"), Pauses: pause}, gdpr.Italy())
	require.Equal(t, "2026-10-01", got.Extended.GDPR.Nominal.String())
	require.Equal(t, "2026-09-30", got.Extended.GDPR.Safe.String())

	// A month cut short, and a pause: 28 February, two months, 10 days.
	pause = []rights.Pause{{Cause: rights.Identification, Asked: day("2026-02-02"), Answered: day("2026-02-12"), Prompt: gdpr.Yes}}
	got = timeline(t, rights.Request{Received: day("2026-01-30"), Pauses: pause}, gdpr.Italy())
	require.Equal(t, "2026-05-08", got.Extended.GDPR.Safe.String())
	require.Equal(t, "2026-05-10", got.Extended.GDPR.Nominal.String())
}

// TestTermsByRegime: under another regime than the template's there are no 30 days, and
// the month of the GDPR alone is held against the reply.
func TestTermsByRegime(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-08-03")}
	for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		p := rights.Policy{Regime: regime}
		got, err := r.Timeline(p, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, "2026-09-03", got.Reply.GDPR.Due.String())
		late := r
		late.Replied = day("2026-09-03")
		fs, err := late.Check(late.Replied, p, gdpr.Italy())
		require.NoError(t, err)
		if regime == gdpr.Template {
			require.Equal(t, "2026-09-02", got.Reply.Due.String())
			require.Len(t, fs, 1)
			require.Equal(t, []gdpr.Provision{"Regolamento 17(3)"}, fs[0].Provisions, "the GDPR isn't infringed")
			continue
		}
		require.Equal(t, got.Reply.GDPR, got.Reply.Deadline)
		require.Equal(t, got.Extended.GDPR, got.Extended.Deadline)
		require.Zero(t, got.Reply.Municipal)
		require.Zero(t, got.Extended.Municipal)
		require.Empty(t, fs)
		late.Replied++
		fs, err = late.Check(late.Replied, p, gdpr.Italy())
		require.NoError(t, err)
		require.Len(t, fs, 1)
		require.Equal(t, []gdpr.Provision{"GDPR 12(3)"}, fs[0].Provisions)
	}
}

// TestOnTheLastDayOfTheMonth: on no day of receipt is a reply on the last day of
// the GDPR's month a violation for a body without the template, nor one of the
// GDPR for a body with it.
func TestOnTheLastDayOfTheMonth(t *testing.T) {
	for received := day("2025-01-01"); received < day("2029-01-01"); received++ {
		r := rights.Request{Right: rights.ToAccess, Received: received}
		r.Replied = timeline(t, r, gdpr.Italy()).Reply.GDPR.Due
		for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
			fs, err := r.Check(r.Replied, rights.Policy{Regime: regime}, gdpr.Italy())
			require.NoError(t, err)
			require.True(t, regime == gdpr.Template || len(fs) == 0, received)
			for _, f := range fs {
				require.Equal(t, []gdpr.Provision{"Regolamento 17(3)"}, f.Provisions)
			}
		}
	}
}

// TestOwnDays: the figure of a body's own regulation binds beside the law, and
// is cited; a promise binds nobody, and moves nothing.
func TestOwnDays(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-03-02")}
	for _, c := range []struct {
		policy  rights.Policy
		due, by string
	}{
		{rights.Policy{}, "2026-04-01", "Regolamento 17(3)"},
		{rights.Policy{Days: 15}, "2026-04-01", "Regolamento 17(3)"},
		{rights.Policy{Days: 15, By: "Own 16(3)"}, "2026-03-17", "Own 16(3)"},
		{rights.Policy{Days: 45, By: "Own 16(3)"}, "2026-04-01", "Regolamento 17(3)"},
		{rights.Policy{Days: 45, By: "Own 16(3)", Regime: gdpr.PublicLaw}, "2026-04-02", "GDPR 12(3)"},
		{rights.Policy{Days: 15, Regime: gdpr.UnionLaw}, "2026-04-02", "GDPR 12(3)"},
		{rights.Policy{Days: 15, By: "Own 16(3)", Regime: gdpr.UnionLaw}, "2026-03-17", "Own 16(3)"},
		{rights.Policy{Days: 12, By: "Own 16(3)", Regime: gdpr.UnionLaw}, "2026-03-16", "Own 16(3)"}, // a European term moves off a Saturday
		{rights.Policy{Days: 12, By: "Own 16(3)", Regime: gdpr.ItalianLaw}, "2026-03-14", "Own 16(3)"},
	} {
		got, err := r.Timeline(c.policy, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, []string{c.due, c.by}, []string{got.Reply.Due.String(), string(got.Reply.Provision)}, c.policy)
		require.Zero(t, got.Extended.Own)
	}
	find := func(on string, p rights.Policy) (found []string) {
		fs, err := r.Check(day(on), p, gdpr.Italy())
		require.NoError(t, err)
		for _, f := range fs {
			found = append(found, string(f.Code)+" "+f.Severity.String())
		}
		return found
	}
	promise, own := rights.Policy{Days: 15}, rights.Policy{Days: 15, By: "Own 16(3)"}
	require.Empty(t, find("2026-03-17", promise))
	require.Equal(t, []string{"rights.promise.late advice"}, find("2026-03-18", promise))
	require.Len(t, find("2026-03-18", own), 1)
	require.Contains(t, find("2026-03-18", own)[0], "rights.reply.overdue violation")
	require.Len(t, find("2026-04-02", own), 2)
	require.Len(t, find("2026-04-03", own), 3)

	r.Refusal = rights.Refusal{Sent: day("2026-03-22"), Reasons: "x", Complaint: true, Court: true}
	require.Empty(t, find("2026-03-22", promise), "GDPR 12(4) gives a month")
	fs, err := r.Check(day("2026-03-22"), own, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, []gdpr.Provision{"Own 16(3)"}, fs[0].Provisions)
	r.Refusal = rights.Refusal{}

	r.Extensions = []rights.Extension{{Told: day("2026-03-10"), Reasons: "x"}}
	got, err := r.Timeline(promise, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, timeline(t, r, gdpr.Italy()).Extended, got.Extended, "a promise doesn't shorten the extension")
	require.Empty(t, find("2026-03-18", promise))
	got, err = r.Timeline(own, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "2026-05-17", got.Extended.Safe.String(), "two months after the 15 days, for whoever reads the own regulation so")
	require.Equal(t, "2026-06-01", got.Extended.Due.String())
}

func TestPolicyErrors(t *testing.T) {
	r := rights.Request{Received: day("2026-03-02")}
	for _, c := range []struct {
		policy rights.Policy
		fault  gdpr.Fault
		field  string
	}{
		{rights.Policy{Days: -1}, gdpr.FaultRange, "policy.days"},
		{rights.Policy{Days: 1 << 30}, gdpr.FaultRange, "policy.days"},
		{rights.Policy{By: "Own 16(3)"}, gdpr.FaultMissing, "policy.days"},
		{rights.Policy{Days: 5, By: "Regolamento 17(3)", Regime: gdpr.PublicLaw}, gdpr.FaultContradiction, "policy.by"},
		{rights.Policy{Regime: 4}, gdpr.FaultName, "policy.regime"},
	} {
		_, err := r.Timeline(c.policy, gdpr.Italy())
		requireFault(t, err, c.fault, c.field)
	}
	for days, n := range map[int]int{0: 0, 30: 0, 31: 1, 32: 1} {
		require.Len(t, rights.Policy{Days: days}.Check(), n, days)
	}
	require.Empty(t, rights.Policy{Days: 31, By: "Own 16(3)", Regime: gdpr.PublicLaw}.Check())
	require.Equal(t, []gdpr.Provision{"GDPR 12(3)"}, rights.Policy{Days: 45, By: "Own 16(3)", Regime: gdpr.PublicLaw}.Check()[0].Provisions)
	requireTold(t, rights.Policy{Days: 45}.Check())
}

// TestWithdrawal: GDPR 7(3) sets no term, and knows neither extension nor pause.
func TestWithdrawal(t *testing.T) {
	r := rights.Request{Right: rights.ToWithdraw, Received: day("2026-11-02"),
		Pauses:     []rights.Pause{{Cause: rights.Identification, Asked: day("2026-11-03"), Prompt: gdpr.Yes}},
		Extensions: []rights.Extension{{Told: day("2026-11-20"), Reasons: "pratica complessa"}}}
	got := timeline(t, r, gdpr.Italy())
	require.True(t, got.InForce().IsZero())
	require.True(t, got.Notice.IsZero() && got.Refusal.IsZero() && got.Extended.IsZero())
	for on, want := range map[string]rights.Status{
		"2026-11-01": {State: rights.NotReceived, Days: 1}, "2026-11-02": {State: rights.Running}, "2026-11-03": {State: rights.Overdue, Days: -1}, "2027-01-15": {State: rights.Overdue, Days: -74},
	} {
		require.Equal(t, want, got.Status(day(on)), on)
	}
	r.Stopped = r.Received
	require.Equal(t, rights.Status{State: rights.Answered}, timeline(t, r, gdpr.Italy()).Status(day("2026-11-02")))
	r.Stopped += 3
	require.Equal(t, rights.Status{State: rights.AnsweredLate, Days: -3}, timeline(t, r, gdpr.Italy()).Status(day("2026-12-02")))
	require.Zero(t, r.AsOf(r.Stopped-1).Stopped)
}

// TestCountedIsNeverNegative: a pause that lies after the reply is no part of
// the days that had run by it.
func TestCountedIsNeverNegative(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-03-31"), Replied: day("2026-04-28"),
		Pauses:  []rights.Pause{{Cause: rights.Identification, Asked: day("2026-04-06"), Answered: day("2026-05-20"), Prompt: gdpr.Yes}},
		Refusal: rights.Refusal{Sent: day("2026-06-24"), Reasons: "x", Complaint: true, Court: true}}
	require.Equal(t, 6, timeline(t, r, gdpr.Italy()).Status(day("2026-06-30")).Counted)
	r.Replied, r.Refusal = 0, rights.Refusal{}
	require.Zero(t, timeline(t, r, gdpr.Italy()).Status(day("2026-04-10")).Counted, "looked back on without AsOf")
}

func TestExtendedTermOutsideTheCalendar(t *testing.T) {
	_, err := rights.Request{Received: day("9999-10-15")}.Timeline(rights.Policy{}, gdpr.Italy())
	requireFault(t, err, gdpr.FaultRange, "received")
	_, err = rights.Request{Received: day("9999-09-15")}.Timeline(rights.Policy{Days: 1}, gdpr.Italy())
	require.NoError(t, err)
}

func TestTimelineErrors(t *testing.T) {
	received := day("2026-03-02")
	pause := func(asked, answered date.Date) []rights.Pause {
		return []rights.Pause{{Asked: received, Answered: received + 1}, {Cause: rights.Identification, Asked: asked, Answered: answered, Prompt: gdpr.Yes}}
	}
	for _, c := range []struct {
		name    string
		request rights.Request
		fault   gdpr.Fault
		field   string
	}{
		{"no receipt", rights.Request{}, gdpr.FaultMissing, "received"},
		{"unknown right", rights.Request{Right: 9, Received: received}, gdpr.FaultName, "right"},
		{"unknown channel", rights.Request{Channel: 7, Received: received}, gdpr.FaultName, "channel"},
		{"unknown form", rights.Request{Asked: 5, Received: received}, gdpr.FaultName, "asked"},
		{"unknown cause", rights.Request{Received: received, Pauses: []rights.Pause{{Asked: received}, {Cause: 3, Asked: received}}}, gdpr.FaultName, "pauses[1].cause"},
		{"receipt before the calendar", rights.Request{Received: day("1985-12-31")}, gdpr.FaultRange, "received"},
		{"term after the calendar", rights.Request{Received: day("9999-12-15")}, gdpr.FaultRange, "received"},
		{"extension after the calendar", rights.Request{Received: day("9999-11-10")}, gdpr.FaultRange, "received"},
		{"first term after the calendar", rights.Request{Received: day("9999-12-01")}, gdpr.FaultRange, "received"},
		{"reply before receipt", rights.Request{Received: received, Replied: received - 1}, gdpr.FaultOrder, "replied"},
		{"refusal before receipt", rights.Request{Received: received, Refusal: rights.Refusal{Sent: received - 1}}, gdpr.FaultOrder, "refusal.sent"},
		{"refusal without a day", rights.Request{Received: received, Refusal: rights.Refusal{Reasons: "x"}}, gdpr.FaultMissing, "refusal.sent"},
		{"pause without a day", rights.Request{Received: received, Pauses: pause(0, 0)}, gdpr.FaultMissing, "pauses[1].asked"},
		{"pause before receipt", rights.Request{Received: received, Pauses: pause(received-1, 0)[1:]}, gdpr.FaultOrder, "pauses[0].asked"},
		{"pause before the one before", rights.Request{Received: received, Pauses: append(pause(received+3, 0), pause(received+2, 0)[1])}, gdpr.FaultOrder, "pauses[2].asked"},
		{"pause that ends before it begins", rights.Request{Received: received, Pauses: pause(received+3, received+2)}, gdpr.FaultOrder, "pauses[1].answered"},
		{"pause after the reply", rights.Request{Received: received, Replied: received + 5, Pauses: pause(received+6, 0)}, gdpr.FaultContradiction, "pauses[1].asked"},
		{"pause that never ends", rights.Request{Received: received, Pauses: pause(received+3, day("9999-12-31"))}, gdpr.FaultRange, "pauses"},
		{"pause beyond all dates", rights.Request{Received: received, Pauses: pause(received+3, 1<<50)}, gdpr.FaultRange, "pauses"},
		{"extension without a day", rights.Request{Received: received, Extensions: []rights.Extension{{}}}, gdpr.FaultMissing, "extensions[0].told"},
		{"extension before receipt", rights.Request{Received: received, Extensions: []rights.Extension{{Told: received - 1}}}, gdpr.FaultOrder, "extensions[0].told"},
		{"extension before the one before", rights.Request{Received: received, Extensions: []rights.Extension{{Told: received + 2}, {Told: received + 1}}}, gdpr.FaultOrder, "extensions[1].told"},
		{"extension after the refusal", rights.Request{Received: received, Refusal: rights.Refusal{Sent: received + 5}, Extensions: []rights.Extension{{Told: received + 6}}}, gdpr.FaultContradiction, "extensions[0].told"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.request.Timeline(rights.Policy{}, gdpr.Italy())
			requireFault(t, err, c.fault, c.field)
			require.Zero(t, got)
			fs, err := c.request.Check(received, rights.Policy{}, gdpr.Italy())
			require.Error(t, err)
			require.Nil(t, fs)
		})
	}
}

// TestOrderErrorsNameTheOther: what an entry can't come before is told by its path.
func TestOrderErrorsNameTheOther(t *testing.T) {
	d := day("2026-03-02")
	for _, c := range []struct {
		request rights.Request
		other   string
	}{
		{rights.Request{Received: d, Pauses: []rights.Pause{{Asked: d}, {Asked: d + 2}, {Asked: d + 1}}}, "pauses[1].asked 2026-03-04"},
		{rights.Request{Received: d, Extensions: []rights.Extension{{Told: d}, {Told: d + 2}, {Told: d + 1}}}, "extensions[1].told 2026-03-04"},
	} {
		_, err := c.request.Timeline(rights.Policy{}, gdpr.Italy())
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.other, in.Other)
	}
}

// TestDatesThatMayCoincide pins the other side of each order.
func TestDatesThatMayCoincide(t *testing.T) {
	d := day("2026-03-02")
	r := rights.Request{
		Received:   d,
		Replied:    d,
		Refusal:    rights.Refusal{Sent: d},
		Pauses:     []rights.Pause{{Asked: d, Answered: d}, {Asked: d, Answered: d}},
		Extensions: []rights.Extension{{Told: d}, {Told: d}},
	}
	timeline(t, r, gdpr.Italy())
	r.Right, r.Channel, r.Asked, r.Pauses[1].Cause = rights.ToWithdraw, rights.Portal, rights.Oral, rights.Clarification
	timeline(t, r, gdpr.Italy())

	// A part may be refused after the reply, and a question may come between.
	r.Refusal.Sent = d + 9
	r.Pauses = append(r.Pauses, rights.Pause{Asked: d + 9})
	r.Extensions = append(r.Extensions, rights.Extension{Told: d + 9})
	timeline(t, r, gdpr.Italy())
}

func TestTimelineErrorOfALongPauseInTheExtendedTermNamesThePauses(t *testing.T) {
	// The three months and the pause leave the calendar, one month and the pause
	// don't.
	short, err := gdpr.NewCalendar(2026, 2026)
	require.NoError(t, err)
	_, err = rights.Request{
		Received: day("2026-08-03"),
		Pauses:   []rights.Pause{{Cause: rights.Identification, Asked: day("2026-08-04"), Answered: day("2026-10-20"), Prompt: gdpr.Yes}},
	}.Timeline(rights.Policy{}, short)
	requireFault(t, err, gdpr.FaultRange, "pauses")
}

func requireFault(t *testing.T, err error, fault gdpr.Fault, field string) {
	t.Helper()
	require.ErrorIs(t, err, fault)
	var in *gdpr.InputError
	require.ErrorAs(t, err, &in)
	require.Equal(t, field, in.Field)
}

// seeded makes a request from a few numbers, in any state that makes sense.
func seeded(received uint16, spec uint64) rights.Request {
	r := rights.Request{Right: rights.Right(spec % 9), Received: day("2024-01-01") + date.Date(received%4000)}
	spec /= 9
	asked := r.Received
	for range spec % 4 {
		spec /= 4
		asked += date.Date(spec % 40)
		p := rights.Pause{Cause: rights.Cause(spec % 7 % 3), Asked: asked, Prompt: gdpr.Answer(spec % 5 % 3)}
		if length := spec % 31; length != 30 {
			p.Answered = asked + date.Date(length)
		}
		r.Pauses = append(r.Pauses, p)
		spec /= 37
	}
	if spec%2 == 1 {
		r.Extensions = []rights.Extension{{Told: r.Received + date.Date(spec%45), Reasons: "x"}}
	}
	return r
}

func FuzzTimeline(f *testing.F) {
	f.Add(uint16(761), uint64(0), uint8(0), uint8(0))
	f.Add(uint16(790), uint64(123456789), uint8(15), uint8(5))
	f.Add(uint16(3000), uint64(0xfedcba9876543210), uint8(31), uint8(3))
	f.Add(uint16(3000), uint64(0xfedcba9876543210), uint8(12), uint8(7))
	cal := gdpr.Italy()
	f.Fuzz(func(t *testing.T, received uint16, spec uint64, days, policy uint8) {
		r, p := seeded(received, spec), rights.Policy{Days: int(days % 64), Regime: gdpr.Regime(policy % 4)}
		if policy&4 != 0 && p.Days != 0 {
			p.By = "Own 16(3)"
		}
		got, err := r.Timeline(p, cal)
		require.NoError(t, err)
		again, err := r.Timeline(p, cal)
		require.NoError(t, err)
		require.Equal(t, got, again)
		if r.Right == rights.ToWithdraw {
			require.True(t, got.InForce().IsZero())
			return
		}
		for _, d := range []gdpr.Deadline{got.Reply.Deadline, got.Reply.Municipal, got.Reply.Own, got.Reply.GDPR, got.Notice, got.Refusal, got.Extended.Deadline, got.Extended.Municipal, got.Extended.GDPR} {
			if d.IsZero() {
				continue
			}
			working, err := cal.WorkingDay(d.Due)
			require.NoError(t, err)
			require.True(t, working || d.Term.Counting == gdpr.Italian && d.Due.Weekday() == time.Saturday, "no due date on a day off")
			require.LessOrEqual(t, d.Safe, d.Due)
			require.NotEmpty(t, d.Provision)
		}
		require.Equal(t, walkRequest(r, p), summarise(got))
		require.LessOrEqual(t, got.Reply.GDPR.Due, got.Extended.GDPR.Due)

		bare := rights.Request{Received: r.Received}
		unpaused, err := bare.Timeline(p, cal)
		require.NoError(t, err)
		require.LessOrEqual(t, unpaused.Reply.Due, got.Reply.Due, "a pause never shortens")
		require.LessOrEqual(t, unpaused.Extended.Due, got.Extended.Due, "a pause never shortens")
		require.LessOrEqual(t, unpaused.Reply.Safe, got.Reply.Safe)
		bare.Received++
		later, err := bare.Timeline(p, cal)
		require.NoError(t, err)
		require.LessOrEqual(t, unpaused.Reply.Due, later.Reply.Due, "a later receipt is never due earlier")
		require.LessOrEqual(t, unpaused.Extended.Due, later.Extended.Due, "a later receipt is never due earlier")
		require.LessOrEqual(t, unpaused.Reply.Safe, later.Reply.Safe)

		for on := r.Received - 1; on < got.Extended.Due+3; on += 7 {
			s := got.Status(on)
			require.NotZero(t, s.State)
			require.GreaterOrEqual(t, s.Counted, 0)
			require.Equal(t, s.State == rights.Overdue, s.State.Open() && s.Days < 0)
			fs, err := r.Check(on, p, cal)
			require.NoError(t, err)
			requireOnlyPassed(t, fs, got, on)
		}
	})
}

// requireOnlyPassed asserts that what is overdue cites a rule only after the last
// day of that very rule.
func requireOnlyPassed(t *testing.T, fs gdpr.Findings, got rights.Timeline, on date.Date) {
	t.Helper()
	due := got.InForce()
	for _, f := range fs {
		if f.Code != rights.CodeOverdue {
			continue
		}
		for _, p := range f.Provisions {
			for _, rule := range []gdpr.Deadline{due.GDPR, due.Municipal, due.Own} {
				if p == rule.Provision {
					require.Greater(t, on, rule.Due, p)
					require.Equal(t, gdpr.Args{int(on - rule.Due), rule.Due.String()}, f.Args)
				}
			}
		}
	}
}

// summarise returns the last days of a timeline, as the walker finds them.
func summarise(t rights.Timeline) expected {
	return expected{
		reply: t.Reply.Due, extended: t.Extended.Due, told: t.Told,
		replyGDPR: t.Reply.GDPR.Due, replyTown: t.Reply.Municipal.Due,
		longGDPR: t.Extended.GDPR.Due, longTown: t.Extended.Municipal.Due,
		own: t.Reply.Own.Due, notice: t.Notice.Due, promise: t.Promise.Due,
	}
}

func TestRequestRoundTrip(t *testing.T) {
	r := rights.Request{
		ID: "prot. 1234/2026", Right: rights.ToErasure, Received: day("2026-03-02"), Channel: rights.PEC, Asked: rights.Electronic, Identified: gdpr.Yes,
		Pauses:     []rights.Pause{{Cause: rights.Identification, Asked: day("2026-03-04"), Answered: day("2026-03-16"), Prompt: gdpr.Yes}, {Asked: day("2026-03-17")}},
		Extensions: []rights.Extension{{Told: day("2026-03-20"), Reasons: "fascicolo complesso"}},
		Replied:    day("2026-04-01"),
		Refusal:    rights.Refusal{Sent: day("2026-04-02"), Reasons: "obbligo di conservazione", Complaint: true, Court: true},
	}
	data, err := json.Marshal(r)
	require.NoError(t, err)
	require.JSONEq(t, `{
		"id": "prot. 1234/2026", "right": "erasure", "received": "2026-03-02", "channel": "pec", "asked": "electronic", "identified": true,
		"pauses": [{"cause": "identification", "asked": "2026-03-04", "answered": "2026-03-16", "prompt": true}, {"asked": "2026-03-17", "prompt": null}],
		"extensions": [{"told": "2026-03-20", "reasons": "fascicolo complesso"}],
		"replied": "2026-04-01",
		"refusal": {"sent": "2026-04-02", "reasons": "obbligo di conservazione", "complaint": true, "court": true}
	}`, string(data))
	var back rights.Request
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, r, back)

	data, err = json.Marshal(rights.Request{})
	require.NoError(t, err)
	require.JSONEq(t, `{"identified": null}`, string(data))
	var none rights.Request
	require.NoError(t, json.Unmarshal(data, &none))
	require.Equal(t, rights.Request{}, none)

	require.ErrorIs(t, json.Unmarshal([]byte(`{"right": "acces"}`), &none), gdpr.FaultName)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"channel": "fax"}`), &none), gdpr.FaultName)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"asked": "braille"}`), &none), gdpr.FaultName)
	require.ErrorIs(t, json.Unmarshal([]byte(`{"pauses": [{"cause": "holiday"}]}`), &none), gdpr.FaultName)
}

// TestStrictReading: what people typed is read by gdpr.Decode, which names the
// place of a mistake.
func TestStrictReading(t *testing.T) {
	for text, want := range map[string]struct {
		fault gdpr.Fault
		field string
	}{
		`{"received": "2026-02-30"}`:                           {gdpr.FaultRange, "received"},
		`{"pauses": [{"asked": "2026-02-29"}]}`:                {gdpr.FaultRange, "pauses[0].asked"},
		`{"extensions": [{"told": "1/2/2026"}]}`:               {gdpr.FaultSyntax, "extensions[0].told"},
		`{"refusal": {"sent": "2026-3-2"}}`:                    {gdpr.FaultSyntax, "refusal.sent"},
		`{"recieved": "2026-03-02"}`:                           {gdpr.FaultName, "recieved"},
		`{"received": "2026-03-02", "received": "2026-03-03"}`: {gdpr.FaultDuplicate, "received"},
		`{"right": "acces"}`:                                   {gdpr.FaultName, "right"},
		`{"pauses": [{"prompt": "yes"}]}`:                      {gdpr.FaultName, "pauses[0].prompt"},
	} {
		var r rights.Request
		requireFault(t, gdpr.Decode([]byte(text), &r), want.fault, want.field)
		require.Zero(t, r)
	}
}

// FuzzRequest reads any text as a request, and asks everything about it.
func FuzzRequest(f *testing.F) {
	f.Add(`{"right": "access", "received": "2026-01-31"}`, int32(739650))
	f.Add(`{"right": "erasure", "received": "2026-03-02", "channel": "pec", "identified": true, "pauses": [{"cause": "identification", "asked": "2026-03-04", "answered": "2026-03-16", "prompt": true}, {"asked": "2026-03-17"}], "extensions": [{"told": "2026-03-20", "reasons": "x"}], "replied": "2026-04-01", "refusal": {"sent": "2026-04-02", "reasons": "x"}}`, int32(739700))
	f.Add(`{"received": "9999-12-31", "replied": "0001-01-01"}`, int32(0))
	f.Fuzz(func(t *testing.T, text string, on int32) {
		var r, back rights.Request
		if gdpr.Decode([]byte(text), &r) != nil {
			return
		}
		data, err := json.Marshal(r)
		require.NoError(t, err)
		require.NoError(t, gdpr.Decode(data, &back))
		again, err := json.Marshal(back)
		require.NoError(t, err)
		require.Equal(t, string(data), string(again))
		r.Form()
		got, err := r.Timeline(rights.Policy{}, gdpr.Italy())
		fs, failed := r.Check(date.Date(on), rights.Policy{}, gdpr.Italy())
		require.Equal(t, err, failed)
		if err != nil {
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			require.NotEmpty(t, in.Field)
			require.Zero(t, got)
			return
		}
		requireTold(t, fs)
		require.NotZero(t, got.Status(date.Date(on)).State)
		if r.AsOf(date.Date(on)).Received <= date.Date(on) {
			_, err = r.AsOf(date.Date(on)).Timeline(rights.Policy{}, gdpr.Italy())
			require.NoError(t, err, "what was known earlier makes sense too")
		}
	})
}

func TestTimelineRoundTrip(t *testing.T) {
	got := timeline(t, busy, gdpr.Italy())
	data, err := json.Marshal(got)
	require.NoError(t, err)
	var back, strict rights.Timeline
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, got, back)
	require.NoError(t, gdpr.Decode(data, &strict))
	require.Equal(t, got, strict)
}

func TestAsOf(t *testing.T) {
	r := rights.Request{
		Received:   day("2026-03-02"),
		Pauses:     []rights.Pause{{Asked: day("2026-03-04"), Answered: day("2026-03-16")}, {Asked: day("2026-03-18"), Answered: day("2026-03-19")}},
		Extensions: []rights.Extension{{Told: day("2026-03-20"), Reasons: "x"}},
		Replied:    day("2026-04-01"),
		Refusal:    rights.Refusal{Sent: day("2026-04-02"), Reasons: "x"},
	}
	whole := r
	require.Equal(t, r, r.AsOf(day("2026-04-02")))
	require.Zero(t, r.AsOf(day("2026-04-01")).Refusal)
	require.Equal(t, r.Replied, r.AsOf(day("2026-04-01")).Replied)
	require.Zero(t, r.AsOf(day("2026-03-31")).Replied)
	require.Len(t, r.AsOf(day("2026-03-20")).Extensions, 1)
	require.Empty(t, r.AsOf(day("2026-03-19")).Extensions)
	require.Equal(t, r.Pauses, r.AsOf(day("2026-03-19")).Pauses)
	require.Equal(t, []rights.Pause{r.Pauses[0], {Asked: day("2026-03-18")}}, r.AsOf(day("2026-03-18")).Pauses)
	require.Equal(t, r.Pauses[:1], r.AsOf(day("2026-03-17")).Pauses)
	require.Equal(t, []rights.Pause{{Asked: day("2026-03-04")}}, r.AsOf(day("2026-03-15")).Pauses)
	require.Empty(t, r.AsOf(day("2026-03-03")).Pauses)
	require.Equal(t, whole, r, "the request itself stays as it is")

	// Refused in part, and then gone on with.
	r.Replied, r.Refusal.Sent = day("2026-04-20"), day("2026-03-17")
	require.Equal(t, r.Refusal, r.AsOf(day("2026-03-17")).Refusal)
	require.Zero(t, r.AsOf(day("2026-03-18")).Refusal, "a pause came after it")
	require.Zero(t, r.AsOf(day("2026-04-19")).Refusal)
	require.Equal(t, r, r.AsOf(day("2026-04-20")))
	asked, err := r.AsOf(day("2026-03-18")).Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.True(t, asked.Status(day("2026-03-18")).State.Open(), "it isn't refused")
	r.Pauses = r.Pauses[:1]
	require.Equal(t, r.Refusal, r.AsOf(day("2026-03-19")).Refusal)
	require.Zero(t, r.AsOf(day("2026-03-20")).Refusal, "a notice came after it")
	r.Replied = 0
	require.Equal(t, r, r.AsOf(day("2026-03-20")), "what no reply explains stays, and is an error")
}

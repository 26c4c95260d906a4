package rights_test

import (
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// found is a finding without its provisions.
type found struct {
	code     gdpr.Code
	severity gdpr.Severity
	where    string
}

func summary(fs gdpr.Findings) []found {
	var all []found
	for _, f := range fs {
		all = append(all, found{f.Code, f.Severity, f.Where})
	}
	return all
}

func TestCheckRequest(t *testing.T) {
	var (
		received = day("2026-03-02")
		due      = day("2026-04-01") // of the reply
		notice   = day("2026-04-02")
		early    = received + 1
		refused  = func(sent date.Date) rights.Refusal {
			return rights.Refusal{Sent: sent, Reasons: "x", Complaint: true, Court: true}
		}
		pause = func(asked date.Date, answered date.Date) rights.Pause {
			return rights.Pause{Cause: rights.Identification, Asked: asked, Answered: answered, Prompt: gdpr.Yes}
		}
		waiting   = pause(received+2, 0)
		unsaid    = rights.Pause{Cause: rights.Identification, Asked: received + 2}
		late      = rights.Pause{Cause: rights.Identification, Asked: received + 2, Prompt: gdpr.No}
		causeless = rights.Pause{Asked: received + 2, Prompt: gdpr.Yes}
		unclear   = rights.Pause{Cause: rights.Clarification, Asked: received + 2, Answered: received + 3, Prompt: gdpr.Yes}
	)
	for _, c := range []struct {
		name    string
		request rights.Request
		on      date.Date
		want    []found
	}{
		{"running", rights.Request{Right: rights.ToAccess}, due, nil},
		{"no right", rights.Request{}, due, []found{{rights.CodeRightMissing, gdpr.Warning, "right"}}},
		{"overdue", rights.Request{Right: rights.ToAccess}, due + 1, []found{{rights.CodeOverdue, gdpr.Violation, "replied"}}},
		{"answered in time", rights.Request{Right: rights.ToAccess, Replied: due}, due + 9, nil},
		{"answered_late", rights.Request{Right: rights.ToAccess, Replied: due + 1}, due + 9, []found{{rights.CodeReplyLate, gdpr.Violation, "replied"}}},
		{"answered late, later than the day of the check", rights.Request{Right: rights.ToAccess, Replied: due + 5}, due + 2,
			[]found{{rights.CodeReplyLate, gdpr.Violation, "replied"}, {rights.CodeReplyLate, gdpr.Violation, "replied"}}}, // by the 30 days and by the month
		{"answered in time, later than the day of the check", rights.Request{Right: rights.ToAccess, Replied: due}, due - 2, nil},
		{"refused in time", rights.Request{Right: rights.ToErasure, Refusal: refused(due)}, due + 9, nil},
		{"refused_late", rights.Request{Right: rights.ToErasure, Refusal: refused(due + 1)}, due + 9, []found{{rights.CodeRefusalLate, gdpr.Violation, "refusal.sent"}}},
		{"granted in the extended term, in part refused in it", rights.Request{Right: rights.ToErasure, Replied: due + 20, Refusal: refused(due + 1), Extensions: []rights.Extension{{Told: early, Reasons: "x"}}}, due + 29,
			[]found{{rights.CodeRefusalPartly, gdpr.Warning, "refusal.sent"}}},
		{"refused late in the extended term", rights.Request{Right: rights.ToErasure, Refusal: refused(due + 1), Extensions: []rights.Extension{{Told: early, Reasons: "x"}}}, due + 9,
			[]found{{rights.CodeRefusalLate, gdpr.Violation, "refusal.sent"}}},
		{"granted in time, in part refused late", rights.Request{Right: rights.ToErasure, Replied: due, Refusal: refused(due + 1)}, due + 9,
			[]found{{rights.CodeRefusalLate, gdpr.Violation, "refusal.sent"}}},
		{"empty refusal", rights.Request{Right: rights.ToErasure, Refusal: rights.Refusal{Sent: due}}, due,
			[]found{{rights.CodeRefusalReasons, gdpr.Violation, "refusal.reasons"}, {rights.CodeRefusalComplaint, gdpr.Violation, "refusal.complaint"}, {rights.CodeRefusalCourt, gdpr.Violation, "refusal.court"}}},

		{"extension on the last day", rights.Request{Right: rights.ToAccess, Extensions: []rights.Extension{{Told: notice, Reasons: "x"}}}, notice, nil},
		{"extension a day late", rights.Request{Right: rights.ToAccess, Extensions: []rights.Extension{{Told: notice + 1, Reasons: "x"}}}, notice + 1,
			[]found{{rights.CodeExtensionLate, gdpr.Violation, "extensions[0].told"}, {rights.CodeOverdue, gdpr.Violation, "replied"}, {rights.CodeOverdue, gdpr.Violation, "replied"}}},
		{"extension without reasons", rights.Request{Right: rights.ToAccess, Extensions: []rights.Extension{{Told: early, Reasons: " "}}}, due,
			[]found{{rights.CodeExtensionUnreasoned, gdpr.Violation, "extensions[0].reasons"}}},
		{"extension late and without reasons", rights.Request{Right: rights.ToAccess, Extensions: []rights.Extension{{Told: notice + 1}}}, due,
			[]found{{rights.CodeExtensionLate, gdpr.Violation, "extensions[0].told"}, {rights.CodeExtensionUnreasoned, gdpr.Violation, "extensions[0].reasons"}}},
		{"second extension", rights.Request{Right: rights.ToAccess, Extensions: []rights.Extension{{Told: early, Reasons: "x"}, {Told: early + 1, Reasons: "y"}}}, due,
			[]found{{rights.CodeExtensionAgain, gdpr.Violation, "extensions[1]"}}},
		{"second extension after one without effect", rights.Request{Right: rights.ToAccess, Extensions: []rights.Extension{{Told: early}, {Told: early + 1, Reasons: "y"}}}, due,
			[]found{{rights.CodeExtensionUnreasoned, gdpr.Violation, "extensions[0].reasons"}}},

		{"pause", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{pause(received+2, received+9)}}, due + 7, nil},
		{"open pause", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{waiting}}, due, nil},
		{"pause open for long", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{waiting}}, due + 300, []found{{rights.CodePauseOpen, gdpr.Advice, "pauses[0].answered"}}},
		{"pause, prompt or not", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{unsaid}}, due, []found{{rights.CodePausePrompt, gdpr.Warning, "pauses[0].prompt"}}},
		{"pause, not prompt", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{late}}, due, []found{{rights.CodePauseLate, gdpr.Warning, "pauses[0].asked"}}},
		{"pause without cause", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{causeless}}, due, []found{{rights.CodePauseCause, gdpr.Warning, "pauses[0].cause"}}},
		{"pause on the last day", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{pause(due, due+2)}}, due, nil},
		{"question answered on the last day", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{pause(due, due)}}, due, nil},
		{"pause on the last day of the month", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{pause(due+1, due+2)}}, due, nil},
		{"pause after the last day", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{pause(due+2, due+3)}}, due, []found{{rights.CodePauseOutside, gdpr.Warning, "pauses[0].asked"}}},
		{"pause in an open one", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{waiting, pause(due+1, due+2)}}, due, nil},
		{"pause on the day an open one begins", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{waiting, waiting}}, due, nil},
		{"pause to identify for article 22", rights.Request{Right: rights.ToHumanDecision, Pauses: []rights.Pause{pause(received+2, received+9)}}, due, []found{{rights.CodePauseRight, gdpr.Warning, "pauses[0].cause"}}},
		{"received tomorrow", rights.Request{Right: rights.ToAccess}, received - 1, []found{{rights.CodeFuture, gdpr.Warning, "received"}}},
		{"extension for the number", rights.Request{Right: rights.ToAccess, Extensions: []rights.Extension{{Told: early, Reasons: "x", Ground: rights.Number}}}, due, []found{{rights.CodeExtensionNumber, gdpr.Warning, "extensions[0].ground"}}},
		{"extension for complexity", rights.Request{Right: rights.ToAccess, Extensions: []rights.Extension{{Told: early, Reasons: "x", Ground: rights.Complexity}}}, due, nil},

		{"withdrawal on its day", rights.Request{Right: rights.ToWithdraw}, received, nil},
		{"withdrawal without effect", rights.Request{Right: rights.ToWithdraw}, received + 1, []found{{rights.CodeWithdrawalIgnored, gdpr.Violation, "stopped"}}},
		{"withdrawal at once", rights.Request{Right: rights.ToWithdraw, Stopped: received, Replied: received + 3}, received + 90, nil},
		{"withdrawal a day late", rights.Request{Right: rights.ToWithdraw, Stopped: received + 1, Replied: received + 3}, received + 90, []found{{rights.CodeWithdrawalLate, gdpr.Violation, "stopped"}}},
		{"withdrawal with pause and extension", rights.Request{Right: rights.ToWithdraw, Stopped: received, Replied: received + 3, Pauses: []rights.Pause{waiting}, Extensions: []rights.Extension{{Told: early, Reasons: "x"}}}, received + 90,
			[]found{{rights.CodeWithdrawalPaused, gdpr.Violation, "pauses[0]"}, {rights.CodeWithdrawalExtended, gdpr.Violation, "extensions[0]"}}},
		{"withdrawal not answered", rights.Request{Right: rights.ToWithdraw, Stopped: received}, received + 32, []found{{rights.CodeWithdrawalReply, gdpr.Advice, "replied"}}},
		{"clarification for access", rights.Request{Right: rights.ToAccess, Pauses: []rights.Pause{unclear}}, due, nil},
		{"clarification for something", rights.Request{Pauses: []rights.Pause{unclear}}, due, []found{{rights.CodeRightMissing, gdpr.Warning, "right"}}},
		{"clarification for erasure", rights.Request{Right: rights.ToErasure, Pauses: []rights.Pause{unclear}}, due, []found{{rights.CodePauseClarification, gdpr.Warning, "pauses[0].cause"}}},
		{"clarification for rectification", rights.Request{Right: rights.ToRectification, Pauses: []rights.Pause{unclear}}, due, []found{{rights.CodePauseClarification, gdpr.Warning, "pauses[0].cause"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.request.Received = received
			fs, err := c.request.Check(c.on, rights.Policy{}, gdpr.Italy())
			require.NoError(t, err)
			require.Equal(t, c.want, summary(fs))
			requireTold(t, fs)
		})
	}
}

// TestCheckMessages pins how the findings with numbers read.
func TestCheckMessages(t *testing.T) {
	read := func(r rights.Request, on string) (it, en []string) {
		fs, err := r.Check(day(on), rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		for _, f := range fs {
			it, en = append(it, f.Message(language.Italian)), append(en, f.Message(language.English))
		}
		return it, en
	}
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-03-02")}
	it, en := read(r, "2026-04-02")
	require.Equal(t, []string{"la risposta è in ritardo di 1 giorno: era dovuta entro il 1º aprile 2026"}, it)
	require.Equal(t, []string{"the reply is 1 day overdue: it was due by 1 April 2026"}, en)
	it, _ = read(r, "2026-04-11")
	require.Equal(t, []string{
		"la risposta è in ritardo di 10 giorni: era dovuta entro il 1º aprile 2026",
		"la risposta è in ritardo di 9 giorni: era dovuta entro il 2 aprile 2026",
	}, it, "by the 30 days, and by the month")

	r.Replied = day("2026-04-03")
	it, en = read(r, "2026-04-11")
	require.Equal(t, []string{
		"la risposta del 3 aprile 2026 è in ritardo di 2 giorni: era dovuta entro il 1º aprile 2026",
		"la risposta del 3 aprile 2026 è in ritardo di 1 giorno: era dovuta entro il 2 aprile 2026",
	}, it)
	require.Equal(t, []string{
		"the reply of 3 April 2026 is 2 days late: it was due by 1 April 2026",
		"the reply of 3 April 2026 is 1 day late: it was due by 2 April 2026",
	}, en)

	r.Replied, r.Refusal = 0, rights.Refusal{Sent: day("2026-04-02"), Reasons: "x", Complaint: true, Court: true}
	it, _ = read(r, "2026-04-11")
	require.Equal(t, []string{"il diniego del 2 aprile 2026 è in ritardo di 1 giorno: andava comunicato entro il 1º aprile 2026, senza proroga"}, it)

	r.Refusal, r.Replied = rights.Refusal{}, day("2026-04-01")
	r.Pauses = []rights.Pause{{Cause: rights.Identification, Asked: day("2026-03-02"), Prompt: gdpr.No}}
	r.Extensions = []rights.Extension{{Told: day("2026-03-20")}}
	it, _ = read(r, "2026-04-11")
	require.Equal(t, []string{
		"la sospensione non ha effetto: la richiesta di informazioni all'interessato non è stata inviata senza ingiustificato ritardo",
		"la proroga non ha effetto: la comunicazione non ne indica i motivi",
	}, it)

	r = rights.Request{Right: rights.ToObject, Received: day("2026-03-02"), Extensions: []rights.Extension{{Told: day("2026-04-03"), Reasons: "x"}}}
	fs, err := r.Check(day("2026-04-03"), rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, gdpr.Args{"2026-04-03", "2026-04-02"}, fs[0].Args)
	require.Equal(t, []gdpr.Provision{"GDPR 12(3)", "Regolamento 21(3)"}, fs[0].Provisions)
	require.Equal(t, []gdpr.Provision{"Regolamento 21(2)"}, fs[1].Provisions)
	require.Equal(t, []gdpr.Provision{"GDPR 12(3)"}, fs[2].Provisions)

	r.Extensions, r.Pauses = nil, []rights.Pause{{Cause: rights.Identification, Asked: day("2026-04-03"), Answered: day("2026-04-05"), Prompt: gdpr.Yes}}
	fs, err = r.Check(day("2026-04-01"), rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "la sospensione dal 3 aprile 2026 non ha effetto: il termine era scaduto il 2 aprile 2026", fs[0].Message(language.Italian))
}

// requireTold asserts that each finding has provisions that parse and a message
// in both languages with all its arguments.
func requireTold(t *testing.T, fs gdpr.Findings) {
	t.Helper()
	for _, f := range fs {
		require.True(t, len(f.Provisions) > 0 || f.Severity == gdpr.Advice, f.Code)
		for _, p := range f.Provisions {
			_, err := gdpr.ParseProvision(string(p))
			require.NoError(t, err, f.Code)
		}
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotContains(t, f.Message(tag), "%!", f.Code)
			require.NotEqual(t, string(f.Code), f.Message(tag))
		}
	}
}

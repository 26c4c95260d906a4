package rights_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// checked returns what is found about a request on a day, under public law.
func checked(t *testing.T, r rights.Request, on string) gdpr.Findings {
	t.Helper()
	fs, err := r.Check(day(on), rights.Policy{Regime: gdpr.PublicLaw}, gdpr.Italy())
	require.NoError(t, err)
	requireTold(t, fs)
	return fs
}

// TestEnd: a request that was taken back, sent on or said twice isn't overdue for
// ever; if its month had passed before, it was.
func TestEnd(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-11-02")}
	require.True(t, checked(t, r, "2027-03-01").Has(rights.CodeOverdue))
	for how := rights.TakenBack; how <= rights.Repeated; how++ {
		r.End = rights.End{On: day("2026-11-20"), How: how, By: "prot. 15.100/2026"}
		require.Empty(t, checked(t, r, "2027-03-01"), how)
		line, err := r.Timeline(rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, rights.Closed, line.Status(day("2027-03-01")).State)
		require.Equal(t, rights.Running, line.Status(day("2026-11-19")).State)
		require.Equal(t, 18, line.Status(day("2027-03-01")).Counted)
		require.False(t, rights.Closed.Open())
		require.Zero(t, r.AsOf(day("2026-11-19")).End)
		requireBoth(t, "", how.Label)
	}
	r.End.On = day("2026-12-10")
	require.Equal(t, []found{{rights.CodeOverdue, gdpr.Violation, "replied"}}, summary(checked(t, r, "2027-03-01")), "eight days late when it was taken back")
	r.End = rights.End{On: day("2026-11-20")}
	require.Equal(t, []found{{rights.CodeEndHow, gdpr.Warning, "end.how"}, {rights.CodeEndBy, gdpr.Warning, "end.by"}}, summary(checked(t, r, "2027-03-01")))

	for field, change := range map[string]func(*rights.Request){
		"end.how": func(r *rights.Request) { r.End.How = 9 },
		"end.on":  func(r *rights.Request) { r.End.On = day("2026-11-01") },
		"also[0]": func(r *rights.Request) { r.Also = []rights.Right{0} },
	} {
		bad := r
		change(&bad)
		_, err := bad.Timeline(rights.Policy{}, gdpr.Italy())
		var input *gdpr.InputError
		require.ErrorAs(t, err, &input)
		require.Equal(t, field, input.Field)
	}
	for _, bad := range []rights.Request{
		{Received: day("2026-11-02"), End: rights.End{How: rights.TakenBack}},
		{Received: day("2026-11-02"), Replied: day("2026-11-05"), End: rights.End{On: day("2026-11-06")}},
		{Received: day("2026-11-02"), Refusal: rights.Refusal{Sent: day("2026-11-05"), Reasons: "x"}, End: rights.End{On: day("2026-11-06")}},
	} {
		_, err := bad.Timeline(rights.Policy{}, gdpr.Italy())
		require.Error(t, err)
	}
}

// TestSeveralRights: one letter, each right by its own terms.
func TestSeveralRights(t *testing.T) {
	r := rights.Request{ID: "prot. 1/2026", Right: rights.ToAccess, Also: []rights.Right{rights.ToErasure, rights.ToWithdraw}, Received: day("2026-11-02")}
	each := slices.Collect(r.Each())
	require.Len(t, each, 3)
	require.Equal(t, rights.ToErasure, each[1].Right)
	require.Empty(t, each[1].Also)
	for range r.Each() {
		break
	}
	require.Equal(t, []found{{rights.CodeWithdrawalIgnored, gdpr.Violation, "also[1].stopped"}}, summary(checked(t, r, "2026-11-10")))
	require.Equal(t, []found{
		{rights.CodeOverdue, gdpr.Violation, "replied"},
		{rights.CodeOverdue, gdpr.Violation, "also[0].replied"},
		{rights.CodeWithdrawalIgnored, gdpr.Violation, "also[1].stopped"},
		{rights.CodeWithdrawalReply, gdpr.Advice, "also[1].replied"},
	}, summary(checked(t, r, "2026-12-10")))
	r.Replied, r.Stopped = day("2026-11-20"), day("2026-11-02")
	require.Empty(t, checked(t, r, "2026-12-10"))
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var back rights.Request
	require.NoError(t, gdpr.Decode(data, &back))
	require.Equal(t, r, back)
}

// TestTwice: one number and one right are one request.
func TestTwice(t *testing.T) {
	rs := rights.Requests{
		{ID: "prot. 1/2026", Right: rights.ToAccess, Also: []rights.Right{rights.ToErasure}, Received: day("2026-11-02")},
		{ID: "prot. 2/2026", Right: rights.ToAccess, Received: day("2026-11-02")},
		{ID: "prot. 1/2026", Right: rights.ToErasure, Received: day("2026-11-02")},
		{Right: rights.ToErasure, Received: day("2026-11-02")},
		{Right: rights.ToErasure, Received: day("2026-11-02")},
	}
	fs, err := rs.Check(day("2026-11-10"), rights.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, []found{{rights.CodeRequestTwice, gdpr.Warning, "[2].id"}}, summary(fs))
	requireTold(t, fs)
	rs[1].Received = 0
	_, err = rs.Check(day("2026-11-10"), rights.Policy{}, gdpr.Italy())
	var input *gdpr.InputError
	require.ErrorAs(t, err, &input)
	require.Equal(t, "[1].received", input.Field)
}

// TestPoliceRequest: D.Lgs. 51/2018 9(3) says without undue delay, and gives no
// month to extend.
func TestPoliceRequest(t *testing.T) {
	r := rights.Request{Right: rights.ToAccess, Received: day("2026-11-02"), Police: yes}
	line, err := r.Timeline(rights.Policy{Regime: gdpr.PublicLaw}, gdpr.Italy())
	require.NoError(t, err)
	require.Zero(t, line.Reply)
	require.Equal(t, rights.Running, line.Status(day("2026-12-20")).State)
	require.Equal(t, rights.NotReceived, line.Status(day("2026-11-01")).State)
	require.Empty(t, checked(t, r, "2026-12-02"))
	require.Equal(t, []found{{rights.CodePoliceSlow, gdpr.Warning, "replied"}}, summary(checked(t, r, "2026-12-20")))
	r.Extensions = []rights.Extension{{Told: day("2026-11-20"), Reasons: "tanti fascicoli"}}
	require.Equal(t, []found{{rights.CodePoliceTerm, gdpr.Warning, "extensions[0]"}}, summary(checked(t, r, "2026-11-25")))
	r.Extensions, r.Replied = nil, day("2026-11-20")
	require.Empty(t, checked(t, r, "2026-12-20"))
	line, err = r.Timeline(rights.Policy{Regime: gdpr.PublicLaw}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, rights.Answered, line.Status(day("2026-12-20")).State)
	for change, want := range map[string]rights.State{"refused": rights.Refused, "ended": rights.Closed} {
		r := rights.Request{Right: rights.ToAccess, Received: day("2026-11-02"), Police: yes}
		if change == "refused" {
			r.Refusal = rights.Refusal{Sent: day("2026-11-20"), Reasons: "indagini in corso", Complaint: true, Court: true}
		} else {
			r.End = rights.End{On: day("2026-11-20"), How: rights.TakenBack, By: "prot. 3"}
		}
		line, err := r.Timeline(rights.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, want, line.Status(day("2026-12-20")).State)
	}
	line, err = r.Timeline(rights.Policy{Regime: gdpr.ItalianLaw}, gdpr.Italy())
	require.NoError(t, err)
	require.NotZero(t, line.Reply, "a private body has the GDPR alone")
}

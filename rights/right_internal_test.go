package rights

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// A right with terms of its own is a row: weeks in place of months, an extension of
// one of them, and days of the regulation that are other than thirty.
func TestAnotherTerm(t *testing.T) {
	before := termsOf[ToPortability]
	defer func() { termsOf[ToPortability] = before }()
	termsOf[ToPortability] = terms{
		reply: gdpr.Term{N: 2, Unit: gdpr.Weeks}, more: gdpr.Term{N: 1, Unit: gdpr.Weeks}, by: "GDPR 20(1)",
		days: 10, municipal: "Regolamento 17(3)", extension: "Regolamento 17(3)",
	}
	day := func(m time.Month, d int) date.Date { return date.New(2026, m, d) }
	r := Request{Right: ToPortability, Received: day(time.September, 1)} // a Tuesday
	own, err := r.Timeline(Policy{}, gdpr.Calendar{})
	require.NoError(t, err)
	require.Equal(t, day(time.September, 11), own.Reply.Due)
	require.Equal(t, gdpr.Provision("Regolamento 17(3)"), own.Reply.Provision)
	union, err := r.Timeline(Policy{Regime: gdpr.PublicLaw}, gdpr.Calendar{})
	require.NoError(t, err)
	require.Equal(t, day(time.September, 15), union.Reply.Due)
	require.Equal(t, gdpr.Provision("GDPR 20(1)"), union.Reply.Provision)
	require.Equal(t, day(time.September, 22), union.Extended.Due)

	late := r
	late.Replied = day(time.September, 16)
	findings, err := late.Check(late.Replied, Policy{Regime: gdpr.PublicLaw}, gdpr.Calendar{})
	require.NoError(t, err)
	require.True(t, findings.Has(CodeReplyLate), findings)

	r.Right = ToAccess
	access, err := r.Timeline(Policy{Regime: gdpr.PublicLaw}, gdpr.Calendar{})
	require.NoError(t, err)
	require.Equal(t, day(time.October, 1), access.Reply.Due, "no other right has them")
}

// An extension lengthens the reply's term, so both are in one unit.
func TestOneUnit(t *testing.T) {
	for right, law := range termsOf {
		require.Equal(t, law.reply.Unit, law.more.Unit, Right(right))
	}
}

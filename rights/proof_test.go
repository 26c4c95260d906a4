package rights_test

import (
	"flag"
	"math/rand/v2"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// proof is how many days lie between two receipts of TestProof: with 1 it walks
// every day from 1986 to 2100, which takes some hours of one core.
var proof = flag.Int("proof", 5003, "days between two receipts of TestProof; 1: all of them")

// proofOffset begins the walk on a later day, so that shares don't repeat.
var proofOffset = flag.Int("proof-offset", 0, "first day of TestProof, after 1 January 1986")

var proofPolicies = []rights.Policy{
	{},
	{Regime: gdpr.PublicLaw},
	{Regime: gdpr.ItalianLaw, Days: 20, By: "Own 16(3)"},
	{Regime: gdpr.UnionLaw, Days: 2, By: "Own 16(3)"},
}

// TestProof holds the timeline of a request against the walker of days: each day
// of receipt from 1986 to 2100, under each regime, with
//
//   - an extension told on each day from the receipt to three days after the last
//     one on which it can be;
//   - each pause of up to 60 days that begins within the term, without an
//     extension, with one told a day too late, and, over the longer term, with one
//     told on the day of receipt and on the last day.
//
// It wants no difference in any last day, of each rule and of the one that binds.
func TestProof(t *testing.T) {
	var held, receipts int
	for received := day("1986-01-01") + date.Date(*proofOffset); received < day("2101-01-01"); received += date.Date(*proof) {
		receipts++
		for _, p := range proofPolicies {
			held += proveExtensions(t, received, p)
			held += provePauses(t, received, p)
		}
	}
	require.Positive(t, held)
	t.Logf("%d receipts, %d timelines, no difference", receipts, held)
}

func proveExtensions(t *testing.T, received date.Date, p rights.Policy) (held int) {
	r := rights.Request{Right: rights.ToAccess, Received: received}
	limit := walkRequest(r, p).notice
	for told := received; told <= limit+3; told++ {
		r.Extensions = []rights.Extension{{Told: told, Reasons: "x"}}
		hold(t, r, p)
		held++
	}
	return held
}

func provePauses(t *testing.T, received date.Date, p rights.Policy) (held int) {
	pauses := []rights.Pause{{Cause: rights.Identification, Prompt: gdpr.Yes}}
	extensions := []rights.Extension{{Reasons: "x"}}
	r := rights.Request{Right: rights.ToAccess, Received: received}
	plain := walkRequest(r, p)
	r.Extensions = []rights.Extension{{Told: received, Reasons: "x"}}
	long := walkRequest(r, p).longGDPR
	for from := received; from <= long; from++ {
		for days := date.Date(1); days <= 60; days++ {
			pauses[0].Asked, pauses[0].Answered = from, from+days
			r.Pauses, r.Extensions = pauses, nil
			limit := plain.notice
			if from <= plain.notice {
				limit = hold(t, r, p)
				held++
			}
			for _, told := range [...]date.Date{received, limit, limit + 1} {
				if told == limit+1 && from > plain.notice {
					continue
				}
				extensions[0].Told = told
				r.Extensions = extensions
				hold(t, r, p)
				held++
			}
		}
	}
	return held
}

// hold holds one timeline against the walker, and returns the last day of the
// notice.
func hold(t *testing.T, r rights.Request, p rights.Policy) date.Date {
	got, err := r.Timeline(p, gdpr.Italy())
	if err != nil {
		t.Fatal(err)
	}
	if want := walkRequest(r, p); want != summarise(got) {
		t.Fatalf("%+v under %+v:\nwant %+v\ngot  %+v", r, p, want, summarise(got))
	}
	return got.Notice.Due
}

// TestProofOfSamples takes requests at random from the same space, and with two
// pauses that may overlap.
func TestProofOfSamples(t *testing.T) {
	random := rand.New(rand.NewPCG(1182, 71))
	for range 20_000 {
		received := day("1986-01-01") + date.Date(random.IntN(42_000))
		r := rights.Request{Right: rights.Right(random.IntN(8)), Received: received}
		asked := received
		for range random.IntN(3) {
			asked += date.Date(random.IntN(40))
			r.Pauses = append(r.Pauses, rights.Pause{Cause: rights.Clarification, Prompt: gdpr.Yes, Asked: asked, Answered: asked + date.Date(random.IntN(61))})
		}
		if random.IntN(2) == 0 {
			r.Extensions = []rights.Extension{{Told: received + date.Date(random.IntN(100)), Reasons: "x"}}
		}
		p := proofPolicies[random.IntN(len(proofPolicies))]
		if random.IntN(4) == 0 {
			p = rights.Policy{Days: 1 + random.IntN(60), Regime: gdpr.Regime(random.IntN(4))}
		}
		hold(t, r, p)
	}
}

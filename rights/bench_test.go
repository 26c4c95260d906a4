package rights_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

var (
	plain = rights.Request{Right: rights.ToAccess, Received: date.New(2026, time.January, 31)}

	busy = rights.Request{
		Right:    rights.ToErasure,
		Received: date.New(2026, time.January, 31),
		Pauses: []rights.Pause{
			{Cause: rights.Identification, Asked: date.New(2026, time.February, 3), Answered: date.New(2026, time.February, 10), Prompt: gdpr.Yes},
			{Cause: rights.Clarification, Asked: date.New(2026, time.February, 8), Answered: date.New(2026, time.February, 12), Prompt: gdpr.Yes},
		},
		Extensions: []rights.Extension{{Told: date.New(2026, time.March, 2), Reasons: "fascicolo complesso"}},
		Replied:    date.New(2026, time.April, 30),
	}

	fullErasure = rights.Erasure{Unneeded: gdpr.Yes, Expression: gdpr.No, Obligation: gdpr.No, Health: gdpr.No, Archiving: gdpr.No, Claims: gdpr.No, Limit: rights.Limit{Prejudice: gdpr.No}}

	timelineSink rights.Timeline
	statusSink   rights.Status
	decisionSink rights.Decision
)

func TestHotPathsDoNotAllocate(t *testing.T) {
	cal := gdpr.Italy()
	on := date.New(2026, time.March, 15)
	for name, f := range map[string]func(){
		"timeline": func() { timelineSink, _ = plain.Timeline(rights.Policy{}, cal) },
		"paused and extended timeline": func() {
			timelineSink, _ = busy.Timeline(rights.Policy{}, cal)
		},
		"status":   func() { statusSink = timelineSink.Status(on) },
		"decision": func() { decisionSink = fullErasure.Decide() },
	} {
		require.Zero(t, testing.AllocsPerRun(100, f), name)
	}
}

// BenchmarkTimeline is the mean over receipts on all days of three years.
func BenchmarkTimeline(b *testing.B) {
	b.ReportAllocs()
	cal := gdpr.Italy()
	r, i := plain, date.Date(0)
	for b.Loop() {
		r.Received = plain.Received + i%1096
		i++
		timelineSink, _ = r.Timeline(rights.Policy{}, cal)
	}
}

// BenchmarkTimelineOf31January is a costly one: a month cut short, weekends, and
// Mondays that might be Easter Monday.
func BenchmarkTimelineOf31January(b *testing.B) {
	b.ReportAllocs()
	cal := gdpr.Italy()
	for b.Loop() {
		timelineSink, _ = plain.Timeline(rights.Policy{}, cal)
	}
}

func BenchmarkTimelinePausedAndExtended(b *testing.B) {
	b.ReportAllocs()
	cal := gdpr.Italy()
	for b.Loop() {
		timelineSink, _ = busy.Timeline(rights.Policy{}, cal)
	}
}

// BenchmarkMillion is a million timelines with their status, on one core, of
// requests that come on all days of three years.
func BenchmarkMillion(b *testing.B) {
	b.ReportAllocs()
	cal := gdpr.Italy()
	for b.Loop() {
		r := plain
		for i := range date.Date(1_000_000) {
			r.Received = plain.Received + i%1096
			timelineSink, _ = r.Timeline(rights.Policy{}, cal)
			statusSink = timelineSink.Status(plain.Received + 500)
		}
	}
}

func BenchmarkStatus(b *testing.B) {
	b.ReportAllocs()
	t, err := busy.Timeline(rights.Policy{}, gdpr.Italy())
	require.NoError(b, err)
	for b.Loop() {
		statusSink = t.Status(t.Received + 40)
	}
}

func BenchmarkDecision(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		decisionSink = fullErasure.Decide()
	}
}

// BenchmarkMissing asks the largest decision with nothing known.
func BenchmarkMissing(b *testing.B) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		for range (rights.Erasure{}).Decide().Missing() {
			n++
		}
	}
	require.NotZero(b, n)
}

func BenchmarkCheck(b *testing.B) {
	b.ReportAllocs()
	cal := gdpr.Italy()
	for b.Loop() {
		if _, err := busy.Check(busy.Replied, rights.Policy{}, cal); err != nil {
			b.Fatal(err)
		}
	}
}

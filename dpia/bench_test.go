package dpia

import (
	"testing"

	"github.com/b58db29f/gdpr"
)

var (
	sinkScreening Screening
	sinkLen       int
	sinkTimeline  Timeline
)

func BenchmarkScreen(b *testing.B) {
	b.ReportAllocs()
	f := Facts{Scoring: gdpr.Yes, LargeScale: gdpr.Yes, Vulnerable: gdpr.No}
	for b.Loop() {
		sinkScreening, _ = Screen(f, Policy{})
	}
}

func BenchmarkScreenAllKnown(b *testing.B) {
	b.ReportAllocs()
	f := none()
	f.Vulnerable, f.SpecialData = gdpr.Yes, gdpr.Yes
	for b.Loop() {
		sinkScreening, _ = Screen(f, Policy{})
	}
}

func BenchmarkScreenUndetermined(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sinkScreening, _ = Screen(Facts{Vulnerable: gdpr.Yes}, Policy{})
	}
}

func BenchmarkMissing(b *testing.B) {
	b.ReportAllocs()
	s, _ := Screen(Facts{Vulnerable: gdpr.Yes}, Policy{})
	for b.Loop() {
		for range s.Missing() {
			sinkLen++
		}
	}
}

func BenchmarkReasons(b *testing.B) {
	b.ReportAllocs()
	s, _ := Screen(Facts{Scoring: gdpr.Yes, LargeScale: gdpr.Yes}, Policy{})
	for b.Loop() {
		for range s.Reasons() {
			sinkLen++
		}
	}
}

func BenchmarkConsultation(b *testing.B) {
	b.ReportAllocs()
	c := Consultation{Received: received, Suspensions: []Suspension{{From: received + 3, To: received + 8}}}
	cal := gdpr.Italy()
	for b.Loop() {
		sinkTimeline, _ = c.On(received+20, cal)
	}
}

func BenchmarkAssessmentCheck(b *testing.B) {
	b.ReportAllocs()
	a := soundAssessment()
	for b.Loop() {
		sinkLen += len(a.Check())
	}
}

package dpia

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// TestPoliceConsultation: D.Lgs. 51/2018 24(1): a high risk without measures, or a
// kind of processing that has one by itself, whatever risk is left.
func TestPoliceConsultation(t *testing.T) {
	for _, c := range []struct {
		name string
		s    PoliceSystem
		want gdpr.Answer
	}{
		{"nobody knows", PoliceSystem{}, gdpr.Unknown},
		{"the GDPR rules", PoliceSystem{Police: gdpr.No, New: gdpr.Yes, HighRisk: gdpr.Yes, Kind: gdpr.Yes}, gdpr.No},
		{"an old system", PoliceSystem{Police: gdpr.Yes, New: gdpr.No, HighRisk: gdpr.Yes}, gdpr.No},
		{"a high risk without measures", PoliceSystem{Police: gdpr.Yes, New: gdpr.Yes, HighRisk: gdpr.Yes, Kind: gdpr.No}, gdpr.Yes},
		{"biometric data, whatever is left", PoliceSystem{Police: gdpr.Yes, New: gdpr.Yes, HighRisk: gdpr.No, Kind: gdpr.Yes}, gdpr.Yes},
		{"neither", PoliceSystem{Police: gdpr.Yes, New: gdpr.Yes, HighRisk: gdpr.No, Kind: gdpr.No}, gdpr.No},
		{"the kind isn't known", PoliceSystem{Police: gdpr.Yes, New: gdpr.Yes, HighRisk: gdpr.No}, gdpr.Unknown},
		{"a firm", PoliceSystem{Regime: gdpr.ItalianLaw, Police: gdpr.Yes, New: gdpr.Yes, Kind: gdpr.Yes}, gdpr.No},
	} {
		require.Equal(t, c.want, c.s.Consultation(), c.name)
	}
}

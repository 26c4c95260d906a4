package functions

import (
	"encoding/json"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/dpia"
)

// TestConsultation: GDPR 36(1). A measure that was planned for the day on which the
// processing begins lowers the risk until that day, and from then on if it is in
// place.
func TestConsultation(t *testing.T) {
	a := dpia.Assessment{Begins: date.New(2026, 3, 1), Risks: []dpia.Risk{{
		Before:   dpia.Rating{Severity: dpia.Maximum, Likelihood: dpia.Maximum},
		After:    dpia.Rating{Severity: dpia.Negligible, Likelihood: dpia.Negligible},
		Measures: []dpia.Measure{{Severity: true, Likelihood: true, Due: date.New(2026, 3, 1)}},
	}}}
	f, ok := Find("dpia.check")
	require.True(t, ok)
	for day, want := range map[string]bool{"": false, "2026-02-28": false, "2026-03-01": true, "2026-03-02": true} {
		input := map[string]any{"assessment": a}
		if day != "" {
			input["on"] = day
		}
		text, err := json.Marshal(input)
		require.NoError(t, err)
		output, err := f.Call(text)
		require.NoError(t, err)
		var got struct{ Consultation *bool }
		require.NoError(t, json.Unmarshal(output, &got))
		require.NotNil(t, got.Consultation)
		require.Equal(t, want, *got.Consultation, day)
	}
}

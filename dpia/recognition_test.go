package dpia

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// TestSuspended: D.L. 139/2021 9(9)-(12), to 31 December 2025 by D.L. 51/2023 8-ter;
// what came after wasn't found, and isn't guessed.
func TestSuspended(t *testing.T) {
	square := Recognition{Faces: gdpr.Yes, OpenPlace: gdpr.Yes, Prevention: gdpr.No}
	for _, c := range []struct {
		spoil func(*Recognition)
		day   date.Date
		want  gdpr.Answer
	}{
		{nil, date.New(2021, time.December, 7), gdpr.No},
		{nil, date.New(2021, time.December, 8), gdpr.Yes},
		{nil, date.New(2025, time.December, 31), gdpr.Yes},
		{nil, date.New(2026, time.January, 1), gdpr.Unknown},
		{nil, 0, gdpr.Unknown},
		{func(r *Recognition) { r.Faces = gdpr.No }, 0, gdpr.No},
		{func(r *Recognition) { r.OpenPlace = gdpr.No }, date.New(2024, time.May, 1), gdpr.No},
		{func(r *Recognition) { r.OpenPlace = gdpr.Unknown }, date.New(2024, time.May, 1), gdpr.Unknown},
		{func(r *Recognition) { r.Prevention, r.Favourable = gdpr.Yes, gdpr.Yes }, date.New(2024, time.May, 1), gdpr.No},
		{func(r *Recognition) { r.Prevention, r.Favourable = gdpr.Yes, gdpr.No }, date.New(2024, time.May, 1), gdpr.Yes},
		{func(r *Recognition) { r.Regime = gdpr.UnionLaw }, date.New(2024, time.May, 1), gdpr.No},
	} {
		r := square
		r.On = c.day
		if c.spoil != nil {
			c.spoil(&r)
		}
		require.Equal(t, c.want, r.Suspended(), "%+v", r)
		data, err := json.Marshal(r)
		require.NoError(t, err)
		var back Recognition
		require.NoError(t, gdpr.Decode(data, &back))
		require.Equal(t, r, back)
	}
}

func TestRightsAssessment(t *testing.T) {
	d := Deployment{HighRisk: gdpr.Yes, Public: gdpr.Yes}
	require.Equal(t, gdpr.No, d.RightsAssessment(), "not yet on the day up to which the law was read")
	d.On = date.New(2027, time.December, 1)
	require.Equal(t, gdpr.No, d.RightsAssessment())
	d.On++
	require.Equal(t, gdpr.Yes, d.RightsAssessment())
	d.Public = gdpr.Unknown
	require.Equal(t, gdpr.Unknown, d.RightsAssessment())
	d.HighRisk = gdpr.No
	require.Equal(t, gdpr.No, d.RightsAssessment())
}

func ExampleRecognition_Suspended() {
	r := Recognition{Faces: gdpr.Yes, OpenPlace: gdpr.Yes, Prevention: gdpr.No}
	fmt.Println("today:", r.Suspended())
	r.On = date.New(2025, time.December, 31)
	fmt.Println("on the last day of the law:", r.Suspended())
	// Output:
	// today: unknown
	// on the last day of the law: yes
}

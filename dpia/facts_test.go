package dpia

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// factCount is how many facts there are without the conditions of a relief.
const factCount = publicTask

// names are the fields of the facts and conditions.
var names = func() (names [factsCount]string) {
	for i, q := range factsQuestions {
		names[i] = q.Field
	}
	return names
}()

// The criteria are where Set[Criterion] has them.
func TestCriteriaAreFirst(t *testing.T) {
	require.Equal(t, []int{0, 1, 2, 3, 4, 5, 6, 7, 8}, []int{scoring, automatedDecision, monitoring, specialData, largeScale, matching, vulnerable, newTechnology, preventsRight})
}

// Each fact is set by the field of its question, and by no other.
func TestSet(t *testing.T) {
	for i, name := range names {
		var f Facts
		var l LawAssessment
		var s Similar
		set := 0
		for _, of := range []interface {
			Set(string, gdpr.Answer) error
		}{&f, &l, &s} {
			if err := of.Set(name, gdpr.Yes); err == nil {
				set++
			} else {
				require.ErrorIs(t, err, gdpr.FaultName)
			}
		}
		require.Equal(t, 1, set, name)
		held := f.said().Yes | l.said().Yes | s.said().Yes
		require.True(t, held.Has(i), name)
		require.Equal(t, 1, held.Len())
	}
	var f Facts
	require.ErrorIs(t, f.Set("scoring", 3), gdpr.FaultName)
	require.Zero(t, f)
	require.Contains(t, f.Set("scorings", gdpr.Yes).Error(), "valid ones: scoring, automated_decision")
	require.True(t, slices.IsSorted([]int{own, publicTask, similarOperations}))
}

package rights_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// TestQuestionsDoNotAllocate: what a questionnaire asks at every step, and each
// decision behind it, cost no memory.
func TestQuestionsDoNotAllocate(t *testing.T) {
	asked := 0
	for name, f := range map[string]func(){
		"erasure": func() {
			for range (rights.Erasure{Unneeded: gdpr.Yes}).Decide().Missing() {
				asked++
			}
		},
		"automated": func() {
			for range (rights.AutomatedDecision{}).Decide().Missing() {
				asked++
			}
		},
		"standing": func() {
			for range (rights.Standing{}).Decide().Missing() {
				asked++
			}
		},
		"limit": func() {
			for range (rights.Limit{}).Decide().Missing() {
				asked++
			}
		},
		"reasons": func() {
			for range (rights.Access{Processed: gdpr.Yes, Limit: rights.Limit{Prejudice: gdpr.No}}).Decide().Reasons() {
				asked++
			}
		},
	} {
		require.Zero(t, testing.AllocsPerRun(100, f), name)
	}
	require.NotZero(t, asked)
}

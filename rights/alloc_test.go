package rights_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// TestQuestionsDoNotAllocate: what a questionnaire asks at every step, what it is
// told at the end, and each decision behind it, cost no memory.
func TestQuestionsDoNotAllocate(t *testing.T) {
	asked, told := 0, 0
	union := rights.Limit{Regime: gdpr.UnionLaw}
	for name, decide := range map[string]func() rights.Decision{
		"access":            func() rights.Decision { return rights.Access{}.Decide() },
		"access, union":     func() rights.Decision { return rights.Access{Limit: union}.Decide() },
		"access that is":    func() rights.Decision { return rights.Access{Processed: yes, Limit: free}.Decide() },
		"access that isn't": func() rights.Decision { return rights.Access{Limit: harm}.Decide() },
		"copy":              func() rights.Decision { return rights.Access{Others: yes}.Copy() },
		"rectification":     func() rights.Decision { return rights.Rectification{}.Decide() },
		"erasure":           func() rights.Decision { return rights.Erasure{}.Decide() },
		"erasure that is":   func() rights.Decision { return fullErasure.Decide() },
		"restriction":       func() rights.Decision { return rights.Restriction{}.Decide() },
		"use":               func() rights.Decision { return rights.RestrictedUse{}.Decide() },
		"portability":       func() rights.Decision { return rights.Portability{}.Decide() },
		"whole":             func() rights.Decision { return rights.Portability{}.Whole() },
		"objection":         func() rights.Decision { return rights.Objection{}.Decide() },
		"automated":         func() rights.Decision { return rights.AutomatedDecision{}.Decide() },
		"safeguarded":       func() rights.Decision { return rights.AutomatedDecision{}.Safeguarded() },
		"standing":          func() rights.Decision { return rights.Standing{}.Decide() },
		"identity":          func() rights.Decision { return rights.Identity{}.Decide() },
		"identifiable":      func() rights.Decision { return rights.Identifiable{}.Decide() },
		"abuse":             func() rights.Decision { return rights.Abuse{}.Decide() },
		"fee":               func() rights.Decision { return rights.Fee{}.Decide() },
		"further":           func() rights.Decision { return rights.FurtherUse{}.Decide() },
		"sharing":           func() rights.Decision { return rights.Sharing{}.Decide() },
		"police":            func() rights.Decision { return rights.Police{}.Decide() },
		"procedure":         func() rights.Decision { return rights.Police{}.ByProcedure() },
		"purpose":           func() rights.Decision { return rights.Purpose{}.NeedsConsent() },
		"remedy":            func() rights.Decision { return rights.Remedy{}.Decide() },
		"court":             func() rights.Decision { return rights.Remedy{}.ToCourt() },
	} {
		require.Zero(t, testing.AllocsPerRun(100, func() {
			d := decide()
			for range d.Missing() {
				asked++
			}
			for range d.Reasons() {
				told++
			}
		}), name)
	}
	require.Zero(t, testing.AllocsPerRun(100, func() {
		for range (rights.Limit{}).Decide().Missing() {
			asked++
		}
	}))
	require.NotZero(t, asked)
	require.NotZero(t, told)
}

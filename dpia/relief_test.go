package dpia

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

func required(t *testing.T) Screening {
	f := none()
	f.Monitoring, f.LargeScale, f.PublicArea = gdpr.Yes, gdpr.Yes, gdpr.Yes
	return mustScreen(t, f)
}

func TestAssessedByLaw(t *testing.T) {
	s := required(t)
	all := LawAssessment{PublicTask: gdpr.Yes, SpecificLaw: gdpr.Yes, AssessedWithLaw: gdpr.Yes}
	relieved := s.AssessedByLaw(all)
	require.Equal(t, NotRequired, relieved.Outcome)
	require.Equal(t, ByLaw, relieved.Rule)
	require.Contains(t, reasonCodes(relieved), "dpia.reason.law GDPR 35(10)")

	// That the law tells the Comune to process the data is not enough.
	told := s.AssessedByLaw(LawAssessment{PublicTask: gdpr.Yes, SpecificLaw: gdpr.Yes, AssessedWithLaw: gdpr.No})
	require.Equal(t, Required, told.Outcome)
	require.Equal(t, ByTrigger, told.Rule)

	open := s.AssessedByLaw(LawAssessment{PublicTask: gdpr.Yes, SpecificLaw: gdpr.Yes})
	require.Equal(t, Undetermined, open.Outcome)
	require.Equal(t, []gdpr.Question{{Field: "assessed_with_law", Code: "dpia.screening.assessed_with_law.ask"}}, slices.Collect(open.Missing()))

	// A claim made again replaces the first.
	require.Equal(t, relieved, open.AssessedByLaw(all))
	require.Equal(t, told.Outcome, relieved.AssessedByLaw(LawAssessment{PublicTask: gdpr.No}).Outcome)

	// Where nothing is required there is nothing to be relieved of.
	nothing := mustScreen(t, none()).AssessedByLaw(LawAssessment{PublicTask: gdpr.Yes})
	require.Equal(t, NotRequired, nothing.Outcome)
	require.Equal(t, ByNone, nothing.Rule)
}

func TestAssessedBefore(t *testing.T) {
	s := required(t)
	covered := s.AssessedBefore(Similar{Operations: gdpr.Yes, Risks: gdpr.Yes})
	require.Equal(t, NotRequired, covered.Outcome)
	require.Equal(t, BySimilar, covered.Rule)
	require.Contains(t, reasonCodes(covered), "dpia.reason.similar Regolamento 27(2)")
	require.Equal(t, Required, s.AssessedBefore(Similar{Operations: gdpr.Yes, Risks: gdpr.No}).Outcome)
	require.Equal(t, Undetermined, s.AssessedBefore(Similar{Operations: gdpr.Yes}).Outcome)
	require.Equal(t, Undetermined, s.AssessedBefore(Similar{}).Outcome)
}

// TestExcepted: WP248's single doctor, and what the judgement can't reach.
func TestExcepted(t *testing.T) {
	doctor := none()
	doctor.SpecialData, doctor.Vulnerable = gdpr.Yes, gdpr.Yes
	s := mustScreen(t, doctor)
	require.Equal(t, Required, s.Outcome)
	excepted := s.Excepted(soundException())
	require.Equal(t, NotRequired, excepted.Outcome)
	require.Equal(t, ByException, excepted.Rule)
	require.Contains(t, reasonCodes(excepted), "dpia.reason.exception WP248")

	for name, spoil := range map[string]func(*Exception){
		"no reasons":         func(e *Exception) { e.Reasons = " " },
		"no date":            func(e *Exception) { e.Decided = 0 },
		"DPO not asked":      func(e *Exception) { e.Opinion = roles.Opinion{} },
		"DPO didn't answer":  func(e *Exception) { e.Opinion.Given = 0 },
		"DPO answered later": func(e *Exception) { e.Opinion.Given = e.Decided + 1 },
		"unreasoned departure": func(e *Exception) {
			e.Opinion.Departed = gdpr.Yes
		},
	} {
		e := soundException()
		spoil(&e)
		require.Equal(t, gdpr.Violation, e.Check().Worst(), name)
		require.Equal(t, s, s.Excepted(e), name)
	}
	require.Empty(t, soundException().Check())
	require.True(t, Exception{}.Check().Has(CodeExceptionUnreasoned))
	require.True(t, Exception{}.Check().Has(CodeExceptionUndated))
	require.True(t, Exception{}.Check().Has(roles.CodeOpinionNotAsked))
	require.Equal(t, "opinion.asked", Exception{}.Check()[2].Where)

	barred := required(t).Excepted(soundException())
	require.Equal(t, Required, barred.Outcome)
	require.Contains(t, reasonCodes(barred), "dpia.reason.no-exception WP248")

	// Whether the practice is on a large scale could still make it a trigger.
	doctor.LargeScale = gdpr.Unknown
	open := mustScreen(t, doctor).Excepted(soundException())
	require.Equal(t, Undetermined, open.Outcome)
	require.Equal(t, "large_scale", slices.Collect(open.Missing())[0].Field)

	// Nothing to except.
	require.Equal(t, ByNone, mustScreen(t, none()).Excepted(soundException()).Rule)

	own := none()
	own.SpecialData, own.Vulnerable, own.Own = gdpr.Yes, gdpr.Yes, gdpr.Yes
	policy := Policy{Own: []gdpr.Text{{IT: "a", EN: "a"}}}
	chosen, err := Screen(own, policy)
	require.NoError(t, err)
	require.Equal(t, Required, chosen.Excepted(soundException()).Outcome)
}

package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	is "github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/internal/kleene"
	"github.com/b58db29f/gdpr/roles"
)

// LawAssessment is the claim that the assessment was made when the law that
// governs the processing was. All three conditions must be met: that a law tells
// the Comune to process the data is not enough.
//
// Law: GDPR 35(10).
//
//facts:more Facts dpia.screening
type LawAssessment struct {
	PublicTask      gdpr.Answer `json:"public_task"`       // the basis is a legal obligation or a public task: art. 6(1)(c) or (e) GDPR
	SpecificLaw     gdpr.Answer `json:"specific_law"`      // a law governs this very operation, or set of operations
	AssessedWithLaw gdpr.Answer `json:"assessed_with_law"` // an impact assessment was made in adopting it, and the law asks for no other
}

// AssessedByLaw returns the screening with the claim taken into account: not
// required if all three conditions are met, unchanged if one isn't, and
// undetermined while one is unknown and could change the outcome. It doesn't lift
// what a statute or the body's own criteria ask: the article lifts its own first
// seven paragraphs. Nor does it lift the review of GDPR 35(11).
//
// The template regulation doesn't know this relief. Where it would have the
// assessment made by itself, the outcome follows the GDPR, whose words the comma
// takes up, and a reason says that by the letter the assessment is due until the
// regulation is changed.
//
// Law: GDPR 35(10); Regolamento 27(4); Regolamento 27(5).
func (s Screening) AssessedByLaw(l LawAssessment) Screening {
	s.claims |= claimLaw
	s.put(publicTask, l.PublicTask)
	s.put(specificLaw, l.SpecificLaw)
	s.put(assessedWithLaw, l.AssessedWithLaw)
	s.decide()
	return s
}

// Similar is the claim that an assessment already made covers the processing,
// which is one of a group of similar ones: the same kind of system in several
// places, or in several Comuni that share one assessment.
//
// Law: Regolamento 27(2); GDPR 35(1).
//
//facts:more Facts dpia.screening
type Similar struct {
	Operations gdpr.Answer `json:"similar_operations"` // alike in nature, scope, context and purposes
	Risks      gdpr.Answer `json:"similar_risks"`      // alike in their high risks, and assessed for them
}

// AssessedBefore returns the screening with the claim taken into account: no
// assessment of its own is required if the processing is similar in both
// respects. It is unchanged if in one it isn't, and undetermined while one is
// unknown and could change the outcome.
//
// Law: Regolamento 27(2); GDPR 35(1); WP248.
func (s Screening) AssessedBefore(a Similar) Screening {
	s.claims |= claimSimilar
	s.put(similarOperations, a.Operations)
	s.put(similarRisks, a.Risks)
	s.decide()
	return s
}

// Exception is the controller's judgement, on paper, that a processing which
// meets the indices or criteria is not of high risk after all. (Recital 91, on the
// single doctor or lawyer, is a case of it, for the large scale alone.) It stands
// on reasons and on the data protection officer's view.
//
// Law: WP248; GDPR recital 91.
type Exception struct {
	Reasons string        `json:"reasons"`          // why the risk isn't high
	Decided date.Date     `json:"decided,omitzero"` // the day of the judgement
	Opinion roles.Opinion `json:"opinion"`          // the officer's view of it
}

// The findings of [Exception.Check], beside those of [roles.Opinion.Check] under
// "opinion".
const (
	CodeExceptionUnreasoned gdpr.Code = "dpia.exception.unreasoned" // violation: the reasons why the risk isn't high are missing
	CodeExceptionUndated    gdpr.Code = "dpia.exception.undated"    // violation: the date of the judgement is missing
)

var (
	rowExceptionUnreasoned = find.Violation(CodeExceptionUnreasoned, "WP248")
	rowExceptionUndated    = find.Violation(CodeExceptionUndated, "GDPR 5(2)")
)

// Check tells what the judgement lacks to stand.
//
// Law: GDPR recital 91; GDPR 39(1); WP248.
func (e Exception) Check() gdpr.Findings {
	var c find.Collector
	if blank(e.Reasons) {
		c.Add(rowExceptionUnreasoned, "reasons")
	}
	if e.Decided == 0 {
		c.Add(rowExceptionUndated, "decided")
	}
	c.Below("opinion", e.Opinion.Check(e.Decided))
	return c.Findings()
}

// Excepted returns the screening with the controller's judgement taken into
// account. It weighs only against the number of indices and criteria: a trigger,
// a type of the Garante's list and a criterion of the Comune's own stay binding,
// and while one of them could still apply the outcome is undetermined. A
// judgement that [Exception.Check] finds in violation changes nothing.
//
// Whether the municipal regulation's two indices admit it is disputed, since
// its words know no exception. The reading held is that they count signs of the
// high risk which its first comma asks for, as those of WP248 do; a reason says
// that by the letter the assessment is due, until the regulation is changed.
//
// Law: GDPR recital 91; GDPR 35(1); Regolamento 27(1); WP248.
func (s Screening) Excepted(e Exception) Screening {
	if e.Check().Worst() == gdpr.Violation {
		return s
	}
	s.claims |= claimException
	s.decide()
	return s
}

// put replaces what is known of a condition.
func (s *Screening) put(condition int, a gdpr.Answer) {
	s.held.Yes &^= 1 << condition
	s.held.No &^= 1 << condition
	s.held = s.held.Put(condition, a)
}

const (
	lawConditions     = 1<<publicTask | 1<<specificLaw | 1<<assessedWithLaw
	similarConditions = 1<<similarOperations | 1<<similarRisks
)

// relieved returns the claim whose conditions are all met, or 0.
func (s *Screening) relieved(met kleene.Set) Rule {
	switch {
	case s.claims&claimLaw != 0 && lawConditions&^met == 0:
		return ByLaw
	case s.claims&claimSimilar != 0 && similarConditions&^met == 0:
		return BySimilar
	}
	return 0
}

// blank reports whether a text says nothing: a placeholder is no content.
func blank(s string) bool { return is.Is(s) }

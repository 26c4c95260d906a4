package dpia

import (
	"testing"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blanktest"
)

// A placeholder in an assessment is no content: GDPR 35(7).
func TestPlaceholders(t *testing.T) {
	a := soundAssessment()
	blanktest.Check(t, &a, 14, func() gdpr.Findings { return a.Check() })
}

package audit_test

import (
	"testing"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blanktest"
)

// A placeholder in a report of audit is no content: Regolamento 33(1), 35(2).
func TestPlaceholders(t *testing.T) {
	a := whole()
	blanktest.Check(t, &a, 5, func() gdpr.Findings { return a.Check(today) })
}

package breach_test

import (
	"testing"
	"time"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blanktest"
)

// A placeholder in an entry or a notification is no content: GDPR 33(3), 33(5).
func TestPlaceholders(t *testing.T) {
	e, looked := wholeEntry(t), time.Date(2026, time.November, 22, 12, 0, 0, 0, rome(t))
	blanktest.Check(t, &e, 3, func() gdpr.Findings { return e.Check(looked) })
}

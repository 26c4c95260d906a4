package security_test

import (
	"testing"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blanktest"
	"github.com/b58db29f/gdpr/register/security"
)

// A placeholder in a checklist is no content: GDPR 32(1), Regolamento 30(3).
func TestPlaceholders(t *testing.T) {
	c := whole()
	c.Entries[0].State, c.Entries[0].Reason = security.Excluded, "non vi sono password"
	blanktest.Check(t, &c, 10, func() gdpr.Findings { return check(t, c) })
}

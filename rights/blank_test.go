package rights_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blanktest"
	"github.com/b58db29f/gdpr/rights"
)

// A placeholder is no content, be it the reasons of a refusal or the purpose of a
// consent: GDPR 7(1), 12(4).
func TestPlaceholders(t *testing.T) {
	c := validConsent
	blanktest.Check(t, &c, 3, func() gdpr.Findings {
		fs, err := c.Check()
		require.NoError(t, err)
		return fs
	})
	r := rights.Refusal{Sent: day("2026-03-02"), Reasons: "già fornite il 2 marzo", Complaint: true, Court: true}
	blanktest.Check(t, &r, 1, func() gdpr.Findings { return r.Check() })
}

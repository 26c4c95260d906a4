package informativa_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	. "github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/internal/blanktest"
)

// A placeholder in a notice is no content: GDPR 13(1), 14(1).
func TestPlaceholders(t *testing.T) {
	n, site, sign := nursery(), portal(), crossing()
	blanktest.Check(t, &n, 9, func() gdpr.Findings { return n.Check(Comune()) })
	blanktest.Check(t, &site, 15, func() gdpr.Findings { return site.Check(online()) })
	blanktest.Check(t, &sign, 2, func() gdpr.Findings { return sign.Check(date.New(2026, time.November, 22)) })
	for _, vague := range []string{"illimitata", "per il tempo necessario", "nei termini di legge"} {
		n := nursery()
		n.Storage = []Storage{{Criterion: vague}}
		require.True(t, n.Check(Comune()).Has(Retention.Missing()), vague)
	}
}

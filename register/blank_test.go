package register_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blanktest"
	"github.com/b58db29f/gdpr/register"
)

// A placeholder in the register is no content: GDPR 30(1), 30(2).
func TestPlaceholders(t *testing.T) {
	r := clean(t)
	blanktest.Check(t, &r, 100, func() gdpr.Findings { return register.Check(r, today(t)) })
	require.Empty(t, register.Check(r, today(t)))
	for _, vague := range []string{"illimitata", "per il tempo necessario", "nei termini di legge"} {
		r := clean(t)
		r.Activities[0].Retention = register.Retention{Criterion: vague}
		require.Equal(t, []string{"warning register.retention.vague activities[0].retention"}, lines(register.Check(r, today(t))), vague)
	}
	r.Activities[0].Data[0].Text = "nome e cognome"
	require.Empty(t, register.Check(r, today(t)), "a category of data, and no placeholder")
}

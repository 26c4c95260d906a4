package roles_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blanktest"
	"github.com/b58db29f/gdpr/roles"
)

// A placeholder in an act or a contract is no content: GDPR 24(1), 28(3).
func TestPlaceholders(t *testing.T) {
	o := clean(t)
	blanktest.Check(t, o, 40, func() gdpr.Findings {
		fs, err := o.Check(today)
		if err != nil { // a reference to nobody
			return make(gdpr.Findings, 100)
		}
		return fs
	})
	d := roles.Deed{Comune: "Comune di Roccasilvana", Appointee: "Bianca Neri", Head: "Carla Blu", Role: roles.AsManager}
	blanktest.Check(t, &d, 2, func() gdpr.Findings {
		fs, err := d.Check()
		require.NoError(t, err)
		return fs
	})
}

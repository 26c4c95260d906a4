package roles_test

import (
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

// Who handles reports of wrongdoing: inside by an act with instructions (GDPR 29),
// outside by the contract of a processor (GDPR 28, D.Lgs. 24/2023 13(6)).
func TestManagerOfReports(t *testing.T) {
	o := clean(t)
	o.Others = []roles.Appointment{{Role: roles.AsWhistleblowing, Processor: o.Processors[0].ID}}
	require.Empty(t, check(t, o))
	o.Others = []roles.Appointment{{Role: roles.AsWhistleblowing, Person: "serra", Act: roles.Act{Form: roles.ByDecree, Date: date.New(2026, 1, 12), Instructions: "riservatezza di chi segnala; conservazione per cinque anni al più"}}}
	for _, f := range check(t, o) {
		require.NotEqual(t, roles.CodeReportsAct, f.Code)
	}
	o.Others = []roles.Appointment{{Role: roles.AsWhistleblowing, Processor: "nessuno"}}
	_, err := o.Check(today)
	require.ErrorIs(t, err, gdpr.FaultReference)
	o.Others = []roles.Appointment{{Role: roles.AsRPCT, Processor: o.Processors[0].ID}}
	_, err = o.Check(today)
	require.ErrorIs(t, err, gdpr.FaultMissing)
}

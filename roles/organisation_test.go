package roles_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

// today is the day on which the sample Comune is looked at.
var today = date.New(2026, 11, 22)

// sample returns the sample Comune, with the findings planted in it.
func sample(t testing.TB) *roles.Organisation {
	t.Helper()
	data, err := os.ReadFile("testdata/organisation.json")
	require.NoError(t, err)
	var o roles.Organisation
	require.NoError(t, json.Unmarshal(data, &o))
	return &o
}

// clean returns the sample Comune with what was planted put right.
func clean(t testing.TB) *roles.Organisation {
	t.Helper()
	o := sample(t)
	o.Controller.Supervised = date.New(2026, 6, 30)
	o.Areas = o.Areas[:3]
	o.Managers[1].Published.PEC = o.People[3].PEC
	o.SubManagers[1].Communicated = o.SubManagers[1].Changed
	o.Staff[1].Trained = gdpr.Yes
	o.Processors[1].Authorised.Told = date.New(2026, 2, 9)
	o.Processors[2].Contract.Clauses = roles.Clauses()
	o.Arrangements[0].Essence = date.New(2026, 1, 20)
	o.Officer.Designation.Until = o.Officer.Contract.Until
	o.Officer.Garante.Online = gdpr.Yes
	return o
}

// check returns the findings on the day, or fails.
func check(t testing.TB, o *roles.Organisation) gdpr.Findings {
	t.Helper()
	fs, err := o.Check(today)
	require.NoError(t, err)
	return fs
}

func TestSampleIsCleanButForWhatIsPlanted(t *testing.T) {
	planted := []struct {
		code   gdpr.Code
		weight gdpr.Severity
		where  string
	}{
		{roles.CodeSupervisionLate, gdpr.Warning, "controller.supervised"},
		{roles.CodeAreaUncovered, gdpr.Violation, "areas[3]"},
		{roles.CodePublicationPEC, gdpr.Violation, "managers[1].published.pec"},
		{roles.CodeChangeNotTold, gdpr.Violation, "sub_managers[1].communicated"},
		{roles.CodeTraining, gdpr.Warning, "staff[1].trained"},
		{roles.CodeSubNotTold, gdpr.Violation, "processors[1].authorised.told"},
		{roles.CodeClauseMissing(roles.ClauseAudit), gdpr.Violation, "processors[2].contract.clauses"},
		{roles.CodeArrangementEssence, gdpr.Violation, "arrangements[0].essence"},
		{roles.CodeOfficerTerm, gdpr.Warning, "officer.designation.until"},
		{roles.CodeOfficerChannel, gdpr.Violation, "officer.garante.online"},
	}
	found := check(t, sample(t))
	require.Len(t, found, len(planted), found.String())
	for i, want := range planted {
		require.Equal(t, want.code, found[i].Code)
		require.Equal(t, want.weight, found[i].Severity, found[i].String())
		require.Equal(t, want.where, found[i].Where)
	}
	require.Empty(t, check(t, clean(t)))
}

func TestEmptyOrganisationTellsWhatIsMissing(t *testing.T) {
	var o roles.Organisation
	found := check(t, &o)
	for _, code := range []gdpr.Code{roles.CodeControllerName, roles.CodeControllerRepresentative, roles.CodeControllerMeasures,
		roles.CodeControllerSupervision, roles.CodeAreaNone, roles.CodeOfficerMissing, roles.CodeDistributionPublished, roles.CodeDistributionForms,
		roles.CodeDistributionSecretary, roles.CodeDistributionOfficer} {
		require.True(t, found.Has(code), code)
	}
	require.Len(t, found, 10, "no managers, sub-managers or staff: nobody else to send it to")
}

func TestJSONRoundTrip(t *testing.T) {
	o := sample(t)
	data, err := json.Marshal(o)
	require.NoError(t, err)
	var back roles.Organisation
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, *o, back)
}

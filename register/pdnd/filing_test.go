package pdnd_test

import (
	"slices"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/pdnd"
)

func TestFilings(t *testing.T) {
	r := register.Register{Activities: []register.Activity{
		{ID: "a", Sources: []string{"ANPR, tramite la PDND", "INPS"}, Purposes: make([]register.Purpose, 2)},
		{ID: "b", Sources: []string{"Piattaforma Digitale Nazionale Dati"}},
		{ID: "c", Sources: []string{"INPS"}},
	}}
	require.Equal(t, []pdnd.Filing{
		{Activity: "a", Access: pdnd.Access{Provider: "ANPR"}},
		{Activity: "a", Purpose: 1, Access: pdnd.Access{Provider: "ANPR"}},
		{Activity: "b"},
	}, pdnd.Filings(r))
	require.Empty(t, pdnd.Filings(register.Register{}))
}

func TestFilingCase(t *testing.T) {
	r := sample(t)
	c, err := pdnd.Filing{Activity: "mensa", Service: "anagrafe-unione"}.Case(r, pdnd.PA, today)
	require.NoError(t, err)
	require.Equal(t, "Mensa e trasporto scolastico", c.Activity.Name)
	require.Equal(t, "convenzione rep. 5/2026", c.Service.Controller.Act)
	for field, f := range map[string]pdnd.Filing{"activity": {Activity: "?"}, "service": {Activity: "mensa", Service: "?"}} {
		_, err := f.Case(r, pdnd.PA, today)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, field, in.Field)
		require.ErrorIs(t, err, gdpr.FaultReference)
	}
}

func TestStand(t *testing.T) {
	c, f := ready(t)
	s, err := c.Stand(&f)
	require.NoError(t, err)
	require.True(t, s.Filed)
	require.True(t, s.Verdict.Valid())
	require.Empty(t, own(s.Findings))
	require.Zero(t, s.Expires())

	s, err = c.Stand(nil)
	require.NoError(t, err)
	require.False(t, s.Filed)
	require.False(t, s.Verdict.Valid())
	require.NotEmpty(t, slices.Collect(s.Draft.Declarations()))

	c.On = date.New(2026, time.January, 20)
	old := pdnd.Form{Version: "3.0"}
	s, err = c.Stand(&old)
	require.NoError(t, err)
	require.Equal(t, date.New(2026, time.February, 15), s.Expires())
	require.True(t, s.Findings.Has(pdnd.CodeFormExpiring))
	c.On = date.New(2026, time.February, 15)
	s, err = c.Stand(&old)
	require.NoError(t, err)
	require.NotEqual(t, pdnd.VersionExpired, s.Verdict.Issues[0].Code)
	c.On++
	s, err = c.Stand(&old)
	require.NoError(t, err)
	require.Equal(t, pdnd.VersionExpired, s.Verdict.Issues[0].Code)

	// What the platform took in time needn't be made again.
	c.Filed = date.New(2026, time.January, 31)
	s, err = c.Stand(&old)
	require.NoError(t, err)
	require.NotEqual(t, pdnd.VersionExpired, s.Verdict.Issues[0].Code)
	require.False(t, s.Findings.Has(pdnd.CodeFormExpiring))

	_, err = pdnd.Case{Kind: pdnd.PA, Purpose: 3}.Stand(nil)
	require.ErrorIs(t, err, gdpr.FaultReference)
	twice := pdnd.Form{Version: "3.1", Answers: pdnd.Answers{{"purpose", []string{"OTHER"}}, {"purpose", []string{"OTHER"}}}}
	_, err = c.Stand(&twice)
	require.ErrorIs(t, err, gdpr.FaultDuplicate)
}

// TestCheckFilings: an analysis that isn't there, one that the platform refuses,
// one that is in order, and an access that nobody listed.
func TestCheckFilings(t *testing.T) {
	c, f := ready(t)
	other := c.Activity
	other.ID = "altra"
	r := register.Register{Activities: []register.Activity{c.Activity, other}}
	good := pdnd.Filing{Activity: "mensa", Access: c.Access, Form: &f}
	found, err := pdnd.CheckFilings([]pdnd.Filing{good, {Activity: "altra", Access: c.Access}}, r, pdnd.Case{Kind: pdnd.PA, On: today})
	require.NoError(t, err)
	require.Len(t, found, 1)
	require.Equal(t, pdnd.CodeFilingMissing, found[0].Code)
	require.Equal(t, "[1]", found[0].Where)
	for _, n := range found[0].Args {
		require.Positive(t, n, "what is left to answer and to declare")
	}

	bad := pdnd.Form{Version: "3.0"}
	found, err = pdnd.CheckFilings([]pdnd.Filing{{Activity: "mensa", Form: &bad}}, r, pdnd.Case{Kind: pdnd.PA, On: today})
	require.NoError(t, err)
	require.Len(t, found, 2)
	require.Equal(t, pdnd.CodeFilingRefused, found[0].Code)
	require.Equal(t, "[0].form", found[0].Where)
	require.Equal(t, "la piattaforma rifiuta l'analisi per un motivo", found[0].Message(language.Italian))
	require.Equal(t, pdnd.CodeFilingUnlisted, found[1].Code)

	_, err = pdnd.CheckFilings([]pdnd.Filing{{Activity: "?"}}, r, pdnd.Case{Kind: pdnd.PA})
	var in *gdpr.InputError
	require.ErrorAs(t, err, &in)
	require.Equal(t, "[0].activity", in.Field)
	_, err = pdnd.CheckFilings([]pdnd.Filing{{Activity: "mensa", Purpose: 7}}, r, pdnd.Case{Kind: pdnd.PA})
	require.ErrorIs(t, err, gdpr.FaultReference)
}

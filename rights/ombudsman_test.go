package rights_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
)

// TestOmbudsman: D.Lgs. 33/2013 5(8) and L. 241/1990 25(4): thirty days to decide,
// thirty to confirm the refusal, or else access is granted; the Garante's ten days
// are for civic access alone.
func TestOmbudsman(t *testing.T) {
	for _, c := range []struct {
		name              string
		o                 rights.Ombudsman
		decision, confirm string
		law               gdpr.Provision
	}{
		{"documents", rights.Ombudsman{Door: rights.Documents, Asked: day("2026-03-02")}, "2026-04-01", "", "L. 241/1990 25(4)"},
		{"documents, found unlawful", rights.Ombudsman{Door: rights.Documents, Asked: day("2026-03-02"), Found: day("2026-03-20")}, "2026-04-01", "2026-04-20", "L. 241/1990 25(4)"},                        // 19 April is a Sunday
		{"civic", rights.Ombudsman{Door: rights.CivicGeneral, Asked: day("2026-03-05")}, "2026-04-04", "", "D.Lgs. 33/2013 5(8)"},                                                                           // a Saturday
		{"civic, the Garante asked", rights.Ombudsman{Door: rights.CivicSimple, Asked: day("2026-03-02"), Garante: day("2026-03-10"), Opinion: day("2026-03-14")}, "2026-04-07", "", "D.Lgs. 33/2013 5(8)"}, // 5 and 6 April are Easter
		{"civic, the Garante late", rights.Ombudsman{Door: rights.CivicSimple, Asked: day("2026-03-02"), Garante: day("2026-03-10"), Opinion: day("2026-04-14")}, "2026-04-11", "", "D.Lgs. 33/2013 5(8)"},
	} {
		terms, err := c.o.Terms(gdpr.Italy())
		require.NoError(t, err, c.name)
		require.Equal(t, c.decision, terms.Decision.Due.String(), c.name)
		require.Equal(t, c.law, terms.Decision.Provision, c.name)
		if c.confirm == "" {
			require.Zero(t, terms.Confirm, c.name)
		} else {
			require.Equal(t, c.confirm, terms.Confirm.Due.String(), c.name)
			require.Equal(t, c.law, terms.Confirm.Provision, c.name)
		}
	}
	for fault, o := range map[gdpr.Fault]rights.Ombudsman{
		gdpr.FaultName:          {Door: rights.PersonalData, Asked: day("2026-03-02")},
		gdpr.FaultMissing:       {Door: rights.Documents},
		gdpr.FaultOrder:         {Door: rights.Documents, Asked: day("2026-03-02"), Found: day("2026-03-01")},
		gdpr.FaultContradiction: {Door: rights.Documents, Asked: day("2026-03-02"), Garante: day("2026-03-03")},
		gdpr.FaultRange:         {Door: rights.Documents, Asked: day("9999-12-20")},
	} {
		_, err := o.Terms(gdpr.Italy())
		require.ErrorIs(t, err, fault)
	}
	_, err := rights.Ombudsman{Door: rights.Documents, Asked: day("9999-01-20"), Found: day("9999-12-20")}.Terms(gdpr.Italy())
	require.ErrorContains(t, err, "found")
	_, err = rights.Ombudsman{Door: rights.CivicGeneral, Asked: day("2026-03-02"), Opinion: day("2026-03-03")}.Terms(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultMissing)
}

// TestDocumentAccess: D.P.R. 184/2006 3: ten days to object from the receipt, and no
// suspension of the thirty.
func TestDocumentAccess(t *testing.T) {
	for _, c := range []struct {
		name                string
		a                   rights.DocumentAccess
		objection, decision string
	}{
		{"alone", rights.DocumentAccess{Received: day("2026-03-02")}, "", "2026-04-01"},
		{"told by registered letter", rights.DocumentAccess{Received: day("2026-03-02"), Told: day("2026-03-09"), Got: day("2026-03-13")}, "2026-03-23", "2026-04-01"},
		{"told, the receipt not on record", rights.DocumentAccess{Received: day("2026-03-02"), Told: day("2026-03-09")}, "", "2026-04-01"},
	} {
		terms, err := c.a.Terms(gdpr.Italy())
		require.NoError(t, err, c.name)
		require.Equal(t, c.decision, terms.Decision.Due.String(), c.name)
		require.Equal(t, gdpr.Provision("L. 241/1990 25(4)"), terms.Decision.Provision)
		if c.objection != "" {
			require.Equal(t, c.objection, terms.Objection.Due.String(), c.name)
			require.Equal(t, gdpr.Provision("D.P.R. 184/2006 3"), terms.Objection.Provision)
		} else {
			require.Zero(t, terms.Objection, c.name)
		}
	}
	_, err := rights.DocumentAccess{}.Terms(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultMissing)
	_, err = rights.DocumentAccess{Received: day("2026-03-02"), Told: day("2026-03-01")}.Terms(gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultOrder)
	_, err = rights.DocumentAccess{Received: day("9999-01-20"), Told: day("9999-12-25"), Got: day("9999-12-25")}.Terms(gdpr.Italy())
	require.ErrorContains(t, err, "got")
}

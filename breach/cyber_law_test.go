package breach_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
)

// TestCyberByDay: L. 90/2024 binds Comuni from the hundred-and-eightieth day after 17
// July 2024, D.Lgs. 138/2024 from 18 October 2024; for other bodies the time between
// isn't known.
func TestCyberByDay(t *testing.T) {
	rome := time.FixedZone("CET", 3600)
	owed := func(kind breach.BodyKind, year int, month time.Month, day int) (gdpr.Answer, gdpr.Answer) {
		return breach.Cyber{Body: breach.Body{Kind: kind, Inhabitants: 200_000, Listed: gdpr.Yes, ListedFrom: date.New(2024, time.October, 18)}, Incident: gdpr.Yes, Significant: gdpr.Yes,
			Known: time.Date(year, month, day, 12, 0, 0, 0, rome)}.Owed()
	}
	for _, c := range []struct {
		kind        breach.BodyKind
		year        int
		month       time.Month
		day         int
		law90, nis2 gdpr.Answer
	}{
		{breach.ComuneBody, 2024, time.July, 16, gdpr.No, gdpr.No},
		{breach.ComuneBody, 2024, time.September, 1, gdpr.No, gdpr.No},
		{breach.ComuneBody, 2024, time.October, 18, gdpr.No, gdpr.Yes},
		{breach.ComuneBody, 2025, time.January, 12, gdpr.No, gdpr.Yes},
		{breach.ComuneBody, 2025, time.January, 13, gdpr.Yes, gdpr.Yes},
		{breach.HealthBody, 2024, time.July, 16, gdpr.No, gdpr.No},
		{breach.HealthBody, 2024, time.July, 17, gdpr.Unknown, gdpr.No},
		{breach.HealthBody, 2024, time.September, 1, gdpr.Unknown, gdpr.No},
		{breach.HealthBody, 2026, time.November, 1, gdpr.Yes, gdpr.Yes},
	} {
		law90, nis := owed(c.kind, c.year, c.month, c.day)
		require.Equal(t, []gdpr.Answer{c.law90, c.nis2}, []gdpr.Answer{law90, nis}, "%v", c)
	}
}

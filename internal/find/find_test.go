package find_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

var (
	late     = find.Violation("rights.extension.late", "GDPR 12(3)", "Regolamento 17(3)")
	halfYear = find.Warning("findings.none", "Regolamento 35(1)")
)

func TestCollector(t *testing.T) {
	c := find.In(gdpr.PublicLaw)
	c.Add(late, find.Index("extensions", 0)+".told", date.New(2026, time.May, 8), date.New(2026, time.May, 1))
	c.Add(halfYear, "office") // the template's alone
	for _, a := range []gdpr.Answer{gdpr.Yes, gdpr.No, gdpr.Unknown} {
		c.Unless(a, late.By("GDPR 12(3)", ""), a.String(), "2026-05-08", "2026-05-01")
	}
	c.Below("requests[1]", gdpr.Findings{{Code: "findings.none", Where: "reply"}})
	fs := c.Findings()
	require.Len(t, fs, 4)
	require.Equal(t, []gdpr.Provision{"GDPR 12(3)"}, fs[0].Provisions)
	require.Equal(t, "the extension has no effect: it was told on 8 May 2026, after the term of 1 May 2026", fs[0].Message(language.English))
	require.Equal(t, "no", fs[1].Where)
	require.Equal(t, gdpr.Violation, fs[1].Severity)
	require.Equal(t, "unknown", fs[2].Where)
	require.Equal(t, gdpr.Warning, fs[2].Severity)
	require.Equal(t, "requests[1].reply", fs[3].Where)
	require.Equal(t, []gdpr.Provision{"GDPR 12(3)", "Regolamento 17(3)"}, late.Law, "the row itself doesn't change")

	data, err := json.Marshal(fs)
	require.NoError(t, err)
	var back gdpr.Findings
	require.NoError(t, gdpr.Decode(data, &back))
	require.Equal(t, fs, back)

	require.Nil(t, find.In(gdpr.UnionLaw).Findings())
	var zero find.Collector
	zero.Add(halfYear, "")
	require.Len(t, zero.Findings(), 1)
	require.Equal(t, gdpr.Advice, find.Advice("x").Weight)
}

// TestStored: whatever an argument is, it is kept so that JSON gives it back.
func TestStored(t *testing.T) {
	c := find.In(gdpr.Template)
	c.Add(late, "", time.Date(2026, time.May, 8, 9, 30, 0, 0, time.UTC), gdpr.Term{N: 3, Unit: gdpr.Days})
	require.Equal(t, gdpr.Args{"2026-05-08T09:30:00Z", "3 days"}, c.Findings()[0].Args)
}

// Package conformita_test is the test suite of a host: it asserts that a Comune
// complies, and fails with a report when it doesn't.
//
// Findings that the Comune knows of and is putting right are listed in
// known.json, each with the day by which it will be. The suite fails for a
// finding that isn't listed, for one that is past its day, and for one that is
// listed and no longer found.
package conformita_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
)

// remedy is a finding that is known, and the day by which it is put right.
type remedy struct {
	Code  gdpr.Code `json:"code"`
	Where string    `json:"where"`
	By    date.Date `json:"by"`
	Who   string    `json:"who"`
}

func (r remedy) is(f gdpr.Finding) bool { return r.Code == f.Code && r.Where == f.Where }

// load reads the Comune and what it knows to be wrong.
func load(t *testing.T) (comune.Comune, gdpr.Calendar, []remedy) {
	t.Helper()
	c, err := comune.Parse(comune.Sample)
	require.NoError(t, err)
	cal, err := c.WorkingDays()
	require.NoError(t, err)
	data, err := os.ReadFile("known.json")
	require.NoError(t, err)
	var known []remedy
	require.NoError(t, gdpr.Decode(data, &known))
	return c, cal, known
}

// unknown returns the findings that no remedy covers on a day.
func unknown(fs gdpr.Findings, known []remedy, on date.Date) gdpr.Findings {
	return slices.DeleteFunc(slices.Clone(fs), func(f gdpr.Finding) bool {
		return slices.ContainsFunc(known, func(r remedy) bool { return r.is(f) && on <= r.By })
	})
}

// findings runs every check of the library on the Comune, area by area.
func findings(c comune.Comune, cal gdpr.Calendar) (map[string]gdpr.Findings, error) {
	now := time.Date(c.On.Year(), c.On.Month(), c.On.Day(), 9, 0, 0, 0, time.FixedZone("CET", 3600))
	all := map[string]gdpr.Findings{}
	for i, r := range c.Requests {
		fs, err := r.Check(c.On, c.Policy.Rights, cal)
		if err != nil {
			return nil, gdpr.At(fmt.Sprintf("requests[%d]", i), err)
		}
		all["requests"] = append(all["requests"], fs.Below(fmt.Sprintf("requests[%d]", i))...)
	}
	all["breaches"] = c.Breaches.Check(now).Below("breaches")
	for i, a := range c.Assessments {
		if a.Assessment != nil {
			all["assessments"] = append(all["assessments"], a.Assessment.Check().Below(fmt.Sprintf("assessments[%d]", i))...)
		}
	}
	fs, err := c.Organisation.Check(c.On)
	if err != nil {
		return nil, gdpr.At("organisation", err)
	}
	all["organisation"] = fs.Below("organisation")
	if fs, err = c.Policy.Register.Check(*c.Register, c.On); err != nil {
		return nil, gdpr.At("register", err)
	}
	all["register"] = fs.Below("register")
	all["site"] = c.Site.Check(c.On).Below("site")
	if fs, err = c.Security.Checklist.Check(c.On, c.Security.Policy, cal); err != nil {
		return nil, gdpr.At("security.checklist", err)
	}
	all["security"] = fs.Below("security.checklist")
	if fs, err = c.Monitoring.Programme.Check(c.On, c.Monitoring.Policy, cal); err != nil {
		return nil, gdpr.At("monitoring", err)
	}
	all["monitoring"] = fs.Below("monitoring")
	return all, nil
}

// TestConformita asserts that each area of the Comune complies, apart from what
// it is already putting right.
func TestConformita(t *testing.T) {
	c, cal, known := load(t)
	all, err := findings(c, cal)
	require.NoError(t, err)
	for area, fs := range all {
		t.Run(area, func(t *testing.T) {
			require.Empty(t, unknown(fs, known, c.On))
		})
	}
}

// TestKnown keeps the list honest: what is put right leaves it.
func TestKnown(t *testing.T) {
	c, cal, known := load(t)
	all, err := findings(c, cal)
	require.NoError(t, err)
	for _, r := range known {
		found := false
		for _, fs := range all {
			found = found || slices.ContainsFunc(fs, r.is)
		}
		require.True(t, found, "%s at %s is put right: take it off the list", r.Code, r.Where)
		require.NotEmpty(t, r.Who)
	}
}

// TestDeadlinesAreKept asserts on the law directly, as a host's own tests would:
// no open request is past its last lawful day but those on the list.
func TestDeadlinesAreKept(t *testing.T) {
	c, cal, known := load(t)
	for i, r := range c.Requests {
		timeline, err := r.Timeline(c.Policy.Rights, cal)
		require.NoError(t, err)
		status := timeline.Status(c.On)
		listed := slices.ContainsFunc(known, func(k remedy) bool {
			return strings.HasPrefix(k.Where, fmt.Sprintf("requests[%d]", i))
		})
		if !listed && status.State.Open() {
			require.GreaterOrEqual(t, timeline.InForce().Left(c.On), 0, "%s: %s", r.ID, status.State.Label(language.Italian))
		}
	}
}

// TestReport shows what a failing run prints: with no list of known findings,
// require.Empty reads like an auditor's report.
func TestReport(t *testing.T) {
	c, cal, _ := load(t)
	all, err := findings(c, cal)
	require.NoError(t, err)
	var r recorder
	require.Empty(&r, unknown(all["requests"], nil, c.On))
	for _, line := range []string{
		"Should be empty, but was 4 findings",
		"violation requests[3].replied: ",
		"[rights.reply.overdue; Regolamento 20(2)]",
	} {
		require.Contains(t, r.out, line)
	}
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	for _, f := range all["requests"] {
		require.True(t, strings.Contains(string(readme), f.String()), "the README doesn't show what the test prints: %s", f)
	}
}

// TestRemediesExpire: a remedy covers its finding to its day and no longer.
func TestRemediesExpire(t *testing.T) {
	f := gdpr.Finding{Code: "x", Where: "a"}
	known := []remedy{{Code: "x", Where: "a", By: 100}}
	require.Empty(t, unknown(gdpr.Findings{f}, known, 100))
	require.Len(t, unknown(gdpr.Findings{f}, known, 101), 1)
	require.Len(t, unknown(gdpr.Findings{{Code: "x", Where: "b"}, {Code: "y", Where: "a"}}, known, 100), 2)
	data, err := json.Marshal(known)
	require.NoError(t, err)
	var back []remedy
	require.NoError(t, gdpr.Decode(data, &back))
	require.Equal(t, known, back)
}

// recorder keeps what a failing assertion prints.
type recorder struct{ out string }

func (r *recorder) Errorf(format string, args ...any) { r.out += fmt.Sprintf(format, args...) }
func (r *recorder) FailNow()                          {}

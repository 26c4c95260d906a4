package gdpr_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/rights"
)

// The tests of this file are the measures of whether a body that never adopted the
// template is told of it, each of which is nought. The third, that a body which
// complies with the law that binds it has no finding, is TestCompliantBodiesHaveNoFindings
// of package roles.

// withoutTemplate are the regimes of such a body.
var withoutTemplate = [...]gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw}

// TestNoReplyInTheMonthIsLate: a reply on the last day of the month of GDPR 12(3),
// which is counted here apart from the library, is in time whatever the day of
// receipt from 2024 to 2027; one a day later isn't.
func TestNoReplyInTheMonthIsLate(t *testing.T) {
	days, late, missed := 0, 0, 0
	for received := date.New(2024, time.January, 1); received < date.New(2028, time.January, 1); received++ {
		days++
		last := lastOfMonth(received)
		for _, regime := range withoutTemplate {
			for _, reply := range []date.Date{last, last + 1} {
				r := rights.Request{Right: rights.ToAccess, Received: received, Replied: reply}
				fs, err := r.Check(reply, rights.Policy{Regime: regime}, gdpr.Italy())
				require.NoError(t, err)
				switch {
				case reply == last && len(fs) > 0:
					late++
				case reply > last && fs.Worst() != gdpr.Violation:
					missed++
				}
			}
		}
	}
	require.Equal(t, 1461, days)
	require.Zero(t, late, "replies in time that are called late")
	require.Zero(t, missed, "late replies that are not")
}

// lastOfMonth returns the last day of a month from the day of receipt by Reg.
// 1182/71 3(2)(c) and 3(4): the same number in the next month, or that month's last
// day, and then the first day that is neither Saturday, Sunday nor a holiday.
func lastOfMonth(received date.Date) date.Date {
	year, month, number := received.Date()
	last := time.Date(year, month+2, 0, 0, 0, 0, 0, time.UTC)
	day := time.Date(year, month+1, min(number, last.Day()), 0, 0, 0, 0, time.UTC)
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday || italianHoliday(day) {
		day = day.AddDate(0, 0, 1)
	}
	return date.NewAt(day)
}

// italianHoliday reports whether a day from 2024 to 2028 is a holiday of L. 260/1949
// with its changes.
func italianHoliday(day time.Time) bool {
	switch day.Format("01-02") {
	case "01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "11-01", "12-08", "12-25", "12-26":
		return true
	case "10-04":
		return day.Year() >= 2026 // L. 151/2025
	}
	switch day.Format(time.DateOnly) { // Easter Mondays
	case "2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17":
		return true
	}
	return false
}

// TestNoNoticeIsHeldToTheTemplate: what is found in the real notices of the corpus
// cites nothing that doesn't bind the body.
func TestNoNoticeIsHeldToTheTemplate(t *testing.T) {
	if *shared == "" {
		t.Log("not run: give the folder of the corpus' parent with -args -shared DIR")
		return
	}
	files, err := filepath.Glob(filepath.Join(*shared, "corpus", "texts", "*"))
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 105)
	found, foreign := 0, 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		reading := informativa.Scan(text)
		for _, regime := range withoutTemplate {
			for _, f := range reading.Check(informativa.Context{PublicBody: gdpr.Is(regime == gdpr.PublicLaw)}.Under(regime)) {
				found++
				for _, p := range f.Provisions {
					if !regime.Binds(p) {
						foreign++
						t.Logf("%s, %v: %v", filepath.Base(file), regime, f)
					}
				}
			}
		}
	}
	require.Greater(t, found, 1000, "there is much to tell")
	require.Zero(t, foreign, "citations of what doesn't bind")
}

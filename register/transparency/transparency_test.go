package transparency_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/transparency"
)

func day(y int, m time.Month, d int) date.Date { return date.New(y, m, d) }

func Example() {
	d, _ := transparency.Find("pol-a")
	due, err := d.Deadline(date.New(2026, time.June, 5), gdpr.Italy())
	fmt.Println(due.Due, due.Due.Weekday(), due.Provision, err) // a Saturday stays
	p, _ := transparency.FindPosting("land90")
	fmt.Println(p.Period(date.New(2026, time.June, 1)).Removal())
	// Output:
	// 2026-09-05 Saturday D.Lgs. 33/2013 14(1)(a) <nil>
	// 2026-08-30 true
}

// Each row is whole, and was read.
func TestTables(t *testing.T) {
	ids := map[string]bool{}
	n := 0
	for d := range transparency.Duties() {
		n++
		require.False(t, ids[d.ID], d.ID)
		ids[d.ID] = true
		require.NotEmpty(t, d.What.IT, d.ID)
		require.NotEmpty(t, d.Source, d.ID)
		require.True(t, d.State.Valid() && d.Certainty.Valid(), d.ID)
		require.Equal(t, d.By == transparency.Within, d.Within.N > 0, d.ID)
		_, err := gdpr.ParseProvision(string(d.Provision))
		require.NoError(t, err, d.ID)
	}
	require.Equal(t, 62, n)
	n = 0
	for p := range transparency.Postings() {
		n++
		require.NotEmpty(t, p.Kind.IT, p.ID)
		require.NotEmpty(t, p.Source, p.ID)
		require.True(t, p.By.Valid() && p.Certainty.Valid(), p.ID)
		if p.Provision != "" {
			_, err := gdpr.ParseProvision(string(p.Provision))
			require.NoError(t, err, p.ID)
		}
	}
	require.Equal(t, 27, n)
	for range transparency.Duties() {
		break
	}
	for range transparency.Postings() {
		break
	}
	_, ok := transparency.Find("oiv") // only recalled
	require.False(t, ok)
	_, ok = transparency.FindPosting("determ")
	require.False(t, ok)
}

// The notice board by kind of act: D.Lgs. 267/2000 124(1), D.P.R. 396/2000 55 and 90,
// D.Lgs. 42/2004 139(1).
func TestPostings(t *testing.T) {
	posted := day(2026, time.June, 1)
	for id, days := range map[string]date.Date{"delib": 15, "banns": 8, "name": 30, "land90": 90, "land90b": 90, "veh": 30, "leva": 15} {
		p, ok := transparency.FindPosting(id)
		require.True(t, ok, id)
		period := p.Period(posted)
		removal, known := period.Removal()
		require.True(t, known)
		require.Equal(t, posted+days, removal, id)
		require.Equal(t, posted+days, period.Safe, id)
	}
	p, _ := transparency.FindPosting("none")
	_, known := p.Period(posted).Removal()
	require.False(t, known, "fair time: somebody must say")
}

func TestDeadlines(t *testing.T) {
	cal := gdpr.Italy()
	for _, c := range []struct {
		id         string
		event, due date.Date
	}{
		{"pol-a", day(2026, 5, 23), day(2026, 8, 24)}, // a Sunday moves
		{"cons", day(2026, 6, 5), day(2026, 9, 5)},    // a Saturday doesn't
		{"grants-26", day(2026, 6, 5), day(2026, 6, 5)},
		{"mgr-a", day(2026, 6, 5), day(2026, 9, 5)}, // three months: 14(2)
		{"eq-cv", day(2026, 6, 5), day(2026, 9, 5)},
		{"mgr-f", day(2026, 6, 5), 0}, // Const. Court 20/2019
		{"groups-28", day(2026, 6, 5), 0},
		{"oiv-att", day(2026, 6, 5), 0}, // a day of its own
	} {
		d, ok := transparency.Find(c.id)
		require.True(t, ok, c.id)
		due, err := d.Deadline(c.event, cal)
		require.NoError(t, err)
		require.Equal(t, c.due, due.Due, c.id)
	}
	for _, c := range []struct {
		id         string
		last, next date.Date
	}{
		{"staff-17a", day(2025, 3, 1), day(2026, 3, 2)}, // 1 March 2026 is a Sunday
		{"staff-abs", day(2026, 1, 10), day(2026, 4, 10)},
		{"acts-23", day(2026, 1, 10), day(2026, 7, 10)},
		{"land-146", day(2026, 1, 10), day(2026, 2, 9)},
		{"org-chart", day(2026, 1, 10), 0},
	} {
		d, ok := transparency.Find(c.id)
		require.True(t, ok, c.id)
		next, err := d.Renewal(c.last, cal)
		require.NoError(t, err)
		require.Equal(t, c.next, next.Due, c.id)
	}
	d, _ := transparency.Find("pol-a")
	_, err := d.Deadline(0, cal)
	require.ErrorIs(t, err, gdpr.FaultRange)
	d, _ = transparency.Find("staff-abs")
	_, err = d.Renewal(0, cal)
	require.ErrorIs(t, err, gdpr.FaultRange)
}

func TestCheck(t *testing.T) {
	on := day(2026, 11, 23)
	for _, c := range []struct {
		want  string
		entry transparency.Entry
	}{
		{"", transparency.Entry{Duty: "pol-a", Event: day(2026, 6, 5), Published: day(2026, 9, 5)}},
		{"violation transparency.duty.late [0].published", transparency.Entry{Duty: "pol-a", Event: day(2026, 6, 5), Published: day(2026, 9, 6)}},
		{"violation transparency.duty.missing [0].published", transparency.Entry{Duty: "pol-a", Event: day(2026, 6, 5)}},
		{"", transparency.Entry{Duty: "pol-a", Event: day(2026, 10, 5)}},
		// 26(3) makes it a condition of effect, 8(1) says promptly: no number of days.
		{"warning transparency.duty.missing [0].published", transparency.Entry{Duty: "grants-26", Event: day(2026, 6, 5)}},
		{"warning transparency.duty.missing [0].published", transparency.Entry{Duty: "gen-acts", Event: on - 1}},
		{"", transparency.Entry{Duty: "gen-acts", Event: on}},
		{"warning transparency.duty.unknown [0].duty", transparency.Entry{Duty: "x"}},
		{"violation transparency.duty.banned [0].published", transparency.Entry{Duty: "grants-264", Published: on - 1}},
		{"", transparency.Entry{Duty: "grants-264"}},
		// 14(1-bis), (1-quinquies), (2): three months for managers and who has their
		// functions, the curriculum for the others; letter f) not in a Comune.
		{"warning transparency.duty.missing [0].published", transparency.Entry{Duty: "mgr-b", Event: day(2026, 6, 5)}},
		{"warning transparency.duty.late [0].published", transparency.Entry{Duty: "mgr-c", Event: day(2026, 6, 5), Published: day(2026, 9, 6)}},
		{"warning transparency.duty.missing [0].published", transparency.Entry{Duty: "eq-cv", Event: day(2026, 6, 5)}},
		{"", transparency.Entry{Duty: "mgr-b", Event: day(2026, 6, 5), Published: day(2026, 9, 5)}},
		{"warning transparency.duty.suspended [0].published", transparency.Entry{Duty: "mgr-f", Published: on - 1}},
		{"", transparency.Entry{Duty: "mgr-f", Event: on - 500}},
		// 14(2) keeps assets until the end alone: what is published after it isn't judged.
		{"", transparency.Entry{Duty: "pol-end1", Event: day(2020, 6, 5), Published: day(2020, 6, 5), Ended: day(2020, 6, 5)}},
		{"", transparency.Entry{Duty: "pol-end2", Event: day(2020, 6, 5), Published: day(2020, 6, 5), Ended: day(2020, 6, 5), Removed: on - 1}},
		{"", transparency.Entry{Duty: "pay-4bis", Event: on - 500, Linked: gdpr.Yes}},
		// Where a link to a national database is enough it is, and nothing else is.
		{"", transparency.Entry{Duty: "cons", Event: day(2026, 6, 5), Linked: gdpr.Yes}},
		{"violation transparency.duty.missing [0].published", transparency.Entry{Duty: "cons", Event: day(2026, 6, 5)}},
		{"violation transparency.duty.missing [0].published", transparency.Entry{Duty: "pol-a", Event: day(2026, 6, 5), Linked: gdpr.Yes}},
		{"", transparency.Entry{Duty: "pol-a"}},
		{"", transparency.Entry{Duty: "gen-acts"}},
		{"", transparency.Entry{Duty: "staff-abs"}},
		// On the day itself: banned data are online from their first day to the last but
		// one before they are taken off.
		{"violation transparency.duty.banned [0].published", transparency.Entry{Duty: "grants-264", Published: on}},
		{"", transparency.Entry{Duty: "grants-264", Published: on + 1}},
		{"", transparency.Entry{Duty: "grants-264", Published: on - 9, Removed: on}},
		{"violation transparency.duty.banned [0].published", transparency.Entry{Duty: "grants-264", Published: on - 9, Removed: on + 1}},
		// Three months from 23 August 2026 end today, and from the 21st on the 23rd, since the 21st of November is a Saturday.
		{"", transparency.Entry{Duty: "staff-abs", Published: day(2026, 8, 23)}},
		{"violation transparency.duty.stale [0].renewed", transparency.Entry{Duty: "staff-abs", Published: day(2026, 8, 20)}},
		{"", transparency.Entry{Duty: "staff-abs", Published: on - 200, Removed: on - 1}},
		{"", transparency.Entry{Duty: "staff-abs", Published: on - 200, Ended: on - 100}},
		// Three years after the end: the whole last day, and not the next one (14(2)).
		{"", transparency.Entry{Duty: "pol-b", Event: day(2015, 6, 5), Published: day(2015, 6, 5), Ended: day(2023, 11, 23)}},
		{"violation transparency.duty.kept [0].removed", transparency.Entry{Duty: "pol-b", Event: day(2015, 6, 5), Published: day(2015, 6, 5), Ended: day(2023, 11, 22)}},
		{"violation transparency.duty.early [0].removed", transparency.Entry{Duty: "pol-b", Event: day(2015, 6, 5), Published: day(2015, 6, 5), Ended: day(2021, 6, 5), Removed: day(2024, 6, 5)}},
		{"", transparency.Entry{Duty: "pol-b", Event: day(2015, 6, 5), Published: day(2015, 6, 5), Ended: day(2021, 6, 5), Removed: day(2024, 6, 6)}},
		{"violation transparency.duty.missing [0].published", transparency.Entry{Duty: "pol-b", Event: day(2015, 6, 5), Ended: day(2020, 6, 5)}},
		{"violation transparency.duty.stale [0].renewed", transparency.Entry{Duty: "staff-abs", Published: on - 200}},
		{"", transparency.Entry{Duty: "staff-abs", Published: on - 200, Renewed: on - 20}},
		{"violation transparency.duty.kept [0].removed", transparency.Entry{Duty: "pol-b", Event: day(2015, 6, 5), Published: day(2015, 6, 5), Ended: day(2020, 6, 5)}},
		{"", transparency.Entry{Duty: "pol-b", Event: day(2015, 6, 5), Published: day(2015, 6, 5), Ended: day(2024, 6, 5)}},
		{"violation transparency.duty.early [0].removed", transparency.Entry{Duty: "pol-b", Event: day(2015, 6, 5), Published: day(2015, 6, 5), Ended: day(2024, 6, 5), Removed: on - 1}},
		{"violation transparency.duty.kept [0].removed", transparency.Entry{Duty: "pol-f1", Event: day(2020, 6, 5), Published: day(2020, 6, 5), Ended: day(2026, 6, 5)}},
	} {
		got := ""
		for _, f := range transparency.Check([]transparency.Entry{c.entry}, on, gdpr.Italy()) {
			got += f.Severity.String() + " " + string(f.Code) + " " + f.Where
		}
		require.Equal(t, c.want, got, "%+v", c.entry)
	}
}

// A duty for which nothing says how long its page stays has no end to be held
// against; and what had to be off is told by its first day off.
func TestHowLong(t *testing.T) {
	for d := range transparency.Duties() {
		if d.Stays == 0 && d.By == transparency.Promptly && d.State == transparency.Owed {
			found := transparency.Check([]transparency.Entry{{Duty: d.ID, Event: day(2010, 1, 1), Published: day(2010, 1, 1), Renewed: day(2026, 11, 23), Effective: gdpr.No}}, day(2026, 11, 23), gdpr.Italy())
			require.False(t, found.Has(transparency.CodeDutyKept), d.ID)
		}
	}
	found := transparency.Check([]transparency.Entry{{Duty: "pol-b", Event: day(2015, 6, 5), Published: day(2015, 6, 5), Ended: day(2020, 6, 5)}}, day(2026, 11, 23), gdpr.Italy())
	require.Contains(t, found.String(), "6 June 2023")
}

// The periods are those of register: managers by 14(2), consultants by 15(4).
func TestPeriods(t *testing.T) {
	e := transparency.Entry{Event: day(2020, 6, 5), Published: day(2020, 6, 5), Ended: day(2024, 6, 10)}
	for id, law := range map[string]gdpr.Provision{"cons": "D.Lgs. 33/2013 15(4)", "mgr-a": "D.Lgs. 33/2013 14(2)", "pol-a": "D.Lgs. 33/2013 14(2)"} {
		d, _ := transparency.Find(id)
		p, err := d.Publication(e).Period()
		require.NoError(t, err)
		require.Equal(t, day(2027, 6, 10), p.Last, id)
		require.Equal(t, law, p.Provision, id)
	}
}

// Package book is the deadline book of a Comune: what it has to do and by when, and
// what the checks of the library found, computed from the file of package comune.
// Programs print it (scadenzario), or show it to the persons who have to act
// (sportello).
package book

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/rights"
)

// Book is the deadline book on a day.
type Book struct {
	Comune   string
	On       date.Date
	Rows     []Row
	Findings gdpr.Findings

	Tag language.Tag // the language of its words

	cal   gdpr.Calendar
	now   time.Time         // the instant to look from, for terms in hours
	names map[string]string // what people call what stands at a path: "requests[3]": "prot. 12/2026"
}

// Row is one deadline of the book.
type Row struct {
	Key       string         `json:"-"`                // the same for one deadline from day to day
	Ref       string         `json:"ref"`              // where it stands in the file
	Office    string         `json:"office,omitempty"` // whose it is, where the file says so
	What      string         `json:"what"`             // what is due
	State     string         `json:"state"`            // where it stands
	Due       date.Date      `json:"due"`              // last lawful day
	Safe      date.Date      `json:"safe"`             // the day to show to the clerk
	At        *time.Time     `json:"at,omitempty"`     // last lawful instant, for terms in hours
	SafeAt    *time.Time     `json:"safe_at,omitempty"`
	Left      int            `json:"left"`                 // days to Due, negative if late
	LeftHours *float64       `json:"left_hours,omitempty"` // hours to At
	Late      bool           `json:"late"`
	Notes     []string       `json:"notes,omitempty"` // how the day was reached
	Law       gdpr.Provision `json:"law"`

	Letters []rights.LetterKind `json:"letters,omitempty"` // that can be written about a request, the most pressing first
}

// New computes the deadlines and the findings of the Comune at an instant.
func New(c comune.Comune, now time.Time, tag language.Tag) (Book, error) {
	cal, err := c.WorkingDays()
	if err != nil {
		return Book{}, err
	}
	b := Book{Comune: c.Name, On: date.NewAt(now), now: now, Tag: tag, cal: cal, Rows: []Row{}, Findings: gdpr.Findings{}, names: map[string]string{}}
	for _, section := range []func(comune.Comune) error{
		b.requests, b.breaches, b.assessments, b.organisation, b.register, b.publication, b.keeping, b.security, b.monitoring, b.notices, b.platform,
	} {
		if err := section(c); err != nil {
			return Book{}, err
		}
	}
	b.under(c.Regime)
	slices.SortStableFunc(b.Rows, func(x, y Row) int { return cmp.Compare(x.Due, y.Due) })
	b.tellApart()
	return b, nil
}

// under leaves what binds the body: a deadline that rests on another layer of law
// alone is none.
func (b *Book) under(r gdpr.Regime) {
	b.Findings = b.Findings.Under(r)
	rows := b.Rows[:0]
	for _, row := range b.Rows {
		if law, ok := r.Cite(row.Law); ok {
			row.Law = law
			rows = append(rows, row)
		}
	}
	b.Rows = rows
}

// tellApart makes each key one row's alone: of rows that the file calls the same,
// the second is "…#2". A calendar keeps one event of a UID (RFC 5545, 3.8.4.7).
func (b *Book) tellApart() {
	seen := map[string]int{}
	for i := range b.Rows {
		key := b.Rows[i].Key
		if seen[key]++; seen[key] > 1 {
			b.Rows[i].Key = fmt.Sprintf("%s#%d", key, seen[key])
		}
	}
}

// Only leaves the rows of an office, unless it is "", and those that fall due
// within so many days, unless that is negative.
func (b *Book) Only(office string, days int) {
	b.Rows = slices.DeleteFunc(b.Rows, func(r Row) bool {
		return office != "" && !strings.EqualFold(r.Office, office) || days >= 0 && r.Left > days
	})
}

// Urgent reports whether something is late, or a violation was found.
func (b *Book) Urgent() bool {
	return b.Findings.Worst() == gdpr.Violation || slices.ContainsFunc(b.Rows, func(r Row) bool { return r.Late })
}

// Subject returns what people call the thing that a path of the file is about.
func (b *Book) Subject(where string) string {
	for path := where; path != ""; path = path[:max(0, strings.LastIndexAny(path, ".["))] {
		if name := b.names[path]; name != "" {
			return name
		}
	}
	return ""
}

// add puts a deadline into the book.
func (b *Book) add(ref, what, state string, d gdpr.Deadline) {
	b.Rows = append(b.Rows, Row{
		Key: ref, Ref: ref, What: what, State: state,
		Due: d.Due, Safe: d.Safe, Left: d.Left(b.On), Late: d.Left(b.On) < 0,
		Notes: b.notes(d), Law: d.Provision,
	})
}

// addHours puts the deadline of a term in hours into the book, in the time of the
// Comune: r says what it is, d when it ends.
func (b *Book) addHours(r Row, d gdpr.HourDeadline) {
	due, safe, hours := d.Due.In(b.now.Location()), d.Safe.In(b.now.Location()), d.Left(b.now).Hours()
	r.Due, r.Safe, r.At, r.SafeAt = lastDay(due), lastDay(safe), &due, &safe
	r.Left, r.LeftHours, r.Law = int(r.Due-b.On), &hours, d.Provision
	r.Notes = append(r.Notes, fmt.Sprintf(say(b.Tag, "entro le %s; prudente entro le %s", "by %s; safe by %s"), clock(due), clock(safe)))
	b.Rows = append(b.Rows, r)
}

// lastDay is the last day of what ends at an instant: the day before, where it
// ends at midnight.
func lastDay(end time.Time) date.Date { return date.NewAt(end.Add(-time.Nanosecond)) }

// clock prints the instant at which something ends; midnight is 24:00 of the day
// that it ends.
func clock(t time.Time) string {
	if h, m, s := t.Clock(); h+m+s == 0 && t.Nanosecond() == 0 {
		return "24:00 " + t.AddDate(0, 0, -1).Format("02/01/2006")
	}
	return t.Format("15:04 02/01/2006")
}

// notes says how the due day was reached.
func (b *Book) notes(d gdpr.Deadline) []string {
	notes := []string{say(b.Tag, fmt.Sprintf("%s dal %s", d.Term.Label(b.Tag), day(d.Event)), fmt.Sprintf("%s from %s", d.Term.Label(b.Tag), day(d.Event)))}
	for step := range d.Steps.All() {
		switch step {
		case gdpr.Rolled:
		case gdpr.Paused:
			notes = append(notes, fmt.Sprintf(say(b.Tag, "più i giorni di sospensione: %d", "and the days of pause: %d"), d.Paused))
		default:
			notes = append(notes, step.Text(b.Tag))
		}
	}
	if d.Steps&gdpr.Rolled != 0 {
		note := say(b.Tag, "slitta oltre: ", "moves past: ")
		for off := range d.Skipped(b.cal) {
			if off.Date != d.Nominal {
				note += ", "
			}
			note += off.Name.In(b.Tag)
		}
		notes = append(notes, note)
	}
	return notes
}

// day prints a day in the columns of a table, as clerks write it.
func day(d date.Date) string { return d.Format("02/01/2006") }

// say picks the text of the language.
func say(tag language.Tag, it, en string) string { return gdpr.Text{IT: it, EN: en}.In(tag) }

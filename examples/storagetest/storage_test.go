// Package storagetest keeps what the section "Storing" of the library's doc
// promises, on SQLite and on PostgreSQL.
package storagetest_test

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/rights"
)

// database is one of the two, with its types of columns.
type database struct {
	name                string
	open                func(*testing.T) *sql.DB
	json, date, instant string
}

func databases() []database {
	return []database{
		{"SQLite", sqlite, "text", "date", "timestamp"},
		{"PostgreSQL", postgres, "jsonb", "date", "timestamptz"},
	}
}

func sqlite(t *testing.T) *sql.DB {
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "test.sqlite"))
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	return db
}

// each runs a test on both.
func each(t *testing.T, test func(*testing.T, *sql.DB, database)) {
	for _, d := range databases() {
		t.Run(d.name, func(t *testing.T) { test(t, d.open(t), d) })
	}
}

// column makes a table of one column, and returns how to write and read it. Its
// name is new each time: the driver keeps the types of a statement.
func column(t *testing.T, db *sql.DB, kind string) (write func(any) error, read func(any) error) {
	t.Helper()
	tables++
	table := fmt.Sprintf("one%d", tables)
	_, err := db.Exec(fmt.Sprintf("create table %s (v %s)", table, kind))
	require.NoError(t, err)
	return func(v any) error {
			if _, err := db.Exec("delete from " + table); err != nil {
				return err
			}
			_, err := db.Exec("insert into "+table+" values ($1)", v)
			return err
		}, func(v any) error {
			return db.QueryRow("select v from " + table).Scan(v)
		}
}

var tables int

func TestAnswers(t *testing.T) {
	each(t, func(t *testing.T, db *sql.DB, d database) {
		write, read := column(t, db, "boolean")
		for _, want := range []gdpr.Answer{gdpr.Unknown, gdpr.No, gdpr.Yes} {
			require.NoError(t, write(want))
			got := gdpr.Answer(9)
			require.NoError(t, read(&got))
			require.Equal(t, want, got)
			var known sql.NullBool
			require.NoError(t, read(&known))
			require.Equal(t, sql.NullBool{Bool: want == gdpr.Yes, Valid: want.Known()}, known)
		}
		// What other programs wrote.
		for _, c := range []struct {
			kind string
			v    any
			want gdpr.Answer
		}{
			{"boolean", true, gdpr.Yes}, {"boolean", false, gdpr.No}, {"boolean", nil, gdpr.Unknown},
			{"integer", 1, gdpr.Yes}, {"integer", 0, gdpr.No}, {"text", "sì", gdpr.Yes}, {"text", "no", gdpr.No}, {"text", "true", gdpr.Yes},
			{d.json, "true", gdpr.Yes}, {d.json, "null", gdpr.Unknown},
		} {
			write, read := column(t, db, c.kind)
			require.NoError(t, write(c.v))
			got := gdpr.Answer(9)
			require.NoError(t, read(&got), c)
			require.Equal(t, c.want, got, "%v in a column of %s", c.v, c.kind)
		}
		write, read = column(t, db, "integer")
		require.NoError(t, write(2))
		got := gdpr.Unknown
		require.ErrorIs(t, read(&got), gdpr.FaultRange)
		require.Equal(t, gdpr.Unknown, got)
		// In a column of text an answer is its word.
		write, read = column(t, db, "text")
		require.NoError(t, write(gdpr.Yes.String()))
		require.NoError(t, read(&got))
		require.Equal(t, gdpr.Yes, got)
	})
}

// same writes a value to a column of the kind and wants it back, and the zero
// value as a null.
func same[T any](t *testing.T, db *sql.DB, kind string, v T) {
	t.Helper()
	write, read := column(t, db, kind)
	got := v
	require.NoError(t, write(gdpr.Column(&v)), "%T in %s", v, kind)
	require.NoError(t, read(gdpr.Column(&got)), "%T in %s", v, kind)
	require.Equal(t, v, got)
	var zero T
	require.NoError(t, write(gdpr.Column(&zero)))
	require.NoError(t, read(gdpr.Column(&got)))
	require.Equal(t, zero, got, "a null isn't the value before")
	var null any
	require.NoError(t, read(&null))
	require.Nil(t, null)
}

func TestValues(t *testing.T) {
	received := date.New(2026, time.November, 7)
	deadline, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(received, gdpr.Italy())
	require.NoError(t, err)
	hours, err := gdpr.Term{N: 72, Unit: gdpr.Hours}.AfterInstant(time.Date(2026, 9, 14, 9, 20, 0, 0, time.UTC))
	require.NoError(t, err)
	fs := gdpr.Findings{{Code: "rights.reply.late", Severity: gdpr.Violation, Where: "replied", Provisions: []gdpr.Provision{"GDPR 12(3)"}, Args: []any{"2026-12-09", 3}}}
	each(t, func(t *testing.T, db *sql.DB, d database) {
		for _, kind := range []string{"text", d.json} {
			same(t, db, kind, deadline.By("GDPR 12(3)"))
			same(t, db, kind, hours)
			same(t, db, kind, gdpr.Term{N: 30, Unit: gdpr.Days})
			same(t, db, kind, gdpr.Rolled|gdpr.TwoWorkingDays)
			same(t, db, kind, fs)
			same(t, db, kind, fs[0])
			same(t, db, kind, rights.Request{ID: "prot. 1/2026", Right: rights.ToAccess, Received: received, Pauses: []rights.Pause{{Cause: rights.Identification, Asked: received + 1, Prompt: gdpr.Yes}}})
			same(t, db, kind, dpia.Facts{Scoring: gdpr.Yes, LargeScale: gdpr.No})
		}
		same(t, db, "text", rights.ToHumanDecision)
		same(t, db, "text", breach.HighRisk)
		same(t, db, "text", gdpr.Violation)
		same(t, db, "text", gdpr.Provision("GDPR 12(3)"))
		same(t, db, "text", gdpr.Code("rights.reply.late"))
		same(t, db, "boolean", gdpr.Yes)
		same(t, db, "text", received)
		same(t, db, d.date, received)

		write, read := column(t, db, "text")
		require.NoError(t, write("human decision"), "a word of the first edition")
		var r rights.Right
		require.NoError(t, read(&r))
		require.Equal(t, rights.ToHumanDecision, r)
		require.NoError(t, write("ricorso"))
		require.ErrorIs(t, read(&r), gdpr.FaultName)
		require.NoError(t, write("10 anni"))
		var term gdpr.Term
		require.NoError(t, read(&term))
		require.Equal(t, gdpr.Term{N: 10, Unit: gdpr.Years}, term)
	})
}

func TestDates(t *testing.T) {
	each(t, func(t *testing.T, db *sql.DB, d database) {
		write, read := column(t, db, "text")
		day := date.New(2020, 1, 1)
		for text, fault := range map[string]gdpr.Fault{"2026-02-30": gdpr.FaultRange, "01/02/2026": gdpr.FaultSyntax} {
			require.NoError(t, write(text))
			require.ErrorIs(t, read(gdpr.Column(&day)), fault, text)
			require.Equal(t, "2020-01-01", day.String())
		}
		// Half past midnight of the 7th in Rome is the 6th in Greenwich: no day is
		// read from an instant, rather than the wrong one.
		rome := time.FixedZone("CET", 3600)
		at := time.Date(2026, 11, 7, 0, 30, 0, 0, rome)
		write, read = column(t, db, d.instant)
		require.NoError(t, write(gdpr.Column(&at)))
		require.ErrorIs(t, read(gdpr.Column(&day)), gdpr.FaultSyntax)
		var back time.Time
		require.NoError(t, read(gdpr.Column(&back)))
		require.True(t, at.Equal(back), "%s, not %s", at, back)
		require.Equal(t, "2026-11-07", date.NewAt(back.In(rome)).String())
	})
}

// TestRequests is the desk's table: what isn't answered is null, and found so.
func TestRequests(t *testing.T) {
	each(t, func(t *testing.T, db *sql.DB, d database) {
		_, err := db.Exec(fmt.Sprintf("create table requests (id text, kind text, received %[1]s not null, replied %[1]s, pauses %[2]s, identified boolean)", d.date, d.json))
		require.NoError(t, err)
		requests := []rights.Request{
			{ID: "1", Right: rights.ToAccess, Received: date.New(2026, 11, 2), Replied: date.New(2026, 11, 20)},
			{ID: "2", Right: rights.ToErasure, Received: date.New(2026, 11, 7), Pauses: []rights.Pause{{Cause: rights.Identification, Asked: date.New(2026, 11, 9), Prompt: gdpr.Yes}}},
		}
		for _, r := range requests {
			identified := gdpr.Is(r.ID == "1")
			_, err := db.Exec("insert into requests values ($1, $2, $3, $4, $5, $6)", r.ID, r.Right, gdpr.Column(&r.Received), gdpr.Column(&r.Replied), gdpr.Column(&r.Pauses), identified)
			require.NoError(t, err)
		}
		rows, err := db.Query("select id, kind, received, replied, pauses, identified from requests order by id")
		require.NoError(t, err)
		defer rows.Close()
		var r rights.Request // one for all rows: nothing of a row may stay
		for i := 0; rows.Next(); i++ {
			var identified gdpr.Answer
			require.NoError(t, rows.Scan(&r.ID, &r.Right, gdpr.Column(&r.Received), gdpr.Column(&r.Replied), gdpr.Column(&r.Pauses), &identified))
			require.Equal(t, requests[i], r)
			require.Equal(t, gdpr.Is(i == 0), identified)
		}
		require.NoError(t, rows.Err())
		var open int
		require.NoError(t, db.QueryRow("select count(*) from requests where replied is null").Scan(&open))
		require.Equal(t, 1, open)
	})
}

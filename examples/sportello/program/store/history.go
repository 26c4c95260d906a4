package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"time"
)

// Event is one line of the history: who did what, to which paper, and when.
type Event struct {
	ID      int64
	At      time.Time
	Person  int64 // 0: the program
	Who     string
	Kind    Kind
	Paper   int64
	Name    string // of the paper
	Action  string // a word, which the pages say in the reader's language
	Version int
	Detail  string // what changed, as JSON: [Changes]
	Digest  string // of this line and of the one before it
}

// digest chains the line to the one before it.
func (e Event) digest(before string) string {
	sum := sha256.New()
	_ = json.NewEncoder(sum).Encode([]any{before, e.ID, e.At.UTC().Format(time.RFC3339Nano), e.Person, e.Who, e.Kind, e.Paper, e.Name, e.Action, e.Version, e.Detail})
	return hex.EncodeToString(sum.Sum(nil))
}

// add writes a line within a transaction. The row of the ledger makes writers
// wait for each other, in both databases.
func add(ctx context.Context, tx *sql.Tx, e Event) error {
	var before string
	err := tx.QueryRowContext(ctx, "update ledger set rows_ = rows_ + 1 where id = 1 returning rows_, digest").Scan(&e.ID, &before)
	if err != nil {
		return err
	}
	e.Digest = e.digest(before)
	person := sql.NullInt64{Int64: e.Person, Valid: e.Person != 0}
	_, err = tx.ExecContext(ctx, `insert into history (id, at, person, who, kind, paper, name, action, version, detail, digest)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		e.ID, e.At.UTC().Format(time.RFC3339Nano), person, e.Who, string(e.Kind), e.Paper, e.Name, e.Action, e.Version, e.Detail, e.Digest)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "update ledger set digest = $1 where id = 1", e.Digest)
	return err
}

// Note writes a line about something that is no change of a paper: a login, a
// person added, a list of items deleted.
func (s *Store) Note(ctx context.Context, e Event) error {
	return s.in(ctx, func(tx *sql.Tx) error { return add(ctx, tx, e) })
}

// Last returns the number of the last line: it rises by every change.
func (s *Store) Last(ctx context.Context) (id int64, err error) {
	err = s.db.QueryRowContext(ctx, "select rows_ from ledger where id = 1").Scan(&id)
	return id, err
}

const eventColumns = "id, at, coalesce(person, 0), who, kind, paper, name, action, version, detail, digest"

// History returns lines, the newest first: those of one paper, or of all where
// the paper is 0; before a line, unless that is 0.
func (s *Store) History(ctx context.Context, kind Kind, paper, before int64, most int) ([]Event, error) {
	if before == 0 {
		before = 1 << 62
	}
	rows, err := s.db.QueryContext(ctx, "select "+eventColumns+` from history
		where id < $1 and ($2 = '' or kind = $2) and ($3 = 0 or paper = $3) order by id desc limit $4`, before, string(kind), paper, most)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Event
	for rows.Next() {
		e, err := event(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, rows.Err()
}

func event(rows *sql.Rows) (e Event, err error) {
	var at string
	if err := rows.Scan(&e.ID, &at, &e.Person, &e.Who, (*string)(&e.Kind), &e.Paper, &e.Name, &e.Action, &e.Version, &e.Detail, &e.Digest); err != nil {
		return e, err
	}
	e.At, err = time.Parse(time.RFC3339Nano, at)
	return e, err
}

// Events yields the whole history from the first line, without holding it.
func (s *Store) Events(ctx context.Context) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		rows, err := s.db.QueryContext(ctx, "select "+eventColumns+" from history order by id")
		if err != nil {
			yield(Event{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			e, err := event(rows)
			if !yield(e, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Event{}, err)
		}
	}
}

// Verify recomputes the chain of digests, and returns how many lines it has. An
// error tells the first line that isn't what was written.
func (s *Store) Verify(ctx context.Context) (lines int64, err error) {
	before := ""
	for e, err := range s.Events(ctx) {
		if err != nil {
			return lines, err
		}
		lines++
		if e.ID != lines || e.Digest != e.digest(before) {
			return lines, fmt.Errorf("line %d of the history isn't what was written", e.ID)
		}
		before = e.Digest
	}
	var last string
	var count int64
	if err := s.db.QueryRowContext(ctx, "select rows_, digest from ledger where id = 1").Scan(&count, &last); err != nil {
		return lines, err
	}
	if count != lines || last != before {
		return lines, fmt.Errorf("the history has %d lines, and %d were written", lines, count)
	}
	return lines, nil
}

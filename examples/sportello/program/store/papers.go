package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"github.com/b58db29f/gdpr"
)

// Kind is what a paper is.
type Kind string

// The kinds of papers, and what else the history speaks of.
const (
	Request    Kind = "request"
	Breach     Kind = "breach"
	Assessment Kind = "assessment"
	Activity   Kind = "activity"
	Retention  Kind = "retention"
	Person     Kind = "person"
	Body       Kind = "body"
)

// Paper is a document of the desk, with who sees to it and its version.
type Paper[D any] struct {
	ID       int64
	Kind     Kind
	Name     string
	Office   string
	Person   int64 // who sees to it; 0: nobody yet
	Version  int
	Document D
}

// By is who does something, when, and what: a word for the history.
type By struct {
	Person int64
	Who    string
	At     time.Time
	Action string
}

// event is the line of the history about a paper.
func (b By) event(kind Kind, paper int64, name string, version int, detail string) Event {
	return Event{At: b.At, Person: b.Person, Who: b.Who, Action: b.Action, Kind: kind, Paper: paper, Name: name, Version: version, Detail: detail}
}

// Papers returns all papers of a kind, in their order. Those that were read before
// and haven't changed since are taken from there: their documents aren't read again.
func Papers[D any](ctx context.Context, s *Store, kind Kind, before []Paper[D]) ([]Paper[D], error) {
	known := make(map[int64]Paper[D], len(before))
	for _, p := range before {
		known[p.ID] = p
	}
	rows, err := s.db.QueryContext(ctx, "select id, version from papers where kind = $1 order by place, id", string(kind))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Paper[D]
	for rows.Next() {
		var p Paper[D]
		if err := rows.Scan(&p.ID, &p.Version); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	for i, p := range all {
		if k, ok := known[p.ID]; ok && k.Version == p.Version {
			all[i] = k
		} else if all[i], err = Read[D](ctx, s, kind, p.ID); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// Read returns a paper.
func Read[D any](ctx context.Context, s *Store, kind Kind, id int64) (Paper[D], error) {
	p := Paper[D]{ID: id, Kind: kind}
	var document string
	err := s.db.QueryRowContext(ctx, "select name, office, coalesce(person, 0), version, document from papers where kind = $1 and id = $2", string(kind), id).
		Scan(&p.Name, &p.Office, &p.Person, &p.Version, &document)
	if err != nil {
		return p, none(err)
	}
	return p, gdpr.Decode([]byte(document), &p.Document)
}

// Add files a new paper, as its first version.
func Add[D any](ctx context.Context, s *Store, p Paper[D], by By) (id int64, err error) {
	err = s.in(ctx, func(tx *sql.Tx) error {
		id, err = insert(ctx, tx, p, by)
		return err
	})
	return id, err
}

// AddAll files new papers and changes others, all or none of them. A paper
// without a number is new.
func AddAll[D any](ctx context.Context, s *Store, all []Paper[D], by By) error {
	return s.in(ctx, func(tx *sql.Tx) error {
		for _, p := range all {
			var err error
			if p.ID == 0 {
				_, err = insert(ctx, tx, p, by)
			} else {
				err = update(ctx, tx, p, by)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

func insert[D any](ctx context.Context, tx *sql.Tx, p Paper[D], by By) (int64, error) {
	document, err := json.Marshal(p.Document)
	if err != nil {
		return 0, err
	}
	detail, err := Diff(nil, document)
	if err != nil {
		return 0, err
	}
	// The ledger's row, taken first, makes the numbers follow each other.
	if err := lock(ctx, tx); err != nil {
		return 0, err
	}
	var id int64
	if err := tx.QueryRowContext(ctx, "select coalesce(max(id), 0) + 1 from papers").Scan(&id); err != nil {
		return 0, err
	}
	person := sql.NullInt64{Int64: p.Person, Valid: p.Person != 0}
	_, err = tx.ExecContext(ctx, `insert into papers (id, kind, name, office, person, version, document, place)
		values ($1, $2, $3, $4, $5, 1, $6, (select coalesce(max(place), 0) + 1 from papers where kind = $2))`,
		id, string(p.Kind), p.Name, p.Office, person, string(document))
	if err != nil {
		return 0, err
	}
	return id, add(ctx, tx, by.event(p.Kind, id, p.Name, 1, detail))
}

func lock(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "update ledger set rows_ = rows_ where id = 1")
	return err
}

// Change writes the next version of a paper that was read at p.Version. If
// somebody changed it since, nothing is written and the error is ErrConflict.
func Change[D any](ctx context.Context, s *Store, p Paper[D], by By) error {
	return s.in(ctx, func(tx *sql.Tx) error { return update(ctx, tx, p, by) })
}

func update[D any](ctx context.Context, tx *sql.Tx, p Paper[D], by By) error {
	document, err := json.Marshal(p.Document)
	if err != nil {
		return err
	}
	if err := lock(ctx, tx); err != nil {
		return err
	}
	var before, office string
	var version int
	var person sql.NullInt64
	err = tx.QueryRowContext(ctx, "select version, document, office, person from papers where kind = $1 and id = $2", string(p.Kind), p.ID).
		Scan(&version, &before, &office, &person)
	if err != nil {
		return none(err)
	}
	if version != p.Version {
		return ErrConflict
	}
	detail, err := Diff([]byte(before), document)
	if err != nil {
		return err
	}
	now := sql.NullInt64{Int64: p.Person, Valid: p.Person != 0}
	_, err = tx.ExecContext(ctx, "update papers set name = $1, office = $2, person = $3, document = $4, version = version + 1 where id = $5",
		p.Name, p.Office, now, string(document), p.ID)
	if err != nil {
		return err
	}
	return add(ctx, tx, by.event(p.Kind, p.ID, p.Name, version+1, detail))
}

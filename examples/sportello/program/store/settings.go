package store

import (
	"context"
	"database/sql"
)

// Setting returns a setting, or "" if it was never set.
func (s *Store) Setting(ctx context.Context, name string) (value string, err error) {
	err = none(s.db.QueryRowContext(ctx, "select value from settings where name = $1", name).Scan(&value))
	if err == ErrNone {
		err = nil
	}
	return value, err
}

// Set sets a setting, and notes in the history what changed.
func (s *Store) Set(ctx context.Context, name, value string, by By) error {
	return s.in(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `insert into settings (name, value) values ($1, $2)
			on conflict (name) do update set value = excluded.value`, name, value)
		if err != nil {
			return err
		}
		return add(ctx, tx, by.event(Body, 0, "", 0, ""))
	})
}

package store

import (
	"context"
	"database/sql"
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

// Items yields what is kept, row by row: there may be millions. An error of the
// database is kept in failed, for who has gone through them.
func (s *Store) Items(ctx context.Context, failed *error) iter.Seq[retention.Item] {
	return func(yield func(retention.Item) bool) {
		rows, err := s.db.QueryContext(ctx, "select id, rule, event, unneeded, leave, holds from items order by id")
		if err != nil {
			*failed = err
			return
		}
		defer rows.Close()
		for rows.Next() {
			var it retention.Item
			var unneeded int
			err := rows.Scan(&it.ID, (*string)(&it.Rule), gdpr.Column(&it.Event), &unneeded, gdpr.Column(&it.Leave), gdpr.Column(&it.Holds))
			if err != nil {
				*failed = err
				return
			}
			it.Unneeded = unneeded == 1
			if !yield(it) {
				return
			}
		}
		*failed = rows.Err()
	}
}

// PutItems adds items, or changes those of the same id, all or none of them, and
// returns how many they are.
func (s *Store) PutItems(ctx context.Context, items iter.Seq2[retention.Item, error], by By) (count int, err error) {
	err = s.in(ctx, func(tx *sql.Tx) error {
		put, err := tx.PrepareContext(ctx, `insert into items (id, rule, event, unneeded, leave, holds) values ($1, $2, $3, $4, $5, $6)
			on conflict (id) do update set rule = excluded.rule, event = excluded.event, unneeded = excluded.unneeded, leave = excluded.leave, holds = excluded.holds`)
		if err != nil {
			return err
		}
		defer put.Close()
		for it, err := range items {
			if err != nil {
				return err
			}
			unneeded := 0
			if it.Unneeded {
				unneeded = 1
			}
			if _, err := put.ExecContext(ctx, it.ID, string(it.Rule), gdpr.Column(&it.Event), unneeded, gdpr.Column(&it.Leave), gdpr.Column(&it.Holds)); err != nil {
				return err
			}
			count++
		}
		return add(ctx, tx, by.event(Retention, 0, "", count, ""))
	})
	return count, err
}

// DropItems takes items off the list, since they were destroyed, and notes each
// of them in the history, so that the destruction can be shown.
func (s *Store) DropItems(ctx context.Context, ids []string, by By) (count int, err error) {
	err = s.in(ctx, func(tx *sql.Tx) error {
		drop, err := tx.PrepareContext(ctx, "delete from items where id = $1")
		if err != nil {
			return err
		}
		defer drop.Close()
		for _, id := range ids {
			result, err := drop.ExecContext(ctx, id)
			if err != nil {
				return err
			}
			n, err := result.RowsAffected()
			if err != nil {
				return err
			}
			if n == 0 {
				continue
			}
			count++
			if err := add(ctx, tx, by.event(Retention, 0, id, 0, "")); err != nil {
				return err
			}
		}
		return nil
	})
	return count, err
}

package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"time"
)

// Sessions keeps the sessions of package scs, in either database. Of a session's
// token the database has the digest alone.
type Sessions struct{ *Store }

const sessionTime = "2006-01-02T15:04:05.000Z" // of one width, so that it sorts

func key(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// Find returns the data of a session that hasn't expired.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// FindCtx is Find with a context.
func (s Sessions) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	var text string
	err := s.db.QueryRowContext(ctx, "select data from sessions where token = $1 and expires > $2", key(token), time.Now().UTC().Format(sessionTime)).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	data, err := base64.StdEncoding.DecodeString(text)
	return data, err == nil, err
}

// Commit writes a session.
func (s Sessions) Commit(token string, data []byte, expires time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expires)
}

// CommitCtx is Commit with a context.
func (s Sessions) CommitCtx(ctx context.Context, token string, data []byte, expires time.Time) error {
	_, err := s.db.ExecContext(ctx, `insert into sessions (token, data, expires) values ($1, $2, $3)
		on conflict (token) do update set data = excluded.data, expires = excluded.expires`,
		key(token), base64.StdEncoding.EncodeToString(data), expires.UTC().Format(sessionTime))
	return err
}

// Delete ends a session.
func (s Sessions) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }

// DeleteCtx is Delete with a context.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	_, err := s.db.ExecContext(ctx, "delete from sessions where token = $1", key(token))
	return err
}

// Sweep deletes the sessions that have expired.
func (s Sessions) Sweep(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, "delete from sessions where expires <= $1", time.Now().UTC().Format(sessionTime))
	return err
}

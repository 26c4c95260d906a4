// Package store keeps the desk in a database: SQLite in one file, or PostgreSQL,
// by the same statements. What the library knows is kept as the library's own
// values in JSON, read back by [gdpr.Decode]; beside it stand who sees to it, how
// often it was changed, and the history of who changed what.
package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing/fstest"

	_ "github.com/jackc/pgx/v5/stdlib" // PostgreSQL
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // SQLite
)

// ErrConflict says that somebody else changed the paper since it was read.
var ErrConflict = errors.New("the paper was changed by somebody else")

// ErrNone says that there is no such row.
var ErrNone = errors.New("there is none")

// Store is the database of a desk. It is safe for concurrent use.
type Store struct {
	db *sql.DB
}

//go:embed migrations
var migrations embed.FS

// Open opens the database and brings it up to date: the file at a path, or the
// server at an address "postgres://…".
func Open(ctx context.Context, where string) (*Store, error) {
	driver, dialect, folder := "sqlite", goose.DialectSQLite3, "migrations/sqlite"
	if strings.HasPrefix(where, "postgres://") || strings.HasPrefix(where, "postgresql://") {
		driver, dialect, folder = "pgx", goose.DialectPostgres, "migrations/postgres"
	} else {
		// One writer at a time waits for the other; readers never wait.
		where = "file:" + where + "?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)&_txlock=immediate"
	}
	db, err := sql.Open(driver, where)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(16)
	db.SetMaxIdleConns(16)
	if err := migrate(ctx, db, dialect, folder); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &Store{db}, nil
}

// migrate runs the migrations that both databases share and those of one.
func migrate(ctx context.Context, db *sql.DB, dialect goose.Dialect, folder string) error {
	all := fstest.MapFS{}
	for _, from := range []string{"migrations/both", folder} {
		files, err := fs.ReadDir(migrations, from)
		if err != nil {
			return err
		}
		for _, file := range files {
			data, err := migrations.ReadFile(from + "/" + file.Name())
			if err != nil {
				return err
			}
			all[file.Name()] = &fstest.MapFile{Data: data}
		}
	}
	p, err := goose.NewProvider(dialect, db, all)
	if err != nil {
		return err
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	return nil
}

// Close closes the database.
func (s *Store) Close() error { return s.db.Close() }

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.db.PingContext(ctx) }

// in runs f in one transaction.
func (s *Store) in(ctx context.Context, f func(tx *sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// none is ErrNone for a row that isn't there, and otherwise the error.
func none(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNone
	}
	return err
}

package store_test

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/examples/internal/pgtest"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/register/retention"
	"github.com/b58db29f/gdpr/rights"
)

// each runs a test on either database: f opens it again and again.
func each(t *testing.T, f func(t *testing.T, open func() *store.Store, raw *sql.DB)) {
	run := func(name string, where func(t *testing.T) (driver, address string)) {
		t.Run(name, func(t *testing.T) {
			driver, address := where(t)
			open := func() *store.Store {
				s, err := store.Open(t.Context(), address)
				require.NoError(t, err)
				t.Cleanup(func() { _ = s.Close() })
				return s
			}
			open()
			raw, err := sql.Open(driver, address)
			require.NoError(t, err)
			defer raw.Close()
			f(t, open, raw)
		})
	}
	run("SQLite", func(t *testing.T) (string, string) { return "sqlite", filepath.Join(t.TempDir(), "desk.db") })
	run("PostgreSQL", func(t *testing.T) (string, string) {
		if testing.Short() {
			t.Skip("it starts a server")
		}
		return "pgx", pgtest.Start(t)
	})
}

var by = store.By{Who: "Ada Conti", At: time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC), Action: "edit"}

func request(name string) store.Paper[rights.Request] {
	return store.Paper[rights.Request]{Kind: store.Request, Name: name, Office: "Tributi", Document: rights.Request{ID: name, Right: rights.ToAccess, Received: date.New(2026, time.November, 2)}}
}

func TestStore(t *testing.T) {
	each(t, func(t *testing.T, open func() *store.Store, raw *sql.DB) {
		ctx := t.Context()
		s := open()
		id, err := store.Add(ctx, s, request("prot. 1"), by)
		require.NoError(t, err)

		// What was written comes back the same, after a restart too.
		require.NoError(t, s.Close())
		s = open()
		p, err := store.Read[rights.Request](ctx, s, store.Request, id)
		require.NoError(t, err)
		want := request("prot. 1")
		want.ID, want.Version = id, 1
		require.Equal(t, want, p)
		_, err = store.Read[rights.Request](ctx, s, store.Breach, id)
		require.ErrorIs(t, err, store.ErrNone)

		// Who comes second is told, and overwrites nothing.
		first, second := p, p
		first.Document.Replied = date.New(2026, time.November, 20)
		require.NoError(t, store.Change(ctx, s, first, by))
		second.Document.Channel = rights.PEC
		require.ErrorIs(t, store.Change(ctx, s, second, by), store.ErrConflict)
		p, err = store.Read[rights.Request](ctx, s, store.Request, id)
		require.NoError(t, err)
		require.Equal(t, first.Document, p.Document)
		require.Equal(t, 2, p.Version)

		// The history says what changed, and can't be changed itself.
		events, err := s.History(ctx, store.Request, id, 0, 10)
		require.NoError(t, err)
		require.Len(t, events, 2)
		require.Equal(t, []store.FieldChange{{Path: "replied", New: "2026-11-20"}}, store.Changes(events[0].Detail))
		for _, statement := range []string{"update history set who = 'nobody'", "delete from history"} {
			_, err := raw.Exec(statement)
			require.ErrorContains(t, err, "append-only")
		}
		lines, err := s.Verify(ctx)
		require.NoError(t, err)
		require.EqualValues(t, 2, lines)
	})
}

// TestVerify: who changes the history beside the program, with the guard off, is found.
func TestVerify(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	s, err := store.Open(t.Context(), file)
	require.NoError(t, err)
	defer s.Close()
	for range 3 {
		_, err = store.Add(t.Context(), s, request("prot. 1"), by)
		require.NoError(t, err)
	}
	raw, err := sql.Open("sqlite", file)
	require.NoError(t, err)
	defer raw.Close()
	_, err = raw.Exec("drop trigger history_no_update; update history set who = 'Carla Ferri' where id = 2")
	require.NoError(t, err)
	_, err = s.Verify(t.Context())
	require.ErrorContains(t, err, "line 2")
}

// TestTwoAtOnce: of many who change one paper at the same time one wins each
// version, and none is lost.
func TestTwoAtOnce(t *testing.T) {
	each(t, func(t *testing.T, open func() *store.Store, _ *sql.DB) {
		s := open()
		id, err := store.Add(t.Context(), s, request("prot. 1"), by)
		require.NoError(t, err)
		const clerks, turns = 8, 5
		var wg sync.WaitGroup
		errs := make(chan error, clerks)
		for range clerks {
			wg.Go(func() {
				for done := 0; done < turns; {
					p, err := store.Read[rights.Request](context.Background(), s, store.Request, id)
					if err == nil {
						p.Document.Pauses = append(p.Document.Pauses, rights.Pause{Cause: rights.Clarification})
						err = store.Change(context.Background(), s, p, by)
					}
					switch {
					case err == nil:
						done++
					case errors.Is(err, store.ErrConflict):
					default:
						errs <- err
						return
					}
				}
			})
		}
		wg.Wait()
		close(errs)
		require.NoError(t, <-errs)
		p, err := store.Read[rights.Request](t.Context(), s, store.Request, id)
		require.NoError(t, err)
		require.Len(t, p.Document.Pauses, clerks*turns)
		require.Equal(t, 1+clerks*turns, p.Version)
		lines, err := s.Verify(t.Context())
		require.NoError(t, err)
		require.EqualValues(t, 1+clerks*turns, lines)
	})
}

func TestItems(t *testing.T) {
	each(t, func(t *testing.T, open func() *store.Store, _ *sql.DB) {
		s := open()
		items := []retention.Item{
			{ID: "a", Rule: "contratti", Event: date.New(2016, time.December, 1)},
			{ID: "b", Rule: "contratti", Unneeded: true, Holds: []retention.Hold{{Kind: retention.Claim, From: date.New(2022, time.February, 1), Reference: "TAR 310/2022"}}},
		}
		n, err := s.PutItems(t.Context(), func(yield func(retention.Item, error) bool) {
			for _, it := range items {
				if !yield(it, nil) {
					return
				}
			}
		}, by)
		require.NoError(t, err)
		require.Equal(t, 2, n)
		var failed error
		require.Equal(t, items, slices.Collect(s.Items(t.Context(), &failed)))
		require.NoError(t, failed)
		n, err = s.DropItems(t.Context(), []string{"a", "none"}, by)
		require.NoError(t, err)
		require.Equal(t, 1, n)
		events, err := s.History(t.Context(), store.Retention, 0, 0, 10)
		require.NoError(t, err)
		require.Len(t, events, 2)
		require.Equal(t, "a", events[0].Name, "what was destroyed is named")
	})
}

func TestPeopleAndSessions(t *testing.T) {
	each(t, func(t *testing.T, open func() *store.Store, _ *sql.DB) {
		s := open()
		id, err := s.AddPerson(t.Context(), store.Someone{Login: "ada", Name: "Ada", Role: store.Clerk, Language: "it", Password: "x"}, by)
		require.NoError(t, err)
		token, err := s.NewFeed(t.Context(), id, by)
		require.NoError(t, err)
		p, err := s.PersonByFeed(t.Context(), token)
		require.NoError(t, err)
		require.Equal(t, store.Someone{ID: id, Login: "ada", Name: "Ada", Role: store.Clerk, Language: "it", Password: "x", Active: true}, p)
		_, err = s.PersonByFeed(t.Context(), "")
		require.ErrorIs(t, err, store.ErrNone)
		p.Active = false
		require.NoError(t, s.ChangePerson(t.Context(), p, by))
		_, err = s.PersonByFeed(t.Context(), token)
		require.ErrorIs(t, err, store.ErrNone, "who may not sign in has no calendar")

		sessions := store.Sessions{Store: s}
		require.NoError(t, sessions.Commit("token", []byte("data"), time.Now().Add(time.Hour)))
		require.NoError(t, sessions.Commit("token", []byte("other"), time.Now().Add(time.Hour)))
		require.NoError(t, sessions.Commit("old", []byte("data"), time.Now().Add(-time.Hour)))
		data, ok, err := sessions.Find("token")
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, "other", string(data))
		_, ok, err = sessions.Find("old")
		require.NoError(t, err)
		require.False(t, ok)
		require.NoError(t, sessions.Sweep(t.Context()))
		require.NoError(t, sessions.Delete("token"))
		_, ok, err = sessions.Find("token")
		require.NoError(t, err)
		require.False(t, ok)
	})
}

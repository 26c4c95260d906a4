package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
)

// Role is what a person may do.
type Role string

// The roles.
const (
	Admin   Role = "admin"   // everything, the persons and the body's data included
	Clerk   Role = "clerk"   // reads and writes the papers
	Officer Role = "officer" // the data protection officer: reads everything, writes nothing
)

// Roles are all roles.
var Roles = [...]Role{Admin, Clerk, Officer}

// Someone is a person who uses the desk.
type Someone struct {
	ID       int64
	Login    string
	Name     string
	Role     Role
	Office   string
	Language string // it or en
	Password string // the digest, by argon2id
	Active   bool
}

const personColumns = "id, login, name, role, office, language, password, active"

func person(row interface{ Scan(...any) error }) (p Someone, err error) {
	var active int
	err = row.Scan(&p.ID, &p.Login, &p.Name, (*string)(&p.Role), &p.Office, &p.Language, &p.Password, &active)
	p.Active = active == 1
	return p, none(err)
}

// People returns all persons, by name.
func (s *Store) People(ctx context.Context) ([]Someone, error) {
	rows, err := s.db.QueryContext(ctx, "select "+personColumns+" from people order by name, id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Someone
	for rows.Next() {
		p, err := person(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, rows.Err()
}

// PersonByLogin returns the person with a login, or ErrNone.
func (s *Store) PersonByLogin(ctx context.Context, login string) (Someone, error) {
	return person(s.db.QueryRowContext(ctx, "select "+personColumns+" from people where login = $1", login))
}

// PersonByID returns a person, or ErrNone.
func (s *Store) PersonByID(ctx context.Context, id int64) (Someone, error) {
	return person(s.db.QueryRowContext(ctx, "select "+personColumns+" from people where id = $1", id))
}

// AddPerson adds a person.
func (s *Store) AddPerson(ctx context.Context, p Someone, by By) (id int64, err error) {
	err = s.in(ctx, func(tx *sql.Tx) error {
		if err := lock(ctx, tx); err != nil {
			return err
		}
		if err := tx.QueryRowContext(ctx, "select coalesce(max(id), 0) + 1 from people").Scan(&id); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "insert into people (id, login, name, role, office, language, password) values ($1, $2, $3, $4, $5, $6, $7)",
			id, p.Login, p.Name, string(p.Role), p.Office, p.Language, p.Password)
		if err != nil {
			return err
		}
		return add(ctx, tx, by.event(Person, id, p.Name, 0, ""))
	})
	return id, err
}

// ChangePerson writes what is known of a person.
func (s *Store) ChangePerson(ctx context.Context, p Someone, by By) error {
	active := 0
	if p.Active {
		active = 1
	}
	return s.in(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "update people set name = $1, role = $2, office = $3, language = $4, password = $5, active = $6 where id = $7",
			p.Name, string(p.Role), p.Office, p.Language, p.Password, active, p.ID)
		if err != nil {
			return err
		}
		return add(ctx, tx, by.event(Person, p.ID, p.Name, 0, ""))
	})
}

// SetLanguage sets the language of a person's pages.
func (s *Store) SetLanguage(ctx context.Context, id int64, language string) error {
	_, err := s.db.ExecContext(ctx, "update people set language = $1 where id = $2", language, id)
	return err
}

// NewFeed gives a person's calendar a new secret address, which is returned and
// not kept: the database has its digest.
func (s *Store) NewFeed(ctx context.Context, id int64, by By) (string, error) {
	token := rand.Text()
	err := s.in(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "update people set feed = $1 where id = $2", digest(token), id); err != nil {
			return err
		}
		return add(ctx, tx, by.event(Person, id, by.Who, 0, ""))
	})
	return token, err
}

// PersonByFeed returns whose calendar a token opens, or ErrNone.
func (s *Store) PersonByFeed(ctx context.Context, token string) (Someone, error) {
	return person(s.db.QueryRowContext(ctx, "select "+personColumns+" from people where feed = $1 and active = 1", digest(token)))
}

func digest(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

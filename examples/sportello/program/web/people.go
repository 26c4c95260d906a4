package web

import (
	"errors"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

// people shows who uses the desk.
func (v *visit) people() error { return v.peoplePage(http.StatusOK) }

func (v *visit) peoplePage(status int) error {
	s, err := v.desk.State(v.ctx())
	if err != nil {
		return err
	}
	return v.show(status, "people", v.say("Persone", "Persons"), map[string]any{"All": s.People, "Offices": s.Offices()})
}

// role reads a role.
func (f *form) role(name string) store.Role {
	for _, r := range store.Roles {
		if string(r) == f.text(name) {
			return r
		}
	}
	f.add(name, say(f.tag, "non è un ruolo", "it is no role"))
	return ""
}

// addPerson adds somebody, with a first password that the administrator tells.
func (v *visit) addPerson() error {
	f := v.read()
	p := store.Someone{Login: strings.ToLower(f.need("login")), Name: f.need("name"), Role: f.role("role"), Office: f.text("office"), Language: "it"}
	password := f.values.Get("password")
	if utf8.RuneCountInString(password) < shortest {
		f.add("password", v.say("almeno 12 caratteri", "12 characters at least"))
	}
	if _, err := v.desk.Store.PersonByLogin(v.ctx(), p.Login); err == nil {
		f.add("login", v.say("c'è già", "it is taken"))
	} else if !errors.Is(err, store.ErrNone) {
		return err
	}
	if f.failed() {
		return v.peoplePage(http.StatusUnprocessableEntity)
	}
	var err error
	if p.Password, err = desk.HashPassword(password); err != nil {
		return err
	}
	if _, err := v.desk.Store.AddPerson(v.ctx(), p, v.by("person")); err != nil {
		return err
	}
	return v.done("/people", "La persona è stata aggiunta.", "The person was added.")
}

// changePerson changes role, office, activity or password of somebody.
func (v *visit) changePerson() error {
	id, err := v.id()
	if err != nil {
		return err
	}
	p, err := v.desk.Store.PersonByID(v.ctx(), id)
	if err != nil {
		return err
	}
	f := v.read()
	p.Role, p.Office, p.Active = f.role("role"), f.text("office"), f.checked("active")
	if id == v.Who.ID && (p.Role != store.Admin || !p.Active) {
		f.add("role", v.say("non può togliere a sé stesso l'amministrazione", "you can't take the administration from yourself"))
	}
	if password := f.values.Get("password"); password != "" {
		if utf8.RuneCountInString(password) < shortest {
			f.add("password", v.say("almeno 12 caratteri", "12 characters at least"))
		} else if p.Password, err = desk.HashPassword(password); err != nil {
			return err
		}
	}
	if f.failed() {
		return v.peoplePage(http.StatusUnprocessableEntity)
	}
	if err := v.desk.Store.ChangePerson(v.ctx(), p, v.by("person change")); err != nil {
		return err
	}
	return v.done("/people", "I dati sono stati modificati.", "The data were changed.")
}

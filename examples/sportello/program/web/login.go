package web

import (
	"errors"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"

	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

const languageKey = "language"

// nobody is the digest against which the password of an unknown login is held, so
// that it takes as long as that of a known one.
var nobody = func() string {
	digest, err := desk.HashPassword("nobody")
	if err != nil {
		panic(err) // no randomness: nothing can be served
	}
	return digest
}()

func (v *visit) loginPage() error {
	if v.Who.ID != 0 {
		return v.to("/")
	}
	return v.show(http.StatusOK, "login", v.say("Accesso", "Sign in"), nil)
}

func (v *visit) login() error {
	f := v.read()
	login, password := strings.ToLower(f.text("login")), f.values.Get("password")
	if !v.logins.allow(address(v.r), time.Now()) || !v.logins.allow("login "+login, time.Now()) {
		f.add("login", v.say("troppi tentativi: riprovi tra qualche minuto", "too many attempts: try again in some minutes"))
		return v.show(http.StatusTooManyRequests, "login", v.say("Accesso", "Sign in"), nil)
	}
	who, err := v.desk.Store.PersonByLogin(v.ctx(), login)
	if err != nil && !errors.Is(err, store.ErrNone) {
		return err
	}
	digest := who.Password
	if err != nil || !who.Active {
		digest = nobody
	}
	ok, err := argon2id.ComparePasswordAndHash(password, digest)
	if err != nil || !ok || digest == nobody {
		f.add("login", v.say("nome utente o password non corretti", "user name or password not right"))
		return v.show(http.StatusUnprocessableEntity, "login", v.say("Accesso", "Sign in"), nil)
	}
	if err := v.sessions.RenewToken(v.ctx()); err != nil {
		return err
	}
	v.sessions.Put(v.ctx(), personKey, who.ID)
	v.Who = who
	if err := v.desk.Store.Note(v.ctx(), store.Event{At: v.desk.Now(), Person: who.ID, Who: who.Name, Kind: store.Person, Paper: who.ID, Name: who.Name, Action: "login"}); err != nil {
		return err
	}
	return v.to("/")
}

func (v *visit) logout() error {
	if err := v.sessions.Destroy(v.ctx()); err != nil {
		return err
	}
	return v.to("/login")
}

// language changes the language of the pages, and shows the same page again.
func (v *visit) language() error {
	f := v.read()
	word := f.text("language")
	if word != "en" {
		word = "it"
	}
	v.sessions.Put(v.ctx(), languageKey, word)
	if v.Who.ID != 0 {
		if err := v.desk.Store.SetLanguage(v.ctx(), v.Who.ID, word); err != nil {
			return err
		}
	}
	back := f.text("back")
	if !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.ContainsAny(back, `\`) {
		back = "/"
	}
	return v.to(back)
}

// shortest is how long a password is at least.
const shortest = 12

func (v *visit) password() error {
	f := v.read()
	ok, err := argon2id.ComparePasswordAndHash(f.values.Get("old"), v.Who.Password)
	if err != nil || !ok {
		f.add("old", v.say("non è la password attuale", "it isn't the present password"))
	}
	fresh := f.values.Get("new")
	if utf8.RuneCountInString(fresh) < shortest {
		f.add("new", v.say("almeno 12 caratteri", "12 characters at least"))
	}
	if f.failed() {
		return v.mePage(http.StatusUnprocessableEntity, "")
	}
	who := v.Who
	if who.Password, err = desk.HashPassword(fresh); err != nil {
		return err
	}
	if err := v.desk.Store.ChangePerson(v.ctx(), who, v.by("password")); err != nil {
		return err
	}
	return v.done("/me", "La password è cambiata.", "The password has changed.")
}

func (v *visit) me() error { return v.mePage(http.StatusOK, "") }

// mePage shows the person's own page; feed is the address of a calendar that was
// just made, which is shown once.
func (v *visit) mePage(status int, feed string) error {
	return v.show(status, "me", v.Who.Name, feed)
}

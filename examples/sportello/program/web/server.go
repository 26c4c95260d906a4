// Package web is the desk in a browser: plain pages and forms, which work without
// JavaScript, by keyboard and on a phone, in Italian and English.
package web

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

// Options are what a server may be told beside its desk.
type Options struct {
	Sample bool         // the body is invented: every page says so
	Secure bool         // cookies by HTTPS alone
	Rate   float64      // requests a second of one person, or of an address without a session; 0: 20
	Log    *slog.Logger // of what fails; nil: the default one
}

// server answers the pages of one desk.
type server struct {
	desk     *desk.Desk
	options  Options
	sessions *scs.SessionManager
	pages    pages
	calls    *limits // of everybody
	logins   *limits // of who tries passwords
}

// New returns the desk as a handler.
func New(d *desk.Desk, o Options) http.Handler {
	if o.Rate == 0 {
		o.Rate = 20
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &server{desk: d, options: o, pages: newPages(), sessions: scs.New(), calls: newLimits(o.Rate, int(3*o.Rate)), logins: newLimits(0.2, 10)}
	s.sessions.Store = store.Sessions{Store: d.Store}
	s.sessions.Lifetime = 10 * time.Hour
	s.sessions.Cookie.Name = "sportello"
	s.sessions.Cookie.HttpOnly = true
	s.sessions.Cookie.SameSite = http.SameSiteLaxMode
	s.sessions.Cookie.Secure = o.Secure
	s.sessions.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) {
		o.Log.Error("session", "error", err)
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
	}
	inside := s.sessions.LoadAndSave(s.limited(s.routes()))
	outer := http.NewServeMux()
	outer.Handle("GET /static/", cached(http.FileServerFS(static)))
	outer.HandleFunc("GET /feed/{token}", s.feed)
	outer.HandleFunc("GET /healthz", s.health)
	outer.Handle("/", inside)
	return headers(http.NewCrossOriginProtection().Handler(outer))
}

// routes are the pages: who may see each, and what it does.
func (s *server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	page := func(pattern string, may func(store.Role) bool, f func(*visit) error) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, may, f) })
	}
	page("GET /login", nil, (*visit).loginPage)
	page("POST /login", nil, (*visit).login)
	page("POST /language", nil, (*visit).language)
	page("POST /logout", reader, (*visit).logout)
	page("GET /{$}", reader, (*visit).deadlines)
	page("GET /findings", reader, (*visit).findings)
	page("GET /history", reader, (*visit).history)
	page("GET /me", reader, (*visit).me)
	page("POST /me/password", reader, (*visit).password)
	page("POST /me/feed", reader, (*visit).newFeed)

	s.urgent(page)
	page("GET /assessments", reader, (*visit).assessments)
	page("POST /assessments", writer, (*visit).addAssessment)
	page("GET /assessments/{id}", reader, (*visit).assessment)
	page("GET /assessments/{id}/sheet", reader, (*visit).screeningSheet)
	page("GET /assessments/{id}/text", reader, (*visit).assessmentText)
	page("POST /assessments/{id}/{action}", writer, (*visit).changeAssessment)

	page("GET /register", reader, (*visit).register)
	page("GET /register/new", writer, (*visit).newActivity)
	page("POST /register", writer, (*visit).putActivity)
	page("POST /register/import", writer, (*visit).importRegister)
	page("GET /register/file/{file}", reader, (*visit).exportRegister)
	page("GET /register/{id}", reader, (*visit).activity)
	page("POST /register/{id}", writer, (*visit).putActivity)

	page("GET /retention", reader, (*visit).retention)
	page("GET /retention/expired.csv", reader, (*visit).expired)
	page("POST /retention/import", writer, (*visit).importItems)
	page("POST /retention/destroyed", writer, (*visit).destroyed)

	page("GET /body", admin, (*visit).body)
	page("POST /body", admin, (*visit).changeBody)
	page("GET /people", admin, (*visit).people)
	page("POST /people", admin, (*visit).addPerson)
	page("POST /people/{id}", admin, (*visit).changePerson)
	page("/", nil, func(*visit) error { return store.ErrNone })
	return mux
}

// urgent are the pages of what has a term in days or hours: requests and breaches.
func (s *server) urgent(page func(pattern string, may func(store.Role) bool, f func(*visit) error)) {
	page("GET /requests", reader, (*visit).requests)
	page("GET /requests/new", writer, (*visit).newRequest)
	page("POST /requests", writer, (*visit).addRequest)
	page("GET /requests/{id}", reader, (*visit).request)
	page("POST /requests/{id}/{action}", writer, (*visit).changeRequest)
	page("GET /requests/{id}/letters/{kind}", writer, (*visit).letter)
	page("POST /requests/{id}/letters/{kind}", writer, (*visit).writeLetter)
	page("GET /requests/{id}/sent/{n}", reader, (*visit).sentLetter)

	page("GET /breaches", reader, (*visit).breaches)
	page("GET /breaches/export.json", reader, (*visit).exportBreaches)
	page("GET /breaches/new", writer, (*visit).newBreach)
	page("POST /breaches", writer, (*visit).addBreach)
	page("GET /breaches/{id}", reader, (*visit).breach)
	page("GET /breaches/{id}/sheet", reader, (*visit).breachSheet)
	page("GET /breaches/{id}/notification", reader, (*visit).notification)
	page("POST /breaches/{id}/{action}", writer, (*visit).changeBreach)
}

func reader(store.Role) bool   { return true }
func writer(r store.Role) bool { return r == store.Admin || r == store.Clerk }
func admin(r store.Role) bool  { return r == store.Admin }

// errForbidden says that the person's role doesn't reach.
var errForbidden = errors.New("the role doesn't allow it")

// visit is one call of a page by a person.
type visit struct {
	*server
	w    http.ResponseWriter
	r    *http.Request
	Who  store.Someone
	Tag  language.Tag
	form *form
}

func (v *visit) ctx() context.Context { return v.r.Context() }

const personKey = "person"

// serve finds out who calls, and answers by f.
func (s *server) serve(w http.ResponseWriter, r *http.Request, may func(store.Role) bool, f func(*visit) error) {
	v := &visit{server: s, w: w, r: r}
	if id := s.sessions.GetInt64(r.Context(), personKey); id != 0 {
		who, err := s.desk.Store.PersonByID(r.Context(), id)
		if err == nil && who.Active {
			v.Who = who
		}
	}
	v.Tag = v.readerTag()
	if may != nil && v.Who.ID == 0 {
		http.Redirect(w, r, "/login", http.StatusSeeOther)
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, 32<<20)
	err := error(nil)
	if may != nil && !may(v.Who.Role) {
		err = errForbidden
	}
	if err == nil {
		err = f(v)
	}
	if err != nil {
		v.fail(err)
	}
}

// fail answers with a page that says what went wrong.
func (v *visit) fail(err error) {
	status, page := http.StatusInternalServerError, "error"
	switch {
	case errors.Is(err, store.ErrNone):
		status = http.StatusNotFound
	case errors.Is(err, errForbidden):
		status = http.StatusForbidden
	case errors.Is(err, store.ErrConflict):
		v.conflict()
		return
	case errors.Is(err, context.Canceled):
		return
	default:
		v.options.Log.Error("page", "path", v.r.URL.Path, "error", err)
	}
	if err := v.show(status, page, map[int]string{
		http.StatusNotFound:            v.say("Pagina non trovata", "Page not found"),
		http.StatusForbidden:           v.say("Non consentito", "Not allowed"),
		http.StatusInternalServerError: v.say("Qualcosa non ha funzionato", "Something went wrong"),
	}[status], status); err != nil {
		v.options.Log.Error("error page", "error", err)
	}
}

// readerTag is the language of the page: the person's, that of the session, or
// that of the browser.
func (v *visit) readerTag() language.Tag {
	if v.Who.ID != 0 {
		return v.tagOf(v.Who)
	}
	word := v.sessions.GetString(v.ctx(), languageKey)
	if word == "en" || word == "" && strings.HasPrefix(v.r.Header.Get("Accept-Language"), "en") {
		return language.English
	}
	return language.Italian
}

// tagOf is the language that a person has chosen.
func (v *visit) tagOf(who store.Someone) language.Tag {
	if who.Language == "en" {
		return language.English
	}
	return language.Italian
}

// say picks the text of the reader's language.
func (v *visit) say(it, en string) string { return say(v.Tag, it, en) }

// id is the number in the path.
func (v *visit) id() (int64, error) {
	id, err := strconv.ParseInt(v.r.PathValue("id"), 10, 64)
	if err != nil {
		return 0, store.ErrNone
	}
	return id, nil
}

// by is the line of the history for what the person does now.
func (v *visit) by(action string) store.By {
	return store.By{Person: v.Who.ID, Who: v.Who.Name, At: v.desk.Now(), Action: action}
}

// to sends the browser on after something was written.
func (v *visit) to(path string) error {
	http.Redirect(v.w, v.r, path, http.StatusSeeOther)
	return nil
}

// done sends the browser on, with a word about what was done.
func (v *visit) done(path, it, en string) error {
	v.sessions.Put(v.ctx(), flashKey, v.say(it, en))
	return v.to(path)
}

const flashKey = "flash"

// health tells a monitor whether the database answers.
func (s *server) health(w http.ResponseWriter, r *http.Request) {
	if err := s.desk.Store.Ping(r.Context()); err != nil {
		http.Error(w, "database", http.StatusServiceUnavailable)
		return
	}
	_, _ = w.Write([]byte("ok\n"))
}

// address is where a call comes from.
func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

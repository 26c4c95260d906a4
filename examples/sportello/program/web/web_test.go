package web_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/examples/internal/pgtest"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
	"github.com/b58db29f/gdpr/examples/sportello/program/store"
	"github.com/b58db29f/gdpr/examples/sportello/program/web"
)

// office is a desk with its persons, and a clock that the test moves.
type office struct {
	t     *testing.T
	store *store.Store
	desk  *desk.Desk
	url   string
	now   atomic.Int64
	keys  map[string]string // passwords by login
	stop  func()
}

var morning = time.Date(2026, time.November, 23, 9, 0, 0, 0, desk.Rome)

// open opens the desk of the sample Comune, or of a body that is empty, on a database.
func open(t *testing.T, where string, sample bool) *office {
	t.Helper()
	o := &office{t: t, keys: map[string]string{}}
	o.now.Store(morning.Unix())
	o.start(where)
	keys, err := desk.Open(t.Context(), o.store, sample, "Comune di Vallescura", morning)
	require.NoError(t, err)
	for _, k := range keys {
		o.keys[k.Login] = k.Password
	}
	return o
}

// start starts the program on its database, as after a crash: what ran before is gone.
func (o *office) start(where string) {
	s, err := store.Open(context.Background(), where)
	require.NoError(o.t, err)
	o.store, o.desk = s, desk.New(s, func() time.Time { return time.Unix(o.now.Load(), 0) })
	server := httptest.NewServer(web.New(o.desk, web.Options{Rate: 1000, Sample: true, Log: slog.New(slog.NewTextHandler(o.t.Output(), nil))}))
	o.url = server.URL
	o.stop = func() {
		server.Close()
		require.NoError(o.t, s.Close())
	}
	o.t.Cleanup(func() { server.Close(); _ = s.Close() })
}

// at moves the clock to nine in the morning of a day.
func (o *office) at(day string) {
	d, err := time.ParseInLocation("2006-01-02", day, desk.Rome)
	require.NoError(o.t, err)
	o.now.Store(d.Add(9 * time.Hour).Unix())
}

// clerk is somebody with a browser.
type clerk struct {
	*office
	client *http.Client
}

// enter signs somebody in.
func (o *office) enter(login string) *clerk {
	o.t.Helper()
	jar, err := cookiejar.New(nil)
	require.NoError(o.t, err)
	c := &clerk{o, &http.Client{Jar: jar}}
	if login != "" {
		status, page := c.post("/login", "login", login, "password", o.keys[login])
		require.Equal(o.t, http.StatusOK, status)
		require.Contains(o.t, page, "Scadenze")
	}
	return c
}

func (c *clerk) get(path string) (int, string) {
	c.t.Helper()
	r, err := c.client.Get(c.url + path)
	require.NoError(c.t, err)
	return c.read(r)
}

func (c *clerk) read(r *http.Response) (int, string) {
	c.t.Helper()
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	require.NoError(c.t, err)
	return r.StatusCode, string(text)
}

// page is a page that is there.
func (c *clerk) page(path string) string {
	c.t.Helper()
	status, text := c.get(path)
	require.Equal(c.t, http.StatusOK, status, path)
	return text
}

// post sends a form of names and values, and follows where it leads.
func (c *clerk) post(path string, pairs ...string) (int, string) {
	c.t.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Add(pairs[i], pairs[i+1])
	}
	r, err := c.client.PostForm(c.url+path, values)
	require.NoError(c.t, err)
	return c.read(r)
}

var versions = regexp.MustCompile(`name="version" value="(\d+)"`)

// version is the version of the paper that a page shows.
func version(t *testing.T, page string) string {
	t.Helper()
	m := versions.FindStringSubmatch(page)
	require.NotNil(t, m, "the page has a form")
	return m[1]
}

// databases runs a test on both.
func databases(t *testing.T, f func(t *testing.T, where string)) {
	t.Run("SQLite", func(t *testing.T) { f(t, filepath.Join(t.TempDir(), "desk.db")) })
	t.Run("PostgreSQL", func(t *testing.T) {
		if testing.Short() {
			t.Skip("it starts a server")
		}
		f(t, pgtest.Start(t))
	})
}

func sqlite(t *testing.T) string { return filepath.Join(t.TempDir(), "desk.db") }

// TestRequest lives a request from its receipt to a late reply (GDPR 12(3)), with a
// restart in the middle, on either database.
func TestRequest(t *testing.T) {
	databases(t, func(t *testing.T, where string) {
		o := open(t, where, false)
		ada := o.enter("admin")
		status, page := ada.post("/requests", "name", "prot. 9001/2026", "right", "access", "received", "2/11/2026", "from", "Piero Fonte",
			"identified", "unknown", "channel", "pec")
		require.Equal(t, http.StatusOK, status, page)
		require.Contains(t, page, "2 dicembre 2026")
		require.Contains(t, page, "RGPD")

		status, page = ada.post("/requests/1/letters/ask_identity", "version", version(t, page), "day", "2026-11-23", "protocol", "9100/2026", "prompt", "sì",
			"says_doubts", "l'indirizzo non è quello che l'ente conosce", "says_needed", "una copia del documento", "send", "1")
		require.Equal(t, http.StatusOK, status, page)
		require.Contains(t, page, "Il termine è sospeso")
		require.Contains(t, page, "/requests/1/sent/0")
		require.Contains(t, ada.page("/requests/1/sent/0"), "non è quello che l'ente conosce", "the letter is kept as it was sent")

		o.stop() // in the middle of it
		o.start(where)
		o.at("2026-11-27")
		page = ada.page("/requests/1")
		require.Contains(t, page, "Il termine è sospeso", "nothing is lost, and the session holds")
		status, page = ada.post("/requests/1/answer", "version", version(t, page), "answered", "2026-11-27")
		require.Equal(t, http.StatusOK, status, page)
		require.NotContains(t, page, "Il termine è sospeso")

		o.at("2026-11-30")
		status, page = ada.post("/requests/1/letters/extension", "version", version(t, page), "day", "2026-11-30", "ground", "complexity",
			"says_why", "i fascicoli sono in tre archivi diversi", "send", "1")
		require.Equal(t, http.StatusOK, status, page)
		require.Contains(t, page, "Prorogata il")
		page2 := ada.page("/")
		require.Contains(t, page2, "prot. 9001/2026 · accesso")
		require.Contains(t, page2, `href="/requests/1/letters/granted"`, "the right letter is offered where the day stands")

		o.at("2027-02-20")
		page = ada.page("/requests/1")
		require.Contains(t, page, "scaduta")
		status, page = ada.post("/requests/1/reply", "version", version(t, page), "replied", "2027-02-20")
		require.Equal(t, http.StatusOK, status, page)
		require.Contains(t, page, "evasa in ritardo")
		require.Contains(t, page, `<li class="violation">`)
		require.Contains(t, ada.page("/findings"), "prot. 9001/2026")
		events := ada.page("/history")
		for _, done := range []string{"ha registrato la richiesta", "ha registrato la spedizione di una lettera", "ha registrato il riscontro"} {
			require.Contains(t, events, done)
		}
		require.Contains(t, ada.page("/history?verify=1"), "Catena intatta")
	})
}

// TestTwoClerks: who comes second is told who was first and what he did, and what
// he himself had typed.
func TestTwoClerks(t *testing.T) {
	o := open(t, sqlite(t), true)
	carla, marta := o.enter("carla"), o.enter("marta")
	seen := version(t, carla.page("/requests/5"))
	status, _ := marta.post("/requests/5/extend", "version", seen, "told", "2026-11-23", "ground", "complexity", "reasons", "tre archivi")
	require.Equal(t, http.StatusOK, status)
	status, page := carla.post("/requests/5/reply", "version", seen, "replied", "2026-11-20")
	require.Equal(t, http.StatusConflict, status)
	require.Contains(t, page, "Marta Leone")
	require.Contains(t, page, "tre archivi")
	require.Contains(t, page, "2026-11-20")
	page = carla.page("/requests/5")
	require.Contains(t, page, "Prorogata il")
	require.NotContains(t, page, "<dt>Riscontro</dt>")
}

// TestRoles: the officer reads everything and writes nothing, a clerk sees to no
// persons, and nobody gets in without a password.
func TestRoles(t *testing.T) {
	o := open(t, sqlite(t), true)
	stranger := o.enter("")
	for _, path := range []string{"/", "/requests/1", "/history", "/people", "/me"} {
		_, page := stranger.get(path)
		require.Contains(t, page, `name="password"`, path)
		require.NotContains(t, page, "prot. ", path)
	}
	status, page := stranger.post("/login", "login", "carla", "password", "wrong")
	require.Equal(t, http.StatusUnprocessableEntity, status)
	require.Contains(t, page, "non corretti")
	officer := o.enter("rpd")
	page = officer.page("/requests/5")
	require.NotContains(t, page, "Registra")
	status, _ = officer.post("/requests/5/reply", "version", "1", "replied", "2026-11-20")
	require.Equal(t, http.StatusForbidden, status)
	status, _ = o.enter("carla").get("/people")
	require.Equal(t, http.StatusForbidden, status)

	// Who is shut out has no session any more.
	require.Equal(t, http.StatusOK, func() int { s, _ := o.enter("admin").post("/people/4", "role", "officer"); return s }())
	_, page = officer.get("/requests/5")
	require.Contains(t, page, `name="password"`)
}

// TestGuards: headers, forms from elsewhere, too many calls, too many passwords.
func TestGuards(t *testing.T) {
	o := open(t, sqlite(t), true)
	ada := o.enter("admin")
	r, err := ada.client.Get(ada.url + "/")
	require.NoError(t, err)
	ada.read(r)
	require.Contains(t, r.Header.Get("Content-Security-Policy"), "default-src 'none'")
	require.NotContains(t, r.Header.Get("Content-Security-Policy"), "unsafe")
	cookie := ada.client.Jar.Cookies(r.Request.URL)
	require.Len(t, cookie, 1)

	forged, err := http.NewRequest("POST", ada.url+"/requests/5/reply", strings.NewReader("version=1&replied=2026-11-20"))
	require.NoError(t, err)
	forged.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	forged.Header.Set("Sec-Fetch-Site", "cross-site")
	r, err = ada.client.Do(forged)
	require.NoError(t, err)
	status, _ := ada.read(r)
	require.Equal(t, http.StatusForbidden, status)
	require.NotContains(t, ada.page("/requests/5"), "<dt>Riscontro</dt>")

	for i := range 12 {
		status, _ = o.enter("").post("/login", "login", "carla", "password", "wrong")
		if i >= 10 {
			require.Equal(t, http.StatusTooManyRequests, status)
		}
	}

	slow := httptest.NewServer(web.New(o.desk, web.Options{Rate: 1, Log: slog.New(slog.DiscardHandler)}))
	defer slow.Close()
	var last int
	for range 5 {
		r, err := http.Get(slow.URL + "/login")
		require.NoError(t, err)
		last = r.StatusCode
		r.Body.Close()
	}
	require.Equal(t, http.StatusTooManyRequests, last)
}

// TestForms: what can't be is said at its field, and nothing is recorded.
func TestForms(t *testing.T) {
	o := open(t, sqlite(t), false)
	ada := o.enter("admin")
	for _, c := range []struct{ field, value, says string }{
		{"received", "30/02/2026", "2026-02-28"},
		{"received", "2026-12-24", "giorno futuro"},
		{"received", "", "necessario"},
		{"right", "everything", "access"},
		{"name", " ", "necessario"},
		{"identified", "forse", "forse"},
		{"person", "99", "non è tra le persone"},
	} {
		form := map[string]string{"name": "prot. 1", "right": "access", "received": "2026-11-02", "from": "Piero Fonte", "identified": "sì", "person": "", c.field: c.value}
		var pairs []string
		for name, value := range form {
			pairs = append(pairs, name, value)
		}
		status, page := ada.post("/requests", pairs...)
		require.Equal(t, http.StatusUnprocessableEntity, status, c)
		require.Contains(t, page, c.says, c)
		require.Contains(t, page, `value="Piero Fonte"`, "what was typed stays")
	}
	require.NotContains(t, ada.page("/requests"), "prot. 1")
}

// TestEnglish: the other language is whole.
func TestEnglish(t *testing.T) {
	o := open(t, sqlite(t), true)
	ada := o.enter("admin")
	ada.post("/language", "language", "en", "back", "/requests")
	require.Contains(t, ada.page("/requests/5"), "Write the letter")
	_, page := ada.post("/language", "language", "it", "back", "//elsewhere.example")
	require.Contains(t, page, "Scadenze", "nobody is sent elsewhere")
}

// TestFeed: the calendar by its secret address has hours as hours and an alarm each.
func TestFeed(t *testing.T) {
	o := open(t, sqlite(t), true)
	_, page := o.enter("carla").post("/me/feed")
	m := regexp.MustCompile(`/feed/[A-Z0-9]+\.ics`).FindString(page)
	require.NotEmpty(t, m)
	program := o.enter("") // a calendar program has no session
	text := program.page(m)
	require.True(t, strings.HasPrefix(text, "BEGIN:VCALENDAR\r\n"))
	require.Equal(t, strings.Count(text, "BEGIN:VEVENT"), strings.Count(text, "BEGIN:VALARM"))
	require.Regexp(t, `DTEND:20261124T\d{6}Z`, text, "the breach of the sample: hours are hours")
	mine := program.page(m + "?mine=1")
	require.Less(t, strings.Count(mine, "BEGIN:VEVENT"), strings.Count(text, "BEGIN:VEVENT"))
	require.Contains(t, mine, "BEGIN:VEVENT")
	status, _ := program.get("/feed/AAAA.ics")
	require.Equal(t, http.StatusNotFound, status)
	o.enter("carla").post("/me/feed")
	status, _ = program.get(m)
	require.Equal(t, http.StatusNotFound, status, "the former address is dead")
}

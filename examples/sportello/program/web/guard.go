package web

import (
	"net/http"
	"strconv"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/b58db29f/gdpr/examples/sportello/program/store"
)

// headers sets what browsers are told with every page: nothing is loaded from
// elsewhere, no script stands in a page, no other site frames it.
func headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		next.ServeHTTP(w, r)
	})
}

// cached lets browsers keep what never changes while the program runs.
func cached(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "public, max-age=3600")
		next.ServeHTTP(w, r)
	})
}

// limits is how often each caller may call.
type limits struct {
	each  rate.Limit
	burst int

	mu  sync.Mutex
	all map[string]*rate.Limiter
}

func newLimits(each float64, burst int) *limits {
	return &limits{each: rate.Limit(each), burst: burst, all: map[string]*rate.Limiter{}}
}

// allow reports whether a caller may call now.
func (l *limits) allow(who string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.all) > 10_000 {
		for name, one := range l.all {
			if one.TokensAt(now) >= float64(l.burst) {
				delete(l.all, name) // it has had its rest
			}
		}
	}
	one := l.all[who]
	if one == nil {
		one = rate.NewLimiter(l.each, l.burst)
		l.all[who] = one
	}
	return one.AllowN(now, 1)
}

// limited holds every caller to the rate.
func (s *server) limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who := "address " + address(r)
		if id := s.sessions.GetInt64(r.Context(), personKey); id != 0 {
			who = "person " + strconv.FormatInt(id, 10)
		}
		if !s.calls.allow(who, time.Now()) {
			w.Header().Set("Retry-After", "2")
			http.Error(w, "Troppe richieste: riprovi tra poco. / Too many requests: try again shortly.", http.StatusTooManyRequests)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// CanWrite reports whether the person may change the papers.
func (v *visit) CanWrite() bool { return writer(v.Who.Role) }

// IsAdmin reports whether the person sees to the persons and the body.
func (v *visit) IsAdmin() bool { return v.Who.Role == store.Admin }

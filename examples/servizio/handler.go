package main

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/b58db29f/gdpr/wire"
)

// service answers over HTTP. It keeps nothing of what it is sent, and logs none of
// it: inputs are about people.
type service struct {
	options
	slots   chan struct{}
	schemas func() wire.Schemas
	calls   *prometheus.CounterVec
	seconds *prometheus.HistogramVec
}

// handler returns the service's handler.
func handler(o options) http.Handler {
	s := &service{options: o, slots: make(chan struct{}, o.parallel), schemas: sync.OnceValue(wire.ReadSchemas)}
	registry := prometheus.NewRegistry()
	s.calls = prometheus.NewCounterVec(prometheus.CounterOpts{Name: "gdpr_calls_total", Help: "Calls by function and code of HTTP."}, []string{"function", "code"})
	s.seconds = prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "gdpr_call_seconds", Help: "Time of a call, reading and writing left out.", Buckets: []float64{1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1}}, []string{"function"})
	registry.MustRegister(s.calls, s.seconds, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/{name}", s.call)
	mux.HandleFunc("GET /v1/{name}", s.schema)
	mux.HandleFunc("GET /v1", s.names)
	mux.HandleFunc("GET /openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		send(w, http.StatusOK, "application/json", wire.OpenAPI())
	})
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { send(w, http.StatusOK, "text/plain", []byte("ok\n")) })
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	return mux
}

func send(w http.ResponseWriter, status int, kind string, body []byte) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(body) // whoever asked may have gone
}

// refuse sends a problem.
func refuse(w http.ResponseWriter, p *wire.Problem) {
	send(w, p.Status, "application/problem+json", p.JSON())
}

// call answers a call.
func (s *service) call(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	default:
		w.Header().Set("Retry-After", "1")
		s.count(name, http.StatusServiceUnavailable)
		refuse(w, busy.in(r))
		return
	}
	input, p := s.body(w, r)
	if p != nil {
		s.count(name, p.Status)
		refuse(w, p)
		return
	}
	start := time.Now()
	output, err := wire.Call(name, input)
	if err != nil {
		var p *wire.Problem
		errors.As(err, &p)
		s.count(name, p.Status)
		refuse(w, p)
		return
	}
	s.seconds.WithLabelValues(name).Observe(time.Since(start).Seconds())
	s.count(name, http.StatusOK)
	send(w, http.StatusOK, "application/json", output)
}

// count counts an answer. A name that there isn't is counted as such, so that
// nobody fills the memory with names.
func (s *service) count(name string, code int) {
	if code != http.StatusOK && code != http.StatusUnprocessableEntity {
		name = "none"
	}
	s.calls.WithLabelValues(name, strconv.Itoa(code)).Inc()
}

// body reads the input, or tells what is wrong with it.
func (s *service) body(w http.ResponseWriter, r *http.Request) ([]byte, *wire.Problem) {
	if kind := r.Header.Get("Content-Type"); kind != "" {
		if kind, _, err := mime.ParseMediaType(kind); err != nil || kind != "application/json" {
			return nil, unsupported.in(r)
		}
	}
	input, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.most))
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		return nil, tooLong.in(r)
	case err != nil:
		return nil, broken.in(r)
	}
	return input, nil
}

func (s *service) names(w http.ResponseWriter, _ *http.Request) {
	var names []string
	for name := range wire.Functions() {
		names = append(names, name)
	}
	body, _ := json.Marshal(map[string]any{"version": wire.Version, "functions": names})
	send(w, http.StatusOK, "application/json", body)
}

func (s *service) schema(w http.ResponseWriter, r *http.Request) {
	of, ok := s.schemas().Of(r.PathValue("name"))
	if !ok {
		_, err := wire.Call(r.PathValue("name"), nil)
		var p *wire.Problem
		errors.As(err, &p)
		refuse(w, p)
		return
	}
	body, _ := json.Marshal(of)
	send(w, http.StatusOK, "application/json", body)
}

package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestHandler serves what a browser needs: the types, the compressed file to
// whoever takes it, the policy that forbids everything else.
func TestHandler(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"index.html": "page", "worker.js": "script", "desks.wasm": "library", "gdpr.wasm": "library", "desks.wasm.br": "packed"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	require.NoError(t, compress(filepath.Join(dir, "gdpr.wasm")))
	require.NoError(t, compress(filepath.Join(dir, "desks.wasm")))
	h := handler(dir)
	for _, c := range []struct{ path, accept, kind, encoding string }{
		{"/", "gzip, br", "text/html; charset=utf-8", ""},
		{"/worker.js", "gzip", "text/javascript; charset=utf-8", ""},
		{"/desks.wasm", "gzip, deflate, br", "application/wasm", "br"},
		{"/desks.wasm", "gzip", "application/wasm", "gzip"},
		{"/gdpr.wasm", "gzip, br", "application/wasm", "gzip"},
		{"/gdpr.wasm", "gzip", "application/wasm", "gzip"},
		{"/gdpr.wasm", "", "application/wasm", ""},
	} {
		r := httptest.NewRequest(http.MethodGet, c.path, nil)
		r.Header.Set("Accept-Encoding", c.accept)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		require.Equal(t, http.StatusOK, w.Code, c.path)
		require.Equal(t, c.kind, w.Header().Get("Content-Type"), c.path)
		require.Equal(t, c.encoding, w.Header().Get("Content-Encoding"), c.path)
		require.Equal(t, policy, w.Header().Get("Content-Security-Policy"))
		body, err := io.ReadAll(w.Body)
		require.NoError(t, err)
		require.NotEmpty(t, body)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/none", nil))
	require.Equal(t, http.StatusNotFound, w.Code)
}

// TestNothing is an error where there is nothing to do.
func TestNothing(t *testing.T) { require.Error(t, run(options{})) }

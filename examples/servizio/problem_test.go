package main

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/wire"
)

// TestProblem: the title is in the language of the request's header.
func TestProblem(t *testing.T) {
	for header, want := range map[string]string{
		"": "dati troppo lunghi", "it-IT,it;q=0.9,en;q=0.8": "dati troppo lunghi", "en-GB": "input too long", "de;q=0.9, en;q=0.5": "input too long", "zh": "dati troppo lunghi", "\x00;;": "dati troppo lunghi",
	} {
		r := httptest.NewRequest(http.MethodPost, "/", nil)
		r.Header.Set("Accept-Language", header)
		p := tooLong.in(r)
		require.Equal(t, want, p.Title, header)
		require.Equal(t, http.StatusRequestEntityTooLarge, p.Status)
		require.Equal(t, wire.CodeSize, p.Code)
	}
	for _, p := range []problem{unsupported, busy, tooLong, broken} {
		require.NotEmpty(t, p.it)
		require.NotEmpty(t, p.en)
	}
}

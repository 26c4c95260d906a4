package book_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/examples/scadenzario/book"
	"github.com/b58db29f/gdpr/rights"
)

// TestLetters: each request that is open has the letters that can be written about
// it on the day; no other row has any.
func TestLetters(t *testing.T) {
	c, err := comune.Parse(comune.Sample)
	require.NoError(t, err)
	b, err := book.New(c, time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), language.Italian)
	require.NoError(t, err)
	n := 0
	for _, r := range b.Rows {
		if len(r.Letters) == 0 {
			continue
		}
		n++
		require.Contains(t, r.Ref, "requests[")
		require.True(t, slices.Contains(r.Letters, rights.Granted))
	}
	require.Positive(t, n)
}

// Package wordtest checks what every enumeration of the module can do with its
// words. It is for tests alone.
package wordtest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

type word interface {
	comparable
	String() string
	Label(language.Tag) string
	MarshalText() ([]byte, error)
}

// Check reports where the values of an enumeration break its promise: each has a
// word of its own that is read back, and a label in both languages that isn't
// the key of a sentence that is missing; what has no word is refused both ways.
// None is a number that no value has.
func Check[T word, P interface {
	*T
	UnmarshalText([]byte) error
}](t testing.TB, none T, values ...T) {
	t.Helper()
	seen := map[string]bool{}
	for _, v := range values {
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, v.String(), string(text))
		require.False(t, seen[v.String()], "%s stands for two values", text)
		seen[v.String()] = true
		var back T
		require.NoError(t, P(&back).UnmarshalText(text))
		require.Equal(t, v, back)
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotEmpty(t, v.Label(tag))
			require.False(t, strings.Contains(v.Label(tag), "."), "%s has no label", text)
		}
	}
	require.Empty(t, none.String())
	require.Empty(t, none.Label(language.Italian))
	_, err := none.MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	var v T
	require.ErrorIs(t, P(&v).UnmarshalText([]byte("no such word")), gdpr.FaultName)
}

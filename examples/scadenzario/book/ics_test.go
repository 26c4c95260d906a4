package book

import (
	"bufio"
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestICSEscapesAndFolds(t *testing.T) {
	require.Equal(t, `SUMMARY:a\\b\; c\, d\ne\nf`, property("SUMMARY", "a\\b; c, d\ne\r\nf"))
	require.Equal(t, "SUMMARY:ab", property("SUMMARY", "a\x00\x1b\x7fb"))
	for _, s := range []string{strings.Repeat("x", 75), strings.Repeat("x", 76), strings.Repeat("è", 200), strings.Repeat("🏛", 100), "x" + strings.Repeat("è", 149)} {
		var b bytes.Buffer
		w := bufio.NewWriter(&b)
		writeLine(w, s)
		require.NoError(t, w.Flush())
		for _, line := range strings.Split(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			require.LessOrEqual(t, len(line), 75)
			require.True(t, utf8.ValidString(line))
		}
		require.Equal(t, s+"\r\n", strings.ReplaceAll(b.String(), "\r\n ", ""))
	}
}

package informativa

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWrap breaks between words, and within one that no line holds.
func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text string
		room int // at size 10
		want []string
	}{
		{"", 100, nil},
		{"  ", 100, nil},
		{"uno due", 100, []string{"uno due"}},
		{"uno due", 20, []string{"uno", "due"}},
		{"www.comune.it/privacy", 90, []string{"www.comune.it/", "privacy"}},
		{"WWWW", 5, []string{"W", "W", "W", "W"}},
		{"\xff\xff", 5, []string{"\xff", "\xff"}},
	} {
		require.Equal(t, c.want, wrap(c.text, c.room, 10, regular), c.text)
	}
}

// TestWrapFits fills a line to its end, and no further. At size 1000 the room is
// in the units of the letters' widths.
func TestWrapFits(t *testing.T) {
	room := width("uno due", regular)
	require.Equal(t, []string{"uno due"}, wrap("uno due", room, 1000, regular))
	require.Equal(t, []string{"uno", "due"}, wrap("uno due", room-1, 1000, regular))
	word := width("uno", regular)
	require.Equal(t, []string{"uno"}, wrap("uno", word, 1000, regular))
	require.Equal(t, []string{"un", "o"}, wrap("uno", word-1, 1000, regular))
	// A mark within the first third is no place to break at.
	third := width("a-", regular)
	require.Equal(t, "a-bbb", wrap("a-bbbbbbbb", 3*third, 1000, regular)[0])
	require.Equal(t, "a-", wrap("a-bbbbbbbb", 3*third-1, 1000, regular)[0])
}

// TestWrapIsLinear breaks a word of a million letters.
func TestWrapIsLinear(t *testing.T) {
	lines := wrap(strings.Repeat("o", 1<<20), 612*20, 1000, regular) // as wide as twenty
	require.Len(t, lines, (1<<20+19)/20)
}

func FuzzWrap(f *testing.F) {
	f.Add("Unione dei Comuni montani privacy@comune.example", uint16(300))
	f.Add("\xffé日本語 WWWWWWWW", uint16(12))
	f.Fuzz(func(t *testing.T, text string, room uint16) {
		lines := wrap(text, int(room), 10, bold)
		require.Equal(t, strings.Join(strings.Fields(text), ""), strings.ReplaceAll(strings.Join(lines, ""), " ", ""))
		for _, line := range lines {
			require.NotEmpty(t, line)
			if len([]rune(line)) > 1 {
				require.LessOrEqual(t, width(line, bold)*10, int(room)*1000)
			}
		}
	})
}

func TestWidth(t *testing.T) {
	require.Equal(t, width("perche", regular), width("perché", regular))
	require.Equal(t, width("perché", regular), width("perche\u0301", regular))
	require.Equal(t, 1000, width("日", bold))
	require.Equal(t, 348+838, width(" ~", bold))
}

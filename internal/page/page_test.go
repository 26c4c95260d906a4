package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/page"
)

func TestPage(t *testing.T) {
	p := page.New(language.Italian)
	require.Empty(t, p.String())
	p.Title(1, "Scheda")
	p.Field("Ente", "Comune di X & Y")
	p.Item("- uno")
	p.Text("Primo.\n1. secondo")
	p.Table([]string{"Voce", "Valore"}, [][]string{{"a|b", "uno\ndue"}})
	require.Equal(t, "# Scheda\n\n- **Ente**: Comune di X \\& Y\n- \\- uno\n\nPrimo.\n1\\. secondo\n\n| Voce | Valore |\n|---|---|\n| a\\|b | uno<br>due |\n", p.String())
}

func TestHostileTextStaysText(t *testing.T) {
	for given, want := range map[string]string{
		"<script>alert(1)</script>": `\<script\>alert(1)\</script\>`,
		"[a](javascript:x)":         `\[a\](javascript:x)`,
		"![x](y)":                   `\!\[x\](y)`,
		"# titolo":                  `\# titolo`,
		"--- \n x":                  `\--- x`,
		"12) dodici":                `12\) dodici`,
		"12":                        "12",
		"a\u202eb\x00c":             "abc",
		"&lt;b&gt;":                 `\&lt;b\&gt;`,
		" a\t b ":                   "a b",
		"":                          "",
	} {
		require.Equal(t, want, page.Inline(given), "%q", given)
	}
	require.Equal(t, "a\n\\- b", page.Block("a\r\n- b"))
}

// FuzzInline: no mark of Markdown or HTML is left without its backslash, and the
// text is one line.
func FuzzInline(f *testing.F) {
	for _, s := range []string{"", "<b>", "- a\n- b", "1. a", "\\", "\u202e", "a|b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := page.Inline(s)
		require.NotContains(t, got, "\n")
		bare := strings.NewReplacer(`\\`, "", `\<`, "", `\>`, "", `\[`, "", `\]`, "", `\|`, "", `\&`, "", "\\`", "", `\*`, "", `\_`, "", `\#`, "").Replace(got)
		require.False(t, strings.ContainsAny(bare, "<>[]|&`*_#"), "%q: %q", s, got)
	})
}

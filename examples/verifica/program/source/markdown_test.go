package source

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"paragraphs", "<p>uno\n due</p><p>tre", "uno due\n\ntre"},
		{"divs", "<div>uno<div>due</div></div>tre", "uno\n\ndue\n\ntre"},
		{"inline", "<p>il <b>tito</b>lare<i> del</i> trattamento", "il titolare del trattamento"},
		{"headings", "<h1>A</h1><h3>B <i>c</i><br>d</h3>e", "# A\n\n### B c d\n\ne"},
		{"heading with blocks", "<h2><div>A</div><p>b</p></h2>", "## A b"},
		{"empty heading", "<h2> </h2><p>a", "a"},
		{"list", "<p>diritto di:<ul><li>accesso</li><li><p>rettifica</p><p>e altro</p></li><li></li></ul>b", "diritto di:\n\n- accesso\n- rettifica\n\ne altro\n\nb"},
		{"numbered", "<ol><li>a<ul><li>b</ul><li>c</ol>", "1. a\n- b\n2. c"},
		{"item with a heading", "<ul><li><h3>A</h3>b</ul>", "### A\n\nb"},
		{"definitions", "<dl><dt>Titolare<dd>il Comune<dt>RPD<dd>Bianca Neri</dl>", "Titolare\nil Comune\nRPD\nBianca Neri"},
		{"table", "<table><tr><th>Titolare<td><p>il Comune</p><p>via Roma</p><tr><td><td>x<td>y<br>z</table>", "| Titolare | il Comune via Roma\n| x | y z"},
		{"layout", "<table><tr><td><h2>A</h2><p>b</p><td><ul><li>c</ul></table>", "## A\n\nb\n\n- c"},
		{"one column", "<table><tr><td><p>a</p><p>b</p></table>", "a\n\nb"},
		{"table in a table", "<table><tr><td>x<td><table><tr><td>a<td>b</table></table>", "x\n\n| a | b"},
		{"list in a cell of a heading", "<h2><ul><li>a<li>b</ul></h2>", "## a b"},
		{"line breaks", "a<br>b<br><br><br>c<hr>d", "a\nb\nc\n\nd"},
		{"preformatted", "<pre>a\n  b\n\n\n\nc</pre>", "a\nb\n\nc"},
		{"references", "l&rsquo;art. 13 &amp; 14 &lt;b&gt; 5&nbsp;anni", "l’art. 13 & 14 <b> 5\u00a0anni"},
		{"skipped", "<script>a</script><style>b</style><nav>c</nav><p>d<select><option>e</select><button>f</button><template>g</template><svg><text>h</text></svg><noscript>i</noscript><iframe>j</iframe>", "d"},
		{"roles", "<div role=dialog>a</div><div role=navigation>b</div><div role=contentinfo>c</div>d", "d"},
		{"main alone", "<p>a<main><header>b</header>c<footer>d</footer></main><p>e", "b\n\nc\n\nd"},
		{"role main", "a<div role=main>b</div>c", "b"},
		{"two mains", "<main>a</main><main>b</main>", "a\n\nb"},
		{"site's header and footer", "<header>a</header><article><header>b</header>c<footer>d</footer></article><footer>e</footer>", "b\n\nc\n\nd"},
		{"mailto", `scriva <a href="mailto:rpd@comune.example?subject=x">qui</a> o <a href="MAILTO:a@b.example">A@B.example</a>`, "scriva qui (rpd@comune.example) o A@B.example"},
		{"tel", `<a href="tel:+390999123456">0999 123456</a>, <a href="tel:0999 7">ufficio</a>`, "0999 123456, ufficio (0999 7)"},
		{"links", `<a href="https://example.org">qui</a> <a>là</a>`, "qui là"},
		{"comment", "<!-- a -->b", "b"},
		{"title", "<title>a</title>b", "b"},
		{"text alone", "a & b", "a & b"},
		{"nothing", "", ""},
	} {
		got, err := markdown(c.page)
		require.NoError(t, err)
		require.Equal(t, c.want, got, c.name)
	}
}

// FuzzMarkdown: no page makes it panic; the text is clean, and pages that hold
// it again give it again.
func FuzzMarkdown(f *testing.F) {
	f.Add("<h1>a<ul><li>b<table><tr><td>c<td><pre>d\n\n")
	f.Add("<main><dl><dt><ol><li></main><p><a href=mailto:x>")
	f.Add("<table><tr><td><table><tr><td><h2><tr>")
	f.Fuzz(func(t *testing.T, page string) {
		page = strings.ToValidUTF8(page, "")
		text, err := markdown(page)
		if err != nil {
			require.Empty(t, text)
			return
		}
		require.True(t, utf8.ValidString(text))
		require.Equal(t, strings.Trim(text, " \t\n\r\f"), text)
		require.NotContains(t, text, "\n\n\n")
		require.NotContains(t, text, "  ")
		require.NotContains(t, text, " \n")
	})
}

package main

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/informativa"
)

// parts are all the elements and attributes that the page is made of: what is
// none of them came in from outside.
var parts = map[string]string{
	"html": "lang", "head": "", "meta": "charset name content http-equiv", "title": "", "style": "", "body": "",
	"header": "", "nav": "aria-label", "main": "", "article": "id aria-labelledby", "footer": "", "h1": "", "h2": "id", "h3": "id", "h4": "",
	"p": "class", "ul": "class", "li": "id", "a": "id href title aria-label", "span": "class", "code": "", "q": "", "b": "",
	"table": "class role aria-labelledby", "thead": "role", "tbody": "role", "tr": "role id", "th": "role scope class", "td": "role class data-label",
	"div": "class lang", "mark": "",
}

// inspect reads a page as a browser does and asserts what holds of every one.
// It returns the texts that the page shows.
func inspect(t *testing.T, page []byte) (texts []string) {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	require.NoError(t, err)
	ids, links := map[string]bool{}, map[string]bool{}
	level := 0
	for n := range root.Descendants() {
		switch n.Type {
		case html.CommentNode:
			require.Fail(t, "a comment", n.Data)
		case html.ElementNode:
			allowed, ok := parts[n.Data]
			require.True(t, ok, "<%s>", n.Data)
			for _, a := range n.Attr {
				require.Contains(t, strings.Fields(allowed), a.Key, "<%s>", n.Data)
			}
			if id := attribute(n, "id"); id != "" {
				require.False(t, ids[id], "two %s", id)
				ids[id] = true
			}
			if href := attribute(n, "href"); href != "" {
				require.Equal(t, byte('#'), href[0], href)
				links[href[1:]] = true
			}
			if n.Data[0] == 'h' && len(n.Data) == 2 && n.Data != "hr" {
				now := int(n.Data[1] - '0')
				require.LessOrEqual(t, now, level+1, "a level of headings is left out")
				level = now
			}
			if attribute(n, "class") == "text" {
				texts = append(texts, content(n))
			}
		}
	}
	for link := range links {
		require.True(t, ids[link], "nothing is called %s", link)
	}
	return texts
}

// content is the text in an element without the signs of the marks.
func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Parent.DataAtom != atom.A {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func TestPage(t *testing.T) {
	for _, lang := range []string{"it", "en"} {
		out, _, code := program("", "-format", "html", "-lang", lang)
		require.Equal(t, 1, code)
		require.True(t, strings.HasPrefix(out, "<!doctype html>\n<html lang=\""+lang+"\">"))
		require.Equal(t, []string{string(sample)}, inspect(t, []byte(out)))
		require.NotRegexp(t, `(?i)https?://|url\(|@import|<script|<link|<img`, out, "nothing from elsewhere")
		require.Contains(t, out, `<meta name="viewport" content="width=device-width, initial-scale=1">`)
		require.Contains(t, out, "@media print")
		for e := range informativa.Elements() {
			require.Contains(t, out, html.EscapeString(e.Label(language.Make(lang))))
			for i := range slices.Collect(informativa.Scan(sample).Evidence(e)) {
				require.Contains(t, out, fmt.Sprintf(`<a id="n1-e%d-%d" href="#n1-e%d"`, e, i+1, e))
			}
		}
	}
}

// TestPageOfHostileInput: what is read stays text, wherever it is shown.
func TestPageOfHostileInput(t *testing.T) {
	hostile := `</div><script>alert(1)</script><img src=x onerror=alert(1)> "' &lt; <!-- --> {{.Name}} ` + "\x00\x1b\u202e"
	text := string(sample) + "\nTitolare del trattamento: Comune di " + hostile + " e-mail a<b>@x.example\r\nfine\r"
	name := hostile + ".txt"
	r := report{Context: informativa.Comune(), tag: language.Italian}
	r.add(name, []byte(text), nil)
	r.add(name, nil, fmt.Errorf("%s", hostile))
	r.add(name, []byte(strings.Repeat("the right of the ", 9)+hostile), nil)
	var out bytes.Buffer
	require.NoError(t, writePage(&out, r, false))
	require.Equal(t, []string{strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd", "\x1b", "\ufffd", "\u202e", "\ufffd").Replace(text)}, inspect(t, out.Bytes()))
	require.NotContains(t, out.String(), "<script")
	require.NotContains(t, out.String(), "<img")
}

// TestColours: text on its ground has the contrast of WCAG 2.2, level AA.
func TestColours(t *testing.T) {
	colours := map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6})`).FindAllStringSubmatch(pageStyle, -1) {
		colours[m[1]] = m[2]
	}
	for _, pair := range [][2]string{
		{"ink", "paper"}, {"ink", "soft"}, {"ink", "bad"}, {"ink", "doubt"}, {"ink", "mark"},
		{"quiet", "paper"}, {"quiet", "soft"}, {"link", "paper"}, {"link", "soft"}, {"link", "bad"}, {"link", "doubt"}, {"paper", "link"},
		{"good-ink", "good"}, {"bad-ink", "bad"},
	} {
		require.GreaterOrEqual(t, contrast(colours[pair[0]], colours[pair[1]]), 4.5, pair)
	}
	for _, pair := range [][2]string{{"rule", "paper"}, {"mark-rule", "mark"}, {"mark-rule", "paper"}, {"doubt-ink", "paper"}, {"bad-ink", "paper"}} {
		require.GreaterOrEqual(t, contrast(colours[pair[0]], colours[pair[1]]), 3.0, pair)
	}
	require.InDelta(t, 21, contrast("#000000", "#ffffff"), 0.001)
}

// contrast is the ratio of WCAG 2.2.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func luminance(colour string) float64 {
	var sum float64
	for i, weight := range []float64{.2126, .7152, .0722} {
		v, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return math.NaN()
		}
		c := float64(v) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

// FuzzPage: whatever is read, the page is the page, and shows the text as it is.
func FuzzPage(f *testing.F) {
	f.Add("</div><script>", "a")
	f.Add("Titolare del trattamento\x00: <b>Comune</b>", "\"><b>")
	f.Fuzz(func(t *testing.T, text, name string) {
		r := report{Context: informativa.Comune(), tag: language.English}
		r.add(name+".txt", append(bytes.Clone(sample), text...), nil)
		r.add(name, []byte(text), nil)
		var out bytes.Buffer
		require.NoError(t, writePage(&out, r, false))
		var want []string
		for _, n := range r.Notices {
			if len(n.Elements) > 0 {
				want = append(want, shown(n.text))
			}
		}
		require.Equal(t, want, inspect(t, out.Bytes()))
	})
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

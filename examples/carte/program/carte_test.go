package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/boombuler/barcode/qr"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/examples/comune"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func sampled(t *testing.T, tag language.Tag) []paper {
	t.Helper()
	c, err := comune.Parse(comune.Sample)
	require.NoError(t, err)
	papers, err := sample(c, tag)
	require.NoError(t, err)
	return papers
}

// TestTenLetters: the ten letters of the invented Comune are as they were read
// aloud, and lack nothing.
func TestTenLetters(t *testing.T) {
	for _, tag := range []language.Tag{language.Italian, language.English} {
		n := 0
		for _, p := range sampled(t, tag) {
			if !strings.HasPrefix(p.name, "lettera-") {
				continue
			}
			n++
			require.NotContains(t, p.markdown, "da completare", p.name)
			require.NotContains(t, p.markdown, "to complete", p.name)
			if tag != language.Italian {
				continue
			}
			path := filepath.Join("testdata", p.name+".it.md")
			if *update {
				require.NoError(t, os.MkdirAll("testdata", 0o755))
				require.NoError(t, os.WriteFile(path, []byte(p.markdown), 0o644))
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err)
			require.Equal(t, string(want), p.markdown)
		}
		require.Equal(t, 10, n)
	}
}

// TestEveryPaper: each paper comes in its formats, under a name of its own, and
// each document is one that a reader of XML reads and has the words of the paper.
func TestEveryPaper(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range sampled(t, language.Italian) {
		require.False(t, seen[p.name], p.name)
		seen[p.name] = true
		files, err := p.files()
		require.NoError(t, err)
		require.Contains(t, files, p.name+".html")
		if p.drawing != "" {
			require.Contains(t, files, p.name+"-a3.html")
			require.Contains(t, string(files[p.name+"-a3.html"]), "size: A3")
			continue
		}
		require.Contains(t, string(files[p.name+".html"]), "size: A4")
		body := documentText(t, files[p.name+".docx"])
		for _, word := range []string{"Comune di Roccasilvana"} {
			require.Contains(t, body, word, p.name)
		}
	}
	for _, kind := range []string{"lettera-01-acknowledgement", "violazione-01", "notifica-01", "comunicazione-01-1", "prevalutazione-1", "valutazione-1", "atto-manager-1", "atto-processor-1", "atto-officer-1", "registro", "informativa-ztl", "cartello"} {
		require.True(t, seen[kind], "%s of %v", kind, seen)
	}
}

// documentText returns the words of a document, in which every part is XML.
func documentText(t *testing.T, document []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	require.NoError(t, err)
	var words strings.Builder
	for _, f := range archive.File {
		if !strings.HasSuffix(f.Name, ".xml") && !strings.HasSuffix(f.Name, ".rels") {
			continue
		}
		r, err := f.Open()
		require.NoError(t, err)
		d := xml.NewDecoder(r)
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err, f.Name)
			if text, ok := token.(xml.CharData); ok && f.Name == "word/document.xml" {
				words.Write(text)
			}
		}
	}
	return words.String()
}

// TestHostileTextStaysText: what people write runs nothing and opens nothing, in
// a page or in a document.
func TestHostileTextStaysText(t *testing.T) {
	hostile := "# a\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> testo <b>x</b><br>y\n\n[qui](javascript:alert(1)) ![p](https://evil.example/x.png) <https://evil.example>\n\n" +
		"| a | b |\n|---|---|\n| <i>x</i> | \\<script\\> &lt;script&gt; |\n\n    <style>\n\n```\n</code></pre><script>2</script>\n```\n\nfine \x00\x0b & w:p </w:t></w:r>{onclick=alert(1)}\n\n## T {onclick=alert(2) class=z}\n"
	p := paper{name: "x", title: "</title><script>3</script>", tag: language.Italian, markdown: hostile}
	files, err := p.files()
	require.NoError(t, err)
	page := string(files["x.html"])
	_, body, _ := strings.Cut(page, "<main>")
	for _, tag := range regexp.MustCompile(`<[^>]*>`).FindAllString(body, -1) {
		require.Regexp(t, `^</?(h1|h2|p|br /|table|thead|tbody|tr|th|td|pre|code|main|body|html)>$`, tag, "no other tag, and none with an attribute")
	}
	require.Contains(t, page, "&lt;script&gt;alert(1)&lt;/script&gt;")
	require.Contains(t, page, "default-src 'none'")
	require.Contains(t, page, "<br />")
	words := documentText(t, files["x.docx"])
	require.Contains(t, words, "<script>alert(1)</script>")
	require.Contains(t, words, "</w:t></w:r>")
	archive, err := zip.NewReader(bytes.NewReader(files["x.docx"]), int64(len(files["x.docx"])))
	require.NoError(t, err)
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, ".rels") {
			r, err := f.Open()
			require.NoError(t, err)
			data, err := io.ReadAll(r)
			require.NoError(t, err)
			require.NotContains(t, string(data), "evil.example")
		}
	}
	s := camera()
	s.Impacts = "</text><script>alert(1)</script>"
	svg, err := coded(s, language.Italian)
	require.NoError(t, err)
	require.NotContains(t, svg, "<script")
	require.NotContains(t, paragraphs("<b>", "1. a\n- b\n\n# c <i>"), "\n# c")
	require.Equal(t, "# \\<b\\>\n\n1\\. a\\\n\\- b\n\n", strings.SplitAfterN(paragraphs("<b>", "1. a\n- b\n\n# c"), "\n\n", 3)[0]+strings.SplitAfterN(paragraphs("<b>", "1. a\n- b\n\n# c"), "\n\n", 3)[1])
}

// TestCode: the code on the sign is that of the full text's address, with a quiet
// zone of four modules; without an address there is none.
func TestCode(t *testing.T) {
	s := camera()
	require.Empty(t, s.Check(0))
	svg, err := coded(s, language.Italian)
	require.NoError(t, err)
	code, err := qr.Encode(s.FullText, qr.M, qr.Auto)
	require.NoError(t, err)
	dark := 0
	for y := range code.Bounds().Dy() {
		for x := range code.Bounds().Dx() {
			if r, _, _, _ := code.At(x, y).RGBA(); r == 0 {
				dark++
			}
		}
	}
	require.Equal(t, dark, strings.Count(svg, "h1v1h-1z"))
	require.Contains(t, svg, `viewBox="-4 -4`)
	require.NoError(t, xml.Unmarshal([]byte(svg), new(struct{ XMLName xml.Name })))
	s.FullText = "ufficio relazioni con il pubblico"
	svg, err = coded(s, language.Italian)
	require.NoError(t, err)
	require.Equal(t, s.SVG(language.Italian), svg)
}

// TestRun: the program writes the papers of the Comune, or of files, and says which.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	var out, errs bytes.Buffer
	require.Equal(t, printed, run([]string{"-to", dir}, &out, &errs), errs.String())
	require.FileExists(t, filepath.Join(dir, "registro.docx"))
	require.FileExists(t, filepath.Join(dir, "cartello.html"))
	require.True(t, slices.Contains(strings.Split(out.String(), "\n"), filepath.Join(dir, "registro.html")))

	own := filepath.Join(dir, "mia.md")
	require.NoError(t, os.WriteFile(own, []byte("# Mia\n\nSaluti"), 0o644))
	to := filepath.Join(dir, "b")
	require.Equal(t, printed, run([]string{"-to", to, "-landscape", own}, &out, &errs))
	page, err := os.ReadFile(filepath.Join(to, "mia.html"))
	require.NoError(t, err)
	require.Contains(t, string(page), "A4 landscape")

	for _, args := range [][]string{nil, {"-to", to, "-lang", "fr"}, {"-x"}, {"-to", to, "none.md"}, {"-to", to, own, own}, {"-to", own}} {
		require.Equal(t, failed, run(args, io.Discard, &errs), "%v", args)
	}
	require.Equal(t, printed, run([]string{"-h"}, io.Discard, &errs))
}

package main

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// tree is a text of Markdown that has been read.
type tree struct {
	root   ast.Node
	source []byte
}

// parse reads Markdown with tables.
func parse(markdown string) tree {
	source := []byte(markdown)
	return tree{reader().Parser().Parse(text.NewReader(source)), source}
}

func reader() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(rawAsText{}, 1)), html.WithXHTML()),
	)
}

// isBreak reports whether raw HTML is the one tag that the library's tables have.
func isBreak(raw string) bool {
	switch strings.ReplaceAll(strings.ToLower(raw), " ", "") {
	case "<br>", "<br/>":
		return true
	}
	return false
}

// rawAsText writes raw HTML as the text that it is, save a break of the line.
type rawAsText struct{}

// RegisterFuncs says for which nodes it writes.
func (rawAsText) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindRawHTML, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		raw := rawText(n.(*ast.RawHTML).Segments, source)
		if isBreak(raw) {
			_, err := w.WriteString("<br />")
			return ast.WalkSkipChildren, err
		}
		_, err := w.Write(util.EscapeHTML([]byte(raw)))
		return ast.WalkSkipChildren, err
	})
	r.Register(ast.KindHTMLBlock, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		_, err := w.WriteString("<p>" + string(util.EscapeHTML([]byte(blockText(n.(*ast.HTMLBlock), source)))) + "</p>\n")
		return ast.WalkSkipChildren, err
	})
	r.Register(ast.KindAutoLink, func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		_, err := w.Write(util.EscapeHTML(n.(*ast.AutoLink).Label(source)))
		return ast.WalkContinue, err
	})
	for _, kind := range []ast.NodeKind{ast.KindImage, ast.KindLink} { // papers have no pictures or links from elsewhere: their words stay
		r.Register(kind, func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) { return ast.WalkContinue, nil })
	}
}

func rawText(segments *text.Segments, source []byte) string {
	var b strings.Builder
	for i := range segments.Len() {
		s := segments.At(i)
		b.Write(s.Value(source))
	}
	return b.String()
}

// blockText returns the text of a block of raw HTML, its last line with it.
func blockText(n *ast.HTMLBlock, source []byte) string {
	raw := rawText(n.Lines(), source)
	if n.HasClosure() {
		raw += string(n.ClosureLine.Value(source))
	}
	return strings.TrimSpace(raw)
}

// escaped returns a plain text as Markdown that stays text.
func escaped(plain string) string {
	var b strings.Builder
	for _, r := range plain {
		if r < 128 && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// paragraphs returns a plain text, whose paragraphs are apart by blank lines, as
// Markdown; the first line of all is its title.
func paragraphs(title, plain string) string {
	var b strings.Builder
	b.WriteString("# " + escaped(title) + "\n\n")
	for p := range strings.SplitSeq(plain, "\n\n") {
		lines := strings.Split(strings.TrimSpace(p), "\n")
		for i, l := range lines {
			lines[i] = escaped(strings.TrimSpace(l))
		}
		b.WriteString(strings.Join(lines, "\\\n") + "\n\n")
	}
	return b.String()
}

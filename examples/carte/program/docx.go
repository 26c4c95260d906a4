package main

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/gomutex/godocx"
	"github.com/gomutex/godocx/docx"
	"github.com/gomutex/godocx/wml/ctypes"
	"github.com/gomutex/godocx/wml/stypes"
	"github.com/yuin/goldmark/ast"
	table "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// docxDocument returns a paper as a document of Office Open XML, which word
// processors open and change.
func docxDocument(p paper, t tree) ([]byte, error) {
	doc, err := godocx.NewDocument()
	if err != nil {
		return nil, err
	}
	w := writer{doc: doc, source: t.source, width: textWidth}
	if p.wide {
		w.width = wideWidth
	}
	sheet(doc, p.wide)
	for n := t.root.FirstChild(); n != nil; n = n.NextSibling() {
		if err := w.block(n); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	err = doc.Write(&out)
	return out.Bytes(), err
}

// The sheet, in twentieths of a point: A4 with margins of 22 and 20 mm, or lying
// on its side with 14 mm.
const (
	a4Width, a4Height = 11906, 16838
	sideMargin        = 1134
	topMargin         = 1247
	wideMargin        = 794
	textWidth         = a4Width - 2*sideMargin
	wideWidth         = a4Height - 2*wideMargin
)

// sheet sets the paper's size, and plain styles in place of the template's blue.
func sheet(doc *docx.RootDoc, wide bool) {
	width, height, side, top := uint64(a4Width), uint64(a4Height), sideMargin, topMargin
	size := &ctypes.PageSize{Width: &width, Height: &height}
	if wide {
		width, height, side, top = height, width, wideMargin, wideMargin
		size.Orient = stypes.PageOrientLandscape
	}
	doc.Document.Body.SectPr = &ctypes.SectionProp{PageSize: size, PageMargin: &ctypes.PageMargin{Left: &side, Right: &side, Top: &top, Bottom: &top}}
}

// writer writes the blocks of a text into a document.
type writer struct {
	doc    *docx.RootDoc
	source []byte
	width  int
}

const face = "Liberation Serif"

func (w *writer) block(n ast.Node) error {
	switch n := n.(type) {
	case *ast.Heading:
		p := w.doc.AddEmptyParagraph()
		p.Style("Heading" + string(rune('0'+n.Level)))
		w.inline(p, n, format{bold: true, size: [...]uint64{0, 17, 14, 12, 12, 12, 12}[n.Level], heading: true})
	case *ast.List:
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			w.item(item, n.IsOrdered())
		}
	case *table.Table:
		w.table(n)
	case *ast.HTMLBlock:
		w.doc.AddEmptyParagraph().AddText(printable(blockText(n, w.source))).Font(face)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		w.doc.AddEmptyParagraph().AddText(printable(rawText(n.Lines(), w.source))).Font("Liberation Mono")
	case *ast.Blockquote:
		for child := n.FirstChild(); child != nil; child = child.NextSibling() {
			if err := w.block(child); err != nil {
				return err
			}
		}
	case *ast.ThematicBreak:
		w.doc.AddEmptyParagraph()
	default:
		p := w.doc.AddEmptyParagraph()
		p.Spacing(0, 140)
		w.inline(p, n, format{size: 11})
	}
	return nil
}

// item writes an item of a list, and the lists within it.
func (w *writer) item(item ast.Node, ordered bool) {
	style := "ListBullet"
	if ordered {
		style = "ListNumber"
	}
	for child := item.FirstChild(); child != nil; child = child.NextSibling() {
		if list, ok := child.(*ast.List); ok {
			for inner := list.FirstChild(); inner != nil; inner = inner.NextSibling() {
				w.item(inner, list.IsOrdered())
			}
			continue
		}
		p := w.doc.AddEmptyParagraph()
		p.Style(style)
		w.inline(p, child, format{size: 11})
	}
}

func (w *writer) table(n *table.Table) {
	columns := len(n.Alignments)
	if columns == 0 {
		return
	}
	t := w.doc.AddTable()
	t.Style("TableGrid")
	t.Width(w.width, stypes.TableWidthDxa)
	widths := make([]uint64, columns)
	for i := range widths {
		widths[i] = uint64(w.width / columns)
	}
	t.Grid(widths...)
	size := uint64(9)
	if columns > 6 {
		size = 7
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, head := row.(*table.TableHeader)
		r := t.AddRow()
		rows := t.GetCT().RowContents
		// A row stays on one page; the headings stand on each.
		rows[len(rows)-1].Row.Property = &ctypes.RowProperty{CantSplit: ctypes.OnOffFromBool(true), Header: ctypes.OnOffFromBool(head)}
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			c := r.AddCell()
			c.Width(w.width/columns, stypes.TableWidthDxa)
			if head {
				c.BackgroundColor("EEEEEE")
			}
			p := c.AddEmptyPara()
			p.Spacing(0, 0)
			w.inline(p, cell, format{bold: head, size: size})
		}
	}
	w.doc.AddEmptyParagraph()
}

// format is how a run of text looks.
type format struct {
	bold, italic, code, heading bool
	size                        uint64 // in points
}

// inline writes what stands within a block.
func (w *writer) inline(p *docx.Paragraph, n ast.Node, f format) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch c := child.(type) {
		case *ast.Text:
			w.run(p, string(util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(c.Value(w.source))))), f)
			switch {
			case c.HardLineBreak():
				p.AddRun().AddBreak(nil)
			case c.SoftLineBreak():
				w.run(p, " ", f)
			}
		case *ast.String:
			w.run(p, string(c.Value), f)
		case *ast.RawHTML:
			if raw := rawText(c.Segments, w.source); isBreak(raw) {
				p.AddRun().AddBreak(nil)
			} else {
				w.run(p, raw, f)
			}
		case *ast.Emphasis:
			g := f
			g.bold, g.italic = g.bold || c.Level == 2, g.italic || c.Level == 1
			w.inline(p, c, g)
		case *ast.CodeSpan:
			g := f
			g.code = true
			w.inline(p, c, g)
		case *ast.AutoLink:
			w.run(p, string(c.Label(w.source)), f)
		default: // links and pictures: their words
			w.inline(p, c, f)
		}
	}
}

func (w *writer) run(p *docx.Paragraph, text string, f format) {
	if text = printable(text); text == "" {
		return
	}
	r := p.AddText(text).Font(face).Size(f.size).Bold(f.bold).Italic(f.italic)
	if f.code {
		r.Font("Liberation Mono")
	}
	if f.heading {
		r.Color("000000")
	}
}

// printable drops what XML can't hold.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, text)
}

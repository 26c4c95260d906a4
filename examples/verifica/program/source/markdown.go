package source

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// markdown draws the text from a page of HTML as a reader sees it: paragraphs
// parted by empty lines, headings and items of lists with the marks of Markdown,
// by which they are told from running text. If the page says which part of it is
// the main one, that alone is read; navigation, banners and dialogues, such as
// those on cookies, are no part of the notice.
func markdown(page string) (string, error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", Problem{IT: "HTML illeggibile: " + err.Error(), EN: "HTML that can't be read: " + err.Error()}
	}
	var d drawer
	if m := mainPart(root); m != nil {
		d.children(m)
	} else {
		d.site = true
		d.children(root)
	}
	return d.out.String(), nil
}

// mainPart returns the main element of a page that has exactly one.
func mainPart(root *html.Node) *html.Node {
	var found *html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (n.DataAtom == atom.Main || attribute(n, "role") == "main") {
			if found != nil {
				return nil
			}
			found = n
		}
	}
	return found
}

// drawer writes the text. Blanks, line ends and marks wait until there is text
// after them.
type drawer struct {
	out    strings.Builder
	breaks int    // line ends to write before the next text
	blank  bool   // a blank to write before the next text
	mark   string // of a heading or item that begins
	lists  []list
	pre    int  // depth of elements that keep their line ends
	flat   int  // depth of headings and rows of tables: written on one line
	site   bool // the header and footer of the site are among what is read
}

// list is a list that is open; numbers count from next.
type list struct {
	ordered bool
	next    int
}

func (d *drawer) children(n *html.Node) {
	for c := range n.ChildNodes() {
		switch c.Type {
		case html.TextNode:
			d.text(c.Data)
		case html.ElementNode:
			d.element(c)
		}
	}
}

func (d *drawer) element(n *html.Node) {
	if d.skips(n) {
		return
	}
	switch n.DataAtom {
	case atom.Br:
		d.line(1)
	case atom.Hr:
		d.line(2)
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		d.heading(n)
	case atom.Li:
		d.block(n, 1, d.item())
	case atom.Ul, atom.Ol, atom.Menu, atom.Dl:
		d.lists = append(d.lists, list{ordered: n.DataAtom == atom.Ol, next: 1})
		breaks := 1
		if len(d.lists) == 1 {
			breaks = 2
		}
		d.block(n, breaks, "")
		d.lists = d.lists[:len(d.lists)-1]
	case atom.Dt, atom.Dd:
		d.block(n, 1, "")
	case atom.Tr:
		d.row(n)
	case atom.Pre:
		d.pre++
		d.block(n, 2, "")
		d.pre--
	case atom.A:
		before := d.out.Len()
		d.children(n)
		d.address(attribute(n, "href"), d.out.String()[before:])
	default:
		switch {
		case !blocks[n.DataAtom]:
			d.children(n)
		case n.DataAtom == atom.P || len(d.lists) == 0:
			d.block(n, 2, "")
		default:
			d.block(n, 1, "")
		}
	}
}

// heading writes a heading with its mark.
func (d *drawer) heading(n *html.Node) {
	if d.flat > 0 {
		d.block(n, 1, "")
		return
	}
	d.line(2)
	d.mark = strings.Repeat("#", int(n.Data[1]-'0')) + " "
	d.flat++
	d.children(n)
	d.flat--
	d.mark = ""
	d.line(2)
}

// block writes an element that stands on lines of its own.
func (d *drawer) block(n *html.Node, breaks int, mark string) {
	if d.flat > 0 {
		mark = ""
	}
	if d.mark == "" || mark != "" { // else the first block within an item: on its line
		d.line(breaks)
		d.mark = mark
	}
	d.children(n)
	if mark != "" {
		d.mark = "" // of an item without text
	}
	d.line(breaks)
}

func (d *drawer) line(breaks int) {
	if d.flat > 0 {
		d.blank = true
		return
	}
	d.breaks = max(d.breaks, breaks)
}

// row writes the row of a table on one line, its cells parted by bars. Tables
// that only lay out a page, by their headings, lists and tables within, are
// written as the blocks that they hold.
func (d *drawer) row(n *html.Node) {
	cells, layout := 0, false
	for c := range n.Descendants() {
		switch c.DataAtom {
		case atom.Td, atom.Th:
			cells++
		case atom.Table, atom.Ul, atom.Ol, atom.Dl, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			layout = true
		}
	}
	if d.flat == 0 && (layout || cells < 2) {
		for c := range n.ChildNodes() {
			d.block(c, 2, "")
		}
		return
	}
	d.line(1)
	d.flat++
	d.mark = "| "
	for c := range n.ChildNodes() {
		d.children(c)
		if d.mark == "" {
			d.mark = " | " // of the next cell that has text
		}
	}
	d.mark = ""
	d.flat--
	d.line(1)
}

// item returns the mark of the next item of the innermost list.
func (d *drawer) item() string {
	if len(d.lists) == 0 || !d.lists[len(d.lists)-1].ordered {
		return "- "
	}
	l := &d.lists[len(d.lists)-1]
	l.next++
	return strconv.Itoa(l.next-1) + ". "
}

// text writes text with its blanks run together.
func (d *drawer) text(s string) {
	for s != "" {
		i := strings.IndexAny(s, " \t\n\f\r")
		if i != 0 {
			word := s
			if i > 0 {
				word = s[:i]
			}
			d.word(word)
			s = s[len(word):]
			continue
		}
		if d.pre > 0 && d.flat == 0 && s[0] == '\n' {
			d.breaks++
		}
		d.blank = true
		s = s[1:]
	}
}

func (d *drawer) word(w string) {
	if d.out.Len() > 0 {
		d.out.WriteString("\n\n"[:min(d.breaks, 2)])
		if d.breaks == 0 && d.blank && d.mark == "" {
			d.out.WriteByte(' ')
		}
	}
	d.out.WriteString(d.mark)
	d.out.WriteString(w)
	d.breaks, d.blank, d.mark = 0, false, ""
}

// address writes the mailbox or number behind a link that doesn't show it: the
// reader has it by a click.
func (d *drawer) address(link, shown string) {
	scheme, rest, ok := strings.Cut(link, ":")
	if !ok || !strings.EqualFold(scheme, "mailto") && !strings.EqualFold(scheme, "tel") {
		return
	}
	to, _, _ := strings.Cut(rest, "?")
	squeeze := strings.NewReplacer(" ", "", ".", "", "-", "", "/", "", "\u00a0", "")
	if bare := squeeze.Replace(strings.ToLower(to)); bare != "" && !strings.Contains(squeeze.Replace(strings.ToLower(shown)), strings.TrimPrefix(bare, "+39")) {
		d.blank = true
		d.text("(" + to + ")")
	}
}

// skips tells whether an element is no text of the notice.
func (d *drawer) skips(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Dialog,
		atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Audio, atom.Video, atom.Canvas,
		atom.Button, atom.Select, atom.Textarea, atom.Datalist:
		return true
	case atom.Header, atom.Footer:
		return d.site && !within(n, atom.Article, atom.Section, atom.Main)
	}
	switch attribute(n, "role") {
	case "navigation", "dialog", "alertdialog", "search":
		return true
	case "banner", "contentinfo":
		return d.site
	}
	return false
}

func within(n *html.Node, elements ...atom.Atom) bool {
	for a := range n.Ancestors() {
		for _, e := range elements {
			if a.DataAtom == e {
				return true
			}
		}
	}
	return false
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

// blocks are the elements that stand on lines of their own, besides those that
// are written in a manner of theirs.
var blocks = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true,
	atom.Caption: true, atom.Center: true, atom.Details: true, atom.Div: true, atom.Fieldset: true, atom.Figcaption: true,
	atom.Figure: true, atom.Footer: true, atom.Form: true, atom.Header: true, atom.Html: true, atom.Legend: true,
	atom.Main: true, atom.P: true, atom.Section: true, atom.Summary: true, atom.Table: true,
	atom.Tbody: true, atom.Tfoot: true, atom.Thead: true,
}

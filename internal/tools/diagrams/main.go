// Command diagrams draws what people would rather look at than read, as SVG in
// Italian and English, into docs. It runs in the root of the module. The dates in
// them are the library's own answers.
//
// The drawings have no colour of their own where the reader's will do: letters
// and lines are dark on a light page and light on a dark one.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

// lang is a language of the drawings: an index of each pair of words.
type lang int

const (
	it lang = iota
	en
)

func (l lang) String() string { return [...]string{"it", "en"}[l] }

// words are a label in Italian and in English.
type words [2]string

func main() {
	for _, l := range []lang{it, en} {
		request, err := requestLife(l)
		if err != nil {
			log.Fatal(err)
		}
		for name, svg := range map[string]string{"request": request, "notice": noticeReading(l), "regimes": regimeLayers(l)} {
			if err := os.WriteFile(filepath.Join("docs", fmt.Sprintf("%s.%s.svg", name, l)), []byte(svg), 0o644); err != nil {
				log.Fatal(err)
			}
		}
	}
}

// canvas is a drawing in the making.
type canvas struct {
	b             strings.Builder
	width, height int
}

// style is one for all drawings: ink and paper change places on a dark page.
const style = `<style>
text{font-family:Arial,Helvetica,sans-serif;font-size:15px;fill:#17324d}
.small{font-size:13px}
.bold{font-weight:bold}
.line{stroke:#17324d;stroke-width:2;fill:none}
.thin{stroke:#17324d;stroke-width:1;fill:none}
.box{stroke:#17324d;stroke-width:1.5;fill:#e6ecf2}
.a{fill:#cfe3f7}.b{fill:#d9eeda}.c{fill:#fbe9c8}.d{fill:#f3d9e2}
.bar{fill:#0066cc}.pause{fill:#b86e00}.more{fill:#008055}
@media (prefers-color-scheme:dark){
text{fill:#f0f4f8}
.line,.thin,.box{stroke:#c3d0dc}
.box{fill:#22303c}
.a{fill:#12385c}.b{fill:#1d4424}.c{fill:#553d10}.d{fill:#52222f}
.bar{fill:#66b0ff}.pause{fill:#ffb84d}.more{fill:#4dd2a1}
}
</style>
`

func newCanvas(width, height int, title string) *canvas {
	c := &canvas{width: width, height: height}
	fmt.Fprintf(&c.b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="title">`+"\n", width, height, width, height)
	fmt.Fprintf(&c.b, "<title id=\"title\">%s</title>\n%s", title, style)
	fmt.Fprint(&c.b, `<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10" class="thin"/></marker></defs>`+"\n")
	return c
}

func (c *canvas) String() string { return c.b.String() + "</svg>\n" }

// text writes lines one under the other; anchor is start, middle or end.
func (c *canvas) text(x, y int, anchor, class string, lines ...string) {
	for i, line := range lines {
		fmt.Fprintf(&c.b, `<text x="%d" y="%d" text-anchor="%s" class="%s">%s</text>`+"\n", x, y+18*i, anchor, class, line)
	}
}

func (c *canvas) rect(x, y, w, h int, class string) {
	fmt.Fprintf(&c.b, `<rect x="%d" y="%d" width="%d" height="%d" rx="4" class="%s"/>`+"\n", x, y, w, h, class)
}

func (c *canvas) line(x1, y1, x2, y2 int, class string) {
	fmt.Fprintf(&c.b, `<line x1="%d" y1="%d" x2="%d" y2="%d" class="%s"/>`+"\n", x1, y1, x2, y2, class)
}

func (c *canvas) arrow(x1, y1, x2, y2 int) {
	fmt.Fprintf(&c.b, `<line x1="%d" y1="%d" x2="%d" y2="%d" class="line" marker-end="url(#arrow)"/>`+"\n", x1, y1, x2, y2)
}

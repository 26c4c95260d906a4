package informativa

import (
	"encoding/xml"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// The sheet has the shape of A4, four units to the millimetre.
const (
	sheetWidth  = 840
	sheetHeight = 1188
	margin      = 48
	headHeight  = 360
	footPadding = 28

	largestText  = 34 // 8.5 mm
	smallestText = 17 // 4.25 mm: below that a sign isn't read from a step away
)

// SVG draws the sign as a picture of the shape of an A4 sheet, black on white,
// with the text in the language that [gdpr.Match] picks for tag. A camera shows
// what it is about, and a sign in a corner of it whether images are recorded or
// only watched. The text wraps, and shrinks to fit the sheet down to a size that
// can still be read; a sheet that can't hold it at that size grows longer.
//
// The picture has a title and a description for anyone who doesn't see it, which say
// all that it shows. It needs no font, script or style from elsewhere, and can
// stand in a page by itself or with others. What the sign doesn't say isn't
// drawn.
//
// Law: Regolamento 24(2); Regolamento 24(4); EDPB 3/2019 113; EDPB 3/2019 114; GDPR 12(7).
func (s Sign) SVG(tag language.Tag) string { return s.draw(tag, &picture{size: largestText}) }

// Room is a square of a picture that is left blank, in the units of its viewBox.
type Room struct {
	X    int `json:"x"`
	Y    int `json:"y"`
	Size int `json:"size"`
}

// SVGWithRoom draws the sign as [Sign.SVG] does, and leaves room for a code that
// leads to the full text (a QR code), within the box that says where it is: a
// square of 46 mm on A4. What stands there, the caller draws, with its quiet zone
// of four modules. A sign without a pointer to the full text has no room, and the
// Room is zero.
//
//	svg, room := sign.SVGWithRoom(language.Italian)
//	code := fmt.Sprintf(`<svg x="%d" y="%d" width="%d" height="%[3]d" viewBox="…">…</svg>`, room.X, room.Y, room.Size)
//	svg = strings.Replace(svg, "</svg>", code+"</svg>", 1)
//
// Law: Regolamento 24(2); EDPB 3/2019 114.
func (s Sign) SVGWithRoom(tag language.Tag) (svg string, room Room) {
	if clean(s.FullText) == "" {
		return s.SVG(tag), Room{}
	}
	p := picture{size: largestText, room: codeSize}
	svg = s.draw(tag, &p)
	return svg, p.place
}

// codeSize is the side of the room for a code: 46 mm.
const codeSize = 184

func (s Sign) draw(tag language.Tag, p *picture) string {
	tag = gdpr.Match(tag)
	rows := s.rows(tag)
	full := clean(s.FullText)
	height := p.fit(rows, full)

	title := catalog.Text(tag, "informativa.sign.title")
	name := title
	if given(s.Controller.Name) {
		name += ": " + clean(s.Controller.Name)
	}
	fmt.Fprintf(&p.b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" xml:lang="%s" lang="%[3]s" font-family="Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">`+"\n", sheetWidth, height, tag)
	fmt.Fprintf(&p.b, "<title>%s</title>\n<desc>%s</desc>\n", escape(name), escape(s.describe(tag)))
	fmt.Fprintf(&p.b, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", sheetWidth, height)
	fmt.Fprintf(&p.b, `<rect x="12" y="12" width="%d" height="%d" rx="28" fill="none" stroke="#000" stroke-width="8"/>`+"\n", sheetWidth-24, height-24)
	p.head(title, s.state(tag), s.Recorded)
	p.rows(rows)
	p.foot(catalog.Text(tag, "informativa.sign.full-text.label"), full, height)
	p.b.WriteString("</svg>\n")
	return p.b.String()
}

// row is a label with the paragraphs that stand below it.
type row struct {
	label string
	paras []string
}

// rows are what the sign says, in the order of the guidelines.
func (s Sign) rows(tag language.Tag) []row {
	var rows []row
	add := func(what string, paras ...string) {
		if paras = cleanAll(paras); len(paras) > 0 {
			rows = append(rows, row{catalog.Text(tag, "informativa.sign."+what+".label"), paras})
		}
	}
	add("controller", s.Controller.Name, s.Controller.ways())
	add("dpo", s.DPO.Name, s.DPO.ways())
	add("purpose", s.Purposes...)
	if s.Recorded == gdpr.Yes && lasts(s.Term) {
		add("term", catalog.Text(tag, "informativa.sign.term.text", s.Term.Label(tag)))
	}
	add("impacts", s.Impacts)
	add("recipients", s.Recipients...)
	add("laws", s.Laws...)
	if s.Rights {
		exercise := ""
		if given(s.Exercise) {
			exercise = catalog.Text(tag, "informativa.sign.exercise.text", clean(s.Exercise))
		}
		add("rights", catalog.Text(tag, "informativa.sign.rights.text"), exercise)
	}
	return rows
}

// state says whether images are recorded, or "" if that isn't known.
func (s Sign) state(tag language.Tag) string {
	switch s.Recorded {
	case gdpr.Yes:
		return catalog.Text(tag, "informativa.sign.recorded.yes")
	case gdpr.No:
		return catalog.Text(tag, "informativa.sign.recorded.no")
	}
	return ""
}

// describe says in sentences all that the sign shows.
func (s Sign) describe(tag language.Tag) string {
	parts := []string{catalog.Text(tag, "informativa.sign.picture")}
	if state := s.state(tag); state != "" {
		parts = append(parts, state)
	}
	for _, r := range s.rows(tag) {
		parts = append(parts, r.label+": "+strings.TrimSuffix(strings.Join(r.paras, "; "), "."))
	}
	if given(s.FullText) {
		parts = append(parts, catalog.Text(tag, "informativa.sign.full-text.label")+": "+clean(s.FullText))
	}
	return strings.Join(parts, ". ") + "."
}

// legible reports whether the text fits the sheet at a size that can be read, in
// both languages.
func (s Sign) legible() bool {
	for _, tag := range [...]language.Tag{language.Italian, language.English} {
		p := picture{size: largestText}
		if p.fit(s.rows(tag), clean(s.FullText)) > sheetHeight {
			return false
		}
	}
	return true
}

// picture is the drawing of a sign.
type picture struct {
	b    strings.Builder
	size int // of the text
	y    int // the lowest line drawn

	room  int  // the side of the square for a code; 0 for none
	place Room // where it came to stand
}

const textWidth = sheetWidth - 2*margin

// fit chooses the largest size of text with which the sheet holds the rows and
// the pointer to the full text, and returns the height of the sheet: that of A4,
// or more where even the smallest size needs more.
func (p *picture) fit(rows []row, full string) int {
	for ; ; p.size-- {
		height := headHeight + p.gap() + footPadding + p.footHeight(full)
		for _, r := range rows {
			height += p.labelHeight() + p.gap()
			for _, para := range r.paras {
				height += len(wrap(para, textWidth, p.size, regular)) * p.lineHeight()
			}
		}
		if height <= sheetHeight || p.size == smallestText {
			return max(height, sheetHeight)
		}
	}
}

func (p *picture) lineHeight() int  { return p.size * 5 / 4 }
func (p *picture) labelHeight() int { return p.size * 12 / 10 }
func (p *picture) gap() int         { return p.size / 2 }

// footHeight is the height of the box that points to the full text.
func (p *picture) footHeight(full string) int {
	if full == "" {
		return 0
	}
	text := p.labelHeight() + len(wrap(full, p.fullWidth(), p.size, bold))*p.lineHeight() + p.gap()/2
	return 2*p.gap() + max(text, p.room) - p.gap()/2 + margin
}

// fullWidth is how wide the pointer to the full text is.
func (p *picture) fullWidth() int {
	if p.room == 0 {
		return textWidth - 2*margin
	}
	return textWidth - 2*margin - p.room
}

// head draws the black band with the camera, the title and the state.
func (p *picture) head(title, state string, recorded gdpr.Answer) {
	fmt.Fprintf(&p.b, `<path d="M12 %d V40 Q12 12 40 12 H%d Q%d 12 %[3]d 40 V%[1]d Z" fill="#000"/>`+"\n", headHeight-36, sheetWidth-40, sheetWidth-12)
	p.b.WriteString(camera)
	switch recorded {
	case gdpr.Yes:
		p.b.WriteString(recordedMark)
	case gdpr.No:
		p.b.WriteString(liveMark)
	}
	p.centred(strings.ToUpper(title), headHeight-96, 58, "#fff")
	p.centred(state, headHeight-56, 28, "#fff")
	p.y = headHeight
}

// centred draws one bold line, smaller where it wouldn't fit.
func (p *picture) centred(text string, y, size int, fill string) {
	if text == "" {
		return
	}
	for size > smallestText && width(text, bold)*size > textWidth*1000 {
		size--
	}
	fmt.Fprintf(&p.b, `<text x="%d" y="%d" font-size="%d" font-weight="bold" text-anchor="middle" fill="%s">%s</text>`+"\n", sheetWidth/2, y, size, fill, escape(text))
}

func (p *picture) rows(rows []row) {
	for _, r := range rows {
		p.y += p.labelHeight()
		p.text(r.label, margin, bold)
		for _, para := range r.paras {
			for _, line := range wrap(para, textWidth, p.size, regular) {
				p.y += p.lineHeight()
				p.text(line, margin, regular)
			}
		}
		p.y += p.gap()
	}
}

// foot draws the box that points to the full text, at the lower edge.
func (p *picture) foot(label, full string, height int) {
	if full == "" {
		return
	}
	top := height - p.footHeight(full) + p.gap()
	fmt.Fprintf(&p.b, `<rect x="%d" y="%d" width="%d" height="%d" rx="14" fill="none" stroke="#000" stroke-width="4"/>`+"\n",
		margin, top, textWidth, height-margin-top+p.gap()/2)
	p.y = top + p.gap()/2
	if p.room > 0 {
		bottom := height - margin + p.gap()/2
		p.place = Room{sheetWidth - margin - margin/2 - p.room, top + (bottom-top-p.room)/2, p.room}
	}
	p.y += p.labelHeight()
	p.text(label, 2*margin, regular)
	for _, line := range wrap(full, p.fullWidth(), p.size, bold) {
		p.y += p.lineHeight()
		p.text(line, 2*margin, bold)
	}
}

func (p *picture) text(line string, x int, face *[95]uint16) {
	weight := ""
	if face == bold {
		weight = ` font-weight="bold"`
	}
	fmt.Fprintf(&p.b, `<text x="%d" y="%d" font-size="%d"%s>%s</text>`+"\n", x, p.y, p.size, weight, escape(line))
}

// The camera on its arm, and the marks of recording (a disc, as on a recorder's
// button) and of watching (an eye).
const (
	camera = `<g fill="#fff" transform="translate(412 100) scale(0.84)">
<g transform="rotate(14)"><path d="M-132 -46 H54 L74 -34 V34 L54 46 H-132 Q-146 46 -146 32 V-32 Q-146 -46 -132 -46 Z"/><path d="M88 -40 L132 -56 V56 L88 40 Z"/></g>
<path d="M-72 42 L-48 48 L-66 96 H-152 V128 H-180 V34 H-152 V72 H-82 Z"/>
</g>
`
	recordedMark = `<g transform="translate(676 106)"><circle r="52" fill="none" stroke="#fff" stroke-width="8"/><circle r="32" fill="#fff"/></g>
`
	liveMark = `<g transform="translate(676 106)"><path d="M-62 0 Q0 -70 62 0 Q0 70 -62 0 Z" fill="none" stroke="#fff" stroke-width="8"/><circle r="19" fill="#fff"/></g>
`
)

func escape(s string) string {
	var b strings.Builder
	// A strings.Builder never fails; what XML can't hold becomes U+FFFD.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

package main

import (
	"bytes"
	_ "embed"
	"html/template"
)

//go:embed page.css
var style string

// page is the frame of every page. It loads nothing, and no script may run in it.
var page = template.Must(template.New("page").Parse(`<!doctype html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>{{.Title}}</title>
<style>
@page { size: {{.Size}}; margin: {{.Margin}}; }
{{.Style}}</style>
</head>
<body class="{{.Class}}">
<main>
{{.Body}}</main>
</body>
</html>
`))

type frame struct {
	Lang, Title, Class string
	Size, Margin       template.CSS
	Style              template.CSS
	Body               template.HTML
}

func (f frame) bytes() ([]byte, error) {
	var b bytes.Buffer
	f.Style = template.CSS(style)
	err := page.Execute(&b, f)
	return b.Bytes(), err
}

// htmlPage returns a paper as a page to print.
func htmlPage(p paper, t tree) ([]byte, error) {
	var body bytes.Buffer
	if err := reader().Renderer().Render(&body, t.source, t.root); err != nil {
		return nil, err
	}
	f := frame{Lang: p.tag.String(), Title: p.title, Class: "paper", Size: "A4", Margin: "22mm 20mm", Body: template.HTML(body.String())}
	if p.wide {
		f.Class, f.Size, f.Margin = "paper wide", "A4 landscape", "14mm"
	}
	return f.bytes()
}

// poster returns a drawing that fills a sheet.
func poster(p paper, size string) []byte {
	f := frame{Lang: p.tag.String(), Title: p.title, Class: "poster " + size, Size: template.CSS(size), Margin: "0", Body: template.HTML(p.drawing)}
	out, err := f.bytes()
	if err != nil { // a template of this program, with texts alone
		panic(err)
	}
	return out
}

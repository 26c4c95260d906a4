package main

import "golang.org/x/text/language"

// paper is one paper: Markdown, or a drawing that fills its page.
type paper struct {
	name     string // of its files
	title    string
	tag      language.Tag
	markdown string
	drawing  string // an SVG in place of the Markdown
	a3       bool   // the drawing also on A3
	wide     bool   // on a page that lies on its side
}

// files returns the paper in its formats, by the names of the files.
func (p paper) files() (map[string][]byte, error) {
	if p.drawing != "" {
		files := map[string][]byte{p.name + ".html": poster(p, "A4")}
		if p.a3 {
			files[p.name+"-a3.html"] = poster(p, "A3")
		}
		return files, nil
	}
	tree := parse(p.markdown)
	page, err := htmlPage(p, tree)
	if err != nil {
		return nil, err
	}
	document, err := docxDocument(p, tree)
	if err != nil {
		return nil, err
	}
	return map[string][]byte{p.name + ".md": []byte(p.markdown), p.name + ".html": page, p.name + ".docx": document}, nil
}

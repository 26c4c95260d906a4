package main

import (
	"encoding/json"
	"io"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/scadenzario/book"
)

// writeJSON writes the book as one JSON object.
func writeJSON(w io.Writer, b book.Book, _ bool) error {
	found := []finding{}
	for _, f := range b.Findings {
		found = append(found, finding{f, b.Subject(f.Where), f.Message(b.Tag), f.Fine().Provision()})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(struct {
		Comune   string     `json:"comune"`
		On       date.Date  `json:"on"`
		Rows     []book.Row `json:"deadlines"`
		Findings []finding  `json:"findings"`
	}{b.Comune, b.On, b.Rows, found})
}

// finding is one of the library's, with what people call the thing it is about,
// its words, and the tier of fine of what is infringed.
type finding struct {
	gdpr.Finding
	Subject string         `json:"subject,omitempty"`
	Message string         `json:"message"`
	Fine    gdpr.Provision `json:"fine,omitempty"`
}

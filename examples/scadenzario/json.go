package main

import (
	"encoding/json"
	"io"
)

// writeJSON writes the book as one JSON object.
func writeJSON(w io.Writer, b book, _ bool) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(b)
}

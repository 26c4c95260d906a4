package main

import (
	"encoding/json"
	"io"
)

// writeJSON writes the report as one JSON object.
func writeJSON(w io.Writer, r report, _ bool) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

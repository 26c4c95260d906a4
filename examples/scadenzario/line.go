package main

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// lineOf returns the line of the field at path in a JSON text that is known to
// be well formed, or that of the nearest thing around it that is there: a field
// that is missing has no line of its own. It returns 0 for the empty path.
func lineOf(data []byte, path string) int {
	if path == "" {
		return 0
	}
	d := json.NewDecoder(bytes.NewReader(data))
	best, at := 0, int64(0)
	var walk func(here string)
	walk = func(here string) {
		if len(here) >= best && below(path, here) {
			best, at = len(here), d.InputOffset()
		}
		token, err := d.Token()
		if err != nil {
			return
		}
		switch token {
		case json.Delim('{'):
			for d.More() {
				name, err := d.Token()
				if err != nil {
					return
				}
				if here == "" {
					walk(name.(string))
				} else {
					walk(here + "." + name.(string))
				}
			}
			_, _ = d.Token()
		case json.Delim('['):
			for i := 0; d.More(); i++ {
				walk(here + "[" + strconv.Itoa(i) + "]")
			}
			_, _ = d.Token()
		}
	}
	walk("")
	rest := bytes.TrimLeft(data[at:], " \t\r\n:,")
	return 1 + bytes.Count(data[:len(data)-len(rest)], []byte{'\n'})
}

// below reports whether path is here or lies in it.
func below(path, here string) bool {
	rest, ok := strings.CutPrefix(path, here)
	return ok && (here == "" || rest == "" || rest[0] == '.' || rest[0] == '[')
}

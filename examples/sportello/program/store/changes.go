package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// FieldChange is a change of one value of a document: where, and what it was and is.
type FieldChange struct {
	Path string `json:"path"`
	Old  string `json:"old,omitempty"`
	New  string `json:"new,omitempty"`
}

// Diff returns as JSON what differs between two documents, value by value.
func Diff(before, after []byte) (string, error) {
	old, err := leaves(before)
	if err != nil {
		return "", err
	}
	now, err := leaves(after)
	if err != nil {
		return "", err
	}
	var all []FieldChange
	for _, path := range slices.Sorted(maps.Keys(now)) {
		if old[path] != now[path] {
			all = append(all, FieldChange{path, old[path], now[path]})
		}
	}
	for _, path := range slices.Sorted(maps.Keys(old)) {
		if _, ok := now[path]; !ok {
			all = append(all, FieldChange{path, old[path], ""})
		}
	}
	text, err := json.Marshal(all)
	return string(text), err
}

// Changes reads what Diff wrote.
func Changes(detail string) []FieldChange {
	var all []FieldChange
	_ = json.Unmarshal([]byte(detail), &all) // a detail that is no list has no changes
	return all
}

// leaves returns the values of a document by their paths; what isn't known has none.
func leaves(document []byte) (map[string]string, error) {
	all := map[string]string{}
	if len(document) == 0 {
		return all, nil
	}
	var v any
	if err := json.Unmarshal(document, &v); err != nil {
		return nil, err
	}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, value := range v {
				if path != "" {
					name = path + "." + name
				}
				walk(name, value)
			}
		case []any:
			for i, value := range v {
				walk(fmt.Sprintf("%s[%d]", path, i), value)
			}
		case nil:
		default:
			all[path] = fmt.Sprint(v)
		}
	}
	walk("", v)
	return all, nil
}

package register

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// Change is one difference between two versions of a register.
//
// Law: Regolamento 16(1); GDPR 5(2).
type Change struct {
	Op    Op     `json:"op"`
	Where string `json:"where"`         // path by ids: "activities[registry].purposes[population register].norm"
	Old   string `json:"old,omitempty"` // of a value that changed or was removed; of an entry, its JSON
	New   string `json:"new,omitempty"`
}

// Op is what happened to a value or to an entry of a list. The zero value is not
// given.
type Op uint8

// The operations.
//
//words:label register.op
const (
	Added   Op = iota + 1 // added
	Removed               // removed
	Changed               // changed
)

// Diff tells what changed from one version of a register to the next: the
// history that lets a Comune show what its register said, and when. Entries of
// lists are matched by what identifies them (an activity's id, a purpose's
// text), so that moving one is no change. Changes come in the order of the new
// version, and what was removed after the rest of its list. It is nil if nothing
// changed.
//
// Law: Regolamento 16(1); GDPR 5(2); GDPR 24(1).
func Diff(before, after Register) []Change {
	var d differ
	d.value("", reflect.ValueOf(before), reflect.ValueOf(after))
	return d.changes
}

type differ struct{ changes []Change }

// keyed is an entry of a list that has an identity.
type keyed interface{ key() string }

func (p Party) key() string     { return first(p.ID, p.Name) }
func (o Office) key() string    { return o.Name }
func (a Activity) key() string  { return first(a.ID, a.Name) }
func (s Service) key() string   { return first(s.ID, s.Controller.Name) }
func (p Purpose) key() string   { return p.Text }
func (d Data) key() string      { return d.Text }
func (r Recipient) key() string { return r.Name }
func (t Transfer) key() string  { return first(t.Country, t.Organisation) }

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func (d *differ) value(path string, before, after reflect.Value) {
	switch {
	case leaf(before.Type()):
		if before.Equal(after) {
			return
		}
		op := Changed
		switch {
		case before.IsZero():
			op = Added
		case after.IsZero():
			op = Removed
		}
		d.changes = append(d.changes, Change{op, path, text(before), text(after)})
	case before.Kind() == reflect.Slice:
		d.list(path, before, after)
	case before.Kind() == reflect.Struct:
		for i := range before.NumField() {
			field := before.Type().Field(i)
			name := jsonName(field)
			if path != "" {
				name = path + "." + name
			}
			d.value(name, before.Field(i), after.Field(i))
		}
	}
}

// list matches the entries of two lists by their keys, the n-th of one key with
// the n-th of the same.
func (d *differ) list(path string, before, after reflect.Value) {
	old := make(map[string]reflect.Value, before.Len())
	oldKeys := keys(before)
	for i, key := range oldKeys {
		old[key] = before.Index(i)
	}
	kept := make(map[string]bool, after.Len())
	for i, key := range keys(after) {
		place := path + "[" + key + "]"
		entry, ok := old[key]
		if !ok {
			d.changes = append(d.changes, Change{Op: Added, Where: place, New: text(after.Index(i))})
			continue
		}
		kept[key] = true
		d.value(place, entry, after.Index(i))
	}
	for i, key := range oldKeys {
		if !kept[key] {
			d.changes = append(d.changes, Change{Op: Removed, Where: path + "[" + key + "]", Old: text(before.Index(i))})
		}
	}
}

// keys returns a key for each entry of a list, with its number after it where an
// earlier one has the same.
func keys(list reflect.Value) []string {
	seen := make(map[string]int, list.Len())
	keys := make([]string, list.Len())
	for i := range keys {
		key := ""
		switch entry := list.Index(i).Interface().(type) {
		case keyed:
			key = entry.key()
		case string:
			key = entry
		}
		// A number after a key must not make it another entry's key.
		key = strings.ReplaceAll(key, "#", "##")
		seen[key]++
		if n := seen[key]; n > 1 {
			key += "#" + strconv.Itoa(n)
		}
		keys[i] = key
	}
	return keys
}

var (
	textType = reflect.TypeFor[encoding.TextMarshaler]()
)

// leaf reports whether values of the type are written as one JSON value.
func leaf(t reflect.Type) bool {
	return t.Implements(textType) || t.Kind() != reflect.Struct && t.Kind() != reflect.Slice
}

// text returns a value as the history shows it: a text as it is, anything else
// as JSON. What can't be written, an enumeration's value without a word, shows
// as its number.
func text(v reflect.Value) string {
	switch {
	case v.IsZero():
		return ""
	case v.Kind() == reflect.String:
		return v.String()
	}
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		if b, err := m.MarshalText(); err == nil {
			return string(b)
		}
		return strconv.FormatUint(v.Uint(), 10)
	}
	b, err := json.Marshal(v.Interface())
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// jsonName returns the name of a field in JSON.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

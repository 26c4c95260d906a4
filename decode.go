package gdpr

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/rickb777/date/v2"
)

// Decode reads JSON into the value that v points to, strictly: it is for the
// facts and documents of this library, which people write and maintain by hand.
// encoding/json alone would pass over a misspelt field, keep the last of two
// equal ones, and take 30 February for 2 March.
//
// What Decode doesn't accept is an [*InputError] with the field's path and its
// line: a field that the type doesn't have, or that it writes in other case
// ([FaultName], with the valid ones), a field given twice ([FaultDuplicate]), a
// value of another kind, text that isn't JSON or isn't UTF-8 ([FaultSyntax]), a
// date that doesn't exist ([FaultRange]), an unknown word of an enumeration
// ([FaultName]). A null leaves a field as if it were not given. On an error, v is
// as it was.
func Decode(data []byte, v any) error {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return &InputError{Value: fmt.Sprintf("%T", v), Fault: FaultSyntax, Other: "pointer"}
	}
	if !utf8.Valid(data) {
		return &InputError{Fault: FaultSyntax, Other: "UTF-8", Line: line(data, invalidAt(data))}
	}
	r := reader{data: data, json: json.NewDecoder(bytes.NewReader(data)), fields: map[reflect.Type]map[string]reflect.Type{}}
	if err := r.value("", target.Type().Elem()); err != nil {
		return err
	}
	if _, err := r.json.Token(); !errors.Is(err, io.EOF) {
		return r.fault("", "", FaultSyntax, "EOF")
	}
	// A fresh value: json.Unmarshal would keep what v had in fields not given.
	read := reflect.New(target.Type().Elem())
	if err := json.Unmarshal(data, read.Interface()); err != nil {
		return r.wrap("", "", err)
	}
	target.Elem().Set(read.Elem())
	return nil
}

// reader walks a JSON text along the type that it is read into.
type reader struct {
	data   []byte
	json   *json.Decoder
	fields map[reflect.Type]map[string]reflect.Type
}

var (
	dateType        = reflect.TypeFor[date.Date]()
	timeType        = reflect.TypeFor[time.Time]()
	jsonUnmarshaler = reflect.TypeFor[json.Unmarshaler]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// value checks the next value against the type t.
func (r *reader) value(path string, t reflect.Type) error {
	for t.Kind() == reflect.Pointer && !reads(t) {
		t = t.Elem()
	}
	next := r.peek()
	switch {
	case reads(t) || next != '{' && next != '[':
	case t.Kind() == reflect.Struct && next == '{':
		return r.object(path, r.fieldsOf(t), nil)
	case t.Kind() == reflect.Map && next == '{':
		return r.object(path, nil, t.Elem())
	case (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) && next == '[':
		return r.array(path, t.Elem())
	}
	return r.leaf(path, t)
}

// reads reports whether values of the type read themselves.
func reads(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(jsonUnmarshaler) || p.Implements(textUnmarshaler)
}

// object checks an object whose fields, or all of whose values, have the types
// given.
func (r *reader) object(path string, fields map[string]reflect.Type, all reflect.Type) error {
	if err := r.open(path); err != nil {
		return err
	}
	seen := map[string]bool{}
	for r.json.More() {
		r.peek()
		token, err := r.json.Token()
		if err != nil {
			return r.wrap(path, "", err)
		}
		name, _ := token.(string)
		below := name
		if path != "" {
			below = path + "." + name
		}
		t, known := fields[name]
		if all != nil {
			t, known = all, true
		}
		switch {
		case !known:
			return r.fault(below, "", FaultName, names(fields))
		case seen[name]:
			return r.fault(below, "", FaultDuplicate, name)
		}
		seen[name] = true
		if err := r.value(below, t); err != nil {
			return err
		}
	}
	return r.open(path)
}

func (r *reader) array(path string, t reflect.Type) error {
	if err := r.open(path); err != nil {
		return err
	}
	for i := 0; r.json.More(); i++ {
		if err := r.value(path+"["+strconv.Itoa(i)+"]", t); err != nil {
			return err
		}
	}
	return r.open(path)
}

// open reads a bracket, opening or closing.
func (r *reader) open(path string) error {
	if _, err := r.json.Token(); err != nil {
		return r.wrap(path, "", err)
	}
	return nil
}

// leaf reads a value whole and lets the type itself say what is wrong with it.
func (r *reader) leaf(path string, t reflect.Type) error {
	at := r.json.InputOffset()
	r.peek()
	var raw json.RawMessage
	if err := r.json.Decode(&raw); err != nil {
		return r.wrap(path, "", err)
	}
	if t == dateType && string(raw) != "null" {
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return r.faultAt(at, path, string(raw), FaultSyntax, "2026-01-31")
		}
		if _, err := ParseDate(s); err != nil {
			return r.wrapAt(at, path, s, err)
		}
		return nil
	}
	if err := json.Unmarshal(raw, reflect.New(t).Interface()); err != nil {
		if t == timeType {
			return r.faultAt(at, path, string(raw), FaultSyntax, "2026-01-31T10:00:00+01:00")
		}
		return r.wrapAt(at, path, string(raw), err)
	}
	return nil
}

// peek returns the first byte of the next value.
func (r *reader) peek() byte {
	for i := int(r.json.InputOffset()); i < len(r.data); i++ {
		if c := r.data[i]; !strings.ContainsRune(" \t\r\n:,", rune(c)) {
			return c
		}
	}
	return 0
}

func (r *reader) wrap(path, value string, err error) error {
	return r.wrapAt(r.json.InputOffset(), path, value, err)
}

// wrapAt makes err, which befell the value after the offset at, an InputError
// with its path and line.
func (r *reader) wrapAt(at int64, path, value string, err error) error {
	var in *InputError
	if errors.As(err, &in) {
		located := *in
		located.Field, located.Line = path, r.lineAfter(at)
		if in.Field != "" && path != "" {
			located.Field = path + "." + in.Field
		}
		return &located
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return &InputError{Field: path, Fault: FaultSyntax, Other: "JSON", Line: line(r.data, int(min(syntax.Offset, int64(len(r.data)))))}
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return r.faultAt(at, path, value, FaultSyntax, kind.Type.Kind().String())
	}
	return r.faultAt(at, path, value, FaultSyntax, "JSON")
}

func (r *reader) fault(path, value string, f Fault, other string) error {
	return r.faultAt(r.json.InputOffset(), path, value, f, other)
}

func (r *reader) faultAt(at int64, path, value string, f Fault, other string) error {
	if len(value) > 60 {
		value = value[:60] + "…"
	}
	return &InputError{Field: path, Value: strings.ToValidUTF8(value, ""), Fault: f, Other: other, Line: r.lineAfter(at)}
}

// lineAfter returns the line of the value that follows the offset at.
func (r *reader) lineAfter(at int64) int {
	i := int(at)
	for i < len(r.data) && strings.ContainsRune(" \t\r\n:,", rune(r.data[i])) {
		i++
	}
	return line(r.data, i)
}

func line(data []byte, offset int) int {
	return 1 + bytes.Count(data[:min(offset, len(data))], []byte{'\n'})
}

func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		c, n := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// fieldsOf returns the JSON names of a struct's fields, with their types.
func (r *reader) fieldsOf(t reflect.Type) map[string]reflect.Type {
	if known, ok := r.fields[t]; ok {
		return known
	}
	fields := map[string]reflect.Type{}
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || name == "-" || f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct {
			continue
		}
		if name == "" {
			name = f.Name
		}
		fields[name] = f.Type
	}
	r.fields[t] = fields
	return fields
}

func names(fields map[string]reflect.Type) string {
	return strings.Join(slices.Sorted(maps.Keys(fields)), ", ")
}

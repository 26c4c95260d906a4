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
// equal ones, and take 30 February for 2 March. A byte order mark before the text
// is passed over, as editors put one there.
//
// What Decode doesn't accept are [*InputError]s with the field's path and its
// line, all of them at once: one as it is, several as [InputErrors]. They are a
// field that the type doesn't have, or that it writes in other case ([FaultName],
// with the valid ones), a field given twice ([FaultDuplicate]), a value of another
// kind, text that isn't JSON or isn't UTF-8 ([FaultSyntax]), a date that doesn't
// exist ([FaultRange]), an unknown word of an enumeration ([FaultName]). A null
// leaves a field as if it were not given. On an error, v is as it was.
//
// Text of more than 256 MiB, or nested deeper than 100 levels, is an error with
// [FaultRange]; after 100 errors, or one in the JSON itself, the rest isn't read.
// The memory that it takes is linear in the text.
func Decode(data []byte, v any) error {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		return &InputError{Value: fmt.Sprintf("%T", v), Fault: FaultSyntax, Other: "pointer"}
	}
	if len(data) > mostBytes {
		return &InputError{Value: strconv.Itoa(len(data)), Fault: FaultRange, Other: "0-" + strconv.Itoa(mostBytes), Line: 1}
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if !utf8.Valid(data) {
		return &InputError{Fault: FaultSyntax, Other: "UTF-8", Line: line(data, invalidAt(data))}
	}
	r := reader{data: data, json: json.NewDecoder(bytes.NewReader(data)), fields: map[reflect.Type]map[string]reflect.Type{}}
	if err := r.value("", target.Type().Elem()); err != nil {
		r.found = append(r.found, err)
	} else if _, err := r.json.Token(); !errors.Is(err, io.EOF) {
		r.add(r.faultAt(r.json.InputOffset(), "", "", FaultSyntax, validNothing))
	}
	if len(r.found) > 0 {
		return joined(r.found)
	}
	// A fresh value: json.Unmarshal would keep what v had in fields not given.
	read := reflect.New(target.Type().Elem())
	if err := json.Unmarshal(data, read.Interface()); err != nil {
		return r.wrapAt(0, "", "", err)
	}
	target.Elem().Set(read.Elem())
	return nil
}

const (
	mostBytes  = 256 << 20
	mostDepth  = 100
	mostErrors = 100
)

// reader walks a JSON text along the type that it is read into.
type reader struct {
	data   []byte
	json   *json.Decoder
	fields map[reflect.Type]map[string]reflect.Type
	depth  int
	found  InputErrors
}

var (
	dateType        = reflect.TypeFor[date.Date]()
	timeType        = reflect.TypeFor[time.Time]()
	jsonUnmarshaler = reflect.TypeFor[json.Unmarshaler]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// add notes an error after which reading goes on, and returns it if there are so
// many that it doesn't.
func (r *reader) add(e *InputError) *InputError {
	if e == nil {
		return nil
	}
	if len(r.found) == mostErrors-1 {
		return e
	}
	r.found = append(r.found, e)
	return nil
}

// value checks the next value against the type t. The error that it returns, as
// all that it calls do, is one that ends the reading.
func (r *reader) value(path string, t reflect.Type) *InputError {
	for t.Kind() == reflect.Pointer && !reads(t) {
		t = t.Elem()
	}
	next := r.peek()
	switch {
	case reads(t) || next != '{' && next != '[':
	case t.Kind() == reflect.Struct && next == '{':
		return r.object(path, r.fieldsOf(t), nil)
	case t.Kind() == reflect.Map && next == '{':
		return r.object(path, nil, t)
	case (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) && next == '[':
		return r.array(path, t)
	}
	return r.leaf(path, t)
}

// reads reports whether values of the type read themselves.
func reads(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(jsonUnmarshaler) || p.Implements(textUnmarshaler)
}

// object checks an object whose fields have the types given, or that is read into
// a map.
func (r *reader) object(path string, fields map[string]reflect.Type, all reflect.Type) *InputError {
	if err := r.open(path); err != nil {
		return err
	}
	seen := map[string]bool{}
	for r.json.More() {
		r.peek()
		token, err := r.json.Token()
		if err != nil {
			return r.wrap(path, err)
		}
		name, _ := token.(string)
		below := name
		if path != "" {
			below = path + "." + name
		}
		t, wrong := r.field(below, name, fields, all)
		if wrong == nil && seen[name] {
			wrong = r.faultAt(r.json.InputOffset(), below, "", FaultDuplicate, name)
		}
		seen[name] = true
		if wrong != nil {
			if err := r.add(wrong); err != nil {
				return err
			}
			t = anyType // what it holds is passed over
		}
		if err := r.value(below, t); err != nil {
			return err
		}
	}
	return r.close(path)
}

var anyType = reflect.TypeFor[any]()

// field returns the type of the field's value, or what is wrong with its name.
func (r *reader) field(path, name string, fields map[string]reflect.Type, all reflect.Type) (reflect.Type, *InputError) {
	if all == nil {
		t, known := fields[name]
		if !known {
			return nil, r.faultAt(r.json.InputOffset(), path, "", FaultName, names(fields))
		}
		return t, nil
	}
	if key, ok := reflect.New(all.Key()).Interface().(encoding.TextUnmarshaler); ok {
		if err := key.UnmarshalText([]byte(name)); err != nil {
			return nil, r.wrapAt(r.json.InputOffset(), path, name, err)
		}
	}
	return all.Elem(), nil
}

func (r *reader) array(path string, t reflect.Type) *InputError {
	if err := r.open(path); err != nil {
		return err
	}
	for i := 0; r.json.More(); i++ {
		below := path + "[" + strconv.Itoa(i) + "]"
		if t.Kind() == reflect.Array && i == t.Len() {
			if err := r.add(r.faultAt(r.json.InputOffset(), below, "", FaultRange, "0-"+strconv.Itoa(t.Len()))); err != nil {
				return err
			}
		}
		if err := r.value(below, t.Elem()); err != nil {
			return err
		}
	}
	return r.close(path)
}

// open reads an opening bracket.
func (r *reader) open(path string) *InputError {
	if r.depth++; r.depth > mostDepth {
		return r.faultAt(r.json.InputOffset(), short(path, 60), "", FaultRange, "0-"+strconv.Itoa(mostDepth)+" [ {")
	}
	if _, err := r.json.Token(); err != nil {
		return r.wrap(path, err)
	}
	return nil
}

// close reads a closing bracket.
func (r *reader) close(path string) *InputError {
	r.depth--
	if _, err := r.json.Token(); err != nil {
		return r.wrap(path, err)
	}
	return nil
}

// leaf reads a value whole and lets the type itself say what is wrong with it.
func (r *reader) leaf(path string, t reflect.Type) *InputError {
	at := r.json.InputOffset()
	r.peek()
	var raw json.RawMessage
	if err := r.json.Decode(&raw); err != nil {
		return r.wrap(path, err)
	}
	if t == anyType || string(raw) == "null" {
		return nil
	}
	value := string(raw)
	if value[0] == '"' { // it is JSON, and so a string
		_ = json.Unmarshal(raw, &value)
	}
	if t == dateType {
		if raw[0] != '"' {
			return r.add(r.faultAt(at, path, value, FaultSyntax, "2026-01-31"))
		}
		if _, err := ParseDate(value); err != nil {
			return r.add(r.wrapAt(at, path, value, err))
		}
		return nil
	}
	if err := json.Unmarshal(raw, reflect.New(t).Interface()); err != nil {
		if t == timeType {
			return r.add(r.faultAt(at, path, value, FaultSyntax, instantForm))
		}
		return r.add(r.wrapAt(at, path, value, err))
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

func (r *reader) wrap(path string, err error) *InputError {
	return r.wrapAt(r.json.InputOffset(), path, "", err)
}

// wrapAt makes err, which befell the value after the offset at, an InputError
// with its path and line.
func (r *reader) wrapAt(at int64, path, value string, err error) *InputError {
	var in *InputError
	if errors.As(err, &in) {
		located := *in
		located.Field, located.Line = path, r.lineAfter(at)
		switch {
		case in.Field == "":
		case path == "" || strings.HasPrefix(in.Field, "["):
			located.Field = path + in.Field
		default:
			located.Field = path + "." + in.Field
		}
		return &located
	}
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return &InputError{Field: path, Fault: FaultSyntax, Other: validJSON, Line: line(r.data, int(min(syntax.Offset, int64(len(r.data)))))}
	}
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return r.faultAt(at, path, value, FaultSyntax, kindOf(kind.Type))
	}
	return r.faultAt(at, path, value, FaultSyntax, validJSON)
}

// kindOf returns what a type is read from, in words of no programming language.
func kindOf(t reflect.Type) string {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Bool:
		return validAnswer
	case reflect.String:
		return validText
	case reflect.Slice, reflect.Array:
		return validList
	case reflect.Struct, reflect.Map:
		return validObject
	case reflect.Float32, reflect.Float64:
		return validNumber
	}
	if reads(t) {
		return validText
	}
	return validWhole
}

func (r *reader) faultAt(at int64, path, value string, f Fault, other string) *InputError {
	return &InputError{Field: path, Value: strings.ToValidUTF8(short(value, 60), ""), Fault: f, Other: other, Line: r.lineAfter(at)}
}

func short(s string, most int) string {
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
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
	known, ok := r.fields[t]
	if !ok {
		known = map[string]reflect.Type{}
		collect(t, known, map[reflect.Type]bool{})
		r.fields[t] = known
	}
	return known
}

// collect adds the fields of a struct, and then those of the structs that it
// embeds, which a field of the same name hides.
func collect(t reflect.Type, fields map[string]reflect.Type, within map[reflect.Type]bool) {
	if within[t] {
		return
	}
	within[t] = true
	var embedded []reflect.Type
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		of := f.Type
		if f.Anonymous && of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		switch {
		case f.Tag.Get("json") == "-":
		case f.Anonymous && name == "" && of.Kind() == reflect.Struct:
			embedded = append(embedded, of)
		case !f.IsExported():
		default:
			if name == "" {
				name = f.Name
			}
			if _, hidden := fields[name]; !hidden {
				fields[name] = f.Type
			}
		}
	}
	for _, of := range embedded {
		collect(of, fields, within)
	}
	delete(within, t)
}

func names(fields map[string]reflect.Type) string {
	return strings.Join(slices.Sorted(maps.Keys(fields)), ", ")
}

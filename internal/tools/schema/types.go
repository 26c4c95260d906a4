package main

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
	"github.com/b58db29f/gdpr/informativa"
	"github.com/b58db29f/gdpr/internal/functions"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// schema is a JSON Schema; encoding/json writes its fields in the order of their
// names, which is stable.
type schema map[string]any

// writer makes schemas of types.
type writer struct {
	docs     *docs
	defs     lines                 // by name: "rights.Request"
	required map[reflect.Type]bool // the types of outputs alone, whose fields are all there
	err      error
}

var text = schema{"type": "string"}

// plain are the types with a form of their own.
var plain = map[reflect.Type]schema{
	reflect.TypeFor[date.Date]():                {"type": "string", "format": "date", "description": "A day: 2026-11-08. 0001-01-01 is none."},
	reflect.TypeFor[time.Time]():                {"type": "string", "format": "date-time", "description": "An instant with its offset: 2026-11-08T09:30:00+01:00. 0001-01-01T00:00:00Z is none."},
	reflect.TypeFor[json.RawMessage]():          {},
	reflect.TypeFor[functions.Language]():       text,
	reflect.TypeFor[functions.Place]():          {"type": "string", "enum": []string{"italy", "rome", "bolzano", "weekends"}},
	reflect.TypeFor[gdpr.Answer]():              {"type": []string{"boolean", "null"}},
	reflect.TypeFor[gdpr.Args]():                {"type": []string{"array", "null"}, "items": schema{"type": []string{"string", "integer"}}},
	reflect.TypeFor[pdnd.Model]():               text,
	reflect.TypeFor[pdnd.Question]():            text,
	reflect.TypeFor[pdnd.Kind]():                text,
	reflect.TypeFor[pdnd.IssueCode]():           text,
	reflect.TypeFor[pdnd.Answers]():             {"type": "object", "additionalProperties": schema{"type": "array", "items": text}},
	reflect.TypeFor[pdnd.TemplateAnswers]():     {"type": "object", "additionalProperties": schema{"type": "object", "properties": schema{"values": schema{"type": "array", "items": text}, "editable": schema{"type": "boolean"}, "suggestedValues": schema{"type": "array", "items": text}}}},
	reflect.TypeFor[pdnd.Issue]():               {"type": "object", "properties": schema{"code": text, "question": text, "on": text, "value": text, "allowed": schema{"type": "array", "items": text}, "version": text, "kind": text}, "additionalProperties": false},
	reflect.TypeFor[dpia.Set[dpia.Trigger]]():   nil,
	reflect.TypeFor[dpia.Set[dpia.Type]]():      nil,
	reflect.TypeFor[dpia.Set[dpia.Index]]():     nil,
	reflect.TypeFor[dpia.Set[dpia.Criterion]](): nil,
	reflect.TypeFor[informativa.Reading]():      nil,
}

// of returns the schema of a type: a reference, if it has a name.
func (w *writer) of(t reflect.Type) schema {
	if t.Kind() == reflect.Pointer {
		return w.of(t.Elem())
	}
	if t == reflect.TypeFor[json.RawMessage]() || t.Name() == "" || t.PkgPath() == "" || strings.Contains(t.Name(), "[") && t.Kind() == reflect.Struct {
		return w.make(t)
	}
	name := defName(t)
	if w.defs[name] == nil {
		w.defs[name] = schema{} // so that a type that holds itself ends
		w.defs[name] = w.make(t)
	}
	return schema{"$ref": "#/components/schemas/" + name}
}

func defName(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[date.Date]():
		return "Date"
	case reflect.TypeFor[time.Time]():
		return "Instant"
	}
	pkg, name := path.Base(t.PkgPath()), t.Name()
	if i := strings.Index(name, "["); i > 0 { // dpia.Set[…/dpia.Trigger]
		name = name[:i] + strings.TrimSuffix(name[strings.LastIndex(name, ".")+1:], "]")
	}
	if pkg == "functions" {
		return strings.ToUpper(name[:1]) + name[1:]
	}
	return pkg + "." + name
}

// make returns the schema of a type itself.
func (w *writer) make(t reflect.Type) schema {
	s := schema{}
	for k, v := range w.form(t) {
		s[k] = v
	}
	if doc := w.docs.types[path.Base(t.PkgPath())+"."+t.Name()]; doc != "" && s["description"] == nil {
		s["description"] = doc
	}
	return s
}

func (w *writer) form(t reflect.Type) schema {
	switch own, ok := plain[t]; {
	case ok && own != nil:
		return own
	case strings.HasPrefix(t.Name(), "Set["):
		all, _ := t.MethodByName("All")
		return schema{"type": "array", "items": w.of(all.Type.Out(0).In(0).In(0))}
	case t == reflect.TypeFor[informativa.Reading]():
		return w.reading(t)
	}
	if _, ok := t.MethodByName("Values"); ok && t.Kind() != reflect.Struct {
		return w.words(t)
	}
	if p := reflect.PointerTo(t); p.Implements(reflect.TypeFor[json.Marshaler]()) || p.Implements(reflect.TypeFor[encoding.TextMarshaler]()) {
		w.err = fmt.Errorf("%s writes itself in a form that isn't known here", t)
		return schema{}
	}
	switch t.Kind() {
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.String:
		return text
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return schema{"type": "integer"}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return schema{"type": "integer", "minimum": 0}
	case reflect.Float32, reflect.Float64:
		return schema{"type": "number"}
	case reflect.Slice:
		return schema{"type": "array", "items": w.of(t.Elem())}
	case reflect.Array:
		return schema{"type": "array", "items": w.of(t.Elem()), "maxItems": t.Len()}
	case reflect.Map:
		return schema{"type": "object", "propertyNames": w.of(t.Key()), "additionalProperties": w.of(t.Elem())}
	case reflect.Struct:
		return w.object(t)
	}
	w.err = fmt.Errorf("%s has no form in JSON", t)
	return schema{}
}

// words returns the schema of an enumeration, with what each word means.
func (w *writer) words(t reflect.Type) schema {
	var words, it, en []string
	name := path.Base(t.PkgPath()) + "." + t.Name()
	description := []string{w.docs.types[name]}
	zero, _ := json.Marshal(reflect.Zero(t).Interface())
	set := bytes.HasPrefix(zero, []byte("[")) || string(zero) == "null"
	for v := range reflect.Zero(t).MethodByName("Values").Call(nil)[0].Seq() {
		word := fmt.Sprint(v.Interface())
		words = append(words, word)
		if meaning := w.docs.words[name+"."+word]; meaning != "" {
			description = append(description, "- "+word+": "+meaning)
		}
		if l, ok := v.Interface().(interface{ Label(language.Tag) string }); ok {
			it, en = append(it, l.Label(language.Italian)), append(en, l.Label(language.English))
		}
	}
	s := schema{"type": "string"}
	if it != nil {
		s["x-labels"] = schema{"it": it, "en": en}
	}
	if !set && !slices.Contains(words, strings.Trim(string(zero), `"`)) {
		words = append(words, "") // not given
	}
	s["enum"] = words
	if set {
		return schema{"type": []string{"array", "null"}, "items": s, "uniqueItems": true, "description": strings.Join(description, "\n")}
	}
	s["description"] = strings.Join(description, "\n")
	return s
}

// reading is the schema of what a scan found, which writes itself whole.
func (w *writer) reading(t reflect.Type) schema {
	s := w.object(t)
	fields := s["properties"].(schema)
	fields["elements"] = w.of(reflect.TypeFor[map[informativa.Element][]informativa.Span]())
	for name, doc := range map[string]string{"rights": "Are the rights spoken of, not one by one?", "refers": "Does the text say where more is to be read?", "following": "Are the articles that follow art. 15 cited with it?"} {
		fields[name] = schema{"type": "boolean", "description": doc}
	}
	return s
}

// object is the schema of a struct, with the fields of those that it embeds.
func (w *writer) object(t reflect.Type) schema {
	properties, required := schema{}, []string{}
	w.fields(t, t, properties, &required)
	s := schema{"type": "object", "properties": properties, "additionalProperties": false}
	if w.required[t] && len(required) > 0 {
		slices.Sort(required)
		s["required"] = required
	}
	return s
}

// fields adds the fields of t, and those of what it embeds that aren't hidden.
func (w *writer) fields(t, outer reflect.Type, properties schema, required *[]string) {
	var embedded []reflect.Type
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case f.Anonymous && name == "":
			embedded = append(embedded, f.Type)
		case !f.IsExported():
		default:
			if name == "" {
				name = f.Name
			}
			if properties[name] != nil {
				continue
			}
			left := strings.Contains(options, "omit")
			properties[name] = w.field(t, f, left)
			if !left {
				*required = append(*required, name)
			}
		}
	}
	for _, e := range embedded {
		w.fields(e, outer, properties, required)
	}
}

// field is the schema of a field. What is always written may be null in it where the
// Go value can be nil.
func (w *writer) field(in reflect.Type, f reflect.StructField, left bool) schema {
	s := w.of(f.Type)
	doc := f.Tag.Get("doc")
	if doc == "" {
		doc = w.docs.fields[path.Base(in.PkgPath())+"."+in.Name()+"."+f.Name]
	}
	nullable := !left && (f.Type.Kind() == reflect.Pointer || f.Type.Kind() == reflect.Slice || f.Type.Kind() == reflect.Map) && plain[f.Type] == nil
	if s["$ref"] != nil {
		if nullable {
			s = schema{"anyOf": []schema{s, {"type": "null"}}}
		}
	} else if kind, ok := s["type"].(string); ok && nullable {
		s["type"] = []string{kind, "null"}
	}
	if doc == "" || s["description"] != nil {
		return s
	}
	out := schema{"description": doc}
	for k, v := range s {
		out[k] = v
	}
	return out
}

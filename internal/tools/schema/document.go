package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/functions"
	"github.com/b58db29f/gdpr/wire"
)

// generate returns the document of the module at root.
func generate(root string) ([]byte, error) {
	d, err := readDocs(root)
	if err != nil {
		return nil, err
	}
	w := &writer{docs: d, defs: lines{}, required: map[reflect.Type]bool{}}
	inputs := map[reflect.Type]bool{}
	for f := range functions.All() {
		reach(f.Input, inputs)
	}
	outputs := map[reflect.Type]bool{reflect.TypeFor[wire.Problem](): true}
	for f := range functions.All() {
		reach(f.Output, outputs)
	}
	for t := range outputs {
		w.required[t] = !inputs[t]
	}
	paths := lines{}
	for f := range functions.All() {
		path, err := w.path(f)
		if err != nil {
			return nil, err
		}
		paths["/v1/"+f.Name] = path
	}
	w.of(reflect.TypeFor[wire.Problem]())
	if w.err != nil {
		return nil, w.err
	}
	return w.document(paths)
}

// reach notes t and the types that it is made of.
func reach(t reflect.Type, seen map[reflect.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		reach(t.Elem(), seen)
	case reflect.Map:
		reach(t.Key(), seen)
		reach(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			reach(t.Field(i).Type, seen)
		}
	}
}

// path is the entry of a function.
func (w *writer) path(f functions.Function) (schema, error) {
	symbol, ok := w.docs.symbols[f.Of]
	if !ok {
		return nil, fmt.Errorf("%s: there is no symbol %s", f.Name, f.Of)
	}
	for name, t := range map[string]reflect.Type{".input": f.Input, ".output": f.Output} {
		s := w.object(t)
		s["title"] = f.Name + name
		if t.Name() != "" && !strings.Contains(t.Name(), "[") && t.PkgPath() != reflect.TypeFor[functions.Lang]().PkgPath() {
			s = w.make(t)
			s["title"] = f.Name + name
		}
		w.defs[f.Name+name] = s
	}
	doc := said(symbol.Doc)
	first, _, _ := strings.Cut(strings.ReplaceAll(doc, "\n", " "), ". ")
	ref := func(name string) schema {
		return schema{"application/json": schema{"schema": schema{"$ref": "#/components/schemas/" + name}}}
	}
	tag, _, _ := strings.Cut(f.Name, ".")
	post := schema{
		"operationId": f.Name,
		"summary":     strings.TrimSuffix(first, ".") + ".",
		"description": doc,
		"tags":        []string{tag},
		"requestBody": schema{"content": ref(f.Name + ".input")},
		"responses": schema{
			"200":     schema{"description": "The output.", "content": ref(f.Name + ".output")},
			"default": schema{"$ref": "#/components/responses/Problem"},
		},
		"x-symbol": f.Of,
	}
	if len(symbol.Law) > 0 {
		post["x-law"] = symbol.Law
	}
	return schema{"post": post}, nil
}

// document is the whole document, a line for each path and schema.
func (w *writer) document(paths lines) ([]byte, error) {
	head := []member{
		{"openapi", "3.1.0"},
		{"jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"},
		{"info", schema{
			"title":       "gdpr",
			"summary":     "Data-protection law for Italian public bodies: dates, duties and documents, each answer with its provision.",
			"description": "The functions of the Go library github.com/b58db29f/gdpr. A fact that isn't given, or is null, is unknown, and never a no. It is not legal advice.",
			"version":     fmt.Sprint(wire.Version),
			"license":     schema{"name": "BSD-3-Clause", "identifier": "BSD-3-Clause"},
			"x-law-as-of": gdpr.LawAsOf().String(),
		}},
		{"servers", []schema{{"url": "/"}}},
		{"paths", paths},
		{"components", lines{
			"schemas": w.defs,
			"responses": schema{"Problem": schema{
				"description": "Why there is no output, by RFC 9457.",
				"content":     schema{"application/problem+json": schema{"schema": schema{"$ref": "#/components/schemas/wire.Problem"}}},
			}},
		}},
	}
	var b bytes.Buffer
	if err := members(&b, head); err != nil {
		return nil, err
	}
	return append(b.Bytes(), '\n'), nil
}

// member is a field of an object.
type member struct {
	name  string
	value any
}

// lines is an object with a line for each field.
type lines map[string]any

// members writes an object with a line for each field, in their order.
func members(b *bytes.Buffer, fields []member) error {
	b.WriteString("{\n")
	for i, f := range fields {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(b, "%q: ", f.name)
		if l, ok := f.value.(lines); ok {
			var below []member
			for _, name := range slices.Sorted(maps.Keys(l)) {
				below = append(below, member{name, l[name]})
			}
			if err := members(b, below); err != nil {
				return err
			}
			continue
		}
		var line bytes.Buffer
		e := json.NewEncoder(&line)
		e.SetEscapeHTML(false)
		if err := e.Encode(f.value); err != nil {
			return err
		}
		b.Write(bytes.TrimSpace(line.Bytes()))
	}
	b.WriteString("\n}")
	return nil
}

package register_test

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// TestSchema writes the form of the register's JSON as a JSON Schema, from the
// types themselves, and holds it against testdata/register.schema.json: a change
// of the form shows there, and may need another name of the form.
func TestSchema(t *testing.T) {
	defs := map[string]any{}
	root := map[string]any{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                register.Schema,
		"type":                 "object",
		"additionalProperties": false,
		"required":             []string{"schema"},
		"properties": map[string]any{
			"schema":   map[string]any{"const": register.Schema},
			"register": schemaOf(t, reflect.TypeFor[register.Register](), defs),
		},
		"$defs": defs,
	}
	data, err := json.MarshalIndent(root, "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/register.schema.json", append(data, '\n'))
}

func schemaOf(t *testing.T, v reflect.Type, defs map[string]any) any {
	ref := map[string]any{"$ref": "#/$defs/" + v.String()}
	text := reflect.TypeFor[encoding.TextMarshaler]()
	switch {
	case v == reflect.TypeFor[gdpr.Answer]():
		return map[string]any{"type": []string{"boolean", "null"}}
	case v == reflect.TypeFor[date.Date]():
		return map[string]any{"type": "string", "format": "date"}
	case v.Implements(text):
		if defs[v.String()] == nil {
			words := []string{}
			for i := uint64(0); i < 100; i++ {
				value := reflect.New(v).Elem()
				value.SetUint(i)
				word, err := value.Interface().(encoding.TextMarshaler).MarshalText()
				if err != nil {
					break
				}
				words = append(words, string(word))
			}
			require.NotContains(t, words[1:], "")
			defs[v.String()] = map[string]any{"enum": words}
		}
		return ref
	}
	switch v.Kind() {
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Slice:
		return map[string]any{"type": "array", "items": schemaOf(t, v.Elem(), defs)}
	}
	require.Equal(t, reflect.Struct, v.Kind(), v)
	if defs[v.String()] == nil {
		properties := map[string]any{}
		defs[v.String()] = map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Field(i).Tag.Get("json"), ",")
			properties[name] = schemaOf(t, v.Field(i).Type, defs)
		}
	}
	return ref
}

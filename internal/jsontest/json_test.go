// Package jsontest holds the JSON of all exported types to the rules of the house:
// names in snake_case, and each type reads what it writes. It has no code but
// tests.
package jsontest

import (
	"encoding"
	"encoding/json"
	"reflect"
	"regexp"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// apart are the types that aren't documents, with the reason: each says in its
// doc that it isn't read back.
var apart = map[string]string{
	"gdpr.Calendar":       "made by a function; writing it is an error",
	"breach.Form":         "a form to print",
	"dpia.PIA":            "the format of the CNIL's tool, by ReadPIA",
	"dpia.Screening":      "writes what it came to; its facts and policy make it again",
	"dpia.Sheet":          "a sheet to print, with a screening",
	"retention.Schedule":  "made from its rules",
	"retention.Sweep":     "made from a schedule for a day",
	"roles.Chart":         "made from an organisation",
	"pdnd.Answer":         "the platform's own format, by Draft",
	"pdnd.Draft":          "the platform's own format",
	"pdnd.Entry":          "the platform's own format, by Draft",
	"pdnd.Issue":          "the platform's own errors",
	"pdnd.Length":         "a figure of a verdict",
	"pdnd.Model":          "the platform's model of questions",
	"pdnd.Question":       "a row of a model",
	"pdnd.Standing":       "a figure of a verdict",
	"pdnd.TemplateAnswer": "a row of a template",
	"pdnd.Verdict":        "what a check came to",
	"wire.Schema":         "a description, with JSON as it is",
	"wire.Schemas":        "made from the document",
}

var snake = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func TestEveryType(t *testing.T) {
	require.Greater(t, len(types), 200)
	seen := map[string]bool{}
	for _, of := range types {
		seen[of.String()] = true
		if _, ok := apart[of.String()]; ok {
			continue
		}
		t.Run(of.String(), func(t *testing.T) {
			v := reflect.New(of)
			fill(v.Elem(), 0)
			text, err := json.Marshal(v.Interface())
			require.NoError(t, err)
			if of.Kind() == reflect.Struct && !writes(of) {
				named(t, of, text)
			}
			back := reflect.New(of)
			require.NoError(t, gdpr.Decode(text, back.Interface()), "%s", text)
			require.Equal(t, v.Elem().Interface(), back.Elem().Interface(), "%s", text)
			again, err := json.Marshal(back.Interface())
			require.NoError(t, err)
			require.JSONEq(t, string(text), string(again))
			zero := reflect.New(of)
			text, err = json.Marshal(zero.Interface())
			require.NoError(t, err)
			back = reflect.New(of)
			require.NoError(t, gdpr.Decode(text, back.Interface()), "%s", text)
			again, err = json.Marshal(back.Interface())
			require.NoError(t, err)
			require.JSONEq(t, string(text), string(again), "the zero value")
		})
	}
	for name := range apart {
		require.True(t, seen[name], "%s is no type any more", name)
	}
}

// TestStructsHaveNoMethodsToPromote: a host's struct that embeds one loses no
// field to a method that reads or writes the whole.
func TestStructsHaveNoMethodsToPromote(t *testing.T) {
	for _, of := range types {
		// What a scan found is kept in the forms that it needs, and written whole.
		if of.Kind() != reflect.Struct || apart[of.String()] != "" || of.String() == "informativa.Reading" {
			continue
		}
		p := reflect.PointerTo(of)
		for _, method := range []string{"MarshalJSON", "UnmarshalJSON", "MarshalText", "UnmarshalText"} {
			_, has := p.MethodByName(method)
			require.False(t, has, "%s.%s", of, method)
		}
	}
}

func writes(of reflect.Type) bool {
	return of.Implements(reflect.TypeFor[json.Marshaler]()) || of.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}

// named wants the struct's fields in the text under names in snake_case.
func named(t *testing.T, of reflect.Type, text []byte) {
	var fields map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(text, &fields))
	require.NotEmpty(t, fields, "%s writes nothing", of)
	for name := range fields {
		require.Regexp(t, snake, name)
	}
}

// fill gives every field a value.
func fill(v reflect.Value, depth int) {
	of := v.Type()
	switch v.Interface().(type) {
	case date.Date:
		v.Set(reflect.ValueOf(date.New(2026, time.November, 7)))
		return
	case time.Time:
		v.Set(reflect.ValueOf(time.Date(2026, 11, 7, 9, 30, 0, 0, time.UTC)))
		return
	case gdpr.Answer:
		v.Set(reflect.ValueOf(gdpr.Yes))
		return
	case gdpr.Args:
		v.Set(reflect.ValueOf(gdpr.Args{"x", 3}))
		return
	}
	switch of.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString("x")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(1)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(1.5)
	case reflect.Slice:
		if depth > 6 {
			return
		}
		v.Set(reflect.MakeSlice(of, 1, 1))
		fill(v.Index(0), depth+1)
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), depth+1)
		}
	case reflect.Map:
		key, value := reflect.New(of.Key()).Elem(), reflect.New(of.Elem()).Elem()
		fill(key, depth+1)
		fill(value, depth+1)
		v.Set(reflect.MakeMap(of))
		v.SetMapIndex(key, value)
	case reflect.Pointer:
		v.Set(reflect.New(of.Elem()))
		fill(v.Elem(), depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := of.Field(i); f.IsExported() && f.Tag.Get("json") != "-" {
				fill(v.Field(i), depth+1)
			}
		}
	}
}

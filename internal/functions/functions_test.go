package functions

import (
	"encoding"
	"encoding/json"
	"errors"
	"os"
	"reflect"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/lawdoc"
)

// TestTable: each function has one name, and calls a symbol of the library.
func TestTable(t *testing.T) {
	files, err := lawdoc.Files(os.DirFS("../.."))
	require.NoError(t, err)
	symbols := map[string]bool{}
	for _, s := range lawdoc.Symbols(files) {
		symbols[s.Path()] = true
	}
	last := ""
	for f := range All() {
		require.Regexp(t, regexp.MustCompile(`^[a-z]+(\.[a-z]+(_[a-z]+)*)+$`), f.Name)
		require.Greater(t, f.Name, last)
		require.True(t, symbols[f.Of], "%s: there is no symbol %s", f.Name, f.Of)
		found, ok := Find(f.Name)
		require.True(t, ok)
		require.Equal(t, f.Of, found.Of)
		last = f.Name
	}
	_, ok := Find("rights")
	require.False(t, ok)
}

// TestPlain: no input or output loses its fields to a method of what it embeds.
func TestPlain(t *testing.T) {
	for f := range All() {
		for _, of := range []reflect.Type{f.Input, f.Output} {
			require.Equal(t, reflect.Struct, of.Kind(), f.Name)
			for i := range of.NumField() {
				if !of.Field(i).Anonymous {
					continue
				}
				require.False(t, of.Implements(reflect.TypeFor[json.Marshaler]()), "%s: %s", f.Name, of)
				require.False(t, of.Implements(reflect.TypeFor[encoding.TextMarshaler]()), "%s: %s", f.Name, of)
				require.False(t, reflect.PointerTo(of).Implements(reflect.TypeFor[json.Unmarshaler]()), "%s: %s", f.Name, of)
			}
		}
	}
}

// TestEmpty: on an object without fields each function answers an object, or says
// what the input lacks.
func TestEmpty(t *testing.T) {
	for f := range All() {
		t.Run(f.Name, func(t *testing.T) {
			out, err := f.Call([]byte("{}"))
			if err != nil {
				require.NotEmpty(t, gdpr.Errors(err), "%v", err)
				var failure *Failure
				require.True(t, errors.As(err, &failure))
				return
			}
			var fields map[string]json.RawMessage
			require.NoError(t, json.Unmarshal(out, &fields))
			again, err := f.Call([]byte("{}"))
			require.NoError(t, err)
			require.Equal(t, string(out), string(again))
		})
	}
}

// Package blanktest holds the checks of documents to one promise: a placeholder
// is no content. It is for tests alone.
package blanktest

import (
	"reflect"
	"strconv"
	"testing"

	"github.com/b58db29f/gdpr"
)

// placeholders are texts that fill a field without saying anything.
var placeholders = []string{"-", "n/d", "[NOME ENTE]", "____", "...", "XXXXX", "da definire"}

// Check empties the texts of the document one by one, and where that brings a finding
// it wants each placeholder in its place to bring one too. The document is behind a
// pointer, and check reads it there. At least so many of its texts must be asked for,
// so that a check that reads nothing doesn't pass.
func Check(t testing.TB, document any, atLeast int, check func() gdpr.Findings) {
	t.Helper()
	base, asked := len(check()), 0
	texts(reflect.ValueOf(document).Elem(), "", func(path string, v reflect.Value) {
		was := v.String()
		defer v.SetString(was)
		v.SetString("")
		want := len(check())
		if want <= base {
			return
		}
		asked++
		for _, p := range placeholders {
			v.SetString(p)
			if found := check(); len(found) < want {
				t.Errorf("%s: %q passes for content: %d findings, and %d without it", path, p, len(found), want)
			}
		}
	})
	if asked < atLeast {
		t.Errorf("%d texts are asked for, not %d", asked, atLeast)
	}
}

// texts calls do for every text in v that isn't empty: a word of an enumeration or a
// citation, which have types of their own, is none, and an ID is a key.
func texts(v reflect.Value, path string, do func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			texts(v.Elem(), path, do)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "ID" {
				texts(v.Field(i), path+"."+f.Name, do)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			texts(v.Index(i), path+"["+strconv.Itoa(i)+"]", do)
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.Len() > 0 {
			do(path, v)
		}
	}
}

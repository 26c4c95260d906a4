// Package functions is the table of what the library's JSON door can do: each
// function by its stable name, with the types of its input and output. Package
// wire calls it, and the tool that writes the schemas reads its types.
package functions

import (
	"bytes"
	"encoding/json"
	"iter"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Function is one row of the table.
type Function struct {
	Name   string                                        // stable: "rights.timeline"
	Of     string                                        // the Go symbol that it calls, whose comment is its description: "rights.Request.Timeline"
	Input  reflect.Type                                  // what its input is read into
	Output reflect.Type                                  // what its output is written from
	Call   func(input []byte) (output []byte, err error) // the error is a *Failure
}

// Failure is an error with the language in which the input asks for its answers.
type Failure struct {
	Language language.Tag // as the input has it; und where it couldn't be read
	Err      error
}

// Error returns the message in English.
func (f *Failure) Error() string { return f.Err.Error() }

// Unwrap returns the error.
func (f *Failure) Unwrap() error { return f.Err }

// Find returns the function of a name.
func Find(name string) (Function, bool) {
	i, ok := slices.BinarySearchFunc(table, name, func(f Function, name string) int { return strings.Compare(f.Name, name) })
	if !ok {
		return Function{}, false
	}
	return table[i], true
}

// All yields the functions by name.
func All() iter.Seq[Function] { return slices.Values(table) }

// desks are the functions that the desks of the page to try the library on call:
// the whole table of a build with the tag desks, which is small enough for a page.
func desks() []Function {
	return slices.Concat(rightsDesk(), breachDesk(), dpiaDesk(), noticeDesk(), rootDesk())
}

func sorted(lists ...[]Function) []Function {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b Function) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// reader is what every input embeds.
type reader interface{ Tag() language.Tag }

// fn is a function that takes an In and gives an Out.
func fn[In reader, Out any](name, of string, f func(In) (Out, error)) Function {
	return Function{Name: name, Of: of, Input: reflect.TypeFor[In](), Output: reflect.TypeFor[Out](), Call: func(input []byte) ([]byte, error) {
		var in In
		if err := gdpr.Decode(input, &in); err != nil {
			return nil, &Failure{Err: err}
		}
		out, err := f(in)
		if err != nil {
			return nil, &Failure{in.Tag(), err}
		}
		output, err := write(out)
		if err != nil {
			return nil, &Failure{in.Tag(), err}
		}
		return output, nil
	}}
}

// quick is f with a way that takes most inputs without reflection, and says no to
// the others.
func quick(f Function, fast func(input []byte) (output []byte, ok bool)) Function {
	slow := f.Call
	f.Call = func(input []byte) ([]byte, error) {
		if output, ok := fast(input); ok {
			return output, nil
		}
		return slow(input)
	}
	return f
}

// write returns the JSON of a value on one line, with < and & as they are.
func write(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

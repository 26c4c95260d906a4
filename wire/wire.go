package wire

import (
	"bytes"
	"iter"
	"strconv"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/functions"
)

// Version is the version of the names, the inputs and the outputs. See the
// package's documentation for what changes it.
const Version = 1

// MostBytes is the length of an input, at most: 8 MiB, a register of some thousand
// activities. An input is nested 100 levels deep at most, as [gdpr.Decode] says.
const MostBytes = 8 << 20

// Call calls the function of a name with an input in JSON, and returns its output in
// JSON, on one line. The input is not kept. The error is a [*Problem]: an unknown
// name ([CodeFunction]), an input that is too long ([CodeSize]), or one that can't
// be read or has no meaning ([CodeInput]).
//
// Law: Regolamento; GDPR.
func Call(name string, input []byte) ([]byte, error) {
	f, ok := functions.Find(name)
	if !ok {
		return nil, unknown(name)
	}
	if len(input) > MostBytes {
		return nil, problem(CodeSize, languageOf(nil), &gdpr.InputError{Value: strconv.Itoa(len(input)), Fault: gdpr.FaultRange, Other: "0-" + strconv.Itoa(MostBytes)})
	}
	if len(bytes.TrimSpace(input)) == 0 {
		input = []byte("{}")
	}
	output, err := f.Call(input)
	if err != nil {
		return nil, failed(err, input)
	}
	return output, nil
}

// Answer is [Call] for hosts that want one kind of result: the output, or the JSON
// of the [*Problem], and whether it is the output.
//
// Law: Regolamento; GDPR.
func Answer(name string, input []byte) (answer []byte, ok bool) {
	output, err := Call(name, input)
	if err != nil {
		return problemJSON(err), false
	}
	return output, true
}

// Functions yields the names of the functions, in their order.
//
// Law: Regolamento; GDPR.
func Functions() iter.Seq[string] {
	return func(yield func(string) bool) {
		for f := range functions.All() {
			if !yield(f.Name) {
				return
			}
		}
	}
}

// languageOf returns the language that an input asks for, as far as it can be read.
func languageOf(input []byte) language.Tag {
	i := bytes.Index(input, []byte(`"language"`))
	if i < 0 {
		return language.Italian
	}
	rest := bytes.TrimLeft(input[i+len(`"language"`):], " \t\r\n:")
	word, _, found := bytes.Cut(bytes.TrimPrefix(rest, []byte(`"`)), []byte(`"`))
	if !found || len(word) > 35 {
		return language.Italian
	}
	tag, err := language.Parse(string(word))
	if err != nil {
		return language.Italian
	}
	return tag
}

package pdnd

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"strconv"

	"github.com/b58db29f/gdpr"
)

// Form is a filled-in risk analysis, in the shape in which the platform's
// interface takes and gives it:
//
//	{"version": "3.1", "answers": {"purpose": ["INSTITUTIONAL"], "usesPersonalData": ["YES"]}}
//
// The zero value is a form of no version without answers.
//
// Law: GDPR 5(2).
type Form struct {
	Version string  `json:"version"` // exact: "3.1"; "3.10" and "3.1 " are other versions
	Answers Answers `json:"answers"`
}

// Parse reads a form by [gdpr.Decode]: a field beside the two, or a value of
// another kind, is a [*gdpr.InputError], as the platform's interface refuses it.
// Answers are read as the platform reads them, see [Answers].
//
// Law: GDPR 5(2).
func Parse(data []byte) (Form, error) {
	var f Form
	err := gdpr.Decode(data, &f)
	return f, err
}

// Answers are the answers of a form, in its order. In JSON they are an object,
// each question's identifier with a list of texts; null stands for an empty one.
//
// Reading keeps the order that the platform sees, on which the order of its
// issues depends: identifiers that are whole numbers come first, ascending, then
// the rest as written; of two answers to one question the later counts, in the
// place of the earlier.
type Answers []Answer

// Answer is the answer to one question: one value, or several where the question
// takes several. An empty list is no answer; a list with the empty text is one.
type Answer struct {
	Question string
	Values   []string
}

// Get returns the values given to a question, nil if there are none. The slice is
// the answers' own.
//
// Law: GDPR 5(2).
func (a Answers) Get(question string) []string {
	for i := range a {
		if a[i].Question == question {
			return a[i].Values
		}
	}
	return nil
}

// First returns the first value given to a question, "" if there is none: the
// one that the platform keeps where a question takes one.
//
// Law: GDPR 5(2).
func (a Answers) First(question string) string {
	if v := a.Get(question); len(v) > 0 {
		return v[0]
	}
	return ""
}

// Has reports whether the value is among those given to the question.
func (a Answers) Has(question, value string) bool {
	return slices.Contains(a.Get(question), value)
}

// With returns the answers with these values for the question, in the place of
// what it had; without values the answer goes. a stays as it is.
//
// Law: GDPR 5(2).
func (a Answers) With(question string, values ...string) Answers {
	out := make(Answers, 0, len(a)+1)
	done := len(values) == 0
	for _, one := range a {
		switch {
		case one.Question != question:
			out = append(out, one)
		case !done:
			out = append(out, Answer{question, slices.Clone(values)})
			done = true
		}
	}
	if !done {
		out = append(out, Answer{question, slices.Clone(values)})
	}
	return out
}

// All yields the questions that have an answer, with their values.
func (a Answers) All() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		for i := range a {
			if len(a[i].Values) > 0 && !yield(a[i].Question, a[i].Values) {
				return
			}
		}
	}
}

// MarshalJSON writes the answers as an object in their order. It has no error
// for a form of which each question is answered once.
func (a Answers) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i := range a {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendText(b, a[i].Question), ":["...)
		for j, v := range a[i].Values {
			if j > 0 {
				b = append(b, ',')
			}
			b = appendText(b, v)
		}
		b = append(b, ']')
	}
	return append(b, '}'), nil
}

func appendText(b []byte, s string) []byte {
	text, err := json.Marshal(s)
	if err != nil { // no string has one
		return append(b, `""`...)
	}
	return append(b, text...)
}

// UnmarshalJSON reads the object. What isn't one of lists of texts is a
// [*gdpr.InputError] with the question's identifier.
func (a *Answers) UnmarshalJSON(data []byte) error {
	read, err := object[[]string](data, "list of texts")
	if err != nil {
		return err
	}
	*a = nil
	for _, m := range read {
		if m.value == nil {
			m.value = []string{}
		}
		*a = append(*a, Answer{m.name, m.value})
	}
	return nil
}

// member is one member of a JSON object.
type member[T any] struct {
	name  string
	index int64 // of a name that is an array index, else -1
	value T
}

// object reads a JSON object as the platform's language orders it.
func object[T any](data []byte, shape string) ([]member[T], error) {
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		return nil, nil
	}
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return nil, &gdpr.InputError{Fault: gdpr.FaultSyntax, Other: "{}"}
	}
	members := []member[T]{}
	at := map[string]int{}
	for d.More() {
		t, _ := d.Token() // nil where there is none
		name, ok := t.(string)
		if !ok {
			return nil, &gdpr.InputError{Fault: gdpr.FaultSyntax, Other: "JSON"}
		}
		m := member[T]{name: name, index: arrayIndex(name)}
		if err := d.Decode(&m.value); err != nil {
			var in *gdpr.InputError
			if errors.As(err, &in) {
				return nil, gdpr.At(name, in)
			}
			return nil, &gdpr.InputError{Field: name, Fault: gdpr.FaultSyntax, Other: shape}
		}
		if i, twice := at[name]; twice {
			members[i] = m
			continue
		}
		at[name] = len(members)
		members = append(members, m)
	}
	slices.SortStableFunc(members, func(x, y member[T]) int {
		// as unsigned numbers, -1 is the greatest
		return cmp.Compare(uint64(x.index), uint64(y.index))
	})
	return members, nil
}

// arrayIndex returns the number that the name is the plain writing of, below
// 2^32-1, and -1 for every other name.
func arrayIndex(name string) int64 {
	n, err := strconv.ParseUint(name, 10, 32)
	if err != nil || n == 1<<32-1 || strconv.FormatUint(n, 10) != name {
		return -1
	}
	return int64(n)
}

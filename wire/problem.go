package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/functions"
)

// Kind is the kind of a [Problem].
//
// Law: Regolamento; GDPR.
type Kind string

// The kinds of a [Problem].
const (
	CodeFunction Kind = "wire.problem.function" // unknown function
	CodeSize     Kind = "wire.problem.size"     // input too long
	CodeInput    Kind = "wire.problem.input"    // invalid input
	CodeInternal Kind = "wire.problem.internal" // no answer available
)

// Problem is why a call has no output. As JSON it is an object by RFC 9457 (problem
// details), which a service sends as application/problem+json with its Status.
//
// Law: Regolamento; GDPR.
type Problem struct {
	Type   string  `json:"type"`             // names the kind: "urn:gdpr:wire.problem.input"
	Code   Kind    `json:"code"`             // the kind: [CodeInput] and the like
	Title  string  `json:"title"`            // the kind in a few words, in the language that the input asks for
	Status int     `json:"status"`           // the code of HTTP: 404, 413, 422, 500
	Detail string  `json:"detail,omitempty"` // the messages of the errors in that language, a line each
	Errors []Fault `json:"errors,omitempty"` // what is wrong, in the order of the input
}

// Fault is one thing that is wrong with an input.
//
// Law: Regolamento; GDPR.
type Fault struct {
	Code    gdpr.Fault `json:"code"`            // range, order, name, syntax, missing, contradiction, duplicate, reference, cycle
	Path    string     `json:"path,omitempty"`  // of the field in the input: "request.pauses[1].to"; empty for the input as a whole
	Value   string     `json:"value,omitempty"` // as it was given, cut where it is long
	Other   string     `json:"other,omitempty"` // what it was held against: a limit, another field, the valid names, a form
	Line    int        `json:"line,omitempty"`  // of the input, from 1; 0 where a rule refused what could be read
	Message gdpr.Text  `json:"message"`
}

// Error returns the problem in the language that the input asks for.
//
// Law: Regolamento; GDPR.
func (p *Problem) Error() string {
	if p.Detail == "" {
		return "gdpr: " + p.Title
	}
	return "gdpr: " + p.Title + "\n" + p.Detail
}

// statuses are the codes of HTTP of the kinds.
func status(code Kind) int {
	switch code {
	case CodeFunction:
		return 404
	case CodeSize:
		return 413
	case CodeInput:
		return 422
	}
	return 500
}

// problem returns a problem of a kind with the errors that err holds.
func problem(code Kind, tag language.Tag, err error) *Problem {
	p := &Problem{Type: "urn:gdpr:" + string(code), Code: code, Title: catalog.Text(tag, string(code)), Status: status(code)}
	var lines []string
	for _, e := range gdpr.Errors(err) {
		p.Errors = append(p.Errors, Fault{e.Fault, e.Field, e.Value, e.Other, e.Line, gdpr.Text{IT: e.Message(language.Italian), EN: e.Message(language.English)}})
		lines = append(lines, e.Message(tag))
	}
	p.Detail = strings.Join(lines, "\n")
	return p
}

func unknown(name string) *Problem {
	var names []string
	for f := range functions.All() {
		names = append(names, f.Name)
	}
	if len(name) > 60 {
		name = strings.ToValidUTF8(name[:60], "") + "…"
	}
	return problem(CodeFunction, language.Italian, &gdpr.InputError{Value: strings.ToValidUTF8(name, ""), Fault: gdpr.FaultName, Other: strings.Join(names, ", ")})
}

// failed returns the problem of a function that failed on an input.
func failed(err error, input []byte) *Problem {
	tag := language.Und
	var f *functions.Failure
	if errors.As(err, &f) {
		tag = f.Language
	}
	if tag == language.Und {
		tag = languageOf(input)
	}
	if gdpr.Errors(err) == nil {
		p := problem(CodeInternal, tag, err)
		p.Detail = err.Error()
		return p
	}
	return problem(CodeInput, tag, err)
}

// problemJSON returns the JSON of a problem on one line.
func problemJSON(err error) []byte {
	var p *Problem
	if !errors.As(err, &p) {
		p = problem(CodeInternal, language.Italian, err)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(p) // strings and whole numbers: it can't fail
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// JSON returns the problem as JSON on one line, as [Answer] does.
//
// Law: Regolamento; GDPR.
func (p *Problem) JSON() []byte { return problemJSON(p) }

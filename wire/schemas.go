package wire

import (
	_ "embed"
	"encoding/json"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
)

//go:embed openapi.json
var openAPI string

// OpenAPI returns the OpenAPI 3.1 document of the functions, each at /v1/ and its
// name: what a service that calls [Call] serves as its description.
//
// Law: Regolamento; GDPR.
func OpenAPI() []byte { return []byte(openAPI) }

// Schema is what a function takes and gives. Input and Output are JSON Schemas
// (2020-12), each with all that it refers to in it.
//
// Law: Regolamento; GDPR.
type Schema struct {
	Name        string           `json:"name"`          // of the function: "rights.timeline"
	Summary     string           `json:"summary"`       // the first sentence of the description, in English
	Description string           `json:"description"`   // in English
	Law         []gdpr.Provision `json:"law,omitempty"` // what it encodes
	Input       json.RawMessage  `json:"input"`
	Output      json.RawMessage  `json:"output"`
}

// Schemas are the schemas of all functions. The zero value has none: [ReadSchemas]
// makes them.
type Schemas struct {
	paths map[string]operation
	parts map[string]json.RawMessage
	refs  map[string][]string // by part, the parts that it refers to
}

type operation struct {
	Post struct {
		Summary     string           `json:"summary"`
		Description string           `json:"description"`
		Law         []gdpr.Provision `json:"x-law"`
	} `json:"post"`
}

const component = `"$ref":"#/components/schemas/`

// ReadSchemas returns the schemas of all functions. It reads the document, which
// takes some ten milliseconds: a host keeps what it returns.
//
// Law: Regolamento; GDPR.
func ReadSchemas() Schemas {
	var doc struct {
		Paths      map[string]operation `json:"paths"`
		Components struct {
			Schemas map[string]json.RawMessage `json:"schemas"`
		} `json:"components"`
	}
	_ = json.Unmarshal([]byte(openAPI), &doc) // it is our own: a test reads it
	s := Schemas{doc.Paths, doc.Components.Schemas, map[string][]string{}}
	for name, text := range s.parts {
		for rest := string(text); ; {
			_, after, ok := strings.Cut(rest, component)
			if !ok {
				break
			}
			var ref string
			ref, rest, _ = strings.Cut(after, `"`)
			if !slices.Contains(s.refs[name], ref) {
				s.refs[name] = append(s.refs[name], ref)
			}
		}
	}
	return s
}

// Of returns the schema of a function, and whether there is one of that name.
//
// Law: Regolamento; GDPR.
func (s Schemas) Of(name string) (Schema, bool) {
	o, ok := s.paths["/v1/"+name]
	if !ok {
		return Schema{}, false
	}
	return Schema{name, o.Post.Summary, o.Post.Description, o.Post.Law, s.whole(name + ".input"), s.whole(name + ".output")}, true
}

// Problem returns the JSON Schema of a [Problem].
//
// Law: Regolamento; GDPR.
func (s Schemas) Problem() json.RawMessage { return s.whole("wire.Problem") }

// whole returns a part with all that it refers to.
func (s Schemas) whole(name string) json.RawMessage {
	seen, order := map[string]bool{}, []string{}
	var walk func(name string)
	walk = func(name string) {
		for _, ref := range s.refs[name] {
			if !seen[ref] {
				seen[ref] = true
				order = append(order, ref)
				walk(ref)
			}
		}
	}
	walk(name)
	slices.Sort(order)
	var b strings.Builder
	b.WriteString(`{"$schema":"https://json-schema.org/draft/2020-12/schema",`)
	if len(order) > 0 {
		b.WriteString(`"$defs":{`)
		for i, part := range order {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + part + `":`)
			b.Write(s.parts[part])
		}
		b.WriteString(`},`)
	}
	b.WriteString(strings.TrimPrefix(string(s.parts[name]), "{"))
	return json.RawMessage(strings.ReplaceAll(b.String(), component, `"$ref":"#/$defs/`))
}

package schematest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/wire"
)

// TestOpenAPI: the document is one of OpenAPI 3.1 with each function.
func TestOpenAPI(t *testing.T) {
	doc, err := openapi3.NewLoader().LoadFromData(wire.OpenAPI())
	require.NoError(t, err)
	require.NoError(t, doc.Validate(t.Context()))
	require.Equal(t, "3.1.0", doc.OpenAPI)
	for name := range wire.Functions() {
		path := doc.Paths.Value("/v1/" + name)
		require.NotNil(t, path, name)
		require.Equal(t, name, path.Post.OperationID)
		require.NotEmpty(t, path.Post.Summary)
		require.True(t, path.Post.RequestBody.Value.Content.Get("application/json").Schema.Value.Type.Is("object"), name)
	}
}

// compile returns a schema by the validator.
func compile(t *testing.T, name string, text json.RawMessage) *jsonschema.Schema {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(t, err, name)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	require.NoError(t, c.AddResource("urn:"+name, doc), name)
	s, err := c.Compile("urn:" + name)
	require.NoError(t, err, name)
	return s
}

func valid(s *jsonschema.Schema, text []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

// TestEmpty: the schemas are valid, the empty object is an input of each function,
// and what it answers holds to the schema of the output or of a problem.
func TestEmpty(t *testing.T) {
	schemas := wire.ReadSchemas()
	problem := compile(t, "problem", schemas.Problem())
	for name := range wire.Functions() {
		t.Run(name, func(t *testing.T) {
			s, ok := schemas.Of(name)
			require.True(t, ok)
			input, output := compile(t, name+".input", s.Input), compile(t, name+".output", s.Output)
			require.NoError(t, valid(input, []byte("{}")))
			require.Error(t, valid(input, []byte(`{"nonsense":1}`)))
			require.Error(t, valid(input, []byte(`[]`)))
			answer, ok := wire.Answer(name, nil)
			if !ok {
				require.NoError(t, valid(problem, answer), "%s", answer)
				return
			}
			require.NoError(t, valid(output, answer), "%.2000s", answer)
			require.Error(t, valid(problem, answer))
			refused, ok := wire.Answer(name, []byte(`{"nonsense":1}`))
			require.False(t, ok)
			require.NoError(t, valid(problem, refused))
		})
	}
	require.Greater(t, strings.Count(string(wire.OpenAPI()), "operationId"), 200)
}

// TestCases: the suite's files hold to its schema, and the input and the answer of
// each case to those of its function.
func TestCases(t *testing.T) {
	text, err := os.ReadFile("../../conformance/schema.json")
	require.NoError(t, err)
	form := compile(t, "suite", text)
	names, err := filepath.Glob("../../conformance/cases/*.json")
	require.NoError(t, err)
	require.Greater(t, len(names), 10)
	schemas := wire.ReadSchemas()
	problem := compile(t, "problem", schemas.Problem())
	compiled := map[string]*jsonschema.Schema{}
	of := func(name string, text json.RawMessage) *jsonschema.Schema {
		if compiled[name] == nil {
			compiled[name] = compile(t, name, text)
		}
		return compiled[name]
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		require.NoError(t, valid(form, text), name)
		var file struct {
			Cases []struct {
				ID, Function string
				Input        json.RawMessage
			}
		}
		require.NoError(t, json.Unmarshal(text, &file))
		for _, c := range file.Cases {
			s, ok := schemas.Of(c.Function)
			require.True(t, ok, c.Function)
			require.NoError(t, valid(of(c.Function+".input", s.Input), c.Input), "%s %s", name, c.ID)
			answer, ok := wire.Answer(c.Function, c.Input)
			if !ok {
				require.NoError(t, valid(problem, answer), "%s %s", name, c.ID)
				continue
			}
			require.NoError(t, valid(of(c.Function+".output", s.Output), answer), "%s %s: %.500s", name, c.ID, answer)
		}
	}
}

package wire_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/wire"
)

// TestSchemas: each function has a schema of its own input and output. That the
// schemas are valid, and hold what is read and written, is for a validator: see
// examples/schematest.
func TestSchemas(t *testing.T) {
	schemas := wire.ReadSchemas()
	for name := range wire.Functions() {
		s, ok := schemas.Of(name)
		require.True(t, ok, name)
		require.NotEmpty(t, s.Summary, name)
		require.NotEmpty(t, s.Description, name)
		for _, text := range []json.RawMessage{s.Input, s.Output} {
			var v struct {
				Type       string
				Defs       map[string]json.RawMessage `json:"$defs"`
				Properties map[string]json.RawMessage
			}
			require.NoError(t, json.Unmarshal(text, &v), "%s %.200s", name, text)
			require.Equal(t, "object", v.Type, name)
			require.NotContains(t, string(text), "#/components")
		}
		require.Contains(t, string(s.Input), `"language"`, name)
	}
	_, ok := schemas.Of("rights")
	require.False(t, ok)
	require.Contains(t, string(schemas.Problem()), "wire.Fault")
	require.True(t, json.Valid(wire.OpenAPI()))
	_, ok = wire.Schemas{}.Of("rights.timeline")
	require.False(t, ok)
}

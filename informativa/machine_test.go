package informativa_test

import (
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/internal/wordscan"
)

// TestMachineIsFresh asserts that the machines are those of the rules.
func TestMachineIsFresh(t *testing.T) {
	for _, dir := range [...]string{"rules", "rules/de"} {
		m, err := wordscan.Compile(os.DirFS(dir), "*.txt")
		require.NoError(t, err)
		want, err := m.AppendBinary(nil)
		require.NoError(t, err)
		got, err := os.ReadFile(dir + "/machine.bin")
		require.NoError(t, err)
		require.True(t, string(want) == string(got), "informativa/%s/machine.bin is stale: run go generate", dir)
	}
}

// TestGermanOutputs asserts that the German rules have the outputs of the Italian
// ones: what the scan asks for by name is asked of both.
func TestGermanOutputs(t *testing.T) {
	outputs := func(dir string) []string {
		data, err := os.ReadFile(dir + "/machine.bin")
		require.NoError(t, err)
		m, err := wordscan.Load(string(data))
		require.NoError(t, err)
		return slices.Sorted(slices.Values(m.Outputs()))
	}
	require.Equal(t, outputs("rules"), outputs("rules/de"))
}

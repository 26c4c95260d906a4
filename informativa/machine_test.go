package informativa_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/internal/wordscan"
)

// TestMachineIsFresh asserts that the machine is that of the rules.
func TestMachineIsFresh(t *testing.T) {
	m, err := wordscan.Compile(os.DirFS("rules"), "*.txt")
	require.NoError(t, err)
	want, err := m.AppendBinary(nil)
	require.NoError(t, err)
	got, err := os.ReadFile("rules/machine.bin")
	require.NoError(t, err)
	require.True(t, string(want) == string(got), "informativa/rules/machine.bin is stale: run go generate")
}

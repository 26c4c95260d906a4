package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/examples/internal/launch"
)

// TestFolder asserts that the program is where it is looked for. That it is built
// and run is for .ci/run to assert: to build it takes a module that the library
// does without.
func TestFolder(t *testing.T) {
	dir, err := launch.Folder("verifica")
	require.NoError(t, err)
	here, err := os.Getwd()
	require.NoError(t, err)
	require.Equal(t, filepath.Join(here, "program"), dir)
	module, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	require.NoError(t, err)
	require.Contains(t, string(module), "module github.com/b58db29f/gdpr/examples/verifica/program\n")
}

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/examples/internal/launch"
)

// TestFolder asserts that the program is where it is looked for; its own module
// has its tests.
func TestFolder(t *testing.T) {
	dir, err := launch.Folder("carte")
	require.NoError(t, err)
	here, err := os.Getwd()
	require.NoError(t, err)
	require.Equal(t, filepath.Join(here, "program"), dir)
	module, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	require.NoError(t, err)
	require.Contains(t, string(module), "module github.com/b58db29f/gdpr/examples/carte/program\n")
}

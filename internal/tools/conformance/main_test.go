package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFresh: the files are what the tables and the library say.
func TestFresh(t *testing.T) {
	t.Chdir("../../..")
	files, err := generate(".")
	require.NoError(t, err)
	require.Greater(t, len(files), 8)
	for name, want := range files {
		got, err := os.ReadFile(name)
		require.NoError(t, err)
		require.True(t, string(want) == string(got), "go run ./internal/tools/conformance rewrites %s", name)
	}
}

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestFresh: the generated files are what the structs say.
func TestFresh(t *testing.T) {
	t.Chdir("../../..")
	files, err := generate(".")
	require.NoError(t, err)
	require.Greater(t, len(files), 4)
	for name, want := range files {
		got, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), "go generate . rewrites %s", name)
	}
}

func TestRefuses(t *testing.T) {
	for source, want := range map[string]string{
		"//facts:bits x.y\ntype F struct {\n\tA gdpr.Answer\n}":                                                "no name in JSON",
		"//facts:what\ntype F struct {\n\tA gdpr.Answer `json:\"a\"`\n}":                                       "directive",
		"//facts:bits x.y\n//facts:not b\ntype F struct {\n\tA gdpr.Answer `json:\"a\"`\n}":                    "no fact b",
		"//facts:bits x.y\ntype F struct {\n\tA gdpr.Answer `json:\"a.b\"`\n\tB gdpr.Answer `json:\"a_b\"`\n}": "two facts have the bit aB",
	} {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "x.go"), []byte("package x\n\n"+source+"\n"), 0o644))
		_, err := generate(dir)
		require.ErrorContains(t, err, want, source)
	}
}

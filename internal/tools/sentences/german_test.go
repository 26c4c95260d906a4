package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAnotherLanguage: a language more is one file a package and no line of code.
// It builds the catalogue with German files that are for this test alone, in place
// of the one that is checked in, and runs testdata/german/german_test.go.txt with it.
func TestAnotherLanguage(t *testing.T) {
	catalog, err := filepath.Abs("../../catalog")
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(catalog, "sentences", "*.txt"))
	require.NoError(t, err)
	checkedIn, err := generate(files)
	require.NoError(t, err)
	standing, err := os.ReadFile(filepath.Join(catalog, "sentences_gen.go"))
	require.NoError(t, err)
	require.Equal(t, string(standing), string(checkedIn), "run go generate ./internal/catalog")

	german, err := filepath.Glob("testdata/german/*.de.txt")
	require.NoError(t, err)
	require.NotEmpty(t, german)
	source, err := generate(append(files, german...))
	require.NoError(t, err)
	dir := t.TempDir()
	generated := filepath.Join(dir, "sentences_gen.go")
	require.NoError(t, os.WriteFile(generated, source, 0o600))
	test, err := filepath.Abs("testdata/german/german_test.go.txt")
	require.NoError(t, err)
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {
		filepath.Join(catalog, "sentences_gen.go"): generated,
		filepath.Join(catalog, "german_test.go"):   test,
	}})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "overlay.json"), overlay, 0o600))
	cmd := exec.Command("go", "test", "-count=1", "-overlay", filepath.Join(dir, "overlay.json"), "-run", "TestGermanPrintsThrough", "-v", ".")
	cmd.Dir = catalog
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.Contains(t, string(out), "--- PASS: TestGermanPrintsThrough")
}

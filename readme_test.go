package gdpr_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestReadmeRuns: the whole programs of both READMEs run, and print what stands
// behind their last line, if something does.
func TestReadmeRuns(t *testing.T) {
	if testing.Short() {
		t.Log("not run: it builds programs, which takes seconds")
		return
	}
	programs := 0
	for _, name := range []string{"README.md", "README.it.md"} {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, block := range strings.Split(string(text), "```go\n")[1:] {
			source, _, _ := strings.Cut(block, "```")
			if !strings.HasPrefix(source, "package main") {
				continue
			}
			programs++
			file := filepath.Join(t.TempDir(), "main.go")
			require.NoError(t, os.WriteFile(file, []byte(source), 0o600))
			out, err := exec.Command("go", "run", file).CombinedOutput()
			require.NoError(t, err, "%s: %s", name, out)
			_, want, found := strings.Cut(source, "// prints ")
			if found {
				want, _, _ = strings.Cut(want, "\n")
				require.Equal(t, want, strings.TrimSpace(string(out)), name)
			}
		}
	}
	require.Equal(t, 2, programs)
}

package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/wire"
)

// suite is the conformance suite of the project.
const suite = "../../conformance/cases"

// requests are calls whose answers a door must give to the byte, beside the whole
// suite: letters beyond ASCII, problems, a name that isn't there, no input.
func requests(t *testing.T) []string {
	all := slices.Clone(edges)
	files, err := filepath.Glob(filepath.Join(suite, "*.json"))
	require.NoError(t, err)
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		var file struct {
			Cases []struct {
				Function string          `json:"function"`
				Input    json.RawMessage `json:"input"`
			} `json:"cases"`
		}
		require.NoError(t, json.Unmarshal(data, &file), name)
		for _, c := range file.Cases {
			var line bytes.Buffer
			require.NoError(t, json.Compact(&line, c.Input))
			all = append(all, c.Function+"\t"+line.String())
		}
	}
	require.Greater(t, len(all), 2000, "the suite is there")
	return all
}

var edges = []string{
	"rights.timeline\t" + `{"request":{"right":"access","received":"2026-11-08"},"policy":{"regime":"public"}}`,
	"rights.timeline\t" + `{"request":{"right":"access","received":"2026-02-30"}}`,
	"breach.assess\t" + `{"facts":{}}`,
	"dpia.screen\t" + `{"facts":{}}`,
	"dpia.screen.next\t" + `{"facts":{}}`,
	"informativa.scan\t" + `{"text":"Il titolare è il Comune di Poggiolieto. Perché trattiamo i dati: “servizi” à la carte."}`,
	"rights.timeline\t" + `{"nobody":"à"}`,
	"no.such.function\t" + `{}`,
	"gdpr.deadline\t",
}

// answers are what package wire says, a line a request.
func answers(requests []string) string {
	var b strings.Builder
	for _, r := range requests {
		name, input, _ := strings.Cut(r, "\t")
		answer, _ := wire.Answer(name, []byte(input))
		b.Write(answer)
		b.WriteByte('\n')
	}
	return b.String()
}

// TestDoors calls the shared library from each language that is here, and
// expects the bytes of package wire.
func TestDoors(t *testing.T) {
	cc := need(t, "cc")
	dir := t.TempDir()
	all := requests(t)
	input, want := strings.Join(all, "\n")+"\n", answers(all)
	library := filepath.Join(dir, "libgdpr.so")
	run(t, dir, "", "go", "build", "-C", folder(t), "-buildmode=c-shared", "-o", library, ".")
	require.NoError(t, os.CopyFS(dir, os.DirFS("testdata")))
	t.Run("header", func(t *testing.T) { // declares what the library exports, with the same types
		both := "#include \"gdpr.h\"\n#include \"libgdpr.h\"\nint main(void) { return 0; }\n"
		require.NoError(t, os.WriteFile(filepath.Join(dir, "both.c"), []byte(both), 0o644))
		run(t, dir, "", cc, "-Wall", "-Werror", "-I", folder(t), "-I", ".", "-c", "both.c")
	})
	t.Run("C", func(t *testing.T) {
		run(t, dir, "", cc, "-Wall", "-Werror", "-I", folder(t), "-o", "try", "try.c", library)
		same(t, want, run(t, dir, input, "./try"))
	})
	t.Run("Python", func(t *testing.T) {
		python := need(t, "python3")
		same(t, want, run(t, dir, input, python, "try.py", library))
	})
	t.Run("PHP", func(t *testing.T) {
		php := need(t, "php")
		if !strings.Contains(run(t, dir, "", php, "-m"), "\nFFI\n") {
			t.Skip("not run: this PHP has no FFI")
		}
		same(t, want, run(t, dir, input, php, "-d", "ffi.enable=1", "try.php", library))
	})
	t.Run("C#", func(t *testing.T) { // by Mono; .NET has the same DllImport
		mcs, mono := need(t, "mcs"), need(t, "mono")
		run(t, dir, "", mcs, "-out:Try.exe", "Try.cs")
		same(t, want, run(t, dir, input, "env", "LD_LIBRARY_PATH="+dir, mono, "Try.exe"))
	})
	t.Run("Java", func(t *testing.T) {
		java, javac := need(t, "java"), need(t, "javac")
		if v := run(t, dir, "", javac, "-version"); !strings.HasPrefix(v, "javac 17.") {
			t.Skipf("the test program is for Java 17, here is %s", v)
		}
		run(t, dir, "", javac, "--add-modules", "jdk.incubator.foreign", "Try.java")
		same(t, want, run(t, dir, input, java, "--add-modules", "jdk.incubator.foreign", "--enable-native-access=ALL-UNNAMED", "Try", library))
	})
}

// same compares line by line, for a difference that can be read.
func same(t *testing.T, want, got string) {
	t.Helper()
	wanted, lines := strings.Split(want, "\n"), strings.Split(got, "\n")
	require.Len(t, lines, len(wanted))
	for i, line := range wanted {
		require.Equal(t, line, lines[i], i)
	}
}

func folder(t *testing.T) string {
	dir, err := os.Getwd()
	require.NoError(t, err)
	return dir
}

// need finds a program, or leaves the test out with a word.
func need(t *testing.T, name string) string {
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("not run: there is no %s", name)
	}
	return path
}

// run runs a command and returns what it printed.
func run(t *testing.T, dir, stdin string, command ...string) string {
	t.Helper()
	c := exec.Command(command[0], command[1:]...)
	c.Dir = dir
	c.Stdin = strings.NewReader(stdin)
	var out, problems bytes.Buffer
	c.Stdout, c.Stderr = &out, &problems
	err := c.Run()
	require.NoError(t, err, fmt.Sprintf("%v: %s", command, problems.String()))
	if slices.Contains(command, "-version") && out.Len() == 0 {
		return problems.String()
	}
	return out.String()
}

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
		"//facts:bits x.y\n//facts:only b\ntype F struct {\n\tA gdpr.Answer `json:\"a\"`\n}":                   "no fact b",
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

// TestBlock: a struct with bits of its own keeps its order, its questions and its
// opposites in another one; a fact that no decision hangs on has no bit.
func TestBlock(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "x.go"), []byte("package x\n\n"+
		"//facts:bits x.outer outer\n//facts:only a b\ntype Outer struct {\n\tA gdpr.Answer `json:\"a\"`\n\tIn Inner `json:\"in\"`\n\tB gdpr.Answer `json:\"b\"`\n\tC gdpr.Answer `json:\"c\"`\n}\n\n"+
		"//facts:bits x.inner inner\n//facts:not p\ntype Inner struct {\n\tP gdpr.Answer `json:\"p\"`\n\tQ gdpr.Answer `json:\"q\"`\n}\n\n"+
		"var _ = outerAgainst\n"), 0o644))
	files, err := generate(dir)
	require.NoError(t, err)
	text := string(files[filepath.Join(dir, "facts_gen.go")])
	for _, want := range []string{
		"outerA = iota\n\touterIn\n\t_\n\touterB\n",
		"outerIn + innerNotP: {Field: \"in.p\", Code: \"x.inner.p.ask\"}",
		"in := o.In.said()\n\tyes |= in.Yes << outerIn\n",
		"var outerAgainst = kleene.Of(outerIn + innerNotP)",
		"o.C = answer", // it can be set all the same
	} {
		require.Contains(t, text, want)
	}
	require.NotContains(t, text, "outerC ")
}

package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const root = "../../.."

// TestFresh: the generated files are what the constants say.
func TestFresh(t *testing.T) {
	t.Chdir(root)
	files, err := generate(".")
	require.NoError(t, err)
	require.Greater(t, len(files), 8)
	for name, want := range files {
		got, err := os.ReadFile(name)
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), "go generate . rewrites %s", name)
	}
}

// TestEveryEnumeration: a block of exported constants that are numbered has a
// directive.
func TestEveryEnumeration(t *testing.T) {
	t.Chdir(root)
	apart := map[string]bool{
		"gdpr.Answer": true,                         // null, false and true
		"pdnd.Kind":   true, "pdnd.IssueCode": true, // the platform's own words
	}
	pkgs, err := read(".")
	require.NoError(t, err)
	for _, p := range pkgs {
		marked := map[string]bool{}
		for _, e := range p.Enums {
			marked[e.Type] = true
		}
		names, err := filepath.Glob(filepath.Join(p.Dir, "*.go"))
		require.NoError(t, err)
		for _, name := range names {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			require.NoError(t, err)
			for _, decl := range file.Decls {
				g, ok := decl.(*ast.GenDecl)
				if !ok || g.Tok != token.CONST {
					continue
				}
				v := g.Specs[0].(*ast.ValueSpec)
				of, ok := v.Type.(*ast.Ident)
				if ok && len(v.Values) == 1 && ast.IsExported(of.Name) && strings.Contains(expression(v.Values[0]), "iota") {
					require.True(t, marked[of.Name] || apart[p.Name+"."+of.Name], "%s: %s has no //words: directive", name, of.Name)
				}
			}
		}
	}
}

func TestRefuses(t *testing.T) {
	for source, want := range map[string]string{
		"//words:plain\nconst (\n\tA T = iota + 1 // Big\n)":             "doesn't begin with its word",
		"//words:plain\nconst (\n\tA T = iota + 1 // a\n\tB // a\n)":     "stands for two values",
		"//words:plain\nconst (\n\tA T = 1 << iota // a\n)":              "a set has bits",
		"//words:plain\nconst (\n\tA T = 7 // a\n)":                      "the first value is 7",
		"//words:plain\nconst (\n\tA T = iota // a\n\tB T = 9 // b\n)":   "a value of its own",
		"//words:plain\nconst (\n\tA = iota // a\n)":                     "no type or no value",
		"//words:plain\n//words:also x y\nconst (\n\tA T = iota // a\n)": "also x y",
		"//words:label\nconst (\n\tA T = iota // a\n)":                   "directive",
	} {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "x.go"), []byte("package x\n\n// Doc.\n//\n"+source+"\n"), 0o644))
		_, err := generate(dir)
		require.ErrorContains(t, err, want, source)
	}
}

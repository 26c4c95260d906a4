package register_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Each code in the source has its sentence, and each sentence of the package
// that isn't made of parts is used.
func TestSentences(t *testing.T) {
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	used := map[string]bool{}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		require.NoError(t, err)
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, err := strconv.Unquote(lit.Value)
				require.NoError(t, err)
				if strings.HasPrefix(s, "register.") {
					used[s] = true
				}
			}
			return true
		})
	}
	for code := range used {
		if !strings.HasSuffix(code, ".") {
			require.True(t, catalog.Has(code), code)
		}
	}
	made := []string{"ask", "outcome", "function", "basis", "norm_kind", "kind", "sector", "matter", "condition", "safeguard", "place", "content", "sheet", "column", "item", "term", "op"}
	for e := range catalog.Entries() {
		rest, ours := strings.CutPrefix(e.Key, "register.")
		if !ours || used[e.Key] {
			continue
		}
		group, _, _ := strings.Cut(rest, ".")
		require.Contains(t, made, group, e.Key)
	}
}

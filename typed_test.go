package gdpr_test

import (
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/lawdoc"
)

// The law is decided by typed values: a corrected citation, or a constant put in
// another place of its block, must never change an answer. The tests of this file
// read the sources for comparisons that would let it.

// readsCitations are the files that may compare a provision with a text, each with
// what it reads there: a citation is then what the answer is about, and not what
// decides it.
var readsCitations = map[string]string{
	"provision.go":                   "tells the act of a provision",
	"breach/law.go":                  "cites for the police what is cited of the GDPR, article by article: the duty is the same",
	"fine.go":                        "the tiers of fine are lists of provisions, by the words of GDPR 83 and Codice 166",
	"informativa/check.go":           "which articles, and which condition, the notice itself cites",
	"informativa/check_reading.go":   "which articles the text itself cites",
	"informativa/check_repealed.go":  "which act the text itself cites",
	"informativa/scan_citation.go":   "reads the citations of a text",
	"informativa/notice_elements.go": "which articles the notice itself cites",
	"informativa/render_sections.go": "prints the articles that the notice itself cites",
	"register/pdnd/check_notice.go":  "which articles the notice itself cites",
}

func TestNoLawByCitation(t *testing.T) {
	compared := map[string]bool{}
	for _, f := range written(t) {
		constants := provisionConstants(f.AST)
		cited := func(e ast.Expr) bool { return isCitation(e) || isNamed(e, constants) || isPart(e) }
		ast.Inspect(f.AST, func(n ast.Node) bool {
			found := false
			switch n := n.(type) {
			case *ast.BinaryExpr:
				found = (n.Op == token.EQL || n.Op == token.NEQ) && (cited(n.X) || cited(n.Y)) && !isEmpty(n.X) && !isEmpty(n.Y)
			case *ast.SwitchStmt:
				found = n.Tag != nil && isPart(n.Tag)
			case *ast.CaseClause:
				found = slices.ContainsFunc(n.List, func(e ast.Expr) bool { return isCitation(e) || isNamed(e, constants) })
			}
			if found {
				compared[f.Path] = true
				if readsCitations[f.Path] == "" {
					t.Errorf("%s compares a citation: decide by a typed value", f.Path)
				}
			}
			return true
		})
	}
	for file := range readsCitations {
		require.True(t, compared[file], "%s compares no citation any more: take it off the list", file)
	}
}

// scales are the enumerations whose order is their meaning, each with the reason.
var scales = map[string]string{
	"gdpr.Regime":   "each regime has what the next one has",
	"gdpr.Severity": "from advice to violation",
	"gdpr.Fine":     "from the lightest tier to the heaviest",
}

func TestNoLawByOrder(t *testing.T) {
	enumerations := enumerationConstants(t)
	for _, f := range written(t) {
		inside, imports := packageOf(f.Path), importsOf(f.AST)
		of := func(e ast.Expr) string { return enumerationOf(e, inside, imports, enumerations) }
		ast.Inspect(f.AST, func(n ast.Node) bool {
			var operands []ast.Expr
			switch n := n.(type) {
			case *ast.BinaryExpr:
				switch n.Op {
				case token.LSS, token.GTR, token.LEQ, token.GEQ, token.ADD, token.SUB:
					operands = []ast.Expr{n.X, n.Y}
				}
			case *ast.IncDecStmt:
				operands = []ast.Expr{n.X}
			case *ast.CallExpr:
				if isName(n.Fun, "min") || isName(n.Fun, "max") {
					operands = n.Args
				}
			case *ast.ArrayType:
				if n.Len != nil {
					operands = []ast.Expr{n.Len}
				}
			}
			for _, e := range operands {
				if enum := of(e); enum != "" && scales[enum] == "" && !orderAllowed(f.Path, enum) {
					t.Errorf("%s decides by the order of %s: use a table, Valid, Values or the generated count", f.Path, enum)
				}
			}
			return true
		})
	}
}

// orderAllowed reports whether a file may use the order of an enumeration, and why.
func orderAllowed(file, enum string) bool {
	return map[[2]string]string{
		{"roles/assignment.go", "roles.Role"}:   "the length of a public array by role, from the controller to the officer",
		{"rights/channel.go", "rights.Channel"}: "which channels are electronic: a range of the block until the rules of rights are tables",
		{"rights/status.go", "rights.State"}:    "which states are open: likewise",
		{"rights/duty.go", "rights.Right"}:      "the length of an array by right: likewise",
	}[[2]string{file, enum}] != ""
}

// written are the library's files that people write.
func written(t *testing.T) []lawdoc.File {
	return slices.DeleteFunc(library(t), func(f lawdoc.File) bool { return strings.HasSuffix(f.Path, "_gen.go") })
}

func packageOf(file string) string {
	if dir := path.Dir(file); dir != "." {
		return path.Base(dir)
	}
	return "gdpr"
}

// importsOf returns the packages of the library that a file imports, by the name
// that it gives them.
func importsOf(f *ast.File) map[string]string {
	imports := map[string]string{}
	for _, spec := range f.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil || !strings.HasPrefix(p, module) {
			continue
		}
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imports[name] = path.Base(p)
	}
	return imports
}

const module = "github.com/b58db29f/gdpr"

// enumerationConstants returns the enumeration of each constant, as "pkg.Type" by
// "pkg.Constant": those of a block under a //words: directive, but for sets of bits.
func enumerationConstants(t *testing.T) map[string]string {
	constants := map[string]string{}
	for _, f := range written(t) {
		for _, decl := range f.AST.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok || d.Tok != token.CONST || d.Doc == nil || !slices.ContainsFunc(d.Doc.List, isEnumeration) {
				continue
			}
			var enum string
			for _, spec := range d.Specs {
				v := spec.(*ast.ValueSpec)
				if v.Type != nil {
					enum = v.Type.(*ast.Ident).Name
				}
				for _, name := range v.Names {
					constants[packageOf(f.Path)+"."+name.Name] = packageOf(f.Path) + "." + enum
				}
			}
		}
	}
	require.Equal(t, "gdpr.Regime", constants["gdpr.PublicLaw"])
	require.Equal(t, "register.Kind", constants["register.Sexual"])
	require.Greater(t, len(constants), 400)
	return constants
}

func isEnumeration(c *ast.Comment) bool {
	return strings.HasPrefix(c.Text, "//words:label") || strings.HasPrefix(c.Text, "//words:plain")
}

// enumerationOf returns the enumeration that a constant in e belongs to, "" if
// there is none.
func enumerationOf(e ast.Expr, inside string, imports, enumerations map[string]string) string {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return enumerationOf(e.X, inside, imports, enumerations)
	case *ast.Ident:
		return enumerations[inside+"."+e.Name]
	case *ast.SelectorExpr:
		if x, ok := e.X.(*ast.Ident); ok && imports[x.Name] != "" {
			return enumerations[imports[x.Name]+"."+e.Sel.Name]
		}
	case *ast.BinaryExpr:
		if left := enumerationOf(e.X, inside, imports, enumerations); left != "" {
			return left
		}
		return enumerationOf(e.Y, inside, imports, enumerations)
	}
	return ""
}

// provisionConstants are the constants of a file that are provisions.
func provisionConstants(f *ast.File) map[string]bool {
	names := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		v, ok := n.(*ast.ValueSpec)
		if !ok || len(v.Values) != len(v.Names) {
			return true
		}
		for i, name := range v.Names {
			if isCitation(v.Values[i]) && name.Obj != nil && name.Obj.Kind == ast.Con {
				names[name.Name] = true
			}
		}
		return true
	})
	return names
}

// isCitation reports whether e is a text that cites an act of law.
func isCitation(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return false
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil || text == "" {
		return false
	}
	_, err = gdpr.ParseProvision(text)
	return err == nil
}

// isPart reports whether e asks for a part of a provision.
func isPart(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && slices.Contains([]string{"Act", "Article", "Paragraph", "Letter"}, sel.Sel.Name)
}

func isNamed(e ast.Expr, names map[string]bool) bool {
	x, ok := e.(*ast.Ident)
	return ok && names[x.Name]
}

func isName(e ast.Expr, name string) bool {
	x, ok := e.(*ast.Ident)
	return ok && x.Name == name
}

func isEmpty(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && lit.Value == `""`
}

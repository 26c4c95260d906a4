package gdpr_test

import (
	"go/ast"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
	"github.com/b58db29f/gdpr/internal/lawdoc"
	"github.com/b58db29f/gdpr/regolamento"
)

// The tests of this file hold the whole module to its promises: it is pure, it
// cites the law canonically, every comma is encoded, and every sentence stands
// in both languages.

func library(t *testing.T) []lawdoc.File {
	files, err := lawdoc.Files(os.DirFS("."))
	require.NoError(t, err)
	require.Greater(t, len(files), 20)
	return files
}

// TestPurity: no clock, environment, files, network, goroutines or init, and no
// package variable that anyone writes.
func TestPurity(t *testing.T) {
	forbidden := map[string]bool{}
	for _, p := range strings.Fields("os os/exec os/signal net net/http log log/slog math/rand math/rand/v2 crypto/rand database/sql io/ioutil plugin syscall unsafe runtime time/tzdata") {
		forbidden[p] = true
	}
	calls := regexp.MustCompile(`^(time\.(Now|Local|LoadLocation|Since|Until|Sleep|After|Tick|NewTimer|NewTicker|AfterFunc)|date\.(Today|TodayIn|TodayUTC))$`)
	for _, f := range library(t) {
		for _, spec := range f.AST.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			require.False(t, forbidden[name], "%s imports %s", f.Path, name)
		}
		vars := map[string]bool{}
		for _, decl := range f.AST.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				require.False(t, d.Recv == nil && d.Name.Name == "init", "%s has an init", f.Path)
			case *ast.GenDecl:
				if d.Tok != token.VAR {
					continue
				}
				for _, spec := range d.Specs {
					for _, name := range spec.(*ast.ValueSpec).Names {
						require.False(t, name.IsExported(), "%s: exported variable %s: anyone could write it", f.Path, name.Name)
						vars[name.Name] = true
					}
				}
			}
		}
		ast.Inspect(f.AST, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				t.Errorf("%s starts a goroutine", f.Path)
			case *ast.SelectorExpr:
				if x, ok := n.X.(*ast.Ident); ok && calls.MatchString(x.Name+"."+n.Sel.Name) {
					t.Errorf("%s uses %s.%s", f.Path, x.Name, n.Sel.Name)
				}
			case *ast.CallExpr:
				if x, ok := n.Fun.(*ast.Ident); ok && x.Name == "panic" {
					t.Errorf("%s panics", f.Path)
				}
			}
			return true
		})
		for _, decl := range f.AST.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok && d.Body != nil {
				checkWrites(t, f.Path, d, vars)
			}
		}
	}
}

// checkWrites reports an assignment to a package variable in a function that
// has no variable of that name itself.
func checkWrites(t *testing.T, file string, d *ast.FuncDecl, vars map[string]bool) {
	local := map[string]bool{}
	for _, fields := range []*ast.FieldList{d.Recv, d.Type.Params, d.Type.Results} {
		if fields != nil {
			for _, field := range fields.List {
				for _, name := range field.Names {
					local[name.Name] = true
				}
			}
		}
	}
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for _, name := range n.Names {
				local[name.Name] = true
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if x, ok := e.(*ast.Ident); ok && n.Tok == token.DEFINE {
					local[x.Name] = true
				}
			}
		case *ast.FuncLit:
			for _, field := range n.Type.Params.List {
				for _, name := range field.Names {
					local[name.Name] = true
				}
			}
		case *ast.IncDecStmt:
			if x := root(n.X); vars[x] && !local[x] {
				t.Errorf("%s: %s writes the package variable %s", file, d.Name.Name, x)
			}
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				x := root(e)
				if n.Tok == token.DEFINE {
					local[x] = true
				} else if vars[x] && !local[x] {
					t.Errorf("%s: %s writes the package variable %s", file, d.Name.Name, x)
				}
			}
		}
		return true
	})
}

// root returns the variable of an expression such as a.b[i].
func root(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.StarExpr:
		return root(e.X)
	case *ast.ParenExpr:
		return root(e.X)
	}
	return ""
}

// plumbing are the methods that encode no law, whatever type has them.
var plumbing = strings.Fields("Set String MarshalText UnmarshalText MarshalJSON UnmarshalJSON Label Text Message IsZero All Has Len Values Valid Scan Value")

// TestLaw reads the doc comments: every exported symbol has one; every citation
// is canonical; the rule packages' functions all cite the law.
func TestLaw(t *testing.T) {
	for _, s := range lawdoc.Symbols(library(t)) {
		short := s.Name[strings.LastIndex(s.Name, ".")+1:]
		require.True(t, strings.HasPrefix(s.Doc, short+" ") || strings.HasPrefix(s.Doc, "A "+short+" ") || strings.HasPrefix(s.Doc, "An "+short+" "),
			"%s: the doc comment doesn't begin with the name: %q", s.Path(), s.Doc)
		for _, c := range s.Law {
			_, err := gdpr.ParseProvision(c)
			require.NoError(t, err, "%s cites %q", s.Path(), c)
		}
		require.True(t, s.Law == nil || s.LawLast, "%s: the Law: paragraph isn't the last one", s.Path())
		if s.Dir != "." && s.Func && !slices.Contains(plumbing, short) {
			require.NotEmpty(t, s.Law, "%s has no Law: paragraph", s.Path())
		}
	}
}

// TestEveryCommaIsEncoded holds the citations against the regulation: each comma
// that isn't a mere declaration is cited by an exported rule of its package.
func TestEveryCommaIsEncoded(t *testing.T) {
	symbols := lawdoc.Symbols(library(t))
	encoding := lawdoc.Encoding(symbols)
	for c := range regolamento.Commas() {
		if c.Kind == regolamento.Declaration {
			continue
		}
		own := slices.ContainsFunc(encoding[c.Provision], func(symbol string) bool {
			return slices.ContainsFunc(symbols, func(s lawdoc.Symbol) bool {
				return s.Path() == symbol && (s.Package == c.Package || c.Package == "gdpr" && s.Package == "regolamento" || strings.HasPrefix(s.Dir, c.Package+"/"))
			})
		})
		if !own {
			t.Errorf("%s (%s): no exported rule of package %s cites it", c.Provision, c.Title.EN, c.Package)
		}
	}
}

// TestProvisionsPage asserts that PROVISIONS.md is what go generate would write.
func TestProvisionsPage(t *testing.T) {
	page, err := os.ReadFile("PROVISIONS.md")
	require.NoError(t, err)
	require.True(t, string(page) == lawdoc.Page(lawdoc.Symbols(library(t))), "PROVISIONS.md is stale: run go generate")
}

// TestCodesPage asserts that CODES.md, the table behind gdpr.Rows and the comments
// of the constants are what go generate would write.
func TestCodesPage(t *testing.T) {
	files := library(t)
	codes := lawdoc.Codes(files)
	page, err := os.ReadFile("CODES.md")
	require.NoError(t, err)
	require.True(t, string(page) == lawdoc.CodesPage(codes), "CODES.md is stale: run go generate")
	table, err := lawdoc.CodesTable(codes)
	require.NoError(t, err)
	source, err := os.ReadFile("codes_gen.go")
	require.NoError(t, err)
	require.True(t, string(source) == string(table), "codes_gen.go is stale: run go generate")
	for _, f := range files {
		source, err := os.ReadFile(f.Path)
		require.NoError(t, err)
		commented, err := lawdoc.Commented(f.Path, source, codes)
		require.NoError(t, err)
		require.True(t, string(source) == string(commented), "%s: the comments of its codes are stale: run go generate", f.Path)
	}
}

// TestRows: what hosts list is what the rules declare, with law that is canonical
// and sentences in both languages.
func TestRows(t *testing.T) {
	last := gdpr.Code("")
	for r := range gdpr.Rows() {
		require.NotEqual(t, last, r.Code)
		last = r.Code
		require.NotZero(t, r.Severity, r.Code)
		require.NotEmpty(t, r.Sentence(language.Italian), r.Code)
		require.NotEmpty(t, r.Sentence(language.English), r.Code)
		for _, p := range r.Provisions {
			_, err := gdpr.ParseProvision(string(p))
			require.NoError(t, err, r.Code)
		}
	}
	for r := range gdpr.Rows() {
		if len(r.Provisions) > 0 {
			r.Provisions[0] = "GDPR 1"
		}
	}
	for r := range gdpr.Rows() {
		require.NotEqual(t, append([]gdpr.Provision{"GDPR 1"}, r.Provisions[min(1, len(r.Provisions)):]...), r.Provisions, "the table can't be changed from outside")
	}
	require.Empty(t, gdpr.Row{Code: "no.such"}.Sentence(language.Italian))
}

// TestCitationsInCode parses every string in the code that looks like a
// citation.
func TestCitationsInCode(t *testing.T) {
	found := 0
	for _, f := range library(t) {
		if strings.HasPrefix(f.Path, "internal/catalog/") {
			continue
		}
		ast.Inspect(f.AST, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			s, err := strconv.Unquote(lit.Value)
			require.NoError(t, err)
			act := gdpr.Provision(s).Act()
			place := strings.TrimPrefix(s, act)
			if act == "" || !regexp.MustCompile(`^ [0-9][^ ]*[^ (]$|^ [0-9]$`).MatchString(place) {
				return true
			}
			found++
			_, err = gdpr.ParseProvision(s)
			require.NoError(t, err, "%s cites %q", f.Path, s)
			return true
		})
	}
	require.Greater(t, found, 20)
}

// TestCodesAreTranslated: every constant of type gdpr.Code has a sentence in the
// catalogue, in both languages, and begins with its package's name.
func TestCodesAreTranslated(t *testing.T) {
	seen := map[string]string{}
	for _, f := range library(t) {
		ast.Inspect(f.AST, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || !isCode(spec.Type) {
				return true
			}
			for _, v := range spec.Values {
				lit, ok := v.(*ast.BasicLit)
				require.True(t, ok, "%s: a code that isn't a plain string", f.Path)
				code, err := strconv.Unquote(lit.Value)
				require.NoError(t, err)
				require.Equal(t, "", seen[code], "%s: %s is declared twice", f.Path, code)
				seen[code] = f.Path
				require.True(t, strings.HasPrefix(code, path.Base(path.Dir(f.Path))+"."), "%s: %s doesn't begin with the package's name", f.Path, code)
				require.True(t, catalog.Has(code), "%s: %s has no sentence", f.Path, code)
			}
			return true
		})
	}
	require.NotEmpty(t, seen)
}

func isCode(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "Code"
	case *ast.SelectorExpr:
		return e.Sel.Name == "Code"
	}
	return false
}

// TestCatalog: every entry has both languages, they take the same arguments, and
// what it says holds no trace of a format that went wrong.
func TestCatalog(t *testing.T) {
	verbs := regexp.MustCompile(`%(?:\[\d+\])?[a-z]`)
	last := ""
	for e := range catalog.Entries() {
		require.Less(t, last, e.Key, "the table is searched in the order of its keys")
		last = e.Key
		it, en := e.Say[0], e.Say[1]
		require.NotEmpty(t, strings.TrimSpace(it.Other), e.Key)
		require.NotEmpty(t, strings.TrimSpace(en.Other), e.Key)
		require.Equal(t, len(verbs.FindAllString(it.Other, -1)), len(verbs.FindAllString(en.Other, -1)), "%s: the languages take different arguments", e.Key)
		require.Equal(t, e.Count > 0, it.One != "" && en.One != "", "%s: singular and count go together", e.Key)
		args := []any{}
		for i, v := range verbs.FindAllString(it.Other, -1) {
			if strings.HasSuffix(v, "d") || i+1 == e.Count {
				args = append(args, 2)
			} else {
				args = append(args, "x")
			}
		}
		for _, tag := range []language.Tag{language.Italian, language.English} {
			text := catalog.Text(tag, e.Key, args...)
			require.NotEqual(t, e.Key, text)
			require.NotContains(t, text, "%!", e.Key)
		}
	}
	require.Equal(t, "no.such.key", catalog.Text(language.Italian, "no.such.key"))
	require.Empty(t, catalog.Label(language.Italian, "no.such.key"))
	require.False(t, catalog.Has("no.such.key"))
	for range catalog.Entries() {
		break
	}
}

// TestSentencesAreGenerated: the table is what the text files say.
func TestSentencesAreGenerated(t *testing.T) {
	seen := 0
	files, err := filepath.Glob("internal/catalog/sentences/*.txt")
	require.NoError(t, err)
	for _, file := range files {
		tag := language.MustParse(strings.Split(filepath.Base(file), ".")[1])
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, line := range strings.Split(string(text), "\n") {
			key, sentence, ok := strings.Cut(line, " = ")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			key, _, one := strings.Cut(key, "#one")
			entry, found := sentenceOf(key)
			require.True(t, found, "%s: %s: run go generate ./internal/catalog", file, key)
			forms := entry.In(tag)
			said := forms.Other
			if one {
				said = forms.One
			}
			require.Equal(t, strings.ReplaceAll(sentence, `\n`, "\n"), said, "%s: %s: run go generate ./internal/catalog", file, key)
			seen++
		}
	}
	require.Greater(t, seen, 3000)
}

func sentenceOf(key string) (catalog.Entry, bool) {
	for e := range catalog.Entries() {
		if e.Key == key {
			return e, true
		}
	}
	return catalog.Entry{}, false
}

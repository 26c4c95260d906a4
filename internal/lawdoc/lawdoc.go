// Package lawdoc reads the module's source: the Law: paragraphs of the doc
// comments, from which it writes which symbol encodes which comma of the municipal
// regulation, and the rows of findings, from which it writes the list of codes. It
// is to law what a coverage report is to code.
package lawdoc

import (
	"fmt"
	"go/ast"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/regolamento"
)

// Symbol is an exported symbol of a package and what its doc comment says.
type Symbol struct {
	Dir     string // folder below the module: "rights", "." for the root
	Package string // "rights"
	Name    string // "Term", "Term.After"
	Func    bool   // a function or a method
	Doc     string
	Law     []string // the citations of its Law: paragraph, as they stand
	LawLast bool     // the Law: paragraph is the last one
}

// Path returns the symbol with its package: "rights.Request.Timeline".
func (s Symbol) Path() string { return s.Package + "." + s.Name }

// File is a Go file of the library: not a test, and not of the modules and
// folders beside it (examples, tools).
type File struct {
	Path string // below the module: "rights/request.go"
	AST  *ast.File
	set  *token.FileSet
}

// Line returns the line of a place in the file.
func (f File) Line(pos token.Pos) int { return f.set.Position(pos).Line }

// Files parses the library's files in the order of their paths.
func Files(module fs.FS) ([]File, error) {
	var files []File
	set := token.NewFileSet()
	err := fs.WalkDir(module, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if p != "." && (p == "examples" || p == "tools" || p == "internal/tools" || d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".")) {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		source, err := fs.ReadFile(module, p)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(set, p, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, File{p, file, set})
		return nil
	})
	return files, err
}

// Symbols returns the exported symbols of the public packages among files, in
// the order of the files.
func Symbols(files []File) []Symbol {
	var symbols []Symbol
	for _, f := range files {
		dir := path.Dir(f.Path)
		if dir == "internal" || strings.HasPrefix(dir, "internal/") || strings.Contains(dir, "/internal") {
			continue
		}
		add := func(name string, fn bool, doc *ast.CommentGroup) {
			s := Symbol{Dir: dir, Package: f.AST.Name.Name, Name: name, Func: fn, Doc: doc.Text()}
			s.Law, s.LawLast = law(s.Doc)
			symbols = append(symbols, s)
		}
		for _, decl := range f.AST.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				name := d.Name.Name
				if d.Recv != nil {
					receiver := receiver(d.Recv.List[0].Type)
					if !ast.IsExported(receiver) {
						continue
					}
					name = receiver + "." + name
				}
				if d.Name.IsExported() {
					add(name, true, d.Doc)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if t, ok := spec.(*ast.TypeSpec); ok && t.Name.IsExported() {
						doc := t.Doc
						if doc == nil {
							doc = d.Doc
						}
						add(t.Name.Name, false, doc)
					}
				}
			}
		}
	}
	return symbols
}

func receiver(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiver(t.X)
	case *ast.IndexExpr:
		return receiver(t.X)
	case *ast.Ident:
		return t.Name
	}
	return ""
}

// law returns the citations of the doc comment's Law: paragraph, and whether it
// is the last one.
func law(doc string) (citations []string, last bool) {
	var p comment.Parser
	blocks := p.Parse(doc).Content
	for i, block := range blocks {
		par, ok := block.(*comment.Paragraph)
		if !ok {
			continue
		}
		text, ok := strings.CutPrefix(plain(par.Text), "Law: ")
		if !ok {
			continue
		}
		text = strings.TrimSuffix(strings.Join(strings.Fields(text), " "), ".")
		return strings.Split(text, "; "), i == len(blocks)-1
	}
	return nil, false
}

func plain(text []comment.Text) string {
	var b strings.Builder
	for _, t := range text {
		switch t := t.(type) {
		case comment.Plain:
			b.WriteString(string(t))
		case comment.Italic:
			b.WriteString(string(t))
		case *comment.Link:
			b.WriteString(plain(t.Text))
		case *comment.DocLink:
			b.WriteString(plain(t.Text))
		}
	}
	return b.String()
}

// Encoding returns for each provision the paths of the symbols that cite it, in
// the order of the symbols.
func Encoding(symbols []Symbol) map[gdpr.Provision][]string {
	encoding := map[gdpr.Provision][]string{}
	for _, s := range symbols {
		for _, c := range s.Law {
			if p := gdpr.Provision(c); !slices.Contains(encoding[p], s.Path()) {
				encoding[p] = append(encoding[p], s.Path())
			}
		}
	}
	return encoding
}

// Page returns PROVISIONS.md: each comma of the municipal regulation and each
// section of the web notice, with the symbols that encode it.
func Page(symbols []Symbol) string {
	encoding := Encoding(symbols)
	var b strings.Builder
	b.WriteString("# Which symbol encodes which provision\n\n")
	b.WriteString("Written by `go generate` from the `Law:` paragraphs of the doc comments; a test asserts that it is current.\n\n")
	b.WriteString("*Computed*: a rule computes or compares what the comma asks. *Asked*: the host's own yes or no, day or text is taken. *In part*: part of its content isn't there, and why. *Cited*: nothing of it is computed, and why. Beside it, the general law that says the same, whole or in its core; without one, the comma binds who adopted the template alone.\n\n")
	b.WriteString("| provision | what it says | kind | encoded | general law | symbols |\n|---|---|---|---|---|---|\n")
	for c := range regolamento.Commas() {
		symbols := strings.Join(encoding[c.Provision], "`, `")
		if symbols != "" {
			symbols = "`" + symbols + "`"
		}
		general := ""
		if share, same := gdpr.Concordance(c.Provision); same != "" {
			general = share.String() + ": " + string(same)
		}
		state := strings.ReplaceAll(c.State.String(), "_", " ")
		if c.Left.EN != "" {
			state += ": " + c.Left.EN
		}
		fmt.Fprintf(&b, "| %s | **%s.** %s | %s | %s | %s | %s |\n", c.Provision, c.Title.EN, c.Summary.EN, c.Kind, state, general, symbols)
	}
	return b.String()
}

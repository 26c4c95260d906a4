package main

import (
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"strings"

	"github.com/b58db29f/gdpr/internal/lawdoc"
)

// docs are the comments of a module, by symbol.
type docs struct {
	symbols map[string]lawdoc.Symbol // "rights.Request.Timeline"
	types   map[string]string        // "rights.Request"
	fields  map[string]string        // "rights.Request.Received"
	words   map[string]string        // "rights.Right.access": the comment of a constant
}

func readDocs(root string) (*docs, error) {
	files, err := lawdoc.Files(os.DirFS(root))
	if err != nil {
		return nil, err
	}
	d := &docs{map[string]lawdoc.Symbol{}, map[string]string{}, map[string]string{}, map[string]string{}}
	for _, s := range lawdoc.Symbols(files) {
		d.symbols[s.Path()] = s
	}
	for _, f := range files {
		for _, decl := range f.AST.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				if t, ok := spec.(*ast.TypeSpec); ok {
					d.typ(f.AST.Name.Name, g, t)
				}
			}
			if g.Tok == token.CONST {
				d.constants(f.AST.Name.Name, g)
			}
		}
	}
	return d, nil
}

func (d *docs) typ(pkg string, g *ast.GenDecl, t *ast.TypeSpec) {
	name := pkg + "." + t.Name.Name
	comment := t.Doc
	if comment == nil {
		comment = g.Doc
	}
	d.types[name] = said(comment.Text())
	s, ok := t.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range s.Fields.List {
		text := f.Comment.Text()
		if f.Doc != nil {
			text = f.Doc.Text()
		}
		for _, id := range f.Names {
			d.fields[name+"."+id.Name] = said(text)
		}
	}
}

// constants notes the comments of a block of constants of one type, each of which
// begins with its word.
func (d *docs) constants(pkg string, g *ast.GenDecl) {
	of := ""
	for _, spec := range g.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		if id, ok := v.Type.(*ast.Ident); ok {
			of = id.Name
		}
		text := v.Comment.Text()
		if v.Doc != nil {
			text = v.Doc.Text()
		}
		if word, meaning, ok := strings.Cut(said(text), ": "); ok && of != "" && !strings.Contains(word, " ") {
			d.words[pkg+"."+of+"."+word] = meaning
		}
	}
}

var link = regexp.MustCompile(`\[([A-Za-z*][A-Za-z0-9.*]*)\]`)

// said returns the prose of a comment: without examples of code, links and the law.
func said(text string) string {
	var out []string
	for _, paragraph := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if strings.HasPrefix(paragraph, "Law:") || strings.HasPrefix(paragraph, "\t") || strings.HasPrefix(paragraph, "//") {
			continue
		}
		var lines []string
		for _, line := range strings.Split(paragraph, "\n") {
			if !strings.HasPrefix(line, "\t") {
				lines = append(lines, strings.TrimSpace(line))
			}
		}
		out = append(out, link.ReplaceAllString(strings.Join(lines, " "), "$1"))
	}
	return strings.Join(out, "\n\n")
}

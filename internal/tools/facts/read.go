package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// pkg is what a package has of structs of facts.
type pkg struct {
	Dir, Name string
	structs   map[string]*ast.StructType
	docs      map[string]string // directive after "//facts:"
	order     []string          // of the structs in the files
	missing   map[string]bool   // types with a method Missing
	asked     map[string]bool   // structs that a decision is made of
}

// fact is one answer in a struct.
type fact struct {
	Path string // as in JSON: "norm.exists"
	Go   string // as in Go: "Norm.Exists"
	Bit  string // of the constant
}

// read parses all packages below root that aren't modules of their own.
func read(root string) ([]*pkg, error) {
	var pkgs []*pkg
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); path != root && (strings.HasPrefix(name, ".") || slices.Contains([]string{"testdata", "examples", "tools", "internal"}, name)) {
			return filepath.SkipDir
		}
		p, err := readDir(path)
		if err == nil && p.Name != "" && p.Name != "gdpr" {
			pkgs = append(pkgs, p)
		}
		return err
	})
	return pkgs, err
}

func readDir(dir string) (*pkg, error) {
	p := &pkg{Dir: dir, structs: map[string]*ast.StructType{}, docs: map[string]string{}, missing: map[string]bool{}, asked: map[string]bool{}}
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var funcs []*ast.FuncDecl
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_gen.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		p.Name = file.Name.Name
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				funcs = append(funcs, d)
				if d.Recv != nil && d.Name.Name == "Missing" {
					p.missing[named(d.Recv.List[0].Type)] = true
				}
			case *ast.GenDecl:
				p.types(d)
			}
		}
	}
	for _, d := range funcs {
		p.decision(d)
	}
	return p, nil
}

func (p *pkg) types(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		t, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		s, ok := t.Type.(*ast.StructType)
		if !ok {
			continue
		}
		p.structs[t.Name.Name] = s
		p.order = append(p.order, t.Name.Name)
		if d.Doc == nil {
			continue
		}
		for _, c := range d.Doc.List {
			if directive, ok := strings.CutPrefix(c.Text, "//facts:"); ok {
				p.docs[t.Name.Name] = directive
				p.asked[t.Name.Name] = true
			}
		}
	}
}

// decision notes the structs that the function makes a decision of.
func (p *pkg) decision(d *ast.FuncDecl) {
	if !d.Name.IsExported() || d.Type.Results == nil {
		return
	}
	decides := false
	ast.Inspect(d.Type.Results, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		decides = decides || ok && p.missing[id.Name]
		return true
	})
	if !decides {
		return
	}
	of := append([]*ast.Field{}, d.Type.Params.List...)
	if d.Recv != nil {
		of = append(of, d.Recv.List...)
	}
	for _, f := range of {
		if name := named(f.Type); p.structs[name] != nil && !p.missing[name] {
			p.asked[name] = true
		}
	}
}

// named returns the name of a type of the package, or of a pointer to it.
func named(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.StarExpr:
		return named(x.X)
	case *ast.Ident:
		return x.Name
	}
	return ""
}

// facts returns the answers of a struct, in the order of its fields.
func (p *pkg) facts(name string) ([]fact, error) {
	var facts []fact
	for _, f := range p.structs[name].Fields.List {
		path, bit := tags(f)
		if path == "-" {
			continue
		}
		below := named(f.Type)
		for _, id := range f.Names {
			switch {
			case !id.IsExported():
			case isAnswer(f.Type):
				if path == "" {
					return nil, fmt.Errorf("%s.%s: no name in JSON", name, id.Name)
				}
				if bit == "" {
					bit = strings.ToLower(id.Name[:1]) + id.Name[1:]
				}
				facts = append(facts, fact{path, id.Name, bit})
			case p.structs[below] != nil && !isPointer(f.Type):
				inner, err := p.facts(below)
				if err != nil {
					return nil, err
				}
				for _, i := range inner {
					facts = append(facts, fact{path + "." + i.Path, id.Name + "." + i.Go, strings.ToLower(id.Name[:1]) + id.Name[1:] + strings.ReplaceAll(i.Go, ".", "")})
				}
			}
		}
	}
	return facts, nil
}

func isPointer(x ast.Expr) bool {
	_, ok := x.(*ast.StarExpr)
	return ok
}

func isAnswer(x ast.Expr) bool {
	s, ok := x.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Answer"
}

func tags(f *ast.Field) (path, bit string) {
	if f.Tag == nil {
		return "", ""
	}
	text, err := strconv.Unquote(f.Tag.Value)
	if err != nil {
		return "", ""
	}
	tag := reflect.StructTag(text)
	path, _, _ = strings.Cut(tag.Get("json"), ",")
	return path, tag.Get("fact")
}

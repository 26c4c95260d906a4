package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
)

// enumeration is one block of constants with a directive.
type enumeration struct {
	Type  string
	Words []string // by value
	Names []string // of the constants, by value
	Also  [][2]string
	Key   string // of the labels, before the word; "" if there are none
	Set   bool
}

// pkg is what a package has of enumerations.
type pkg struct {
	Dir, Name string
	Enums     []enumeration
}

var word = regexp.MustCompile(`^([a-z0-9][a-z0-9()]*(?:_[a-z0-9]+)*)(?::|$)`)

// read finds the enumerations of all packages below root that aren't modules of
// their own.
func read(root string) ([]pkg, error) {
	var pkgs []pkg
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "examples" || name == "tools") {
			return filepath.SkipDir
		}
		p, err := readDir(path)
		if err == nil && len(p.Enums) > 0 {
			pkgs = append(pkgs, p)
		}
		return err
	})
	return pkgs, err
}

func readDir(dir string) (pkg, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return pkg{}, err
	}
	p := pkg{Dir: dir}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_gen.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return pkg{}, err
		}
		p.Name = file.Name.Name
		for _, decl := range file.Decls {
			g, ok := decl.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST || g.Doc == nil {
				continue
			}
			e, err := block(g)
			if err != nil {
				return pkg{}, fmt.Errorf("%s: %w", set.Position(g.Pos()), err)
			}
			if e.Type != "" {
				p.Enums = append(p.Enums, e)
			}
		}
	}
	return p, nil
}

// block reads one block of constants; its type is empty if it has no directive.
func block(g *ast.GenDecl) (enumeration, error) {
	var e enumeration
	marked := false
	for _, c := range g.Doc.List {
		directive, ok := strings.CutPrefix(c.Text, "//words:")
		if !ok {
			continue
		}
		marked = true
		f := strings.Fields(directive)
		switch {
		case f[0] == "plain" && len(f) == 1:
		case f[0] == "label" && len(f) == 2:
			e.Key = f[1] + "."
		case f[0] == "set" && len(f) == 2:
			e.Set, e.Key = true, f[1]+"."
		case f[0] == "also" && len(f) == 3:
			e.Also = append(e.Also, [2]string{f[1], f[2]})
		default:
			return e, fmt.Errorf("directive %q", c.Text)
		}
	}
	if !marked {
		return e, nil
	}
	return e, e.constants(g)
}

func (e *enumeration) constants(g *ast.GenDecl) error {
	offset := 0
	for i, spec := range g.Specs {
		v := spec.(*ast.ValueSpec)
		if i == 0 {
			t, ok := v.Type.(*ast.Ident)
			if !ok || len(v.Values) != 1 {
				return fmt.Errorf("no type or no value: %s", v.Names[0].Name)
			}
			e.Type = t.Name
			switch form := expression(v.Values[0]); form {
			case "iota", "1 << iota":
				if (form == "iota") == e.Set {
					return fmt.Errorf("%s: a set has bits, and nothing else has", e.Type)
				}
			case "iota + 1":
				offset = 1
			default:
				return fmt.Errorf("%s: the first value is %s", e.Type, form)
			}
		} else if v.Type != nil || len(v.Values) != 0 {
			return fmt.Errorf("%s: %s has a value of its own", e.Type, v.Names[0].Name)
		}
		for len(e.Words) < i+offset {
			e.Words, e.Names = append(e.Words, ""), append(e.Names, "")
		}
		if v.Names[0].Name == "_" {
			e.Words, e.Names = append(e.Words, ""), append(e.Names, "")
			continue
		}
		m := word.FindStringSubmatch(strings.TrimSpace(v.Comment.Text()))
		if m == nil {
			return fmt.Errorf("%s: the comment of %s doesn't begin with its word", e.Type, v.Names[0].Name)
		}
		for _, other := range e.Words {
			if other == m[1] {
				return fmt.Errorf("%s: %s stands for two values", e.Type, m[1])
			}
		}
		e.Words, e.Names = append(e.Words, m[1]), append(e.Names, v.Names[0].Name)
	}
	return e.older()
}

func (e *enumeration) older() error {
	for _, a := range e.Also {
		if !contains(e.Words, a[1]) || contains(e.Words, a[0]) {
			return fmt.Errorf("%s: also %s %s", e.Type, a[0], a[1])
		}
	}
	return nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func expression(x ast.Expr) string {
	switch x := x.(type) {
	case *ast.Ident:
		return x.Name
	case *ast.BasicLit:
		return x.Value
	case *ast.BinaryExpr:
		return expression(x.X) + " " + x.Op.String() + " " + expression(x.Y)
	}
	return "?"
}

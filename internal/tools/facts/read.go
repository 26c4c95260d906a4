package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
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
	docs      map[string]*directives
	order     []string        // of the structs in the files
	missing   map[string]bool // types with a method Missing
	asked     map[string]bool // structs that a decision is made of
	used      map[string]bool // identifiers
}

// directives are what the comment of a struct asks for, after "//facts:".
type directives struct {
	key    string              // of the questions: "dpia.screening"
	prefix string              // of the constants
	after  string              // the struct that this one follows
	only   []string            // the facts that have a bit; none: all have
	not    []string            // facts whose bit is their opposite
	both   []string            // facts with a bit for each answer
	from   map[string][]string // the bits that hang on a field that is no answer
}

// fact is one answer in a struct, or a bit that hangs on another field.
type fact struct {
	Path    string // as in JSON: "norm.exists"
	Go      string // as in Go: "Norm.Exists"
	Bit     string // of the constant; "_" after the first of a block
	Index   string // the expression for the bit
	Code    string // of the question
	Against bool   // the bit is the opposite of the answer
	Other   bool   // the field is no answer
	Block   string // the field that holds it, whose struct has bits of its own
	Of      string // that struct
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
	p := &pkg{Dir: dir, structs: map[string]*ast.StructType{}, docs: map[string]*directives{}, missing: map[string]bool{}, asked: map[string]bool{}, used: map[string]bool{}}
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
		ast.Inspect(file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				p.used[id.Name] = true
			}
			return true
		})
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				funcs = append(funcs, d)
				if d.Recv != nil && d.Name.Name == "Missing" {
					p.missing[named(d.Recv.List[0].Type)] = true
				}
			case *ast.GenDecl:
				if err := p.types(d); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, d := range funcs {
		p.decision(d)
	}
	return p, nil
}

func (p *pkg) types(d *ast.GenDecl) error {
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
				if err := p.directive(t.Name.Name, strings.Fields(directive)); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (p *pkg) directive(name string, words []string) error {
	d := p.docs[name]
	if d == nil {
		d = &directives{from: map[string][]string{}}
		p.docs[name], p.asked[name] = d, true
	}
	switch {
	case len(words) == 2 && words[0] == "bits":
		d.key = words[1]
	case len(words) == 3 && words[0] == "bits":
		d.key, d.prefix = words[1], words[2]
	case len(words) == 3 && words[0] == "more":
		d.after, d.key = words[1], words[2]
	case len(words) > 1 && words[0] == "only":
		d.only = append(d.only, words[1:]...)
	case len(words) > 1 && words[0] == "not":
		d.not = append(d.not, words[1:]...)
	case len(words) > 1 && words[0] == "both":
		d.both = append(d.both, words[1:]...)
	case len(words) > 2 && words[0] == "from":
		d.from[words[1]] = words[2:]
	default:
		return fmt.Errorf("directive %q of %s", strings.Join(words, " "), name)
	}
	return nil
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
		path := jsonName(f)
		below := named(f.Type)
		for _, id := range f.Names {
			switch {
			case !id.IsExported() || path == "-":
			case isAnswer(f.Type) && path == "":
				return nil, fmt.Errorf("%s.%s: no name in JSON", name, id.Name)
			case isAnswer(f.Type):
				facts = append(facts, fact{Path: path, Go: id.Name})
			case p.docs[name] != nil && p.docs[name].from[path] != nil:
				facts = append(facts, fact{Path: path, Other: true})
			case p.structs[below] != nil && !isPointer(f.Type):
				inner, err := p.facts(below)
				if err != nil {
					return nil, err
				}
				of, block := "", ""
				if d := p.docs[below]; d != nil && d.after == "" {
					of, block = below, id.Name
				}
				for _, i := range inner {
					facts = append(facts, fact{Path: path + "." + i.Path, Go: id.Name + "." + i.Go, Block: block, Of: of})
				}
			}
		}
	}
	return facts, nil
}

// bits returns the facts of a struct with the names of their bits. Those of a
// struct within it that has bits of its own are a block, in the order of that
// struct and with its questions.
func (p *pkg) bits(name string) (bits []fact, err error) {
	facts, err := p.facts(name)
	if err != nil {
		return nil, err
	}
	d := p.docs[name]
	named, block := map[string]bool{}, ""
	for _, f := range facts {
		named[f.Path] = true
		switch {
		case f.Block != "" && f.Block == block:
		case f.Block != "":
			block = f.Block
			inner, err := p.block(d, f)
			if err != nil {
				return nil, err
			}
			bits = append(bits, inner...)
		case len(d.only) == 0 || slices.Contains(d.only, f.Path):
			bits = append(bits, d.bitsOf(f)...)
		}
	}
	for _, path := range slices.Concat(d.only, d.not, d.both, slices.Collect(maps.Keys(d.from))) {
		if !named[path] {
			return nil, fmt.Errorf("%s has no fact %s", name, path)
		}
	}
	return bits, nil
}

// block returns the bits of the struct whose first fact is f, within another one.
func (p *pkg) block(d *directives, f fact) ([]fact, error) {
	inner, err := p.bits(f.Of)
	if err != nil {
		return nil, err
	}
	path, _, _ := strings.Cut(f.Path, ".")
	first := d.bit(path)
	for i := range inner {
		inner[i].Index = first + " + " + inner[i].Bit
		inner[i].Path, inner[i].Bit, inner[i].Block = path+"."+inner[i].Path, "_", f.Block
	}
	inner[0].Bit = first
	return inner, nil
}

// bitsOf returns the bits of one fact.
func (d *directives) bitsOf(f fact) (bits []fact) {
	put := func(f fact, name string) {
		f.Bit = d.bit(name)
		f.Index, f.Code = f.Bit, d.key+"."+f.Path+".ask"
		bits = append(bits, f)
	}
	against := f
	against.Against = true
	switch {
	case f.Other:
		for _, bit := range d.from[f.Path] {
			put(fact{Path: f.Path, Other: true}, bit)
		}
	case slices.Contains(d.both, f.Path):
		put(against, "not_"+f.Path)
		put(f, f.Path)
	case slices.Contains(d.not, f.Path):
		put(against, "not_"+f.Path)
	default:
		put(f, f.Path)
	}
	return bits
}

// bit returns the name of the constant of a path or word: "norm.exists" has
// normExists.
func (d *directives) bit(path string) string {
	name := d.prefix
	for word := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == '_' || r == '.' }) {
		if name != "" {
			word = strings.ToUpper(word[:1]) + word[1:]
		}
		name += word
	}
	return name
}

func isPointer(x ast.Expr) bool {
	_, ok := x.(*ast.StarExpr)
	return ok
}

func isAnswer(x ast.Expr) bool {
	s, ok := x.(*ast.SelectorExpr)
	return ok && s.Sel.Name == "Answer"
}

// jsonName returns the name of a field in JSON.
func jsonName(f *ast.Field) string {
	if f.Tag == nil {
		return ""
	}
	text, err := strconv.Unquote(f.Tag.Value)
	if err != nil {
		return ""
	}
	name, _, _ := strings.Cut(reflect.StructTag(text).Get("json"), ",")
	return name
}

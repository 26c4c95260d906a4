package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/packages"
)

// mutant is one change of the code.
type mutant struct {
	id       int
	file     string // its base name
	line     int
	function string // "Policy.Check", or the variable
	change   string // "a < b: <=", the second of the same in a function with " (2)"
}

// key is what names the change in survivors.tsv: no line, which moves.
func (m mutant) key() string { return m.file + "\t" + m.function + "\t" + m.change }

// helpers is added to the package: which change is on, and the operators that
// turn into others.
const helpers = `package %s

import (
	"cmp"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
)

var (
	mutant__, _ = strconv.Atoi(os.Getenv("MUTANT"))
	seen__      = os.Getenv("MUTANTS_SEEN")
	reached__   [%d]atomic.Bool
	lock__      sync.Mutex
)

func on__(id int) bool {
	if seen__ != "" && !reached__[id].Load() {
		note__(id)
	}
	return id == mutant__
}

func note__(id int) {
	lock__.Lock()
	defer lock__.Unlock()
	if reached__[id].Swap(true) {
		return
	}
	f, err := os.OpenFile(seen__, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		panic(err)
	}
	defer f.Close()
	f.WriteString(strconv.Itoa(id) + "\n")
}

type number__ interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr | ~float32 | ~float64
}

func lss__[T cmp.Ordered](id int, x, y T) bool { if on__(id) { return x <= y }; return x < y }
func leq__[T cmp.Ordered](id int, x, y T) bool { if on__(id) { return x < y }; return x <= y }
func gtr__[T cmp.Ordered](id int, x, y T) bool { if on__(id) { return x >= y }; return x > y }
func geq__[T cmp.Ordered](id int, x, y T) bool { if on__(id) { return x > y }; return x >= y }
func add__[T number__](id int, x, y T) T { if on__(id) { return x - y }; return x + y }
func sub__[T number__](id int, x, y T) T { if on__(id) { return x + y }; return x - y }
func mul__[T number__](id int, x, y T) T { if on__(id) { return x / y }; return x * y }
func quo__[T number__](id int, x, y T) T { if on__(id) { return x * y }; return x / y }

var _, _, _, _ = lss__[int], leq__[int], gtr__[int], geq__[int]
var _, _, _, _ = add__[int], sub__[int], mul__[int], quo__[int]
`

// ordered and arithmetic are the operators with a helper, by its name and what
// the change makes of them.
var ordered = map[token.Token][2]string{
	token.LSS: {"lss__", "<="}, token.LEQ: {"leq__", "<"}, token.GTR: {"gtr__", ">="}, token.GEQ: {"geq__", ">"},
}

var arithmetic = map[token.Token][2]string{
	token.ADD: {"add__", "-"}, token.SUB: {"sub__", "+"}, token.MUL: {"mul__", "/"}, token.QUO: {"quo__", "*"},
}

// rewrite writes the package of the folder, with all changes in it, below work,
// and returns the file for go's -overlay.
func rewrite(folder string, only []string, work string) (overlay string, mutants []mutant, err error) {
	mode := packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps
	loaded, err := packages.Load(&packages.Config{Mode: mode, Dir: folder}, ".")
	if err != nil {
		return "", nil, err
	}
	if len(loaded) != 1 || len(loaded[0].Errors) > 0 {
		return "", nil, fmt.Errorf("%s isn't a package that compiles", folder)
	}
	p := loaded[0]
	w := writer{info: p.TypesInfo, fset: p.Fset, keys: map[string]int{}}
	replace := map[string]string{}
	for _, f := range p.Syntax {
		name := p.Fset.File(f.Pos()).Name()
		base := filepath.Base(name)
		if strings.HasSuffix(base, "_gen.go") || only != nil && !slices.Contains(only, base) {
			continue
		}
		if w.text, err = os.ReadFile(name); err != nil {
			return "", nil, err
		}
		changed := filepath.Join(work, base)
		if err := os.WriteFile(changed, w.file(f, base), 0o644); err != nil {
			return "", nil, err
		}
		replace[name] = changed
	}
	if len(w.mutants) == 0 {
		return "", nil, fmt.Errorf("%s: nothing to change", folder)
	}
	added := filepath.Join(work, "mutants__.go")
	if err := os.WriteFile(added, fmt.Appendf(nil, helpers, p.Name, len(w.mutants)+1), 0o644); err != nil {
		return "", nil, err
	}
	replace[filepath.Join(folder, "mutants__.go")] = added
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", nil, err
	}
	overlay = filepath.Join(work, "overlay.json")
	return overlay, w.mutants, os.WriteFile(overlay, data, 0o644)
}

// writer changes one file after the other.
type writer struct {
	info    *types.Info
	fset    *token.FileSet
	text    []byte
	base    string
	within  string // the function or variable
	edits   []edit
	after   map[ast.Node]string // what its place in a wider expression puts behind a node
	commas  map[ast.Node]edit   // what comes in place of the operator behind a node
	keys    map[string]int
	mutants []mutant
}

// edit puts text in place of n bytes at a position.
type edit struct {
	at, n int
	text  string
}

// file returns the file with every change in it.
func (w *writer) file(f *ast.File, base string) []byte {
	w.base, w.edits = base, nil
	closers := map[ast.Node]string{}
	w.after, w.commas = map[ast.Node]string{}, map[ast.Node]edit{}
	astutil.Apply(f, func(c *astutil.Cursor) bool {
		switch n := c.Node().(type) {
		case *ast.GenDecl:
			return n.Tok == token.VAR
		case *ast.FuncDecl:
			w.within = functionName(n)
		case *ast.ValueSpec:
			if _, local := c.Parent().(*ast.GenDecl); local && w.outside(f, n) {
				w.within = n.Names[0].Name
			}
		case *ast.BinaryExpr:
			closers[n] = w.binary(n)
		case *ast.UnaryExpr:
			if n.Op == token.NOT && w.plainBool(n) {
				w.put(n.Pos(), 1, "((")
				closers[n] = fmt.Sprintf(") == on__(%d))", w.add(n, "without not"))
			}
		case *ast.IncDecStmt:
			if c.Index() >= 0 { // among statements, not in the head of one
				closers[n] = w.step(n)
			}
		}
		return true
	}, func(c *astutil.Cursor) bool {
		if text := closers[c.Node()] + w.after[c.Node()]; text != "" {
			w.put(c.Node().End(), 0, text)
		}
		if comma, ok := w.commas[c.Node()]; ok {
			w.edits = append(w.edits, comma)
		}
		return true
	})
	slices.SortStableFunc(w.edits, func(a, b edit) int { return a.at - b.at })
	var out []byte
	last := 0
	for _, e := range w.edits {
		out = append(append(out, w.text[last:e.at]...), e.text...)
		last = e.at + e.n
	}
	return append(out, w.text[last:]...)
}

// binary opens the change of an expression with two sides, and returns what
// closes it.
func (w *writer) binary(e *ast.BinaryExpr) string {
	if w.info.Types[e].Value != nil {
		return "" // constants stay
	}
	switch e.Op {
	case token.EQL, token.NEQ:
		if !w.plainBool(e) {
			return ""
		}
		w.put(e.Pos(), 0, "((")
		return fmt.Sprintf(") != on__(%d))", w.add(e, "not"))
	case token.LAND, token.LOR:
		if !w.plainBool(e) || !w.plainBool(e.X) || !w.plainBool(e.Y) {
			return ""
		}
		other := "or"
		if e.Op == token.LOR {
			other = "and"
		}
		id := w.add(e, other) // not (not a and not b) is a or b
		w.put(e.Pos(), 0, "((((")
		w.after[e.X] = fmt.Sprintf(") != on__(%d))", id)
		w.put(e.Y.Pos(), 0, "((")
		return fmt.Sprintf(") != on__(%d))) != on__(%d))", id, id)
	}
	if op, ok := ordered[e.Op]; ok && w.plainBool(e) && !w.parameter(e.X) {
		edge, not := w.add(e, op[1]), w.add(e, "not")
		w.put(e.Pos(), 0, fmt.Sprintf("(%s(%d, ", op[0], edge))
		w.commas[e.X] = edit{w.offset(e.OpPos), len(e.Op.String()), ","}
		return fmt.Sprintf(") != on__(%d))", not)
	}
	if op, ok := arithmetic[e.Op]; ok && w.number(e) {
		id := w.add(e, op[1])
		w.put(e.Pos(), 0, fmt.Sprintf("%s(%d, ", op[0], id))
		w.commas[e.X] = edit{w.offset(e.OpPos), len(e.Op.String()), ","}
		return ")"
	}
	return ""
}

// step opens the change of a statement that counts up or down, and returns what
// closes it.
func (w *writer) step(s *ast.IncDecStmt) string {
	back := "--"
	if s.Tok == token.DEC {
		back = "++"
	}
	x := string(w.text[w.offset(s.X.Pos()):w.offset(s.X.End())])
	w.put(s.Pos(), 0, fmt.Sprintf("if on__(%d) { %s%s } else { ", w.add(s, back), x, back))
	return " }"
}

func (w *writer) add(n ast.Node, to string) int {
	id := len(w.mutants) + 1
	code := strings.Join(strings.Fields(string(w.text[w.offset(n.Pos()):w.offset(n.End())])), " ")
	m := mutant{id, w.base, w.fset.Position(n.Pos()).Line, w.within, code + ": " + to}
	w.keys[m.key()]++
	if n := w.keys[m.key()]; n > 1 {
		m.change += fmt.Sprintf(" (%d)", n)
	}
	w.mutants = append(w.mutants, m)
	return id
}

// functionName is the name of a function, with its receiver's type.
func functionName(f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	t := f.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	if g, ok := t.(*ast.IndexExpr); ok {
		t = g.X
	}
	return types.ExprString(t) + "." + f.Name.Name
}

// outside tells whether the variable stands outside all functions.
func (w *writer) outside(f *ast.File, s *ast.ValueSpec) bool {
	path, _ := astutil.PathEnclosingInterval(f, s.Pos(), s.End())
	for _, n := range path {
		if _, ok := n.(*ast.FuncDecl); ok {
			return false
		}
	}
	return true
}

func (w *writer) offset(p token.Pos) int { return w.fset.Position(p).Offset }

func (w *writer) put(p token.Pos, n int, text string) {
	w.edits = append(w.edits, edit{w.offset(p), n, text})
}

// plainBool tells whether the expression is a bool of no name of its own.
func (w *writer) plainBool(e ast.Expr) bool {
	t, ok := w.info.Types[e].Type.(*types.Basic)
	return ok && t.Info()&types.IsBoolean != 0
}

func (w *writer) parameter(e ast.Expr) bool {
	_, ok := w.info.Types[e].Type.(*types.TypeParam)
	return ok
}

// number tells whether the expression is a number, of whatever name.
func (w *writer) number(e ast.Expr) bool {
	t, ok := w.info.Types[e].Type.Underlying().(*types.Basic)
	return ok && !w.parameter(e) && t.Info()&(types.IsInteger|types.IsFloat) != 0
}

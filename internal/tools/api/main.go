// Command api writes the exported API of the public packages to api.txt, one
// declaration a line, or with -check says what of it is gone or changed: a break
// for whoever uses it. What is new is no break.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"go/ast"
	"go/printer"
	"go/token"
	"log"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr/internal/lawdoc"
)

func main() {
	log.SetFlags(0)
	check := flag.Bool("check", false, "compare with api.txt instead of writing it")
	flag.Parse()
	files, err := lawdoc.Files(os.DirFS("."))
	if err != nil {
		log.Fatal(err)
	}
	now := declarations(files)
	if !*check {
		if err := os.WriteFile("api.txt", []byte(strings.Join(now, "\n")+"\n"), 0o644); err != nil {
			log.Fatal(err)
		}
		return
	}
	text, err := os.ReadFile("api.txt")
	if err != nil {
		log.Fatal(err)
	}
	gone := 0
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if _, found := slices.BinarySearch(now, line); !found {
			fmt.Println("gone or changed:", line)
			gone++
		}
	}
	if gone > 0 {
		fmt.Println("if this is meant, say so in CHANGELOG.md, and run: go run ./internal/tools/api")
		os.Exit(1)
	}
	fmt.Println(len(now), "declarations, none gone")
}

// declarations returns a line for each exported declaration, sorted.
func declarations(files []lawdoc.File) []string {
	var lines []string
	for _, f := range files {
		dir := path.Dir(f.Path)
		if dir == "internal" || strings.HasPrefix(dir, "internal/") {
			continue
		}
		for _, decl := range f.AST.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && (d.Recv == nil || exportedReceiver(d.Recv.List[0].Type)) {
					lines = append(lines, dir+": "+line(&ast.FuncDecl{Recv: d.Recv, Name: d.Name, Type: d.Type}))
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					lines = append(lines, specLines(dir, spec)...)
				}
			}
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

func specLines(dir string, spec ast.Spec) (lines []string) {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		if !s.Name.IsExported() {
			return nil
		}
		fields, ok := s.Type.(*ast.StructType)
		if !ok {
			return []string{dir + ": type " + s.Name.Name + " " + line(s.Type)}
		}
		lines = append(lines, dir+": type "+s.Name.Name+" struct")
		for _, field := range fields.Fields.List {
			tag := ""
			if field.Tag != nil {
				tag = " " + field.Tag.Value
			}
			for _, name := range field.Names {
				if name.IsExported() {
					lines = append(lines, dir+": type "+s.Name.Name+" struct, "+name.Name+" "+line(field.Type)+tag)
				}
			}
		}
	case *ast.ValueSpec:
		for _, name := range s.Names {
			if name.IsExported() {
				lines = append(lines, dir+": "+name.Name)
			}
		}
	}
	return lines
}

func exportedReceiver(t ast.Expr) bool {
	switch t := t.(type) {
	case *ast.StarExpr:
		return exportedReceiver(t.X)
	case *ast.IndexExpr:
		return exportedReceiver(t.X)
	case *ast.Ident:
		return t.IsExported()
	}
	return false
}

// line prints a node on one line.
func line(node ast.Node) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, token.NewFileSet(), node); err != nil {
		log.Fatal(err)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

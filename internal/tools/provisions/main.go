// Command provisions writes, in the folder where it runs, the root of the module,
// what is read off the source: PROVISIONS.md and COVERAGE.md from the Law: paragraphs, and from
// the rows of findings CODES.md, codes_gen.go and the comments of the constants.
package main

import (
	"bytes"
	"log"
	"os"

	"github.com/b58db29f/gdpr/internal/lawdoc"
)

func main() {
	log.SetFlags(0)
	files, err := lawdoc.Files(os.DirFS("."))
	if err != nil {
		log.Fatal(err)
	}
	codes := lawdoc.Codes(files)
	table, err := lawdoc.CodesTable(codes)
	if err != nil {
		log.Fatal(err)
	}
	coverage, err := os.ReadFile("coverage.tsv")
	if err != nil {
		log.Fatal(err)
	}
	rows, err := lawdoc.Coverage(string(coverage))
	if err != nil {
		log.Fatal(err)
	}
	write("COVERAGE.md", []byte(lawdoc.CoveragePage(rows, lawdoc.Symbols(files))))
	write("PROVISIONS.md", []byte(lawdoc.Page(lawdoc.Symbols(files))))
	write("CODES.md", []byte(lawdoc.CodesPage(codes)))
	write("codes_gen.go", table)
	for _, f := range files {
		source, err := os.ReadFile(f.Path)
		if err != nil {
			log.Fatal(err)
		}
		commented, err := lawdoc.Commented(f.Path, source, codes)
		if err != nil {
			log.Fatalf("%s: %v", f.Path, err)
		}
		write(f.Path, commented)
	}
}

// write writes a file that isn't so yet.
func write(name string, content []byte) {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, content) {
		return
	}
	if err := os.WriteFile(name, content, 0o644); err != nil {
		log.Fatal(err)
	}
}

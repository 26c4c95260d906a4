// Command provisions writes PROVISIONS.md in the folder where it runs, the root
// of the module.
package main

import (
	"log"
	"os"

	"github.com/b58db29f/gdpr/internal/lawdoc"
)

func main() {
	files, err := lawdoc.Files(os.DirFS("."))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("PROVISIONS.md", []byte(lawdoc.Page(lawdoc.Symbols(files))), 0o644); err != nil {
		log.Fatal(err)
	}
}

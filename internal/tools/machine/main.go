// Command machine compiles the rules on the language of notices, the files of
// informativa/rules (Italian) and informativa/rules/de (German), into the machines
// that the library reads them by. It runs in the root of the module.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/b58db29f/gdpr/internal/wordscan"
)

func main() {
	for _, dir := range [...]string{"informativa/rules", "informativa/rules/de"} {
		m, err := wordscan.Compile(os.DirFS(dir), "*.txt")
		if err != nil {
			log.Fatalf("%s: %v", dir, err)
		}
		data, err := m.AppendBinary(nil)
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "machine.bin"), data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

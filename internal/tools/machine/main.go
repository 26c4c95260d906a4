// Command machine compiles the rules on the language of notices, the files of
// informativa/rules, into the machine that the library reads them by. It runs in
// the root of the module.
package main

import (
	"log"
	"os"

	"github.com/b58db29f/gdpr/internal/wordscan"
)

func main() {
	m, err := wordscan.Compile(os.DirFS("informativa/rules"), "*.txt")
	if err != nil {
		log.Fatal(err)
	}
	data, err := m.AppendBinary(nil)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("informativa/rules/machine.bin", data, 0o644); err != nil {
		log.Fatal(err)
	}
}

// Command carte (papers) prints what a Comune files, sends and signs: the letters
// of its requests, the notification and the sheet of a breach, the assessments,
// the deeds, a notice, a video sign with its QR code, the register. Each comes as
// a page to print and as a document to edit.
//
//	go run ./examples/carte -to carte                an invented Comune, into the folder carte
//	go run ./examples/carte -to carte -lang en       in English
//	go run ./examples/carte -to carte lettera.md     papers of yours, in Markdown
//
// The program itself is in the folder program. It is a module of its own, for
// the libraries that write documents and codes, so that who imports the library
// doesn't depend on them. What is here builds it and runs it in its place.
package main

import (
	"fmt"
	"os"

	"github.com/b58db29f/gdpr/examples/internal/launch"
)

func main() {
	status, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "carte:", err)
	}
	os.Exit(status)
}

// run builds the program and runs it, and returns its exit status.
func run(args []string) (int, error) {
	program, err := launch.Build("carte")
	if err != nil {
		return launch.Failed, err
	}
	defer program.Remove()
	return program.Run(args)
}

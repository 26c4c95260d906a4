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
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	status, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "carte:", err)
	}
	os.Exit(status)
}

// failed is the program's own exit status for what it couldn't do.
const failed = 2

// run builds the program and runs it, and returns its exit status.
func run(args []string) (int, error) {
	source, err := folder()
	if err != nil {
		return failed, err
	}
	to, err := os.MkdirTemp("", "carte")
	if err != nil {
		return failed, err
	}
	defer os.RemoveAll(to)
	program := filepath.Join(to, "carte")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	build := exec.Command("go", "build", "-C", source, "-o", program, ".")
	build.Env = append(os.Environ(), "GOWORK=off") // a workspace needn't know it
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return failed, fmt.Errorf("go build: %w", err)
	}
	carte := exec.Command(program, args...)
	carte.Stdin, carte.Stdout, carte.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = carte.Run()
	var ended *exec.ExitError
	if errors.As(err, &ended) && ended.Exited() {
		return ended.ExitCode(), nil // of which it has said why
	}
	if err != nil {
		return failed, err
	}
	return 0, nil
}

// folder returns the folder of the program: within the module of the library
// that the current directory sees.
func folder() (string, error) {
	list := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/b58db29f/gdpr")
	list.Stderr = os.Stderr
	root, err := list.Output()
	if err != nil {
		return "", fmt.Errorf("go list: %w", err)
	}
	return filepath.Join(strings.TrimSpace(string(root)), "examples", "carte", "program"), nil
}

// Command verifica (check) reads privacy notices in Italian and tells which of
// the 28 elements each has, where, and what it lacks.
//
//	go run ./examples/verifica                      an invented notice
//	go run ./examples/verifica -comune avviso.html  a file of yours: .txt, .md or .html
//	go run ./examples/verifica - <avviso.txt        standard input
//	go run ./examples/verifica -h                   what else it can do
//
// The program itself is in the folder program. It is a module of its own, for
// its parser of HTML, so that who imports the library doesn't depend on one. What
// is here builds it and runs it in its place, so that it can be started from
// the library's module like the other examples.
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
		fmt.Fprintln(os.Stderr, "verifica:", err)
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
	to, err := os.MkdirTemp("", "verifica")
	if err != nil {
		return failed, err
	}
	defer os.RemoveAll(to)
	program := filepath.Join(to, "verifica")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	build := exec.Command("go", "build", "-C", source, "-o", program, ".")
	build.Env = append(os.Environ(), "GOWORK=off") // a workspace needn't know it
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return failed, fmt.Errorf("go build: %w", err)
	}
	verifica := exec.Command(program, args...)
	verifica.Stdin, verifica.Stdout, verifica.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = verifica.Run()
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
	return filepath.Join(strings.TrimSpace(string(root)), "examples", "verifica", "program"), nil
}

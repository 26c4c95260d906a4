// Command sportello (desk) is the privacy desk of a body: a web application on which
// an office keeps requests, breaches, impact assessments, its register and what is
// due.
//
//	go run ./examples/sportello                                 the sample Comune, at http://127.0.0.1:8080
//	go run ./examples/sportello -name "Comune di Roccasilvana"  a body of your own
//	go run ./examples/sportello -h                              what else it can do
//
// The program itself is in the folder program. It is a module of its own, for its
// databases and its web libraries, so that who imports the library doesn't depend on
// them. What is here builds it and runs it in its place, so that it can be started
// from the library's module like the other examples.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
)

func main() {
	status, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "sportello:", err)
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
	to, err := os.MkdirTemp("", "sportello")
	if err != nil {
		return failed, err
	}
	defer os.RemoveAll(to)
	program := filepath.Join(to, "sportello")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	build := exec.Command("go", "build", "-C", source, "-o", program, ".")
	build.Env = append(os.Environ(), "GOWORK=off") // a workspace needn't know it
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return failed, fmt.Errorf("go build: %w", err)
	}
	signal.Ignore(os.Interrupt) // the program has its own way to stop, and is waited for
	sportello := exec.Command(program, args...)
	sportello.Stdin, sportello.Stdout, sportello.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = sportello.Run()
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
	return filepath.Join(strings.TrimSpace(string(root)), "examples", "sportello", "program"), nil
}

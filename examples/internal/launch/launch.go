// Package launch builds and runs the program of an example that is a module of its
// own, so that it can be started from the library's module like the other examples.
package launch

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// Failed is the exit status for what couldn't be done here.
const Failed = 2

// Program is a program that was built. Remove deletes it.
type Program struct {
	folder, file string
}

// Build builds the program in examples/NAME/program.
func Build(name string) (Program, error) {
	source, err := Folder(name)
	if err != nil {
		return Program{}, err
	}
	to, err := os.MkdirTemp("", name)
	if err != nil {
		return Program{}, err
	}
	p := Program{to, filepath.Join(to, name)}
	if runtime.GOOS == "windows" {
		p.file += ".exe"
	}
	build := exec.Command("go", "build", "-C", source, "-o", p.file, ".")
	build.Env = append(os.Environ(), "GOWORK=off") // a workspace needn't know it
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		p.Remove()
		return Program{}, fmt.Errorf("go build: %w", err)
	}
	return p, nil
}

// Run runs the program on the arguments, and returns its exit status.
func (p Program) Run(args []string) (int, error) {
	program := exec.Command(p.file, args...)
	program.Stdin, program.Stdout, program.Stderr = os.Stdin, os.Stdout, os.Stderr
	err := program.Run()
	var ended *exec.ExitError
	if errors.As(err, &ended) && ended.Exited() {
		return ended.ExitCode(), nil // of which it has said why
	}
	if err != nil {
		return Failed, err
	}
	return 0, nil
}

// Remove deletes what was built.
func (p Program) Remove() { _ = os.RemoveAll(p.folder) }

// Folder returns the folder of the program of that name: within the module of the
// library that the current directory sees.
func Folder(name string) (string, error) {
	list := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/b58db29f/gdpr")
	list.Stderr = os.Stderr
	root, err := list.Output()
	if err != nil {
		return "", fmt.Errorf("go list: %w", err)
	}
	return filepath.Join(strings.TrimSpace(string(root)), "examples", name, "program"), nil
}

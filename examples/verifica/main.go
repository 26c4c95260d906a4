// Command verifica (check) reads privacy notices in Italian or German and tells which of
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
	"fmt"
	"os"

	"github.com/b58db29f/gdpr/examples/internal/launch"
)

func main() {
	status, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "verifica:", err)
	}
	os.Exit(status)
}

// run builds the program and runs it, and returns its exit status.
func run(args []string) (int, error) {
	program, err := launch.Build("verifica")
	if err != nil {
		return launch.Failed, err
	}
	defer program.Remove()
	return program.Run(args)
}

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
	"fmt"
	"os"
	"os/signal"

	"github.com/b58db29f/gdpr/examples/internal/launch"
)

func main() {
	status, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "sportello:", err)
	}
	os.Exit(status)
}

// run builds the program and runs it, and returns its exit status.
func run(args []string) (int, error) {
	program, err := launch.Build("sportello")
	if err != nil {
		return launch.Failed, err
	}
	defer program.Remove()
	signal.Ignore(os.Interrupt) // the program has its own way to stop, and is waited for
	return program.Run(args)
}

// Command servizio gives the functions of package wire to programs in other
// languages: over HTTP, on the command line, line by line to a program that starts
// it, and to an assistant over the Model Context Protocol. It is one static binary:
//
//	CGO_ENABLED=0 go build .
//
//	servizio serve -addr 127.0.0.1:8080    POST /v1/rights.timeline and the like
//	servizio call rights.timeline <FILE    one call
//	servizio lines                         a call a line, an answer a line
//	servizio mcp                           tools for an assistant, on stdin and stdout
//	servizio list                          the names
//	servizio schema rights.timeline        the JSON Schemas of input and output
//	servizio openapi                       the OpenAPI document
//	servizio conformance DIR               the suite, by area
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// command is one of the program's commands.
type command func(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) error

var commands = map[string]command{
	"serve": serve, "call": call, "lines": lines, "mcp": protocol, "list": list,
	"schema": schema, "openapi": openAPI, "conformance": conformance,
}

const usage = `servizio serve [-addr ADDRESS] [-most BYTES] [-parallel N]
servizio call NAME <INPUT
servizio lines <CALLS
servizio mcp [-all | -only PREFIX,PREFIX] [-schemas=false]
servizio list
servizio schema NAME
servizio openapi
servizio conformance [-exec COMMAND | -url URL] [-v] DIR
`

// errSaid is the error of a command that has said what is wrong.
var errSaid = errors.New("said")

// run runs a command and returns the code with which the program ends: 0, 1 where
// the answer is a problem or a case fails, 2 where the command can't be run.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	if len(args) == 0 || commands[args[0]] == nil {
		fmt.Fprint(errs, usage)
		return 2
	}
	switch err := commands[args[0]](ctx, args[1:], in, out, errs); {
	case err == nil:
		return 0
	case errors.Is(err, errSaid):
		return 1
	default:
		fmt.Fprintln(errs, "servizio:", err)
		return 2
	}
}

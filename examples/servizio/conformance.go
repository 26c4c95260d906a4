package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"strings"

	"github.com/b58db29f/gdpr/examples/servizio/suite"
	"github.com/b58db29f/gdpr/wire"
)

// conformance runs the suite of a folder over this program's own functions, over a
// program that is started, or over a service.
func conformance(_ context.Context, args []string, _ io.Reader, out, errs io.Writer) error {
	flags := flag.NewFlagSet("conformance", flag.ContinueOnError)
	flags.SetOutput(errs)
	program := flags.String("exec", "", "the program to start, with its arguments")
	url := flags.String("url", "", "the service to ask")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 || *program != "" && *url != "" {
		return errors.New("conformance wants the folder of the suite, and -exec or -url at most")
	}
	files, err := suite.Load(os.DirFS(flags.Arg(0)))
	if err != nil {
		return err
	}
	door := inProcess
	switch {
	case *url != "":
		door = suite.HTTP(*url)
	case *program != "":
		words := strings.Fields(*program)
		started, stop, err := suite.Process(words[0], words[1:]...)
		if err != nil {
			return err
		}
		defer stop()
		door = started
	}
	scores, err := suite.Run(files, door, out)
	if err != nil {
		return err
	}
	if !suite.Print(out, scores) {
		return errSaid
	}
	return nil
}

func inProcess(function string, input []byte) ([]byte, bool, error) {
	answer, ok := wire.Answer(function, input)
	return answer, ok, nil
}

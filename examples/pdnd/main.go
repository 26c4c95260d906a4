// Command pdnd checks and drafts risk analyses for PagoPA's platform PDND.
//
//	go run ./examples/pdnd -vectors - < vectors.jsonl
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	flags := flag.NewFlagSet("pdnd", flag.ContinueOnError)
	lines := flags.String("vectors", "", "file of vectors, a line each (- for standard input): writes the platform's answer to each")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *lines == "" {
		flags.Usage()
		return flag.ErrHelp
	}
	if *lines == "-" {
		return vectors(in, out)
	}
	f, err := os.Open(*lines)
	if err != nil {
		return err
	}
	defer f.Close()
	return vectors(f, out)
}

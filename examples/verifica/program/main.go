// Command program is verifica (check): it reads privacy notices in Italian or German and
// tells which of the 28 elements each has, where, and what it lacks. The command
// in the folder above builds it and runs it; it also runs by itself:
//
//	go run ./examples/verifica -comune avviso.html        from the root of the repository
//	go build -C examples/verifica/program -o "$PWD/verifica" . && ./verifica avviso.html
//
// It reads plain text, Markdown and HTML. The exit status is 1 if a notice has a
// violation, and 2 if the call is wrong or a file can't be checked: it can't be
// read, is empty, no text, or neither in Italian nor in German.
//
// What a notice must have hangs on facts that it doesn't tell. Those that aren't
// given are unknown: what hangs on them is a warning and no violation. -comune
// gives those of an ordinary processing of a Comune, and -consent, -website=no
// and the like change one each.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/examples/verifica/program/source"
)

// sample is an invented notice, with a few things wrong on purpose.
//
//go:embed sample.md
var sample []byte

func main() {
	os.Exit(run(os.Args[1:], surroundings{
		in: os.Stdin, out: os.Stdout, errs: os.Stderr,
		colours:  terminal(os.Stdout) && os.Getenv("NO_COLOR") == "",
		terminal: terminal(os.Stderr),
	}))
}

// surroundings are what the program is given by where it runs.
type surroundings struct {
	in        io.Reader
	out, errs io.Writer
	colours   bool // out shows colours
	terminal  bool // errs is a terminal, on which progress is shown in place
}

func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// The exit statuses.
const (
	clean    = 0
	violated = 1
	failed   = 2
)

func run(args []string, s surroundings) int {
	flags := flag.NewFlagSet("verifica", flag.ContinueOnError)
	flags.SetOutput(s.errs)
	lang := flags.String("lang", "it", "`language` of the report: it or en")
	format := flags.String("format", "text", "`format`: text, json or html")
	facts := addFacts(flags)
	flags.Usage = func() {
		fmt.Fprintln(s.errs, "usage: verifica [flags] [FILE… | -]   (.txt, .md, .html; without a file, an invented notice)")
		flags.PrintDefaults()
	}
	switch err := flags.Parse(args); {
	case err == flag.ErrHelp:
		return clean
	case err != nil:
		return failed
	}
	tags := map[string]language.Tag{"it": language.Italian, "en": language.English}
	tag, ok := tags[*lang]
	if !ok {
		fmt.Fprintf(s.errs, "verifica: -lang %q: it, en\n", *lang)
		return failed
	}
	writers := map[string]func(io.Writer, report, bool) error{"text": writeText, "json": writeJSON, "html": writePage}
	write, ok := writers[*format]
	if !ok {
		fmt.Fprintf(s.errs, "verifica: -format %q: text, json, html\n", *format)
		return failed
	}

	r := report{Context: facts.context(flags.NArg() == 0), tag: tag}
	if flags.NArg() == 0 {
		r.add("sample.md", sample, nil)
	}
	p := progress{w: s.errs, inPlace: s.terminal, total: flags.NArg()}
	for _, name := range flags.Args() {
		p.step(name)
		data, err := source.Open(name, s.in)
		r.add(name, data, err)
	}
	p.end()
	for _, n := range r.Notices {
		if n.Error != "" {
			fmt.Fprintf(s.errs, "verifica: %s: %s\n", printable(n.Name), printable(n.Error))
		}
	}
	if err := write(s.out, r, s.colours); err != nil {
		fmt.Fprintln(s.errs, "verifica:", err)
		return failed
	}
	return r.status()
}

// status is the exit status: a file that couldn't be checked weighs most.
func (r report) status() int {
	status := clean
	for _, n := range r.Notices {
		switch {
		case n.Error != "" || !n.Language.Readable():
			return failed
		case n.Violations > 0:
			status = violated
		}
	}
	return status
}

// Command program is carte (papers): it prints what a Comune files, sends and
// signs, as pages to print (HTML, A4; signs also A3) and documents to edit (DOCX).
// The command in the folder above builds it and runs it.
//
// Without a file it prints the papers of an invented Comune: ten letters, the
// notification and sheet of a breach, the letter to the persons concerned,
// screening and assessment, deeds, a notice, a video sign, the register. A file of
// Markdown, such as the library writes, becomes a page and a document; raw HTML in
// it stays text.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/examples/comune"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit statuses.
const (
	printed = 0
	failed  = 2
)

func run(args []string, out, errs io.Writer) int {
	flags := flag.NewFlagSet("carte", flag.ContinueOnError)
	flags.SetOutput(errs)
	to := flags.String("to", "", "`folder` to write into; it is made if it isn't there")
	lang := flags.String("lang", "it", "`language`: it or en")
	wide := flags.Bool("landscape", false, "print the files on pages that lie on their side, for wide tables")
	flags.Usage = func() {
		fmt.Fprintln(errs, "usage: carte -to FOLDER [flags] [FILE.md…]   (without a file, the papers of an invented Comune)")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); errors.Is(err, flag.ErrHelp) {
		return printed
	} else if err != nil {
		return failed
	}
	if *to == "" || *lang != "it" && *lang != "en" {
		flags.Usage()
		return failed
	}
	papers, err := read(flags.Args(), language.Make(*lang), *wide)
	if err == nil {
		err = write(*to, papers)
	}
	if err != nil {
		fmt.Fprintln(errs, "carte:", err)
		return failed
	}
	for _, p := range papers {
		fmt.Fprintln(out, filepath.Join(*to, p.name+".html"))
	}
	return printed
}

// read returns the papers of the files, or of the invented Comune if there are none.
func read(files []string, tag language.Tag, wide bool) ([]paper, error) {
	if len(files) == 0 {
		c, err := comune.Parse(comune.Sample)
		if err != nil {
			return nil, err
		}
		return sample(c, tag)
	}
	papers := make([]paper, 0, len(files))
	seen := map[string]bool{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(f), filepath.Ext(f))
		if seen[name] {
			return nil, fmt.Errorf("two files would be written as %q", name)
		}
		seen[name] = true
		papers = append(papers, paper{name: name, title: name, tag: tag, markdown: string(data), wide: wide})
	}
	return papers, nil
}

// write writes each paper in its formats.
func write(to string, papers []paper) error {
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for _, p := range papers {
		files, err := p.files()
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		for name, data := range files {
			if err := os.WriteFile(filepath.Join(to, name), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}

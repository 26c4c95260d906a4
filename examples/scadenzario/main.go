// Command scadenzario (deadline book) prints what a Comune has to do and by when:
// the deadlines of its requests, breaches, consultations and the rest, by due
// date, each with the days left and the provision it comes from, and then what
// the checks of the library found.
//
//	go run ./examples/scadenzario                       an invented Comune
//	go run ./examples/scadenzario -file comune.json     your own
//
// It is a host of the library: it reads the clock and the file, and the library
// does neither.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"time"
	_ "time/tzdata" // Europe/Rome on any machine

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
)

func main() {
	terminal := false
	if info, err := os.Stdout.Stat(); err == nil {
		terminal = info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == ""
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, time.Now(), terminal))
}

// run is the program, apart from what it takes from its surroundings: the time
// and whether it writes to a terminal.
func run(args []string, out, errs io.Writer, now time.Time, terminal bool) int {
	flags := flag.NewFlagSet("scadenzario", flag.ContinueOnError)
	flags.SetOutput(errs)
	file := flags.String("file", "", "JSON `file` of your Comune; without it, an invented one")
	on := flags.String("on", "", "look from this `day` (2026-03-01, nine in the morning) or instant (2026-03-01T15:04:05+01:00); now if not given")
	lang := flags.String("lang", "it", "`language`: it or en")
	format := flags.String("format", "text", "`format`: text, json or ics")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	tag, err := language.Parse(*lang)
	if err != nil || *lang != "it" && *lang != "en" {
		fmt.Fprintf(errs, "scadenzario: -lang %q: it, en\n", *lang)
		return 2
	}
	write, ok := map[string]func(io.Writer, book, bool) error{"text": writeText, "json": writeJSON, "ics": writeICS}[*format]
	if !ok {
		fmt.Fprintf(errs, "scadenzario: -format %q: text, json, ics\n", *format)
		return 2
	}

	data, name := comune.Sample, "comune.json"
	if *file != "" {
		name = *file
		if data, err = os.ReadFile(*file); err != nil {
			fmt.Fprintln(errs, "scadenzario:", err)
			return 1
		}
	}
	c, err := comune.Parse(data)
	if err != nil {
		return complain(errs, name, tag, data, err)
	}
	if *file == "" {
		now = morning(c.On) // the invented Comune lives on its own day
	}
	if *on != "" {
		if now, err = parseOn(*on); err != nil {
			fmt.Fprintln(errs, "scadenzario: -on:", message(err, tag))
			return 2
		}
	}
	b, err := newBook(c, now.In(rome), tag)
	if err != nil {
		return complain(errs, name, tag, data, err)
	}
	if err := write(out, b, terminal); err != nil {
		fmt.Fprintln(errs, "scadenzario:", err)
		return 1
	}
	return 0
}

// rome is where the Comune is.
var rome = func() *time.Location {
	l, err := time.LoadLocation("Europe/Rome")
	if err != nil {
		panic(err) // time/tzdata is linked in
	}
	return l
}()

// morning is when the offices open on a day.
func morning(d date.Date) time.Time {
	year, month, day := d.Date()
	return time.Date(year, month, day, 9, 0, 0, 0, rome)
}

// parseOn reads a day or an instant.
func parseOn(s string) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, nil
	}
	d, err := gdpr.ParseDate(s)
	return morning(d), err
}

// complain says on one line what is wrong with the file, and where.
func complain(errs io.Writer, name string, tag language.Tag, data []byte, err error) int {
	line := 0
	var in *gdpr.InputError
	if errors.As(err, &in) {
		line = in.Line
		if line == 0 {
			line = lineOf(data, in.Field)
		}
	}
	if line == 0 {
		fmt.Fprintf(errs, "%s: %s\n", name, message(err, tag))
	} else {
		fmt.Fprintf(errs, "%s:%d: %s\n", name, line, message(err, tag))
	}
	return 1
}

func message(err error, tag language.Tag) string {
	var in *gdpr.InputError
	if errors.As(err, &in) {
		return in.Message(tag)
	}
	return err.Error()
}

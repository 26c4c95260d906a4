// Command scadenzario (deadline book) prints what a Comune has to do and by when:
// the deadlines of its requests, breaches, consultations and the rest, by due
// date, each with the days left and the provision it comes from, and then what
// the checks of the library found.
//
//	go run ./examples/scadenzario                                an invented Comune
//	go run ./examples/scadenzario -file comune.json              your own
//	go run ./examples/scadenzario -requests richieste.csv        a table of requests alone
//	go run ./examples/scadenzario -format html > scadenze.html   a page to print; also json, ics
//	go run ./examples/scadenzario -office "Anagrafe" -days 30    one office, the next thirty days
//
// With -check it ends with status 3 if something is late or a violation was found,
// for a timer that sends a mail. Status 1 is a file that can't be read, 2 a wrong
// call.
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
	"github.com/b58db29f/gdpr/examples/scadenzario/book"
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
	format := flags.String("format", "text", "`format`: text, json, ics or html")
	table := flags.String("requests", "", "CSV `file` of requests: protocollo;diritto;ricevuta;risposta;ufficio")
	office := flags.String("office", "", "only the deadlines of this `office`")
	days := flags.Int("days", -1, "only what falls due within so many `days`")
	check := flags.Bool("check", false, "end with status 3 if something is late or in violation")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(errs, "scadenzario: %q: -file %s\n", flags.Arg(0), flags.Arg(0))
		return 2
	}
	tag, err := language.Parse(*lang)
	if err != nil || *lang != "it" && *lang != "en" {
		fmt.Fprintf(errs, "scadenzario: -lang %q: it, en\n", *lang)
		return 2
	}
	write, ok := map[string]func(io.Writer, book.Book, bool) error{"text": writeText, "json": writeJSON, "ics": writeICS, "html": writeHTML}[*format]
	if !ok {
		fmt.Fprintf(errs, "scadenzario: -format %q: text, json, ics, html\n", *format)
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
	if *table != "" {
		if *file == "" {
			c = comune.Comune{Name: *table, On: date.NewAt(now.In(rome))}
		}
		text, err := os.ReadFile(*table)
		if err != nil {
			fmt.Fprintln(errs, "scadenzario:", err)
			return 1
		}
		requests, err := readRequests(text)
		if err != nil {
			return complain(errs, *table, tag, nil, err)
		}
		c.Requests = append(c.Requests, requests...)
	}
	if *file == "" && *table == "" {
		now = morning(c.On) // the invented Comune lives on its own day
	}
	if *on != "" {
		if now, err = parseOn(*on); err != nil {
			fmt.Fprintln(errs, "scadenzario: -on:", message(err, tag))
			return 2
		}
	}
	b, err := book.New(c, now.In(rome), tag)
	if err != nil {
		return complain(errs, name, tag, data, err)
	}
	b.Only(*office, *days)
	if err := write(out, b, terminal); err != nil {
		fmt.Fprintln(errs, "scadenzario:", err)
		return 1
	}
	if *check && b.Urgent() {
		return 3
	}
	return 0
}

// writeICS writes the book as a calendar.
func writeICS(w io.Writer, b book.Book, _ bool) error { return b.WriteICS(w) }

var italian = language.Italian

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

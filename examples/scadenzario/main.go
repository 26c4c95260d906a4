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
	o, status := options(args, errs)
	if status != 0 {
		return status
	}
	b, status := o.book(errs, now)
	if status != 0 {
		return status
	}
	b.Only(o.office, o.days)
	if err := o.write(out, b, terminal); err != nil {
		fmt.Fprintln(errs, "scadenzario:", err)
		return 1
	}
	if o.check && b.Urgent() {
		return 3
	}
	return 0
}

// asked is what the user asked for.
type asked struct {
	file, table, on, office string
	days                    int
	check                   bool
	tag                     language.Tag
	write                   func(io.Writer, book.Book, bool) error
}

// options reads the command line; a status other than 0 ends the program.
func options(args []string, errs io.Writer) (o asked, status int) {
	flags := flag.NewFlagSet("scadenzario", flag.ContinueOnError)
	flags.SetOutput(errs)
	flags.StringVar(&o.file, "file", "", "JSON `file` of your Comune; without it, an invented one")
	flags.StringVar(&o.on, "on", "", "look from this `day` (2026-03-01, nine in the morning) or instant (2026-03-01T15:04:05+01:00); now if not given")
	lang := flags.String("lang", "it", "`language`: it or en")
	format := flags.String("format", "text", "`format`: text, json, ics or html")
	flags.StringVar(&o.table, "requests", "", "CSV `file` of requests: protocollo;diritto;ricevuta;risposta;ufficio")
	flags.StringVar(&o.office, "office", "", "only the deadlines of this `office`")
	flags.IntVar(&o.days, "days", -1, "only what falls due within so many `days`")
	flags.BoolVar(&o.check, "check", false, "end with status 3 if something is late or in violation")
	if err := flags.Parse(args); err != nil {
		return o, 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(errs, "scadenzario: %q: -file %s\n", flags.Arg(0), flags.Arg(0))
		return o, 2
	}
	var err error
	if o.tag, err = language.Parse(*lang); err != nil || *lang != "it" && *lang != "en" {
		fmt.Fprintf(errs, "scadenzario: -lang %q: it, en\n", *lang)
		return o, 2
	}
	o.write = map[string]func(io.Writer, book.Book, bool) error{"text": writeText, "json": writeJSON, "ics": writeICS, "html": writeHTML}[*format]
	if o.write == nil {
		fmt.Fprintf(errs, "scadenzario: -format %q: text, json, ics, html\n", *format)
		return o, 2
	}
	return o, 0
}

// book reads the files and makes the book; a status other than 0 ends the program.
func (o asked) book(errs io.Writer, now time.Time) (b book.Book, status int) {
	data, name := comune.Sample, "comune.json"
	var err error
	if o.file != "" {
		name = o.file
		if data, err = os.ReadFile(o.file); err != nil {
			fmt.Fprintln(errs, "scadenzario:", err)
			return b, 1
		}
	}
	c, err := comune.Parse(data)
	if err != nil {
		return b, complain(errs, name, o.tag, data, err)
	}
	if o.table != "" {
		if o.file == "" {
			c = comune.Comune{Name: o.table, On: date.NewAt(now.In(rome))}
		}
		text, err := os.ReadFile(o.table)
		if err != nil {
			fmt.Fprintln(errs, "scadenzario:", err)
			return b, 1
		}
		requests, err := readRequests(text)
		if err != nil {
			return b, complain(errs, o.table, o.tag, nil, err)
		}
		c.Requests = append(c.Requests, requests...)
	}
	if o.file == "" && o.table == "" {
		now = morning(c.On) // the invented Comune lives on its own day
	}
	if o.on != "" {
		if now, err = parseOn(o.on); err != nil {
			fmt.Fprintln(errs, "scadenzario: -on:", message(err, o.tag))
			return b, 2
		}
	}
	if b, err = book.New(c, now.In(rome), o.tag); err != nil {
		return b, complain(errs, name, o.tag, data, err)
	}
	return b, 0
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

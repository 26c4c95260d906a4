// Command tabelle writes the library's answers as tables, CSV and Parquet: the
// channel that needs no code. A spreadsheet, a database or a data frame looks a
// day up instead of computing it.
//
//	go run -C examples/tabelle . -to /tmp/tabelle -from 2026 -to-year 2027
//
// The tables and their columns are in README.md. Days are written 2006-01-02 in
// CSV and as dates in Parquet; what isn't there is an empty cell, or null.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "tabelle:", err)
		os.Exit(1)
	}
}

// run writes the tables that the arguments ask for, and tells of each.
func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("tabelle", flag.ContinueOnError)
	to := flags.String("to", "tabelle", "the folder to write into")
	first := flags.Int("from", 2026, "the first year of the deadlines and holidays")
	last := flags.Int("to-year", 2027, "the last year of them")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("there is no argument %q; -h lists the flags", flags.Arg(0))
	}
	if *last < *first {
		return errors.New("-to-year is before -from")
	}
	if err := os.MkdirAll(*to, 0o755); err != nil {
		return err
	}
	for _, t := range tables(*first, *last) {
		n, err := t.write(filepath.Join(*to, t.name))
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		fmt.Fprintf(out, "%s: %d rows\n", t.name, n)
	}
	return nil
}

// table is a table to be written; write makes NAME.csv and NAME.parquet and
// returns the number of rows.
type table struct {
	name  string
	write func(path string) (int, error)
}

func tables(first, last int) []table {
	return []table{
		{"termini", func(path string) (int, error) { return write(path, deadlines(first, last)) }},
		{"festivi", func(path string) (int, error) { return write(path, holidays(first, last)) }},
		{"conservazione", func(path string) (int, error) { return write(path, retentionPlan()) }},
		{"pubblicazione", func(path string) (int, error) { return write(path, publicationDuties()) }},
		{"albo", func(path string) (int, error) { return write(path, postings()) }},
	}
}

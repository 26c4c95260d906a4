package dpia

import (
	"flag"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// day reads a date that is known to be valid.
func day(s string) date.Date {
	d, err := gdpr.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

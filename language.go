package gdpr

import (
	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Match returns the language in which the library answers a reader of tag:
// Italian or English, whichever golang.org/x/text/language holds for the better
// one, and Italian where neither is.
func Match(tag language.Tag) language.Tag { return catalog.Match(tag) }

// FormatDate returns a day as running text has it in the language that [Match]
// picks for tag: "8 novembre 2026", "1º gennaio 2027", "8 November 2026". It is
// how every text of this library prints a day; in JSON and on the wire a day is
// 2026-11-08.
func FormatDate(d date.Date, tag language.Tag) string { return catalog.FormatDate(tag, d) }

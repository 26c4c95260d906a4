package gdpr

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Match returns the language in which the library answers a reader of tag:
// Italian or English, whichever golang.org/x/text/language holds for the better
// one, and Italian where neither is.
func Match(tag language.Tag) language.Tag { return catalog.Match(tag) }

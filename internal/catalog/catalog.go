// Package catalog holds every sentence that the library shows to a person, in
// Italian and in English, and formats it by golang.org/x/text/message.
//
// Each package of the library has a file here, with its entries under keys that
// begin with the package's name: "rights.extension.late". A finding's code is a
// key; so is the name of a reason, of a question and of an enumeration's value.
package catalog

import (
	"iter"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

// Entry is one sentence. IT and EN are formats of package fmt, with explicit
// argument indexes where the two languages order them differently. Where Count
// is n > 0, the n-th argument is a number, and ITOne and ENOne are used where
// the language's plural rule calls for the singular.
type Entry struct {
	Key          string
	IT, EN       string
	Count        int
	ITOne, ENOne string
}

// Text returns the sentence of key in the language that Match picks for tag,
// with args put in. A key that has no sentence is returned as it is.
func Text(tag language.Tag, key string, args ...any) string {
	b := built()
	if !b.keys[key] {
		return key
	}
	return message.NewPrinter(Match(tag), message.Catalog(b.catalog)).Sprintf(message.Key(key, key), args...)
}

// Has reports whether key has a sentence.
func Has(key string) bool { return built().keys[key] }

// Match returns Italian or English, whichever serves a reader of tag better;
// Italian where neither does.
func Match(tag language.Tag) language.Tag {
	if _, i, _ := built().matcher.Match(tag); i == 1 {
		return language.English
	}
	return language.Italian
}

// Entries returns all entries, package by package.
func Entries() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, entries := range [...][]Entry{gdpr, rights, breach, dpia, register, registerSub, informativa, roles} {
			for _, e := range entries {
				if !yield(e) {
					return
				}
			}
		}
	}
}

type state struct {
	catalog catalog.Catalog
	matcher language.Matcher
	keys    map[string]bool
}

// built makes the catalogue at its first use, so that a program that shows no
// text doesn't pay for it.
var built = sync.OnceValue(func() state {
	b := catalog.NewBuilder(catalog.Fallback(language.Italian))
	keys := make(map[string]bool)
	for e := range Entries() {
		keys[e.Key] = true
		set(b, language.Italian, e, e.ITOne, e.IT)
		set(b, language.English, e, e.ENOne, e.EN)
	}
	return state{b, language.NewMatcher([]language.Tag{language.Italian, language.English}), keys}
})

func set(b *catalog.Builder, tag language.Tag, e Entry, one, other string) {
	m := catalog.String(other)
	if e.Count > 0 {
		m = plural.Selectf(e.Count, "%d", plural.One, one, plural.Other, other)
	}
	// Set fails only for a plural selector that the language lacks; a test
	// formats every entry in both languages.
	_ = b.Set(tag, e.Key, m)
}

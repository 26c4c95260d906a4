// Package catalog has every sentence that the library shows to a person, in each
// language that it answers in, and fills in what a sentence tells.
//
// The sentences are text files in the folder sentences, one a package and
// language: rights.it.txt has lines such as
//
//	rights.pause.late = la sospensione non ha effetto
//	rights.reply.overdue = la risposta manca da %d giorni
//	rights.reply.overdue#one1 = la risposta manca da %d giorno
//
// in which "#one1" is what is said where the first argument is one. Keys begin
// with the package's name; a finding's code is a key, and so is the name of a
// reason, of a question and of an enumeration's value. A new language is a new
// file a package: what it lacks is said in Italian. After a change of the files,
// go generate writes them into sentences_gen.go, so that nothing is parsed at
// run time.
package catalog

//go:generate go run ../tools/sentences

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Entry is one sentence. Say has its forms by language, in the order of the
// generated table of tags; each is a format of package fmt, with explicit
// argument indexes where a language orders them differently. Where Count is
// n > 0, One is said where the n-th argument is the number one.
type Entry struct {
	Key   string
	Count int
	Say   [languages]Forms
}

// Forms are the singular and the other form of a sentence; both are "" in a
// language that lacks the sentence.
type Forms struct{ Other, One string }

// In returns the forms in a language, or the Italian ones where it has none.
func (e *Entry) In(tag language.Tag) Forms { return e.at(place(tag)) }

func (e *Entry) at(place int) Forms {
	if f := e.Say[place]; f.Other != "" {
		return f
	}
	return e.Say[0]
}

// Text returns the sentence of key in the language that Match picks for tag,
// with args put in: numbers as the language writes them, dates and instants as
// [Printable] says. A key that has no sentence is returned as it is.
func Text(tag language.Tag, key string, args ...any) string {
	e, ok := find(key)
	if !ok {
		return key
	}
	reader := place(tag)
	forms := e.at(reader)
	format := forms.Other
	if e.Count > 0 && e.Count <= len(args) && args[e.Count-1] == 1 {
		format = forms.One
	}
	if len(args) == 0 && !strings.Contains(format, "%") {
		return format
	}
	tag = tags()[reader]
	said := make([]any, len(args))
	for i, a := range args {
		said[i] = Printable(tag, a)
	}
	text := message.NewPrinter(tag).Sprintf(format, said...)
	if reader == 0 {
		return elide(text)
	}
	return text
}

// Format returns the sentence of key as it stands, with the verbs of package fmt
// for its arguments, or "" if there is none.
func Format(tag language.Tag, key string) string {
	e, ok := find(key)
	if !ok {
		return ""
	}
	return e.In(tag).Other
}

// Label returns the sentence of key, or "" if there is none: what a person reads
// is never a key.
func Label(tag language.Tag, key string) string {
	if !Has(key) {
		return ""
	}
	return Text(tag, key)
}

// Has reports whether key has a sentence.
func Has(key string) bool { _, ok := find(key); return ok }

// Match returns the language of the library that serves a reader of tag best,
// and Italian where none does.
func Match(tag language.Tag) language.Tag { return tags()[place(tag)] }

// Entries returns all entries by key.
func Entries() iter.Seq[Entry] { return slices.Values(sentences[:]) }

// find returns the entry of key, or of the key that has taken its place.
func find(key string) (*Entry, bool) {
	if e, ok := lookUp(key); ok {
		return e, true
	}
	return findRenamed(key)
}

// lookUp returns the entry of key; the table is in the order of the keys.
func lookUp(key string) (*Entry, bool) {
	i, ok := slices.BinarySearchFunc(sentences[:], key, func(e Entry, key string) int { return strings.Compare(e.Key, key) })
	if !ok {
		return nil, false
	}
	return &sentences[i], true
}

// place returns the place in tags of the language for a reader of tag.
func place(tag language.Tag) int {
	for i, t := range tags() {
		if t == tag {
			return i
		}
	}
	_, i, confidence := matcher().Match(tag)
	if confidence == language.No {
		return 0
	}
	return i
}

// matcher is made at its first use, for a tag that isn't plainly one of ours.
var matcher = sync.OnceValue(func() language.Matcher {
	all := tags()
	return language.NewMatcher(all[:])
})

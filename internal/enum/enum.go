// Package enum is what the generated methods of the library's enumerations do:
// words to values and back, and names for people. The tables are written by
// internal/tools/words, from the constants themselves.
package enum

import (
	"encoding/json"
	"iter"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Table is one enumeration. A word is lower case with underscores, as the names
// of JSON fields are.
type Table struct {
	Name  string      // of the type
	Words []string    // by value; "" for a number that no constant has
	Also  [][2]string // older words and the words that took their place
	Key   string      // of the names for people in the catalogue, before the word; "" if there are none
}

// Has reports whether a constant has the value i.
func (t *Table) Has(i int) bool { return i >= 0 && i < len(t.Words) && t.Words[i] != "" }

// String returns the word of the value i, "" for a zero that is no constant, and
// "Level(99)" for any other value that the enumeration doesn't have.
func (t *Table) String(i int) string {
	if t.Has(i) {
		return t.Words[i]
	}
	if i == 0 {
		return ""
	}
	return t.Name + "(" + strconv.Itoa(i) + ")"
}

// Parse returns the value of a word: the empty one is zero, and what was written
// with spaces or hyphens, or by an older word, is still read.
func (t *Table) Parse(word string) (int, bool) {
	if word == "" {
		return 0, true
	}
	if i, ok := t.find(word); ok {
		return i, true
	}
	word = strings.NewReplacer(" ", "_", "-", "_").Replace(word)
	for _, also := range t.Also {
		if also[0] == word {
			word = also[1]
		}
	}
	return t.find(word)
}

func (t *Table) find(word string) (int, bool) {
	for i, w := range t.Words {
		if w == word && w != "" {
			return i, true
		}
	}
	return 0, false
}

// Valid lists the words, for an error.
func (t *Table) Valid() string {
	var b strings.Builder
	for _, w := range t.Words {
		if w != "" && b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(w)
	}
	return b.String()
}

// Label returns the name of the value i for a reader of tag, or "" if it has
// none.
func (t *Table) Label(tag language.Tag, i int) string {
	if !t.Has(i) || t.Key == "" || !catalog.Has(t.Key+t.Words[i]) {
		return ""
	}
	return catalog.Text(tag, t.Key+t.Words[i])
}

// Values yields the values, from the least.
func Values[T ~uint8](t *Table) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := range t.Words {
			if t.Has(i) && !yield(T(i)) {
				return
			}
		}
	}
}

// List returns the words of a set, in their order.
func (t *Table) List(set uint64) []string {
	words := []string{}
	for i, w := range t.Words {
		if set>>i&1 == 1 && w != "" {
			words = append(words, w)
		}
	}
	return words
}

// Labels returns the names of a set's members for a reader of tag.
func (t *Table) Labels(tag language.Tag, set uint64, between string) string {
	var labels []string
	for i := range t.Words {
		if l := t.Label(tag, i); set>>i&1 == 1 && l != "" {
			labels = append(labels, l)
		}
	}
	return strings.Join(labels, between)
}

// ParseSet reads a JSON array of words. Unknown is the word that none has;
// syntax tells that the text is no array of words at all.
func (t *Table) ParseSet(data []byte) (set uint64, unknown string, syntax bool) {
	var words []string
	if err := json.Unmarshal(data, &words); err != nil {
		return 0, "", true
	}
	for _, w := range words {
		i, ok := t.Parse(w)
		if !ok || w == "" {
			return 0, strconv.Quote(w), false
		}
		set |= 1 << i
	}
	return set, "", false
}

// Members yields the members of a set one by one.
func Members[T ~uint8 | ~uint16 | ~uint32 | ~uint64](t *Table, set T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := range t.Words {
			if one := set & (1 << i); one != 0 && !yield(one) {
				return
			}
		}
	}
}

// Column returns the text of a database column; ok is false for what is no
// text. A null is the empty text.
func Column(src any) (text []byte, ok bool) {
	switch s := src.(type) {
	case nil:
		return nil, true
	case string:
		return []byte(s), true
	case []byte:
		return s, true
	}
	return nil, false
}

package gdpr

import (
	"encoding"
	"iter"
	"strings"

	"golang.org/x/text/language"
)

// Enumeration is what each enumeration of the library is, sets apart: its
// constants are listed by Values, and their words are written and read as text.
// A word is lower case with underscores, and stands in the comment of its
// constant. The zero value that is no constant is "not given"; a value that is no
// constant prints as "Level(99)" and can't be written.
type Enumeration[T any] interface {
	comparable
	encoding.TextMarshaler
	Values() iter.Seq[T]
	Valid() bool
	String() string
}

// Values yields the values of an enumeration, in the order of its constants: for
// a list to choose from.
//
//	for r := range gdpr.Values[rights.Right]() {
//		fmt.Println(r, r.Label(language.Italian))
//	}
func Values[T Enumeration[T]]() iter.Seq[T] {
	var zero T
	return zero.Values()
}

// ParseWord returns the value of an enumeration that a person wrote: its word, or
// its name in Italian or English, in capitals or not. The empty text is the zero
// value, as in JSON. What is none of them is an [*InputError] with [FaultName]
// that lists the words, each with its Italian name; so is a name that two values
// share.
func ParseWord[T Enumeration[T]](text string) (T, error) {
	var zero, found T
	text = strings.Join(strings.Fields(text), " ")
	reads, ok := any(&found).(encoding.TextUnmarshaler)
	if !ok {
		return zero, &InputError{Value: text, Fault: FaultName}
	}
	if reads.UnmarshalText([]byte(text)) == nil || reads.UnmarshalText([]byte(strings.ToLower(text))) == nil {
		return found, nil
	}
	named := 0
	for v := range zero.Values() {
		if isNamed(v, text) {
			found = v
			named++
		}
	}
	if named != 1 {
		return zero, &InputError{Value: text, Fault: FaultName, Other: wordsAndNames[T]()}
	}
	return found, nil
}

// wordsAndNames lists what [ParseWord] reads: high (alto), low (basso).
func wordsAndNames[T Enumeration[T]]() string {
	var b strings.Builder
	for v := range Values[T]() {
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		b.WriteString(v.String())
		if l, ok := any(v).(interface{ Label(language.Tag) string }); ok && l.Label(language.Italian) != v.String() {
			b.WriteString(" (" + l.Label(language.Italian) + ")")
		}
	}
	return b.String()
}

// isNamed reports whether text is the name of a value in one of the languages.
func isNamed(value any, text string) bool {
	v, ok := value.(interface{ Label(language.Tag) string })
	if !ok {
		return false
	}
	for _, tag := range [...]language.Tag{language.Italian, language.English} {
		if name := v.Label(tag); name != "" && strings.EqualFold(name, text) {
			return true
		}
	}
	return false
}

package pdnd

import (
	"slices"
	"strconv"
	"strings"

	"github.com/b58db29f/gdpr"
)

// words are the platform's own words for the values of an enumeration, which are
// not of the form of the library's: words[i] is that of the value i, words[0] is
// "".
type words []string

// text returns the word of a value, "" for the one that says nothing, and
// "Kind(99)" for one that doesn't exist.
func (w words) text(enumeration string, i int) string {
	if i >= len(w) {
		return enumeration + "(" + strconv.Itoa(i) + ")"
	}
	return w[i]
}

func (w words) marshal(i int) ([]byte, error) {
	if i >= len(w) {
		return nil, &gdpr.InputError{Value: strconv.Itoa(i), Fault: gdpr.FaultName, Other: w.list()}
	}
	return []byte(w[i]), nil
}

func (w words) parse(text []byte) (int, error) {
	if i := slices.Index(w, string(text)); i >= 0 {
		return i, nil
	}
	return 0, &gdpr.InputError{Value: string(text), Fault: gdpr.FaultName, Other: w.list()}
}

func (w words) list() string { return strings.Join(w[1:], ", ") }

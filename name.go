package gdpr

import (
	"strconv"
	"strings"
)

// Names are the words that stand for the values of an enumeration in text and
// JSON: names[i] is the word of the value i, and names[0], the value that says
// nothing, is "". The rule packages and their hosts read and write every
// enumeration through it, so that all of them answer an unknown word alike.
type Names []string

// String returns the word of the value i, or "" if there is none.
func (n Names) String(i int) string {
	if i < 0 || i >= len(n) {
		return ""
	}
	return n[i]
}

// Parse returns the value of word; the empty word is the value 0. The error for
// any other word is an [*InputError] with [FaultName] that lists the valid ones.
func (n Names) Parse(word string) (int, error) {
	for i, name := range n {
		if name == word {
			return i, nil
		}
	}
	return 0, &InputError{Value: word, Fault: FaultName, Other: n.list()}
}

// Text returns the word of the value i for MarshalText. A value that the
// enumeration doesn't have is an [*InputError] with [FaultName].
func (n Names) Text(i int) ([]byte, error) {
	if i < 0 || i >= len(n) {
		return nil, &InputError{Value: strconv.Itoa(i), Fault: FaultName, Other: n.list()}
	}
	return []byte(n[i]), nil
}

func (n Names) list() string {
	if len(n) > 0 && n[0] == "" {
		n = n[1:]
	}
	return strings.Join(n, ", ")
}

package breach

import (
	"strings"
	"unicode"
)

// blank reports whether s says nothing: it has neither a letter nor a digit, as
// "", "-" and "...".
func blank(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// allBlank reports whether no string of the list says anything.
func allBlank(list []string) bool {
	for _, s := range list {
		if !blank(s) {
			return false
		}
	}
	return true
}

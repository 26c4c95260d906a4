package informativa

import (
	"strings"
	"unicode"
)

// clean puts a text on one line, without control characters.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// inline is clean, without a stop at the end: part of a sentence.
func inline(s string) string { return strings.TrimSuffix(clean(s), ".") }

func cleanAll(list []string) []string { return filled(mapped(list, clean)...) }

func inlineAll(list []string) []string { return filled(mapped(list, inline)...) }

func mapped(list []string, f func(string) string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = f(s)
	}
	return out
}

// filled returns the texts that say something.
func filled(list ...string) []string {
	var out []string
	for _, s := range list {
		if given(s) {
			out = append(out, s)
		}
	}
	return out
}

// ways lists how to reach a party, for a sign.
func (p Party) ways() string {
	return strings.Join(cleanAll([]string{p.Address, p.Email, p.PEC, p.Phone}), ", ")
}

// sentence joins what is given by semicolons.
func sentence(list []string) string { return strings.Join(cleanAll(list), "; ") }

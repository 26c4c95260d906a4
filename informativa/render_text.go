package informativa

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// dayText writes a day as it is written in the language: 22/11/2026 in Italian,
// 22 November 2026 in English.
func dayText(tag language.Tag, d date.Date) string {
	year, month, day := d.Date()
	if gdpr.Match(tag) == language.English {
		return strconv.Itoa(day) + " " + month.String() + " " + strconv.Itoa(year)
	}
	two := func(n int) string {
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
		return strconv.Itoa(n)
	}
	return two(day) + "/" + two(int(month)) + "/" + strconv.Itoa(year)
}

// clean puts a text on one line, without control characters.
func clean(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// inline is clean, without a stop at the end and with the marks of Markdown and
// HTML made harmless.
func inline(s string) string { return marks.Replace(strings.TrimSuffix(clean(s), ".")) }

// opening makes harmless what would be a mark of a heading or of a list at the
// start of a line.
func opening(s string) string {
	digits := strings.TrimLeft(s, "0123456789")
	switch {
	case s == "":
	case strings.ContainsRune("#>-+=~", rune(s[0])):
		return `\` + s
	case digits != s && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") ")):
		return s[:len(s)-len(digits)] + `\` + digits
	}
	return s
}

var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "[", `\[`, "]", `\]`, "<", `\<`, "|", `\|`)

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

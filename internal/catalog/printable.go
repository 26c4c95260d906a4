package catalog

import (
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"
)

// Verbatim is an argument that is printed as it is, though it may look like a
// date: the form that an input should have.
type Verbatim string

// Printable returns an argument of a sentence as a person reads it in the
// language that Match picks for tag: a day as FormatDate prints it, an instant
// with its hour. A string of the form 2026-01-31 or 2026-01-31T09:00:00+01:00 is
// a day or an instant that was stored, and one that is the key of a sentence is that
// sentence. Anything else comes back as it is.
func Printable(tag language.Tag, arg any) any {
	switch a := arg.(type) {
	case date.Date:
		return FormatDate(tag, a)
	case time.Time:
		return FormatTime(tag, a)
	case string:
		if isKey(a) {
			return Text(tag, a)
		}
		if len(a) < 10 || a[0] < '0' || a[0] > '9' || a[4] != '-' || a[7] != '-' {
			return arg
		}
		if len(a) == 10 {
			if t, err := time.Parse(time.DateOnly, a); err == nil {
				return FormatDate(tag, date.NewAt(t))
			}
		} else if t, err := time.Parse(time.RFC3339, a); err == nil {
			return FormatTime(tag, t)
		}
	}
	return arg
}

// isKey reports whether a string is the key of a sentence: words between points.
func isKey(s string) bool {
	return strings.IndexByte(s, '.') > 0 && strings.IndexByte(s, ' ') < 0 && Has(s)
}

// FormatDate returns a day as running text has it: "8 novembre 2026",
// "1º gennaio 2027", "8 November 2026"; the order and the marks are those of the
// sentence date.day.
func FormatDate(tag language.Tag, d date.Date) string {
	year, month, day := d.Date()
	n := strconv.Itoa(day)
	if day == 1 {
		n = Text(tag, "date.first")
	}
	return Text(tag, "date.day", n, Text(tag, "date.month."+strconv.Itoa(int(month))), strconv.Itoa(year))
}

// FormatTime returns an instant, in its own location, as running text has it:
// "8 novembre 2026, ore 9:30", "8 November 2026, 9:30".
func FormatTime(tag language.Tag, t time.Time) string {
	clock := strconv.Itoa(t.Hour()) + ":" + t.Format("04")
	return FormatDate(tag, date.NewAt(t)) + ", " + Text(tag, "date.hour", clock)
}

// elide writes the Italian articles before the eighth and the eleventh of a month
// as they are said: "dell'8 maggio", not "del 8 maggio".
func elide(text string) string {
	if !strings.Contains(text, " 8 ") && !strings.Contains(text, " 11 ") {
		return text
	}
	words := strings.SplitAfter(text, " ")
	for i := range words[:max(0, len(words)-2)] {
		day, month := words[i+1], strings.TrimRight(words[i+2], " .,;:)")
		if (day != "8 " && day != "11 ") || !isMonth(month) {
			continue
		}
		if elided, ok := elisions[strings.TrimLeft(words[i], "(«\"")]; ok {
			words[i] = strings.TrimSuffix(words[i], strings.TrimLeft(words[i], "(«\"")) + elided
		}
	}
	return strings.Join(words, "")
}

var elisions = map[string]string{
	"il ": "l'", "del ": "dell'", "al ": "all'", "dal ": "dall'", "nel ": "nell'", "sul ": "sull'",
	"Il ": "L'", "Del ": "Dell'", "Al ": "All'", "Dal ": "Dall'", "Nel ": "Nell'", "Sul ": "Sull'",
}

func isMonth(word string) bool {
	for i := 1; i <= 12; i++ {
		if e, _ := find("date.month." + strconv.Itoa(i)); e.Say[0].Other == word {
			return true
		}
	}
	return false
}

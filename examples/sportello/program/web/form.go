package web

import (
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/sportello/program/desk"
)

// form is what a person typed, and what is wrong with it.
type form struct {
	values   url.Values
	problems map[string]string // by the field
	order    []string
	tag      language.Tag
}

// read reads the form of the call.
func (v *visit) read() *form {
	_ = v.r.ParseMultipartForm(32 << 20) // a form that can't be read has no values
	v.form = &form{values: v.r.PostForm, problems: map[string]string{}, tag: v.Tag}
	if v.form.values == nil {
		v.form.values = url.Values{}
	}
	return v.form
}

// add notes what is wrong with a field.
func (f *form) add(field, text string) {
	if f.problems[field] == "" {
		f.order = append(f.order, field)
		f.problems[field] = text
	}
}

// fault notes an error of the library at the field where it belongs.
func (f *form) fault(field string, err error) {
	if err == nil {
		return
	}
	var in *gdpr.InputError
	if errors.As(err, &in) {
		alone := *in
		alone.Field = "" // the field is named by its label
		f.add(field, alone.Message(f.tag))
		return
	}
	f.add(field, err.Error())
}

func (f *form) failed() bool { return len(f.problems) > 0 }

// text is a value without the white space around it.
func (f *form) text(name string) string {
	text := strings.TrimSpace(f.values.Get(name))
	return strings.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
			return -1
		}
		return c
	}, strings.ReplaceAll(text, "\r\n", "\n"))
}

// need is a text that may not be missing.
func (f *form) need(name string) string {
	text := f.text(name)
	if text == "" {
		f.add(name, say(f.tag, "manca, ed è necessario", "it is missing, and needed"))
	}
	return text
}

// date reads a day; none is 0.
func (f *form) date(name string) date.Date {
	text := f.text(name)
	if text == "" {
		return 0
	}
	d, err := gdpr.ParseItalianDate(text)
	f.fault(name, err)
	return d
}

// needDate reads a day that may not be missing, nor be one to come.
func (f *form) needDate(name string, today date.Date) date.Date {
	f.need(name)
	d := f.date(name)
	if d > today {
		f.add(name, say(f.tag, "è un giorno futuro", "it is a day to come"))
	}
	return d
}

// instant reads a local time of the body; none is the zero instant.
func (f *form) instant(name string) time.Time {
	text := f.text(name)
	if text == "" {
		return time.Time{}
	}
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02 15:04", "02/01/2006 15:04"} {
		if t, err := time.ParseInLocation(layout, text, desk.Rome); err == nil {
			return t
		}
	}
	f.add(name, say(f.tag, "non è un giorno con l'ora: 27/11/2026 15:04", "it is no day with a time: 27/11/2026 15:04"))
	return time.Time{}
}

// needInstant reads an instant that may not be missing, nor be one to come.
func (f *form) needInstant(name string, now time.Time) time.Time {
	f.need(name)
	t := f.instant(name)
	if t.After(now) {
		f.add(name, say(f.tag, "è un momento futuro", "it is a time to come"))
	}
	return t
}

// answer reads yes, no or not known.
func (f *form) answer(name string) gdpr.Answer {
	a, err := gdpr.ParseAnswer(f.text(name))
	f.fault(name, err)
	return a
}

// checked reports whether a box is.
func (f *form) checked(name string) bool { return f.values.Get(name) != "" }

// word reads a value of an enumeration of the library.
func word[T gdpr.Enumeration[T]](f *form, name string) T {
	v, err := gdpr.ParseWord[T](f.text(name))
	f.fault(name, err)
	return v
}

// number reads a number that a page wrote: an id, a version. Nothing is 0.
func (f *form) number(name string) int64 {
	var n int64
	for _, c := range f.text(name) {
		if c < '0' || c > '9' || n > 1<<50 {
			return 0
		}
		n = 10*n + int64(c-'0')
	}
	return n
}

// stale reports whether the page with the form showed another version of the paper
// than the one that is there. Who writes in the same moment is found by the database.
func (f *form) stale(version int) bool { return f.number("version") != int64(version) }

// lines are the lines of a text, blank ones left out.
func (f *form) lines(name string) []string {
	var all []string
	for line := range strings.Lines(f.text(name)) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

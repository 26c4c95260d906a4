package functions

import (
	"fmt"
	"iter"
	"strings"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Lang is the part of an input that says in which language texts are wanted.
type Lang struct {
	Language Language `json:"language,omitzero" doc:"The language of texts in the output: a BCP 47 tag such as it, en or de-IT. Italian where it isn't given, and where the library doesn't speak it."`
}

// Tag returns the language.
func (l Lang) Tag() language.Tag { return l.Language.tag }

// Language is a language by its BCP 47 tag.
type Language struct{ tag language.Tag }

// MarshalText returns the tag.
func (l Language) MarshalText() ([]byte, error) { return l.tag.MarshalText() }

// UnmarshalText reads a tag. A text that is none is a [*gdpr.InputError].
func (l *Language) UnmarshalText(text []byte) error {
	tag, err := language.Parse(string(text))
	if err != nil {
		return &gdpr.InputError{Value: string(text), Fault: gdpr.FaultName, Other: "it, en"}
	}
	l.tag = tag
	return nil
}

// IsZero reports whether no language was given.
func (l Language) IsZero() bool { return l.tag == language.Und }

// Cal is the part of an input that says which days are holidays.
type Cal struct {
	Calendar Calendar `json:"calendar,omitzero"`
}

// Calendar is a calendar of public holidays: that of a place, and holidays
// beside. The zero value is Italy's.
type Calendar struct {
	Place    Place              `json:"place,omitzero"`     // whose holidays: italy (as where it isn't given), rome with its patron saints, bolzano with its Whit Monday, weekends: Saturdays and Sundays alone, for another State whose holidays are given beside
	Holidays []gdpr.HolidayRule `json:"holidays,omitempty"` // holidays beside those of the place, such as the patron saint's
}

// Place is a place whose holidays the library knows.
type Place uint8

// The places.
const (
	italy Place = iota
	rome
	bolzano
	weekends
)

// places are the words of the places.
var places = [...]string{"italy", "rome", "bolzano", "weekends"}

// MarshalText returns the word.
func (p Place) MarshalText() ([]byte, error) { return []byte(places[min(int(p), len(places)-1)]), nil }

// UnmarshalText reads a word.
func (p *Place) UnmarshalText(text []byte) error {
	for i, word := range places {
		if word == string(text) {
			*p = Place(i)
			return nil
		}
	}
	return &gdpr.InputError{Value: string(text), Fault: gdpr.FaultName, Other: strings.Join(places[:], ", ")}
}

// calendar returns the calendar that the input asks for.
func (c Cal) calendar() (gdpr.Calendar, error) {
	cal := gdpr.Italy()
	switch c.Calendar.Place {
	case rome:
		cal = gdpr.Rome()
	case bolzano:
		cal = gdpr.Bolzano()
	case weekends:
		if len(c.Calendar.Holidays) > 0 {
			cal, err := gdpr.NewCalendar(1, 9999, c.Calendar.Holidays...)
			return cal, gdpr.At("calendar.holidays", err)
		}
		return gdpr.Calendar{}, nil
	}
	if len(c.Calendar.Holidays) == 0 {
		return cal, nil
	}
	cal, err := cal.With(c.Calendar.Holidays...)
	return cal, gdpr.At("calendar.holidays", err)
}

// None is the input of a function that takes a language alone.
type None struct{ Lang }

// Finding is what a check found, with its message.
type Finding struct {
	gdpr.Finding
	Fine    gdpr.Fine `json:"fine,omitzero"` // the tier of fine of the provisions
	Message string    `json:"message"`       // what was found, in the language asked for
}

// Findings are what a check found.
type Findings struct {
	Findings []Finding     `json:"findings"`       // in the order of the input; none if all is well
	Worst    gdpr.Severity `json:"worst,omitzero"` // the gravest severity among them; left out if there are none
}

func (l Lang) found(fs gdpr.Findings) Findings {
	out := Findings{Findings: make([]Finding, len(fs)), Worst: fs.Worst()}
	for i, f := range fs {
		out.Findings[i] = Finding{f, f.Fine(), f.Message(l.Tag())}
	}
	return out
}

// told returns the findings of a check that can fail, with its error at path.
func (l Lang) told(path string) func(fs gdpr.Findings, err error) (Findings, error) {
	return func(fs gdpr.Findings, err error) (Findings, error) {
		return l.found(fs), gdpr.At(path, err)
	}
}

// Reason is one step of a decision, with its text.
type Reason struct {
	gdpr.Reason
	Text string `json:"text"` // in the language asked for
}

// Question is a fact that is unknown and could change a decision, with its text.
type Question struct {
	gdpr.Question
	Text string `json:"text"` // in the language asked for
}

func (l Lang) reasons(all iter.Seq[gdpr.Reason]) []Reason {
	out := []Reason{}
	for r := range all {
		out = append(out, Reason{r, r.Text(l.Tag())})
	}
	return out
}

func (l Lang) questions(all iter.Seq[gdpr.Question]) []Question {
	out := []Question{}
	for q := range all {
		out = append(out, Question{q, q.Text(l.Tag())})
	}
	return out
}

// Decision is what a rule comes to on the facts that are known.
type Decision[O any] struct {
	Outcome O          `json:"outcome" doc:"What it comes to; undetermined, or null, while a fact is missing that could change it."`
	Reasons []Reason   `json:"reasons" doc:"Why, in the order of the law, each with its provision."`
	Missing []Question `json:"missing" doc:"The facts that are unknown and could change the outcome, and no other, in the order of the law."`
}

// Next is the question to ask first.
type Next struct {
	Question *Question `json:"question" doc:"The question with which a decision is likely reached soonest; null where nothing is missing."`
}

// explained is a decision of any package.
type explained interface {
	Reasons() iter.Seq[gdpr.Reason]
	Missing() iter.Seq[gdpr.Question]
}

func explain[O any](l Lang, outcome O, d explained) Decision[O] {
	return Decision[O]{outcome, l.reasons(d.Reasons()), l.questions(d.Missing())}
}

// Facts is the input of a decision.
type Facts[F any] struct {
	Facts F `json:"facts"`
	Lang
}

// settable are facts that a question's field sets.
type settable[F any] interface {
	*F
	Set(field string, a gdpr.Answer) error
}

// decision is a rule on facts, and the question to ask first about them.
func decision[F any, P settable[F], D explained, O any](name, of string, decide func(F) D, outcome func(D) O) []Function {
	return []Function{
		fn(name, of, func(in Facts[F]) (Decision[O], error) {
			d := decide(in.Facts)
			if err := clash(d); err != nil {
				return Decision[O]{}, gdpr.At("facts", err)
			}
			return explain(in.Lang, outcome(d), d), nil
		}),
		next[F, P](name, decide),
	}
}

// next is the function that tells which question of a decision to ask first.
func next[F any, P settable[F], D explained](name string, decide func(F) D) Function {
	return fn(name+".next", "gdpr.Next", func(in Facts[F]) (Next, error) {
		if err := clash(decide(in.Facts)); err != nil {
			return Next{}, gdpr.At("facts", err)
		}
		q, ok := gdpr.Next[F, P](in.Facts, func(f F) iter.Seq[gdpr.Question] {
			d := decide(f)
			if clash(d) != nil {
				return nil
			}
			return d.Missing()
		})
		return in.next(q, ok), nil
	})
}

func (l Lang) next(q gdpr.Question, ok bool) Next {
	if !ok {
		return Next{}
	}
	return Next{&Question{q, q.Text(l.Tag())}}
}

// clash returns the error of a decision on facts that contradict each other.
func clash(d any) error {
	if d, ok := d.(interface{ Err() error }); ok {
		return d.Err()
	}
	return nil
}

// Text is a text for people.
type Text struct {
	Text string `json:"text" doc:"The text, in the language asked for."`
}

// Answered is a yes or a no, or null where it isn't known.
type Answered struct {
	Answer gdpr.Answer `json:"answer" doc:"True, false, or null where a fact is missing that could change it."`
}

// List is a list of values.
type List[T any] struct {
	Items []T `json:"items" doc:"The values, in the order that the function states."`
}

// listed returns the values of a sequence, an empty list rather than none.
func listed[T any](all iter.Seq[T]) List[T] {
	items := []T{}
	for v := range all {
		items = append(items, v)
	}
	return List[T]{items}
}

// mapped returns f of the values of a sequence.
func mapped[T, U any](all iter.Seq[T], f func(T) U) List[U] {
	items := []U{}
	for v := range all {
		items = append(items, f(v))
	}
	return List[U]{items}
}

// Deadline is the end of a term, if there is one.
type Deadline struct {
	Deadline *gdpr.Deadline `json:"deadline" doc:"The end of the term; null where there is no term, or it has no end that is known."`
	Skipped  []gdpr.Holiday `json:"skipped" doc:"The days off over which the end moved, from nominal to due."`
	Text     string         `json:"text" doc:"What was done to reach it, in the language asked for."`
}

func (l Lang) deadline(d gdpr.Deadline, cal gdpr.Calendar) Deadline {
	if d.IsZero() {
		return Deadline{Skipped: []gdpr.Holiday{}}
	}
	return Deadline{&d, listed(d.Skipped(cal)).Items, d.Steps.Text(l.Tag())}
}

// Day is the part of an input that says for which day it asks.
type Day struct {
	On date.Date `json:"on,omitzero" doc:"The day for which it is asked."`
}

// missing is the error for something asked by a name or a number that isn't there.
func missing(field string, value any, where string) error {
	return &gdpr.InputError{Field: field, Value: fmt.Sprint(value), Fault: gdpr.FaultReference, Other: where}
}

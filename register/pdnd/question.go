package pdnd

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/catalog"
)

// Question is one question of one form, by [Model.Question] or [Model.Questions].
// It is a small comparable value; the zero value is no question.
//
// Law: GDPR 5(2).
type Question struct{ model, n uint8 }

// question is the row of a Question.
type question struct {
	id      string
	text    string // key of its sentences
	typ     Type
	values  []string
	when    []condition
	hide    []hiding
	first   string // the portal's default
	longest int    // in UTF-16 units, 0: not limited
}

// condition is one condition of a question.
type condition struct {
	question string
	value    string
	number   uint8 // of the question among all identifiers
}

// hiding tells when a value isn't offered.
type hiding struct {
	value string
	when  condition
}

// Condition is what another question must have been answered for a question to
// open: Value among its answers.
type Condition struct {
	Question string `json:"question"`
	Value    string `json:"value"`
}

// Type is how a question is answered. The zero value is not given.
type Type uint8

// The types of questions.
//
//words:label pdnd.type
const (
	Text   Type = iota + 1 // text: free text
	Single                 // single: one of the values
	Multi                  // multi: one of the values or more
	Switch                 // switch: a statement to confirm, of which the only value is "true"
)

func (q Question) row() *question {
	m := Model{q.model}.row()
	if q.n > 0 && int(q.n) <= len(m.questions) {
		return &m.questions[q.n-1]
	}
	return &noQuestion
}

var noQuestion question

// Model returns the form that the question is of.
//
// Law: GDPR 5(2).
func (q Question) Model() Model { return Model{q.model} }

// String returns form and identifier: "PA 3.1 doneDpia", and nothing for the zero
// value.
func (q Question) String() string {
	if q.ID() == "" {
		return ""
	}
	return q.Model().String() + " " + q.ID()
}

// MarshalText returns form and identifier, and nothing for the zero value.
func (q Question) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText reads what MarshalText writes. A question that doesn't exist is a
// [*gdpr.InputError] with [gdpr.FaultName].
func (q *Question) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*q = Question{}
		return nil
	}
	form, id := string(text), ""
	if i := strings.LastIndexByte(form, ' '); i >= 0 {
		form, id = form[:i], form[i+1:]
	}
	var m Model
	if err := m.UnmarshalText([]byte(form)); err != nil {
		return err
	}
	found, ok := m.Question(id)
	if !ok {
		return &gdpr.InputError{Value: string(text), Fault: gdpr.FaultName, Other: m.String() + " …"}
	}
	*q = found
	return nil
}

// ID returns the question's identifier, as answers name it: "doneDpia".
// Some mislead: "confirmedDoneDpia" asks about the prior consultation of the
// Garante, "usesThirdPartyPersonalData" about data that aren't personal.
//
// Law: GDPR 5(2).
func (q Question) ID() string { return q.row().id }

// Type returns how the question is answered.
//
// Law: GDPR 5(2).
func (q Question) Type() Type { return q.row().typ }

// Values yields the allowed values in the form's order; none for a text.
//
// Law: GDPR 5(2).
func (q Question) Values() iter.Seq[string] { return slices.Values(q.row().values) }

// Allows reports whether the platform takes the value, compared as it is
// written; a text takes any.
//
// Law: GDPR 5(2).
func (q Question) Allows(value string) bool {
	r := q.row()
	return r.typ == Text || r.has(value)
}

// Offers yields the values to offer to whoever has given these answers: the
// allowed ones but those that the portal hides. The platform takes these too,
// see [Question.Hides].
//
// Law: GDPR 5(2).
func (q Question) Offers(a Answers) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, v := range q.row().values {
			if !q.Hides(v, a) && !yield(v) {
				return
			}
		}
	}
}

// Hides reports whether the portal doesn't offer the value to whoever has given
// these answers: a task without a norm, once there are special data. The platform
// doesn't look at it, and takes the value all the same.
//
// Law: GDPR 9(2)(g); Codice 2-sexies(1).
func (q Question) Hides(value string, a Answers) bool {
	for _, h := range q.row().hide {
		if h.value == value && a.Has(h.when.question, h.when.value) {
			return true
		}
	}
	return false
}

// Conditions yields the conditions of the question, all of which must hold.
//
// Law: GDPR 5(2).
func (q Question) Conditions() iter.Seq[Condition] {
	return func(yield func(Condition) bool) {
		for _, c := range q.row().when {
			if !yield(Condition{c.question, c.value}) {
				return
			}
		}
	}
}

// Visible reports whether the question is open to whoever has given these
// answers. It costs no allocation.
//
// Law: GDPR 5(2).
func (q Question) Visible(a Answers) bool {
	r := q.row()
	for i := range r.when {
		if !a.Has(r.when[i].question, r.when[i].value) {
			return false
		}
	}
	return r.id != ""
}

// Default returns the value with which the portal starts, "" if there is none.
// The one of a switch, "false", isn't among its allowed values.
//
// Law: GDPR 5(2).
func (q Question) Default() string { return q.row().first }

// MaxLength returns how long the portal lets a text be, in UTF-16 units (an emoji
// has two); 0 where it sets no limit.
//
// Law: GDPR 5(2).
func (q Question) MaxLength() int { return q.row().longest }

// Text asks the question, in this library's words, in the language that
// [gdpr.Match] picks for tag.
func (q Question) Text(tag language.Tag) string { return sentence(tag, "question", q.row().text) }

// Hint tells what the question means and where the answer is found, in the
// language that [gdpr.Match] picks for tag.
//
// Law: GDPR 5(2).
func (q Question) Hint(tag language.Tag) string { return sentence(tag, "hint", q.row().text) }

// Option returns what a value means to a person, in the language that
// [gdpr.Match] picks for tag; a value that isn't allowed comes back as it is.
//
// Law: GDPR 5(2).
func (q Question) Option(value string, tag language.Tag) string {
	r := q.row()
	if !r.has(value) {
		return value
	}
	if own := "pdnd.option." + r.text + "." + value; catalog.Has(own) {
		return catalog.Text(tag, own)
	}
	return catalog.Text(tag, "pdnd.option."+value)
}

// Ask returns the question in the form of all questions of the library.
//
// Law: GDPR 5(2).
func (q Question) Ask() gdpr.Question {
	return gdpr.Question{Field: "answers." + q.ID(), Code: gdpr.Code("pdnd.question." + q.row().text)}
}

func sentence(tag language.Tag, kind, key string) string {
	if key == "" {
		return ""
	}
	return catalog.Text(tag, "pdnd."+kind+"."+key)
}

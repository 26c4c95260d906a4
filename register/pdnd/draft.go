package pdnd

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Draft is an analysis drafted from what is known, question by question, by
// [Case.Draft].
//
// Law: GDPR 5(2).
type Draft struct {
	Model   Model   `json:"model"`
	Entries []Entry `json:"entries"` // one for each question of the form, in its order
}

// Entry is what the draft has on one question.
//
// Law: GDPR 5(2).
type Entry struct {
	Question Question      `json:"question"`
	State    State         `json:"state"`
	Values   []string      `json:"values,omitempty"`  // filled or suggested; none otherwise
	From     string        `json:"from,omitempty"`    // the fact that it rests on, or that is asked, as a path in the case: "access.persons"
	Note     gdpr.Code     `json:"note,omitempty"`    // what to mind, "" if nothing
	Grounds  gdpr.Findings `json:"grounds,omitempty"` // declared: what speaks against the declaration
}

// NoteText says the note in the language that [gdpr.Match] picks for tag, "" if
// there is none.
//
// Law: GDPR 5(2).
func (e Entry) NoteText(tag language.Tag) string {
	if e.Note == "" {
		return ""
	}
	return gdpr.Reason{Code: e.Note}.Text(tag)
}

// State is how far the draft got with a question. The zero value is not given.
//
// Law: GDPR 5(2).
type State uint8

// The states of a question.
//
//words:label pdnd.state
const (
	Filled    State = iota + 1 // filled: what is on record answers it
	Suggested                  // suggested: a sign, which a person has to confirm
	Asked                      // asked: nobody has said it
	Declared                   // declared: a statement that only the body's representative can make
)

// Form returns the form with what is filled or suggested, for the questions that
// this opens. It declares nothing, so that it isn't complete: [Draft.Missing] and
// [Draft.Declarations] tell what a person still has to do.
//
// Law: GDPR 5(2).
func (d Draft) Form() Form {
	var answers Answers
	for i := range d.Entries {
		if e := &d.Entries[i]; len(e.Values) > 0 {
			answers = append(answers, Answer{e.Question.ID(), slices.Clone(e.Values)})
		}
	}
	return Form{Version: d.Model.Version(), Answers: d.Model.Settle(answers)}
}

// Missing yields what has to be asked before the form is complete: the open
// questions that nobody has answered, each with the fact that would answer it.
// Once a fact is known the draft is made again, since other questions may open.
//
// Law: GDPR 5(2).
func (d Draft) Missing() iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) {
		answers := d.Form().Answers
		for i := range d.Entries {
			e := &d.Entries[i]
			if e.State == Asked && e.Question.Visible(answers) {
				ask := e.Question.Ask()
				if e.From != "" {
					ask.Field = e.From
				}
				if !yield(ask) {
					return
				}
			}
			if e.State == Suggested && e.Note == noteKinds && e.Question.Visible(answers) {
				for _, q := range kindQuestions(e.From) {
					if !yield(q) {
						return
					}
				}
			}
		}
	}
}

// Declarations yields the open questions that only the body's representative can
// answer: no program ticks them.
//
// Law: GDPR 5(2); GDPR 24(1).
func (d Draft) Declarations() iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		answers := d.Form().Answers
		for i := range d.Entries {
			if e := d.Entries[i]; e.State == Declared && e.Question.Visible(answers) && !yield(e) {
				return
			}
		}
	}
}

// Entry returns what the draft has on the question of that identifier.
//
// Law: GDPR 5(2).
func (d Draft) Entry(id string) (Entry, bool) {
	for _, e := range d.Entries {
		if e.Question.ID() == id {
			return e, true
		}
	}
	return Entry{}, false
}

// Draft drafts the analysis on the newest form of the day. Each question is
// filled from what is on record, suggested from a sign, asked, or left to who
// represents the body: the statements (measures are in place, all data are
// necessary, the law is kept) are never made here, and so the form that comes out
// is never ready to be sent.
//
// Texts are taken over whole, in the language of the register; one beyond the
// form's length is for [Form.Look] to tell, never cut.
//
// The error is a [*gdpr.InputError]: no kind of body, a purpose or a category of
// data that the activity doesn't have ([gdpr.FaultReference]).
//
// Law: GDPR 5(2); GDPR 24(1); GDPR 30(1).
func (c Case) Draft() (Draft, error) {
	m, err := c.resolve()
	if err != nil {
		return Draft{}, err
	}
	model := Newest(c.Kind, m.on)
	if model == (Model{}) {
		return Draft{}, &gdpr.InputError{Field: "kind", Fault: gdpr.FaultMissing, Other: kinds.list()}
	}
	d := Draft{Model: model}
	for q := range model.Questions() {
		e := Entry{State: Asked}
		if q.Type() == Switch {
			e.State = Declared
		}
		for i := range fillers {
			if fillers[i].id == q.ID() && e.State != Declared {
				e = fillers[i].fill(m)
			}
		}
		e.Question = q
		if !q.takes(e.Values) {
			e.State, e.Values, e.Note = Asked, nil, noteNoValue
		}
		d.Entries = append(d.Entries, e)
	}
	d.ground(m)
	return d, nil
}

// takes reports whether the question allows all the values.
func (q Question) takes(values []string) bool {
	for _, v := range values {
		if !q.Allows(v) {
			return false
		}
	}
	return true
}

// ground adds to each declaration what speaks against it: what the checks would
// say of a form that made it and, for the last one, every violation.
func (d *Draft) ground(m *matter) {
	f := d.Form()
	for i := range d.Entries {
		e := &d.Entries[i]
		if e.State != Declared {
			continue
		}
		declared := Form{f.Version, f.Answers.With(e.Question.ID(), "true")}
		for _, found := range m.check(declared) {
			switch {
			case e.Question.ID() != onDeclaration && found.Where == at(e.Question.ID()),
				e.Question.ID() == onDeclaration && found.Severity == gdpr.Violation:
				e.Grounds = append(e.Grounds, found)
			}
		}
	}
}

func filled(from string, values ...string) Entry {
	return Entry{State: Filled, From: from, Values: values}
}

func suggested(from string, note gdpr.Code, values ...string) Entry {
	return Entry{State: Suggested, From: from, Note: note, Values: values}
}

func asked(fact string) Entry { return Entry{State: Asked, From: fact} }

// text fills a text, or asks for it where there is none.
func text(from, value string) Entry {
	if strings.TrimSpace(value) == "" {
		return asked(from)
	}
	return filled(from, value)
}

// yesNo fills a question of yes or no with a known fact, or asks for it.
func yesNo(from string, a gdpr.Answer) Entry {
	if !a.Known() {
		return asked(from)
	}
	return filled(from, answerValue(a))
}

func answerValue(a gdpr.Answer) string {
	if a == gdpr.Yes {
		return "YES"
	}
	return "NO"
}

package pdnd

import (
	"slices"

	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"
)

// Sheet is a form as data and in words, for whoever shows it elsewhere than on the
// portal: a page of its own, a printed copy. It is made for JSON.
//
// Law: GDPR 5(2).
type Sheet struct {
	Form      Model     `json:"form"`
	Expires   date.Date `json:"expires,omitzero"` // last day; none if there is no end
	Questions []Line    `json:"questions"`
}

// Line is one question of a [Sheet].
//
// Law: GDPR 5(2).
type Line struct {
	Question  string      `json:"question"` // the identifier
	Type      Type        `json:"type"`
	Text      string      `json:"text"`
	Hint      string      `json:"hint"`
	When      []Condition `json:"when,omitempty"`    // all of them
	Options   []Option    `json:"options,omitempty"` // none for a text
	Default   string      `json:"default,omitempty"`
	MaxLength int         `json:"max_length,omitempty"` // in UTF-16 units
}

// Option is a value that a question takes.
//
// Law: GDPR 5(2).
type Option struct {
	Value string      `json:"value"`
	Text  string      `json:"text"`
	Hide  []Condition `json:"hide,omitempty"` // not offered where one of them holds
}

// Sheet returns the form with its words in the language that [gdpr.Match] picks
// for tag.
//
// Law: GDPR 5(2).
func (m Model) Sheet(tag language.Tag) Sheet {
	s := Sheet{Form: m, Expires: m.Expires(), Questions: []Line{}}
	for q := range m.Questions() {
		l := Line{
			Question: q.ID(), Type: q.Type(), Text: q.Text(tag), Hint: q.Hint(tag),
			When: slices.Collect(q.Conditions()), Default: q.Default(), MaxLength: q.MaxLength(),
		}
		for v := range q.Values() {
			o := Option{Value: v, Text: q.Option(v, tag)}
			for _, h := range q.row().hide {
				if h.value == v {
					o.Hide = append(o.Hide, Condition{h.when.question, h.when.value})
				}
			}
			l.Options = append(l.Options, o)
		}
		s.Questions = append(s.Questions, l)
	}
	return s
}

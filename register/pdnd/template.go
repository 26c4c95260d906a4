package pdnd

import (
	"slices"
)

// Template is the risk analysis of a template of a purpose, which other bodies
// then complete: for each question its values, or texts to choose from, or nothing
// and left open.
type Template struct {
	Version string          `json:"version"`
	Answers TemplateAnswers `json:"answers"`
}

// TemplateAnswers are the answers of a template, in its order; see [Answers] for
// how they are read.
type TemplateAnswers []TemplateAnswer

// TemplateAnswer is what a template says on one question.
type TemplateAnswer struct {
	Question  string
	Values    []string // of a choice, or a text that is fixed
	Editable  bool     // left to whoever uses the template
	Suggested []string // texts to choose from
}

type templateAnswerJSON struct {
	Values    []string `json:"values"`
	Editable  bool     `json:"editable"`
	Suggested []string `json:"suggestedValues"`
}

// MarshalJSON writes the answers as an object in their order.
func (a TemplateAnswers) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	list := func(name string, values []string) {
		b = append(append(b, name...), '[')
		for i, v := range values {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendText(b, v)
		}
		b = append(b, ']')
	}
	for i := range a {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendText(b, a[i].Question), ':')
		list(`{"values":`, a[i].Values)
		if a[i].Editable {
			b = append(b, `,"editable":true`...)
		} else {
			b = append(b, `,"editable":false`...)
		}
		list(`,"suggestedValues":`, a[i].Suggested)
		b = append(b, '}')
	}
	return append(b, '}'), nil
}

// UnmarshalJSON reads the object.
func (a *TemplateAnswers) UnmarshalJSON(data []byte) error {
	read, err := object[templateAnswerJSON](data, "values, editable, suggestedValues")
	if err != nil {
		return err
	}
	*a = nil
	for _, m := range read {
		*a = append(*a, TemplateAnswer{m.name, m.value.Values, m.value.Editable, m.value.Suggested})
	}
	return nil
}

func (a TemplateAnswers) find(question string) *TemplateAnswer {
	for i := range a {
		if a[i].Question == question {
			return &a[i]
		}
	}
	return nil
}

// ValidateTemplate gives the platform's verdict on a template's analysis. Only the
// newest version is taken. If answers are missing, these are the only issues. Then
// come, answer by answer, values and suggestions (a text has either, a choice has
// values alone, what is left open has neither) and conditions, which don't hold on
// what is left open; last, what the template of the purpose says of personal data.
// SchemaOnly and At have no effect.
//
// Law: GDPR 5(2).
func (p Platform) ValidateTemplate(t Template) Verdict {
	kind := p.Kind
	if kind == 0 {
		kind = p.Fallback
	}
	v := Verdict{Kind: kind}
	m := Newest(kind, 0)
	if m == (Model{}) {
		v.Issues = []Issue{{Code: TemplateKindUnknown, Kind: kind}}
		return v
	}
	if m.Version() != t.Version {
		v.Issues = []Issue{{Code: TemplateVersion, Version: t.Version}}
		return v
	}
	v.Model = m
	if v.Issues = t.missing(m.row()); len(v.Issues) > 0 {
		return v
	}
	for i := range t.Answers {
		v.Issues = t.answer(v.Issues, m.row(), &t.Answers[i])
	}
	if v.Valid() && m.FlagChecked() {
		uses := ""
		if a := t.Answers.find("usesPersonalData"); a != nil && len(a.Values) > 0 {
			uses = a.Values[0]
		}
		if p.differs(uses) {
			v.Issues = []Issue{{Code: TemplatePersonalData}}
		}
	}
	return v
}

// missing returns an issue for each open question that isn't there.
func (t *Template) missing(m *model) []Issue {
	var out []Issue
	for i := range m.questions {
		q := &m.questions[i]
		if t.Answers.find(q.id) != nil {
			continue
		}
		open := true
		for _, c := range q.when {
			a := t.Answers.find(c.question)
			open = open && a != nil && slices.Contains(a.Values, c.value)
		}
		if open {
			out = append(out, Issue{Code: TemplateAnswerMissing, Question: q.id})
		}
	}
	return out
}

// answer adds the issues of one answer.
func (t *Template) answer(issues []Issue, m *model, a *TemplateAnswer) []Issue {
	place := m.places[identifier(a.Question)]
	if place == 0 {
		return append(issues, Issue{Code: TemplateUnknownQuestion, Question: a.Question})
	}
	q := &m.questions[place-1]
	if code := q.filled(a); code != 0 {
		issues = append(issues, Issue{Code: code, Question: q.id})
	}
	for _, c := range q.when {
		on := t.Answers.find(c.question)
		switch {
		case on == nil:
			issues = append(issues, Issue{Code: TemplateConditionMissing, Question: q.id, On: c.question})
		case on.Editable:
			issues = append(issues, Issue{Code: TemplateConditionEditable, Question: q.id, On: c.question})
		case !slices.Contains(on.Values, c.value):
			issues = append(issues, Issue{Code: TemplateConditionUnmet, Question: q.id, On: c.question, Value: c.value})
		}
	}
	return issues
}

// filled returns what is wrong with an answer's values and suggestions, 0 if
// nothing is.
func (q *question) filled(a *TemplateAnswer) IssueCode {
	values, suggested := len(a.Values) > 0, len(a.Suggested) > 0
	switch {
	case a.Editable && (values || suggested):
		return TemplateMalformed
	case a.Editable:
		return 0
	case q.typ == Text && values == suggested:
		return TemplateMalformed
	case q.typ == Text:
		return 0
	case slices.ContainsFunc(a.Values, func(v string) bool { return !q.has(v) }):
		return TemplateBadValue
	case suggested || !values:
		return TemplateSuggestion
	}
	return 0
}

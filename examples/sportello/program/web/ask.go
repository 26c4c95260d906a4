package web

import (
	"encoding/json"
	"iter"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
)

// questionnaire is where the questions about the facts of a paper stand: the one to
// ask next, those that are still open, and what was answered.
type questionnaire struct {
	Next    *gdpr.Question
	Open    int // how many could still change the outcome
	Skipped []string
	Given   []given
	Action  string // where the answers go
	Version int
}

// given is a question with its answer.
type given struct {
	gdpr.Question
	Answer gdpr.Answer
}

// ask finds the question to ask next of a decision on facts, by [gdpr.Next], and
// the answers given. Missing is what the decision still lacks; what the person
// said not to know for now, in skipped, is asked no more on this page.
func ask[F any, P interface {
	*F
	Set(field string, a gdpr.Answer) error
}](facts F, missing func(F) iter.Seq[gdpr.Question], skipped []string) questionnaire {
	q := questionnaire{Skipped: skipped}
	var none F
	known := answersOf(facts)
	for question := range missing(none) {
		if a, ok := known[question.Field]; ok && a.Known() {
			q.Given = append(q.Given, given{question, a})
		}
	}
	for range some(missing(facts)) {
		q.Open++
	}
	next, ok := gdpr.Next[F, P](facts, func(f F) iter.Seq[gdpr.Question] {
		return func(yield func(gdpr.Question) bool) {
			for question := range some(missing(f)) {
				if !slices.Contains(skipped, question.Field) && !yield(question) {
					return
				}
			}
		}
	})
	if ok {
		q.Next = &next
	}
	return q
}

func some(questions iter.Seq[gdpr.Question]) iter.Seq[gdpr.Question] {
	if questions == nil {
		return func(func(gdpr.Question) bool) {}
	}
	return questions
}

// answersOf are the facts of a struct that are answers, by their field.
func answersOf(facts any) map[string]gdpr.Answer {
	all := map[string]gdpr.Answer{}
	text, err := json.Marshal(facts)
	if err != nil {
		return all
	}
	var fields map[string]any
	_ = json.Unmarshal(text, &fields) // it was just written
	for name, value := range fields {
		if known, ok := value.(bool); ok {
			all[name] = gdpr.Is(known)
		}
	}
	return all
}

// skipped are the fields that the person doesn't know for now.
func (v *visit) skipped() []string {
	var all []string
	for _, field := range strings.Split(v.r.URL.Query().Get("skip"), ",") {
		if field != "" {
			all = append(all, field)
		}
	}
	return all
}

// answered reads the answer to a question, and where to go on: after a "not known"
// the page asks the next one.
func answered(f *form) (field string, a gdpr.Answer, on string) {
	field, a = f.need("field"), f.answer("answer")
	skip := f.text("skip")
	if !a.Known() {
		skip = strings.Trim(skip+","+field, ",")
	}
	if skip != "" {
		on = "?skip=" + skip
	}
	return field, a, on + "#domande"
}

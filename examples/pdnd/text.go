package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// say is a sentence of the program itself.
func say(tag language.Tag, it, en string) string { return gdpr.Text{IT: it, EN: en}.In(tag) }

// report is a draft or a form held against the register: the answers, what is to
// be asked and declared, what the platform says, what the checks find.
func report(k pdnd.Case, s pdnd.Standing, tag language.Tag) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s: %s\n\n", say(tag, "Analisi del rischio", "Risk analysis"), s.Draft.Model, k.Activity.Name)
	if !s.Filed {
		answers := s.Form.Answers
		for _, e := range s.Draft.Entries {
			if e.Question.Visible(answers) && len(e.Values) > 0 {
				entry(&b, e, tag)
			}
		}
	}
	list(&b, say(tag, "Da chiedere", "To be asked"), func(yield func(string) bool) {
		for q := range s.Draft.Missing() {
			if s.Filed || !yield(q.Text(tag)+"  ["+q.Field+"]") {
				return
			}
		}
	})
	list(&b, say(tag, "Da dichiarare, a cura di chi rappresenta l'ente", "To be declared by the body's representative"), func(yield func(string) bool) {
		for e := range s.Draft.Declarations() {
			if s.Filed {
				return
			}
			text := e.Question.Text(tag)
			for _, f := range e.Grounds {
				text += "\n      " + f.Message(tag)
			}
			if !yield(text) {
				return
			}
		}
	})
	if s.Filed {
		b.WriteString(verdict(s.Verdict, nil, tag))
	}
	if len(s.Findings) > 0 {
		b.WriteString(s.Findings.Report(tag))
	}
	return b.String()
}

func entry(b *strings.Builder, e pdnd.Entry, tag language.Tag) {
	var values []string
	for _, v := range e.Values {
		values = append(values, e.Question.Option(v, tag))
	}
	fmt.Fprintf(b, "%s\n   %s", e.Question.Text(tag), strings.Join(values, "; "))
	if e.State == pdnd.Suggested {
		fmt.Fprintf(b, "  (%s)", e.State.Label(tag))
	}
	b.WriteString("\n")
	if note := e.NoteText(tag); note != "" && e.Note != "pdnd.note.confirm" {
		fmt.Fprintf(b, "   %s\n", note)
	}
}

func list(b *strings.Builder, title string, items func(func(string) bool)) {
	first := true
	for item := range items {
		if first {
			fmt.Fprintf(b, "\n%s\n", title)
			first = false
		}
		fmt.Fprintf(b, "   %s\n", item)
	}
	if !first {
		b.WriteString("\n")
	}
}

// verdict is what the platform says of a form, and what it lets through.
func verdict(v pdnd.Verdict, odd gdpr.Findings, tag language.Tag) string {
	var b strings.Builder
	if v.Valid() {
		b.WriteString(say(tag, "La piattaforma accetta l'analisi.", "The platform takes the analysis.") + "\n")
	} else {
		b.WriteString(say(tag, "La piattaforma rifiuta l'analisi:", "The platform refuses the analysis:") + "\n")
	}
	for _, i := range v.Issues {
		fmt.Fprintf(&b, "   %s  [%s]\n", i.Message(tag), i.Code)
	}
	for _, f := range odd {
		fmt.Fprintf(&b, "   %s: %s\n", f.Where, f.Message(tag))
	}
	return b.String()
}

// questionnaire is the form on paper, in all its branches.
func questionnaire(m pdnd.Model, tag language.Tag) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s %s\n", say(tag, "Analisi del rischio", "Risk analysis"), m)
	for q := range m.Questions() {
		fmt.Fprintf(&b, "\n## %s\n\n`%s`, %s. %s\n", q.Text(tag), q.ID(), q.Type().Label(tag), q.Hint(tag))
		var when []string
		for c := range q.Conditions() {
			on, _ := m.Question(c.Question)
			when = append(when, fmt.Sprintf("%s = %s", c.Question, on.Option(c.Value, tag)))
		}
		if when != nil {
			fmt.Fprintf(&b, "\n%s: %s.\n", say(tag, "Solo se", "Only if"), strings.Join(when, "; "))
		}
		if q.Type() == pdnd.Text {
			continue
		}
		b.WriteString("\n")
		for v := range q.Values() {
			fmt.Fprintf(&b, "- [ ] %s (`%s`)\n", q.Option(v, tag), v)
		}
	}
	return b.String()
}

func writeJSON(w io.Writer, f any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(f)
}

package main

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/informativa"
)

// value is a value of the text as a person reads it.
type value struct {
	Kind, Text, Note string
	Line             int
}

// list lists the values, by kind and then in the order of the text.
func (n notice) list(tag language.Tag) []value {
	lines := newLines(n.text)
	var all []value
	put := func(kind, text, note string, at informativa.Span) {
		all = append(all, value{kind, text, note, lines.of(at.Start)})
	}
	for _, m := range n.Values.Mailboxes {
		kind := "e-mail"
		if m.Certified {
			kind = "PEC"
		}
		put(kind, m.Address, "", m.Span)
	}
	for _, p := range n.Values.Phones {
		put(say(tag, "telefono", "telephone"), p.Number, "", p.Span)
	}
	for _, p := range n.Values.Periods {
		put(say(tag, "durata", "period"), lines.place(p.Span).Quote, p.Matter.Label(tag), p.Span)
	}
	for _, c := range n.Values.Citations {
		put(say(tag, "norma", "law"), c.Provision.Cite(tag), "", c.Span)
	}
	for _, u := range n.Values.Updates {
		put(say(tag, "aggiornata", "updated"), updated(u), "", u.Span)
	}
	return all
}

// updated writes the day of an update, or its month where the text tells no day.
func updated(u informativa.Update) string {
	month := fmt.Sprintf("%04d-%02d", u.Day.Year(), u.Day.Month())
	if u.WholeMonth {
		return month
	}
	return fmt.Sprintf("%s-%02d", month, u.Day.Day())
}

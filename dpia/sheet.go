package dpia

import (
	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

// Sheet is the record of a screening that the data protection officer files: who
// asked about which processing, when, and what came of it.
//
// Its JSON has what a person filled in; the screening is written with what it
// derives and made anew from its facts, not read back.
//
// Law: Regolamento 9(1); GDPR 5(2); GDPR 35(2); WP248.
type Sheet struct {
	Controller string        `json:"controller,omitempty"`
	Processing string        `json:"processing,omitempty"`
	Author     string        `json:"author,omitempty"`
	Date       date.Date     `json:"date,omitzero"`
	Proof      string        `json:"proof,omitempty"`       // what proves the day: protocol number, dated signature
	LargeScale string        `json:"large_scale,omitempty"` // why the scale is held large, or not: people, volume, duration, area
	Opinion    roles.Opinion `json:"opinion,omitzero"`      // the officer's, where it was asked at this stage
	Screening  Screening     `json:"screening"`
	Policy     Policy        `json:"policy,omitzero"`    // the one that it was made with
	Exception  Exception     `json:"exception,omitzero"` // the judgement that the risk isn't high, where the controller made one
}

// Markdown returns the sheet as Markdown in the language that [gdpr.Match] picks
// for tag: the outcome, what the municipal regulation alone would say, both
// scores, the reasons with their citations, the facts missing and those given.
//
// Law: GDPR 5(2); WP248.
func (s Sheet) Markdown(tag language.Tag) string {
	p := &page{tag: tag}
	p.title("screening")
	p.WriteByte('\n')
	p.table("item", "value")
	p.row(p.say("controller"), p.or(s.Controller))
	p.row(p.say("processing"), p.or(s.Processing))
	p.row(p.say("author"), p.or(s.Author))
	p.row(p.say("date"), p.date(s.Date))
	p.row(p.say("proved"), p.or(s.Proof))
	p.row(p.say("scale"), p.or(s.LargeScale))

	p.section("outcome")
	c := s.Screening
	p.WriteString("**" + c.Outcome.Label(tag) + "**")
	if c.Rule != 0 {
		p.WriteString(": " + c.Rule.Label(tag))
	}
	p.WriteString("\n\n")
	if s.Policy.Regime == gdpr.Template {
		p.item(p.say("regulation", c.Regulation(Separate).Label(tag), c.Regulation(Fused).Label(tag)))
		p.item(p.say("indices", c.Indices(Separate).Len(), c.Indices(Fused).Len()))
	}
	p.item(p.say("criteria", c.Criteria().Len()))
	p.item(p.say("measures"))

	p.section("reasons")
	some := false
	for r := range c.Reasons() {
		p.item(p.reason(r))
		some = true
	}
	if !some {
		p.item(p.say("nothing"))
	}
	if c.Outcome == Undetermined {
		p.section("missing")
		for q := range c.Missing() {
			p.item(q.Text(tag))
		}
	}

	if s.Exception != (Exception{}) {
		p.section("exception")
		p.item(p.say("why", p.or(s.Exception.Reasons)))
		p.item(p.say("decided", p.date(s.Exception.Decided)))
		p.opinion(s.Exception.Opinion)
	}

	if s.Opinion != (roles.Opinion{}) {
		p.section("opinion")
		p.opinion(s.Opinion)
	}

	if len(s.Policy.Own) > 0 {
		p.section("own")
		for _, own := range s.Policy.Own {
			p.item(p.or(own.In(tag)))
		}
	}

	p.section("facts")
	p.table("question", "answer")
	for i, q := range factsQuestions {
		if a := c.answer(i); i < publicTask || a.Known() { // the conditions of a relief follow the facts
			p.row(q.Text(tag), p.answer(a))
		}
	}
	return p.String()
}

// answer returns what is known of a fact or condition, with what others imply.
func (s *Screening) answer(i int) gdpr.Answer {
	switch {
	case s.held.Yes.Has(i):
		return gdpr.Yes
	case s.held.No.Has(i):
		return gdpr.No
	}
	return gdpr.Unknown
}

// opinion adds the record of the officer's opinion.
func (p *page) opinion(o roles.Opinion) {
	p.item(p.say("asked", p.date(o.Asked)))
	p.item(p.say("given", p.date(o.Given)))
	p.item(p.say("text", p.or(o.Text)))
	p.item(p.say("favours", p.answer(o.Favours)))
	p.item(p.say("departed", p.answer(o.Departed)))
	p.item(p.say("reasoned", p.or(o.Reasons)))
}

// date returns a day, or what stands for none.
func (p *page) date(d date.Date) string {
	if d == 0 {
		return p.say("none")
	}
	return gdpr.FormatDate(d, p.tag)
}

package dpia

import (
	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	markdown "github.com/b58db29f/gdpr/internal/page"
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
	p := newPage(tag, "screening")
	p.head("item", "value")
	p.row("controller", p.or(s.Controller))
	p.row("processing", p.or(s.Processing))
	p.row("author", p.or(s.Author))
	p.row("date", p.date(s.Date))
	p.row("proved", p.or(s.Proof))
	p.row("scale", p.or(s.LargeScale))
	s.outcome(p)
	s.why(p)
	s.views(p)
	s.given(p)
	return p.String()
}

// outcome adds what the screening came to, with its scores.
func (s *Sheet) outcome(p *page) {
	c := s.Screening
	p.section("outcome")
	outcome := "**" + markdown.Inline(c.Outcome.Label(p.Tag)) + "**"
	if c.Rule != 0 {
		outcome += ": " + markdown.Inline(c.Rule.Label(p.Tag))
	}
	p.Markup(outcome)
	if s.Policy.Regime == gdpr.Template {
		p.item("regulation", c.Regulation(Separate).Label(p.Tag), c.Regulation(Fused).Label(p.Tag))
		p.item("indices", c.Indices(Separate).Len(), c.Indices(Fused).Len())
	}
	p.item("criteria", c.Criteria().Len())
	p.item("measures")
}

// why adds the reasons, and what is missing for an outcome.
func (s *Sheet) why(p *page) {
	c := s.Screening
	p.section("reasons")
	some := false
	for r := range c.Reasons() {
		p.reason(r)
		some = true
	}
	if !some {
		p.item("nothing")
	}
	if c.Outcome == Undetermined {
		p.section("missing")
		for q := range c.Missing() {
			p.Item(q.Text(p.Tag))
		}
	}
}

// views adds what the controller and the officer think, and the body's own criteria.
func (s *Sheet) views(p *page) {
	if s.Exception != (Exception{}) {
		p.section("exception")
		p.item("why", p.or(s.Exception.Reasons))
		p.item("decided", p.date(s.Exception.Decided))
		p.opinion(s.Exception.Opinion)
	}
	if s.Opinion != (roles.Opinion{}) {
		p.section("opinion")
		p.opinion(s.Opinion)
	}
	if len(s.Policy.Own) > 0 {
		p.section("own")
		for _, own := range s.Policy.Own {
			p.Item(p.or(own.In(p.Tag)))
		}
	}
}

// given adds the facts and conditions, with their answers.
func (s *Sheet) given(p *page) {
	p.section("facts")
	p.head("question", "answer")
	for i, q := range factsQuestions {
		if a := s.Screening.answer(i); i < publicTask || a.Known() { // the conditions of a relief follow the facts
			p.Row(q.Text(p.Tag), p.answer(a))
		}
	}
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
	p.item("asked", p.date(o.Asked))
	p.item("given", p.date(o.Given))
	p.item("text", p.or(o.Text))
	p.item("favours", p.answer(o.Favours))
	p.item("departed", p.answer(o.Departed))
	p.item("reasoned", p.or(o.Reasons))
}

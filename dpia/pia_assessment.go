package dpia

import (
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/roles"
)

// The states of an assessment in the CNIL's tool.
const (
	piaDoing     = 0
	piaRefused   = 1
	piaSimple    = 2 // validated
	piaSigned    = 3 // validated, with the signed act attached
	piaArchived  = 4
	piaQuestions = 36
)

// Assessment returns the assessment that the file has. What it hasn't stays empty,
// and [Assessment.Check] tells what is missing.
//
// Law: GDPR 35(7); WP248 annex 2.
func (p PIA) Assessment() Assessment {
	h := p.pia
	a := Assessment{
		Processing: tidy(h.text("name")),
		Author:     tidy(h.text("author_name")),
		Record:     Record{Evaluator: tidy(h.text("evaluator_name")), Officer: tidy(h.text("dpos_names"))},
		Approval:   Approval{By: tidy(h.text("validator_name"))},
		Opinion:    roles.Opinion{Text: plain(h.text("dpo_opinion")), Favours: h.answer("dpo_status")},
		Subjects: Subjects{
			Heard: h.answer("concerned_people_searched_opinion"), Who: plain(h.text("people_names")),
			Views: plain(h.text("concerned_people_opinion")), Favours: h.answer("concerned_people_status"),
		},
	}
	if a.Subjects.Heard == gdpr.No {
		a.Subjects.Reasons = plain(h.text("concerned_people_searched_content"))
	}
	switch h.number("status") {
	case piaRefused:
		a.Verdict.Decision = Rejected
	case piaSimple, piaSigned:
		a.Verdict.Decision = Approved
	}
	for _, q := range piaTexts {
		if text := plain(p.said(q.reference).text("text")); text != "" {
			q.set(&a, text)
		}
	}
	used := map[string]bool{}
	for _, e := range fearedEvents {
		if r := p.risk(e, used); !r.empty() {
			a.Risks = append(a.Risks, r)
		}
	}
	for _, m := range p.measures {
		if title := oneLine(m.text("title")); title != "" && !used[title] {
			a.Common = append(a.Common, Measure{What: title, Detail: plain(m.text("content"))})
		}
	}
	return a
}

// empty reports whether nothing is said of a risk.
func (r *Risk) empty() bool {
	return r.Sources == "" && r.Threats == "" && r.Impacts == "" && len(r.Measures) == 0 &&
		r.Inherent == Rating{} && r.After == Rating{} && r.WhySeverity == "" && r.WhyLikelihood == ""
}

// said returns the data of the answer to a question.
func (p *PIA) said(reference int) object {
	for _, a := range p.answers {
		if a.number("reference_to") == reference {
			return a.object("data")
		}
	}
	return object{}
}

// risk returns what the file says of an event; the measures that it names are used.
func (p *PIA) risk(e Event, used map[string]bool) Risk {
	base := piaRisk(e)
	r := Risk{
		Event:   e,
		Impacts: lines(p.said(base + 1).list("list")),
		Threats: lines(p.said(base + 2).list("list")),
		Sources: lines(p.said(base + 3).list("list")),
	}
	for _, title := range p.said(base + 4).list("list") {
		if title = oneLine(title); title == "" {
			continue
		}
		r.Measures = append(r.Measures, Measure{What: title, Detail: p.described(title)})
		used[title] = true
	}
	severity, likelihood := p.said(base+5), p.said(base+6)
	r.Inherent = Rating{gauge(severity, "gauge"), gauge(likelihood, "gauge")}
	r.WhySeverity, r.WhyLikelihood = plain(severity.text("text")), plain(likelihood.text("text"))
	if i := p.evaluation(piaEvaluated(e)); i >= 0 {
		g := p.evaluations[i].object("gauges")
		r.After = Rating{gauge(g, "x"), gauge(g, "y")}
	}
	return r
}

// described returns the description of a measure.
func (p *PIA) described(title string) string {
	for _, m := range p.measures {
		if oneLine(m.text("title")) == title {
			return plain(m.text("content"))
		}
	}
	return ""
}

// evaluation returns the place of what an evaluator says of a part, or -1.
func (p *PIA) evaluation(reference string) int {
	for i, e := range p.evaluations {
		if e.text("reference_to") == reference {
			return i
		}
	}
	return -1
}

// piaRisk is the number before those of the questions on an event: 320, 330, 340.
func piaRisk(e Event) int { return 310 + 10*int(e) }

// piaEvaluated is how the tool refers to an event where it is evaluated: "3.2".
func piaEvaluated(e Event) string { return "3." + string(rune('1'+e)) }

// gauge returns a level; what is none isn't given.
func gauge(o object, name string) Level {
	if n := o.number(name); n >= int(Negligible) && n <= int(Maximum) {
		return Level(n)
	}
	return 0
}

// lines returns the items of a list as the lines of a text.
func lines(items []string) string {
	var kept []string
	for _, i := range items {
		if i = oneLine(i); i != "" {
			kept = append(kept, i)
		}
	}
	return strings.Join(kept, "\n")
}

// piaText is a question of the tool, and where its answer stands in an assessment.
type piaText struct {
	reference int
	get       func(*Assessment) string
	set       func(*Assessment, string)
}

// field returns a question whose answer is a text of the assessment.
func field(reference int, at func(*Assessment) *string) piaText {
	return piaText{reference, func(a *Assessment) string { return *at(a) }, func(a *Assessment, s string) { *at(a) = s }}
}

// topic returns a question whose answer is the measures of a guarantee.
func topic(reference int, t Topic) piaText {
	return piaText{
		reference,
		func(a *Assessment) string { return a.guarantee(t).Measures },
		func(a *Assessment, s string) { a.Guarantees = append(a.Guarantees, Guarantee{Topic: t, Measures: s}) },
	}
}

var piaTexts = [...]piaText{
	field(111, func(a *Assessment) *string { return &a.Operations }),
	field(112, func(a *Assessment) *string { return &a.Description.Responsibilities }),
	field(113, func(a *Assessment) *string { return &a.Codes }),
	field(121, func(a *Assessment) *string { return &a.Description.Data }),
	field(122, func(a *Assessment) *string { return &a.Description.Lifecycle }),
	field(123, func(a *Assessment) *string { return &a.Description.Assets }),
	field(211, func(a *Assessment) *string { return &a.Purposes }),
	topic(212, Lawfulness),
	topic(213, Minimisation),
	topic(214, Accuracy),
	topic(215, StorageLimitation),
	topic(221, Information),
	topic(222, Consent),
	topic(223, AccessPortability),
	topic(224, RectificationErasure),
	topic(225, ObjectionRestriction),
	topic(226, Processors),
	topic(227, Transfers),
}

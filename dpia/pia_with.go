package dpia

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/b58db29f/gdpr"
)

// With returns the file with what an assessment says, for the CNIL's tool; of the
// zero value it makes a new file. Where the file says the same already, it stays
// as it is, markup and all; the receiver isn't changed. A measure gets a number of
// its own, and a new answer none of the tool's dates, which it sets when it
// imports the file. For what the file has no place for, see [PIA].
//
// Law: GDPR 35(7); WP248 annex 2.
func (p PIA) With(a Assessment) PIA {
	p = p.clone()
	p.head(&a)
	for _, q := range piaTexts {
		text := q.get(&a)
		if q.reference == 112 && p.said(112).text("text") == "" && !blank(a.Controller) {
			text = tidy(a.Controller + "\n" + text)
		}
		p.answer(q.reference, func(data object) { rich(data, "text", text) })
	}
	for _, e := range fearedEvents {
		r := Risk{}
		if i := slices.IndexFunc(a.Risks, func(r Risk) bool { return r.Event == e }); i >= 0 {
			r = a.Risks[i]
		}
		p.putRisk(e, &r)
	}
	p.putMeasures(&a)
	return p
}

// clone returns a file that shares no object with the receiver.
func (p PIA) clone() PIA {
	p.rest, p.pia = maps.Clone(p.rest), maps.Clone(p.pia)
	if p.pia == nil {
		p.pia = object{"status": raw(piaDoing), "numberOfQuestions": raw(piaQuestions)}
	}
	for _, part := range p.parts() {
		*part.list = slices.Clone(*part.list)
		for i, o := range *part.list {
			(*part.list)[i] = maps.Clone(o)
		}
	}
	return p
}

// rich writes a text that is HTML, unless it says the same already.
func rich(o object, name, text string) {
	if plain(o.text(name)) != tidy(text) {
		o[name] = raw(markup(text))
	}
}

// short writes a text that is no HTML, unless it says the same already.
func short(o object, name, text string) {
	if tidy(o.text(name)) != tidy(text) {
		o[name] = raw(tidy(text))
	}
}

// head writes what stands in the object "pia".
func (p *PIA) head(a *Assessment) {
	h := p.pia
	short(h, "name", a.Processing)
	short(h, "author_name", a.Author)
	short(h, "evaluator_name", a.Record.Evaluator)
	short(h, "validator_name", a.Approval.By)
	short(h, "dpos_names", a.Record.Officer)
	rich(h, "dpo_opinion", a.Opinion.Text)
	rich(h, "people_names", a.Subjects.Who)
	rich(h, "concerned_people_opinion", a.Subjects.Views)
	if a.Subjects.Heard == gdpr.No {
		rich(h, "concerned_people_searched_content", a.Subjects.Reasons)
	}
	if h.answer("concerned_people_searched_opinion") != a.Subjects.Heard {
		h["concerned_people_searched_opinion"] = raw(a.Subjects.Heard == gdpr.Yes)
	}
	status(h, "dpo_status", a.Opinion.Favours)
	status(h, "concerned_people_status", a.Subjects.Favours)
	was := PIA{pia: h}.Assessment().Verdict.Decision
	if decided := a.Verdict.Decision; decided != was {
		h["status"] = raw(piaDoing)
		switch decided {
		case Rejected:
			h["status"] = raw(piaRefused)
		case Approved, Conditional:
			h["status"] = raw(piaSimple)
		}
	}
}

// status writes an answer as 1, 0 or null.
func status(o object, name string, a gdpr.Answer) {
	switch {
	case o.answer(name) == a:
	case a == gdpr.Yes:
		o[name] = raw(1)
	case a == gdpr.No:
		o[name] = raw(0)
	default:
		o[name] = json.RawMessage("null")
	}
}

// answer changes the data of the answer to a question. One that the file doesn't
// have is added only if there is something to say.
func (p *PIA) answer(reference int, change func(object)) {
	for i, a := range p.answers {
		if a.number("reference_to") == reference {
			data := a.object("data")
			was := maps.Clone(data)
			if change(data); !maps.EqualFunc(was, data, same) {
				p.answers[i]["data"] = raw(data)
			}
			return
		}
	}
	data := object{"text": json.RawMessage("null"), "gauge": json.RawMessage("null"), "list": json.RawMessage("[]")}
	empty := maps.Clone(data)
	if change(data); !maps.EqualFunc(empty, data, same) {
		p.answers = append(p.answers, object{"reference_to": raw(reference), "data": raw(data)})
	}
}

func same(a, b json.RawMessage) bool { return string(a) == string(b) }

// putRisk writes what is said of an event.
func (p *PIA) putRisk(e Event, r *Risk) {
	base := piaRisk(e)
	titles := make([]string, len(r.Measures))
	for i, m := range r.Measures {
		titles[i] = oneLine(m.What)
	}
	for i, text := range [...]string{r.Impacts, r.Threats, r.Sources, strings.Join(titles, "\n")} {
		p.answer(base+1+i, func(data object) {
			items := lines(strings.Split(text, "\n"))
			switch {
			case lines(data.list("list")) == items:
			case items == "":
				data["list"] = json.RawMessage("[]")
			default:
				data["list"] = raw(strings.Split(items, "\n"))
			}
		})
	}
	for i, level := range [...]struct {
		level Level
		why   string
	}{{r.Inherent.Severity, r.WhySeverity}, {r.Inherent.Likelihood, r.WhyLikelihood}} {
		p.answer(base+5+i, func(data object) {
			rich(data, "text", level.why)
			if gauge(data, "gauge") != level.level {
				data["gauge"] = raw(int(level.level))
			}
		})
	}
	p.putAfter(piaEvaluated(e), r.After)
}

// putAfter writes the rating that is left, where the tool has it.
func (p *PIA) putAfter(reference string, after Rating) {
	i := p.evaluation(reference)
	if i < 0 && after != (Rating{}) {
		i = len(p.evaluations)
		p.evaluations = append(p.evaluations, object{"reference_to": raw(reference), "status": raw(0), "global_status": raw(0)})
	}
	if i < 0 {
		return
	}
	g := p.evaluations[i].object("gauges")
	if (Rating{gauge(g, "x"), gauge(g, "y")}) != after {
		g["x"], g["y"] = raw(int(after.Severity)), raw(int(after.Likelihood))
		p.evaluations[i]["gauges"] = raw(g)
	}
}

// putMeasures writes the descriptions of measures, and those that are new. The
// tool has one description for a title: the first that says something. A measure
// that no risk has any more stays in the file, as the tool keeps it.
func (p *PIA) putMeasures(a *Assessment) {
	var all []Measure
	for _, r := range a.Risks {
		all = append(all, r.Measures...)
	}
	seen := map[string]bool{}
	all = append(all, a.Common...)
	for i, m := range all {
		title := oneLine(m.What)
		if title == "" || seen[title] {
			continue
		}
		seen[title] = true
		for _, other := range all[i:] {
			if tidy(m.Detail) == "" && oneLine(other.What) == title {
				m.Detail = other.Detail
			}
		}
		p.putMeasure(title, m.Detail)
	}
}

func (p *PIA) putMeasure(title, detail string) {
	i := slices.IndexFunc(p.measures, func(o object) bool { return oneLine(o.text("title")) == title })
	if i < 0 {
		last := 0
		for _, o := range p.measures {
			last = max(last, o.number("id"))
		}
		i = len(p.measures)
		p.measures = append(p.measures, object{"id": raw(last + 1), "title": raw(title), "content": raw("")})
	}
	rich(p.measures[i], "content", detail)
}

// oneLine returns a text as a title.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

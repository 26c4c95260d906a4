package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Level is a level of severity or of likelihood, on the scale of four that
// assessments use. The zero value is not given.
//
// Law: GDPR recital 76; WP248.
type Level uint8

// The levels. The first word of each comment is for severity, the second for
// likelihood.
//
//words:label dpia.level
const (
	Negligible  Level = iota + 1 // negligible: overcome without trouble; doesn't seem possible
	Limited                      // limited: overcome with some difficulty; difficult
	Significant                  // significant: overcome with real, serious difficulty; possible
	Maximum                      // maximum: perhaps never overcome; very easy
)

// Event is what is feared to happen to the data. The zero value is not given.
//
// Law: WP248 annex 2; GDPR recital 90.
type Event uint8

// The feared events. An assessment looks at the first three at least.
//
//words:label dpia.event
const (
	Access       Event = iota + 1 // access: people get at data who shouldn't
	Modification                  // modification: data are changed against intention
	Loss                          // loss: data disappear
	OtherRisk                     // other: any other risk, of the processing's very design too
)

// fearedEvents are the three that every assessment looks at.
var fearedEvents = [...]Event{Access, Modification, Loss}

// Rating is how grave a risk is for people, and how likely.
//
// Law: GDPR recital 76.
type Rating struct {
	Severity   Level `json:"severity,omitzero"`
	Likelihood Level `json:"likelihood,omitzero"`
}

// High tells whether the risk is high. The law names no threshold. WP248 calls
// it high where people may meet with consequences that they can't overcome, or
// where the risk is plainly bound to come about; the reading held, by severity
// (down) and likelihood (across):
//
//	            negligible  limited  significant  maximum
//	negligible  no          no       no           no
//	limited     no          no       no           yes
//	significant no          no       yes          yes
//	maximum     no          yes      yes          yes
//
// It is [gdpr.Unknown] while a level that isn't given could change it. A
// controller who judges more severely says so in [Assessment].
//
// Law: GDPR recital 76; GDPR recital 84; WP248.
func (r Rating) High() gdpr.Answer {
	some, all := gdpr.No, gdpr.Yes
	for s, row := range highRisks {
		for l, high := range row {
			if !r.Severity.canBe(Level(s)) || !r.Likelihood.canBe(Level(l)) {
				continue
			}
			some, all = some.Or(gdpr.Is(high)), all.And(gdpr.Is(high))
		}
	}
	if some == all {
		return some
	}
	return gdpr.Unknown
}

// canBe reports whether a level that is perhaps not given can be the other, which
// is one of the four.
func (l Level) canBe(other Level) bool { return other != 0 && (l == 0 || l == other) }

// highRisks are the ratings of a high risk, by severity and likelihood.
var highRisks = [levelCount][levelCount]bool{
	Limited:     {Maximum: true},
	Significant: {Significant: true, Maximum: true},
	Maximum:     {Limited: true, Significant: true, Maximum: true},
}

func (r Rating) given() bool {
	return r.Severity.Valid() && r.Likelihood.Valid()
}

// Risk is one risk of the processing, for the rights and freedoms of people and
// not for the Comune: where it comes from, what it would do, and how it is rated
// before and after the measures.
//
// Law: Regolamento 28(2); GDPR 35(7)(c); GDPR 35(7)(d); WP248 annex 2.
type Risk struct {
	Event    Event     `json:"event,omitzero"`
	Title    string    `json:"title,omitempty"`
	Sources  string    `json:"sources,omitempty"` // who or what could bring it about
	Threats  string    `json:"threats,omitempty"` // how
	Impacts  string    `json:"impacts,omitempty"` // what it would do to people
	Before   Rating    `json:"before,omitzero"`   // without the measures
	Measures []Measure `json:"measures,omitempty"`
	After    Rating    `json:"after,omitzero"` // with the measures, as judged

	// Inherent is the rating with what is in place or planned for every processing
	// ([Assessment.Guarantees], [Assessment.Common]), and before the measures of
	// this risk: what the EDPB's template calls inherent, and what the CNIL's tool
	// asks for first. It isn't Before, which is without any measure, and nothing is
	// derived from it.
	Inherent      Rating      `json:"inherent,omitzero"`
	WhySeverity   string      `json:"why_severity,omitempty"`   // the grounds of the level
	WhyLikelihood string      `json:"why_likelihood,omitempty"` // the grounds of the level, what makes it more or less likely
	Acceptable    gdpr.Answer `json:"acceptable,omitzero"`      // what is left, as the controller judges
}

// Measure is what the Comune does about a risk.
//
// Law: Regolamento 28(2); GDPR 35(7)(d).
type Measure struct {
	What       string    `json:"what"`
	Detail     string    `json:"detail,omitempty"` // what it consists in, why it is fit
	Severity   bool      `json:"severity"`         // makes the consequences lighter
	Likelihood bool      `json:"likelihood"`       // makes the risk less likely
	InPlace    bool      `json:"in_place"`         // not only planned
	Partly     bool      `json:"partly,omitempty"` // a part of it is in place; the rest counts as planned
	Owner      string    `json:"owner,omitempty"`
	Due        date.Date `json:"due,omitzero"` // planned for
}

// Residual returns the rating that is left with the measures that are in place. A
// level comes down to the judged one only where such a measure acts on it; it never
// ends above the first rating nor below the lower of the two, and one more measure
// never raises it. Where one of the two isn't given, what is left isn't either.
//
// A measure that is only planned lowers no risk. An assessment comes before the
// processing, though: what counts then is what will be in place when it begins, see
// [Risk.ResidualBy].
//
// Law: Regolamento 28(4); GDPR 36(1).
func (r Risk) Residual() Rating { return r.left(func(m *Measure) bool { return m.InPlace }) }

// ResidualBy returns the rating that is left on a day, as [Risk.Residual] does, with
// the measures that are in place and those that are planned for that day or before.
//
// Law: Regolamento 28(4); GDPR 36(1).
func (r Risk) ResidualBy(day date.Date) Rating {
	return r.left(func(m *Measure) bool { return m.InPlace || m.Due != 0 && m.Due <= day })
}

// planned returns the rating that is left with all measures, whenever they come.
func (r *Risk) planned() Rating { return r.left(func(*Measure) bool { return true }) }

// left returns the rating that is left with the measures that count.
func (r *Risk) left(counts func(*Measure) bool) Rating {
	left := r.Before
	for i := range r.Measures {
		m := &r.Measures[i]
		if !counts(m) {
			continue
		}
		if m.Severity {
			left.Severity = min(r.Before.Severity, r.After.Severity)
		}
		if m.Likelihood {
			left.Likelihood = min(r.Before.Likelihood, r.After.Likelihood)
		}
	}
	return left
}

// The findings on a risk.
const (
	CodeRiskUnnamed  gdpr.Code = "dpia.risk.unnamed"  // warning: it isn't said which event is feared
	CodeRiskUnrated  gdpr.Code = "dpia.risk.unrated"  // violation: the risk's severity or likelihood is missing
	CodeRiskSources  gdpr.Code = "dpia.risk.sources"  // warning: the sources of the risk and the threats are missing
	CodeRiskImpacts  gdpr.Code = "dpia.risk.impacts"  // warning: the risk's impacts on people are missing
	CodeRiskMeasures gdpr.Code = "dpia.risk.measures" // violation: the risk is high and no measure is envisaged
	CodeRiskRaised   gdpr.Code = "dpia.risk.raised"   // warning: the risk is rated higher after the measures than before
	CodeRiskUnlinked gdpr.Code = "dpia.risk.unlinked" // warning: the risk goes down without a measure that acts on it
	CodeMeasureOwner gdpr.Code = "dpia.measure.owner" // advice: the planned measure lacks a person in charge or a date
)

var (
	rowRiskUnnamed  = find.Warning(CodeRiskUnnamed, "GDPR 35(7)(c)")
	rowRiskSources  = find.Warning(CodeRiskSources, "GDPR recital 90", "WP248 annex 2")
	rowRiskImpacts  = find.Warning(CodeRiskImpacts, "WP248 annex 2")
	rowRiskUnrated  = find.Violation(CodeRiskUnrated, "GDPR 35(7)(c)", "Regolamento 28(2)")
	rowRiskMeasures = find.Violation(CodeRiskMeasures, "GDPR 35(7)(d)", "Regolamento 28(2)")
	rowRiskRaised   = find.Warning(CodeRiskRaised, "GDPR 35(7)(d)")
	rowRiskUnlinked = find.Warning(CodeRiskUnlinked, "GDPR 35(7)(d)")
	rowMeasureOwner = find.Advice(CodeMeasureOwner, "WP248 annex 2")
)

// Check tells what the account of the risk lacks.
//
// Law: Regolamento 28(2); GDPR 35(7)(c); GDPR 35(7)(d); WP248 annex 2.
func (r Risk) Check() gdpr.Findings {
	var c find.Collector
	if !r.Event.Valid() || r.Event == OtherRisk && blank(r.Title) {
		c.Add(rowRiskUnnamed, "event")
	}
	if blank(r.Sources) && blank(r.Threats) {
		c.Add(rowRiskSources, "sources")
	}
	if blank(r.Impacts) {
		c.Add(rowRiskImpacts, "impacts")
	}
	switch {
	case !r.Before.given():
		c.Add(rowRiskUnrated, "before")
	case len(r.Measures) == 0 && r.Before.High() == gdpr.Yes:
		c.Add(rowRiskMeasures, "measures")
	case len(r.Measures) > 0 && !r.After.given():
		c.Add(rowRiskUnrated, "after")
	case r.After.Severity > r.Before.Severity || r.After.Likelihood > r.Before.Likelihood:
		c.Add(rowRiskRaised, "after")
	case r.After.given() && r.After != r.planned():
		c.Add(rowRiskUnlinked, "after")
	}
	for i, m := range r.Measures {
		if !m.InPlace && (blank(m.Owner) || m.Due == 0) {
			c.Add(rowMeasureOwner, find.Index("measures", i))
		}
	}
	return c.Findings()
}

// hangsOn reports whether the risk is rated lower for a measure that isn't in
// place yet.
func (r *Risk) hangsOn(m Measure) bool {
	return !m.InPlace && (m.Severity && r.After.Severity < r.Before.Severity || m.Likelihood && r.After.Likelihood < r.Before.Likelihood)
}

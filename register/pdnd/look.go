package pdnd

import (
	"slices"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Form.Look].
const (
	CodeFormSeveral  gdpr.Code = "pdnd.form.several"  // warning: the question takes one value: the first will be kept, …
	CodeFormRepeat   gdpr.Code = "pdnd.form.repeat"   // advice: the value … is given more than once
	CodeFormSpaces   gdpr.Code = "pdnd.form.spaces"   // advice: the text begins or ends with spaces
	CodeFormBlank    gdpr.Code = "pdnd.form.blank"    // warning: the text is empty: it passes when saved and is missing when activated
	CodeFormLong     gdpr.Code = "pdnd.form.long"     // warning: the text has … characters, beyond the … allowed
	CodeFormSwitch   gdpr.Code = "pdnd.form.switch"   // warning: the confirmation was left at its initial value, which isn't allowed: give it or leave it out
	CodeFormHidden   gdpr.Code = "pdnd.form.hidden"   // warning: with these answers the portal doesn't offer the value …
	CodeFormExpiring gdpr.Code = "pdnd.form.expiring" // warning: version … of the form is good until …: then the analysis has to be made again
)

// They rest on no law: what they cost is that the platform refuses the form, or
// keeps another one than the body meant.
var (
	formSeveral  = find.Warning(CodeFormSeveral)
	formRepeat   = find.Advice(CodeFormRepeat)
	formSpaces   = find.Advice(CodeFormSpaces)
	formBlank    = find.Warning(CodeFormBlank)
	formLong     = find.Warning(CodeFormLong)
	formSwitch   = find.Warning(CodeFormSwitch)
	formHidden   = find.Warning(CodeFormHidden)
	formExpiring = find.Warning(CodeFormExpiring)
)

// soon is how many days before a version's end a form of it is told.
const soon = 60

// Look tells what the platform's validator lets through and the rest of it
// doesn't, or reads otherwise than it was meant: two values where one is kept, a
// value given twice, a blank text (good when it is saved, missing when it is
// activated), one beyond what the interface takes, a switch left at the portal's
// own "false", a value that the portal doesn't offer, a version that ends within
// 60 days of the day (0: [gdpr.LawAsOf]). What the validator itself refuses is for
// [Platform.Validate]; a form of no known version has no findings.
//
// Law: GDPR 5(2).
func (f Form) Look(kind Kind, on date.Date) gdpr.Findings {
	m, found := Find(kind, f.Version)
	if !found {
		return nil
	}
	if on == 0 {
		on = gdpr.LawAsOf()
	}
	c := find.In(gdpr.Template)
	if end := m.Expires(); end != 0 && on <= end && on+soon >= end {
		c.Add(formExpiring, "version", f.Version, end)
	}
	for id, values := range f.Answers.All() {
		if q, ok := m.Question(id); ok {
			q.look(c, values, f.Answers)
		}
	}
	return c.Findings()
}

// look adds what is odd in the answer to one question.
func (q Question) look(c *find.Collector, values []string, all Answers) {
	where := at(q.ID())
	if q.Type() != Multi && len(values) > 1 {
		c.Add(formSeveral, where, values[0])
	}
	for i, v := range values {
		switch {
		case q.Type() == Multi && slices.Contains(values[:i], v):
			c.Add(formRepeat, where, v)
		case q.Type() == Switch && v == "false":
			c.Add(formSwitch, where)
		case q.Hides(v, all):
			c.Add(formHidden, where, v)
		case q.Type() == Text && strings.TrimSpace(v) == "":
			c.Add(formBlank, where)
		case q.Type() == Text && v != strings.TrimSpace(v):
			c.Add(formSpaces, where)
		}
		if n := units(v); n > longestValue {
			c.Add(formLong, where, n, longestValue)
		}
	}
}

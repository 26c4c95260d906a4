package pdnd

import (
	"slices"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Platform is what the platform knows beside the form when it judges it. The zero
// value has no kind of body, which is an error.
//
// Law: GDPR 5(2).
type Platform struct {
	Kind         Kind        `json:"kind"`                   // the kind of body, kept with the form
	Fallback     Kind        `json:"fallback,omitzero"`      // the kind of the body that asks, where the form has none
	SchemaOnly   bool        `json:"schema_only,omitempty"`  // as for a draft: neither conditions nor missing answers
	At           time.Time   `json:"at,omitzero"`            // the instant to hold the expiry against; zero: the day of LawAsOf
	PersonalData gdpr.Answer `json:"personal_data,omitzero"` // does the e-service say that it gives personal data?
}

// Validate gives the platform's own verdict on a form, issue by issue in its
// order.
//
// It reads the form as the platform does, strange as it may be. A version is
// looked up as it is written. A form of an expired version has that issue alone.
// Empty lists are no answers; nothing is trimmed, and a blank text is an answer.
// Each value of a question that takes one is held against the allowed ones, the
// first is kept, all of them count for conditions. Conditions are held against
// the answers as they are, wrong or hidden ones too. Values that the portal hides
// are taken, and texts of any length: see [Form.Lengths] and the findings of
// [Form.Look]. The e-service's flag is compared only when nothing else is wrong.
//
// The order of the issues is that of the answers, then that of the form. What
// keeps forms in maps should compare issues regardless of their order.
//
// The errors are a [*gdpr.InputError]: no kind ([gdpr.FaultMissing], which the
// platform throws as missingTenantKindError), a kind that doesn't exist
// ([gdpr.FaultName]), a question that is answered twice ([gdpr.FaultDuplicate],
// which JSON can't give).
//
// Law: GDPR 5(2).
func (p Platform) Validate(f Form) (Verdict, error) {
	kind := p.Kind
	if kind == 0 {
		kind = p.Fallback
	}
	switch {
	case kind == 0:
		return Verdict{}, &gdpr.InputError{Field: "kind", Fault: gdpr.FaultMissing, Other: "PA, PRIVATE, GSP, SCP"}
	case kind.Family() == 0:
		_, err := kind.MarshalText()
		return Verdict{}, gdpr.At("kind", err)
	}
	v := Verdict{Kind: kind, form: f}
	m, found := Find(kind, f.Version)
	if !found {
		v.Issues = []Issue{{Code: VersionNotFound, Version: f.Version, Kind: kind}}
		return v, nil
	}
	v.Model = m
	if m.row().ended(p.at()) {
		v.Issues = []Issue{{Code: VersionExpired, Version: f.Version, Kind: kind}}
		return v, nil
	}
	r := reading{model: m.row(), answers: f.Answers}
	if err := r.index(); err != nil {
		return Verdict{}, err
	}
	r.judge(p.SchemaOnly)
	v.Issues = r.issues
	if v.Valid() && m.FlagChecked() && p.differs(f.Answers.First("usesPersonalData")) {
		v.Issues = []Issue{{Code: PersonalDataDiffer, Question: "usesPersonalData"}}
	}
	return v, nil
}

// at is the instant against which expiry is held.
func (p Platform) at() time.Time {
	if p.At.IsZero() {
		return noon(gdpr.LawAsOf())
	}
	return p.At
}

// noon is an instant of the day on which it is that day in Italy and by UTC.
func noon(d date.Date) time.Time {
	y, month, day := d.Date()
	return time.Date(y, month, day, 12, 0, 0, 0, time.UTC)
}

// differs reports whether the answer on personal data, "" for none, is another
// than the e-service's.
func (p Platform) differs(uses string) bool {
	switch p.PersonalData {
	case gdpr.Yes:
		return uses != "YES"
	case gdpr.No:
		return uses != "NO"
	}
	return false
}

// reading is one pass over a form.
type reading struct {
	model   *model
	answers Answers
	at      [identifiers + 1]int32 // of each identifier's answer, from 1; 0: none
	issues  []Issue
}

// index finds the answers that aren't empty.
func (r *reading) index() error {
	for i := range r.answers {
		if len(r.answers[i].Values) == 0 {
			continue
		}
		n := identifier(r.answers[i].Question)
		if n == 0 {
			continue
		}
		if r.at[n] != 0 {
			return &gdpr.InputError{Field: "answers." + r.answers[i].Question, Fault: gdpr.FaultDuplicate, Other: r.answers[i].Question}
		}
		r.at[n] = int32(i + 1)
	}
	return nil
}

// given returns the values of the question that has that number.
func (r *reading) given(number uint8) []string {
	if i := r.at[number]; i > 0 {
		return r.answers[i-1].Values
	}
	return nil
}

func (r *reading) judge(schemaOnly bool) {
	for i := range r.answers {
		a := &r.answers[i]
		if len(a.Values) == 0 {
			continue
		}
		place := r.model.places[identifier(a.Question)]
		if place == 0 {
			r.issues = append(r.issues, Issue{Code: UnknownQuestion, Question: a.Question})
			continue
		}
		q := &r.model.questions[place-1]
		r.values(q, a.Values)
		if !schemaOnly {
			r.conditions(q)
		}
	}
	if schemaOnly {
		return
	}
	for i := range r.model.questions {
		q := &r.model.questions[i]
		if r.at[identifier(q.id)] == 0 && r.open(q) {
			r.issues = append(r.issues, Issue{Code: AnswerMissing, Question: q.id})
		}
	}
}

func (r *reading) values(q *question, values []string) {
	if q.typ == Text {
		return
	}
	for _, v := range values {
		if !q.has(v) {
			r.issues = append(r.issues, Issue{Code: BadValue, Question: q.id, Allowed: slices.Clone(q.values)})
		}
	}
}

func (r *reading) conditions(q *question) {
	for i := range q.when {
		c := &q.when[i]
		switch values := r.given(c.number); {
		case values == nil:
			r.issues = append(r.issues, Issue{Code: ConditionMissing, Question: q.id, On: c.question})
		case !slices.Contains(values, c.value):
			r.issues = append(r.issues, Issue{Code: ConditionUnmet, Question: q.id, On: c.question, Value: c.value})
		}
	}
}

// open reports whether all conditions of the question hold.
func (r *reading) open(q *question) bool {
	for i := range q.when {
		if !slices.Contains(r.given(q.when[i].number), q.when[i].value) {
			return false
		}
	}
	return true
}

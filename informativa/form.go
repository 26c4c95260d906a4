package informativa

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Delivery is how a notice is given to a person. The zero value says nothing.
//
// Law: Regolamento 22(2); Regolamento 23(1); GDPR 12(1); GDPR 12(5).
type Delivery struct {
	Manner     Manner      `json:"manner,omitempty"`
	Requested  gdpr.Answer `json:"requested"`       // oral: did the person ask for it?
	Identified gdpr.Answer `json:"identified"`      // oral: was it established who the person is?
	Charged    gdpr.Answer `json:"charged"`         // does the person pay for it?
	Layered    gdpr.Answer `json:"layered"`         // is it a first layer, that sends to a full text?
	Reachable  gdpr.Answer `json:"reachable"`       // layered: is the full text easy to reach, and free?
	Minors     gdpr.Answer `json:"minors,omitzero"` // is it addressed to minors?
	Text       string      `json:"text,omitempty"`
	Regime     gdpr.Regime `json:"regime,omitzero"` // whose law binds the controller
}

// Manner is the form in which a notice is given. The zero value is not given.
//
// Law: Regolamento 22(2); GDPR 12(1).
type Manner uint8

// The forms of a notice.
//
//words:label informativa.manner
const (
	OnPaper    Manner = iota + 1 // paper: in writing, on paper
	Electronic                   // electronic: in writing, electronic
	Oral                         // oral: by word of mouth, if the person asks
)

// The findings of [Delivery.Check].
const (
	CodeManner       gdpr.Code = "informativa.form.manner"       // warning: it isn't said in what form the notice is given
	CodeUnrequested  gdpr.Code = "informativa.form.unrequested"  // violation: the notice was given by word of mouth though nobody asked for that
	CodeRequest      gdpr.Code = "informativa.form.request"      // warning: there is no record that the data subject asked for an oral notice
	CodeUnidentified gdpr.Code = "informativa.form.unidentified" // warning: the identity isn't established: the regulation asks for it, the European guidelines don't
	CodeCharged      gdpr.Code = "informativa.form.charged"      // violation: the notice is charged for, and it is free
	CodeFullText     gdpr.Code = "informativa.form.full-text"    // violation: the first layer isn't known to lead easily and freely to the full text
	CodeHard         gdpr.Code = "informativa.form.hard"         // warning: the text is hard even for anyone who finished high school (Gulpease index …, below 40)
	CodeNotPlain     gdpr.Code = "informativa.form.not-plain"    // advice: the text is hard for anyone who finished middle school (Gulpease index …, below 60)
	CodeMinors       gdpr.Code = "informativa.form.minors"       // warning: the text is addressed to minors and not simple enough: Gulpease index …
)

var (
	rowManner       = find.Warning(CodeManner, "GDPR 12(1)", "Regolamento 22(2)")
	rowUnrequested  = find.Violation(CodeUnrequested, "GDPR 12(1)", "Regolamento 22(2)")
	rowRequest      = find.Warning(CodeRequest, "GDPR 12(1)", "Regolamento 22(2)")
	rowUnidentified = find.Warning(CodeUnidentified, "Regolamento 22(2)")
	rowCharged      = find.Violation(CodeCharged, "GDPR 12(5)", "Regolamento 23(1)")
	rowFullText     = find.Violation(CodeFullText, "GDPR 12(1)", "WP260")
	rowHard         = find.Warning(CodeHard, "GDPR 12(1)", "Regolamento 23(1)")
	rowNotPlain     = find.Advice(CodeNotPlain, "GDPR 12(1)", "Regolamento 23(1)")
	rowMinors       = find.Warning(CodeMinors, "GDPR 12(1)", "Codice 2-quinquies(2)")
)

// Check tells what is wrong with the way in which a notice is given: it is in
// writing, and oral only for whoever asks; it costs nothing; a first layer leads
// to the full text; an Italian text can be read.
//
// The regulation wants the identity established before an oral notice. The
// guidelines on transparency don't, for a notice holds nothing about the person:
// that it wasn't is a warning.
//
// Readability is a figure, not the duty itself: an index below 40 is a warning,
// one below 60 an advice, or a warning where minors are addressed. It is measured on Italian alone; a text in another
// language must not be given here.
//
// Law: Regolamento 22(2); Regolamento 23(1); GDPR 12(1); GDPR 12(5); WP260.
func (d Delivery) Check() gdpr.Findings {
	c := find.In(d.Regime)
	if !d.Manner.Valid() {
		c.Add(rowManner, "manner")
	}
	if d.Manner == Oral {
		switch d.Requested {
		case gdpr.No:
			c.Add(rowUnrequested, "requested")
		case gdpr.Unknown:
			c.Add(rowRequest, "requested")
		}
		if d.Identified != gdpr.Yes {
			c.Add(rowUnidentified, "identified")
		}
	}
	if d.Charged == gdpr.Yes {
		c.Add(rowCharged, "charged")
	}
	if d.Layered == gdpr.Yes {
		c.Unless(d.Reachable, rowFullText, "reachable")
	}
	l := Measure(d.Text)
	gulpease := int(l.Gulpease())
	switch schooling := l.Schooling(); {
	case schooling == BeyondHighSchool:
		c.Add(rowHard, "text", gulpease)
	case schooling == HighSchool && d.Minors == gdpr.Yes:
		row := rowMinors
		if d.Manner != Electronic { // the Codice speaks of online services
			row = row.By("GDPR 12(1)")
		}
		c.Add(row, "text", gulpease)
	case schooling == HighSchool:
		c.Add(rowNotPlain, "text", gulpease)
	}
	return c.Findings()
}

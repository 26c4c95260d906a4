package informativa

import (
	"github.com/b58db29f/gdpr"
)

// Delivery is how a notice is given to a person. The zero value says nothing.
//
// Law: Regolamento 22(2); Regolamento 23(1); GDPR 12(1); GDPR 12(5).
type Delivery struct {
	Manner     Manner      `json:"manner,omitempty"`
	Requested  gdpr.Answer `json:"requested"`  // oral: did the person ask for it?
	Identified gdpr.Answer `json:"identified"` // oral: was it established who the person is?
	Charged    gdpr.Answer `json:"charged"`    // does the person pay for it?
	Layered    gdpr.Answer `json:"layered"`    // is it a first layer, that sends to a full text?
	Reachable  gdpr.Answer `json:"reachable"`  // layered: is the full text easy to reach, and free?
	Text       string      `json:"text,omitempty"`
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
	CodeManner       gdpr.Code = "informativa.form.manner"
	CodeUnrequested  gdpr.Code = "informativa.form.unrequested"
	CodeRequest      gdpr.Code = "informativa.form.request"
	CodeUnidentified gdpr.Code = "informativa.form.unidentified"
	CodeCharged      gdpr.Code = "informativa.form.charged"
	CodeFullText     gdpr.Code = "informativa.form.full-text"
	CodeHard         gdpr.Code = "informativa.form.hard"
	CodeNotPlain     gdpr.Code = "informativa.form.not-plain"
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
// one below 60 an advice. It is measured on Italian alone; a text in another
// language must not be given here.
//
// Law: Regolamento 22(2); Regolamento 23(1); GDPR 12(1); GDPR 12(5); WP260.
func (d Delivery) Check() gdpr.Findings {
	var fs gdpr.Findings
	say := func(code gdpr.Code, s gdpr.Severity, where string, args []any, ps ...gdpr.Provision) {
		fs = append(fs, gdpr.Finding{Code: code, Severity: s, Where: where, Provisions: ps, Args: args})
	}
	if !d.Manner.Valid() {
		say(CodeManner, gdpr.Warning, "manner", nil, "Regolamento 22(2)", "GDPR 12(1)")
	}
	if d.Manner == Oral {
		switch d.Requested {
		case gdpr.No:
			say(CodeUnrequested, gdpr.Violation, "requested", nil, "Regolamento 22(2)", "GDPR 12(1)")
		case gdpr.Unknown:
			say(CodeRequest, gdpr.Warning, "requested", nil, "Regolamento 22(2)", "GDPR 12(1)")
		}
		if d.Identified != gdpr.Yes {
			say(CodeUnidentified, gdpr.Warning, "identified", nil, "Regolamento 22(2)", "WP260")
		}
	}
	if d.Charged == gdpr.Yes {
		say(CodeCharged, gdpr.Violation, "charged", nil, "Regolamento 23(1)", "GDPR 12(5)")
	}
	if d.Layered == gdpr.Yes && d.Reachable != gdpr.Yes {
		s := gdpr.Violation
		if d.Reachable == gdpr.Unknown {
			s = gdpr.Warning
		}
		say(CodeFullText, s, "reachable", nil, "GDPR 12(1)", "WP260")
	}
	switch l := Measure(d.Text); l.Schooling() {
	case BeyondHighSchool:
		say(CodeHard, gdpr.Warning, "text", []any{int(l.Gulpease())}, "Regolamento 23(1)", "GDPR 12(1)")
	case HighSchool:
		say(CodeNotPlain, gdpr.Advice, "text", []any{int(l.Gulpease())}, "Regolamento 23(1)", "GDPR 12(1)")
	}
	return fs
}

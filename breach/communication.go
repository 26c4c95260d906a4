package breach

import (
	"time"

	"github.com/b58db29f/gdpr"
)

// Communication is what the Comune tells the persons concerned. The zero value
// is an empty draft.
//
// Law: Regolamento 39(2); GDPR 34(2); GDPR recital 86.
type Communication struct {
	From         string    `json:"from,omitempty"` // the Comune
	Manner       Manner    `json:"manner"`         // Personally or Publicly
	Sent         time.Time `json:"sent,omitzero"`  // zero: still a draft
	Means        string    `json:"means,omitempty"`
	Informed     int       `json:"informed,omitempty"`     // how many persons it reached
	Nature       string    `json:"nature,omitempty"`       // what happened, in plain words
	Contact      Contact   `json:"contact"`                // whom to ask
	Consequences string    `json:"consequences,omitempty"` // what may follow for the reader
	Measures     string    `json:"measures,omitempty"`     // what was or will be done
	Advice       string    `json:"advice,omitempty"`       // what the reader can do to protect himself
	// Plain: did someone outside the office find it easy to understand?
	Plain gdpr.Answer `json:"plain"`
	// Dedicated: is it a message of its own, with nothing else in it?
	Dedicated gdpr.Answer `json:"dedicated"`
}

// The findings of [Communication.Check].
const (
	CodeLetterNature       gdpr.Code = "breach.communication.nature"
	CodeLetterContact      gdpr.Code = "breach.communication.contact"
	CodeLetterConsequences gdpr.Code = "breach.communication.consequences"
	CodeLetterMeasures     gdpr.Code = "breach.communication.measures"
	CodeLetterAdvice       gdpr.Code = "breach.communication.advice"
	CodeLetterPlain        gdpr.Code = "breach.communication.plain"
	CodeLetterPlainUnknown gdpr.Code = "breach.communication.plain-unknown"
	CodeLetterDedicated    gdpr.Code = "breach.communication.dedicated"
	CodeLetterManner       gdpr.Code = "breach.communication.manner"
	CodeLetterPartial      gdpr.Code = "breach.communication.partial"
)

// Check tells what the communication lacks: its elements, one finding each; plain
// language; and, held against what is owed, by [Assessment.Tell], whether it is
// given in that manner and to all the persons. A notice on a web site doesn't stand for messages
// to persons who can be reached, nor does a letter to some of them for one to
// all. A number of subjects of 0 is not known.
//
// Law: Regolamento 39(2); Regolamento 39(3); GDPR 34(2); GDPR 34(3)(c); GDPR recital 86; WP250.
func (c Communication) Check(owed Manner, subjects int) gdpr.Findings {
	var fs gdpr.Findings
	if blank(c.Nature) {
		fs = append(fs, violation(CodeLetterNature, "nature", "GDPR 34(2)"))
	}
	if !c.Contact.whole() {
		fs = append(fs, violation(CodeLetterContact, "contact", "Regolamento 39(2)", "GDPR 34(2)"))
	}
	if blank(c.Consequences) {
		fs = append(fs, violation(CodeLetterConsequences, "consequences", "Regolamento 39(2)", "GDPR 34(2)"))
	}
	if blank(c.Measures) {
		fs = append(fs, violation(CodeLetterMeasures, "measures", "Regolamento 39(2)", "GDPR 34(2)"))
	}
	if blank(c.Advice) {
		fs = append(fs, warning(CodeLetterAdvice, "advice", "GDPR recital 86"))
	}
	switch c.Plain {
	case gdpr.No:
		fs = append(fs, violation(CodeLetterPlain, "plain", "Regolamento 39(2)", "GDPR 34(2)"))
	case gdpr.Unknown:
		fs = append(fs, advice(CodeLetterPlainUnknown, "plain", "Regolamento 39(2)", "GDPR 34(2)"))
	}
	if c.Dedicated == gdpr.No {
		fs = append(fs, warning(CodeLetterDedicated, "dedicated", "WP250"))
	}
	if c.Manner != Personally && (c.Manner != Publicly || owed == Personally) {
		fs = append(fs, violation(CodeLetterManner, "manner", "Regolamento 39(3)", "GDPR 34(3)(c)"))
	}
	if c.Manner == Personally && !c.Sent.IsZero() && c.Informed < subjects {
		fs = append(fs, with(warning(CodeLetterPartial, "informed", "GDPR 34(1)", "EDPB 01/2021 case 07", "EDPB 01/2021 case 18"), c.Informed, subjects))
	}
	return fs
}

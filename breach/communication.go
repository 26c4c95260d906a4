package breach

import (
	"time"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Communication is what the body tells the persons concerned. The zero value
// is an empty draft.
//
// Law: Regolamento 39(2); GDPR 34(2); GDPR recital 86.
type Communication struct {
	From         string    `json:"from,omitempty"`      // the controller
	Protocol     string    `json:"protocol,omitempty"`  // number of the letter in the controller's protocol
	Guardians    bool      `json:"guardians,omitempty"` // to those who act for a minor or another person
	Manner       Manner    `json:"manner"`              // Personally or Publicly
	Sent         time.Time `json:"sent,omitzero"`       // zero: still a draft
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
	CodeLetterNature       gdpr.Code = "breach.communication.nature"        // violation: the communication doesn't describe the breach
	CodeLetterContact      gdpr.Code = "breach.communication.contact"       // violation: the communication doesn't say whom to ask
	CodeLetterConsequences gdpr.Code = "breach.communication.consequences"  // violation: the communication doesn't give the likely consequences
	CodeLetterMeasures     gdpr.Code = "breach.communication.measures"      // violation: the communication doesn't give the measures
	CodeLetterAdvice       gdpr.Code = "breach.communication.advice"        // warning: the communication doesn't advise how to protect oneself
	CodeLetterPlain        gdpr.Code = "breach.communication.plain"         // violation: the communication isn't in clear and plain language
	CodeLetterPlainUnknown gdpr.Code = "breach.communication.plain-unknown" // advice: have someone outside the office read the communication
	CodeLetterDedicated    gdpr.Code = "breach.communication.dedicated"     // warning: the communication isn't separate from other information
	CodeLetterManner       gdpr.Code = "breach.communication.manner"        // violation: the communication isn't given in the manner owed
	CodeLetterPartial      gdpr.Code = "breach.communication.partial"       // warning: … persons told out of …
)

var (
	letterNature       = find.Violation(CodeLetterNature, "GDPR 34(2)")
	letterContact      = find.Violation(CodeLetterContact, "GDPR 34(2)", "Regolamento 39(2)")
	letterConsequences = find.Violation(CodeLetterConsequences, "GDPR 34(2)", "Regolamento 39(2)")
	letterMeasures     = find.Violation(CodeLetterMeasures, "GDPR 34(2)", "Regolamento 39(2)")
	letterAdvice       = find.Warning(CodeLetterAdvice, "GDPR recital 86")
	letterPlain        = find.Violation(CodeLetterPlain, "GDPR 34(2)", "Regolamento 39(2)")
	letterPlainUnknown = find.Advice(CodeLetterPlainUnknown, "GDPR 34(2)", "Regolamento 39(2)")
	letterDedicated    = find.Warning(CodeLetterDedicated, "WP250")
	letterManner       = find.Violation(CodeLetterManner, "GDPR 34(3)(c)", "Regolamento 39(3)")
	letterPartial      = find.Warning(CodeLetterPartial, "GDPR 34(1)", "EDPB 01/2021 case 07", "EDPB 01/2021 case 18")
)

// Check tells what the communication lacks: its elements, one finding each; plain
// language; and, held against what is owed, by [Assessment.Tell], whether it is
// given in that manner and to all the persons. A notice on a web site doesn't stand for messages
// to persons who can be reached, nor does a letter to some of them for one to
// all. A number of subjects of 0 is not known.
//
// Law: Regolamento 39(2); Regolamento 39(3); GDPR 34(2); GDPR 34(3)(c); GDPR recital 86; WP250.
func (c Communication) Check(owed Manner, subjects int) gdpr.Findings {
	f := find.In(gdpr.Template)
	for _, part := range [...]struct {
		empty bool
		row   find.Row
		where string
	}{
		{blank(c.Nature), letterNature, "nature"},
		{!c.Contact.whole(), letterContact, "contact"},
		{blank(c.Consequences), letterConsequences, "consequences"},
		{blank(c.Measures), letterMeasures, "measures"},
		{blank(c.Advice), letterAdvice, "advice"},
	} {
		if part.empty {
			f.Add(part.row, part.where)
		}
	}
	switch c.Plain {
	case gdpr.No:
		f.Add(letterPlain, "plain")
	case gdpr.Unknown:
		f.Add(letterPlainUnknown, "plain")
	}
	if c.Dedicated == gdpr.No {
		f.Add(letterDedicated, "dedicated")
	}
	if c.Manner != Personally && (c.Manner != Publicly || owed == Personally) {
		f.Add(letterManner, "manner")
	}
	if c.Manner == Personally && !c.Sent.IsZero() && c.Informed < subjects {
		f.Add(letterPartial, "informed", c.Informed, subjects)
	}
	return f.Findings()
}

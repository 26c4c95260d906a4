package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// ActOpinion is the Garante's opinion on an act that a body is about to adopt, such
// as a regulation of a Comune: whether it has to be asked, and when the body may go
// on without it. Dates that are 0 haven't come.
//
// Whether a municipal regulation is a regulatory measure in the sense of GDPR 36(4)
// is for the host to say: it is where it rests on a law.
//
// Law: GDPR 36(4); Codice 154(5); Codice 154(5-bis); D.L. 139/2021 9(7).
type ActOpinion struct {
	Regime    gdpr.Regime `json:"regime,omitzero"`
	Normative gdpr.Answer `json:"normative"` // is the act a law, or a regulation that rests on one?
	Rules     gdpr.Answer `json:"rules"`     // does it expressly rule how personal data are processed?
	Privates  gdpr.Answer `json:"privates"`  // or does it let private parties process them, without leaving the manner to lower sources?
	Recovery  gdpr.Answer `json:"recovery"`  // does it carry out the national recovery plan (PNRR), its complementary plan, or the energy and climate plan (PNIEC)?

	Asked    date.Date `json:"asked,omitzero"`    // the day the Garante received the request
	Inquired date.Date `json:"inquired,omitzero"` // the day it interrupted the term to inquire
	Got      date.Date `json:"got,omitzero"`      // the day it got what it asked for then
	Given    date.Date `json:"given,omitzero"`    // the day of the opinion
}

// Due tells whether the Garante must be heard on the act. Under a regime without
// Italian public law the answer is that of the GDPR alone, which asks it of measures
// that relate to processing: wider than an express ruling, so that where the act does
// neither of the two it is [gdpr.Unknown] and not No.
//
// Law: GDPR 36(4); Codice 154(5-bis).
func (o ActOpinion) Due() gdpr.Answer {
	rules := o.Rules.Or(o.Privates)
	if rules == gdpr.No && !o.Regime.Has(gdpr.PublicLaw) {
		rules = gdpr.Unknown
	}
	return o.Normative.And(rules)
}

// Term counts the term of the opinion, after which the body may go on without it:
// forty-five days from the request; if the Garante has interrupted it, which it can
// do once and while the forty-five days run, twenty days from the day on which it got
// what it asked for; thirty days that nothing makes longer for the recovery plans. An
// inquiry after the forty-five days interrupts nothing. They are Italian terms, which a
// Saturday doesn't move. While the Garante waits for what it asked for there is no
// term, and the deadline is zero; so it is under a regime without Italian public
// law. While it isn't known whether the act carries out one of those plans, the
// ordinary term is counted, which ends later: the body waits longer than it must.
//
// The error is a [*gdpr.InputError]: no day of the request ([gdpr.FaultMissing]), a
// date before one that it follows ([gdpr.FaultOrder]), one outside the calendar
// ([gdpr.FaultRange]).
//
// Law: Codice 154(5); D.L. 139/2021 9(7); c.c. 2963.
func (o ActOpinion) Term(cal gdpr.Calendar) (gdpr.Deadline, error) {
	if err := o.check(); err != nil || !o.Regime.Has(gdpr.PublicLaw) {
		return gdpr.Deadline{}, err
	}
	term, law := gdpr.Term{N: 45, Unit: gdpr.Days, Counting: gdpr.Italian}, gdpr.Provision("Codice 154(5)")
	if o.Recovery == gdpr.Yes {
		term.N, law = 30, "D.L. 139/2021 9(7)"
	}
	d, err := term.After(o.Asked, cal)
	switch {
	case err != nil:
		return gdpr.Deadline{}, gdpr.At("asked", err)
	case o.Recovery == gdpr.Yes || o.Inquired == 0 || o.Inquired > d.Due:
		return d.By(law), nil
	case o.Got == 0:
		return gdpr.Deadline{}, nil
	}
	term.N = 20
	if d, err = term.After(o.Got, cal); err != nil {
		return gdpr.Deadline{}, gdpr.At("got", err)
	}
	return d.By(law), nil
}

func (o *ActOpinion) check() error {
	if o.Asked == 0 {
		return &gdpr.InputError{Field: "asked", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	for _, s := range [...]struct {
		field string
		on    date.Date
		after string
		than  date.Date
	}{
		{"inquired", o.Inquired, "asked", o.Asked},
		{"got", o.Got, "inquired", o.Inquired},
		{"given", o.Given, "asked", o.Asked},
	} {
		switch {
		case s.on == 0:
		case s.than == 0:
			return &gdpr.InputError{Field: s.after, Fault: gdpr.FaultMissing, Other: "2026-01-31"}
		case s.on < s.than:
			return order(s.field, s.on, s.after, s.than)
		}
	}
	return nil
}

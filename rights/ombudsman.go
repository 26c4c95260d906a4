package rights

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Ombudsman is the way to the ombudsman (difensore civico) of whoever was refused
// documents by a local body, by its decision or by its silence, or civic access by
// its decision. (Silence on civic access goes to the officer for transparency; that
// the ombudsman takes it too isn't in the words of the law, which speaks of acts of
// local bodies.) Dates that are 0 haven't come. The way exists where there is an
// ombudsman with competence for the territory.
//
// Law: D.Lgs. 33/2013 5(8); L. 241/1990 25(4).
type Ombudsman struct {
	Door    Door      `json:"door,omitzero"`    // [Documents], [CivicSimple] or [CivicGeneral]
	Asked   date.Date `json:"asked,omitzero"`   // the day the ombudsman was asked
	Garante date.Date `json:"garante,omitzero"` // civic access: the day he asked the Garante, where data protection was the ground
	Opinion date.Date `json:"opinion,omitzero"` // the day the Garante's opinion came
	Found   date.Date `json:"found,omitzero"`   // the day the body received word that he holds the refusal unlawful
}

// OmbudsmanTerms are the terms of an [Ombudsman].
//
// Law: D.Lgs. 33/2013 5(8); L. 241/1990 25(4).
type OmbudsmanTerms struct {
	Decision gdpr.Deadline `json:"decision"`         // for his decision; of documents, silence until then rejects the request to him
	Confirm  gdpr.Deadline `json:"confirm,omitzero"` // for the body to confirm its refusal: who lets it pass has granted the access
}

// Terms counts them, as Italian terms: thirty days for the decision, which stand
// still while the Garante is asked about civic access, for ten days at most; and
// thirty days from the receipt of his word for the body to confirm the refusal with
// reasons, or else the access is granted. About documents the Garante isn't heard
// before a local ombudsman.
//
// The error is a [*gdpr.InputError]: a door that doesn't lead there
// ([gdpr.FaultName]), no day on which he was asked ([gdpr.FaultMissing]), a date
// before one that it follows ([gdpr.FaultOrder]), the Garante where he isn't heard
// ([gdpr.FaultContradiction]), one outside the calendar ([gdpr.FaultRange]).
//
// Law: D.Lgs. 33/2013 5(8); L. 241/1990 25(4); c.c. 2963.
func (o Ombudsman) Terms(cal gdpr.Calendar) (t OmbudsmanTerms, err error) {
	if err := o.validate(); err != nil {
		return OmbudsmanTerms{}, err
	}
	law := gdpr.Provision("D.Lgs. 33/2013 5(8)")
	if o.Door == Documents {
		law = "L. 241/1990 25(4)"
	}
	if t.Decision, err = stopped(30, o.Asked, o.Garante, o.Garante+tenDays, o.Opinion, cal); err != nil {
		return OmbudsmanTerms{}, in("asked", err)
	}
	t.Decision.Provision = law
	if o.Found == 0 {
		return t, nil
	}
	if t.Confirm, err = italian(30, gdpr.Days).After(o.Found, cal); err != nil {
		return OmbudsmanTerms{}, in("found", err)
	}
	t.Confirm.Provision = law
	return t, nil
}

func (o *Ombudsman) validate() error {
	if o.Door != Documents && o.Door != CivicSimple && o.Door != CivicGeneral {
		return &gdpr.InputError{Field: "door", Value: o.Door.String(), Fault: gdpr.FaultName, Other: "documents, civic_simple, civic_general"}
	}
	if o.Asked == 0 {
		return &gdpr.InputError{Field: "asked", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	if o.Door == Documents && o.Garante != 0 {
		return &gdpr.InputError{Field: "garante", Value: o.Garante.String(), Fault: gdpr.FaultContradiction, Other: "door documents"}
	}
	return inOrder(
		follows{o.Garante, "garante", o.Asked, "asked"},
		follows{o.Opinion, "opinion", o.Garante, "garante"},
		follows{o.Found, "found", o.Asked, "asked"},
	)
}

// DocumentAccess is a request for documents (L. 241/1990) in which others have an
// interest against it (controinteressati). Dates that are 0 haven't come.
//
// Law: L. 241/1990 25(4); D.P.R. 184/2006 3.
type DocumentAccess struct {
	Received date.Date `json:"received,omitzero"` // the day the request was received
	Told     date.Date `json:"told,omitzero"`     // the day a copy of it was sent to those others
	Got      date.Date `json:"got,omitzero"`      // the day they received it; 0: not on record
}

// DocumentTerms are the terms of a [DocumentAccess].
//
// Law: L. 241/1990 25(4); D.P.R. 184/2006 3.
type DocumentTerms struct {
	Objection gdpr.Deadline `json:"objection,omitzero"` // for those others to object; zero until it is on record that they received it
	Decision  gdpr.Deadline `json:"decision"`           // for the decision: silence until then is a refusal
}

// Terms counts them: ten days to object from the receipt of the copy, not known (zero)
// while that isn't on record, and thirty to decide. Unlike civic access
// (see [CivicAccess]) nothing stops the thirty days in the meantime: the decree
// names no suspension.
//
// The error is a [*gdpr.InputError]: no day of receipt ([gdpr.FaultMissing]), a
// date before one that it follows ([gdpr.FaultOrder]), one outside the calendar
// ([gdpr.FaultRange]).
//
// Law: L. 241/1990 25(4); D.P.R. 184/2006 3; c.c. 2963.
func (a DocumentAccess) Terms(cal gdpr.Calendar) (t DocumentTerms, err error) {
	if a.Received == 0 {
		return DocumentTerms{}, &gdpr.InputError{Field: "received", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	if err := inOrder(follows{a.Told, "told", a.Received, "received"}, follows{a.Got, "got", a.Told, "told"}); err != nil {
		return DocumentTerms{}, err
	}
	if t.Decision, err = Documents.Due(a.Received, cal); err != nil || a.Got == 0 {
		return t, err
	}
	if t.Objection, err = italian(tenDays, gdpr.Days).After(a.Got, cal); err != nil {
		return DocumentTerms{}, in("got", err)
	}
	t.Objection.Provision = "D.P.R. 184/2006 3"
	return t, nil
}

// follows is a date that can't come before another one, or without it.
type follows struct {
	later   date.Date
	name    string
	earlier date.Date
	before  string
}

// inOrder returns the error of the first date that comes before the one it follows.
func inOrder(dates ...follows) error {
	for _, o := range dates {
		switch {
		case o.later == 0:
		case o.earlier == 0:
			return &gdpr.InputError{Field: o.before, Fault: gdpr.FaultMissing, Other: "2026-01-31"}
		case o.later < o.earlier:
			return order(o.name, o.later, o.before, o.earlier)
		}
	}
	return nil
}

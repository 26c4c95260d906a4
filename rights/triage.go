package rights

import (
	"iter"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Door is a way to get data or documents from a public body. "Accesso" is the
// Italian word for all of them, and a letter that says nothing else has to be
// read: each has its own conditions, term and meaning of silence. The zero value
// is not given.
//
// Law: GDPR 15; L. 241/1990 22(1); D.Lgs. 33/2013 5(1); D.Lgs. 33/2013 5(2); D.Lgs. 267/2000 43(2).
type Door uint8

// The doors.
//
//words:label rights.door
const (
	PersonalData  Door = iota + 1 // personal_data: one's own data, and what is done with them (GDPR)
	Documents                     // documents: documents, for whoever has a qualified interest (L. 241/1990)
	CivicSimple                   // civic_simple: what ought to have been published (accesso civico)
	CivicGeneral                  // civic_general: any data or document, without reasons (accesso civico generalizzato)
	CouncilMember                 // council_member: what a councillor needs for the mandate
)

// Silence is what it means that nobody has answered by the end of the term. The
// zero value is not given.
//
// Law: GDPR 12(4); L. 241/1990 25(4); D.Lgs. 33/2013 5(7).
type Silence uint8

// The meanings of silence.
//
//words:label rights.silence
const (
	SilenceInfringes Silence = iota + 1 // infringes: it is an infringement: complaint to the Garante, or court
	SilenceRefuses                      // refuses: the request counts as refused: regional court (TAR), or the ombudsman
	SilenceReview                       // review: it is a failure to act: the officer for transparency (RPCT) reviews on request, then the TAR
	SilenceNothing                      // nothing: the law gives no term and no meaning
)

// Triage holds what a letter that asks for "access" says. One letter can knock at
// more than one door, and is then answered by the rules of each. Who states an
// interest isn't shut out of general civic access, which asks for no reasons: a
// request in general words is examined by both laws, unless it is about L. 241/1990
// alone and can't be mistaken (Consiglio di Stato, Adunanza plenaria, 2 April 2020,
// no. 10, read in commentaries alone).
//
// Law: GDPR 15; L. 241/1990 22(1); D.Lgs. 33/2013 5(1); D.Lgs. 33/2013 5(2); D.Lgs. 267/2000 43(2); Codice 59.
//
//facts:bits rights.triage triage
//facts:not only_documents
//facts:both published councillor
type Triage struct {
	Regime        gdpr.Regime `json:"regime,omitzero"`
	Own           gdpr.Answer `json:"own"`            // does the requester ask which of his own data are processed, for a copy of them, or how they are processed?
	Document      gdpr.Answer `json:"document"`       // does he ask to see or to copy documents or data that the body holds, whoever they are about?
	Interest      gdpr.Answer `json:"interest"`       // does he state a direct, concrete and present interest, tied to the document, for which he needs it?
	OnlyDocuments gdpr.Answer `json:"only_documents"` // does he invoke L. 241/1990 alone, unmistakably, so that the request can't be read as one for general civic access too?
	Published     gdpr.Answer `json:"published"`      // does he ask for what the law obliges the body to publish on its site, and isn't there?
	Councillor    gdpr.Answer `json:"councillor"`     // is he a member of the council of the local body, who asks for the mandate?
}

// Doors yields each door with the decision whether the letter goes by it. A
// private body has the first alone.
//
// Law: GDPR 15(1); L. 241/1990 22(1); L. 241/1990 25(2); D.Lgs. 33/2013 5(1); D.Lgs. 33/2013 5(2); D.Lgs. 33/2013 5(3); D.Lgs. 267/2000 43(2).
func (t Triage) Doors() iter.Seq2[Door, Decision] {
	return func(yield func(Door, Decision) bool) {
		said := t.said()
		if !yield(PersonalData, doorPersonal.decide(said)) || !t.Regime.Has(gdpr.PublicLaw) {
			return
		}
		for _, d := range [...]struct {
			door    Door
			decided Decision
		}{
			{Documents, doorDocuments.decide(said)},
			{CivicSimple, doorSimple.decide(said)},
			{CivicGeneral, doorGeneral.decide(said)},
			{CouncilMember, doorCouncil.decide(said)},
		} {
			if !yield(d.door, d.decided) {
				return
			}
		}
	}
}

var (
	doorPersonal = rule{
		questions: triageQuestions[:],
		holds:     kleene.Rule{kleene.Of(triageOwn)},
		grounds:   []ground{{triageOwn, "rights.triage.own", "GDPR 15(1)"}},
		no:        gdpr.Reason{Code: "rights.triage.own.no", Provision: "GDPR 15(1)"},
	}
	doorDocuments = rule{
		questions: triageQuestions[:],
		holds:     kleene.Rule{kleene.Of(triageDocument, triageInterest, triageNotCouncillor)},
		grounds: []ground{
			{triageDocument, "rights.triage.document", "L. 241/1990 22(1)"},
			{triageInterest, "rights.triage.interest", "L. 241/1990 22(1)"},
		},
		excepts: []ground{{triageNotCouncillor, "rights.triage.councillor", "D.Lgs. 267/2000 43(2)"}},
		no:      gdpr.Reason{Code: "rights.triage.interest.no", Provision: "L. 241/1990 22(1)"},
	}
	doorSimple = rule{
		questions: triageQuestions[:],
		holds:     kleene.Rule{kleene.Of(triagePublished)},
		grounds:   []ground{{triagePublished, "rights.triage.published", "D.Lgs. 33/2013 5(1)"}},
		no:        gdpr.Reason{Code: "rights.triage.published.no", Provision: "D.Lgs. 33/2013 5(1)"},
	}
	doorGeneral = rule{
		questions: triageQuestions[:],
		holds:     kleene.Rule{kleene.Of(triageDocument, triageNotOnlyDocuments, triageNotCouncillor, triageNotPublished)},
		grounds:   []ground{{triageDocument, "rights.triage.document", "D.Lgs. 33/2013 5(2)"}},
		excepts: []ground{
			{triageNotOnlyDocuments, "rights.triage.only_documents", "L. 241/1990 22(1)"},
			{triageNotCouncillor, "rights.triage.councillor", "D.Lgs. 267/2000 43(2)"},
			{triageNotPublished, "rights.triage.published", "D.Lgs. 33/2013 5(1)"},
		},
		no: gdpr.Reason{Code: "rights.triage.document.no", Provision: "D.Lgs. 33/2013 5(2)"},
	}
	doorCouncil = rule{
		questions: triageQuestions[:],
		holds:     kleene.Rule{kleene.Of(triageDocument, triageCouncillor)},
		grounds: []ground{
			{triageDocument, "rights.triage.document", "D.Lgs. 267/2000 43(2)"},
			{triageCouncillor, "rights.triage.councillor", "D.Lgs. 267/2000 43(2)"},
		},
		no: gdpr.Reason{Code: "rights.triage.councillor.no", Provision: "D.Lgs. 267/2000 43(2)"},
	}
)

// Span returns the term for the answer, and the provision that sets it. The law
// gives none to a councillor's access: the 30 days of TUEL 43(3) are for questions
// and motions. The term of one's own data is European, the others Italian.
//
// Law: GDPR 12(3); L. 241/1990 25(4); D.Lgs. 33/2013 5(6); D.Lgs. 267/2000 43(2).
func (d Door) Span() Span {
	switch d {
	case PersonalData:
		return Span{oneMonth, "GDPR 12(3)"}
	case Documents:
		return Span{italian(30, gdpr.Days), "L. 241/1990 25(4)"}
	case CivicSimple, CivicGeneral:
		return Span{italian(30, gdpr.Days), "D.Lgs. 33/2013 5(6)"}
	case CouncilMember:
		return Span{Provision: "D.Lgs. 267/2000 43(2)"}
	}
	return Span{}
}

// Due counts the term of the door from the day on which the request was
// received. For a request for personal data use [Request.Timeline], which knows
// the body's own terms, pauses and extensions. A door without a term gets the
// zero deadline.
//
// The error is that of [gdpr.Term.After], at "received".
//
// Law: GDPR 12(3); L. 241/1990 25(4); D.Lgs. 33/2013 5(6); c.c. 2963.
func (d Door) Due(received date.Date, cal gdpr.Calendar) (gdpr.Deadline, error) {
	span := d.Span()
	if span.Term.N == 0 {
		return gdpr.Deadline{}, nil
	}
	due, err := span.Term.After(received, cal)
	if err != nil {
		return gdpr.Deadline{}, in("received", err)
	}
	return due.By(span.Provision), nil
}

// Silence tells what silence means at the door, and by which provision. It is
// the opposite for the two that are confused most: who waits 30 days for
// documents has been refused, and the body that lets a month pass on a request
// for personal data has infringed the GDPR.
//
// Law: GDPR 12(4); L. 241/1990 25(4); D.Lgs. 33/2013 5(7); D.Lgs. 267/2000 43(2).
func (d Door) Silence() (Silence, gdpr.Provision) {
	switch d {
	case PersonalData:
		return SilenceInfringes, "GDPR 12(4)"
	case Documents:
		return SilenceRefuses, "L. 241/1990 25(4)"
	case CivicSimple, CivicGeneral:
		return SilenceReview, "D.Lgs. 33/2013 5(7)"
	case CouncilMember:
		return SilenceNothing, "D.Lgs. 267/2000 43(2)"
	}
	return 0, ""
}

// CivicAccess is a request for civic access in which others have an interest
// against it (controinteressati), or of which a review was asked. Dates that
// are 0 haven't come. Of several others, the dates are those of the last one. A
// request for what ought to be published ([CivicSimple]) isn't communicated to
// anybody, and so has none of the dates that follow from that.
//
// Law: D.Lgs. 33/2013 5(5); D.Lgs. 33/2013 5(6); D.Lgs. 33/2013 5(7).
type CivicAccess struct {
	Door     Door      `json:"door,omitzero"`     // [CivicSimple] or [CivicGeneral]; 0: that
	Received date.Date `json:"received,omitzero"` // the day the request was received
	Told     date.Date `json:"told,omitzero"`     // the day the request was communicated to those others
	Got      date.Date `json:"got,omitzero"`      // the day they received that communication; 0: not on record
	Objected date.Date `json:"objected,omitzero"` // the day their objection, the last one, came
	Granted  date.Date `json:"granted,omitzero"`  // the day they received word that access is granted against their objection
	Review   date.Date `json:"review,omitzero"`   // the day the requester, or one of those others, asked the officer for transparency to review
	Garante  date.Date `json:"garante,omitzero"`  // the day that officer asked the Garante, where data protection was the ground
	Opinion  date.Date `json:"opinion,omitzero"`  // the day the Garante's opinion came
}

// CivicTerms are the terms of a [CivicAccess].
//
// Law: D.Lgs. 33/2013 5(5); D.Lgs. 33/2013 5(6); D.Lgs. 33/2013 5(7).
type CivicTerms struct {
	Objection gdpr.Deadline `json:"objection,omitzero"` // for those others to object; zero until it is on record that they received the communication
	Decision  gdpr.Deadline `json:"decision"`           // for the decision on the request
	Release   date.Date     `json:"release,omitzero"`   // granted against an objection: the first day on which the documents go out, save proven urgency
	Review    gdpr.Deadline `json:"review,omitzero"`    // for the decision on the review
}

// Terms counts them.
//
//   - Objection: ten days from the receipt of the communication. While that isn't
//     on record their end isn't known, and the deadline is zero: counted from the
//     communication they would end before those others had their ten days.
//   - Decision: thirty days from the receipt of the request, which stand still
//     from the communication until the objection, at most to the end of its ten
//     days. While no objection has come all of them count, and Safe counts none.
//     Before the decision the body makes sure that the communication was received.
//   - Release: fifteen whole days after those others received word that access is
//     granted all the same. Who takes "not before fifteen days" as the fifteenth
//     day may be a day earlier; this one is safe on both readings.
//   - Review: twenty days, which stand still while the Garante is asked, for ten
//     days at most.
//
// The error is a [*gdpr.InputError]: a door that isn't civic access
// ([gdpr.FaultName]), no day of receipt ([gdpr.FaultMissing]), a date before one
// that it follows ([gdpr.FaultOrder]), others who were told of a request for what
// ought to be published ([gdpr.FaultContradiction]), one outside the calendar
// ([gdpr.FaultRange]).
//
// Law: D.Lgs. 33/2013 5(5); D.Lgs. 33/2013 5(6); D.Lgs. 33/2013 5(7); c.c. 2963.
func (c CivicAccess) Terms(cal gdpr.Calendar) (t CivicTerms, err error) {
	if err := c.validate(); err != nil {
		return CivicTerms{}, err
	}
	got := max(c.Got, c.Told)
	if t.Decision, err = stopped(30, c.Received, c.Told, got+tenDays, c.Objected, cal); err != nil {
		return CivicTerms{}, in("received", err)
	}
	t.Decision.Provision = "D.Lgs. 33/2013 5(6)"
	if c.Got != 0 {
		if t.Objection, err = italian(tenDays, gdpr.Days).After(c.Got, cal); err != nil {
			return CivicTerms{}, in("got", err)
		}
		t.Objection.Provision = "D.Lgs. 33/2013 5(5)"
	}
	if c.Granted != 0 {
		t.Release = c.Granted + fifteenDays + 1
	}
	if c.Review != 0 {
		if t.Review, err = stopped(20, c.Review, c.Garante, c.Garante+tenDays, c.Opinion, cal); err != nil {
			return CivicTerms{}, in("review", err)
		}
		t.Review.Provision = "D.Lgs. 33/2013 5(7)"
	}
	return t, nil
}

const (
	tenDays     = 10 // to object, and for the Garante's opinion
	fifteenDays = 15 // before documents go out against an objection
)

// stopped counts a term that stands still from one day to another, or to a last
// day. While the other hasn't come it counts up to the last: that is the last day
// on any course of things, and Safe has the day without a stop.
func stopped(days int, from, stop, last, resume date.Date, cal gdpr.Calendar) (gdpr.Deadline, error) {
	d, err := italian(days, gdpr.Days).After(from, cal)
	if err != nil || stop == 0 {
		return d, err
	}
	end := last
	if resume != 0 {
		end = min(end, resume)
	}
	paused, err := d.Pause(stop, end, cal)
	if err == nil && resume == 0 {
		paused.Safe = d.Safe
	}
	return paused, err
}

func (c *CivicAccess) validate() error {
	switch c.Door {
	case 0, CivicGeneral:
	case CivicSimple:
		for _, d := range [...]struct {
			on    date.Date
			field string
		}{{c.Told, "told"}, {c.Got, "got"}, {c.Objected, "objected"}, {c.Granted, "granted"}} {
			if d.on != 0 {
				return &gdpr.InputError{Field: d.field, Value: d.on.String(), Fault: gdpr.FaultContradiction, Other: "door civic_simple"}
			}
		}
	default:
		return &gdpr.InputError{Field: "door", Value: c.Door.String(), Fault: gdpr.FaultName, Other: "civic_simple, civic_general"}
	}
	if c.Received == 0 {
		return &gdpr.InputError{Field: "received", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	return inOrder(
		follows{c.Told, "told", c.Received, "received"},
		follows{c.Got, "got", c.Told, "told"},
		follows{c.Objected, "objected", c.Told, "told"},
		follows{c.Granted, "granted", c.Objected, "objected"},
		follows{c.Review, "review", c.Received, "received"},
		follows{c.Garante, "garante", c.Review, "review"},
		follows{c.Opinion, "opinion", c.Garante, "garante"},
	)
}

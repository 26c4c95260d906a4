// # The notice as data
//
// A [Notice] is what a notice says, field by field. [Notice.Check] holds it
// against the law in a [Context], which says what is so of the processing: what
// a notice keeps silent can't be found in the notice. [Notice.Render] writes it
// in plain Italian or English.
//
//	n := informativa.Notice{
//		Controller: informativa.Party{Name: "Comune di Roccasilvana", Email: "privacy@comune.roccasilvana.example"},
//		Purposes: []informativa.Purpose{
//			{Text: "iscrivere i bambini all'asilo nido", Basis: register.PublicTask, Law: "D.Lgs. 65/2017"},
//		},
//	}
//	for f := range n.Check(informativa.Comune()).Of(gdpr.Violation) {
//		fmt.Println(f.Message(language.Italian))
//	}
//
// [FromRegister] begins a notice from an activity of the register of processing.
//
// A text that was read by [Scan] is held against the same rules by
// [Reading.Check]. [Collection.Deadline] tells until when a notice is given,
// [Exemption.Decide] whether it can be left out, [Delivery.Check] whether its
// form is right and its Italian readable ([Measure]). A [Sign] is the first
// layer for video surveillance: [Sign.Check], [Placement.Check], and [Sign.SVG],
// which draws it.
//
// # How disputed law is read
//
//   - Of the moments in 22.3 and GDPR 14(3) the earliest binds; the month is the
//     most, and the only one that moves off a holiday.
//   - 22.4 frees from the notice whoever finds it too burdensome, for data of any
//     source; GDPR 13(4) and 14(5) do so for data from elsewhere alone, and bind.
//     22.4-22.5 lack two cases of 14(5): they count, as by an omission.
//   - 22.2 wants whoever asks for an oral notice identified; WP260 doesn't.
//     Lacking it is a warning.
//   - 23.2 lacks restriction, transfers, categories, source and contacts, which
//     the GDPR asks for, and lists portability, which 17.5 excludes where no
//     processing rests on consent or a contract: offering it there is a warning.
//   - A public body can't rest its tasks on legitimate interests (GDPR 6(1)). What
//     a Comune does is held to be its tasks: the finding stands for any purpose.
//   - The right to object is brought to attention apart from all else (21(4)): what
//     is written here gives it a section of its own.
//   - A mailbox that the controller shares with its DPO is a warning (38(4)-(5)); a
//     DPO who is the controller, a violation.
//   - 23.2 wants the rule behind each task or duty; the GDPR wants the basis. Where
//     the regulation doesn't bind, the rule is an advice.
//   - 13 and 14 don't ask a notice to say how the rights are used, WP260 does: a
//     warning.
//   - The signs of the regulation's annex are of the year 2000 and fall short of
//     EDPB 3/2019 114: this package draws its own.
//   - How long images are kept is not judged here, but that the sign says it.
//
// Pending: a proposal of the Union (COM(2025) 837) would lighten article 13 and
// move cookies into the GDPR. It would change the table of requirements, and
// nothing else here.
//
// # Words
//
//	informativa               notice                        Notice
//	titolare, contitolare     controller, joint controller  Notice.Controller, Notice.Joint
//	responsabile (ufficio)    head of office                Notice.Managers
//	RPD, DPO                  data protection officer       Notice.DPO
//	finalità, base giuridica  purpose, legal basis          Purpose
//	conferimento              giving the data               Supply
//	conservazione             storage                       Storage
//	destinatari               recipients                    Notice.Recipients
//	informativa breve         first layer                   Notice.Summary
//	cartello                  sign                          Sign
package informativa

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/register"
)

// Notice is what a notice (informativa) tells the data subject, as data: what
// [Notice.Check] holds against the law, [Notice.Render] writes, and
// [Notice.Elements] names. The zero value says nothing.
//
// A field that is empty is not said. Where a notice may also say that there is
// none, as with recipients, transfers and automated decisions, an Answer tells
// which: [gdpr.Unknown] is silence, [gdpr.No] is "there are none".
//
// Law: Regolamento 22(1); Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
type Notice struct {
	Subject  string           `json:"subject,omitempty"`  // what it is about: "Iscrizione all'asilo nido"
	Articles []gdpr.Provision `json:"articles,omitempty"` // under which it is given: GDPR 13, GDPR 14
	Updated  date.Date        `json:"updated,omitzero"`

	Controller  Party   `json:"controller,omitzero"`
	Joint       []Party `json:"joint,omitempty"`       // joint controllers (contitolari)
	Arrangement string  `json:"arrangement,omitempty"` // what joint controllers agreed in essence, or where one finds it
	Managers    []Party `json:"managers,omitempty"`    // the heads of office (responsabili) of the regulation
	DPO         Party   `json:"dpo,omitzero"`

	Purposes   []Purpose `json:"purposes,omitempty"`
	Categories []string  `json:"categories,omitempty"` // kinds of personal data
	Origin     Origin    `json:"origin,omitzero"`      // where data come from that the person didn't give
	Methods    []Method  `json:"methods,omitempty"`
	Place      string    `json:"place,omitempty"`    // where the processing takes place: "la sede del Comune"
	Staff      string    `json:"staff,omitempty"`    // who sees the data within the body: "gli addetti dell'Ufficio scuola"
	Security   string    `json:"security,omitempty"` // what protects the data

	Disclosed    gdpr.Answer   `json:"disclosed"` // are data disclosed to anyone?
	Recipients   []string      `json:"recipients,omitempty"`
	Transferred  gdpr.Answer   `json:"transferred"` // do data leave the European Economic Area?
	Destinations []Destination `json:"destinations,omitempty"`
	Storage      []Storage     `json:"storage,omitempty"`

	Supplies []Supply `json:"supplies,omitempty"` // must the data be given, and what if not

	Rights   Rights `json:"rights,omitzero"`
	Exercise string `json:"exercise,omitempty"` // to whom one writes, and how, to use the rights

	Automated gdpr.Answer `json:"automated"`           // are there decisions by machine alone, or profiling?
	Logic     string      `json:"logic,omitempty"`     // how such a decision is reached
	Outcome   string      `json:"outcome,omitempty"`   // what it means for the person
	AI        string      `json:"ai,omitempty"`        // how artificial intelligence is used, its risks, how to object
	Limits    string      `json:"limits,omitempty"`    // where the law limits the rights: "chi segnala resta riservato (art. 2-undecies del Codice)"
	Site      *Site       `json:"site,omitempty"`      // what a web notice says besides
	More      []Section   `json:"more,omitempty"`      // whatever the controller adds
	FullText  string      `json:"full_text,omitempty"` // where the full text is, for the first layer
}

// Party is who is responsible, and how to reach them. The zero value is nobody.
//
// Law: GDPR 13(1)(a); GDPR 13(1)(b); Regolamento 23(2); Web notice 2.
type Party struct {
	Name           string `json:"name,omitempty"`
	Representative string `json:"representative,omitempty"` // who acts for it: "il Sindaco"
	Address        string `json:"address,omitempty"`
	Email          string `json:"email,omitempty"`
	PEC            string `json:"pec,omitempty"` // certified mail
	Phone          string `json:"phone,omitempty"`
}

// reachable reports whether p has any contact.
func (p Party) reachable() bool {
	return given(p.Address) || given(p.Email) || given(p.PEC) || given(p.Phone)
}

// Purpose is one end for which the data are processed, with its ground in law.
//
// Law: GDPR 13(1)(c); GDPR 13(1)(d); Regolamento 23(2); Web notice 3.
type Purpose struct {
	Text      string         `json:"text,omitempty"`      // "gestire le iscrizioni all'asilo nido"
	Basis     register.Basis `json:"basis,omitempty"`     // the letter of GDPR 6(1)
	Law       string         `json:"law,omitempty"`       // the rule behind a task or a duty of law: "D.Lgs. 65/2017"
	Condition gdpr.Provision `json:"condition,omitempty"` // for special categories of data: "GDPR 9(2)(g)"
	Interest  string         `json:"interest,omitempty"`  // the interest pursued, where legitimate interests are the basis
}

// Origin says where data come from that the data subject didn't give.
//
// Law: GDPR 14(2)(f).
type Origin struct {
	From   []string    `json:"from,omitempty"` // "Anagrafe nazionale"
	Public gdpr.Answer `json:"public"`         // is one of them a source that anyone can read?
}

// Method is the manner in which an office processes the data.
//
// Law: Regolamento 23(2); Web notice 5.
type Method struct {
	Office  string `json:"office,omitempty"` // "Ufficio scuola"; empty: the whole body
	Machine bool   `json:"machine"`          // by computer
	Paper   bool   `json:"paper"`
}

// Destination is a country outside the European Economic Area, or an
// international organisation, to which data go.
//
// Law: GDPR 13(1)(f); GDPR 14(1)(f).
type Destination struct {
	Where     string `json:"where,omitempty"`
	Safeguard string `json:"safeguard,omitempty"` // adequacy decision, model clauses, and where to get a copy
}

// Storage says how long data are kept: for a term, for as long as a law says,
// or by a criterion.
//
// Law: GDPR 13(2)(a); Regolamento 23(2); Web notice 4.
type Storage struct {
	What      string    `json:"what,omitempty"` // which data; empty: all
	Term      gdpr.Term `json:"term,omitzero"`
	From      string    `json:"from,omitempty"`      // the event from which the term runs: "fine dell'anno scolastico"
	Law       string    `json:"law,omitempty"`       // the rule that fixes the term
	Criterion string    `json:"criterion,omitempty"` // "fino alla fine del procedimento"
}

// definite reports whether s has a period, or the law that fixes one.
func (s Storage) definite() bool { return lasts(s.Term) || given(s.Law) }

// said reports whether s says anything on how long: "illimitata" or "per il tempo
// necessario" says nothing.
func (s Storage) said() bool { return s.definite() || !blank.Term(s.Criterion) }

// Supply says whether some data must be given, and what follows if they aren't.
//
// Law: GDPR 13(2)(e); Regolamento 23(2); Web notice 9.
type Supply struct {
	What        string     `json:"what,omitempty"` // which data; empty: all
	Obligation  Obligation `json:"obligation,omitempty"`
	Consequence string     `json:"consequence,omitempty"` // "il servizio non può essere reso"
}

// Rights are the rights that a notice names. Each counts by itself: that one is
// named says nothing of the others.
//
// Law: GDPR 13(2)(b); GDPR 13(2)(c); GDPR 13(2)(d); Regolamento 23(2); Web notice 10; Web notice 11.
type Rights struct {
	Access        bool `json:"access,omitempty"`
	Rectification bool `json:"rectification,omitempty"`
	Erasure       bool `json:"erasure,omitempty"`
	Restriction   bool `json:"restriction,omitempty"`
	Objection     bool `json:"objection,omitempty"`
	Portability   bool `json:"portability,omitempty"`
	Withdrawal    bool `json:"withdrawal,omitempty"` // of consent
	Complaint     bool `json:"complaint,omitempty"`  // to the Garante
}

// Section is text that the controller adds to what the law asks for.
//
// Law: Regolamento 23(3).
type Section struct {
	Title string `json:"title,omitempty"`
	Text  string `json:"text,omitempty"`
}

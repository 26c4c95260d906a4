package roles

import (
	"github.com/rickb777/date/v2"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// Organisation is who is who in a body on some day, and by which acts. People
// are listed once, in People, and named everywhere else by their ids; so are
// areas, sectors and processors. The zero value is a Comune that has done
// nothing yet: its check says what.
//
// Law: Regolamento 4(1); Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); GDPR 24(1).
type Organisation struct {
	Controller   Controller    `json:"controller"`
	People       []Person      `json:"people,omitempty"`
	Areas        []Area        `json:"areas,omitempty"`
	Managers     []Manager     `json:"managers,omitempty"`
	SubManagers  []SubManager  `json:"sub_managers,omitempty"`
	Staff        []Authorised  `json:"staff,omitempty"`
	Others       []Appointment `json:"others,omitempty"` // in roles of data protection beside these
	Processors   []Processor   `json:"processors,omitempty"`
	Arrangements []Arrangement `json:"arrangements,omitempty"`
	Officer      Officer       `json:"officer"`
	Adherences   []Adherence   `json:"adherences,omitempty"` // to codes of conduct and certifications
	Distribution Distribution  `json:"distribution"`
	Policy       Policy        `json:"policy,omitzero"`
}

// Person is a natural person, whatever the role.
type Person struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	PEC  string `json:"pec,omitempty"` // certified e-mail address
}

// Controller is the body itself (titolare del trattamento), which acts by its
// head in office, for a Comune the Mayor, or a delegate of his. No office, area or
// person of the body is a controller of its own.
//
// Law: Regolamento 4(1); Regolamento 4(2); Regolamento 4(3); GDPR 24(1); GDPR 37(1)(a); GDPR 37(1)(b); GDPR 37(1)(c).
type Controller struct {
	Name           string     `json:"name"`                     // "Comune di Roccasilvana"
	Head           string     `json:"head,omitempty"`           // the office that acts for the body: "il Rettore"; "" for the Mayor under the template
	Board          string     `json:"board,omitempty"`          // the board that resolves: "il Consiglio di amministrazione"; "" for the Giunta under the template
	Basis          string     `json:"basis,omitempty"`          // the body's own rule for designations: "l'articolo 12 del regolamento di Ateneo"
	Representative string     `json:"representative,omitempty"` // who is the head in office, by id
	Secretary      string     `json:"secretary,omitempty"`      // the Comune's secretary, by id
	Delegates      []Delegate `json:"delegates,omitempty"`
	Measures       string     `json:"measures,omitempty"`  // where the measures adopted can be shown: "D.G.C. 31/2026"
	Supervised     date.Date  `json:"supervised,omitzero"` // last check that the managers follow their instructions

	// Whether it must have an officer: see [Organisation.NeedsOfficer].
	Public    gdpr.Answer `json:"public,omitzero"`    // a public authority or body, courts in their judicial work apart; asked under [gdpr.UnionLaw] alone
	Monitors  gdpr.Answer `json:"monitors,omitzero"`  // its core activities are regular and systematic monitoring of people on a large scale
	Sensitive gdpr.Answer `json:"sensitive,omitzero"` // its core activities are large-scale processing of data of GDPR arts. 9 or 10
}

// Delegate is the person who may act in the Mayor's place, within the scope of the act.
//
// Law: Regolamento 4(1).
type Delegate struct {
	Person string `json:"person"`
	Act    Act    `json:"act"`
}

// Area is an organisational area of the Comune (area, settore), headed by one
// manager.
type Area struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Sectors []Sector `json:"sectors,omitempty"`
}

// Sector is a part of an area for which a sub-manager can be named. Its id is
// unique in the whole Comune.
type Sector struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Manager is the designation of the head of an area (responsabile interno del
// trattamento, in the municipal regulation's words). Who heads two areas has two
// designations.
//
// He isn't a processor in the sense of the GDPR, whatever the regulation calls
// him: a processor is someone other than the controller's own organisation. He
// is a designated person under the controller's authority.
//
// Law: Regolamento 5(1); Regolamento 5(2); Regolamento 5(3); Codice 2-quaterdecies(1); GDPR 29.
type Manager struct {
	Person      string      `json:"person"`
	Area        string      `json:"area"` // by id; without the template it can be ""
	Act         Act         `json:"act"`
	OfficeHead  gdpr.Answer `json:"office_head"` // head of office (titolare di posizione organizzativa, or dirigente), or the Secretary
	Knowledge   gdpr.Answer `json:"knowledge"`   // has the specialist knowledge
	Experience  gdpr.Answer `json:"experience"`
	Capacity    gdpr.Answer `json:"capacity"`
	Reliability gdpr.Answer `json:"reliability"`
	Published   Publication `json:"published,omitzero"`
}

// SubManager is the designation by a manager of the person who sees to a sector of his area.
//
// Law: Regolamento 6(1); Regolamento 6(2); Regolamento 6(3); Codice 2-quaterdecies(1).
type SubManager struct {
	Person       string      `json:"person"`
	Sector       string      `json:"sector"`
	Act          Act         `json:"act"`
	Confidential gdpr.Answer `json:"confidential"`          // bound to confidentiality
	Trained      gdpr.Answer `json:"trained"`               // has had training of his own
	Changed      date.Date   `json:"changed,omitzero"`      // last change or replacement, if any
	Communicated date.Date   `json:"communicated,omitzero"` // day on which the Mayor was last told
}

// Authorised is a member of the staff who processes personal data under the
// Comune's authority (autorizzato, once incaricato).
//
// Law: Codice 2-quaterdecies(2); GDPR 29; GDPR 32(4); Regolamento 5(4).
type Authorised struct {
	Person       string      `json:"person"`
	Area         string      `json:"area"` // by id; without the template it can be ""
	Act          Act         `json:"act"`
	Confidential gdpr.Answer `json:"confidential"`
	Trained      gdpr.Answer `json:"trained"`
}

// Processor is an outsider who processes data on the Comune's behalf
// (responsabile esterno), or for another processor.
//
// Law: Regolamento 7(1); Regolamento 7(2); GDPR 28(1); GDPR 28(2); GDPR 28(4); GDPR 28(10).
type Processor struct {
	ID         string        `json:"id"`
	Name       string        `json:"name"`
	EngagedBy  string        `json:"engaged_by,omitempty"` // id of the processor whose sub-processor this is; "" for the Comune's own
	Contract   Contract      `json:"contract"`             // with the Comune, or with the one that engaged it
	Guarantees gdpr.Answer   `json:"guarantees"`           // offers sufficient guarantees; knowledge, reliability, resources
	Decides    gdpr.Answer   `json:"decides"`              // decides purposes and means by itself
	Authorised Authorisation `json:"authorised,omitzero"`  // the Comune's leave, for a sub-processor
	Adherences []Adherence   `json:"adherences,omitempty"` // by which it can show its guarantees
}

// Authorisation is the Comune's prior written leave for a sub-processor:
// specific, or general with notice of each addition. The zero value is no leave.
//
// Law: GDPR 28(2).
type Authorisation struct {
	Date    date.Date `json:"date,omitzero"`     // day of the leave
	General bool      `json:"general,omitempty"` // given for any sub-processor, not for this one
	Told    date.Date `json:"told,omitzero"`     // day on which the Comune was told of this one, if the leave is general
}

// Publication is what is published of a person in Amministrazione trasparente.
// The zero value is nothing.
//
// Law: Regolamento 5(3); Regolamento 8(5); GDPR 37(7).
type Publication struct {
	On   date.Date `json:"on,omitzero"`
	Name string    `json:"name,omitempty"`
	PEC  string    `json:"pec,omitempty"`
	// Contact is how to reach an officer, if not by PEC: an e-mail address, a
	// telephone number. Without the template it is all that must be published.
	Contact string `json:"contact,omitempty"`
}

// Policy is whose law binds the body, and what its own rules set otherwise. The
// zero value is the template.
type Policy struct {
	// Regime is whose law binds the body.
	Regime gdpr.Regime `json:"regime,omitzero"`
	// SupervisionMonths is the longest time between two checks that the
	// managers follow their instructions, 6 if it is 0. The regulation says
	// "periodic" in art. 4 and gives one period, of six months, in art. 35; more
	// than a year is a warning, and read as a year.
	SupervisionMonths int `json:"supervision_months,omitempty"`
	// InternalOfficer says that the Comune's own rules allow an officer from
	// among its staff, as the GDPR does. The template wants an outsider; without
	// it nothing need be said here.
	InternalOfficer bool `json:"internal_officer,omitempty"`
	// ExOfficio says that the body's own rules make whoever heads an office a
	// designated person, without an act. The template wants an act.
	ExOfficio bool `json:"ex_officio,omitempty"`
	// Roles are the words that the body has for the roles, as in its own
	// regulation: {"manager": {"it": "Designato", "en": "Designated person"}}.
	// They are words only: what a role must have and do stays the same.
	Roles map[Role]gdpr.Text `json:"roles,omitempty"`
}

// Label returns the body's word for a role, or the library's.
//
// Law: Codice 2-quaterdecies(1).
func (p Policy) Label(r Role, tag language.Tag) string {
	if word := p.Roles[r].In(tag); !blank(word) {
		return word
	}
	return r.Label(tag)
}

// supervisionMost is the year that we read in "periodic".
const supervisionMost = 12

func (p Policy) supervisionMonths() int {
	if p.SupervisionMonths == 0 {
		return 6
	}
	return p.SupervisionMonths
}

package register

import "github.com/rickb777/date/v2"

// Register is the record of processing activities (registro delle attività di
// trattamento) of a Comune: who keeps it, what it does for itself, and what it
// does for others as their processor. A Comune that runs a service for a union
// of municipalities needs both parts; they may be one document.
//
// The zero value is an empty register, and [Check] says what it lacks.
//
// Law: Regolamento 16(1); Regolamento 16(2); GDPR 30(1); GDPR 30(2); GDPR 30(3).
type Register struct {
	Controller Party      `json:"controller"`           // the Comune
	Officer    Party      `json:"officer"`              // its data protection officer (RPD)
	Joint      []Party    `json:"joint,omitempty"`      // joint controllers (contitolari) that activities refer to
	Processors []Party    `json:"processors,omitempty"` // external processors (responsabili) that activities refer to
	Offices    []Office   `json:"offices,omitempty"`    // the offices, each with the manager through whom the register is kept
	Created    date.Date  `json:"created,omitzero"`
	Updated    date.Date  `json:"updated,omitzero"`   // last change
	Dating     Dating     `json:"dating,omitzero"`    // what proves the date of the last version
	Language   string     `json:"language,omitempty"` // in which its texts are written (BCP 47); none: Italian
	Activities []Activity `json:"activities,omitempty"`
	Services   []Service  `json:"services,omitempty"` // what the Comune does as a processor
}

// Party is somebody named in the register: a controller, a processor, the data
// protection officer. ID is what activities refer to.
//
// Law: Regolamento 16(2); GDPR 30(1)(a); GDPR 30(2)(a).
type Party struct {
	ID      string `json:"id,omitempty"` // unique in its list
	Name    string `json:"name"`
	Address string `json:"address,omitempty"`
	Email   string `json:"email,omitempty"`
	PEC     string `json:"pec,omitempty"` // certified mail
	Phone   string `json:"phone,omitempty"`
	Act     string `json:"act,omitempty"` // what binds it: the agreement of art. 26, the contract of art. 28, the designation of art. 37
}

// Office is an office of the Comune, with the manager (dirigente or head of
// area) who keeps its part of the register.
//
// Law: Regolamento 16(1).
type Office struct {
	Name    string `json:"name"` // unique in the register
	Manager string `json:"manager"`
}

// Dating is what gives a version of the register a certain date (data certa): a
// protocol number, a time stamp, a resolution. A date that the Comune wrote
// itself proves nothing to the authority.
//
// Law: GDPR 5(2); Regolamento 16(1).
type Dating struct {
	Date  date.Date `json:"date,omitzero"`
	Means string    `json:"means,omitempty"` // "protocol 1234/2026"
}

// Service is what the Comune does for one other controller as its processor.
//
// Law: GDPR 30(2)(a); GDPR 30(2)(b); GDPR 30(2)(c); GDPR 30(2)(d).
type Service struct {
	ID             string `json:"id"`         // unique among the services
	Controller     Party  `json:"controller"` // for whom; its Act is the contract of art. 28
	Representative Party  `json:"representative,omitzero"`
	Officer        Party  `json:"officer,omitzero"` // the controller's data protection officer, if it has one

	Processing  []string   `json:"processing,omitempty"` // categories of processing
	Abroad      Listed     `json:"abroad"`               // are data transferred to third countries?
	Transfers   []Transfer `json:"transfers,omitempty"`
	Measures    []string   `json:"measures,omitempty"` // general description of the security measures
	Subcontract []string   `json:"processors,omitempty"`
}

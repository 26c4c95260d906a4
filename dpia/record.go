package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Record is who took part in an assessment, of which version of the processing it
// is, and how the document came about: parts 0.1 to 0.5 of the EDPB's template of
// 2026 (version for consultation, not mandatory). Every field is optional; a field
// that isn't given isn't printed.
//
// Law: GDPR 5(2); GDPR 35(2); WP248 annex 2.
type Record struct {
	Offices   string      `json:"offices,omitempty"`   // the units in charge of the processing
	Contact   string      `json:"contact,omitempty"`   // the controller's seat or point of contact
	Officer   string      `json:"officer,omitempty"`   // the data protection officer
	Parties   []Party     `json:"parties,omitempty"`   // joint controllers, processors, their processors
	Version   string      `json:"version,omitempty"`   // of the processing
	Ends      string      `json:"ends,omitempty"`      // when the processing is to end, or on which condition
	Team      string      `json:"team,omitempty"`      // who worked on the assessment, and on what
	Evaluator string      `json:"evaluator,omitempty"` // who looked it over before it was approved
	Standards string      `json:"standards,omitempty"` // guidelines, standards and tools used
	Screening Facts       `json:"screening,omitzero"`  // the facts for which it was made: their reasons are printed
	Wished    string      `json:"wished,omitempty"`    // why it was made though not required: the officer, the persons, a standard
	LeftOut   string      `json:"left_out,omitempty"`  // what the assessment leaves out, and why
	Completed date.Date   `json:"completed,omitzero"`  // the day on which the document was ready
	Published gdpr.Answer `json:"published,omitzero"`  // is it published, or shared with others?
	How       string      `json:"how,omitempty"`       // where and with whom
	Log       []Edition   `json:"log,omitempty"`       // its versions, the oldest first
}

// Party is who else takes part in the processing, and what falls to it.
//
// Law: GDPR 26(1); GDPR 28(3); WP248 annex 2.
type Party struct {
	Name  string    `json:"name"`
	As    PartyKind `json:"as,omitzero"`
	Tasks string    `json:"tasks,omitempty"` // its duties, and the contract or arrangement
}

// PartyKind is what a party is for the processing. The zero value is not given.
//
// Law: GDPR 26(1); GDPR 28(1); GDPR 28(2).
type PartyKind uint8

// The kinds.
//
//words:label dpia.party
const (
	JointController PartyKind = iota + 1 // joint: decides purposes and means with the controller
	Processor                            // processor: processes for the controller
	SubProcessor                         // sub_processor: processes for a processor
)

// Edition is a version of the document.
//
// Law: GDPR 5(2); GDPR 35(11).
type Edition struct {
	Version string    `json:"version"`
	On      date.Date `json:"on,omitzero"`
	By      string    `json:"by,omitempty"`
	What    string    `json:"what,omitempty"` // what changed
}

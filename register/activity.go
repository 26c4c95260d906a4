package register

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Activity is one processing activity (trattamento) of the Comune.
//
// Law: Regolamento 16(2); GDPR 30(1).
type Activity struct {
	ID     string `json:"id"`     // unique among the activities, and stable: [Diff] goes by it
	Name   string `json:"name"`   // the kind of processing, as staff call it
	Office string `json:"office"` // the name of one of the register's offices

	Purposes  []Purpose `json:"purposes,omitempty"`
	Subjects  []string  `json:"subjects,omitempty"` // categories of data subjects: "residents"
	Data      []Data    `json:"data,omitempty"`     // categories of personal data
	Sources   []string  `json:"sources,omitempty"`  // where data not had from the person come from
	Retention Retention `json:"retention,omitzero"` // of all data that have none of their own

	Disclosed  Listed      `json:"disclosed"` // do the data go to anybody outside?
	Recipients []Recipient `json:"recipients,omitempty"`
	Processors []string    `json:"processors,omitempty"` // ids of the register's processors
	Joint      []string    `json:"joint,omitempty"`      // ids of the register's joint controllers
	Abroad     Listed      `json:"abroad"`               // are data transferred to third countries?
	Transfers  []Transfer  `json:"transfers,omitempty"`

	Measures   []string   `json:"measures,omitempty"` // general description of the security measures
	Principles Principles `json:"principles,omitzero"`
	Design     Design     `json:"design,omitzero"`

	Sector   Sector    `json:"sector,omitempty"`  // of substantial public interest, one of the regulation's nine
	Matter   Matter    `json:"matter,omitempty"`  // or another matter of the Code, where no sector covers what is done
	Norm     string    `json:"norm,omitempty"`    // the act that provides for the special or judicial data
	Special  Special   `json:"special,omitzero"`  // on what the special data rest
	Judicial Judicial  `json:"judicial,omitzero"` // on what the judicial data rest
	Matching Matching  `json:"matching,omitzero"` // whether they are matched with others
	DPIA     DPIA      `json:"dpia,omitzero"`     // what is known of the impact assessment
	Reviewed date.Date `json:"reviewed,omitzero"` // when somebody last held the entry against what is done
}

// Listed tells whether a list that may rightly be empty is meant to be: an empty
// list of recipients says nothing, with [gdpr.No] beside it that there are none.
type Listed = gdpr.Answer

// Kinds returns the kinds of data that the activity uses.
//
// Law: Regolamento 10(1); GDPR 30(1)(c).
func (a *Activity) Kinds() Kinds {
	var kinds Kinds
	for i := range a.Data {
		kinds |= KindSet(a.Data[i].Kind)
	}
	return kinds
}

// Data is a category of personal data.
//
// Law: Regolamento 16(2); GDPR 30(1)(c); GDPR 30(1)(f).
type Data struct {
	Text      string    `json:"text"` // "name and address"
	Kind      Kind      `json:"kind,omitempty"`
	Retention Retention `json:"retention,omitzero"` // where it differs from the activity's
}

// Recipient is a category of recipients, to whom data were or will be disclosed.
//
// Law: Regolamento 16(2); GDPR 30(1)(d).
type Recipient struct {
	Name    string `json:"name"`
	Country string `json:"country,omitempty"` // two letters (ISO 3166), where it isn't in Italy
}

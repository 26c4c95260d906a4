package dpia

import "github.com/b58db29f/gdpr"

// Description is the systematic description of the processing part by part, as
// annex 2 of WP248 and parts 1 and 2 of the EDPB's template have it. Each part is
// a text; the tables are for anyone who keeps the data, the uses and the phases one by
// one. [Assessment.Operations] is the description in short, and is always asked
// for.
//
// Law: GDPR 35(7)(a); GDPR recital 90; WP248 annex 2.
type Description struct {
	Nature           string      `json:"nature,omitempty"`
	Extent           string      `json:"extent,omitempty"`           // the scope: how many persons, data, for how long, where
	Context          string      `json:"context,omitempty"`          // relation to the persons, their expectations, state of the art
	Responsibilities string      `json:"responsibilities,omitempty"` // who answers for what
	Data             string      `json:"data,omitempty"`             // data, recipients and periods in words
	Lifecycle        string      `json:"lifecycle,omitempty"`        // how the data go, from collection to erasure
	Assets           string      `json:"assets,omitempty"`           // systems, networks, people, paper that the data rest on
	CrossBorder      gdpr.Answer `json:"cross_border,omitzero"`      // does it touch other Member States?
	Borders          string      `json:"borders,omitempty"`          // which, and how
	Abroad           gdpr.Answer `json:"abroad,omitzero"`            // do data go outside the EEA?
	Countries        string      `json:"countries,omitempty"`        // where, and with which safeguard
	Items            []Item      `json:"items,omitempty"`
	Uses             []Use       `json:"uses,omitempty"`
	Phases           []Phase     `json:"phases,omitempty"`
}

// Item is one kind of data: what it is, why it is needed, who gets it, how long it
// is kept, and how its quality is looked after.
//
// Law: GDPR 5(1)(c); GDPR 5(1)(d); GDPR 5(1)(e); GDPR 9(2); WP248 annex 2.
type Item struct {
	What       string      `json:"what"`
	Persons    string      `json:"persons,omitempty"`    // whose
	Special    gdpr.Answer `json:"special,omitzero"`     // of art. 9 or 10?
	Exception  string      `json:"exception,omitempty"`  // the condition of art. 9(2) or 10, and why it is met
	Need       string      `json:"need,omitempty"`       // why it can't be done without
	Recipients string      `json:"recipients,omitempty"` // who gets it, and why
	Retention  string      `json:"retention,omitempty"`  // how long, and why
	Quality    string      `json:"quality,omitempty"`    // how it is kept exact, and by which measure one sees it
}

// Use is one purpose, or one further use, of the data.
//
// Law: GDPR 5(1)(b); GDPR 6(1); GDPR 6(4).
type Use struct {
	Purpose string      `json:"purpose"`
	Further gdpr.Answer `json:"further,omitzero"` // another use than that for which the data were collected?
	Data    string      `json:"data,omitempty"`   // which data, and why
	Basis   string      `json:"basis,omitempty"`  // the basis in law
	Why     string      `json:"why,omitempty"`    // why it is met; for a further use, why it is compatible
}

// Phase is one step of the processing, and what it rests on.
//
// Law: GDPR 35(7)(a); WP248 annex 2.
type Phase struct {
	Name       string `json:"name"`
	Operations string `json:"operations,omitempty"` // collection, use, storage, sharing, transfer, erasure
	Assets     string `json:"assets,omitempty"`
	How        string `json:"how,omitempty"`
}

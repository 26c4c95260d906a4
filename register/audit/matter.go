package audit

import (
	"iter"
)

// Matter is one of the nine that are checked every six months. The zero value is
// not given.
//
// Law: Regolamento 35(1).
type Matter uint8

// The nine matters, in the order of the regulation.
//
//words:label audit.matter
const (
	Electronic        Matter = iota + 1 // electronic: use of electronic tools: passwords, accesses, sensitive data
	Paper                               // paper: use of paper archives, sensitive data above all
	Training                            // training: training of staff, by what they do
	Minimisation                        // minimisation: minimisation, accuracy, periods of keeping
	Breaches                            // breaches: after a breach, measures against its effects
	Rights                              // rights: requests, objections and complaints of data subjects
	Notices                             // notices: notices up to date and fit for each office
	Publications                        // publications: web: notice board and transparency, with their periods
	VideoSurveillance                   // video_surveillance: measures on video surveillance
)

// Matters yields the nine in their order.
//
// Law: Regolamento 35(1).
func Matters() iter.Seq[Matter] {
	return Matter(0).Values()
}

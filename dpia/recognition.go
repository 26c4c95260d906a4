package dpia

import (
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Recognition is video surveillance that recognises faces: what decides whether
// Italian law suspended it. The zero value knows nothing.
//
// Law: D.L. 139/2021 9(9); D.L. 51/2023 8-ter.
type Recognition struct {
	Regime     gdpr.Regime `json:"regime,omitzero"`
	Faces      gdpr.Answer `json:"faces"`       // does it recognise people by their faces, or other biometric data?
	OpenPlace  gdpr.Answer `json:"open_place"`  // in a public place, or one open to the public?
	Prevention gdpr.Answer `json:"prevention"`  // used by an authority to prevent or pursue crimes, under D.Lgs. 51/2018?
	Favourable gdpr.Answer `json:"favourable"`  // did the Garante give a favourable opinion on that use?
	On         date.Date   `json:"on,omitzero"` // the day whose law is asked; 0: [gdpr.LawAsOf]
}

// Suspended tells whether the system and its use are suspended on the day, for
// public authorities and private parties alike: faces recognised in a public or
// open place, but for the prevention of crimes with the Garante's favourable
// opinion. From 8 December 2021 to 31 December 2025 the law says so. After that
// day no prolongation was found, and the answer for what was suspended is
// [gdpr.Unknown]: ask, and hold to GDPR 9 and to the prohibitions of the AI Act.
// Where the suspension never applied the answer is [gdpr.No].
//
// An infringement is under the tier of GDPR 83(4) (Codice 166(1)).
//
// Law: D.L. 139/2021 9(9); D.L. 51/2023 8-ter; GDPR 9(1); AI Act 5.
func (r Recognition) Suspended() gdpr.Answer {
	on := r.On
	if on == 0 {
		on = gdpr.LawAsOf()
	}
	if !r.Regime.Has(gdpr.ItalianLaw) || on < suspendedFrom {
		return gdpr.No
	}
	caught := gdpr.All(r.Faces, r.OpenPlace, r.Prevention.And(r.Favourable).Not())
	if on > suspendedUntil && caught == gdpr.Yes {
		return gdpr.Unknown
	}
	return caught
}

var (
	suspendedFrom  = date.New(2021, time.December, 8)
	suspendedUntil = date.New(2025, time.December, 31)
)

// Deployment is the use of a high-risk system of artificial intelligence (annex
// III of the AI Act) by a body. The zero value knows nothing.
//
// Law: AI Act 26(9); AI Act 27.
type Deployment struct {
	HighRisk gdpr.Answer `json:"high_risk"`   // is the system of high risk, by annex III?
	Public   gdpr.Answer `json:"public"`      // is the deployer a public body, or a private one that gives public services?
	On       date.Date   `json:"on,omitzero"` // the day whose law is asked; 0: [gdpr.LawAsOf]
}

// RightsAssessment tells whether the deployer owes an assessment of the impact on
// fundamental rights before the first use, which completes the one of data
// protection: from 2 December 2027. Before that day nobody owes it. The articles
// were read in secondary sources; systems of public authorities already in use
// have until 2 August 2030.
//
// Law: AI Act 26(9); AI Act 27; GDPR 35(1).
func (d Deployment) RightsAssessment() gdpr.Answer {
	on := d.On
	if on == 0 {
		on = gdpr.LawAsOf()
	}
	if on < rightsFrom {
		return gdpr.No
	}
	return d.HighRisk.And(d.Public)
}

var rightsFrom = date.New(2027, time.December, 2)

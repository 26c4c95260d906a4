package dpia

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Guarantee is how the processing keeps one principle, right or duty: the measures
// that the controller takes anyway, before it looks at single risks.
//
// Law: GDPR 35(7)(b); GDPR 35(7)(d); GDPR recital 90; WP248 annex 2.
type Guarantee struct {
	Topic    Topic    `json:"topic"`
	Measures string   `json:"measures,omitempty"` // what is done
	Effect   string   `json:"effect,omitempty"`   // why it is fit, and works
	State    Progress `json:"state,omitzero"`
}

// Topic is what a guarantee is about. The zero value is not given.
//
// Law: GDPR 5(1); GDPR 5(2); GDPR 25(1); GDPR 32(1); WP248 annex 2.
type Topic uint8

// The topics: the principles, the rights, the other duties. The EDPB's template
// has them all save lawfulness, which it asks for use by use.
//
//words:label dpia.topic
const (
	Lawfulness           Topic = iota + 1 // lawfulness: on which basis in law
	Fairness                              // fairness: nobody is misled or treated unjustly
	Transparency                          // transparency: people can see what is done
	PurposeLimitation                     // purpose_limitation: specified, explicit, legitimate purposes
	Minimisation                          // minimisation: no more data than needed
	Accuracy                              // accuracy: exact and up to date
	StorageLimitation                     // storage_limitation: no longer than needed
	Integrity                             // integrity: whole and confidential
	Accountability                        // accountability: it can be shown
	Information                           // information: how people are told
	AccessPortability                     // access_portability: how they see and take along their data
	RectificationErasure                  // rectification_erasure: how data are corrected and erased
	ObjectionRestriction                  // objection_restriction: how they object, and have processing restricted
	HumanDecision                         // human_decision: no decision by automation alone
	Consent                               // consent: how it is asked for and withdrawn
	Processors                            // processors: the contract with each
	Transfers                             // transfers: what protects data outside the EEA
	ByDesign                              // by_design: data protection by design and by default
	Security                              // security: measures of security
)

// Progress is how far a measure has come. The zero value is not given.
//
// Law: GDPR 35(7)(d).
type Progress uint8

// The states.
//
//words:label dpia.progress
const (
	Planned       Progress = iota + 1 // planned: not begun, or not in use
	PartlyInPlace                     // partly_in_place: a part of it is in use
	InPlace                           // in_place: in use
)

// annex2 are the topics that annex 2 of WP248 wants treated in every assessment.
var annex2 = [...]Topic{
	Lawfulness, PurposeLimitation, Minimisation, StorageLimitation, Information,
	AccessPortability, RectificationErasure, ObjectionRestriction, Processors, Transfers,
}

// Untreated yields the topics of annex 2 of WP248 on which the assessment has no
// guarantee with measures: lawfulness, purposes, minimisation, storage,
// information, the rights, processors, transfers. One that doesn't arise says so
// ("nessun trasferimento").
//
// Law: GDPR 35(7)(b); WP248 annex 2.
func (a Assessment) Untreated() iter.Seq[Topic] {
	return func(yield func(Topic) bool) {
		for _, t := range annex2 {
			if a.guarantee(t).Measures == "" && !yield(t) {
				return
			}
		}
	}
}

// guarantee returns the guarantee on a topic, with no measures if they are blank.
func (a *Assessment) guarantee(t Topic) Guarantee {
	for _, g := range a.Guarantees {
		if g.Topic == t && !blank(g.Measures) {
			return g
		}
	}
	return Guarantee{Topic: t}
}

// The finding on guarantees.
const CodeGuarantees gdpr.Code = "dpia.guarantees" // advice: of the ten topics of annex 2 of WP248, without measures: …

var rowGuarantees = find.Advice(CodeGuarantees, "WP248 annex 2")

func (a *Assessment) checkGuarantees(c *find.Collector) {
	n := 0
	for range a.Untreated() {
		n++
	}
	if n > 0 {
		c.Add(rowGuarantees, "guarantees", n)
	}
}

package informativa

import (
	"iter"
)

// Element is a piece of information that a notice gives, or lacks. The zero
// value is no element. Their words ("right_access") are those by which corpora
// of labelled notices call them.
//
// Whether an element is there says nothing of whether it is true or enough:
// that is for [Notice.Check] and for people.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
type Element uint8

// The elements, in the order of articles 13 and 14, then those of the notice
// on the web.
//
//words:label informativa.element
const (
	// Controller is the name of who decides why and how data are processed.
	Controller Element = iota + 1 // controller
	// ControllerContact is an address, mailbox, telephone or form of the
	// controller, or for questions of privacy; the data protection officer's
	// alone isn't one.
	ControllerContact // controller_contact
	// DPO is a way to reach the data protection officer; that there is one
	// isn't enough.
	DPO // dpo
	// Purposes says for what data are processed, in words that tell one
	// purpose from another.
	Purposes // purposes
	// LegalBasis says on what ground the processing is lawful.
	LegalBasis // legal_basis
	// DataCategories says which kinds of data are processed.
	DataCategories // data_categories
	// Source says that data come from elsewhere than the person.
	Source // source
	// Recipients says to whom data may be disclosed, or that they aren't.
	Recipients // recipients
	// Transfers says whether data leave the European Union.
	Transfers // transfers
	// Retention says how long data are kept, or by what criterion.
	Retention // retention
	// RetentionPeriod gives a definite period, or the rule that fixes it.
	RetentionPeriod // retention_period
	// RightAccess names the right to know whether data exist and to have them.
	RightAccess // right_access
	// RightRectification names the right to have data corrected or completed.
	RightRectification // right_rectification
	// RightErasure names the right to have data erased.
	RightErasure // right_erasure
	// RightRestriction names the right to have the processing restricted.
	RightRestriction // right_restriction
	// RightObjection names the right to object to the processing.
	RightObjection // right_objection
	// RightPortability names the right to take data elsewhere.
	RightPortability // right_portability
	// ConsentWithdrawal says that consent can be withdrawn.
	ConsentWithdrawal // consent_withdrawal
	// Complaint says that one can complain to the supervisory authority.
	Complaint // complaint
	// Exercise says how, or to whom, one writes to use the rights.
	Exercise // exercise
	// Provision says whether one must give the data.
	Provision // provision
	// Consequences says what follows if one doesn't.
	Consequences // consequences
	// AutomatedDecision says whether machines decide or profiles are made.
	AutomatedDecision // automated_decision
	// Methods says with what means data are processed.
	Methods // methods
	// Security says that measures protect the data.
	Security // security
	// BrowsingData describes what is collected while one browses.
	BrowsingData // browsing_data
	// Cookies describes their use, or says that there are none.
	Cookies // cookies
	// Norm cites the Regulation under which the notice is given.
	Norm // norm
)

// Elements yields every element, in their order.
//
// Law: Regolamento 23(2); GDPR 13(1); GDPR 13(2); GDPR 14(1); GDPR 14(2).
func Elements() iter.Seq[Element] {
	return Element(0).Values()
}

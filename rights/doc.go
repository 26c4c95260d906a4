// Package rights encodes the rights of data subjects against an Italian Comune:
// whether a right applies, when the reply is due, what it must say and what
// follows, consent, and the complaint to the Garante.
//
// It begins with a request, as the Comune records it:
//
//	r := rights.Request{
//		Right:    rights.ToAccess,
//		Received: date.New(2026, time.January, 31),
//	}
//	t, err := r.Timeline(rights.Policy{}, gdpr.Italy())
//	t.Reply.Due                    // 2026-03-02: the last lawful day
//	t.Reply.Safe                   // 2026-02-28: show this one to the clerk
//	t.Reply.Provision              // GDPR 12(3): the rule that ends first
//	t.Status(today).Days           // what is left of it, in days
//	fs, err := r.Check(today, rights.Policy{}, gdpr.Italy())
//
// Whether the right applies is a question of its own, with facts of its own for
// each right. What nobody knows yet stays [gdpr.Unknown], and the decision tells
// what to ask:
//
//	d := rights.Erasure{Unneeded: gdpr.Yes}.Decide()
//	d.Outcome                      // unknown
//	for q := range d.Missing() { … // is the processing necessary for a legal obligation, …?
//
// The package decides from facts and dates alone: it has no clock, and the day
// of receipt is always told to it.
//
// # Overview
//
//	Request            timeline, status, check, form of the reply
//	Standing           who may use a right, for the dead too
//	Identity, Abuse    may the Comune ask who it is, refuse, ask a fee
//	Fee                what a reply costs
//	Access, Rectification, Erasure, Restriction, Portability,
//	Objection, AutomatedDecision
//	                   does the right apply
//	AccessReply, Refusal, Communication
//	                   what a letter must say
//	FollowUp           who else must be told, and what must stop
//	Purpose, Consent   is consent needed, is it proven, does it hold
//	Remedy, Complaint  the way to the Garante, and its terms
//
// # Words
//
//	accesso                            access
//	rettifica, integrazione            rectification, completion
//	cancellazione                      erasure
//	limitazione                        restriction
//	portabilità                        portability
//	opposizione                        objection
//	revoca del consenso                withdrawal of consent
//	riscontro                          reply
//	proroga                            extension
//	sospensione                        pause
//	responsabile, sub-responsabile     manager, sub-manager: the heads of the
//	                                   offices, whom the regulation calls as the
//	                                   GDPR calls processors
//	interessato                        data subject
//	reclamo                            complaint
//	Garante                            the Italian data protection authority
//
// # Where the law is disputed
//
// Two rules at once. The municipal regulation gives 30 days, the GDPR one month.
// The Comune is bound by both, so the one that ends first binds; both are shown.
//
// The extension. It makes three months from the receipt, counted at once, not
// one month and then two: only Safe counts the chain. By the regulation it is
// two months from the end of the 30 days. It has effect once, if its notice is
// in time and gives reasons.
//
// Weekends and holidays. A term that ends on one moves to the next working day,
// as the European guidelines and most courts hold; some authorities state the
// day before the moving. Due moves, Safe never does.
//
// Pauses. The clock stops from the question to a sufficient answer, and then
// goes on, as the Berlin and the Irish authorities count it; the British one
// starts the month anew. While it stands still nothing is late. The days are
// added to the end of the term, and then the end moves off a holiday; Safe has
// the reading that puts off the start. Only a question put without undue delay
// counts, and while nobody says so it doesn't. The guidelines allow the pause
// for clarification for access; for another right it counts, with a warning. A
// question put when the days have run out, on a last day that moved, adds
// nothing: prudent, since nobody has decided it.
//
// The terms of the Garante in the Italian code. Whether they move off a
// Saturday is disputed; see [Complaint.Proceedings].
//
// # Where the municipal regulation yields to the GDPR
//
// It has three grounds for erasure of six and no exception, three cases of
// restriction of four, asks for writing where the GDPR asks for no form, lets
// managers ask for identification without doubts, and tells recipients of less.
// Two of its commas are numbered 17(4); the second is cited as 17(4bis). Its
// comma 2(3) looks for the rights in the wrong title, and 25(2) cites the wrong
// comma of article 1. Where it is weaker the GDPR binds, and both are cited.
//
// # Changes to come
//
// The Commission's proposal of November 2025 for a digital omnibus would let a
// controller refuse requests for access that are made for other ends than data
// protection, and change the rule on automated decisions: see [Abuse] and
// [AutomatedDecision]. Reg. (EU) 2025/2518 sets the procedure of complaints that
// cross borders, for those lodged after 2 April 2027: it would add to
// [Proceedings]. Neither is in this package.
//
// # JSON
//
// All facts, requests, timelines and states are written and read as JSON. Read
// what people typed with [gdpr.Decode]: package encoding/json by itself passes
// over unknown fields, and takes the impossible date 2026-02-30 for 2 March.
package rights

// Package rights encodes the rights of data subjects against an Italian Comune,
// or any other body: whether a right applies, when the reply is due, what it must
// say and what follows, consent, the complaint to the Garante and what the body
// faces there; and it writes the letters.
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
//	Request, Requests  timeline, status, check, form of the reply; letters with
//	                   several rights, requests that end otherwise
//	Standing           who may use a right: minors, agents, the dead
//	Identity, Identifiable, Abuse
//	                   may the body ask who it is, say that it can't tell, refuse
//	Fee                what a reply costs
//	Access, Rectification, Erasure, Restriction, Portability,
//	Objection, AutomatedDecision
//	                   does the right apply
//	Limit              how far, where Codice 2-undecies stands against it
//	AccessReply, Refusal, Communication, Safeguards
//	                   what a letter must say, what must be in place
//	Letter             the letters themselves, in Italian and English
//	FollowUp           who else must be told, and what must stop
//	Purpose, Consent   is consent needed, is it proven, does it hold
//	FurtherUse, Sharing
//	                   may data serve another purpose, or go to another body
//	Remedy, Complaint  the ways to the Garante and to court, and their terms
//	Inquiry            the body before the Garante: answers, defences, appeal
//	Triage, Door       which "access" is this: GDPR, documents, civic, councillors
//	CivicAccess, DocumentAccess, Ombudsman
//	                   the terms of those that aren't the GDPR's
//	Police             the border of D.Lgs. 51/2018, and that of criminal procedure
//
// Where the answer depends on whose law binds the body, the facts have a field
// Regime; its zero value is the template's.
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
// The terms of the Garante in the Italian code, and those of access to documents,
// are Italian: a Saturday doesn't move them. It moves those before a court, which
// stand still from 1 to 31 August. Some count the former as European ones,
// which ends never earlier.
//
// A score that another draws on. The Court of Justice held it to be the decision
// where a third party uses it for a contract; for anything else, such as a
// benefit, the decision stays open until somebody answers for the analogy (see
// [AutomatedDecision]).
//
// Minors. No provision says when a minor uses the rights alone. Whoever may
// consent alone to a processing may see to it alone: see [Standing]. For consents
// that no rule gives to minors, the lack of the parents is a warning.
//
// Half of the fine. Whether its term stands still in August as the appeal's does
// is not settled; the earlier day is given (see [Inquiry.Steps]).
//
// Direct marketing and Codice 2-undecies. The comma names all rights of articles
// 15 to 22; article 21(3) knows no exception, and no interest of the comma could
// be prejudiced by the end of advertising: the objection holds.
//
// # Where the municipal regulation yields to the GDPR
//
// It has three grounds for erasure of six and no exception, three cases of
// restriction of four, asks for writing where the GDPR asks for no form, lets
// managers ask for identification without doubts, and tells recipients of less.
// Its comma 21(2) reads as if legal claims let the person object, where they let
// the controller go on; 17(3) has the month for the notice of an extension run
// from the request ("dall'istanza") and not from its receipt, and knows no
// extension for the number of requests. Two of its commas are numbered 17(4); the
// second is cited as 17(4bis). Its comma 2(3) looks for the rights in the wrong
// title, and 25(2) cites the wrong comma of article 1. Where it is weaker the
// GDPR binds, and both are cited; where it gives the person more, it binds under
// the template's regime.
//
// # Changes to come
//
// The Commission's proposal of November 2025 for a digital omnibus, which isn't
// law, would change the rules on abusive requests and on automated decisions. On
// the first the Court of Justice has spoken in the meantime: see [Abuse]. Reg.
// (EU) 2025/2518 sets the procedure of complaints that cross borders, for those
// lodged after 2 April 2027; the public tasks of a public body are outside of it,
// since the authority of its State alone is competent for them (GDPR 55(2)).
//
// What couldn't be read in an official text isn't here as law: the Garante's
// regulations 1/2019 and 2/2019 on its own procedure, with the order to turn to
// the controller first (an advice in [Complaint.Check]), and articles 10 and 23 of
// D.Lgs. 51/2018. Nor are the rules of criminal procedure, by which rights are used
// in judicial acts and investigations (see [Police.ByProcedure]).
//
// # JSON
//
// All facts, requests, timelines and states are written and read as JSON. Read
// what people typed with [gdpr.Decode]: package encoding/json by itself passes
// over unknown fields, and takes the impossible date 2026-02-30 for 2 March.
package rights

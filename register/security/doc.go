// Package security holds the measures of a Comune against the list of its
// regulation (arts. 30 to 32) and of GDPR art. 32: which are in place, since when,
// which are missing; what a credential needs on a day; what an installer has put
// in writing.
//
//	list := security.Checklist{Video: gdpr.Yes, Paper: gdpr.Yes, Entries: []security.Entry{
//		{Measure: security.Firewall, State: security.Adopted, Since: since, Evidence: "D.G.C. 31/2026"},
//	}}
//	findings, err := list.Check(today, security.Policy{}, gdpr.Italy())
//
//	status, err := credential.Status(today, security.Policy{})
//	status.Condition    // security.Outdated
//	status.Change.Due   // the day by which it had to be changed
//
// The regulation's list is a floor. GDPR art. 32 asks for what is appropriate to
// the risk, which can be more and is never less; two things that it names and the
// regulation doesn't, encryption and regular testing, are in the list as doubts
// where they are missing.
//
// # Where practice has moved on
//
// The list comes from the technical annex of the Italian Code before 2018. NIST
// SP 800-63B, revision 4, wants fifteen characters where the password is the only
// factor and eight beside a second one, no rules on which characters, no
// periodic change, a change after a compromise, and a check against known
// passwords. The Italian cybersecurity agency (ACN) and the Garante wrote
// guidelines in 2023 on how passwords are stored. Here that is advice on top of
// the regulation: length is advised ([Check]), and the change every six months
// stays due under the template, because the regulation says so and nobody but the
// Comune's council can take it away. A body that hasn't adopted it chooses its
// measures by the risk: see [Policy]. Intervals end when they end: a machine locks
// on a Sunday.
//
// # Staff watched from afar
//
// [Tool] holds cameras, logs and trackers against art. 4 of the Workers' Statute
// (L. 300/1970), which the Codice leaves as it is.
//
// # Disputed and unclear
//
//   - "The most that the tool allows" is a lower bound only where the tool allows
//     fewer than eight characters.
//   - Half a year of disuse counts from the last use, or from the issue for a
//     credential that was never used.
//   - Art. 15(3) of the regulation sends to art. 33 for the measures on video
//     data; they are in art. 32.
//   - The video measures on operators, recordings and networks are conditional in
//     the text: they may be excluded, with the reason.
//
// The transposition of NIS 2 (D.Lgs. 138/2024) can bind larger Comuni to more; it
// isn't in here. No pending change of the law that would touch these rules is
// known as of [gdpr.LawAsOf].
//
// # Terms
//
//	misure minime di sicurezza              Measure, Checklist
//	codice identificativo, parola chiave    Credential
//	perdita della qualità                   Lost: the person no longer has the role
//	mancato utilizzo                        Disused
//	dichiarazione dell'installatore         Installation
//	angolo visuale, ingrandimento           CameraAngle, CameraDetail
package security

// Package register holds the record of processing activities of a Comune (the
// registro delle attività di trattamento) and what follows from its entries:
// whether special and judicial data may be processed, what may be published, how
// and for how long.
//
// # How to begin
//
//	r, err := register.Parse(data)            // or a Register that the host fills
//	fmt.Println(register.Check(r, today))     // what is wrong with it, by field
//	for _, s := range r.Sheets(language.Italian) {
//		// write each sheet as CSV or as a sheet of a workbook
//	}
//	changes := register.Diff(lastYear, r)     // the history that accountability asks for
//
// and of a single question:
//
//	d := register.Datum{Kind: register.Health, Duty: gdpr.Yes}.Publish()
//	d.Outcome                                 // register.Forbidden
//	for reason := range d.Reasons() { … }
//
// # What there is
//
//   - [Register], [Activity], [Service]: the record, for the Comune as a controller
//     and as a processor. [Check] holds it against the regulation's nine contents,
//     GDPR 30 and the Garante's eight columns, each field under a code of its own,
//     and against what follows: special data without a condition, a high risk
//     without an impact assessment, a reference to nothing. [Register.CheckRoles]
//     holds its names against the Comune's organisation.
//   - [Special], [Judicial], [Matching], [Use]: decisions on special and judicial
//     data, by three-valued facts.
//   - [Datum], [Disclosure], [Publication], [Site]: what may be published or shown,
//     whether it may be indexed, and until when.
//   - [Register.Sheets], [Register.JSON], [Register.JSONLD], [Parse]: the whole
//     register in one call, as tables, as versioned JSON, as linked data.
//   - [Diff], [Summarize]: what changed, and how much there is of what.
//
// How long data are kept otherwise, the security measures and the audits are in
// the packages retention, security and audit below this one. What the register
// says of retention becomes a schedule there by [Register.Rules].
//
// # Where the law is disputed, or the regulation falls short
//
//   - The regulation lists six conditions for special data and leaves out four of
//     the GDPR's. Three of these can be a Comune's: with them the outcome is
//     [Unlisted], lawful, and a warning to complete the list.
//   - It puts judicial data among the special ones. The GDPR does not, and neither
//     does the library: see [Judicial].
//   - Its nine sectors name fields and no more. The Code wants an act that tells
//     the data, the operations, the reason and the safeguards: see [Norm]. Schools,
//     archives, civil protection and the like are in no sector: see [Matter].
//   - It bans the dissemination of health data; the Code bans that of genetic and
//     biometric data too, and the Code is followed.
//   - It drops GDPR 30's "where possible" for retention and measures. Their lack is
//     a warning, not a violation.
//   - It forgets joint controllers, the processor's register and recipients in
//     third countries; the GDPR's list is checked with it.
//   - The fifteen days on the notice board count the first day; who counts from the
//     next has [Period].Safe. Their documents are not indexed, although the
//     regulation speaks of indexing without telling the two places apart.
//   - Video data get the measures of art. 32 of the regulation, not of art. 33 as
//     its art. 15(3) says by mistake.
//
// # Pending changes of law
//
// A proposal of the Commission of 2025 would raise the number of staff from which
// a record is owed; a Comune's processing isn't occasional, and its duty stays.
// The general revision of the GDPR that is pending would add one European list of
// processing that needs an impact assessment, which would change package dpia.
//
// # Terms
//
//	registro dei trattamenti        Register
//	trattamento                     Activity
//	titolare, contitolare           Register.Controller, Register.Joint
//	responsabile del trattamento    Register.Processors
//	RPD                             Register.Officer
//	dati particolari                Kind.Special
//	dati giudiziari                 Criminal
//	raffronto, interconnessione     Matching
//	inutilizzabilità                Use
//	interesse pubblico rilevante    Sector, Matter
//	data certa                      Dating
//	Amministrazione trasparente     TransparencySection
//	albo pretorio                   NoticeBoard
//	oscuramento                     Forbidden, of a Datum or a Disclosure
package register

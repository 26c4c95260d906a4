// Package gdpr is the vocabulary of a library that encodes, as pure functions,
// the data-protection regulation of an Italian municipality (Comune), the GDPR
// and the Italian law around it: answers that may be unknown, citations, findings,
// calendars, terms and deadlines. The rules themselves are in the packages below
// it:
//
//	regolamento  the commas of the template as data, and the glossary
//	rights       requests of data subjects, consent, complaints
//	breach       assessment, 72 hours, notification, communication, register of breaches
//	dpia         screening, assessment, prior consultation
//	register     records of processing, special data, publication; retention, security, audit
//	informativa  notices: when, what, in what form; reading real ones; video signs; writing
//	roles        controller, managers, processors, data protection officer, liability
//	wire         all of it by name, JSON in and JSON out
//
// # Promises
//
// Every function is pure: no clock, no environment, no files, no network. Days
// and instants come in as arguments, results are values. Nothing panics. A fact
// that nobody has given is [Unknown], which is not [No]; a decision that would
// need it says "undetermined" and names it. What has no meaning is an
// [*InputError] with the field, the value and the reason; what a document lacks
// is a [Finding] with the provisions that ask for it. Every rule cites its law in
// a paragraph "Law:" at the end of its doc comment, and PROVISIONS.md lists which
// symbol encodes which comma.
//
// This is not legal advice. The library tells what the texts say of the facts it
// is given, on the readings stated in its docs; who decides is the controller,
// with the opinion of the data protection officer.
//
// # Terms and deadlines
//
// A [Term] is counted from an event with a [Calendar] and gives a [Deadline]:
//
//	d, err := gdpr.Term{N: 1, Unit: gdpr.Months}.After(received, gdpr.Italy())
//	d.Due     // the last lawful day
//	d.Safe    // the earliest last day on any defensible reading: show this one to the clerk
//	d.Steps   // clamped to the month's end, rolled off a holiday, ...
//
// Terms follow Regulation 1182/71, which rules the terms of all European acts:
// the day of the event isn't counted; a month ends on the day of the event's
// number, or on the last one if the month is too short; the last day moves off
// Saturdays, Sundays and public holidays; hours run without a stop. Terms that
// Italian law sets are counted by the Civil Code, where a Saturday is a working day,
// or as before a court: a [Term] tells which, see [Counting]. Dates are those of
// github.com/rickb777/date/v2, but its month arithmetic and its parsing normalise
// (31 January plus a month is 3 March), so use [Term], [NewDate] and [ParseDate]
// instead.
//
// # Storing
//
// [Answer], every enumeration, [Term], [Steps], [Provision], [Code], [Finding],
// [Findings], [Deadline] and [HourDeadline] are columns of database/sql as they
// are: they have Scan and Value. Any other value, and any date, goes through
// [Column]:
//
//	row.Scan(&facts.LargeScale, &r.Right, gdpr.Column(&r.Received), gdpr.Column(&r.Pauses))
//
// Nothing that doesn't fit is taken for something else: it is an [*InputError],
// and the value is as it was.
//
//   - An answer is a boolean: null is [Unknown], which is not false. Reading takes
//     the numbers 0 and 1 too, as SQLite gives them, and words; 2 is an error, not a
//     yes.
//   - An enumeration is its word in a column of text; null is the zero value. A
//     number is an error: it would change its meaning with the order of constants.
//   - Terms, deadlines, findings and documents are JSON in a column of text, JSON or
//     JSONB, and are read back by [Decode], which refuses what it doesn't know.
//   - A date goes through [Column], not through the date library's own Scan: that
//     one keeps the date of the row before where the column is null, reads
//     2026-02-30 as 2 March, and writes the zero date as 0001-01-01, so that "where
//     replied is null" finds nothing. Column writes null, and refuses days that
//     don't exist.
//   - The day of an instant depends on the place. Store instants with their offset,
//     and take the day in Rome, date.NewAt(t.In(rome)): half past midnight in Rome is
//     the day before in Greenwich, where many drivers count. Column refuses to read a
//     date from an instant that isn't midnight.
//
// The words of enumerations, the names of JSON fields and the codes are stable:
// what was stored is still read by later versions.
//
// # Whose law
//
// Most bodies have not adopted the template. A host names once, as a [Regime],
// which layers of law bind the body: the template with all that follows (the zero
// value), Italian law of public bodies, Italian law of everybody, the GDPR alone.
// Every deadline, outcome, reason, finding, letter and deed follows it, and cites
// nothing that doesn't bind. What a body has ruled for itself is cited as its own:
// "Own 16(3)".
//
// # Which law
//
// [LawAsOf] is the day up to which the law was read. Two changes are proposed and
// not law: 96 hours instead of 72 for the notification of a breach, for high risk
// alone, and one European list of processing that needs an impact assessment
// (COM(2025) 837). A rule that changes with time does so by the date in its
// input: 4 October is a holiday from 2026 on.
//
// # Flaws of the municipal regulation
//
// The regulation (see the package regolamento) is a template from 2018, and where it is
// weaker than the GDPR, the GDPR binds and results cite both. The library reads
// its flaws so:
//
//   - Three titles are numbered VI, and two commas of art. 17 are numbered 4: the
//     second one is 17(4bis) here.
//   - The index lists arts. 43-47 that the body lacks; art. 43 of the body is the
//     entry into force.
//   - Cross-references go astray: 2(3) sends to Title V for the rights, which are in
//     Title IV; 5(4) sends to art. 38 for the communication to the subjects, which
//     is art. 39, and to art. 30 for security and assessment, which are arts. 26-32;
//     15(3) sends to art. 33, on audit, for the measures on video of art. 32; 25(2)
//     sends to 1(1)(e) for the purposes of 1(2)(e).
//   - 17(3) gives 30 days where the GDPR gives one month: both bind, so the earlier
//     end does.
//   - 38(1) says "intelligible" where it means unintelligible.
//   - 27(3) drops the word "extensive" and biometric data from the triggers of an
//     assessment; 27(5) has six of the nine criteria of WP248, two of them fused.
//   - 29(5) takes the silence of the Garante for leave to go on; under the GDPR it
//     is no clearance.
//   - 22(4) exempts from the notice more widely than GDPR 14(5); 23(2) lacks
//     restriction, transfers, source and categories of data.
//   - 37(3) has the notification go by certified e-mail; today the Garante takes it
//     through its online procedure alone.
//   - 15(2) sends a longer retention of video to a prior request to the Garante, which
//     the GDPR abolished.
//   - Arts. 5-7 call heads of office "responsabili", as processors are called: here
//     they are managers, and processors are processors (see regolamento.Glossary).
package gdpr

//go:generate go generate ./internal/catalog
//go:generate go run ./internal/tools/acts
//go:generate go run ./internal/tools/words
//go:generate go run ./internal/tools/regions
//go:generate go run ./internal/tools/machine
//go:generate go run ./internal/tools/facts
//go:generate go generate ./internal/catalog
//go:generate go run ./internal/tools/types
//go:generate go run ./internal/tools/provisions
//go:generate go run ./internal/tools/diagrams
//go:generate go run ./internal/tools/schema
//go:generate go run ./internal/tools/conformance

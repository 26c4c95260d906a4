// Package roles says who is who in a body's processing of personal data, by which
// acts they are appointed and what these must say, who must do what, who may sign
// what, and who answers for damage.
//
// Whose law binds the body is said once, in [Policy].Regime: a Comune that has
// adopted the template (the zero value), another public body, a private one in
// Italy, any controller under the GDPR. Without the template nothing of it is
// asked: no internal managers, no forms of decrees, no lists of tasks, no PEC.
//
// # How to begin
//
// Describe the Comune as an [Organisation], most easily as JSON, and check it on
// a day:
//
//	var o roles.Organisation
//	err := gdpr.Decode(data, &o)
//	found, err := o.Check(today) // an area without a manager, a clause left out, ...
//	for _, e := range o.Expiries(today, today+60) { … }    // acts to renew
//	for d := range o.Deeds() { d.Complete().Text() }       // skeletons of the acts, in Italian
//	for a := range roles.NotifyGarante.Assignments() { … } // who notifies the Garante?
//	for a := range roles.AsManager.Assignments(roles.MatterBreach) { … }
//
// [Authority] answers whether someone may take an action, [Damage] who answers
// for damage; both decide with facts unknown, and tell which they miss.
// [Opinion] is the officer's part in one decision; the packages on breaches and
// assessments use it.
//
// # Five people called "responsabile"
//
// Italian texts use one word for five people. Here they never share a name:
//
//	Italian                                      here           what they are
//	titolare del trattamento                     Controller     the Comune, by its Mayor
//	responsabile (interno) del trattamento       Manager        head of an area, designated under Codice art. 2-quaterdecies
//	sub-responsabile                             SubManager     designated by a manager for a sector
//	incaricato, autorizzato                      Authorised     staff who process data (GDPR art. 29)
//	responsabile (esterno) del trattamento       Processor      the processor of GDPR art. 28
//	sub-responsabile (di un esterno)             Processor      with EngagedBy: a sub-processor
//	contitolare                                  Arrangement    another controller, GDPR art. 26
//	responsabile della protezione dei dati, RPD  Officer        the data protection officer
//	responsabile del procedimento                -              head of an administrative procedure (L. 241/1990): no role here
//	delegato del Sindaco                         Delegate       acts for the head of the body
//	referente, amministratore di sistema, RPCT   Appointment    in a role of data protection without tasks of law
//	codice di condotta, certificazione           Adherence      by which a body or processor shows that it complies
//	parere                                       Opinion        the officer's, which doesn't bind
//	Amministrazione trasparente                  Publication    the part of the site where names and PEC stand
//
// The municipal regulation keeps words from before 2018: its "responsabili" of
// arts. 5 and 6 are the Comune's own people. A processor in the sense of the GDPR
// is someone else than the controller, bound by a contract; the Comune's people
// act under its authority (GDPR art. 29), can be designated for tasks (Codice
// art. 2-quaterdecies), and get data without that being a disclosure. So a
// [Manager] has an [Act], a [Processor] a [Contract].
//
// # Where the law is disputed
//
//   - An officer from inside: the GDPR allows it (art. 37(6)), the regulation
//     wants an outsider (art. 8). Under the template the check holds to the
//     regulation unless [Policy] says that the Comune's own rules allow it.
//   - The officer's reports: the regulation lets them go to the managers too; the
//     GDPR wants the highest level (art. 38(3)), and binds. Reporting to managers
//     alone isn't enough ([Officer].Reports).
//   - The officer's name: the GDPR has contact details published, the regulation
//     name and PEC, which is what the check asks under the template.
//   - Damages from a manager: the GDPR gives a claim against controller and
//     processor alone; the regulation adds the manager for any default (art.
//     41.2). A regulation can't widen what public employees answer for, intent and
//     gross fault, and that is what is held: see [Damage.Decide].
//   - Processors and art. 5 of the regulation, "so far as compatible": see
//     [CarriesOver]. The publication of name and PEC isn't read as compatible:
//     contracts are published under other laws.
//   - How often the controller checks that instructions are followed: see
//     [Policy].
//   - How long an officer's contract should last: no law gives a figure, and the
//     library holds to none; an end that isn't stated is a warning.
//
// A manager signs processors' contracts for the Comune by the local government
// code (art. 107), though the regulation names the controller: they are the same
// body.
//
// # Changes to come
//
// Nothing pending that we know of changes who is who. Terms, such as that of a
// notification, are counted by the packages whose they are; here they have no
// figures.
package roles

// Package retention says how long data may be kept, and what must go on a day:
// a schedule of rules for whatever the Comune keeps, footage by the hour, the
// logs of its site, and the holds that suspend deletion.
//
//	schedule, err := retention.NewSchedule(
//		retention.Rule{ID: "contracts", Period: gdpr.Term{N: 10, Unit: gdpr.Years}, Event: "end of the contract"},
//		retention.Rule{ID: "canteen", Event: "end of the school cycle"},
//	)
//	sweep, err := schedule.On(today)
//	for item := range sweep.Expired(items) {
//		// delete it
//	}
//	plan := own.Over(retention.KnownPlan())                        // the body's plan over what was read
//	schedule, err = plan.Schedule(language.Italian)                // the schedule in one call
//	found := plan.Check(register.Rules())                          // the record held against the plan
//	proposed := sweep.Propose("scarto 2026", items) // what wants the archival authority's leave
//
// A rule is a period from an event; or an event alone, until which data are kept;
// or a criterion alone, which somebody must apply. All three are [Rule]. Footage
// is a [Recording], since its ceilings are short and some are in hours.
//
// # Minimum and maximum
//
// A period is a ceiling or a minimum, by the rule's [Bound]. The GDPR sets ceilings:
// data go when nobody needs them. Most terms that bind a Comune are minima: ten
// years of accounts, five of tender papers, what the plan of conservation says
// before a discard. That nobody needs the data ends no minimum; past one that has
// no ceiling somebody must judge. What a law wants kept for ever is Permanent.
//
// # Public archives
//
// The documents of a public body are cultural property, and none is destroyed
// without the archival authority's leave. A rule says whether its documents are
// [Rule.Archival]; if so they are never [Expired] before leave is recorded, but
// [Discardable], and a [Discard] is the procedure: list, leave, destruction, record.
// What goes to the historical archive is [Transferable]. Who destroys documents
// without leave may answer for the destruction of cultural property (c.p.
// 518-duodecies, read as of 2023); archival practice has also cited art. 169 of the
// code of cultural heritage, which speaks of works and not of papers.
//
// # No term moves
//
// A term for doing something moves off a holiday. A term for keeping data doesn't: a
// machine can delete on a Sunday. So Due never moves here, and no calendar is asked
// for.
//
// The last lawful day is part of the period. An item is [Expired] from the day
// after it, as a page comes offline on the day after its last one. A host that
// deletes during the last day asks for tomorrow.
//
// # What is disputed
//
//   - Seven days of urban security video are 168 hours to one reader, and last to
//     the end of the seventh day after the recording to another. The first is
//     [gdpr.HourDeadline.Safe], the second Due. [Recording.State] says Expired
//     from Safe on: to delete early harms nobody.
//   - A sign of "urban security" doesn't stretch to fines: footage that shows an
//     infringement stays until its case is closed, the rest isn't kept; see
//     [Sanctions].
//   - 24 hours are elapsed hours on both readings: the rule that leaves out the
//     hour of the event is one for acts of the Union, and this ceiling is not
//     in one. A closure of the office stops the hours; see [Closure].
//   - The municipal regulation wants a prior request to the Garante for a longer
//     time. That request was abolished with the old Code's prior check: since the
//     GDPR the Comune decides, writes down its reasons, and puts them in its
//     impact assessment. [Need] is that; an authority's order is [Order].
//   - The municipal regulation finds the seven days in comma 9 of art. 6 of D.L.
//     11/2009; they are in comma 8.
//   - 72 hours are no ceiling, but beyond them the European authorities want
//     stronger reasons. [Policy.Check] warns, and is never an error: the seven days
//     are for urban security alone, and elsewhere the controller answers for the
//     time that it chooses.
//
// # What it doesn't decide
//
// Footage of the police for crimes may fall under D.Lgs. 51/2018 instead of the
// GDPR. Which period fits which series of documents is the body's own plan of
// conservation.
//
// No pending change of the law that would touch these rules is known as of
// [gdpr.LawAsOf].
//
// # Terms
//
//	piano di conservazione, massimario      Schedule
//	termine di conservazione                Rule, Period
//	decorrenza                              Event
//	termine minimo, massimo                 AtLeast, AtMost
//	documenti d'archivio                    Rule.Archival
//	scarto, elenco, autorizzazione, verbale Discard
//	versamento alla sezione storica         Transferable
//	sospensione della cancellazione         Hold
//	sicurezza urbana                        UrbanSecurity
//	riprese, immagini                       Recording
//	dati di navigazione                     Policy.SiteLogs
package retention

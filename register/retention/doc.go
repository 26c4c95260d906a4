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
//
// A rule is a period from an event; or an event alone, until which data are kept;
// or a criterion alone, which somebody must apply. All three are [Rule]. Footage
// is a [Recording], since its ceilings are short and some are in hours.
//
// # Ceilings never move
//
// A term for doing something moves off a holiday. A term for keeping data is a
// ceiling and doesn't: a machine can delete on a Sunday. So Due never moves here,
// and no calendar is asked for.
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
//     stronger reasons. [Policy.Check] warns.
//   - The seven days are for urban security alone. A Comune that uses them for
//     fines on waste or traffic has the wrong purpose, and the Garante has said so.
//
// # What it doesn't decide
//
// Footage of the police for crimes may fall under D.Lgs. 51/2018 instead of the
// GDPR. Public archives lose no document without leave of the archival authority
// (art. 21 of the code of cultural heritage, D.Lgs. 42/2004): [Disposal] is the
// hold while that leave is awaited. Which period fits which series of documents is
// the Comune's own plan of conservation.
//
// No pending change of the law that would touch these rules is known as of
// [gdpr.LawAsOf].
//
// # Terms
//
//	piano di conservazione, massimario      Schedule
//	termine di conservazione                Rule, Period
//	decorrenza                              Event
//	scarto d'archivio                       Disposal, Archive
//	sospensione della cancellazione         Hold
//	sicurezza urbana                        UrbanSecurity
//	riprese, immagini                       Recording
//	dati di navigazione                     Policy.SiteLogs
package retention

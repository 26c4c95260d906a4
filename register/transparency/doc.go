// Package transparency holds the duties of publication of an Italian public body as
// data: what is published, about whom, by when, how often it is renewed, how long it
// stays, with which limits, and which kinds of act go on the notice board (albo
// pretorio) for how many days.
//
//	d, _ := transparency.Find("pol-a")                       // appointments of politicians
//	due, err := d.Deadline(elected, gdpr.Italy())            // three months, D.Lgs. 33/2013 14(2)
//	period, err := d.Publication(transparency.Entry{…}).Period() // until when it stays
//	found := transparency.Check(entries, today, gdpr.Italy())
//
// # What was read
//
// Each row has its source, and how far it was read: the transparency decree in its
// text of 2013, other acts in theirs or in excerpts, and for the frequencies a
// consultants' manual of 2026 on the schemes of the anti-corruption authority, which
// weren't read themselves. Rows that were only recalled are in none: the board's
// table has no permits, electoral lists or determinations, and the duties no
// rankings of competitions.
//
// # Terms
//
// They are terms of Italian law: a last day that is a Sunday or a holiday moves them,
// a Saturday doesn't. The days on the notice board are calendar days that never
// move, and the first counts.
//
//	obblighi di pubblicazione      Duty
//	albo pretorio                  Posting
//	tempestivamente                Promptly
//	aggiornamento                  Frequency
package transparency

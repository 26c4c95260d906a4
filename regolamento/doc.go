// Package regolamento has the template regulation as data: its commas, each in
// a few words of this library, what kind of rule it is, which package encodes it
// and how far; the glossary; and from which day a Comune's own copy is in force.
//
// The regulation is the one that the Comune of Ramacca adopted to apply the GDPR.
// Its text is a national template: it fills in for one Comune a model made for
// all, as its notes to whoever adopts it show, so that what is said here of "the
// Comune" holds for any Comune that adopted the same model. The web notice is a
// Provincia's, given under GDPR 13, and has the parts that such notices commonly
// have. Neither binds a body that hasn't adopted it: see [gdpr.Regime].
//
// A summary says what the source says, and names an error of the source only
// where it would mislead; the documentation of package gdpr lists the source's
// flaws and how the library reads each. It says nothing of the GDPR where that
// asks for more: the rules do, and they cite both. The text itself isn't
// reproduced.
package regolamento

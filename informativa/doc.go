// Package informativa is about the notices by which a body tells people what it
// does with their data: when a notice is due and what it must say, and what a
// notice that exists says.
//
// # Scanning
//
// [Scan] reads a notice in Italian or German and returns a [Reading]: for each of 28
// elements whether the text has it, the places where it says so as offsets into
// the text, and the values in it, such as mailboxes, periods and the articles
// cited. It takes any text and any bytes, tells its language,
// and runs in one pass in time linear in the length.
//
//	r := informativa.Scan(text)
//	if !r.Language.Readable() {
//		…
//	}
//	for e := range informativa.Elements() {
//		if !r.Has(e) {
//			fmt.Println("lacks", e.Label(language.Italian))
//		}
//	}
//
// The rules on how notices speak are data, in the directory rules, those of German
// notices in rules/de. They
// are written for people who know law: one file for an element, words and not
// programs, and rules/README.md explains them. A rule states a fact of the
// language of notices, never the wording of one text.
//
// The accuracy is measured by TestAccuracy on notices that people have labelled,
// half of which the rules were made with and half of which only measured. Its
// figures speak of whether a text contains an element; whether what it says is
// true, or enough, no scan can tell. What a reading finds missing is a reason to
// look, and so is what it finds.
package informativa

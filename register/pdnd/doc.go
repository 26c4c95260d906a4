// Package pdnd reads, checks and drafts the risk analysis (analisi del rischio)
// that a body fills in on PagoPA's platform PDND before it takes data through an
// e-service: a questionnaire on data protection, one for each purpose.
//
//	form, err := pdnd.Parse(data)                          // {"version": "3.1", "answers": {...}}
//	verdict, err := pdnd.Platform{Kind: pdnd.PA}.Validate(form)
//	verdict.Issues                                         // what the platform will say, in its order
//
// [Models] are the forms of all versions as data: questions, when each is shown,
// allowed values, limits, days of expiry. [Platform.Validate] gives the platform's
// own verdict, issue by issue, so that nobody finds out on the portal, and
// [Form.Look] tells what it lets through; [Platform.ValidateTemplate] judges a
// template of a purpose.
//
// The platform looks whether a form is complete and agrees with itself, not whether
// it is true or lawful. A [Case] joins the register's activity, the notice and the
// impact assessment with the little that only the access itself tells:
//
//	c := pdnd.Case{Kind: pdnd.PA, On: today, Activity: activity}
//	draft, err := c.Draft()        // what is on record, what to ask, what to declare
//	findings, err := c.Check(form) // where the form says otherwise, or isn't lawful
//	standing, err := c.Stand(&form)
//
// Declarations are never made by a program: [Draft.Declarations] leaves them to who
// represents the body, with what speaks against them.
//
// Identifiers and values are the platform's, exact, misspellings included; every
// sentence is this library's own, Italian and English. Whoever shows people the
// official wording has to take it from the platform.
//
// The forms and the validator are those of July 2026 (interop-be-monorepo,
// commit 21b6a2e), read and run in November 2026. A new version of the form is a
// row in forms.go and its questions in forms.tsv.
package pdnd

//go:generate go run ../../internal/tools/riskforms

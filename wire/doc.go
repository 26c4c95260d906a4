// Package wire is the library's one door for programs in other languages: each
// main function by a stable name, JSON in and JSON out. A service, a command, a C
// library and a page in a browser are thin skins over [Call], and answer the same
// bytes.
//
//	out, err := wire.Call("rights.timeline", []byte(`{
//		"request": {"right": "access", "received": "2026-11-08"},
//		"policy": {"regime": "public"}
//	}`))
//
// # Names
//
// A name is the package and what it does: "breach.assess", "dpia.screen",
// "register.check", "informativa.scan", "pdnd.validate". [Functions] lists them.
// That of a decision with ".next" after it is the question to ask first:
// "dpia.screen.next" has the input of "dpia.screen".
//
// # Inputs
//
// An input is an object. What a rule decides on is its field "facts", "request",
// "register" and so on, with the fields that the Go types have in JSON; a fact that
// isn't given, or is null, is unknown. Beside it stand, where a function takes
// them:
//
//   - "language": of the texts in the output, by BCP 47; Italian where it isn't given.
//   - "calendar": whose holidays count; Italy's where it isn't given.
//   - "policy", or "regime" in the facts: whose law binds the body; the template
//     regulation's where it isn't given.
//   - "on", a day, or "at", an instant with its offset: when it is asked. Nothing here
//     reads a clock.
//
// Reading is strict, as [gdpr.Decode] is: a field that doesn't exist, one that is
// given twice, a day that doesn't exist are errors, with path and line. An empty
// input is an object without fields.
//
// # Outputs
//
// An output is an object on one line, and the same for the same input, to the byte.
// A decision has "outcome", "reasons" with their provisions, and "missing", the
// questions whose answer could still change it: the field of a question is its path
// below "facts". A check has "findings", each with its message, and "worst". A day
// 0001-01-01, and an instant on it, is none: the deadlines of a request that has no
// term, such as the withdrawal of a consent, have such days.
//
// # Errors
//
// An error is a [*Problem]: an object by RFC 9457 with one entry for each thing that
// is wrong with the input. [Answer] returns it as JSON, for hosts that want one kind
// of result.
//
// # Stability
//
// [Version] counts the changes that a host would have to follow: a name, a field of
// an input or an output that goes or means something else. New functions, new
// fields and words of enumerations don't change it, nor do the sentences for people.
//
// Law: Regolamento; GDPR.
package wire

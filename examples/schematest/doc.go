// Package schematest holds package wire to its documents: the OpenAPI document is
// valid, the schemas are, and every input and output that the conformance suite has
// holds to them. It is a module of its own, for the validators.
package schematest

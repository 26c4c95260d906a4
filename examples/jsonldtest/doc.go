// Package jsonldtest reads the JSON-LD of package register with a JSON-LD
// processor, to see that others understand what it writes. It is a module of its
// own so that the library needn't depend on the processor; it holds tests alone:
//
//	go test .
package jsonldtest

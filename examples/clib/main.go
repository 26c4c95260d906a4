// Command clib is the library for languages that call C: a shared library with
// three functions, declared in gdpr.h.
//
//	go build -buildmode=c-shared -o libgdpr.so .
//
// Each is a thin skin over package wire, so that the answers are the same, byte
// for byte, as from every other door.
package main

/*
#include <stdlib.h>
*/
import "C"

import (
	"slices"
	"strings"
	"unsafe"

	"github.com/b58db29f/gdpr/wire"
)

func main() {} // a library has no beginning

//export gdpr_call
func gdpr_call(name, input *C.char) *C.char {
	answer, _ := wire.Answer(text(name), []byte(text(input)))
	return C.CString(string(answer))
}

//export gdpr_functions
func gdpr_functions() *C.char {
	return C.CString(strings.Join(slices.Collect(wire.Functions()), "\n"))
}

//export gdpr_version
func gdpr_version() C.int { return wire.Version }

//export gdpr_free
func gdpr_free(answer *C.char) { C.free(unsafe.Pointer(answer)) }

// text is what a pointer points to; none is the empty text.
func text(s *C.char) string {
	if s == nil {
		return ""
	}
	return C.GoString(s)
}

//go:build js

// Command wasm is package wire for a browser, or whatever runs WebAssembly and
// JavaScript. It sets one object, gdpr:
//
//	gdpr.call(name, input)   the answer of wire.Answer, as {ok, answer}: input and answer are JSON in a string
//	gdpr.functions()         the names, one a line
//	gdpr.version             wire.Version
//
// It goes on until the page ends it. A build with the tag desks has only the
// functions that the page of prova calls.
package main

import (
	"slices"
	"strings"
	"syscall/js"

	"github.com/b58db29f/gdpr/wire"
)

func main() {
	js.Global().Set("gdpr", js.ValueOf(map[string]any{
		"call":      js.FuncOf(call),
		"functions": js.FuncOf(functions),
		"version":   wire.Version,
	}))
	if ready := js.Global().Get("gdprReady"); ready.Type() == js.TypeFunction {
		ready.Invoke()
	}
	select {}
}

// call is wire.Answer. An argument that isn't a string is the empty one.
func call(_ js.Value, args []js.Value) any {
	answer, ok := wire.Answer(text(args, 0), []byte(text(args, 1)))
	return map[string]any{"ok": ok, "answer": string(answer)}
}

func functions(js.Value, []js.Value) any {
	return strings.Join(slices.Collect(wire.Functions()), "\n")
}

func text(args []js.Value, i int) string {
	if i >= len(args) || args[i].Type() != js.TypeString {
		return ""
	}
	return args[i].String()
}

//go:build !js

package main

import "fmt"

// main, elsewhere than in JavaScript, says how it is built.
func main() { fmt.Println("GOOS=js GOARCH=wasm go build -o gdpr.wasm ./examples/prova/wasm") }

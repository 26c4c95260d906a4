// Command schema writes wire/openapi.json: the OpenAPI 3.1 document of package wire,
// with the JSON Schemas (2020-12) of every input and output as its components. The
// schemas are made of the Go types; descriptions are their doc comments and those of
// the functions. It runs in the root of the module.
package main

import (
	"log"
	"os"
)

const file = "wire/openapi.json"

func main() {
	text, err := generate(".")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		log.Fatal(err)
	}
}

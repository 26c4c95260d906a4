// Command licences lists the modules that the library is built and tested with,
// and their licences, out of a bill of materials in CycloneDX's JSON, as
// cyclonedx-gomod writes it:
//
//	go run ./licences -sbom sbom.json                       # prints LICENSES.md
//	go run ./licences -sbom sbom.json -check ../LICENSES.md # fails if it differs
//
// A module without a licence, or with one that isn't permissive, is an error: an
// administration has to be able to reuse the whole.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
)

// permissive are the licences, by SPDX, that ask for no more than their notice.
var permissive = []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"}

// read are modules whose licence the reader of texts takes for another one: it
// was read by us.
var read = map[string]string{"github.com/davecgh/go-spew": "ISC", "golang.org/x/text": "BSD-3-Clause"}

type bill struct {
	Components []component `json:"components"`
}

type component struct {
	Name     string `json:"name"`
	Version  string `json:"version"`
	Evidence struct {
		Licenses []license `json:"licenses"`
	} `json:"evidence"`
	Licenses []license `json:"licenses"`
}

type license struct {
	License struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	} `json:"license"`
}

func main() {
	log.SetFlags(0)
	sbom := flag.String("sbom", "", "the bill of materials, CycloneDX JSON")
	check := flag.String("check", "", "the list to compare with")
	flag.Parse()
	text, err := list(*sbom)
	if err != nil {
		log.Fatal(err)
	}
	if *check == "" {
		fmt.Print(text)
		return
	}
	kept, err := os.ReadFile(*check)
	if err != nil {
		log.Fatal(err)
	}
	if string(kept) != text {
		log.Fatalf("%s isn't up to date; it should be:\n%s", *check, text)
	}
}

// list writes the modules of the bill in the file as a table.
func list(file string) (string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var b bill
	if err := json.Unmarshal(data, &b); err != nil {
		return "", fmt.Errorf("%s: %w", file, err)
	}
	slices.SortFunc(b.Components, func(x, y component) int { return strings.Compare(x.Name, y.Name) })
	var text strings.Builder
	text.WriteString("# Licences\n\nThe library is under BSD-3-Clause ([LICENSE](LICENSE)). What it is built and tested with, read out of a bill of materials that CI makes:\n\n| module | version | licence |\n|---|---|---|\n")
	for _, c := range b.Components {
		ids, err := c.ids()
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&text, "| %s | %s | %s |\n", c.Name, c.Version, strings.Join(ids, ", "))
	}
	return text.String(), nil
}

// ids are the licences of the component, each once.
func (c component) ids() ([]string, error) {
	var ids []string
	for _, l := range append(c.Licenses, c.Evidence.Licenses...) {
		id := l.License.ID
		if own, ok := read[c.Name]; ok {
			id = own
		}
		if !slices.Contains(permissive, id) {
			return nil, fmt.Errorf("%s %s: the licence %q %q isn't among the permissive ones", c.Name, c.Version, l.License.ID, l.License.Name)
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("%s %s: no licence was found", c.Name, c.Version)
	}
	slices.Sort(ids)
	return ids, nil
}

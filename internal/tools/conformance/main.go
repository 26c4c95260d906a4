// Command conformance writes the files of conformance/cases that follow from the
// tables of the packages' tests and, for worked examples, from the library itself.
// The other files there are written by hand. It runs in the root of the module.
//
// Expected values of the kinds official and derived come from the tables, which cite
// their sources, and never from the library.
package main

import (
	"bytes"
	"encoding/json"
	"log"
	"os"
	"path/filepath"

	"github.com/b58db29f/gdpr"
)

// file is a file of the suite.
type file struct {
	Area    string `json:"area"`
	Title   string `json:"title"`
	Licence string `json:"licence"`
	LawAsOf string `json:"law_as_of"`
	Cases   []test `json:"cases"`
}

// test is a case.
type test struct {
	ID       string `json:"id"`
	Title    string `json:"title,omitempty"`
	Kind     string `json:"kind"`
	Source   string `json:"source"`
	Function string `json:"function"`
	Input    any    `json:"input"`
	OK       *bool  `json:"ok,omitempty"`
	Expect   any    `json:"expect"`
	Differs  string `json:"differs,omitempty"`
}

// object is an object of JSON.
type object map[string]any

const licence = "BSD-3-Clause; the facts and figures are those of the sources named with each case"

func main() {
	files, err := generate(".")
	if err != nil {
		log.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// generate returns the files by name.
func generate(root string) (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, make := range map[string]func(root string) (file, error){
		"terms": terms, "windows": windows, "requests": requests, "complaints": complaints,
		"screening": screening, "consultations": consultations, "breaches": breaches,
		"pdnd": platform, "truth-tables": truth, "worked": worked,
	} {
		f, err := make(root)
		if err != nil {
			return nil, err
		}
		f.Licence, f.LawAsOf = licence, gdpr.LawAsOf().String()
		text, err := write(f)
		if err != nil {
			return nil, err
		}
		files[filepath.Join("conformance", "cases", name+".json")] = text
	}
	return files, nil
}

// write writes a file with a line a case.
func write(f file) ([]byte, error) {
	cases := f.Cases
	f.Cases = nil
	head, err := line(f)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Write(bytes.TrimSuffix(head, []byte("null}")))
	b.WriteString("[\n")
	for i, c := range cases {
		text, err := line(c)
		if err != nil {
			return nil, err
		}
		b.Write(text)
		if i < len(cases)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString("]}\n")
	return b.Bytes(), nil
}

func line(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/breach"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/roles"
	"github.com/b58db29f/gdpr/wire"
)

const ours = "worked example of the project: computed by this library"

// truth are the truth tables of decisions on a few facts: each true, false or not
// known.
func truth(string) (file, error) {
	f := file{Area: "truth-tables", Title: "Decisions on few facts, each fact true, false or unknown"}
	for _, t := range []struct {
		function string
		facts    []string
		regime   string
	}{
		{"rights.fee", []string{"further", "abusive"}, ""},
		{"rights.identifiable", []string{"able", "proven", "more"}, ""},
		{"rights.abuse", []string{"unfounded", "excessive", "proven"}, ""},
		{"register.use", []string{"unlawful", "trial"}, ""},
		{"rights.triage", []string{"own", "document", "interest"}, "public"},
		{"dpia.rights_assessment", []string{"high_risk", "public"}, ""},
		{"dpia.recognition", []string{"faces", "open_place", "prevention"}, "public"},
		{"roles.power", []string{"delegated", "in_scope"}, ""},
	} {
		if err := combine(&f, t.function, t.facts, t.regime); err != nil {
			return f, err
		}
	}
	return f, nil
}

func combine(f *file, function string, facts []string, regime string) error {
	all := 1
	for range facts {
		all *= 3
	}
	for i := range all {
		values, name := object{}, []string{}
		if regime != "" {
			values["regime"] = regime
		}
		if function == "roles.power" {
			values["role"], values["action"] = "manager", "name_sub_manager"
		}
		for j, rest := 0, i; j < len(facts); j, rest = j+1, rest/3 {
			answer := []any{nil, false, true}[rest%3]
			values[facts[j]] = answer
			name = append(name, fmt.Sprint(answer))
		}
		c, err := answered(function+"/"+strings.ReplaceAll(strings.Join(name, ","), "<nil>", "null"), function, object{"facts": values})
		if err != nil {
			return err
		}
		f.Cases = append(f.Cases, c)
	}
	return nil
}

// answered is a case with what the library answers, without texts for people.
func answered(id, function string, input any) (test, error) {
	text, err := json.Marshal(input)
	if err != nil {
		return test{}, err
	}
	answer, ok := wire.Answer(function, text)
	var v any
	if err := json.Unmarshal(answer, &v); err != nil {
		return test{}, err
	}
	c := test{ID: id, Kind: "worked", Source: ours, Function: function, Input: input, Expect: bare(v)}
	if !ok {
		c.OK = &ok
	}
	return c, nil
}

// spoken are the fields that hold sentences, which may change, and figures of no law.
var spoken = map[string]bool{"text": true, "message": true, "label": true, "title": true, "detail": true, "markdown": true, "hint": true, "essence": true, "tree": true, "mermaid": true, "svg": true, "summary": true, "sentence": true, "messages": true, "args": true, "other": true}

// bare returns a value without sentences, and of a long list nothing.
func bare(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := object{}
		for name, value := range v {
			if list, ok := value.([]any); spoken[name] || ok && len(list) > 40 {
				continue
			}
			out[name] = bare(value)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = bare(v[i])
		}
		return out
	}
	return v
}

// worked are the answers of each function to an empty input, and of some to the
// invented documents of the tests.
func worked(root string) (file, error) {
	f := file{Area: "worked", Title: "What each function answers to nothing, and to the documents of an invented Comune"}
	for name := range wire.Functions() {
		c, err := answered(name+"/empty", name, object{})
		if err != nil {
			return f, err
		}
		f.Cases = append(f.Cases, c)
	}
	const day, instant = "2026-11-29", "2026-11-29T12:00:00+01:00"
	for _, d := range []struct {
		function, field, path, on, at string
		document                      any
	}{
		{"register.check", "register", "register/testdata/comune.json", day, "", &register.Register{}},
		{"register.summary", "register", "register/testdata/comune.json", "", "", &register.Register{}},
		{"register.retention", "register", "register/testdata/comune.json", "", "", &register.Register{}},
		{"roles.check", "organisation", "roles/testdata/organisation.json", day, "", &roles.Organisation{}},
		{"roles.officer.needed", "organisation", "roles/testdata/organisation.json", "", "", &roles.Organisation{}},
		{"breach.register.check", "register", "breach/testdata/register.json", "", instant, &breach.Register{}},
		{"breach.register.awaiting", "register", "breach/testdata/register.json", "", "", &breach.Register{}},
	} {
		var text json.RawMessage
		if err := readJSON(root, d.path, &text); err != nil {
			return f, err
		}
		var stored struct{ Register json.RawMessage } // as the library stores a register, under the name of its schema
		if err := json.Unmarshal(text, &stored); err == nil && stored.Register != nil {
			text = stored.Register
		}
		if err := gdpr.Decode(text, d.document); err != nil { // older words are read, and written as they are today
			return f, err
		}
		input := object{d.field: d.document}
		if d.on != "" {
			input["on"] = d.on
		}
		if d.at != "" {
			input["at"] = d.at
		}
		c, err := answered(d.function+"/comune", d.function, input)
		if err != nil {
			return f, err
		}
		f.Cases = append(f.Cases, c)
	}
	return f, notices(root, &f)
}

// notices adds the invented notices of the scanner's corpus.
func notices(root string, f *file) error {
	names, err := filepath.Glob(filepath.Join(root, "informativa", "testdata", "corpus", "texts", "*"))
	if err != nil {
		return err
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		c, err := answered("informativa.scan/"+filepath.Base(name), "informativa.scan", object{"text": string(text), "context": object{"regime": "public", "public_body": true}})
		if err != nil {
			return err
		}
		f.Cases = append(f.Cases, c)
	}
	return nil
}

package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/dpia"
)

// screening are the processings on which an authority has said whether they need an
// assessment.
func screening(root string) (file, error) {
	f := file{Area: "screening", Title: "Does a processing need an impact assessment? What authorities said"}
	var cases []struct {
		ID, Source, Narrative, Exception string
		Criteria                         []string
		Basis                            string   `json:"criteria_basis"`
		Triggers                         []string `json:"mandatory_triggers"`
		Expected                         struct {
			Required bool `json:"dpia_required"`
		}
	}
	if err := readJSON(root, "dpia/testdata/cases.json", &cases); err != nil {
		return f, err
	}
	for _, c := range cases {
		facts, err := screenFacts(c.ID, c.Criteria, c.Triggers)
		if err != nil {
			return f, err
		}
		input, want := object{"facts": facts}, object{"required": c.Expected.Required}
		if c.Exception != "" {
			input["exception"] = object{"reasons": c.Exception, "decided": "2026-02-10", "opinion": object{"asked": "2026-02-01", "given": "2026-02-05", "text": "parere favorevole", "departed": false}}
		}
		f.Cases = append(f.Cases, test{ID: c.ID, Title: c.Narrative, Kind: "official", Source: c.Source, Function: "dpia.screen", Input: input, Expect: want})
	}
	return f, nil
}

// criteria are the facts of WP248's criteria as the cases name them.
var criteria = map[string]string{
	"evaluation_scoring": "scoring", "automated_decision": "automated_decision", "systematic_monitoring": "monitoring",
	"sensitive_data": "highly_personal_data", "large_scale": "large_scale", "matching_combining": "matching",
	"vulnerable_subjects": "vulnerable", "innovative_technology": "new_technology", "prevents_right_or_service": "prevents_right",
}

// triggers are the facts of GDPR 35(3).
var triggers = map[string][]string{
	"art35_3_a": {"automated_evaluation", "systematic_evaluation", "extensive_evaluation", "significant_decisions"},
	"art35_3_b": {"special_data"},
	"art35_3_c": {"public_area"},
}

// beyond are the facts of a narrative that the criteria don't tell.
var beyond = map[string][]string{
	"IT-467-05": {"employees", "remote_control"}, "IT-467-08": {"exchange"}, "IT-467-10": {"special_data"},
	"IT-467-11": {"special_data", "biometric_data"}, "IT-467-12": {"special_data", "genetic_data"},
}

// screenFacts answers every question: what the case names holds, nothing else does.
func screenFacts(id string, named, triggered []string) (object, error) {
	var all map[string]any
	text, err := json.Marshal(dpia.Facts{})
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, err
	}
	facts := object{}
	for name := range all {
		var f dpia.Facts
		if f.Set(name, gdpr.No) == nil {
			facts[name] = false
		}
	}
	for _, c := range named {
		facts[criteria[c]] = true
	}
	for _, t := range triggered {
		for _, name := range triggers[t] {
			facts[name] = true
		}
	}
	for _, name := range beyond[id] {
		facts[name] = true
	}
	return facts, nil
}

// breaches are decided by authorities.
func breaches(root string) (file, error) {
	f := file{Area: "breaches", Title: "Is a breach notified, and are the persons told? What authorities held"}
	var decisions []struct {
		Source, Title    string
		Yes, No          []string
		Disproportionate bool
		Notify           string
		NotifyFirm       bool `json:"notify_firm"`
		Tell             string
		TellFirm         bool `json:"tell_firm"`
	}
	if err := readJSON(root, "breach/testdata/decisions.json", &decisions); err != nil {
		return f, err
	}
	for _, d := range decisions {
		facts := object{}
		for _, name := range d.Yes {
			facts[name] = true
		}
		for _, name := range d.No {
			facts[name] = false
		}
		input := object{"facts": facts, "exemptions": object{"mitigated": false, "disproportionate": d.Disproportionate}}
		if d.Notify != "" && d.NotifyFirm {
			f.Cases = append(f.Cases, test{
				ID: d.Source + "/notify", Title: d.Title, Kind: "official", Source: d.Source, Function: "breach.assess",
				Input: input, Expect: object{"notify": d.Notify == "yes"}, Differs: differs["notify "+d.Source],
			})
		}
		if d.Tell != "" && d.TellFirm {
			f.Cases = append(f.Cases, test{
				ID: d.Source + "/tell", Title: d.Title, Kind: "official", Source: d.Source, Function: "breach.tell",
				Input: input, Expect: object{"outcome": strings.ReplaceAll(d.Tell, " ", "_")}, Differs: differs["tell "+d.Source],
			})
		}
	}
	return f, nil
}

const (
	stranger = "the authority trusts a stranger's word that he deleted the data unread; another authority doesn't, and the library follows the stricter"
	unsaid   = "what is published doesn't say whether the data were encrypted, what they were, or how many persons they concern: the library asks"
)

// differs says why the library answers otherwise.
var differs = map[string]string{
	"notify APD 52/2024": stranger, "tell APD 52/2024": stranger,
	"tell HBDI 3.9.2020 (C-768/21)":        "a look out of curiosity was coded as ill intent",
	"tell Datatilsynet DK 2019-441-4055":   "the controller told the person of its own accord, and the authority accepted it",
	"notify DPC CDETB 2025":                unsaid,
	"tell DPC CDETB 2025":                  unsaid,
	"notify DSB 2023-0.603.142":            unsaid,
	"notify Datatilsynet DK 2019-441-4055": unsaid,
	"tell DPC IN-19-9-5":                   unsaid,
	"tell Tietosuoja 60/171/2020":          unsaid,
}

// platform are forms for PagoPA's platform, and what its own validator said of them:
// all but those on which it threw an exception, for which it has no answer.
func platform(root string) (file, error) {
	f := file{Area: "pdnd", Title: "The risk analysis for PagoPA's data platform, as its own validator judges it"}
	packed, err := os.ReadFile(filepath.Join(root, "register", "pdnd", "testdata", "forms.jsonl.gz"))
	if err != nil {
		return f, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return f, err
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		var v struct {
			ID, Version, Kind, At string
			FallbackKind          *string
			SchemaOnly            bool
			PersonalData          *bool
			Form                  json.RawMessage // the order of its answers counts
			Expected              struct {
				OK     bool
				Throws string
				Errors []json.RawMessage
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return f, err
		}
		if v.Expected.Throws != "" {
			continue
		}
		p := object{"kind": v.Kind, "at": v.At, "personal_data": v.PersonalData}
		if v.FallbackKind != nil {
			p["fallback"] = *v.FallbackKind
		}
		if v.SchemaOnly {
			p["schema_only"] = true
		}
		form := json.RawMessage(fmt.Sprintf(`{"version":%q,`, v.Version) + string(v.Form[1:]))
		want := object{"accepted": v.Expected.OK}
		if len(v.Expected.Errors) > 0 {
			want["issues"] = v.Expected.Errors
		}
		f.Cases = append(f.Cases, test{ID: v.ID, Kind: "official", Source: "pagopa/interop-be-monorepo, commit 21b6a2e28d3d9adf64bb1da1b6bbe0b33f8567f1: its answer to an invented form", Function: "pdnd.validate", Input: object{"platform": p, "form": form}, Expect: want})
	}
	return f, lines.Err()
}

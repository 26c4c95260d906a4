package dpia

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/b58db29f/gdpr"
)

// PIA is a file of the CNIL's assessment tool (PIA, the export of one assessment
// in JSON): read, it becomes an [Assessment]; an assessment becomes a file that
// the tool imports.
//
//	file, err := dpia.ReadPIA(data)
//	a := file.Assessment()
//	a.Approval.Proof = "prot. 2114/2026"
//	data, err = json.Marshal(file.With(a))
//
// A file keeps all that it was read with, so that what the library has no place
// for isn't lost: [PIA.With] writes an assessment into it, and changes nothing
// that the assessment says already. A text of the tool is HTML; the assessment has
// it as plain text, and a text that somebody changed is written as plain HTML, its
// markup gone.
//
// What an [Assessment] takes from the file: the 36 answers, the measures with their
// descriptions, the ratings, the names, the officer's opinion, the views of the
// persons, the decision. What only the file keeps: the evaluator's marks, comments
// and action plans, with their dates and persons in charge, save the ratings of
// the three risks; the comments; the reason of a refusal and the changes after it;
// category, structure, dates and numbers of the tool.
//
// What the file has no place for, and With leaves out: the controller's name
// (where the file has none, question 112 begins with it), necessity and
// proportionality, how compliance is shown, the guarantees that the tool doesn't
// ask for, effect and state of a guarantee, the tables of the description, parties,
// versions, scope, the days of the opinion and how it was followed, date and proof
// of approval, acceptance and its reasons, a risk that is none of the three
// events, and of a measure what it acts on, whether it is in place, when and by
// whom, and a second description under the same title. A host keeps the assessment, and sends the file.
//
// The tool's first ratings count the measures that are in place or planned, so
// they are [Risk.Inherent] and not Before, which has to be judged anew; its ratings
// after the action plan are After. Until Before is given, [Assessment.Consultation]
// is unknown.
//
// The zero value is an empty file.
//
// Law: GDPR 35(7); WP248 annex 2.
type PIA struct {
	rest        object // what stands beside the five parts
	pia         object
	answers     []object
	measures    []object
	evaluations []object
	comments    []object
}

// object is a JSON object whose values stay as they were written.
type object map[string]json.RawMessage

// ReadPIA reads a file of the CNIL's tool. A text that isn't JSON, one without the
// object "pia", or whose parts are no lists of objects is a [*gdpr.InputError] with
// the field. What the tool itself tolerates is tolerated: unknown fields, parts
// that are missing, references that lead nowhere.
//
// Law: GDPR 35(7).
func ReadPIA(data []byte) (PIA, error) {
	var p PIA
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if json.Unmarshal(data, &p.rest) != nil || p.rest == nil {
		return PIA{}, &gdpr.InputError{Fault: gdpr.FaultSyntax, Other: "object"}
	}
	raw, ok := p.rest["pia"]
	if !ok {
		return PIA{}, &gdpr.InputError{Field: "pia", Fault: gdpr.FaultMissing}
	}
	if json.Unmarshal(raw, &p.pia) != nil || p.pia == nil {
		return PIA{}, &gdpr.InputError{Field: "pia", Fault: gdpr.FaultSyntax, Other: "object"}
	}
	delete(p.rest, "pia")
	for _, part := range p.parts() {
		raw, ok := p.rest[part.name]
		if !ok {
			continue
		}
		if json.Unmarshal(raw, part.list) != nil {
			return PIA{}, &gdpr.InputError{Field: part.name, Fault: gdpr.FaultSyntax, Other: "list"}
		}
		delete(p.rest, part.name)
		for i, o := range *part.list {
			if o == nil {
				return PIA{}, &gdpr.InputError{Field: part.name + "[" + strconv.Itoa(i) + "]", Fault: gdpr.FaultSyntax, Other: "object"}
			}
		}
	}
	return p, nil
}

// part is one of the lists of the file.
type piaPart struct {
	name string
	list *[]object
}

func (p *PIA) parts() [4]piaPart {
	return [...]piaPart{{"answers", &p.answers}, {"measures", &p.measures}, {"evaluations", &p.evaluations}, {"comments", &p.comments}}
}

// MarshalJSON writes the file as the tool imports it: one object with all five
// parts, each of which is there even if it is empty.
func (p PIA) MarshalJSON() ([]byte, error) {
	out := object{}
	for name, raw := range p.rest {
		out[name] = raw
	}
	head := p.pia
	if head == nil {
		head = object{}
	}
	out["pia"] = raw(head)
	for _, part := range p.parts() {
		if *part.list == nil {
			*part.list = []object{}
		}
		out[part.name] = raw(*part.list)
	}
	return json.Marshal(out)
}

// UnmarshalJSON reads what MarshalJSON writes; see [ReadPIA].
func (p *PIA) UnmarshalJSON(data []byte) error {
	read, err := ReadPIA(data)
	if err == nil {
		*p = read
	}
	return err
}

// raw returns a value as JSON. Those of this file are texts, numbers, lists and
// objects of valid JSON, which can always be written.
func raw(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage("null")
	}
	return data
}

// text returns a field that is a text, or "".
func (o object) text(name string) string {
	var s string
	if json.Unmarshal(o[name], &s) != nil {
		return ""
	}
	return s
}

// number returns a field that is a whole number, or a text of one; 0 if it is null,
// and -1 if it is something else or isn't there. The tool gives neither a meaning.
func (o object) number(name string) int {
	var n int
	if json.Unmarshal(o[name], &n) == nil {
		return n
	}
	if n, err := strconv.Atoi(o.text(name)); err == nil {
		return n
	}
	return -1
}

// answer returns a field that is true, false, 1 or 0.
func (o object) answer(name string) gdpr.Answer {
	switch string(o[name]) {
	case "true", "1":
		return gdpr.Yes
	case "false", "0":
		return gdpr.No
	}
	return gdpr.Unknown
}

// object returns a field that is an object; empty if it is none.
func (o object) object(name string) object {
	var in object
	if json.Unmarshal(o[name], &in) != nil || in == nil {
		return object{}
	}
	return in
}

// list returns a field that is a list of texts.
func (o object) list(name string) []string {
	var in []string
	if json.Unmarshal(o[name], &in) != nil {
		return nil
	}
	return in
}

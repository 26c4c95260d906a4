package register

import (
	"bytes"
	"encoding/json"
	"errors"

	"github.com/b58db29f/gdpr"
)

// Schema names the form of the JSON that [Register.JSON] writes and [Parse]
// reads; testdata/register.schema.json writes it out as a JSON Schema. A form that
// can't be read by what reads this one gets another name.
const Schema = "gdpr.register/1"

// document is what is written: the form, and the register.
type document struct {
	Schema   string   `json:"schema"`
	Register Register `json:"register"`
}

// JSON returns the whole register, versioned and indented: fields are named as
// in the types' tags, enumerations are words, dates are of the form 2026-01-31,
// answers are null, false and true. It is the same for the same register, and
// [Parse] reads it back.
//
// The error is a [*gdpr.InputError] for a value that has no word, an
// enumeration's number that doesn't exist.
//
// Law: Regolamento 16(1); Regolamento 16(3); GDPR 30(3); GDPR 30(4).
func (r Register) JSON() ([]byte, error) {
	return encode(document{Schema, r})
}

func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		var in *gdpr.InputError
		if errors.As(err, &in) {
			return nil, in
		}
		return nil, err
	}
	return b.Bytes(), nil
}

// Parse reads a register that [Register.JSON] wrote, or a host, by
// [gdpr.Decode]: it takes nothing that it doesn't understand. What it refuses is
// a [*gdpr.InputError] with the path of the field: an unknown field, word or
// schema ([gdpr.FaultName], with the valid ones), a field given twice
// ([gdpr.FaultDuplicate]), a value of another kind ([gdpr.FaultSyntax]), a day
// that doesn't exist ([gdpr.FaultRange]), no schema ([gdpr.FaultMissing]).
//
// What is missing in the register itself is for [Check] to tell.
//
// Law: Regolamento 16(1); GDPR 30(3).
func Parse(data []byte) (Register, error) {
	var d document
	if err := gdpr.Decode(data, &d); err != nil {
		return Register{}, err
	}
	switch d.Schema {
	case Schema:
		return d.Register, nil
	case "":
		return Register{}, &gdpr.InputError{Field: "schema", Fault: gdpr.FaultMissing, Other: Schema}
	}
	return Register{}, &gdpr.InputError{Field: "schema", Value: clip(d.Schema), Fault: gdpr.FaultName, Other: Schema}
}

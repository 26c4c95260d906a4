package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// vector is a line of the files of vectors: a form to validate, a template, or
// the values in the portal's page.
type vector struct {
	ID           string         `json:"id"`
	Version      string         `json:"version"`
	Kind         *string        `json:"kind"`
	FallbackKind *string        `json:"fallbackKind"`
	SchemaOnly   bool           `json:"schemaOnly"`
	At           time.Time      `json:"at"`
	PersonalData gdpr.Answer    `json:"personalData"`
	Form         *vectorForm    `json:"form"`
	Template     *pdnd.Template `json:"template"`
	Values       *values        `json:"values"`
}

type vectorForm struct {
	Answers pdnd.Answers `json:"answers"`
}

// answer is what is written for a form or a template.
type answer struct {
	ID       string   `json:"id"`
	Expected expected `json:"expected"`
}

type expected struct {
	OK         bool         `json:"ok"`
	Normalized *normalized  `json:"normalized,omitempty"`
	Errors     []pdnd.Issue `json:"errors,omitempty"`
	Throws     string       `json:"throws,omitempty"`
}

type normalized struct {
	Version string   `json:"version"`
	Kind    string   `json:"kind"`
	Single  [][2]any `json:"single"`
	Multi   [][2]any `json:"multi"`
}

// vectors answers each line of in with a line of out.
func vectors(in io.Reader, out io.Writer) error {
	r := bufio.NewReaderSize(in, 1<<16)
	w := bufio.NewWriter(out)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if err := vectorLine(line, w); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return w.Flush()
		case err != nil:
			return err
		}
	}
}

func vectorLine(line []byte, w io.Writer) error {
	var v vector
	if err := json.Unmarshal(line, &v); err != nil {
		return err
	}
	var result any
	switch {
	case v.Template != nil:
		result = answer{v.ID, v.template()}
	case v.Values != nil:
		page, err := v.page()
		if err != nil {
			return err
		}
		result = page
	default:
		result = answer{v.ID, v.form()}
	}
	text, err := json.Marshal(result)
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

// kind reads a kind of body as the vectors give it; unknown tells of a word that
// is none, on which the platform fails.
func kind(word *string) (k pdnd.Kind, unknown bool) {
	if word == nil {
		return 0, false
	}
	err := k.UnmarshalText([]byte(*word))
	return k, err != nil || *word == ""
}

func (v *vector) form() expected {
	var f pdnd.Form
	f.Version = v.Version
	if v.Form != nil {
		f.Answers = v.Form.Answers
	}
	own, bad := kind(v.Kind)
	fallback, worse := kind(v.FallbackKind)
	if bad || worse && v.Kind == nil {
		return expected{Throws: "TypeError"}
	}
	verdict, err := pdnd.Platform{
		Kind: own, Fallback: fallback, SchemaOnly: v.SchemaOnly, At: v.At, PersonalData: v.PersonalData,
	}.Validate(f)
	switch {
	case errors.Is(err, gdpr.FaultMissing):
		return expected{Throws: "missingTenantKindError"}
	case err != nil:
		return expected{Throws: "TypeError"}
	case !verdict.Valid():
		return expected{Errors: verdict.Issues}
	}
	n := &normalized{Version: f.Version, Kind: verdict.Kind.String(), Single: [][2]any{}, Multi: [][2]any{}}
	for id, values := range verdict.Normalized().Answers.All() {
		if q, _ := verdict.Model.Question(id); q.Type() == pdnd.Multi {
			n.Multi = append(n.Multi, [2]any{id, values})
		} else {
			n.Single = append(n.Single, [2]any{id, values[0]})
		}
	}
	return expected{OK: true, Normalized: n}
}

func (v *vector) template() expected {
	own, _ := kind(v.Kind)
	verdict := pdnd.Platform{Kind: own, PersonalData: v.PersonalData}.ValidateTemplate(*v.Template)
	return expected{OK: verdict.Valid(), Errors: verdict.Issues}
}

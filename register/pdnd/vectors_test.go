package pdnd_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/pdnd"
)

// shared is the folder with the whole files of vectors, of which testdata has a
// part: go test ./register/pdnd -args -shared DIR.
var shared = flag.String("shared", "", "folder with pdnd/vectors-dev.jsonl.gz and the other shared tables")

// vector is a form with the platform's own answer, made by running its validator
// (interop-be-monorepo, commit 21b6a2e); see testdata/README.md.
type vector struct {
	ID           string      `json:"id"`
	Version      string      `json:"version"`
	Kind         *string     `json:"kind"`
	FallbackKind *string     `json:"fallbackKind"`
	SchemaOnly   bool        `json:"schemaOnly"`
	At           time.Time   `json:"at"`
	PersonalData gdpr.Answer `json:"personalData"`
	Form         struct{ Answers pdnd.Answers }
	Template     pdnd.Template        `json:"template"`
	Values       map[string]pageValue `json:"values"`
	Visible      []string             `json:"visible"`
	HiddenValues map[string][]string  `json:"hiddenValues"`
	Sent         pdnd.Answers         `json:"sent"`
	Expected     struct {
		OK         bool
		Throws     string
		Errors     []pdnd.Issue
		Normalized *struct {
			Version string
			Kind    pdnd.Kind
			Single  [][2]json.RawMessage
			Multi   [][2]json.RawMessage
		}
	}
	API []struct {
		Path  []any
		Code  string
		Limit int
	}
}

// pageValue is a text or a list of them.
type pageValue []string

func (v *pageValue) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*v = pageValue{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(v))
}

// lines yields the vectors of a file of testdata, or of the whole one if it is
// given.
func lines(t testing.TB, file, whole string) []vector {
	if *shared != "" && whole != "" {
		file = filepath.Join(*shared, "pdnd", whole)
	} else {
		file = filepath.Join("testdata", file)
	}
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	r := bufio.NewReader(z)
	var out []vector
	for {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var v vector
			require.NoError(t, json.Unmarshal(line, &v))
			out = append(out, v)
		}
		if errors.Is(err, io.EOF) {
			return out
		}
		require.NoError(t, err)
	}
}

func (v *vector) platform() (p pdnd.Platform, err error) {
	read := func(word *string, to *pdnd.Kind) error {
		if word == nil {
			return nil
		}
		return to.UnmarshalText([]byte(*word))
	}
	p = pdnd.Platform{SchemaOnly: v.SchemaOnly, At: v.At, PersonalData: v.PersonalData}
	return p, errors.Join(read(v.Kind, &p.Kind), read(v.FallbackKind, &p.Fallback))
}

// TestVectors: the platform's verdict, issue by issue in its order, the form in
// order, and the lengths that its interface refuses, on every vector.
func TestVectors(t *testing.T) {
	slow := readOracle(t)
	all := lines(t, "forms.jsonl.gz", "vectors-dev.jsonl.gz")
	require.Greater(t, len(all), 1500)
	for _, v := range all {
		form := pdnd.Form{Version: v.Version, Answers: v.Form.Answers}
		p, err := v.platform()
		if v.Expected.Throws == "TypeError" {
			require.ErrorIs(t, err, gdpr.FaultName, v.ID)
			continue
		}
		require.NoError(t, err, v.ID)
		verdict, err := p.Validate(form)
		if v.Expected.Throws == "missingTenantKindError" {
			require.ErrorIs(t, err, gdpr.FaultMissing, v.ID)
			continue
		}
		require.NoError(t, err, v.ID)
		require.Equal(t, v.Expected.OK, verdict.Valid(), v.ID)
		require.Len(t, verdict.Issues, len(v.Expected.Errors), v.ID)
		for i, want := range v.Expected.Errors {
			require.True(t, want.Equal(verdict.Issues[i]), "%s: %v, not %v", v.ID, verdict.Issues[i], want)
		}
		if n := v.Expected.Normalized; n != nil {
			require.Equal(t, n.Version, verdict.Normalized().Version, v.ID)
			require.Equal(t, n.Kind, verdict.Kind, v.ID)
			single, multi := [][2]json.RawMessage{}, [][2]json.RawMessage{}
			for id, values := range verdict.Normalized().Answers.All() {
				if q, _ := verdict.Model.Question(id); q.Type() == pdnd.Multi {
					multi = append(multi, [2]json.RawMessage{raw(t, id), raw(t, values)})
				} else {
					single = append(single, [2]json.RawMessage{raw(t, id), raw(t, values[0])})
				}
			}
			require.JSONEq(t, string(raw(t, n.Single)), string(raw(t, single)), v.ID)
			require.JSONEq(t, string(raw(t, n.Multi)), string(raw(t, multi)), v.ID)
		}
		lengths := form.Lengths()
		require.Len(t, lengths, len(v.API), v.ID)
		for i, want := range v.API {
			require.Equal(t, want.Limit, lengths[i].Limit, v.ID)
			require.Equal(t, want.Code == "too_small", lengths[i].Short(), v.ID)
			if len(want.Path) == 3 {
				require.Equal(t, want.Path[1], lengths[i].Question, v.ID)
				require.EqualValues(t, want.Path[2], lengths[i].Index, v.ID)
			}
		}
		issues, kept := slow.validate(form, p)
		same(t, issues, verdict.Issues, v.ID)
		if verdict.Valid() {
			require.Equal(t, len(kept), len(verdict.Normalized().Answers), v.ID)
		}
		roundTrip(t, form)
	}
}

func raw(t testing.TB, v any) json.RawMessage {
	data, err := json.Marshal(v)
	require.NoError(t, err)
	return data
}

func same(t testing.TB, want, got []pdnd.Issue, about string) {
	require.Len(t, got, len(want), about)
	for i := range want {
		require.True(t, want[i].Equal(got[i]), "%s: %v, not %v", about, got[i], want[i])
	}
}

// roundTrip: a form comes back from its JSON as it was.
func roundTrip(t testing.TB, f pdnd.Form) {
	back, err := pdnd.Parse(raw(t, f))
	require.NoError(t, err)
	require.Equal(t, f, back)
}

// TestTemplates: the platform's verdict on the templates of its own tests.
func TestTemplates(t *testing.T) {
	all := lines(t, "templates.jsonl.gz", "vectors-template.jsonl.gz")
	require.Len(t, all, 15)
	for _, v := range all {
		p, _ := v.platform() // a kind that doesn't exist is none
		got := p.ValidateTemplate(v.Template)
		require.Equal(t, v.Expected.OK, got.Valid(), v.ID)
		require.Len(t, got.Issues, len(v.Expected.Errors), v.ID)
		for i, want := range v.Expected.Errors {
			require.JSONEq(t, string(raw(t, want)), string(raw(t, got.Issues[i])), v.ID)
		}
		var back pdnd.Template
		require.NoError(t, json.Unmarshal(raw(t, v.Template), &back))
		require.Equal(t, raw(t, v.Template), raw(t, back))
	}
}

// TestPages: which questions and values the portal shows, and what it sends, in
// 738 states of its form.
func TestPages(t *testing.T) {
	all := lines(t, "pages.jsonl.gz", "vectors-ui.jsonl.gz")
	require.Len(t, all, 738)
	for _, v := range all {
		p, err := v.platform()
		require.NoError(t, err)
		m, found := pdnd.Find(p.Kind, v.Version)
		require.True(t, found)
		var answers pdnd.Answers
		for id, values := range v.Values {
			answers = append(answers, pdnd.Answer{Question: id, Values: values})
		}
		var visible []string
		hidden := map[string][]string{}
		for q := range m.Visible(answers) {
			visible = append(visible, q.ID())
			for value := range q.Values() {
				if q.Hides(value, answers) {
					hidden[q.ID()] = append(hidden[q.ID()], value)
				}
			}
		}
		require.Equal(t, v.Visible, visible, v.ID)
		require.Len(t, hidden, len(v.HiddenValues), v.ID)
		for id, values := range v.HiddenValues {
			require.Equal(t, values, hidden[id], v.ID)
		}
		require.JSONEq(t, string(raw(t, v.Sent)), string(raw(t, m.Sent(answers))), v.ID)
	}
}

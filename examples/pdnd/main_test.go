package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/register/pdnd"
)

// shared is the folder with the whole files of vectors, of which the package's
// testdata has a part: go test ./examples/pdnd -args -shared DIR.
var shared = flag.String("shared", "", "folder with pdnd/vectors-dev.jsonl.gz")

// TestVectors feeds the program each vector without its answer and wants it back.
func TestVectors(t *testing.T) {
	const testdata = "../../register/pdnd/testdata"
	for file, whole := range map[string]string{
		"forms.jsonl.gz": "vectors-dev.jsonl.gz", "templates.jsonl.gz": "vectors-template.jsonl.gz", "pages.jsonl.gz": "vectors-ui.jsonl.gz",
	} {
		path := filepath.Join(testdata, file)
		if *shared != "" {
			path = filepath.Join(*shared, "pdnd", whole)
		}
		f, err := os.Open(path)
		require.NoError(t, err)
		z, err := gzip.NewReader(f)
		require.NoError(t, err)
		data, err := io.ReadAll(z)
		require.NoError(t, err)
		require.NoError(t, f.Close())

		var asked bytes.Buffer
		var want []map[string]json.RawMessage
		for line := range strings.Lines(string(data)) {
			var v map[string]json.RawMessage
			require.NoError(t, json.Unmarshal([]byte(line), &v))
			answer := map[string]json.RawMessage{"id": v["id"]}
			for _, field := range []string{"expected", "visible", "hiddenValues", "sent"} {
				if text, ok := v[field]; ok {
					answer[field] = text
					delete(v, field)
				}
			}
			question, err := json.Marshal(v)
			require.NoError(t, err)
			asked.Write(append(question, '\n'))
			want = append(want, answer)
		}
		var out bytes.Buffer
		require.Zero(t, status([]string{"-vectors", "-"}, &asked, &out, io.Discard, today))
		got := strings.Split(strings.TrimSpace(out.String()), "\n")
		require.Len(t, got, len(want))
		for i := range want {
			text, err := json.Marshal(want[i])
			require.NoError(t, err)
			require.JSONEq(t, string(text), got[i])
		}
	}
}

var today = date.New(2026, time.November, 23)

// try runs the program on a call and returns how it ends and what it writes.
func try(args ...string) (int, string) {
	var out, errs bytes.Buffer
	st := status(args, strings.NewReader("{"), &out, &errs, today)
	return st, out.String() + errs.String()
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{nil, {"-no such flag"}, {"a", "b"}, {"-kind", "pa", "x"}} {
		st, _ := try(args...)
		require.Equal(t, 2, st)
	}
	for _, args := range [][]string{{"-vectors", "no such file"}, {"-vectors", "-"}, {"no such form"}, {"-activity", "no such activity"}, {"-activity", "mensa", "-file", "no such file"}, {"-on", "30 febbraio", "x"}} {
		st, _ := try(args...)
		require.Equal(t, 1, st, args)
	}
}

// TestDraft: a draft of an activity of the invented Comune, as text and as a form
// that the platform takes as a draft.
func TestDraft(t *testing.T) {
	st, text := try("-activity", "polizia-locale")
	require.Zero(t, st)
	require.Contains(t, text, "Quali categorie di dati personali si ricevono?\n   dati comuni che identificano; dati giudiziari (art. 10)  (da confermare)")
	require.Contains(t, text, "Da dichiarare, a cura di chi rappresenta l'ente")
	require.NotContains(t, text, "%!")
	st, text = try("-activity", "polizia-locale", "-lang", "en")
	require.Zero(t, st)
	require.Contains(t, text, "To be asked")

	st, text = try("-activity", "polizia-locale", "-json")
	require.Zero(t, st)
	form := filepath.Join(t.TempDir(), "form.json")
	require.NoError(t, os.WriteFile(form, []byte(text), 0o600))
	st, text = try("-draft", "-check", "-personal", "yes", form)
	require.Zero(t, st)
	require.Equal(t, "La piattaforma accetta l'analisi.\n", text)
	st, text = try("-draft", "-check", "-personal", "no", form)
	require.Equal(t, 3, st)
	require.Contains(t, text, "incompatiblePersonalDataError")
	st, text = try("-check", form)
	require.Equal(t, 3, st)
	require.Contains(t, text, "declarationConfirmGDPR: manca la risposta  [missingExpectedFieldError]")
	st, text = try("-check", "-activity", "polizia-locale", form)
	require.Equal(t, 3, st)
	require.Contains(t, text, "La piattaforma rifiuta l'analisi")
}

func TestForm(t *testing.T) {
	form := filepath.Join(t.TempDir(), "form.json")
	require.NoError(t, os.WriteFile(form, []byte(`{"version":"3.0","answers":{"ruleOfLawText":[" "]}}`), 0o600))
	st, text := try("-on", "2026-02-01", "-lang", "en", form)
	require.Zero(t, st)
	require.Contains(t, text, "version 3.0 of the form is good until 15 February 2026")
	require.Contains(t, text, "the text is empty")
	st, text = try("-on", "2026-02-16", "-check", form)
	require.Equal(t, 3, st)
	require.Contains(t, text, "expiredRulesVersionError")
}

// TestModel: the questionnaire on paper, each question with its words.
func TestModel(t *testing.T) {
	st, text := try("-model")
	require.Zero(t, st)
	require.Equal(t, 33, strings.Count(text, "\n## "))
	require.NotContains(t, text, "pdnd.")
	require.Contains(t, text, "Solo se: usesPersonalData = sì; legalBasis = obbligo legale.")

	st, text = try("-model", "-json", "-kind", "GSP", "-lang", "en")
	require.Zero(t, st)
	var sheet pdnd.Sheet
	require.NoError(t, json.Unmarshal([]byte(text), &sheet))
	require.Equal(t, "PRIVATE 2.0", sheet.Form.String())
	require.Len(t, sheet.Questions, 32)
}

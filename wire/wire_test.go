package wire_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/wire"
)

const access = `{"request": {"right": "access", "received": "2026-11-08"}, "policy": {"regime": "public"}}`

func Example() {
	out, err := wire.Call("gdpr.deadline", []byte(`{"event": "2026-11-08", "term": {"n": 1, "unit": "months"}, "language": "en"}`))
	if err != nil {
		fmt.Println(err) // a *wire.Problem
		return
	}
	fmt.Println(string(out))
	// Output: {"deadline":{"event":"2026-11-08","term":{"n":1,"unit":"months"},"nominal":"2026-12-08","due":"2026-12-09","safe":"2026-12-08","steps":["rolled"]},"skipped":[{"date":"2026-12-08","name":{"it":"Immacolata Concezione","en":"Immaculate Conception"},"law":"L. 260/1949 2"}],"text":"the last day isn't a working day: it moves to the next working day"}
}

func TestTimeline(t *testing.T) {
	out, err := wire.Call("rights.timeline", []byte(access))
	require.NoError(t, err)
	var got struct {
		InForce struct {
			Due, Safe string
			Provision string
		} `json:"in_force"`
		Status any
	}
	require.NoError(t, json.Unmarshal(out, &got))
	require.Equal(t, "2026-12-09", got.InForce.Due)
	require.Equal(t, "2026-12-08", got.InForce.Safe)
	require.Equal(t, "GDPR 12(3)", got.InForce.Provision)
	require.Nil(t, got.Status, "no day was asked about")
}

// TestProblems: what is wrong is told by code, path and line, in both languages.
func TestProblems(t *testing.T) {
	for _, test := range []struct {
		name, input string
		code        wire.Kind
		status      int
		fault       gdpr.Fault
		path        string
		line        int
		title       string
	}{
		{"rights.time", "{}", wire.CodeFunction, 404, gdpr.FaultName, "", 0, "funzione sconosciuta"},
		{"rights.timeline", "{", wire.CodeInput, 422, gdpr.FaultSyntax, "", 1, "dati non validi"},
		{"rights.timeline", "{\n\"request\": {\"received\": \"2026-02-30\"},\n\"language\": \"en\"}", wire.CodeInput, 422, gdpr.FaultRange, "request.received", 2, "invalid input"},
		{"rights.timeline", `{"request": {"right": "access", "received": "2026-02-03", "replied": "2026-02-01"}}`, wire.CodeInput, 422, gdpr.FaultOrder, "request.replied", 0, "dati non validi"},
		{"rights.timeline", `{"request": {"right": "access", "received": "2026-02-03"}, "policy": {"days": -1}}`, wire.CodeInput, 422, gdpr.FaultRange, "policy.days", 0, "dati non validi"},
		{"gdpr.rows", `{"language": "de-IT!"}`, wire.CodeInput, 422, gdpr.FaultName, "language", 1, "dati non validi"},
		{"gdpr.rows", strings.Repeat(" ", wire.MostBytes+1), wire.CodeSize, 413, gdpr.FaultRange, "", 0, "dati troppo lunghi"},
		{"register.check", `{"register":` + strings.Repeat(`{"activities":[`, 60), wire.CodeInput, 422, gdpr.FaultName, "", 1, "dati non validi"},
		{"breach.notify.edpb", `{"notification":{"reporter":` + strings.Repeat("[", 200), wire.CodeInput, 422, "", "", 0, "dati non validi"},
	} {
		_, err := wire.Call(test.name, []byte(test.input))
		var p *wire.Problem
		require.True(t, errors.As(err, &p), "%s %.80s: %v", test.name, test.input, err)
		require.Equal(t, test.code, p.Code)
		require.Equal(t, "urn:gdpr:"+string(test.code), p.Type)
		require.Equal(t, test.status, p.Status)
		require.Equal(t, test.title, p.Title)
		require.NotEmpty(t, p.Errors)
		if test.fault != "" {
			require.Equal(t, test.fault, p.Errors[0].Code, "%+v", p.Errors)
		}
		if test.path != "" {
			require.Equal(t, test.path, p.Errors[0].Path)
		}
		if test.line != 0 {
			require.Equal(t, test.line, p.Errors[0].Line)
		}
		require.NotEmpty(t, p.Errors[0].Message.IT)
		require.NotEmpty(t, p.Errors[0].Message.EN)
		answer, ok := wire.Answer(test.name, []byte(test.input))
		require.False(t, ok)
		require.Equal(t, string(p.JSON()), string(answer))
		var back wire.Problem
		require.NoError(t, gdpr.Decode(answer, &back))
		require.Equal(t, *p, back)
		require.Contains(t, p.Error(), p.Title)
	}
}

// TestLanguages: texts are in the language asked for, and Italian otherwise.
func TestLanguages(t *testing.T) {
	for language, want := range map[string]string{"": "necessario", `, "language": "en"`: "needed", `, "language": "fr"`: "necessario", `, "language": "en-GB"`: "needed"} {
		_, err := wire.Call("rights.timeline", []byte(`{"request": {"right": "access"}`+language+`}`))
		require.ErrorContains(t, err, want, language)
	}
}

// TestCalendars: the patron saint's day of Rome moves a term there alone.
func TestCalendars(t *testing.T) {
	due := func(calendar string) string {
		out, err := wire.Call("gdpr.deadline", []byte(`{"event": "2026-06-19", "term": {"n": 10, "unit": "days"}, "calendar": `+calendar+`}`))
		require.NoError(t, err)
		var d struct{ Deadline struct{ Due string } }
		require.NoError(t, json.Unmarshal(out, &d))
		return d.Deadline.Due
	}
	require.Equal(t, "2026-06-29", due("null"))
	require.Equal(t, "2026-06-29", due(`{"place": "italy"}`))
	require.Equal(t, "2026-06-30", due(`{"place": "rome"}`))
	require.Equal(t, "2026-06-30", due(`{"holidays": [{"name": {"it": "Festa", "en": "Feast"}, "law": "D.P.R. 792/1985 1", "month": 6, "day": 29}]}`))
	_, err := wire.Call("gdpr.deadline", []byte(`{"calendar": {"holidays": [{"month": 13}]}}`))
	require.ErrorContains(t, err, "calendar.holidays")
	_, err = wire.Call("gdpr.deadline", []byte(`{"calendar": {"place": "ramacca"}}`))
	require.ErrorContains(t, err, "italy, rome, bolzano")
}

// TestFunctions: the names are sorted, and every one answers to no input at all.
func TestFunctions(t *testing.T) {
	names := slices.Collect(wire.Functions())
	require.Greater(t, len(names), 200)
	require.True(t, slices.IsSorted(names))
	for name := range wire.Functions() {
		answer, _ := wire.Answer(name, nil)
		require.True(t, json.Valid(answer), name)
		break
	}
	for _, name := range names {
		answer, ok := wire.Answer(name, nil)
		require.True(t, json.Valid(answer), name)
		require.NotContains(t, string(answer), string(wire.CodeInternal))
		require.NotContains(t, string(answer), "\n")
		empty, same := wire.Answer(name, []byte("{}"))
		require.Equal(t, ok, same)
		require.Equal(t, string(empty), string(answer))
	}
}

func BenchmarkTimeline(b *testing.B) {
	b.ReportAllocs()
	input := []byte(access)
	for b.Loop() {
		if _, err := wire.Call("rights.timeline", input); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzCall: whatever comes, every function answers with JSON, the same each time.
func FuzzCall(f *testing.F) {
	names := slices.Collect(wire.Functions())
	for i, input := range []string{"", "{}", access, `{"facts": {"scoring": true}}`, `{"text": "Informativa", "language": "en"}`, "[", "\xff"} {
		f.Add(uint16(i*31), []byte(input))
	}
	f.Fuzz(func(t *testing.T, i uint16, input []byte) {
		name := names[int(i)%len(names)]
		answer, ok := wire.Answer(name, input)
		require.True(t, json.Valid(answer), "%s %s", name, answer)
		again, same := wire.Answer(name, input)
		require.Equal(t, ok, same)
		require.Equal(t, string(answer), string(again))
		require.NotContains(t, string(answer), `"code":"`+string(wire.CodeInternal), name)
	})
}

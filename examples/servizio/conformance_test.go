package main

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/examples/servizio/suite"
)

const folder = "../../conformance"

// TestDoors: this program passes the whole suite, and a call gets the same bytes in
// process, over HTTP, and from a program that is started.
func TestDoors(t *testing.T) {
	files, err := suite.Load(os.DirFS(folder))
	require.NoError(t, err)
	url, _ := started(t, "-most", "8388608")
	process, stop, err := suite.Process(binary, "lines")
	require.NoError(t, err)
	over := suite.HTTP(url)
	cases, official := 0, 0
	same := func(function string, input []byte) ([]byte, bool, error) {
		want, ok, err := inProcess(function, input)
		if err != nil {
			return nil, false, err
		}
		for name, door := range map[string]suite.Door{"HTTP": over, "process": process} {
			got, gotOK, err := door(function, input)
			require.NoError(t, err, name)
			require.Equal(t, ok, gotOK, "%s %s", name, function)
			require.Equal(t, string(want), string(got), "%s %s", name, function)
		}
		cases++
		return want, ok, nil
	}
	var failures, report bytes.Buffer
	scores, err := suite.Run(files, same, &failures)
	require.NoError(t, err)
	require.True(t, suite.Print(&report, scores), "%s", failures.String())
	require.NoError(t, stop())
	for _, f := range files {
		for _, c := range f.Cases {
			if c.Kind == "official" {
				official++
			}
		}
	}
	t.Log("\n" + report.String())
	require.Greater(t, cases, 2200)
	require.Greater(t, official, 1600)
}

// TestJudge: a case fails where the answer lacks what it expects.
func TestJudge(t *testing.T) {
	no := false
	c := suite.Case{Expect: json.RawMessage(`{"a": {"b": [1, {"c": null}]}}`)}
	require.Empty(t, c.Judge([]byte(`{"a": {"b": [1, {"d": 2}], "e": 3}}`), true))
	for _, answer := range []string{`{"a": {"b": [1, {"c": 2}]}}`, `{"a": {"b": [1]}}`, `{"a": 1}`, `{}`, `x`} {
		require.NotEmpty(t, c.Judge([]byte(answer), true), answer)
	}
	require.NotEmpty(t, c.Judge([]byte(`{"a": {"b": [1, {}]}}`), false))
	c.OK = &no
	require.Empty(t, c.Judge([]byte(`{"a": {"b": [1, {}]}}`), false))
	_, err := suite.Load(os.DirFS(t.TempDir()))
	require.Error(t, err)
}

// TestCommand: the score is printed by area, and a door that answers nothing fails.
func TestCommand(t *testing.T) {
	out, errs, code := program(t, "", "conformance", folder)
	require.Equal(t, 0, code, errs+out)
	require.Regexp(t, `(?m)^breaches +\d+ of +\d+, and \d+ in which`, out)
	out, _, code = program(t, "", "conformance", "-exec", binary+" lines", folder)
	require.Equal(t, 0, code, out)
	url, _ := started(t)
	out, _, code = program(t, "", "conformance", "-url", url, folder)
	require.Equal(t, 0, code, out)
	out, _, code = program(t, "", "conformance", "-url", url+"/wrong", folder)
	require.Equal(t, 1, code)
	require.Contains(t, out, "ok is false")
}

package browsertest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/wire"
)

// suite is a file of the conformance suite: the calls alone.
type suite struct {
	Cases []struct {
		ID       string
		Function string
		Input    json.RawMessage
	}
}

// TestNode makes every call of the conformance suite in Node.js, and calls that
// are wrong, and expects the bytes of package wire.
func TestNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("not run: there is no node")
	}
	calls := [][2]string{{"no.such.function", "{}"}, {"rights.timeline", `{"nobody":"à"}`}, {"rights.timeline", `{"request":{"right":"access","received":"2026-02-30"}}`}, {"gdpr.law", ""}}
	files, err := filepath.Glob("../../../conformance/cases/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		var s suite
		require.NoError(t, json.Unmarshal(data, &s))
		for _, c := range s.Cases {
			calls = append(calls, [2]string{c.Function, string(c.Input)})
		}
	}
	require.Greater(t, len(calls), 500)
	require.Equal(t, len(calls), inNode(t, node, "gdpr.wasm", calls))
	// what the page loads has the functions of its desks, which answer the same
	require.Greater(t, inNode(t, node, "desks.wasm", calls), 100)
}

// inNode makes the calls of the functions that a build of the library has, and
// returns how many those are.
func inNode(t *testing.T, node, library string, calls [][2]string) int {
	input, err := json.Marshal(calls)
	require.NoError(t, err)
	c := exec.Command(node, "testdata/calls.js", built(t), library)
	c.Stdin = bytes.NewReader(input)
	var out, problems bytes.Buffer
	c.Stdout, c.Stderr = &out, &problems
	require.NoError(t, c.Run(), problems.String())
	var got []struct {
		Left, OK bool
		Answer   string
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	require.Len(t, got, len(calls))
	made := 0
	for i, call := range calls {
		if got[i].Left {
			continue
		}
		made++
		want, ok := wire.Answer(call[0], []byte(call[1]))
		require.Equal(t, ok, got[i].OK, call)
		require.Equal(t, string(want), got[i].Answer, fmt.Sprint(call))
	}
	return made
}

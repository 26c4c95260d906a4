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

	"github.com/stretchr/testify/require"
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
		require.NoError(t, run([]string{"-vectors", "-"}, &asked, &out))
		got := strings.Split(strings.TrimSpace(out.String()), "\n")
		require.Len(t, got, len(want))
		for i := range want {
			text, err := json.Marshal(want[i])
			require.NoError(t, err)
			require.JSONEq(t, string(text), got[i])
		}
	}
}

func TestUsage(t *testing.T) {
	require.ErrorIs(t, run(nil, nil, io.Discard), flag.ErrHelp)
	require.Error(t, run([]string{"-vectors", "no such file"}, nil, io.Discard))
	require.Error(t, run([]string{"-vectors", "-"}, strings.NewReader("{"), io.Discard))
}

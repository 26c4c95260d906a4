package functions

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

// slowTimeline is rights.timeline by gdpr.Decode and encoding/json.
var slowTimeline = fn("rights.timeline", "rights.Request.Timeline", timeline).Call

// inputs are those of the suite, and some of every form that the fast way knows.
func inputs(t testing.TB) []string {
	text, err := os.ReadFile("../../conformance/cases/requests.json")
	require.NoError(t, err)
	var file struct {
		Cases []struct{ Input json.RawMessage }
	}
	require.NoError(t, json.Unmarshal(text, &file))
	all := []string{
		`{"request": {"right": "access", "received": "2026-11-08"}, "policy": {"regime": "public"}}`,
		`{"request":{"id":"prot. 3","right":"erasure","also":["objection"],"received":"2026-01-31","channel":"pec","asked":"written","identified":true,"pauses":[{"cause":"identification","asked":"2026-02-03","answered":"2026-02-10","prompt":true}],"extensions":[{"told":"2026-02-12","reasons":"molti fascicoli","ground":"complexity"}],"replied":"2026-05-07","police":false},"policy":{"days":20,"by":"Own 16(3)","regime":"italy"},"on":"2026-06-01","calendar":{"place":"rome"},"language":"en"}`,
		`{"request":{"right":"withdrawal","received":"2026-01-31","stopped":"2026-02-02"},"on":"2026-02-01"}`,
		`{"request":{"right":"access","received":"2026-01-31","police":true},"policy":{"days":10}}`,
		`{"request":{"right":"access","received":"2026-01-31","pauses":[{"cause":"clarification","asked":"2026-02-03","prompt":true}]},"on":"2026-02-05"}`,
		`{"request":{"right":"access","received":"2026-01-31"},"policy":{"days":10,"regime":null},"calendar":{"place":"weekends"}} `,
	}
	for _, c := range file.Cases {
		all = append(all, string(c.Input))
	}
	return all
}

// TestFast: the fast way takes what programs write, and answers as the slow one.
func TestFast(t *testing.T) {
	for _, input := range inputs(t) {
		fast, ok := fastTimeline([]byte(input))
		require.True(t, ok, input)
		slow, err := slowTimeline([]byte(input))
		require.NoError(t, err, input)
		require.Equal(t, string(slow), string(fast), input)
	}
	for _, input := range []string{
		``, `{`, `[]`, `{"request":{}} x`, `{"request":{"id":"a\n"}}`, `{"request":{"id":"à"}}`, `{"request":{"received":"2026-02-30"}}`, `{"request":{"received":1}}`,
		`{"on":"2026-01-01","on":"2026-01-01"}`, `{"policy":{"days":-1}}`, `{"policy":{"days":01}}`, `{"policy":{"days":1.5}}`, `{"policy":{"days":1234567890}}`, `{"policy":{"days":}}`,
		`{"request":{"also":[]}}`, `{"request":{"also":["access"`, `{"request":{"identified":"x"}}`, `{"request":{"refusal":{}}}`, `{"calendar":{"holidays":[]}}`,
		`{"request":{"pauses":[{"x":1}]}}`, `{"request":{"extensions":[{"x":1}]}}`, `{"policy":{"x":1}}`, `{"x":1}`, `{"on":"2026-01-01" "x"}`, `{"on" "x"}`, `{"on":"2026`, `{"request":{"also":1}}`,
	} {
		_, ok := fastTimeline([]byte(input))
		require.False(t, ok, input)
	}
}

// FuzzFast: whatever the fast way takes, gdpr.Decode takes and makes the same of,
// and the answers are the same bytes.
func FuzzFast(f *testing.F) {
	for _, input := range inputs(f) {
		f.Add([]byte(input))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		var fast, slow requestInput
		s := scanner{text: input}
		if s.requestInput(&fast) {
			require.NoError(t, gdpr.Decode(input, &slow))
			require.Equal(t, slow, fast)
		}
		got, ok := fastTimeline(input)
		if !ok {
			return
		}
		want, err := slowTimeline(input)
		require.NoError(t, err)
		require.Equal(t, string(want), string(got))
	})
}

func BenchmarkFast(b *testing.B) {
	input := []byte(inputs(b)[0])
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := fastTimeline(input); !ok {
			b.Fatal("not taken")
		}
	}
}

func BenchmarkSlow(b *testing.B) {
	input := []byte(inputs(b)[0])
	b.ReportAllocs()
	for b.Loop() {
		if _, err := slowTimeline(input); err != nil {
			b.Fatal(err)
		}
	}
}

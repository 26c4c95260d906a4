package gdpr_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
)

type document struct {
	Name     string `json:"name"`
	Received date.Date
	At       time.Time `json:"at,omitzero"`
	Fact     gdpr.Answer
	Unit     gdpr.Unit            `json:"unit,omitempty"`
	Items    []item               `json:"items,omitempty"`
	ByName   map[string]item      `json:"byName,omitempty"`
	Maybe    *item                `json:"maybe,omitempty"`
	Free     any                  `json:"free,omitempty"`
	Steps    gdpr.Steps           `json:"steps,omitempty"`
	Days     map[string]date.Date `json:"days,omitempty"`
	hidden   int
	Ignored  int `json:"-"`
	base
}

type base struct {
	Base int `json:"base,omitempty"`
}

type item struct {
	Day date.Date `json:"day,omitzero"`
	N   int       `json:"n,omitempty"`
}

func TestDecode(t *testing.T) {
	const good = `{
		"name": "Comune di Roccasilvana", "Received": "2026-01-31", "at": "2026-01-31T10:00:00+01:00",
		"Fact": true, "unit": "months", "items": [{"day": "2028-02-29", "n": 3}, {}, null],
		"byName": {"a": {"n": 1}}, "maybe": {"n": 7}, "free": {"x": [1, "2"]}, "steps": ["rolled"],
		"days": {"x": "2026-12-25"}, "base": 4
	}`
	var got, want document
	require.NoError(t, gdpr.Decode([]byte(good), &got))
	require.NoError(t, json.Unmarshal([]byte(good), &want))
	require.Equal(t, want, got)
	require.Equal(t, 7, got.Maybe.N)
	require.Zero(t, got.hidden)

	require.NoError(t, gdpr.Decode([]byte(`{"Received":null,"items":null,"maybe":null}`), &got))
	require.Equal(t, document{}, got, "what isn't given isn't kept from before")
	var list []item
	require.NoError(t, gdpr.Decode([]byte(` [ {"n":1} , {"n":2} ] `), &list))
	require.Equal(t, []item{{N: 1}, {N: 2}}, list)
	var a gdpr.Answer
	require.NoError(t, gdpr.Decode([]byte("true"), &a))
	require.Equal(t, gdpr.Yes, a)
}

func TestDecodeErrors(t *testing.T) {
	for _, c := range []struct {
		name, data   string
		field, value string
		fault        gdpr.Fault
		line         int
	}{
		{"impossible date", "{\n\"items\": [\n{},\n{\"day\": \"2026-02-30\"}]}", "items[1].day", "2026-02-30", gdpr.FaultRange, 4},
		{"a date that isn't one", `{"Received": "yesterday"}`, "Received", "yesterday", gdpr.FaultSyntax, 1},
		{"a number for a date", "{\"Received\":\n 5}", "Received", "5", gdpr.FaultSyntax, 2},
		{"impossible date in a map", `{"days": {"x": "2026-13-01"}}`, "days.x", "2026-13-01", gdpr.FaultRange, 1},
		{"unknown field", "{\"name\": \"x\",\n\n\"nome\": \"y\"}", "nome", "", gdpr.FaultName, 3},
		{"unknown field below", `{"byName": {"a": {"m": 1}}}`, "byName.a.m", "", gdpr.FaultName, 1},
		{"other case", `{"Name": "x"}`, "Name", "", gdpr.FaultName, 1},
		{"hidden field", `{"hidden": 1}`, "hidden", "", gdpr.FaultName, 1},
		{"ignored field", `{"Ignored": 1}`, "Ignored", "", gdpr.FaultName, 1},
		{"twice", "{\"name\": \"x\",\n\"name\": \"y\"}", "name", "", gdpr.FaultDuplicate, 2},
		{"twice in a map", `{"byName": {"a": {}, "a": {}}}`, "byName.a", "", gdpr.FaultDuplicate, 1},
		{"unknown word", "{\n\"unit\": \"fortnights\"}", "unit", "fortnights", gdpr.FaultName, 2},
		{"answer", `{"Fact": "maybe"}`, "Fact", `"maybe"`, gdpr.FaultName, 1},
		{"another kind", "{\"name\":\n\n7}", "name", "7", gdpr.FaultSyntax, 3},
		{"an object for a number", `{"items": [{"n": {"a": 1}}]}`, "items[0].n", `{"a": 1}`, gdpr.FaultSyntax, 1},
		{"a list for an object", `{"maybe": [1]}`, "maybe", "[1]", gdpr.FaultSyntax, 1},
		{"an object for a list", `{"items": {"n": 1}}`, "items", `{"n": 1}`, gdpr.FaultSyntax, 1},
		{"a time without a zone", `{"at": "2026-01-31T10:00:00"}`, "at", `"2026-01-31T10:00:00"`, gdpr.FaultSyntax, 1},
		{"not JSON", "{\n\"name\": x}", "name", "", gdpr.FaultSyntax, 2},
		{"cut short", "{\n\"items\": [\n", "items", "", gdpr.FaultSyntax, 3},
		{"cut short in a word", `{"name`, "", "", gdpr.FaultSyntax, 1},
		{"empty", "", "", "", gdpr.FaultSyntax, 1},
		{"more after it", "{}\n{}", "", "", gdpr.FaultSyntax, 2},
		{"not UTF-8", "{\n\"name\": \"\xff\"}", "", "", gdpr.FaultSyntax, 2},
		{"cut short in a list", "{\"items\": [{},", "items[1]", "", gdpr.FaultSyntax, 1},
		{"a long value", `{"at": "` + strings.Repeat("x", 80) + `"}`, "at", `"` + strings.Repeat("x", 59) + "…", gdpr.FaultSyntax, 1},
		{"not UTF-8 after what is", "{\n\"name\": \"è\xff\"}", "", "", gdpr.FaultSyntax, 2},
		{"unknown step", `{"steps": ["jumped"]}`, "steps", "jumped", gdpr.FaultName, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := document{Name: "before"}
			err := gdpr.Decode([]byte(c.data), &d)
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			require.Equal(t, c.fault, in.Fault, "%v", err)
			require.Equal(t, c.field, in.Field)
			require.Equal(t, c.value, in.Value)
			require.Equal(t, c.line, in.Line)
			require.Equal(t, document{Name: "before"}, d, "an error leaves the value as it was")
		})
	}
	err := gdpr.Decode([]byte(`{"at": "2026-01-31T10:00:00"}`), &document{})
	require.EqualError(t, err, `gdpr: at: "\"2026-01-31T10:00:00\"": not of a valid form; expected: 2026-01-31T10:00:00+01:00`)
	err = gdpr.Decode([]byte(`{"nome": 1}`), &item{})
	require.EqualError(t, err, "gdpr: nome: unknown name; valid ones: day, n")
	for _, v := range []any{nil, item{}, (*item)(nil)} {
		require.ErrorIs(t, gdpr.Decode([]byte("{}"), v), gdpr.FaultSyntax)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"name": "x", "items": [{"day": "2026-01-31"}], "byName": {"a": {}}}`))
	f.Add([]byte(`{"Received": "2026-02-30"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d, lenient document
		if err := gdpr.Decode(data, &d); err != nil {
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			require.GreaterOrEqual(t, in.Line, 1)
			return
		}
		require.NoError(t, json.Unmarshal(data, &lenient), "whatever Decode accepts, encoding/json does")
		require.Equal(t, lenient, d)
	})
}

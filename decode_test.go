package gdpr_test

import (
	"encoding/json"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/rights"
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
		{"answer", `{"Fact": "maybe"}`, "Fact", "maybe", gdpr.FaultName, 1},
		{"another kind", "{\"name\":\n\n7}", "name", "7", gdpr.FaultSyntax, 3},
		{"an object for a number", `{"items": [{"n": {"a": 1}}]}`, "items[0].n", `{"a": 1}`, gdpr.FaultSyntax, 1},
		{"a list for an object", `{"maybe": [1]}`, "maybe", "[1]", gdpr.FaultSyntax, 1},
		{"an object for a list", `{"items": {"n": 1}}`, "items", `{"n": 1}`, gdpr.FaultSyntax, 1},
		{"a time without a zone", `{"at": "2026-01-31T10:00:00"}`, "at", "2026-01-31T10:00:00", gdpr.FaultSyntax, 1},
		{"not JSON", "{\n\"name\": x}", "name", "", gdpr.FaultSyntax, 2},
		{"cut short", "{\n\"items\": [\n", "items", "", gdpr.FaultSyntax, 3},
		{"cut short in a word", `{"name`, "", "", gdpr.FaultSyntax, 1},
		{"empty", "", "", "", gdpr.FaultSyntax, 1},
		{"more after it", "{}\n{}", "", "", gdpr.FaultSyntax, 2},
		{"not UTF-8", "{\n\"name\": \"\xff\"}", "", "", gdpr.FaultSyntax, 2},
		{"cut short in a list", "{\"items\": [{},", "items[1]", "", gdpr.FaultSyntax, 1},
		{"a long value", `{"at": "` + strings.Repeat("x", 80) + `"}`, "at", strings.Repeat("x", 60) + "…", gdpr.FaultSyntax, 1},
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
	require.EqualError(t, err, `gdpr: at: "2026-01-31T10:00:00": not of a valid form; expected: 2026-01-31T10:00:00+01:00`)
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

// TestDecodeTellsAll: a file with several mistakes takes one run.
func TestDecodeTellsAll(t *testing.T) {
	const bad = `{
"nome": {"x": [1]},
"Received": "2026-02-30",
"Fact": "forse",
"items": [{"n": "x"}, {"n": {"a": 1}, "n": 2}, 7],
"maybe": [1],
"Fact": true,
"steps": "rolled",
"days": {"x": 5},
"unit": "fortnights"}`
	d := document{Name: "before"}
	err := gdpr.Decode([]byte(bad), &d)
	require.Equal(t, document{Name: "before"}, d)
	var several gdpr.InputErrors
	require.ErrorAs(t, err, &several)
	require.Equal(t, several, gdpr.InputErrors(gdpr.Errors(err)))
	var got []string
	for _, e := range several {
		got = append(got, e.Message(language.Italian))
	}
	require.Equal(t, []string{
		"nome: nome sconosciuto; validi: Fact, Received, at, base, byName, days, free, items, maybe, name, steps, unit",
		`Received: "2026-02-30": fuori dai valori ammessi (2026-02-01 - 2026-02-28)`,
		`Fact: "forse": nome sconosciuto; validi: true (sì), false (no), null (non noto)`,
		`items[0].n: "x": forma non valida; attesa: un numero intero`,
		`items[1].n: "{\"a\": 1}": forma non valida; attesa: un numero intero`,
		"items[1].n: già usato da n",
		`items[2]: "7": forma non valida; attesa: un oggetto con campi`,
		`maybe: "[1]": forma non valida; attesa: un oggetto con campi`,
		"Fact: già usato da Fact",
		`steps: "\"rolled\"": forma non valida; attesa: ["clamped"]`,
		`days.x: "5": forma non valida; attesa: 2026-01-31`,
		`unit: "fortnights": nome sconosciuto; validi: hours, days, working_days, weeks, months, years`,
	}, got)
	lines := []int{}
	for _, e := range several {
		lines = append(lines, e.Line)
	}
	require.Equal(t, []int{2, 3, 4, 5, 5, 5, 5, 6, 7, 8, 9, 10}, lines)
	require.Equal(t, 11, strings.Count(err.Error(), "\n"))
	require.Equal(t, strings.Join(got, "\n"), several.Message(language.Italian))
	for _, fault := range []gdpr.Fault{gdpr.FaultName, gdpr.FaultRange, gdpr.FaultSyntax, gdpr.FaultDuplicate} {
		require.ErrorIs(t, err, fault)
	}
	below := gdpr.Errors(gdpr.At("file", err))
	require.Len(t, below, len(several))
	require.Equal(t, "file.items[2]", below[6].Field)
	require.Nil(t, gdpr.Errors(io.EOF))
	require.Equal(t, io.EOF, gdpr.At("x", io.EOF))
	require.Len(t, gdpr.Errors(gdpr.Decode([]byte("[7]"), &[]item{})), 1)
}

func TestDecodeLimits(t *testing.T) {
	type nested struct {
		In *nested `json:"in,omitempty"`
	}
	deep := func(n int) []byte { return []byte(strings.Repeat(`{"in":`, n) + "{}" + strings.Repeat("}", n)) }
	var v nested
	require.NoError(t, gdpr.Decode(deep(99), &v))
	require.ErrorIs(t, gdpr.Decode(deep(100), &v), gdpr.FaultRange)
	data := deep(200_000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	require.ErrorIs(t, gdpr.Decode(data, &v), gdpr.FaultRange)
	runtime.ReadMemStats(&after)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(8*len(data)), "memory is linear")

	many := []byte("[" + strings.Repeat(`{"m":1},`, 500) + `{"m":1}]`)
	require.Len(t, gdpr.Errors(gdpr.Decode(many, &[]item{})), 100)
	require.ErrorIs(t, gdpr.Decode(make([]byte, 256<<20+1), &v), gdpr.FaultRange)
	var two [2]int
	require.ErrorIs(t, gdpr.Decode([]byte("[1,2,3]"), &two), gdpr.FaultRange)
	require.NoError(t, gdpr.Decode([]byte("[1,2]"), &two))
}

func TestDecodePassesOverAByteOrderMark(t *testing.T) {
	var d item
	require.NoError(t, gdpr.Decode([]byte("\xef\xbb\xbf{\"n\": 3}"), &d))
	require.Equal(t, 3, d.N)
	err := gdpr.Decode([]byte("\xef\xbb\xbf\n{\"m\": 3}"), &d)
	require.Equal(t, 2, gdpr.Errors(err)[0].Line)
}

// A host's struct that embeds types of the library keeps the fields of both.
func TestDecodeEmbedded(t *testing.T) {
	type host struct {
		gdpr.Finding
		*gdpr.Term
		Message string `json:"message"`
	}
	const text = `{"code":"findings.count","severity":"warning","args":[3],"message":"x","n":2,"unit":"days"}`
	for _, read := range []func([]byte, any) error{gdpr.Decode, json.Unmarshal} {
		var h host
		require.NoError(t, read([]byte(text), &h))
		require.Equal(t, host{gdpr.Finding{Code: "findings.count", Severity: gdpr.Warning, Args: []any{3}}, &gdpr.Term{N: 2, Unit: gdpr.Days}, "x"}, h)
	}
	require.ErrorIs(t, gdpr.Decode([]byte(`{"messaggio":"x"}`), &host{}), gdpr.FaultName)
	type request struct {
		rights.Request
		Office string `json:"office"`
	}
	var r request
	require.NoError(t, gdpr.Decode([]byte(`{"id":"1","right":"access","received":"2026-11-02","office":"anagrafe"}`), &r))
	require.Equal(t, "anagrafe", r.Office)
	require.Equal(t, rights.ToAccess, r.Right)
	back, err := json.Marshal(r)
	require.NoError(t, err)
	require.Contains(t, string(back), `"office":"anagrafe"`)
	type shadow struct {
		item
		N string `json:"n"`
	}
	var s shadow
	require.NoError(t, gdpr.Decode([]byte(`{"n":"x"}`), &s))
	require.Equal(t, "x", s.N)
	var words map[gdpr.Unit]int
	require.NoError(t, gdpr.Decode([]byte(`{"days":1}`), &words))
	require.Equal(t, map[gdpr.Unit]int{gdpr.Days: 1}, words)
	require.ErrorIs(t, gdpr.Decode([]byte(`{"moons":1}`), &words), gdpr.FaultName)
}

package register_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

func TestJSONRoundTrip(t *testing.T) {
	r := sample(t)
	data, err := r.JSON()
	require.NoError(t, err)
	again, err := register.Parse(data)
	require.NoError(t, err)
	require.Equal(t, r, again)
	twice, err := again.JSON()
	require.NoError(t, err)
	require.Equal(t, string(data), string(twice))
	require.Contains(t, string(data), `"schema": "gdpr.register/1"`)

	empty, err := register.Register{}.JSON()
	require.NoError(t, err)
	zero, err := register.Parse(empty)
	require.NoError(t, err)
	require.Equal(t, register.Register{}, zero)

	// Characters that mean something in HTML stay as they are.
	r.Activities[0].Name = "Anagrafe & <AIRE>"
	data, err = r.JSON()
	require.NoError(t, err)
	require.Contains(t, string(data), "Anagrafe & <AIRE>")
}

func TestParseErrors(t *testing.T) {
	in := func(register string) string { return `{"schema":"gdpr.register/1","register":` + register + `}` }
	act := func(fields string) string { return in(`{"activities":[{},{` + fields + `}]}`) }
	for _, c := range []struct {
		name, data, field string
		fault             gdpr.Fault
	}{
		{"nothing", ``, "", gdpr.FaultSyntax},
		{"null", `null`, "schema", gdpr.FaultMissing},
		{"a list", `[]`, "", gdpr.FaultSyntax},
		{"not UTF-8", "{\"schema\":\"\xff\"}", "", gdpr.FaultSyntax},
		{"cut off", `{"schema":"gdpr.register/1","register":{`, "register", gdpr.FaultSyntax},
		{"cut off in a list", `{"schema":"gdpr.register/1","register":{"offices":[`, "register.offices", gdpr.FaultSyntax},
		{"cut off before a value", `{"schema":"gdpr.register/1","register":`, "register", gdpr.FaultSyntax},
		{"more after the end", in(`{}`) + `{}`, "", gdpr.FaultSyntax},
		{"no schema", `{"register":{}}`, "schema", gdpr.FaultMissing},
		{"another schema", `{"schema":"gdpr.register/2","register":{}}`, "schema", gdpr.FaultName},
		{"schema of another type", `{"schema":1}`, "schema", gdpr.FaultSyntax},
		{"unknown field at the top", `{"schema":"gdpr.register/1","registro":{}}`, "registro", gdpr.FaultName},
		{"unknown field", act(`"purpose":[]`), "register.activities[1].purpose", gdpr.FaultName},
		{"a field in other letters", act(`"ID":"x"`), "register.activities[1].ID", gdpr.FaultName},
		{"unknown field far below", act(`"purposes":[{},{},{"x":1}]`), "register.activities[1].purposes[2].x", gdpr.FaultName},
		{"a field twice", act(`"id":"a","id":"b"`), "register.activities[1].id", gdpr.FaultDuplicate},
		{"unknown word", act(`"sector":"mensa"`), "register.activities[1].sector", gdpr.FaultName},
		{"unknown letter", act(`"matter":"j"`), "register.activities[1].matter", gdpr.FaultName},
		{"word of another type", act(`"sector":1`), "register.activities[1].sector", gdpr.FaultSyntax},
		{"answer of another type", act(`"abroad":"no"`), "register.activities[1].abroad", gdpr.FaultName},
		{"answer that is a list", act(`"abroad":[]`), "register.activities[1].abroad", gdpr.FaultName},
		{"a day that doesn't exist", act(`"reviewed":"2026-02-30"`), "register.activities[1].reviewed", gdpr.FaultRange},
		{"no day", act(`"reviewed":"ieri"`), "register.activities[1].reviewed", gdpr.FaultSyntax},
		{"day of another type", act(`"reviewed":20260131`), "register.activities[1].reviewed", gdpr.FaultSyntax},
		{"text of another type", act(`"name":7`), "register.activities[1].name", gdpr.FaultSyntax},
		{"number of another type", act(`"retention":{"period":{"n":"3"}}`), "register.activities[1].retention.period.n", gdpr.FaultSyntax},
		{"number that isn't whole", act(`"retention":{"period":{"n":1.5}}`), "register.activities[1].retention.period.n", gdpr.FaultSyntax},
		{"unit", act(`"retention":{"period":{"unit":"decades"}}`), "register.activities[1].retention.period.unit", gdpr.FaultName},
		{"list of another type", act(`"subjects":{}`), "register.activities[1].subjects", gdpr.FaultSyntax},
		{"object of another type", act(`"special":true`), "register.activities[1].special", gdpr.FaultSyntax},
		{"fact of the assessment", act(`"dpia":{"facts":{"large scale":true}}`), "register.activities[1].dpia.facts.large scale", gdpr.FaultName},
		{"a bracket where a name should be", `{"schema":"gdpr.register/1",]}`, "", gdpr.FaultSyntax},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := register.Parse([]byte(c.data))
			require.ErrorIs(t, err, c.fault)
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			require.Equal(t, c.field, in.Field)
		})
	}
	_, err := register.Parse([]byte(act(`"purpose":[]`)))
	require.ErrorContains(t, err, "id, joint, judicial, matching, matter")
	// null is an answer nobody gave, and a list without entries.
	r, err := register.Parse([]byte(act(`"abroad":null,"subjects":null`)))
	require.NoError(t, err)
	require.Equal(t, register.Activity{}, r.Activities[1])
}

// What Parse can't read must not come into the types.
func TestParsableTypes(t *testing.T) {
	answer, text := reflect.TypeFor[gdpr.Answer](), reflect.TypeFor[encoding.TextUnmarshaler]()
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(v reflect.Type) {
		if seen[v] || v == answer || reflect.PointerTo(v).Implements(text) {
			return
		}
		seen[v] = true
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				f := v.Field(i)
				require.True(t, f.IsExported(), "%v.%s", v, f.Name)
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				require.NotEmpty(t, name, "%v.%s", v, f.Name)
				require.Equal(t, strings.ToLower(name), name)
				walk(f.Type)
			}
		case reflect.Slice:
			walk(v.Elem())
		default:
			require.Contains(t, []reflect.Kind{reflect.String, reflect.Int, reflect.Bool}, v.Kind(), v)
		}
	}
	walk(reflect.TypeFor[register.Register]())
	require.Greater(t, len(seen), 15)
}

// enumerations are all the package has, with the number of their values.
var enumerations = []struct {
	name string
	last int
	make func(int) any
}{
	{"function", 5, func(i int) any { v := register.Function(i); return &v }},
	{"basis", 6, func(i int) any { v := register.Basis(i); return &v }},
	{"kind", 10, func(i int) any { v := register.Kind(i); return &v }},
	{"sector", 9, func(i int) any { v := register.Sector(i); return &v }},
	{"matter", 25, func(i int) any { v := register.Matter(i); return &v }},
	{"outcome", 4, func(i int) any { v := register.Outcome(i); return &v }},
	{"condition", 9, func(i int) any { v := register.Condition(i); return &v }},
	{"safeguard", 17, func(i int) any { v := register.Safeguard(i); return &v }},
	{"place", 2, func(i int) any { v := register.Place(i); return &v }},
	{"content", 6, func(i int) any { v := register.Content(i); return &v }},
	{"op", 3, func(i int) any { v := register.Op(i); return &v }},
}

func TestEnumerations(t *testing.T) {
	for _, e := range enumerations {
		words := map[string]bool{}
		for i := 0; i <= e.last; i++ {
			v := e.make(i)
			word, err := v.(encoding.TextMarshaler).MarshalText()
			require.NoError(t, err)
			require.Equal(t, i == 0 && e.name != "outcome", len(word) == 0)
			require.False(t, words[string(word)])
			words[string(word)] = true
			require.Equal(t, string(word), v.(interface{ String() string }).String())
			back := e.make(99)
			require.NoError(t, back.(encoding.TextUnmarshaler).UnmarshalText(word))
			require.Equal(t, v, back)
			if l, ok := v.(interface{ Label(language.Tag) string }); ok {
				it, en := l.Label(language.Italian), l.Label(language.English)
				if i > 0 {
					require.NotContains(t, it, "register.")
					require.NotEmpty(t, en)
				} else if e.name != "outcome" {
					require.Empty(t, it)
				}
			}
		}
		_, err := e.make(e.last + 1).(encoding.TextMarshaler).MarshalText()
		require.ErrorIs(t, err, gdpr.FaultName, e.name)
		require.ErrorIs(t, e.make(0).(encoding.TextUnmarshaler).UnmarshalText([]byte("?")), gdpr.FaultName)
	}
	require.Equal(t, "da stabilire", register.Undetermined.Label(language.Italian))
	require.Equal(t, gdpr.Provision("GDPR 6(1)(e)"), register.PublicTask.Provision())
	require.Empty(t, register.Basis(0).Provision())
	require.Empty(t, register.Basis(7).Provision())
	for s := register.Adequacy; s <= register.Compelling; s++ {
		_, err := gdpr.ParseProvision(string(s.Provision()))
		require.NoError(t, err)
	}
	require.Empty(t, register.Safeguard(0).Provision())
	require.Empty(t, register.Safeguard(18).Provision())
	// GDPR 49(3): letters a, b, c and the second subparagraph, no other.
	for s := register.Safeguard(0); s <= register.Compelling+1; s++ {
		p := s.Provision()
		require.Equal(t, p == "GDPR 49(1)(a)" || p == "GDPR 49(1)(b)" || p == "GDPR 49(1)(c)" || p == "GDPR 49(1)", s.Closed(), s)
	}
}

func FuzzParse(f *testing.F) {
	data, err := os.ReadFile("testdata/comune.json")
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte(`{"schema":"gdpr.register/1","register":{"activities":[{"id":"a","data":[{"kind":"health"}],"special":{"norm":{"exists":null}}}]}}`))
	f.Add([]byte(`{"schema":"gdpr.register/1","register":{"created":"2026-02-30"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := register.Parse(data)
		if err != nil {
			var in *gdpr.InputError
			require.ErrorAs(t, err, &in)
			require.Equal(t, register.Register{}, r)
			return
		}
		// What is read is JSON, is written, and is read as the same.
		require.True(t, json.Valid(data))
		written, err := r.JSON()
		require.NoError(t, err)
		again, err := register.Parse(written)
		require.NoError(t, err)
		rewritten, err := again.JSON()
		require.NoError(t, err)
		require.True(t, bytes.Equal(written, rewritten))
		require.Empty(t, register.Diff(r, again))
		// Everything else takes it without a word of complaint.
		fs := register.Check(r, 739_000)
		require.Equal(t, fs, register.Check(r, 739_000))
		for _, s := range r.Sheets(language.Italian) {
			for _, row := range s.Rows {
				require.Len(t, row, len(s.Columns))
			}
		}
		linked, err := r.JSONLD("https://comune.example/registro")
		require.NoError(t, err)
		require.True(t, json.Valid(linked))
		register.Summarize(r)
	})
}

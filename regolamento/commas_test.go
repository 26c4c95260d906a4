package regolamento_test

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/regolamento"
)

// shared is the folder with the official tables that aren't part of the
// project: go test . -args -shared DIR.
var shared = flag.String("shared", "", "folder with provisions.tsv and the other shared tables")

const (
	regolamentoCommas = 164 // articles 1 to 43
	webSections       = 12
)

// TestRegulationMatchesTheSharedTable holds the table against provisions.tsv,
// the list of what this library has to encode: the same rows in the same order,
// each with its kind and its package.
func TestRegulationMatchesTheSharedTable(t *testing.T) {
	if *shared == "" {
		t.Log("not held against provisions.tsv: give its folder with -args -shared DIR")
		return
	}
	f, err := os.Open(filepath.Join(*shared, "provisions.tsv"))
	require.NoError(t, err)
	defer func() { require.NoError(t, f.Close()) }()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	require.NoError(t, err)

	type row struct {
		provision gdpr.Provision
		kind      regolamento.Kind
		pkg       string
	}
	kinds := map[string]regolamento.Kind{
		"decl":   regolamento.Declaration,
		"def":    regolamento.Definition,
		"check":  regolamento.Check,
		"duty":   regolamento.Duty,
		"decide": regolamento.Decision,
		"calc":   regolamento.Calculation,
	}
	var want, got []row
	for _, cells := range rows[1:] {
		require.Contains(t, kinds, cells[1], cells[0])
		article, comma, _ := strings.Cut(cells[0], ".")
		p := gdpr.Provision("Regolamento " + article + "(" + comma + ")")
		if article == "W" {
			p = gdpr.Provision("Web notice " + comma)
		}
		want = append(want, row{p, kinds[cells[1]], cells[2]})
	}
	for c := range regolamento.Commas() {
		got = append(got, row{c.Provision, c.Kind, c.Package})
	}
	require.Equal(t, want, got)
}

func TestRegulationIsComplete(t *testing.T) {
	acts := map[string]int{}
	articles := map[string]bool{}
	for c := range regolamento.Commas() {
		acts[c.Provision.Act()]++
		if c.Provision.Act() == "Regolamento" {
			articles[c.Provision.Article()] = true
		}
	}
	require.Equal(t, map[string]int{"Regolamento": regolamentoCommas, "Web notice": webSections}, acts)
	for n := 1; n <= 43; n++ {
		require.Contains(t, articles, strconv.Itoa(n))
	}
}

func TestRegulationCitesCanonicallyAndOnce(t *testing.T) {
	seen := map[gdpr.Provision]bool{}
	for c := range regolamento.Commas() {
		_, err := gdpr.ParseProvision(string(c.Provision))
		require.NoError(t, err)
		require.False(t, seen[c.Provision], "%s twice", c.Provision)
		seen[c.Provision] = true
		require.Empty(t, c.Provision.Letter(), c.Provision)
		require.Equal(t, c.Provision.Act() == "Regolamento", c.Provision.Paragraph() != "", c.Provision)
	}
}

func TestRegulationKeepsTheOrderOfTheDocument(t *testing.T) {
	type place struct{ act, article, comma, second int }
	at := func(p gdpr.Provision) place {
		number := func(s string) int {
			n, err := strconv.Atoi(s)
			require.NoError(t, err, p)
			return n
		}
		if p.Act() == "Web notice" {
			return place{act: 1, article: number(p.Article())}
		}
		comma, second := strings.CutSuffix(p.Paragraph(), "bis")
		where := place{article: number(p.Article()), comma: number(comma)}
		if second {
			where.second = 1
		}
		return where
	}
	last := place{}
	for c := range regolamento.Commas() {
		next := at(c.Provision)
		require.Negative(t, cmp.Or(
			cmp.Compare(last.act, next.act),
			cmp.Compare(last.article, next.article),
			cmp.Compare(last.comma, next.comma),
			cmp.Compare(last.second, next.second),
		), "%s comes after a later place", c.Provision)
		switch {
		case next.act != last.act, next.article != last.article:
			if next.act == 0 {
				require.Equal(t, 1, next.comma, "%s: a comma is lacking before it", c.Provision)
			}
		case next.second == 0:
			require.Equal(t, last.comma+1, next.comma, "%s: a comma is lacking before it", c.Provision)
		}
		last = next
	}
}

func TestRegulationHasEveryKindAndPackage(t *testing.T) {
	kinds, packages := map[string]bool{}, map[string]bool{}
	for c := range regolamento.Commas() {
		kinds[c.Kind.String()] = true
		packages[c.Package] = true
	}
	require.ElementsMatch(t,
		[]string{"declaration", "definition", "check", "duty", "decision", "calculation"},
		slices.Collect(maps.Keys(kinds)))
	require.ElementsMatch(t,
		[]string{"gdpr", "rights", "breach", "dpia", "register", "roles", "informativa"},
		slices.Collect(maps.Keys(packages)))
}

// sentenceEnd tells the end of a sentence from the stop of "art. 3".
var sentenceEnd = regexp.MustCompile(`\.( \p{Lu}|$)`)

func TestRegulationReadsWellInBothLanguages(t *testing.T) {
	titles := map[string]gdpr.Provision{}
	for c := range regolamento.Commas() {
		require.NotEqual(t, c.Title.IT, c.Title.EN, c.Provision)
		for _, tag := range []language.Tag{language.Italian, language.English} {
			title, summary := c.Title.In(tag), c.Summary.In(tag)
			where := fmt.Sprintf("%s in %s: %s", c.Provision, tag, title)

			words := len(strings.Fields(title))
			require.True(t, 2 <= words && words <= 7, "%s: %d words", where, words)
			require.NotContains(t, title, ".", where)
			require.NotContains(t, titles, title, where)
			titles[title] = c.Provision

			require.NotEqual(t, title, strings.TrimSuffix(summary, "."), where)
			require.True(t, strings.HasSuffix(summary, "."), where)
			require.Greater(t, len(strings.Fields(summary)), words, where)
			require.LessOrEqual(t, len(sentenceEnd.FindAllString(summary, -1)), 2, where)
			for _, s := range []string{title, summary} {
				require.Equal(t, strings.Join(strings.Fields(s), " "), s, where)
				require.NotContains(t, s, "E' ", where)
			}
		}
	}
}

func TestRegulationStopsWhenItsReaderDoes(t *testing.T) {
	n := 0
	for range regolamento.Commas() {
		if n++; n == 3 {
			break
		}
	}
	require.Equal(t, 3, n)
}

func TestLookupComma(t *testing.T) {
	for want := range regolamento.Commas() {
		got, ok := regolamento.Lookup(want.Provision)
		require.True(t, ok, want.Provision)
		require.Equal(t, want, got)
	}
	for _, p := range []gdpr.Provision{
		"",
		"Regolamento",
		"Regolamento 17",
		"Regolamento 17(6)",
		"Regolamento 17(4ter)",
		"Regolamento 17(1)(a)",
		"Regolamento 44(1)", // in the source's index, not in its body
		"regolamento 17(3)",
		"Regolamento 17(3) ",
		"Web notice",
		"Web notice 13",
		"GDPR 12(3)",
	} {
		got, ok := regolamento.Lookup(p)
		require.False(t, ok, "%q", p)
		require.Zero(t, got, "%q", p)
	}
}

func TestLookupCommaAllocatesNothing(t *testing.T) {
	require.Zero(t, testing.AllocsPerRun(100, func() {
		_, _ = regolamento.Lookup("Regolamento 29(3)")
		_, _ = regolamento.Lookup("GDPR 36(2)")
	}))
}

func TestCommaRoundTripsThroughJSON(t *testing.T) {
	for want := range regolamento.Commas() {
		data, err := json.Marshal(want)
		require.NoError(t, err)
		var got regolamento.Comma
		require.NoError(t, json.Unmarshal(data, &got))
		require.Equal(t, want, got)
	}
}

func TestKindWords(t *testing.T) {
	for kind, word := range map[regolamento.Kind]string{
		0:                       "",
		regolamento.Declaration: "declaration",
		regolamento.Definition:  "definition",
		regolamento.Check:       "check",
		regolamento.Duty:        "duty",
		regolamento.Decision:    "decision",
		regolamento.Calculation: "calculation",
	} {
		require.Equal(t, word, kind.String())
		text, err := kind.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		back := regolamento.Kind(99)
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, kind, back)
	}
}

func TestKindRefusesUnknownWords(t *testing.T) {
	for _, word := range []string{"decl", "Check", "check ", "0"} {
		var k regolamento.Kind
		err := k.UnmarshalText([]byte(word))
		require.ErrorIs(t, err, gdpr.FaultName, word)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, word, in.Value)
		require.Equal(t, "declaration, definition, check, duty, decision, calculation", in.Other)
		require.Zero(t, k)
	}
	_, err := (regolamento.Calculation + 1).MarshalText()
	require.ErrorIs(t, err, gdpr.FaultName)
	require.Equal(t, "Kind(7)", (regolamento.Calculation + 1).String())
}

func ExampleCommas() {
	n := map[regolamento.Kind]int{}
	for c := range regolamento.Commas() {
		n[c.Kind]++
		if c.Package == "dpia" && c.Kind == regolamento.Calculation {
			fmt.Printf("%s: %s\n", c.Provision.Cite(language.English), c.Title.EN)
		}
	}
	fmt.Println(n[regolamento.Calculation], "commas compute a date or a period")
	// Output:
	// Article 29(3) municipal regulation: Time limits for the Garante's opinion
	// Article 29(4) municipal regulation: Suspension of the time limits
	// Article 29(5) municipal regulation: Silence of the Garante
	// 20 commas compute a date or a period
}

func ExampleLookup_section() {
	c, ok := regolamento.Lookup("Regolamento 17(3)")
	fmt.Println(ok, c.Kind, "in package", c.Package)
	fmt.Println(c.Title.In(language.Italian))
	fmt.Println(c.Summary.In(language.English))
	// Output:
	// true calculation in package rights
	// Termini di risposta sull'accesso
	// The reply is due 30 days from the arrival of the request. A complex case adds two months, provided that the data subject is told within one month.
}

func BenchmarkLookupComma(b *testing.B) {
	for name, p := range map[string]gdpr.Provision{
		"found":  "Regolamento 29(3)",
		"absent": "GDPR 36(2)",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				regolamento.Lookup(p)
			}
		})
	}
}

func BenchmarkRegulation(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for c := range regolamento.Commas() {
			n += int(c.Kind)
		}
		if n == 0 {
			b.Fatal("no commas")
		}
	}
}

// TestLeft: what is encoded in part, or cited alone, says what isn't computed and
// why, in both languages; nothing else does.
func TestLeft(t *testing.T) {
	for c := range regolamento.Commas() {
		short := c.State == regolamento.InPart || c.State == regolamento.Cited
		require.Equal(t, short, c.Left.IT != "" && c.Left.EN != "", c.Provision)
		require.Equal(t, c.Left.IT == "", c.Left.EN == "", c.Provision)
	}
}

package register_test

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
)

// csvText writes sheets one after the other, as a host would write each.
func csvText(t testing.TB, sheets []register.Sheet) []byte {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = ';'
	for _, s := range sheets {
		headings := make([]string, len(s.Columns))
		for i, c := range s.Columns {
			headings[i] = c.Heading
		}
		require.NoError(t, w.Write([]string{s.ID, s.Name}))
		require.NoError(t, w.Write(headings))
		require.NoError(t, w.WriteAll(s.Rows))
	}
	return []byte(b.String())
}

func TestSheets(t *testing.T) {
	r := sample(t)
	golden(t, "testdata/comune.it.csv", csvText(t, r.Sheets(language.Italian)))
	golden(t, "testdata/comune.en.csv", csvText(t, r.Sheets(language.English)))
}

// The Garante's eight columns, in its order and words.
func TestEightColumns(t *testing.T) {
	s := register.Register{}.Sheets(language.Italian)[1]
	require.Equal(t, []register.Column{
		{ID: "activity", Heading: "Tipologia di trattamento"},
		{ID: "purposes", Heading: "Finalità e basi legali"},
		{ID: "subjects", Heading: "Categorie di interessati"},
		{ID: "data", Heading: "Categorie di dati personali"},
		{ID: "recipients", Heading: "Categorie di destinatari"},
		{ID: "transfers", Heading: "Trasferimento dati verso paesi terzi"},
		{ID: "retention", Heading: "Termini ultimi di cancellazione previsti"},
		{ID: "measures", Heading: "Misure di sicurezza tecniche e organizzative"},
	}, s.Columns)
	require.Empty(t, s.Rows)
}

func TestSheetsOfOddEntries(t *testing.T) {
	r := register.Register{
		Joint: []register.Party{{ID: "j", Name: "Nord"}},
		Activities: []register.Activity{{
			Name:       "=HYPERLINK(\"http://x\")",
			Processors: []string{"nobody"},
			Joint:      []string{"j"},
			Data:       []register.Data{{Text: "immagini", Retention: register.Retention{Period: gdpr.Term{N: 1, Unit: gdpr.Days}}}},
			Abroad:     no,
			Transfers:  []register.Transfer{{Organisation: "UNHCR"}},
		}, {Disclosed: no, Abroad: no}, {}},
		Services: []register.Service{{Subcontract: []string{"nobody"}}},
	}
	s := r.Sheets(language.Italian)
	require.Equal(t, [][]string{
		{"'=HYPERLINK(\"http://x\")", "", "", "immagini", "nobody (Responsabile del trattamento)\nNord (Contitolare)", "UNHCR", "immagini: 1 giorno", ""},
		{"", "", "", "", "nessuno", "nessuno", "", ""},
		{"", "", "", "", "", "", "", ""},
	}, s[1].Rows)
	require.Equal(t, [][]string{{"", "", "", "", "", "", "nobody"}}, s[2].Rows)
}

func TestCell(t *testing.T) {
	for _, c := range []struct {
		values []string
		want   string
	}{
		{nil, ""},
		{[]string{"", " ", "\t"}, ""},
		{[]string{"a", "", "b"}, "a\nb"},
		{[]string{"a\r\nb", " c "}, "a  b\nc"},
		{[]string{"=1+1"}, "'=1+1"},
		{[]string{"+39 000"}, "'+39 000"},
		{[]string{"-1"}, "'-1"},
		{[]string{"@x"}, "'@x"},
		{[]string{"\t=1"}, "'=1"},
		{[]string{"\ufeff=1"}, "'=1"},
		{[]string{"\u200b=1"}, "'=1"},
		{[]string{"＝1"}, "'＝1"},
		{[]string{"", "=1"}, "'=1"},
		{[]string{"a", "=1"}, "a\n=1"}, // a formula begins its cell
		{[]string{"a=b"}, "a=b"},
		{[]string{"\x00\x1b"}, ""},
		{[]string{"\xff"}, "�"},
		{[]string{"a\u2028b"}, "a b"},
	} {
		require.Equal(t, c.want, register.Cell(c.values...), "%q", c.values)
	}
}

func FuzzCell(f *testing.F) {
	f.Add("=cmd|' /C calc'!A0", "\t+1")
	f.Add("\u200f@SUM(1)", "a\nb")
	f.Fuzz(func(t *testing.T, a, b string) {
		cell := register.Cell(a, b)
		require.True(t, utf8.ValidString(cell))
		require.LessOrEqual(t, strings.Count(cell, "\n"), 1)
		for _, r := range cell {
			require.True(t, r == '\n' || !unicode.IsControl(r))
		}
		if cell != "" {
			require.NotContains(t, "=+-@＝＋－＠\t\r\n ", string([]rune(cell)[0]))
		}
	})
}

// The Garante's two models whole, on paper.
func TestRegisterMarkdown(t *testing.T) {
	r := sample(t)
	golden(t, "testdata/comune.it.md", []byte(r.Markdown(language.Italian)))
	golden(t, "testdata/comune.en.md", []byte(r.Markdown(language.English)))
	text := r.Markdown(language.Italian)
	for _, has := range []string{
		r.Controller.Name, r.Officer.Name, "Data di creazione", "Ultimo aggiornamento", "Numero di schede: trattamenti come titolare",
		"Tipologia di trattamento", "Finalità e basi legali", "Categorie di interessati", "Categorie di dati personali", "Categorie di destinatari",
		"Trasferimento dati verso paesi terzi", "Termini ultimi di cancellazione previsti", "Misure di sicurezza tecniche e organizzative",
		"**Responsabile del trattamento**: " + r.Controller.Name, "Titolare per cui si trattano i dati", "Categorie di trattamenti", "Altri responsabili del trattamento",
	} {
		require.Contains(t, text, has)
	}
	empty := register.Register{}.Markdown(language.Italian)
	require.Contains(t, empty, "nessuno")
	require.NotContains(t, empty, "**Responsabile del trattamento**")
}

// What people wrote stays text, and needs no apostrophe on paper.
func TestSheetMarkdownIsText(t *testing.T) {
	s := register.Register{Activities: []register.Activity{{Name: "=1+1 | <b>x</b>", Office: "[a](javascript:b)"}}}.Sheets(language.Italian)[1]
	text := s.Markdown(language.Italian)
	require.Contains(t, text, `| =1+1 \| \<b\>x\</b\><br>\[a\](javascript:b) |`)
	require.Equal(t, "'=1+1 | <b>x</b>\n[a](javascript:b)", s.Rows[0][0])
	quote := register.Register{Activities: []register.Activity{{Name: "'", Retention: register.Retention{Period: gdpr.Term{Unit: gdpr.Years}, Criterion: "finché serve"}},
		{Name: "b", Retention: register.Retention{Period: gdpr.Term{N: 5}, Criterion: "a lungo"}}}}.Sheets(language.Italian)[1]
	require.Contains(t, quote.Markdown(language.Italian), "| ' |")
	require.Equal(t, []string{"finché serve", "a lungo"}, []string{quote.Rows[0][6], quote.Rows[1][6]}, "half a period is none")
}

// Row by row, headings first, and no row is shared.
func TestSheetAll(t *testing.T) {
	for _, s := range sample(t).Sheets(language.English) {
		n := 0
		for row := range s.All() {
			require.Len(t, row, len(s.Columns))
			if n == 0 {
				require.Equal(t, s.Columns[0].Heading, row[0])
			} else {
				require.Equal(t, s.Rows[n-1], row)
			}
			row[0] = ""
			n++
		}
		require.Equal(t, 1+len(s.Rows), n)
		for range s.All() {
			break
		}
		next := 0
		for row := range s.All() {
			require.NotEmpty(t, row[0])
			if next++; next > 1 {
				break
			}
		}
	}
}

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/verifica/program/source"
	"github.com/b58db29f/gdpr/informativa"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// program runs the program and returns what it wrote.
func program(in string, args ...string) (out, errs string, code int) {
	var o, e bytes.Buffer
	code = run(args, surroundings{in: strings.NewReader(in), out: &o, errs: &e})
	return o.String(), e.String(), code
}

// file writes a file of some name and returns its path.
func file(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

// TestGolden compares what is printed with what someone has read:
// go test . -update rewrites it.
func TestGolden(t *testing.T) {
	for name, args := range map[string][]string{
		"it.txt":    {},
		"en.txt":    {"-lang", "en"},
		"it.json":   {"-format", "json"},
		"it.html":   {"-format", "html"},
		"en.html":   {"-format", "html", "-lang", "en"},
		"nido.txt":  {"-comune", "testdata/nido.html"},
		"nido.json": {"-comune", "-format", "json", "testdata/nido.html"},
		"due.txt":   {"-consent=no", "sample.md", "testdata/nido.html"},
	} {
		out, errs, _ := program("", args...)
		require.Empty(t, errs)
		golden := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.WriteFile(golden, []byte(out), 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		require.Equal(t, string(want), out, name)
	}
}

// TestSample: the invented notice lacks what was left out of it, and nothing else.
func TestSample(t *testing.T) {
	r := informativa.Scan(sample)
	codes := map[gdpr.Code]gdpr.Severity{}
	for _, f := range r.Check(informativa.Comune()) {
		codes[f.Code] = f.Severity
	}
	require.Equal(t, map[gdpr.Code]gdpr.Severity{
		informativa.DPO.Missing():              gdpr.Violation,
		informativa.Retention.Missing():        gdpr.Violation,
		informativa.RightRestriction.Missing(): gdpr.Violation,
		informativa.CodeNoPortability:          gdpr.Warning,
		informativa.CodeRepealed:               gdpr.Warning,
	}, codes)
}

func TestStatus(t *testing.T) {
	english := file(t, "notice.txt", strings.Repeat("The controller of the data is the Municipality and you have the right to access them. ", 20))
	for _, c := range []struct {
		name string
		args []string
		code int
		says string // on standard error or output
	}{
		{"violations", []string{}, 1, "Violazioni (3)"},
		{"none", []string{"-comune", "testdata/nido.html"}, 0, "Nessun rilievo"},
		{"warnings alone", []string{"testdata/nido.html"}, 0, "Non si sa"},
		{"a fact decides", []string{"-consent", "testdata/nido.html"}, 1, "revocato"},
		{"the worst of two", []string{"-comune", "testdata/nido.html", "sample.md"}, 1, "Informative verificate: 2"},
		{"no such file", []string{"none.txt"}, 2, "verifica: none.txt: il file non esiste\n"},
		{"no such file, English", []string{"-lang", "en", "none.txt"}, 2, "verifica: none.txt: there is no such file\n"},
		{"others are read all the same", []string{"none.txt", "sample.md"}, 2, "Titolare del trattamento"},
		{"a folder", []string{"testdata"}, 2, "verifica: testdata: "},
		{"English", []string{english}, 2, "il testo non è né in italiano né in tedesco"},
		{"empty", []string{file(t, "empty.md", "")}, 2, "non c'è testo da leggere"},
		{"empty page", []string{file(t, "empty.html", "<html><body><script>1</script></body></html>")}, 2, "non c'è testo da leggere"},
		{"binary", []string{file(t, "data.txt", "\x00\x01\x02\xff\xfe\x80\x81GIF")}, 2, "non è un testo: sono dati binari"},
		{"noise", []string{file(t, "noise", noise())}, 2, "non è un testo: sono dati binari"},
		{"PDF", []string{file(t, "notice.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3")}, 2, "è un PDF: occorre salvarlo come testo o HTML"},
		{"office", []string{file(t, "notice.docx", "PK\x03\x04xxxx")}, 2, "è un documento d'ufficio"},
		{"deep", []string{file(t, "deep.html", strings.Repeat("<div>", 5000))}, 2, "HTML illeggibile"},
		{"flag", []string{"-nonesuch"}, 2, "-nonesuch"},
		{"format", []string{"-format", "pdf"}, 2, `-format "pdf": text, json, html`},
		{"language", []string{"-lang", "de"}, 2, `-lang "de": it, en`},
		{"fact", []string{"-consent=perhaps"}, 2, "yes, no, unknown"},
		{"help", []string{"-h"}, 0, "usage: verifica"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, errs, code := program("", c.args...)
			require.Equal(t, c.code, code, out+errs)
			require.Contains(t, out+errs, c.says)
			for _, format := range []string{"json", "html"} {
				if len(c.args) > 0 && !strings.HasPrefix(c.args[0], "-format") {
					_, _, again := program("", append([]string{"-format", format}, c.args...)...)
					require.Equal(t, c.code, again, format)
				}
			}
		})
	}
}

// TestNothingChecked: where no notice was checked, no fact is called for.
func TestNothingChecked(t *testing.T) {
	for _, format := range []string{"text", "html"} {
		out, _, _ := program("", "-format", format, "none.txt", file(t, "empty.md", ""))
		require.NotContains(t, out, "titolare pubblico")
		out, _, _ = program("", "-format", format, "none.txt", "testdata/nido.html")
		require.Contains(t, out, "titolare pubblico")
	}
}

// noise is bytes that look like chance.
func noise() string {
	var b []byte
	for x := uint32(1); len(b) < 5000; x = x*1664525 + 1013904223 {
		b = append(b, byte(x>>24))
	}
	return string(b)
}

// TestFacts: every fact on which the check of a text hangs is a flag, and each
// flag sets its own.
func TestFacts(t *testing.T) {
	flags := map[string]bool{}
	for _, f := range factList {
		flags[f.flag] = true
		out, _, _ := program("", "-format", "json", "-"+f.flag+"=no", "testdata/nido.html")
		var r struct{ Context map[string]any }
		require.NoError(t, json.Unmarshal([]byte(out), &r))
		require.Equal(t, false, r.Context[strings.ReplaceAll(f.flag, "-", "_")], f.flag)
		for word, known := range r.Context {
			require.True(t, known == nil || word == strings.ReplaceAll(f.flag, "-", "_"), word)
		}
	}
	context := reflect.TypeFor[informativa.Context]()
	for i := range context.NumField() {
		if f := context.Field(i); f.Type == reflect.TypeFor[gdpr.Answer]() {
			word, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			only := map[string]bool{"special": true, "mailing": true, "ai": true, "minors": true, "joint": true, "whistleblowing": true, "profiled": true}[word] // of notices as data: a text isn't checked for it
			require.NotEqual(t, only, flags[strings.ReplaceAll(word, "_", "-")], word)
		}
	}
}

func TestTooLong(t *testing.T) {
	_, errs, code := program(strings.Repeat("titolare ", source.Most/8), "-")
	require.Equal(t, 2, code)
	require.Equal(t, "verifica: ingresso standard: più di 32 MB: non è un'informativa\n", errs)
}

func TestStandardInput(t *testing.T) {
	fromFile, _, _ := program("", "-comune", "sample.md")
	out, errs, code := program(string(sample), "-comune", "-")
	require.Equal(t, 1, code)
	require.Empty(t, errs)
	require.Equal(t, strings.Replace(fromFile, "sample.md", "ingresso standard", 1), out)

	page, err := os.ReadFile("testdata/nido.html")
	require.NoError(t, err)
	out, _, code = program(string(page), "-comune", "-") // told from text by how it begins
	require.Zero(t, code)
	require.Contains(t, out, "righe del testo estratto dalla pagina")
}

// TestEncodings: the same notice in the encodings of old files reads the same.
func TestEncodings(t *testing.T) {
	const text = "Il titolare del trattamento è il Comune di Roccasilvana. Le finalità sono le attività dell’ente: può chiedere la rettifica."
	ansi := strings.NewReplacer("è", "\xe8", "à", "\xe0", "ò", "\xf2", "ù", "\xf9", "’", "\x92").Replace(text)
	var wide []byte
	for _, r := range text {
		wide = append(wide, byte(r), byte(r>>8))
	}
	want, err := source.Decode("a.txt", []byte(text))
	require.NoError(t, err)
	require.Equal(t, source.Text{Text: text}, want)
	for name, data := range map[string]string{
		"windows-1252": ansi,
		"utf-16le":     "\xff\xfe" + string(wide),
		"":             "\ufeff" + text,
	} {
		got, err := source.Decode("a.txt", []byte(data))
		require.NoError(t, err)
		require.Equal(t, source.Text{Text: text, Encoding: name}, got)
	}
	out, _, _ := program(ansi, "-")
	require.Contains(t, strings.Join(strings.Fields(out), " "), "il file non è in UTF-8: letto come windows-1252")
	require.Contains(t, out, "«Il titolare del trattamento è il Comune")

	broken, err := source.Decode("a.txt", []byte(text+"\xe8"))
	require.NoError(t, err)
	require.Equal(t, source.Text{Text: text + "\ufffd", Encoding: "utf-8"}, broken)
	out, _, _ = program(text+"\xe8", "-")
	require.Contains(t, strings.Join(strings.Fields(out), " "), "il file ha byte che non sono UTF-8")
	lying, err := source.Decode("a.html", []byte("<meta charset=utf-8><p>"+ansi))
	require.NoError(t, err)
	require.Equal(t, source.Text{Text: text, Encoding: "windows-1252", Page: true}, lying)

	page, err := source.Decode("a.html", []byte(`<meta charset="iso-8859-15"><p>costa 5 `+"\xa4 per citt\xe0</p>"))
	require.NoError(t, err)
	require.Equal(t, source.Text{Text: "costa 5 € per città", Encoding: "iso-8859-15", Page: true}, page)
}

// TestTextFits: no line is longer than 100 columns, whatever is in the text, and
// nothing in it moves a terminal's cursor.
func TestTextFits(t *testing.T) {
	long := file(t, strings.Repeat("n", 150)+".txt", string(sample)+"\nIl Titolare è \x1b[31m"+strings.Repeat("Ospedale", 100)+"\u202e\n")
	for _, args := range [][]string{{}, {"-lang", "en"}, {long, "none.txt", "testdata/nido.html"}, {"-lang", "en", long}} {
		out, _, _ := program("", args...)
		lines := strings.Split(out, "\n")
		require.Greater(t, len(lines), 40)
		for _, line := range lines {
			require.LessOrEqual(t, utf8.RuneCountInString(line), width, line)
			require.NotContains(t, line, "\x1b")
			require.NotContains(t, line, "\u202e")
		}
	}
	var out, errs bytes.Buffer
	run(nil, surroundings{out: &out, errs: &errs, colours: true})
	require.Contains(t, out.String(), "\x1b[31m")
}

func TestManyFiles(t *testing.T) {
	dir := t.TempDir()
	var names []string
	for i := range 250 {
		names = append(names, filepath.Join(dir, fmt.Sprintf("%03d.md", i)))
		require.NoError(t, os.WriteFile(names[i], sample, 0o600))
	}
	out, errs, code := program("", append([]string{"-comune", "-format", "json"}, names...)...)
	require.Equal(t, 1, code)
	require.Equal(t, "verifica: 100/250\nverifica: 200/250\n", errs)
	var r report
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Len(t, r.Notices, 250)
	require.Equal(t, gdpr.Yes, r.Context.PublicBody)
	require.Equal(t, names[249], r.Notices[249].Name)
	require.Equal(t, 3, r.Notices[249].Violations)

	var o, e bytes.Buffer
	run(names[:3], surroundings{out: &o, errs: &e, terminal: true})
	require.True(t, strings.HasPrefix(e.String(), "\r\x1b[K1/3 "), e.String())
	require.True(t, strings.HasSuffix(e.String(), "\r\x1b[K"), "the line is cleared")
	require.NotContains(t, e.String(), "\n")

	e.Reset()
	run(names[:1], surroundings{out: &o, errs: &e, terminal: true})
	require.Empty(t, e.String())
}

// TestPlaces: what JSON says of a place holds of the text.
func TestPlaces(t *testing.T) {
	for _, name := range []string{"sample.md", "testdata/nido.html"} {
		out, _, _ := program("", "-format", "json", name)
		var r report
		require.NoError(t, json.Unmarshal([]byte(out), &r))
		n := r.Notices[0]
		text := n.Text
		if name == "sample.md" {
			require.Empty(t, text, "the text is the file's")
			text = string(sample)
		}
		require.Len(t, n.Elements, 28)
		places := 0
		for _, e := range n.Elements {
			require.Equal(t, e.Found, len(e.Places) > 0)
			for _, p := range e.Places {
				places++
				require.Equal(t, p.Quote, strings.Join(strings.Fields(text[p.Start:p.End]), " "))
				require.Equal(t, 1+strings.Count(text[:p.Start], "\n"), p.Line)
			}
		}
		require.Greater(t, places, 18)
	}
}

func TestLines(t *testing.T) {
	l := newLines("a\nb\r\nc\rd\n")
	for offset, line := range []int{1, 1, 2, 2, 2, 3, 3, 4, 4} {
		require.Equal(t, line, l.of(offset), offset)
	}
	require.Nil(t, l.about("dpo"))
	require.Nil(t, l.about("text[3:2]"))
	require.Nil(t, l.about("text[0:99]"))
	require.Equal(t, 2, l.about("text[2:3]").Line)
}

// FuzzText: any bytes are read without a panic, and what is said of places holds.
func FuzzText(f *testing.F) {
	f.Add([]byte("Il titolare è il Comune"), "a.txt")
	f.Add([]byte("\xff\xfea\x00"), "-")
	f.Add([]byte("<html><main><li><p>x<table><tr><td>a<td>b"), "a.html")
	f.Fuzz(func(t *testing.T, data []byte, name string) {
		for _, prefix := range []string{"", string(sample)} {
			var r report
			r.add(name, append([]byte(prefix), data...), nil)
			n := r.Notices[0]
			require.True(t, utf8.ValidString(n.text) || n.Language == informativa.Binary)
			for _, e := range n.Elements {
				for _, p := range e.Places {
					require.True(t, 0 <= p.Start && p.Start < p.End && p.End <= len(n.text))
					require.True(t, utf8.ValidString(n.text[p.Start:p.End]))
				}
			}
			var out bytes.Buffer
			require.NoError(t, writeText(&out, r, false))
			for line := range strings.Lines(out.String()) {
				require.LessOrEqual(t, utf8.RuneCountInString(strings.TrimSuffix(line, "\n")), width, line)
			}
			require.NoError(t, writeJSON(&out, r, false))
		}
	})
}

func TestBilingualAndMonth(t *testing.T) {
	for _, c := range [...]struct{ text, want string }{
		{"Der Verantwortliche ist die Gemeinde. Die Daten werden nicht an Dritte weitergegeben und sind für die Anmeldung.\n\nIl titolare è il Comune di Valle. I dati sono trattati per gestire le iscrizioni. Lei ha diritto di accesso e di cancellazione.", "scritta anche in tedesco"},
		{"Informativa del Comune di Valle aggiornata a giugno 2026. Il titolare è il Comune di Valle.", "aggiornata"},
	} {
		var n notice
		n.read(source.Text{Text: c.text}, informativa.Comune(), language.Italian)
		if c.want == "aggiornata" {
			require.Equal(t, "2026-06", updated(n.Values.Updates[0]))
			continue
		}
		require.Contains(t, n.summary(language.Italian), c.want)
	}
}

// TestLayerFlag: of a first layer only what a first layer owes is asked.
func TestLayerFlag(t *testing.T) {
	text := "Titolare del trattamento è il Comune di Valle, che usa i dati per iscrivere al nido. I diritti degli interessati sono nell'informativa completa."
	out, errs, code := program(text, "-comune", "-layer", "form", "-")
	require.Equal(t, 0, code, "%s%s", out, errs)
	_, _, code = program(text, "-comune", "-")
	require.Equal(t, 1, code)
	_, errs, code = program(text, "-layer", "poster", "-")
	require.Equal(t, 2, code)
	require.Contains(t, errs, "poster")
}

package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/examples/comune"
	"github.com/b58db29f/gdpr/examples/scadenzario/book"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// program runs the program at a fixed instant and returns what it wrote.
func program(t *testing.T, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	now := time.Date(2026, time.November, 24, 18, 0, 0, 0, rome)
	code = run(args, &o, &e, now, false)
	return o.String(), e.String(), code
}

// TestGolden compares what the invented Comune prints with what someone has
// read: go test ./examples/scadenzario -update rewrites it.
func TestGolden(t *testing.T) {
	for name, args := range map[string][]string{
		"it.txt":  {},
		"en.txt":  {"-lang", "en"},
		"it.json": {"-format", "json"},
		"it.ics":  {"-format", "ics"},
		"it.html": {"-format", "html"},
	} {
		out, errs, code := program(t, args...)
		require.Zero(t, code, errs)
		require.Empty(t, errs)
		file := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(out), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.Equal(t, string(want), out, name)
	}
}

func TestTextFits(t *testing.T) {
	for _, lang := range []string{"it", "en"} {
		out, _, code := program(t, "-lang", lang)
		require.Zero(t, code)
		lines := strings.Split(out, "\n")
		require.Greater(t, len(lines), 20)
		for _, line := range lines {
			require.LessOrEqual(t, utf8.RuneCountInString(line), 100, line)
			require.NotContains(t, line, "\x1b", "no colours but on a terminal")
		}
	}
	var out, errs bytes.Buffer
	require.Zero(t, run(nil, &out, &errs, time.Now(), true))
	require.Contains(t, out.String(), "\x1b[31m")
}

func TestBookIsSortedAndSafe(t *testing.T) {
	c, err := comune.Parse(comune.Sample)
	require.NoError(t, err)
	b, err := book.New(c, morning(c.On), language.Italian)
	require.NoError(t, err)
	require.NotEmpty(t, b.Rows)
	keys := map[string]bool{}
	for i, r := range b.Rows {
		require.LessOrEqual(t, r.Safe, r.Due, r.Ref)
		require.NotEmpty(t, r.State, r.Ref)
		require.NotEmpty(t, r.What, r.Ref)
		require.False(t, keys[r.Key], "two rows %s", r.Key)
		keys[r.Key] = true
		_, err := gdpr.ParseProvision(string(r.Law))
		require.NoError(t, err, r.Ref)
		if i > 0 {
			require.LessOrEqual(t, b.Rows[i-1].Due, r.Due)
		}
	}
}

// TestErrors: a wrong file is told on one line with its place and the reason,
// and nothing else is printed.
func TestErrors(t *testing.T) {
	for _, c := range []struct{ name, file, want string }{
		{"impossible date", "{\"name\": \"X\",\n \"requests\": [\n {\"received\": \"2026-02-30\"}]}",
			`:3: requests[0].received: "2026-02-30": fuori dai valori ammessi (2026-02-01 - 2026-02-28)`},
		{"order", "{\"requests\": [{\"right\": \"access\",\n\"received\": \"2026-02-20\",\n\"replied\": \"2026-02-01\"}]}",
			`:3: requests[0].replied: "2026-02-01": non può precedere received 2026-02-20`},
		{"missing", "{\"requests\": [\n{\"right\": \"access\"}]}", `:2: requests[0].received: manca, ed è necessario (per esempio 2026-01-31)`},
		{"unknown field", "{\"nome\": \"X\"}", `:1: nome: nome sconosciuto; validi: `},
		{"unknown word", "{\"requests\": [{\"right\":\n\"revenge\"}]}", `:2: requests[0].right: "revenge": nome sconosciuto; validi: access`},
		{"calendar", "{\"name\": \"X\",\n\"calendar\": \"milan\"}", `:2: calendar: "milan": nome sconosciuto; validi: italy, rome, bolzano`},
		{"patron", "{\"patron\": {\"name\": \"X\", \"month\": 2,\n\"day\": 30}}", `:2: patron.day: "30": fuori dai valori ammessi (1-29)`},
		{"not JSON", "{\n\"name\": ", `:2: name: forma non valida; attesa: JSON`},
		{"policy", "{\"requests\": [{\"received\": \"2026-01-31\"}],\n \"policy\": {\"rights\": {\"days\": -1}}}", `policy`},
	} {
		file := filepath.Join(t.TempDir(), "comune.json")
		require.NoError(t, os.WriteFile(file, []byte(c.file), 0o600))
		out, errs, code := program(t, "-file", file)
		require.Equal(t, 1, code, c.name)
		require.Empty(t, out, c.name)
		require.Equal(t, 1, strings.Count(errs, "\n"), c.name)
		require.True(t, strings.HasPrefix(errs, file+":"), errs)
		require.Contains(t, errs, c.want, c.name)
	}
	_, errs, code := program(t, "-file", filepath.Join(t.TempDir(), "none.json"))
	require.Equal(t, 1, code)
	require.Contains(t, errs, "none.json")
	for _, args := range [][]string{{"-lang", "fr"}, {"-lang", "!"}, {"-format", "pdf"}, {"-on", "2026-02-30"}, {"-nonsense"}, {"comune.json"}} {
		out, errs, code := program(t, args...)
		require.Equal(t, 2, code, args)
		require.Empty(t, out)
		require.NotEmpty(t, errs)
	}
}

func TestOn(t *testing.T) {
	early, _, code := program(t, "-on", "2026-01-02")
	require.Zero(t, code)
	require.Contains(t, early, "2 gennaio 2026")
	at, _, code := program(t, "-on", "2026-11-23T23:30:00Z", "-lang", "en")
	require.Zero(t, code)
	require.Contains(t, at, "24 November 2026", "half past midnight in Rome")
	// One's own file is looked at from now.
	file := filepath.Join(t.TempDir(), "comune.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"name": "Comune di Prova"}`), 0o600))
	own, _, code := program(t, "-file", file)
	require.Zero(t, code)
	require.Equal(t, "Comune di Prova · scadenze al 24 novembre 2026\n\nNessun rilievo\n", own)
}

// TestManyRequests: the number of requests is the user's affair.
func TestManyRequests(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"name": "X", "requests": [`)
	for i := range 20_000 {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, `{"id": "%d", "right": "access", "received": "2026-11-%02d", "identified": true}`, i, 1+i%23)
	}
	b.WriteString("]}")
	file := filepath.Join(t.TempDir(), "comune.json")
	require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o600))
	out, errs, code := program(t, "-file", file, "-format", "json")
	require.Zero(t, code, errs)
	var got struct{ Deadlines []json.RawMessage }
	require.NoError(t, json.Unmarshal([]byte(out), &got))
	require.Len(t, got.Deadlines, 20_000)
}

// TestICS reads the calendar back by the rules of RFC 5545: CRLF, lines of 75
// octets at most, no character split, text escaped.
func TestICS(t *testing.T) {
	out, _, code := program(t, "-format", "ics")
	require.Zero(t, code)
	require.Equal(t, strings.Count(out, "\n"), strings.Count(out, "\r\n"))
	for _, line := range strings.Split(strings.TrimSuffix(out, "\r\n"), "\r\n") {
		require.LessOrEqual(t, len(line), 75)
		require.True(t, utf8.ValidString(line), "a character is split: %q", line)
	}
	text, _, _ := program(t, "-format", "json")
	var b struct {
		Deadlines []struct {
			What, Safe string
			At         *time.Time
		}
	}
	require.NoError(t, json.Unmarshal([]byte(text), &b))
	events := strings.Split(strings.ReplaceAll(out, "\r\n ", ""), "BEGIN:VEVENT\r\n")
	require.Len(t, events, 1+len(b.Deadlines))
	require.True(t, strings.HasPrefix(events[0], "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"))
	uids := map[string]bool{}
	for i, d := range b.Deadlines {
		if d.At == nil {
			require.Contains(t, events[i+1], "DTSTART;VALUE=DATE:"+strings.ReplaceAll(d.Safe, "-", "")+"\r\n")
		} else {
			require.Contains(t, events[i+1], "DTEND:"+d.At.UTC().Format("20060102T150405Z")+"\r\n", "hours are hours")
		}
		require.Contains(t, events[i+1], "SUMMARY:"+strings.NewReplacer(";", `\;`, ",", `\,`).Replace(d.What)+"\r\n")
		for _, name := range []string{"UID:", "DTSTAMP:", "BEGIN:VALARM"} {
			require.Equal(t, 1, strings.Count("\r\n"+events[i+1], "\r\n"+name))
		}
		uid, _, _ := strings.Cut(events[i+1], "\r\n")
		require.False(t, uids[uid], "a calendar keeps one event of a UID")
		uids[uid] = true
	}
}

// write keeps a file for one test.
func write(t *testing.T, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	return file
}

// TestSameNames: two requests in one letter, and two recordings without a name,
// are events of their own; and they are the same events the day after.
func TestSameNames(t *testing.T) {
	file := write(t, "comune.json", `{"name":"Comune di Vallescura","calendar":"italy",
	 "requests":[{"id":"prot. 100/2026","right":"access","received":"2026-11-02"},
	             {"id":"prot. 100/2026","right":"erasure","received":"2026-11-02"},
	             {"id":"prot. 100/2026","right":"erasure","received":"2026-11-03"}],
	 "keeping":{"recordings":[{"recorded":"2026-11-22T10:00:00+01:00","purpose":"other"},
	                          {"recorded":"2026-11-22T11:00:00+01:00","purpose":"other"}]}}`)
	uids := func(day string) (all []string) {
		out, errs, code := program(t, "-file", file, "-format", "ics", "-on", day)
		require.Zero(t, code, errs)
		for _, line := range strings.Split(out, "\r\n") {
			if strings.HasPrefix(line, "UID:") {
				all = append(all, line)
			}
		}
		return all
	}
	today := uids("2026-11-23")
	require.Len(t, today, 5)
	slices.Sort(today)
	require.Len(t, slices.Compact(slices.Clone(today)), 5)
	tomorrow := uids("2026-11-24")
	slices.Sort(tomorrow)
	require.Equal(t, today, tomorrow)
}

// TestMidnight: what ends at midnight ends on the day before (D.L. 11/2009 6(8)).
func TestMidnight(t *testing.T) {
	file := write(t, "comune.json", `{"name":"X","keeping":{"recordings":[{"id":"T1","recorded":"2026-11-17T22:30:00+01:00","purpose":"urban_security"}]}}`)
	out, errs, code := program(t, "-file", file, "-format", "json", "-on", "2026-11-20")
	require.Zero(t, code, errs)
	require.Contains(t, out, `"due": "2026-11-24"`)
	require.Contains(t, out, "24:00 24/11/2026")
	require.NotContains(t, out, "00:00 25/11/2026")
}

// TestEmptyCalendar: a calendar has a component even without deadlines (RFC 5545, 3.6).
func TestEmptyCalendar(t *testing.T) {
	out, _, code := program(t, "-file", write(t, "comune.json", `{"name":"X"}`), "-format", "ics")
	require.Zero(t, code)
	require.NotContains(t, out, "BEGIN:VEVENT")
	require.Contains(t, out, "BEGIN:VTIMEZONE\r\n")
}

// TestFindingsName what they are about, in JSON as in the text.
func TestFindingsName(t *testing.T) {
	file := write(t, "comune.json", `{"name":"X","requests":[{"id":"prot. 7/2026","right":"access","received":"2026-08-03"}]}`)
	out, _, code := program(t, "-file", file, "-format", "json")
	require.Zero(t, code)
	var b struct {
		Findings []struct{ Code, Severity, Where, Subject, Message string }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &b))
	require.NotEmpty(t, b.Findings)
	require.Equal(t, "prot. 7/2026", b.Findings[0].Subject)
	require.Contains(t, b.Findings[0].Message, "settembre 2026")
	text, _, _ := program(t, "-file", file)
	require.Contains(t, text, "prot. 7/2026 (requests[0].replied)")
}

func TestCheckStatus(t *testing.T) {
	late := write(t, "late.json", `{"name":"X","requests":[{"id":"a","right":"access","received":"2026-08-03"}]}`)
	fine := write(t, "fine.json", `{"name":"X","requests":[{"id":"a","right":"access","received":"2026-11-20"}]}`)
	for file, want := range map[string]int{late: 3, fine: 0} {
		_, _, code := program(t, "-file", file, "-check")
		require.Equal(t, want, code)
	}
	_, _, code := program(t, "-file", late)
	require.Zero(t, code)
}

func TestFilters(t *testing.T) {
	file := write(t, "comune.json", `{"name":"X","requests":[
	 {"id":"a","right":"access","received":"2026-10-28","office":"Anagrafe"},
	 {"id":"b","right":"access","received":"2026-11-20","office":"Anagrafe"},
	 {"id":"c","right":"access","received":"2026-10-28","office":"Tributi"}]}`)
	for args, want := range map[string]string{"": "abc", "-office=anagrafe": "ab", "-days=10": "ac", "-office=Anagrafe -days=10": "a", "-office=none": ""} {
		out, _, code := program(t, append([]string{"-file", file, "-format", "json"}, strings.Fields(args)...)...)
		require.Zero(t, code)
		var b struct{ Deadlines []struct{ What string } }
		require.NoError(t, json.Unmarshal([]byte(out), &b))
		ids := ""
		for _, d := range b.Deadlines {
			ids += d.What[:1]
		}
		require.ElementsMatch(t, []byte(want), []byte(ids), args)
	}
}

func TestCSV(t *testing.T) {
	table := write(t, "richieste.csv", "\ufeffProtocollo;Diritto;Ricevuta;Risposta;Ufficio\nprot. 1/2026;accesso;03/11/2026;;Anagrafe\nprot. 2/2026;erasure;2/11/2026;20/11/2026;Tributi\n")
	out, errs, code := program(t, "-requests", table, "-on", "2026-11-24")
	require.Zero(t, code, errs)
	require.Contains(t, out, "prot. 1/2026")
	require.NotContains(t, out, "prot. 2/2026", "answered")
	for text, want := range map[string]string{
		"Protocollo;Diritto;Ricevuta\na;accesso;31/02/2026\n": ":2: requests[0].ricevuta",
		"Protocollo;Diritto\n\na;vendetta\n":                  "requests[0].diritto",
		"Protocollo;Nome\n":                                   ":1: Nome",
		"":                                                    "protocollo;diritto",
	} {
		_, errs, code := program(t, "-requests", write(t, "r.csv", text))
		require.Equal(t, 1, code)
		require.Contains(t, errs, want)
	}
}

// TestRegime: the sample under another regime is told of nothing that doesn't
// bind, in any format and language.
func TestRegime(t *testing.T) {
	for regime, foreign := range map[string]string{"public": "Regolamento comunale|\"Regolamento |Web notice", "italy": "Regolamento comunale|\"Regolamento |D.Lgs. 33/2013|TUEL", "union": "Regolamento comunale|\"Regolamento |Codice|D.Lgs|Garante, provv|TUEL|D.L. "} {
		file := write(t, "comune.json", strings.Replace(string(comune.Sample), "{", `{"regime": "`+regime+`",`, 1))
		for _, format := range []string{"json", "text"} {
			out, errs, code := program(t, "-file", file, "-format", format, "-on", "2026-11-23")
			require.Zero(t, code, errs)
			for _, line := range strings.Split(out, "\n") {
				if strings.Contains(line, `"law"`) || strings.Contains(line, "[") || strings.Contains(line, "\"Regolamento") {
					for _, word := range strings.Split(foreign, "|") {
						require.NotContains(t, line, word, regime)
					}
				}
			}
		}
	}
	_, errs, code := program(t, "-file", write(t, "c.json", `{"name":"X","regime":"comune"}`))
	require.Equal(t, 1, code)
	require.Contains(t, errs, "template, public, italy, union")
}

// TestHTML: hostile text stays text.
func TestHTML(t *testing.T) {
	file := write(t, "comune.json", `{"name":"<script>x</script>","requests":[{"id":"<b>a","right":"access","received":"2026-11-20"}]}`)
	out, _, code := program(t, "-file", file, "-format", "html")
	require.Zero(t, code)
	require.NotContains(t, out, "<script")
	require.NotContains(t, out, "<b>")
	require.Contains(t, out, "&lt;b&gt;a")
	require.Contains(t, out, `lang="it"`)
}

func TestWrap(t *testing.T) {
	require.Equal(t, []string{"un due", "tre"}, wrap("un due tre", 6))
	require.Equal(t, []string{"precipite", "volissime", "volmente"}, wrap("precipitevolissimevolmente", 9))
	require.Equal(t, []string{"è", "precip", "itè"}, wrap("è precipitè", 6))
	require.Equal(t, []string{""}, wrap(" ", 6))
	require.Len(t, []rune(fit(strings.Repeat("è", 200))), 100)
}

func TestLineOf(t *testing.T) {
	data := []byte("{\n \"a\": [\n  {\"b\": 1},\n  {\n   \"b\": 2}\n ],\n \"ab\": 3\n}")
	for path, want := range map[string]int{"": 0, "a[0].b": 3, "a[1].b": 5, "a[1]": 4, "a[1].missing": 4, "ab": 7, "a": 2, "zzz": 1} {
		require.Equal(t, want, lineOf(data, path), path)
	}
}

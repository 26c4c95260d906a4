package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/examples/censimento/census"
	"github.com/b58db29f/gdpr/examples/censimento/synthetic"
	"github.com/b58db29f/gdpr/informativa"
)

// TestMain lets the test's own program be the census, so that it can be killed.
func TestMain(m *testing.M) {
	if os.Getenv("CENSIMENTO") != "" {
		main()
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// censimento runs the census as a process of its own, and returns what it says.
func censimento(t *testing.T, args ...string) string {
	t.Helper()
	out, err := process(args...).CombinedOutput()
	require.NoError(t, err, string(out))
	return string(out)
}

func process(args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Env = append(os.Environ(), "CENSIMENTO=1")
	return c
}

// made makes a set of notices and returns its folder.
func made(t *testing.T, s synthetic.Set) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, s.Write(dir, nil))
	return dir
}

func file(t *testing.T, elem ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	require.NoError(t, err)
	return data
}

// lines reads a file of JSON lines.
func lines[T any](t *testing.T, elem ...string) (all []T) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(file(t, elem...)))
	for d.More() {
		var v T
		require.NoError(t, d.Decode(&v))
		all = append(all, v)
	}
	return all
}

// TestEnginesAgree: Beam and goroutines write the same bytes, whatever the parts;
// what they write is true of the notices, and Parquet says it too.
func TestEnginesAgree(t *testing.T) {
	dir := made(t, synthetic.Set{Seed: 7, Bodies: 300, Notices: 600, Broken: true})
	bodies, notices := filepath.Join(dir, "enti.csv"), filepath.Join(dir, "informative")
	by := map[string]string{}
	for engine, args := range map[string][]string{
		"beam":      {"-parte", "300000"},
		"goroutine": {"-motore", "goroutine", "-parte", "50000"},
		"one":       {"-motore", "goroutine", "-lavoratori", "1"},
	} {
		by[engine] = filepath.Join(dir, engine)
		out := censimento(t, append(args, "-enti", bodies, "-in", by[engine], notices)...)
		require.Contains(t, out, "612 informative, 602 lette")
		require.NotContains(t, out, "WARN", "of Beam")
		require.NoDirExists(t, filepath.Join(by[engine], "lavoro"))
	}
	for _, name := range []string{"risultati.jsonl", "risultati.parquet", "conteggi.json"} {
		require.Equal(t, file(t, by["goroutine"], name), file(t, by["beam"], name), name)
		require.Equal(t, file(t, by["goroutine"], name), file(t, by["one"], name), name)
	}
	rows := lines[census.Row](t, by["beam"], "risultati.jsonl")
	holdToTruth(t, rows, lines[synthetic.Truth](t, dir, "verita.jsonl"))
	columns, err := parquet.ReadFile[census.Row](filepath.Join(by["beam"], "risultati.parquet"))
	require.NoError(t, err)
	require.Len(t, columns, len(rows))
	for i, r := range rows {
		require.Equal(t, fmt.Sprint(r), fmt.Sprint(columns[i]))
	}
}

// holdToTruth asserts that each notice has a row, that those that can't be read say
// so, and how often the scan is right on what the others say.
func holdToTruth(t *testing.T, rows []census.Row, truth []synthetic.Truth) {
	t.Helper()
	known := map[string]synthetic.Truth{}
	for _, n := range truth {
		known[n.ID] = n
	}
	require.Len(t, rows, len(known))
	right, answers, others := 0, 0, 0
	for _, r := range rows {
		n, ok := known[r.ID]
		require.True(t, ok, r.ID)
		delete(known, r.ID)
		require.EqualValues(t, n.State, r.State, r.ID)
		require.Equal(t, n.Says == nil, r.Problem != "", r.ID)
		if n.Says == nil {
			continue
		}
		for _, code := range n.Others {
			require.Contains(t, r.Others, code, r.ID)
			others++
		}
		for e := range informativa.Elements() {
			if w := e.String(); !slices.Contains(n.Maybe, w) {
				answers++
				if slices.Contains(n.Says, w) == slices.Contains(r.Found, w) {
					right++
				}
			}
		}
	}
	require.Greater(t, answers, 15_000)
	require.Greater(t, others, 100)
	share := float64(right) / float64(answers)
	t.Logf("%d answers, %.2f %% right", answers, 100*share)
	require.Greater(t, share, 0.97)
}

// TestAnotherRunner: the same pipeline is taken by a runner that is another process's,
// by Beam's job service, as Flink's and Spark's have it.
func TestAnotherRunner(t *testing.T) {
	dir := made(t, synthetic.Set{Seed: 9, Bodies: 50, Notices: 300, Lines: true})
	args := []string{"-parte", "100000", "-enti", filepath.Join(dir, "enti.csv"), filepath.Join(dir, "informative")}
	l, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	require.NoError(t, l.Close())
	_, err = prism.CreateJobServer(t.Context(), prism.Options{Port: l.Addr().(*net.TCPAddr).Port})
	require.NoError(t, err)
	one, other := filepath.Join(dir, "one"), filepath.Join(dir, "other")
	censimento(t, append([]string{"-motore", "goroutine", "-in", one}, args...)...)
	censimento(t, append([]string{"--runner", "universal", "--endpoint", l.Addr().String(), "--environment_type", "LOOPBACK", "-in", other}, args...)...)
	require.Equal(t, string(file(t, one, "risultati.jsonl")), string(file(t, other, "risultati.jsonl")))
	require.Equal(t, string(file(t, one, "conteggi.json")), string(file(t, other, "conteggi.json")))
}

// TestMemory: eight times the notices don't take more memory.
func TestMemory(t *testing.T) {
	most := map[int]int{}
	for _, n := range []int{500, 4000} {
		dir := made(t, synthetic.Set{Seed: 4, Bodies: 500, Notices: n, Lines: true})
		p := process("-parte", "200000", "-enti", filepath.Join(dir, "enti.csv"), "-in", filepath.Join(dir, "out"), filepath.Join(dir, "informative"))
		out, err := p.CombinedOutput()
		require.NoError(t, err, string(out))
		usage, ok := p.ProcessState.SysUsage().(*syscall.Rusage)
		require.True(t, ok)
		most[n] = int(usage.Maxrss / 1024)
	}
	t.Logf("MB by notices: %v", most)
	require.Less(t, most[4000], most[500]+40, "MB")
}

// TestKilled: a run that is killed again and again begins where it was, and counts
// nothing twice.
func TestKilled(t *testing.T) {
	dir := made(t, synthetic.Set{Seed: 3, Bodies: 200, Notices: 3000, Lines: true})
	args := []string{"-parte", "200000", "-enti", filepath.Join(dir, "enti.csv"), filepath.Join(dir, "informative")}
	whole, cut := filepath.Join(dir, "whole"), filepath.Join(dir, "cut")
	censimento(t, append([]string{"-motore", "goroutine", "-in", whole}, args...)...)
	c := census.Census{Folder: cut}
	before := 0
	for _, engine := range []string{"beam", "goroutine"} {
		p := process(append([]string{"-motore", engine, "-lavoratori", "1", "-in", cut}, args...)...)
		var said bytes.Buffer
		p.Stdout, p.Stderr = &said, &said
		require.NoError(t, p.Start())
		for began := time.Now(); c.Finished() < before+5; time.Sleep(time.Millisecond) {
			require.Less(t, time.Since(began), time.Minute)
		}
		require.NoError(t, p.Process.Kill())
		_ = p.Wait()
		require.NoFileExists(t, filepath.Join(cut, "risultati.jsonl"), said.String())
		require.Greater(t, c.Finished(), before)
		before = c.Finished()
	}
	// a part that says it is finished and isn't whole is done again
	parts, err := fs.Glob(os.DirFS(cut), "lavoro/parti/*.jsonl")
	require.NoError(t, err)
	require.NoError(t, os.Truncate(filepath.Join(cut, parts[0]), 100))
	// another census in the same folder isn't mixed with it
	other := process("-motore", "goroutine", "-in", cut, filepath.Join(dir, "informative"))
	out, err := other.CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(out), "altro censimento")

	require.Contains(t, censimento(t, append([]string{"-in", cut}, args...)...), "riprende")
	for _, name := range []string{"risultati.jsonl", "conteggi.json"} {
		require.Equal(t, string(file(t, whole, name)), string(file(t, cut, name)))
	}
}

// TestLines: of a file of many notices each line is read once, wherever the parts
// are cut; what is no notice, and what facts are told of one, shows in its row.
func TestLines(t *testing.T) {
	dir := t.TempDir()
	text, err := json.Marshal(strings.Repeat("Il titolare del trattamento è il Comune di Brubalanda. I dati servono a gestire le iscrizioni. ", 3))
	require.NoError(t, err)
	in := []string{
		`{"id":"a","ente":"comune-di-brubalanda","testo":` + string(text) + `}`,
		``,
		`{"id":"b","ente":"Comune di Brubalanda","testo":`,
		`{"id":"c","codice":"E7","testo":` + string(text) + `,"contesto":{"consent":true}}`,
		`{"id":"d","ente":"Villa","testo":` + string(text) + `,"contesto":{"consent":"chissà"}}`,
		`{"id":"e","ente":"Villa","testo":"<!DOCTYPE html><p>Il titolare del trattamento è il Comune.</p>"}`,
		"{\"id\":\"f\",\"ente\":\"Ignoto\",\"testo\":\"Il titolare del trattamento \xe8 il Comune di Ignoto. I dati servono a gestire le iscrizioni.\"}",
		`{"id":"g","ente":"Villa","formato":"txt","testo":""}`,
	}
	name := filepath.Join(dir, "molte.jsonl")
	require.NoError(t, os.WriteFile(name, []byte(strings.Join(in, "\n")), 0o600))
	bodies := filepath.Join(dir, "enti.csv")
	require.NoError(t, os.WriteFile(bodies, []byte("Codice,Ente,Tipo,Regione,Fornitore\nE7,Comune di Brubalanda,comune,Altaluna,Quarzo\nE8,Villa,comune,Altaluna,\nE9,Villa,impresa,Nevesole,\n"), 0o600))
	var first []byte
	for part := 1; part < 2000; part += 97 {
		to := filepath.Join(dir, fmt.Sprint(part))
		c := census.Census{Folder: to}
		_, err := c.Prepare(census.Input{Names: []string{name}, Bodies: bodies, Part: int64(part)})
		require.NoError(t, err)
		tally, err := c.Run(context.Background(), bodies, 2)
		require.NoError(t, err)
		require.NoError(t, c.Finish(tally, false))
		got := file(t, to, "risultati.jsonl")
		if first == nil {
			first = got
		}
		require.Equal(t, string(first), string(got), part)
	}
	rows := lines[census.Row](t, dir, "1", "risultati.jsonl")
	require.Len(t, rows, 7)
	told := map[string]census.Row{}
	for _, r := range rows {
		told[r.ID] = r
	}
	a, c := told["a"], told["c"]
	require.Equal(t, []any{census.Read, census.InList, "comune", "Altaluna", "Quarzo", "E7"}, []any{a.State, a.Listed, a.Kind, a.Region, a.Supplier, a.Code})
	require.Contains(t, a.Missing, "dpo", "GDPR 13(1)(b), 37(1)(a): a public body has one")
	require.Contains(t, a.Missing, "complaint", "GDPR 13(2)(d)")
	require.Contains(t, a.Perhaps, "consent_withdrawal", "nobody has told whether it rests on consent")
	require.Equal(t, "Comune di Brubalanda", c.Body)
	require.Contains(t, c.Missing, "consent_withdrawal", "GDPR 13(2)(c)")
	require.Equal(t, census.BadLine, told["d"].State)
	require.Contains(t, told["d"].Problem, "contesto")
	require.Equal(t, []any{census.Namesake, "", ""}, []any{told["e"].Listed, told["e"].Kind, told["e"].Region})
	require.Contains(t, told["e"].Perhaps, "dpo", "of two bodies of that name, only one is public")
	require.Equal(t, []any{census.Unknown, census.Read, "utf-8"}, []any{told["f"].Listed, told["f"].State, told["f"].Encoding})
	require.Equal(t, census.Empty, told["g"].State)
	require.Equal(t, census.BadLine, told[name].State)
}

// TestList: files by a list, which names a body that the file's own name doesn't.
func TestList(t *testing.T) {
	dir := t.TempDir()
	text := []byte("Il titolare del trattamento è il Comune di Brubalanda. I dati servono a gestire le iscrizioni.")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.txt"), text, 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.md"), text, 0o600))
	list := filepath.Join(dir, "elenco")
	require.NoError(t, os.WriteFile(list, []byte(filepath.Join(dir, "a.txt")+"\tComune di Brubalanda\r\n\n"+filepath.Join(dir, "b.md")+"\n"+filepath.Join(dir, "c.md")+"\n"), 0o600))
	c := census.Census{Folder: filepath.Join(dir, "out")}
	plan, err := c.Prepare(census.Input{List: list})
	require.NoError(t, err)
	require.Equal(t, 3, plan.Files)
	tally, err := c.Run(context.Background(), "", 1)
	require.NoError(t, err)
	require.NoError(t, c.Finish(tally, false))
	rows := lines[census.Row](t, dir, "out", "risultati.jsonl")
	require.Len(t, rows, 3)
	require.Equal(t, "Comune di Brubalanda", rows[0].Body)
	require.Equal(t, "b", rows[1].Body)
	require.Equal(t, []any{census.Unreadable, "il file non esiste"}, []any{rows[2].State, rows[2].Problem})
}

func TestWrongArguments(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "enti.csv")
	require.NoError(t, os.WriteFile(bad, []byte("ente,tipo\nVilla,castello\n"), 0o600))
	for says, args := range map[string][]string{
		"quali informative": {},
		"-motore":           {"-motore", "vapore", "x"},
		"castello":          {"-enti", bad, "-in", filepath.Join(dir, "a"), dir},
		"non c'è nessuna":   {"-in", filepath.Join(dir, "b"), t.TempDir()},
		"genera non ha":     {"genera", "x"},
		"-enti 0":           {"genera", "-enti", "0"},
		"no such file":      {"-elenco", "nessuno", "-in", filepath.Join(dir, "c")},
	} {
		out, err := process(args...).CombinedOutput()
		require.Error(t, err, says)
		require.Contains(t, string(out), says)
	}
	require.Contains(t, censimento(t, "-h"), "di Apache Beam:")
}

// TestSynthetic: the notices hang on the seed and their number alone, and no two
// bodies have one name.
func TestSynthetic(t *testing.T) {
	require.Equal(t, synthetic.NoticeOf(1, 5, 10), synthetic.NoticeOf(1, 5, 10))
	require.NotEqual(t, synthetic.NoticeOf(1, 5, 10).Text, synthetic.NoticeOf(2, 5, 10).Text)
	names := map[string]bool{}
	for i := range 20_000 {
		b := synthetic.BodyOf(1, i)
		require.False(t, names[b.Name], b.Name)
		names[b.Name] = true
	}
}

package informativa_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/informativa"
)

var corpusDir = flag.String("corpus", "", "directory of a corpus of labelled notices: index.json, labels.json, texts")

// labelled is a notice with what a careful reader found in it.
type labelled struct {
	id, body string
	opening  bool // the text isn't whole
	text     []byte
	labels   map[string]label
}

type label struct {
	Value string `json:"value"` // yes, no, partial
	Quote string `json:"quote"`
}

// readCorpus reads a corpus in the form of testdata/corpus.
func readCorpus(t testing.TB, dir string) []labelled {
	var index []struct{ ID, File, Source, Extent string }
	var labels map[string]map[string]label
	for name, into := range map[string]any{"index.json": &index, "labels.json": &labels} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(data, into))
	}
	var all []labelled
	for _, entry := range index {
		text, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(entry.File)))
		require.NoError(t, err)
		require.Contains(t, labels, entry.ID)
		opening := entry.Extent != "" && !strings.HasPrefix(entry.Extent, "whole")
		all = append(all, labelled{entry.ID, body(entry.ID, entry.Source), opening, text, labels[entry.ID]})
	}
	return all
}

// body returns who wrote a notice: the owner of the repository that it comes
// from, or the notice itself where that isn't known. Four owners are one team,
// whose notices are copies of each other.
func body(id, source string) string {
	owner, _, found := strings.Cut(source, "/")
	if !found {
		return id
	}
	switch owner {
	case "italia", "AgID", "teamdigitale", "task-force-ia":
		return "italia"
	}
	return owner
}

// developed reports whether the rules were made with the notices of that body
// in sight. The others, of as many notices, only measure: one body is never on
// both sides, since its notices are near copies.
func developed(body string) bool {
	h := fnv.New32a()
	h.Write([]byte(body))
	return h.Sum32()>>2&1 == 0
}

// score counts the answers on one element or on all.
type score struct{ right, false, missed, absent int }

func (s *score) add(found, there bool) {
	switch {
	case found && there:
		s.right++
	case found:
		s.false++
	case there:
		s.missed++
	default:
		s.absent++
	}
}

func (s score) plus(o score) score {
	return score{s.right + o.right, s.false + o.false, s.missed + o.missed, s.absent + o.absent}
}

func (s score) n() int             { return s.right + s.false + s.missed + s.absent }
func (s score) precision() float64 { return ratio(s.right, s.right+s.false) }
func (s score) recall() float64    { return ratio(s.right, s.right+s.missed) }
func (s score) f1() float64        { return ratio(2*s.right, 2*s.right+s.false+s.missed) }

// missing is the score of the elements that lack: the same answers seen from
// the other side.
func (s score) missing() score { return score{s.absent, s.missed, s.false, s.right} }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// table holds the scores by element.
type table map[informativa.Element]score

func measureAccuracy(t testing.TB, corpus []labelled, of func(labelled) bool, wrong func(d labelled, e informativa.Element, found bool)) table {
	scores := make(table)
	for _, d := range corpus {
		if !of(d) {
			continue
		}
		r := informativa.Scan(d.text)
		for e := range informativa.Elements() {
			l, known := d.labels[e.String()]
			require.True(t, known, "%s has no label for %s", d.id, e)
			if l.Value == "partial" {
				continue
			}
			s := scores[e]
			s.add(r.Has(e), l.Value == "yes")
			scores[e] = s
			if r.Has(e) != (l.Value == "yes") && wrong != nil {
				wrong(d, e, r.Has(e))
			}
		}
	}
	return scores
}

func (scores table) all() (all score) {
	for _, s := range scores {
		all = all.plus(s)
	}
	return all
}

func (scores table) macro() float64 {
	sum := 0.0
	for _, s := range scores {
		sum += s.f1()
	}
	return sum / float64(len(scores))
}

func (scores table) print(t testing.TB, title string) {
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n%-20s %4s %4s %4s  %9s %9s %9s\n", title, "element", "n", "yes", "no", "precision", "recall", "F1")
	row := func(name string, s score) {
		fmt.Fprintf(&out, "%-20s %4d %4d %4d  %9.3f %9.3f %9.3f\n", name, s.n(), s.right+s.missed, s.false+s.absent, s.precision(), s.recall(), s.f1())
	}
	for e := range informativa.Elements() {
		row(e.String(), scores[e])
	}
	row("all (micro)", scores.all())
	row("missing elements", scores.all().missing())
	fmt.Fprintf(&out, "macro F1 %.3f", scores.macro())
	t.Log(out.String())
}

// TestAccuracy measures the scanning of notices that people have read and
// labelled. With -corpus it measures on that corpus, whole and by halves;
// without, on the ten invented notices of testdata.
//
//	go test ./informativa -run Accuracy -v -args -corpus DIR
func TestAccuracy(t *testing.T) {
	own := readCorpus(t, filepath.Join("testdata", "corpus"))
	require.Len(t, own, 10)
	everything := func(labelled) bool { return true }
	wrong := func(d labelled, e informativa.Element, found bool) {
		t.Logf("%s: %s is labelled %s %q, found %v", d.id, e, d.labels[e.String()].Value, d.labels[e.String()].Quote, found)
	}
	scores := measureAccuracy(t, own, everything, wrong)
	scores.print(t, "ten invented notices")
	require.GreaterOrEqual(t, scores.macro(), 0.97)
	require.GreaterOrEqual(t, scores.all().missing().precision(), 0.95)
	require.GreaterOrEqual(t, scores.all().missing().recall(), 0.95)

	if *corpusDir == "" {
		t.Log("not measured on real notices: no -corpus")
		return
	}
	corpus := readCorpus(t, *corpusDir)
	dev := func(d labelled) bool { return developed(d.body) }
	held := func(d labelled) bool { return !developed(d.body) }
	measureAccuracy(t, corpus, dev, nil).print(t, "half on which the rules were made")
	measureAccuracy(t, corpus, held, nil).print(t, "half that only measures")
	scores = measureAccuracy(t, corpus, everything, wrong)
	scores.print(t, "whole corpus")
	require.GreaterOrEqual(t, scores.macro(), 0.97, "macro F1")
	require.GreaterOrEqual(t, scores.all().missing().precision(), 0.95, "precision of missing elements")
	require.GreaterOrEqual(t, scores.all().missing().recall(), 0.95, "recall of missing elements")
	for e := range informativa.Elements() {
		if s := scores[e]; s.right+s.missed >= 10 && s.false+s.absent >= 10 {
			require.GreaterOrEqual(t, s.f1(), 0.93, "F1 of %s", e)
		}
	}
}

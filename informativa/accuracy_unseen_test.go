package informativa_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/informativa"
)

var unseenDir = flag.String("unseen", "", "directory of labelled notices that the rules weren't made with, in the form of a corpus")

// TestUnseen measures, with its uncertainty, how the rules do on notices that
// they weren't made with: all, and whole texts and openings apart. It asks for
// no figure: whoever measures writes it into rules/README.md, and looks at the
// errors (-v) only then.
//
//	go test ./informativa -run Unseen -v -args -unseen DIR [-errors]
func TestUnseen(t *testing.T) {
	if *unseenDir == "" {
		t.Log("no -unseen: nothing measured")
		return
	}
	notices := readCorpus(t, *unseenDir)
	require.NotEmpty(t, notices)
	for title, of := range map[string]func(labelled) bool{
		"all": func(labelled) bool { return true }, "whole texts": func(d labelled) bool { return !d.opening }, "openings": func(d labelled) bool { return d.opening },
	} {
		some := slices.DeleteFunc(slices.Clone(notices), func(d labelled) bool { return !of(d) })
		if len(some) > 0 {
			t.Log(interval(t, title, some))
		}
	}
	if *showErrors {
		wrong := func(d labelled, e informativa.Element, found bool) {
			at := ""
			for s := range informativa.Scan(d.text).Evidence(e) {
				at = string(d.text[s.Start:s.End])
				break
			}
			t.Logf("%s: %s is labelled %s %q, found %v %q", d.id, e, d.labels[e.String()].Value, d.labels[e.String()].Quote, found, at)
		}
		measureAccuracy(t, notices, func(labelled) bool { return true }, wrong).print(t, "all")
	}
}

var showErrors = flag.Bool("errors", false, "list the errors on -unseen")

// interval gives the figures on notices with their 95 % intervals: those of two
// thousand samples of as many notices, drawn with repetition.
func interval(t *testing.T, title string, notices []labelled) string {
	each := make([]table, len(notices))
	for i, d := range notices {
		each[i] = measureAccuracy(t, []labelled{d}, func(labelled) bool { return true }, nil)
	}
	names := [...]string{"macro F1", "micro F1", "missing precision", "missing recall"}
	figures := func(draw func(int) int) (f [len(names)]float64) {
		sum := make(table)
		for i := range each {
			for e, s := range each[draw(i)] {
				sum[e] = sum[e].plus(s)
			}
		}
		all := sum.all()
		return [...]float64{sum.macro(), all.f1(), all.missing().precision(), all.missing().recall()}
	}
	random := rand.New(rand.NewPCG(1, 2))
	var samples [len(names)][]float64
	for range 2000 {
		for i, f := range figures(func(int) int { return random.IntN(len(each)) }) {
			samples[i] = append(samples[i], f)
		}
	}
	all := measureAccuracy(t, notices, func(labelled) bool { return true }, nil).all()
	var out strings.Builder
	fmt.Fprintf(&out, "%s: %d notices, %d answers, %d wrong", title, len(notices), all.n(), all.false+all.missed)
	for i, f := range figures(func(i int) int { return i }) {
		slices.Sort(samples[i])
		fmt.Fprintf(&out, "\n%-18s %.3f [%.3f, %.3f]", names[i], f, samples[i][50], samples[i][1949])
	}
	return out.String()
}

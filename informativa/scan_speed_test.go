package informativa_test

import (
	"math"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/informativa"
)

// longText returns the notices of the corpus one after the other, over and over, a
// megabyte or more.
func longText(tb testing.TB) []byte {
	dir := *corpusDir
	if dir == "" {
		dir = filepath.Join("testdata", "corpus")
	}
	var all []byte
	for _, d := range readCorpus(tb, dir) {
		all = append(append(all, d.text...), "\n\n"...)
	}
	for once := all; len(all) < 1<<20; {
		all = append(all, once...)
	}
	return all
}

// BenchmarkScan scans a long text, values included. It reports how many times as long
// as a plain pass over the same bytes that takes, from the shortest of each.
func BenchmarkScan(b *testing.B) {
	text := longText(b)
	informativa.Scan(text) // the first scan reads the machine
	scan, pass := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		informativa.Scan(text)
		scan = min(scan, time.Since(start))
	}
	b.StopTimer()
	for range 50 {
		start := time.Now()
		spaces := 0
		for _, c := range text {
			if blank[c] == 1 {
				spaces++
			}
		}
		pass = min(pass, time.Since(start))
		require.NotZero(b, spaces)
	}
	b.ReportMetric(float64(len(text))/1e6/scan.Seconds(), "best-MB/s")
	b.ReportMetric(float64(scan)/float64(pass), "passes")
}

// blank marks the bytes that a plain pass counts.
var blank = [256]uint8{' ': 1, '\t': 1, '\r': 1}

// TestScanTwiceAtOnce: many scan at once, one after the other with what those before
// have left, and find what each finds alone.
func TestScanTwiceAtOnce(t *testing.T) {
	docs := readCorpus(t, filepath.Join("testdata", "corpus"))
	var want []informativa.Reading
	for _, d := range docs {
		want = append(want, informativa.Scan(d.text))
	}
	var all sync.WaitGroup
	got := make([][]informativa.Reading, 4)
	for n := range got {
		all.Go(func() {
			for _, d := range docs {
				got[n] = append(got[n], informativa.Scan(d.text))
			}
		})
	}
	all.Wait()
	slices.Reverse(docs)
	for _, readings := range got {
		require.Equal(t, want, readings)
	}
	for i, d := range docs {
		require.Equal(t, want[len(docs)-1-i], informativa.Scan(d.text))
	}
}

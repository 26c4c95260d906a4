package informativa_test

import (
	"math"
	"path/filepath"
	"runtime"
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

// TestScanIsLight: to scan a text takes memory for what is returned, and hardly any
// besides: less than 0.2 MB for 1.7 MB of notices (with -corpus; those of testdata
// have more values).
func TestScanIsLight(t *testing.T) {
	text := longText(t)
	least := uint64(math.MaxUint64)
	for range 10 { // at times what scans work with is collected as garbage, and made anew
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		informativa.Scan(text)
		runtime.ReadMemStats(&after)
		least = min(least, after.TotalAlloc-before.TotalAlloc)
	}
	returned := sizeOf(informativa.Scan(text))
	t.Logf("%d bytes allocated for %d returned, of %d of text", least, returned, len(text))
	require.Less(t, least, uint64(returned*3/2+4096))
	if *corpusDir != "" {
		require.Less(t, float64(least), 0.2/1.7*float64(len(text)))
	}
}

// sizeOf returns how many bytes the places and the values of a reading take, without
// what strings say.
func sizeOf(r informativa.Reading) int {
	n := len(r.Mailboxes)*40 + (len(r.Phones)+len(r.Citations)+len(r.Updates))*32 + len(r.Periods)*48 + len(r.Repeals)*64 + len(r.Blanks)*16
	for e := range r.Found() {
		for range r.Evidence(e) {
			n += 8
		}
	}
	return n
}

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

//go:build !race

package informativa_test

import (
	"math"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/informativa"
)

// TestScanIsLight: to scan a text takes memory for what is returned, and hardly any
// besides: less than 0.2 MB for 1.7 MB of notices (with -corpus; those of testdata
// have more values). The race detector throws away at random what scans work with, so
// it isn't run under it.
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

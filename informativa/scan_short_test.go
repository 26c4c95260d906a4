package informativa_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr/informativa"
)

// TestScanShort reads the short notices of testdata/short.txt: each is found to
// have its elements and no others, but for those on which the file says that the
// scan still errs, or that readers may differ.
func TestScanShort(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "short.txt"))
	require.NoError(t, err)
	notices := strings.Split(string(data), "\n## ")[1:]
	require.Greater(t, len(notices), 30)
	for _, notice := range notices {
		head, text, _ := strings.Cut(notice, "\n")
		name, elements, _ := strings.Cut(head, ":")
		has, open, errs := shortLabels(t, elements)
		r := informativa.Scan(text)
		for e := range informativa.Elements() {
			if !open[e] && (r.Has(e) == has[e]) == errs[e] {
				t.Errorf("%s: %s found %v, known to be wrong %v", name, e, r.Has(e), errs[e])
			}
		}
	}
}

func shortLabels(t *testing.T, line string) (has, open, errs map[informativa.Element]bool) {
	has, open, errs = make(map[informativa.Element]bool), make(map[informativa.Element]bool), make(map[informativa.Element]bool)
	into := has
	for _, word := range strings.Fields(line) {
		if word == "wrong" {
			into = errs
			continue
		}
		var e informativa.Element
		bare := strings.Trim(word, "()")
		require.NoError(t, e.UnmarshalText([]byte(bare)))
		if bare != word {
			open[e] = true
		} else {
			into[e] = true
		}
	}
	return has, open, errs
}

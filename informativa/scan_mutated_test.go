package informativa_test

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestScanFormsOfDamagedText cuts notices, puts pieces of others and marks into
// them, and reads each in its forms: line ends, composition and case don't matter
// in any text, however it looks.
func TestScanFormsOfDamagedText(t *testing.T) {
	docs := readCorpus(t, filepath.Join("testdata", "corpus"))
	r := rand.New(rand.NewPCG(5, 9))
	const marks = "\n\n \t.:;|_-[({x"
	for range 600 {
		one, other := docs[r.IntN(len(docs))].text, docs[r.IntN(len(docs))].text
		text := slices.Clone(one[:r.IntN(len(one))])
		for range 1 + r.IntN(6) {
			i, j := r.IntN(len(text)+1), r.IntN(len(other))
			switch r.IntN(4) {
			case 0:
				text = slices.Insert(text, i, other[j:min(len(other), j+r.IntN(80))]...)
			case 1:
				text = slices.Insert(text, i, marks[r.IntN(len(marks))], byte(r.IntN(256)))
			case 2:
				text = slices.Insert(text, i, bytes.Repeat([]byte{marks[r.IntN(len(marks))]}, r.IntN(200))...)
			case 3:
				text = slices.Delete(text, i, min(len(text), i+r.IntN(30)))
			}
		}
		want := elementsOf(string(text))
		for form, same := range sameElements(string(text)) {
			require.Equal(t, want, elementsOf(same), "%s of %q", form, text)
		}
	}
}

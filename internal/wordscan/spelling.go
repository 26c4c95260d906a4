package wordscan

import (
	"slices"
	"strings"
)

// spellings returns the ways to write a word of a pattern, as the scanner sees
// them: one, but for German letters, which are also written apart: "Löschung" and
// "Loeschung", "gemäß", "gemäss" and "gemaess".
func spellings(word string) []string {
	all := []string{foldWord(word)}
	small := strings.ToLower(word)
	for _, letters := range [...]*strings.Replacer{sharp, apart} {
		if other := foldWord(letters.Replace(small)); !slices.Contains(all, other) {
			all = append(all, other)
		}
	}
	return all
}

var (
	sharp = strings.NewReplacer("ß", "ss")
	apart = strings.NewReplacer("ß", "ss", "ä", "ae", "ö", "oe", "ü", "ue")
)

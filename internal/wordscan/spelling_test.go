package wordscan

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// TestSpellings finds German words as they are written with and without the
// letters of their own, in capitals, and composed of a letter and its mark.
func TestSpellings(t *testing.T) {
	for word, want := range map[string][]string{
		"diritto": {"diritto"}, "löschung": {"loschung", "loeschung"}, "finalità": {"finalita"}, "è": {"è"},
		"maße": {"ma{e", "masse"}, "gemäß": {"gema{", "gemass", "gemaess"},
	} {
		require.Equal(t, want, spellings(word))
	}
	m, err := Compile(fstest.MapFS{"a.txt": {Data: []byte("skip für\n[a]\n+ recht löschung*\n[b]\n+ gemäß art\n[c]\n+ \"für\" maßnahmen\n[d]\n+ recht ..0 größe\n")}}, "*.txt")
	require.NoError(t, err)
	for text, want := range map[string]string{
		"Recht für Löschungen": "a", "RECHT FUER LOESCHUNG": "a", "Recht Lo\u0308schung": "a", "Recht Loschung": "a",
		"gemäß Art. 13": "b", "GEMÄSS ART. 13": "b", "gemaess Art. 13": "b", "GEMÄẞ ART": "b",
		"für Maßnahmen": "c", "fuer Massnahmen": "c", "Maßnahmen": "", "Recht fuer Groesse": "d", "Recht Große": "d", "Recht Löwe": "",
	} {
		got := ""
		for i, spans := range Scan(m, text).Found {
			if len(spans) > 0 {
				got += m.Outputs()[i]
			}
		}
		require.Equal(t, want, got, text)
	}
}

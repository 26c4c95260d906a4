package informativa

import (
	"cmp"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// TestCountry: each code has the names that the CLDR gives it, also by its older
// letters, its three letters and its number.
func TestCountry(t *testing.T) {
	require.Equal(t, "Stati Uniti", country("US", language.Italian))
	require.Equal(t, "Svizzera", country("CH", language.German))
	require.Equal(t, "United Kingdom", country("GB", language.BritishEnglish))
	require.Equal(t, "nowhere", country("nowhere", language.Italian))
	names := map[language.Tag]display.Namer{language.Italian: display.Italian.Regions(), language.English: display.English.Regions()}
	codes := []string{"usa", "840", "UK", "150"}
	for first := 'A'; first <= 'Z'; first++ {
		for second := 'A'; second <= 'Z'; second++ {
			codes = append(codes, string([]rune{first, second}))
		}
	}
	for _, code := range codes {
		r, err := language.ParseRegion(code)
		for tag, n := range names {
			want := code
			if err == nil {
				want = cmp.Or(n.Name(r), code)
			}
			require.Equal(t, want, country(code, tag), "%s %s", code, tag)
		}
	}
}

package informativa

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
)

// region is a country, or another part of the world that has a code, with its names.
type region struct{ code, it, en string }

// country names a country by its two letters, or returns them where nobody has
// given it a name.
func country(code string, tag language.Tag) string {
	parsed, err := language.ParseRegion(code)
	if err != nil {
		return code
	}
	i, ok := slices.BinarySearchFunc(regions[:], parsed.String(), func(r region, code string) int { return strings.Compare(r.code, code) })
	switch {
	case !ok:
		return code
	case gdpr.Match(tag) == language.English:
		return regions[i].en
	}
	return regions[i].it
}

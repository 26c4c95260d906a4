package gdpr

import (
	"iter"
	"slices"

	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Row is what a check of this library can find, as its rule declares it: a host
// lists them to filter, to translate or to tell what is at stake.
type Row struct {
	Code       Code        `json:"code"`
	Severity   Severity    `json:"severity"`             // the most that it weighs
	Provisions []Provision `json:"provisions,omitempty"` // the law that it rests on, of all layers
}

// Rows yields what the checks of all packages can find, by package and code,
// whether or not a program imports the package. CODES.md has the same as a page.
//
//	for r := range gdpr.Rows() {
//		fmt.Println(r.Code, r.Severity, r.Fine(), r.Sentence(language.Italian))
//	}
//
// Law: GDPR 83(4); GDPR 83(5).
func Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for _, r := range rows {
			r.Provisions = slices.Clone(r.Provisions)
			if !yield(r) {
				return
			}
		}
	}
}

// Sentence returns what the row says, in the language that [Match] picks for the
// tag, as a format of package fmt: "%s" and "%d" stand for what the case gives.
func (r Row) Sentence(tag language.Tag) string { return catalog.Format(tag, string(r.Code)) }

// Fine returns the highest tier of fine among the row's provisions.
//
// Law: GDPR 83(3); GDPR 83(4); GDPR 83(5).
func (r Row) Fine() Fine { return Finding{Provisions: r.Provisions}.Fine() }

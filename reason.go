package gdpr

import (
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr/internal/catalog"
)

// Reason is one step of a decision: what was held, and by which provision. The
// decisions of the rule packages yield their reasons in the order of the law.
type Reason struct {
	Code      Code      `json:"code"`
	Provision Provision `json:"provision,omitempty"`
}

// Text says the reason in the language that [Match] picks for tag.
func (r Reason) Text(tag language.Tag) string { return catalog.Text(tag, string(r.Code)) }

// String returns the reason in English, with its provision.
func (r Reason) String() string {
	if r.Provision == "" {
		return r.Text(language.English)
	}
	return r.Text(language.English) + " [" + string(r.Provision) + "]"
}

// Question is a fact that is still [Unknown] and could change a decision: what
// a host must ask before it relies on the result.
type Question struct {
	Field string `json:"field"` // path of the fact in the input, as in its JSON
	Code  Code   `json:"code"`  // names the question
}

// Text asks the question in the language that [Match] picks for tag.
func (q Question) Text(tag language.Tag) string { return catalog.Text(tag, string(q.Code)) }

// String returns the field and the question in English.
func (q Question) String() string { return q.Field + ": " + q.Text(language.English) }

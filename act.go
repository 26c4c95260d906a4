package gdpr

import "strings"

// act is one of the acts that a Provision of this library can cite. The table of
// them is written from acts.tsv; go generate does so after a change.
type act struct {
	name  string // canonical, as it begins a Provision
	style style
	layer layer
	title Text // as a jurist cites it
}

// style is how an act is divided, and so how a place in it is cited.
type style uint8

const (
	union    style = iota + 1 // articles, paragraphs, letters; recitals
	national                  // articles, commi, letters
	sections                  // numbered sections
	document                  // a guideline or decision: paragraphs, cases, annexes
)

// layer is the narrowest regime in which an act binds, or own.
type layer uint8

const (
	templateLayer = layer(Template)
	publicLayer   = layer(PublicLaw)
	italyLayer    = layer(ItalianLaw)
	unionLayer    = layer(UnionLaw)
	ownLayer      = layer(UnionLaw) + 1 // a body's own law, which binds it under any regime
)

// documentKinds are the named places of a document, with the Italian word.
var documentKinds = map[string]string{
	"annex":     "allegato",
	"case":      "caso",
	"criterion": "criterio",
	"example":   "esempio",
	"footnote":  "nota",
	"section":   "sezione",
	"type":      "tipo",
}

// split finds the act of a citation and the place in it. Names that are a part
// of a longer one come after it in the table.
func split(s string) (a act, place string, ok bool) {
	for i := range acts {
		rest, found := strings.CutPrefix(s, acts[i].name)
		if !found {
			continue
		}
		if rest == "" {
			return acts[i], "", true
		}
		if rest[0] == ' ' && len(rest) > 1 {
			return acts[i], rest[1:], true
		}
	}
	return act{}, "", false
}

func actNames() string {
	var b strings.Builder
	for i := range acts {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(acts[i].name)
	}
	return b.String()
}

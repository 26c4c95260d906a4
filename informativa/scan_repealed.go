package informativa

import (
	"slices"
	"time"

	"github.com/rickb777/date/v2"
)

// RepealedAt is a place where a text cites an act that is no longer in force,
// or a decision that was annulled, whether or not it was when the text was written.
//
// Law: GDPR 94(1); Codice 183(1).
type RepealedAt struct {
	Repeal
	Span Span `json:"span"`
}

// The acts that texts still cite. Of the two decisions on transfers to the
// United States, the day is that of the judgment that annulled each, on which it
// ceased to be a ground (CJEU C-362/14 and C-311/18).
var (
	directive  = Repeal{"Direttiva 95/46/CE", date.New(2018, time.May, 25), "GDPR 94(1)"}
	law675     = Repeal{"L. 675/1996", date.New(2004, time.January, 1), "Codice 183(1)"}
	shield     = Repeal{"Decisione (UE) 2016/1250 (Privacy Shield)", date.New(2020, time.July, 16), "CJEU C-311/18"}
	safeHarbor = Repeal{"Decisione 2000/520/CE (Safe Harbor)", date.New(2015, time.October, 6), "CJEU C-362/14"}
)

// repeals returns where acts are cited that are no longer in force, in the order
// of the text.
func (v values[Text]) repeals() []RepealedAt {
	var all []RepealedAt
	for _, act := range [...]struct {
		output string
		Repeal
	}{{"repealed.675", law675}, {"repealed.95-46", directive}, {"repealed.shield", shield}, {"repealed.harbor", safeHarbor}} {
		for _, s := range apart(v.spans(act.output)) {
			all = append(all, RepealedAt{act.Repeal, place(s)})
		}
	}
	slices.SortStableFunc(all, func(a, b RepealedAt) int { return a.Span.Start - b.Span.Start })
	return all
}

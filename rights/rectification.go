package rights

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Rectification holds the facts of a request for rectification.
//
// Law: Regolamento 20(1); GDPR 16.
//
//facts:bits rights.rectification rectification
type Rectification struct {
	Inaccurate gdpr.Answer `json:"inaccurate"` // are the data inaccurate?
	Incomplete gdpr.Answer `json:"incomplete"` // are they incomplete for the purpose of the processing?
	Limit      Limit       `json:"limit"`      // what Codice 2-undecies sets against it, if anything
}

// Decide tells whether the data are to be corrected or completed, without undue
// delay; a statement of the requester can complete them.
//
// Law: Regolamento 20(1); GDPR 16; Codice 2-undecies(1).
func (r Rectification) Decide() Decision {
	return rectification.under(&r.Limit, r.said())
}

var rectification = rule{
	questions: rectificationQuestions[:],
	holds:     kleene.And(kleene.AtLeast(1, kleene.Of(rectificationInaccurate, rectificationIncomplete)), unlimited(rectificationLimit)),
	grounds: []ground{
		{rectificationInaccurate, "rights.rectification.inaccurate", "GDPR 16"},
		{rectificationIncomplete, "rights.rectification.incomplete", "GDPR 16"},
	},
	limit: rectificationLimit,
	no:    gdpr.Reason{Code: "rights.rectification.no", Provision: "GDPR 16"},
}

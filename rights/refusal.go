package rights

import (
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Refusal is the record of the letter that tells the requester that nothing, or
// not all, is done. The zero value refuses nothing.
//
// Law: GDPR 12(4).
type Refusal struct {
	Sent      date.Date `json:"sent,omitzero"`      // the day it was sent
	Reasons   string    `json:"reasons,omitempty"`  // why nothing is done
	Complaint bool      `json:"complaint,omitzero"` // does it tell that one can complain to the Garante?
	Court     bool      `json:"court,omitzero"`     // does it tell that one can go to court?
}

// The findings of [Refusal.Check].
const (
	CodeRefusalReasons   gdpr.Code = "rights.refusal.reasons"
	CodeRefusalComplaint gdpr.Code = "rights.refusal.complaint"
	CodeRefusalCourt     gdpr.Code = "rights.refusal.court"
)

// Check tells what the letter lacks: the reasons, the complaint to the Garante,
// the way to court. Whether it was sent in time, [Request.Check] tells.
//
// Law: GDPR 12(4); Regolamento 42(1); GDPR 77(1); GDPR 79(1).
func (r Refusal) Check() gdpr.Findings {
	if r == (Refusal{}) {
		return nil
	}
	var fs gdpr.Findings
	if strings.TrimSpace(r.Reasons) == "" {
		fs = append(fs, violation(CodeRefusalReasons, "reasons", "GDPR 12(4)"))
	}
	if !r.Complaint {
		fs = append(fs, violation(CodeRefusalComplaint, "complaint", "GDPR 12(4)", "Regolamento 42(1)"))
	}
	if !r.Court {
		fs = append(fs, violation(CodeRefusalCourt, "court", "GDPR 12(4)", "GDPR 79(1)"))
	}
	return fs
}

func violation(code gdpr.Code, where string, law ...gdpr.Provision) gdpr.Finding {
	return gdpr.Finding{Code: code, Severity: gdpr.Violation, Where: where, Provisions: law}
}

func warning(code gdpr.Code, where string, law ...gdpr.Provision) gdpr.Finding {
	return gdpr.Finding{Code: code, Severity: gdpr.Warning, Where: where, Provisions: law}
}

// unmet is the finding for a condition that the Comune has to meet and to prove:
// a violation if it isn't met, a warning while nobody says that it is, and none
// if it is.
func unmet(fs gdpr.Findings, met gdpr.Answer, code gdpr.Code, where string, law ...gdpr.Provision) gdpr.Findings {
	switch met {
	case gdpr.Yes:
		return fs
	case gdpr.No:
		return append(fs, violation(code, where, law...))
	}
	return append(fs, warning(code, where, law...))
}

package register

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Disclosure is what is known of one datum in a document that somebody asks to
// see (accesso documentale).
//
// Law: Regolamento 14(2); L. 241/1990 24(7); Codice 60(1).
type Disclosure struct {
	Kind          Kind        `json:"kind,omitempty"`
	Own           gdpr.Answer `json:"own"`           // is it the applicant's own?
	Pertinent     gdpr.Answer `json:"pertinent"`     // does it serve the interest that the application states?
	Excessive     gdpr.Answer `json:"excessive"`     // is it more than that interest needs?
	Indispensable gdpr.Answer `json:"indispensable"` // special or judicial: could the applicant not defend the interest without it?
	EqualRank     gdpr.Answer `json:"equal_rank"`    // health, genetic, sex life: is the right to defend of equal rank, a personality right or a fundamental freedom?
}

// Show tells whether the applicant may see the datum ([Allowed]) or it is masked
// in the copy ([Forbidden]). The head of the procedure weighs it for each datum:
// the applicant's own are shown, another's only if pertinent and not excessive;
// special and judicial data only if indispensable; those of health, genetic data
// and sex life only for a right of equal rank.
//
// Law: Regolamento 14(2); L. 241/1990 24(7); Codice 60(1).
func (d Disclosure) Show() Decision {
	var f kleene.Facts
	f = f.Put(0, d.Own).Put(3, d.Pertinent).Put(4, d.Excessive.Not())
	if d.Kind != 0 {
		f = f.Put(1, gdpr.Is(d.Kind == Ordinary)).Put(2, gdpr.Is(!intimate(d.Kind)))
	}
	if d.Kind != Ordinary {
		f = f.Put(5, d.Indispensable)
	}
	if d.Kind == 0 || intimate(d.Kind) {
		f = f.Put(6, d.EqualRank)
	}
	return decide(onAccess, f)
}

// intimate reports whether data of the kind are shown only for a right of equal
// rank.
func intimate(k Kind) bool { return k == Genetic || k == Health || k == Sexual }

var accessRule = rule{
	name:  "access",
	facts: []string{"own", "kind", "kind", "pertinent", "excessive", "indispensable", "equal_rank"},
	grounds: []ground{
		{kleene.Of(0), Allowed, gdpr.Reason{Code: "register.access.own", Provision: "Regolamento 14(2)"}},
		{kleene.Of(1, 3, 4), Allowed, gdpr.Reason{Code: "register.access.pertinent", Provision: "Regolamento 14(2)"}},
		{kleene.Of(2, 3, 4, 5), Allowed, gdpr.Reason{Code: "register.access.indispensable", Provision: "L. 241/1990 24(7)"}},
		{kleene.Of(3, 4, 5, 6), Allowed, gdpr.Reason{Code: "register.access.equal", Provision: "Codice 60(1)"}},
	},
	wants: []want{
		{3, gdpr.Reason{Code: "register.access.impertinent", Provision: "Regolamento 14(2)"}},
		{4, gdpr.Reason{Code: "register.access.excessive", Provision: "Regolamento 14(2)"}},
		{5, gdpr.Reason{Code: "register.access.dispensable", Provision: "L. 241/1990 24(7)"}},
		{6, gdpr.Reason{Code: "register.access.unequal", Provision: "Codice 60(1)"}},
	},
	otherwise: gdpr.Reason{Code: "register.access.impertinent", Provision: "Regolamento 14(2)"},
}

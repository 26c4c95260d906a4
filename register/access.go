package register

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Disclosure is what is known of one datum in a document that somebody asks to
// see (accesso documentale), which the documents of public bodies are open to.
//
// Law: Regolamento 14(2); L. 241/1990 24(7); Codice 60(1).
type Disclosure struct {
	Regime        gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
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
	return decide(onAccess, d.Regime, f)
}

// intimate reports whether data of the kind are shown only for a right of equal
// rank.
func intimate(k Kind) bool { return k == Genetic || k == Health || k == Sexual }

var accessRule = rule{
	name:  "access",
	facts: []string{"own", "kind", "kind", "pertinent", "excessive", "indispensable", "equal_rank"},
	grounds: []ground{
		{kleene.Of(0), Allowed, why{"register.access.own", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}}},
		{kleene.Of(1, 3, 4), Allowed, why{"register.access.pertinent", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}}},
		{kleene.Of(2, 3, 4, 5), Allowed, why{"register.access.indispensable", laws{"L. 241/1990 24(7)"}}},
		{kleene.Of(3, 4, 5, 6), Allowed, why{"register.access.equal", laws{"Codice 60(1)"}}},
	},
	wants: []want{
		{3, why{"register.access.impertinent", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}}},
		{4, why{"register.access.excessive", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}}},
		{5, why{"register.access.dispensable", laws{"L. 241/1990 24(7)"}}},
		{6, why{"register.access.unequal", laws{"Codice 60(1)"}}},
	},
	otherwise: why{"register.access.impertinent", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}},
}

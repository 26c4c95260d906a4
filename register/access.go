package register

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Disclosure is what is known of one datum in a document that somebody asks to
// see (accesso documentale), which the documents of public bodies are open to.
//
// Law: Regolamento 14(2); L. 241/1990 24(7); Codice 60(1).
//
//facts:bits register.access access
//facts:from kind ordinary mild
//facts:not excessive
type Disclosure struct {
	Regime        gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
	Own           gdpr.Answer `json:"own"`             // is it the applicant's own?
	Kind          Kind        `json:"kind,omitempty"`
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
	f := d.said()
	if d.Kind != 0 {
		f = f.Put(accessOrdinary, gdpr.Is(d.Kind == Ordinary)).Put(accessMild, gdpr.Is(!intimate(d.Kind)))
	}
	if d.Kind == Ordinary {
		f = f.With(kleene.Of(accessIndispensable), gdpr.Unknown)
	}
	if d.Kind != 0 && !intimate(d.Kind) {
		f = f.With(kleene.Of(accessEqualRank), gdpr.Unknown)
	}
	return decide(onAccess, d.Regime, f)
}

// intimate reports whether data of the kind are shown only for a right of equal
// rank.
func intimate(k Kind) bool { return k == Genetic || k == Health || k == Sexual }

var accessRule = rule{
	questions: accessQuestions[:],
	grounds: []ground{
		{kleene.Of(accessOwn), Allowed, why{"register.access.own", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}}},
		{kleene.Of(accessOrdinary, accessPertinent, accessNotExcessive), Allowed, why{"register.access.pertinent", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}}},
		{kleene.Of(accessMild, accessPertinent, accessNotExcessive, accessIndispensable), Allowed, why{"register.access.indispensable", laws{"L. 241/1990 24(7)"}}},
		{kleene.Of(accessPertinent, accessNotExcessive, accessIndispensable, accessEqualRank), Allowed, why{"register.access.equal", laws{"Codice 60(1)"}}},
	},
	wants: []want{
		{accessPertinent, why{"register.access.impertinent", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}}},
		{accessNotExcessive, why{"register.access.excessive", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}}},
		{accessIndispensable, why{"register.access.dispensable", laws{"L. 241/1990 24(7)"}}},
		{accessEqualRank, why{"register.access.unequal", laws{"Codice 60(1)"}}},
	},
	otherwise: why{"register.access.impertinent", laws{"Regolamento 14(2)", "L. 241/1990 24(7)"}},
}

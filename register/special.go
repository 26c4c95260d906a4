package register

import (
	"iter"
	"slices"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Special is what is known of the ground on which special data (dati
// particolari) are processed. Only the facts of one condition need be known.
//
// Law: Regolamento 10(1); Regolamento 10(2); Regolamento 11(1); GDPR 9(2); Codice 2-sexies(1); Codice 2-septies(1).
//
//facts:bits register.special special
type Special struct {
	Regime       gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
	Interest     gdpr.Answer `json:"interest"`        // necessary for a matter of substantial public interest, as in the nine sectors?
	Norm         Norm        `json:"norm"`            // the act that provides for the processing
	Vital        gdpr.Answer `json:"vital"`           // necessary for somebody's vital interest?
	Incapable    gdpr.Answer `json:"incapable"`       // and the person can't consent, in fact or in law?
	Consent      gdpr.Answer `json:"consent"`         // has the person consented, expressly and for this purpose?
	Employment   gdpr.Answer `json:"employment"`      // necessary for labour law, social security or protection?
	Public       gdpr.Answer `json:"public"`          // has the person manifestly made the data public?
	Archiving    gdpr.Answer `json:"archiving"`       // necessary for archiving in the public interest, research, statistics, and proportionate?
	Claims       gdpr.Answer `json:"claims"`          // necessary for legal claims or courts?
	Care         gdpr.Answer `json:"care"`            // necessary for health or social care or its management?
	Secrecy      gdpr.Answer `json:"secrecy"`         // and done by or under somebody bound to secrecy?
	PublicHealth gdpr.Answer `json:"public_health"`   // necessary for public health?
	Safeguards   gdpr.Answer `json:"safeguards"`      // are there appropriate and specific safeguards? By the municipal regulation they are needed whatever the condition
	Garante      gdpr.Answer `json:"garante"`         // for genetic, biometric and health data: are the Garante's safeguards kept, so far as it has laid any down?
}

// Norm is what is known of the act that provides for a processing of special
// data: a law, a regulation, or a general administrative act. To name a field of
// public interest isn't enough, which the municipal regulation does alone: the
// act also tells the four things below. For employment a collective agreement
// will do.
//
// Law: Codice 2-sexies(1); GDPR 9(2)(g); Regolamento 12(1).
type Norm struct {
	Exists     gdpr.Answer `json:"exists"`     // is there such an act?
	Data       gdpr.Answer `json:"data"`       // does it tell the kinds of data?
	Operations gdpr.Answer `json:"operations"` // what may be done with them?
	Reason     gdpr.Answer `json:"reason"`     // the reason of substantial public interest?
	Safeguards gdpr.Answer `json:"safeguards"` // measures that protect the person?
}

// Condition is a condition on which special data may be processed: the six of
// the municipal regulation, and three of the GDPR that it leaves out. (The one
// for associations and churches is never a Comune's.)
//
// Law: Regolamento 10(1); GDPR 9(2).
type Condition uint8

// The conditions, in the order of the municipal regulation.
//
//words:label register.condition
const (
	SubstantialInterest Condition = iota + 1 // substantial_interest: GDPR 9(2)(g)
	VitalInterest                            // vital_interest: GDPR 9(2)(c)
	ExplicitConsent                          // explicit_consent: GDPR 9(2)(a)
	LabourLaw                                // labour_law: GDPR 9(2)(b)
	ManifestlyPublic                         // manifestly_public: GDPR 9(2)(e)
	Archiving                                // archiving: GDPR 9(2)(j)
	LegalClaims                              // legal_claims: GDPR 9(2)(f), not in the municipal regulation
	CareServices                             // care: GDPR 9(2)(h), not in the municipal regulation
	PublicHealth                             // public_health: GDPR 9(2)(i), not in the municipal regulation
)

// conditions are the conditions by what says them: the letter of the GDPR, and
// whether the municipal regulation lists it.
var conditions = [conditionCount]struct {
	law    gdpr.Provision
	listed bool
}{
	SubstantialInterest: {"GDPR 9(2)(g)", true},
	VitalInterest:       {"GDPR 9(2)(c)", true},
	ExplicitConsent:     {"GDPR 9(2)(a)", true},
	LabourLaw:           {"GDPR 9(2)(b)", true},
	ManifestlyPublic:    {"GDPR 9(2)(e)", true},
	Archiving:           {"GDPR 9(2)(j)", true},
	LegalClaims:         {"GDPR 9(2)(f)", false},
	CareServices:        {"GDPR 9(2)(h)", false},
	PublicHealth:        {"GDPR 9(2)(i)", false},
}

// Listed reports whether the municipal regulation lists the condition.
//
// Law: Regolamento 10(1).
func (c Condition) Listed() bool { return c.Valid() && conditions[c].listed }

// Provision returns the letter of GDPR 9(2), or "" for the zero value.
//
// Law: GDPR 9(2).
func (c Condition) Provision() gdpr.Provision {
	if !c.Valid() {
		return ""
	}
	return conditions[c].law
}

// Decide tells whether special data of these kinds may be processed: one of the
// conditions must hold, and by the municipal regulation there must be safeguards
// in every case. Without special data among kinds it is [Allowed]; judicial data don't count, see
// [Judicial]. [Unlisted] is a processing that the GDPR allows on a condition
// that the municipal regulation doesn't name: lawful, but the Comune's own list
// wants completing; under a regime without the template it is Allowed.
//
// Without the template, safeguards are asked of the conditions that the GDPR ties
// to them: labour law, substantial interest, public health, archiving. Explicit
// consent, vital interests, data made public and legal claims (letters a, c, e, f)
// name none, and for care (letter h) the secrecy of paragraph 3 is the safeguard.
//
// Under the GDPR alone an act that provides for a matter of substantial public
// interest needn't tell the four things that the Codice asks of it, and no
// safeguards of the Garante are asked for.
//
// Law: Regolamento 10(1); Regolamento 10(2); Regolamento 12(1); GDPR 9(2); Codice 2-sexies(1); Codice 2-septies(1).
func (s Special) Decide(kinds Kinds) Decision {
	if !kinds.Special() {
		return decide(onNothing, s.Regime, kleene.Facts{})
	}
	if s.Regime.Has(gdpr.Template) {
		return decide(onSpecial, s.Regime, s.known(kinds))
	}
	return decide(onSpecialWide, s.Regime, s.known(kinds))
}

// lawful reports whether the processing is lawful by one condition or another,
// listed or not.
func (s Special) lawful(kinds Kinds) bool {
	unsafe := s.Regime.Has(gdpr.Template) && s.Safeguards != gdpr.Yes
	return !unsafe && decide(onSpecialWide, s.Regime, s.known(kinds)).Outcome == Allowed
}

// Conditions yields the conditions that are known to hold, apart from the
// safeguards.
//
// Law: Regolamento 10(1); GDPR 9(2).
func (s Special) Conditions() iter.Seq[Condition] {
	return func(yield func(Condition) bool) {
		facts := s.known(0)
		facts.Yes |= kleene.Of(specialSafeguards, specialGarante)
		for i, g := range specialRule.grounds {
			if g.facts&^facts.Yes == 0 && !yield(Condition(i+1)) {
				return
			}
		}
	}
}

// known returns the facts as they count under the regime for data of the kinds:
// what isn't asked for is there.
func (s *Special) known(kinds Kinds) kleene.Facts {
	f := s.said()
	switch {
	case !s.Regime.Has(gdpr.ItalianLaw):
		return f.With(kleene.Of(specialNormData, specialNormOperations, specialNormReason, specialNormSafeguards, specialGarante), gdpr.Yes)
	case !kinds.Guarded():
		return f.With(kleene.Of(specialGarante), gdpr.Yes)
	}
	return f
}

var specialRule = rule{
	questions: specialQuestions[:],
	grounds: []ground{ // in the order of Condition
		condition(Allowed, SubstantialInterest, specialInterest, specialNormExists, specialNormData, specialNormOperations, specialNormReason, specialNormSafeguards),
		condition(Allowed, VitalInterest, specialVital, specialIncapable),
		condition(Allowed, ExplicitConsent, specialConsent),
		condition(Allowed, LabourLaw, specialEmployment, specialNormExists),
		condition(Allowed, ManifestlyPublic, specialPublic),
		condition(Allowed, Archiving, specialArchiving, specialNormExists),
		condition(Unlisted, LegalClaims, specialClaims),
		condition(Unlisted, CareServices, specialCare, specialNormExists, specialSecrecy),
		condition(Unlisted, PublicHealth, specialPublicHealth, specialNormExists),
	},
	wants: []want{
		{specialSafeguards, why{"register.special.unsafe", laws{"Regolamento 10(2)", "GDPR 9(2)"}}},
		{specialGarante, why{"register.special.garante", laws{"Codice 2-septies(1)"}}},
	},
	otherwise: why{"register.special.none", laws{"GDPR 9(1)"}},
}

// wide returns the rule without the template: every condition of the GDPR is as
// good as the others, and safeguards are asked where it asks for them itself.
func wide(r rule) rule {
	r.some, r.grounds = true, slices.Clone(r.grounds)
	for i := range r.grounds {
		r.grounds[i].outcome = Allowed
		switch Condition(i + 1) {
		case VitalInterest, ExplicitConsent, ManifestlyPublic, LegalClaims, CareServices:
			r.grounds[i].facts &^= kleene.Of(specialSafeguards)
		}
	}
	return r
}

func condition(outcome Outcome, c Condition, facts ...int) ground {
	return ground{
		facts:   kleene.Of(facts...) | kleene.Of(specialSafeguards, specialGarante),
		outcome: outcome,
		reason:  why{gdpr.Code("register.condition." + c.String()), laws{c.Provision()}},
	}
}

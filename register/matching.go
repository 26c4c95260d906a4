package register

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Matching is what is known of a matching (raffronto, interconnessione) of data
// with others that the Comune or somebody else holds.
//
// Law: Regolamento 11(2).
//
//facts:bits register.matching matching
//facts:not sensitive others
type Matching struct {
	Regime        gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
	Sensitive     gdpr.Answer `json:"sensitive"`       // are special or judicial data matched with other such data?
	Indispensable gdpr.Answer `json:"indispensable"`   // was it verified for this case that nothing less would do?
	Reasons       gdpr.Answer `json:"reasons"`         // are the reasons written down?
	Others        gdpr.Answer `json:"others"`          // are data of other controllers used too?
	Provided      gdpr.Answer `json:"provided"`        // does a law provide for it, and are its limits kept?
}

// Decide tells whether the matching may be done. Special and judicial data are
// matched only if it was verified that this is strictly indispensable, case by
// case and with written reasons, and across controllers only within a law that
// provides for it.
//
// The rule is the template's own. Without it the law has none of its own for
// matching: it is [Allowed] where neither special nor judicial data nor those of other
// controllers are in it. Elsewhere purpose, legal basis and conditions of each
// processing decide, and Sharing of package rights between controllers, and the
// decision is the zero one, Undetermined with nothing missing.
//
// Law: Regolamento 11(2); GDPR 5(1)(b); Codice 2-ter(2); Codice 2-sexies(1); Codice 2-octies(1).
func (m Matching) Decide() Decision {
	if !m.Regime.Has(gdpr.Template) {
		if m.Sensitive != gdpr.No || m.Others != gdpr.No {
			return Decision{}
		}
		return decide(onFreeMatching, m.Regime, kleene.Facts{})
	}
	f := m.said()
	if m.Others == gdpr.No {
		f = f.With(kleene.Of(matchingProvided), gdpr.Unknown)
	}
	return decide(onMatching, m.Regime, f)
}

var matchingRule = rule{
	questions: matchingQuestions[:],
	grounds: []ground{
		{kleene.Of(matchingNotSensitive), Allowed, why{"register.matching.ordinary", laws{"Regolamento 11(2)"}}},
		{kleene.Of(matchingIndispensable, matchingReasons, matchingNotOthers), Allowed, why{"register.matching.verified", laws{"Regolamento 11(2)"}}},
		{kleene.Of(matchingIndispensable, matchingReasons, matchingProvided), Allowed, why{"register.matching.provided", laws{"Regolamento 11(2)"}}},
	},
	wants: []want{
		{matchingIndispensable, why{"register.matching.dispensable", laws{"Regolamento 11(2)"}}},
		{matchingReasons, why{"register.matching.unreasoned", laws{"Regolamento 11(2)"}}},
		{matchingProvided, why{"register.matching.unprovided", laws{"Regolamento 11(2)"}}},
	},
	otherwise: why{"register.matching.unprovided", laws{"Regolamento 11(2)"}},
}

// Use is what is known of data that somebody wants to use and that may have been
// processed against the law.
//
// Law: Regolamento 11(3); Codice 2-decies(1).
//
//facts:bits register.use use
//facts:both unlawful
type Use struct {
	Regime   gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
	Unlawful gdpr.Answer `json:"unlawful"`        // were they processed against a relevant rule on personal data?
	Trial    gdpr.Answer `json:"trial"`           // are they to be used in a trial?
}

// Decide tells whether the data can be used: not if they were processed
// unlawfully, save that for a trial its own rules decide ([ForCourt]).
//
// Law: Regolamento 11(3); Codice 2-decies(1); Codice 160-bis(1).
func (u Use) Decide() Decision {
	return decide(onUse, u.Regime, u.said())
}

var useRule = rule{
	questions: useQuestions[:],
	grounds: []ground{
		{kleene.Of(useNotUnlawful), Allowed, why{"register.use.lawful", laws{"Regolamento 11(3)", "Codice 2-decies(1)", "GDPR 5(1)(a)"}}},
		{kleene.Of(useUnlawful, useTrial), ForCourt, why{"register.use.trial", laws{"Codice 160-bis(1)"}}},
	},
	otherwise: why{"register.use.unlawful", laws{"Regolamento 11(3)", "Codice 2-decies(1)", "GDPR 5(1)(a)"}},
}

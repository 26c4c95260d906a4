package dpia

import (
	"encoding/json"
	"iter"
	"slices"
	"strconv"

	"github.com/b58db29f/gdpr"
)

// Reasons yields why the screening came out as it did, in the order of the law:
// what is established, which rule it meets, where the regulation alone would
// have asked less, and what relieves of the assessment. Each cites what binds
// under the screening's regime.
//
// Law: Regolamento 27(4); Regolamento 27(5); Regolamento 27(6); GDPR 35(1); GDPR 35(3); WP248; Garante 467/2018.
func (s Screening) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		say := func(code gdpr.Code, p gdpr.Provision) bool {
			r, ok := gdpr.Reason{Code: code, Provision: p}.Under(s.regime)
			return !ok || yield(r)
		}
		for _, step := range [...]func(func(gdpr.Code, gdpr.Provision) bool) bool{
			s.sayTriggers, s.sayTypes, s.sayIndices, s.sayCriteria, s.sayRule, s.sayRelief,
		} {
			if !step(say) {
				return
			}
		}
	}
}

func (s *Screening) sayTriggers(say func(gdpr.Code, gdpr.Provision) bool) bool {
	return s.sayClauses(triggers[:], say) && (s.Triggers() == 0 || say("dpia.reason.one-trigger", "Regolamento 27(4)"))
}

func (s *Screening) sayTypes(say func(gdpr.Code, gdpr.Provision) bool) bool {
	return s.sayClauses(types, say) && s.sayClauses(statutes[:], say)
}

// sayClauses says what each clause that holds says, once.
func (s *Screening) sayClauses(clauses []clause, say func(gdpr.Code, gdpr.Provision) bool) bool {
	for i := range clauses {
		c := &clauses[i]
		said := func(other clause) bool {
			return other.code == c.code && holds(s.held.Yes, other.facts) && other.binds(s.regime, s.on)
		}
		if !said(*c) || slices.ContainsFunc(clauses[:i], said) {
			continue
		}
		if !say(c.code, c.provision) {
			return false
		}
	}
	return true
}

func (s *Screening) sayIndices(say func(gdpr.Code, gdpr.Provision) bool) bool {
	if s.regime != gdpr.Template {
		return true
	}
	found := s.Indices(Separate)
	for i := range found.All() {
		if !say(gdpr.Code("dpia.index."+i.String()), "Regolamento 27(5)") {
			return false
		}
	}
	return found.Len() < int(s.threshold) || say("dpia.reason.indices", "Regolamento 27(5)")
}

func (s *Screening) sayCriteria(say func(gdpr.Code, gdpr.Provision) bool) bool {
	found := s.Criteria()
	for c := range found.All() {
		if !say(gdpr.Code("dpia.criterion."+c.String()), gdpr.Provision("WP248 criterion "+strconv.Itoa(int(c)))) {
			return false
		}
	}
	return found.Len() < int(s.threshold) || say("dpia.reason.criteria", "WP248")
}

func (s *Screening) sayRule(say func(gdpr.Code, gdpr.Provision) bool) bool {
	if s.held.Yes.Has(own) && !say("dpia.reason.own", s.by) {
		return false
	}
	wider, narrower := s.Regulation(Separate), s.Regulation(Fused)
	if narrower != Undetermined && wider.asksMore(narrower) && !say("dpia.reason.sixth", "Regolamento 27(5)") {
		return false
	}
	if wider != Undetermined && s.Outcome.asksMore(wider) && !say("dpia.reason.stricter", "GDPR 35(1)") {
		return false
	}
	switch s.Rule {
	case ByIndices, ByCriteria:
		return say("dpia.reason.may-except", "WP248")
	case ByDiscretion:
		if s.regime != gdpr.Template {
			return say("dpia.reason.discretion", "WP248")
		}
		return say("dpia.reason.discretion", "Regolamento 27(6)")
	case ByNone:
		return say("dpia.reason.none", "GDPR 35(1)") && s.sayAbsent(say)
	}
	return true
}

// sayAbsent says what carries a "not required": that none of the criteria holds.
// The controller has to show it (GDPR 5(2)).
func (s *Screening) sayAbsent(say func(gdpr.Code, gdpr.Provision) bool) bool {
	for c := range Criterion(0).Values() {
		if !say(gdpr.Code("dpia.reason.absent."+c.String()), gdpr.Provision("WP248 criterion "+strconv.Itoa(int(c)))) {
			return false
		}
	}
	return true
}

func (s *Screening) sayRelief(say func(gdpr.Code, gdpr.Provision) bool) bool {
	switch {
	case s.Rule == ByLaw:
		by := s.floor()
		return say("dpia.reason.law", "GDPR 35(10)") && (by == "" || say("dpia.reason.law-template", by))
	case s.Rule == BySimilar && s.regime == gdpr.Template:
		return say("dpia.reason.similar", "Regolamento 27(2)")
	case s.Rule == BySimilar:
		return say("dpia.reason.similar", "GDPR 35(1)")
	case s.Rule == ByException:
		by := s.floor()
		return say("dpia.reason.exception", "WP248") && (by == "" || say("dpia.reason.exception-template", by))
	case s.claims&claimException != 0 && s.Outcome == Required:
		return say("dpia.reason.no-exception", "WP248")
	}
	return true
}

// floor returns the comma of the template by which an assessment is due, or none.
func (s *Screening) floor() gdpr.Provision {
	switch {
	case s.regime != gdpr.Template:
	case quickTriggers[gdpr.Template].holds(s.held.Yes, s.on):
		return "Regolamento 27(4)"
	case s.Indices(Separate).Len() >= int(s.threshold):
		return "Regolamento 27(5)"
	}
	return ""
}

// MarshalJSON returns the screening with what it derives: the outcome, its rule,
// what is established and which facts are missing. It is for showing and filing:
// what is kept for later is the facts, from which [Screen] makes it anew.
func (s Screening) MarshalJSON() ([]byte, error) {
	var missing []string
	for q := range s.Missing() {
		missing = append(missing, q.Field)
	}
	return json.Marshal(struct {
		Outcome  Outcome        `json:"outcome"`
		Rule     Rule           `json:"rule,omitempty"`
		Triggers Set[Trigger]   `json:"triggers"`
		Types    Set[Type]      `json:"types"`
		Indices  Set[Index]     `json:"indices"`
		Fused    Set[Index]     `json:"indices_fused"`
		Criteria Set[Criterion] `json:"criteria"`
		Missing  []string       `json:"missing,omitempty"`
	}{s.Outcome, s.Rule, s.Triggers(), s.Types(), s.Indices(Separate), s.Indices(Fused), s.Criteria(), missing})
}

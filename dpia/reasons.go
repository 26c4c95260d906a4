package dpia

import (
	"encoding/json"
	"iter"
	"strconv"

	"github.com/b58db29f/gdpr"
)

// Reasons yields why the screening came out as it did, in the order of the law:
// what is established, which rule it meets, where the regulation alone would
// have asked less, and what relieves of the assessment.
//
// Law: Regolamento 27(4); Regolamento 27(5); Regolamento 27(6); GDPR 35(1); GDPR 35(3); WP248; Garante 467/2018.
func (s Screening) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		for _, step := range [...]func(func(gdpr.Reason) bool) bool{
			s.sayTriggers, s.sayTypes, s.sayIndices, s.sayCriteria, s.sayRule, s.sayRelief,
		} {
			if !step(yield) {
				return
			}
		}
	}
}

func (s *Screening) sayTriggers(yield func(gdpr.Reason) bool) bool {
	for _, c := range triggers {
		if holds(s.held.Yes, c.facts) && !yield(gdpr.Reason{Code: c.code, Provision: c.provision}) {
			return false
		}
	}
	return s.Triggers() == 0 || yield(gdpr.Reason{Code: "dpia.reason.one-trigger", Provision: "Regolamento 27(4)"})
}

func (s *Screening) sayTypes(yield func(gdpr.Reason) bool) bool {
	var said Set[Type]
	for _, c := range types {
		if !holds(s.held.Yes, c.facts) || said.Has(c.mark) {
			continue
		}
		said |= setOf(c.mark)
		if !yield(gdpr.Reason{Code: c.code, Provision: c.provision}) {
			return false
		}
	}
	return true
}

func (s *Screening) sayIndices(yield func(gdpr.Reason) bool) bool {
	found := s.Indices(Separate)
	for i := range found.All() {
		if !yield(gdpr.Reason{Code: gdpr.Code("dpia.index." + i.String()), Provision: "Regolamento 27(5)"}) {
			return false
		}
	}
	return found.Len() < int(s.threshold) || yield(gdpr.Reason{Code: "dpia.reason.indices", Provision: "Regolamento 27(5)"})
}

func (s *Screening) sayCriteria(yield func(gdpr.Reason) bool) bool {
	found := s.Criteria()
	for c := range found.All() {
		if !yield(gdpr.Reason{Code: gdpr.Code("dpia.criterion." + c.String()), Provision: gdpr.Provision("WP248 criterion " + strconv.Itoa(int(c)))}) {
			return false
		}
	}
	return found.Len() < int(s.threshold) || yield(gdpr.Reason{Code: "dpia.reason.criteria", Provision: "WP248"})
}

func (s *Screening) sayRule(yield func(gdpr.Reason) bool) bool {
	if s.held.Yes.Has(own) && !yield(gdpr.Reason{Code: "dpia.reason.own", Provision: "Regolamento 27(6)"}) {
		return false
	}
	wider, narrower := s.Regulation(Separate), s.Regulation(Fused)
	if narrower != Undetermined && wider > narrower && !yield(gdpr.Reason{Code: "dpia.reason.sixth", Provision: "Regolamento 27(5)"}) {
		return false
	}
	if wider != Undetermined && s.Outcome > wider && !yield(gdpr.Reason{Code: "dpia.reason.stricter", Provision: "GDPR 35(1)"}) {
		return false
	}
	switch s.Rule {
	case ByDiscretion:
		return yield(gdpr.Reason{Code: "dpia.reason.discretion", Provision: "Regolamento 27(6)"})
	case ByNone:
		return yield(gdpr.Reason{Code: "dpia.reason.none", Provision: "GDPR 35(1)"})
	}
	return true
}

func (s *Screening) sayRelief(yield func(gdpr.Reason) bool) bool {
	switch {
	case s.Rule == ByLaw:
		return yield(gdpr.Reason{Code: "dpia.reason.law", Provision: "GDPR 35(10)"})
	case s.Rule == BySimilar:
		return yield(gdpr.Reason{Code: "dpia.reason.similar", Provision: "Regolamento 27(2)"})
	case s.Rule == ByException:
		return yield(gdpr.Reason{Code: "dpia.reason.exception", Provision: "GDPR recital 91"})
	case s.claims&claimException != 0 && s.Outcome == Required:
		return yield(gdpr.Reason{Code: "dpia.reason.no-exception", Provision: "GDPR recital 91"})
	}
	return true
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

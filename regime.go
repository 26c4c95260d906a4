package gdpr

import "slices"

// Regime says whose law binds the body that asks: a host names it once, and
// every deadline, outcome, reason, finding, letter and deed follows it. Each
// regime has what the next one has, and a layer of law more.
//
// Under a regime nothing of another layer is computed, demanded, cited or
// printed: a school that never adopted the template is not told that it is late
// by the template's thirty days, and a firm isn't asked for what binds public
// bodies.
//
// The words are "template" (the zero value), "public", "italy" and "union".
//
// Law: Regolamento 43(1); GDPR 99(2).
type Regime uint8

// The regimes, from the one with the most layers of law.
//
//words:label regime
const (
	Template   Regime = iota // template: the template regulation, adopted by the Comune, with all that follows
	PublicLaw                // public: Italian law of public bodies, without the template
	ItalianLaw               // italy: Italian law of everybody: a private body
	UnionLaw                 // union: the GDPR and the guidelines on it alone
)

// Has reports whether the law of a layer is part of the regime: that of
// [ItalianLaw] is part of [Template], [PublicLaw] and [ItalianLaw], but not of
// [UnionLaw].
//
// Law: GDPR 99(2).
func (r Regime) Has(layer Regime) bool { return layer >= r }

// Binds reports whether p is law, or guidance on it, for a body under the regime.
// A body's own regulation ("Own 16(3)"), and an act that this library doesn't
// know, which only a host can have cited, bind under all of them.
//
// Law: GDPR 99(2).
func (r Regime) Binds(p Provision) bool { return uint8(p.layer()) >= uint8(r) }

// Cite returns the provision to name to a body under the regime: p itself if it
// binds there; for a comma of the template that the general law repeats whole,
// the provision of that law; otherwise none.
//
//	gdpr.UnionLaw.Cite("Regolamento 39(1)") // GDPR 34(1), true
//	gdpr.UnionLaw.Cite("Regolamento 35(1)") // "", false: the template alone asks it
//
// Law: Regolamento; GDPR.
func (r Regime) Cite(p Provision) (Provision, bool) {
	if r.Binds(p) {
		return p, true
	}
	share, same := Concordance(p)
	if share != Whole || !r.Binds(same) {
		return "", false
	}
	return same, true
}

// Layer returns the narrowest regime in which p binds: [UnionLaw] for the GDPR,
// [ItalianLaw] for the Codice, [PublicLaw] for D.Lgs. 33/2013, [Template] for the
// template regulation. A body's own regulation has [UnionLaw], since it binds its
// body under any regime; so has an act that the library doesn't know.
//
// Law: GDPR 99(2).
func (p Provision) Layer() Regime { return Regime(min(uint8(p.layer()), uint8(UnionLaw))) }

func (p Provision) layer() layer {
	if a, _, ok := split(string(p)); ok {
		return a.layer
	}
	return ownLayer
}

// Under returns the findings that hold for a body under the regime: each cites
// what binds there, and one that rests on other layers alone is left out. A
// finding without provisions stays. Under [Template] they all come back as they
// are; the receiver's own findings are never changed.
//
// Law: Regolamento; GDPR.
func (fs Findings) Under(r Regime) Findings {
	if r == Template {
		return fs
	}
	var held Findings
	for _, f := range fs {
		law := r.citeAll(f.Provisions)
		if len(law) == 0 && len(f.Provisions) > 0 {
			continue
		}
		f.Provisions = law
		held = append(held, f)
	}
	return held
}

// citeAll returns what the regime cites for the provisions, each once.
func (r Regime) citeAll(law []Provision) []Provision {
	var cited []Provision
	for _, p := range law {
		if q, ok := r.Cite(p); ok && !slices.Contains(cited, q) {
			cited = append(cited, q)
		}
	}
	return cited
}

// Under returns the reason as a body under the regime can give it, with the
// provision that [Regime.Cite] names, and whether there is one. A reason without
// a provision stays.
//
// Law: Regolamento; GDPR.
func (r Reason) Under(g Regime) (Reason, bool) {
	if r.Provision == "" {
		return r, true
	}
	p, ok := g.Cite(r.Provision)
	if !ok {
		return Reason{}, false
	}
	r.Provision = p
	return r, true
}

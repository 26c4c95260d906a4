package informativa

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Exemption is what decides whether the notice can be left out for some data of
// some people. It is decided by source: data from the person and data from
// elsewhere are two cases. The zero value knows nothing.
//
// Law: Regolamento 22(4); Regolamento 22(5); GDPR 13(4); GDPR 14(5).
//
//facts:bits informativa.exemption
type Exemption struct {
	Elsewhere    gdpr.Answer `json:"elsewhere"`       // obtained from someone other than the data subject?
	Informed     gdpr.Answer `json:"informed"`        // does the person already have all of the information?
	Impossible   gdpr.Answer `json:"impossible"`      // is informing impossible, or a disproportionate effort, as it can be for archives, research and statistics?
	Defeats      gdpr.Answer `json:"defeats"`         // would informing defeat the aims of the processing?
	Measures     gdpr.Answer `json:"measures"`        // are the people's rights and interests protected by other measures?
	Published    gdpr.Answer `json:"published"`       // is the information public?
	LaidDown     gdpr.Answer `json:"laid_down"`       // does a law that binds the Comune expressly lay down the obtaining or the disclosure?
	Safeguarded  gdpr.Answer `json:"safeguarded"`     // does that law protect the people's legitimate interests?
	Confidential gdpr.Answer `json:"confidential"`    // must the data stay secret by a professional or statutory duty of secrecy?
	Regime       gdpr.Regime `json:"regime,omitzero"` // whose law binds the controller
}

// Exempted is what [Exemption.Decide] decides. It is a comparable value. Its JSON
// holds the outcomes alone: reasons and missing facts come from Decide.
//
// Law: Regolamento 22(4); Regolamento 22(5); GDPR 13(4); GDPR 14(5).
type Exempted struct {
	Outcome    Outcome `json:"outcome"`    // what binds: the exemptions of the GDPR
	Regulation Outcome `json:"regulation"` // by the letter of the template alone, for comparison; undetermined under another regime
	facts      kleene.Facts
}

// Outcome tells whether a notice is owed. The zero value is [Undetermined].
//
// Law: Regolamento 22(4); GDPR 13(4); GDPR 14(5).
type Outcome uint8

// The outcomes of [Exemption.Decide].
//
//words:label informativa.outcome
const (
	Undetermined Outcome = iota // undetermined: a missing fact decides
	Owed                        // owed: the notice must be given
	Exempt                      // exempt: it can be left out
)

// exemptions are the cases of the law in its order: the facts that make each,
// and whether the municipal regulation has it too, and there by which facts.
var exemptions = [...]struct {
	code       gdpr.Code
	provision  gdpr.Provision // for data from the person, where the case is one of theirs
	elsewhere  gdpr.Provision // for data from elsewhere
	gdpr       kleene.Set
	regulation kleene.Set // empty: the regulation lacks it
}{
	{"informativa.exempt.informed", "GDPR 13(4)", "GDPR 14(5)(a)", kleene.Of(informed), kleene.Of(informed)},
	{"informativa.exempt.impossible", "", "GDPR 14(5)(b)", kleene.Of(elsewhere, impossible, measures, published), kleene.Of(impossible, measures)},
	{"informativa.exempt.defeats", "", "GDPR 14(5)(b)", kleene.Of(elsewhere, defeats, measures, published), 0},
	{"informativa.exempt.laid-down", "", "GDPR 14(5)(c)", kleene.Of(elsewhere, laidDown, safeguarded), 0},
	{"informativa.exempt.confidential", "", "GDPR 14(5)(d)", kleene.Of(elsewhere, confidential), kleene.Of(confidential)},
}

var exemptByGDPR, exemptByRegulation = func() (g, r kleene.Rule) {
	for _, e := range exemptions {
		g = append(g, e.gdpr)
		if e.regulation != 0 {
			r = append(r, e.regulation)
		}
	}
	return g, r
}()

// Decide tells whether the notice can be left out. Data from the person can do
// without it only where the person has the information already (13(4)); data
// from elsewhere in the further cases of 14(5).
//
// The municipal regulation grants the impossible, the disproportionate and the
// secret for data of any source, and asks for measures that inform the public
// only "also": there the GDPR is stricter, and binds. It lacks two cases of the
// GDPR, information that would defeat the aims and a law that lays the matter
// down: its silence is read as an omission, not as a wish to give up what the
// GDPR grants; [Exempted.Regulation] tells what its letter alone would give, for
// a Comune that reads it otherwise.
//
// Law: Regolamento 22(4); Regolamento 22(5); GDPR 13(4); GDPR 14(5)(a); GDPR 14(5)(b); GDPR 14(5)(c); GDPR 14(5)(d).
func (e Exemption) Decide() Exempted {
	f := e.said()
	d := Exempted{Outcome: outcomeOf(exemptByGDPR.Decide(f)), facts: f}
	if e.Regime == gdpr.Template {
		d.Regulation = outcomeOf(exemptByRegulation.Decide(f))
	}
	return d
}

func outcomeOf(exempt gdpr.Answer) Outcome {
	switch exempt {
	case gdpr.Yes:
		return Exempt
	case gdpr.No:
		return Owed
	}
	return Undetermined
}

// Reasons yields the cases of the law that exempt; where the notice is owed, the
// rule that owes it, and whether the regulation alone would have exempted.
//
// Law: GDPR 13(4); GDPR 14(5); Regolamento 22(4); Regolamento 22(5).
func (d Exempted) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		for _, e := range exemptions {
			p := e.provision
			if d.facts.Yes.Has(elsewhere) {
				p = e.elsewhere
			}
			if e.gdpr&^d.facts.Yes == 0 && !yield(gdpr.Reason{Code: e.code, Provision: p}) {
				return
			}
		}
		if d.Outcome != Owed {
			return
		}
		owed := gdpr.Reason{Code: "informativa.exempt.none", Provision: "GDPR 13(4)"}
		if !d.facts.No.Has(elsewhere) {
			owed.Provision = "GDPR 14(5)"
		}
		if yield(owed) && d.Regulation == Exempt {
			wider := gdpr.Provision("Regolamento 22(4)")
			if kleene.Of(impossible, measures)&^d.facts.Yes != 0 {
				wider = "Regolamento 22(5)"
			}
			yield(gdpr.Reason{Code: "informativa.exempt.wider", Provision: wider})
		}
	}
}

// Missing yields the facts that could still change the outcome.
//
// Law: GDPR 13(4); GDPR 14(5).
func (d Exempted) Missing() iter.Seq[gdpr.Question] { return exemptionAsk(d.open()) }

// open is a call of its own, so that Missing is small enough to be put in place
// with its caller and costs no allocation.
//
//go:noinline
func (d *Exempted) open() kleene.Set { return exemptByGDPR.Missing(d.facts) }

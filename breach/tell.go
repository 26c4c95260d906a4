package breach

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Exemptions are the facts that relieve of telling the persons, or change how.
// They are looked at after the assessment, which they don't change: a breach of
// high risk is notified to the Garante whatever they say. That the data were
// unintelligible is part of [Facts].
//
// An exemption that nobody claims is No: while it is Unknown the manner of telling
// stays Open, which is no leave to wait.
//
// Law: Regolamento 38(5); Regolamento 39(3); GDPR 34(3); GDPR 34(4).
//
//facts:more Facts breach.telling
//facts:not mitigated
type Exemptions struct {
	// Mitigated: were measures taken after the breach by which a high risk is no
	// longer likely, such as a thief caught before he could use the data? A
	// stranger's promise to delete them is no such measure.
	Mitigated gdpr.Answer `json:"mitigated"`
	// Disproportionate: would telling each person take an effort out of
	// proportion? No where the Comune has their addresses.
	Disproportionate gdpr.Answer `json:"disproportionate"`
	// Ruling is what the Garante decided on the matter, if it did.
	Ruling Ruling `json:"ruling,omitempty"`
}

// Ruling is what the Garante decided on telling the persons. The zero value is
// no decision.
type Ruling uint8

// The decisions of the Garante.
//
//words:label breach.ruling
const (
	MustTell    Ruling = iota + 1 // must_tell: it orders the communication
	NeedNotTell                   // need_not_tell: it finds that one of the exemptions is met
)

// Manner is whether and how the persons are told. The zero value is Open.
type Manner uint8

// The manners.
//
//words:label breach.manner
const (
	Open       Manner = iota // open: facts are missing that could change it
	NotNeeded                // not_needed: the persons need not be told; it may still be good practice
	Personally               // personally: each person is told, by a message of its own
	Publicly                 // publicly: by a public communication, or a measure as effective
)

// Telling is the decision whether and how the persons are told. It is a
// comparable value.
type Telling struct {
	Manner Manner `json:"manner"`

	high   gdpr.Answer // is the risk high?
	level  Level
	facts  kleene.Facts
	ruling Ruling
}

// Due tells whether the persons are told, in whatever manner. It may be known
// while the manner is still Open, because nobody has looked at the effort; Unknown
// is no leave to wait.
//
// Law: Regolamento 39(1); Regolamento 39(3); GDPR 34(1); GDPR 34(3); GDPR 34(4).
func (t Telling) Due() gdpr.Answer {
	switch t.ruling {
	case MustTell:
		return gdpr.Yes
	case NeedNotTell:
		return gdpr.No
	}
	return t.high.And(t.facts.Answer(notMitigated))
}

// Tell decides whether and how the persons are told: each of them where the risk
// is high, unless measures taken afterwards removed it; publicly where telling
// each would be out of proportion. Unintelligible data are no high risk in the
// first place, unless they were destroyed or lost. A ruling of the Garante goes
// before all of this.
//
// All persons at high risk are told, not those alone whose data are known to be
// misused (EDPB cases 07 and 18).
//
// Law: Regolamento 38(5); Regolamento 39(1); Regolamento 39(3); GDPR 34(1); GDPR 34(3); GDPR 34(4).
func (a Assessment) Tell(x Exemptions) Telling {
	high := highRisk.Decide(spin(a.facts))
	return Telling{
		Manner: x.manner(high),
		high:   high,
		level:  a.Level,
		facts:  a.facts.Join(x.said()),
		ruling: x.Ruling,
	}
}

// manner tells whether and how the persons are told of a risk that is high.
func (x Exemptions) manner(high gdpr.Answer) Manner {
	due := high.And(x.Mitigated.Not())
	switch x.Ruling {
	case MustTell:
		due = gdpr.Yes
	case NeedNotTell:
		due = gdpr.No
	}
	switch {
	case due == gdpr.No:
		return NotNeeded
	case due == gdpr.Yes && x.Disproportionate == gdpr.Yes:
		return Publicly
	case due == gdpr.Yes && x.Disproportionate == gdpr.No:
		return Personally
	}
	return Open
}

// Reasons yields why the persons are told or not, in the order of the law.
//
// Law: Regolamento 38(5); Regolamento 39(3); GDPR 34(3); GDPR 34(4).
func (t Telling) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		for _, r := range t.reasons() {
			if r.Code != "" && !yield(r) {
				return
			}
		}
	}
}

// reasons returns the steps that led to the manner; the zero ones are no reason.
func (t Telling) reasons() (steps [3]gdpr.Reason) {
	switch {
	case t.ruling == MustTell:
		steps[0] = gdpr.Reason{Code: "breach.reason.ordered", Provision: "GDPR 34(4)"}
	case t.ruling == NeedNotTell:
		steps[0] = gdpr.Reason{Code: "breach.reason.exempted", Provision: "GDPR 34(4)"}
	case t.level == NotABreach || t.level == Unlikely:
		steps[0] = gdpr.Reason{Code: "breach.reason.no-duty-to-notify", Provision: "GDPR 34(1)"}
		if kleene.Of(notEncrypted, notKeySafe)&^t.facts.No == 0 {
			steps[1] = gdpr.Reason{Code: "breach.reason.unintelligible", Provision: "GDPR 34(3)(a)"}
		}
	case t.level == Risk:
		steps[0] = gdpr.Reason{Code: "breach.reason.not-high", Provision: "GDPR 34(1)"}
	case t.facts.No.Has(notMitigated):
		steps[0] = gdpr.Reason{Code: "breach.reason.mitigated", Provision: "GDPR 34(3)(b)"}
	case t.level == HighRisk:
		steps[0] = gdpr.Reason{Code: "breach.reason.level-high", Provision: "GDPR 34(1)"}
	case t.Manner == NotNeeded: // the level is open, but at most a risk
		steps[0] = gdpr.Reason{Code: "breach.reason.not-high", Provision: "GDPR 34(1)"}
	}
	switch {
	case t.Manner == Publicly:
		steps[2] = gdpr.Reason{Code: "breach.reason.disproportionate", Provision: "GDPR 34(3)(c)"}
	case t.Manner == Open && t.Due() == gdpr.Yes:
		steps[2] = gdpr.Reason{Code: "breach.reason.manner-open", Provision: "GDPR 34(3)(c)"}
	case t.Manner == Open:
		steps[2] = gdpr.Reason{Code: "breach.reason.telling-open", Provision: "GDPR 34(1)"}
	}
	return steps
}

// Missing yields the facts still Unknown that could change whether or how the
// persons are told, no more and no fewer.
//
// Law: Regolamento 39(1); Regolamento 39(3); GDPR 34(3).
func (t Telling) Missing() iter.Seq[gdpr.Question] { return factsAsk(t.open()) }

// open returns the facts that could still change the manner.
func (t Telling) open() kleene.Set {
	switch t.ruling {
	case MustTell:
		return missing(&t.facts, orderRules)
	case NeedNotTell:
		return 0
	}
	return missing(&t.facts, mannerRules)
}

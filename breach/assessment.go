package breach

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Level is how likely an incident is to put the rights and freedoms of persons
// at risk, and how much. The zero value is Undetermined.
type Level uint8

// The levels, from the lightest.
//
//words:label breach.level
const (
	Undetermined Level = iota // undetermined: facts are missing that could change it: notify what is known, and supplement later
	NotABreach                // not_a_breach: no personal data, no failure of security, or none of the five acts
	Unlikely                  // unlikely: a risk is unlikely: to the register alone
	Risk                      // risk: to the Garante
	HighRisk                  // high_risk: to the Garante and to the persons
)

// Assessment is the risk that an incident brings to the persons concerned. It is
// a comparable value; the zero value knows nothing and is Undetermined.
type Assessment struct {
	Level Level `json:"level"`

	facts kleene.Facts
}

// Assess weighs the risk. The level is decided as soon as no value of the facts
// still Unknown could change it, and Undetermined before.
//
// The rule has two branches, and the graver one counts. Where somebody may have
// read the data, it asks in turn whether they were unintelligible, what they are,
// who has them now, whom they concern and whether they are still current. Where
// the data are destroyed, lost or altered, encryption helps nobody, and it asks
// whether they were back in time and whether anyone suffered.
//
// Exemptions from telling the persons (art. 39.3) come later: see
// [Assessment.Tell]. The score of [Factors.Score] has no part in it.
//
// Law: Regolamento 36(1); Regolamento 37(3); Regolamento 38(1); Regolamento 38(2); Regolamento 39(1); GDPR 4(12); GDPR 33(1); GDPR 34(1); GDPR recital 85; WP250; EDPB 01/2021; EDPB 9/2022.
func (f Facts) Assess() Assessment {
	a := Assessment{facts: f.known()}
	a.Level = a.level()
	return a
}

func (a Assessment) level() Level {
	c := consider(a.facts)
	breach := anyBreach.Decide(c).And(anyAct.Decide(a.facts))
	if breach == gdpr.No {
		return NotABreach
	}
	high := highRisk.Decide(c)
	if high == gdpr.Yes {
		return HighRisk
	}
	switch risk := notifiable.Decide(c); {
	case risk == gdpr.Yes && high == gdpr.No:
		return Risk
	case risk == gdpr.No && breach == gdpr.Yes:
		return Unlikely
	}
	return Undetermined
}

// Notify tells whether the Garante must be notified. Unknown is no leave to
// wait: what isn't shown to be unlikely is notified within the 72 hours with
// what is known, and supplemented.
//
// Law: Regolamento 37(3); Regolamento 38(1); GDPR 33(1); GDPR 33(4).
func (a Assessment) Notify() gdpr.Answer {
	switch a.Level {
	case NotABreach, Unlikely:
		return gdpr.No
	case Risk, HighRisk:
		return gdpr.Yes
	}
	return notifiable.Decide(consider(a.facts))
}

// Document tells whether the incident goes into the register of breaches: every
// breach does, whatever its risk.
//
// Law: Regolamento 40(1); GDPR 33(5).
func (a Assessment) Document() gdpr.Answer {
	switch a.Level {
	case NotABreach:
		return gdpr.No
	case Unlikely, Risk, HighRisk:
		return gdpr.Yes
	}
	return anyBreach.Decide(consider(a.facts)).And(anyAct.Decide(a.facts))
}

// Acts returns the acts that are established.
//
// Law: Regolamento 36(1).
func (a Assessment) Acts() Acts {
	return Acts(a.facts.Yes >> destruction & (1<<actsCount - 1))
}

// Missing yields the facts still Unknown that could change the level, no more
// and no fewer, in the order of the law.
//
// Law: Regolamento 37(3); Regolamento 38(4); GDPR 33(1); GDPR 33(4).
func (a Assessment) Missing() iter.Seq[gdpr.Question] {
	return ask(factsBreach.Missing(a.facts) | factsNotifiable.Missing(a.facts) | factsHighRisk.Missing(a.facts))
}

func ask(open kleene.Set) iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) {
		for i := range questions {
			if open.Has(i) && !yield(questions[i]) {
				return
			}
		}
	}
}

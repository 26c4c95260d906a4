package breach

import (
	"iter"

	"github.com/rickb777/date/v2"

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
	Unlikely                  // unlikely: a risk is unlikely
	Risk                      // risk: a risk that isn't high
	HighRisk                  // high_risk: a high risk
)

// Assessment is the risk that an incident brings to the persons concerned. It is
// a comparable value; the zero value knows nothing and is Undetermined.
type Assessment struct {
	Level Level `json:"level"`
	// On is the day on which the controller became aware, by whose law the duties
	// are told: see AsOf. 0 stands for gdpr.LawAsOf.
	On date.Date `json:"on,omitzero"`

	facts kleene.Facts
}

// Assess weighs the risk. The level is decided as soon as no value of the facts
// still Unknown could change it, and Undetermined before. Facts that contradict
// each other are read as the stricter of them says; [Facts.Check] tells which
// they are.
//
// The rule has two branches, and the graver one counts. Where somebody may have
// read the data, it asks in turn whether they were unintelligible, what they are,
// who has them now, whom they concern and whether they are still current. Where
// the data are destroyed, lost or altered, encryption helps nobody, and it asks
// whether they were back in time and whether anyone suffered.
//
// The level is a matter of facts, and doesn't hang on the day; what follows from
// it does: see [Assessment.AsOf]. Exemptions from telling the persons (art. 39.3)
// come later: see [Assessment.Tell]. The score of [Factors.Score] has no part in
// it.
//
// Law: Regolamento 36(1); Regolamento 37(3); Regolamento 38(1); Regolamento 38(2); Regolamento 39(1); GDPR 4(12); GDPR 33(1); GDPR 34(1); GDPR recital 85; WP250; EDPB 01/2021; EDPB 9/2022.
func (f Facts) Assess() Assessment {
	known := f.known()
	return Assessment{Level: level(spin(known)), facts: known}
}

// AsOf returns the assessment with the duties by the law of the day on which the
// controller became aware of the breach. Without it they are those of
// gdpr.LawAsOf.
//
// Law: GDPR 33(1).
func (a Assessment) AsOf(aware date.Date) Assessment {
	a.On = aware
	return a
}

func level(s kleene.Facts) Level {
	breach := anyBreach.Decide(s)
	if breach == gdpr.No {
		return NotABreach
	}
	high := highRisk.Decide(s)
	if high == gdpr.Yes {
		return HighRisk
	}
	switch risk := notifiable.Decide(s); {
	case risk == gdpr.Yes && high == gdpr.No:
		return Risk
	case risk == gdpr.No && breach == gdpr.Yes:
		return Unlikely
	}
	return Undetermined
}

// Notify tells whether the authority must be notified, by the law of the day
// [Assessment.On]. Unknown is no leave to wait: what isn't shown to be below the
// level that is notified is notified within the term, with what is known, and
// supplemented.
//
// Law: Regolamento 37(3); Regolamento 38(1); GDPR 33(1); GDPR 33(4).
func (a Assessment) Notify() gdpr.Answer {
	d, _ := duties.On(a.On)
	if a.Level != Undetermined {
		return d.owed(a.Level)
	}
	switch d.least {
	case Risk:
		return notifiable.Decide(spin(a.facts))
	case HighRisk:
		return highRisk.Decide(spin(a.facts))
	}
	return gdpr.No
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
	return anyBreach.Decide(spin(a.facts))
}

// floor returns the lightest level that the facts leave open.
func (a Assessment) floor() Level {
	s := spin(a.facts)
	switch {
	case a.Level != Undetermined:
		return a.Level
	case notifiable.Decide(s) == gdpr.Yes:
		return Risk
	case anyBreach.Decide(s) == gdpr.Yes:
		return Unlikely
	}
	return NotABreach
}

// Acts returns the acts that are established.
//
// Law: Regolamento 36(1); Regolamento 36(2); Regolamento 36(3); Regolamento 36(4); Regolamento 36(5); Regolamento 36(6); GDPR 4(12).
func (a Assessment) Acts() Acts {
	return Acts(a.facts.Yes >> destruction & (1<<actsCount - 1))
}

// Missing yields the facts still Unknown that could change the level, no more
// and no fewer, in the order of the law.
//
// Law: Regolamento 37(3); Regolamento 38(4); GDPR 33(1); GDPR 33(4).
func (a Assessment) Missing() iter.Seq[gdpr.Question] {
	return factsAsk(a.open())
}

// open returns the facts that could still change the level; none does if it is
// decided, unless someone changed Level, which is only a record of it.
func (a Assessment) open() kleene.Set {
	if s := spin(a.facts); level(s) == Undetermined {
		return missing(&a.facts, levelRules)
	}
	return 0
}

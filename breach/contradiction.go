package breach

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// conflict is a fact that speaks against a risk and can't stand beside any of
// others, which speak for one.
type conflict struct {
	fact    int
	others  kleene.Set
	legible bool // only where the data could be understood
}

var conflicts = [...]conflict{
	{personalData, ofPersons, false},
	{identifiable, kleene.Of(credentials, identity), true},
	{notSlight, kleene.Of(credentials, identity), false},
	{notTrusted, kleene.Of(hostile, spread), false},
}

// Check returns the error of facts that contradict each other, and nil where all
// can be true together. It is a *gdpr.InputError with gdpr.FaultContradiction
// that names one fact and the other:
//
//   - no personal data, but a fact that only persons have: health, convictions,
//     identity, location, private life, minors, harm;
//   - nobody can be identified, but an identity number or a password lies open;
//   - the data show in passing and hurt nobody, but open a system or serve to pose
//     as a person;
//   - all recipients are trusted, but someone means ill or is unknown;
//   - someone was gravely harmed, but nobody could have read the data and nobody
//     lacked them.
//
// [Facts.Assess] takes such facts by the stricter of the two.
//
// Law: GDPR 5(2); GDPR 33(5); GDPR recital 85.
func (f Facts) Check() error {
	said := f.said()
	for _, c := range conflicts {
		bit := kleene.Of(c.fact)
		if said.No&bit == 0 || c.legible && said.Yes&kleene.Of(notEncrypted, notKeySafe) == 0 {
			continue
		}
		for i := range factsQuestions {
			if (c.others & said.Yes).Has(i) {
				return contradiction(said, c.fact, i)
			}
		}
	}
	return harmless(said)
}

// harmless returns the error of a harm that nothing could have done.
func harmless(said kleene.Facts) error {
	s := spin(said)
	if !said.Yes.Has(harm) || s.Answer(deprived) != gdpr.No || exposed.Decide(s) != gdpr.No {
		return nil
	}
	for _, i := range [...]int{notExcluded, notEncrypted, notPublic, identifiable} {
		if said.No.Has(i) {
			return contradiction(said, harm, i)
		}
	}
	return contradiction(said, harm, disclosure)
}

// unspoilt returns the facts without those that speak against a risk and that
// another one contradicts: the assessment didn't go by them.
func unspoilt(said kleene.Facts) kleene.Facts {
	kept := said
	for _, c := range conflicts {
		idle := c.legible && said.Yes&kleene.Of(notEncrypted, notKeySafe) == 0
		if !idle && c.others&said.Yes != 0 {
			kept.No &^= kleene.Of(c.fact)
		}
	}
	if harmless(said) != nil {
		kept.No &^= kleene.Of(notExcluded, notEncrypted, notKeySafe, notPublic, identifiable)
	}
	return kept
}

// contradiction returns the error for a fact and another one.
func contradiction(said kleene.Facts, fact, other int) error {
	return &gdpr.InputError{
		Field: factsQuestions[fact].Field, Value: truth(said, fact), Fault: gdpr.FaultContradiction,
		Other: factsQuestions[other].Field + ": " + truth(said, other),
	}
}

// truth returns what was said of a fact, as in its JSON. The bit of a fact that
// speaks against a risk is its opposite.
func truth(said kleene.Facts, fact int) string {
	if said.Yes.Has(fact) != factsAgainst.Has(fact) {
		return "true"
	}
	return "false"
}

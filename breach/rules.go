package breach

import "github.com/b58db29f/gdpr/internal/kleene"

// The considerations, on the strands.
var (
	// Somebody may have read the data, and could make something of them.
	exposed = every(holds(shown), holds(reachable), holds(legible), holds(named))
	// Data that can hurt by what they are.
	grave = every(holds(telling), anyOf(intimate, usable, opening, posing, personal))
	// Data that hurt though they are old: special and judicial ones, identity,
	// secrets. The regulation has recency raise a risk (39.1); the GDPR, which binds
	// where it asks for more, has it lower none.
	standing = anyOf(fresh, intimate, posing, personal)
	// Data to pose as a person, with more to do harm by.
	combined = every(holds(telling), holds(posing), anyOf(intimate, usable, opening, personal))
)

// The rules. Each line is one way to a risk:
//
//   - Somebody was harmed.
//   - Someone with ill intent got at the data: there is always a risk (EDPB case
//     08), and a high one where the data are of a sort that hurts (05, 07, 17).
//   - The data went astray. Where the recipient is trusted and gave them back,
//     the risk is unlikely (09). Else there is one if the data are of a sort that
//     hurts (16), or if the persons or the recipients are many or the persons
//     weak, or if it lasted too long to tell; but not for plain data of a few
//     persons in known hands (13, 15). It is high where the data are special or
//     judicial, where both the sort of data and the width speak for it (14), or
//     where what identifies a person comes together with more (WP250: a
//     combination is more sensitive than its parts).
//   - The data are gone or wrong. There is a risk if they weren't back in time
//     (02), a high one if a person suffered from it (03).
var (
	anyBreach = prime(every(holds(breached), anyOf(shown, deprived, suffered)))

	notifiable = prime(every(holds(breached), either(
		holds(suffered),
		every(exposed, anyOf(harmful, malicious)),
		every(exposed, holds(loose), either(grave, anyOf(wide, beyond, long))),
		every(holds(deprived), anyOf(harmful, lasting)),
	)))

	highRisk = prime(every(holds(breached), either(
		holds(suffered),
		every(exposed, holds(harmful)),
		every(exposed, holds(malicious), grave, standing),
		every(exposed, holds(loose), holds(telling), holds(intimate)),
		every(exposed, holds(loose), grave, anyOf(wide, beyond), standing),
		every(exposed, holds(loose), combined),
		every(holds(deprived), holds(harmful)),
	)))

	// The level hangs on these three.
	levelRules = []kleene.Rule{anyBreach, notifiable, highRisk}

	// The persons are told of a high risk that no measures have removed since; and
	// how, hangs on the effort as well.
	tellable    = every(highRisk, holds(unmitigated))
	mannerRules = []kleene.Rule{tellable, every(tellable, holds(excessive))}
	// If the authority orders it, the effort alone is open.
	orderRules = []kleene.Rule{holds(excessive)}
)

func holds(strand int) kleene.Rule { return kleene.Rule{kleene.Of(strand)} }

func anyOf(strands ...int) kleene.Rule { return kleene.AtLeast(1, kleene.Of(strands...)) }

func either(rules ...kleene.Rule) kleene.Rule { return kleene.Or(rules...) }

func every(rules ...kleene.Rule) kleene.Rule {
	all := kleene.Rule{0}
	for _, r := range rules {
		all = kleene.And(all, r)
	}
	return all
}

// prime returns the rule without the clauses that contain another one, which add
// nothing to it.
func prime(r kleene.Rule) kleene.Rule {
	var kept kleene.Rule
	for i, clause := range r {
		absorbed := false
		for j, other := range r {
			if other&^clause == 0 && (other != clause || j < i) {
				absorbed = true
				break
			}
		}
		if !absorbed {
			kept = append(kept, clause)
		}
	}
	return kept
}

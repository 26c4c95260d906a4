package breach

import "github.com/b58db29f/gdpr/internal/kleene"

// The considerations of which the rules are made, each a rule on the facts.
const (
	breached  = iota // a breach of the security of personal data
	exposed          // somebody may have read the data, and could make something of them
	loose            // nobody can vouch for who has them now
	grave            // data that can hurt by what they are
	intimate         // data that hurt most, by the law's own judgement
	combined         // data to pose as a person, with more to do harm by
	wide             // many persons, weak persons, or no end of recipients
	deprived         // the Comune lacks the data, or has wrong ones
	lasting          // and didn't have them back in time
	malicious        // the facts that are considerations by themselves
	long
	harmful
	fresh
)

var considerations = [...]kleene.Rule{
	breached: {kleene.Of(personalData, security)},
	exposed: kleene.And(either(disclosure, access),
		kleene.And(kleene.Rule{kleene.Of(notExcluded, notPublic, identifiable)}, either(notEncrypted, keyUnsafe))),
	loose:     either(notTrusted, notRecovered),
	grave:     kleene.And(either(notSlight), either(special, judicial, financial, credentials, identity, location, private)),
	intimate:  kleene.And(either(notSlight), either(special, judicial)),
	combined:  kleene.And(kleene.Rule{kleene.Of(notSlight, identity)}, either(special, judicial, financial, credentials, location, private)),
	wide:      either(spread, many, vulnerable, minors),
	deprived:  either(destruction, loss, alteration),
	lasting:   either(noBackup, notInTime),
	malicious: either(hostile),
	long:      either(prolonged),
	harmful:   either(harm),
	fresh:     either(current),
}

// The rules, on the considerations. Each line is one way to a risk:
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
//
// By art. 39.1 of the regulation a risk is high the more recent the data are.
var (
	anyBreach = kleene.Rule{kleene.Of(breached)} // and one of the five acts

	notifiable = kleene.Rule{
		kleene.Of(breached, exposed, harmful),
		kleene.Of(breached, exposed, malicious),
		kleene.Of(breached, exposed, loose, grave),
		kleene.Of(breached, exposed, loose, wide),
		kleene.Of(breached, exposed, loose, long),
		kleene.Of(breached, deprived, lasting),
		kleene.Of(breached, deprived, harmful),
	}

	highRisk = kleene.Rule{
		kleene.Of(breached, exposed, harmful),
		kleene.Of(breached, exposed, malicious, grave, fresh),
		kleene.Of(breached, exposed, loose, intimate, fresh),
		kleene.Of(breached, exposed, loose, grave, wide, fresh),
		kleene.Of(breached, exposed, loose, combined, fresh),
		kleene.Of(breached, deprived, harmful),
	}
)

// anyAct holds where one of the five acts was done.
var anyAct = either(destruction, loss, alteration, disclosure, access)

// The same rules on the facts themselves, for what is missing.
var (
	factsBreach     = kleene.And(expand(anyBreach), anyAct)
	factsNotifiable = expand(notifiable)
	factsHighRisk   = expand(highRisk)
)

// consider decides the considerations.
func consider(f kleene.Facts) kleene.Facts {
	var c kleene.Facts
	for i := range considerations {
		c = c.Put(i, considerations[i].Decide(f))
	}
	return c
}

// either returns the rule that one of the facts holds.
func either(facts ...int) kleene.Rule { return kleene.AtLeast(1, kleene.Of(facts...)) }

// expand puts the facts of the considerations in their places. Deciding by
// considerations is exact as it is, since all rules are monotone; but a fact that
// is part of two of them can be told missing only here.
func expand(rule kleene.Rule) kleene.Rule {
	var full kleene.Rule
	for _, clause := range rule {
		expanded := kleene.Rule{0}
		for i, c := range considerations {
			if clause.Has(i) {
				expanded = kleene.And(expanded, c)
			}
		}
		full = append(full, expanded...)
	}
	return full
}

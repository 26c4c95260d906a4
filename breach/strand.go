package breach

import (
	"math/bits"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// The strands of which the rules are made: facts that count for the same. Each
// fact is in one strand, so that what is missing of a strand is missing of its
// facts. A strand of one fact has its bit.
const (
	named       = identifiable     // who has them can tell whom they concern
	opening     = credentials      // what opens a system
	posing      = identity         // data to pose as the person
	personal    = private          // private life, and what is under secrecy
	telling     = notSlight        // they don't show in passing alone
	fresh       = current          // time hasn't taken the harm out of them
	malicious   = hostile          // who has them means ill
	beyond      = spread           // no end of recipients
	long        = prolonged        // exposed too long to tell what was done
	harmful     = harm             // somebody was gravely harmed
	unmitigated = notMitigated     // no measures have removed the high risk since
	excessive   = disproportionate // telling each person is out of proportion
)

// The strands of several facts, and one that follows from others.
const (
	breached  = factsCount + iota // the security of personal data failed
	deprived                      // the controller lacks data, or has wrong ones
	shown                         // data were disclosed, or somebody could get at them
	reachable                     // nothing excludes that they were read, and they weren't public
	legible                       // and they could be understood
	intimate                      // data that hurt most, by the law's own judgement
	usable                        // financial data, location
	wide                          // many persons, or weak ones
	loose                         // nobody can vouch for who has them now
	lasting                       // what was gone wasn't back whole and in time
	suffered                      // somebody was harmed, and that is known, so that something came of the breach
	strandsEnd
)

// strand says which facts are in it, and whether all of them make it or any.
type strand struct {
	facts kleene.Set
	all   bool
}

var strands = [...]strand{
	breached - factsCount:  {kleene.Of(personalData, security), true},
	deprived - factsCount:  {kleene.Of(destruction, loss, alteration), false},
	shown - factsCount:     {kleene.Of(disclosure, access), false},
	reachable - factsCount: {kleene.Of(notExcluded, notPublic), true},
	legible - factsCount:   {kleene.Of(notEncrypted, notKeySafe), false},
	intimate - factsCount:  {kleene.Of(special, judicial), false},
	usable - factsCount:    {kleene.Of(financial, location), false},
	wide - factsCount:      {kleene.Of(many, vulnerable, minors), false},
	loose - factsCount:     {kleene.Of(notTrusted, notRecovered), false},
	lasting - factsCount:   {kleene.Of(notBackup, notInTime), false},
}

// alone are the strands of one fact.
const alone kleene.Set = 1<<named | 1<<opening | 1<<posing | 1<<personal | 1<<telling | 1<<fresh | 1<<malicious |
	1<<beyond | 1<<long | 1<<harmful | 1<<unmitigated | 1<<excessive

// of returns the facts of a strand.
func of(strand int) kleene.Set {
	switch {
	case strand < factsCount:
		return 1 << strand
	case strand == suffered:
		return 0
	}
	return strands[strand-factsCount].facts
}

// spin returns what the facts say of the strands, and what follows from them, since
// some can't be true together: see [Facts.Check]. Where facts contradict each other
// the one that speaks for a risk stands.
func spin(f kleene.Facts) kleene.Facts {
	s := kleene.Facts{Yes: f.Yes & alone, No: f.No&alone | 1<<suffered}
	for i := range strands {
		facts := strands[i].facts
		yes, no := f.Yes&facts != 0, f.No&facts == facts
		if strands[i].all {
			yes, no = f.Yes&facts == facts, f.No&facts != 0
		}
		switch {
		case yes:
			s.Yes |= 1 << (factsCount + i)
		case no:
			s.No |= 1 << (factsCount + i)
		}
	}
	const keys kleene.Set = 1<<opening | 1<<posing
	if f.Yes.Has(harm) {
		s = s.With(1<<suffered, gdpr.Yes)
	}
	if s.Yes&keys != 0 {
		s = s.With(1<<telling, gdpr.Yes)
		if s.Yes.Has(legible) || !s.No.Has(named) {
			s = s.With(1<<named, gdpr.Yes)
		}
	}
	if s.Yes&(1<<beyond|1<<malicious) != 0 {
		s = s.With(1<<loose, gdpr.Yes)
	} else if f.No.Has(notTrusted) {
		s = s.With(1<<beyond|1<<malicious, gdpr.No)
	}
	if s.No.Has(named) && s.Yes.Has(legible) {
		s = s.With(keys&^s.Yes, gdpr.No)
	}
	return s
}

// missing returns the facts that could still change what the rules decide.
func missing(f *kleene.Facts, rules []kleene.Rule) kleene.Set {
	var facts kleene.Set
	s := spin(*f)
	for open := (alone | (1<<strandsEnd - 1<<factsCount)) &^ (s.Yes | s.No); open != 0; open &= open - 1 {
		i := bits.TrailingZeros64(uint64(open))
		assumed := assume(s, i)
		for _, r := range rules {
			if turns(r, assumed, i) {
				facts |= of(i) &^ (f.Yes | f.No)
				break
			}
		}
	}
	return facts
}

// assume returns the strands where both answers to one of them are possible: a
// recipient who may be trusted or not is neither unknown nor ill-meaning.
func assume(s kleene.Facts, strand int) kleene.Facts {
	open := ^(s.Yes | s.No)
	switch strand {
	case loose:
		s = s.With(open&kleene.Of(beyond, malicious), gdpr.No)
	case beyond, malicious:
		s = s.With(open&kleene.Of(loose), gdpr.Yes)
	case telling:
		s = s.With(open&kleene.Of(opening, posing), gdpr.No)
	case named:
		s = s.With(open&kleene.Of(opening, posing, harmful), gdpr.No)
	case shown, reachable, legible, deprived:
		s = s.With(open&kleene.Of(harmful), gdpr.No)
	case opening, posing:
		s = s.With(open&kleene.Of(telling, named), gdpr.Yes)
	}
	return s
}

// turns reports whether a strand could change what the rule decides: it is in a
// clause that may still hold and isn't absorbed by another one.
func turns(r kleene.Rule, s kleene.Facts, strand int) bool {
	for _, clause := range r {
		rest := clause &^ s.Yes
		if clause&s.No != 0 || !rest.Has(strand) {
			continue
		}
		if !absorbed(r, s, rest) {
			return true
		}
	}
	return false
}

// absorbed reports whether some clause leaves a proper part of rest, or nothing at
// all.
func absorbed(r kleene.Rule, s kleene.Facts, rest kleene.Set) bool {
	for _, other := range r {
		if o := other &^ s.Yes; other&s.No == 0 && o&^rest == 0 && o != rest {
			return true
		}
	}
	return false
}

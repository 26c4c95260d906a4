package breach

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// The strands of which the rules are made: facts that count for the same. Each
// fact is in one strand, so that what is missing of a strand is missing of its
// facts.
const (
	breached    = iota // the security of personal data failed
	deprived           // the controller lacks data, or has wrong ones
	shown              // data were disclosed, or somebody could get at them
	reachable          // nothing excludes that they were read, and they weren't public
	legible            // and they could be understood
	named              // who has them can tell whom they concern
	intimate           // data that hurt most, by the law's own judgement
	usable             // financial data, location
	opening            // credentials
	posing             // data to pose as the person
	personal           // private life, and what is under secrecy
	telling            // they don't show in passing alone
	fresh              // time hasn't taken the harm out of them
	wide               // many persons, or weak ones
	beyond             // no end of recipients
	malicious          // who has them means ill
	loose              // nobody can vouch for who has them now
	long               // exposed too long to tell what was done
	harmful            // somebody was gravely harmed
	suffered           // and that is known, so that something came of the breach
	lasting            // what was gone wasn't back whole and in time
	unmitigated        // no measures have removed the high risk since
	excessive          // telling each person is out of proportion
)

// strand says which facts are in it, and whether all of them make it or any.
type strand struct {
	facts kleene.Set
	all   bool
}

var strands = [...]strand{
	breached:    {kleene.Of(personalData, security), true},
	deprived:    {kleene.Of(destruction, loss, alteration), false},
	shown:       {kleene.Of(disclosure, access), false},
	reachable:   {kleene.Of(notExcluded, notPublic), true},
	legible:     {kleene.Of(notEncrypted, notKeySafe), false},
	named:       {kleene.Of(identifiable), false},
	intimate:    {kleene.Of(special, judicial), false},
	usable:      {kleene.Of(financial, location), false},
	opening:     {kleene.Of(credentials), false},
	posing:      {kleene.Of(identity), false},
	personal:    {kleene.Of(private), false},
	telling:     {kleene.Of(notSlight), false},
	fresh:       {kleene.Of(current), false},
	wide:        {kleene.Of(many, vulnerable, minors), false},
	beyond:      {kleene.Of(spread), false},
	malicious:   {kleene.Of(hostile), false},
	loose:       {kleene.Of(notTrusted, notRecovered), false},
	long:        {kleene.Of(prolonged), false},
	harmful:     {kleene.Of(harm), false},
	suffered:    {0, false},
	lasting:     {kleene.Of(notBackup, notInTime), false},
	unmitigated: {kleene.Of(notMitigated), false},
	excessive:   {kleene.Of(disproportionate), false},
}

// spin returns what the facts say of the strands, and what follows from them, since
// some can't be true together: see [Facts.Check]. Where facts contradict each other
// the one that speaks for a risk stands.
func spin(f kleene.Facts) (s kleene.Facts) {
	for i := range strands {
		facts := strands[i].facts
		yes, no := f.Yes&facts != 0, f.No&facts == facts
		if strands[i].all {
			yes, no = f.Yes&facts == facts, f.No&facts != 0
		}
		switch {
		case yes:
			s.Yes |= 1 << i
		case no:
			s.No |= 1 << i
		}
	}
	s.No |= 1 << suffered
	if f.Yes.Has(harm) {
		s = s.With(kleene.Of(suffered), gdpr.Yes)
	}
	if s.Yes&kleene.Of(opening, posing) != 0 {
		s = s.With(kleene.Of(telling), gdpr.Yes)
		if s.Yes.Has(legible) || !s.No.Has(named) {
			s = s.With(kleene.Of(named), gdpr.Yes)
		}
	}
	if s.Yes&kleene.Of(beyond, malicious) != 0 {
		s = s.With(kleene.Of(loose), gdpr.Yes)
	} else if f.No.Has(notTrusted) {
		s = s.With(kleene.Of(beyond, malicious), gdpr.No)
	}
	if s.No.Has(telling) || s.No.Has(named) && s.Yes.Has(legible) {
		s = s.With(kleene.Of(opening, posing)&^s.Yes, gdpr.No)
	}
	return s
}

// missing returns the facts that could still change what the rules decide.
func missing(f *kleene.Facts, rules []kleene.Rule) kleene.Set {
	var facts kleene.Set
	s := spin(*f)
	for i := range strands {
		if s.Yes.Has(i) || s.No.Has(i) {
			continue
		}
		assumed := assume(s, i)
		for _, r := range rules {
			if turns(r, assumed, i) {
				facts |= strands[i].facts &^ (f.Yes | f.No)
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
	for i, clause := range r {
		rest := clause &^ s.Yes
		if clause&s.No != 0 || !rest.Has(strand) {
			continue
		}
		if !absorbed(r, s, i, rest) {
			return true
		}
	}
	return false
}

// absorbed reports whether some clause other than i leaves a proper part of rest,
// or nothing at all.
func absorbed(r kleene.Rule, s kleene.Facts, i int, rest kleene.Set) bool {
	for j, other := range r {
		if o := other &^ s.Yes; other&s.No == 0 && j != i && o&^rest == 0 && o != rest {
			return true
		}
	}
	return false
}

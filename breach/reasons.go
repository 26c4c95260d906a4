package breach

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// ground is a reason, and when it is one: on an occasion, where the facts yes
// hold and the facts no don't.
type ground struct {
	when    occasion
	yes, no kleene.Set
	// carries: it is told only where the level would be open without it, as what
	// speaks for a light one: nobody needs a list of all that didn't happen.
	carries bool
	reason  gdpr.Reason
}

// occasion is when a reason can be one.
type occasion uint8

const (
	always     occasion = iota
	onShown             // data were disclosed, or somebody could get at them
	onExposed           // somebody may have read them, and could make something of them
	onRisk              // and there is a risk
	onCombined          // and they are identity data with more
	onDeprived          // data are gone or wrong
	onEffect            // exposed or deprived
)

var (
	sorts = kleene.Of(special, judicial, financial, credentials, identity, location, private)

	// The reasons why an incident is not a breach.
	noBreach = [...]ground{
		{always, 0, kleene.Of(personalData), false, gdpr.Reason{Code: "breach.reason.no-personal-data", Provision: "GDPR 4(12)"}},
		{always, 0, kleene.Of(security), false, gdpr.Reason{Code: "breach.reason.no-failure", Provision: "GDPR 4(12)"}},
		{always, 0, kleene.Of(destruction, loss, alteration, disclosure, access), false, gdpr.Reason{Code: "breach.reason.no-act", Provision: "GDPR 4(12)"}},
	}

	// The reasons of the level of a breach, in the order in which the rules ask. The
	// five acts rest on the GDPR: the regulation has a narrower loss (36.3), disclosure
	// (36.5) and access (36.6).
	grounds = [...]ground{
		{always, kleene.Of(destruction), 0, false, gdpr.Reason{Code: "breach.reason.destruction", Provision: "GDPR 4(12)"}},
		{always, kleene.Of(loss), 0, false, gdpr.Reason{Code: "breach.reason.loss", Provision: "GDPR 4(12)"}},
		{always, kleene.Of(alteration), 0, false, gdpr.Reason{Code: "breach.reason.alteration", Provision: "GDPR 4(12)"}},
		{always, kleene.Of(disclosure), 0, false, gdpr.Reason{Code: "breach.reason.disclosure", Provision: "GDPR 4(12)"}},
		{always, kleene.Of(access), 0, false, gdpr.Reason{Code: "breach.reason.access", Provision: "GDPR 4(12)"}},

		{onShown, 0, kleene.Of(notExcluded), false, gdpr.Reason{Code: "breach.reason.excluded", Provision: "EDPB 01/2021 case 01"}},
		{onShown, 0, kleene.Of(notEncrypted, keyUnsafe), false, gdpr.Reason{Code: "breach.reason.unintelligible", Provision: "Regolamento 38(1)"}},
		{onShown, 0, kleene.Of(notPublic), false, gdpr.Reason{Code: "breach.reason.public", Provision: "WP250"}},
		{onShown, 0, kleene.Of(identifiable), false, gdpr.Reason{Code: "breach.reason.unidentifiable", Provision: "WP250"}},
		{onDeprived, 0, kleene.Of(notEncrypted, keyUnsafe), false, gdpr.Reason{Code: "breach.reason.encryption-no-help", Provision: "Regolamento 38(2)"}},
		{onRisk, kleene.Of(notExcluded), 0, false, gdpr.Reason{Code: "breach.reason.not-excluded", Provision: "EDPB 01/2021"}},
		{onRisk, kleene.Of(notEncrypted), 0, false, gdpr.Reason{Code: "breach.reason.not-encrypted", Provision: "WP250"}},
		{onRisk, kleene.Of(keyUnsafe), kleene.Of(notEncrypted), false, gdpr.Reason{Code: "breach.reason.key-unsafe", Provision: "WP250"}},

		{onExposed, 0, kleene.Of(notTrusted, notRecovered), false, gdpr.Reason{Code: "breach.reason.contained", Provision: "EDPB 01/2021 case 09"}},
		{onRisk, kleene.Of(notTrusted), 0, false, gdpr.Reason{Code: "breach.reason.not-trusted", Provision: "WP250"}},
		{onRisk, kleene.Of(notRecovered), kleene.Of(notTrusted), false, gdpr.Reason{Code: "breach.reason.not-recovered", Provision: "WP250"}},
		{onExposed, kleene.Of(hostile), 0, false, gdpr.Reason{Code: "breach.reason.hostile", Provision: "WP250"}},
		{onExposed, 0, kleene.Of(hostile), true, gdpr.Reason{Code: "breach.reason.no-intent", Provision: "WP250"}},
		{onExposed, kleene.Of(special), 0, false, gdpr.Reason{Code: "breach.reason.special", Provision: "GDPR 9(1)"}},
		{onExposed, kleene.Of(judicial), 0, false, gdpr.Reason{Code: "breach.reason.judicial", Provision: "GDPR 10"}},
		{onExposed, kleene.Of(financial), 0, false, gdpr.Reason{Code: "breach.reason.financial", Provision: "WP250"}},
		{onExposed, kleene.Of(credentials), 0, false, gdpr.Reason{Code: "breach.reason.credentials", Provision: "WP250"}},
		{onExposed, kleene.Of(identity), 0, false, gdpr.Reason{Code: "breach.reason.identity", Provision: "GDPR recital 85"}},
		{onExposed, kleene.Of(location), 0, false, gdpr.Reason{Code: "breach.reason.location", Provision: "WP250"}},
		{onExposed, kleene.Of(private), 0, false, gdpr.Reason{Code: "breach.reason.private", Provision: "WP250"}},
		{onExposed, 0, sorts, true, gdpr.Reason{Code: "breach.reason.plain", Provision: "WP250"}},
		{onCombined, 0, 0, false, gdpr.Reason{Code: "breach.reason.combined", Provision: "WP250"}},
		{onExposed, 0, kleene.Of(notSlight), false, gdpr.Reason{Code: "breach.reason.slight", Provision: "EDPB 01/2021 case 15"}},
		{onExposed, kleene.Of(current), 0, false, gdpr.Reason{Code: "breach.reason.current", Provision: "Regolamento 39(1)"}},
		{onExposed, 0, kleene.Of(current), true, gdpr.Reason{Code: "breach.reason.outdated", Provision: "Regolamento 39(1)"}},
		{onExposed, kleene.Of(spread), 0, false, gdpr.Reason{Code: "breach.reason.spread", Provision: "WP250"}},
		{onExposed, 0, kleene.Of(spread), true, gdpr.Reason{Code: "breach.reason.known-recipients", Provision: "WP250"}},
		{onExposed, kleene.Of(many), 0, false, gdpr.Reason{Code: "breach.reason.many", Provision: "WP250"}},
		{onExposed, 0, kleene.Of(many), true, gdpr.Reason{Code: "breach.reason.few", Provision: "WP250"}},
		{onExposed, kleene.Of(vulnerable), 0, false, gdpr.Reason{Code: "breach.reason.vulnerable", Provision: "WP250"}},
		{onExposed, kleene.Of(minors), 0, false, gdpr.Reason{Code: "breach.reason.minors", Provision: "WP250"}},
		{onExposed, 0, kleene.Of(vulnerable, minors), true, gdpr.Reason{Code: "breach.reason.no-weak-persons", Provision: "WP250"}},
		{onExposed, kleene.Of(prolonged), 0, false, gdpr.Reason{Code: "breach.reason.prolonged", Provision: "WP250"}},
		{onExposed, 0, kleene.Of(prolonged), true, gdpr.Reason{Code: "breach.reason.brief", Provision: "WP250"}},

		{onDeprived, 0, kleene.Of(noBackup, notInTime), false, gdpr.Reason{Code: "breach.reason.restored", Provision: "EDPB 01/2021 case 01"}},
		{onDeprived, kleene.Of(noBackup), 0, false, gdpr.Reason{Code: "breach.reason.no-backup", Provision: "EDPB 01/2021 case 02"}},
		{onDeprived, kleene.Of(notInTime), 0, false, gdpr.Reason{Code: "breach.reason.not-in-time", Provision: "EDPB 01/2021 case 02"}},

		{onEffect, kleene.Of(harm), 0, false, gdpr.Reason{Code: "breach.reason.harm", Provision: "GDPR recital 85"}},
		{onEffect, 0, kleene.Of(harm), true, gdpr.Reason{Code: "breach.reason.no-harm", Provision: "GDPR recital 85"}},
	}
)

// Reasons yields what is established and weighs in the assessment, in the order
// in which the rules ask, and the conclusion last, by the law of the day
// [Assessment.On]. What carries a light outcome by its absence (no data that
// hurt, known recipients, few persons) is told as well, since the controller must
// be able to show that a risk is unlikely. The reasons of an undetermined
// assessment are those found so far.
//
// Law: Regolamento 40(1); GDPR 5(2); GDPR 33(1); GDPR 33(5); GDPR recital 85; WP250.
func (a Assessment) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		table := grounds[:]
		if a.Level == NotABreach {
			table = noBreach[:]
		}
		occasions := a.occasions()
		for _, g := range table {
			if occasions>>g.when&1 == 1 && a.stands(g) && !yield(g.reason) {
				return
			}
		}
		yield(a.conclusion())
	}
}

// stands reports whether the facts of the ground hold, and carry if they must.
func (a Assessment) stands(g ground) bool {
	if g.yes&^a.facts.Yes != 0 || g.no&^a.facts.No != 0 {
		return false
	}
	if !g.carries {
		return true
	}
	f := kleene.Facts{Yes: a.facts.Yes &^ g.yes, No: a.facts.No &^ g.no}
	return a.Level != Undetermined && level(spin(f)) == Undetermined
}

// occasions returns the set of the occasions that there are.
func (a Assessment) occasions() uint8 {
	set := uint8(1 << always)
	s := spin(a.facts)
	yes := func(r kleene.Rule) bool { return r.Decide(s) == gdpr.Yes }
	open, gone := yes(exposed), s.Yes.Has(deprived)
	for _, o := range [...]struct {
		is   bool
		when occasion
	}{
		{s.Yes.Has(shown), onShown},
		{open, onExposed},
		{open && a.floor().risky(), onRisk},
		{open && yes(combined), onCombined},
		{gone, onDeprived},
		{open || gone, onEffect},
	} {
		if o.is {
			set |= 1 << o.when
		}
	}
	return set
}

// risky reports whether there is a risk at the level.
func (l Level) risky() bool { return l == Risk || l == HighRisk }

func (a Assessment) conclusion() gdpr.Reason {
	notify := a.Notify()
	switch a.Level {
	case NotABreach:
		return gdpr.Reason{Code: "breach.reason.level-none", Provision: "GDPR 4(12)"}
	case Unlikely:
		return gdpr.Reason{Code: "breach.reason.level-unlikely", Provision: "GDPR 33(1)"}
	case HighRisk:
		return gdpr.Reason{Code: "breach.reason.level-high", Provision: "GDPR 34(1)"}
	case Risk:
		if notify == gdpr.Yes {
			return gdpr.Reason{Code: "breach.reason.level-risk", Provision: "GDPR 33(1)"}
		}
		return gdpr.Reason{Code: "breach.reason.level-below", Provision: "GDPR 33(1)"}
	}
	switch {
	case notify == gdpr.Unknown:
		return gdpr.Reason{Code: "breach.reason.level-undetermined", Provision: "GDPR 33(4)"}
	case notify == gdpr.Yes:
		return gdpr.Reason{Code: "breach.reason.level-at-least-risk", Provision: "GDPR 33(1)"}
	case notifiable.Decide(spin(a.facts)) == gdpr.No:
		return gdpr.Reason{Code: "breach.reason.level-at-most-unlikely", Provision: "GDPR 33(5)"}
	}
	return gdpr.Reason{Code: "breach.reason.level-no-notice", Provision: "GDPR 33(1)"}
}

func answer(f kleene.Facts, i int) gdpr.Answer {
	switch {
	case f.Yes.Has(i):
		return gdpr.Yes
	case f.No.Has(i):
		return gdpr.No
	}
	return gdpr.Unknown
}

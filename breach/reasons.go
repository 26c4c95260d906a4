package breach

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// ground is a reason that counts on an occasion alone.
type ground struct {
	when occasion
	kleene.Ground
	// carries: it is told only where the level would be open without it, as what
	// speaks for a light one: nobody needs a list of all that didn't happen.
	carries bool
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
		{always, because(0, kleene.Of(personalData), "breach.reason.no-personal-data", "GDPR 4(12)"), false},
		{always, because(0, kleene.Of(security), "breach.reason.no-failure", "GDPR 4(12)"), false},
		{always, because(0, kleene.Of(destruction, loss, alteration, disclosure, access), "breach.reason.no-act", "GDPR 4(12)"), false},
	}

	// The reasons of the level of a breach, in the order in which the rules ask. The
	// five acts rest on the GDPR: the regulation has a narrower loss (36.3), disclosure
	// (36.5) and access (36.6).
	grounds = [...]ground{
		{always, because(kleene.Of(destruction), 0, "breach.reason.destruction", "GDPR 4(12)"), false},
		{always, because(kleene.Of(loss), 0, "breach.reason.loss", "GDPR 4(12)"), false},
		{always, because(kleene.Of(alteration), 0, "breach.reason.alteration", "GDPR 4(12)"), false},
		{always, because(kleene.Of(disclosure), 0, "breach.reason.disclosure", "GDPR 4(12)"), false},
		{always, because(kleene.Of(access), 0, "breach.reason.access", "GDPR 4(12)"), false},

		{onShown, because(0, kleene.Of(notExcluded), "breach.reason.excluded", "EDPB 01/2021 case 01"), false},
		{onShown, because(0, kleene.Of(notEncrypted, notKeySafe), "breach.reason.unintelligible", "Regolamento 38(1)"), false},
		{onShown, because(0, kleene.Of(notPublic), "breach.reason.public", "WP250"), false},
		{onShown, because(0, kleene.Of(identifiable), "breach.reason.unidentifiable", "WP250"), false},
		{onDeprived, because(0, kleene.Of(notEncrypted, notKeySafe), "breach.reason.encryption-no-help", "Regolamento 38(2)"), false},
		{onRisk, because(kleene.Of(notExcluded), 0, "breach.reason.not-excluded", "EDPB 01/2021"), false},
		{onRisk, because(kleene.Of(notEncrypted), 0, "breach.reason.not-encrypted", "WP250"), false},
		{onRisk, because(kleene.Of(notKeySafe), kleene.Of(notEncrypted), "breach.reason.key-unsafe", "WP250"), false},

		{onExposed, because(0, kleene.Of(notTrusted, notRecovered), "breach.reason.contained", "EDPB 01/2021 case 09"), false},
		{onRisk, because(kleene.Of(notTrusted), 0, "breach.reason.not-trusted", "WP250"), false},
		{onRisk, because(kleene.Of(notRecovered), kleene.Of(notTrusted), "breach.reason.not-recovered", "WP250"), false},
		{onExposed, because(kleene.Of(hostile), 0, "breach.reason.hostile", "WP250"), false},
		{onExposed, because(0, kleene.Of(hostile), "breach.reason.no-intent", "WP250"), true},
		{onExposed, because(kleene.Of(special), 0, "breach.reason.special", "GDPR 9(1)"), false},
		{onExposed, because(kleene.Of(judicial), 0, "breach.reason.judicial", "GDPR 10"), false},
		{onExposed, because(kleene.Of(financial), 0, "breach.reason.financial", "WP250"), false},
		{onExposed, because(kleene.Of(credentials), 0, "breach.reason.credentials", "WP250"), false},
		{onExposed, because(kleene.Of(identity), 0, "breach.reason.identity", "GDPR recital 85"), false},
		{onExposed, because(kleene.Of(location), 0, "breach.reason.location", "WP250"), false},
		{onExposed, because(kleene.Of(private), 0, "breach.reason.private", "WP250"), false},
		{onExposed, because(0, sorts, "breach.reason.plain", "WP250"), true},
		{onCombined, because(0, 0, "breach.reason.combined", "WP250"), false},
		{onExposed, because(0, kleene.Of(notSlight), "breach.reason.slight", "EDPB 01/2021 case 15"), false},
		{onExposed, because(kleene.Of(current), 0, "breach.reason.current", "Regolamento 39(1)"), false},
		{onExposed, because(0, kleene.Of(current), "breach.reason.outdated", "Regolamento 39(1)"), true},
		{onExposed, because(kleene.Of(spread), 0, "breach.reason.spread", "WP250"), false},
		{onExposed, because(0, kleene.Of(spread), "breach.reason.known-recipients", "WP250"), true},
		{onExposed, because(kleene.Of(many), 0, "breach.reason.many", "WP250"), false},
		{onExposed, because(0, kleene.Of(many), "breach.reason.few", "WP250"), true},
		{onExposed, because(kleene.Of(vulnerable), 0, "breach.reason.vulnerable", "WP250"), false},
		{onExposed, because(kleene.Of(minors), 0, "breach.reason.minors", "WP250"), false},
		{onExposed, because(0, kleene.Of(vulnerable, minors), "breach.reason.no-weak-persons", "WP250"), true},
		{onExposed, because(kleene.Of(prolonged), 0, "breach.reason.prolonged", "WP250"), false},
		{onExposed, because(0, kleene.Of(prolonged), "breach.reason.brief", "WP250"), true},

		{onDeprived, because(0, kleene.Of(notBackup, notInTime), "breach.reason.restored", "EDPB 01/2021 case 01"), false},
		{onDeprived, because(kleene.Of(notBackup), 0, "breach.reason.no-backup", "EDPB 01/2021 case 02"), false},
		{onDeprived, because(kleene.Of(notInTime), 0, "breach.reason.not-in-time", "EDPB 01/2021 case 02"), false},

		{always, because(kleene.Of(harm), 0, "breach.reason.harm", "GDPR recital 85"), false},
		{onEffect, because(0, kleene.Of(harm), "breach.reason.no-harm", "GDPR recital 85"), true},
	}
)

func because(yes, no kleene.Set, code gdpr.Code, law gdpr.Provision) kleene.Ground {
	return kleene.Ground{Yes: yes, No: no, Reason: gdpr.Reason{Code: code, Provision: law}}
}

// Reasons yields what is established and weighs in the assessment, in the order
// in which the rules ask, and the conclusion last, by the law of the day
// [Assessment.On]. What carries a light outcome by its absence (no data that
// hurt, known recipients, few persons) is told as well, since the controller must
// be able to show that a risk is unlikely. The reasons of an undetermined
// assessment are those found so far. A fact that another one contradicts, and that
// the stricter reading passed over, is no reason.
//
// Law: Regolamento 40(1); GDPR 5(2); GDPR 33(1); GDPR 33(5); GDPR recital 85; WP250.
func (a Assessment) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		table := grounds[:]
		if a.Level == NotABreach {
			table = noBreach[:]
		}
		occasions, said := a.occasions(), unspoilt(a.facts)
		for i := range table {
			if g := &table[i]; occasions>>g.when&1 == 1 && g.Stands(said) && a.carried(g) && !yield(g.Reason) {
				return
			}
		}
		yield(a.conclusion())
	}
}

// carried reports whether the level would be open without the facts of the ground,
// where it is told only then.
func (a *Assessment) carried(g *ground) bool {
	if !g.carries {
		return true
	}
	without := a.facts.With(g.Yes|g.No, gdpr.Unknown)
	return a.Level != Undetermined && level(spin(without)) == Undetermined
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

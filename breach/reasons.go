package breach

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// ground is a reason, and when it is one: where the consideration when holds
// (if it isn't always), and the facts yes hold and the facts no don't.
type ground struct {
	when    int
	yes, no kleene.Set
	reason  gdpr.Reason
}

const always = -1

// The reasons why an incident is not a breach.
var noBreach = [...]ground{
	{always, 0, kleene.Of(personalData), gdpr.Reason{Code: "breach.reason.no-personal-data", Provision: "GDPR 4(12)"}},
	{always, 0, kleene.Of(security), gdpr.Reason{Code: "breach.reason.no-failure", Provision: "GDPR 4(12)"}},
	{always, 0, kleene.Of(destruction, loss, alteration, disclosure, access), gdpr.Reason{Code: "breach.reason.no-act", Provision: "Regolamento 36(1)"}},
}

// The reasons of the level of a breach, in the order in which the rules ask.
var grounds = [...]ground{
	{always, kleene.Of(destruction), 0, gdpr.Reason{Code: "breach.reason.destruction", Provision: "Regolamento 36(2)"}},
	{always, kleene.Of(loss), 0, gdpr.Reason{Code: "breach.reason.loss", Provision: "Regolamento 36(3)"}},
	{always, kleene.Of(alteration), 0, gdpr.Reason{Code: "breach.reason.alteration", Provision: "Regolamento 36(4)"}},
	{always, kleene.Of(disclosure), 0, gdpr.Reason{Code: "breach.reason.disclosure", Provision: "Regolamento 36(5)"}},
	{always, kleene.Of(access), 0, gdpr.Reason{Code: "breach.reason.access", Provision: "Regolamento 36(6)"}},

	{seen, 0, kleene.Of(notExcluded), gdpr.Reason{Code: "breach.reason.excluded", Provision: "EDPB 01/2021 case 01"}},
	{seen, 0, kleene.Of(notEncrypted, keyUnsafe), gdpr.Reason{Code: "breach.reason.unintelligible", Provision: "Regolamento 38(1)"}},
	{seen, 0, kleene.Of(notPublic), gdpr.Reason{Code: "breach.reason.public", Provision: "WP250"}},
	{seen, 0, kleene.Of(identifiable), gdpr.Reason{Code: "breach.reason.unidentifiable", Provision: "WP250"}},
	{deprived, 0, kleene.Of(notEncrypted, keyUnsafe), gdpr.Reason{Code: "breach.reason.encryption-no-help", Provision: "Regolamento 38(2)"}},

	{exposed, 0, kleene.Of(notTrusted, notRecovered), gdpr.Reason{Code: "breach.reason.contained", Provision: "EDPB 01/2021 case 09"}},
	{exposed, kleene.Of(hostile), 0, gdpr.Reason{Code: "breach.reason.hostile", Provision: "WP250"}},
	{exposed, kleene.Of(special), 0, gdpr.Reason{Code: "breach.reason.special", Provision: "GDPR 9(1)"}},
	{exposed, kleene.Of(judicial), 0, gdpr.Reason{Code: "breach.reason.judicial", Provision: "GDPR 10"}},
	{exposed, kleene.Of(financial), 0, gdpr.Reason{Code: "breach.reason.financial", Provision: "WP250"}},
	{exposed, kleene.Of(credentials), 0, gdpr.Reason{Code: "breach.reason.credentials", Provision: "WP250"}},
	{exposed, kleene.Of(identity), 0, gdpr.Reason{Code: "breach.reason.identity", Provision: "GDPR recital 85"}},
	{exposed, kleene.Of(location), 0, gdpr.Reason{Code: "breach.reason.location", Provision: "WP250"}},
	{exposed, kleene.Of(private), 0, gdpr.Reason{Code: "breach.reason.private", Provision: "WP250"}},
	{combined, 0, 0, gdpr.Reason{Code: "breach.reason.combined", Provision: "WP250"}},
	{exposed, 0, kleene.Of(notSlight), gdpr.Reason{Code: "breach.reason.slight", Provision: "EDPB 01/2021 case 15"}},
	{exposed, kleene.Of(current), 0, gdpr.Reason{Code: "breach.reason.current", Provision: "Regolamento 39(1)"}},
	{exposed, 0, kleene.Of(current), gdpr.Reason{Code: "breach.reason.outdated", Provision: "Regolamento 39(1)"}},
	{exposed, kleene.Of(spread), 0, gdpr.Reason{Code: "breach.reason.spread", Provision: "WP250"}},
	{exposed, kleene.Of(many), 0, gdpr.Reason{Code: "breach.reason.many", Provision: "WP250"}},
	{exposed, kleene.Of(vulnerable), 0, gdpr.Reason{Code: "breach.reason.vulnerable", Provision: "WP250"}},
	{exposed, kleene.Of(minors), 0, gdpr.Reason{Code: "breach.reason.minors", Provision: "WP250"}},
	{exposed, kleene.Of(prolonged), 0, gdpr.Reason{Code: "breach.reason.prolonged", Provision: "GDPR recital 87"}},

	{deprived, 0, kleene.Of(noBackup, notInTime), gdpr.Reason{Code: "breach.reason.restored", Provision: "EDPB 01/2021 case 01"}},
	{deprived, kleene.Of(noBackup), 0, gdpr.Reason{Code: "breach.reason.no-backup", Provision: "EDPB 01/2021 case 02"}},
	{deprived, kleene.Of(notInTime), 0, gdpr.Reason{Code: "breach.reason.not-in-time", Provision: "EDPB 01/2021 case 02"}},

	{affecting, kleene.Of(harm), 0, gdpr.Reason{Code: "breach.reason.harm", Provision: "GDPR recital 85"}},
}

// Two more occasions for a reason, on top of the considerations.
const (
	seen      = len(considerations) + iota // disclosure or access
	affecting                              // exposed or deprived
)

var conclusions = [...]gdpr.Reason{
	Undetermined: {Code: "breach.reason.level-undetermined", Provision: "GDPR 33(4)"},
	NotABreach:   {Code: "breach.reason.level-none", Provision: "Regolamento 36(1)"},
	Unlikely:     {Code: "breach.reason.level-unlikely", Provision: "GDPR 33(1)"},
	Risk:         {Code: "breach.reason.level-risk", Provision: "Regolamento 37(3)"},
	HighRisk:     {Code: "breach.reason.level-high", Provision: "Regolamento 39(1)"},
}

// Reasons yields what is established and weighs in the assessment, in the order
// in which the rules ask, and the conclusion last. The reasons of an
// undetermined assessment are those found so far.
//
// Law: Regolamento 40(1); GDPR 33(5); WP250.
func (a Assessment) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		table := grounds[:]
		if a.Level == NotABreach {
			table = noBreach[:]
		}
		c := consider(a.facts)
		c = c.Put(seen, either(disclosure, access).Decide(a.facts))
		c = c.Put(affecting, answer(c, exposed).Or(answer(c, deprived)))
		for _, g := range table {
			if g.holds(a.facts, c) && !yield(g.reason) {
				return
			}
		}
		yield(a.conclusion())
	}
}

func (a Assessment) conclusion() gdpr.Reason {
	if a.Level != Undetermined {
		return conclusions[a.Level]
	}
	switch a.Notify() {
	case gdpr.No:
		return gdpr.Reason{Code: "breach.reason.level-at-most-unlikely", Provision: "GDPR 33(5)"}
	case gdpr.Yes:
		return gdpr.Reason{Code: "breach.reason.level-at-least-risk", Provision: "Regolamento 37(3)"}
	}
	return conclusions[Undetermined]
}

func (g ground) holds(f, c kleene.Facts) bool {
	if g.when != always && !c.Yes.Has(g.when) {
		return false
	}
	if g.when == combined && !c.Yes.Has(exposed) {
		return false
	}
	return g.yes&^f.Yes == 0 && g.no&^f.No == 0
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

package roles

import (
	"iter"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Damage is what is known of a claim for damages over a processing of a body.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(3); GDPR 82(1); GDPR 82(2); GDPR 82(3); Cost. 28; D.P.R. 3/1957 22; D.P.R. 3/1957 23.
//
//facts:bits roles.liability
//facts:not comune_exempt manager_exempt processor_exempt
type Damage struct {
	Regime gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
	On     date.Date   `json:"on,omitzero"`     // day of the decision, whose law holds; 0: [gdpr.LawAsOf]

	Suffered     gdpr.Answer `json:"suffered"`     // someone suffered material or immaterial damage
	Infringement gdpr.Answer `json:"infringement"` // data were processed, or broken into, against the rules
	Causal       gdpr.Answer `json:"causal"`       // the damage comes from that infringement

	// The body proves that the event isn't imputable to it. That one of its
	// own people was at fault proves nothing of the kind.
	ComuneExempt gdpr.Answer `json:"comune_exempt"`

	ManagerDefault    gdpr.Answer `json:"manager_default"`     // the manager failed in a task of his own: choosing, instructing and supervising others included
	ManagerGrave      gdpr.Answer `json:"manager_grave"`       // he did so by intent or gross fault
	ManagerExempt     gdpr.Answer `json:"manager_exempt"`      // he proves that the event isn't imputable to him
	SubManagerDefault gdpr.Answer `json:"sub_manager_default"` // a sub-manager failed in his tasks
	ProcessorDefault  gdpr.Answer `json:"processor_default"`   // an external processor failed in a processor's duties or went against instructions
	ProcessorExempt   gdpr.Answer `json:"processor_exempt"`    // it proves that it is in no way responsible
	OfficerDefault    gdpr.Answer `json:"officer_default"`     // the officer failed in a task that his contract, or a later written agreement, gives him
	OfficerExternal   gdpr.Answer `json:"officer_external"`    // the officer is an outsider under contract, not a member of the staff
	OfficerGrave      gdpr.Answer `json:"officer_grave"`       // he failed by intent or gross fault

	Loss gdpr.Answer `json:"loss"` // the body itself suffered a loss from it: damages or a fine that it paid
}

// Liability is who answers: towards the injured person, and inside. A part that
// is [gdpr.Unknown] depends on facts that [Liability.Missing] lists. A No says
// that no law held here makes someone answer; general law of torts and of
// employment of a private body isn't in this library.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(5); Regolamento 6(3); GDPR 82(4); D.P.R. 3/1957 22; L. 20/1994 1.
type Liability struct {
	Comune    gdpr.Answer `json:"comune"`    // the body, towards the injured person
	Manager   gdpr.Answer `json:"manager"`   // towards the injured person, as a public employee
	Processor gdpr.Answer `json:"processor"` // towards the injured person

	ManagerInternal gdpr.Answer `json:"manager_internal"` // towards the body
	OfficerInternal gdpr.Answer `json:"officer_internal"` // towards the body

	regime gdpr.Regime
	on     date.Date
	facts  kleene.Facts
}

// limits is the law that limits what a public employee pays to the body, by the
// day of the decision: cases that were pending then fall under it too.
var limits, _ = gdpr.NewDated(
	gdpr.Effect[gdpr.Provision]{},
	gdpr.Effect[gdpr.Provision]{From: date.New(2026, time.January, 22), Value: "L. 1/2026"},
)

// The three conditions that every claim has: damage, infringement, and that one
// comes from the other. Inside there is none without a loss of the body, and for
// public employees none without intent or gross fault.
var (
	comuneRule          = kleene.Rule{kleene.Of(suffered, infringement, causal, notComuneExempt)}
	managerRule         = kleene.Rule{kleene.Of(suffered, infringement, causal, managerDefault, managerGrave, notManagerExempt)}
	processorRule       = kleene.Rule{kleene.Of(suffered, infringement, causal, processorDefault, notProcessorExempt)}
	managerInternalRule = kleene.Rule{kleene.Of(loss, managerDefault, managerGrave)}
	officerInternalRule = kleene.Rule{kleene.Of(loss, officerDefault, officerExternal), kleene.Of(loss, officerDefault, officerGrave)}
	outsiderRule        = kleene.Rule{kleene.Of(loss, officerDefault, officerExternal)}
)

// managerRules returns the rules for managers: towards the injured person and
// towards the body. Outside public law there are none here.
func managerRules(r gdpr.Regime) (outside, inside kleene.Rule) {
	if r.Has(gdpr.PublicLaw) {
		return managerRule, managerInternalRule
	}
	return neverRule, neverRule
}

// officerRule returns the rule for the officer, who answers to the body: for
// simple fault an outsider, by his contract; for intent or gross fault a public
// employee.
func officerRule(r gdpr.Regime) kleene.Rule {
	if r.Has(gdpr.PublicLaw) {
		return officerInternalRule
	}
	return outsiderRule
}

// Decide tells who answers for the damage. Nothing is presumed: what nobody
// knows leaves open only the answers that depend on it.
//
//   - The body answers for damage that an infringement caused, unless it proves
//     that the event isn't imputable to it. Damage must be shown: an infringement
//     alone gives no claim; fear of misuse can be such damage.
//   - A manager of a public body answers to the injured person besides if the
//     damage comes from his own default, and by intent or gross fault alone. The
//     GDPR knows no such claim (art. 82 names controller and processor). The
//     template gives one for any default (art. 41.2), but a municipal regulation
//     can't widen the civil liability of public employees, which the
//     Constitution leaves to the law: made for State employees, that law reaches
//     a Comune's by art. 93 of the local government code. The same holds for
//     other public employees.
//   - An external processor answers for its own duties, and for acts outside the
//     instructions.
//   - Inside nobody answers without a loss of the body. Public employees do
//     before the Court of Auditors, for intent or gross fault, and since 22
//     January 2026 within limits (L. 1/2026, read in four commentaries, not in
//     its text: 30% of the harm, and twice a year's pay). For a sub-manager's
//     default it is his manager who has to explain himself to the Comune (art.
//     6.3), but he pays for his own gross fault only, in choosing, instructing or
//     supervising.
//   - The officer answers to the body alone: an outsider for the tasks of his
//     contract, with the diligence of a professional (c.c. 1176), so for simple
//     fault too; a member of the staff as other employees. For problems of special
//     technical difficulty an outsider too answers for intent or gross fault alone
//     (c.c. 2236): no fact here tells those apart, and a host that meets one reads
//     OfficerInternal with that in mind.
//
// Law: Regolamento 6(3); Regolamento 41(1); Regolamento 41(2); Regolamento 41(3); Regolamento 41(5); GDPR 82(1); GDPR 82(2); GDPR 82(3); Cost. 28; D.P.R. 3/1957 22; D.P.R. 3/1957 23; D.Lgs. 267/2000 93(1); L. 20/1994 1; L. 1/2026; c.c. 1176(2); c.c. 2236; CJEU C-300/21; CJEU C-340/21; CJEU C-741/21.
func (d Damage) Decide() Liability {
	f := d.said()
	outside, inside := managerRules(d.Regime)
	return Liability{
		Comune:          comuneRule.Decide(f),
		Manager:         outside.Decide(f),
		Processor:       processorRule.Decide(f),
		ManagerInternal: inside.Decide(f),
		OfficerInternal: officerRule(d.Regime).Decide(f),
		regime:          d.Regime,
		on:              d.On,
		facts:           f,
	}
}

// Decided reports whether every part of the answer is known.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(5).
func (l Liability) Decided() bool {
	return l.Comune.Known() && l.Manager.Known() && l.Processor.Known() && l.ManagerInternal.Known() && l.OfficerInternal.Known()
}

// Joint tells whether more than one answers towards the injured person: each of
// them then owes the whole damage, and may turn to the others for their part.
//
// Law: GDPR 82(4); GDPR 82(5); Regolamento 41(2).
func (l Liability) Joint() gdpr.Answer { return gdpr.AtLeast(2, l.Comune, l.Manager, l.Processor) }

// The reasons of a [Liability].
const (
	ReasonComuneLiable      gdpr.Code = "roles.liability.comune"           // the controller answers for the damage
	ReasonComuneExempt      gdpr.Code = "roles.liability.comune.exempt"    // the controller proves that the event isn't imputable to it
	ReasonNoClaim           gdpr.Code = "roles.liability.no-claim"         // without damage, infringement or a link between them there is no claim
	ReasonManagerLiable     gdpr.Code = "roles.liability.manager"          // the manager answers too, if the damage comes from his own default
	ReasonManagerGrave      gdpr.Code = "roles.liability.manager.grave"    // a public employee answers in person to the injured, for intent or gross fault
	ReasonManagerSlight     gdpr.Code = "roles.liability.manager.slight"   // without intent or gross fault a public employee doesn't answer to the injured person
	ReasonManagerExempt     gdpr.Code = "roles.liability.manager.exempt"   // the manager proves that the event isn't imputable to him
	ReasonProcessorLiable   gdpr.Code = "roles.liability.processor"        // the processor answers, for its own duties or for going against instructions
	ReasonProcessorExempt   gdpr.Code = "roles.liability.processor.exempt" // the processor proves that it is in no way responsible
	ReasonJoint             gdpr.Code = "roles.liability.joint"            // each owes the whole damage and may turn to the others
	ReasonNoLoss            gdpr.Code = "roles.liability.no-loss"          // without a loss of the body nobody answers to it
	ReasonManagerAnswersFor gdpr.Code = "roles.liability.manager.sub"      // the manager accounts to the Comune for the sub-manager; he pays only for his own intent or gross fault in choosing, instructing or supervising
	ReasonManagerInternal   gdpr.Code = "roles.liability.manager.internal" // the manager answers to the body for his own default, for intent or gross fault
	ReasonLimited           gdpr.Code = "roles.liability.limited"          // for public employees the compensation is within the limits of Law 1 of 2026
	ReasonOfficerContract   gdpr.Code = "roles.liability.officer.contract" // an officer from outside answers to the body for the tasks of the contract
	ReasonOfficerInternal   gdpr.Code = "roles.liability.officer.internal" // an officer on the staff answers to the body, for intent or gross fault
	ReasonOfficerNever      gdpr.Code = "roles.liability.officer.never"    // the officer doesn't answer to the injured person
)

// Reasons yields what was held, in the order of the law. The last one is always
// that the officer doesn't answer to the injured person.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(3); Regolamento 41(5); Regolamento 6(3); GDPR 82(1); GDPR 82(2); GDPR 82(3); GDPR 82(4); D.P.R. 3/1957 22; D.P.R. 3/1957 23; L. 20/1994 1; L. 1/2026.
func (l Liability) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		f, claim := l.facts, kleene.Of(suffered, infringement, causal)
		held, public := claim&^f.Yes == 0, l.regime.Has(gdpr.PublicLaw)
		template := l.regime.Has(gdpr.Template)
		employee := f.Yes.Has(officerGrave) && !f.Yes.Has(officerExternal)
		limit, _ := limits.On(l.on)
		inside := l.ManagerInternal == gdpr.Yes || l.OfficerInternal == gdpr.Yes && employee
		for _, e := range [...]struct {
			holds     bool
			code      gdpr.Code
			provision gdpr.Provision
		}{
			{claim&f.No != 0, ReasonNoClaim, "GDPR 82(1)"},
			{l.Comune == gdpr.Yes, ReasonComuneLiable, "GDPR 82(1)"},
			{held && f.No.Has(notComuneExempt), ReasonComuneExempt, "GDPR 82(3)"},
			{l.Manager == gdpr.Yes && template, ReasonManagerLiable, "Regolamento 41(2)"},
			{l.Manager == gdpr.Yes, ReasonManagerGrave, "D.P.R. 3/1957 22"},
			{public && held && f.Yes.Has(managerDefault) && f.No.Has(managerGrave), ReasonManagerSlight, "D.P.R. 3/1957 23"},
			{template && held && f.Yes.Has(managerDefault) && f.No.Has(notManagerExempt), ReasonManagerExempt, "Regolamento 41(3)"},
			{l.Processor == gdpr.Yes, ReasonProcessorLiable, "GDPR 82(2)"},
			{held && f.Yes.Has(processorDefault) && f.No.Has(notProcessorExempt), ReasonProcessorExempt, "GDPR 82(3)"},
			{l.Joint() == gdpr.Yes, ReasonJoint, "GDPR 82(4)"},
			{public && f.No.Has(loss), ReasonNoLoss, "L. 20/1994 1"},
			{l.ManagerInternal == gdpr.Yes, ReasonManagerInternal, "L. 20/1994 1"},
			{template && f.Yes.Has(subManagerDefault), ReasonManagerAnswersFor, "Regolamento 6(3)"},
			{l.OfficerInternal == gdpr.Yes && !employee, ReasonOfficerContract, officerBy(l.regime)},
			{l.OfficerInternal == gdpr.Yes && employee, ReasonOfficerInternal, "L. 20/1994 1"},
			{inside && limit != "", ReasonLimited, limit},
			{true, ReasonOfficerNever, officerNeverBy(l.regime)},
		} {
			if e.holds && !yield(gdpr.Reason{Code: e.code, Provision: e.provision}) {
				return
			}
		}
	}
}

// officerBy is where it is written that an officer from outside answers by his
// contract.
func officerBy(r gdpr.Regime) gdpr.Provision {
	if r.Has(gdpr.Template) {
		return "Regolamento 41(5)"
	}
	if r.Has(gdpr.ItalianLaw) {
		return "c.c. 1176(2)"
	}
	return "GDPR 37(6)"
}

// officerNeverBy is why the officer doesn't answer to the injured person: the
// GDPR names controller and processor alone.
func officerNeverBy(r gdpr.Regime) gdpr.Provision {
	if r.Has(gdpr.Template) {
		return "Regolamento 41(5)"
	}
	return "GDPR 82(1)"
}

// Missing yields the facts that could still change who answers.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(3); Regolamento 41(5); GDPR 82(1); D.P.R. 3/1957 23; L. 20/1994 1.
func (l Liability) Missing() iter.Seq[gdpr.Question] { return damageAsk(l.open()) }

func (l *Liability) open() kleene.Set {
	outside, inside := managerRules(l.regime)
	return comuneRule.Missing(l.facts) | outside.Missing(l.facts) | processorRule.Missing(l.facts) |
		inside.Missing(l.facts) | officerRule(l.regime).Missing(l.facts)
}

package roles

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Damage is what is known of a claim for damages over a processing of the Comune.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(3); GDPR 82(1); GDPR 82(2); GDPR 82(3).
type Damage struct {
	Suffered     gdpr.Answer `json:"suffered"`     // someone suffered material or immaterial damage
	Infringement gdpr.Answer `json:"infringement"` // data were processed, or broken into, against the rules
	Causal       gdpr.Answer `json:"causal"`       // the damage comes from that infringement

	// The Comune proves that the event isn't imputable to it. That one of its
	// own people was at fault proves nothing of the kind.
	ComuneExempt gdpr.Answer `json:"comune_exempt"`

	ManagerDefault    gdpr.Answer `json:"manager_default"`     // the manager failed in a task of his own, supervision included
	ManagerExempt     gdpr.Answer `json:"manager_exempt"`      // he proves that the event isn't imputable to him
	SubManagerDefault gdpr.Answer `json:"sub_manager_default"` // a sub-manager failed in his tasks
	ProcessorDefault  gdpr.Answer `json:"processor_default"`   // an external processor failed in a processor's duties or went against instructions
	ProcessorExempt   gdpr.Answer `json:"processor_exempt"`    // it proves that it is in no way responsible
	OfficerDefault    gdpr.Answer `json:"officer_default"`     // the officer failed in a task that his contract, or a later written agreement, gives him
}

// Liability is who answers: towards the injured person, and inside. A part that
// is [gdpr.Unknown] depends on facts that [Liability.Missing] lists.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(5); Regolamento 6(3); GDPR 82(4).
type Liability struct {
	Comune    gdpr.Answer `json:"comune"`    // towards the injured person
	Manager   gdpr.Answer `json:"manager"`   // towards the injured person, by the municipal regulation
	Processor gdpr.Answer `json:"processor"` // towards the injured person

	ManagerInternal gdpr.Answer `json:"manager_internal"` // towards the Comune, for himself and his sub-managers
	OfficerInternal gdpr.Answer `json:"officer_internal"` // towards the Comune

	facts kleene.Facts
}

const (
	suffered = iota
	infringement
	causal
	comuneNotExempt
	managerDefault
	managerNotExempt
	subManagerDefault
	processorDefault
	processorNotExempt
	officerDefault
)

// The three conditions that every claim has: damage, infringement, and that one
// comes from the other.
var (
	comuneRule          = kleene.Rule{kleene.Of(suffered, infringement, causal, comuneNotExempt)}
	managerRule         = kleene.Rule{kleene.Of(suffered, infringement, causal, managerDefault, managerNotExempt)}
	processorRule       = kleene.Rule{kleene.Of(suffered, infringement, causal, processorDefault, processorNotExempt)}
	managerInternalRule = kleene.Rule{kleene.Of(managerDefault), kleene.Of(subManagerDefault)}
	officerInternalRule = kleene.Rule{kleene.Of(officerDefault)}
)

// Decide tells who answers for the damage. Nothing is presumed: what nobody
// knows leaves open only the answers that depend on it.
//
//   - The Comune answers for damage that an infringement caused, unless it proves
//     that the event isn't imputable to it. Damage must be shown: an infringement
//     alone gives no claim.
//   - The manager answers besides, if the damage comes from his own default. The
//     GDPR knows no such claim (art. 82 names controller and processor), so it
//     rests on the municipal regulation and on the general law of public employees.
//   - An external processor answers for its own duties, and for acts outside the
//     instructions.
//   - For a sub-manager's default it is his manager who answers to the Comune.
//   - The officer answers to the Comune alone, and for the tasks of his contract.
//
// Law: Regolamento 6(3); Regolamento 41(1); Regolamento 41(2); Regolamento 41(3); Regolamento 41(5); GDPR 82(1); GDPR 82(2); GDPR 82(3); CJEU C-300/21; CJEU C-741/21.
func (d Damage) Decide() Liability {
	f := kleene.Facts{}.
		Put(suffered, d.Suffered).
		Put(infringement, d.Infringement).
		Put(causal, d.Causal).
		Put(comuneNotExempt, d.ComuneExempt.Not()).
		Put(managerDefault, d.ManagerDefault).
		Put(managerNotExempt, d.ManagerExempt.Not()).
		Put(subManagerDefault, d.SubManagerDefault).
		Put(processorDefault, d.ProcessorDefault).
		Put(processorNotExempt, d.ProcessorExempt.Not()).
		Put(officerDefault, d.OfficerDefault)
	return Liability{
		Comune:          comuneRule.Decide(f),
		Manager:         managerRule.Decide(f),
		Processor:       processorRule.Decide(f),
		ManagerInternal: managerInternalRule.Decide(f),
		OfficerInternal: officerInternalRule.Decide(f),
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
	ReasonComuneLiable      gdpr.Code = "roles.liability.comune"
	ReasonComuneExempt      gdpr.Code = "roles.liability.comune.exempt"
	ReasonNoClaim           gdpr.Code = "roles.liability.no-claim"
	ReasonManagerLiable     gdpr.Code = "roles.liability.manager"
	ReasonManagerExempt     gdpr.Code = "roles.liability.manager.exempt"
	ReasonProcessorLiable   gdpr.Code = "roles.liability.processor"
	ReasonProcessorExempt   gdpr.Code = "roles.liability.processor.exempt"
	ReasonJoint             gdpr.Code = "roles.liability.joint"
	ReasonManagerAnswersFor gdpr.Code = "roles.liability.manager.sub"
	ReasonManagerInternal   gdpr.Code = "roles.liability.manager.internal"
	ReasonOfficerInternal   gdpr.Code = "roles.liability.officer.internal"
	ReasonOfficerNever      gdpr.Code = "roles.liability.officer.never"
)

// Reasons yields what was held, in the order of the law. The last one is always
// that the officer doesn't answer to the injured person.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(3); Regolamento 41(5); Regolamento 6(3); GDPR 82(4).
func (l Liability) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		f, claim := l.facts, kleene.Of(suffered, infringement, causal)
		held := claim&^f.Yes == 0
		for _, e := range [...]struct {
			holds     bool
			code      gdpr.Code
			provision gdpr.Provision
		}{
			{claim&f.No != 0, ReasonNoClaim, "GDPR 82(1)"},
			{l.Comune == gdpr.Yes, ReasonComuneLiable, "Regolamento 41(1)"},
			{held && f.No.Has(comuneNotExempt), ReasonComuneExempt, "Regolamento 41(3)"},
			{l.Manager == gdpr.Yes, ReasonManagerLiable, "Regolamento 41(2)"},
			{held && f.Yes.Has(managerDefault) && f.No.Has(managerNotExempt), ReasonManagerExempt, "Regolamento 41(3)"},
			{l.Processor == gdpr.Yes, ReasonProcessorLiable, "GDPR 82(2)"},
			{held && f.Yes.Has(processorDefault) && f.No.Has(processorNotExempt), ReasonProcessorExempt, "GDPR 82(3)"},
			{l.Joint() == gdpr.Yes, ReasonJoint, "GDPR 82(4)"},
			{f.Yes.Has(managerDefault), ReasonManagerInternal, "Regolamento 5(4)"},
			{f.Yes.Has(subManagerDefault), ReasonManagerAnswersFor, "Regolamento 6(3)"},
			{l.OfficerInternal == gdpr.Yes, ReasonOfficerInternal, "Regolamento 41(5)"},
			{true, ReasonOfficerNever, "Regolamento 41(5)"},
		} {
			if e.holds && !yield(gdpr.Reason{Code: e.code, Provision: e.provision}) {
				return
			}
		}
	}
}

var damageQuestions = [...]gdpr.Question{
	suffered:           {Field: "suffered", Code: "roles.question.suffered"},
	infringement:       {Field: "infringement", Code: "roles.question.infringement"},
	causal:             {Field: "causal", Code: "roles.question.causal"},
	comuneNotExempt:    {Field: "comune_exempt", Code: "roles.question.comune_exempt"},
	managerDefault:     {Field: "manager_default", Code: "roles.question.manager_default"},
	managerNotExempt:   {Field: "manager_exempt", Code: "roles.question.manager_exempt"},
	subManagerDefault:  {Field: "sub_manager_default", Code: "roles.question.sub_manager_default"},
	processorDefault:   {Field: "processor_default", Code: "roles.question.processor_default"},
	processorNotExempt: {Field: "processor_exempt", Code: "roles.question.processor_exempt"},
	officerDefault:     {Field: "officer_default", Code: "roles.question.officer_default"},
}

// Missing yields the facts that could still change who answers.
//
// Law: Regolamento 41(1); Regolamento 41(2); Regolamento 41(3); Regolamento 41(5).
func (l Liability) Missing() iter.Seq[gdpr.Question] {
	return func(yield func(gdpr.Question) bool) {
		open := comuneRule.Missing(l.facts) | managerRule.Missing(l.facts) | processorRule.Missing(l.facts) |
			managerInternalRule.Missing(l.facts) | officerInternalRule.Missing(l.facts)
		for i := range damageQuestions {
			if open.Has(i) && !yield(damageQuestions[i]) {
				return
			}
		}
	}
}

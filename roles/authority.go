package roles

import (
	"iter"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// Action is something with effect outside its author's desk that only some may
// do: appoint, sign, decide, notify. The zero value is not given.
type Action uint8

// The actions.
//
//words:label roles.action
const (
	ToDesignateManager  Action = iota + 1 // designate_manager
	ToNameSubManager                      // name_sub_manager
	ToAuthoriseStaff                      // authorise_staff
	ToEngageProcessor                     // engage_processor
	ToAllowSubProcessor                   // allow_sub_processor
	ToSignArrangement                     // sign_arrangement
	ToDesignateOfficer                    // designate_officer
	ToSetPurposes                         // set_purposes: decide why and how data are processed
	ToAnswerRequest                       // answer_request: decide on a data subject's request
	ToKeepRegister                        // keep_register: write the records of processing
	ToAssess                              // assess: carry out an impact assessment
	ToConsultGarante                      // consult_garante: send the prior consultation
	ToDecideRisk                          // decide_risk: the final word on the gravity of a breach
	ToNotifyBreach                        // notify_breach: to the Garante
	ToCommunicateBreach                   // communicate_breach: to the people concerned
	ToGiveOpinion                         // give_opinion: the officer's opinion
)

// competence says whose an action is. Own is the power of the role itself, for a
// manager within his area; lent is what a written delegation or mandate can give.
type competence struct {
	own, lent roleSet
	provision gdpr.Provision // that gives the power
}

type roleSet uint16

func (s roleSet) has(r Role) bool { return s>>r&1 == 1 }

const (
	theController roleSet = 1 << AsController
	theManager    roleSet = 1 << AsManager
	theSubManager roleSet = 1 << AsSubManager
	theProcessor  roleSet = 1 << AsProcessor
	theOfficer    roleSet = 1 << AsOfficer
	theDelegate   roleSet = 1 << AsDelegate
)

var competences = [...]competence{
	ToDesignateManager:  {theController, theDelegate, "Regolamento 5(1)"},
	ToNameSubManager:    {theManager, 0, "Regolamento 6(1)"},
	ToAuthoriseStaff:    {theController | theManager, theSubManager | theDelegate, "Codice 2-quaterdecies(2)"},
	ToEngageProcessor:   {theController | theManager, theDelegate, "Regolamento 7(1)"},
	ToAllowSubProcessor: {theController, theManager | theDelegate, "GDPR 28(2)"},
	ToSignArrangement:   {theController, theDelegate, "Regolamento 4(4)"},
	ToDesignateOfficer:  {theController, theDelegate, "Regolamento 8(1)"},
	ToSetPurposes:       {theController, theDelegate, "Regolamento 4(1)"},
	ToAnswerRequest:     {theController | theManager, theDelegate, "Regolamento 17(4)"},
	ToKeepRegister:      {theController | theManager, theOfficer | theDelegate, "Regolamento 16(1)"},
	ToAssess:            {theController | theManager, theDelegate, "Regolamento 28(3)"},
	ToConsultGarante:    {theController, theOfficer | theDelegate, "Regolamento 28(4)"},
	ToDecideRisk:        {theController, theDelegate, "Regolamento 37(3)"},
	ToNotifyBreach:      {theController, theManager | theProcessor | theDelegate, "Regolamento 37(3)"},
	ToCommunicateBreach: {theController, theManager | theProcessor | theDelegate, "Regolamento 39(1)"},
	ToGiveOpinion:       {theOfficer, 0, "Regolamento 9(1)"},
}

// generalCompetences are those of a body without the template: what belongs to the
// controller the head or board does, and whoever they lend it to in writing, by the
// body's own rules too. Purposes and means are never for officer or processor.
var generalCompetences = [...]competence{
	ToDesignateManager:  {theController, theManager | theDelegate, "Codice 2-quaterdecies(1)"},
	ToNameSubManager:    {theController, theManager | theDelegate, "Codice 2-quaterdecies(1)"},
	ToAuthoriseStaff:    {theController, theManager | theSubManager | theDelegate, "Codice 2-quaterdecies(2)"},
	ToEngageProcessor:   {theController, theManager | theDelegate, "GDPR 28(3)"},
	ToAllowSubProcessor: {theController, theManager | theDelegate, "GDPR 28(2)"},
	ToSignArrangement:   {theController, theManager | theDelegate, "GDPR 26(1)"},
	ToDesignateOfficer:  {theController, theManager | theDelegate, "GDPR 37(1)"},
	ToSetPurposes:       {theController, theManager | theDelegate, "GDPR 4(7)"},
	ToAnswerRequest:     {theController, theManager | theSubManager | theDelegate, "GDPR 12(3)"},
	ToKeepRegister:      {theController, theManager | theOfficer | theDelegate, "GDPR 30(1)"},
	ToAssess:            {theController, theManager | theDelegate, "GDPR 35(1)"},
	ToConsultGarante:    {theController, theManager | theOfficer | theDelegate, "GDPR 36(1)"},
	ToDecideRisk:        {theController, theManager | theDelegate, "GDPR 33(1)"},
	ToNotifyBreach:      {theController, theManager | theProcessor | theDelegate, "GDPR 33(1)"},
	ToCommunicateBreach: {theController, theManager | theProcessor | theDelegate, "GDPR 34(1)"},
	ToGiveOpinion:       {theOfficer, 0, "GDPR 39(1)"},
}

// competenceOf returns whose an action is under a regime.
func competenceOf(a Action, r gdpr.Regime) *competence {
	if r.Has(gdpr.Template) {
		return &competences[a]
	}
	return &generalCompetences[a]
}

// law returns the provision that gives the power to a body under the regime:
// where the Codice doesn't bind, what the GDPR says of acting under authority.
func (c *competence) law(r gdpr.Regime) gdpr.Provision {
	if r.Binds(c.provision) {
		return c.provision
	}
	return "GDPR 29"
}

// Authority is the question whether someone in a role may take an action.
//
// Law: Regolamento 4(1); Regolamento 5(1); Regolamento 6(1); Regolamento 37(3).
//
//facts:bits roles.authority
type Authority struct {
	Regime    gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
	Role      Role        `json:"role"`
	Action    Action      `json:"action"`
	Delegated gdpr.Answer `json:"delegated"` // who has the power gave it in writing
	InScope   gdpr.Answer `json:"in_scope"`  // it lies within the area, the sector or the delegation
}

// Power is the answer to an [Authority].
type Power struct {
	May gdpr.Answer `json:"may"` // unknown while Missing could change it

	role   Role
	action Action
	regime gdpr.Regime
	facts  kleene.Facts
}

var (
	ownRule    = kleene.Rule{kleene.Of()}
	scopedRule = kleene.Rule{kleene.Of(inScope)}
	lentRule   = kleene.Rule{kleene.Of(delegated, inScope)}
	neverRule  = kleene.Rule{}
)

// Decide tells whether the role may take the action. What belongs to the
// controller the Mayor does, or a delegate of his within a written delegation;
// what belongs to a manager he does in his own area. Some powers can be lent to
// other roles in writing: a processor may notify a breach for the Comune, which
// stays the one that answers. Purposes and means are never for the officer, who
// would judge his own work, nor for a processor, who would become a controller.
//
// A manager engages processors by his power to make contracts; the regulation
// gives it to the controller, who is the same Comune. The officer is designated
// by the controller together with the managers; these can't do it alone.
//
// Without the template a manager has no power of his own by law: what his act, or
// the body's own rules, lend him in writing. A sub-manager can be named by whoever
// has been lent that.
//
// The error is a [*gdpr.InputError]: a role, action or regime that isn't given
// ([gdpr.FaultMissing]) or doesn't exist ([gdpr.FaultName]).
//
// Law: Regolamento 4(1); Regolamento 4(4); Regolamento 5(1); Regolamento 6(1); Regolamento 7(1); Regolamento 8(1); Regolamento 9(1); Regolamento 16(1); Regolamento 17(4); Regolamento 28(3); Regolamento 28(4); Regolamento 37(3); Regolamento 39(1); GDPR 28(2); GDPR 28(10); GDPR 38(6); Codice 2-quaterdecies(2); D.Lgs. 267/2000 107(3)(c); EDPB 9/2022.
func (a Authority) Decide() (Power, error) {
	if !a.Role.Valid() {
		return Power{}, unknownWord("role", a.Role)
	}
	if !a.Regime.Valid() {
		return Power{}, unknownWord("regime", a.Regime)
	}
	if !a.Action.Valid() {
		return Power{}, unknownWord("action", a.Action)
	}
	p := Power{role: a.Role, action: a.Action, regime: a.Regime, facts: a.said()}
	p.May = p.rule().Decide(p.facts)
	return p, nil
}

func (p *Power) rule() kleene.Rule {
	c := competenceOf(p.action, p.regime)
	switch {
	case c.own.has(p.role) && p.role == AsManager:
		return scopedRule
	case c.own.has(p.role):
		return ownRule
	case c.lent.has(p.role):
		return lentRule
	}
	return neverRule
}

// The reasons of a [Power].
const (
	ReasonOwnPower     gdpr.Code = "roles.power.own"           // the power is this role's own
	ReasonOutOfScope   gdpr.Code = "roles.power.scope"         // the action is outside the scope
	ReasonDelegated    gdpr.Code = "roles.power.delegated"     // the power was delegated in writing
	ReasonNotDelegated gdpr.Code = "roles.power.not-delegated" // there is no written delegation
	ReasonReserved     gdpr.Code = "roles.power.reserved"      // the power is another's, and this role can't be given it
	ReasonConflict     gdpr.Code = "roles.power.conflict"      // the officer would be in a conflict of interest
	ReasonOutsider     gdpr.Code = "roles.power.processor"     // a processor that decides purposes and means becomes a controller
)

// Reasons yields why the role may or may not; nothing while it is unknown.
//
// Law: Regolamento 4(1); GDPR 28(10); GDPR 38(6).
func (p Power) Reasons() iter.Seq[gdpr.Reason] {
	return func(yield func(gdpr.Reason) bool) {
		if p.action == 0 || p.May == gdpr.Unknown {
			return
		}
		c := competenceOf(p.action, p.regime)
		law := c.law(p.regime)
		lent := law
		if p.role == AsDelegate && p.regime.Has(gdpr.Template) {
			lent = "Regolamento 4(1)"
		}
		own := c.own.has(p.role)
		for _, e := range [...]struct {
			holds     bool
			code      gdpr.Code
			provision gdpr.Provision
		}{
			{p.May == gdpr.Yes && own, ReasonOwnPower, law},
			{p.May == gdpr.Yes && !own, ReasonDelegated, lent},
			{c.lent.has(p.role) && p.facts.No.Has(delegated), ReasonNotDelegated, lent},
			{p.May == gdpr.No && (own || c.lent.has(p.role)) && p.facts.No.Has(inScope), ReasonOutOfScope, law},
			{!own && !c.lent.has(p.role), ReasonReserved, law},
			{!own && !c.lent.has(p.role) && p.role == AsOfficer, ReasonConflict, "GDPR 38(6)"},
			{p.action == ToSetPurposes && p.role == AsProcessor, ReasonOutsider, "GDPR 28(10)"},
		} {
			if e.holds && !yield(gdpr.Reason{Code: e.code, Provision: e.provision}) {
				return
			}
		}
	}
}

// Missing yields the facts that could still change the answer.
//
// Law: Regolamento 4(1); Regolamento 6(1).
func (p Power) Missing() iter.Seq[gdpr.Question] { return authorityAsk(p.open()) }

func (p *Power) open() kleene.Set {
	if p.action == 0 {
		return 0
	}
	return p.rule().Missing(p.facts)
}

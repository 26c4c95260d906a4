package rights

import (
	"slices"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// AutomatedDecision holds the facts of a decision about a person that is taken
// by automated means.
//
// A score that software makes is itself the decision where a third party that
// receives it draws strongly on it to start, carry out or end a contract with
// the person: so the Court of Justice held of a credit agency. For a score that
// serves anything else, such as a benefit or an inspection, nobody has decided:
// it is an analogy. Then Analogy has to be answered by whoever answers for the
// processing, and until then the decision stays open.
//
// Law: GDPR 22; WP251; CJEU C-634/21.
//
//facts:bits rights.automated automated
//facts:not law ground
//facts:both contract consent
type AutomatedDecision struct {
	Solely   gdpr.Answer `json:"solely"`   // does no human being with the power to change it really take part in it?
	Drawn    gdpr.Answer `json:"drawn"`    // is it a score or a probability on which whoever decides draws strongly?
	Private  gdpr.Answer `json:"private"`  // does that serve to start, carry out or end a contract with the person?
	Analogy  gdpr.Answer `json:"analogy"`  // if not: does the controller hold the score to be the decision all the same, by analogy with that judgment?
	Effect   gdpr.Answer `json:"effect"`   // has it legal effects on the person, or does it similarly significantly affect him?
	Contract gdpr.Answer `json:"contract"` // is it necessary for entering into or performing a contract between the person and the controller?
	Law      gdpr.Answer `json:"law"`      // does a law allow it that lays down suitable measures to safeguard the person?
	Consent  gdpr.Answer `json:"consent"`  // does it rest on explicit consent?
	Special  gdpr.Answer `json:"special"`  // does it rest on special categories of data?
	Ground   gdpr.Answer `json:"ground"`   // with explicit consent or a substantial public interest for these, and safeguards?
	Limit    Limit       `json:"limit"`    // what Codice 2-undecies sets against it, if anything
}

// Decide tells whether the person can refuse to be subject to the decision.
// Where the decision is allowed because of a contract or of consent, safeguards
// are owed: see [AutomatedDecision.Safeguarded]. The pending digital omnibus
// would rewrite the article.
//
// Law: GDPR 22(1); GDPR 22(2); GDPR 22(4); Codice 2-undecies(1); CJEU C-634/21.
func (a AutomatedDecision) Decide() Decision {
	return automated.under(&a.Limit, a.said())
}

// Safeguarded tells whether the controller must let the person have a human
// being look at the decision, say his view and contest it: wherever a decision
// of this kind rests on a contract or on consent. One that rests on a law has
// the safeguards of that law.
//
// Law: GDPR 22(3).
func (a AutomatedDecision) Safeguarded() Decision {
	return safeguarded.decide(a.said())
}

// byMachine are the ways in which a decision with effect is one of software alone.
var byMachine = kleene.And(
	kleene.Rule{kleene.Of(automatedSolely), kleene.Of(automatedDrawn, automatedPrivate), kleene.Of(automatedDrawn, automatedAnalogy)},
	kleene.Rule{kleene.Of(automatedEffect)},
)

var byMachineGrounds = []ground{
	{automatedSolely, "rights.automated.solely", "GDPR 22(1)"},
	{automatedDrawn, "rights.automated.drawn", "CJEU C-634/21"},
	{automatedPrivate, "rights.automated.private", "CJEU C-634/21"},
	{automatedAnalogy, "rights.automated.analogy", "GDPR 22(1)"},
	{automatedEffect, "rights.automated.effect", "GDPR 22(1)"},
}

var automated = rule{
	questions: automatedQuestions[:],
	holds: kleene.And(byMachine, kleene.And(
		kleene.Rule{kleene.Of(automatedNotContract, automatedNotLaw, automatedNotConsent), kleene.Of(automatedSpecial, automatedNotGround)},
		unlimited(automatedLimit),
	)),
	grounds: slices.Concat(byMachineGrounds, []ground{{automatedSpecial, "rights.automated.special", "GDPR 22(4)"}}),
	excepts: []ground{
		{automatedNotContract, "rights.automated.contract", "GDPR 22(2)(a)"},
		{automatedNotLaw, "rights.automated.law", "GDPR 22(2)(b)"},
		{automatedNotConsent, "rights.automated.consent", "GDPR 22(2)(c)"},
		{automatedNotGround, "rights.automated.ground", "GDPR 22(4)"},
	},
	limit: automatedLimit,
	no:    gdpr.Reason{Code: "rights.automated.no", Provision: "GDPR 22(1)"},
}

var safeguarded = rule{
	questions: automatedQuestions[:],
	holds:     kleene.And(byMachine, kleene.AtLeast(1, kleene.Of(automatedContract, automatedConsent))),
	grounds: slices.Concat(byMachineGrounds, []ground{
		{automatedContract, "rights.safeguard.contract", "GDPR 22(3)"},
		{automatedConsent, "rights.safeguard.consent", "GDPR 22(3)"},
	}),
	no: gdpr.Reason{Code: "rights.safeguard.no", Provision: "GDPR 22(3)"},
}

// Safeguards are what the controller has in place for a decision that is taken
// by automated means on a contract or on consent; and, if it is a public body
// that uses artificial intelligence, what the law asks of it then.
//
// Law: GDPR 22(3); GDPR recital 71; L. 132/2025 14(1); L. 132/2025 14(2).
type Safeguards struct {
	Regime     gdpr.Regime `json:"regime,omitzero"`
	Human      gdpr.Answer `json:"human"`      // can the person have a human being look at the decision, who has the power to change it?
	View       gdpr.Answer `json:"view"`       // can he say his view?
	Contest    gdpr.Answer `json:"contest"`    // can he contest the decision?
	Explained  gdpr.Answer `json:"explained"`  // is he told how the decision came about, by the procedure and principles actually applied?
	AI         gdpr.Answer `json:"ai"`         // does an artificial intelligence system take part in it?
	Traceable  gdpr.Answer `json:"traceable"`  // can its working be known to the persons concerned, and its use be traced?
	Answerable gdpr.Answer `json:"answerable"` // does it only support a person who decides and alone is responsible?
}

// The findings of [Safeguards.Check].
const (
	CodeSafeguardHuman      gdpr.Code = "rights.safeguard.human"      // violation: it isn't shown that the person can obtain human intervention
	CodeSafeguardView       gdpr.Code = "rights.safeguard.view"       // violation: it isn't shown that the person can say his view
	CodeSafeguardContest    gdpr.Code = "rights.safeguard.contest"    // violation: it isn't shown that the person can contest the decision
	CodeSafeguardExplained  gdpr.Code = "rights.safeguard.explained"  // warning: it isn't shown that the person is told how the decision came about
	CodeSafeguardTraceable  gdpr.Code = "rights.safeguard.traceable"  // violation: it isn't shown that the working of the artificial intelligence can be known and its use traced
	CodeSafeguardAnswerable gdpr.Code = "rights.safeguard.answerable" // violation: it isn't shown that artificial intelligence only supports a person, who alone is responsible for the decision
)

var (
	safeguardHuman      = find.Violation(CodeSafeguardHuman, "GDPR 22(3)")
	safeguardView       = find.Violation(CodeSafeguardView, "GDPR 22(3)")
	safeguardContest    = find.Violation(CodeSafeguardContest, "GDPR 22(3)")
	safeguardExplained  = find.Warning(CodeSafeguardExplained, "GDPR 15(1)(h)", "GDPR recital 71", "CJEU C-203/22")
	safeguardTraceable  = find.Violation(CodeSafeguardTraceable, "L. 132/2025 14(1)")
	safeguardAnswerable = find.Violation(CodeSafeguardAnswerable, "L. 132/2025 14(2)")
)

// Check tells which of the safeguards is missing. Call it where
// [AutomatedDecision.Safeguarded] is yes. That the decision is explained is a
// warning: the article doesn't name it, the recital and the right of access do.
//
// Law: GDPR 22(3); GDPR recital 71; CJEU C-203/22; L. 132/2025 14(1); L. 132/2025 14(2).
func (s Safeguards) Check() gdpr.Findings {
	fs := find.In(s.Regime)
	fs.Unless(s.Human, safeguardHuman, "human")
	fs.Unless(s.View, safeguardView, "view")
	fs.Unless(s.Contest, safeguardContest, "contest")
	fs.Unless(s.Explained, safeguardExplained, "explained")
	if s.Regime.Has(gdpr.PublicLaw) {
		fs.Unless(s.AI.Not().Or(s.Traceable), safeguardTraceable, "traceable")
		fs.Unless(s.AI.Not().Or(s.Answerable), safeguardAnswerable, "answerable")
	}
	return fs.Findings()
}

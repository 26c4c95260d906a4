package dpia

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// clause is one way in which a trigger, a listed type or a statute applies: all
// of its facts hold, its layer of law binds the body, and its day has come.
type clause struct {
	mark      uint8 // the Trigger or the Type
	facts     kleene.Set
	code      gdpr.Code
	provision gdpr.Provision
	layer     gdpr.Regime
	from      date.Date // first day; 0: ever since
}

// binds reports whether the clause is law for a body on a day.
func (c *clause) binds(r gdpr.Regime, on date.Date) bool { return r.Has(c.layer) && c.from <= on }

const evaluation = 1<<scoring | 1<<automatedEvaluation | 1<<systematicEvaluation | 1<<significantDecisions

// triggers are the mandatory cases. Where the regulation and the GDPR differ the
// one that asks less binds: the regulation for the evaluation, which needn't be
// extensive, and the GDPR for the data, among which the regulation forgets the
// biometric ones.
var triggers = [...]clause{
	{uint8(TriggerEvaluation), evaluation, "dpia.reason.evaluation", "Regolamento 27(3)", gdpr.Template, 0},
	{uint8(TriggerEvaluation), evaluation | 1<<extensiveEvaluation, "dpia.reason.evaluation.extensive", "GDPR 35(3)(a)", gdpr.UnionLaw, 0},
	{uint8(TriggerSpecialData), 1<<largeScale | 1<<specialData, "dpia.reason.special-data", "GDPR 35(3)(b)", gdpr.UnionLaw, 0},
	{uint8(TriggerSpecialData), 1<<largeScale | 1<<specialData | 1<<biometricData, "dpia.reason.biometric-data", "GDPR 35(3)(b)", gdpr.Template, 0},
	{uint8(TriggerSpecialData), 1<<largeScale | 1<<criminalData, "dpia.reason.criminal-data", "GDPR 35(3)(b)", gdpr.UnionLaw, 0},
	{uint8(TriggerPublicArea), 1<<largeScale | 1<<monitoring | 1<<publicArea, "dpia.reason.public-area", "GDPR 35(3)(c)", gdpr.UnionLaw, 0},
}

// types is the Garante's list, with the conditions that its text and the
// Garante's clarification put on each type. Where the text says that a
// processing isn't occasional, or is systematic, the clarification reads large
// scale.
//
// Whether type 1 holds profiling and predicting to the large scale too, as it
// does scoring, is disputed: its sentence puts the large scale to the first of
// the three alone, so that the letter lists the others however few the people;
// read by WP248 it would not. The letter binds here, as the reading that keeps
// the body from a fine, and its reason says so; the other reading is open to the
// controller as an [Exception]. The list was read in secondary sources.
//
// A type more is a name among the constants of [Type] and a row here, with the day
// from which it counts: listedAs(TypeX, "x", matching, employees).since(day). All
// else follows from the row, but for its sentences.
var types = []clause{
	listedAs(TypeEvaluation, "evaluation", scoring, largeScale),
	listedAs(TypeEvaluation, "evaluation.letter", scoring, profiling),
	listedAs(TypeEvaluation, "evaluation.letter", scoring, predicting),
	listedAs(TypeAutomatedDecision, "automated_decision", automatedDecision),
	listedAs(TypeMonitoring, "monitoring", monitoring),
	listedAs(TypeHighlyPersonal, "highly_personal", highlyPersonalData, largeScale),
	listedAs(TypeStaffControl, "staff_control", employees, remoteControl),
	listedAs(TypeVulnerable, "vulnerable", vulnerable, largeScale),
	newWith(scoring), newWith(automatedDecision), newWith(monitoring), newWith(specialData),
	newWith(largeScale), newWith(matching), newWith(vulnerable), newWith(preventsRight),
	newWith(criminalData), newWith(highlyPersonalData), newWith(employees),
	listedAs(TypeExchange, "exchange", exchange, largeScale),
	listedAs(TypeMatching, "matching", matching),
	listedAs(TypeSpecialMatching, "special_matching", matching, specialData),
	listedAs(TypeSpecialMatching, "special_matching", matching, criminalData),
	listedAs(TypeBiometric, "biometric", biometricData, specialData, largeScale),
	listedAs(TypeGenetic, "genetic", geneticData, specialData, largeScale),
}

// listedAs is the clause of a type that all of the facts make.
func listedAs(t Type, code gdpr.Code, facts ...int) clause {
	return clause{uint8(t), kleene.Of(facts...), "dpia.type." + code, gdpr.Provision("Garante 467/2018 type " + t.number()), gdpr.ItalianLaw, 0}
}

// since returns the clause as one that counts from a day.
func (c clause) since(day date.Date) clause {
	c.from = day
	return c
}

// newWith is the clause of new technology with one more criterion.
func newWith(fact int) clause {
	return listedAs(TypeNewTechnology, "new_technology", newTechnology, fact)
}

// statutes are the laws that ask for an assessment by themselves, whatever the
// risk. That D.Lgs. 24/2023 13(6) does so for every internal channel was read in
// one secondary source.
var statutes = [...]clause{
	{0, 1 << whistleblowing, "dpia.reason.whistleblowing", "D.Lgs. 24/2023 13(6)", gdpr.ItalianLaw, date.New(2023, 7, 15)},
}

func holds(held, all kleene.Set) bool { return all&^held == 0 }

// marks returns the marks whose clauses hold where exactly the facts of held do.
func marks[M Mark](clauses []clause, held kleene.Set, r gdpr.Regime, on date.Date) Set[M] {
	var s Set[M]
	for i := range clauses {
		if c := &clauses[i]; c.facts&^held == 0 && c.binds(r, on) {
			s |= 1 << (c.mark - 1)
		}
	}
	return s
}

// alternatives are the facts that make each criterion, by its bit; any one of
// them does.
var alternatives = [9]kleene.Set{
	scoring:           1 << scoring,
	automatedDecision: 1 << automatedDecision,
	monitoring:        1 << monitoring,
	specialData:       1<<specialData | 1<<criminalData | 1<<highlyPersonalData,
	largeScale:        1 << largeScale,
	matching:          1 << matching,
	vulnerable:        1<<vulnerable | 1<<employees,
	newTechnology:     1 << newTechnology,
	preventsRight:     1 << preventsRight,
}

// criteria returns the criteria that the facts make.
func criteria(held kleene.Set) Set[Criterion] {
	c := held & (1<<len(alternatives) - 1)
	c |= (held>>criminalData | held>>highlyPersonalData) & 1 << specialData
	c |= held >> employees & 1 << vulnerable
	return Set[Criterion](c)
}

// indices returns the regulation's indices among the criteria.
func indices(c Set[Criterion], r Reading) Set[Index] {
	innovation := c>>newTechnology | c>>preventsRight
	if r == Fused {
		innovation = c >> newTechnology & (c >> preventsRight)
	}
	// Sensitive data, large scale, matching and vulnerable people stand side by
	// side in both lists.
	return Set[Index](c&1 | c>>specialData&15<<1 | innovation&1<<5)
}

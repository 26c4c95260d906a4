package dpia

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleene"
)

// clause is one way in which a trigger or a listed type applies: all of its
// facts hold.
type clause[M Mark] struct {
	mark      M
	facts     kleene.Set
	code      gdpr.Code
	provision gdpr.Provision
}

const evaluation = 1<<scoring | 1<<automatedEvaluation | 1<<systematicEvaluation | 1<<significantDecisions

// triggers are the mandatory cases. Where the regulation and the GDPR differ the
// one that asks less binds: the regulation for the evaluation, which needn't be
// extensive, and the GDPR for the data, among which the regulation forgets the
// biometric ones.
var triggers = [...]clause[Trigger]{
	{TriggerEvaluation, evaluation, "dpia.reason.evaluation", "Regolamento 27(3)"},
	{TriggerEvaluation, evaluation | 1<<extensiveEvaluation, "dpia.reason.evaluation.extensive", "GDPR 35(3)(a)"},
	{TriggerSpecialData, 1<<largeScale | 1<<specialData, "dpia.reason.special-data", "GDPR 35(3)(b)"},
	{TriggerSpecialData, 1<<largeScale | 1<<specialData | 1<<biometricData, "dpia.reason.biometric-data", "GDPR 35(3)(b)"},
	{TriggerSpecialData, 1<<largeScale | 1<<criminalData, "dpia.reason.criminal-data", "GDPR 35(3)(b)"},
	{TriggerPublicArea, 1<<largeScale | 1<<monitoring | 1<<publicArea, "dpia.reason.public-area", "GDPR 35(3)(c)"},
}

// types is the Garante's list, with the conditions that its text and the
// Garante's clarification put on each type. Where the text says that a
// processing isn't occasional, or is systematic, the clarification reads large
// scale. Profiling is held to the large scale like the scoring beside it: the
// other reading would list what WP248 says needs no assessment.
var types = [...]clause[Type]{
	{TypeEvaluation, 1<<scoring | 1<<largeScale, "dpia.type.evaluation", "Garante 467/2018 type 1"},
	{TypeAutomatedDecision, 1 << automatedDecision, "dpia.type.automated_decision", "Garante 467/2018 type 2"},
	{TypeMonitoring, 1 << monitoring, "dpia.type.monitoring", "Garante 467/2018 type 3"},
	{TypeHighlyPersonal, 1<<highlyPersonalData | 1<<largeScale, "dpia.type.highly_personal", "Garante 467/2018 type 4"},
	{TypeStaffControl, 1<<employees | 1<<remoteControl, "dpia.type.staff_control", "Garante 467/2018 type 5"},
	{TypeVulnerable, 1<<vulnerable | 1<<largeScale, "dpia.type.vulnerable", "Garante 467/2018 type 6"},
	newWith(scoring), newWith(automatedDecision), newWith(monitoring), newWith(specialData),
	newWith(largeScale), newWith(matching), newWith(vulnerable), newWith(preventsRight),
	newWith(criminalData), newWith(highlyPersonalData), newWith(employees),
	{TypeExchange, 1<<exchange | 1<<largeScale, "dpia.type.exchange", "Garante 467/2018 type 8"},
	{TypeMatching, 1 << matching, "dpia.type.matching", "Garante 467/2018 type 9"},
	{TypeSpecialMatching, 1<<matching | 1<<specialData, "dpia.type.special_matching", "Garante 467/2018 type 10"},
	{TypeSpecialMatching, 1<<matching | 1<<criminalData, "dpia.type.special_matching", "Garante 467/2018 type 10"},
	{TypeBiometric, 1<<biometricData | 1<<specialData | 1<<largeScale, "dpia.type.biometric", "Garante 467/2018 type 11"},
	{TypeGenetic, 1<<geneticData | 1<<specialData | 1<<largeScale, "dpia.type.genetic", "Garante 467/2018 type 12"},
}

// newWith is the clause of new technology with one more criterion.
func newWith(fact int) clause[Type] {
	return clause[Type]{TypeNewTechnology, 1<<newTechnology | 1<<fact, "dpia.type.new_technology", "Garante 467/2018 type 7"}
}

// triggered reports whether one of the mandatory cases holds: the clauses of
// triggers in fewer steps, for the hot path.
func triggered(held kleene.Set) bool {
	return held.Has(largeScale) && (held&(1<<specialData|1<<criminalData) != 0 || holds(held, 1<<monitoring|1<<publicArea)) ||
		holds(held, evaluation)
}

// listed reports whether the processing is of one of the listed types: the
// clauses of types in fewer steps.
func listed(held kleene.Set) bool {
	const (
		alone          = 1<<automatedDecision | 1<<monitoring | 1<<matching
		onLargeScale   = 1<<scoring | 1<<highlyPersonalData | 1<<vulnerable | 1<<exchange | 1<<biometricData | 1<<geneticData
		withTechnology = 1<<scoring | 1<<largeScale | 1<<preventsRight | 1<<specialData | 1<<criminalData |
			1<<highlyPersonalData | 1<<vulnerable | 1<<employees
		staffControl = 1<<employees | 1<<remoteControl
	)
	return held&alone != 0 ||
		held.Has(largeScale) && held&onLargeScale != 0 ||
		held.Has(newTechnology) && held&withTechnology != 0 ||
		holds(held, staffControl)
}

func holds(held, all kleene.Set) bool { return all&^held == 0 }

// marks returns the marks whose clauses hold where exactly the facts of held do.
func marks[M Mark](clauses []clause[M], held kleene.Set) Set[M] {
	var s Set[M]
	for i := range clauses {
		if c := &clauses[i]; c.facts&^held == 0 {
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

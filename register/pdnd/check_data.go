package pdnd

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
	"github.com/b58db29f/gdpr/register"
)

// The findings of [Case.Check] on the kinds of data.
const (
	CodeSpecialTask      gdpr.Code = "pdnd.special.task"      // violation: for special data the need for the task alone isn't enough: there has to be an act that provides for the processing
	CodeSpecialCondition gdpr.Code = "pdnd.special.condition" // violation: for the special data none of the conditions of art. 9(2) is on record
	CodeSpecialNorm      gdpr.Code = "pdnd.special.norm"      // warning: it isn't on record that the act tells the types of data, the operations, the reason of substantial public interest and the safeguards
	CodeJudicialTask     gdpr.Code = "pdnd.judicial.task"     // violation: for judicial data the need for the task alone isn't enough: there has to be an act that provides for the processing
	CodeJudicialNorm     gdpr.Code = "pdnd.judicial.norm"     // violation: for the judicial data no act is on record that authorises the processing with safeguards
	CodeDataUnsaid       gdpr.Code = "pdnd.data.unsaid"       // violation: the register has a category of data that the analysis doesn't tell: …
	CodeDataUnregistered gdpr.Code = "pdnd.data.unregistered" // violation: the analysis tells a category of data that the register doesn't have: …
	CodeDataMinors       gdpr.Code = "pdnd.data.minors"       // warning: the analysis tells of data of minors, but for the impact assessment it was answered that there are no vulnerable persons
	CodeDataNone         gdpr.Code = "pdnd.data.none"         // violation: the analysis says that there are no personal data, but the register has some
)

var (
	specialTask      = find.Violation(CodeSpecialTask, "GDPR 9(2)(g)", "Codice 2-sexies(1)")
	specialCondition = find.Violation(CodeSpecialCondition, "GDPR 9(2)", "Regolamento 10(1)")
	specialNorm      = find.Warning(CodeSpecialNorm, "Codice 2-sexies(1)")
	judicialTask     = find.Violation(CodeJudicialTask, "Codice 2-octies(1)", "Codice 2-octies(5)")
	judicialNorm     = find.Violation(CodeJudicialNorm, "GDPR 10", "Codice 2-octies(1)")
	dataUnsaid       = find.Violation(CodeDataUnsaid, "GDPR 5(2)")
	dataUnregistered = find.Violation(CodeDataUnregistered, "GDPR 30(1)(c)")
	dataMinors       = find.Warning(CodeDataMinors, "GDPR 35(3)", "WP248")
	dataNone         = find.Violation(CodeDataNone, "GDPR 5(2)")
)

const (
	onKinds = "personalDataTypes"
	onTask  = "legalBasisPublicInterest"
)

// special: data of art. 9. A task without a norm isn't enough for a substantial
// public interest, whatever the platform takes; where another condition of art.
// 9(2) is on record the two together are only odd. A form without the question of
// the conditions proves none.
func (c *checker) special() {
	if !c.says(onKinds, "GDPR_ART_9") && !c.says("accessDataArt9Gdpr", "YES") {
		return
	}
	other := false
	for condition := range c.Activity.Special.Conditions() {
		other = other || condition != register.SubstantialInterest
	}
	interest := !other && c.Activity.Special.Interest != gdpr.No
	if c.says(onTask, "PUBLIC_INTEREST_TASK") {
		row := specialTask
		if !interest {
			row = row.As(gdpr.Warning)
		}
		c.Add(row, at(onTask))
	}
	kinds := c.kinds
	if !kinds.Special() {
		return // nothing on record to judge: see CodeDataUnregistered
	}
	general := c.Activity.Special // whether the template lists a condition is no matter here
	general.Regime = max(c.Regime, gdpr.PublicLaw)
	switch general.Decide(kinds).Outcome {
	case register.Forbidden:
		c.Add(specialCondition, at(onKinds))
	case register.Undetermined:
		c.Add(specialCondition.As(gdpr.Warning), at(onKinds))
	}
	n := c.Activity.Special.Norm
	if interest && n.Data.And(n.Operations).And(n.Reason).And(n.Safeguards) != gdpr.Yes {
		c.Add(specialNorm, at(onTask))
	}
}

// judicial: data of art. 10. Under the control of a public authority the GDPR asks
// no more, and the Codice an act; without that control both want a law.
func (c *checker) judicial() {
	if !c.says(onKinds, "GDPR_ART_10") {
		return
	}
	j := c.Activity.Judicial
	if c.says(onTask, "PUBLIC_INTEREST_TASK") {
		row := judicialTask
		if j.Control == gdpr.No {
			row = row.By("GDPR 10", "Codice 2-octies(1)")
		}
		c.Add(row, at(onTask))
	}
	if !c.kinds.Has(register.Criminal) {
		return
	}
	row := judicialNorm
	if j.Control == gdpr.Yes {
		row = row.By("Codice 2-octies(1)", "Codice 2-octies(5)")
	}
	switch j.Decide(c.kinds).Outcome {
	case register.Forbidden:
		c.Add(row, at(onKinds))
	case register.Undetermined:
		c.Add(row.As(gdpr.Warning), at(onKinds))
	}
}

// kindsOfData: what the form ticks against what the register has. What the
// register has and the form doesn't is a violation only where it is known that it
// comes through the e-service.
func (c *checker) kindsOfData() {
	weigh := func(r find.Row) find.Row {
		if c.chosen || c.Access.PersonalData == gdpr.Yes && r.Code == CodeDataNone {
			return r
		}
		return r.As(gdpr.Warning)
	}
	if c.says("usesPersonalData", "NO") && len(c.Activity.Data) > 0 && c.Access.PersonalData != gdpr.No {
		c.Add(weigh(dataNone), at("usesPersonalData"))
	}
	if len(c.answers.Get(onKinds)) == 0 || c.kinds == 0 {
		return
	}
	for _, k := range [...]struct {
		has    bool
		values []string
	}{
		{c.kinds.Has(register.Ordinary), []string{"WITH_IDENTIFYING_DATA", "WITH_NON_IDENTIFYING_DATA"}},
		{c.kinds.Special(), []string{"GDPR_ART_9"}},
		{c.kinds.Has(register.Criminal), []string{"GDPR_ART_10"}},
	} {
		switch said := c.any(onKinds, k.values...); {
		case k.has && !said:
			c.Add(weigh(dataUnsaid), at(onKinds), k.values[0])
		case said && !k.has:
			c.Add(dataUnregistered, at(onKinds), k.values[0])
		}
	}
	if c.says(onKinds, "GDPR_ART_8") && c.Activity.DPIA.Facts.Vulnerable == gdpr.No {
		c.Add(dataMinors, at(onKinds))
	}
}

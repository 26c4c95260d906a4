package retention

import (
	"strconv"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Check].
const (
	CodeRuleTerm      gdpr.Code = "retention.rule.term"      // violation: the rule has neither a period nor a criterion of keeping
	CodeRuleEvent     gdpr.Code = "retention.rule.event"     // violation: the rule doesn't say from which event its period runs
	CodeRuleCriterion gdpr.Code = "retention.rule.criterion" // advice: the rule has a criterion alone: where possible, a period or a periodic review is better
	CodeRuleText      gdpr.Code = "retention.rule.text"      // warning: the rule doesn't say which data it is about
	CodeRuleBasis     gdpr.Code = "retention.rule.basis"     // warning: the rule doesn't say which act sets its period
	CodeRuleFate      gdpr.Code = "retention.rule.fate"      // warning: the rule doesn't say what becomes of the data then
	CodeRulePermanent gdpr.Code = "retention.rule.permanent" // violation: the keeping is permanent, yet at its end the data are to be erased
	CodeRuleArchival  gdpr.Code = "retention.rule.archival"  // advice: it isn't said whether these are archival documents, which a public body destroys only with leave
)

var (
	ruleTerm      = find.Violation(CodeRuleTerm, "GDPR 5(1)(e)", "Regolamento 13(9)")
	ruleEvent     = find.Violation(CodeRuleEvent, "GDPR 5(1)(e)", "Regolamento 13(9)")
	ruleCriterion = find.Advice(CodeRuleCriterion, "GDPR 5(1)(e)", "GDPR recital 39")
	ruleText      = find.Warning(CodeRuleText, "GDPR 30(1)(f)")
	ruleBasis     = find.Warning(CodeRuleBasis, "GDPR 5(2)")
	ruleFate      = find.Warning(CodeRuleFate, "GDPR 5(1)(e)")
	rulePermanent = find.Violation(CodeRulePermanent, "GDPR 5(1)(e)", "D.Lgs. 42/2004 30(4)")
	ruleArchival  = find.Advice(CodeRuleArchival, "D.Lgs. 42/2004 21(1)(d)", "c.p. 518-duodecies")
)

// Check finds what the rules of a schedule lack. Their places are "[3].event". A
// rule that can't be counted at all is an error of [NewSchedule].
//
// Of a rule with a term that doesn't say whether its documents are archival, it is
// advised to say so: a public body that destroys them without leave commits a
// crime, so that no host should read "expired" as "destroy" before somebody has
// answered. A criterion that suits any data ("as long as necessary") is none, and a
// permanent keeping whose data are to be erased contradicts itself.
//
// Law: GDPR 5(1)(e); Regolamento 13(9); GDPR 5(2); GDPR 30(1)(f); D.Lgs. 42/2004 21(1)(d); D.Lgs. 42/2004 30(4); c.p. 518-duodecies.
func Check(rules []Rule) gdpr.Findings {
	var c find.Collector
	for i, r := range rules {
		at := "[" + strconv.Itoa(i) + "]."
		if blank.Is(r.Text) {
			c.Add(ruleText, at+"text")
		}
		timed := r.Period != (gdpr.Term{})
		switch {
		case r.Bound == Permanent && (r.Fate == Erase || r.Fate == Anonymise):
			c.Add(rulePermanent, at+"fate")
		case r.Bound == Permanent:
		case timed && blank.Is(r.Event):
			c.Add(ruleEvent, at+"event")
		case !timed && blank.Is(r.Event) && blank.Term(r.Criterion):
			c.Add(ruleTerm, at+"period")
		case !timed && blank.Is(r.Event):
			c.Add(ruleCriterion, at+"criterion")
		}
		if blank.Is(r.Basis) {
			c.Add(ruleBasis, at+"basis")
		}
		if r.Fate == 0 {
			c.Add(ruleFate, at+"fate")
		}
		if r.Archival == gdpr.Unknown && r.Bound == AtLeast && r.Fate != Archive {
			c.Add(ruleArchival, at+"archival")
		}
	}
	return c.Findings()
}

package retention

import (
	"strconv"

	"github.com/b58db29f/gdpr"
)

// The findings of [Check], [CheckHolds], [Sweep.Check] and [Policy.Check].
const (
	CodeRuleTerm      gdpr.Code = "retention.rule.term"
	CodeRuleEvent     gdpr.Code = "retention.rule.event"
	CodeRuleCriterion gdpr.Code = "retention.rule.criterion"
	CodeRuleText      gdpr.Code = "retention.rule.text"
	CodeRuleBasis     gdpr.Code = "retention.rule.basis"
	CodeRuleFate      gdpr.Code = "retention.rule.fate"
	CodeHoldKind      gdpr.Code = "retention.hold.missing-kind"
	CodeHoldStart     gdpr.Code = "retention.hold.missing-start"
	CodeHoldReference gdpr.Code = "retention.hold.missing-reference"
	CodeHoldEnd       gdpr.Code = "retention.hold.missing-end"
	CodeHoldOrder     gdpr.Code = "retention.hold.reversed"
	CodeHoldOld       gdpr.Code = "retention.hold.old"
	CodeItemLate      gdpr.Code = "retention.item.late"
	CodeItemUnjudged  gdpr.Code = "retention.item.unjudged"
	CodeVideoLong     gdpr.Code = "retention.video.long"
)

// Check finds what the rules of a schedule lack. Their places are "[3].event". A
// rule that can't be counted at all is an error of [NewSchedule].
//
// Law: Regolamento 13(9); GDPR 5(1)(e); GDPR 5(2); GDPR 30(1)(f).
func Check(rules []Rule) gdpr.Findings {
	var fs gdpr.Findings
	for i, r := range rules {
		add := func(code gdpr.Code, s gdpr.Severity, field string, law ...gdpr.Provision) {
			fs = append(fs, gdpr.Finding{Code: code, Severity: s, Where: "[" + strconv.Itoa(i) + "]." + field, Provisions: law})
		}
		if blank(r.Text) {
			add(CodeRuleText, gdpr.Warning, "text", "GDPR 30(1)(f)")
		}
		switch {
		case r.Period != gdpr.Term{} && blank(r.Event):
			add(CodeRuleEvent, gdpr.Violation, "event", "Regolamento 13(9)", "GDPR 5(1)(e)")
		case r.Period == gdpr.Term{} && blank(r.Event) && blank(r.Criterion):
			add(CodeRuleTerm, gdpr.Violation, "period", "Regolamento 13(9)", "GDPR 5(1)(e)")
		case r.Period == gdpr.Term{} && blank(r.Event):
			add(CodeRuleCriterion, gdpr.Advice, "criterion", "GDPR 5(1)(e)", "GDPR recital 39")
		}
		if blank(r.Basis) {
			add(CodeRuleBasis, gdpr.Warning, "basis", "GDPR 5(2)")
		}
		if r.Fate == 0 {
			add(CodeRuleFate, gdpr.Warning, "fate", "GDPR 5(1)(e)")
		}
	}
	return fs
}

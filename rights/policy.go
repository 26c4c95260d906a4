package rights

import (
	"strconv"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Policy is what sets the terms of the replies beside the GDPR, whose month binds
// always: the regime, which has the template's 30 days or not, and a figure of
// the body's own. The zero value is the template regulation: 30 days.
//
// Where the body's own regulation sets the days, By names it, and they bind as
// its law. Without By they are a promise, as in a charter of services: to break
// it is no infringement, and it changes no other term.
//
//	rights.Policy{}                                                  // the template: 30 days, and the GDPR's month
//	rights.Policy{Regime: gdpr.PublicLaw}                            // the GDPR's month alone
//	rights.Policy{Regime: gdpr.PublicLaw, Days: 20, By: "Own 16(3)"} // 20 days by the body's own regulation
//	rights.Policy{Days: 10}                                          // the template, and a promise of ten days
//
// Law: Regolamento 17(3); GDPR 12(3).
type Policy struct {
	Days   int            `json:"days,omitempty"`  // the body's own days to reply; 0: none
	By     gdpr.Provision `json:"by,omitempty"`    // the act of the body that sets Days: "Own 16(3)"; none: a promise
	Regime gdpr.Regime    `json:"regime,omitzero"` // whose law binds the body
}

const (
	regulationDays = 30     // the template's time for a reply
	monthDays      = 31     // the longest month of the GDPR
	maxDays        = 10_000 // what a policy can name
)

// CodePolicyDays is the finding of [Policy.Check].
const CodePolicyDays gdpr.Code = "rights.policy.days" // warning: the … days that the body set itself go beyond those of the law, which end first and bind anyhow

var (
	policyDays     = find.Warning(CodePolicyDays, "Regolamento 17(3)")
	policyOverGDPR = find.Warning(CodePolicyDays, "GDPR 12(3)", "Regolamento 17(3)")
)

// Check tells where the body's own figure goes beyond the law, which then binds
// before it: more days than the template's 30, or than the month of the GDPR has.
// What has no meaning is the error of [Request.Timeline], and no finding.
//
// Law: Regolamento 17(3); GDPR 12(3).
func (p Policy) Check() gdpr.Findings {
	c := find.In(p.Regime)
	switch {
	case p.Days > monthDays:
		c.Add(policyOverGDPR, "days", p.Days)
	case p.Days > regulationDays:
		c.Add(policyDays, "days", p.Days)
	}
	return c.Findings()
}

// validate returns the error of a policy that has no meaning.
func (p *Policy) validate() error {
	switch {
	case !p.Regime.Valid():
		return &gdpr.InputError{Field: "regime", Value: strconv.Itoa(int(p.Regime)), Fault: gdpr.FaultName, Other: "template, public, italy, union"}
	case p.Days < 0 || p.Days > maxDays:
		return &gdpr.InputError{Field: "days", Value: strconv.Itoa(p.Days), Fault: gdpr.FaultRange, Other: "0-" + strconv.Itoa(maxDays)}
	case p.By == "":
		return nil
	case p.Days == 0:
		return &gdpr.InputError{Field: "days", Fault: gdpr.FaultMissing, Other: "by " + string(p.By)}
	case !p.Regime.Binds(p.By):
		return &gdpr.InputError{Field: "by", Value: string(p.By), Fault: gdpr.FaultContradiction, Other: "regime " + p.Regime.String()}
	}
	_, err := gdpr.ParseProvision(string(p.By))
	return gdpr.At("by", err)
}

// days returns a term in days as the law of the body counts it.
func (p *Policy) days(n int) gdpr.Term {
	return gdpr.Term{N: n, Unit: gdpr.Days, Counting: p.counting()}
}

func (p *Policy) counting() gdpr.Counting {
	if p.Regime.Has(gdpr.ItalianLaw) {
		return gdpr.Italian
	}
	return gdpr.European
}

package security

import (
	"strconv"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Policy is whose law binds the body, and what it sets for itself. The zero value
// is the template with its figures. A figure beyond the template's is a finding
// of [Policy.Check], and the template's holds; without the template a figure is
// the body's own, and 0 is none.
//
// Law: Regolamento 30(1); GDPR 32(1).
type Policy struct {
	Regime          gdpr.Regime    `json:"regime,omitzero"`
	MinLength       int            `json:"min_length,omitempty"`       // characters of a password; by the template 8 at least
	ChangeMonths    int            `json:"change_months,omitempty"`    // between two changes; by the template 6 at most
	NoChange        bool           `json:"no_change,omitempty"`        // passwords aren't changed at intervals, as NIST advises
	DisuseMonths    int            `json:"disuse_months,omitempty"`    // without use, before it is disabled; by the template 6 at most
	AntivirusMonths int            `json:"antivirus_months,omitempty"` // between two reviews; by the template 6 at most
	By              gdpr.Provision `json:"by,omitempty"`               // where the body's own figures stand: "Own 12(2)"
}

const (
	legalLength  = 8
	legalMonths  = 6
	modernLength = 15 // where the password is the only factor
	factorLength = 8  // beside another factor
)

// The findings of [Policy.Check].
const (
	CodePolicyLength    gdpr.Code = "security.policy.length"    // violation: the body allows passwords of … characters: the regulation wants at least …
	CodePolicyChange    gdpr.Code = "security.policy.change"    // violation: the body doesn't have passwords changed every … months at least, as the regulation wants
	CodePolicyDisuse    gdpr.Code = "security.policy.disuse"    // violation: the body disables unused credentials after … months: the regulation allows at most …
	CodePolicyAntivirus gdpr.Code = "security.policy.antivirus" // violation: the body reviews the antivirus every … months: the regulation wants it every …
)

var (
	policyLength    = find.Violation(CodePolicyLength, "Regolamento 30(1)")
	policyChange    = find.Violation(CodePolicyChange, "Regolamento 30(1)")
	policyDisuse    = find.Violation(CodePolicyDisuse, "Regolamento 30(1)")
	policyAntivirus = find.Violation(CodePolicyAntivirus, "Regolamento 30(1)")
)

// Check tells where the body's figures are milder than the template's, if that
// binds it. No other law has figures: a password that is long and never changed
// is a policy like another.
//
// The error is a [*gdpr.InputError]: a regime that doesn't exist
// ([gdpr.FaultName]), a negative figure ([gdpr.FaultRange]).
//
// Law: Regolamento 30(1).
func (p Policy) Check() (gdpr.Findings, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	c := find.In(p.Regime)
	p.findings(c)
	return c.Findings(), nil
}

func (p Policy) findings(c *find.Collector) {
	if p.MinLength != 0 && p.MinLength < legalLength {
		c.Add(policyLength, "policy.min_length", p.MinLength, legalLength)
	}
	if p.NoChange || p.ChangeMonths > legalMonths {
		c.Add(policyChange, "policy.change_months", legalMonths)
	}
	if p.DisuseMonths > legalMonths {
		c.Add(policyDisuse, "policy.disuse_months", p.DisuseMonths, legalMonths)
	}
	if p.AntivirusMonths > legalMonths {
		c.Add(policyAntivirus, "policy.antivirus_months", p.AntivirusMonths, legalMonths)
	}
}

func (p Policy) check() error {
	if !p.Regime.Valid() {
		return &gdpr.InputError{Field: "policy.regime", Value: strconv.Itoa(int(p.Regime)), Fault: gdpr.FaultName, Other: "template, public, italy, union"}
	}
	for _, f := range [...]struct {
		field string
		n     int
	}{{"min_length", p.MinLength}, {"change_months", p.ChangeMonths}, {"disuse_months", p.DisuseMonths}, {"antivirus_months", p.AntivirusMonths}} {
		if f.n < 0 {
			return &gdpr.InputError{Field: "policy." + f.field, Value: strconv.Itoa(f.n), Fault: gdpr.FaultRange, Other: "0-"}
		}
	}
	return nil
}

// template reports whether the template's figures bind the body.
func (p Policy) template() bool { return p.Regime.Has(gdpr.Template) }

// legal returns the figure of the template, or 0 if it doesn't bind.
func (p Policy) legal(figure int) int {
	if p.template() {
		return figure
	}
	return 0
}

// term returns the months that hold, and where they are written: the template's
// six, or fewer of the body's own; without the template the body's own, and 0 for
// none.
func (p Policy) term(own int) (months int, by gdpr.Provision) {
	switch {
	case p.template() && (own == 0 || own >= legalMonths):
		return legalMonths, "Regolamento 30(1)"
	case p.template() && p.By == "":
		return own, "Regolamento 30(1)"
	}
	return own, p.By
}

// change is the term for changing a password.
func (p Policy) change() (months int, by gdpr.Provision) {
	if p.NoChange {
		p.ChangeMonths = 0
	}
	return p.term(p.ChangeMonths)
}

// length returns how many characters a password must have.
func (p Policy) length() int { return max(p.MinLength, p.legal(legalLength)) }

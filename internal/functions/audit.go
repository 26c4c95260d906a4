//go:build !desks

package functions

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/audit"
)

// programmeInput is a programme of checks, and the rules and the day by which it
// is looked at.
type programmeInput struct {
	Programme audit.Programme `json:"programme"`
	Policy    audit.Policy    `json:"policy,omitzero"`
	Day
	Cal
	Lang
}

// auditOutput is what an audit found, and what it lacks.
type auditOutput struct {
	Tally audit.Tally `json:"tally"`
	Findings
}

func auditFunctions() []Function {
	return append([]Function{
		fn("audit.check", "audit.Audit.Check", func(in struct {
			Audit audit.Audit `json:"audit"`
			Day
			Lang
		}) (auditOutput, error) {
			return auditOutput{in.Audit.Tally(), in.found(in.Audit.Check(in.On))}, nil
		}),
		fn("audit.check_all", "audit.CheckAll", func(in struct {
			Audits []audit.Audit `json:"audits"`
			Regime gdpr.Regime   `json:"regime,omitzero"`
			Day
			Lang
		}) (Findings, error) {
			return in.found(audit.CheckAll(in.Audits, in.On, in.Regime)), nil
		}),
		fn("audit.monitoring", "audit.Audit.Monitoring", func(in struct {
			Audit  audit.Audit  `json:"audit"`
			Policy audit.Policy `json:"policy,omitzero"`
			Cal
			Lang
		}) (Deadline, error) {
			cal, err := in.calendar()
			if err != nil {
				return Deadline{}, err
			}
			d, err := in.Audit.Monitoring(in.Policy, cal)
			return in.deadline(d, cal), gdpr.At("audit", err)
		}),
	}, auditProgrammes()...)
}

// auditProgrammes are the functions of programmes of checks.
func auditProgrammes() []Function {
	return []Function{
		fn("audit.programme.check", "audit.Programme.Check", func(in programmeInput) (Findings, error) {
			cal, err := in.calendar()
			if err != nil {
				return Findings{}, err
			}
			return in.told("programme")(in.Programme.Check(in.On, in.Policy, cal))
		}),
		fn("audit.programme.coverage", "audit.Programme.Coverage", func(in programmeInput) (List[audit.Cell], error) {
			cal, err := in.calendar()
			if err != nil {
				return List[audit.Cell]{}, err
			}
			out := List[audit.Cell]{[]audit.Cell{}}
			for cell, err := range in.Programme.Coverage(in.On, in.Policy, cal) {
				if err != nil {
					return List[audit.Cell]{}, gdpr.At("programme", err)
				}
				out.Items = append(out.Items, cell)
			}
			return out, nil
		}),
		fn("audit.matters", "audit.Matters", func(in None) (List[auditMatter], error) {
			return mapped(audit.Matters(), func(m audit.Matter) auditMatter { return auditMatter{m, m.Label(in.Tag())} }), nil
		}),
		fn("audit.policy.check", "audit.Policy.Check", func(in struct {
			Policy audit.Policy `json:"policy"`
			Lang
		}) (Findings, error) {
			return in.told("policy")(in.Policy.Check())
		}),
	}
}

// auditMatter is a matter that is checked in each office.
type auditMatter struct {
	Matter audit.Matter `json:"matter"`
	Label  string       `json:"label"` // in the language asked for
}

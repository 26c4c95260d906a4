//go:build !desks

package functions

import (
	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/security"
)

// measureOutput is a measure of security.
type measureOutput struct {
	Measure     security.Measure `json:"measure"`
	Label       string           `json:"label"` // in the language asked for
	Provisions  []gdpr.Provision `json:"provisions"`
	Conditional bool             `json:"conditional"` // it is due only where what it is for is there
}

func securityFunctions() []Function {
	return append([]Function{
		fn("security.check", "security.Checklist.Check", func(in struct {
			Checklist security.Checklist `json:"checklist"`
			Policy    security.Policy    `json:"policy,omitzero"`
			Day
			Cal
			Lang
		}) (Findings, error) {
			cal, err := in.calendar()
			if err != nil {
				return Findings{}, err
			}
			return in.told("checklist")(in.Checklist.Check(in.On, in.Policy, cal))
		}),
		fn("security.review", "security.Entry.NextReview", func(in struct {
			Entry  security.Entry  `json:"entry"`
			Policy security.Policy `json:"policy,omitzero"`
			Cal
			Lang
		}) (Deadline, error) {
			cal, err := in.calendar()
			if err != nil {
				return Deadline{}, err
			}
			d, err := in.Entry.NextReview(in.Policy, cal)
			return in.deadline(d, cal), gdpr.At("entry", err)
		}),
		fn("security.credential", "security.Credential.Status", func(in struct {
			Credential security.Credential `json:"credential"`
			Policy     security.Policy     `json:"policy,omitzero"`
			Day
			Lang
		}) (security.Status, error) {
			s, err := in.Credential.Status(in.On, in.Policy)
			return s, gdpr.At("credential", err)
		}),
		fn("security.credentials.check", "security.Check", func(in struct {
			Credentials []security.Credential `json:"credentials"`
			Policy      security.Policy       `json:"policy,omitzero"`
			Day
			Lang
		}) (Findings, error) {
			return in.told("")(security.Check(in.Credentials, in.On, in.Policy))
		}),
	}, securityTools()...)
}

// securityTools are the tools, the policy and the measures.
func securityTools() []Function {
	return []Function{
		fn("security.tool.check", "security.Tool.Check", func(in struct {
			Tool   security.Tool `json:"tool"`
			Regime gdpr.Regime   `json:"regime,omitzero"`
			Lang
		}) (Findings, error) {
			return in.told("tool")(in.Tool.Check(in.Regime))
		}),
		fn("security.policy.check", "security.Policy.Check", func(in struct {
			Policy security.Policy `json:"policy"`
			Lang
		}) (Findings, error) {
			return in.told("policy")(in.Policy.Check())
		}),
		fn("security.measures", "security.Measures", func(in None) (List[measureOutput], error) {
			return mapped(security.Measures(), func(m security.Measure) measureOutput {
				return measureOutput{m, m.Label(in.Tag()), m.Provisions(), m.Conditional()}
			}), nil
		}),
	}
}

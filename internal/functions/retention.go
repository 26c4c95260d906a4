//go:build !desks

package functions

import (
	"slices"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/retention"
)

// sweepInput are the items of an archive, the rules that they are kept by, and the
// day on which it is looked through.
type sweepInput struct {
	Rules []retention.Rule `json:"rules"`
	Items []retention.Item `json:"items"`
	Day
	Lang
}

func (in *sweepInput) sweep() (retention.Sweep, error) {
	s, err := retention.NewSchedule(in.Rules...)
	if err != nil {
		return retention.Sweep{}, err
	}
	return s.On(in.On)
}

// sweptItem is how an item stands.
type sweptItem struct {
	ID      string          `json:"id"`
	State   retention.State `json:"state"`
	Label   string          `json:"label"` // of the state, in the language asked for
	Reasons []Reason        `json:"reasons"`
}

// sweepOutput is how the items of an archive stand on a day.
type sweepOutput struct {
	Items []sweptItem `json:"items"`
	Findings
}

func sweep(in sweepInput) (sweepOutput, error) {
	s, err := in.sweep()
	if err != nil {
		return sweepOutput{}, err
	}
	out := sweepOutput{[]sweptItem{}, in.found(s.Check(slices.Values(in.Items)))}
	for _, it := range in.Items {
		state := s.State(it)
		out.Items = append(out.Items, sweptItem{it.ID, state, state.Label(in.Tag()), in.reasons(s.Reasons(it))})
	}
	return out, nil
}

func retentionFunctions() []Function {
	return append(retentionRules(), retentionPlans()...)
}

func retentionRules() []Function {
	return []Function{
		fn("retention.check", "retention.Check", func(in struct {
			Rules []retention.Rule `json:"rules"`
			Lang
		}) (Findings, error) {
			return in.found(retention.Check(in.Rules)), nil
		}),
		fn("retention.expiry", "retention.Rule.Expiry", func(in struct {
			Rule  retention.Rule `json:"rule"`
			Event date.Date      `json:"event" doc:"The day of the event from which the period runs."`
			Lang
		}) (Deadline, error) {
			d, err := in.Rule.Expiry(in.Event)
			return in.deadline(d, gdpr.Italy()), gdpr.At("rule", err)
		}),
		fn("retention.ceiling", "retention.Rule.Ceiling", func(in struct {
			Rule  retention.Rule `json:"rule"`
			Event date.Date      `json:"event" doc:"The day of the event from which the period runs."`
			Lang
		}) (Deadline, error) {
			d, err := in.Rule.Ceiling(in.Event)
			return in.deadline(d, gdpr.Italy()), gdpr.At("rule", err)
		}),
		fn("retention.sweep", "retention.Sweep.State", sweep),
		fn("retention.discard", "retention.Sweep.Propose", func(in struct {
			sweepInput
			ID string `json:"id,omitempty" doc:"The name of the list."`
		}) (struct {
			Discard retention.Discard `json:"discard"`
		}, error) {
			s, err := in.sweep()
			if err != nil {
				return struct {
					Discard retention.Discard `json:"discard"`
				}{}, err
			}
			return struct {
				Discard retention.Discard `json:"discard"`
			}{s.Propose(in.ID, slices.Values(in.Items))}, nil
		}),
		fn("retention.discard.check", "retention.Discard.Check", func(in struct {
			sweepInput
			Discard retention.Discard `json:"discard"`
		}) (discardOutput, error) {
			s, err := in.sweep()
			if err != nil {
				return discardOutput{}, err
			}
			return discardOutput{in.Discard.Next(), in.found(in.Discard.Check(s, slices.Values(in.Items)))}, nil
		}),
		fn("retention.holds.check", "retention.CheckHolds", func(in struct {
			Holds []retention.Hold `json:"holds"`
			Day
			Lang
		}) (Findings, error) {
			return in.found(retention.CheckHolds(in.Holds, in.On)), nil
		}),
	}
}

// discardOutput is how a discard stands.
type discardOutput struct {
	Next retention.Step `json:"next,omitzero"` // the step to take
	Findings
}

// recordingOutput is how a recording stands.
type recordingOutput struct {
	Expiry gdpr.HourDeadline `json:"expiry"`
	State  retention.State   `json:"state,omitzero"` // at the instant asked about
}

func retentionPlans() []Function {
	return []Function{
		fn("retention.recording", "retention.Recording.Expiry", func(in struct {
			Recording retention.Recording `json:"recording"`
			Policy    retention.Policy    `json:"policy,omitzero"`
			At
			Lang
		}) (out recordingOutput, err error) {
			if out.Expiry, err = in.Recording.Expiry(in.Policy); err != nil || in.At.At.IsZero() {
				return out, gdpr.At("recording", err)
			}
			out.State, err = in.Recording.State(in.At.At, in.Policy)
			return out, gdpr.At("recording", err)
		}),
		fn("retention.policy.check", "retention.Policy.Check", func(in struct {
			Policy retention.Policy `json:"policy"`
			Lang
		}) (Findings, error) {
			return in.told("policy")(in.Policy.Check())
		}),
		fn("retention.logs", "retention.Policy.SiteLogs", func(in struct {
			Policy retention.Policy `json:"policy,omitzero"`
			Lang
		}) (retention.Rule, error) {
			r, err := in.Policy.SiteLogs(in.Tag())
			return r, gdpr.At("policy", err)
		}),
		fn("retention.plan", "retention.KnownPlan", func(None) (retention.Plan, error) {
			return retention.KnownPlan(), nil
		}),
		fn("retention.plan.rules", "retention.Plan.Rules", func(in struct {
			Plan retention.Plan `json:"plan,omitzero" doc:"The plan; that which the library knows, where it isn't given."`
			Lang
		}) (List[retention.Rule], error) {
			if len(in.Plan.Series) == 0 {
				in.Plan = retention.KnownPlan()
			}
			return List[retention.Rule]{append([]retention.Rule{}, in.Plan.Rules(in.Tag())...)}, nil
		}),
		fn("retention.plan.check", "retention.Plan.Check", func(in struct {
			Plan  retention.Plan   `json:"plan,omitzero" doc:"The plan; that which the library knows, where it isn't given."`
			Rules []retention.Rule `json:"rules"`
			Lang
		}) (Findings, error) {
			if len(in.Plan.Series) == 0 {
				in.Plan = retention.KnownPlan()
			}
			return in.found(in.Plan.Check(in.Rules)), nil
		}),
		fn("retention.plan.import", "retention.ImportPlan", func(in struct {
			Text string `json:"text" doc:"The plan as a table of text."`
			Lang
		}) (retention.Plan, error) {
			p, err := retention.ImportPlan(in.Text)
			return p, gdpr.At("text", err)
		}),
	}
}

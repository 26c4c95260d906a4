package register_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register"
	"github.com/b58db29f/gdpr/register/retention"
)

func ExampleRegister_Rules() {
	r := register.Register{Activities: []register.Activity{{
		ID: "contracts", Name: "Contratti",
		Retention: register.Retention{Period: gdpr.Term{N: 10, Unit: gdpr.Years}, From: "fine del contratto"},
	}}}
	schedule, err := retention.NewSchedule(r.Rules()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	ended, _ := gdpr.NewDate(2016, 2, 29)
	d, err := schedule.Expiry(retention.Item{Rule: "contracts", Event: ended})
	fmt.Println(d.Due, err)
	// Output: 2026-02-28 <nil>
}

// The sample's register makes a schedule, in which nothing goes by an event that
// only says from when a criterion is applied.
func TestRules(t *testing.T) {
	rules := clean(t).Rules()
	schedule, err := retention.NewSchedule(rules...)
	require.NoError(t, err)
	require.Len(t, rules, 29, "28 activities, and one category with a period of its own")
	sweep, err := schedule.On(today(t))
	require.NoError(t, err)
	for id, want := range map[string]retention.State{
		"anagrafe":          retention.Unjudged,
		"protocollo":        retention.Unjudged,
		"videosorveglianza": retention.Expired,
		"cimiteri":          retention.Running,
	} {
		_, ok := schedule.Rule(retention.RuleName(id))
		require.True(t, ok, id)
		require.Equal(t, want, sweep.State(retention.Item{Rule: retention.RuleName(id), Event: day(t, "2026-11-01")}), id)
	}
	for _, f := range retention.Check(rules) {
		require.Contains(t, []gdpr.Code{retention.CodeRuleBasis, retention.CodeRuleFate, retention.CodeRuleCriterion}, f.Code)
	}
	require.True(t, slices.ContainsFunc(rules, func(r retention.Rule) bool {
		return r.ID == "personale/"+clean(t).Activities[7].Data[1].Text && r.Period == gdpr.Term{N: 10, Unit: gdpr.Years}
	}))
}

// The record is held against a plan: ten years of accounts are a minimum (c.c. 2220),
// five of reports a maximum (D.Lgs. 24/2023 14(1)).
func TestRulesAgainstThePlan(t *testing.T) {
	r := register.Register{Activities: []register.Activity{
		{ID: "ragioneria", Retention: register.Retention{Period: gdpr.Term{N: 5, Unit: gdpr.Years}, From: "registrazione", Series: "acc-books", Bound: retention.AtLeast}},
		{ID: "segnalazioni", Retention: register.Retention{Period: gdpr.Term{N: 6, Unit: gdpr.Years}, From: "esito", Series: "wb"}},
		{ID: "protocollo", Retention: register.Retention{Period: gdpr.Term{N: 6, Unit: gdpr.Years}, From: "esito"}},
	}}
	require.Equal(t, []string{
		"violation retention.plan.short [0].period", "violation retention.plan.long [1].period", "advice retention.plan.none [2].series",
	}, lines(retention.KnownPlan().Check(r.Rules())))
}

// What says nothing, or counts hours, is no rule.
func TestRulesLeftOut(t *testing.T) {
	for _, kept := range []register.Retention{
		{}, {From: "fine"}, {Period: gdpr.Term{N: 5}, From: "fine"}, {Period: gdpr.Term{Unit: gdpr.Years}, From: "fine"}, {Period: gdpr.Term{N: 2, Unit: gdpr.Years}}, {Period: gdpr.Term{N: 24, Unit: gdpr.Hours}, From: "ripresa"},
	} {
		r := register.Register{Activities: []register.Activity{{ID: "a", Retention: kept}}}
		require.Empty(t, r.Rules(), kept)
	}
}

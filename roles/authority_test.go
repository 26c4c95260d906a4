package roles_test

import (
	"encoding/json"
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleenetest"
	"github.com/b58db29f/gdpr/roles"
)

func TestAuthority(t *testing.T) {
	const y, n, u = gdpr.Yes, gdpr.No, gdpr.Unknown
	tests := []struct {
		role   roles.Role
		action roles.Action
		deleg  gdpr.Answer
		scope  gdpr.Answer
		may    gdpr.Answer
		why    gdpr.Code
		law    gdpr.Provision
	}{
		// The Mayor needs nobody's leave for what is the controller's.
		{roles.AsController, roles.ToDesignateManager, u, u, y, roles.ReasonOwnPower, "Regolamento 5(1)"},
		{roles.AsController, roles.ToNotifyBreach, u, u, y, roles.ReasonOwnPower, "Regolamento 37(3)"},
		{roles.AsController, roles.ToSetPurposes, n, n, y, roles.ReasonOwnPower, "Regolamento 4(1)"},
		// A delegate acts within a written delegation.
		{roles.AsDelegate, roles.ToDesignateManager, y, y, y, roles.ReasonDelegated, "Regolamento 4(1)"},
		{roles.AsDelegate, roles.ToDesignateManager, n, u, n, roles.ReasonNotDelegated, "Regolamento 4(1)"},
		{roles.AsDelegate, roles.ToDesignateManager, y, n, n, roles.ReasonOutOfScope, "Regolamento 5(1)"},
		{roles.AsDelegate, roles.ToDesignateManager, y, u, u, "", ""},
		{roles.AsDelegate, roles.ToDesignateManager, u, y, u, "", ""},
		// A manager acts in his own area, and names sub-managers himself.
		{roles.AsManager, roles.ToNameSubManager, u, y, y, roles.ReasonOwnPower, "Regolamento 6(1)"},
		{roles.AsManager, roles.ToNameSubManager, y, n, n, roles.ReasonOutOfScope, "Regolamento 6(1)"},
		{roles.AsManager, roles.ToNameSubManager, y, u, u, "", ""},
		{roles.AsController, roles.ToNameSubManager, y, y, n, roles.ReasonReserved, "Regolamento 6(1)"},
		{roles.AsDelegate, roles.ToNameSubManager, y, y, n, roles.ReasonReserved, "Regolamento 6(1)"},
		{roles.AsManager, roles.ToDesignateManager, y, y, n, roles.ReasonReserved, "Regolamento 5(1)"},
		{roles.AsManager, roles.ToEngageProcessor, u, y, y, roles.ReasonOwnPower, "Regolamento 7(1)"},
		{roles.AsManager, roles.ToDesignateOfficer, y, y, n, roles.ReasonReserved, "Regolamento 8(1)"},
		{roles.AsManager, roles.ToAnswerRequest, u, y, y, roles.ReasonOwnPower, "Regolamento 17(4)"},
		{roles.AsManager, roles.ToDecideRisk, y, y, n, roles.ReasonReserved, "Regolamento 37(3)"},
		// Notifying can be lent to a manager or a processor, deciding can't.
		{roles.AsManager, roles.ToNotifyBreach, y, y, y, roles.ReasonDelegated, "Regolamento 37(3)"},
		{roles.AsProcessor, roles.ToNotifyBreach, y, y, y, roles.ReasonDelegated, "Regolamento 37(3)"},
		{roles.AsProcessor, roles.ToNotifyBreach, n, y, n, roles.ReasonNotDelegated, "Regolamento 37(3)"},
		{roles.AsProcessor, roles.ToSetPurposes, y, y, n, roles.ReasonReserved, "Regolamento 4(1)"},
		{roles.AsProcessor, roles.ToAllowSubProcessor, y, y, n, roles.ReasonReserved, "GDPR 28(2)"},
		// The opinion is the officer's; the controller's decisions aren't.
		{roles.AsOfficer, roles.ToGiveOpinion, u, u, y, roles.ReasonOwnPower, "Regolamento 9(1)"},
		{roles.AsController, roles.ToGiveOpinion, y, y, n, roles.ReasonReserved, "Regolamento 9(1)"},
		{roles.AsOfficer, roles.ToAssess, y, y, n, roles.ReasonReserved, "Regolamento 28(3)"},
		{roles.AsOfficer, roles.ToNotifyBreach, y, y, n, roles.ReasonReserved, "Regolamento 37(3)"},
		{roles.AsOfficer, roles.ToConsultGarante, y, y, y, roles.ReasonDelegated, "Regolamento 28(4)"},
		{roles.AsOfficer, roles.ToKeepRegister, y, y, y, roles.ReasonDelegated, "Regolamento 16(1)"},
		{roles.AsOfficer, roles.ToKeepRegister, u, y, u, "", ""},
		// Staff and joint controllers act for themselves alone.
		{roles.AsAuthorised, roles.ToAnswerRequest, y, y, n, roles.ReasonReserved, "Regolamento 17(4)"},
		{roles.AsSubManager, roles.ToAuthoriseStaff, y, y, y, roles.ReasonDelegated, "Codice 2-quaterdecies(2)"},
		{roles.AsJointController, roles.ToNotifyBreach, y, y, n, roles.ReasonReserved, "Regolamento 37(3)"},
	}
	for _, tt := range tests {
		p, err := roles.Authority{Role: tt.role, Action: tt.action, Delegated: tt.deleg, InScope: tt.scope}.Decide()
		require.NoError(t, err)
		require.Equal(t, tt.may, p.May, "%v %v", tt.role, tt.action)
		reasons := slices.Collect(p.Reasons())
		if tt.why == "" {
			require.Empty(t, reasons)
			require.NotEmpty(t, slices.Collect(p.Missing()))
			continue
		}
		require.Equal(t, gdpr.Reason{Code: tt.why, Provision: tt.law}, reasons[0], "%v %v", tt.role, tt.action)
		require.Empty(t, slices.Collect(p.Missing()))
	}
}

func TestOutsidersMayNotDecide(t *testing.T) {
	p, err := roles.Authority{Role: roles.AsProcessor, Action: roles.ToSetPurposes}.Decide()
	require.NoError(t, err)
	require.Contains(t, slices.Collect(p.Reasons()), gdpr.Reason{Code: roles.ReasonOutsider, Provision: "GDPR 28(10)"})
	p, err = roles.Authority{Role: roles.AsOfficer, Action: roles.ToSetPurposes}.Decide()
	require.NoError(t, err)
	require.Contains(t, slices.Collect(p.Reasons()), gdpr.Reason{Code: roles.ReasonConflict, Provision: "GDPR 38(6)"})
	require.NotContains(t, slices.Collect(p.Reasons()), gdpr.Reason{Code: roles.ReasonOutsider, Provision: "GDPR 28(10)"})
}

// Every role and action, whatever is known: the decision keeps its promise, and
// reasons and questions have sentences and provisions.
func TestEveryAuthority(t *testing.T) {
	d := kleenetest.Decision[roles.Authority, gdpr.Answer]{
		Decide: func(a roles.Authority) (gdpr.Answer, bool, error) {
			p, err := a.Decide()
			return p.May, p.May.Known(), err
		},
	}
	d.Missing = func(a roles.Authority) iter.Seq[gdpr.Question] {
		p, _ := a.Decide()
		return p.Missing()
	}
	for role := roles.AsController; role <= roles.AsDelegate; role++ {
		for action := roles.ToDesignateManager; action <= roles.ToGiveOpinion; action++ {
			someone := false
			for i := range 9 {
				a := roles.Authority{Role: role, Action: action, Delegated: gdpr.Answer(i % 3), InScope: gdpr.Answer(i / 3)}
				d.Check(t, a)
				p, err := a.Decide()
				require.NoError(t, err)
				someone = someone || p.May == gdpr.Yes
				n := 0
				for r := range p.Reasons() {
					n++
					require.NotEqual(t, string(r.Code), r.Text(language.Italian))
					_, err := gdpr.ParseProvision(string(r.Provision))
					require.NoError(t, err)
				}
				require.Equal(t, p.May.Known(), n > 0, "%+v", a)
				for range p.Reasons() {
					break
				}
				for q := range p.Missing() {
					require.NotEqual(t, string(q.Code), q.Text(language.Italian))
					break
				}
			}
			if role == roles.AsController {
				require.Equal(t, action != roles.ToNameSubManager && action != roles.ToGiveOpinion, someone, action)
			}
		}
	}
}

func TestAuthorityNeedsRoleAndAction(t *testing.T) {
	for _, tt := range []struct {
		a     roles.Authority
		field string
		fault gdpr.Fault
	}{
		{roles.Authority{Action: roles.ToAssess}, "role", gdpr.FaultMissing},
		{roles.Authority{Role: 99, Action: roles.ToAssess}, "role", gdpr.FaultName},
		{roles.Authority{Role: roles.AsManager}, "action", gdpr.FaultMissing},
		{roles.Authority{Role: roles.AsManager, Action: 99}, "action", gdpr.FaultName},
	} {
		p, err := tt.a.Decide()
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, tt.field, in.Field)
		require.ErrorIs(t, err, tt.fault)
		require.Zero(t, p)
		require.Empty(t, slices.Collect(p.Reasons()))
		require.Empty(t, slices.Collect(p.Missing()))
	}
}

func TestAuthorityJSON(t *testing.T) {
	a := roles.Authority{Role: roles.AsManager, Action: roles.ToNotifyBreach, Delegated: gdpr.Yes}
	data, err := json.Marshal(a)
	require.NoError(t, err)
	require.JSONEq(t, `{"role":"manager","action":"notify_breach","delegated":true,"in_scope":null}`, string(data))
	var back roles.Authority
	require.NoError(t, json.Unmarshal(data, &back))
	require.Equal(t, a, back)
}

func TestDecisionsAllocateNothing(t *testing.T) {
	a := roles.Authority{Role: roles.AsManager, Action: roles.ToNotifyBreach, Delegated: gdpr.Yes}
	d := roles.Damage{Suffered: gdpr.Yes}
	asked := 0
	require.Zero(t, testing.AllocsPerRun(100, func() {
		power, _ := a.Decide()
		for range power.Missing() {
			asked++
		}
		for range d.Decide().Missing() {
			asked++
		}
	}))
	require.NotZero(t, asked)
}

// Without the template managers have what is lent to them in writing, and nothing
// cites it.
func TestAuthorityUnderRegimes(t *testing.T) {
	for _, r := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		for action := range roles.Action(0).Values() {
			for role := range roles.Role(0).Values() {
				power, err := roles.Authority{Regime: r, Role: role, Action: action, Delegated: gdpr.Yes, InScope: gdpr.Yes}.Decide()
				require.NoError(t, err)
				for reason := range power.Reasons() {
					require.True(t, r.Binds(reason.Provision), "%v %v %v", r, role, reason)
				}
			}
		}
		power, err := roles.Authority{Regime: r, Role: roles.AsManager, Action: roles.ToAnswerRequest, InScope: gdpr.Yes}.Decide()
		require.NoError(t, err)
		require.Equal(t, gdpr.Unknown, power.May, "was it lent to him?")
		power, err = roles.Authority{Regime: r, Role: roles.AsManager, Action: roles.ToNameSubManager, Delegated: gdpr.Yes, InScope: gdpr.Yes}.Decide()
		require.NoError(t, err)
		require.Equal(t, gdpr.Yes, power.May, "sub-delegation, where the act allows it")
		power, err = roles.Authority{Regime: r, Role: roles.AsProcessor, Action: roles.ToSetPurposes, Delegated: gdpr.Yes, InScope: gdpr.Yes}.Decide()
		require.NoError(t, err)
		require.Equal(t, gdpr.No, power.May, "GDPR 28(10)")
	}
	_, err := roles.Authority{Regime: 9, Role: roles.AsManager, Action: roles.ToAssess}.Decide()
	require.ErrorIs(t, err, gdpr.FaultName)
}

// A power that no fact can give is another's (GDPR 28(10), 38(6)): it is told as
// reserved, with the officer's conflict where it is the officer, and never as out of
// scope; and what somebody may do is told neither.
func TestReservedPowers(t *testing.T) {
	require.Empty(t, slices.Collect(roles.Power{May: gdpr.Yes}.Reasons()), "of nothing")
	for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		for role := roles.AsController; role <= roles.AsDelegate; role++ {
			for action := roles.ToDesignateManager; action <= roles.ToGiveOpinion; action++ {
				best, err := roles.Authority{Role: role, Action: action, Regime: regime, Delegated: gdpr.Yes, InScope: gdpr.Yes}.Decide()
				require.NoError(t, err)
				reserved := best.May == gdpr.No
				for i := range 9 {
					a := roles.Authority{Role: role, Action: action, Regime: regime, Delegated: gdpr.Answer(i % 3), InScope: gdpr.Answer(i / 3)}
					p, err := a.Decide()
					require.NoError(t, err)
					told := map[gdpr.Code]bool{}
					for r := range p.Reasons() {
						told[r.Code] = true
					}
					require.Equal(t, reserved, told[roles.ReasonReserved], "%+v", a)
					require.Equal(t, reserved && role == roles.AsOfficer, told[roles.ReasonConflict], "%+v", a)
					require.Equal(t, p.May == gdpr.No && !reserved && a.InScope == gdpr.No, told[roles.ReasonOutOfScope], "%+v", a)
				}
			}
		}
	}
}

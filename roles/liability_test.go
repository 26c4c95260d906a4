package roles_test

import (
	"encoding/json"
	"iter"
	"slices"
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/kleenetest"
	"github.com/b58db29f/gdpr/roles"
)

// claim is damage that an infringement caused, with nothing else to it.
var claim = roles.Damage{
	Suffered: gdpr.Yes, Infringement: gdpr.Yes, Causal: gdpr.Yes, ComuneExempt: gdpr.No,
	ManagerDefault: gdpr.No, ManagerExempt: gdpr.No, SubManagerDefault: gdpr.No,
	ManagerGrave: gdpr.Yes, ProcessorDefault: gdpr.No, ProcessorExempt: gdpr.No,
	OfficerDefault: gdpr.No, OfficerExternal: gdpr.Yes, OfficerGrave: gdpr.No, Loss: gdpr.Yes,
}

func TestLiability(t *testing.T) {
	const y, n, u = gdpr.Yes, gdpr.No, gdpr.Unknown
	type answers [5]gdpr.Answer // Comune, manager, processor; inside: manager, officer
	tests := []struct {
		name  string
		facts func(d *roles.Damage)
		want  answers
		joint gdpr.Answer
		why   []gdpr.Code // but for the last reason, which always holds
	}{
		{"damage by an infringement (41.1)", func(*roles.Damage) {}, answers{y, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonComuneLiable}},
		{"nobody suffered damage (C-300/21)", func(d *roles.Damage) { d.Suffered = n }, answers{n, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonNoClaim}},
		{"no infringement", func(d *roles.Damage) { d.Infringement = n }, answers{n, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonNoClaim}},
		{"the damage comes from elsewhere", func(d *roles.Damage) { d.Causal = n }, answers{n, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonNoClaim}},
		{"the Comune proves that it isn't imputable (41.3)", func(d *roles.Damage) { d.ComuneExempt = y }, answers{n, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonComuneExempt}},
		{"the manager's own default (41.2)", func(d *roles.Damage) { d.ManagerDefault = y }, answers{y, y, n, y, n}, y,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonManagerLiable, roles.ReasonManagerGrave, roles.ReasonJoint, roles.ReasonManagerInternal, roles.ReasonLimited}},
		{"his default without intent or gross fault (D.P.R. 3/1957 23)", func(d *roles.Damage) { d.ManagerDefault, d.ManagerGrave = y, n }, answers{y, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonManagerSlight}},
		{"it isn't known how grave", func(d *roles.Damage) { d.ManagerDefault, d.ManagerGrave = y, u }, answers{y, u, n, u, n}, u,
			[]gdpr.Code{roles.ReasonComuneLiable}},
		{"gross fault and no loss of the body (L. 20/1994 1)", func(d *roles.Damage) { d.ManagerDefault, d.Loss = y, n }, answers{y, y, n, n, n}, y,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonManagerLiable, roles.ReasonManagerGrave, roles.ReasonJoint, roles.ReasonNoLoss}},
		{"no damage, no loss: default alone makes nobody answer", func(d *roles.Damage) {
			d.Suffered, d.Infringement, d.Loss, d.ManagerDefault, d.OfficerDefault = n, n, n, y, y
		}, answers{n, n, n, n, n}, n, []gdpr.Code{roles.ReasonNoClaim, roles.ReasonNoLoss}},
		{"an officer on the staff, without gross fault", func(d *roles.Damage) { d.OfficerDefault, d.OfficerExternal = y, n }, answers{y, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonComuneLiable}},
		{"an officer on the staff, by gross fault", func(d *roles.Damage) { d.OfficerDefault, d.OfficerExternal, d.OfficerGrave = y, n, y }, answers{y, n, n, n, y}, n,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonOfficerInternal, roles.ReasonLimited}},
		{"the manager proves that it isn't imputable (41.3)", func(d *roles.Damage) { d.ManagerDefault, d.ManagerExempt = y, y }, answers{y, n, n, y, n}, n,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonManagerExempt, roles.ReasonManagerInternal, roles.ReasonLimited}},
		{"the Comune exempt, the manager not", func(d *roles.Damage) { d.ComuneExempt, d.ManagerDefault = y, y }, answers{n, y, n, y, n}, n,
			[]gdpr.Code{roles.ReasonComuneExempt, roles.ReasonManagerLiable, roles.ReasonManagerGrave, roles.ReasonManagerInternal, roles.ReasonLimited}},
		{"a sub-manager's default without one of his manager (6.3)", func(d *roles.Damage) { d.SubManagerDefault = y }, answers{y, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonManagerAnswersFor}},
		{"a processor's default (82.2)", func(d *roles.Damage) { d.ProcessorDefault = y }, answers{y, n, y, n, n}, y,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonProcessorLiable, roles.ReasonJoint}},
		{"a processor in no way responsible (82.3)", func(d *roles.Damage) { d.ProcessorDefault, d.ProcessorExempt = y, y }, answers{y, n, n, n, n}, n,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonProcessorExempt}},
		{"the officer's default: to the Comune alone (41.5)", func(d *roles.Damage) { d.OfficerDefault = y }, answers{y, n, n, n, y}, n,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonOfficerContract}},
		{"all at fault", func(d *roles.Damage) {
			d.ManagerDefault, d.SubManagerDefault, d.ProcessorDefault, d.OfficerDefault = y, y, y, y
		},
			answers{y, y, y, y, y}, y,
			[]gdpr.Code{roles.ReasonComuneLiable, roles.ReasonManagerLiable, roles.ReasonManagerGrave, roles.ReasonProcessorLiable, roles.ReasonJoint,
				roles.ReasonManagerInternal, roles.ReasonManagerAnswersFor, roles.ReasonOfficerContract, roles.ReasonLimited}},
		{"nothing known", func(d *roles.Damage) { *d = roles.Damage{} }, answers{u, u, u, u, u}, u, nil},
		{"nothing but that nobody suffered", func(d *roles.Damage) { *d = roles.Damage{Suffered: n} }, answers{n, n, n, u, u}, n,
			[]gdpr.Code{roles.ReasonNoClaim}},
	}
	for _, tt := range tests {
		d := claim
		tt.facts(&d)
		l := d.Decide()
		require.Equal(t, tt.want, answers{l.Comune, l.Manager, l.Processor, l.ManagerInternal, l.OfficerInternal}, tt.name)
		require.Equal(t, tt.joint, l.Joint(), tt.name)
		var why []gdpr.Code
		for r := range l.Reasons() {
			why = append(why, r.Code)
			require.NotEqual(t, string(r.Code), r.Text(language.Italian))
			_, err := gdpr.ParseProvision(string(r.Provision))
			require.NoError(t, err)
		}
		require.Equal(t, append(tt.why, roles.ReasonOfficerNever), why, tt.name)
		require.Equal(t, l.Decided(), len(slices.Collect(l.Missing())) == 0, tt.name)
	}
}

// outcome is the decision without the facts that it keeps.
func outcome(d roles.Damage) ([5]gdpr.Answer, bool, error) {
	l := d.Decide()
	return [5]gdpr.Answer{l.Comune, l.Manager, l.Processor, l.ManagerInternal, l.OfficerInternal}, l.Decided(), nil
}

var liability = kleenetest.Decision[roles.Damage, [5]gdpr.Answer]{
	Decide:  outcome,
	Missing: func(d roles.Damage) iter.Seq[gdpr.Question] { return d.Decide().Missing() },
}

func TestLiabilityKeepsItsPromise(t *testing.T) {
	liability.Check(t, roles.Damage{})
	for seed := range uint64(2000) {
		d := claim
		kleenetest.Partial(&d, seed, int(seed%8))
		liability.Check(t, d)
	}
	for q := range (roles.Damage{}).Decide().Missing() {
		require.NotEqual(t, string(q.Code), q.Text(language.English))
	}
	for range claim.Decide().Reasons() {
		break
	}
	for range (roles.Damage{}).Decide().Missing() {
		break
	}
}

// Under a regime nobody answers by the law of another, and no reason cites it.
func TestLiabilityUnderRegimes(t *testing.T) {
	d := claim
	d.ManagerDefault, d.SubManagerDefault, d.OfficerDefault, d.OfficerGrave, d.ProcessorDefault = gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes, gdpr.Yes
	for regime, manager := range map[gdpr.Regime]gdpr.Answer{gdpr.Template: gdpr.Yes, gdpr.PublicLaw: gdpr.Yes, gdpr.ItalianLaw: gdpr.No, gdpr.UnionLaw: gdpr.No} {
		d.Regime = regime
		l := d.Decide()
		require.Equal(t, manager, l.Manager, regime)
		require.Equal(t, manager, l.ManagerInternal, regime)
		require.Equal(t, gdpr.Yes, l.OfficerInternal, "%v: an outsider, by the contract", regime)
		require.Equal(t, gdpr.Yes, l.Comune, regime)
		n := 0
		for r := range l.Reasons() {
			n++
			require.True(t, regime.Binds(r.Provision), "%v: %v", regime, r)
		}
		require.Greater(t, n, 3)
		d := roles.Damage{Regime: regime}
		liability.Check(t, d)
	}
}

// The limits are those of the day of the decision: in force since 22 January 2026.
func TestLiabilityByDay(t *testing.T) {
	d := claim
	d.ManagerDefault = gdpr.Yes
	for on, limited := range map[date.Date]bool{date.New(2018, 5, 25): false, date.New(2026, 1, 21): false, date.New(2026, 1, 22): true, date.New(2035, 1, 1): true, 0: true} {
		d.On = on
		found := false
		for r := range d.Decide().Reasons() {
			found = found || r.Code == roles.ReasonLimited
		}
		require.Equal(t, limited, found, on)
	}
}

func TestLiabilityJSON(t *testing.T) {
	data, err := json.Marshal(claim.Decide())
	require.NoError(t, err)
	require.JSONEq(t, `{"comune":true,"manager":false,"processor":false,"manager_internal":false,"officer_internal":false}`, string(data))
}

func FuzzLiability(f *testing.F) {
	f.Add(uint64(0))
	f.Add(uint64(12345))
	f.Fuzz(func(t *testing.T, seed uint64) {
		var d roles.Damage
		kleenetest.Fill(&d, seed)
		liability.Check(t, d)
		if l := d.Decide(); l.Comune == gdpr.No && l.Joint() == gdpr.Yes && l.Processor != gdpr.Yes {
			t.Errorf("%+v: jointly liable with nobody", d)
		}
	})
}

// Why a manager or a processor doesn't answer to the injured person is told where
// there is a claim, their default is sure, and their regime has the rule: slight fault
// (D.P.R. 3/1957 23), proof of the template (Regolamento 41(3)) or of GDPR 82(3).
func TestLiabilityExemptions(t *testing.T) {
	for _, regime := range []gdpr.Regime{gdpr.Template, gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		for i := range 27 {
			default_, fault, exempt := gdpr.Answer(i%3), gdpr.Answer(i/3%3), gdpr.Answer(i/9)
			for _, infringed := range []gdpr.Answer{gdpr.Yes, gdpr.Unknown, gdpr.No} {
				d := claim
				d.Regime, d.Infringement = regime, infringed
				d.ManagerDefault, d.ManagerGrave, d.ManagerExempt = default_, fault, exempt
				d.ProcessorDefault, d.ProcessorExempt = default_, exempt
				told := map[gdpr.Code]bool{}
				for r := range d.Decide().Reasons() {
					told[r.Code] = true
				}
				sure := infringed == gdpr.Yes && default_ == gdpr.Yes
				require.Equal(t, sure && regime.Has(gdpr.PublicLaw) && fault == gdpr.No, told[roles.ReasonManagerSlight], "%+v", d)
				require.Equal(t, sure && regime == gdpr.Template && exempt == gdpr.Yes, told[roles.ReasonManagerExempt], "%+v", d)
				require.Equal(t, sure && exempt == gdpr.Yes, told[roles.ReasonProcessorExempt], "%+v", d)
			}
		}
	}
}

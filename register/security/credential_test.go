package security_test

import (
	"testing"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/security"
)

func credential() security.Credential {
	return security.Credential{ID: "bneri", Length: 16, Issued: day(2026, 1, 7), Used: day(2026, 11, 20), Changed: day(2026, 8, 31)}
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*security.Credential)
		on     date.Date
		want   security.Condition
	}{
		{"valid", func(*security.Credential) {}, today, security.Valid},
		{"disabled", func(c *security.Credential) { c.Disabled = today }, today, security.Disabled},
		{"disabled from tomorrow", func(c *security.Credential) { c.Disabled = today + 1 }, today, security.Valid},
		{"role lost", func(c *security.Credential) { c.Lost = today }, today, security.Lost},
		{"role lost from tomorrow", func(c *security.Credential) { c.Lost = today + 1 }, today, security.Valid},
		{"lost before disused", func(c *security.Credential) { c.Lost, c.Used = today, c.Issued }, today, security.Lost},
		{"last day of six months without use", func(c *security.Credential) { c.Used = day(2026, 5, 22) }, today, security.Valid},
		{"over six months without use", func(c *security.Credential) { c.Used = day(2026, 5, 21) }, today, security.Disused},
		{"never used, six months after its issue", func(c *security.Credential) { c.Issued, c.Used, c.Changed = day(2026, 5, 22), 0, 0 }, today, security.Fresh},
		{"never used, a day later", func(c *security.Credential) { c.Issued, c.Used, c.Changed = day(2026, 5, 21), 0, 0 }, today, security.Disused},
		{"used and never changed", func(c *security.Credential) { c.Changed = 0 }, today, security.Unchanged},
		{"issued and used today, not changed", func(c *security.Credential) { c.Issued, c.Used, c.Changed = today, today, 0 }, today, security.Unchanged},
		{"six months since the change, to the day", func(*security.Credential) {}, day(2027, 2, 28), security.Valid},
		{"and a day later", func(*security.Credential) {}, day(2027, 3, 1), security.Outdated},
		{"changed on its issue, as at first use", func(c *security.Credential) { c.Issued, c.Used, c.Changed = today, today, today }, today, security.Valid},
	} {
		cr := credential()
		c.change(&cr)
		s, err := cr.Status(c.on, security.Policy{})
		require.NoError(t, err, c.name)
		require.Equal(t, c.want, s.Condition, c.name)
		require.Equal(t, c.want == security.Disabled, s.Disuse.IsZero(), c.name)
		require.Equal(t, c.want == security.Disabled || cr.Changed == 0, s.Change.IsZero(), c.name)
	}
}

func TestStatusDates(t *testing.T) {
	s, err := credential().Status(today, security.Policy{})
	require.NoError(t, err)
	require.Equal(t, day(2027, 2, 28), s.Change.Due, "31 August and six months; a Sunday, and it doesn't move")
	require.Equal(t, gdpr.Clamped, s.Change.Steps)
	require.Equal(t, s.Change.Due, s.Change.Safe)
	require.Equal(t, day(2027, 5, 20), s.Disuse.Due)
	require.Equal(t, gdpr.Provision("Regolamento 30(1)"), s.Disuse.Provision)

	s, err = credential().Status(today, security.Policy{ChangeMonths: 3, DisuseMonths: 1})
	require.NoError(t, err)
	require.Equal(t, day(2026, 11, 30), s.Change.Due)
	require.Equal(t, day(2026, 12, 20), s.Disuse.Due)
}

func TestLength(t *testing.T) {
	for _, c := range []struct {
		limit, policy, want int
	}{{0, 0, 8}, {6, 0, 6}, {8, 0, 8}, {20, 0, 8}, {0, 12, 12}, {10, 12, 10}} {
		cr := credential()
		cr.Limit = c.limit
		s, err := cr.Status(today, security.Policy{MinLength: c.policy})
		require.NoError(t, err)
		require.Equal(t, c.want, s.Length)
	}
}

func TestStatusErrors(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*security.Credential)
		fault  gdpr.Fault
		field  string
	}{
		{"no issue", func(c *security.Credential) { c.Issued = 0 }, gdpr.FaultMissing, "issued"},
		{"used before", func(c *security.Credential) { c.Used = c.Issued - 1 }, gdpr.FaultOrder, "used"},
		{"changed before", func(c *security.Credential) { c.Changed = c.Issued - 1 }, gdpr.FaultOrder, "changed"},
		{"disabled before", func(c *security.Credential) { c.Disabled = c.Issued - 1 }, gdpr.FaultOrder, "disabled"},
		{"issued later", func(c *security.Credential) { c.Issued = today + 1 }, gdpr.FaultOrder, "on"},
		{"used later", func(c *security.Credential) { c.Used = today + 1 }, gdpr.FaultOrder, "on"},
		{"changed later", func(c *security.Credential) { c.Changed = today + 1 }, gdpr.FaultOrder, "on"},
		{"length", func(c *security.Credential) { c.Length = -1 }, gdpr.FaultRange, "length"},
		{"limit", func(c *security.Credential) { c.Limit = -1 }, gdpr.FaultRange, "limit"},
		{"before the year 1", func(c *security.Credential) { c.Issued, c.Used, c.Changed = -9, -8, -7 }, gdpr.FaultRange, "used.event"},
		{"before the year 1, used now", func(c *security.Credential) { c.Issued, c.Changed = -9, -7 }, gdpr.FaultRange, "changed.event"},
	} {
		cr := credential()
		c.change(&cr)
		_, err := cr.Status(today, security.Policy{})
		require.ErrorIs(t, err, c.fault, c.name)
		var in *gdpr.InputError
		require.ErrorAs(t, err, &in)
		require.Equal(t, c.field, in.Field, c.name)
		_, err = security.Check([]security.Credential{credential(), cr}, today, security.Policy{})
		require.ErrorContains(t, err, "[1]."+c.field)
	}
}

func TestCheckCredentials(t *testing.T) {
	require.Empty(t, func() gdpr.Findings {
		fs, err := security.Check([]security.Credential{credential()}, today, security.Policy{})
		require.NoError(t, err)
		return fs
	}())
	for _, c := range []struct {
		name   string
		change func(*security.Credential)
		code   gdpr.Code
		where  string
		weight gdpr.Severity
	}{
		{"seven characters", func(c *security.Credential) { c.Length = 7 }, security.CodeCredentialShort, "[1].length", gdpr.Violation},
		{"not known", func(c *security.Credential) { c.Length = 0 }, security.CodeCredentialLength, "[1].length", gdpr.Warning},
		{"eight characters: lawful, and short by today's practice", func(c *security.Credential) { c.Length = 8 }, security.CodeCredentialModern, "[1].length", gdpr.Advice},
		{"fourteen", func(c *security.Credential) { c.Length = 14 }, security.CodeCredentialModern, "[1].length", gdpr.Advice},
		{"never changed", func(c *security.Credential) { c.Changed = 0 }, security.CodeCredentialUnchanged, "[1].changed", gdpr.Violation},
		{"outdated", func(c *security.Credential) { c.Changed = day(2026, 5, 21) }, security.CodeCredentialOutdated, "[1].changed", gdpr.Violation},
		{"disused", func(c *security.Credential) { c.Used = day(2026, 5, 21) }, security.CodeCredentialDisused, "[1].used", gdpr.Violation},
		{"lost, whatever its length", func(c *security.Credential) { c.Lost, c.Length = day(2026, 9, 1), 3 }, security.CodeCredentialLost, "[1].lost", gdpr.Violation},
		{"used though disabled", func(c *security.Credential) { c.Disabled = c.Used - 1 }, security.CodeCredentialAlive, "[1].disabled", gdpr.Violation},
	} {
		cr := credential()
		c.change(&cr)
		fs, err := security.Check([]security.Credential{credential(), cr}, today, security.Policy{})
		require.NoError(t, err)
		require.Len(t, fs, 1, c.name)
		require.Equal(t, c.code, fs[0].Code, c.name)
		require.Equal(t, c.where, fs[0].Where, c.name)
		require.Equal(t, c.weight, fs[0].Severity, c.name)
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.Contains(t, fs[0].Message(tag), "bneri: ")
			require.NotContains(t, fs[0].Message(tag), "%!")
		}
	}
	for name, change := range map[string]func(*security.Credential){
		"the tool allows six":  func(c *security.Credential) { c.Length, c.Limit, c.SecondFactor = 6, 6, gdpr.Yes },
		"fifteen":              func(c *security.Credential) { c.Length = 15 },
		"eight and a second":   func(c *security.Credential) { c.Length, c.SecondFactor = 8, gdpr.Yes },
		"disabled, and lost":   func(c *security.Credential) { c.Length, c.Lost, c.Disabled = 1, c.Used, c.Used },
		"fresh, never changed": func(c *security.Credential) { c.Issued, c.Used, c.Changed = today, 0, 0 },
	} {
		cr := credential()
		change(&cr)
		fs, err := security.Check([]security.Credential{cr}, today, security.Policy{})
		require.NoError(t, err)
		require.Empty(t, fs, name)
	}
}

// What breaks the body's own figure alone is advice by its own rule; without the
// template nothing lapses but by such figures, and no change is forced.
func TestOwnFigures(t *testing.T) {
	own := security.Policy{MinLength: 20, ChangeMonths: 1, DisuseMonths: 1, By: "Own 12(2)"}
	for _, c := range []struct {
		name   string
		change func(*security.Credential)
		p      security.Policy
		code   gdpr.Code
		weight gdpr.Severity
		law    []gdpr.Provision
	}{
		{"own length", func(c *security.Credential) { c.Changed = today }, own, security.CodeCredentialShort, gdpr.Advice, []gdpr.Provision{"Own 12(2)"}},
		{"own change, six months not over", func(c *security.Credential) { c.Length = 20 }, own, security.CodeCredentialOutdated, gdpr.Advice, []gdpr.Provision{"Own 12(2)"}},
		{"six months over too", func(c *security.Credential) { c.Length, c.Changed = 20, day(2026, 5, 21) }, own, security.CodeCredentialOutdated, gdpr.Violation, []gdpr.Provision{"Regolamento 30(1)"}},
		{"own disuse", func(c *security.Credential) { c.Used = day(2026, 9, 1) }, own, security.CodeCredentialDisused, gdpr.Advice, []gdpr.Provision{"Own 12(2)"}},
		{"a year by the Comune's choice: the regulation's six months hold", func(c *security.Credential) { c.Changed = day(2026, 5, 21) }, security.Policy{ChangeMonths: 12}, security.CodeCredentialOutdated, gdpr.Violation, []gdpr.Provision{"Regolamento 30(1)"}},
		{"without the template, a role lost", func(c *security.Credential) { c.Lost = today }, security.Policy{Regime: gdpr.ItalianLaw}, security.CodeCredentialLost, gdpr.Violation, []gdpr.Provision{"GDPR 32(1)(b)"}},
		{"without the template, own three months", func(c *security.Credential) { c.Changed = day(2026, 8, 20) }, security.Policy{Regime: gdpr.UnionLaw, ChangeMonths: 3, By: "Own 4(1)"}, security.CodeCredentialOutdated, gdpr.Advice, []gdpr.Provision{"Own 4(1)"}},
		{"without the template, own three months, and years over", func(c *security.Credential) { c.Issued, c.Changed = day(2024, 1, 8), day(2025, 8, 20) }, security.Policy{Regime: gdpr.UnionLaw, ChangeMonths: 3, By: "Own 4(1)"}, security.CodeCredentialOutdated, gdpr.Advice, []gdpr.Provision{"Own 4(1)"}},
		{"six months by the Comune's own rules: they are the regulation's", func(c *security.Credential) { c.Changed = day(2026, 5, 21) }, security.Policy{ChangeMonths: 6, By: "Own 12(2)"}, security.CodeCredentialOutdated, gdpr.Violation, []gdpr.Provision{"Regolamento 30(1)"}},
		{"seven characters beside a second factor", func(c *security.Credential) { c.Length, c.SecondFactor = 7, gdpr.Yes }, security.Policy{Regime: gdpr.UnionLaw}, security.CodeCredentialModern, gdpr.Advice, []gdpr.Provision{"NIST SP 800-63B section 3.1.1.2"}},
	} {
		cr := credential()
		c.change(&cr)
		fs, err := security.Check([]security.Credential{cr}, today, c.p)
		require.NoError(t, err)
		require.Len(t, fs, 1, c.name)
		require.Equal(t, c.code, fs[0].Code, c.name)
		require.Equal(t, c.weight, fs[0].Severity, c.name)
		require.Equal(t, c.law, fs[0].Provisions, c.name)
	}
	old := security.Credential{ID: "x", Length: 16, Issued: day(2020, 1, 7), Used: day(2021, 1, 7)}
	for _, r := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		s, err := old.Status(today, security.Policy{Regime: r, NoChange: true, ChangeMonths: 3})
		require.NoError(t, err)
		require.Equal(t, security.Status{Condition: security.Valid}, s, "long, never changed: NIST's way")
		fs, err := security.Check([]security.Credential{old}, today, security.Policy{Regime: r, NoChange: true})
		require.NoError(t, err)
		require.Empty(t, fs)
	}
}

// Where the months are written: in the regulation, if they are its six or nothing else
// is named; in the body's own rule otherwise.
func TestWhereTheMonthsAreWritten(t *testing.T) {
	for _, c := range []struct {
		p   security.Policy
		law gdpr.Provision
	}{
		{security.Policy{}, "Regolamento 30(1)"},
		{security.Policy{ChangeMonths: 6, By: "Own 12(2)"}, "Regolamento 30(1)"},
		{security.Policy{ChangeMonths: 5}, "Regolamento 30(1)"},
		{security.Policy{ChangeMonths: 5, By: "Own 12(2)"}, "Own 12(2)"},
		{security.Policy{Regime: gdpr.UnionLaw, ChangeMonths: 5, By: "Own 12(2)"}, "Own 12(2)"},
		{security.Policy{Regime: gdpr.UnionLaw, ChangeMonths: 5}, ""},
	} {
		s, err := credential().Status(today, c.p)
		require.NoError(t, err)
		require.Equal(t, c.law, s.Change.Provision, "%+v", c.p)
	}
	c := credential()
	c.Disabled = c.Issued
	_, err := c.Status(today, security.Policy{})
	require.NoError(t, err, "disabled on the day on which it was issued")
}

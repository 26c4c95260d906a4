package security_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/security"
)

func day(year int, month time.Month, d int) date.Date { return date.New(year, month, d) }

var today = day(2026, 11, 22)

// whole is a checklist with nothing to find.
func whole() security.Checklist {
	c := security.Checklist{Paper: gdpr.Yes, Video: gdpr.Yes}
	for m := range security.Measures() {
		c.Entries = append(c.Entries, security.Entry{Measure: m, State: security.Adopted, Since: day(2026, 6, 1), Evidence: "D.G.C. 31/2026"})
	}
	c.Installations = []security.Installation{{System: "firewall", Installer: "Sicura S.r.l.", Done: day(2026, 5, 1), Stated: day(2026, 5, 2), Describes: true, Conforms: true}}
	return c
}

func check(t testing.TB, c security.Checklist) gdpr.Findings {
	fs, err := c.Check(today, security.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	return fs
}

func TestWholeChecklist(t *testing.T) {
	require.Empty(t, check(t, whole()))
	list := whole()
	list.Entries[0].Reviewed, list.Entries[0].Since = today, today
	list.Installations[0].Stated = list.Installations[0].Done
	require.Empty(t, check(t, list), "reviewed today, stated on the day of the work")
}

// TestEachMeasure: each measure that isn't there is found under its own name, by
// the place in the law that asks for it, whether it has no entry or one that
// says so.
func TestEachMeasure(t *testing.T) {
	// commas of the regulation by measure, read in its arts. 30 to 32; the last two are of the GDPR alone
	commas := strings.Fields("30(1) 30(1) 30(1) 30(1) 30(1) 30(1) 30(1) 30(1) 30(1) 30(1) 30(1) 30(2) 30(3) " +
		"31(1) 31(2) 31(3) 31(4) 32(1) 32(1) 32(2) 32(2) 32(2) 32(3) 32(3) 32(3) 32(3) 32(4) 32(4)")
	i := 0
	for m := range security.Measures() {
		require.Equal(t, i+1, int(m))
		without := whole()
		without.Entries = slices.Delete(without.Entries, i, i+1)
		weight := gdpr.Violation
		if i < len(commas) {
			require.Contains(t, m.Provisions(), gdpr.Provision("Regolamento "+commas[i]), m)
		} else {
			weight = gdpr.Warning
			require.Equal(t, "GDPR", m.Provisions()[0].Act())
		}
		for _, p := range m.Provisions() {
			_, err := gdpr.ParseProvision(string(p))
			require.NoError(t, err)
		}
		code := gdpr.Code("security.missing." + strings.ReplaceAll(m.String(), "_", "-"))
		want := gdpr.Finding{Code: code, Severity: weight, Where: "entries", Provisions: m.Provisions()}
		require.Equal(t, gdpr.Findings{want}, check(t, without), m)
		require.NotContains(t, want.Message(language.Italian), "security.")
		require.NotEqual(t, want.Message(language.Italian), want.Message(language.English))

		for _, s := range []security.State{0, security.Absent} {
			absent := whole()
			absent.Entries[i].State = s
			want.Where = "entries[" + strconv.Itoa(i) + "].state"
			require.Equal(t, gdpr.Findings{want}, check(t, absent), m)
		}
		i++
	}
	require.Equal(t, 30, i)
	for range security.Measures() {
		break
	}
	require.Nil(t, security.Measure(0).Provisions())
	require.Nil(t, security.Measure(31).Provisions())
	require.False(t, security.Measure(31).Conditional())
}

func TestPlanned(t *testing.T) {
	for _, c := range []struct {
		by     date.Date
		weight gdpr.Severity
	}{{today + 1, gdpr.Warning}, {today, gdpr.Warning}, {today - 1, gdpr.Violation}, {0, gdpr.Violation}} {
		list := whole()
		list.Entries[7].State, list.Entries[7].Since = security.Planned, c.by
		fs := check(t, list)
		require.Len(t, fs, 1)
		require.Equal(t, gdpr.Code("security.missing.firewall"), fs[0].Code)
		require.Equal(t, c.weight, fs[0].Severity)
	}
}

func TestExcluded(t *testing.T) {
	conditional := 0
	for m := range security.Measures() {
		list := whole()
		e := &list.Entries[m-1]
		e.State, e.Reason = security.Excluded, "no networked cameras"
		fs := check(t, list)
		if m.Conditional() {
			conditional++
			require.Empty(t, fs, m)
			e.Reason = " "
			fs = check(t, list)
			require.Len(t, fs, 1)
			require.Equal(t, security.CodeEntryReason, fs[0].Code)
			continue
		}
		require.Len(t, fs, 1, m)
		require.Equal(t, security.CodeEntryExcluded, fs[0].Code, m)
	}
	require.Equal(t, 9, conditional)
}

func TestScope(t *testing.T) {
	electronic := func(paper, video gdpr.Answer) security.Checklist {
		c := security.Checklist{Paper: paper, Video: video}
		for _, e := range whole().Entries {
			if e.Measure <= security.InstallerStatement || e.Measure >= security.Encryption {
				c.Entries = append(c.Entries, e)
			}
		}
		return c
	}
	require.Empty(t, check(t, electronic(gdpr.No, gdpr.No)), "no paper and no video: nothing of them is asked")
	for _, c := range []struct {
		paper, video gdpr.Answer
		found        int
		weight       gdpr.Severity
		code         gdpr.Code
	}{
		{gdpr.Yes, gdpr.No, 4, gdpr.Violation, ""},
		{gdpr.No, gdpr.Yes, 11, gdpr.Violation, ""},
		{gdpr.Unknown, gdpr.No, 5, gdpr.Warning, security.CodePaperUnknown},
		{gdpr.No, gdpr.Unknown, 12, gdpr.Warning, security.CodeVideoUnknown},
	} {
		fs := check(t, electronic(c.paper, c.video))
		require.Len(t, fs, c.found)
		for _, f := range fs {
			require.Equal(t, c.weight, f.Severity)
		}
		if c.code != "" {
			require.Equal(t, c.code, fs[0].Code)
		}
	}
	require.Len(t, check(t, security.Checklist{}), 32, "nothing known: thirty measures and two questions")
}

func TestEntries(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*security.Checklist)
		code   gdpr.Code
		where  string
		weight gdpr.Severity
	}{
		{"no date", func(c *security.Checklist) { c.Entries[7].Since = 0 }, security.CodeEntryUndated, "entries[7].since", gdpr.Warning},
		{"future", func(c *security.Checklist) { c.Entries[7].Since = today + 1 }, security.CodeEntryFuture, "entries[7].since", gdpr.Warning},
		{"no evidence", func(c *security.Checklist) { c.Entries[7].Evidence = "" }, security.CodeEntryEvidence, "entries[7].evidence", gdpr.Advice},
		{"twice", func(c *security.Checklist) { c.Entries = append(c.Entries, c.Entries[3]) }, security.CodeEntryDuplicate, "entries[30]", gdpr.Warning},
		{"no measure", func(c *security.Checklist) { c.Entries = append(c.Entries, security.Entry{}) }, security.CodeEntryMeasure, "entries[30].measure", gdpr.Warning},
		{"unknown measure", func(c *security.Checklist) { c.Entries = append(c.Entries, security.Entry{Measure: 31}) }, security.CodeEntryMeasure, "entries[30].measure", gdpr.Warning},
		{"antivirus without a date", func(c *security.Checklist) { c.Entries[4].Since = 0 }, security.CodeEntryUndated, "entries[4].since", gdpr.Warning},
		{"installer", func(c *security.Checklist) { c.Installations[0].Installer = "" }, security.CodeInstallationWho, "installations[0].installer", gdpr.Warning},
		{"statement", func(c *security.Checklist) { c.Installations[0].Stated = 0 }, security.CodeInstallationStatement, "installations[0].stated", gdpr.Violation},
		{"statement before the work", func(c *security.Checklist) { c.Installations[0].Stated = c.Installations[0].Done - 1 }, security.CodeInstallationEarly, "installations[0].stated", gdpr.Warning},
		{"reviewed in the future", func(c *security.Checklist) { c.Entries[4].Reviewed = today + 1 }, security.CodeEntryFuture, "entries[4].reviewed", gdpr.Warning},
		{"description", func(c *security.Checklist) { c.Installations[0].Describes = false }, security.CodeInstallationDescribes, "installations[0].describes", gdpr.Violation},
		{"conformity", func(c *security.Checklist) { c.Installations[0].Conforms = false }, security.CodeInstallationConforms, "installations[0].conforms", gdpr.Violation},
	} {
		list := whole()
		c.change(&list)
		fs := check(t, list)
		require.Len(t, fs, 1, c.name)
		require.Equal(t, c.code, fs[0].Code, c.name)
		require.Equal(t, c.where, fs[0].Where, c.name)
		require.Equal(t, c.weight, fs[0].Severity, c.name)
		require.NotEmpty(t, fs[0].Provisions, c.name)
		for _, tag := range []language.Tag{language.Italian, language.English} {
			require.NotContains(t, fs[0].Message(tag), "security.", c.name)
		}
	}
}

func TestAntivirusReview(t *testing.T) {
	e := security.Entry{Measure: security.Antivirus, State: security.Adopted, Since: day(2025, 1, 7), Reviewed: day(2026, 6, 4)}
	d, err := e.NextReview(security.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, day(2026, 12, 4), d.Due)
	require.Equal(t, gdpr.Provision("Regolamento 30(1)"), d.Provision)

	e.Reviewed = 0
	d, err = e.NextReview(security.Policy{AntivirusMonths: 3}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, day(2025, 4, 7), d.Due, "counted from the adoption")

	e.Reviewed = day(2026, 6, 26)
	d, err = e.NextReview(security.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, day(2026, 12, 26), d.Safe)
	require.Equal(t, day(2026, 12, 28), d.Due, "Saint Stephen, then a Sunday")

	for name, none := range map[string]security.Entry{
		"firewall": {Measure: security.Firewall, State: security.Adopted, Since: today},
		"planned":  {Measure: security.Antivirus, State: security.Planned, Since: today},
		"no date":  {Measure: security.Antivirus, State: security.Adopted},
	} {
		d, err = none.NextReview(security.Policy{}, gdpr.Italy())
		require.NoError(t, err, name)
		require.True(t, d.IsZero(), name)
	}

	list := whole()
	list.Entries[4].Reviewed = day(2026, 5, 22)
	list.Entries[4].Since = day(2020, 5, 22)
	for _, c := range []struct {
		on   date.Date
		late bool
	}{{day(2026, 11, 23), false}, {day(2026, 11, 24), true}} { // 22 November 2026 is a Sunday
		fs, err := list.Check(c.on, security.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, c.late, fs.Has(security.CodeAntivirusReview))
	}
	fs, err := list.Check(today, security.Policy{AntivirusMonths: 1}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, "1 finding\n  advice entries[4].reviewed: the antivirus wasn't reviewed in the last month (1) [security.review.antivirus]", fs.String(), "the Comune's own month: the regulation's six aren't over")

	for on, weight := range map[date.Date]gdpr.Severity{day(2026, 11, 23): gdpr.Advice, day(2026, 11, 24): gdpr.Violation} {
		fs, err := list.Check(on, security.Policy{AntivirusMonths: 1}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, weight, fs.Worst(), "the last day of the regulation's six is one of them: %s", on)
	}

	list.Entries[4].Reviewed = day(9999, 12, 1)
	_, err = list.Check(today, security.Policy{}, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultRange)
	require.ErrorContains(t, err, "entries[4].reviewed")
}

// A Saturday doesn't move an Italian term (c.c. 2963; time limits of the Codice civile).
func TestAntivirusReviewOnASaturday(t *testing.T) {
	e := security.Entry{Measure: security.Antivirus, State: security.Adopted, Since: day(2026, 3, 5)}
	d, err := e.NextReview(security.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, day(2026, 9, 5), d.Due)
}

// A figure that a body chose is a finding where the template's is stricter, and
// never an error; without the template it is its own.
func TestPolicy(t *testing.T) {
	for _, c := range []struct {
		p     security.Policy
		code  gdpr.Code
		where string
	}{
		{security.Policy{MinLength: 7}, security.CodePolicyLength, "policy.min_length"},
		{security.Policy{ChangeMonths: 7}, security.CodePolicyChange, "policy.change_months"},
		{security.Policy{NoChange: true}, security.CodePolicyChange, "policy.change_months"},
		{security.Policy{DisuseMonths: 12}, security.CodePolicyDisuse, "policy.disuse_months"},
		{security.Policy{AntivirusMonths: 12}, security.CodePolicyAntivirus, "policy.antivirus_months"},
	} {
		fs, err := c.p.Check()
		require.NoError(t, err)
		want := gdpr.Findings{{Code: c.code, Severity: gdpr.Violation, Where: c.where, Provisions: []gdpr.Provision{"Regolamento 30(1)"}, Args: fs[0].Args}}
		require.Equal(t, want, fs)
		require.NotContains(t, fs[0].Message(language.Italian), "%!")
		list := whole()
		found, err := list.Check(today, c.p, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, fs, found)
		for _, r := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
			c.p.Regime = r
			fs, err := c.p.Check()
			require.NoError(t, err)
			require.Empty(t, fs)
		}
	}
	for field, p := range map[string]security.Policy{
		"policy.min_length": {MinLength: -1}, "policy.change_months": {ChangeMonths: -1},
		"policy.disuse_months": {DisuseMonths: -1}, "policy.antivirus_months": {AntivirusMonths: -1},
	} {
		_, err := p.Check()
		require.ErrorIs(t, err, gdpr.FaultRange)
		require.ErrorContains(t, err, field)
		list := whole()
		_, err = list.Check(today, p, gdpr.Italy())
		require.ErrorIs(t, err, gdpr.FaultRange)
		_, err = list.Entries[4].NextReview(p, gdpr.Italy())
		require.ErrorIs(t, err, gdpr.FaultRange)
		_, err = security.Check([]security.Credential{{Issued: 1}}, today, p)
		require.ErrorIs(t, err, gdpr.FaultRange)
	}
	_, err := security.Policy{Regime: 9}.Check()
	require.ErrorIs(t, err, gdpr.FaultName)
	for _, p := range []security.Policy{{MinLength: 64, ChangeMonths: 6, DisuseMonths: 6, AntivirusMonths: 6}, {MinLength: 8, ChangeMonths: 1, DisuseMonths: 1, AntivirusMonths: 1}} {
		fs, err := p.Check()
		require.NoError(t, err)
		require.Empty(t, fs)
	}
}

// firm is the checklist of a body that chose its measures by the risk, as GDPR 32
// asks: what that article names, no passwords changed at intervals, fire
// protection and video not at all.
func firm() security.Checklist {
	c := security.Checklist{Paper: gdpr.No, Video: gdpr.No}
	for _, m := range []security.Measure{security.Pseudonymisation, security.Backup, security.Restore, security.RegularTesting, security.Firewall} {
		c.Entries = append(c.Entries, security.Entry{Measure: m, State: security.Adopted, Since: day(2026, 6, 1), Evidence: "verbale"})
	}
	c.Entries = append(c.Entries, security.Entry{Measure: security.Encryption, State: security.Excluded, Reason: "dati pubblici"},
		security.Entry{Measure: security.PasswordChange, State: security.Absent})
	return c
}

func TestChecklistUnderRegimes(t *testing.T) {
	for _, r := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		list := firm()
		fs, err := list.Check(today, security.Policy{Regime: r, NoChange: true, MinLength: 16}, gdpr.Italy())
		require.NoError(t, err)
		require.Empty(t, fs, r)
		list = security.Checklist{}
		fs, err = list.Check(today, security.Policy{Regime: r}, gdpr.Italy())
		require.NoError(t, err)
		require.NotEmpty(t, fs)
		for _, f := range fs {
			require.Equal(t, gdpr.Warning, f.Severity, "%v: which measures are fit is the body's choice", f)
			for _, p := range f.Provisions {
				require.True(t, r.Binds(p), "%v: %v", r, f)
			}
		}
	}
	// What the template alone wants is looked at elsewhere if the body says that it has it.
	for state, want := range map[security.State]bool{security.Adopted: true, security.Planned: false, security.Absent: false, security.Excluded: false} {
		list := firm()
		list.Entries = append(list.Entries, security.Entry{Measure: security.FireProtection, State: state})
		fs, err := list.Check(today, security.Policy{Regime: gdpr.UnionLaw}, gdpr.Italy())
		require.NoError(t, err)
		require.Equal(t, want, len(fs) > 0, state)
	}
	list := firm()
	fs, err := list.Check(today, security.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.True(t, fs.Has(security.CodeMissingFireProtection) && fs.Has(security.CodeMissingPasswordChange), "the template's own")
}

func TestTools(t *testing.T) {
	tool := security.Tool{Name: "telecamere", Control: gdpr.Yes, WorkTool: gdpr.No, Need: gdpr.Yes, Used: day(2026, 3, 2), Agreed: day(2026, 3, 1), Informed: gdpr.Yes}
	for name, change := range map[string]func(*security.Tool){
		"agreed before use":                         func(*security.Tool) {},
		"the Inspectorate's leave, for want of one": func(c *security.Tool) { c.Agreed, c.Allowed = 0, day(2026, 3, 2) },
		"a tool of work needs neither (4(2))":       func(c *security.Tool) { c.Agreed, c.WorkTool, c.Need = 0, gdpr.Yes, gdpr.Unknown },
		"used with the leave, and agreed later":     func(c *security.Tool) { c.Agreed, c.Allowed = day(2026, 9, 1), day(2026, 3, 2) },
		"agreed before, allowed later":              func(c *security.Tool) { c.Allowed = day(2026, 9, 1) },
		"nobody can be watched":                     func(c *security.Tool) { *c = security.Tool{Control: gdpr.No, MailDays: 90} },
		"metadata of e-mail for 21 days (364/2024)": func(c *security.Tool) { c.MailDays = 21 },
	} {
		c := tool
		change(&c)
		fs, err := c.Check(gdpr.PublicLaw)
		require.NoError(t, err)
		require.Empty(t, fs, name)
	}
	for _, c := range []struct {
		name   string
		change func(*security.Tool)
		code   gdpr.Code
		where  string
		weight gdpr.Severity
	}{
		{"no need", func(c *security.Tool) { c.Need = gdpr.No }, security.CodeRemotePurpose, "need", gdpr.Violation},
		{"need unknown", func(c *security.Tool) { c.Need = gdpr.Unknown }, security.CodeRemotePurpose, "need", gdpr.Warning},
		{"no agreement", func(c *security.Tool) { c.Agreed = 0 }, security.CodeRemoteAgreement, "agreed", gdpr.Violation},
		{"perhaps a tool of work", func(c *security.Tool) { c.Agreed, c.WorkTool = 0, gdpr.Unknown }, security.CodeRemoteAgreement, "agreed", gdpr.Warning},
		{"perhaps nobody is watched", func(c *security.Tool) { c.Agreed, c.Control = 0, gdpr.Unknown }, security.CodeRemoteAgreement, "agreed", gdpr.Warning},
		{"agreed after use", func(c *security.Tool) { c.Agreed = c.Used + 1 }, security.CodeRemoteLate, "used", gdpr.Violation},
		{"workers not told", func(c *security.Tool) { c.Informed = gdpr.No }, security.CodeRemoteInformed, "informed", gdpr.Violation},
		{"not even of a tool of work", func(c *security.Tool) { c.WorkTool, c.Informed = gdpr.Yes, gdpr.No }, security.CodeRemoteInformed, "informed", gdpr.Violation},
		{"metadata for 22 days", func(c *security.Tool) { c.MailDays = 22 }, security.CodeRemoteMetadata, "mail_days", gdpr.Warning},
	} {
		broken := tool
		c.change(&broken)
		list := whole()
		list.Tools = []security.Tool{broken}
		fs := check(t, list)
		require.Len(t, fs, 1, c.name)
		require.Equal(t, c.code, fs[0].Code, c.name)
		require.Equal(t, "tools[0]."+c.where, fs[0].Where, c.name)
		require.Equal(t, c.weight, fs[0].Severity, c.name)
		require.Contains(t, fs[0].Message(language.Italian), "telecamere: ")
		none, err := broken.Check(gdpr.UnionLaw)
		require.NoError(t, err)
		require.Empty(t, none, "Italian law")
	}
	list := whole()
	list.Tools = []security.Tool{{MailDays: -1}}
	_, err := list.Check(today, security.Policy{}, gdpr.Italy())
	require.ErrorContains(t, err, "tools[0].mail_days")
}

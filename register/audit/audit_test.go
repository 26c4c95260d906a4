package audit_test

import (
	"testing"
	"time"

	"github.com/rickb777/date/v2"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/register/audit"
)

func day(year int, month time.Month, d int) date.Date { return date.New(year, month, d) }

var today = day(2026, 11, 22)

func action() audit.Action {
	return audit.Action{Text: "train the front office", Owner: "Bianca Neri", Officer: gdpr.Yes,
		Due: day(2026, 10, 31), Done: day(2026, 10, 20), Verified: day(2026, 11, 2), Effect: gdpr.Yes}
}

// whole is an audit with nothing to find.
func whole() audit.Audit {
	return audit.Audit{
		ID: "2026/1", Officer: gdpr.Yes, Offices: []string{"anagrafe", "tributi"},
		Mapping: day(2026, 9, 1), Examination: day(2026, 9, 20), Correction: day(2026, 10, 20),
		Questionnaires: day(2026, 9, 5), Interviews: day(2026, 9, 10), DigitalArchives: day(2026, 9, 15), PaperArchives: day(2026, 9, 16),
		Points: []audit.Point{
			{Office: "anagrafe", Text: "training", Matter: audit.Training, Outcome: audit.NonConformity, Actions: []audit.Action{action()}},
			{Office: "anagrafe", Text: "notices", Matter: audit.Notices, Outcome: audit.Conformity},
			{Office: "tributi", Text: "archives", Matter: audit.Paper, Outcome: audit.Recommendation},
		},
		Report: audit.Report{Date: day(2026, 10, 30), Means: true, Mapping: true, Results: true, Correction: true},
	}
}

func TestAuditCheck(t *testing.T) {
	a := whole()
	require.Empty(t, a.Check(today))
	for _, c := range []struct {
		name   string
		change func(*audit.Audit)
		code   gdpr.Code
		where  string
		weight gdpr.Severity
	}{
		{"without the officer", func(a *audit.Audit) { a.Officer = gdpr.No }, audit.CodeOfficer, "officer", gdpr.Violation},
		{"officer unknown", func(a *audit.Audit) { a.Officer = gdpr.Unknown }, audit.CodeOfficer, "officer", gdpr.Warning},
		{"no offices", func(a *audit.Audit) { a.Offices = nil }, audit.CodeOffices, "offices", gdpr.Violation},
		{"an office without points", func(a *audit.Audit) { a.Offices = append(a.Offices, "polizia") }, audit.CodeOffice, "offices[2]", gdpr.Warning},
		{"mapping", func(a *audit.Audit) { a.Mapping = 0 }, audit.CodeMapping, "mapping", gdpr.Violation},
		{"examination", func(a *audit.Audit) { a.Examination = 0 }, audit.CodeExamination, "examination", gdpr.Violation},
		{"correction", func(a *audit.Audit) { a.Correction = 0 }, audit.CodeCorrection, "correction", gdpr.Violation},
		{"examined before it was mapped", func(a *audit.Audit) { a.Examination = a.Mapping - 1 }, audit.CodeOrder, "examination", gdpr.Warning},
		{"corrected before it was examined", func(a *audit.Audit) { a.Correction = a.Examination - 1 }, audit.CodeOrder, "correction", gdpr.Warning},
		{"questionnaires", func(a *audit.Audit) { a.Questionnaires = 0 }, audit.CodeQuestionnaires, "questionnaires", gdpr.Violation},
		{"interviews", func(a *audit.Audit) { a.Interviews = 0 }, audit.CodeInterviews, "interviews", gdpr.Violation},
		{"digital archives", func(a *audit.Audit) { a.DigitalArchives = 0 }, audit.CodeDigital, "digital_archives", gdpr.Violation},
		{"paper archives", func(a *audit.Audit) { a.PaperArchives = 0 }, audit.CodePaper, "paper_archives", gdpr.Violation},
		{"questionnaires to come", func(a *audit.Audit) { a.Questionnaires = today + 1 }, audit.CodeFuture, "questionnaires", gdpr.Warning},
		{"interviews to come", func(a *audit.Audit) { a.Interviews = today + 1 }, audit.CodeFuture, "interviews", gdpr.Warning},
		{"digital archives to come", func(a *audit.Audit) { a.DigitalArchives = today + 1 }, audit.CodeFuture, "digital_archives", gdpr.Warning},
		{"paper archives to come", func(a *audit.Audit) { a.PaperArchives = today + 1 }, audit.CodeFuture, "paper_archives", gdpr.Warning},
		{"correction to come", func(a *audit.Audit) { a.Correction = today + 1 }, audit.CodeFuture, "correction", gdpr.Warning},
		{"report to come", func(a *audit.Audit) { a.Report.Date = today + 1 }, audit.CodeFuture, "report.date", gdpr.Warning},
		{"no points", func(a *audit.Audit) { a.Points = nil }, audit.CodePoints, "points", gdpr.Violation},
		{"no office", func(a *audit.Audit) { a.Points[1].Office = " " }, audit.CodePointOffice, "points[1].office", gdpr.Warning},
		{"no outcome", func(a *audit.Audit) { a.Points[1].Outcome = 0 }, audit.CodePointOutcome, "points[1].outcome", gdpr.Violation},
		{"unknown outcome", func(a *audit.Audit) { a.Points[1].Outcome = 4 }, audit.CodePointOutcome, "points[1].outcome", gdpr.Violation},
		{"no action", func(a *audit.Audit) { a.Points[0].Actions = nil }, audit.CodePointAction, "points[0].actions", gdpr.Violation},
		{"no report", func(a *audit.Audit) { a.Report = audit.Report{} }, audit.CodeReport, "report", gdpr.Violation},
		{"report too soon", func(a *audit.Audit) { a.Report.Date = a.Examination - 1 }, audit.CodeReportEarly, "report.date", gdpr.Warning},
		{"report: means", func(a *audit.Audit) { a.Report.Means = false }, audit.CodeReportMeans, "report.means", gdpr.Violation},
		{"report: mapping", func(a *audit.Audit) { a.Report.Mapping = false }, audit.CodeReportMapping, "report.mapping", gdpr.Violation},
		{"report: results", func(a *audit.Audit) { a.Report.Results = false }, audit.CodeReportResults, "report.results", gdpr.Violation},
		{"report: correction", func(a *audit.Audit) { a.Report.Correction = false }, audit.CodeReportActions, "report.correction", gdpr.Violation},
	} {
		a := whole()
		c.change(&a)
		requireOne(t, a.Check(today), c.name, c.code, c.where, c.weight)
	}
}

func requireOne(t *testing.T, fs gdpr.Findings, name string, code gdpr.Code, where string, weight gdpr.Severity) {
	t.Helper()
	require.Len(t, fs, 1, "%s: %s", name, fs)
	require.Equal(t, code, fs[0].Code, name)
	require.Equal(t, where, fs[0].Where, name)
	require.Equal(t, weight, fs[0].Severity, name)
	require.NotEmpty(t, fs[0].Provisions, name)
	for _, p := range fs[0].Provisions {
		_, err := gdpr.ParseProvision(string(p))
		require.NoError(t, err, name)
	}
	require.NotContains(t, fs[0].Message(language.Italian), "audit.", name)
	require.NotEqual(t, fs[0].Message(language.Italian), fs[0].Message(language.English), name)
}

// TestNothingToCorrect: an audit that finds no failing needs no third phase.
func TestNothingToCorrect(t *testing.T) {
	a := whole()
	a.Points = a.Points[1:]
	a.Correction = 0
	a.Report.Correction = false
	require.Empty(t, a.Check(today))
}

// TestAuditInADay: an audit may be done and reported in one day, even this one.
func TestAuditInADay(t *testing.T) {
	a := whole()
	a.Points[0].Actions[0].Done, a.Points[0].Actions[0].Verified = today, today
	a.Points[0].Actions[0].Due = today
	for _, d := range []*date.Date{&a.Mapping, &a.Examination, &a.Correction, &a.Questionnaires, &a.Interviews, &a.DigitalArchives, &a.PaperArchives, &a.Report.Date} {
		*d = today
	}
	require.Empty(t, a.Check(today))
}

// TestAuditToCome: phases of a day still to come are told, each in its place.
func TestAuditToCome(t *testing.T) {
	a := whole()
	a.Mapping, a.Examination, a.Correction, a.Report.Date = today+1, today+2, today+3, today+4
	where := []string{}
	for _, f := range a.Check(today) {
		require.Equal(t, audit.CodeFuture, f.Code)
		where = append(where, f.Where)
	}
	require.Equal(t, []string{"mapping", "examination", "correction", "report.date"}, where)
}

// TestAuditNotBegun: what hasn't been examined has no points and no report yet.
func TestAuditNotBegun(t *testing.T) {
	fs := (&audit.Audit{Offices: []string{"anagrafe"}}).Check(today)
	require.Len(t, fs, 7)
	for _, code := range []gdpr.Code{audit.CodeOffice, audit.CodePoints, audit.CodeReport, audit.CodeCorrection} {
		require.False(t, fs.Has(code), code)
	}
}

func TestActions(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*audit.Action)
		code   gdpr.Code
		where  string
		weight gdpr.Severity
	}{
		{"text", func(a *audit.Action) { a.Text = "" }, audit.CodeActionText, "text", gdpr.Violation},
		{"owner", func(a *audit.Action) { a.Owner = "" }, audit.CodeActionOwner, "owner", gdpr.Warning},
		{"without the officer", func(a *audit.Action) { a.Officer = gdpr.No }, audit.CodeActionOfficer, "officer", gdpr.Violation},
		{"officer unknown", func(a *audit.Action) { a.Officer = gdpr.Unknown }, audit.CodeActionOfficer, "officer", gdpr.Warning},
		{"no day", func(a *audit.Action) { a.Due, a.Done, a.Verified = 0, 0, 0 }, audit.CodeActionDue, "due", gdpr.Warning},
		{"overdue", func(a *audit.Action) { a.Due, a.Done, a.Verified = today-1, 0, 0 }, audit.CodeActionOverdue, "due", gdpr.Violation},
		{"verified and not done", func(a *audit.Action) { a.Due, a.Done = today, 0 }, audit.CodeActionPremature, "verified", gdpr.Warning},
		{"not verified", func(a *audit.Action) { a.Verified = 0 }, audit.CodeActionVerified, "verified", gdpr.Warning},
		{"verified too soon", func(a *audit.Action) { a.Verified = a.Done - 1 }, audit.CodeActionPremature, "verified", gdpr.Warning},
		{"no effect", func(a *audit.Action) { a.Effect = gdpr.No }, audit.CodeActionNoEffect, "effect", gdpr.Violation},
		{"no effect, verified on the day on which it was done: it is no other action", func(a *audit.Action) { a.Effect, a.Done = gdpr.No, a.Verified }, audit.CodeActionNoEffect, "effect", gdpr.Violation},
	} {
		act := action()
		c.change(&act)
		a := whole()
		a.Points[0].Actions = []audit.Action{action(), act}
		requireOne(t, a.Check(today), c.name, c.code, "points[0].actions[1]."+c.where, c.weight)
		g := programme()
		g.Checks[0].Correct, g.Checks[0].Actions = gdpr.No, []audit.Action{act}
		fs, err := g.Check(today, audit.Policy{}, gdpr.Italy())
		require.NoError(t, err)
		requireOne(t, fs, c.name, c.code, "checks[0].actions[0]."+c.where, c.weight)
	}
	for name, change := range map[string]func(*audit.Action){
		"due today":                  func(a *audit.Action) { a.Due, a.Done, a.Verified = today, 0, 0 },
		"done late, and that is all": func(a *audit.Action) { a.Due = a.Done - 5 },
		"done without a day":         func(a *audit.Action) { a.Due = 0 },
	} {
		act := action()
		change(&act)
		a := whole()
		a.Points[0].Actions = []audit.Action{act}
		require.Empty(t, a.Check(today), name)
	}
}

func TestOverdue(t *testing.T) {
	a := audit.Action{Due: today - 1}
	require.True(t, a.Overdue(today))
	require.False(t, a.Overdue(today-1))
	a.Done = today + 1
	require.True(t, a.Overdue(today), "it will be done, and isn't yet")
	a.Done = today
	require.False(t, a.Overdue(today))
	require.False(t, audit.Action{}.Overdue(today))
}

func TestTally(t *testing.T) {
	a := whole()
	a.Points = append(a.Points, audit.Point{})
	require.Equal(t, audit.Tally{Conformities: 1, Recommendations: 1, NonConformities: 1, Open: 1}, a.Tally())
}

func TestMonitoring(t *testing.T) {
	a := whole()
	d, err := a.Monitoring(audit.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, day(2027, 4, 30), d.Due)
	require.Equal(t, gdpr.Provision("Regolamento 33(4)"), d.Provision)

	a.Report.Date = 0
	d, err = a.Monitoring(audit.Policy{Months: 2}, gdpr.Italy())
	require.NoError(t, err)
	require.Equal(t, day(2026, 12, 20), d.Safe, "from the last phase; a Sunday")
	require.Equal(t, day(2026, 12, 21), d.Due)

	d, err = (&audit.Audit{}).Monitoring(audit.Policy{}, gdpr.Italy())
	require.NoError(t, err)
	require.True(t, d.IsZero())

	_, err = a.Monitoring(audit.Policy{Months: -1}, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultRange)
	_, err = a.Monitoring(audit.Policy{Regime: 9}, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultName)
	a.Report.Date = day(9999, 12, 1)
	_, err = a.Monitoring(audit.Policy{}, gdpr.Italy())
	require.ErrorIs(t, err, gdpr.FaultRange)
}

// A yearly audit by interviews, of a body that hasn't adopted the template, is as
// good as another: the phases and the means are the template's.
func TestAuditUnderRegimes(t *testing.T) {
	for _, r := range []gdpr.Regime{gdpr.PublicLaw, gdpr.ItalianLaw, gdpr.UnionLaw} {
		a := audit.Audit{Regime: r, Interviews: day(2026, 3, 2), Examination: day(2026, 3, 2), Points: []audit.Point{{Outcome: audit.Conformity}}}
		require.Empty(t, a.Check(today))
		a.Points[0].Outcome = audit.NonConformity
		fs := a.Check(today)
		require.Len(t, fs, 1, "what doesn't conform is corrected")
		require.Equal(t, gdpr.Finding{Code: audit.CodePointAction, Severity: gdpr.Violation, Where: "points[0].actions", Provisions: []gdpr.Provision{"GDPR 24(1)"}}, fs[0])
	}
	// An action without effect that another follows is put right.
	a := whole()
	failed := action()
	failed.Effect = gdpr.No
	next := action()
	next.Due, next.Done, next.Verified = today+30, 0, 0
	a.Points[0].Actions = []audit.Action{failed, next}
	require.Empty(t, a.Check(today))
}

// A Comune without any audit has one to make (33.1); no other law wants an audit of
// its own.
func TestCheckAll(t *testing.T) {
	require.Empty(t, audit.CheckAll([]audit.Audit{whole()}, today, gdpr.Template))
	none := audit.CheckAll(nil, today, gdpr.Template)
	require.Equal(t, gdpr.Findings{{Code: audit.CodeNone, Severity: gdpr.Violation, Provisions: []gdpr.Provision{"Regolamento 33(1)"}}}, none)
	require.Empty(t, audit.CheckAll(nil, today, gdpr.PublicLaw))
	for mapping, begun := range map[date.Date]bool{0: false, today - 1: true, today: true, today + 1: false} {
		require.Equal(t, !begun, audit.CheckAll([]audit.Audit{{Mapping: mapping}}, today, gdpr.Template).Has(audit.CodeNone), "an audit counts from its first phase: %s", mapping)
	}
	broken := whole()
	broken.Interviews = 0
	fs := audit.CheckAll([]audit.Audit{whole(), broken}, today, gdpr.Template)
	requireOne(t, fs, "interviews", audit.CodeInterviews, "[1].interviews", gdpr.Violation)
	require.Empty(t, audit.CheckAll([]audit.Audit{broken}, today, gdpr.UnionLaw))
}

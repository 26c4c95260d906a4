package audit

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Audit is one audit of a Comune's processing. Phases and means are the days on
// which they were done; 0 is not done.
//
// Law: Regolamento 33(1); Regolamento 33(2); Regolamento 33(3); Regolamento 34(1); GDPR 24(1); GDPR 32(1)(d).
type Audit struct {
	Regime  gdpr.Regime `json:"regime,omitzero"` // whose law binds the body
	ID      string      `json:"id,omitempty"`
	Officer gdpr.Answer `json:"officer"`           // is it done with the data protection officer?
	Offices []string    `json:"offices,omitempty"` // offices looked at

	Mapping     date.Date `json:"mapping,omitzero"`     // phase 1: risks mapped, office by office
	Examination date.Date `json:"examination,omitzero"` // phase 2: non-conformities looked for
	Correction  date.Date `json:"correction,omitzero"`  // phase 3: corrective actions put in place

	Questionnaires  date.Date `json:"questionnaires,omitzero"`   // to managers, sub-managers and staff
	Interviews      date.Date `json:"interviews,omitzero"`       // of the same
	DigitalArchives date.Date `json:"digital_archives,omitzero"` // consulted
	PaperArchives   date.Date `json:"paper_archives,omitzero"`

	Points []Point `json:"points,omitempty"`
	Report Report  `json:"report,omitzero"`
}

// Point is one thing that an audit looked at in an office, and what came out.
//
// Law: Regolamento 33(2); Regolamento 34(2).
type Point struct {
	Office  string   `json:"office"`
	Text    string   `json:"text"`
	Matter  Matter   `json:"matter,omitempty"` // which of the nine it belongs to, if any
	Outcome Outcome  `json:"outcome,omitempty"`
	Actions []Action `json:"actions,omitempty"` // the corrections
}

// Outcome is what came out of a point. The zero value is not given.
//
// Law: Regolamento 34(2).
type Outcome uint8

// The outcomes, from the best.
//
//words:label audit.outcome
const (
	Conformity     Outcome = iota + 1 // conformity: it conforms
	Recommendation                    // recommendation: it conforms, and could be better
	NonConformity                     // non_conformity: it doesn't conform
)

// Report is the written report of an audit: what it tells of. The zero value is
// none.
//
// Law: Regolamento 34(3).
type Report struct {
	Date       date.Date `json:"date,omitzero"`
	Means      bool      `json:"means,omitempty"`      // tells of questionnaires, interviews and archives
	Mapping    bool      `json:"mapping,omitempty"`    // tells of the mapping
	Results    bool      `json:"results,omitempty"`    // tells of the results, point by point
	Correction bool      `json:"correction,omitempty"` // says what is to be corrected
}

// Tally is how many points of an audit had each outcome.
//
// Law: Regolamento 34(2).
type Tally struct {
	Conformities    int `json:"conformities"`
	Recommendations int `json:"recommendations"`
	NonConformities int `json:"non_conformities"`
	Open            int `json:"open"` // points without an outcome
}

// Tally counts the points by outcome.
//
// Law: Regolamento 34(2).
func (a *Audit) Tally() Tally {
	var t Tally
	for i := range a.Points {
		switch a.Points[i].Outcome {
		case Conformity:
			t.Conformities++
		case Recommendation:
			t.Recommendations++
		case NonConformity:
			t.NonConformities++
		default:
			t.Open++
		}
	}
	return t
}

// The findings of [Audit.Check].
const (
	CodeOfficer        gdpr.Code = "audit.officer"              // violation: the audit is to be done with the data protection officer
	CodeOffices        gdpr.Code = "audit.offices"              // violation: the audit doesn't say which offices it looks at
	CodeOffice         gdpr.Code = "audit.office"               // warning: no point examined is about the office …
	CodeMapping        gdpr.Code = "audit.phase.mapping"        // violation: the mapping of risks is missing
	CodeExamination    gdpr.Code = "audit.phase.examination"    // violation: the search for non-conformities is missing
	CodeCorrection     gdpr.Code = "audit.phase.correction"     // violation: corrective actions are missing though something didn't conform
	CodeOrder          gdpr.Code = "audit.phase.order"          // warning: the phase comes before the one that it depends on
	CodeFuture         gdpr.Code = "audit.future"               // warning: the date is still to come
	CodeQuestionnaires gdpr.Code = "audit.means.questionnaires" // violation: the questionnaires are missing
	CodeInterviews     gdpr.Code = "audit.means.interviews"     // violation: the interviews are missing
	CodeDigital        gdpr.Code = "audit.means.digital"        // violation: the inspection of digital archives is missing
	CodePaper          gdpr.Code = "audit.means.paper"          // violation: the inspection of paper archives is missing
	CodePoints         gdpr.Code = "audit.points"               // violation: the results of the examination are missing
	CodePointOutcome   gdpr.Code = "audit.point.outcome"        // violation: the point has no outcome
	CodePointOffice    gdpr.Code = "audit.point.office"         // warning: the point doesn't say which office it is about
	CodePointAction    gdpr.Code = "audit.point.action"         // violation: the non-conformity has no corrective action
	CodeReport         gdpr.Code = "audit.report.missing"       // violation: the audit report is missing
	CodeReportEarly    gdpr.Code = "audit.report.early"         // warning: the report comes before the phases that it tells of
	CodeReportMeans    gdpr.Code = "audit.report.means"         // violation: the report doesn't tell of questionnaires, interviews and archives
	CodeReportMapping  gdpr.Code = "audit.report.mapping"       // violation: the report doesn't tell of the mapping
	CodeReportResults  gdpr.Code = "audit.report.results"       // violation: the report doesn't tell the results
	CodeReportActions  gdpr.Code = "audit.report.correction"    // violation: the report doesn't say what is to be corrected
)

var (
	auditOfficer        = find.Violation(CodeOfficer, "Regolamento 33(2)", "Regolamento 34(1)")
	auditOffices        = find.Violation(CodeOffices, "Regolamento 33(2)")
	auditOffice         = find.Warning(CodeOffice, "Regolamento 33(2)")
	auditMapping        = find.Violation(CodeMapping, "Regolamento 33(3)")
	auditExamination    = find.Violation(CodeExamination, "Regolamento 33(3)")
	auditCorrection     = find.Violation(CodeCorrection, "GDPR 24(1)", "Regolamento 33(3)")
	auditOrder          = find.Warning(CodeOrder, "Regolamento 33(3)")
	auditFuture         = find.Warning(CodeFuture, "GDPR 5(2)")
	auditQuestionnaires = find.Violation(CodeQuestionnaires, "Regolamento 34(1)")
	auditInterviews     = find.Violation(CodeInterviews, "Regolamento 34(1)")
	auditDigital        = find.Violation(CodeDigital, "Regolamento 34(1)")
	auditPaper          = find.Violation(CodePaper, "Regolamento 34(1)")
	auditPoints         = find.Violation(CodePoints, "Regolamento 34(2)")
	auditPointOutcome   = find.Violation(CodePointOutcome, "Regolamento 34(2)")
	auditPointOffice    = find.Warning(CodePointOffice, "Regolamento 33(2)")
	auditPointAction    = find.Violation(CodePointAction, "GDPR 24(1)", "Regolamento 33(3)", "Regolamento 34(3)")
	auditReport         = find.Violation(CodeReport, "Regolamento 34(3)")
	auditReportEarly    = find.Warning(CodeReportEarly, "Regolamento 34(3)")
	auditReportMeans    = find.Violation(CodeReportMeans, "Regolamento 34(3)")
	auditReportMapping  = find.Violation(CodeReportMapping, "Regolamento 34(3)")
	auditReportResults  = find.Violation(CodeReportResults, "Regolamento 34(3)")
	auditReportActions  = find.Violation(CodeReportActions, "Regolamento 34(3)")
)

// Check finds what the audit lacks on a day: the officer's part, the means, the
// phases and their order, what is dated after that day, an office that no point
// is about, an outcome, a correction for what doesn't conform, the actions' own
// gaps, and the report.
//
// The third phase is needed where something didn't conform. All of it is the
// template's but that what was found not to conform is corrected: the GDPR has
// measures reviewed, and leaves the way to the controller. So under another
// regime little is said of an audit.
//
// Law: Regolamento 33(1); Regolamento 33(2); Regolamento 33(3); Regolamento 34(1); Regolamento 34(2); Regolamento 34(3); GDPR 5(2); GDPR 24(1).
func (a *Audit) Check(on date.Date) gdpr.Findings {
	fs := find.In(a.Regime)
	add := func(bad bool, row *find.Row, where string) {
		if bad {
			fs.Add(*row, where)
		}
	}
	fs.Unless(a.Officer, auditOfficer, "officer")
	add(len(a.Offices) == 0, &auditOffices, "offices")
	add(a.Mapping == 0, &auditMapping, "mapping")
	add(a.Examination == 0, &auditExamination, "examination")
	add(a.Correction == 0 && a.Tally().NonConformities > 0 && a.Regime.Has(gdpr.Template), &auditCorrection, "correction")
	add(a.Examination != 0 && a.Examination < a.Mapping, &auditOrder, "examination")
	add(a.Correction != 0 && a.Correction < max(a.Mapping, a.Examination), &auditOrder, "correction")
	add(a.Questionnaires == 0, &auditQuestionnaires, "questionnaires")
	add(a.Interviews == 0, &auditInterviews, "interviews")
	add(a.DigitalArchives == 0, &auditDigital, "digital_archives")
	add(a.PaperArchives == 0, &auditPaper, "paper_archives")
	for _, d := range [...]struct {
		field string
		day   date.Date
	}{{"mapping", a.Mapping}, {"examination", a.Examination}, {"correction", a.Correction}, {"questionnaires", a.Questionnaires}, {"interviews", a.Interviews},
		{"digital_archives", a.DigitalArchives}, {"paper_archives", a.PaperArchives}, {"report.date", a.Report.Date}} {
		add(d.day > on, &auditFuture, d.field)
	}
	a.checkPoints(fs, on)

	r := a.Report
	if r.Date == 0 {
		add(a.Examination != 0, &auditReport, "report")
		return fs.Findings()
	}
	add(r.Date < max(a.Mapping, a.Examination), &auditReportEarly, "report.date")
	add(!r.Means, &auditReportMeans, "report.means")
	add(!r.Mapping, &auditReportMapping, "report.mapping")
	add(!r.Results, &auditReportResults, "report.results")
	add(!r.Correction && a.Tally().NonConformities > 0, &auditReportActions, "report.correction")
	return fs.Findings()
}

// checkPoints finds what is wrong with the points, and the offices without one.
func (a *Audit) checkPoints(fs *find.Collector, on date.Date) {
	if len(a.Points) == 0 && a.Examination != 0 {
		fs.Add(auditPoints, "points")
		return
	}
	seen := map[string]bool{}
	for i := range a.Points {
		p := &a.Points[i]
		seen[p.Office] = true
		p.check(fs, find.Index("points", i), on)
	}
	for i, office := range a.Offices {
		if len(a.Points) > 0 && !seen[office] {
			fs.Add(auditOffice, find.Index("offices", i), office)
		}
	}
}

func (p *Point) check(fs *find.Collector, where string, on date.Date) {
	if blank(p.Office) {
		fs.Add(auditPointOffice, where+".office")
	}
	switch {
	case !p.Outcome.Valid():
		fs.Add(auditPointOutcome, where+".outcome")
	case p.Outcome == NonConformity && len(p.Actions) == 0:
		fs.Add(auditPointAction, where+".actions")
	}
	checkAll(fs, p.Actions, where+".", on, ofAudit)
}

// CodeNone is the finding of [CheckAll] beside those of [Audit.Check].
const (
	CodeNone gdpr.Code = "audit.none" // violation: no audit is known
)

var auditNone = find.Violation(CodeNone, "Regolamento 33(1)")

// CheckAll finds what all of a body's audits lack on a day, and that there is none
// yet: the template wants compliance audited, and no other law an audit of its
// own. An audit counts from its first phase. Places are "[2].officer".
//
// Law: Regolamento 33(1); Regolamento 33(2); Regolamento 34(1).
func CheckAll(audits []Audit, on date.Date, r gdpr.Regime) gdpr.Findings {
	fs := find.In(r)
	begun := false
	for i := range audits {
		a := audits[i]
		a.Regime = r
		begun = begun || a.Mapping != 0 && a.Mapping <= on
		fs.Below("["+strconv.Itoa(i)+"]", a.Check(on))
	}
	if !begun {
		fs.Add(auditNone, "")
	}
	return fs.Findings()
}

// Monitoring returns the day by which the first half-yearly check after this
// audit is made: six months, or what the policy says, from the report, or from
// the last phase where there is no report. It is zero while nothing is done.
//
// Without the template it is the body's own term, or none.
//
// The error is a [*gdpr.InputError]: a negative figure, a date outside the
// calendar ([gdpr.FaultRange]), an unknown regime ([gdpr.FaultName]).
//
// Law: Regolamento 33(4); Regolamento 35(1); c.c. 2963.
func (a *Audit) Monitoring(p Policy, cal gdpr.Calendar) (gdpr.Deadline, error) {
	return p.next(max(a.Report.Date, a.Mapping, a.Examination, a.Correction), cal, "Regolamento 33(4)")
}

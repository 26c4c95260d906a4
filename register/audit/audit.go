package audit

import (
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Audit is one audit of a Comune's processing. Phases and means are the days on
// which they were done; 0 is not done.
//
// Law: Regolamento 33(1); Regolamento 33(2); Regolamento 33(3); Regolamento 34(1); GDPR 24(1); GDPR 32(1)(d).
type Audit struct {
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
	CodeOfficer        gdpr.Code = "audit.officer"
	CodeOffices        gdpr.Code = "audit.offices"
	CodeOffice         gdpr.Code = "audit.office"
	CodeMapping        gdpr.Code = "audit.phase.mapping"
	CodeExamination    gdpr.Code = "audit.phase.examination"
	CodeCorrection     gdpr.Code = "audit.phase.correction"
	CodeOrder          gdpr.Code = "audit.phase.order"
	CodeFuture         gdpr.Code = "audit.future"
	CodeQuestionnaires gdpr.Code = "audit.means.questionnaires"
	CodeInterviews     gdpr.Code = "audit.means.interviews"
	CodeDigital        gdpr.Code = "audit.means.digital"
	CodePaper          gdpr.Code = "audit.means.paper"
	CodePoints         gdpr.Code = "audit.points"
	CodePointOutcome   gdpr.Code = "audit.point.outcome"
	CodePointOffice    gdpr.Code = "audit.point.office"
	CodePointAction    gdpr.Code = "audit.point.action"
	CodeReport         gdpr.Code = "audit.report.missing"
	CodeReportEarly    gdpr.Code = "audit.report.early"
	CodeReportMeans    gdpr.Code = "audit.report.means"
	CodeReportMapping  gdpr.Code = "audit.report.mapping"
	CodeReportResults  gdpr.Code = "audit.report.results"
	CodeReportActions  gdpr.Code = "audit.report.correction"
)

// Check finds what the audit lacks on a day: the officer's part, the means, the
// phases and their order, what is dated after that day, an office that no point
// is about, an outcome, a correction for what doesn't conform, the actions' own
// gaps, and the report.
//
// The third phase is needed where something didn't conform.
//
// Law: Regolamento 33(1); Regolamento 33(2); Regolamento 33(3); Regolamento 34(1); Regolamento 34(2); Regolamento 34(3); GDPR 5(2); GDPR 24(1); GDPR 39(1)(b).
func (a *Audit) Check(on date.Date) gdpr.Findings {
	var fs gdpr.Findings
	add := func(bad bool, code gdpr.Code, s gdpr.Severity, where string, law ...gdpr.Provision) {
		if bad {
			fs = append(fs, finding(code, s, where, law...))
		}
	}
	add(a.Officer == gdpr.No, CodeOfficer, gdpr.Violation, "officer", "Regolamento 33(2)", "Regolamento 34(1)", "GDPR 39(1)(b)")
	add(a.Officer == gdpr.Unknown, CodeOfficer, gdpr.Warning, "officer", "Regolamento 33(2)", "Regolamento 34(1)", "GDPR 39(1)(b)")
	add(len(a.Offices) == 0, CodeOffices, gdpr.Violation, "offices", "Regolamento 33(2)")
	add(a.Mapping == 0, CodeMapping, gdpr.Violation, "mapping", "Regolamento 33(3)")
	add(a.Examination == 0, CodeExamination, gdpr.Violation, "examination", "Regolamento 33(3)")
	add(a.Correction == 0 && a.Tally().NonConformities > 0, CodeCorrection, gdpr.Violation, "correction", "Regolamento 33(3)", "GDPR 24(1)")
	add(a.Examination != 0 && a.Examination < a.Mapping, CodeOrder, gdpr.Warning, "examination", "Regolamento 33(3)")
	add(a.Correction != 0 && a.Correction < max(a.Mapping, a.Examination), CodeOrder, gdpr.Warning, "correction", "Regolamento 33(3)")
	add(a.Questionnaires == 0, CodeQuestionnaires, gdpr.Violation, "questionnaires", "Regolamento 34(1)")
	add(a.Interviews == 0, CodeInterviews, gdpr.Violation, "interviews", "Regolamento 34(1)")
	add(a.DigitalArchives == 0, CodeDigital, gdpr.Violation, "digital_archives", "Regolamento 34(1)")
	add(a.PaperArchives == 0, CodePaper, gdpr.Violation, "paper_archives", "Regolamento 34(1)")
	for _, d := range [...]struct {
		field string
		day   date.Date
	}{{"mapping", a.Mapping}, {"examination", a.Examination}, {"correction", a.Correction}, {"questionnaires", a.Questionnaires}, {"interviews", a.Interviews},
		{"digital_archives", a.DigitalArchives}, {"paper_archives", a.PaperArchives}, {"report.date", a.Report.Date}} {
		add(d.day > on, CodeFuture, gdpr.Warning, d.field, "GDPR 5(2)")
	}
	fs = append(fs, a.checkPoints(on)...)

	r := a.Report
	if r.Date == 0 {
		add(a.Examination != 0, CodeReport, gdpr.Violation, "report", "Regolamento 34(3)", "GDPR 5(2)")
		return fs
	}
	add(r.Date < max(a.Mapping, a.Examination), CodeReportEarly, gdpr.Warning, "report.date", "Regolamento 34(3)")
	add(!r.Means, CodeReportMeans, gdpr.Violation, "report.means", "Regolamento 34(3)")
	add(!r.Mapping, CodeReportMapping, gdpr.Violation, "report.mapping", "Regolamento 34(3)")
	add(!r.Results, CodeReportResults, gdpr.Violation, "report.results", "Regolamento 34(3)")
	add(!r.Correction && a.Tally().NonConformities > 0, CodeReportActions, gdpr.Violation, "report.correction", "Regolamento 34(3)")
	return fs
}

// checkPoints finds what is wrong with the points, and the offices without one.
func (a *Audit) checkPoints(on date.Date) gdpr.Findings {
	var fs gdpr.Findings
	if len(a.Points) == 0 && a.Examination != 0 {
		return append(fs, finding(CodePoints, gdpr.Violation, "points", "Regolamento 34(2)"))
	}
	seen := map[string]bool{}
	for i := range a.Points {
		p := &a.Points[i]
		seen[p.Office] = true
		if below := p.check(on); below != nil {
			fs = append(fs, below.Below("points["+strconv.Itoa(i)+"]")...)
		}
	}
	for i, office := range a.Offices {
		if len(a.Points) > 0 && !seen[office] {
			f := finding(CodeOffice, gdpr.Warning, "offices["+strconv.Itoa(i)+"]", "Regolamento 33(2)")
			f.Args = []any{office}
			fs = append(fs, f)
		}
	}
	return fs
}

func (p *Point) check(on date.Date) gdpr.Findings {
	var fs gdpr.Findings
	if blank(p.Office) {
		fs = append(fs, finding(CodePointOffice, gdpr.Warning, "office", "Regolamento 33(2)"))
	}
	switch {
	case p.Outcome < Conformity || p.Outcome > NonConformity:
		fs = append(fs, finding(CodePointOutcome, gdpr.Violation, "outcome", "Regolamento 34(2)"))
	case p.Outcome == NonConformity && len(p.Actions) == 0:
		fs = append(fs, finding(CodePointAction, gdpr.Violation, "actions", "Regolamento 33(3)", "Regolamento 34(3)"))
	}
	return append(fs, checkAll(p.Actions, on, "Regolamento 33(3)")...)
}

// Monitoring returns the day by which the first half-yearly check after this
// audit is made: six months, or what the policy says, from the report, or from
// the last phase where there is no report. It is zero while nothing is done.
//
// The error is a [*gdpr.InputError]: a policy milder than the regulation, a date
// outside the calendar ([gdpr.FaultRange]).
//
// Law: Regolamento 33(4); Regolamento 35(1); c.c. 2963.
func (a *Audit) Monitoring(p Policy, cal gdpr.Calendar) (gdpr.Deadline, error) {
	return p.next(max(a.Report.Date, a.Mapping, a.Examination, a.Correction), cal, "Regolamento 33(4)")
}

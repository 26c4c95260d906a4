package audit

import (
	"iter"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// Programme is the half-yearly monitoring of a Comune: its offices, and the
// checks made so far.
//
// Law: Regolamento 33(4); Regolamento 35(1); GDPR 32(1)(d).
type Programme struct {
	Start   date.Date `json:"start,omitzero"` // from which the first checks are counted: the first audit
	Offices []Office  `json:"offices,omitempty"`
	Checks  []Check   `json:"checks,omitempty"` // in any order
}

// Office is an office whose manager checks the nine matters.
//
// Law: Regolamento 35(1).
type Office struct {
	ID      string    `json:"id"`
	Name    string    `json:"name,omitempty"`
	Since   date.Date `json:"since,omitzero"`    // where it began after the programme
	Without []Matter  `json:"without,omitempty"` // matters that don't concern it: no cameras, no publications
}

// Check is one check of one matter in an office.
//
// Law: Regolamento 35(1); Regolamento 35(2).
type Check struct {
	Office  string      `json:"office"` // by id
	Matter  Matter      `json:"matter"`
	On      date.Date   `json:"on"`
	By      string      `json:"by,omitempty"` // who made it: the office's manager
	Correct gdpr.Answer `json:"correct"`      // are rules and measures applied?
	Actions []Action    `json:"actions,omitempty"`
}

// State is where a matter stands in an office on a day. The zero value is not
// given.
//
// Law: Regolamento 35(1).
type State uint8

// The states of a matter in an office.
//
//words:label audit.state
const (
	Unconcerned State = iota + 1 // unconcerned: the matter doesn't concern the office
	Awaited                      // awaited: never checked, and not yet due
	Current                      // current: checked in time
	Overdue                      // overdue: the next check is late
)

// Cell is one cell of the coverage matrix: a matter in an office on a day.
//
// Law: Regolamento 35(1).
type Cell struct {
	Office string        `json:"office"`
	Matter Matter        `json:"matter"`
	State  State         `json:"state"`
	Last   date.Date     `json:"last,omitzero"` // last check until that day; 0: none
	Next   gdpr.Deadline `json:"next,omitzero"` // for the next one
}

// Coverage yields the matrix on a day: for each office, in their order, the nine
// matters. Checks of a later day aren't counted. A cell's next check is due six
// months, or what the policy says, after its last one, or after the start.
//
// Without the template and a figure of the body's own nothing is due.
//
// It ends with the first error, a [*gdpr.InputError]: a negative figure, a date outside the calendar ([gdpr.FaultRange]), no day, or an
// unknown start where an office has no check to count from
// ([gdpr.FaultMissing]), an office named twice ([gdpr.FaultDuplicate]), a check of
// an unknown office ([gdpr.FaultReference]) or matter ([gdpr.FaultName]).
//
// Law: Regolamento 33(4); Regolamento 35(1); c.c. 2963.
func (g *Programme) Coverage(on date.Date, p Policy, cal gdpr.Calendar) iter.Seq2[Cell, error] {
	return func(yield func(Cell, error) bool) {
		last, err := g.last(on)
		switch {
		case err != nil:
		case on == 0:
			err = &gdpr.InputError{Field: "on", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
		default:
			err = p.check()
		}
		if err != nil {
			yield(Cell{}, err)
			return
		}
		for i := range g.Offices {
			for m := range Matters() {
				cell, err := g.cell(i, m, last[i][m], on, p, cal)
				if !yield(cell, err) || err != nil {
					return
				}
			}
		}
	}
}

// row is the last check of each matter in an office.
type row [matterCount]date.Date

// last returns for each office the last checks until a day.
func (g *Programme) last(on date.Date) ([]row, error) {
	number := make(map[string]int, len(g.Offices))
	for i := range g.Offices {
		if first, ok := number[g.Offices[i].ID]; ok {
			return nil, &gdpr.InputError{Field: "offices[" + strconv.Itoa(i) + "].id", Value: g.Offices[i].ID, Fault: gdpr.FaultDuplicate, Other: "offices[" + strconv.Itoa(first) + "]"}
		}
		number[g.Offices[i].ID] = i
	}
	last := make([]row, len(g.Offices))
	for i := range g.Checks {
		c := &g.Checks[i]
		office, ok := number[c.Office]
		switch {
		case !ok:
			return nil, &gdpr.InputError{Field: "checks[" + strconv.Itoa(i) + "].office", Value: c.Office, Fault: gdpr.FaultReference, Other: "offices"}
		case !c.Matter.Valid():
			return nil, &gdpr.InputError{Field: "checks[" + strconv.Itoa(i) + "].matter", Value: strconv.Itoa(int(c.Matter)), Fault: gdpr.FaultName, Other: "1-9"}
		}
		if c.On <= on {
			last[office][c.Matter] = max(last[office][c.Matter], c.On)
		}
	}
	return last, nil
}

func (g *Programme) cell(i int, m Matter, last, on date.Date, p Policy, cal gdpr.Calendar) (Cell, error) {
	o := &g.Offices[i]
	cell := Cell{Office: o.ID, Matter: m, Last: last}
	for _, without := range o.Without {
		if without == m {
			cell.State = Unconcerned
			return cell, nil
		}
	}
	from := last
	if from == 0 {
		from = max(g.Start, o.Since)
	}
	if months, _ := p.term("Regolamento 35(1)"); months == 0 {
		cell.State = Current // no term: nothing is late
		if last == 0 {
			cell.State = Awaited
		}
		return cell, nil
	}
	if from == 0 {
		return Cell{}, &gdpr.InputError{Field: "start", Fault: gdpr.FaultMissing, Other: "2026-01-31"}
	}
	next, err := p.next(from, cal, "Regolamento 35(1)")
	if err != nil {
		return Cell{}, gdpr.At("offices["+strconv.Itoa(i)+"]", err)
	}
	cell.Next = next
	switch {
	case on > next.Due:
		cell.State = Overdue
	case last == 0:
		cell.State = Awaited
	default:
		cell.State = Current
	}
	return cell, nil
}

// The findings of [Programme.Check], besides one for each matter that is late:
// "audit.late.training".
const (
	CodeMonitoringOffices gdpr.Code = "audit.monitoring.offices" // violation: the monitoring has no office in it
	CodeMonitoringOutcome gdpr.Code = "audit.monitoring.outcome" // warning: the check doesn't say whether rules and measures are applied
	CodeMonitoringBy      gdpr.Code = "audit.monitoring.by"      // warning: the check doesn't say who made it
	CodeMonitoringFuture  gdpr.Code = "audit.monitoring.future"  // warning: the check is of a day still to come
	CodeMonitoringUndated gdpr.Code = "audit.monitoring.undated" // violation: the check has no date, and doesn't count
	CodeMonitoringAction  gdpr.Code = "audit.monitoring.action"  // violation: the check found failings, and there is no corrective action
)

// The findings that a matter wasn't checked in time.
const (
	CodeLateElectronic        gdpr.Code = "audit.late.electronic"         // violation: use of electronic tools: the office … had to check it by …
	CodeLatePaper             gdpr.Code = "audit.late.paper"              // violation: use of paper archives: the office … had to check it by …
	CodeLateTraining          gdpr.Code = "audit.late.training"           // violation: training of staff: the office … had to check it by …
	CodeLateMinimisation      gdpr.Code = "audit.late.minimisation"       // violation: minimisation, accuracy and periods of keeping: the office … had to check it by …
	CodeLateBreaches          gdpr.Code = "audit.late.breaches"           // violation: remedies for breaches: the office … had to check it by …
	CodeLateRights            gdpr.Code = "audit.late.rights"             // violation: rights of data subjects: the office … had to check it by …
	CodeLateNotices           gdpr.Code = "audit.late.notices"            // violation: notices: the office … had to check it by …
	CodeLatePublications      gdpr.Code = "audit.late.publications"       // violation: web publications: the office … had to check it by …
	CodeLateVideoSurveillance gdpr.Code = "audit.late.video-surveillance" // violation: video surveillance: the office … had to check it by …
)

var (
	monitoringOffices = find.Violation(CodeMonitoringOffices, "Regolamento 35(1)")
	monitoringOutcome = find.Warning(CodeMonitoringOutcome, "Regolamento 35(1)")
	monitoringBy      = find.Warning(CodeMonitoringBy, "Regolamento 35(1)")
	monitoringFuture  = find.Warning(CodeMonitoringFuture, "GDPR 5(2)", "Regolamento 35(1)")
	monitoringUndated = find.Violation(CodeMonitoringUndated, "Regolamento 35(1)")
	monitoringAction  = find.Violation(CodeMonitoringAction, "GDPR 24(1)", "Regolamento 35(2)")

	lateElectronic        = find.Violation(CodeLateElectronic, "Regolamento 35(1)")
	latePaper             = find.Violation(CodeLatePaper, "Regolamento 35(1)")
	lateTraining          = find.Violation(CodeLateTraining, "Regolamento 35(1)")
	lateMinimisation      = find.Violation(CodeLateMinimisation, "Regolamento 35(1)")
	lateBreaches          = find.Violation(CodeLateBreaches, "Regolamento 35(1)")
	lateRights            = find.Violation(CodeLateRights, "Regolamento 35(1)")
	lateNotices           = find.Violation(CodeLateNotices, "Regolamento 35(1)")
	latePublications      = find.Violation(CodeLatePublications, "Regolamento 35(1)")
	lateVideoSurveillance = find.Violation(CodeLateVideoSurveillance, "Regolamento 35(1)")
)

// late has the row of each matter that wasn't checked in time.
var late = [matterCount]*find.Row{
	Electronic:        &lateElectronic,
	Paper:             &latePaper,
	Training:          &lateTraining,
	Minimisation:      &lateMinimisation,
	Breaches:          &lateBreaches,
	Rights:            &lateRights,
	Notices:           &lateNotices,
	Publications:      &latePublications,
	VideoSurveillance: &lateVideoSurveillance,
}

// Check finds what is wrong with the monitoring on a day: a term that is longer
// than the template's, no offices at all, matters never or not lately checked, by
// office, checks without day, outcome or author, failings without a corrective
// action, and the actions' own gaps.
//
// The half-year is the template's alone: the GDPR has measures tested regularly,
// without a figure. A matter that is late by the body's own figure, and not by
// the template's, is advice.
//
// The error is that of [Programme.Coverage].
//
// Law: Regolamento 35(1); Regolamento 35(2); GDPR 24(1).
func (g *Programme) Check(on date.Date, p Policy, cal gdpr.Calendar) (gdpr.Findings, error) {
	fs := find.In(p.Regime)
	if own, err := p.Check(); err == nil {
		fs.Below("", own)
	}
	if len(g.Offices) == 0 {
		fs.Add(monitoringOffices, "offices")
	}
	n := 0
	for cell, err := range g.Coverage(on, p, cal) {
		if err != nil {
			return nil, err
		}
		office := n / (matterCount - 1)
		n++
		if cell.State != Overdue {
			continue
		}
		row := *late[cell.Matter]
		from := cell.Last
		if from == 0 {
			from = max(g.Start, g.Offices[office].Since)
		}
		if !p.legal(from, on, cal) {
			row = row.As(gdpr.Advice).By(p.By)
		}
		fs.Add(row, find.Index("offices", office), cell.Office, cell.Next.Due)
	}
	for i := range g.Checks {
		g.Checks[i].check(fs, find.Index("checks", i), on)
	}
	return fs.Findings(), nil
}

func (c *Check) check(fs *find.Collector, where string, on date.Date) {
	if c.On > on {
		fs.Add(monitoringFuture, where+".on")
		return
	}
	if c.On == 0 {
		fs.Add(monitoringUndated, where+".on")
	}
	if blank(c.By) {
		fs.Add(monitoringBy, where+".by")
	}
	switch {
	case c.Correct == gdpr.Unknown:
		fs.Add(monitoringOutcome, where+".correct")
	case c.Correct == gdpr.No && len(c.Actions) == 0:
		fs.Add(monitoringAction, where+".actions")
	}
	checkAll(fs, c.Actions, where+".", on, ofMonitoring)
}

package audit

import (
	"iter"
	"strconv"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
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
// It ends with the first error, a [*gdpr.InputError]: a policy milder than the
// regulation, a date outside the calendar ([gdpr.FaultRange]), no day, or an
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
type row [VideoSurveillance + 1]date.Date

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
		case !c.Matter.known():
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
	CodeMonitoringOffices gdpr.Code = "audit.monitoring.offices"
	CodeMonitoringOutcome gdpr.Code = "audit.monitoring.outcome"
	CodeMonitoringBy      gdpr.Code = "audit.monitoring.by"
	CodeMonitoringFuture  gdpr.Code = "audit.monitoring.future"
	CodeMonitoringUndated gdpr.Code = "audit.monitoring.undated"
	CodeMonitoringAction  gdpr.Code = "audit.monitoring.action"
)

// Check finds what is wrong with the monitoring on a day: no offices at all,
// matters never or not lately checked, by office, checks without day, outcome or author, failings
// without a corrective action, and the actions' own gaps.
//
// The error is that of [Programme.Coverage].
//
// Law: Regolamento 35(1); Regolamento 35(2); GDPR 24(1); GDPR 32(1)(d).
func (g *Programme) Check(on date.Date, p Policy, cal gdpr.Calendar) (gdpr.Findings, error) {
	var fs gdpr.Findings
	if len(g.Offices) == 0 {
		fs = append(fs, finding(CodeMonitoringOffices, gdpr.Violation, "offices", "Regolamento 35(1)"))
	}
	n := 0
	for cell, err := range g.Coverage(on, p, cal) {
		if err != nil {
			return nil, err
		}
		office := n / int(VideoSurveillance)
		n++
		if cell.State != Overdue {
			continue
		}
		f := finding(late[cell.Matter], gdpr.Violation, "offices["+strconv.Itoa(office)+"]", "Regolamento 35(1)", "GDPR 32(1)(d)")
		f.Args = []any{cell.Office, cell.Next.Due.String()}
		fs = append(fs, f)
	}
	for i := range g.Checks {
		if below := g.Checks[i].check(on); below != nil {
			fs = append(fs, below.Below("checks["+strconv.Itoa(i)+"]")...)
		}
	}
	return fs, nil
}

// late has the finding on each matter that wasn't checked in time.
var late = [VideoSurveillance + 1]gdpr.Code{
	Electronic:        "audit.late.electronic",
	Paper:             "audit.late.paper",
	Training:          "audit.late.training",
	Minimisation:      "audit.late.minimisation",
	Breaches:          "audit.late.breaches",
	Rights:            "audit.late.rights",
	Notices:           "audit.late.notices",
	Publications:      "audit.late.publications",
	VideoSurveillance: "audit.late.video-surveillance",
}

func (c *Check) check(on date.Date) gdpr.Findings {
	var fs gdpr.Findings
	if c.On > on {
		return append(fs, finding(CodeMonitoringFuture, gdpr.Warning, "on", "Regolamento 35(1)"))
	}
	if c.On == 0 {
		fs = append(fs, finding(CodeMonitoringUndated, gdpr.Violation, "on", "Regolamento 35(1)", "GDPR 5(2)"))
	}
	if blank(c.By) {
		fs = append(fs, finding(CodeMonitoringBy, gdpr.Warning, "by", "Regolamento 35(1)"))
	}
	switch {
	case c.Correct == gdpr.Unknown:
		fs = append(fs, finding(CodeMonitoringOutcome, gdpr.Warning, "correct", "Regolamento 35(1)"))
	case c.Correct == gdpr.No && len(c.Actions) == 0:
		fs = append(fs, finding(CodeMonitoringAction, gdpr.Violation, "actions", "Regolamento 35(2)", "GDPR 24(1)"))
	}
	return append(fs, checkAll(c.Actions, on, "Regolamento 35(2)")...)
}

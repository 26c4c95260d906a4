package security

import (
	"strconv"
	"strings"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Checklist is the state of a Comune's measures. The zero value has none.
//
// Law: Regolamento 15(3); Regolamento 30(1); Regolamento 31(1); Regolamento 32(1); GDPR 32(1).
type Checklist struct {
	Paper         gdpr.Answer    `json:"paper"` // are there paper files with personal data?
	Video         gdpr.Answer    `json:"video"` // is there video surveillance?
	Entries       []Entry        `json:"entries,omitempty"`
	Installations []Installation `json:"installations,omitempty"`
}

// Entry is one measure: its state, and since when.
//
// Law: Regolamento 30(1); GDPR 5(2); GDPR 32(1).
type Entry struct {
	Measure  Measure   `json:"measure"`
	State    State     `json:"state,omitempty"`
	Since    date.Date `json:"since,omitzero"`     // day of its adoption; for a planned one the day by which it is due
	Reviewed date.Date `json:"reviewed,omitzero"`  // day of the last review of its effect
	Evidence string    `json:"evidence,omitempty"` // where it can be shown: an act, a report
	Reason   string    `json:"reason,omitempty"`   // why it is excluded
}

// State is how far a measure is. The zero value is not given, and the measure
// then counts as missing.
//
// Law: Regolamento 30(1); GDPR 32(1).
type State uint8

// The states of a measure.
//
//words:label security.state
const (
	Adopted  State = iota + 1 // adopted: in place
	Planned                   // planned: decided, not in place yet
	Absent                    // absent: not in place
	Excluded                  // excluded: not needed, for a reason
)

// NextReview returns the day by which the measure's effect is reviewed again:
// six months after the last review, or after the adoption if there was none. The
// regulation sets that for the antivirus alone; for other measures, and for one
// that isn't adopted or has no date, the deadline is zero. (All of them come
// under the half-yearly monitoring of package audit.)
//
// The error is a [*gdpr.InputError]: a policy milder than the regulation, a date
// outside the calendar ([gdpr.FaultRange]).
//
// Law: Regolamento 30(1).
func (e Entry) NextReview(p Policy, cal gdpr.Calendar) (gdpr.Deadline, error) {
	if err := p.check(); err != nil {
		return gdpr.Deadline{}, err
	}
	last := max(e.Since, e.Reviewed)
	if e.Measure != Antivirus || e.State != Adopted || last == 0 {
		return gdpr.Deadline{}, nil
	}
	d, err := months(p.AntivirusMonths).After(last, cal)
	if err != nil {
		return gdpr.Deadline{}, gdpr.At("reviewed", err)
	}
	return d.By("Regolamento 30(1)"), nil
}

// The findings of [Checklist.Check], besides one for each missing measure:
// "security.missing.firewall".
const (
	CodePaperUnknown    gdpr.Code = "security.scope.paper"
	CodeVideoUnknown    gdpr.Code = "security.scope.video"
	CodeEntryMeasure    gdpr.Code = "security.entry.measure"
	CodeEntryDuplicate  gdpr.Code = "security.entry.duplicate"
	CodeEntryUndated    gdpr.Code = "security.entry.undated"
	CodeEntryFuture     gdpr.Code = "security.entry.future"
	CodeEntryEvidence   gdpr.Code = "security.entry.evidence"
	CodeEntryReason     gdpr.Code = "security.entry.reason"
	CodeEntryExcluded   gdpr.Code = "security.entry.excluded"
	CodeAntivirusReview gdpr.Code = "security.review.antivirus"
)

// Check finds which measures are missing on a day, and what is wrong with the
// entries and with the installers' statements. Measures come in the order of the
// law, those on paper and video where the Comune has such data: where that is
// unknown it is itself a finding, and what is missing there a warning. A planned
// measure is missing, a warning until its day and a violation after it.
//
// The errors are those of [Entry.NextReview].
//
// Law: Regolamento 15(3); Regolamento 30(1); Regolamento 30(2); Regolamento 30(3); Regolamento 31(1); Regolamento 31(2); Regolamento 31(3); Regolamento 31(4); Regolamento 32(1); Regolamento 32(2); Regolamento 32(3); Regolamento 32(4); GDPR 5(2); GDPR 32(1).
func (c *Checklist) Check(on date.Date, p Policy, cal gdpr.Calendar) (gdpr.Findings, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	var fs gdpr.Findings
	if c.Paper == gdpr.Unknown {
		fs = append(fs, finding(CodePaperUnknown, gdpr.Warning, "paper", "Regolamento 31(1)"))
	}
	if c.Video == gdpr.Unknown {
		fs = append(fs, finding(CodeVideoUnknown, gdpr.Warning, "video", "Regolamento 32(1)"))
	}
	var first [RegularTesting + 1]int // 1 and the number of the measure's first entry
	for i, e := range c.Entries {
		switch {
		case !e.Measure.Valid():
			fs = append(fs, finding(CodeEntryMeasure, gdpr.Warning, entry(i)+".measure", "GDPR 5(2)"))
		case first[e.Measure] != 0:
			fs = append(fs, finding(CodeEntryDuplicate, gdpr.Warning, entry(i), "GDPR 5(2)"))
		default:
			first[e.Measure] = i + 1
		}
	}
	for m := range Measures() {
		applies := c.applies(m)
		if applies == gdpr.No {
			continue
		}
		if first[m] == 0 {
			fs = append(fs, missing(m, "entries", m.severity(applies)))
			continue
		}
		i := first[m] - 1
		below, err := c.Entries[i].check(on, p, cal, m.severity(applies))
		if err != nil {
			return nil, gdpr.At(entry(i), err)
		}
		if below != nil {
			fs = append(fs, below.Below(entry(i))...)
		}
	}
	for i := range c.Installations {
		if below := c.Installations[i].check(); below != nil {
			fs = append(fs, below.Below("installations["+strconv.Itoa(i)+"]")...)
		}
	}
	return fs, nil
}

// entry is the place of an entry.
func entry(i int) string { return "entries[" + strconv.Itoa(i) + "]" }

// applies tells whether the Comune has what the measure protects.
func (c *Checklist) applies(m Measure) gdpr.Answer {
	switch measures[m].group {
	case paper:
		return c.Paper
	case video:
		return c.Video
	}
	return gdpr.Yes
}

// severity weighs that the measure is missing.
func (m Measure) severity(applies gdpr.Answer) gdpr.Severity {
	if !m.binding() || applies == gdpr.Unknown {
		return gdpr.Warning
	}
	return gdpr.Violation
}

// check finds what is wrong with the entry of a known measure.
func (e Entry) check(on date.Date, p Policy, cal gdpr.Calendar, weight gdpr.Severity) (gdpr.Findings, error) {
	switch e.State {
	case Adopted:
		return e.checkAdopted(on, p, cal)
	case Planned:
		if e.Since >= on {
			weight = gdpr.Warning
		}
	case Excluded:
		switch {
		case !e.Measure.Conditional():
			return gdpr.Findings{finding(CodeEntryExcluded, weight, "state", e.Measure.Provisions()...)}, nil
		case blank(e.Reason):
			return gdpr.Findings{finding(CodeEntryReason, weight, "reason", e.Measure.Provisions()...)}, nil
		}
		return nil, nil
	}
	return gdpr.Findings{missing(e.Measure, "state", weight)}, nil
}

func (e Entry) checkAdopted(on date.Date, p Policy, cal gdpr.Calendar) (fs gdpr.Findings, err error) {
	switch {
	case e.Since == 0:
		fs = append(fs, finding(CodeEntryUndated, gdpr.Warning, "since", "GDPR 5(2)"))
	case e.Since > on:
		fs = append(fs, finding(CodeEntryFuture, gdpr.Warning, "since", "GDPR 5(2)"))
	}
	if e.Reviewed > on {
		fs = append(fs, finding(CodeEntryFuture, gdpr.Warning, "reviewed", "GDPR 5(2)"))
	}
	if blank(e.Evidence) {
		fs = append(fs, finding(CodeEntryEvidence, gdpr.Advice, "evidence", "GDPR 5(2)"))
	}
	if e.Measure != Antivirus {
		return fs, nil
	}
	next, err := e.NextReview(p, cal)
	if err != nil {
		return nil, err
	}
	if !next.IsZero() && next.Due < on {
		f := finding(CodeAntivirusReview, gdpr.Violation, "reviewed", "Regolamento 30(1)", "GDPR 32(1)(d)")
		f.Args = []any{or(p.AntivirusMonths, legalMonths)}
		fs = append(fs, f)
	}
	return fs, nil
}

func missing(m Measure, where string, s gdpr.Severity) gdpr.Finding {
	return finding(measures[m].code, s, where, m.Provisions()...)
}

func finding(code gdpr.Code, s gdpr.Severity, where string, law ...gdpr.Provision) gdpr.Finding {
	return gdpr.Finding{Code: code, Severity: s, Where: where, Provisions: law}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

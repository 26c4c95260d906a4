package security

import (
	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	is "github.com/b58db29f/gdpr/internal/blank"
	"github.com/b58db29f/gdpr/internal/find"
)

// Checklist is the state of a Comune's measures. The zero value has none.
//
// Law: Regolamento 15(3); Regolamento 30(1); Regolamento 31(1); Regolamento 32(1); GDPR 32(1).
type Checklist struct {
	Paper         gdpr.Answer    `json:"paper"` // are there paper files with personal data?
	Video         gdpr.Answer    `json:"video"` // is there video surveillance?
	Entries       []Entry        `json:"entries,omitempty"`
	Installations []Installation `json:"installations,omitempty"`
	Tools         []Tool         `json:"tools,omitempty"` // by which staff could be watched from afar
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
// template sets that for the antivirus alone, and counts as Italian terms do: a
// last day that is a Sunday or a holiday moves on, a Saturday doesn't. Without
// the template the body's own figure holds, if it has one. For other measures,
// and for one that isn't adopted or has no date, the deadline is zero. (Under the
// template all of them come under the half-yearly monitoring of package audit.)
//
// The error is a [*gdpr.InputError]: an unknown regime ([gdpr.FaultName]), a
// negative figure, a date outside the calendar ([gdpr.FaultRange]).
//
// Law: Regolamento 30(1); c.c. 2963.
func (e Entry) NextReview(p Policy, cal gdpr.Calendar) (gdpr.Deadline, error) {
	if err := p.check(); err != nil {
		return gdpr.Deadline{}, err
	}
	last := max(e.Since, e.Reviewed)
	months, by := p.term(p.AntivirusMonths)
	if e.Measure != Antivirus || e.State != Adopted || last == 0 || months == 0 {
		return gdpr.Deadline{}, nil
	}
	d, err := gdpr.Term{N: months, Unit: gdpr.Months, Counting: gdpr.Italian}.After(last, cal)
	if err != nil {
		return gdpr.Deadline{}, gdpr.At("reviewed", err)
	}
	return d.By(by), nil
}

// The findings of [Checklist.Check], besides one for each missing measure:
// "security.missing.firewall".
const (
	CodePaperUnknown    gdpr.Code = "security.scope.paper"      // warning: it isn't said whether there are paper files with personal data
	CodeVideoUnknown    gdpr.Code = "security.scope.video"      // warning: it isn't said whether there is video surveillance
	CodeEntryMeasure    gdpr.Code = "security.entry.measure"    // warning: the entry names no measure of the list
	CodeEntryDuplicate  gdpr.Code = "security.entry.duplicate"  // warning: the measure stands more than once: the first entry counts
	CodeEntryUndated    gdpr.Code = "security.entry.undated"    // warning: the adopted measure has no date
	CodeEntryFuture     gdpr.Code = "security.entry.future"     // warning: the measure is adopted or reviewed on a day still to come
	CodeEntryEvidence   gdpr.Code = "security.entry.evidence"   // advice: it isn't said where the measure can be shown
	CodeEntryReason     gdpr.Code = "security.entry.reason"     // violation: the measure is excluded without saying why
	CodeEntryExcluded   gdpr.Code = "security.entry.excluded"   // violation: the measure can't be excluded
	CodeAntivirusReview gdpr.Code = "security.review.antivirus" // violation: the antivirus wasn't reviewed in the last … months
)

var (
	paperUnknown    = find.Warning(CodePaperUnknown, "Regolamento 31(1)")
	videoUnknown    = find.Warning(CodeVideoUnknown, "GDPR 5(2)", "Regolamento 32(1)")
	entryMeasure    = find.Warning(CodeEntryMeasure, "GDPR 5(2)")
	entryDuplicate  = find.Warning(CodeEntryDuplicate, "GDPR 5(2)")
	entryUndated    = find.Warning(CodeEntryUndated, "GDPR 5(2)")
	entryFuture     = find.Warning(CodeEntryFuture, "GDPR 5(2)")
	entryEvidence   = find.Advice(CodeEntryEvidence, "GDPR 5(2)")
	entryReason     = find.Violation(CodeEntryReason, "GDPR 5(2)", "GDPR 32(1)")
	entryExcluded   = find.Violation(CodeEntryExcluded, "Regolamento 30(1)", "Regolamento 31(1)", "Regolamento 32(1)")
	antivirusReview = find.Violation(CodeAntivirusReview, "Regolamento 30(1)")
)

// Check finds which measures are missing on a day, and what is wrong with the
// entries, with the installers' statements and with the policy. Measures come in
// the order of the law, those on paper and video where the body has such data:
// where that is unknown it is itself a finding, and what is missing there a
// warning. A planned measure is missing, a warning until its day and a violation
// after it.
//
// Without the template the choice of the measures is the body's, by the risk
// (GDPR 32(1)). Then only those that the GDPR names are looked for, to be asked
// after, never a violation, and each can be excluded with a reason; whether what
// is left is enough for the risk no list can tell.
//
// The errors are those of [Entry.NextReview].
//
// Law: Regolamento 15(3); Regolamento 30(1); Regolamento 30(2); Regolamento 30(3); Regolamento 31(1); Regolamento 31(2); Regolamento 31(3); Regolamento 31(4); Regolamento 32(1); Regolamento 32(2); Regolamento 32(3); Regolamento 32(4); GDPR 5(2); GDPR 32(1); GDPR 32(4).
func (c *Checklist) Check(on date.Date, p Policy, cal gdpr.Calendar) (gdpr.Findings, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	fs := find.In(p.Regime)
	p.findings(fs)
	if c.Paper == gdpr.Unknown {
		fs.Add(paperUnknown, "paper")
	}
	if c.Video == gdpr.Unknown {
		fs.Add(videoUnknown, "video")
	}
	var first [measureCount]int // 1 and the number of the measure's first entry
	for i, e := range c.Entries {
		switch {
		case !e.Measure.Valid():
			fs.Add(entryMeasure, find.Index("entries", i)+".measure")
		case first[e.Measure] != 0:
			fs.Add(entryDuplicate, find.Index("entries", i))
		default:
			first[e.Measure] = i + 1
		}
	}
	for m := range Measures() {
		if err := c.measure(fs, m, first[m]-1, on, p, cal); err != nil {
			return nil, err
		}
	}
	for i := range c.Installations {
		fs.Below(find.Index("installations", i), c.Installations[i].check())
	}
	for i := range c.Tools {
		below, err := c.Tools[i].Check(p.Regime)
		if err != nil {
			return nil, gdpr.At(find.Index("tools", i), err)
		}
		fs.Below(find.Index("tools", i), below)
	}
	return fs.Findings(), nil
}

// measure adds what is wrong with a measure, whose first entry is the i-th or,
// for -1, none.
func (c *Checklist) measure(fs *find.Collector, m Measure, i int, on date.Date, p Policy, cal gdpr.Calendar) error {
	applies := c.applies(m)
	row := *measures[m].row
	if applies == gdpr.Unknown || !p.template() {
		row = row.As(min(row.Weight, gdpr.Warning))
	}
	asked := m.asked(p.Regime)
	switch {
	case applies == gdpr.No:
	case i < 0:
		if asked {
			fs.Add(row, "entries")
		}
	case asked || c.Entries[i].State == Adopted:
		if err := c.Entries[i].check(fs, i, on, p, cal, row); err != nil {
			return gdpr.At(find.Index("entries", i), err)
		}
	}
	return nil
}

// applies tells whether the body has what the measure protects.
func (c *Checklist) applies(m Measure) gdpr.Answer {
	switch measures[m].group {
	case paper:
		return c.Paper
	case video:
		return c.Video
	}
	return gdpr.Yes
}

// check finds what is wrong with the i-th entry, of a known measure the lack of
// which is the row.
func (e *Entry) check(fs *find.Collector, i int, on date.Date, p Policy, cal gdpr.Calendar, row find.Row) error {
	switch e.State {
	case Adopted:
		return e.checkAdopted(fs, i, on, p, cal)
	case Planned:
		if e.Since >= on {
			row = row.As(min(row.Weight, gdpr.Warning))
		}
		fs.Add(row, field(i, "state"))
	case Excluded:
		switch {
		case p.template() && !e.Measure.Conditional():
			fs.Add(entryExcluded.As(row.Weight).By(row.Law...), field(i, "state"))
		case blank(e.Reason):
			fs.Add(entryReason.As(row.Weight).By(row.Law...), field(i, "reason"))
		}
	default:
		fs.Add(row, field(i, "state"))
	}
	return nil
}

// field is the place of a field of an entry.
func field(i int, name string) string { return find.Index("entries", i) + "." + name }

func (e *Entry) checkAdopted(fs *find.Collector, i int, on date.Date, p Policy, cal gdpr.Calendar) error {
	switch {
	case e.Since == 0:
		fs.Add(entryUndated, field(i, "since"))
	case e.Since > on:
		fs.Add(entryFuture, field(i, "since"))
	}
	if e.Reviewed > on {
		fs.Add(entryFuture, field(i, "reviewed"))
	}
	if blank(e.Evidence) {
		fs.Add(entryEvidence, field(i, "evidence"))
	}
	if e.Measure != Antivirus {
		return nil
	}
	next, err := e.NextReview(p, cal)
	if err != nil || next.IsZero() || next.Due >= on {
		return err
	}
	months, _ := p.term(p.AntivirusMonths)
	row := antivirusReview
	if legal, err := e.NextReview(Policy{}, cal); err == nil && (!p.template() || legal.Due >= on) {
		row = row.As(gdpr.Advice).By(p.By) // the body's own term alone
	}
	fs.Add(row, field(i, "reviewed"), months)
	return nil
}

// blank reports whether a text says nothing: a placeholder is no content.
func blank(s string) bool { return is.Is(s) }

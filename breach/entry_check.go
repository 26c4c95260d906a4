package breach

import (
	"errors"
	"slices"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
	"github.com/b58db29f/gdpr/internal/find"
)

// The findings of [Entry.Check], beside those of its parts.
const (
	CodeEntryNumber         gdpr.Code = "breach.entry.number"          // violation: the number is missing
	CodeEntryRecorded       gdpr.Code = "breach.entry.recorded"        // violation: the time of recording is missing
	CodeEntryAwareness      gdpr.Code = "breach.entry.awareness"       // violation: the time of awareness is missing or makes no sense
	CodeEntryAwareLater     gdpr.Code = "breach.entry.aware-later"     // warning: the office had known for … hours: the … hours to notify run from when any office of the body was reasonably certain
	CodeEntryOffice         gdpr.Code = "breach.entry.office"          // violation: the office is missing
	CodeEntryDescription    gdpr.Code = "breach.entry.description"     // violation: the description is missing
	CodeEntryDevices        gdpr.Code = "breach.entry.devices"         // violation: the devices or systems are missing
	CodeEntryData           gdpr.Code = "breach.entry.data"            // violation: the categories of data are missing
	CodeEntrySubjects       gdpr.Code = "breach.entry.subjects"        // warning: the categories of persons are missing
	CodeEntryRecipients     gdpr.Code = "breach.entry.recipients"      // violation: the recipients of the data are missing
	CodeEntryMeasuresBefore gdpr.Code = "breach.entry.measures-before" // violation: the measures in place before are missing
	CodeEntryMeasuresAfter  gdpr.Code = "breach.entry.measures-after"  // violation: the measures taken afterwards are missing
	CodeEntryEffects        gdpr.Code = "breach.entry.effects"         // violation: the effects on the persons are missing
	CodeEntryFacts          gdpr.Code = "breach.entry.facts"           // warning: this fact contradicts another one: go over the answers
	CodeEntryLevel          gdpr.Code = "breach.entry.level"           // violation: the gravity is missing
	CodeEntryLevelLower     gdpr.Code = "breach.entry.level-lower"     // warning: the gravity decided is below the one that follows from the facts
	CodeEntryLevelOpen      gdpr.Code = "breach.entry.level-open"      // warning: the gravity is decided, but facts are missing that could raise it: …
	CodeEntryReasons        gdpr.Code = "breach.entry.reasons"         // violation: the reason why a risk is unlikely, and nothing was notified, is missing
	CodeEntryNotNotified    gdpr.Code = "breach.entry.not-notified"    // violation: the breach wasn't notified to the supervisory authority; term: …; days since it was known: …
	CodeEntryToNotify       gdpr.Code = "breach.entry.to-notify"       // warning: the breach must be notified to the supervisory authority: … hours left
	CodeEntryNotTold        gdpr.Code = "breach.entry.not-told"        // violation: the persons weren't told; days since the breach was known: …
	CodeEntryToTell         gdpr.Code = "breach.entry.to-tell"         // warning: the persons must be told, or the reason noted why not; days since the breach was known: …
	CodeEntryRuling         gdpr.Code = "breach.entry.ruling"          // warning: the exemption noted contradicts the authority's order
	CodeEntryUnsealed       gdpr.Code = "breach.entry.unsealed"        // warning: the entry is closed without a seal
	CodeEntryChanged        gdpr.Code = "breach.entry.changed"         // violation: the entry was changed after it was closed
	CodeEntryAmendment      gdpr.Code = "breach.entry.amendment"       // warning: the amendment comes before the closing, or has no author or text
)

// The register of GDPR 33(5) has the facts, the effects and the remedy; the other
// fields are the regulation's alone, and the number and the time too.
var (
	entryNumber         = find.Violation(CodeEntryNumber, "Regolamento 40(2)")
	entryRecorded       = find.Violation(CodeEntryRecorded, "Regolamento 40(2)")
	entryAwareness      = find.Violation(CodeEntryAwareness, "GDPR 33(5)")
	entryAwareLater     = find.Warning(CodeEntryAwareLater, "GDPR 33(1)", "WP250")
	entryOffice         = find.Violation(CodeEntryOffice, "Regolamento 40(2)")
	entryDescription    = find.Violation(CodeEntryDescription, "GDPR 33(5)", "Regolamento 40(2)")
	entryDevices        = find.Violation(CodeEntryDevices, "Regolamento 40(2)")
	entryData           = find.Violation(CodeEntryData, "Regolamento 40(2)")
	entrySubjects       = find.Warning(CodeEntrySubjects, "GDPR 33(5)")
	entryRecipients     = find.Violation(CodeEntryRecipients, "Regolamento 40(2)")
	entryMeasuresBefore = find.Violation(CodeEntryMeasuresBefore, "Regolamento 40(2)")
	entryMeasuresAfter  = find.Violation(CodeEntryMeasuresAfter, "GDPR 33(5)", "Regolamento 40(2)")
	entryEffects        = find.Violation(CodeEntryEffects, "GDPR 33(5)")
	entryFacts          = find.Warning(CodeEntryFacts, "GDPR 5(2)", "GDPR 33(5)")
	entryLevel          = find.Violation(CodeEntryLevel, "GDPR 33(5)", "Regolamento 40(2)")
	entryLevelLower     = find.Warning(CodeEntryLevelLower, "GDPR 33(1)", "WP250")
	entryLevelOpen      = find.Warning(CodeEntryLevelOpen, "GDPR 33(1)", "GDPR recital 85")
	entryReasons        = find.Violation(CodeEntryReasons, "GDPR 33(1)", "GDPR 33(5)", "WP250")
	entryNotNotified    = find.Violation(CodeEntryNotNotified, "GDPR 33(1)", "Regolamento 37(3)")
	entryToNotify       = find.Warning(CodeEntryToNotify, "GDPR 33(1)", "Regolamento 37(3)")
	entryNotTold        = find.Violation(CodeEntryNotTold, "GDPR 34(1)", "Regolamento 39(1)")
	entryToTell         = find.Warning(CodeEntryToTell, "GDPR 34(1)", "Regolamento 39(1)")
	entryRuling         = find.Warning(CodeEntryRuling, "GDPR 34(4)")
	entryUnsealed       = find.Warning(CodeEntryUnsealed, "GDPR 33(5)", "Regolamento 40(2)")
	entryChanged        = find.Violation(CodeEntryChanged, "GDPR 33(5)", "Regolamento 40(2)")
	entryAmendment      = find.Warning(CodeEntryAmendment, "GDPR 33(5)")
)

// Check tells what the entry and its sheet lack at an instant, from the row's
// fields to the duties that are still open, by the law of the day on which the
// body became aware. A breach that isn't notified goes into the register as well,
// with the reason; one whose level isn't decided is treated as notifiable. A level
// lighter than the facts demand is found, whether they determine one or not; so is
// one that was decided while facts are missing that could make it graver, and are
// facts that contradict each other. Of an incident that turned out not to be a
// breach, the orders of the authority alone are looked at. Where the manager
// learned of the breach before the awareness that the entry states, someone must
// look: the hours run from the body's awareness, and his is the body's unless he
// wasn't certain yet.
//
// A processor weighs no risk and notifies nobody: it tells the controller. See
// [Shared].
//
// The law has no figure for telling the persons 'without undue delay'. What is
// owed and still untold thirty days after the body became aware, with no reason
// noted, is a violation here; the figure is the library's own.
//
// Law: Regolamento 37(3); Regolamento 38(5); Regolamento 39(1); Regolamento 40(1); Regolamento 40(2); GDPR 33(1); GDPR 33(2); GDPR 33(5); GDPR 34(1); GDPR recital 85; WP250.
func (e Entry) Check(at time.Time) gdpr.Findings { return e.CheckUnder(Policy{}, at) }

// CheckUnder is Check under a body's own policy and regime.
//
// Law: Regolamento 37(3); Regolamento 38(5); Regolamento 39(1); Regolamento 40(1); Regolamento 40(2); GDPR 33(1); GDPR 33(2); GDPR 33(5); GDPR 34(1); GDPR recital 85; WP250.
func (e Entry) CheckUnder(p Policy, at time.Time) gdpr.Findings {
	c := find.In(gdpr.Template)
	w, err := e.Awareness.Window()
	processor := e.Shared.Role == AsProcessor
	if !processor {
		e.checkRow(c)
	}
	e.checkAwareness(c, w, err)
	e.Shared.check(c, w, at, !e.Closed.IsZero())
	if processor {
		c.Below("notifications", CheckPhases(e.Notifications, w, at))
	} else {
		e.checkLevel(c)
		if e.Level != NotABreach {
			c.Below("procedure", e.Procedure.CheckUnder(p))
			e.checkNotified(c, w, at)
		}
		e.checkTold(c, w, at)
	}
	for i, o := range e.Orders {
		c.Below(find.Index("orders", i), o.Check(date.NewAt(at)))
	}
	e.checkCyber(c, w, at)
	e.checkEnd(c)
	fs := c.Findings().Under(p.Regime)
	if p.Regime.Has(gdpr.ItalianLaw) {
		fs = e.Law.cite(fs)
	}
	return fs
}

func (e Entry) checkAwareness(c *find.Collector, w Window, err error) {
	switch {
	case err != nil:
		where := "awareness"
		var in *gdpr.InputError
		if errors.As(err, &in) {
			where += "." + in.Field
		}
		c.Add(entryAwareness, where)
	case !e.Procedure.Learned.IsZero() && e.Procedure.Learned.Before(w.Event):
		c.Add(entryAwareLater, "awareness.aware", whole(w.Event.Sub(e.Procedure.Learned)), w.Term.N)
	}
}

func (e Entry) checkRow(c *find.Collector) {
	for _, field := range [...]struct {
		empty bool
		row   find.Row
		where string
	}{
		{e.Number < 1, entryNumber, "number"},
		{e.Recorded.IsZero(), entryRecorded, "recorded"},
		{blank(e.Office), entryOffice, "office"},
		{blank(e.Description), entryDescription, "description"},
		{allBlank(e.Devices), entryDevices, "devices"},
		{allBlank(e.Data), entryData, "data"},
		{allBlank(e.Recipients), entryRecipients, "recipients"},
		{blank(e.MeasuresBefore), entryMeasuresBefore, "measures_before"},
		{blank(e.MeasuresAfter), entryMeasuresAfter, "measures_after"},
		{blank(e.Effects), entryEffects, "effects"},
		{allBlank(e.Subjects.Categories), entrySubjects, "subjects.categories"},
	} {
		if field.empty {
			c.Add(field.row, field.where)
		}
	}
}

func (e Entry) checkLevel(c *find.Collector) {
	var in *gdpr.InputError
	if errors.As(e.Facts.Check(), &in) {
		c.Add(entryFacts, "facts."+in.Field)
	}
	assessed := e.Facts.Assess()
	switch {
	case e.Level == Undetermined && e.Closed.IsZero():
		c.Add(entryLevel.As(gdpr.Warning), "level")
	case e.Level == Undetermined:
		c.Add(entryLevel, "level")
	case e.Level.below(assessed.floor()):
		c.Add(entryLevelLower, "level")
	case assessed.Level == Undetermined && e.Level != HighRisk:
		open := 0
		for range assessed.Missing() {
			open++
		}
		c.Add(entryLevelOpen, "level", open)
	}
	if e.Level == Unlikely && blank(e.Reasons) && blank(e.Procedure.Reasons) {
		c.Add(entryReasons, "reasons")
	}
}

// below reports whether a level that was decided is lighter than another one.
func (l Level) below(other Level) bool {
	if !l.Valid() {
		return false
	}
	switch other {
	case HighRisk:
		return l != HighRisk
	case Risk:
		return !l.risky()
	case Unlikely:
		return l == NotABreach
	}
	return false
}

// owing returns the duty to notify of the day on which the body became aware.
func (e Entry) owing(w Window) duty {
	if w.IsZero() {
		return duty{}
	}
	d, _ := duties.On(date.NewAt(w.Event))
	return d
}

// awaits tells whether a notification is owed and none has been sent; one that
// may be owed is.
func (e Entry) awaits(w Window) bool {
	joint := e.Shared.Role == AsJointController && e.Shared.Ours == gdpr.No
	return e.Shared.Role != AsProcessor && !joint && !w.IsZero() && e.owing(w).owed(e.Level) != gdpr.No && !e.notified()
}

func (e Entry) checkNotified(c *find.Collector, w Window, at time.Time) {
	c.Below("notifications", CheckPhases(e.Notifications, w, at))
	switch {
	case !e.awaits(w):
	case w.Late(at) || !e.Closed.IsZero():
		c.Add(entryNotNotified, "notifications", w.Due, days(w.Elapsed(at)))
	default:
		c.Add(entryToNotify, "notifications", whole(w.SafeLeft(at)))
	}
}

// notified reports whether a notification has been sent, and not withdrawn.
func (e Entry) notified() bool {
	_, earliest, withdrawn := history(e.Notifications)
	return earliest >= 0 && !withdrawn
}

// owed is how the persons are told, by the level that the controller decided and
// the orders of the authority.
func (e Entry) owed() Manner {
	x := e.Exemptions
	if e.ordered() {
		x.Ruling = MustTell
	}
	switch e.Level {
	case Undetermined:
		return x.manner(gdpr.Unknown)
	case HighRisk:
		return x.manner(gdpr.Yes)
	}
	return x.manner(gdpr.No)
}

func (e Entry) ordered() bool {
	return e.Exemptions.Ruling == MustTell || slices.ContainsFunc(e.Orders, func(o Order) bool { return o.Tell })
}

// tooLong is how many days after the awareness persons who are still untold can't
// have been told without undue delay. The law has no figure.
const tooLong = 30

func (e Entry) checkTold(c *find.Collector, w Window, at time.Time) {
	owed := e.owed()
	told := false
	for i, l := range e.Communications {
		told = told || !l.Sent.IsZero()
		c.Below(find.Index("communications", i), l.Check(owed, e.Subjects.Number))
	}
	if e.ordered() && e.Exemptions.Ruling == NeedNotTell {
		c.Add(entryRuling, "exemptions.ruling")
	}
	age := 0
	if !w.IsZero() {
		age = days(w.Elapsed(at))
	}
	reasoned := !blank(e.NotTold)
	switch {
	case told || owed == NotNeeded || e.Law == PoliceLaw && reasoned && !e.ordered():
	case owed == Open && reasoned && (e.Level != HighRisk || age <= tooLong):
	case e.ordered() || owed != Open && !e.Closed.IsZero() || e.Level == HighRisk && age > tooLong && !reasoned:
		c.Add(entryNotTold, "communications", age)
	default:
		c.Add(entryToTell, "communications", age)
	}
}

// checkCyber looks at what CSIRT Italia is told, if the entry has a record of it. The
// body knew of the incident when it became aware of the breach, if nothing else is
// said.
func (e Entry) checkCyber(c *find.Collector, w Window, at time.Time) {
	if e.Cyber == (Cyber{}) {
		return
	}
	y := e.Cyber
	if y.Known.IsZero() {
		y.Known = w.Event
	}
	fs, err := y.Check(at, gdpr.Italy())
	if err != nil {
		c.Add(entryAwareness, "cyber.known")
		return
	}
	c.Below("cyber", fs)
}

func (e Entry) checkEnd(c *find.Collector) {
	if e.Closed.IsZero() {
		return
	}
	switch {
	case e.Seal == "":
		c.Add(entryUnsealed, "seal")
	case e.Seal != e.seal() && e.Seal != e.digest(firstWords):
		c.Add(entryChanged, "seal")
	}
	for i, a := range e.Amendments {
		if a.At.Before(e.Closed) || blank(a.By) || blank(a.Text) {
			c.Add(entryAmendment, find.Index("amendments", i))
		}
	}
}

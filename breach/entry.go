package breach

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/rickb777/date/v2"

	"github.com/b58db29f/gdpr"
)

// Entry is one breach in the register, with its technical sheet (scheda
// tecnica). The zero value is an empty entry.
//
// Law: Regolamento 40(1); Regolamento 40(2); GDPR 33(5).
type Entry struct {
	Number    int       `json:"number"` // from 1, without gaps
	Recorded  time.Time `json:"recorded"`
	Awareness Awareness `json:"awareness"`

	// The row of the register.

	Office         string   `json:"office"`      // where it happened
	Description    string   `json:"description"` // what happened, and from what cause
	Devices        []string `json:"devices"`     // systems, devices or files hit
	Data           []string `json:"data"`        // categories of data
	Subjects       Group    `json:"subjects"`    // persons concerned
	Recipients     []string `json:"recipients"`  // who got at the data, or may have; 'unknown' says something too
	MeasuresBefore string   `json:"measures_before"`
	MeasuresAfter  string   `json:"measures_after"`
	Effects        string   `json:"effects"` // on the persons

	// The sheet.

	Facts      Facts      `json:"facts"`
	Exemptions Exemptions `json:"exemptions"`
	Level      Level      `json:"level"`             // as the controller decided; the gravity of the register
	Reasons    string     `json:"reasons,omitempty"` // why that level; why no notification
	Procedure  Procedure  `json:"procedure"`

	Notifications  []Notification  `json:"notifications,omitempty"`
	Communications []Communication `json:"communications,omitempty"`
	NotTold        string          `json:"not_told,omitempty"` // why the persons weren't told, or not yet
	Orders         []Order         `json:"orders,omitempty"`

	// The end.

	Closed     time.Time   `json:"closed,omitzero"`
	Seal       string      `json:"seal,omitempty"`       // of the entry as it was closed: see Close
	Amendments []Amendment `json:"amendments,omitempty"` // made after the closing
}

// Amendment is an addition to a closed entry, beside the text that was closed.
//
// Law: Regolamento 40(2); GDPR 33(5).
type Amendment struct {
	At     time.Time `json:"at"`
	By     string    `json:"by"`
	Text   string    `json:"text"`
	Reason string    `json:"reason,omitempty"`
}

// The findings of [Entry.Check], beside those of its parts.
const (
	CodeEntryNumber         gdpr.Code = "breach.entry.number"
	CodeEntryRecorded       gdpr.Code = "breach.entry.recorded"
	CodeEntryAwareness      gdpr.Code = "breach.entry.awareness"
	CodeEntryAwareLater     gdpr.Code = "breach.entry.aware-later"
	CodeEntryOffice         gdpr.Code = "breach.entry.office"
	CodeEntryDescription    gdpr.Code = "breach.entry.description"
	CodeEntryDevices        gdpr.Code = "breach.entry.devices"
	CodeEntryData           gdpr.Code = "breach.entry.data"
	CodeEntrySubjects       gdpr.Code = "breach.entry.subjects"
	CodeEntryRecipients     gdpr.Code = "breach.entry.recipients"
	CodeEntryMeasuresBefore gdpr.Code = "breach.entry.measures-before"
	CodeEntryMeasuresAfter  gdpr.Code = "breach.entry.measures-after"
	CodeEntryEffects        gdpr.Code = "breach.entry.effects"
	CodeEntryLevel          gdpr.Code = "breach.entry.level"
	CodeEntryLevelLower     gdpr.Code = "breach.entry.level-lower"
	CodeEntryReasons        gdpr.Code = "breach.entry.reasons"
	CodeEntryNotNotified    gdpr.Code = "breach.entry.not-notified"
	CodeEntryToNotify       gdpr.Code = "breach.entry.to-notify"
	CodeEntryNotTold        gdpr.Code = "breach.entry.not-told"
	CodeEntryToTell         gdpr.Code = "breach.entry.to-tell"
	CodeEntryRuling         gdpr.Code = "breach.entry.ruling"
	CodeEntryUnsealed       gdpr.Code = "breach.entry.unsealed"
	CodeEntryChanged        gdpr.Code = "breach.entry.changed"
	CodeEntryAmendment      gdpr.Code = "breach.entry.amendment"
)

// Check tells what the entry and its sheet lack at an instant, from the row's
// fields to the duties that are still open. A breach that isn't notified goes
// into the register as well, with the reason; one whose level isn't decided is
// treated as notifiable. Of an incident that turned out not to be a breach, the
// orders of the Garante alone are looked at. Where the manager learned of the breach before the
// awareness that the entry states, someone must look: the hours run from the
// Comune's awareness, and his is the Comune's unless he wasn't certain yet.
//
// Law: Regolamento 37(3); Regolamento 38(5); Regolamento 39(1); Regolamento 40(1); Regolamento 40(2); GDPR 33(1); GDPR 33(5); GDPR 34(1); WP250.
func (e Entry) Check(at time.Time) gdpr.Findings {
	fs := e.checkRow()
	w, err := e.Awareness.Window()
	switch {
	case err != nil:
		fs = append(fs, awarenessFinding(err))
	case !e.Procedure.Learned.IsZero() && e.Procedure.Learned.Before(w.Event):
		fs = append(fs, with(warning(CodeEntryAwareLater, "awareness.aware", "GDPR 33(1)", "WP250"), whole(w.Event.Sub(e.Procedure.Learned))))
	}
	fs = append(fs, e.checkLevel()...)
	if e.Level != NotABreach {
		fs = append(fs, e.Procedure.Check().Below("procedure")...)
		fs = append(fs, e.checkNotified(w, at)...)
	}
	fs = append(fs, e.checkTold()...)
	for i, o := range e.Orders {
		fs = append(fs, o.Check(date.NewAt(at)).Below("orders["+strconv.Itoa(i)+"]")...)
	}
	return append(fs, e.checkEnd()...)
}

func awarenessFinding(err error) gdpr.Finding {
	where := "awareness"
	var in *gdpr.InputError
	if errors.As(err, &in) && in.Field != "" {
		where += "." + in.Field
	}
	return violation(CodeEntryAwareness, where, "GDPR 33(1)", "GDPR 33(5)")
}

func (e Entry) checkRow() gdpr.Findings {
	var fs gdpr.Findings
	if e.Number < 1 {
		fs = append(fs, violation(CodeEntryNumber, "number", "Regolamento 40(2)"))
	}
	if e.Recorded.IsZero() {
		fs = append(fs, violation(CodeEntryRecorded, "recorded", "Regolamento 40(2)"))
	}
	// The effects are those that GDPR 33(5) asks for; the rest is the regulation's.
	for _, field := range [...]struct {
		empty bool
		code  gdpr.Code
		where string
		by    gdpr.Provision
	}{
		{blank(e.Office), CodeEntryOffice, "office", "Regolamento 40(2)"},
		{blank(e.Description), CodeEntryDescription, "description", "Regolamento 40(2)"},
		{allBlank(e.Devices), CodeEntryDevices, "devices", "Regolamento 40(2)"},
		{allBlank(e.Data), CodeEntryData, "data", "Regolamento 40(2)"},
		{allBlank(e.Recipients), CodeEntryRecipients, "recipients", "Regolamento 40(2)"},
		{blank(e.MeasuresBefore), CodeEntryMeasuresBefore, "measures_before", "Regolamento 40(2)"},
		{blank(e.MeasuresAfter), CodeEntryMeasuresAfter, "measures_after", "Regolamento 40(2)"},
		{blank(e.Effects), CodeEntryEffects, "effects", "GDPR 33(5)"},
	} {
		if field.empty {
			fs = append(fs, violation(field.code, field.where, field.by))
		}
	}
	if allBlank(e.Subjects.Categories) {
		fs = append(fs, warning(CodeEntrySubjects, "subjects.categories", "GDPR 33(5)"))
	}
	return fs
}

func (e Entry) checkLevel() gdpr.Findings {
	var fs gdpr.Findings
	switch assessed := e.Facts.Assess(); {
	case e.Level == Undetermined && e.Closed.IsZero():
		fs = append(fs, warning(CodeEntryLevel, "level", "Regolamento 40(2)", "GDPR 33(5)"))
	case e.Level == Undetermined:
		fs = append(fs, violation(CodeEntryLevel, "level", "Regolamento 40(2)", "GDPR 33(5)"))
	case e.Level < assessed.Level:
		fs = append(fs, warning(CodeEntryLevelLower, "level", "GDPR 33(1)", "WP250"))
	}
	if e.Level == Unlikely && blank(e.Reasons) && blank(e.Procedure.Reasons) {
		fs = append(fs, violation(CodeEntryReasons, "reasons", "GDPR 33(1)", "GDPR 33(5)", "WP250"))
	}
	return fs
}

func (e Entry) checkNotified(w Window, at time.Time) gdpr.Findings {
	fs := CheckPhases(e.Notifications, w, at).Below("notifications")
	if e.Level == Unlikely || e.notified() || w.IsZero() {
		return fs
	}
	if w.Late(at) || !e.Closed.IsZero() {
		return append(fs, violation(CodeEntryNotNotified, "notifications", "Regolamento 37(3)", "GDPR 33(1)"))
	}
	return append(fs, with(warning(CodeEntryToNotify, "notifications", "Regolamento 37(3)", "GDPR 33(1)"), whole(w.SafeLeft(at))))
}

// notified reports whether a notification has been sent.
func (e Entry) notified() bool {
	for _, n := range e.Notifications {
		if !n.Sent.IsZero() {
			return true
		}
	}
	return false
}

// owed is how the persons are told, by the level that the controller decided and
// the orders of the Garante.
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

func (e Entry) checkTold() gdpr.Findings {
	var fs gdpr.Findings
	owed := e.owed()
	told := false
	for i, c := range e.Communications {
		told = told || !c.Sent.IsZero()
		fs = append(fs, c.Check(owed, e.Subjects.Number).Below("communications["+strconv.Itoa(i)+"]")...)
	}
	if e.ordered() && e.Exemptions.Ruling == NeedNotTell {
		fs = append(fs, warning(CodeEntryRuling, "exemptions.ruling", "GDPR 34(4)"))
	}
	switch {
	case told || owed == NotNeeded:
	case owed == Open && !blank(e.NotTold):
	case e.ordered() || owed != Open && !e.Closed.IsZero():
		fs = append(fs, violation(CodeEntryNotTold, "communications", "Regolamento 39(1)", "GDPR 34(1)"))
	default:
		fs = append(fs, warning(CodeEntryToTell, "communications", "Regolamento 39(1)", "GDPR 34(1)"))
	}
	return fs
}

func (e Entry) checkEnd() gdpr.Findings {
	var fs gdpr.Findings
	if e.Closed.IsZero() {
		return nil
	}
	switch {
	case e.Seal == "":
		fs = append(fs, warning(CodeEntryUnsealed, "seal", "Regolamento 40(2)", "GDPR 33(5)"))
	case e.Seal != e.seal() && e.Seal != e.digest(firstWords):
		fs = append(fs, violation(CodeEntryChanged, "seal", "Regolamento 40(2)", "GDPR 33(5)"))
	}
	for i, a := range e.Amendments {
		if a.At.Before(e.Closed) || blank(a.By) || blank(a.Text) {
			fs = append(fs, warning(CodeEntryAmendment, "amendments["+strconv.Itoa(i)+"]", "GDPR 33(5)"))
		}
	}
	return fs
}

// Close returns the entry closed at an instant and sealed: a change of anything
// in it afterwards is found by [Entry.Check], while amendments may be added. The
// seal is a digest of the entry's JSON, and so of the fields that this version of
// the library has. It shows a change by mistake, or by who
// doesn't know of it; against forgery a host keeps the seal elsewhere, or signs
// the export.
//
// Law: Regolamento 40(2); GDPR 33(5).
func (e Entry) Close(at time.Time) Entry {
	e.Closed = at
	e.Amendments = nil
	e.Seal = e.seal()
	return e
}

func (e Entry) seal() string { return e.digest(nil) }

// firstWords gives back to the words of enumerations the spaces that they had in
// the first edition, so that what was sealed by it is still known.
var firstWords = strings.NewReplacer(
	`"not_a_breach"`, `"not a breach"`, `"high_risk"`, `"high risk"`, `"very_high"`, `"very high"`,
	`"online_procedure"`, `"online procedure"`, `"must_tell"`, `"must tell"`, `"need_not_tell"`, `"need not tell"`,
	`"not_needed"`, `"not needed"`, `"subject_categories"`, `"subject categories"`, `"subject_number"`, `"subject number"`,
	`"record_categories"`, `"record categories"`, `"record_number"`, `"record number"`, `"contact_point"`, `"contact point"`,
)

func (e Entry) digest(words *strings.Replacer) string {
	e.Seal, e.Amendments = "", nil
	// An enumeration value without a name, or a year that JSON doesn't write,
	// can't be sealed: the empty text isn't the seal of anything.
	text, err := json.Marshal(e)
	if err != nil {
		return "unsealable"
	}
	if words != nil {
		text = []byte(words.Replace(string(text)))
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

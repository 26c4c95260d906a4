package breach

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
	"time"

	"github.com/rickb777/date/v2"
)

// Entry is one breach in the register, with its technical sheet (scheda
// tecnica). The zero value is an empty entry.
//
// Law: Regolamento 40(1); Regolamento 40(2); GDPR 33(5).
type Entry struct {
	Number    int       `json:"number"` // from 1, without gaps
	Recorded  time.Time `json:"recorded"`
	Awareness Awareness `json:"awareness"`
	Shared    Shared    `json:"shared,omitzero"` // who else is a controller
	Law       Law       `json:"law,omitempty"`   // whose rules the processing is under

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
	ToTell         date.Date       `json:"to_tell,omitzero"`   // the day for which telling them is planned
	Orders         []Order         `json:"orders,omitempty"`
	Cyber          Cyber           `json:"cyber,omitzero"` // what CSIRT Italia is told

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

// Close returns the entry closed at an instant and sealed: a change of anything
// in it afterwards is found by [Entry.Check], while amendments may be added. The
// seal is a digest of the entry's JSON, and so of the fields that this version of
// the library has. It shows a change by mistake, or by somebody who doesn't know of
// it; against forgery a host keeps the seal elsewhere, or signs the export. The
// entry that is returned shares nothing with e.
//
// Law: Regolamento 40(2); GDPR 33(5).
func (e Entry) Close(at time.Time) Entry {
	e = e.clone()
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
